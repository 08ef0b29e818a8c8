package io.fairlead.app.measures;

/// What became of values that were entered.
///
/// @param added days that had none before
/// @param corrected days whose value is another one now
/// @param unchanged days that had this very value
public record Entered(int added, int corrected, int unchanged) {
  static final Entered NOTHING = new Entered(0, 0, 0);

  Entered and(Entered other) {
    return new Entered(
        added + other.added, corrected + other.corrected, unchanged + other.unchanged);
  }
}
