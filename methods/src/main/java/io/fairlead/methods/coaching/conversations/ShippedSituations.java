package io.fairlead.methods.coaching.conversations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The situations that come with Fairlead, of our own writing. Nobody has measured what they do.
public final class ShippedSituations {
  /// In the order in which they are offered: the frequent ones first.
  static final List<String> IDS =
      List.of(
          "missed-commitments",
          "specific-praise",
          "results-without-others",
          "overloaded",
          "conflict",
          "new-in-role",
          "quiet",
          "feedback-unheard",
          "priorities",
          "sharp-tone",
          "brilliant-alone",
          "early-promotion",
          "slipping",
          "back-after-absence");

  private ShippedSituations() {}

  private static final class Shipped {
    static final List<Situation> SITUATIONS = IDS.stream().map(Shipped::situation).toList();

    private static Situation situation(String id) {
      return switch (SituationFile.read(text(id))) {
        case SituationFile.Read.Sound(Situation situation) -> situation;
        case SituationFile.Read.Refused refused ->
            throw new IllegalStateException(id + ": " + refused.problems());
      };
    }

    private static String text(String id) {
      try (InputStream resource = ShippedSituations.class.getResourceAsStream(id + ".md")) {
        if (resource == null) {
          throw new IllegalStateException("there is no " + id + ".md");
        }
        return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static List<Situation> situations() {
    return Shipped.SITUATIONS;
  }

  public static Optional<Situation> find(String id) {
    return situations().stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
