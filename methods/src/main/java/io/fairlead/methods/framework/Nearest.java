package io.fairlead.methods.framework;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The known word nearest to a mistyped one.
final class Nearest {
  private Nearest() {}

  /// The candidate at the least edit distance (insert, delete, replace, swap of neighbours), if at
  /// most a third of the longer word differs; letter case and `_` or blanks for `-` count as no
  /// difference.
  static Optional<String> to(String written, Collection<String> candidates) {
    if (written.length() > 60) {
      return Optional.empty();
    }
    return candidates.stream()
        .filter(candidate ->
            3 * distance(plain(written), plain(candidate))
                <= Math.max(written.length(), candidate.length()))
        .min(Comparator.comparingInt(candidate -> distance(plain(written), plain(candidate))));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }

  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(int[][] cost, String a, String b, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
