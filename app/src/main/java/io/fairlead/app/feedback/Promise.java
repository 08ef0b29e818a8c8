package io.fairlead.app.feedback;

import io.fairlead.methods.framework.FeedbackDefaults.Opening;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Item;
import io.fairlead.methods.instruments.LocalText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a round promises to those who answer, as one text, and its SHA-256 in hexadecimal digits.
/// Who writes the text down before they answer can tell afterwards that nobody changed it.
final class Promise {
  private Promise() {}

  /// One line a fact, none for what is as usual: purpose, rule, readers and every question, in an
  /// order that does not change.
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
            "unit " + terms.unit().name().toLowerCase(Locale.ROOT),
            "instrument " + questions.id() + " edition " + questions.edition(),
            "follows " + said(terms.follows()));
    Stream<String> left =
        terms.without().isEmpty()
            ? Stream.of()
            : Stream.of(
                "without "
                    + terms.without().stream()
                        .map(FeedbackIndicator::code)
                        .sorted()
                        .collect(Collectors.joining(" ")));
    Stream<String> opening =
        terms.opening().equals(Opening.USUAL)
            ? Stream.of()
            : Stream.of(
                "reports open "
                    + (terms.opening().debrief() ? "with a debrief or " : "")
                    + "after "
                    + terms.opening().after()
                    + " working days");
    Stream<String> concerns =
        terms.concerns().isEmpty() ? Stream.of() : Stream.of("concerns " + terms.concerns());
    RoundEscrow escrow = terms.escrow();
    Stream<String> keepers = escrow == null ? Stream.of() : escrow.facts();
    Stream<String> items = questions.items().stream().flatMap(Promise::item);
    Stream<String> comments =
        questions.comments().stream().map(each -> "question " + each.id() + said(each.text()));
    return Stream.of(facts, left, opening, concerns, keepers, items, comments)
        .flatMap(each -> each)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// As every kind of rater reads it, with the behaviour at each point.
  private static Stream<String> item(Item item) {
    return Stream.of(
            Stream.of("item " + item.id() + " of " + item.competency() + said(item.others())),
            item.wording().entrySet().stream()
                .map(each -> "as " + each.getKey().code() + said(each.getValue())),
            item.anchors().stream().map(anchor -> "point" + said(anchor)))
        .flatMap(each -> each);
  }

  private static String said(LocalText text) {
    return " " + new TreeMap<>(text.languages());
  }

  private static String said(@Nullable UUID id) {
    return id == null ? "none" : id.toString();
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
