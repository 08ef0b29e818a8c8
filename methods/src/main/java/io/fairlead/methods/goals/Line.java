package io.fairlead.methods.goals;

import java.util.Arrays;
import java.util.List;

/// A straight line `value = intercept + slope · day`, fitted through a series.
record Line(double slope, double intercept) {

  double at(double day) {
    return intercept + slope * day;
  }

  /// Least squares. Needs two different days.
  static Line leastSquares(List<Observation> series) {
    double meanDay = series.stream().mapToDouble(Observation::day).average().orElseThrow();
    double meanValue = series.stream().mapToDouble(Observation::value).average().orElseThrow();
    double squares = 0;
    double products = 0;
    for (Observation seen : series) {
      squares += (seen.day() - meanDay) * (seen.day() - meanDay);
      products += (seen.day() - meanDay) * (seen.value() - meanValue);
    }
    double slope = products / squares;
    return new Line(slope, meanValue - slope * meanDay);
  }

  /// Theil 1950, Sen 1968: the median of the slopes between any two points, and the median of what
  /// it leaves; a third of the points may be wild.
  static Line theilSen(List<Observation> series) {
    int n = series.size();
    double[] slopes = new double[n * (n - 1) / 2];
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        Observation from = series.get(i);
        Observation to = series.get(j);
        slopes[count++] = (to.value() - from.value()) / (to.day() - from.day());
      }
    }
    double slope = median(slopes);
    double[] left =
        series.stream().mapToDouble(seen -> seen.value() - slope * seen.day()).toArray();
    return new Line(slope, median(left));
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
  }
}
