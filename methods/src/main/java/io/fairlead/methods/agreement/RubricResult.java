package io.fairlead.methods.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What samples that people scored by one rubric come to: the mean over samples of the mean over
/// raters of the mean over items, so that a sample with three raters counts no more than one with
/// two; and whether those who scored agree.
///
/// Two samples, one scored (4, 4) and (2, 2), the other (5, 5), give the value (3 + 5) / 2 = 4.
///
/// @param samples that have at least one score that counts
/// @param scores that count: at least half of their items are marked ([RubricMarks#score])
/// @param left scores that do not count
/// @param value the mean over samples, with its interval from the spread of samples; empty without
///   any
/// @param reliability whether scores tell samples apart, of those that have at least two; one-way,
///   as raters differ from sample to sample
/// @param within by sample r_wg(j), of those where every item that counts has the marks of at least
///   three ([WithinGroup#FEWEST]); items below that are left out, and a sample of which less than
///   half the items are left says nothing
/// @param distance the mean over those samples of AD around the mean, in points; empty without any
/// @param cutOff below it AD counts as agreement
public record RubricResult(
    int samples,
    int scores,
    int left,
    Optional<GroupMean> value,
    OneWay reliability,
    List<Double> within,
    OptionalDouble distance,
    double cutOff) {
  /// With fewer samples that have two scores each a reliability says nothing yet: its interval is
  /// as wide as the scale.
  public static final int FEWEST = 5;

  public RubricResult {
    within = List.copyOf(within);
  }

  /// @param samples by sample the marks of each who scored it
  /// @param points of the scale, which begins at 1
  /// @throws IllegalArgumentException for a mark that is not on the scale, or marks of one sample
  ///   by rubrics of different length
  public static RubricResult of(List<List<RubricMarks>> samples, int points) {
    samples.forEach(marks -> check(marks, points));
    List<double[]> scored =
        samples.stream().map(RubricResult::scores).filter(scores -> scores.length > 0).toList();
    int scores = scored.stream().mapToInt(each -> each.length).sum();
    List<Double> within = new ArrayList<>();
    List<Double> distances = new ArrayList<>();
    for (List<RubricMarks> marks : samples) {
      List<WithinGroup> items = agreement(marks, points);
      WithinGroup.overItems(items)
          .ifPresent(agreed -> {
            within.add(agreed);
            distances.add(
                items.stream().mapToDouble(WithinGroup::fromMean).average().orElseThrow());
          });
    }
    return new RubricResult(
        scored.size(),
        scores,
        samples.stream().mapToInt(List::size).sum() - scores,
        scored.isEmpty()
            ? Optional.empty()
            : Optional.of(GroupMean.of(scored.stream().mapToDouble(Ratings::mean).toArray())),
        OneWay.of(scored),
        within,
        distances.stream().mapToDouble(each -> each).average(),
        points / 6.0);
  }

  /// Whether the reliability is worth telling: with five samples or more, that of its figures.
  public AgreementStatus status() {
    return reliability.samples() < FEWEST ? AgreementStatus.TOO_FEW : reliability.status();
  }

  /// The mean of r_wg(j) over samples.
  public OptionalDouble meanWithin() {
    return within.stream().mapToDouble(each -> each).average();
  }

  /// Its median, which a single sample that people quarrelled about does not move.
  public OptionalDouble medianWithin() {
    double[] sorted = within.stream().mapToDouble(each -> each).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2);
  }

  private static double[] scores(List<RubricMarks> marks) {
    return marks.stream().map(RubricMarks::score).flatMapToDouble(OptionalDouble::stream).toArray();
  }

  private static List<WithinGroup> agreement(List<RubricMarks> marks, int points) {
    int items = marks.isEmpty() ? 0 : marks.getFirst().items().size();
    List<WithinGroup> enough =
        IntStream.range(0, items)
            .mapToObj(item ->
                marks.stream()
                    .map(each -> each.items().get(item))
                    .flatMapToInt(OptionalInt::stream)
                    .asDoubleStream()
                    .toArray())
            .filter(given -> given.length >= WithinGroup.FEWEST)
            .map(given -> WithinGroup.of(given, points))
            .toList();
    return 2 * enough.size() < items ? List.of() : enough;
  }

  private static void check(List<RubricMarks> marks, int points) {
    if (marks.stream().mapToInt(each -> each.items().size()).distinct().count() > 1) {
      throw new IllegalArgumentException("a sample is scored by one rubric");
    }
    int[] given =
        marks.stream()
            .flatMap(each -> each.items().stream())
            .flatMapToInt(OptionalInt::stream)
            .toArray();
    if (points < 2 || Arrays.stream(given).anyMatch(mark -> mark < 1 || mark > points)) {
      throw new IllegalArgumentException("marks lie between 1 and the points of the scale");
    }
  }
}
