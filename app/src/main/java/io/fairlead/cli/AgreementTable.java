package io.fairlead.cli;

import io.fairlead.methods.agreement.AgreementStatus;
import io.fairlead.methods.agreement.CronbachAlpha;
import io.fairlead.methods.agreement.Interval;
import io.fairlead.methods.agreement.Krippendorff;
import io.fairlead.methods.agreement.OneWay;
import io.fairlead.methods.agreement.RatingAgreement;
import io.fairlead.methods.agreement.Reliability;
import io.fairlead.methods.agreement.TwoWay;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The answer of `analyse agreement` for people: a line a figure, and what each is about.
final class AgreementTable {
  private final Columns columns =
      new Columns()
          .text("FIGURE")
          .figure("N")
          .figure("VALUE")
          .figure("LOWER")
          .figure("UPPER")
          .text("SAYS");

  private AgreementTable() {}

  static void print(
      PrintWriter out,
      RatingAgreement found,
      Krippendorff.Metric metric,
      AnalyseAgreement.Scale scale) {
    var table = new AgreementTable();
    table.intraclass(found);
    table.alpha(found);
    table.krippendorff(found, metric);
    table.within(found.within(), scale);
    table.columns.print(out);
    if (scale.isAssumed()) {
      out.println();
      out.println(
          "r_wg takes the scale to reach from %s to %s, as the ratings do; --scale names it."
              .formatted(Figures.shown(scale.low()), Figures.shown(scale.high())));
    }
  }

  private void intraclass(RatingAgreement found) {
    OneWay oneWay = found.oneWay();
    String raters = "of the mean of " + Figures.shown(oneWay.size()) + " ratings";
    row("ICC(1,1)", oneWay.samples(), oneWay.one(), "of one rating", oneWay.status());
    row("ICC(1,k)", oneWay.samples(), oneWay.mean(), raters, oneWay.status());
    found
        .twoWay()
        .ifPresent(twoWay -> {
          both("ICC(2,1)", twoWay, twoWay.agreement(), "of one rating, raters from many");
          both("ICC(2,k)", twoWay, twoWay.meanAgreement(), raters + ", raters from many");
          both("ICC(3,1)", twoWay, twoWay.consistency(), "of one rating, severity aside");
          both("ICC(3,k)", twoWay, twoWay.meanConsistency(), raters + ", severity aside");
        });
  }

  private void both(String name, TwoWay twoWay, Optional<Reliability> found, String says) {
    row(name, twoWay.samples(), found, says, twoWay.status());
  }

  private void alpha(RatingAgreement found) {
    CronbachAlpha alpha = found.alpha();
    List<String> over = found.alphaOver();
    row(
        "Cronbach's α",
        alpha.subjects(),
        alpha.alpha(),
        "whether " + over.size() + " columns belong together",
        alpha.status());
    for (int at = 0; at < alpha.items().size() && over.size() > 2; at++) {
      CronbachAlpha.Item item = alpha.items().get(at);
      columns.row(
          "  without " + over.get(at),
          "",
          Figures.shown(item.alphaWithout()),
          "",
          "",
          "with the others r " + Figures.shown(item.withOthers()));
    }
  }

  private void krippendorff(RatingAgreement found, Krippendorff.Metric asked) {
    found
        .krippendorff()
        .forEach((metric, each) -> {
          String name = metric.name().toLowerCase(Locale.ROOT);
          row(
              "Krippendorff's α",
              each.units(),
              each.alpha(),
              each.interval(),
              name + (metric == asked ? ", as asked" : ""),
              each.status());
        });
  }

  private void within(RatingAgreement.Within within, AnalyseAgreement.Scale scale) {
    row(
        "r_wg",
        within.ratees(),
        within.shown(),
        within.interval(),
        "about one ratee, against chance",
        within.status());
    if (within.skewed().isPresent()) {
      columns.row(
          "  against skewed",
          "",
          Figures.shown(within.skewed()),
          "",
          "",
          "where even chance avoids the low end");
    }
    columns.row(
        "AD",
        String.valueOf(within.ratees()),
        Figures.shown(within.fromMean()),
        "",
        "",
        "points from the mean; agreed below " + Figures.shown(scale.points() / 6.0));
  }

  private void row(
      String name, int n, Optional<Reliability> found, String says, AgreementStatus status) {
    row(
        name,
        n,
        found.map(it -> OptionalDouble.of(it.value())).orElse(OptionalDouble.empty()),
        found.map(it -> new Interval(it.lower(), it.upper())),
        says,
        status);
  }

  private void row(
      String name,
      int n,
      OptionalDouble value,
      Optional<Interval> interval,
      String says,
      AgreementStatus status) {
    columns.row(
        name,
        String.valueOf(n),
        Figures.shown(value),
        interval.map(it -> Figures.shown(it.lower())).orElse(Figures.NONE),
        interval.map(it -> Figures.shown(it.upper())).orElse(Figures.NONE),
        switch (status) {
          case OK -> says;
          case TOO_FEW -> "too few ratings of the same";
          case ZERO_VARIANCE -> "all ratings are the same";
          case NOT_IDENTIFIED -> "ratees do not differ, ratings do";
        });
  }
}
