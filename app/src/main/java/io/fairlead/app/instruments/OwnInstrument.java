package io.fairlead.app.instruments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An instrument that the organisation writes.
///
/// @param editions how many were published; they are numbered from 1
/// @param draft null where nobody works on one, or it is not the reader's to see
record OwnInstrument(UUID id, String code, long version, int editions, @Nullable Draft draft) {

  /// What is worked on.
  ///
  /// @param savedBy null when they are known no longer
  record Draft(String document, @Nullable String savedBy, Instant savedAt) {}

  /// Something published.
  ///
  /// @param document as its author wrote it
  /// @param questions the same with all items written out
  record Edition(
      UUID instrument,
      String code,
      int number,
      String document,
      String questions,
      Instant publishedAt) {}

  /// Which edition the draft becomes.
  int next() {
    return editions + 1;
  }
}
