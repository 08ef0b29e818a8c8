package io.fairlead.app.measures;

import io.fairlead.methods.framework.MeasureDefaults;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
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

  /// With what the organisation's framework says where this says nothing. A measure of no unit is
  /// never seen by more people than one of a unit would be.
  MeasureInput or(MeasureDefaults usual) {
    Audience audience =
        switch (usual.visibility()) {
          case PUBLIC -> Audience.PUBLIC;
          case UNIT -> ofUnit == null ? Audience.NAMED : Audience.UNIT;
          case NAMED -> Audience.NAMED;
        };
    return new MeasureInput(
        code,
        name,
        definition,
        owner,
        ofUnit,
        unit,
        decimals,
        direction,
        frequency == null ? usual.frequency().name().toLowerCase(Locale.ROOT) : frequency,
        tense,
        target,
        low,
        high,
        warning,
        alarm,
        baseline == null ? Integer.valueOf(usual.baseline()) : baseline,
        source,
        formula,
        decision,
        pays,
        visibility == null ? audience.code() : visibility,
        enters,
        readers);
  }
}
