package io.fairlead.app.platform.web;

import java.util.Locale;

/// How something stands, as pages show it: a shape, a word and a colour. The names are those of
/// `methods.goals.Status`.
public enum Status {
  ON_TRACK,
  AT_RISK,
  OFF_TRACK,
  DONE,
  STALE,
  NO_DATA;

  /// The same status by its stable name, in either form: `on-track` or `ON_TRACK`.
  public static Status of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// As in style sheets and the API: `on-track`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The message key of its word.
  public String key() {
    return "status." + code();
  }
}
