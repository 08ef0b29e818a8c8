package io.fairlead.methods.raters;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// How much of the scale the usual rater of a whole round uses: the median over raters of the
/// variance s² (n − 1) of all they gave, whomever and whatever they rated, against that of a scale
/// whose A points are used alike, (A² − 1) / 12. Narrow is below .22 of it, wide from .67 on: on
/// five points s below .66, and from 1.16 on, those of the heavily and the slightly skewed
/// distributions of LeBreton and Senter (2008). Where it is narrow the median of the raters' means
/// says in which third of the scale.
///
/// Nothing of one rater: a median only ever says on which side of these bounds its middle rater
/// lies, and with all others known, on which side the one does who is not. Raters may be narrow
/// because those whom they rate are alike.
public enum ScaleRange {
  WIDE,
  MODERATE,
  /// In the upper third: lenient raters, or good people.
  NARROW_HIGH,
  /// Central tendency, or people who are alike.
  NARROW_MIDDLE,
  NARROW_LOW;

  /// Raters, and reviewees, below which nothing is said.
  public static final int LEAST = RaterSpread.LEAST;

  private static final double NARROW = 0.22;
  private static final double ENOUGH = 0.67;
  private static final double EVEN = 12;
  private static final double THIRD = 3;

  /// Stable and lower-case: `narrow-middle`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The one of that code.
  public static Optional<ScaleRange> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  /// Empty below [#LEAST] raters of two ratees or more, or as many ratees of theirs; it depends on
  /// who rated whom alone, never on what they gave.
  ///
  /// @param low the lowest point of the scale
  /// @param high the highest one
  public static Optional<ScaleRange> of(Collection<RaterSheet> sheets, int low, int high) {
    Map<Integer, Use> byRater = new TreeMap<>();
    sheets.stream()
        .filter(sheet -> !sheet.ratings().isEmpty())
        .forEach(sheet -> byRater.computeIfAbsent(sheet.rater(), _ -> new Use()).add(sheet));
    List<Use> several = byRater.values().stream().filter(use -> use.ratees.size() > 1).toList();
    Set<Integer> ratees = new HashSet<>();
    several.forEach(use -> ratees.addAll(use.ratees));
    if (several.size() < LEAST || ratees.size() < LEAST) {
      return Optional.empty();
    }
    int points = high - low + 1;
    double share =
        median(several.stream().mapToDouble(Use::variance).toArray())
            / ((points * points - 1) / EVEN);
    if (share >= NARROW) {
      return Optional.of(share < ENOUGH ? MODERATE : WIDE);
    }
    double middle = median(several.stream().mapToDouble(Use::mean).toArray());
    double third = (high - low) / THIRD;
    if (middle >= low + third && middle <= high - third) {
      return Optional.of(NARROW_MIDDLE);
    }
    return Optional.of(middle > high - third ? NARROW_HIGH : NARROW_LOW);
  }

  /// The lower of two in the middle, so that it is somebody's figure.
  private static double median(double[] figures) {
    Arrays.sort(figures);
    return figures[(figures.length - 1) / 2];
  }

  /// Sums of one rater's ratings, exact and in any order.
  private static final class Use {
    final Set<Integer> ratees = new HashSet<>();
    private long count;
    private long sum;
    private long squares;

    void add(RaterSheet sheet) {
      ratees.add(sheet.ratee());
      for (long rating : sheet.ratings()) {
        count++;
        sum += rating;
        squares += rating * rating;
      }
    }

    double mean() {
      return (double) sum / count;
    }

    double variance() {
      return (double) (count * squares - sum * sum) / (count * (count - 1));
    }
  }
}
