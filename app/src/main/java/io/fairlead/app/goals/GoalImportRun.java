package io.fairlead.app.goals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of goals that was brought.
///
/// @param state `previewed`, `applied` or `undone`
public record GoalImportRun(
    UUID id,
    String fileName,
    ImportSettings settings,
    String state,
    Counts counts,
    List<UUID> created,
    UUID by,
    Instant at,
    @Nullable Instant appliedAt) {

  /// What an import wrote.
  public record Counts(int objectives, int keyResults, int parked, int known, int cycles) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);
  }
}
