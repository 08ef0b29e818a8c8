package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.methods.goals.AmbitionHint;
import io.fairlead.methods.goals.ConfidenceCalibration;
import io.fairlead.methods.goals.Fast;
import io.fairlead.methods.goals.ObjectiveKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a cycle tells: how often goals were reached, how targets were set, what hangs together, and
/// how goals were worked with. About goals, never about people.
///
/// @param hits by kind of objective, of those graded
/// @param ambition what the last cycles say about how high aspirational targets were set
/// @param means the mean score of aspirational objectives, a cycle each, oldest first
/// @param aligned objectives that contribute to something or say why not
/// @param orphans objectives that neither contribute, nor are contributed to, nor say why; the
///   first of them
/// @param asOf null if it was counted just now, over all goals that the viewer may see; else when
///   it was counted, over those that everybody may see
public record CycleSummary(
    Cycle cycle,
    int objectives,
    int dropped,
    List<Hit> hits,
    AmbitionHint ambition,
    List<Mean> means,
    Fast.Share aligned,
    List<Orphan> orphans,
    int orphanCount,
    Fast fast,
    ConfidenceCalibration calibration,
    @Nullable Instant asOf) {
  static final int CYCLES_BACK = 4;

  /// @param reached how many were successes by the bands of their kind
  public record Hit(ObjectiveKind kind, int reached, int graded, double mean) {
    public double share() {
      return (double) reached / graded;
    }
  }

  public record Mean(Cycle cycle, double score, int n) {}

  public record Orphan(UUID id, String title) {}

  /// The same as it was counted then, with the orphans that somebody may see now.
  CycleSummary counted(Instant then, List<Orphan> now) {
    return new CycleSummary(
        cycle,
        objectives,
        dropped,
        hits,
        ambition,
        means,
        aligned,
        now,
        orphanCount,
        fast,
        calibration,
        then);
  }
}
