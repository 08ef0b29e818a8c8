package io.fairlead.app.cycles;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A window of a cycle in which people are to do something.
public enum CycleWindow {
  PLANNING,
  GRADING;

  /// As written in the API: `planning`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CycleWindow> find(String code) {
    return Stream.of(values()).filter(window -> window.code().equals(code)).findFirst();
  }

  public LocalDate from(Cycle cycle) {
    return this == PLANNING ? cycle.planningFrom() : cycle.gradingFrom();
  }

  /// The last day, included.
  public LocalDate until(Cycle cycle) {
    return this == PLANNING ? cycle.planningUntil() : cycle.gradingUntil();
  }
}
