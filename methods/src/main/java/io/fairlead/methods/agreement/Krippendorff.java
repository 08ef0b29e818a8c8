package io.fairlead.methods.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Krippendorff's α (2011): agreement of any number of observers, some of whom may have missed some
/// units. With oᵤ the sum of squared distances of all ordered pairs within unit u, divided by the
/// unit's values less one, and e that of all pairs of values whatever their unit, α = 1 − (n − 1)
/// Σoᵤ / e. 1 is perfect, 0 is what values dealt out at random would give. Units with fewer than
/// two values are left out.
///
/// Krippendorff's own table of 4 observers and 12 units gives 0.743, 0.815, 0.849 and 0.797.
///
/// The interval leaves out each unit in turn (jackknife, Student's t with units − 1 degrees of
/// freedom) and ends at 1; distances between ordered categories are held meanwhile. It is wide
/// where units are few, as it should be.
///
/// @param units with at least two values
/// @param values in them
/// @param alpha empty where all values are the same: undefined, not 1
/// @param interval empty also where there are fewer than three units, or all depends on one
public record Krippendorff(
    AgreementStatus status,
    int units,
    int values,
    OptionalDouble alpha,
    Optional<Interval> interval) {
  private static final int FEWEST_FOR_INTERVAL = 3;

  /// How far apart two values are.
  public enum Metric {
    /// The same or not: 0 or 1.
    NOMINAL,
    /// By how many values lie between them.
    ORDINAL,
    /// Their difference.
    INTERVAL,
    /// Their difference as a share of their sum; values are not negative.
    RATIO
  }

  /// @param rated the values of each unit
  /// @throws IllegalArgumentException for values that are not finite, and for negative ones of a
  ///   ratio scale
  public static Krippendorff of(List<double[]> rated, Metric metric) {
    Ratings.requireFinite(rated);
    List<double[]> units = rated.stream().filter(unit -> unit.length >= 2).toList();
    double[] all = units.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    if (units.isEmpty()) {
      return without(AgreementStatus.TOO_FEW, 0, 0);
    }
    if (metric == Metric.RATIO && all[0] < 0) {
      throw new IllegalArgumentException("a ratio scale has no values below 0");
    }
    if (all[0] == all[all.length - 1]) {
      return without(AgreementStatus.ZERO_VARIANCE, units.size(), all.length);
    }
    return new Distances(metric, all).alpha(units);
  }

  private static Krippendorff without(AgreementStatus status, int units, int values) {
    return new Krippendorff(status, units, values, OptionalDouble.empty(), Optional.empty());
  }

  /// The distances among all values, laid out once.
  private static final class Distances {
    private final Metric metric;
    private final double[] distinct;
    private final double[] places;
    private final int[] counts;
    private final int total;
    private final double[] toAll;

    Distances(Metric metric, double[] sorted) {
      this.metric = metric;
      this.distinct = Arrays.stream(sorted).distinct().toArray();
      this.total = sorted.length;
      this.counts = new int[distinct.length];
      Arrays.stream(sorted).forEach(value -> counts[Arrays.binarySearch(distinct, value)]++);
      this.places = metric == Metric.ORDINAL ? middleRanks() : centred();
      this.toAll = toAll();
    }

    /// The squared distance of two ordered categories is that of their middle ranks.
    private double[] middleRanks() {
      double[] ranks = new double[counts.length];
      double below = 0;
      for (int at = 0; at < ranks.length; at++) {
        ranks[at] = (below + counts[at] / 2.0) - total / 2.0;
        below += counts[at];
      }
      return ranks;
    }

    private double[] centred() {
      double middle =
          metric == Metric.INTERVAL
              ? IntStream.range(0, counts.length).mapToDouble(at -> counts[at] * distinct[at]).sum()
                  / total
              : 0;
      return Arrays.stream(distinct).map(value -> value - middle).toArray();
    }

    private double squared(int one, int other) {
      if (one == other) {
        return 0;
      }
      double difference = places[one] - places[other];
      return switch (metric) {
        case NOMINAL -> 1;
        case ORDINAL, INTERVAL -> difference * difference;
        case RATIO -> {
          double share = difference / (places[one] + places[other]);
          yield share * share;
        }
      };
    }

    /// For each distinct value the sum of its squared distances to all values.
    private double[] toAll() {
      double[] sums = new double[distinct.length];
      double first = 0;
      double second = 0;
      for (int at = 0; at < sums.length; at++) {
        first += counts[at] * places[at];
        second += counts[at] * places[at] * places[at];
      }
      for (int at = 0; at < sums.length; at++) {
        int one = at;
        sums[at] =
            switch (metric) {
              case NOMINAL -> total - counts[at];
              case ORDINAL, INTERVAL ->
                  total * places[at] * places[at] - 2 * places[at] * first + second;
              case RATIO ->
                  IntStream.range(0, counts.length)
                      .mapToDouble(other -> counts[other] * squared(one, other))
                      .sum();
            };
      }
      return sums;
    }

    Krippendorff alpha(List<double[]> units) {
      double[] within = new double[units.size()];
      double[] toOthers = new double[units.size()];
      for (int unit = 0; unit < within.length; unit++) {
        int[] at =
            Arrays.stream(units.get(unit))
                .mapToInt(value -> Arrays.binarySearch(distinct, value))
                .toArray();
        within[unit] = pairs(at);
        toOthers[unit] = IntStream.of(at).mapToDouble(value -> toAll[value]).sum();
      }
      double observed = 0;
      for (int unit = 0; unit < within.length; unit++) {
        observed += within[unit] / (units.get(unit).length - 1);
      }
      double expected =
          IntStream.range(0, counts.length).mapToDouble(at -> counts[at] * toAll[at]).sum();
      double alpha = 1 - (total - 1) * observed / expected;
      double[] parts = new double[within.length];
      for (int unit = 0; unit < parts.length; unit++) {
        int size = units.get(unit).length;
        double without = expected - 2 * toOthers[unit] + within[unit];
        parts[unit] =
            without <= Ratings.HAIR * expected
                ? Double.NaN
                : 1 - (total - size - 1.0) * (observed - within[unit] / (size - 1)) / without;
      }
      return new Krippendorff(
          AgreementStatus.OK, units.size(), total, OptionalDouble.of(alpha), around(alpha, parts));
    }

    /// Over ordered pairs, value by value where the unit has more values than there are.
    private double pairs(int[] at) {
      int[] frequency = new int[0];
      int[] members = at;
      if (at.length > distinct.length) {
        frequency = new int[distinct.length];
        for (int value : at) {
          frequency[value]++;
        }
        members = IntStream.range(0, distinct.length).toArray();
      }
      double sum = 0;
      for (int one = 0; one < members.length; one++) {
        for (int other = 0; other < one; other++) {
          double weight = frequency.length == 0 ? 1 : (double) frequency[one] * frequency[other];
          sum += 2 * weight * squared(members[one], members[other]);
        }
      }
      return sum;
    }
  }

  private static Optional<Interval> around(double alpha, double[] parts) {
    if (parts.length < FEWEST_FOR_INTERVAL || Arrays.stream(parts).anyMatch(Double::isNaN)) {
      return Optional.empty();
    }
    return Optional.of(Jackknife.around(alpha, parts));
  }
}
