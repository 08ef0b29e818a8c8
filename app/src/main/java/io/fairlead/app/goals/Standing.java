package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.methods.goals.Agreement;
import io.fairlead.methods.goals.Attainment;
import io.fairlead.methods.goals.Course;
import io.fairlead.methods.goals.Forecast;
import io.fairlead.methods.goals.Forecasts;
import io.fairlead.methods.goals.Freshness;
import io.fairlead.methods.goals.Observation;
import io.fairlead.methods.goals.Pace;
import io.fairlead.methods.goals.Status;
import io.fairlead.methods.goals.StatusRule;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// How a key result stands today: computed when it is shown, from its track, since today moves on
/// by itself.
///
/// @param pace against the straight course, on the scale 0 (baseline) to 1 (target); null where
///   there is no course
/// @param forecast on the same scale; `KeyResultDefinition.atProgress` says it in the unit
/// @param stale whether the newest check-in is too old to say anything
public record Standing(
    Status status,
    @Nullable Double score,
    @Nullable Pace pace,
    @Nullable Forecast forecast,
    boolean stale,
    Agreement agreement) {

  public static Standing of(
      KeyResultDefinition keyResult, @Nullable Track track, Cycle cycle, LocalDate today) {
    if (track == null) {
      return new Standing(Status.NO_DATA, null, null, null, false, Agreement.UNKNOWN);
    }
    LocalDate end = keyResult.due() == null ? cycle.ends() : keyResult.due();
    boolean stale = stale(track, cycle, earlier(today, end));
    Forecast forecast = null;
    Pace pace = null;
    if (keyResult.hasCourse() && !track.points().isEmpty()) {
      double length = Math.max(1, cycle.starts().until(end, ChronoUnit.DAYS));
      Course course = Course.straight(0, 1, length);
      forecast = Forecasts.STANDARD.of(course, series(track, cycle));
      pace =
          Pace.of(course, dayOf(cycle, earlier(today, end)), track.points().getLast().progress());
    }
    Status status =
        StatusRule.STANDARD.of(
            keyResult.method(),
            new StatusRule.Evidence(newest(track), stale, track.confidence(), forecast));
    return new Standing(status, track.score(), pace, forecast, stale, agreement(track, forecast));
  }

  /// From when on others than the owner see that the forecast disagrees with the stated confidence:
  /// a check-in's rhythm after it first did, so far as the last two check-ins tell. Empty while the
  /// two agree.
  static Optional<LocalDate> disagreementShownFrom(
      KeyResultDefinition keyResult, @Nullable Track track, Cycle cycle, LocalDate today) {
    if (track == null || !of(keyResult, track, cycle, today).agreement.disagrees()) {
      return Optional.empty();
    }
    return Optional.of(
        disagreedBefore(keyResult, track, cycle)
            .orElse(track.lastDay())
            .plusDays(cycle.checkInEveryDays()));
  }

  /// The day of the check-in before the newest, if forecast and confidence disagreed then.
  private static Optional<LocalDate> disagreedBefore(
      KeyResultDefinition keyResult, Track track, Cycle cycle) {
    int before = track.points().size() - 1;
    if (track.previousConfidence() == null || before < 1) {
      return Optional.empty();
    }
    LocalDate end = keyResult.due() == null ? cycle.ends() : keyResult.due();
    Course course = Course.straight(0, 1, Math.max(1, dayOf(cycle, end)));
    Forecast then = Forecasts.STANDARD.of(course, series(track, cycle).subList(0, before));
    return then instanceof Forecast.Trend trend
            && Agreement.of(track.previousConfidence(), OptionalDouble.of(trend.probability()))
                .disagrees()
        ? Optional.of(track.points().get(before - 1).day())
        : Optional.empty();
  }

  private static List<Observation> series(Track track, Cycle cycle) {
    return track.points().stream()
        .map(point -> new Observation(dayOf(cycle, point.day()), point.progress()))
        .toList();
  }

  /// Days since the cycle began; may be negative before it does.
  private static double dayOf(Cycle cycle, LocalDate day) {
    return cycle.starts().until(day, ChronoUnit.DAYS);
  }

  private static boolean stale(Track track, Cycle cycle, LocalDate asOf) {
    double age = Math.max(0, track.lastDay().until(asOf, ChronoUnit.DAYS));
    return Freshness.of(age, cycle.checkInEveryDays()).isStale(cycle.checkInEveryDays());
  }

  private static Attainment newest(Track track) {
    if (track.score() == null) {
      return new Attainment.NoCheckIn();
    }
    return track.points().isEmpty()
        ? Attainment.of(track.score())
        : Attainment.of(track.points().getLast().progress());
  }

  private static Agreement agreement(Track track, @Nullable Forecast forecast) {
    if (track.confidence() == null || !(forecast instanceof Forecast.Trend trend)) {
      return Agreement.UNKNOWN;
    }
    return Agreement.of(track.confidence(), OptionalDouble.of(trend.probability()));
  }

  /// How many days ahead of its course (positive) or behind it (negative), rounded to whole days.
  public @Nullable Long daysAhead() {
    return pace == null ? null : Math.round(pace.daysAhead());
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
