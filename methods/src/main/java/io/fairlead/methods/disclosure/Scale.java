package io.fairlead.methods.disclosure;

/// The whole points from which a rater chooses, such as 1 to 5.
public record Scale(int low, int high) {
  private static final int FEWEST = 3;
  private static final int MOST = 101;

  /// @throws IllegalArgumentException for fewer than 3 points or more than 101
  public Scale {
    if (high - (long) low < FEWEST - 1 || high - (long) low > MOST - 1) {
      throw new IllegalArgumentException("a scale has 3 to 101 whole points, the lower end first");
    }
  }

  /// How far its ends lie apart.
  public int span() {
    return high - low;
  }

  /// Whether it has that point.
  public boolean has(int rating) {
    return rating >= low && rating <= high;
  }
}
