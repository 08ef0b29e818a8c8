package io.fairlead.methods.goals;

import org.jspecify.annotations.Nullable;

/// Where a key result stands against its course on a day.
///
/// Worked: from 20 to 50 in 90 days, at 33 on day 42: expected 0.4667, actual 0.4333, ratio 0.9286,
/// three days behind, 0.354 a day needed from now on, 47.86 at the end if it goes on like this.
///
/// @param expected share of the way expected, 0..1
/// @param actual share of the way come, unclipped
/// @param ratio `actual / expected`; absent while nothing is expected yet
/// @param daysAhead how many days of the course it is ahead (positive) or behind (negative): the
///   distance from today to the day on which the course expects what has been reached
/// @param requiredPerDay the change a day, in the key result's unit, that still reaches the target;
///   absent when no day is left; 0 when the target is reached
/// @param forecast the figure at the end at this pace, `baseline + ratio · (target − baseline)`;
///   absent with the ratio
public record Pace(
    double expected,
    double actual,
    @Nullable Double ratio,
    double daysAhead,
    @Nullable Double requiredPerDay,
    @Nullable Double forecast) {

  /// @param day today, in days since the start
  /// @param value the newest figure
  public static Pace of(Course course, double day, double value) {
    double expected = course.expected(day);
    double actual = course.progress(value);
    Double ratio = expected > 0 ? actual / expected : null;
    Double forecast =
        ratio == null ? null : course.baseline() + ratio * (course.target() - course.baseline());
    double today = Math.clamp(day / course.days(), 0.0, 1.0);
    double ahead = (course.curve().timeAt(actual, today) - today) * course.days();
    return new Pace(expected, actual, ratio, ahead, required(course, day, value, actual), forecast);
  }

  private static @Nullable Double required(Course course, double day, double value, double actual) {
    if (actual >= 1) {
      return 0.0;
    }
    double left = course.days() - Math.max(day, 0);
    return left > 0 ? (course.target() - value) / left : null;
  }
}
