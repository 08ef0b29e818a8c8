package io.fairlead.app.measures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody marked of a sample.
///
/// @param name null when it is known no longer
/// @param correction how often they have marked it anew
/// @param version of the rubric
/// @param marks by item; empty where they could not judge it
public record SampleScore(
    UUID sample,
    UUID rater,
    @Nullable String name,
    int correction,
    int version,
    List<OptionalInt> marks,
    String note,
    Instant at) {
  public SampleScore {
    marks = List.copyOf(marks);
  }

  /// By item the mark, null for none.
  List<@Nullable Integer> plainMarks() {
    return plain(marks);
  }

  static List<@Nullable Integer> plain(List<OptionalInt> marks) {
    List<@Nullable Integer> plain = new ArrayList<>();
    marks.forEach(mark -> plain.add(mark.isPresent() ? (Integer) mark.getAsInt() : null));
    return plain;
  }
}
