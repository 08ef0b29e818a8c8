package io.fairlead.app.feedback;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How far a round is.
public enum RoundState {
  /// Being set up; seen by those who run it alone.
  DRAFT,
  /// Launched: its promise stands, raters are chosen.
  NOMINATING,
  /// Raters answer.
  ANSWERING,
  /// Nothing comes in any more; answers are being sealed.
  CLOSING,
  /// Answers are sealed, and reports are made.
  PUBLISHED,
  /// Ended without reports; what was written is gone.
  STOPPED;

  /// As the database and the API write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<RoundState> find(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  /// Whether its promise can no longer be changed.
  public boolean isLaunched() {
    return this != DRAFT && this != STOPPED;
  }
}
