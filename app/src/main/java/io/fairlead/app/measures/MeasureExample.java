package io.fairlead.app.measures;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A measure of the catalogue, to begin from.
///
/// @param formula in words
/// @param unit `money` where it is the organisation's own currency
/// @param leads id of the measure that shows later what this one shows now; null for one that lags
/// @param lag until then; null for one that lags
/// @param gaming how it gets better without anything getting better
/// @param counter id of the measure that gets worse then
public record MeasureExample(
    String id,
    int edition,
    MeasureDomain domain,
    String name,
    String definition,
    String formula,
    String unit,
    Way way,
    Frequency frequency,
    Tense tense,
    @Nullable String leads,
    @Nullable UsualLag lag,
    String gaming,
    String counter) {

  /// What the form for a new measure begins with.
  Map<String, String> fields() {
    Map<String, String> fields = new HashMap<>();
    fields.put("name", name);
    fields.put("definition", definition + "\n\n" + formula);
    fields.put("unit", unit.equals("money") ? "" : unit);
    fields.put("direction", way.code());
    fields.put("frequency", frequency.code());
    fields.put("tense", tense.code());
    return fields;
  }

  /// What defines a measure as the catalogue says it, without values and without a target.
  ///
  /// @param ofUnit whose it is; null: the whole organisation's
  public MeasureInput input(@Nullable UUID ofUnit) {
    Map<String, String> fields = fields();
    return new MeasureInput(
        null,
        name,
        fields.get("definition"),
        null,
        ofUnit,
        fields.get("unit"),
        null,
        way.code(),
        frequency.code(),
        tense.code(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
