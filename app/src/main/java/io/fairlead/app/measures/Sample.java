package io.fairlead.app.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that is scored for a measure: a call, a document.
///
/// @param reference where it is found; empty without
/// @param author whose work it is; null where nobody said, or it is of nobody in particular
/// @param authorName null also when it is known no longer
/// @param slice the part of the measure it counts for beside the whole
/// @param raters by name
/// @param mayScore whether the viewer is one of them
/// @param mayRead whether the viewer sees it beside scoring it: owns the measure or enters its
///   values
public record Sample(
    UUID id,
    UUID measure,
    String measureName,
    String title,
    String reference,
    LocalDate day,
    @Nullable UUID author,
    @Nullable String authorName,
    Slice slice,
    List<Rater> raters,
    boolean mayScore,
    boolean mayRead) {
  public Sample {
    raters = List.copyOf(raters);
  }

  /// @param name null when it is known no longer
  public record Rater(UUID person, @Nullable String name, boolean scored) {}

  public long scored() {
    return raters.stream().filter(Rater::scored).count();
  }

  /// Whether all have scored it who were asked to.
  public boolean isComplete() {
    return scored() == raters.size();
  }
}
