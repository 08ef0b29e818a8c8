package io.fairlead.methods.raters;

/// What comes of a question about raters.
public sealed interface RaterAnswer {

  record Analysed(RaterAnalysis analysis) implements RaterAnswer {}

  /// It cannot be answered.
  ///
  /// @param reason an English sentence without its full stop
  record Refused(String reason) implements RaterAnswer {}
}
