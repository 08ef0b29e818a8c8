package io.fairlead.app.measures;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody says a measure is.
///
/// @param owner who answers for it
/// @param ofUnit whose running business it belongs to; null: the whole organisation's
/// @param unit of its figures, such as `%`; may be empty
/// @param decimals how many its figures are shown with
/// @param target what it should be from now on; null without one
/// @param low where its band begins, of a measure that should stay in one
/// @param warning from which value on, the wrong way, it is worth a look
/// @param alarm from which value on somebody has to act; further than the warning
/// @param baseline of how many first values the usual range is made
/// @param formula of a computed measure; empty for others
/// @param decision which decision is made by it
/// @param pays whether somebody's pay depends on it
/// @param enters who enters values beside the owner
/// @param readers who reads it, where it is for named people
public record MeasurePlan(
    String name,
    String definition,
    UUID owner,
    @Nullable UUID ofUnit,
    String unit,
    int decimals,
    Way way,
    Frequency frequency,
    Tense tense,
    @Nullable BigDecimal target,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    @Nullable BigDecimal warning,
    @Nullable BigDecimal alarm,
    int baseline,
    Source source,
    String formula,
    String decision,
    boolean pays,
    Audience audience,
    List<UUID> enters,
    List<UUID> readers) {
  public MeasurePlan {
    enters = List.copyOf(enters);
    readers = List.copyOf(readers);
  }
}
