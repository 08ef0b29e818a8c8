package io.fairlead.methods.goals;

import java.util.OptionalDouble;

/// Whether the owner's confidence and the forecast tell the same story. Confidence is asked before
/// the forecast is shown.
public enum Agreement {
  AGREES,
  /// Green outside, red inside: confidence of 7 or more while the chance is below .3.
  WATERMELON,
  /// The reverse: confidence of 3 or less while the chance is .7 or more.
  GLOOMIER_THAN_FORECAST,
  /// One of the two is missing.
  UNKNOWN;

  /// @param confidence 0..10
  /// @param chance of reaching the target, if there is a forecast
  public static Agreement of(int confidence, OptionalDouble chance) {
    if (chance.isEmpty()) {
      return UNKNOWN;
    }
    double likely = chance.getAsDouble();
    if (confidence >= 7 && likely < 0.3) {
      return WATERMELON;
    }
    return confidence <= 3 && likely >= 0.7 ? GLOOMIER_THAN_FORECAST : AGREES;
  }

  /// Whether the owner should be told that the forecast disagrees.
  public boolean disagrees() {
    return this == WATERMELON || this == GLOOMIER_THAN_FORECAST;
  }
}
