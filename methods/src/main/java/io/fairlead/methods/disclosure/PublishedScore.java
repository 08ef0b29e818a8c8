package io.fairlead.methods.disclosure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What is published of one competency, or of one item where items were chosen.
///
/// @param item empty where the whole competency is meant
/// @param blocks named ones and those of groups
public record PublishedScore(String competency, Optional<String> item, List<BlockValue> blocks) {
  public PublishedScore {
    blocks = List.copyOf(blocks);
  }

  /// Whether nothing of those who are not named is shown. Why is never said.
  public boolean isWithheld() {
    return blocks.stream().allMatch(BlockValue::isNamed);
  }

  /// The same without the figure of one group.
  PublishedScore without(String group) {
    return new PublishedScore(
        competency,
        item,
        blocks.stream().filter(block -> !block.groups().equals(List.of(group))).toList());
  }

  public Optional<Others> others(Scale scale) {
    return Others.of(blocks, scale);
  }

  /// How many raters of groups are published.
  public int raters() {
    return blocks.stream().filter(block -> !block.isNamed()).mapToInt(BlockValue::n).sum();
  }

  /// Where the others' figure is likely to lie, as the round tells it; empty where nothing of
  /// theirs is shown.
  public Optional<Others> likely(Scale scale, RoundPrecision precision) {
    return others(scale).map(others -> others.widened(precision.halfWidth(raters()), scale));
  }

  /// What is certain of the distance between the reviewee and the others: nothing where the
  /// reviewee's own figure lies where the others' is likely to.
  ///
  /// @param precision of the round; empty where it is too small to tell
  public Gap.Reading reading(Scale scale, Optional<RoundPrecision> precision) {
    boolean mayBeTheSame =
        precision
            .flatMap(known -> likely(scale, known))
            .flatMap(likely -> self().map(self -> likely.has(self.mean())))
            .orElse(false);
    return mayBeTheSame ? Gap.Reading.NONE : gap(scale).map(Gap::reading).orElse(Gap.Reading.NONE);
  }

  /// Whether it can be called a strength: others gave something at or above the middle of the
  /// scale, for all that is shown, and it is no blind spot. On five points, others of 2.9 are none,
  /// nor are others of 3.2 beside an own 4.5.
  ///
  /// @param precision of the round; empty where it is too small to tell
  public boolean mayBeStrength(Scale scale, Optional<RoundPrecision> precision) {
    BigDecimal middle =
        BigDecimal.valueOf(scale.low())
            .add(BigDecimal.valueOf(scale.high()))
            .divide(BigDecimal.TWO);
    return others(scale).filter(others -> others.high().compareTo(middle) >= 0).isPresent()
        && reading(scale, precision) != Gap.Reading.BLIND_SPOT;
  }

  private Optional<BlockValue> self() {
    return blocks.stream()
        .filter(block -> block.groups().getFirst().equals(ReleasePolicy.SELF))
        .findFirst();
  }

  /// How the reviewee sees it beside the others; empty where one of both is missing.
  public Optional<Gap> gap(Scale scale) {
    return self().flatMap(self -> others(scale).map(others -> Gap.of(self.mean(), others)));
  }
}
