package io.fairlead.methods.measures;

import java.util.Arrays;

/// What is done to series of values in the order of time before they are compared.
final class Series {
  private Series() {}

  /// From each value to the next.
  static double[] differences(double[] values) {
    double[] differences = new double[Math.max(0, values.length - 1)];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = values[i + 1] - values[i];
    }
    return differences;
  }

  static double[] centred(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(value -> value - mean).toArray();
  }

  /// Of a centred series with itself so many values later, divided by how many values there are.
  static double covariance(double[] first, double[] second, int lag) {
    double sum = 0;
    for (int i = Math.max(0, -lag); i < first.length - Math.max(0, lag); i++) {
      sum += first[i] * second[i + lag];
    }
    return sum / first.length;
  }

  /// How much a value says of the next one, from -1 to 1; 0 for a constant series.
  static double autocorrelation(double[] values) {
    double[] centred = centred(values);
    double variance = covariance(centred, centred, 0);
    return variance > 0 ? covariance(centred, centred, 1) / variance : 0;
  }
}
