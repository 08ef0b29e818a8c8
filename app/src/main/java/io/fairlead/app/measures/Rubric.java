package io.fairlead.app.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the samples of a measure are scored.
///
/// @param revision rises with every save
/// @param versions what people score by, the newest last
/// @param samples how many are planned a period
/// @param raters how many people are planned for each
/// @param people who score, unless a sample names others
/// @param closed samples up to this day are neither added nor scored any more; null: none
public record Rubric(
    UUID measure,
    long revision,
    List<RubricVersion> versions,
    int samples,
    int raters,
    List<UUID> people,
    @Nullable LocalDate closed) {
  public Rubric {
    versions = List.copyOf(versions);
    people = List.copyOf(people);
  }

  /// The newest; it may begin on a later day.
  public RubricVersion newest() {
    return versions.getLast();
  }

  /// By which a sample of that day is scored.
  public RubricVersion on(LocalDate day) {
    RubricVersion found = versions.getFirst();
    for (RubricVersion each : versions) {
      found = each.from().isAfter(day) ? found : each;
    }
    return found;
  }

  boolean isClosed(LocalDate day) {
    return closed != null && !day.isAfter(closed);
  }
}
