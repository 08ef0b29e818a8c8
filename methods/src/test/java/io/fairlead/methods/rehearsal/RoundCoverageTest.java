package io.fairlead.methods.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.assignment.RoundRehearsal;
import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.rehearsal.RoundCoverage.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundCoverageTest {
  /// A head of two leaders, of whom one leads three and the other seven.
  private static final Staff THIRTEEN =
      Staff.counted(
          List.of(
              new Staff.Span(Role.LEADER_OF_LEADERS, 2, 1),
              new Staff.Span(Role.LEADER, 3, 1),
              new Staff.Span(Role.LEADER, 7, 1),
              new Staff.Span(Role.MEMBER, 0, 10)));

  private static List<RoundCoverage> coverage(String feedback, Staff staff) {
    return RoundCoverage.of(
        FrameworkDocument.parse("organisation: {name: Northwind}\nfeedback: {" + feedback + "}\n")
            .orThrow()
            .framework(),
        staff,
        0.7);
  }

  private static RoundCoverage round(String fields, String around) {
    return coverage("rounds: [{name: a, instrument: manager" + fields + "}]" + around, THIRTEEN)
        .getFirst();
  }

  /// Of five asked at 70 % four answer with 5 · .7⁴ · .3 + .7⁵ = .52822, of six with .74431.
  @Test
  void peersOpenAsOftenAsEnoughOfThoseAskedAnswer() {
    RoundCoverage round = round(", peers: 5", "");
    Group peers = round.groups().getFirst();
    assertThat(round.reviewees()).isEqualTo(13);
    assertThat(peers.relationship()).isEqualTo(Relationship.PEER);
    assertThat(peers.reviewees()).isEqualTo(13);
    assertThat(peers.tooFew()).isZero();
    assertThat(peers.expected()).isCloseTo(0.52822, within(1e-9));
    assertThat(peers.withOneMore()).isCloseTo(0.74431, within(1e-9));
  }

  @Test
  void whoHasFewerReportsThanTheThresholdNeverSeesThemByThemselves() {
    Group reports = round(", reports: 6", "").groups().getLast();
    assertThat(reports.relationship()).isEqualTo(Relationship.REPORT);
    assertThat(reports.reviewees()).isEqualTo(3);
    assertThat(reports.tooFew()).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(reports.expected()).isCloseTo(0.74431 / 3, within(1e-9));
    assertThat(reports.withOneMore()).isCloseTo(RoundRehearsal.opens(7, 0.7, 4) / 3, within(1e-9));
  }

  @Test
  void figuresOfSingleItemsNeedSixAnswers() {
    assertThat(round(", peers: 5", ", unit: item").groups())
        .allSatisfy(group -> {
          assertThat(group.needed()).isEqualTo(6);
          assertThat(group.expected()).isZero();
        });
  }

  @Test
  void noMorePeersAreAskedThanThereAre() {
    Staff four = Staff.of(new int[] {Staff.NOBODY, 0, 0, 0});
    Group peers =
        coverage("rounds: [{name: a, instrument: manager, peers: 8}]", four)
            .getFirst()
            .groups()
            .getFirst();
    assertThat(peers.tooFew()).isEqualTo(1);
    assertThat(peers.expected()).isZero();
  }

  @Test
  void aRoundInWhichNobodyIsRatedIsNotSaid() {
    Staff alone = Staff.of(new int[] {Staff.NOBODY});
    assertThat(coverage("rounds: [{name: a, instrument: manager, reviewees: leaders}]", alone))
        .isEmpty();
    assertThat(coverage("", THIRTEEN)).isEmpty();
  }
}
