package io.fairlead.app.goals;

import java.util.Arrays;
import java.util.UUID;

/// Numbers ids from 0 in the order in which they are added, which is their own: that of PostgreSQL,
/// bytes without sign. Takes 16 bytes an id, so that a million of them is nothing.
final class Numbering {
  private long[] high = new long[16];
  private long[] low = new long[16];
  private int size;

  /// @throws IllegalArgumentException if it is not above the last
  void add(UUID id) {
    if (size > 0 && compare(size - 1, id) >= 0) {
      throw new IllegalArgumentException("ids are added in their order");
    }
    if (size == high.length) {
      high = Arrays.copyOf(high, size * 2);
      low = Arrays.copyOf(low, size * 2);
    }
    high[size] = id.getMostSignificantBits();
    low[size] = id.getLeastSignificantBits();
    size++;
  }

  int size() {
    return size;
  }

  UUID id(int number) {
    return new UUID(high[number], low[number]);
  }

  /// The number of the id; -1 if it has none.
  int of(UUID id) {
    int from = 0;
    int until = size - 1;
    while (from <= until) {
      int middle = (from + until) >>> 1;
      int order = compare(middle, id);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        from = middle + 1;
      } else {
        until = middle - 1;
      }
    }
    return -1;
  }

  private int compare(int number, UUID id) {
    int order = Long.compareUnsigned(high[number], id.getMostSignificantBits());
    return order == 0 ? Long.compareUnsigned(low[number], id.getLeastSignificantBits()) : order;
  }
}
