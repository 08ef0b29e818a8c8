package io.fairlead.methods.goals;

import org.jspecify.annotations.Nullable;

/// From figures to a status. The chance of reaching the target decides where there is a forecast;
/// before that the pace does, by ratio or, since ratios jump in the first days, by the distance in
/// points of progress, whichever is kinder.
///
/// @param onTrack the chance from which on it is on track
/// @param atRisk the chance from which on it is at risk; below it is off track
/// @param paceOnTrack the pace ratio from which on it is on track
/// @param paceAtRisk likewise at risk
/// @param gapOnTrack how far behind the course, as a share of the way, still is on track
/// @param gapAtRisk likewise at risk
public record StatusRule(
    double onTrack,
    double atRisk,
    double paceOnTrack,
    double paceAtRisk,
    double gapOnTrack,
    double gapAtRisk) {

  /// Chance .7 and .3 (the design's); pace .9 and .6, or 5 and 15 points behind (ours).
  public static final StatusRule STANDARD = new StatusRule(0.7, 0.3, 0.9, 0.6, 0.05, 0.15);

  public StatusRule {
    if (!(atRisk <= onTrack && paceAtRisk <= paceOnTrack && gapOnTrack <= gapAtRisk)) {
      throw new IllegalArgumentException("on track is not worse than at risk");
    }
  }

  /// What a status is read from.
  ///
  /// @param newest the attainment of the newest check-in
  /// @param stale whether that check-in is too old, see [Freshness]
  /// @param confidence of the owner, 0..10; null if nobody said
  /// @param forecast null for a band, a yes-or-no and whatever has no course
  public record Evidence(
      Attainment newest,
      boolean stale,
      @Nullable Integer confidence,
      @Nullable Forecast forecast) {}

  /// The status of a key result. What is done stays done however old. A band is never done before
  /// its period is: inside it is on track, within its tolerance at risk, beyond off track. A
  /// yes-or-no that is not yet a yes goes by its owner's confidence, since nothing else is known.
  public Status of(KeyResult keyResult, Evidence evidence) {
    return switch (evidence.newest) {
      case Attainment.Invalid _ -> Status.NO_DATA;
      case Attainment.NoCheckIn _ ->
          keyResult instanceof KeyResult.YesNo ? byConfidence(evidence) : Status.NO_DATA;
      case Attainment.Scored scored -> ofScored(keyResult, scored, evidence);
    };
  }

  private Status ofScored(KeyResult keyResult, Attainment.Scored scored, Evidence evidence) {
    boolean band = keyResult instanceof KeyResult.Band;
    if (scored.unclipped() >= 1 && !band) {
      return Status.DONE;
    }
    if (evidence.stale) {
      return Status.STALE;
    }
    return switch (keyResult) {
      case KeyResult.Band _ -> byBand(scored.value());
      case KeyResult.YesNo _ -> byConfidence(evidence);
      case KeyResult.Increase _, KeyResult.Decrease _, KeyResult.Milestones _ ->
          evidence.forecast == null ? Status.NO_DATA : of(evidence.forecast);
    };
  }

  private static Status byBand(double score) {
    if (score >= 1) {
      return Status.ON_TRACK;
    }
    return score > 0 ? Status.AT_RISK : Status.OFF_TRACK;
  }

  private Status byConfidence(Evidence evidence) {
    return evidence.confidence == null ? Status.NO_DATA : byChance(evidence.confidence / 10.0);
  }

  /// What a forecast alone says.
  public Status of(Forecast forecast) {
    return switch (forecast) {
      case Forecast.Trend trend -> byChance(trend.probability());
      case Forecast.Paced paced -> byPace(paced.pace());
      case Forecast.None(Forecast.Why why, int _) ->
          why == Forecast.Why.NOT_STARTED ? Status.ON_TRACK : Status.NO_DATA;
    };
  }

  /// What the pace alone says.
  public Status byPace(Pace pace) {
    double behind = pace.expected() - pace.actual();
    Double ratio = pace.ratio();
    if (behind <= gapOnTrack || (ratio != null && ratio >= paceOnTrack)) {
      return Status.ON_TRACK;
    }
    if (behind <= gapAtRisk || (ratio != null && ratio >= paceAtRisk)) {
      return Status.AT_RISK;
    }
    return Status.OFF_TRACK;
  }

  private Status byChance(double chance) {
    if (chance >= onTrack) {
      return Status.ON_TRACK;
    }
    return chance >= atRisk ? Status.AT_RISK : Status.OFF_TRACK;
  }
}
