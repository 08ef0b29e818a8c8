package io.fairlead.methods.rehearsal;

import io.fairlead.methods.framework.GoalRules;

/// How much people take on, and how long each piece takes them. The minutes are those that Home and
/// the goal editor promise; how much is taken on is ours, and anybody's to replace.
///
/// @param objectives that an owner has in a cycle
/// @param keyResults that an objective has
/// @param minutesToWriteObjective with its why and its owner
/// @param minutesToWriteKeyResult with baseline, target and due
/// @param minutesToAgree what each side spends to agree that one objective contributes to another
/// @param secondsToCheckIn on one key result
/// @param secondsToRead what one report checked in
/// @param minutesToGrade an objective, with its retrospective
/// @param minutesToTalkOver the grades of one report
public record GoalAssumptions(
    double objectives,
    double keyResults,
    double minutesToWriteObjective,
    double minutesToWriteKeyResult,
    double minutesToAgree,
    double secondsToCheckIn,
    double secondsToRead,
    double minutesToGrade,
    double minutesToTalkOver) {

  /// Two thirds of the objectives that one may have, at least one; the middle between the fewest
  /// and the most key results.
  public static GoalAssumptions usual(GoalRules.Limits limits) {
    return new GoalAssumptions(
        Math.max(1, Math.round(limits.objectivesPerOwner() * 2 / 3.0)),
        Math.max(1, (limits.keyResultsAtLeast() + limits.keyResultsAtMost()) / 2.0),
        10,
        3,
        2,
        12,
        30,
        5,
        10);
  }
}
