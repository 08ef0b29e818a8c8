package io.fairlead.methods.raters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CrossedModelTest {
  private static final long SEED = 7;

  /// Made-up ratings of a seed, with a slope.
  private static final class Sample {
    private final int raters;
    private final int ratees;
    private final int[] rater;
    private final int[] ratee;
    private final double[] rating;
    private final double[] hours;

    Sample(int raters, int ratees, int[] rater, int[] ratee, double[] rating, double[] hours) {
      this.raters = raters;
      this.ratees = ratees;
      this.rater = rater;
      this.ratee = ratee;
      this.rating = rating;
      this.hours = hours;
    }

    static Sample of(long seed, int raters, int ratees, int size, double severity, double merit) {
      Random random = new Random(seed);
      double[] ofRaters =
          random.doubles(raters).map(it -> severity * random.nextGaussian()).toArray();
      double[] ofRatees = random.doubles(ratees).map(it -> merit * random.nextGaussian()).toArray();
      int[] rater = new int[size];
      int[] ratee = new int[size];
      double[] rating = new double[size];
      double[] hours = new double[size];
      for (int at = 0; at < size; at++) {
        rater[at] = at < raters ? at : random.nextInt(raters);
        ratee[at] = at < ratees ? at : random.nextInt(ratees);
        hours[at] = random.nextInt(9);
        rating[at] =
            3.5
                + ofRaters[rater[at]]
                + ofRatees[ratee[at]]
                + 0.05 * hours[at]
                + 0.6 * random.nextGaussian();
      }
      return new Sample(raters, ratees, rater, ratee, rating, hours);
    }

    CrossedFit fit() {
      return fit(CrossedModel.DENSE);
    }

    CrossedFit fit(int dense) {
      FixedEffects fixed = new FixedEffects(rating.length);
      fixed.addNumbers("hours", hours);
      return CrossedModel.fit(
          new CrossedRatings(raters, ratees, rater, ratee, rating), fixed, SEED, dense);
    }
  }

  private static CrossedFit fitted(
      int raters, int ratees, int[] rater, int[] ratee, double... rating) {
    return CrossedModel.fit(
        new CrossedRatings(raters, ratees, rater, ratee, rating),
        new FixedEffects(rating.length),
        SEED);
  }

  /// The criterion straight from the covariance of all ratings.
  private static double criterion(Sample sample, CrossedFit fit) {
    int size = sample.rating.length;
    double[][] covariance = new double[size][size];
    for (int one = 0; one < size; one++) {
      for (int other = 0; other < size; other++) {
        covariance[one][other] =
            (one == other ? fit.residual() : 0)
                + (sample.rater[one] == sample.rater[other] ? fit.ofRaters() : 0)
                + (sample.ratee[one] == sample.ratee[other] ? fit.ofRatees() : 0);
      }
    }
    Cholesky factor = Cholesky.of(covariance);
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    double[] rest = sample.rating.clone();
    for (int at = 0; at < size; at++) {
      rest[at] -= fit.fixed().get(0).value() + fit.fixed().get(1).value() * sample.hours[at];
    }
    double[] solvedOnes = ones.clone();
    factor.solve(solvedOnes);
    double[] solvedHours = sample.hours.clone();
    factor.solve(solvedHours);
    double[] solvedRest = rest.clone();
    factor.solve(solvedRest);
    double information =
        Reml.dot(ones, solvedOnes) * Reml.dot(sample.hours, solvedHours)
            - Math.pow(Reml.dot(ones, solvedHours), 2);
    return factor.logDeterminant()
        + Math.log(information)
        + Reml.dot(rest, solvedRest)
        + (size - 2) * Math.log(2 * Math.PI);
  }

  @Property(tries = 40)
  void theCriterionIsThatOfTheCovarianceAndNoNeighbourIsBetter(@ForAll long seed) {
    Sample sample = Sample.of(seed, 6, 12, 60, 0.5, 0.5);
    CrossedFit fit = sample.fit();
    assertThat(fit.status()).isEqualTo(RaterStatus.OK);
    double best = criterion(sample, fit);
    assertThat(fit.criterion()).isCloseTo(best, within(1e-7));
    for (double factor : new double[] {0.97, 1.03}) {
      assertThat(criterion(sample, with(fit, factor, 1))).isGreaterThanOrEqualTo(best - 1e-7);
      assertThat(criterion(sample, with(fit, 1, factor))).isGreaterThanOrEqualTo(best - 1e-7);
    }
  }

  private static CrossedFit with(CrossedFit fit, double raters, double ratees) {
    return new CrossedFit(
        fit.status(),
        fit.criterion(),
        true,
        raters == 1 ? fit.ofRaters() : Math.max(1e-4, fit.ofRaters()) * raters,
        ratees == 1 ? fit.ofRatees() : Math.max(1e-4, fit.ofRatees()) * ratees,
        fit.residual(),
        fit.fixed(),
        fit.raters(),
        fit.ratees(),
        fit.steps());
  }

  @Property(tries = 40)
  void orderNamesAndUnitDoNotMatter(@ForAll long seed) {
    Sample sample = Sample.of(seed, 7, 5, 50, 0.4, 0.6);
    int size = sample.rating.length;
    int[] rater = new int[size];
    int[] ratee = new int[size];
    double[] rating = new double[size];
    double[] hours = new double[size];
    for (int at = 0; at < size; at++) {
      int to = (at * 7 + 3) % size;
      rater[to] = 6 - sample.rater[at];
      ratee[to] = (sample.ratee[at] + 2) % 5;
      rating[to] = 100 * sample.rating[at] - 30;
      hours[to] = sample.hours[at];
    }
    CrossedFit plain = sample.fit();
    CrossedFit other = new Sample(7, 5, rater, ratee, rating, hours).fit();
    assertThat(other.ofRaters()).isCloseTo(1e4 * plain.ofRaters(), within(0.5));
    assertThat(other.ofRatees()).isCloseTo(1e4 * plain.ofRatees(), within(0.5));
    assertThat(other.criterion())
        .isCloseTo(plain.criterion() + (size - 2) * Math.log(1e4), within(1e-6));
    for (int each = 0; each < 7; each++) {
      assertThat(other.raters().get(6 - each).value())
          .isCloseTo(100 * plain.raters().get(each).value(), within(0.02));
    }
    // Raters and ratees are alike to the model.
    CrossedFit turned =
        new Sample(5, 7, sample.ratee, sample.rater, sample.rating, sample.hours).fit();
    assertThat(turned.ofRaters()).isCloseTo(plain.ofRatees(), within(1e-5));
    assertThat(turned.criterion()).isCloseTo(plain.criterion(), within(1e-8));
  }

  @Test
  void ratersWhoDoNotDifferHaveNoVarianceAndNoEffect() {
    int[] rater = {0, 0, 0, 0, 1, 1, 1, 1};
    int[] ratee = {0, 1, 2, 3, 0, 1, 2, 3};
    CrossedFit fit = fitted(2, 4, rater, ratee, 1, 3, 2, 5, 3, 1, 4, 3);
    assertThat(fit.status()).isEqualTo(RaterStatus.OK);
    assertThat(fit.ofRaters()).isZero();
    assertThat(fit.raters()).allSatisfy(it -> assertThat(it.value()).isZero());
    CrossedFit none = fitted(2, 2, new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}, 1, 2, 2, 1);
    assertThat(none.ofRaters()).isZero();
    assertThat(none.ofRatees()).isZero();
    assertThat(none.residual()).isCloseTo(1 / 3.0, within(1e-9));
  }

  @Test
  void whatCannotBeFittedSaysWhy() {
    int[] rater = {0, 0, 1, 1};
    int[] ratee = {0, 1, 0, 1};
    assertThat(fitted(2, 2, rater, ratee, 3, 3, 3, 3).status())
        .isEqualTo(RaterStatus.ZERO_VARIANCE);
    assertThat(fitted(2, 2, rater, ratee, 1, 2, 3, 4).status())
        .isEqualTo(RaterStatus.ZERO_VARIANCE);
    assertThat(fitted(1, 2, new int[] {0, 0}, new int[] {0, 1}, 1, 2).status())
        .isEqualTo(RaterStatus.TOO_FEW);
    assertThat(fitted(2, 1, new int[] {0, 1}, new int[] {0, 0}, 1, 2).status())
        .isEqualTo(RaterStatus.TOO_FEW);
    assertThat(fitted(0, 0, new int[0], new int[0]).status()).isEqualTo(RaterStatus.TOO_FEW);
    assertThatThrownBy(() -> fitted(1, 1, new int[] {0}, new int[] {0}, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fitted(1, 1, new int[] {1}, new int[] {0}, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theVeryLargeComeToTheSame() {
    Sample sample = Sample.of(11, 500, 400, 5_000, 0.5, 0.4);
    CrossedFit exact = sample.fit();
    CrossedFit probed = sample.fit(10);
    assertThat(exact.isExact()).isTrue();
    assertThat(probed.isExact()).isFalse();
    assertThat(probed.ofRaters()).isCloseTo(exact.ofRaters(), within(0.002));
    assertThat(probed.ofRatees()).isCloseTo(exact.ofRatees(), within(0.002));
    assertThat(probed.residual()).isCloseTo(exact.residual(), within(0.001));
    assertThat(probed.criterion()).isCloseTo(exact.criterion(), within(5.0));
    assertThat(sample.fit(10)).isEqualTo(probed);
    double off = 0;
    double offDeviation = 0;
    for (int rater = 0; rater < 500; rater++) {
      Effect one = exact.raters().get(rater);
      Effect other = probed.raters().get(rater);
      off = Math.max(off, Math.abs(one.value() - other.value()));
      offDeviation = Math.max(offDeviation, Math.abs(one.deviation() / other.deviation() - 1));
    }
    assertThat(off).isLessThan(0.005);
    assertThat(offDeviation).isLessThan(0.1);
  }
}
