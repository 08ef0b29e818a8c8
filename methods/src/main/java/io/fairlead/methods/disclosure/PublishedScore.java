package io.fairlead.methods.disclosure;

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

  public Optional<Others> others(Scale scale) {
    return Others.of(blocks, scale);
  }

  /// How the reviewee sees it beside the others; empty where one of both is missing.
  public Optional<Gap> gap(Scale scale) {
    return blocks.stream()
        .filter(block -> block.groups().getFirst().equals(ReleasePolicy.SELF))
        .findFirst()
        .flatMap(self -> others(scale).map(others -> Gap.of(self.mean(), others)));
  }
}
