package io.fairlead.methods.framework;

/// How measures of the running business are kept.
///
/// @param perLeader how many each of those who lead is expected to keep
/// @param frequency of a new one, unless its owner chooses otherwise
/// @param visibility of a new one, unless its owner chooses otherwise
/// @param baseline how many values give the range of a new one
/// @param signals whether what leaves its range asks its owner something
/// @param define who may define a measure
public record MeasureDefaults(
    int perLeader,
    Frequency frequency,
    Visibility visibility,
    int baseline,
    boolean signals,
    Definers define) {

  public enum Frequency {
    DAILY,
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    YEARLY
  }

  /// Who may define a measure. `LEADERS` are those to whom somebody reports, the management and
  /// people operations.
  public enum Definers {
    EVERYONE,
    LEADERS,
    PEOPLE_OPERATIONS
  }

  /// Who sees a measure. For `UNIT` those of its unit.
  public enum Visibility {
    PUBLIC,
    UNIT,
    NAMED
  }
}
