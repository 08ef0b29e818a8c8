package io.fairlead.app.goals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a measure does for an objective.
///
/// @param keyResult whose values it gives or that it guards; null where it is watched
/// @param keyResultTitle null where it is watched
/// @param measure null where the viewer may not see it
/// @param name of the measure, with its unit and decimals; empty where the viewer may not see it
/// @param slice the part of it; empty for the whole
/// @param lastValue null without any, or where the viewer may not see it
/// @param signal the rule of its latest value that says something; null without one
/// @param worse whether that, or its threshold, goes the wrong way
/// @param values few, for a small picture, in the order of time; empty where the viewer may not see
///   it
public record MeasureUse(
    UUID id,
    UUID objective,
    @Nullable UUID keyResult,
    @Nullable String keyResultTitle,
    MeasureUse.Role role,
    @Nullable UUID measure,
    String name,
    String unit,
    int decimals,
    String slice,
    @Nullable LocalDate lastDay,
    @Nullable Double lastValue,
    @Nullable String signal,
    boolean worse,
    List<Double> values) {
  public MeasureUse {
    values = List.copyOf(values);
  }

  /// How it is used.
  public enum Role {
    /// The key result's value follows it.
    FEEDS("feeds"),
    /// It must not get worse while the key result gets better.
    GUARDS("guards"),
    /// It is looked at, and nothing is promised.
    WATCHED("watched");

    private final String code;

    Role(String code) {
      this.code = code;
    }

    /// As it is stored, sent and read.
    public String code() {
      return code;
    }

    public static Optional<Role> find(String code) {
      return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
  }
}
