package io.fairlead.app.goals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// How a file is to be understood: which column is which, and what becomes of what it leaves open.
///
/// @param fields the field's code by column; a column without one is kept as an attribute
/// @param owner for goals whose owner is not known here: `me`, `organisation`, `team:<id>`,
///   `unit:<id>`, or empty while nobody has chosen
/// @param cycle for cycles not known here: `create`, the id of one, or empty while nobody has
///   chosen
/// @param state in which goals without one come in
/// @param leaveUnreadable cells that cannot be read are left empty and kept as attributes
/// @param baselineIsZero a missing baseline beside a target is 0
public record ImportSettings(
    Map<String, String> fields,
    String owner,
    String cycle,
    String state,
    boolean leaveUnreadable,
    boolean baselineIsZero) {

  public ImportSettings {
    fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  static ImportSettings guessed(Map<String, ImportField> guess) {
    Map<String, String> fields = new LinkedHashMap<>();
    guess.forEach((column, field) -> fields.put(column, field.code()));
    return new ImportSettings(fields, "", "", "active", false, false);
  }

  /// The mapping by field; a field that two columns claim goes to the first.
  Map<ImportField, String> columns() {
    Map<ImportField, String> columns = new LinkedHashMap<>();
    fields.forEach((column, code) ->
        ImportField.find(code).ifPresent(field -> columns.putIfAbsent(field, column)));
    return columns;
  }

  public boolean isMapped(String column, String code) {
    return code.equals(fields.getOrDefault(column, ""));
  }

  Optional<UUID> cycleId() {
    try {
      return cycle.length() == 36 ? Optional.of(UUID.fromString(cycle)) : Optional.empty();
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  ObjectiveState stateOrActive() {
    return switch (state) {
      case "draft" -> ObjectiveState.DRAFT;
      case "closed" -> ObjectiveState.CLOSED;
      default -> ObjectiveState.ACTIVE;
    };
  }
}
