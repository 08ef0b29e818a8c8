package io.fairlead.methods.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.assignment.Assignment.Load;
import io.fairlead.methods.assignment.Assignment.Shortfall;
import io.fairlead.methods.assignment.Bottleneck.FullRater;
import io.fairlead.methods.assignment.Bottleneck.Places;
import io.fairlead.methods.assignment.Nomination.Choice;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssignmentTest {

  private static Nomination peer(String reviewee, String rater, double cost) {
    return new Nomination(reviewee, rater, "peer", cost, Choice.FREE);
  }

  private static Assignment assigned(RaterNeeds needs, int cap, Nomination... nominations) {
    return Assignment.of(new AssignmentProblem(List.of(nominations), needs, RaterCaps.of(cap), 0));
  }

  private static List<String> shown(Assignment assignment) {
    return assignment.pairs().stream().map(it -> it.reviewee() + "<" + it.rater()).toList();
  }

  @Test
  void aCheapRaterGoesWhereOthersWouldCostMore() {
    Assignment found =
        assigned(
            RaterNeeds.total(1),
            1,
            peer("Ada", "Mo", 1),
            peer("Ada", "Nia", 2),
            peer("Bo", "Mo", 1),
            peer("Bo", "Nia", 9));
    assertThat(shown(found)).containsExactly("Ada<Nia", "Bo<Mo");
    assertThat(found.cost()).isCloseTo(3, within(1e-9));
    assertThat(found.isComplete()).isTrue();
  }

  @Test
  void equallyCheapPairsAreSpread() {
    Assignment found =
        assigned(
            RaterNeeds.total(1),
            9,
            peer("Ada", "Mo", 0),
            peer("Ada", "Nia", 0),
            peer("Bo", "Mo", 0),
            peer("Bo", "Nia", 0),
            peer("Cy", "Mo", 0),
            peer("Cy", "Ola", 0));
    assertThat(found.loads()).extracting(Load::reviewees).containsExactly(1, 1, 1);
  }

  @Test
  void fairnessThatHasItsPriceOutweighsCost() {
    List<Nomination> nominations =
        List.of(
            peer("Ada", "Mo", 0), peer("Ada", "Nia", 3), peer("Bo", "Mo", 0), peer("Bo", "Nia", 3));
    RaterNeeds one = RaterNeeds.total(1);
    Assignment cheapest =
        Assignment.of(new AssignmentProblem(nominations, one, RaterCaps.of(9), 1));
    // Two for Mo cost 0 + 4; one each costs 3 + 2.
    assertThat(cheapest.cost()).isZero();
    Assignment fair = Assignment.of(new AssignmentProblem(nominations, one, RaterCaps.of(9), 2));
    assertThat(fair.cost()).isCloseTo(3, within(1e-9));
  }

  @Test
  void everyGroupHasItsPlacesAndTheTotalIsFilledFromAny() {
    RaterNeeds needs = new RaterNeeds(Map.of("peer", 1, "report", 1), Set.of(), 3);
    Assignment found =
        assigned(
            needs,
            9,
            new Nomination("Ada", "Mo", "peer", 5, Choice.FREE),
            new Nomination("Ada", "Nia", "report", 1, Choice.FREE),
            new Nomination("Ada", "Ola", "report", 2, Choice.FREE),
            new Nomination("Ada", "Pip", "other", 1, Choice.FREE));
    assertThat(shown(found)).containsExactly("Ada<Mo", "Ada<Nia", "Ada<Pip");
  }

  @Test
  void aGroupThatIsAskedOnlyOfSomeIsNotMissingWhereNobodyIsNominated() {
    Map<String, Integer> places = Map.of("peer", 1, "report", 1);
    Nomination only = Nomination.of("Ada", "Mo", "peer");
    assertThat(assigned(new RaterNeeds(places, Set.of("report"), 0), 9, only).isComplete())
        .isTrue();
    assertThat(assigned(new RaterNeeds(places, Set.of(), 0), 9, only).shortfalls())
        .containsExactly(new Shortfall("Ada", "report", 1, 0, 0));
  }

  @Test
  void whatIsFixedStaysAndWhatIsForbiddenIsNotAssigned() {
    Assignment found =
        assigned(
            RaterNeeds.total(2),
            2,
            new Nomination("Ada", "Mo", "peer", 100, Choice.FIXED),
            new Nomination("Ada", "Nia", "peer", 0, Choice.FORBIDDEN),
            peer("Ada", "Ola", 5),
            peer("Ada", "Pip", 6));
    assertThat(shown(found)).containsExactly("Ada<Mo", "Ada<Ola");
    assertThat(found.cost()).isCloseTo(105, within(1e-9));
    assertThat(found.loads()).extracting(Load::rater).containsExactly("Mo", "Ola", "Pip");
  }

  @Test
  void aShortfallNamesTheCapThatBinds() {
    Assignment found =
        assigned(
            RaterNeeds.total(2),
            1,
            peer("Ada", "Mo", 0),
            peer("Ada", "Nia", 0),
            peer("Bo", "Mo", 0),
            peer("Bo", "Nia", 0),
            peer("Cy", "Ola", 0),
            peer("Cy", "Pip", 0));
    assertThat(found.pairs()).hasSize(4);
    // One each for Ada and Bo, rather than two for one of them.
    assertThat(found.shortfalls())
        .containsExactly(new Shortfall("Ada", "", 2, 1, 2), new Shortfall("Bo", "", 2, 1, 2));
    assertThat(found.bottlenecks())
        .singleElement()
        .satisfies(cut -> {
          assertThat(cut.places())
              .containsExactly(new Places("Ada", "", 2, 1), new Places("Bo", "", 2, 1));
          assertThat(cut.raters())
              .containsExactlyInAnyOrder(new FullRater("Mo", 1), new FullRater("Nia", 1));
          assertThat(cut.needed()).isEqualTo(4);
          assertThat(cut.possible()).isEqualTo(2);
        });
  }

  @Test
  void tooFewNominationsAreNoMatterOfCaps() {
    Assignment found = assigned(RaterNeeds.groups(Map.of("peer", 3)), 9, peer("Ada", "Mo", 0));
    assertThat(found.shortfalls()).containsExactly(new Shortfall("Ada", "peer", 3, 1, 1));
    assertThat(found.bottlenecks())
        .containsExactly(new Bottleneck(List.of(new Places("Ada", "peer", 3, 1)), 3, List.of(), 1));
  }

  @Test
  void whatCannotBeSolvedIsSaid() {
    Nomination fixed = new Nomination("Ada", "Mo", "peer", 0, Choice.FIXED);
    assertThat(problems(RaterNeeds.total(1), 0, fixed))
        .containsExactly("Mo has a cap of 0 and is fixed for 1");
    assertThat(problems(RaterNeeds.total(1), 1, fixed, fixed)).hasSize(2);
    assertThat(problems(RaterNeeds.total(0), 1, fixed)).hasSize(1);
    assertThat(problems(new RaterNeeds(Map.of("peer", 3), Set.of(), 2), 1, fixed)).hasSize(1);
    assertThat(problems(RaterNeeds.groups(Map.of("peer", 0)), 1, fixed)).hasSize(1);
    assertThatThrownBy(() -> peer("Ada", "Mo", -1)).hasMessageContaining("0 to 1,000,000");
    assertThatThrownBy(() -> peer("Ada", "Ada", 1)).hasMessageContaining("themselves");
    assertThatThrownBy(() -> RaterCaps.of(-1)).hasMessageContaining("cap");
  }

  private static List<String> problems(RaterNeeds needs, int cap, Nomination... nominations) {
    return new AssignmentProblem(List.of(nominations), needs, RaterCaps.of(cap), 0).problems();
  }

  @Test
  void nobodyIsAssignedWhereNobodyIsNominated() {
    Assignment empty = assigned(RaterNeeds.total(3), 3);
    assertThat(empty.pairs()).isEmpty();
    assertThat(empty.isComplete()).isTrue();
  }
}
