package io.fairlead.app.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MapLayoutTest {

  @Test
  void objectivesThatPointToEachOtherStandAboveEachOther() {
    // Two below, two above, crosswise.
    MapLayout.Placed placed =
        MapLayout.of(new int[] {0, 0, 1, 1}, new int[] {2, 3}, new int[] {1, 0});
    boolean firstLeft = placed.centres().get(0) < placed.centres().get(1);
    boolean itsSupportLeft = placed.centres().get(3) < placed.centres().get(2);
    assertThat(itsSupportLeft).isEqualTo(firstLeft);
  }

  @Test
  void anArrowThatPassesARowGoesThroughAGapInIt() {
    MapLayout.Placed placed = MapLayout.of(new int[] {0, 1, 1, 2}, new int[] {3}, new int[] {0});
    assertThat(placed.bends().getFirst()).hasSize(1);
    double x = placed.bends().getFirst().getFirst().x();
    for (int node : new int[] {1, 2}) {
      assertThat(Math.abs(placed.centres().get(node) - x)).isGreaterThan(MapLayout.WIDTH / 2.0);
    }
  }

  @Test
  void cardsNeverOverlapAndStayOnThePicture() {
    Random random = new Random(3);
    for (int round = 0; round < 100; round++) {
      int nodes = 1 + random.nextInt(20);
      int[] rows = random.ints(nodes, 0, 5).toArray();
      int arrows = random.nextInt(25);
      MapLayout.Placed placed =
          MapLayout.of(
              rows,
              random.ints(arrows, 0, nodes).toArray(),
              random.ints(arrows, 0, nodes).toArray());
      for (int one = 0; one < nodes; one++) {
        assertThat(placed.centres().get(one))
            .isBetween(MapLayout.WIDTH / 2.0, placed.width() - MapLayout.WIDTH / 2.0);
        for (int other = 0; other < one; other++) {
          if (rows[one] == rows[other]) {
            assertThat(Math.abs(placed.centres().get(one) - placed.centres().get(other)))
                .isGreaterThanOrEqualTo(MapLayout.WIDTH + MapLayout.GAP - 0.001);
          }
        }
      }
    }
  }

  @Test
  void noObjectiveIsNoPicture() {
    assertThat(MapLayout.of(new int[0], new int[0], new int[0]).width()).isZero();
  }
}
