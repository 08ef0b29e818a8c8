package io.fairlead.app.feedback;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Why somebody would rather not answer. At most it is counted how often each was given; nobody
/// learns by whom.
public enum DeclineReason {
  NO_TIME,
  DO_NOT_WORK_TOGETHER,
  CONFLICT,
  OTHER;

  /// As the database and the API write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<DeclineReason> find(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
