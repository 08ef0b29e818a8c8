package io.fairlead.app.feedback;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Why somebody asks who wrote a comment. There is no other reason.
public enum EscrowReason {
  THREAT,
  MISCONDUCT,
  LAW;

  /// As the database and the API write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<EscrowReason> find(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
