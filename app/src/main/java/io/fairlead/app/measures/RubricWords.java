package io.fairlead.app.measures;

import io.fairlead.app.measures.RubricResults.Report;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.agreement.GroupMean;
import io.fairlead.methods.agreement.Interval;
import io.fairlead.methods.agreement.OneWay;
import io.fairlead.methods.agreement.Reliability;
import io.fairlead.methods.agreement.RubricResult;
import io.fairlead.methods.agreement.SamplePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What scores come to and what a plan buys, in sentences.
final class RubricWords {
  /// What one rater's reliability is taken for while nothing is known.
  private static final double ASSUMED = 0.5;

  private static final double WANTED = 0.8;
  private static final double HIGHEST = 0.99;
  private static final double WIDTH = 0.4;

  private RubricWords() {}

  /// `4 of 6 samples are scored by all who were asked, by 3 people.`
  static String counted(Words words, Report report) {
    return report.added() == 0
        ? words.text("rubric.no-samples", words.date(report.from()), words.date(report.to()))
        : words.text(
            "rubric.counted",
            words.date(report.from()),
            words.date(report.to()),
            report.added(),
            report.complete(),
            report.raters());
  }

  /// `Their mean is 3.6, and with 95 % confidence 3.1 to 4.1.` Null without a value.
  static @Nullable String mean(Words words, RubricResult result) {
    Optional<GroupMean> value = result.value();
    if (value.isEmpty()) {
      return null;
    }
    String mean = words.number(value.get().mean(), 2);
    Optional<Interval> interval =
        value.get().interval().filter(_ -> result.samples() >= RubricResult.FEWEST);
    return interval.isEmpty()
        ? words.text("rubric.mean", mean)
        : words.text(
            "rubric.mean-interval",
            mean,
            words.number(interval.get().lower(), 2),
            words.number(interval.get().upper(), 2));
  }

  /// Whether people agree, and what cannot be said of it for want of data.
  static List<String> agreement(Words words, RubricResult result) {
    List<String> said = new ArrayList<>();
    said.add(
        switch (result.status()) {
          case OK -> reliability(words, result.reliability());
          case TOO_FEW ->
              words.text("rubric.icc-few", RubricResult.FEWEST, result.reliability().samples());
          case ZERO_VARIANCE -> words.text("rubric.icc-same");
          case NOT_IDENTIFIED -> words.text("rubric.icc-still");
        });
    said.add(
        result.within().isEmpty()
            ? words.text("rubric.within-few")
            : words.text(
                "rubric.within",
                words.number(result.meanWithin().orElseThrow(), 2),
                words.number(result.medianWithin().orElseThrow(), 2),
                result.within().size(),
                words.number(result.distance().orElseThrow(), 2),
                words.number(result.cutOff(), 2)));
    if (result.left() > 0) {
      said.add(words.text("rubric.left", result.left()));
    }
    return said;
  }

  private static String reliability(Words words, OneWay found) {
    Reliability one = found.one().orElseThrow();
    Reliability mean = found.mean().orElseThrow();
    return words.text(
        "rubric.icc",
        words.text("rubric.icc." + grade(one.value())),
        words.number(one.value(), 2),
        words.number(one.lower(), 2),
        words.number(one.upper(), 2),
        words.number(found.size(), 1),
        words.number(mean.value(), 2),
        found.samples());
  }

  /// How well scores tell samples apart, by the bounds of Koo and Li (2016).
  private static String grade(double reliability) {
    if (reliability < 0.5) {
      return "poor";
    }
    return reliability < 0.75 ? "moderate" : reliability < 0.9 ? "good" : "excellent";
  }

  /// `6 samples a month, each scored by 2 people.`
  static String plan(Words words, MeasurePlan measure, Rubric rubric) {
    return words.text(
        "rubric.plan." + measure.frequency().code(), rubric.samples(), rubric.raters());
  }

  /// What that plan can tell, from what is known of these scores or, before, from what is usual.
  static List<String> buys(Words words, Report report) {
    List<String> said = new ArrayList<>();
    RubricResult all = report.all();
    int raters = report.rubric().raters();
    boolean known =
        switch (all.status()) {
          case OK -> true;
          case TOO_FEW, ZERO_VARIANCE, NOT_IDENTIFIED -> false;
        };
    double one =
        known ? Math.clamp(all.reliability().one().orElseThrow().value(), 0, HIGHEST) : ASSUMED;
    said.add(
        words.text(
            known ? "rubric.buys-known" : "rubric.buys-assumed",
            words.number(one, 2),
            raters,
            words.number(Reliability.ofMean(one, raters), 2)));
    SamplePlan.raters(one, WANTED)
        .ifPresentOrElse(
            needed -> said.add(words.text("rubric.buys-raters", words.number(WANTED, 1), needed)),
            () -> said.add(words.text("rubric.buys-never")));
    if (raters < 2) {
      said.add(words.text("rubric.buys-alone"));
      return said;
    }
    int samples = SamplePlan.samples(one, raters, WIDTH);
    said.add(
        words.text(
            "rubric.buys-samples",
            words.number(WIDTH / 2, 1),
            samples,
            Math.ceilDiv(samples, report.rubric().samples())));
    all.value()
        .filter(_ -> all.samples() >= RubricResult.FEWEST)
        .ifPresent(value ->
            SamplePlan.within(value.deviation(), report.rubric().samples())
                .ifPresent(
                    half -> said.add(words.text("rubric.buys-mean", words.number(half, 2)))));
    return said;
  }
}
