package io.fairlead.methods.goals;

/// Whether the newest check-in still says something.
///
/// @param ageDays days since the newest check-in, or since the start if there is none
/// @param missed check-ins that were due before today and did not come
public record Freshness(double ageDays, int missed) {
  private static final double LENIENCE = 1.5;
  private static final double FORTNIGHT = 14;

  public Freshness {
    if (!(ageDays >= 0) || missed < 0) {
      throw new IllegalArgumentException("no check-in is younger than today");
    }
  }

  /// With one check-in due every `cadenceDays` after the last: on day 14 of a weekly rhythm one was
  /// missed and one is due today.
  public static Freshness of(double ageDays, double cadenceDays) {
    if (!(cadenceDays > 0)) {
      throw new IllegalArgumentException("a rhythm takes some days: " + cadenceDays);
    }
    return new Freshness(ageDays, (int) Math.max(0, Math.ceil(ageDays / cadenceDays) - 1));
  }

  /// Stale: older than one and a half rhythms and than 14 days, or two check-ins missed.
  public boolean isStale(double cadenceDays) {
    return ageDays > Math.max(LENIENCE * cadenceDays, FORTNIGHT) || missed >= 2;
  }
}
