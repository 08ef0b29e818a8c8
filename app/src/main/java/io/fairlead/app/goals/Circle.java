package io.fairlead.app.goals;

import io.fairlead.app.goals.AlignmentStore.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The shortest circle that a new alignment would close.
final class Circle {
  private Circle() {}

  /// From the child to the parent and on up until the child again; empty if there is no such way.
  static List<UUID> closedBy(UUID child, UUID parent, List<Step> above) {
    Map<UUID, List<UUID>> parents = new HashMap<>();
    above.forEach(
        step -> parents.computeIfAbsent(step.child(), _ -> new ArrayList<>()).add(step.parent()));
    Map<UUID, @Nullable UUID> cameFrom = new HashMap<>();
    cameFrom.put(parent, null);
    Deque<UUID> next = new ArrayDeque<>(List.of(parent));
    while (!next.isEmpty()) {
      UUID here = next.remove();
      if (here.equals(child)) {
        return path(child, cameFrom);
      }
      for (UUID up : parents.getOrDefault(here, List.of())) {
        if (!cameFrom.containsKey(up)) {
          cameFrom.put(up, here);
          next.add(up);
        }
      }
    }
    return List.of();
  }

  private static List<UUID> path(UUID child, Map<UUID, @Nullable UUID> cameFrom) {
    List<UUID> back = new ArrayList<>();
    for (UUID here = child; here != null; here = cameFrom.get(here)) {
      back.add(here);
    }
    back.add(child);
    Collections.reverse(back);
    return back;
  }
}
