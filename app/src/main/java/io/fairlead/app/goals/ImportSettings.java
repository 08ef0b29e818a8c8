package io.fairlead.app.goals;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a file is to be understood: which column is which, and what becomes of what it leaves open.
///
/// @param fields the field's code by column; a column without one is kept as an attribute
/// @param owner for goals whose owner is not known here: `me`, `organisation`, `team:<id>`,
///   `unit:<id>`, or empty while nobody has chosen
/// @param cycle for cycles not known here: `create`, the id of one, or empty while nobody has
///   chosen
/// @param cycles what becomes of single cycles not known here, by their name: the id of one, or
///   `FIRST/LAST` to make it with these days; the others go by `cycle`
/// @param state in which goals without one come in
/// @param leaveUnreadable cells that cannot be read are left empty and kept as attributes
/// @param baselineIsZero a missing baseline beside a target is 0
public record ImportSettings(
    Map<String, String> fields,
    String owner,
    String cycle,
    Map<String, String> cycles,
    String state,
    boolean leaveUnreadable,
    boolean baselineIsZero) {

  private static final String MADE = "/";

  /// @param cycles null in what was stored before single cycles could be decided
  public ImportSettings(
      Map<String, String> fields,
      String owner,
      String cycle,
      @Nullable Map<String, String> cycles,
      String state,
      boolean leaveUnreadable,
      boolean baselineIsZero) {
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    this.owner = owner;
    this.cycle = cycle;
    this.cycles =
        cycles == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(cycles));
    this.state = state;
    this.leaveUnreadable = leaveUnreadable;
    this.baselineIsZero = baselineIsZero;
  }

  static ImportSettings guessed(Map<String, ImportField> guess) {
    Map<String, String> fields = new LinkedHashMap<>();
    guess.forEach((column, field) -> fields.put(column, field.code()));
    return new ImportSettings(fields, "", "", Map.of(), "active", false, false);
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

  /// The cycle that those of this name go into, if one was chosen.
  Optional<UUID> cycleId(String name) {
    String choice = cycles.getOrDefault(name, cycle);
    try {
      return choice.length() == 36 ? Optional.of(UUID.fromString(choice)) : Optional.empty();
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /// Whether the cycle of this name is to be made.
  public boolean makes(String name) {
    return cycles.getOrDefault(name, cycle.equals("create") ? MADE : "").contains(MADE);
  }

  /// Whether it was decided for this cycle alone that it is made.
  public boolean makesAlone(String name) {
    return cycles.getOrDefault(name, "").contains(MADE);
  }

  public boolean putsInto(String name, UUID existing) {
    return cycles.getOrDefault(name, "").equals(existing.toString());
  }

  /// As given for this cycle alone; empty if it was not.
  public String firstDay(String name) {
    return days(name).substring(0, days(name).indexOf(MADE));
  }

  public String lastDay(String name) {
    return days(name).substring(days(name).indexOf(MADE) + MADE.length());
  }

  private String days(String name) {
    return makesAlone(name) ? cycles.getOrDefault(name, MADE) : MADE;
  }

  /// What to store for a cycle that is made with these days.
  static String making(String firstDay, String lastDay) {
    return firstDay + MADE + lastDay;
  }

  @Nullable LocalDate starts(String name) {
    return date(firstDay(name));
  }

  @Nullable LocalDate ends(String name) {
    return date(lastDay(name));
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException notADate) {
      return null;
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
