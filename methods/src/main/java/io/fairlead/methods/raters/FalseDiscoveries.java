package io.fairlead.methods.raters;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Benjamini and Hochberg's (1995) step-up: the share of false alarms among those that are raised.
final class FalseDiscoveries {
  private FalseDiscoveries() {}

  /// The adjusted p of each: at most so large a share of false ones has a test that raises it.
  static double[] adjusted(double[] chances) {
    Integer[] order =
        IntStream.range(0, chances.length)
            .boxed()
            .sorted(Comparator.comparingDouble(at -> chances[at]))
            .toArray(Integer[]::new);
    double[] adjusted = new double[chances.length];
    Arrays.fill(adjusted, 1);
    double least = 1;
    for (int rank = order.length; rank > 0; rank--) {
      int at = order[rank - 1];
      least = Math.min(least, chances[at] * order.length / rank);
      adjusted[at] = least;
    }
    return adjusted;
  }
}
