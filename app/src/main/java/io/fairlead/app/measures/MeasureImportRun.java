package io.fairlead.app.measures;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of values that somebody brought.
///
/// @param appliedAt null until it is applied
public record MeasureImportRun(
    UUID id, String fileName, Instant at, @Nullable Instant appliedAt, Counts counts) {

  public boolean isApplied() {
    return appliedAt != null;
  }

  /// What became of it.
  ///
  /// @param defined measures that were not there
  /// @param left values that were left out
  public record Counts(int defined, int added, int corrected, int unchanged, int left) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);
  }
}
