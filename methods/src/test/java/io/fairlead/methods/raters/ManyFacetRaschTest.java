package io.fairlead.methods.raters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ManyFacetRaschTest {

  private static RaschFit fitted(int[] person, int[] rater, int... scores) {
    return ManyFacetRasch.fit(
        List.of(
            RaschFacet.persons(Arrays.stream(person).max().orElse(-1) + 1, person),
            RaschFacet.raters(Arrays.stream(rater).max().orElse(-1) + 1, rater)),
        scores);
  }

  private static double measure(RaschFit fit, int facet, int element) {
    return fit.facets().get(facet).elements().get(element).measure().orElseThrow().value();
  }

  /// Three raters of the same four persons, who agree only by and large; the second is severe.
  private static final int[] PANEL = {0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3};

  private static final int[] JUDGES = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2};

  private static final int[] JUDGED = {3, 2, 3, 1, 2, 1, 1, 2, 2, 3, 1, 3};

  /// Two raters of the same four persons.
  private static final int[] PERSONS = {0, 1, 2, 3, 0, 1, 2, 3};

  private static final int[] RATERS = {0, 0, 0, 0, 1, 1, 1, 1};

  @Test
  void theMoreSevereRaterHasTheHigherMeasure() {
    RaschFit fit = fitted(PANEL, JUDGES, JUDGED);
    assertThat(fit.status()).isEqualTo(RaterStatus.OK);
    assertThat(measure(fit, 1, 1)).isGreaterThan(measure(fit, 1, 0));
    assertThat(fit.categories()).containsExactly(1, 2, 3);
    assertThat(fit.thresholds().stream().mapToDouble(it -> it).sum()).isCloseTo(0, within(1e-9));
  }

  @Test
  void whoHasOnlyTheHighestRatingsIsSetAsideAndBounded() {
    RaschFit fit = fitted(PERSONS, RATERS, 1, 2, 3, 2, 2, 1, 3, 1);
    RaschFit.Element best = fit.facets().getFirst().elements().get(2);
    assertThat(best.status()).isEqualTo(RaterStatus.EXTREME_SCORE);
    assertThat(best.infit()).isEmpty();
    assertThat(fit.ratings()).isEqualTo(6);
    assertThat(best.measure().orElseThrow().value()).isGreaterThan(measure(fit, 0, 0));
    assertThat(best.measure().orElseThrow().deviation()).isGreaterThan(1);
  }

  @Test
  void categoriesThatNobodyUsedAreClosedUp() {
    int[] apart = Arrays.stream(JUDGED).map(score -> 4 * score - 3).toArray();
    RaschFit wide = fitted(PANEL, JUDGES, apart);
    RaschFit close = fitted(PANEL, JUDGES, JUDGED);
    assertThat(wide.categories()).containsExactly(1, 5, 9);
    assertThat(wide.thresholds()).isEqualTo(close.thresholds());
    assertThat(wide.fair(0, 0)).isCloseTo(1 + 4 * (close.fair(0, 0) - 1), within(1e-12));
  }

  @Test
  void ratingsInPerfectOrderHaveNoMeasures() {
    RaschFit fit =
        fitted(
            new int[] {0, 1, 2, 0, 1, 2, 0, 1, 2},
            new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2},
            5,
            4,
            4,
            3,
            1,
            2,
            4,
            3,
            2);
    assertThat(fit.status()).isEqualTo(RaterStatus.NOT_CONVERGED);
    assertThat(fit.facets()).isEmpty();
    assertThat(fitted(new int[] {0, 1, 0, 1}, new int[] {0, 0, 1, 1}, 3, 4, 1, 2).status())
        .isEqualTo(RaterStatus.NOT_CONVERGED);
  }

  @Test
  void whatCannotBeFittedSaysWhy() {
    assertThat(fitted(PERSONS, RATERS, 3, 3, 3, 3, 3, 3, 3, 3).status())
        .isEqualTo(RaterStatus.ZERO_VARIANCE);
    assertThat(fitted(new int[] {0, 1}, new int[] {0, 0}, 1, 2).status())
        .isEqualTo(RaterStatus.TOO_FEW);
    assertThat(fitted(new int[0], new int[0]).status()).isEqualTo(RaterStatus.TOO_FEW);
    assertThatThrownBy(() -> fitted(PERSONS, RATERS, 1, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RaschFacet.persons(1, new int[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 50)
  void everyScoreIsWhatIsExpectedAndNamesAndOrderDoNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    int persons = 12;
    int raters = 4;
    int size = persons * raters;
    int[] person = new int[size];
    int[] rater = new int[size];
    int[] scores = new int[size];
    int[] turnedPerson = new int[size];
    int[] turnedRater = new int[size];
    int[] turnedScores = new int[size];
    for (int at = 0; at < size; at++) {
      person[at] = at % persons;
      rater[at] = at / persons;
      double level = 3 + (person[at] - 6) / 6.0 + (rater[at] - 1.5) / 3 + random.nextGaussian();
      scores[at] = (int) Math.max(1, Math.min(5, Math.round(level)));
      int to = size - 1 - at;
      turnedPerson[to] = persons - 1 - person[at];
      turnedRater[to] = (rater[at] + 1) % raters;
      turnedScores[to] = scores[at];
    }
    RaschFit fit = fitted(person, rater, scores);
    RaschFit turned = fitted(turnedPerson, turnedRater, turnedScores);
    Assume.that(fit.status() == RaterStatus.OK);
    assertThat(turned.logLikelihood()).isCloseTo(fit.logLikelihood(), within(1e-8));
    for (int each = 0; each < raters; each++) {
      assertThat(measure(turned, 1, (each + 1) % raters))
          .isCloseTo(measure(fit, 1, each), within(1e-5));
    }
    double fitting =
        fit.facets().getFirst().elements().stream()
            .filter(element -> element.status() == RaterStatus.OK)
            .mapToDouble(element -> element.measure().orElseThrow().value())
            .average()
            .orElse(0);
    assertThat(fitting).isCloseTo(0, within(1e-9));
  }
}
