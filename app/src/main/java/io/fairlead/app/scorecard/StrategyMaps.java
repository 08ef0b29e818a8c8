package io.fairlead.app.scorecard;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.measures.DayValue;
import io.fairlead.app.measures.Frequency;
import io.fairlead.app.measures.Measure;
import io.fairlead.app.measures.MeasureHistories;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.scorecard.Scorecard.Objective;
import io.fairlead.methods.measures.Dependencies;
import io.fairlead.methods.scorecard.ArrowTest;
import io.fairlead.methods.scorecard.Sign;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The strategy map of a scorecard: arrows between its objectives, each held to the history of the
/// first measures at its ends that the viewer may read.
@Component
public class StrategyMaps {
  private static final int LONGEST_LAG = 60;
  private static final int LONGEST_NOTE = 1_000;

  /// With more periods the test looks at too many lags to find one; longer periods are taken then.
  private static final int MOST_PERIODS = 12;

  private final Scorecards scorecards;
  private final ArrowStore store;
  private final MeasureHistories histories;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  StrategyMaps(
      Scorecards scorecards,
      ArrowStore store,
      MeasureHistories histories,
      Idempotency idempotency,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.scorecards = scorecards;
    this.store = store;
    this.histories = histories;
    this.idempotency = idempotency;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// An arrow with what the data say of it.
  ///
  /// @param from the measure at its beginning; null without one that the viewer may read
  /// @param test null without both measures
  /// @param period what the test compared, such as months
  /// @param expectedLag of the arrow, in such periods
  public record Tested(
      Arrow arrow,
      @Nullable Measure from,
      @Nullable Measure to,
      @Nullable ArrowTest test,
      Frequency period,
      int expectedLag) {

    /// `supported`, `not-supported` or `too-little-data`.
    public String state() {
      return switch (test == null ? ArrowTest.Finding.TOO_LITTLE_DATA : test.finding()) {
        case SUPPORTED -> "supported";
        case OTHER_SIGN, NO_LEAD -> "not-supported";
        case TOO_LITTLE_DATA -> "too-little-data";
      };
    }
  }

  /// The arrows of a card, each tested on what the viewer may read.
  public List<Tested> of(Viewer viewer, Scorecard card) {
    List<Arrow> arrows = store.of(card.id());
    Map<UUID, Measure> measures = histories.measures(viewer, card.measures());
    Map<UUID, Measure> firsts = new HashMap<>();
    card.objectives()
        .forEach(
            each -> first(each, measures).ifPresent(measure -> firsts.put(each.id(), measure)));
    Set<UUID> needed = new HashSet<>();
    for (Arrow arrow : arrows) {
      if (firsts.containsKey(arrow.from()) && firsts.containsKey(arrow.to())) {
        needed.add(Objects.requireNonNull(firsts.get(arrow.from())).id());
        needed.add(Objects.requireNonNull(firsts.get(arrow.to())).id());
      }
    }
    Map<UUID, List<DayValue>> values = histories.values(viewer, needed);
    return arrows.stream()
        .map(each -> tested(each, firsts.get(each.from()), firsts.get(each.to()), values))
        .toList();
  }

  private static Optional<Measure> first(Objective objective, Map<UUID, Measure> measures) {
    return objective.measures().stream()
        .map(each -> measures.get(each.measure()))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static Tested tested(
      Arrow arrow, @Nullable Measure from, @Nullable Measure to, Map<UUID, List<DayValue>> values) {
    if (from == null || to == null || from.id().equals(to.id())) {
      return new Tested(arrow, from, to, null, Frequency.MONTHLY, arrow.lagMonths());
    }
    Frequency period = period(from, to, arrow.lagMonths());
    int lag = (int) Math.round(arrow.lagMonths() / months(period));
    ArrowTest test =
        ArrowTest.of(
            arrow.sign(),
            lag,
            byPeriod(from, values.getOrDefault(from.id(), List.of()), period),
            byPeriod(to, values.getOrDefault(to.id(), List.of()), period));
    return new Tested(arrow, from, to, test, period, lag);
  }

  /// The shortest that both measures have and in which the lag is not too long.
  private static Frequency period(Measure from, Measure to, int lagMonths) {
    int least = Math.max(from.plan().frequency().days(), to.plan().frequency().days());
    return Arrays.stream(Frequency.values())
        .filter(each -> each.days() >= least && lagMonths / months(each) <= MOST_PERIODS)
        .findFirst()
        .orElse(Frequency.YEARLY);
  }

  private static double months(Frequency period) {
    return switch (period) {
      case DAILY -> 12 / 365.25;
      case WEEKLY -> 7 * 12 / 365.25;
      case MONTHLY -> 1;
      case QUARTERLY -> 3;
      case YEARLY -> 12;
    };
  }

  /// The mean of each period, turned so that more is better.
  private static NavigableMap<Long, Double> byPeriod(
      Measure measure, List<DayValue> values, Frequency period) {
    NavigableMap<Long, Double> byPeriod = new TreeMap<>();
    values.stream()
        .filter(each -> better(measure, each.value()) != null)
        .collect(
            Collectors.groupingBy(
                each -> number(each, period),
                Collectors.averagingDouble(
                    each -> Objects.requireNonNull(better(measure, each.value())))))
        .forEach(byPeriod::put);
    return byPeriod;
  }

  private static long number(DayValue value, Frequency period) {
    long month = value.day().getYear() * 12L + value.day().getMonthValue() - 1;
    return switch (period) {
      case DAILY -> value.day().toEpochDay();
      // Day 0 was a Thursday; weeks begin on Monday.
      case WEEKLY -> Math.floorDiv(value.day().toEpochDay() + 3, 7);
      case MONTHLY -> month;
      case QUARTERLY -> Math.floorDiv(month, 3);
      case YEARLY -> value.day().getYear();
    };
  }

  private static @Nullable Double better(Measure measure, double value) {
    BigDecimal target = measure.plan().target();
    BigDecimal low = measure.plan().low();
    BigDecimal high = measure.plan().high();
    return switch (measure.plan().way()) {
      case HIGHER -> (Double) value;
      case LOWER -> (Double) (-value);
      case TARGET -> target == null ? null : (Double) (-Math.abs(value - target.doubleValue()));
      case BAND ->
          low == null || high == null
              ? null
              : (Double)
                  (-Math.max(0, Math.max(low.doubleValue() - value, value - high.doubleValue())));
    };
  }

  /// Draws an arrow; one that would close a circle is refused with the path.
  ///
  /// @param key lets it take effect once, however often it is sent
  /// @return its id
  public Outcome<UUID> draw(Viewer writer, UUID card, ArrowInput input, @Nullable String key) {
    return idempotency.once(
        writer.person(),
        "strategy-arrow.draw",
        key,
        List.of(card, input),
        UUID.class,
        () ->
            scorecards
                .mine(writer, card, null)
                .then(found -> read(found, input))
                .then(arrow -> {
                  store.insert(arrow, writer.person(), clock.instant());
                  audit.record(
                      writer.person(), "strategy-arrow.drawn", ScorecardRules.RECORD, card, null);
                  return Outcome.done(arrow.id());
                }));
  }

  private Outcome<Arrow> read(Scorecard card, ArrowInput input) {
    List<Reason> wrong = new ArrayList<>();
    Map<UUID, String> titles =
        card.objectives().collect(Collectors.toMap(Objective::id, Objective::title));
    String code = Objects.requireNonNullElse(input.sign(), Sign.HELPS.code());
    Optional<Sign> sign =
        Arrays.stream(Sign.values()).filter(each -> each.code().equals(code)).findFirst();
    int lag = Objects.requireNonNullElse(input.lagMonths(), 0);
    String note = Objects.requireNonNullElse(input.note(), "").strip();
    UUID from = input.from();
    UUID to = input.to();
    if (from == null || !titles.containsKey(from)) {
      wrong.add(Reason.invalid("from", "scorecards.not-on-card"));
    }
    if (to == null || !titles.containsKey(to)) {
      wrong.add(Reason.invalid("to", "scorecards.not-on-card"));
    }
    if (sign.isEmpty()) {
      wrong.add(Reason.invalid("sign", "scorecards.unknown-choice"));
    }
    if (lag < 0 || lag > LONGEST_LAG) {
      wrong.add(Reason.invalid("lagMonths", "scorecards.lag", LONGEST_LAG));
    }
    if (note.length() > LONGEST_NOTE) {
      wrong.add(Reason.invalid("note", "too-long", LONGEST_NOTE));
    }
    if (from == null || to == null || !wrong.isEmpty()) {
      return Outcome.refused(wrong);
    }
    return fitting(card, new Arrow(ids.next(), from, to, sign.orElseThrow(), lag, note), titles);
  }

  private Outcome<Arrow> fitting(Scorecard card, Arrow arrow, Map<UUID, String> titles) {
    Map<UUID, List<UUID>> arrows = new HashMap<>();
    for (Arrow each : store.of(card.id())) {
      if (each.from().equals(arrow.from()) && each.to().equals(arrow.to())) {
        return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "scorecards.arrow-twice"));
      }
      arrows.computeIfAbsent(each.from(), _ -> new ArrayList<>()).add(each.to());
    }
    arrows.computeIfAbsent(arrow.from(), _ -> new ArrayList<>()).add(arrow.to());
    return switch (Dependencies.of(arrows)) {
      case Dependencies.Ordered<UUID> _ -> Outcome.done(arrow);
      case Dependencies.Circular<UUID>(List<UUID> path) ->
          Outcome.refused(
              Reason.of(
                  Reason.Kind.CONFLICT,
                  "scorecards.arrow-circle",
                  path.stream()
                      .map(each -> titles.getOrDefault(each, "?"))
                      .collect(Collectors.joining(" → "))));
    };
  }

  /// Takes an arrow away.
  public Outcome<UUID> erase(Viewer writer, UUID card, UUID arrow, @Nullable String key) {
    return idempotency.once(
        writer.person(),
        "strategy-arrow.erase",
        key,
        List.of(card, arrow),
        UUID.class,
        () ->
            scorecards
                .mine(writer, card, null)
                .then(_ -> {
                  if (store.of(card).stream().noneMatch(each -> each.id().equals(arrow))) {
                    return Outcome.refused(Reason.notFound());
                  }
                  store.delete(arrow);
                  audit.record(
                      writer.person(), "strategy-arrow.erased", ScorecardRules.RECORD, card, null);
                  return Outcome.done(arrow);
                }));
  }
}
