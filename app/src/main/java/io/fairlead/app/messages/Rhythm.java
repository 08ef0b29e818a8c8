package io.fairlead.app.messages;

import java.util.Locale;

/// How often a person wants mail about what they are told: each time, or gathered.
enum Rhythm {
  AT_ONCE,
  DAILY,
  WEEKLY;

  /// As stored and as written in the API: `at-once`.
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Rhythm of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
