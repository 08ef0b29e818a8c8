package io.fairlead.app.scorecard;

import io.fairlead.app.measures.DayValue;
import io.fairlead.app.measures.Measure;
import io.fairlead.app.measures.MeasureHistories;
import io.fairlead.app.measures.MeasurePlan;
import io.fairlead.app.measures.Tense;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.scorecard.Scorecard.Weighed;
import io.fairlead.methods.scorecard.Card;
import io.fairlead.methods.scorecard.CardComparison;
import io.fairlead.methods.scorecard.CardReport;
import io.fairlead.methods.scorecard.CardScore;
import io.fairlead.methods.scorecard.Yardstick;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Scores cards as one viewer may see them: a measure that is not theirs has no score for them.
@Component
class CardScores {
  private final MeasureHistories histories;

  CardScores(MeasureHistories histories) {
    this.histories = histories;
  }

  /// What stands in the way of a yardstick, and in which field.
  record Flaw(String field, String code) {}

  /// Where the card stood on a day.
  ScoredCard of(Viewer viewer, Scorecard card, LocalDate day) {
    return all(viewer, List.of(card), day).getFirst();
  }

  /// Where all the cards stood on a day; two statements, however many there are.
  List<ScoredCard> all(Viewer viewer, List<Scorecard> cards, LocalDate day) {
    List<UUID> ids = cards.stream().flatMap(each -> each.measures().stream()).distinct().toList();
    Map<UUID, Measure> measures = histories.measures(viewer, ids);
    Map<UUID, DayValue> latest = histories.latest(viewer, ids, day);
    return cards.stream().map(each -> scored(each, measures, latest, day)).toList();
  }

  /// Where the card stood on two days, by its weights and floors as they are now.
  Compared compare(Viewer viewer, Scorecard card, LocalDate from, LocalDate to) {
    ScoredCard before = of(viewer, card, from);
    ScoredCard after = of(viewer, card, to);
    return new Compared(before, after, CardComparison.of(before.score(), after.score()));
  }

  /// By measure of the card a few of its values until a day, for a small picture.
  Map<UUID, List<Double>> small(Viewer viewer, Scorecard card, LocalDate day) {
    return histories.small(viewer, card.measures(), day);
  }

  private static ScoredCard scored(
      Scorecard card, Map<UUID, Measure> measures, Map<UUID, DayValue> latest, LocalDate day) {
    Map<UUID, ScoredMeasure> scored = new LinkedHashMap<>();
    card.objectives()
        .flatMap(each -> each.measures().stream())
        .forEach(each ->
            scored.put(
                each.id(),
                scored(each, measures.get(each.measure()), latest.get(each.measure()), day)));
    Card arithmetic = arithmetic(card, scored);
    return new ScoredCard(card, day, scored, CardScore.of(arithmetic), CardReport.of(arithmetic));
  }

  private static ScoredMeasure scored(
      Weighed weighed, @Nullable Measure measure, @Nullable DayValue value, LocalDate day) {
    if (measure == null) {
      return new ScoredMeasure(
          weighed, null, null, OptionalDouble.empty(), ScoredMeasure.State.NOT_VISIBLE);
    }
    if (value == null) {
      return new ScoredMeasure(
          weighed, measure, null, OptionalDouble.empty(), ScoredMeasure.State.NO_VALUE);
    }
    if (measure.plan().frequency().isLate(value.day(), day)) {
      return new ScoredMeasure(
          weighed, measure, value, OptionalDouble.empty(), ScoredMeasure.State.TOO_OLD);
    }
    Optional<Yardstick> yardstick = yardstick(weighed, measure);
    if (yardstick.isEmpty()) {
      return new ScoredMeasure(
          weighed, measure, value, OptionalDouble.empty(), ScoredMeasure.State.NO_YARDSTICK);
    }
    return new ScoredMeasure(
        weighed,
        measure,
        value,
        OptionalDouble.of(yardstick.get().score(value.value())),
        ScoredMeasure.State.SCORED);
  }

  private static Card arithmetic(Scorecard card, Map<UUID, ScoredMeasure> scored) {
    return new Card(
        card.perspectives().stream()
            .map(perspective ->
                new Card.Perspective(
                    perspective.id().toString(),
                    perspective.weight().doubleValue(),
                    perspective.objectives().stream()
                        .map(objective ->
                            new Card.Objective(
                                objective.id().toString(),
                                objective.weight().doubleValue(),
                                objective.measures().stream()
                                    .map(each ->
                                        arithmetic(Objects.requireNonNull(scored.get(each.id()))))
                                    .toList()))
                        .toList()))
            .toList());
  }

  private static Card.Measure arithmetic(ScoredMeasure scored) {
    Measure measure = scored.measure();
    return new Card.Measure(
        scored.weighed().measure().toString(),
        scored.weighed().weight().doubleValue(),
        measure != null && measure.plan().tense() == Tense.LEADING,
        scored.score());
  }

  /// What the measure is held against on this card; empty while its floor or target is missing.
  static Optional<Yardstick> yardstick(Weighed weighed, Measure measure) {
    return drawn(weighed, measure).filter(each -> each.flaws().isEmpty());
  }

  private static Optional<Yardstick> drawn(Weighed weighed, Measure measure) {
    MeasurePlan plan = measure.plan();
    BigDecimal floor = weighed.floor();
    BigDecimal target = target(weighed, measure);
    if (floor == null) {
      return Optional.empty();
    }
    double zero = floor.doubleValue();
    return switch (plan.way()) {
      case HIGHER, LOWER ->
          target == null
              ? Optional.empty()
              : Optional.of(
                  new Yardstick.Way(
                      zero,
                      target.doubleValue(),
                      weighed.stretch() == null ? null : weighed.stretch().doubleValue()));
      case TARGET ->
          target == null
              ? Optional.empty()
              : Optional.of(
                  Yardstick.around(target.doubleValue(), Math.abs(zero - target.doubleValue())));
      case BAND -> band(plan, zero);
    };
  }

  private static Optional<Yardstick> band(MeasurePlan plan, double zero) {
    if (plan.low() == null || plan.high() == null) {
      return Optional.empty();
    }
    double low = plan.low().doubleValue();
    double high = plan.high().doubleValue();
    return Optional.of(new Yardstick.Band(low, high, Math.max(low - zero, zero - high)));
  }

  /// The card's own target, or the measure's.
  static @Nullable BigDecimal target(Weighed weighed, Measure measure) {
    return weighed.target() == null ? measure.plan().target() : weighed.target();
  }

  /// What forbids the figures on the card; nothing while they are incomplete.
  static Optional<Flaw> flaw(Weighed weighed, Measure measure) {
    Optional<Yardstick> drawn = drawn(weighed, measure);
    if (drawn.isPresent() && !drawn.get().flaws().isEmpty()) {
      Yardstick.Flaw flaw = drawn.get().flaws().getFirst();
      boolean stretched = flaw == Yardstick.Flaw.STRETCH_SHORT_OF_TARGET;
      return Optional.of(new Flaw(stretched ? "stretch" : "floor", flaw.code()));
    }
    BigDecimal floor = weighed.floor();
    BigDecimal target = target(weighed, measure);
    if (floor == null || target == null) {
      return Optional.empty();
    }
    boolean wrongSide =
        switch (measure.plan().way()) {
          case HIGHER -> floor.compareTo(target) > 0;
          case LOWER -> floor.compareTo(target) < 0;
          case TARGET, BAND -> false;
        };
    return wrongSide ? Optional.of(new Flaw("floor", "floor-beyond-target")) : Optional.empty();
  }
}
