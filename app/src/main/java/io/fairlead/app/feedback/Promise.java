package io.fairlead.app.feedback;

import io.fairlead.methods.instruments.Instrument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a round promises to those who answer, as one text, and its SHA-256 in hexadecimal digits.
/// Who writes the text down before they answer can tell afterwards that nobody changed it.
final class Promise {
  private Promise() {}

  /// One line a fact: purpose, rule, readers and every question, in an order that does not change.
  static String text(UUID round, RoundTerms terms, Instrument questions) {
    Stream<String> facts =
        Stream.of(
            "round " + round,
            "purpose " + terms.purpose().code(),
            "readers " + terms.audience().code(),
            "steward " + said(terms.steward()),
            "scale 1 to " + questions.points(),
            "figures from " + terms.numeric(),
            "comments from " + terms.comments(),
            "width " + terms.width(),
            "colluders " + terms.colluders(),
            "unit " + terms.unit().name().toLowerCase(java.util.Locale.ROOT),
            "instrument " + questions.id() + " edition " + questions.edition());
    Stream<String> items =
        questions.items().stream()
            .map(item ->
                "item " + item.id() + " " + List.copyOf(item.others().languages().values()));
    Stream<String> comments =
        questions.comments().stream()
            .map(each ->
                "question " + each.id() + " " + List.copyOf(each.text().languages().values()));
    return Stream.of(facts, items, comments)
        .flatMap(each -> each)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String said(@Nullable UUID steward) {
    return steward == null ? "none" : steward.toString();
  }

  static String hash(UUID round, RoundTerms terms, Instrument questions) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text(round, terms, questions).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
