package io.fairlead.app.goals;

import io.fairlead.app.goals.RollUpStore.Node;
import io.fairlead.app.goals.RollUpStore.Stored;
import io.fairlead.methods.goals.AlignmentGraph;
import io.fairlead.methods.goals.Contributions;
import io.fairlead.methods.goals.RollUp;
import io.fairlead.methods.goals.UnionRollUp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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
  private static final int ROWS_AT_ONCE = 5_000;

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
    Work work = new Work();
    store.nodes(due.objectives(), work::add);
    Contributions contributions = new Contributions();
    store.links(
        due.objectives(),
        link -> {
          int child = work.numbers.of(link.child());
          int parent = work.numbers.of(link.parent());
          if (child >= 0 && parent >= 0) {
            contributions.add(child, parent, link.share());
          }
        });
    int[] changed =
        due.objectives().stream()
            .mapToInt(work.numbers::of)
            .filter(number -> number >= 0)
            .toArray();
    int written = compute(work, AlignmentGraph.of(work.numbers.size(), contributions), changed);
    store.forget(due);
    return written;
  }

  /// What the objectives have of their own, by number.
  private static final class Work {
    private final Numbering numbers = new Numbering();
    private double[] weight = new double[16];
    private double[] score = new double[16];

    private void add(Node node) {
      int number = numbers.size();
      numbers.add(node.objective());
      if (number == weight.length) {
        weight = Arrays.copyOf(weight, number * 2);
        score = Arrays.copyOf(score, number * 2);
      }
      Double own = node.ownScore();
      weight[number] = own == null ? 0 : node.weight();
      score[number] = own == null ? Double.NaN : own;
    }

    private double[] weights() {
      return Arrays.copyOf(weight, numbers.size());
    }

    private double[] scores() {
      return Arrays.copyOf(score, numbers.size());
    }

    private @Nullable Double ownScore(int number) {
      return Double.isNaN(score[number]) ? null : score[number];
    }
  }

  /// Writes the figures of what changed and of all above it.
  private int compute(Work work, AlignmentGraph graph, int[] changed) {
    RollUp rollUp = graph.rollUp(work.weights(), work.scores());
    UnionRollUp union = rollUp.union();
    Instant asOf = clock.instant();
    int[] wanted = graph.upwards(changed);
    List<Stored> figures = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      int node = wanted[i];
      figures.add(
          new Stored(
              work.numbers.id(node),
              work.ownScore(node),
              orNull(rollUp.credit(node)),
              orNull(union.score(node)),
              rollUp.weight(node)));
      if (figures.size() == ROWS_AT_ONCE || i == wanted.length - 1) {
        store.keep(figures, asOf);
        figures.clear();
      }
    }
    return wanted.length;
  }

  private static @Nullable Double orNull(OptionalDouble figure) {
    return figure.isPresent() ? figure.getAsDouble() : null;
  }
}
