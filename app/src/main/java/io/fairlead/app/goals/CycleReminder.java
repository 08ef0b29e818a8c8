package io.fairlead.app.goals;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What people can be reminded of, all alike.
enum CycleReminder {
  PLANNING,
  CHECK_INS,
  GRADING;

  /// As written in the API: `check-ins`.
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<CycleReminder> find(String code) {
    return Stream.of(values()).filter(what -> what.code().equals(code)).findFirst();
  }
}
