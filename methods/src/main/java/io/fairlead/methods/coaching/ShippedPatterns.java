package io.fairlead.methods.coaching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The patterns that come with Fairlead, of our own writing. No study of ours has tested the
/// readings; they are there to ask by, and not to judge by.
public final class ShippedPatterns {
  /// The most telling first; a guide lists them in this order.
  static final List<String> IDS =
      List.of(
          "mostly-withheld",
          "comments-without-figures",
          "new-in-leading",
          "results-without-collaboration",
          "self-above-everywhere",
          "self-below-everywhere",
          "all-low",
          "all-high",
          "all-middling",
          "hidden-strength",
          "blind-spot",
          "split-by-group",
          "manager-lower",
          "manager-higher",
          "strong-what-weak-how",
          "strong-how-weak-what",
          "one-theme",
          "one-strength",
          "nothing-stands-out");

  private ShippedPatterns() {}

  private static final class Shipped {
    static final List<ReportPattern> PATTERNS = IDS.stream().map(Shipped::pattern).toList();

    private static ReportPattern pattern(String id) {
      return switch (PatternFile.read(text("patterns/" + id + ".yaml"))) {
        case PatternFile.Read.Sound(ReportPattern pattern) -> pattern;
        case PatternFile.Read.Refused refused ->
            throw new IllegalStateException(id + ": " + refused.problems());
      };
    }
  }

  public static List<ReportPattern> all() {
    return Shipped.PATTERNS;
  }

  public static Optional<ReportPattern> find(String id) {
    return all().stream().filter(pattern -> pattern.id().equals(id)).findFirst();
  }

  static String text(String name) {
    try (InputStream resource = ShippedPatterns.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("there is no " + name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
