package io.fairlead.methods.wording;

import org.jspecify.annotations.Nullable;

/// Something worth a look in an objective. It never stands in the way of a draft, and it is no
/// score.
///
/// @param keyResult the index of the key result it is about, or −1 for the objective
/// @param part what of the rule it is, a stable word such as `baseline`
/// @param span the words that caused it, in the objective or in the key result; null where
///   something is missing or the figures cause it
public record GoalFinding(
    GoalRule rule, Severity severity, int keyResult, String part, @Nullable Span span) {

  public boolean isOfObjective() {
    return keyResult < 0;
  }
}
