package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.goals.LayeredLayout.Edge;
import io.fairlead.app.goals.LayeredLayout.Placed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayeredLayoutTest {
  private static final double SIZE = 90;
  private static final double GAP = 20;

  @Test
  void everyEdgeLeadsRightAndNoCardsOverlap() {
    Random random = new Random(20260513);
    for (int round = 0; round < 200; round++) {
      int nodes = 1 + random.nextInt(40);
      List<Edge> edges = edges(random, nodes);
      Placed placed = LayeredLayout.of(nodes, edges, SIZE, GAP);
      for (int i = 0; i < edges.size(); i++) {
        Edge edge = edges.get(i);
        int span = placed.layer().get(edge.to()) - placed.layer().get(edge.from());
        assertThat(span).isPositive();
        assertThat(placed.bends().get(i)).hasSize(span - 1);
      }
      for (int one = 0; one < nodes; one++) {
        assertThat(placed.centre().get(one))
            .isBetween(SIZE / 2 - 1e-6, placed.height() - SIZE / 2 + 1e-6);
        for (int other = one + 1; other < nodes; other++) {
          if (placed.layer().get(one).equals(placed.layer().get(other))) {
            assertThat(Math.abs(placed.centre().get(one) - placed.centre().get(other)))
                .isGreaterThanOrEqualTo(SIZE + GAP - 1e-6);
          }
        }
      }
    }
  }

  @Test
  void aChainStandsLevel() {
    Placed placed = LayeredLayout.of(3, List.of(new Edge(0, 1, 1), new Edge(1, 2, 0.5)), SIZE, GAP);
    assertThat(placed.layer()).containsExactly(0, 1, 2);
    assertThat(placed.centre()).containsOnly(SIZE / 2);
  }

  @Test
  void twoPairsThatCouldCrossDoNot() {
    List<Edge> edges = List.of(new Edge(0, 3, 1), new Edge(1, 2, 1));
    Placed placed = LayeredLayout.of(4, edges, SIZE, GAP);
    double above = placed.centre().get(0) - placed.centre().get(1);
    double below = placed.centre().get(3) - placed.centre().get(2);
    assertThat(above * below).isPositive();
  }

  @Test
  void theLargestMapTakesNoTimeThatAnyoneNotices() {
    Random random = new Random(7);
    List<Edge> edges = new ArrayList<>();
    for (int from = 0; from < 79; from++) {
      for (int i = 0; i < 3; i++) {
        edges.add(new Edge(from, from + 1 + random.nextInt(79 - from), 0.3));
      }
    }
    LayeredLayout.of(80, edges, SIZE, GAP);
    InstantSource clock = InstantSource.system();
    Instant before = clock.instant();
    LayeredLayout.of(80, edges, SIZE, GAP);
    assertThat(Duration.between(before, clock.instant())).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void aCircleIsRefused() {
    assertThatThrownBy(
            () -> LayeredLayout.of(2, List.of(new Edge(0, 1, 1), new Edge(1, 0, 1)), SIZE, GAP))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Edge> edges(Random random, int nodes) {
    List<Edge> edges = new ArrayList<>();
    for (int from = 0; from + 1 < nodes; from++) {
      for (int i = random.nextInt(3); i > 0; i--) {
        int to = from + 1 + random.nextInt(nodes - from - 1);
        edges.add(new Edge(from, to, random.nextDouble()));
      }
    }
    return edges;
  }
}
