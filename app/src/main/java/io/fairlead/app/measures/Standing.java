package io.fairlead.app.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a series stands: what a list shows of it without reading its values.
///
/// @param personName of the person whose own figures these are; null for all others
/// @param status `ok`, or why there is no usual range: `no-values`, `too-few`, `constant`
/// @param centre of its usual range at the latest value, with `lower` and `upper`; null without one
/// @param rangeFrom the first day of which that range is true; the latest day where it moves with
///   the season or the value before; null where that is not known
/// @param signalDay of the latest value that says something beside what the series does by itself;
///   null without one
/// @param signalUp whether it points upwards
/// @param seasonal whether the range is that of the series without its season
/// @param autocorrelation of a value with the one before; null where it cannot be told
/// @param days of the small picture
/// @param values of the small picture: few, with every extreme
public record Standing(
    UUID series,
    Slice slice,
    @Nullable String personName,
    String status,
    int count,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    @Nullable Double lastValue,
    @Nullable Double previousValue,
    @Nullable Double centre,
    @Nullable Double lower,
    @Nullable Double upper,
    @Nullable LocalDate rangeFrom,
    @Nullable LocalDate signalDay,
    @Nullable String signalRule,
    @Nullable Double signalValue,
    @Nullable Boolean signalUp,
    boolean seasonal,
    @Nullable Double autocorrelation,
    Zone zone,
    List<LocalDate> days,
    List<Double> values) {
  /// The points of a small picture at most.
  static final int MOST_POINTS = 120;

  public Standing {
    days = List.copyOf(days);
    values = List.copyOf(values);
  }

  /// Whether the latest value itself is the one that says something.
  public boolean signalsNow() {
    return signalDay != null && signalDay.equals(lastDay);
  }

  /// How its latest value is to be taken where it says something: `on` for the better, `off` for
  /// the worse, `plain` where neither is; `none` where it says nothing.
  public String turn(Way way) {
    Boolean up = signalUp;
    if (!signalsNow() || up == null) {
      return "none";
    }
    return switch (way) {
      case HIGHER -> up ? "on" : "off";
      case LOWER -> up ? "off" : "on";
      case TARGET, BAND -> "plain";
    };
  }
}
