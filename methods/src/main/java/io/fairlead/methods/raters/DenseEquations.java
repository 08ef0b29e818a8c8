package io.fairlead.methods.raters;

import org.jspecify.annotations.Nullable;

/// Solved by a dense factor of the Schur complement: exact, and fast up to some thousand levels of
/// the smaller factor.
final class DenseEquations implements MixedEquations {
  private final Crossing crossing;
  private final double[] diagonal;
  private final double link;
  private final Cholesky factor;
  private double @Nullable [][] inverse;

  /// @param large the variance of the larger factor, in units of the residual one
  DenseEquations(Crossing crossing, double large, double small) {
    this.crossing = crossing;
    this.link = Math.sqrt(large * small);
    this.diagonal = new double[crossing.ofLarge.length];
    for (int level = 0; level < diagonal.length; level++) {
      diagonal[level] = 1 + large * crossing.ofLarge[level];
    }
    this.factor = Cholesky.of(complement(small));
  }

  private double[][] complement(double small) {
    int size = crossing.ofSmall.length;
    double[][] upper = new double[size][size];
    for (int level = 0; level < size; level++) {
      upper[level][level] = 1 + small * crossing.ofSmall[level];
    }
    double squared = link * link;
    if (squared == 0) {
      return upper;
    }
    for (int level = 0; level < diagonal.length; level++) {
      for (int one = crossing.start[level]; one < crossing.start[level + 1]; one++) {
        double[] row = upper[crossing.column[one]];
        double weight = squared * crossing.count[one] / diagonal[level];
        for (int other = one; other < crossing.start[level + 1]; other++) {
          row[crossing.column[other]] -= weight * crossing.count[other];
        }
      }
    }
    return upper;
  }

  @Override
  public void solve(double[][] large, double[][] small) {
    for (int which = 0; which < large.length; which++) {
      Elimination.down(crossing, diagonal, link, large[which], small[which]);
      factor.solve(small[which]);
      Elimination.up(crossing, diagonal, link, large[which], small[which]);
    }
  }

  @Override
  public double logDeterminant() {
    return Elimination.logDeterminant(diagonal) + factor.logDeterminant();
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public double[] largeDiagonal() {
    double[][] of = inverse();
    double[] found = new double[diagonal.length];
    for (int level = 0; level < found.length; level++) {
      double sum = 0;
      for (int one = crossing.start[level]; one < crossing.start[level + 1]; one++) {
        double[] row = of[crossing.column[one]];
        double inRow = 0;
        for (int other = crossing.start[level]; other < one; other++) {
          inRow += row[crossing.column[other]] * crossing.count[other];
        }
        double own = row[crossing.column[one]] * crossing.count[one];
        sum += crossing.count[one] * (2 * inRow + own);
      }
      double scaled = link / diagonal[level];
      found[level] = 1 / diagonal[level] + scaled * scaled * sum;
    }
    return found;
  }

  @Override
  public double[] smallDiagonal() {
    double[][] of = inverse();
    double[] found = new double[of.length];
    for (int level = 0; level < found.length; level++) {
      found[level] = of[level][level];
    }
    return found;
  }

  private double[][] inverse() {
    double[][] known = inverse;
    if (known == null) {
      known = factor.inverse();
      inverse = known;
    }
    return known;
  }
}
