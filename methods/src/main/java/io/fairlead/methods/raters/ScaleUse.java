package io.fairlead.methods.raters;

import io.fairlead.methods.agreement.Rating;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// How one rater uses the scale.
final class ScaleUse {
  private static final int FEWEST_TOGETHER = 3;

  private ScaleUse() {}

  static double[] values(List<Rating> own) {
    return own.stream().mapToDouble(Rating::value).toArray();
  }

  /// s² (n − 1) of two or more.
  static OptionalDouble variance(double[] values) {
    if (values.length < 2) {
      return OptionalDouble.empty();
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    return OptionalDouble.of(
        Arrays.stream(values).map(it -> (it - mean) * (it - mean)).sum() / (values.length - 1));
  }

  /// The mean over ratees of the deviation of their items.
  static OptionalDouble withinRatees(List<Rating> own) {
    Map<Integer, List<Double>> byRatee = new TreeMap<>();
    own.forEach(rating ->
        byRatee.computeIfAbsent(rating.ratee(), _ -> new ArrayList<>()).add(rating.value()));
    return byRatee.values().stream()
        .map(items -> variance(items.stream().mapToDouble(Double::doubleValue).toArray()))
        .flatMapToDouble(OptionalDouble::stream)
        .map(Math::sqrt)
        .average();
  }

  /// The mean over pairs of items of their correlation over ratees; pairs in which one item does
  /// not vary, or with fewer than three ratees, are left out.
  static OptionalDouble betweenItems(List<Rating> own) {
    Map<Integer, Map<Integer, Double>> byItem = new TreeMap<>();
    own.forEach(rating ->
        byItem
            .computeIfAbsent(rating.item(), _ -> new TreeMap<>())
            .put(rating.ratee(), rating.value()));
    List<Map<Integer, Double>> items = List.copyOf(byItem.values());
    List<Double> found = new ArrayList<>();
    for (int one = 0; one < items.size(); one++) {
      for (int other = 0; other < one; other++) {
        between(items.get(one), items.get(other)).ifPresent(found::add);
      }
    }
    return found.stream().mapToDouble(Double::doubleValue).average();
  }

  private static OptionalDouble between(Map<Integer, Double> one, Map<Integer, Double> other) {
    List<Integer> both = one.keySet().stream().filter(other::containsKey).toList();
    return both.size() < FEWEST_TOGETHER
        ? OptionalDouble.empty()
        : correlation(
            both.stream().mapToDouble(ratee -> one.getOrDefault(ratee, 0.0)).toArray(),
            both.stream().mapToDouble(ratee -> other.getOrDefault(ratee, 0.0)).toArray());
  }

  /// Empty where one of them does not vary.
  static OptionalDouble correlation(double[] one, double[] other) {
    double middle = Arrays.stream(one).average().orElse(0);
    double otherMiddle = Arrays.stream(other).average().orElse(0);
    double shared = 0;
    double own = 0;
    double others = 0;
    for (int at = 0; at < one.length; at++) {
      double apart = one[at] - middle;
      double otherApart = other[at] - otherMiddle;
      shared += apart * otherApart;
      own += apart * apart;
      others += otherApart * otherApart;
    }
    return own > 0 && others > 0
        ? OptionalDouble.of(shared / Math.sqrt(own * others))
        : OptionalDouble.empty();
  }
}
