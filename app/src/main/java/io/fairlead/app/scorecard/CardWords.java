package io.fairlead.app.scorecard;

import io.fairlead.app.measures.Measure;
import io.fairlead.app.measures.MeasurePlan;
import io.fairlead.app.platform.web.Status;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.scorecard.CardReport;
import io.fairlead.methods.scorecard.Score;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;

/// What a card shows, in words. That a score counts as near from 0.7 on is ours.
public final class CardWords {
  private static final double NEAR = 0.7;
  private static final double HAIR = 1e-9;

  private CardWords() {}

  /// Whether what is scored is where it should be.
  public static Status status(OptionalDouble score) {
    if (score.isEmpty()) {
      return Status.NO_DATA;
    }
    if (score.getAsDouble() >= 1 - HAIR) {
      return Status.ON_TRACK;
    }
    return score.getAsDouble() >= NEAR - HAIR ? Status.AT_RISK : Status.OFF_TRACK;
  }

  /// `82 %`, or a dash.
  public static String score(Words words, OptionalDouble score) {
    return score.isPresent() ? words.percent(score.getAsDouble()) : "–";
  }

  /// How much of the weight has data, where it is not all.
  public static String coverage(Words words, Score score) {
    return score.coverage() >= 1 - HAIR
        ? ""
        : words.text("scorecards.coverage", words.percent(score.coverage()));
  }

  /// `8 points more`, `the same`, or that nobody can tell.
  static String change(Words words, OptionalDouble by) {
    if (by.isEmpty()) {
      return words.text("scorecards.change.unknown");
    }
    long points = Math.round(by.getAsDouble() * 100);
    if (points == 0) {
      return words.text("scorecards.change.none");
    }
    return words.text(
        points < 0 ? "scorecards.change.less" : "scorecards.change.more", Math.abs(points));
  }

  /// `8 points more, from 62 %`; what is known where one of them has no score, else nothing.
  static String change(Words words, OptionalDouble before, OptionalDouble after) {
    if (before.isEmpty()) {
      return after.isEmpty() ? "" : words.text("scorecards.change.new");
    }
    if (after.isEmpty()) {
      return words.text("scorecards.change.gone", score(words, before));
    }
    double by = after.getAsDouble() - before.getAsDouble();
    String change = change(words, OptionalDouble.of(by));
    return Math.round(by * 100) == 0
        ? change
        : words.text("scorecards.change.from", change, score(words, before));
  }

  /// `May 2026`, `Q2 2026`, `2026`, or from when to when.
  static String period(Words words, CardPeriod period) {
    LocalDate first = period.first();
    if (period.equals(CardPeriod.month(first))) {
      return DateTimeFormatter.ofPattern("LLLL yyyy", words.locale()).format(first);
    }
    if (period.equals(CardPeriod.quarter(first))) {
      return words.text(
          "scorecards.period.of-quarter",
          first.get(IsoFields.QUARTER_OF_YEAR),
          String.valueOf(first.getYear()));
    }
    return period.equals(CardPeriod.year(first))
        ? String.valueOf(first.getYear())
        : words.text(
            "scorecards.period.from-to", words.plainDate(first), words.plainDate(period.last()));
  }

  /// `6.4 %, 30 April`, or why there is no score.
  public static String value(Words words, ScoredMeasure scored) {
    Measure measure = scored.measure();
    if (measure == null || scored.value() == null) {
      return words.text("scorecards.state." + scored.state().code());
    }
    String value =
        words.text(
            "scorecards.value",
            figure(words, measure.plan(), scored.value().value()),
            words.date(scored.value().day()));
    return scored.state() == ScoredMeasure.State.SCORED
        ? value
        : words.text(
            "scorecards.value-but", value, words.text("scorecards.state." + scored.state().code()));
  }

  /// What scores 1: `at least 40 %`, `95 to 99 %`.
  public static String target(Words words, ScoredMeasure scored) {
    Measure measure = scored.measure();
    if (measure == null) {
      return "–";
    }
    MeasurePlan plan = measure.plan();
    BigDecimal target = CardScores.target(scored.weighed(), measure);
    return switch (plan.way()) {
      case HIGHER, LOWER, TARGET ->
          target == null ? "–" : figure(words, plan, target.doubleValue());
      case BAND ->
          plan.low() == null || plan.high() == null
              ? "–"
              : words.text(
                  "scorecards.band",
                  words.number(plan.low().doubleValue(), plan.decimals()),
                  figure(words, plan, plan.high().doubleValue()));
    };
  }

  static String figure(Words words, MeasurePlan plan, double value) {
    String figure = words.number(value, plan.decimals());
    return plan.unit().isEmpty() ? figure : words.text("measures.figure", figure, plan.unit());
  }

  /// What the card lacks, in sentences; the share of leading measures first.
  public static List<String> report(Words words, ScoredCard scored) {
    CardReport report = scored.report();
    List<String> said = new ArrayList<>();
    if (report.measures() > 0) {
      said.add(
          words.text(
              "scorecards.report.leading",
              report.leading(),
              report.measures() - report.leading(),
              words.percent((double) report.leading() / report.measures())));
    }
    if (!report.sumsToOne() && !scored.card().perspectives().isEmpty()) {
      said.add(words.text("scorecards.report.weights", words.percent(report.weightSum())));
    }
    report
        .emptyPerspectives()
        .forEach(each ->
            said.add(words.text("scorecards.report.empty", perspective(scored.card(), each))));
    report
        .unmeasured()
        .forEach(each ->
            said.add(words.text("scorecards.report.unmeasured", objective(scored.card(), each))));
    report
        .heavyPerspectives()
        .forEach(each ->
            said.add(words.text("scorecards.report.heavy", perspective(scored.card(), each))));
    report
        .lightPerspectives()
        .forEach(each ->
            said.add(words.text("scorecards.report.light", perspective(scored.card(), each))));
    report
        .heavyMeasures()
        .forEach(each ->
            said.add(words.text("scorecards.report.heavy-measure", measure(words, scored, each))));
    return said;
  }

  private static String perspective(Scorecard card, String id) {
    return card.perspectives().stream()
        .filter(each -> each.id().toString().equals(id))
        .findFirst()
        .orElseThrow()
        .name();
  }

  private static String objective(Scorecard card, String id) {
    return card.objectives()
        .filter(each -> each.id().toString().equals(id))
        .findFirst()
        .orElseThrow()
        .title();
  }

  private static String measure(Words words, ScoredCard scored, String id) {
    return scored.measures().values().stream()
        .filter(each -> each.weighed().measure().equals(UUID.fromString(id)))
        .map(each -> name(words, each))
        .findFirst()
        .orElseThrow();
  }

  /// The measure's name, or that it is not visible to the viewer.
  public static String name(Words words, ScoredMeasure scored) {
    Measure measure = scored.measure();
    return measure == null ? words.text("scorecards.hidden") : measure.plan().name();
  }
}
