package io.fairlead.app.people.intake;

import java.util.Locale;

/// How a file writes its days. A day that begins with its year is understood in every file.
public enum DateOrder {
  /// 2026-03-31.
  YEAR_FIRST,
  /// 3/31/2026.
  MONTH_FIRST,
  /// 31.3.2026 or 31/3/2026.
  DAY_FIRST;

  /// As stored and as said in the API: `day-first`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static DateOrder of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
