package io.fairlead.methods.goals;

/// Where the words for scores begin.
///
/// A score that lies less than 10⁻⁹ under a border is on it, so that 0.7 computed as a mean of
/// thirds does not turn yellow.
///
/// @param green the aspirational score from which on it is green
/// @param yellow the aspirational score from which on it is yellow
/// @param kept the committed score from which on it is kept
public record ScoringBands(double green, double yellow, double kept) {
  private static final double HAIR = 1e-9;

  /// Green from 0.7, yellow from 0.4 (Doerr 2018, *Measure What Matters*); a commitment is kept at
  /// 1.0.
  public static final ScoringBands STANDARD = new ScoringBands(0.7, 0.4, 1.0);

  public ScoringBands {
    if (!(0 < yellow && yellow < green && green <= 1 && 0 < kept && kept <= 1)) {
      throw new IllegalArgumentException("bands must rise: 0 < yellow < green ≤ 1, 0 < kept ≤ 1");
    }
  }

  public Grade grade(ObjectiveKind kind, double score) {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a score lies between 0 and 1: " + score);
    }
    return switch (kind) {
      case ASPIRATIONAL ->
          reaches(score, green) ? Grade.GREEN : reaches(score, yellow) ? Grade.YELLOW : Grade.RED;
      case COMMITTED -> reaches(score, kept) ? Grade.KEPT : Grade.NEEDS_EXPLANATION;
      case LEARNING ->
          reaches(score, 1)
              ? Grade.ANSWERED
              : reaches(score, 0.5) ? Grade.PARTLY_ANSWERED : Grade.NOT_ANSWERED;
    };
  }

  private static boolean reaches(double score, double border) {
    return score >= border - HAIR;
  }
}
