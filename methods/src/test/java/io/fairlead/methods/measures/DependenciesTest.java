package io.fairlead.methods.measures;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.measures.Dependencies.Circular;
import io.fairlead.methods.measures.Dependencies.Ordered;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DependenciesTest {

  @Test
  void eachComesAfterWhatItNeeds() {
    var formulas =
        Map.of(
            "margin", Formula.of("profit / revenue"),
            "profit", Formula.of("revenue - cost"));
    assertThat(Dependencies.of(Dependencies.ofFormulas(formulas)))
        .isEqualTo(new Ordered<>(List.of("cost", "revenue", "profit", "margin")));
  }

  @Test
  void aCircleIsNamedWithItsPath() {
    assertThat(
            Dependencies.of(
                Map.of(
                    "a", List.of("b"), "b", List.of("c", "x"), "c", List.of("b"), "x", List.of())))
        .isEqualTo(new Circular<>(List.of("b", "c", "b")));
    assertThat(Dependencies.of(Map.of("a", Set.of("a"))))
        .isEqualTo(new Circular<>(List.of("a", "a")));
  }

  @Test
  void aChainOfAHundredThousandIsNotTooLong() {
    Map<Integer, List<Integer>> chain = new HashMap<>();
    IntStream.range(0, 100_000).forEach(i -> chain.put(i, List.of(i + 1)));
    assertThat(((Ordered<Integer>) Dependencies.of(chain)).order().getFirst()).isEqualTo(100_000);
    chain.put(100_000, List.of(0));
    assertThat(((Circular<Integer>) Dependencies.of(chain)).path()).hasSize(100_002);
  }

  @Property
  void anyNeedsHaveEitherAnOrderThatKeepsThemOrACircleThatIsOne(
      @ForAll @Size(max = 8) List<@IntRange(max = 7) Integer> from,
      @ForAll @Size(value = 8) List<@IntRange(max = 7) Integer> to) {
    Map<Integer, Set<Integer>> needs = new HashMap<>();
    for (int i = 0; i < from.size(); i++) {
      needs.computeIfAbsent(from.get(i), _ -> new HashSet<>()).add(to.get(i));
    }
    switch (Dependencies.of(needs)) {
      case Ordered<Integer>(List<Integer> order) ->
          needs.forEach((thing, needed) ->
              needed.forEach(
                  each -> assertThat(order.indexOf(each)).isLessThan(order.indexOf(thing))));
      case Circular<Integer>(List<Integer> path) -> {
        assertThat(path.getFirst()).isEqualTo(path.getLast());
        assertThat(path.size()).isGreaterThan(1);
        for (int i = 0; i + 1 < path.size(); i++) {
          assertThat(needs.get(path.get(i))).contains(path.get(i + 1));
        }
      }
    }
  }
}
