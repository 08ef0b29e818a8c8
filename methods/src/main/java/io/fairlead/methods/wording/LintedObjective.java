package io.fairlead.methods.wording;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An objective as the linter takes it.
///
/// @param cycleFrom the first day of its cycle; null if that is not known
/// @param cycleTo the last day of its cycle; null if that is not known
/// @param objectivesOfOwner how many its owner has in the cycle, itself included; 0 if not known
public record LintedObjective(
    String title,
    List<LintedKeyResult> keyResults,
    @Nullable LocalDate cycleFrom,
    @Nullable LocalDate cycleTo,
    int objectivesOfOwner) {
  public LintedObjective {
    keyResults = List.copyOf(keyResults);
  }

  /// Of words alone.
  public static LintedObjective of(String title, List<String> keyResults) {
    return new LintedObjective(
        title, keyResults.stream().map(LintedKeyResult::of).toList(), null, null, 0);
  }
}
