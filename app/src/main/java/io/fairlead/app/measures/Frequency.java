package io.fairlead.app.measures;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/// How often a measure is taken.
public enum Frequency {
  DAILY("daily", 1),
  WEEKLY("weekly", 7),
  MONTHLY("monthly", 31),
  QUARTERLY("quarterly", 92),
  YEARLY("yearly", 366);

  private static final int LATE_AFTER = 2;

  private final String code;
  private final int days;

  Frequency(String code, int days) {
    this.code = code;
    this.days = days;
  }

  /// As it is stored, sent and read.
  public String code() {
    return code;
  }

  /// How many days lie between two values at most.
  public int days() {
    return days;
  }

  /// Whether a value of that day is so old that another one was due twice since.
  public boolean isLate(LocalDate last, LocalDate today) {
    return last.plusDays((long) LATE_AFTER * days).isBefore(today);
  }

  public static Optional<Frequency> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }
}
