package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.methods.goals.AlignmentGraph;
import io.fairlead.methods.goals.Contributions;
import io.fairlead.methods.goals.RollUp;
import io.fairlead.methods.goals.UnionRollUp;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class RollUpsTest {
  @Autowired RollUps rollUps;
  @Autowired CheckIns checkIns;
  @Autowired Goals goals;
  @Autowired Company company;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void storedRollUpsEqualTheMethodsOnRandomGraphsAfterEveryCheckIn() {
    Random random = new Random(20260513);
    int size = 40;
    List<UUID> objectives = new ArrayList<>();
    List<UUID> keyResults = new ArrayList<>();
    Contributions contributions = new Contributions();
    for (int i = 0; i < size; i++) {
      objectives.add(goals.objective(Person.MARA, "Objective " + i));
      keyResults.add(goals.keyResult(objectives.get(i), "Key result " + i, 0, 100));
      double left = 1;
      boolean first = true;
      for (int parent : random.ints(2, 0, Math.max(1, i)).distinct().toArray()) {
        if (parent < i && random.nextInt(4) > 0) {
          double share = Math.round(left * random.nextDouble() * 100 + 1) / 200.0;
          left -= share;
          goals.align(objectives.get(i), objectives.get(parent), share, first);
          first = false;
          contributions.add(i, parent, share);
        }
      }
    }
    AlignmentGraph graph = AlignmentGraph.of(size, contributions);
    double[] weight = new double[size];
    double[] score = new double[size];
    for (int round = 0; round < 30; round++) {
      int changed = random.nextInt(size);
      int value = random.nextInt(101);
      checkIns
          .save(
              Person.MARA.viewer(),
              List.of(
                  new CheckIn(
                      keyResults.get(changed), new BigDecimal(value), Set.of(), 5, "", false)),
              null)
          .orThrow();
      weight[changed] = 1;
      score[changed] = value / 100.0;
      assertThat(rollUps.catchUp()).isEqualTo(graph.upwards(changed).length);
      thenStoredEquals(objectives, graph.rollUp(weight, score));
    }
    assertThat(rollUps.catchUp()).isZero();
  }

  private void thenStoredEquals(List<UUID> objectives, RollUp expected) {
    UnionRollUp union = expected.union();
    database
        .sql("select objective, credit, set_union, weight from rollup")
        .query(row -> {
          int node = objectives.indexOf(row.getObject("objective", UUID.class));
          thenClose(row.getObject("credit", Double.class), expected.credit(node));
          thenClose(row.getObject("set_union", Double.class), union.score(node));
          assertThat(row.getDouble("weight")).isCloseTo(expected.weight(node), within(1e-12));
        });
  }

  private static void thenClose(@Nullable Double stored, OptionalDouble expected) {
    if (expected.isEmpty()) {
      assertThat(stored).isNull();
      return;
    }
    assertThat(stored).isCloseTo(expected.getAsDouble(), within(1e-12));
  }
}
