package io.fairlead.app.goals;

import io.fairlead.methods.goals.LearningAnswer;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How an objective is graded: scores of its key results between 0 and 1, or the answer to its
/// question.
///
/// @param scores by key result; a missing one takes its suggestion
/// @param score of the whole objective when its owner says otherwise than its figures; null follows
///   them
/// @param answer for a learning objective; null for the others
/// @param comment why, needed where a score differs from its suggestion or a commitment was not
///   kept
/// @param settled the key results whose late result has arrived, so that their grade is final
/// @param version of the objective that was read
public record GradeInput(
    UUID objective,
    long version,
    Map<UUID, Double> scores,
    java.util.Set<UUID> settled,
    @Nullable Double score,
    @Nullable LearningAnswer answer,
    String comment,
    GradeSheet.Retrospective retrospective) {
  public GradeInput {
    scores = Map.copyOf(scores);
    settled = java.util.Set.copyOf(settled);
  }
}
