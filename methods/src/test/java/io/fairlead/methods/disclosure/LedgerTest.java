package io.fairlead.methods.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.methods.disclosure.Ledger.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final LocalDate CLOSED = LocalDate.of(2026, 11, 27);

  /// Everybody from one number to another.
  private static Set<String> people(int from, int to) {
    Set<String> people = new TreeSet<>();
    IntStream.rangeClosed(from, to).forEach(person -> people.add("p" + person));
    return people;
  }

  @Test
  void setsMayDifferByNobodyOrByTheThreshold() {
    List<Set<String>> before = List.of(people(1, 5));
    assertThat(Ledger.admits(before, List.of(people(1, 5)), 4)).isTrue();
    assertThat(Ledger.admits(before, List.of(people(6, 9)), 4)).isTrue();
    assertThat(Ledger.admits(before, List.of(people(1, 9)), 4)).isTrue();
    for (int last : List.of(4, 6, 7, 8)) {
      assertThat(Ledger.admits(before, List.of(people(1, last)), 4)).as("1 to " + last).isFalse();
    }
    assertThat(Ledger.admits(before, List.of(people(2, 6)), 4)).isFalse();
    assertThat(Ledger.admits(before, List.of(people(3, 7)), 4)).isTrue();
  }

  @Test
  void oneSetMayNotDifferByOneFromTwoOthersTogether() {
    List<Set<String>> before = List.of(people(1, 4), people(5, 8));
    assertThat(Ledger.admits(before, List.of(people(1, 8)), 4)).isTrue();
    assertThat(Ledger.admits(before, List.of(people(1, 9)), 4)).isFalse();
  }

  @Test
  void aChainOfRoundsSinglesOutNobody() {
    List<Set<String>> before = List.of(people(1, 8), people(5, 12));
    Set<String> known = people(5, 8);
    known.add("p30");
    assertThat(Ledger.admits(before, List.of(known), 4)).isTrue();
    assertThat(Ledger.admits(before, List.of(people(1, 4)), 4)).isTrue();
    before = List.of(people(1, 8), people(5, 12), people(1, 4));
    assertThat(Ledger.admits(before, List.of(known), 4)).isFalse();
  }

  @Test
  void whatIsFoundAgreesWithTryingWeights() {
    Random random = new Random(7);
    for (int trial = 0; trial < 300; trial++) {
      List<Set<String>> sets =
          IntStream.range(0, 3).mapToObj(_ -> some(random)).distinct().toList();
      assertThat(new Singling(sets).isPossible(3)).as(sets.toString()).isEqualTo(tried(sets, 3));
    }
  }

  private static Set<String> some(Random random) {
    Set<String> set = new TreeSet<>();
    while (set.size() < 3) {
      people(1, 7).stream().filter(_ -> random.nextBoolean()).forEach(set::add);
    }
    return set;
  }

  /// Every combination with small whole weights; with three sets others give nothing new.
  private static boolean tried(List<Set<String>> sets, int k) {
    for (int code = 1; code < 9 * 9 * 9; code++) {
      int[] weights = {code % 9 - 4, code / 9 % 9 - 4, code / 81 - 4};
      long about =
          people(1, 7).stream()
              .filter(person ->
                  IntStream.range(0, sets.size())
                          .map(at -> sets.get(at).contains(person) ? weights[at] : 0)
                          .sum()
                      != 0)
              .count();
      if (about > 0 && about < k) {
        return true;
      }
    }
    return false;
  }

  @Test
  void whatIsOlderThanEighteenMonthsNoLongerCounts() {
    Ledger ledger = new Ledger(List.of(new Entry("Ada", "Autumn", CLOSED, people(1, 4))));
    assertThat(ledger.counting(CLOSED.plusMonths(18))).containsOnlyKeys("Ada");
    assertThat(ledger.counting(CLOSED.plusMonths(18).plusDays(1))).isEmpty();
    assertThat(ledger.plus(List.of(), CLOSED.plusYears(2)).entries()).isEmpty();
  }

  @Test
  void aLedgerIsReadAsItWasWritten() {
    Ledger ledger = new Ledger(List.of(new Entry("Ada", "Autumn", CLOSED, people(1, 4))));
    assertThat(LedgerFile.read(LedgerFile.write(ledger))).isEqualTo(ledger);
    assertThatThrownBy(() -> LedgerFile.read("{\"sets\": [{\"subject\": \"Ada\"}]}"))
        .hasMessageContaining("set 1");
    assertThatThrownBy(() -> LedgerFile.read("[")).hasMessageContaining("not JSON");
    assertThatThrownBy(() -> LedgerFile.read("{}")).hasMessageContaining("sets");
  }

  @Test
  void aRoundIsPublishedOnceAndItsSetsAreKept() {
    Rounds round = new Rounds();
    for (int at = 1; at <= 4; at++) {
      round.rated("peer", "p" + at, 3, 3, 3);
    }
    ReleasePolicy policy = Rounds.policy(4, 2, 0);
    RoundRelease first = new RoundRelease(policy, Ledger.empty(), "Autumn", CLOSED, new Random(1));
    assertThat(Rounds.shown(first.published(round.answers()))).containsExactly("peer 4 = 3.0");
    round.rated("peer", "p5", 3, 3, 3);
    RoundRelease second =
        new RoundRelease(policy, first.ledger(), "Spring", CLOSED.plusMonths(6), new Random(1));
    assertThat(second.isOut()).isFalse();
    assertThat(Rounds.shown(second.published(round.answers()))).isEmpty();
    assertThat(second.ledger().entries()).hasSize(1);
    assertThat(new RoundRelease(policy, first.ledger(), "Autumn", CLOSED, new Random(1)).isOut())
        .isTrue();
  }
}
