package io.fairlead.methods.raters;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Ratings as the sum of a rater, a ratee and further columns, all fixed, by least squares. Ratees
/// are absorbed, and the raters of each network sum to 0, so that every effect is a contrast with
/// the average rater of its network.
final class AdditiveFit {
  private static final double SINGULAR = 1e-9;

  private final CrossedRatings ratings;
  private final RaterNetwork network;
  private final double[][] columns;
  private final double[] ofRatee;
  private final Cholesky factor;
  private final int parameters;

  private AdditiveFit(
      CrossedRatings ratings,
      RaterNetwork network,
      double[][] columns,
      double[] ofRatee,
      Cholesky factor,
      int parameters) {
    this.ratings = ratings;
    this.network = network;
    this.columns = columns;
    this.ofRatee = ofRatee;
    this.factor = factor;
    this.parameters = parameters;
  }

  /// Empty where a column is a sum of raters and ratees, or of the columns before it.
  ///
  /// @param columns each with a number for every rating
  static Optional<AdditiveFit> of(
      CrossedRatings ratings, RaterNetwork network, double[][] columns) {
    int raters = ratings.raters();
    int size = raters + columns.length;
    double[] ofRatee = new double[ratings.ratees()];
    double[][] sums = new double[ratings.ratees()][];
    int[][] own = byRatee(ratings);
    double[][] upper = new double[size][size];
    for (int ratee = 0; ratee < own.length; ratee++) {
      ofRatee[ratee] = own[ratee].length;
      sums[ratee] = sumsOf(columns, own[ratee]);
      absorb(ratings, own[ratee], sums[ratee], upper);
    }
    for (int at = 0; at < ratings.size(); at++) {
      int rater = ratings.rater(at);
      upper[rater][rater]++;
      for (int column = 0; column < columns.length; column++) {
        upper[rater][raters + column] += columns[column][at];
        for (int other = column; other < columns.length; other++) {
          upper[raters + column][raters + other] += columns[column][at] * columns[other][at];
        }
      }
    }
    for (int one = 0; one < raters; one++) {
      for (int other = one; other < raters; other++) {
        upper[one][other] += network.ofRater(one) == network.ofRater(other) ? 1 : 0;
      }
    }
    double[] diagonal = IntStream.range(0, size).mapToDouble(at -> upper[at][at]).toArray();
    try {
      Cholesky factor = Cholesky.of(upper);
      if (factor.leastShare(diagonal) < SINGULAR) {
        return Optional.empty();
      }
      int parameters =
          (int)
              (distinct(ratings, ratings::rater)
                  + distinct(ratings, ratings::ratee)
                  - distinct(ratings, at -> network.ofRater(ratings.rater(at)))
                  + columns.length);
      return Optional.of(new AdditiveFit(ratings, network, columns, ofRatee, factor, parameters));
    } catch (Cholesky.NotPositive singular) {
      return Optional.empty();
    }
  }

  private static long distinct(CrossedRatings ratings, IntUnaryOperator of) {
    return IntStream.range(0, ratings.size()).map(of).distinct().count();
  }

  private static int[][] byRatee(CrossedRatings ratings) {
    int[] counts = new int[ratings.ratees()];
    for (int at = 0; at < ratings.size(); at++) {
      counts[ratings.ratee(at)]++;
    }
    int[][] rows = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
    for (int at = ratings.size() - 1; at >= 0; at--) {
      int ratee = ratings.ratee(at);
      counts[ratee]--;
      rows[ratee][counts[ratee]] = at;
    }
    return rows;
  }

  private static double[] sumsOf(double[][] columns, int[] rows) {
    double[] sums = new double[columns.length];
    for (int at : rows) {
      for (int column = 0; column < columns.length; column++) {
        sums[column] += columns[column][at];
      }
    }
    return sums;
  }

  /// Takes out what a ratee's mean explains.
  private static void absorb(CrossedRatings ratings, int[] rows, double[] sums, double[][] upper) {
    int raters = ratings.raters();
    for (int at : rows) {
      int one = ratings.rater(at);
      for (int other : rows) {
        if (ratings.rater(other) >= one) {
          upper[one][ratings.rater(other)] -= 1.0 / rows.length;
        }
      }
      for (int column = 0; column < sums.length; column++) {
        upper[one][raters + column] -= sums[column] / rows.length;
      }
    }
    for (int column = 0; column < sums.length; column++) {
      for (int other = column; other < sums.length; other++) {
        upper[raters + column][raters + other] -= sums[column] * sums[other] / rows.length;
      }
    }
  }

  /// N less the parameters.
  int degrees() {
    return ratings.size() - parameters;
  }

  /// Of raters first, each against the average of its network, then of the columns.
  double[] effects(double[] y) {
    int raters = ratings.raters();
    double[] means = rateeMeans(y);
    double[] right = new double[raters + columns.length];
    for (int at = 0; at < y.length; at++) {
      double rest = y[at] - means[ratings.ratee(at)];
      right[ratings.rater(at)] += rest;
      for (int column = 0; column < columns.length; column++) {
        right[raters + column] += columns[column][at] * rest;
      }
    }
    factor.solve(right);
    return right;
  }

  double[] residuals(double[] y) {
    double[] effects = effects(y);
    double[] rest = y.clone();
    for (int at = 0; at < rest.length; at++) {
      rest[at] -= effects[ratings.rater(at)];
      for (int column = 0; column < columns.length; column++) {
        rest[at] -= effects[ratings.raters() + column] * columns[column][at];
      }
    }
    double[] means = rateeMeans(rest);
    for (int at = 0; at < rest.length; at++) {
      rest[at] -= means[ratings.ratee(at)];
    }
    return rest;
  }

  private double[] rateeMeans(double[] y) {
    double[] sums = new double[ofRatee.length];
    for (int at = 0; at < y.length; at++) {
      sums[ratings.ratee(at)] += y[at];
    }
    for (int ratee = 0; ratee < sums.length; ratee++) {
      sums[ratee] /= Math.max(1, ofRatee[ratee]);
    }
    return sums;
  }

  /// The standard error of each rater's effect, in units of the residual deviation.
  double[] raterDeviations() {
    double[][] inverse = factor.inverse();
    int[] counts = new int[ratings.raters() + ratings.ratees()];
    IntStream.range(0, ratings.raters()).forEach(rater -> counts[network.ofRater(rater)]++);
    return IntStream.range(0, ratings.raters())
        .mapToDouble(rater -> {
          double size = counts[network.ofRater(rater)];
          return Math.sqrt(Math.max(0, inverse[rater][rater] - 1 / (size * size)));
        })
        .toArray();
  }
}
