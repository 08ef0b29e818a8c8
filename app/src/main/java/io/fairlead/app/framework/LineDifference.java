package io.fairlead.app.framework;

import java.util.ArrayList;
import java.util.List;

/// Two texts line by line: what stays (three lines around each change), what goes, what comes.
final class LineDifference {
  private static final int AROUND = 3;
  private static final long MOST_CELLS = 4_000_000;

  private LineDifference() {}

  enum Kind {
    SAME,
    GONE,
    NEW,
    /// Stands for lines that both have and that are left out.
    LEFT_OUT
  }

  /// @param number of the line in the newer text, for one that is gone in the older; 0 for none
  record Line(Kind kind, int number, String text) {}

  static List<Line> between(String older, String newer) {
    return shortened(whole(older.lines().toList(), newer.lines().toList()));
  }

  private static List<Line> whole(List<String> a, List<String> b) {
    int head = 0;
    while (head < Math.min(a.size(), b.size()) && a.get(head).equals(b.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(a.size(), b.size()) - head
        && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
      tail++;
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < head; i++) {
      lines.add(new Line(Kind.SAME, i + 1, b.get(i)));
    }
    lines.addAll(middle(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail), head));
    for (int i = b.size() - tail; i < b.size(); i++) {
      lines.add(new Line(Kind.SAME, i + 1, b.get(i)));
    }
    return lines;
  }

  /// By the longest common subsequence; two texts that share too little are shown whole.
  private static List<Line> middle(List<String> a, List<String> b, int offset) {
    boolean tooLarge = (long) a.size() * b.size() > MOST_CELLS;
    int[][] common = tooLarge ? new int[0][0] : common(a, b);
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      boolean both = i < a.size() && j < b.size();
      if (!tooLarge && both && a.get(i).equals(b.get(j))) {
        lines.add(new Line(Kind.SAME, offset + j + 1, b.get(j)));
        i++;
        j++;
      } else if (i < a.size() && (!both || tooLarge || common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line(Kind.GONE, offset + i + 1, a.get(i)));
        i++;
      } else {
        lines.add(new Line(Kind.NEW, offset + j + 1, b.get(j)));
        j++;
      }
    }
    return lines;
  }

  private static int[][] common(List<String> a, List<String> b) {
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            a.get(i).equals(b.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static List<Line> shortened(List<Line> lines) {
    List<Line> shown = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (isNearChange(lines, i)) {
        shown.add(lines.get(i));
      } else if (shown.isEmpty() || shown.getLast().kind() != Kind.LEFT_OUT) {
        shown.add(new Line(Kind.LEFT_OUT, 0, ""));
      }
    }
    return shown;
  }

  private static boolean isNearChange(List<Line> lines, int at) {
    return lines.subList(Math.max(0, at - AROUND), Math.min(lines.size(), at + AROUND + 1)).stream()
        .anyMatch(line -> line.kind() != Kind.SAME);
  }
}
