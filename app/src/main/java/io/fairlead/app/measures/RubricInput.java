package io.fairlead.app.measures;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was sent to say how samples are scored.
///
/// @param points of the scale: 3, 5 (usual) or 7
/// @param samples planned a period; 5 unless said
/// @param raters planned for each sample; 2 unless said
/// @param people who score
public record RubricInput(
    @Nullable List<ItemInput> items,
    @Nullable Integer points,
    @Nullable Integer samples,
    @Nullable Integer raters,
    @Nullable List<UUID> people) {

  /// @param anchors by point from the lowest; the lowest, the middle and the highest are needed
  public record ItemInput(
      @Nullable String name, @Nullable String question, @Nullable List<@Nullable String> anchors) {}

  /// The same, read.
  record Read(int points, List<RubricItem> items, int samples, int raters, List<UUID> people) {}
}
