package io.fairlead.app.disclosure;

/// What became of a saving.
public sealed interface Kept {
  /// It stands.
  record Saved(long revision) implements Kept {}

  /// Another window saved since this one read; nothing was changed.
  record Stale() implements Kept {}

  /// The round takes nothing more, or was never opened; nothing was changed.
  record Closed() implements Kept {}

  /// The round's key is not on this server: what comes in could not be read again. Nothing was
  /// changed.
  record KeyLost() implements Kept {}
}
