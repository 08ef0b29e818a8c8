package io.fairlead.methods.assignment;

import java.util.Arrays;

/// Nodes by distance, the nearest first. A node may be in it several times.
final class NodeHeap {
  private long[] distances = new long[64];
  private int[] nodes = new int[64];
  private int size;

  void clear() {
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// Of the nearest.
  long distance() {
    return distances[0];
  }

  void add(int node, long distance) {
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * size);
      distances = Arrays.copyOf(distances, 2 * size);
    }
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) / 2;
      if (distances[parent] <= distance) {
        break;
      }
      distances[at] = distances[parent];
      nodes[at] = nodes[parent];
      at = parent;
    }
    distances[at] = distance;
    nodes[at] = node;
  }

  /// Takes the nearest away.
  int remove() {
    int nearest = nodes[0];
    size--;
    long distance = distances[size];
    int node = nodes[size];
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && distances[child + 1] < distances[child]) {
        child++;
      }
      if (distance <= distances[child]) {
        break;
      }
      distances[at] = distances[child];
      nodes[at] = nodes[child];
      at = child;
    }
    distances[at] = distance;
    nodes[at] = node;
    return nearest;
  }
}
