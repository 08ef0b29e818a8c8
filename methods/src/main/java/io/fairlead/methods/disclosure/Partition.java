package io.fairlead.methods.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Which groups are shown together. It is made of counts alone, so that it tells nothing of what
/// was answered. Groups of at least k are blocks of their own; the others are pooled; a pool below
/// k joins the smallest block (the first of equals); without any block nothing is shown. What was
/// put together is never shown apart.
public final class Partition {
  private Partition() {}

  /// Blocks with k = 3 of one peer, five reports, four others and two of other functions: reports;
  /// others; peers with other functions.
  ///
  /// @param counts responders by group; a group that is missing has none
  /// @param order of groups
  /// @param k threshold
  public static List<List<String>> of(Map<String, Integer> counts, List<String> order, int k) {
    List<List<String>> blocks = new ArrayList<>();
    List<String> pool = new ArrayList<>();
    for (String group : order) {
      int count = counts.getOrDefault(group, 0);
      if (count >= k) {
        blocks.add(List.of(group));
      } else if (count > 0) {
        pool.add(group);
      }
    }
    if (pool.isEmpty()) {
      return blocks;
    }
    if (size(pool, counts) >= k) {
      blocks.add(List.copyOf(pool));
    } else if (!blocks.isEmpty()) {
      join(pool, smallest(blocks, counts), blocks);
    }
    return blocks;
  }

  private static void join(List<String> pool, int at, List<List<String>> blocks) {
    List<String> joined = new ArrayList<>(blocks.get(at));
    joined.addAll(pool);
    blocks.set(at, List.copyOf(joined));
  }

  private static int smallest(List<List<String>> blocks, Map<String, Integer> counts) {
    int smallest = 0;
    for (int at = 1; at < blocks.size(); at++) {
      if (size(blocks.get(at), counts) < size(blocks.get(smallest), counts)) {
        smallest = at;
      }
    }
    return smallest;
  }

  private static int size(List<String> groups, Map<String, Integer> counts) {
    return groups.stream().mapToInt(group -> counts.getOrDefault(group, 0)).sum();
  }
}
