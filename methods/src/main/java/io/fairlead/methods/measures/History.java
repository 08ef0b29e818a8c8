package io.fairlead.methods.measures;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// The values that a measure has had, in the order of time, each with its day. Where the frequency
/// is known, a value that is missing keeps its place.
public final class History {
  /// Beyond this a double no longer tells two neighbouring integers apart.
  public static final double LARGEST = 1e15;

  private final List<LocalDate> days;
  private final double[] values;
  private final Frequency frequency;
  private final boolean hasCalendar;
  private final long[] places;

  private History(List<LocalDate> days, double[] values, Frequency frequency, boolean hasCalendar) {
    this.days = days;
    this.values = values;
    this.frequency = frequency;
    this.hasCalendar = hasCalendar;
    this.places = frequency.places(days);
  }

  /// The frequency is read from the days.
  ///
  /// @param days rising, each once
  /// @param values one a day, finite and at most [#LARGEST] either way
  /// @throws IllegalArgumentException otherwise
  public static History of(List<LocalDate> days, double... values) {
    List<LocalDate> copied = checked(days, values);
    return new History(copied, values.clone(), Frequency.of(copied), true);
  }

  /// Of values whose dates only tell their order: without a frequency, a season and gaps.
  public static History inOrder(List<LocalDate> days, double... values) {
    return new History(checked(days, values), values.clone(), Frequency.OTHER, false);
  }

  private static List<LocalDate> checked(List<LocalDate> days, double... values) {
    if (days.size() != values.length) {
      throw new IllegalArgumentException("every value has its day");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException("values are finite");
      }
      if (Math.abs(values[i]) > LARGEST) {
        throw new IllegalArgumentException("values are at most 10^15 either way");
      }
      if (i > 0 && !days.get(i).isAfter(days.get(i - 1))) {
        throw new IllegalArgumentException("days rise");
      }
    }
    return List.copyOf(days);
  }

  public int size() {
    return values.length;
  }

  public List<LocalDate> days() {
    return days;
  }

  public double value(int index) {
    return values[index];
  }

  public double[] values() {
    return values.clone();
  }

  public Frequency frequency() {
    return frequency;
  }

  /// Whether its days are days, and not only an order.
  public boolean hasCalendar() {
    return hasCalendar;
  }

  /// How many places a value could have had from the first to the last.
  public long span() {
    return places.length == 0 ? 0 : places[places.length - 1] + 1;
  }

  /// How many of them have none.
  public long gaps() {
    return span() - values.length;
  }

  /// The place of a value, the first being 0.
  long place(int index) {
    return places[index];
  }

  /// After how many places a season repeats; 1 if there is none.
  int period() {
    return frequency.period(days);
  }

  /// One figure a place, `NaN` where a value is missing.
  ///
  /// @param ofDays one figure a value
  double[] grid(double... ofDays) {
    double[] grid = new double[Math.toIntExact(span())];
    Arrays.fill(grid, Double.NaN);
    for (int i = 0; i < ofDays.length; i++) {
      grid[Math.toIntExact(places[i])] = ofDays[i];
    }
    return grid;
  }
}
