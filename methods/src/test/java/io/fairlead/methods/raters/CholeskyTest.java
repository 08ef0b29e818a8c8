package io.fairlead.methods.raters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CholeskyTest {

  private static double[][] positive(int size, Random random) {
    double[][] root = new double[size][];
    for (int row = 0; row < size; row++) {
      root[row] = random.doubles(size).map(it -> it - 0.5).toArray();
    }
    double[][] matrix = new double[size][size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        matrix[row][column] = (row == column ? 0.1 : 0) + Reml.dot(root[row], root[column]);
      }
    }
    return matrix;
  }

  private static double[][] copy(double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int row = 0; row < copy.length; row++) {
      copy[row] = matrix[row].clone();
    }
    return copy;
  }

  @Property(tries = 100)
  void solutionsAndInverseUndoTheMatrix(
      @ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed) {
    Random random = new Random(seed);
    double[][] matrix = positive(size, random);
    Cholesky factor = Cholesky.of(copy(matrix));
    double[] right = random.doubles(size).toArray();
    double[] solved = right.clone();
    factor.solve(solved);
    double[][] inverse = factor.inverse();
    for (int row = 0; row < size; row++) {
      assertThat(Reml.dot(matrix[row], solved)).isCloseTo(right[row], within(1e-7));
      for (int column = 0; column < size; column++) {
        double product = 0;
        for (int between = 0; between < size; between++) {
          product +=
              matrix[row][between] * inverse[Math.max(between, column)][Math.min(between, column)];
        }
        assertThat(product).isCloseTo(row == column ? 1 : 0, within(1e-7));
      }
    }
  }

  @Test
  void theDeterminantIsThatOfTheDiagonalAndTilesDoNotShow() {
    int size = 1_100;
    double[][] matrix = new double[size][size];
    for (int row = 0; row < size; row++) {
      matrix[row][row] = row == 0 ? 2 : 3;
      if (row > 0) {
        matrix[row - 1][row] = 1;
      }
    }
    Cholesky factor = Cholesky.of(matrix);
    // The determinant of this band follows d(n) = 3 d(n - 1) - d(n - 2).
    double ratio = 2;
    double logarithm = Math.log(ratio);
    for (int row = 1; row < size; row++) {
      ratio = 3 - 1 / ratio;
      logarithm += Math.log(ratio);
    }
    assertThat(factor.logDeterminant()).isCloseTo(logarithm, within(1e-8));
    double[][] inverse = factor.inverse();
    assertThat(2 * inverse[0][0] + inverse[1][0]).isCloseTo(1, within(1e-12));
    assertThat(inverse[1_050][1_049] + 3 * inverse[1_050][1_050] + inverse[1_051][1_050])
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void whatIsNotPositiveHasNoFactor() {
    assertThatThrownBy(() -> Cholesky.of(new double[][] {{1, 2}, {2, 1}}))
        .isInstanceOf(Cholesky.NotPositive.class);
    assertThatThrownBy(() -> Cholesky.of(new double[][] {{Double.NaN}}))
        .isInstanceOf(Cholesky.NotPositive.class);
  }
}
