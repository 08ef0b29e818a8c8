package io.fairlead.methods.raters;

import java.util.Arrays;

/// How often each level of the larger factor meets each of the smaller one, by level of the larger
/// one; and how many ratings each level has.
final class Crossing {
  final int[] large;
  final int[] small;
  final double[] ofLarge;
  final double[] ofSmall;
  final int[] start;
  final int[] column;
  final double[] count;

  /// @param large the level of each rating, of `larges` levels
  Crossing(int[] large, int larges, int[] small, int smalls) {
    this.large = large;
    this.small = small;
    this.ofLarge = new double[larges];
    this.ofSmall = new double[smalls];
    long[] cells = new long[large.length];
    for (int at = 0; at < large.length; at++) {
      ofLarge[large[at]]++;
      ofSmall[small[at]]++;
      cells[at] = (long) large[at] * smalls + small[at];
    }
    Arrays.sort(cells);
    int distinct = 0;
    for (int at = 0; at < cells.length; at++) {
      distinct += at == 0 || cells[at] != cells[at - 1] ? 1 : 0;
    }
    start = new int[larges + 1];
    column = new int[distinct];
    count = new double[distinct];
    int place = -1;
    for (int at = 0; at < cells.length; at++) {
      if (at == 0 || cells[at] != cells[at - 1]) {
        place++;
        column[place] = (int) (cells[at] % smalls);
        start[(int) (cells[at] / smalls) + 1]++;
      }
      count[place]++;
    }
    for (int level = 0; level < larges; level++) {
      start[level + 1] += start[level];
    }
  }

  /// Sums by level of the larger factor of what belongs to each rating.
  double[] sumsOfLarge(double[] each) {
    double[] sums = new double[ofLarge.length];
    for (int at = 0; at < each.length; at++) {
      sums[large[at]] += each[at];
    }
    return sums;
  }

  double[] sumsOfSmall(double[] each) {
    double[] sums = new double[ofSmall.length];
    for (int at = 0; at < each.length; at++) {
      sums[small[at]] += each[at];
    }
    return sums;
  }
}
