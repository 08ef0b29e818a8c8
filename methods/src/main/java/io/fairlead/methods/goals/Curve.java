package io.fairlead.methods.goals;

import java.util.ArrayList;
import java.util.List;

/// The share of the way that should be done at each share of the time: a line that rises from (0,
/// 0) to (1, 1), straight between its points. Straight throughout unless one says otherwise.
public record Curve(List<Point> points) {

  /// @param time share of the period, 0..1
  /// @param progress share of the way, 0..1
  public record Point(double time, double progress) {}

  public static final Curve STRAIGHT = new Curve(List.of(new Point(0, 0), new Point(1, 1)));

  public Curve {
    points = List.copyOf(points);
    if (points.size() < 2
        || !points.getFirst().equals(new Point(0, 0))
        || !points.getLast().equals(new Point(1, 1))) {
      throw new IllegalArgumentException("a curve runs from (0, 0) to (1, 1)");
    }
    for (int i = 1; i < points.size(); i++) {
      Point before = points.get(i - 1);
      Point now = points.get(i);
      if (!(now.time > before.time && now.progress >= before.progress)) {
        throw new IllegalArgumentException("a curve moves forward and never falls: " + now);
      }
    }
  }

  /// From a seasonal index: how much of the way belongs to each of the equal slices of the period,
  /// in any unit. Four quarters of 10, 20, 20, 50 expect 30 % of the way at half time.
  public static Curve seasonal(List<Double> index) {
    double sum = index.stream().mapToDouble(Double::doubleValue).sum();
    if (!index.stream().allMatch(part -> part >= 0) || !(sum > 0 && Double.isFinite(sum))) {
      throw new IllegalArgumentException("a seasonal index is not negative and not all zero");
    }
    var points = new ArrayList<Point>();
    points.add(new Point(0, 0));
    double done = 0;
    for (int i = 1; i < index.size(); i++) {
      done += index.get(i - 1);
      points.add(new Point((double) i / index.size(), Math.min(1, done / sum)));
    }
    points.add(new Point(1, 1));
    return new Curve(points);
  }

  /// The share of the way expected at a share of the time; 0 before the start, 1 after the end.
  public double at(double time) {
    if (time <= 0) {
      return 0;
    }
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      if (time < to.time) {
        return from.progress
            + (to.progress - from.progress) * (time - from.time) / (to.time - from.time);
      }
    }
    return 1;
  }

  /// The share of the time at which this much of the way is expected. Where the curve is flat, that
  /// is a stretch of time: the moment of it nearest to `near`.
  double timeAt(double progress, double near) {
    double way = Math.clamp(progress, 0.0, 1.0);
    double first = reached(way, false);
    double last = reached(way, true);
    return Math.clamp(near, first, Math.max(first, last));
  }

  private double reached(double way, boolean latest) {
    double found = 0;
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      if (way >= from.progress && way <= to.progress) {
        double rise = to.progress - from.progress;
        double share = rise > 0 ? (way - from.progress) / rise : latest ? 1 : 0;
        found = from.time + (to.time - from.time) * share;
        if (!latest) {
          return found;
        }
      }
    }
    return found;
  }
}
