package io.fairlead.methods.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.assignment.PilotGroup.Candidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PilotGroupTest {
  private static final Map<String, Integer> PEERS = Map.of("peer", 6);

  private static Candidate candidate(String id, String part, int peers) {
    return new Candidate(id, part, Map.of("peer", peers));
  }

  @Test
  void whoHasEnoughRatersIsTakenFromAsManyPartsAsThereAre() {
    PilotGroup group =
        PilotGroup.of(
            List.of(
                candidate("a1", "sales", 6),
                candidate("a2", "sales", 6),
                candidate("a3", "sales", 6),
                candidate("b1", "design", 5),
                candidate("c1", "lab", 2)),
            PEERS,
            0.7,
            4,
            3);
    // Six open with .744, five with .528, two never: the second of sales adds .372.
    assertThat(group.chosen()).containsExactly("a1", "b1", "a2");
    assertThat(group.parts()).isEqualTo(2);
    assertThat(group.coverage()).isCloseTo((0.744 + 0.528 + 0.744) / 3, within(0.001));
  }

  @Test
  void moreRatersThanTheRoundWantsCountNothing() {
    assertThat(PilotGroup.of(List.of(candidate("a", "x", 40)), PEERS, 0.7, 4, 1).coverage())
        .isEqualTo(RoundRehearsal.opens(6, 0.7, 4));
  }

  @Test
  void everyGroupThatIsWantedCountsAlike() {
    Candidate both = new Candidate("both", "x", Map.of("peer", 6, "report", 6));
    Candidate one = new Candidate("one", "y", Map.of("peer", 6));
    PilotGroup group =
        PilotGroup.of(List.of(one, both), Map.of("peer", 6, "report", 6, "other", 0), 0.7, 4, 1);
    assertThat(group.chosen()).containsExactly("both");
    assertThat(group.coverage()).isCloseTo(0.744, within(0.001));
  }

  @Test
  void itIsTheBestGroupThereIs() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      List<Candidate> candidates = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        candidates.add(candidate("p" + i, "part " + random.nextInt(3), 3 + random.nextInt(5)));
      }
      int size = 1 + random.nextInt(6);
      double best = 0;
      for (int set = 0; set < 1 << candidates.size(); set++) {
        if (Integer.bitCount(set) == size) {
          List<Candidate> group = new ArrayList<>();
          for (int i = 0; i < candidates.size(); i++) {
            if ((set >> i & 1) == 1) {
              group.add(candidates.get(i));
            }
          }
          best = Math.max(best, value(group));
        }
      }
      List<String> chosen = PilotGroup.of(candidates, PEERS, 0.7, 4, size).chosen();
      assertThat(value(candidates.stream().filter(it -> chosen.contains(it.id())).toList()))
          .isCloseTo(best, within(1e-12));
    }
  }

  private static double value(List<Candidate> group) {
    Map<String, List<Double>> parts = new HashMap<>();
    group.forEach(each ->
        parts
            .computeIfAbsent(each.part(), _ -> new ArrayList<>())
            .add(RoundRehearsal.opens(Math.min(6, each.raters().getOrDefault("peer", 0)), 0.7, 4)));
    double value = 0;
    for (List<Double> part : parts.values()) {
      part.sort((one, other) -> Double.compare(other, one));
      for (int i = 0; i < part.size(); i++) {
        value += part.get(i) / (i + 1);
      }
    }
    return value;
  }

  @Test
  void ofNobodyThereIsNoGroup() {
    assertThat(PilotGroup.of(List.of(), PEERS, 0.7, 4, 3))
        .isEqualTo(new PilotGroup(List.of(), 0, 0));
    assertThatThrownBy(() -> PilotGroup.of(List.of(), PEERS, 0.7, 4, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PilotGroup.of(List.of(), PEERS, 1.1, 4, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
