package io.fairlead.methods.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What of a block's mean may be said. With n′ members who answered enough, span R of the scale,
/// width w and c colluders, δ = max((w + Rc) / n′, R / 10, (Rc + (n′ − c) max(R, 4) / 20) / n′):
///
/// - where L + δ ≥ U − δ, nothing;
/// - a mean of U − δ or more as "≥" U − δ, rounded down to one decimal;
/// - a mean of L + δ or less as "≤" L + δ, rounded up;
/// - any other, rounded half up.
///
/// Three members on five points with w = 2: a mean of 4 ⅓ or more is "≥ 4.3", whatever it is.
/// Bounds are rounded outwards: rounded half up, "≥ 4.7" for 4.67 would say something that is not
/// so. R / 10 keeps it uncertain in large blocks whether all gave the same. The last term does so
/// against colluders: two of 21 who gave the least could be 90 % sure of each of the others without
/// it. It is the largest only where n′ − c > 20 w / R, on five points with w = 2 from 12 members
/// on. It leaves the others a fifth of a point each to have missed the end by, also where the whole
/// scale has three or four points.
public final class BlockRule {
  private static final int PARTS = 10;
  private static final long OTHERS = 20;
  private static final long FIVE_POINTS = 4;

  private final Scale scale;
  private final int threshold;
  private final int hidden;
  private final int colluders;

  public BlockRule(ReleasePolicy policy) {
    scale = policy.scale();
    threshold = policy.numeric();
    colluders = policy.colluders();
    hidden = policy.width() + policy.scale().span() * policy.colluders();
  }

  /// How a mean is told.
  public record Told(Bound bound, BigDecimal mean) {}

  /// Whether somebody who answered so many of the items is counted: at least one, and half.
  public static boolean counts(int answered, int items) {
    return answered > 0 && 2 * answered >= items;
  }

  /// A member's score: the mean of what they answered, if they are counted.
  static Optional<Ratio> score(Collection<Integer> answered, int items) {
    if (!counts(answered.size(), items)) {
      return Optional.empty();
    }
    long sum = answered.stream().mapToLong(Integer::longValue).sum();
    return Optional.of(Ratio.of(sum, answered.size()));
  }

  /// Empty where fewer than the threshold count, or where nothing lies between the bounds.
  Optional<Told> told(List<Ratio> scores) {
    if (scores.size() < threshold) {
      return Optional.empty();
    }
    Ratio sum = scores.stream().reduce(Ratio.ZERO, Ratio::plus);
    return told(sum, scores.size());
  }

  /// The same of a sum of scores.
  ///
  /// @param sum numerator of the sum of scores
  /// @param parts its denominator
  /// @param counted n′, at least 1
  public Optional<Told> told(long sum, long parts, int counted) {
    return told(Ratio.of(sum, parts), counted);
  }

  private Optional<Told> told(Ratio sum, int counted) {
    Ratio margin =
        Ratio.of(hidden, counted)
            .orIfLarger(Ratio.of(scale.span(), PARTS))
            .orIfLarger(amongColluders(counted));
    Ratio low = Ratio.of(scale.low(), 1).plus(margin);
    Ratio high = Ratio.of(scale.high(), 1).minus(margin);
    if (low.isAtLeast(high)) {
      return Optional.empty();
    }
    Ratio mean = sum.over(counted);
    if (mean.isAtLeast(high)) {
      return Optional.of(new Told(Bound.AT_LEAST, high.tenths(RoundingMode.FLOOR)));
    }
    if (low.isAtLeast(mean)) {
      return Optional.of(new Told(Bound.AT_MOST, low.tenths(RoundingMode.CEILING)));
    }
    return Optional.of(new Told(Bound.EXACT, mean.tenths(RoundingMode.HALF_UP)));
  }

  private Ratio amongColluders(int counted) {
    long span = scale.span();
    return colluders == 0
        ? Ratio.ZERO
        : Ratio.of(
            OTHERS * span * colluders + (counted - colluders) * Math.max(span, FIVE_POINTS),
            OTHERS * counted);
  }

  /// A named rater's own mean: there is nobody to hide among.
  static Told named(Ratio score) {
    return new Told(Bound.EXACT, score.tenths(RoundingMode.HALF_UP));
  }
}
