package io.fairlead.app.goals;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody says about a key result at a time. Exactly one of value, answer (as value 1 or 0),
/// done milestones or "no change" is said, after the key result's kind.
///
/// @param value the figure in the key result's unit; 1 or 0 for yes or no; null for milestones or
///   no change
/// @param done the milestones done so far, all of them, not only the new ones
/// @param confidence 0 (not at all) to 10 (certain); null when not said
/// @param noChange the last value still holds
public record CheckIn(
    UUID keyResult,
    @Nullable BigDecimal value,
    Set<UUID> done,
    @Nullable Integer confidence,
    String note,
    boolean noChange) {
  public CheckIn {
    done = Set.copyOf(done);
  }

  /// What it says of the milestones of its key result. None done yet is an answer; no change, or
  /// another kind, says nothing of them.
  @Nullable Set<UUID> doneOf(KeyResultDefinition keyResult) {
    return keyResult.kind() == KeyResultKind.MILESTONES && !noChange ? done : null;
  }
}
