package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lays rows out as a tree: each objective, and below the open ones their key results and what
/// hangs below them.
public final class GoalTree {
  /// Deeper than any organisation; keeps a damaged tree from running for ever.
  private static final int DEEPEST = 40;

  /// One line of the tree.
  ///
  /// Depth is 1 for what heads the tree, as `aria-level` counts.
  public sealed interface Line {
    int depth();

    /// @param touched when one of its own key results was last checked in; null if never
    record OfObjective(
        ObjectiveRow objective,
        Drift drift,
        @Nullable LocalDate touched,
        int depth,
        boolean open,
        boolean opens)
        implements Line {}

    record OfKeyResult(KeyResultRow keyResult, Cycle cycle, Drift drift, int depth)
        implements Line {}

    /// There are more below the parent than show.
    record More(UUID parent, GoalQuery.Cursor after, int depth) implements Line {}
  }

  private final Map<UUID, List<ObjectiveRow>> below;
  private final Map<UUID, List<KeyResultRow>> keyResults;
  private final Set<UUID> open;
  private final LocalDate today;
  private final int limit;
  private final List<Line> lines = new ArrayList<>();

  /// @param limit how many of the rows below one node show; one more means that there are more
  GoalTree(
      Map<UUID, List<ObjectiveRow>> below,
      Map<UUID, List<KeyResultRow>> keyResults,
      Set<UUID> open,
      LocalDate today,
      int limit) {
    this.below = below;
    this.keyResults = keyResults;
    this.open = open;
    this.today = today;
    this.limit = limit;
  }

  List<Line> lines(List<ObjectiveRow> heads) {
    heads.forEach(head -> add(head, 1));
    return List.copyOf(lines);
  }

  /// What stands below one node that has just been opened.
  List<Line> linesBelow(ObjectiveRow node, int depth) {
    addBelow(node, depth);
    return List.copyOf(lines);
  }

  private void add(ObjectiveRow objective, int depth) {
    List<KeyResultRow> own = keyResults.getOrDefault(objective.id(), List.of());
    boolean opens = objective.hasChildren() || !own.isEmpty();
    boolean isOpen = opens && depth < DEEPEST && open.contains(objective.id());
    lines.add(
        new Line.OfObjective(
            objective, Drift.of(objective, own, today), touched(own), depth, isOpen, opens));
    if (isOpen) {
      addBelow(objective, depth + 1);
    }
  }

  static @Nullable LocalDate touched(List<KeyResultRow> keyResults) {
    return keyResults.stream()
        .flatMap(each -> Optional.ofNullable(each.track()).stream())
        .map(Track::lastDay)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  private void addBelow(ObjectiveRow node, int depth) {
    for (KeyResultRow keyResult : keyResults.getOrDefault(node.id(), List.of())) {
      lines.add(
          new Line.OfKeyResult(
              keyResult, node.cycle(), Drift.of(keyResult, node.cycle(), today), depth));
    }
    List<ObjectiveRow> children = below.getOrDefault(node.id(), List.of());
    children.stream().limit(limit).forEach(child -> add(child, depth));
    if (children.size() > limit) {
      lines.add(new Line.More(node.id(), children.get(limit - 1).cursor(), depth));
    }
  }
}
