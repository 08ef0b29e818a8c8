package io.fairlead.app.goals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key result's check-ins in the form that one row of a page needs: one point a day, kept with
/// the key result and recomputed from the check-ins whenever one is added or the key result
/// changes.
///
/// @param points progress by day, unclipped: 0 at the baseline, 1 at the target; the score for
///   kinds without a scale; empty while the baseline is unknown
/// @param value the newest figure, in the key result's unit
/// @param score the newest score, 0 to 1; null while it cannot be computed
public record Track(
    List<Point> points,
    @Nullable BigDecimal value,
    @Nullable Double score,
    @Nullable Integer confidence,
    @Nullable Integer previousConfidence,
    LocalDate lastDay,
    UUID lastBy) {

  public Track {
    points = List.copyOf(points);
  }

  public record Point(LocalDate day, double progress) {}
}
