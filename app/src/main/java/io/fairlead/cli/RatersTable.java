package io.fairlead.cli;

import io.fairlead.methods.raters.RaterAnalysis;
import io.fairlead.methods.raters.RaterAnalysis.Model;
import java.io.PrintWriter;

/// The answer of `analyse raters` for people: the model, then a line a rater and a line a ratee.
final class RatersTable {
  private RatersTable() {}

  static void print(PrintWriter out, RaterAnalysis found) {
    boolean isMixed = found.model() == Model.MIXED;
    found.notes().forEach(out::println);
    if (!found.notes().isEmpty()) {
      out.println();
    }
    out.println(
        "Variance: raters %s, ratees %s, the rest %s; criterion %s; %s"
            .formatted(
                Figures.shown(found.ofRaters()),
                Figures.shown(found.ofRatees()),
                Figures.shown(found.residual()),
                Figures.shown(found.criterion()),
                found.status().code()));
    found
        .fixed()
        .forEach(named ->
            out.println(
                Columns.plain(
                    "%s %s ± %s"
                        .formatted(
                            named.name(),
                            Figures.shown(named.effect().value()),
                            Figures.shown(named.effect().deviation())))));
    out.println();
    var raters =
        new Columns().text("RATER").figure("NETWORK").figure("N").figure("SEVERITY").figure("SE");
    found
        .raters()
        .forEach(rater ->
            raters.row(
                rater.id(),
                String.valueOf(rater.component()),
                String.valueOf(rater.ratings()),
                rater.severity().map(it -> Figures.shown(it.value())).orElse(Figures.NONE),
                rater.severity().map(it -> Figures.shown(it.deviation())).orElse(Figures.NONE)));
    raters.print(out);
    out.println(
        isMixed
            ? "Severity in points: who is below 0 rates lower than others."
            : "Severity in logits: who is above 0 rates lower than others.");
    out.println();
    var ratees =
        new Columns()
            .text("RATEE")
            .figure("NETWORK")
            .figure("N")
            .figure("RAW")
            .figure("ADJUSTED")
            .figure("LOWER")
            .figure("UPPER");
    found
        .ratees()
        .forEach(ratee ->
            ratees.row(
                ratee.id(),
                String.valueOf(ratee.component()),
                String.valueOf(ratee.ratings()),
                Figures.shown(ratee.raw()),
                Figures.shown(ratee.adjusted()),
                Figures.shown(ratee.lower()),
                Figures.shown(ratee.upper())));
    ratees.print(out);
  }
}
