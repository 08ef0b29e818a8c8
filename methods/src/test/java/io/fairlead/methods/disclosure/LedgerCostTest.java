package io.fairlead.methods.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the ledger costs: the shares of second rounds in decision 61.
class LedgerCostTest {
  private static final int THRESHOLD = 4;
  private static final int PAIRS = 20_000;

  @ParameterizedTest
  @CsvSource({
    " 6, 0.9, 1.0 , .642, .529, .000",
    " 6, 1.0, 0.9 , .320, .315, .000",
    "10, 0.9, 0.9 , .494, .049, .005",
    "10, 1.0, 0.75, .554, .008, .042",
    "10, 0.7, 0.75, .946, .007, .007"
  })
  void secondRoundsAreAdmittedOrWouldBe(
      int asked, double stay, double answer, double now, double alikeOrApart, double nested) {
    Random random = new Random(7);
    int all = 0;
    int admitted = 0;
    int safe = 0;
    int holding = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      Set<String> one = answering(people(asked), answer, random);
      Set<String> two = answering(later(asked, stay, random), answer, random);
      if (one.size() >= THRESHOLD && two.size() >= THRESHOLD) {
        boolean isAdmitted = Ledger.admits(List.of(one), List.of(two), THRESHOLD);
        all++;
        admitted += isAdmitted ? 1 : 0;
        safe += one.equals(two) || Collections.disjoint(one, two) ? 1 : 0;
        holding += isAdmitted && isNested(one, two) ? 1 : 0;
      }
    }
    assertThat((double) admitted / all).isCloseTo(now, within(0.015));
    assertThat((double) safe / all).isCloseTo(alikeOrApart, within(0.015));
    assertThat((double) holding / all).isCloseTo(nested, within(0.005));
  }

  private static boolean isNested(Set<String> one, Set<String> two) {
    return !one.equals(two) && (one.containsAll(two) || two.containsAll(one));
  }

  private static List<String> people(int asked) {
    List<String> people = new ArrayList<>();
    for (int person = 0; person < asked; person++) {
      people.add("p" + person);
    }
    return people;
  }

  /// Each is still there, or somebody new in their place.
  private static List<String> later(int asked, double stay, Random random) {
    List<String> later = new ArrayList<>();
    for (String person : people(asked)) {
      later.add(random.nextDouble() < stay ? person : person + " anew");
    }
    return later;
  }

  private static Set<String> answering(List<String> asked, double answer, Random random) {
    Set<String> answering = new TreeSet<>();
    for (String person : asked) {
      if (random.nextDouble() < answer) {
        answering.add(person);
      }
    }
    return answering;
  }
}
