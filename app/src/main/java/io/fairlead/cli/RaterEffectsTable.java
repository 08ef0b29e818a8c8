package io.fairlead.cli;

import io.fairlead.methods.raters.DependentCorrelations;
import io.fairlead.methods.raters.Effect;
import io.fairlead.methods.raters.RaterEffects;
import io.fairlead.methods.raters.RaterEffects.Flag;
import io.fairlead.methods.raters.RaterEffects.Similarity;
import java.io.PrintWriter;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// How raters use the scale, for people: a line a rater with what stands out.
final class RaterEffectsTable {
  private RaterEffectsTable() {}

  static void print(PrintWriter out, RaterEffects use) {
    var columns =
        new Columns()
            .text("RATER")
            .figure("SHARED")
            .figure("AGAINST OTHERS")
            .figure("SE")
            .figure("SPREAD")
            .figure("ENDS")
            .figure("WITHIN")
            .figure("INFIT")
            .text("STANDS OUT");
    for (RaterEffects.Line line : use.raters()) {
      columns.row(
          line.id(),
          String.valueOf(line.sharedRatees()),
          line.severity().map(Effect::value).map(Figures::shown).orElse(Figures.NONE),
          line.severity().map(Effect::deviation).map(Figures::shown).orElse(Figures.NONE),
          Figures.shown(line.spread()),
          Figures.shown(line.extremes()),
          Figures.shown(line.withinRatees()),
          Figures.shown(line.infit()),
          line.flags().stream()
              .sorted()
              .map(RaterEffectsTable::words)
              .collect(Collectors.joining(", ")));
    }
    out.println();
    columns.print(out);
    out.println("What stands out is a reason to look, not a verdict.");
    use.similarity().ifPresent(found -> out.println(sentence(found)));
    use.recency().ifPresent(found -> out.println(sentence(found)));
  }

  private static String words(Flag flag) {
    return switch (flag) {
      case SEVERE -> "severe";
      case LENIENT -> "lenient";
      case RESTRICTED -> "narrow use of the scale";
      case HALO -> "items all alike";
      case RECENT -> "goes with the recent";
      case NOISY -> "hard to predict";
      case MUTED -> "too predictable";
    };
  }

  private static String sentence(Similarity found) {
    return "Being alike: %s points ± %s over %,d ratings; %s."
        .formatted(
            Figures.shown(found.effect().value()),
            Figures.shown(found.clusteredDeviation()),
            found.pairs(),
            found.stands()
                ? "that is more than chance"
                : "chance explains it, or it is too small to matter");
  }

  private static String sentence(DependentCorrelations found) {
    return "Recent against earlier events: z %s, p %s."
        .formatted(Figures.shown(found.z()), Figures.shown(OptionalDouble.of(found.chance())));
  }
}
