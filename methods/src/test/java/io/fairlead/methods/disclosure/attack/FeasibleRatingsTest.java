package io.fairlead.methods.disclosure.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.disclosure.Ledger;
import io.fairlead.methods.disclosure.Scale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FeasibleRatingsTest {
  private static final Scale FIVE = new Scale(1, 5);
  private static final List<String> PEOPLE = List.of("a", "b", "c", "d", "e");

  @Test
  void cellsGiveWhatEveryVectorGives() {
    Random random = new Random(11);
    for (int trial = 0; trial < 200; trial++) {
      List<SumBetween> published = new ArrayList<>();
      int[] truth = random.ints(5, 1, 6).toArray();
      for (int sum = 0; sum < 1 + random.nextInt(3); sum++) {
        published.add(about(truth, random));
      }
      Map<String, Integer> known = random.nextBoolean() ? Map.of("a", truth[0]) : Map.of();
      FeasibleRatings found = new FeasibleRatings(FIVE, PEOPLE, published, known);
      List<Map<Integer, Double>> expected = enumerated(published, known);
      assertThat(found.vectors())
          .isEqualTo(expected.getFirst().values().stream().mapToDouble(it -> it).sum());
      for (int person = 0; person < 5; person++) {
        Feasible feasible = found.of(PEOPLE.get(person));
        assertThat(feasible.probabilities().keySet()).isEqualTo(expected.get(person).keySet());
        assertThat(feasible.highest())
            .isCloseTo(
                Feasible.of(expected.get(person)).highest(),
                org.assertj.core.data.Offset.offset(1e-12));
      }
    }
  }

  private static SumBetween about(int[] truth, Random random) {
    Set<String> members = new TreeSet<>();
    int sum = 0;
    for (int person = 0; person < truth.length; person++) {
      if (random.nextBoolean()) {
        members.add(PEOPLE.get(person));
        sum += truth[person];
      }
    }
    return new SumBetween(members, sum - random.nextInt(2), sum + random.nextInt(2));
  }

  private static List<Map<Integer, Double>> enumerated(
      List<SumBetween> published, Map<String, Integer> known) {
    List<Map<Integer, Double>> values = new ArrayList<>();
    PEOPLE.forEach(_ -> values.add(new TreeMap<>()));
    for (int code = 0; code < 3125; code++) {
      int rest = code;
      Map<String, Integer> ratings = new TreeMap<>();
      for (String person : PEOPLE) {
        ratings.put(person, 1 + rest % 5);
        rest /= 5;
      }
      boolean fits =
          known.entrySet().stream().allMatch(it -> it.getValue().equals(ratings.get(it.getKey())))
              && published.stream().allMatch(it -> fits(it, ratings));
      for (int person = 0; fits && person < 5; person++) {
        values.get(person).merge(ratings.get(PEOPLE.get(person)), 1.0, Double::sum);
      }
    }
    return values;
  }

  private static boolean fits(SumBetween published, Map<String, Integer> ratings) {
    int sum = published.members().stream().mapToInt(ratings::get).sum();
    return sum >= published.low() && sum <= published.high();
  }

  /// The same weakness, where nobody is new: a pool after its blocks tells what a bound hid.
  @Test
  void aPoolAfterItsBlocksTellsWhatABoundHid() {
    Set<String> hidden = Set.of("e", "f", "g", "h");
    Set<String> others = Set.of("a", "b", "c", "d");
    Set<String> all = Set.of("a", "b", "c", "d", "e", "f", "g", "h");
    assertThat(Ledger.admits(List.of(others, hidden), List.of(all), 4)).isTrue();
    List<SumBetween> blocks =
        List.of(
            SumBetween.ofMean(others, new BigDecimal("3.0"), FIVE), new SumBetween(hidden, 18, 20));
    assertThat(feasible(all, blocks).of("h").probabilities().keySet()).containsExactly(3, 4, 5);
    List<SumBetween> pooled =
        List.of(
            blocks.getFirst(),
            blocks.getLast(),
            SumBetween.ofMean(all, new BigDecimal("4.0"), FIVE));
    assertThat(feasible(all, pooled).of("h").probabilities().keySet()).containsExactly(5);
  }

  private static FeasibleRatings feasible(Set<String> people, List<SumBetween> published) {
    return new FeasibleRatings(FIVE, List.copyOf(people), published, Map.of());
  }

  /// A weakness of the ledger as it stands: whoever is new is at least four, and nobody clips their
  /// difference. It takes that nobody changed their mind between the rounds.
  @Test
  void aDifferenceOfTheThresholdIsNotClipped() {
    Set<String> before = Set.of("a", "b", "c", "d");
    Set<String> after = Set.of("a", "b", "c", "d", "e", "f", "g", "h");
    assertThat(Ledger.admits(List.of(before), List.of(after), 4)).isTrue();
    FeasibleRatings found =
        new FeasibleRatings(
            FIVE,
            List.copyOf(after),
            List.of(
                SumBetween.ofMean(before, new BigDecimal("3.0"), FIVE),
                SumBetween.ofMean(after, new BigDecimal("4.0"), FIVE)),
            Map.of());
    assertThat(found.of("h").probabilities().keySet()).containsExactly(5);
  }
}
