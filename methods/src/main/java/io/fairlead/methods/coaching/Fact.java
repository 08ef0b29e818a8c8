package io.fairlead.methods.coaching;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Something published that a pattern rests on.
public sealed interface Fact {

  /// In English, with the ids of competencies and groups.
  String text();

  /// One figure of the report.
  ///
  /// @param groups whose it is; empty for all others together
  /// @param chance half the width of the 95 % interval for so many raters, in points, where the
  ///   round is known
  record Figure(
      String competency,
      Optional<String> item,
      List<String> groups,
      int raters,
      Range value,
      Optional<BigDecimal> chance)
      implements Fact {
    public Figure {
      groups = List.copyOf(groups);
    }

    @Override
    public String text() {
      return "%s%s: %s %s%s%s"
          .formatted(
              competency,
              item.map(id -> ", " + id).orElse(""),
              groups.isEmpty() ? "all others" : String.join(", ", groups),
              value.text(),
              chance.map(points -> " ± " + points.toPlainString()).orElse(""),
              raters == 1 ? "" : " (%d raters)".formatted(raters));
    }
  }

  /// From the least to the most over several competencies.
  ///
  /// @param quantity as conditions write it: `others`, `self - others`, `what`
  record Across(String quantity, int competencies, Range value) implements Fact {
    @Override
    public String text() {
      return "%s over %d competencies: %s".formatted(quantity, competencies, value.text());
    }
  }

  /// How many of how many.
  ///
  /// @param of the same as the count where there is no whole
  record Count(Counted counted, int count, int of) implements Fact {
    @Override
    public String text() {
      String name = counted.name().toLowerCase(Locale.ROOT);
      return counted == Counted.COMMENTS
          ? "%s: %d".formatted(name, count)
          : "%s: %d of %d".formatted(name, count, of);
    }
  }

  /// What is counted.
  enum Counted {
    /// Competencies with a figure of others.
    SHOWN,
    /// Those without, as a share.
    WITHHELD,
    /// Comments of those who are not named.
    COMMENTS
  }
}
