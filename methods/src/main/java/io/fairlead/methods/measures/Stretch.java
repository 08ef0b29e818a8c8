package io.fairlead.methods.measures;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A part of a chart that one baseline judges, from one declared change to the next.
///
/// @param from index of its first value
/// @param to index after its last value
/// @param baseline how many values its baseline has
/// @param centre their mean, as charted; null without any
/// @param natural their limits, as charted; null unless the status is `OK`
public record Stretch(
    int from,
    int to,
    int baseline,
    Analysis.Status status,
    @Nullable Double centre,
    @Nullable Limits natural) {

  public Optional<Limits> limits() {
    return Optional.ofNullable(natural);
  }
}
