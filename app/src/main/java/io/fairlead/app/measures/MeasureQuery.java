package io.fairlead.app.measures;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which measures to list.
///
/// @param matching part of a name or a code; empty for all
/// @param unit only what belongs to this unit or one below it
/// @param owner only what this person answers for
/// @param alerting only what has something to look at
/// @param after how many to leave out
/// @param most how many to list
public record MeasureQuery(
    String matching,
    @Nullable UUID unit,
    @Nullable Tense tense,
    @Nullable UUID owner,
    boolean alerting,
    boolean retired,
    int after,
    int most) {
  /// A page of small pictures.
  public static final int PAGE = 60;

  public static MeasureQuery all() {
    return new MeasureQuery("", null, null, null, false, false, 0, PAGE);
  }
}
