package io.fairlead.app.framework;

import io.fairlead.methods.framework.FrameworkDocument;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document that is or was in force. Number 0 is the one that Fairlead comes with, which nobody
/// put in force; from 1 on each has its moment, reason and author (who may have been erased since).
public record FrameworkVersion(FrameworkEntry entry, FrameworkDocument document) {

  public int number() {
    return entry.number();
  }

  /// A version without its text, for lists.
  public record FrameworkEntry(
      int number,
      @Nullable UUID id,
      @Nullable UUID author,
      @Nullable String authorName,
      String reason,
      @Nullable Instant from) {

    static final FrameworkEntry STANDARD = new FrameworkEntry(0, null, null, null, "", null);

    /// Since when it is in force; empty for the one that Fairlead comes with.
    public Optional<Instant> inForceFrom() {
      return Optional.ofNullable(from);
    }
  }
}
