package io.fairlead.methods.raters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RaterSpreadTest {
  private static final int PEOPLE = 200;
  private static final int EACH = 8;

  /// Everybody rates the eight after them.
  private static CrossedRatings circle(
      int people, int each, double ofRaters, double ofRatees, double rest) {
    Random random = new Random(7);
    double[] severity = random.doubles(people).map(_ -> ofRaters * random.nextGaussian()).toArray();
    double[] worth = random.doubles(people).map(_ -> ofRatees * random.nextGaussian()).toArray();
    int[] rater = new int[people * each];
    int[] ratee = new int[people * each];
    double[] rating = new double[people * each];
    for (int at = 0; at < rating.length; at++) {
      rater[at] = at / each;
      ratee[at] = (at / each + 1 + at % each) % people;
      rating[at] = 3 + severity[rater[at]] + worth[ratee[at]] + rest * random.nextGaussian();
    }
    return new CrossedRatings(people, people, rater, ratee, rating);
  }

  @Test
  void itFindsWhatTheRatingsWereMadeOf() {
    RaterSpread found = RaterSpread.of(circle(PEOPLE, EACH, 0.5, 0.3, 0.7)).orElseThrow();
    assertThat(found.raters()).isEqualTo(0.5, within(0.1));
    assertThat(found.reviewees()).isEqualTo(0.3, within(0.1));
    assertThat(found.rest()).isEqualTo(0.7, within(0.1));
    for (double each : new double[] {found.raters(), found.reviewees(), found.rest()}) {
      assertThat(each * 10).isEqualTo(Math.rint(each * 10));
    }
  }

  @Test
  void ratersWhoDoNotDifferHaveNoSpread() {
    assertThat(RaterSpread.of(circle(PEOPLE, EACH, 0, 0.8, 0.4)).orElseThrow().raters()).isZero();
  }

  @Test
  void thirtyOfBothAreNeededAndWhoRatedOneIsNoRater() {
    assertThat(RaterSpread.of(circle(29, EACH, 0.5, 0.5, 0.5))).isEmpty();
    assertThat(RaterSpread.of(circle(30, EACH, 0.5, 0.5, 0.5))).isPresent();
    assertThat(RaterSpread.of(circle(PEOPLE, 1, 0.5, 0.5, 0.5))).isEmpty();
  }

  @Test
  void ratingsThatAreAllTheSameHaveNone() {
    assertThat(RaterSpread.of(circle(PEOPLE, EACH, 0, 0, 0))).isEmpty();
  }
}
