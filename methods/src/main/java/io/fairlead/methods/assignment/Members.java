package io.fairlead.methods.assignment;

/// Members by owner: those of an owner stand in one stretch, in their order.
final class Members {
  private final int[] starts;
  private final int[] members;

  /// @param ownerOf of each member
  Members(int[] ownerOf, int owners) {
    starts = new int[owners + 1];
    for (int owner : ownerOf) {
      starts[owner + 1]++;
    }
    for (int owner = 0; owner < owners; owner++) {
      starts[owner + 1] += starts[owner];
    }
    int[] next = starts.clone();
    members = new int[ownerOf.length];
    for (int member = 0; member < ownerOf.length; member++) {
      members[next[ownerOf[member]]++] = member;
    }
  }

  /// Where the owner's stretch begins.
  int from(int owner) {
    return starts[owner];
  }

  /// Where it has ended.
  int to(int owner) {
    return starts[owner + 1];
  }

  int at(int place) {
    return members[place];
  }
}
