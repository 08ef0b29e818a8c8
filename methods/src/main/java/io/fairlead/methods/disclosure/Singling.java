package io.fairlead.methods.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether sums over sets of people can be combined to one that is about few of them: exact row
/// reduction over memberships. People who are in the same sets cannot be told apart and make one
/// cell; a combination is about the cells in which it is not 0.
public final class Singling {
  /// Small cells beyond which it is taken for possible rather than searched.
  private static final int MOST_CELLS = 24;

  private final int sets;
  private final List<BitSet> memberships = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();

  /// @param sets of people; the same set twice says nothing new
  public Singling(Collection<Set<String>> sets) {
    this.sets = sets.size();
    Map<String, BitSet> people = new LinkedHashMap<>();
    int at = 0;
    for (Set<String> set : sets) {
      for (String person : set) {
        people.computeIfAbsent(person, _ -> new BitSet()).set(at);
      }
      at++;
    }
    Map<BitSet, Integer> cells = new LinkedHashMap<>();
    people.values().forEach(membership -> cells.merge(membership, 1, Integer::sum));
    cells.forEach((membership, size) -> {
      memberships.add(membership);
      sizes.add(size);
    });
  }

  /// Whether some combination is about at least one and fewer than `k` people.
  public boolean isPossible(int k) {
    List<Integer> small = new ArrayList<>();
    for (int cell = 0; cell < sizes.size(); cell++) {
      if (sizes.get(cell) < k) {
        small.add(cell);
      }
    }
    if (small.isEmpty()) {
      return false;
    }
    return small.size() > MOST_CELLS || search(small, 0, new BitSet(), k - 1, rank(new BitSet()));
  }

  /// Tries the sets of cells that have room for no further one.
  private boolean search(List<Integer> small, int from, BitSet chosen, int room, int rank) {
    boolean isFull = true;
    for (int at = from; at < small.size(); at++) {
      int cell = small.get(at);
      if (sizes.get(cell) <= room) {
        isFull = false;
        chosen.set(cell);
        if (search(small, at + 1, chosen, room - sizes.get(cell), rank)) {
          return true;
        }
        chosen.clear(cell);
      }
    }
    return isFull && !chosen.isEmpty() && rank(chosen) < rank;
  }

  /// Rank of the memberships without some cells. It falls exactly where a combination is about
  /// those cells alone.
  private int rank(BitSet without) {
    List<BigInteger[]> rows = new ArrayList<>();
    for (int cell = 0; cell < memberships.size(); cell++) {
      if (!without.get(cell)) {
        BigInteger[] row = new BigInteger[sets];
        for (int set = 0; set < sets; set++) {
          row[set] = memberships.get(cell).get(set) ? BigInteger.ONE : BigInteger.ZERO;
        }
        rows.add(row);
      }
    }
    int rank = 0;
    for (int column = 0; column < sets && rank < rows.size(); column++) {
      if (pivot(rows, rank, column)) {
        for (int row = rank + 1; row < rows.size(); row++) {
          eliminate(rows.get(rank), rows.get(row), column);
        }
        rank++;
      }
    }
    return rank;
  }

  private static boolean pivot(List<BigInteger[]> rows, int from, int column) {
    for (int row = from; row < rows.size(); row++) {
      if (rows.get(row)[column].signum() != 0) {
        BigInteger[] found = rows.set(row, rows.get(from));
        rows.set(from, found);
        return true;
      }
    }
    return false;
  }

  private static void eliminate(BigInteger[] pivot, BigInteger[] row, int column) {
    BigInteger factor = row[column];
    if (factor.signum() == 0) {
      return;
    }
    BigInteger scale = pivot[column];
    for (int at = 0; at < row.length; at++) {
      row[at] = row[at].multiply(scale).subtract(pivot[at].multiply(factor));
    }
  }
}
