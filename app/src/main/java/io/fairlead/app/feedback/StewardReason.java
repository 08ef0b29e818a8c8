package io.fairlead.app.feedback;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Why a whole comment is withheld. There is no other reason.
public enum StewardReason {
  THREAT,
  MISCONDUCT,
  PRIVATE_LIFE,
  NAMES_A_RATER,
  INSULT;

  /// As the database and the API write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<StewardReason> find(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
