package io.fairlead.methods.raters;

/// What comes of a question about raters.
public sealed interface RaterAnswer<T> {

  record Analysed<T>(T analysis) implements RaterAnswer<T> {}

  /// It cannot be answered.
  ///
  /// @param reason an English sentence without its full stop
  record Refused<T>(String reason) implements RaterAnswer<T> {}
}
