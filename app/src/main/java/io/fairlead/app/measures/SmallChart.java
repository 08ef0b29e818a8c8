package io.fairlead.app.measures;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A series in small, 240 by 64 pixels: its line by time, its usual range behind it, its end. The
/// words beside it say what it is.
///
/// @param range where the usual range of the latest value lies, as far back as it is true; null
///   without one
/// @param turn how its end is to be taken, as `Standing.turn` says
public record SmallChart(
    String points, @Nullable Range range, String endX, String endY, String turn) {
  static final int WIDTH = 240;
  static final int HEIGHT = 64;
  private static final int EDGE = 5;

  /// How wide the range is drawn at least, at the end of the line.
  private static final int LEAST_RANGE = 24;

  /// Where it begins, its width, its upper edge, its height and its mean, in pixels.
  public record Range(String left, String width, String top, String height, String centre) {}

  static @Nullable SmallChart of(Standing standing, Way way) {
    List<Double> values = standing.values();
    if (values.isEmpty()) {
      return null;
    }
    Double lower = standing.lower();
    Double upper = standing.upper();
    Double centre = standing.centre();
    double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    if (lower != null && upper != null) {
      low = Math.min(low, lower);
      high = Math.max(high, upper);
    }
    Scale y = new Scale(low, high, HEIGHT - EDGE, EDGE);
    LocalDate first = standing.days().getFirst();
    LocalDate last = standing.days().getLast();
    Scale x = new Scale(epoch(first), epoch(last), EDGE, WIDTH - EDGE);
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      Scale.point(points, x.pixel(epoch(standing.days().get(i))), y.pixel(values.get(i)));
    }
    LocalDate from = standing.rangeFrom();
    double left =
        from == null
            ? WIDTH - LEAST_RANGE
            : from.isAfter(first) ? Math.min(x.pixel(epoch(from)), WIDTH - LEAST_RANGE) : 0;
    Range range =
        lower == null || upper == null || centre == null
            ? null
            : new Range(
                Scale.text(left),
                Scale.text(WIDTH - left),
                y.at(upper),
                Scale.text(y.pixel(lower) - y.pixel(upper)),
                y.at(centre));
    return new SmallChart(
        points.toString(), range, x.at(epoch(last)), y.at(values.getLast()), standing.turn(way));
  }

  private static double epoch(LocalDate day) {
    return (double) day.toEpochDay();
  }
}
