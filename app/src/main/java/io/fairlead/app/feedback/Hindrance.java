package io.fairlead.app.feedback;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What keeps a round from opening or closing on its day.
public enum Hindrance {
  /// The round's key cannot be written: nothing that came in could be sealed, so it does not open.
  KEY_FOLDER,
  /// The round's key is gone or damaged: nothing that was written can be read.
  KEY_LOST,
  /// Sealed answers were changed in the database since they were written.
  ANSWERS_CHANGED,
  /// Something else, which the server's log names.
  FAULT;

  /// As the database and the API write it: `key-folder`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Hindrance> find(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
