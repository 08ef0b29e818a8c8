package io.fairlead.methods.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.assignment.RoundRehearsal.Assumptions;
import io.fairlead.methods.assignment.RoundRehearsal.Coverage;
import io.fairlead.methods.assignment.RoundRehearsal.Minutes;
import io.fairlead.methods.instruments.AnsweringTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundRehearsalTest {
  private static final RatingEffort LONG = new RatingEffort(30, 2);

  /// Every reviewee is rated by as many, who rate nobody else.
  private static Assignment apart(int reviewees, int raters) {
    List<Nomination> all = new ArrayList<>();
    for (int reviewee = 0; reviewee < reviewees; reviewee++) {
      for (int rater = 0; rater < raters; rater++) {
        all.add(Nomination.of("v" + reviewee, "r" + reviewee + "-" + rater, "peer"));
      }
    }
    return assigned(all, raters);
  }

  /// All are rated by the same people.
  private static Assignment together(int reviewees, int raters) {
    List<Nomination> all = new ArrayList<>();
    for (int reviewee = 0; reviewee < reviewees; reviewee++) {
      for (int rater = 0; rater < raters; rater++) {
        all.add(Nomination.of("v" + reviewee, "r" + rater, "peer"));
      }
    }
    return assigned(all, raters);
  }

  private static Assignment assigned(List<Nomination> all, int each) {
    Assignment found =
        Assignment.of(new AssignmentProblem(all, RaterNeeds.total(each), RaterCaps.of(1000), 0));
    assertThat(found.isComplete()).isTrue();
    return found;
  }

  @Test
  void minutesAreThoseOfTheirSource() {
    assertThat(LONG.minutes(1)).isCloseTo(5.75, within(1e-12));
    assertThat(LONG.minutes(6)).isCloseTo(34.5, within(1e-12));
    assertThat(LONG.within(AnsweringTime.SITTING)).isEqualTo(3);
    assertThat(new RatingEffort(10, 2).within(AnsweringTime.SITTING)).isEqualTo(6);
    assertThat(LONG.within(LONG.minutes(4))).isEqualTo(4);
    assertThatThrownBy(() -> new RatingEffort(-1, 0)).hasMessageContaining("0 to 1000");
  }

  @Test
  void minutesAreADistributionOverThoseWhoRate() {
    List<Nomination> all = new ArrayList<>();
    for (int rater = 1; rater <= 10; rater++) {
      for (int reviewee = 0; reviewee < rater; reviewee++) {
        all.add(new Nomination("v" + reviewee, "r" + rater, "peer", 0, Nomination.Choice.FIXED));
      }
    }
    all.add(new Nomination("v0", "idle", "peer", 0, Nomination.Choice.FREE));
    Assignment found =
        Assignment.of(new AssignmentProblem(all, RaterNeeds.total(1), RaterCaps.of(10), 0));
    Minutes minutes =
        RoundRehearsal.of(found, new Assumptions(LONG, LONG.minutes(8), 1, 1), 1).minutes();
    assertThat(minutes.raters()).isEqualTo(10);
    assertThat(minutes.mean()).isCloseTo(LONG.minutes(11) / 2, within(1e-9));
    assertThat(minutes.median()).isCloseTo(LONG.minutes(5), within(1e-9));
    assertThat(minutes.ninth()).isCloseTo(LONG.minutes(9), within(1e-9));
    assertThat(minutes.most()).isCloseTo(LONG.minutes(10), within(1e-9));
    assertThat(minutes.over()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "6, .7, 4, .74431",
    "7, .7, 4, .873964",
    "4, .5, 4, .0625",
    "3, .9, 4, 0",
    "5, 1, 4, 1",
    "5, 0, 1, 0",
    "1000, .5, 1, 1"
  })
  void aGroupOpensWithItsBinomialProbability(int n, double share, int k, double probability) {
    assertThat(RoundRehearsal.opens(n, share, k)).isCloseTo(probability, within(1e-6));
  }

  @Test
  void coverageIsWhatIsExpectedWithItsSpreadAndWhatOneMoreBuys() {
    Assumptions given = new Assumptions(LONG, 20, 0.7, 4);
    Coverage coverage = RoundRehearsal.of(apart(100, 6), given, 7).groups().getFirst();
    assertThat(coverage.reviewees()).isEqualTo(100);
    assertThat(coverage.expected()).isCloseTo(0.74431, within(1e-6));
    assertThat(coverage.withOneMore()).isCloseTo(0.873964, within(1e-6));
    // ± 1.645 √(.744 · .256 / 100) is .072.
    assertThat(coverage.low()).isCloseTo(0.74431 - 0.072, within(0.015));
    assertThat(coverage.high()).isCloseTo(0.74431 + 0.072, within(0.015));
  }

  @Test
  void whereAllHaveTheSameRatersItIsAllOrNothing() {
    Assumptions given = new Assumptions(LONG, 20, 0.7, 4);
    Coverage coverage = RoundRehearsal.of(together(100, 6), given, 7).groups().getFirst();
    assertThat(coverage.expected()).isCloseTo(0.74431, within(1e-6));
    assertThat(coverage.low()).isZero();
    assertThat(coverage.high()).isEqualTo(1);
  }

  @Test
  void groupsStandApartAndTheSameSeedGivesTheSame() {
    Assignment found =
        Assignment.of(
            new AssignmentProblem(
                List.of(
                    Nomination.of("Ada", "Mo", "peer"),
                    Nomination.of("Ada", "Nia", "report"),
                    Nomination.of("Bo", "Mo", "peer")),
                RaterNeeds.total(2),
                RaterCaps.of(2),
                0));
    Assumptions given = new Assumptions(LONG, 20, 0.5, 1);
    RoundRehearsal rehearsal = RoundRehearsal.of(found, given, 3);
    assertThat(rehearsal.groups()).extracting(Coverage::group).containsExactly("peer", "report");
    assertThat(rehearsal.groups()).extracting(Coverage::reviewees).containsExactly(2, 1);
    assertThat(RoundRehearsal.of(found, given, 3)).isEqualTo(rehearsal);
  }

  @Test
  void nobodyRatesWhereNobodyIsNominated() {
    Assignment none =
        Assignment.of(new AssignmentProblem(List.of(), RaterNeeds.total(3), RaterCaps.of(3), 0));
    RoundRehearsal rehearsal = RoundRehearsal.of(none, new Assumptions(LONG, 20, 0.7, 4), 1);
    assertThat(rehearsal.minutes()).isEqualTo(new Minutes(0, 0, 0, 0, 0, 0));
    assertThat(rehearsal.groups()).isEmpty();
    assertThatThrownBy(() -> new Assumptions(LONG, 20, 1.1, 4)).hasMessageContaining("0 to 1");
  }
}
