package io.fairlead.methods.agreement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/// What a file of ratings says of agreement. Where it has items, a rater's rating of someone is the
/// mean of the items for the intraclass correlations, α is of the ratees' means of each item
/// (descriptive: raters differ from ratee to ratee), Krippendorff's units are a ratee's items, and
/// r_wg is that over several items. Without items α takes raters for items, and only those ratees
/// whom all have rated.
///
/// @param oneWay whoever rated whom
/// @param twoWay empty unless every rater rated every ratee
/// @param alphaOver the names of what α takes for items
/// @param krippendorff by metric; without ratio where a rating is negative
/// @param within agreement about one ratee, over all with at least three ratings
public record RatingAgreement(
    OneWay oneWay,
    Optional<TwoWay> twoWay,
    CronbachAlpha alpha,
    List<String> alphaOver,
    Map<Krippendorff.Metric, Krippendorff> krippendorff,
    Within within) {

  /// The mean of r_wg over ratees, with its interval where there are two or more.
  ///
  /// @param ratees of whom it can be said
  /// @param shown the mean of r_wg from 0 to 1, or of r_wg(j) where there are items
  /// @param raw the mean of r_wg as it is, of single items
  /// @param skewed the mean of r_wg against answers that lean a little to one end, not below 0;
  ///   empty unless the scale has five points
  /// @param fromMean the mean AD
  public record Within(
      AgreementStatus status,
      int ratees,
      OptionalDouble shown,
      Optional<Interval> interval,
      OptionalDouble raw,
      OptionalDouble skewed,
      OptionalDouble fromMean,
      OptionalDouble fromMedian) {}

  /// Krippendorff's α by one metric; empty for ratio where a rating is negative.
  public Optional<Krippendorff> krippendorff(Krippendorff.Metric metric) {
    return Optional.ofNullable(krippendorff.get(metric));
  }

  /// Two rows of a file that rate the same.
  public record Twice(int row, int earlier) {}

  /// The first rating that repeats an earlier one by the same rater, of the same ratee and item.
  public static Optional<Twice> twice(RatingFile file) {
    Map<List<Integer>, Integer> seen = new HashMap<>();
    for (Rating rating : file.ratings()) {
      Integer earlier =
          seen.putIfAbsent(List.of(rating.rater(), rating.ratee(), rating.item()), rating.row());
      if (earlier != null) {
        return Optional.of(new Twice(rating.row(), earlier));
      }
    }
    return Optional.empty();
  }

  /// @param file without errors, each rater having rated a ratee's item at most once
  /// @param points of the scale, at least 2
  /// @throws IllegalArgumentException for ratings that lie farther apart than the scale reaches
  public static RatingAgreement of(RatingFile file, int points) {
    List<double[]> byRater = means(file, Rating::rater);
    int raters = file.raters().size();
    boolean isComplete = byRater.stream().allMatch(row -> row.length == raters);
    List<String> columns = file.hasItems() ? file.items() : file.raters();
    List<double[]> scale = file.hasItems() ? means(file, Rating::item) : byRater;
    return new RatingAgreement(
        OneWay.of(byRater),
        isComplete ? Optional.of(TwoWay.of(byRater)) : Optional.empty(),
        CronbachAlpha.of(scale.stream().filter(row -> row.length == columns.size()).toList()),
        columns,
        krippendorff(file),
        within(file, points));
  }

  /// By ratee the mean of each of their raters, or items, in the order of these.
  private static List<double[]> means(RatingFile file, ToIntFunction<Rating> column) {
    Map<Integer, SortedMap<Integer, Mean>> sums = new TreeMap<>();
    for (Rating rating : file.ratings()) {
      sums.computeIfAbsent(rating.ratee(), _ -> new TreeMap<>())
          .computeIfAbsent(column.applyAsInt(rating), _ -> new Mean())
          .add(rating.value());
    }
    return sums.values().stream()
        .map(row -> row.values().stream().mapToDouble(Mean::value).toArray())
        .toList();
  }

  private static final class Mean {
    private double sum;
    private int count;

    void add(double value) {
      sum += value;
      count++;
    }

    double value() {
      return sum / count;
    }
  }

  /// The ratings of one item of each ratee, by ratee.
  private static Map<Integer, SortedMap<Integer, double[]>> units(RatingFile file) {
    Map<Integer, SortedMap<Integer, List<Double>>> lists = new TreeMap<>();
    for (Rating rating : file.ratings()) {
      lists
          .computeIfAbsent(rating.ratee(), _ -> new TreeMap<>())
          .computeIfAbsent(rating.item(), _ -> new ArrayList<>())
          .add(rating.value());
    }
    Map<Integer, SortedMap<Integer, double[]>> units = new TreeMap<>();
    lists.forEach((ratee, ofItems) -> {
      SortedMap<Integer, double[]> arrays = new TreeMap<>();
      ofItems.forEach((item, values) ->
          arrays.put(item, values.stream().mapToDouble(Double::doubleValue).toArray()));
      units.put(ratee, arrays);
    });
    return units;
  }

  private static Map<Krippendorff.Metric, Krippendorff> krippendorff(RatingFile file) {
    List<double[]> units =
        units(file).values().stream().flatMap(items -> items.values().stream()).toList();
    boolean isNegative = file.ratings().stream().anyMatch(rating -> rating.value() < 0);
    Map<Krippendorff.Metric, Krippendorff> all = new EnumMap<>(Krippendorff.Metric.class);
    for (Krippendorff.Metric metric : Krippendorff.Metric.values()) {
      if (metric != Krippendorff.Metric.RATIO || !isNegative) {
        all.put(metric, Krippendorff.of(units, metric));
      }
    }
    return all;
  }

  private static Within within(RatingFile file, int points) {
    List<Double> shown = new ArrayList<>();
    List<WithinGroup> single = new ArrayList<>();
    for (SortedMap<Integer, double[]> items : units(file).values()) {
      List<WithinGroup> found =
          items.values().stream()
              .map(ratings -> WithinGroup.of(ratings, points))
              .filter(each -> each.status() == AgreementStatus.OK)
              .toList();
      single.addAll(found);
      if (!found.isEmpty()) {
        shown.add(
            found.size() == 1
                ? found.getFirst().shown()
                : WithinGroup.overItems(found).orElseThrow());
      }
    }
    if (shown.isEmpty()) {
      return new Within(
          AgreementStatus.TOO_FEW,
          0,
          OptionalDouble.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());
    }
    GroupMean mean = GroupMean.of(shown.stream().mapToDouble(Double::doubleValue).toArray());
    return new Within(
        AgreementStatus.OK,
        shown.size(),
        OptionalDouble.of(mean.mean()),
        mean.interval().map(it -> new Interval(Math.max(0, it.lower()), Math.min(1, it.upper()))),
        single.stream().mapToDouble(WithinGroup::raw).average(),
        single.stream()
            .map(WithinGroup::againstSkewed)
            .flatMapToDouble(OptionalDouble::stream)
            .average(),
        single.stream().mapToDouble(WithinGroup::fromMean).average(),
        single.stream().mapToDouble(WithinGroup::fromMedian).average());
  }
}
