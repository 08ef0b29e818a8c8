package io.fairlead.methods.assignment;

import java.util.Map;

/// How many reviewees a rater rates at most.
///
/// @param usual of everybody without a cap of their own
/// @param own by rater
public record RaterCaps(int usual, Map<String, Integer> own) {
  public static final int MOST = 1000;

  /// @throws IllegalArgumentException for a cap below 0 or above [#MOST]
  public RaterCaps {
    own = Map.copyOf(own);
    check(usual);
    own.values().forEach(RaterCaps::check);
  }

  /// The same for all.
  public static RaterCaps of(int cap) {
    return new RaterCaps(cap, Map.of());
  }

  public int of(String rater) {
    return own.getOrDefault(rater, usual);
  }

  private static void check(int cap) {
    if (cap < 0 || cap > MOST) {
      throw new IllegalArgumentException("a cap is 0 to %d, not %d".formatted(MOST, cap));
    }
  }
}
