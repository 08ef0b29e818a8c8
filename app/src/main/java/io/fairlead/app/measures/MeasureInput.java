package io.fairlead.app.measures;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was sent to say what a measure is. Only a name is needed: all else has a usual value, so
/// that a measure can be named before it has data.
public record MeasureInput(
    @Nullable String code,
    @Nullable String name,
    @Nullable String definition,
    @Nullable UUID owner,
    @Nullable UUID ofUnit,
    @Nullable String unit,
    @Nullable Integer decimals,
    @Nullable String direction,
    @Nullable String frequency,
    @Nullable String tense,
    @Nullable BigDecimal target,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    @Nullable BigDecimal warning,
    @Nullable BigDecimal alarm,
    @Nullable Integer baseline,
    @Nullable String source,
    @Nullable String formula,
    @Nullable String decision,
    @Nullable Boolean pays,
    @Nullable String visibility,
    @Nullable List<UUID> enters,
    @Nullable List<UUID> readers) {

  /// The least that says what a measure is.
  public static MeasureInput named(String name, String unit, String direction) {
    return new MeasureInput(
        null, name, null, null, null, unit, null, direction, null, null, null, null, null, null,
        null, null, null, null, null, null, null, null, null);
  }
}
