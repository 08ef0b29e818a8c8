package io.fairlead.methods.goals;

import java.util.List;

/// What the final scores of a series of cycles say about how high targets are set. A hint for a
/// conversation, about targets and never about a person; grades are no performance rating.
public enum AmbitionHint {
  /// Mean of .9 or more in each of the last two cycles: targets may be set where they are sure to
  /// be met.
  SANDBAGGING,
  /// Mean below .4 in each of the last two cycles: targets may be out of reach.
  OVER_REACH,
  /// A mean that a healthy stretch gives; .6 to .7 is expected of a portfolio (Google re:Work).
  NONE,
  /// Fewer than two cycles with a grade.
  TOO_FEW;

  private static final double HIGH = 0.9;
  private static final double LOW = 0.4;
  private static final double HAIR = 1e-9;

  /// @param cycles the final scores of aspirational objectives, one list a cycle, oldest first;
  ///   cycles without any are passed over
  public static AmbitionHint of(List<List<Double>> cycles) {
    List<Double> means =
        cycles.stream()
            .filter(scores -> !scores.isEmpty())
            .map(scores -> scores.stream().mapToDouble(score -> score).average().orElseThrow())
            .toList();
    if (means.size() < 2) {
      return TOO_FEW;
    }
    List<Double> last = means.subList(means.size() - 2, means.size());
    if (last.stream().allMatch(mean -> mean >= HIGH - HAIR)) {
      return SANDBAGGING;
    }
    return last.stream().allMatch(mean -> mean < LOW - HAIR) ? OVER_REACH : NONE;
  }
}
