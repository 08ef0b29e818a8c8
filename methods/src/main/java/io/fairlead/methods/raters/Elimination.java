package io.fairlead.methods.raters;

/// The diagonal block of the larger factor taken out of the system, and put back.
final class Elimination {
  private Elimination() {}

  /// What is left for the smaller factor: w_s − BᵀD⁻¹w_l, in the place of w_s.
  static void down(
      Crossing crossing, double[] diagonal, double link, double[] large, double[] small) {
    for (int level = 0; level < large.length; level++) {
      double part = link * large[level] / diagonal[level];
      for (int cell = crossing.start[level]; cell < crossing.start[level + 1]; cell++) {
        small[crossing.column[cell]] -= crossing.count[cell] * part;
      }
    }
  }

  /// The larger factor from the smaller one: D⁻¹(w_l − Bu_s), in the place of w_l.
  static void up(
      Crossing crossing, double[] diagonal, double link, double[] large, double[] small) {
    for (int level = 0; level < large.length; level++) {
      double sum = 0;
      for (int cell = crossing.start[level]; cell < crossing.start[level + 1]; cell++) {
        sum += crossing.count[cell] * small[crossing.column[cell]];
      }
      large[level] = (large[level] - link * sum) / diagonal[level];
    }
  }

  static double logDeterminant(double[] diagonal) {
    double sum = 0;
    for (double each : diagonal) {
      sum += Math.log(each);
    }
    return sum;
  }
}
