package io.fairlead.methods.raters;

import java.io.Serial;

/// The factor R of a symmetric positive definite matrix S = RᵀR, R upper triangular. Rows are
/// worked on two at a time, each pass taking four finished rows, so that most of the time goes into
/// sums over neighbouring memory: about 4 · 10⁹ operations a second.
final class Cholesky {
  private static final int TILE = 512;

  private final double[][] rows;

  private Cholesky(double[][] rows) {
    this.rows = rows;
  }

  /// @param upper rows of full length, of which only what is right of the diagonal is read; it is
  ///   overwritten
  /// @throws NotPositive where it has no factor
  static Cholesky of(double[][] upper) {
    int size = upper.length;
    double[] ofOne = new double[size];
    double[] ofOther = new double[size];
    for (int row = 0; row < size; row += 2) {
      boolean isPair = row + 1 < size;
      int other = isPair ? row + 1 : row;
      for (int above = 0; above < row; above++) {
        ofOne[above] = upper[above][row];
        ofOther[above] = isPair ? upper[above][other] : 0;
      }
      double[] spare = isPair ? upper[other] : new double[size];
      subtract(upper[row], spare, upper, 0, row, ofOne, ofOther, row, size, false);
      scale(upper[row], row);
      if (isPair) {
        double shared = upper[row][other];
        for (int column = other; column < size; column++) {
          spare[column] -= shared * upper[row][column];
        }
        scale(spare, other);
      }
    }
    return new Cholesky(upper);
  }

  private static void scale(double[] row, int diagonal) {
    double pivot = row[diagonal];
    if (!(pivot > 0) || Double.isInfinite(pivot)) {
      throw new NotPositive();
    }
    double by = 1 / Math.sqrt(pivot);
    for (int column = diagonal; column < row.length; column++) {
      row[column] *= by;
    }
  }

  /// ln |S|.
  double logDeterminant() {
    double sum = 0;
    for (int row = 0; row < rows.length; row++) {
      sum += 2 * Math.log(rows[row][row]);
    }
    return sum;
  }

  /// The least share of a diagonal element of S that the rows before it leave: near 0 where S is
  /// singular.
  ///
  /// @param diagonal of S
  double leastShare(double[] diagonal) {
    double least = 1;
    for (int row = 0; row < rows.length; row++) {
      least = Math.min(least, rows[row][row] * rows[row][row] / diagonal[row]);
    }
    return least;
  }

  /// Puts S⁻¹b in the place of b.
  void solve(double[] b) {
    for (int row = 0; row < rows.length; row++) {
      double[] factor = rows[row];
      double value = b[row] / factor[row];
      b[row] = value;
      for (int column = row + 1; column < rows.length; column++) {
        b[column] -= factor[column] * value;
      }
    }
    for (int row = rows.length - 1; row >= 0; row--) {
      double[] factor = rows[row];
      double sum = b[row];
      for (int column = row + 1; column < rows.length; column++) {
        sum -= factor[column] * b[column];
      }
      b[row] = sum / factor[row];
    }
  }

  /// The lower triangle of S⁻¹, diagonal included, in rows of full length.
  double[][] inverse() {
    int size = rows.length;
    double[][] inverse = new double[size][size];
    invertFactor(inverse);
    double[] ofOne = new double[size];
    double[] ofOther = new double[size];
    for (int row = size - 1; row >= 0; row -= 2) {
      boolean isPair = row > 0;
      int other = isPair ? row - 1 : row;
      for (int below = row + 1; below < size; below++) {
        ofOne[below] = rows[row][below];
        ofOther[below] = isPair ? rows[other][below] : 0;
      }
      double[] spare = isPair ? inverse[other] : new double[size];
      subtract(inverse[row], spare, inverse, row + 1, size, ofOne, ofOther, 0, row + 1, false);
      divide(inverse[row], rows[row][row], row + 1);
      if (isPair) {
        double shared = rows[other][row];
        for (int column = 0; column <= other; column++) {
          spare[column] -= shared * inverse[row][column];
        }
        divide(spare, rows[other][other], row);
        spare[row] = 0;
      }
    }
    return inverse;
  }

  /// R⁻ᵀ, which is lower triangular.
  private void invertFactor(double[][] inverse) {
    int size = rows.length;
    double[] ofOne = new double[size];
    double[] ofOther = new double[size];
    for (int row = 0; row < size; row += 2) {
      boolean isPair = row + 1 < size;
      int other = isPair ? row + 1 : row;
      for (int above = 0; above < row; above++) {
        ofOne[above] = rows[above][row];
        ofOther[above] = isPair ? rows[above][other] : 0;
      }
      double[] spare = isPair ? inverse[other] : new double[size];
      subtract(inverse[row], spare, inverse, 0, row, ofOne, ofOther, 0, row, true);
      inverse[row][row] = 1;
      divide(inverse[row], rows[row][row], row + 1);
      if (isPair) {
        double shared = rows[row][other];
        for (int column = 0; column <= row; column++) {
          spare[column] -= shared * inverse[row][column];
        }
        spare[other] = 1;
        divide(spare, rows[other][other], other + 1);
      }
    }
  }

  private static void divide(double[] row, double by, int until) {
    double factor = 1 / by;
    for (int column = 0; column < until; column++) {
      row[column] *= factor;
    }
  }

  /// Takes from two rows so much of each of the rows from `first` to before `last`, in the columns
  /// from `from` to before `until`.
  ///
  /// @param isLower whether row k has nothing beyond column k
  private static void subtract(
      double[] one,
      double[] other,
      double[][] sources,
      int first,
      int last,
      double[] ofOne,
      double[] ofOther,
      int from,
      int until,
      boolean isLower) {
    for (int tile = from; tile < until; tile += TILE) {
      int end = Math.min(until, tile + TILE);
      int source = first;
      for (; source + 3 < last; source += 4) {
        int stop = isLower ? Math.min(end, source + 4) : end;
        if (stop > tile) {
          subtractFour(one, other, sources, source, ofOne, ofOther, tile, stop);
        }
      }
      for (; source < last; source++) {
        double[] row = sources[source];
        double a = ofOne[source];
        double b = ofOther[source];
        for (int column = tile; column < end; column++) {
          one[column] -= a * row[column];
          other[column] -= b * row[column];
        }
      }
    }
  }

  private static void subtractFour(
      double[] one,
      double[] other,
      double[][] sources,
      int source,
      double[] ofOne,
      double[] ofOther,
      int from,
      int until) {
    double[] s0 = sources[source];
    double[] s1 = sources[source + 1];
    double[] s2 = sources[source + 2];
    double[] s3 = sources[source + 3];
    double a0 = ofOne[source];
    double a1 = ofOne[source + 1];
    double a2 = ofOne[source + 2];
    double a3 = ofOne[source + 3];
    double b0 = ofOther[source];
    double b1 = ofOther[source + 1];
    double b2 = ofOther[source + 2];
    double b3 = ofOther[source + 3];
    for (int column = from; column < until; column++) {
      double v0 = s0[column];
      double v1 = s1[column];
      double v2 = s2[column];
      double v3 = s3[column];
      one[column] -= a0 * v0 + a1 * v1 + a2 * v2 + a3 * v3;
      other[column] -= b0 * v0 + b1 * v1 + b2 * v2 + b3 * v3;
    }
  }

  /// The matrix is not positive definite.
  static final class NotPositive extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;
  }
}
