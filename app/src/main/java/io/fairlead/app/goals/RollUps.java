package io.fairlead.app.goals;

import io.fairlead.app.goals.RollUpStore.Link;
import io.fairlead.app.goals.RollUpStore.Node;
import io.fairlead.app.goals.RollUpStore.Stored;
import io.fairlead.methods.goals.AlignmentGraph;
import io.fairlead.methods.goals.Contributions;
import io.fairlead.methods.goals.RollUp;
import io.fairlead.methods.goals.UnionRollUp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what descends to every objective, counted by credit and as a set, with the moment it was
/// computed. Acts only say what is due; one node at a time computes, for the changed objectives and
/// those above them, with the same code that `methods` offers anyone.
@Component
public class RollUps {
  private final RollUpStore store;
  private final Clock clock;

  RollUps(RollUpStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Has the roll-ups of these objectives, and of all above them, computed again soon. Called in
  /// the transaction of the act that changed a score, a weight, a state or an alignment.
  void dueFor(Collection<UUID> objectives) {
    if (!objectives.isEmpty()) {
      store.addDue(objectives);
    }
  }

  /// Computes everything that is due, unless another node is at it.
  ///
  /// @return how many objectives got new figures
  @Transactional
  public int catchUp() {
    if (!store.alone()) {
      return 0;
    }
    RollUpStore.Due due = store.due();
    if (due.objectives().isEmpty()) {
      return 0;
    }
    List<Node> nodes = store.nodes(due.objectives());
    Map<UUID, Integer> numberOf = new HashMap<>();
    nodes.forEach(node -> numberOf.put(node.objective(), numberOf.size()));
    AlignmentGraph graph = AlignmentGraph.of(nodes.size(), contributions(numberOf));
    List<Stored> figures = figures(nodes, graph, changed(due, numberOf, graph));
    store.keep(figures, clock.instant());
    store.forget(due);
    return figures.size();
  }

  private Contributions contributions(Map<UUID, Integer> numberOf) {
    Contributions contributions = new Contributions();
    for (Link link : store.links(numberOf.keySet())) {
      Integer child = numberOf.get(link.child());
      Integer parent = numberOf.get(link.parent());
      if (child != null && parent != null) {
        contributions.add(child, parent, link.share());
      }
    }
    return contributions;
  }

  private static int[] changed(
      RollUpStore.Due due, Map<UUID, Integer> numberOf, AlignmentGraph graph) {
    int[] start =
        due.objectives().stream()
            .map(numberOf::get)
            .filter(java.util.Objects::nonNull)
            .mapToInt(Integer::intValue)
            .distinct()
            .toArray();
    return graph.upwards(start);
  }

  private static List<Stored> figures(List<Node> nodes, AlignmentGraph graph, int[] wanted) {
    double[] weight = new double[nodes.size()];
    double[] score = new double[nodes.size()];
    for (int i = 0; i < weight.length; i++) {
      Node node = nodes.get(i);
      weight[i] = node.ownScore() == null ? 0 : node.weight();
      score[i] = node.ownScore() == null ? 0 : node.ownScore();
    }
    RollUp rollUp = graph.rollUp(weight, score);
    UnionRollUp union = rollUp.union();
    List<Stored> figures = new ArrayList<>();
    for (int node : wanted) {
      figures.add(
          new Stored(
              nodes.get(node).objective(),
              nodes.get(node).ownScore(),
              orNull(rollUp.credit(node)),
              orNull(union.score(node)),
              rollUp.weight(node)));
    }
    return figures;
  }

  private static @Nullable Double orNull(OptionalDouble figure) {
    return figure.isPresent() ? figure.getAsDouble() : null;
  }
}
