package io.fairlead.app.platform;

import java.util.Locale;

/// A role someone is given. Managers are not here: who manages whom is derived from the reporting
/// lines. Everyone signed in is a person.
public enum Role {
  PEOPLE_OPS,
  HR_PARTNER,
  EXECUTIVE,
  FINANCE,
  AUDITOR,
  IT_ADMINISTRATOR;

  /// As stored and as written in the API: `people-ops`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
