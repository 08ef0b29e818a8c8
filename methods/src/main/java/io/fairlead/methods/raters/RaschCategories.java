package io.fairlead.methods.raters;

/// How likely each category is at a logit, given the thresholds: P_k ∝ exp(kθ − ΣF). Put at a logit
/// by [#at]; what it says holds until the next one.
final class RaschCategories {
  private final double[] weights;
  private final double[] shares;

  RaschCategories(double[] thresholds) {
    weights = new double[thresholds.length + 1];
    shares = new double[weights.length];
    double sum = 0;
    double least = 0;
    double[] sums = new double[weights.length];
    for (int k = 1; k < weights.length; k++) {
      sum += thresholds[k - 1];
      sums[k] = sum;
      least = Math.min(least, sum);
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] = Math.exp(least - sums[k]);
    }
  }

  /// The powers run down from the likelier end, so that none overflows.
  void at(double logit) {
    double ratio = Math.exp(-Math.abs(logit));
    double power = 1;
    double total = 0;
    for (int from = 0; from < weights.length; from++) {
      int k = logit > 0 ? weights.length - 1 - from : from;
      shares[k] = weights[k] * power;
      total += shares[k];
      power *= ratio;
    }
    for (int k = 0; k < shares.length; k++) {
      shares[k] /= total;
    }
  }

  double probability(int k) {
    return shares[k];
  }

  double mean() {
    double mean = 0;
    for (int k = 1; k < shares.length; k++) {
      mean += k * shares[k];
    }
    return mean;
  }

  double variance() {
    double mean = mean();
    double variance = 0;
    for (int k = 0; k < shares.length; k++) {
      variance += (k - mean) * (k - mean) * shares[k];
    }
    return variance;
  }

  /// The mean of the categories' own values.
  double expected(int[] values) {
    double mean = 0;
    for (int k = 0; k < shares.length; k++) {
      mean += values[k] * shares[k];
    }
    return mean;
  }

  /// How likely it is to come to each category but the lowest, or above.
  void reached(double[] shares) {
    double sum = 0;
    for (int k = this.shares.length - 1; k > 0; k--) {
      sum += this.shares[k];
      shares[k - 1] = sum;
    }
  }
}
