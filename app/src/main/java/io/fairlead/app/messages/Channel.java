package io.fairlead.app.messages;

import java.util.Locale;

/// Where a message of some kind reaches a person.
public enum Channel {
  INBOX,
  MAIL,
  BOTH,
  NONE;

  /// As stored and as written in the API: `inbox`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Channel of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  static boolean isKnown(String code) {
    for (Channel channel : values()) {
      if (channel.code().equals(code)) {
        return true;
      }
    }
    return false;
  }
}
