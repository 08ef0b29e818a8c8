package io.fairlead.methods.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.agreement.Krippendorff.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KrippendorffTest {
  private static final List<double[]> TWO_OBSERVERS =
      List.of(
          new double[] {0, 1},
          new double[] {1, 1},
          new double[] {0, 1},
          new double[] {0, 0},
          new double[] {0, 0},
          new double[] {0, 1},
          new double[] {0, 0},
          new double[] {0, 0},
          new double[] {1, 0},
          new double[] {0, 0});

  /// Krippendorff (2011), section A: binary data, two observers, nothing missing.
  @Test
  void hisFirstExampleIsNearChance() {
    var found = Krippendorff.of(TWO_OBSERVERS, Metric.NOMINAL);
    assertThat(found.alpha().orElseThrow()).isCloseTo(0.095, within(0.0005));
    assertThat(found.units()).isEqualTo(10);
    assertThat(found.values()).isEqualTo(20);
    Interval interval = found.interval().orElseThrow();
    assertThat(interval.lower()).isLessThan(0);
    assertThat(interval.upper()).isGreaterThan(0.3);
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void wholeAgreementIsOneAndOneCategoryIsUndefined(Metric metric) {
    var agreed = List.of(new double[] {1, 1}, new double[] {2, 2, 2}, new double[] {5, 5});
    assertThat(Krippendorff.of(agreed, metric).alpha()).hasValue(1);
    assertThat(Krippendorff.of(agreed, metric).interval()).contains(new Interval(1, 1));
    var same = List.of(new double[] {3, 3}, new double[] {3, 3});
    assertThat(Krippendorff.of(same, metric).status()).isEqualTo(AgreementStatus.ZERO_VARIANCE);
    assertThat(Krippendorff.of(same, metric).alpha()).isEmpty();
  }

  @Test
  void singleValuesSayNothing() {
    assertThat(Krippendorff.of(List.of(new double[] {1}, new double[] {}), Metric.NOMINAL).status())
        .isEqualTo(AgreementStatus.TOO_FEW);
    var more = new ArrayList<>(TWO_OBSERVERS);
    more.add(new double[] {7});
    assertThat(Krippendorff.of(more, Metric.NOMINAL))
        .isEqualTo(Krippendorff.of(TWO_OBSERVERS, Metric.NOMINAL));
  }

  @Test
  void allThatDiffersInOneUnitHasNoInterval() {
    var found =
        Krippendorff.of(
            List.of(new double[] {1, 2}, new double[] {1, 1}, new double[] {1, 1}),
            Metric.INTERVAL);
    assertThat(found.alpha()).isPresent();
    assertThat(found.interval()).isEmpty();
  }

  @Test
  void aRatioScaleHasNoNegativeValues() {
    assertThatThrownBy(() -> Krippendorff.of(List.of(new double[] {-1, 2}), Metric.RATIO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHundredThousandDifferentValuesDoNotTakeLong() {
    Random random = new Random(5);
    List<double[]> units = new ArrayList<>();
    for (int unit = 0; unit < 10_000; unit++) {
      double level = random.nextGaussian();
      units.add(random.doubles(10).map(noise -> level + noise).toArray());
    }
    long begin = System.nanoTime();
    assertThat(Krippendorff.of(units, Metric.ORDINAL).alpha().orElseThrow()).isBetween(0.5, 1.0);
    assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
  }

  @Property(tries = 200)
  void orderAndUnitDoNotMatterAndDefinitionsAgree(
      @ForAll @IntRange(min = 3, max = 15) int units, @ForAll long seed) {
    Random random = new Random(seed);
    List<double[]> rated = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      rated.add(random.doubles(2 + random.nextInt(3)).map(it -> Math.floor(it * 5)).toArray());
    }
    rated.add(new double[] {0, 4});
    List<double[]> shuffled = new ArrayList<>(rated);
    Collections.shuffle(shuffled, random);
    List<double[]> scaled =
        shuffled.stream().map(row -> Arrays.stream(row).map(it -> 9 - 2 * it).toArray()).toList();
    for (Metric metric : List.of(Metric.NOMINAL, Metric.ORDINAL, Metric.INTERVAL)) {
      double alpha = Krippendorff.of(rated, metric).alpha().orElseThrow();
      assertThat(Krippendorff.of(scaled, metric).alpha().orElseThrow())
          .isCloseTo(alpha, within(1e-10));
      assertThat(alpha).isCloseTo(byDefinition(rated, metric), within(1e-10));
    }
  }

  /// Over all pairs, as it is defined.
  private static double byDefinition(List<double[]> units, Metric metric) {
    double[] all = units.stream().flatMapToDouble(Arrays::stream).toArray();
    double within = 0;
    for (double[] unit : units) {
      within += pairs(unit, all, metric) / (unit.length - 1);
    }
    return 1 - (all.length - 1) * within / pairs(all, all, metric);
  }

  private static double pairs(double[] values, double[] all, Metric metric) {
    double sum = 0;
    for (double one : values) {
      for (double other : values) {
        sum += one == other ? 0 : distance(one, other, all, metric);
      }
    }
    return sum;
  }

  private static double distance(double one, double other, double[] all, Metric metric) {
    double low = Math.min(one, other);
    double high = Math.max(one, other);
    double between = 0;
    for (double value : all) {
      between += value > low && value < high ? 1 : value == low || value == high ? 0.5 : 0;
    }
    return switch (metric) {
      case NOMINAL -> 1;
      case ORDINAL -> between * between;
      case INTERVAL, RATIO -> (one - other) * (one - other);
    };
  }
}
