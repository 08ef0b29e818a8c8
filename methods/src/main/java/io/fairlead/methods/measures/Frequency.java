package io.fairlead.methods.measures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// How often a measure gets a value, as its dates tell: by the median distance between neighbours.
/// It numbers the places that a value could have, so that one which is missing leaves a gap.
public enum Frequency {
  DAY(7),
  WEEK(52),
  MONTH(12),
  QUARTER(4),
  YEAR(1),
  /// None of them, or more than one value at a place: then there are no gaps and no season.
  OTHER(1);

  private final int placesInPeriod;

  Frequency(int placesInPeriod) {
    this.placesInPeriod = placesInPeriod;
  }

  /// The one of the two in which both can be compared: that of the fewer values. Nothing is known
  /// of the places of what has none: then only days that both have count.
  public static Frequency common(Frequency first, Frequency second) {
    return first.compareTo(second) > 0 ? first : second;
  }

  /// @param days in the order of time, each once
  static Frequency of(List<LocalDate> days) {
    if (days.size() < 2) {
      return OTHER;
    }
    long[] gaps = new long[days.size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = days.get(i + 1).toEpochDay() - days.get(i).toEpochDay();
    }
    Arrays.sort(gaps);
    Frequency found = of(gaps[gaps.length / 2]);
    return found.rises(days) ? found : OTHER;
  }

  private static Frequency of(long gap) {
    if (gap == 1) {
      return DAY;
    }
    if (gap >= 6 && gap <= 8) {
      return WEEK;
    }
    if (gap >= 26 && gap <= 33) {
      return MONTH;
    }
    if (gap >= 85 && gap <= 96) {
      return QUARTER;
    }
    return gap >= 350 && gap <= 380 ? YEAR : OTHER;
  }

  private boolean rises(List<LocalDate> days) {
    long[] places = places(days);
    for (int i = 1; i < places.length; i++) {
      if (places[i] <= places[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /// The place of each day, the first being 0. Days of the week on which a daily measure never has
  /// a value have none.
  long[] places(List<LocalDate> days) {
    long[] places = new long[days.size()];
    int[] ofWeek = placesOfWeek(days);
    for (int i = 0; i < places.length; i++) {
      places[i] = place(days.get(i), days.getFirst(), ofWeek, i);
    }
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] -= places[0];
    }
    return places;
  }

  private long place(LocalDate day, LocalDate first, int[] ofWeek, int index) {
    return switch (this) {
      case DAY -> {
        long week = Math.floorDiv(day.toEpochDay() + 3, 7);
        yield week * ofWeek[0] + ofWeek[day.getDayOfWeek().getValue()];
      }
      case WEEK -> Math.round((day.toEpochDay() - first.toEpochDay()) / 7.0);
      case MONTH -> day.getYear() * 12L + day.getMonthValue();
      case QUARTER -> day.getYear() * 4L + (day.getMonthValue() - 1) / 3;
      case YEAR -> day.getYear();
      case OTHER -> index;
    };
  }

  /// How many days of the week occur, and then the number of each of them, from 0.
  private static int[] placesOfWeek(List<LocalDate> days) {
    Set<DayOfWeek> used = EnumSet.noneOf(DayOfWeek.class);
    days.forEach(day -> used.add(day.getDayOfWeek()));
    int[] places = new int[8];
    for (DayOfWeek day : used) {
      places[day.getValue()] = places[0]++;
    }
    return places;
  }

  /// How many places make a period after which a season repeats; 1 if there is none.
  int period(List<LocalDate> days) {
    return this == DAY ? Math.max(1, placesOfWeek(days)[0]) : placesInPeriod;
  }
}
