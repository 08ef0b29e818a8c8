package io.fairlead.cli;

import io.fairlead.methods.assignment.Assignment;
import io.fairlead.methods.assignment.Assignment.Load;
import io.fairlead.methods.assignment.Assignment.Shortfall;
import io.fairlead.methods.assignment.Bottleneck;
import io.fairlead.methods.assignment.Bottleneck.FullRater;
import io.fairlead.methods.assignment.Bottleneck.Places;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The answer of `feedback assign` for people: the pairs, the loads, and why places stay empty.
final class AssignmentTable {
  private static final int NAMED = 8;
  private static final String ANY = "any";

  private AssignmentTable() {}

  static void print(PrintWriter out, Assignment found) {
    Columns pairs = new Columns().text("REVIEWEE").text("GROUP").text("RATER").text("");
    found
        .pairs()
        .forEach(pair ->
            pairs.row(pair.reviewee(), pair.group(), pair.rater(), pair.isFixed() ? "fixed" : ""));
    pairs.print(out);
    out.println();
    loads(out, found.loads());
    out.println();
    out.println(
        "%,d pairs, cost %s. %s"
            .formatted(
                found.pairs().size(),
                Figures.shown(found.cost()),
                outcome(found.shortfalls().stream().mapToInt(Shortfall::missing).sum())));
    if (!found.isComplete()) {
      out.println();
      shortfalls(out, found.shortfalls());
      found.bottlenecks().forEach(cut -> why(out, cut));
    }
  }

  private static String outcome(int missing) {
    return switch (missing) {
      case 0 -> "Every place is filled.";
      case 1 -> "One place stays empty:";
      default -> "%,d places stay empty:".formatted(missing);
    };
  }

  private static void loads(PrintWriter out, List<Load> loads) {
    Columns columns = new Columns().figure("REVIEWEES").figure("RATERS").figure("AT THEIR CAP");
    new TreeMap<>(loads.stream().collect(Collectors.groupingBy(Load::reviewees)))
        .forEach((reviewees, raters) ->
            columns.row(
                String.valueOf(reviewees),
                String.valueOf(raters.size()),
                String.valueOf(
                    raters.stream().filter(rater -> rater.reviewees() == rater.cap()).count())));
    columns.print(out);
  }

  private static void shortfalls(PrintWriter out, List<Shortfall> shortfalls) {
    Columns columns =
        new Columns()
            .text("REVIEWEE")
            .text("GROUP")
            .figure("NEEDED")
            .figure("FILLED")
            .figure("NOMINATED");
    shortfalls.forEach(each ->
        columns.row(
            each.reviewee(),
            each.group().isEmpty() ? ANY : each.group(),
            String.valueOf(each.needed()),
            String.valueOf(each.filled()),
            String.valueOf(each.nominated())));
    columns.print(out);
  }

  private static void why(PrintWriter out, Bottleneck cut) {
    out.println();
    out.println(
        Columns.plain(
            "Of %,d places for %s at most %,d can be filled: %s."
                .formatted(
                    cut.needed(),
                    names(
                        cut.places().stream().map(Places::reviewee).distinct().toList(),
                        Function.identity()),
                    cut.possible(),
                    reason(cut))));
  }

  private static String reason(Bottleneck cut) {
    if (cut.raters().isEmpty()) {
      return cut.others() == 0 ? "nobody is nominated" : "nobody else is nominated";
    }
    String full = "at their cap are " + names(cut.raters(), AssignmentTable::shown);
    return switch (cut.others()) {
      case 0 -> full;
      case 1 -> full + "; the one nomination of somebody else is used";
      default -> full + "; all %,d nominations of others are used".formatted(cut.others());
    };
  }

  private static String shown(FullRater rater) {
    return "%s (%d)".formatted(rater.rater(), rater.room());
  }

  private static <T> String names(List<T> all, Function<T, String> shown) {
    String first = all.stream().limit(NAMED).map(shown).collect(Collectors.joining(", "));
    return all.size() <= NAMED ? first : "%s and %,d more".formatted(first, all.size() - NAMED);
  }
}
