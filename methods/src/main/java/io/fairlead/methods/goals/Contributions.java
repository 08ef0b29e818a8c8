package io.fairlead.methods.goals;

import java.util.Arrays;

/// Edges child → parent with their shares, in the order they are added: what an [AlignmentGraph] is
/// made from. Nodes are numbered from 0.
public final class Contributions {
  int[] child = new int[16];
  int[] parent = new int[16];
  double[] share = new double[16];
  int size;

  /// `share` of what the child achieves counts in the parent.
  public Contributions add(int child, int parent, double share) {
    if (size == this.child.length) {
      int larger = size * 2;
      this.child = Arrays.copyOf(this.child, larger);
      this.parent = Arrays.copyOf(this.parent, larger);
      this.share = Arrays.copyOf(this.share, larger);
    }
    this.child[size] = child;
    this.parent[size] = parent;
    this.share[size] = share;
    size++;
    return this;
  }

  public int size() {
    return size;
  }
}
