package io.fairlead.methods.goals;

import java.util.Comparator;
import java.util.List;

/// How much of a series lay inside a band. The score of a band key result that has a series is the
/// share of its check-ins inside; the share of time, each check-in standing until the next and the
/// last until `until`, is shown beside it.
///
/// @param shareOfCheckIns between 0 and 1; the score
/// @param shareOfTime between 0 and 1; equals the share of check-ins if no time has passed
/// @param n how many check-ins
public record TimeInBand(double shareOfCheckIns, double shareOfTime, int n) {

  /// The score of a series, with its basis: invalid for a flawed band, no check-in for an empty
  /// series.
  public static Attainment score(KeyResult.Band band, List<Observation> series) {
    if (!band.flaws().isEmpty()) {
      return Attainment.invalid(band.flaws().getFirst());
    }
    if (series.isEmpty()) {
      return new Attainment.NoCheckIn();
    }
    double share = of(band, series, series.getLast().day()).shareOfCheckIns;
    return new Attainment.Scored(share, share, Attainment.Basis.SERIES);
  }

  /// @param series at least one check-in, in any order
  /// @param until the day up to which the last check-in stands
  public static TimeInBand of(KeyResult.Band band, List<Observation> series, double until) {
    if (series.isEmpty()) {
      throw new IllegalArgumentException("a series has at least one check-in");
    }
    List<Observation> inOrder =
        series.stream().sorted(Comparator.comparingDouble(Observation::day)).toList();
    double inside = 0;
    double all = 0;
    long hits = 0;
    for (int i = 0; i < inOrder.size(); i++) {
      Observation now = inOrder.get(i);
      double next = i + 1 < inOrder.size() ? inOrder.get(i + 1).day() : Math.max(until, now.day());
      boolean holds = band.holds(now.value());
      hits += holds ? 1 : 0;
      all += next - now.day();
      inside += holds ? next - now.day() : 0;
    }
    double shareOfCheckIns = (double) hits / inOrder.size();
    return new TimeInBand(
        shareOfCheckIns, all > 0 ? inside / all : shareOfCheckIns, inOrder.size());
  }
}
