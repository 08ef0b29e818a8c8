package io.fairlead.methods.goals;

/// How far the question of a learning objective was answered. The score says whether we know, not
/// whether we like the answer.
public enum LearningAnswer {
  ANSWERED(1),
  PARTLY(0.5),
  NOT_ANSWERED(0);

  private final double score;

  LearningAnswer(double score) {
    this.score = score;
  }

  public double score() {
    return score;
  }
}
