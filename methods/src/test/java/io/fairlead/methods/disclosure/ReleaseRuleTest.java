package io.fairlead.methods.disclosure;

import static io.fairlead.methods.disclosure.Rounds.policy;
import static io.fairlead.methods.disclosure.Rounds.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseRuleTest {

  private static Rounds peers(int... ratings) {
    Rounds round = new Rounds();
    for (int at = 0; at < ratings.length; at++) {
      round.rated("peer", "peer " + at, ratings[at], ratings[at], ratings[at]);
    }
    return round;
  }

  @ParameterizedTest
  @CsvSource({"0,3", "1,4", "2,6"})
  void theLeastThresholdFollowsFromThoseWhoCollude(int colluders, int least) {
    ReleasePolicy policy = policy(least, 2, colluders);
    assertThat(policy.leastThreshold()).isEqualTo(least);
    assertThat(policy.problems()).isEmpty();
    assertThat(policy(least - 1, 2, colluders).problems().getFirst()).contains("at least " + least);
    assertThatThrownBy(() -> new ReleaseRule(policy(least - 1, 2, colluders)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMeanInTheMiddleIsRoundedHalfUpAsItIs() {
    assertThat(shown(peers(4, 4, 4, 5).published(policy(4, 2, 0)))).containsExactly("peer 4 = 4.3");
    assertThat(shown(peers(2, 2, 2, 3).published(policy(4, 2, 0)))).containsExactly("peer 4 = 2.3");
  }

  @Test
  void nearAnEndOnlyABoundIsSaidAndItIsRoundedOutwards() {
    assertThat(shown(peers(5, 5, 5).published(policy(3, 2, 0)))).containsExactly("peer 3 >= 4.3");
    assertThat(shown(peers(5, 5, 3).published(policy(3, 2, 0)))).containsExactly("peer 3 >= 4.3");
    assertThat(shown(peers(1, 1, 1).published(policy(3, 2, 0)))).containsExactly("peer 3 <= 1.7");
    assertThat(shown(peers(5, 5, 5, 5).published(policy(4, 2, 1))))
        .containsExactly("peer 4 >= 3.5");
  }

  @Test
  void aBlockWhoseBoundsMeetIsNotShown() {
    Rounds round = peers(3, 3, 3, 3, 3, 3);
    round.rated("peer", "skips", 3, null, null);
    assertThat(shown(round.published(policy(6, 2, 2)))).containsExactly("peer 7 = 3.0");
    assertThat(new BlockRule(policy(3, 2, 1)).told(9, 1, 3)).isEmpty();
  }

  @Test
  void whoAnsweredLessThanHalfIsInTheBlockAndNotInItsMean() {
    Rounds round = peers(2, 2, 2, 2).rated("peer", "hasty", 5, null, null);
    assertThat(shown(round.published(policy(4, 2, 0)))).containsExactly("peer 5 = 2.0");
    Rounds few = peers(2, 2, 2).rated("peer", "hasty", 5, null, null);
    assertThat(few.published(policy(4, 2, 0)).scores().getFirst().isWithheld()).isTrue();
  }

  @Test
  void whoCouldJudgeNothingIsNotCounted() {
    Rounds round = new Rounds();
    for (String rater : List.of("a", "b", "c", "d")) {
      round.rated("peer", rater, null, null, null);
    }
    Published published = round.published(policy(4, 2, 0));
    assertThat(published.scores().getFirst().isWithheld()).isTrue();
    assertThat(published.scores().getFirst().others(Rounds.FIVE)).isEmpty();
  }

  @Test
  void selfAndManagerAreNamedAndNeverAmongTheOthers() {
    Published published =
        peers(3, 3, 3, 3)
            .rated("self", "Ada", 5, 5, 5)
            .rated("manager", "Mo", 1, 1, 2)
            .published(policy(4, 2, 0));
    assertThat(shown(published)).containsExactly("self 1 = 5.0", "manager 1 = 1.3", "peer 4 = 3.0");
    PublishedScore score = published.scores().getFirst();
    assertThat(score.others(Rounds.FIVE))
        .contains(new Others(new BigDecimal("3.0"), new BigDecimal("3.0")));
    assertThat(score.gap(Rounds.FIVE).map(Gap::reading)).contains(Gap.Reading.BLIND_SPOT);
  }

  @Test
  void aCompetencyOfTwoItemsIsNotShown() {
    Rounds round = new Rounds();
    for (int at = 0; at < 9; at++) {
      round.rated("peer", "peer " + at, 3, 3);
    }
    assertThat(round.published(policy(4, 2, 0)).scores().getFirst().isWithheld()).isTrue();
  }

  @Test
  void itemsAreShownFromSixRatersOnAndThenWithoutTheCompetency() {
    ReleasePolicy items =
        new ReleasePolicy(Rounds.FIVE, 4, 5, 2, 0, ReleaseUnit.ITEM, ReleasePolicy.USUAL_GROUPS);
    Published five = peers(3, 3, 3, 3, 3).published(items);
    assertThat(five.scores()).hasSize(3).allMatch(PublishedScore::isWithheld);
    Published six = peers(3, 3, 3, 3, 3, 3).published(items);
    assertThat(shown(six)).containsExactly("peer 6 = 3.0", "peer 6 = 3.0", "peer 6 = 3.0");
    assertThat(six.scores()).allMatch(score -> score.item().isPresent());
  }

  @Test
  void openBoundsStayOpenInWhatAllOthersSay() {
    PublishedScore score =
        new PublishedScore(
            "Listening",
            Optional.empty(),
            List.of(
                new BlockValue(List.of("peer"), 3, Bound.AT_LEAST, new BigDecimal("4.3")),
                new BlockValue(List.of("report"), 5, Bound.EXACT, new BigDecimal("2.2"))));
    assertThat(score.others(Rounds.FIVE))
        .contains(new Others(new BigDecimal("2.9"), new BigDecimal("3.3")));
  }

  @Test
  void aBlindSpotIsSaidOnlyWhereTheWholeIntervalAgrees() {
    Others others = new Others(new BigDecimal("2.9"), new BigDecimal("3.6"));
    assertThat(Gap.of(new BigDecimal("4.1"), others).reading()).isEqualTo(Gap.Reading.BLIND_SPOT);
    assertThat(Gap.of(new BigDecimal("4.0"), others).reading()).isEqualTo(Gap.Reading.NONE);
    assertThat(Gap.of(new BigDecimal("2.4"), others).reading())
        .isEqualTo(Gap.Reading.HIDDEN_STRENGTH);
    assertThat(Gap.of(new BigDecimal("2.5"), others).reading()).isEqualTo(Gap.Reading.NONE);
  }

  @Test
  void answersThatPublishAlikeGiveEqualObjects() {
    Published all = peers(5, 5, 5, 5).published(policy(4, 2, 0));
    Published some = peers(5, 3, 5, 5).published(policy(4, 2, 0));
    assertThat(some).isEqualTo(all);
    assertThat(peers(1, 5, 3, 4).published(policy(4, 2, 0)))
        .isEqualTo(peers(4, 3, 3, 3).published(policy(4, 2, 0)));
  }

  @Test
  void aLaterSetThatSinglesOutOneIsPooledOrNotShown() {
    ReleaseRule rule = new ReleaseRule(policy(4, 2, 0));
    Set<String> before = Set.of("peer 0", "peer 1", "peer 2", "peer 3");
    SubjectAnswers later = peers(3, 3, 3, 3, 3).answers();
    assertThat(rule.release(later, List.of(before), new Random(1)).published().scores())
        .allMatch(PublishedScore::isWithheld);
    Rounds pooled = peers(3, 3, 3, 3, 3);
    for (String report : List.of("r1", "r2", "r3", "r4")) {
      pooled.rated("report", report, 3, 3, 3);
    }
    assertThat(shown(rule.release(pooled.answers(), List.of(before), new Random(1)).published()))
        .containsExactly("peer+report 9 = 3.0");
    assertThat(
            shown(
                rule.release(later, List.of(Set.of("x", "y", "z", "u")), new Random(1))
                    .published()))
        .containsExactly("peer 5 = 3.0");
  }

  /// Peers 0 to 4 and four reports were published; now peer 4 is another.
  @Test
  void aGroupOfTheSameRatersIsShownAgainWhereAnotherOneIsNot() {
    ReleaseRule rule = new ReleaseRule(policy(4, 2, 0));
    Set<String> peers = Set.of("peer 0", "peer 1", "peer 2", "peer 3", "gone");
    Set<String> reports = Set.of("r1", "r2", "r3", "r4");
    Rounds later = peers(3, 3, 3, 3, 3);
    reports.forEach(report -> later.rated("report", report, 4, 4, 4));
    var release = rule.release(later.answers(), List.of(peers, reports), new Random(1));
    assertThat(shown(release.published())).containsExactly("report 4 = 4.0");
    assertThat(release.blocks())
        .extracting(ReleaseRule.ReleasedBlock::raters)
        .containsExactly(reports);
    assertThat(release.published().scores().getFirst().others(Rounds.FIVE))
        .contains(new Others(new BigDecimal("4.0"), new BigDecimal("4.0")));
  }

  /// Each alone differs from the earlier nine by five; both together leave one.
  @Test
  void partsOfAnEarlierSetAreNotShownOneByOne() {
    ReleaseRule rule = new ReleaseRule(policy(4, 2, 0));
    Rounds later = peers(3, 3, 3, 3);
    Set<String> earlier = new HashSet<>(List.of("gone"));
    for (int at = 0; at < 4; at++) {
      later.rated("report", "r" + at, 4, 4, 4);
      earlier.addAll(List.of("peer " + at, "r" + at));
    }
    assertThat(rule.release(later.answers(), List.of(earlier), new Random(1)).blocks()).isEmpty();
  }

  /// By the sets alone: what was given before and now has no part in it.
  @Test
  void answersHaveNoPartInWhatIsShownAgain() {
    ReleaseRule rule = new ReleaseRule(policy(4, 2, 0));
    List<Set<String>> earlier =
        List.of(
            Set.of("peer 0", "peer 1", "peer 2", "peer 3", "gone"), Set.of("r1", "r2", "r3", "r4"));
    for (int rating = 1; rating <= 5; rating++) {
      Rounds later = peers(rating, rating, rating, 6 - rating, rating);
      for (String report : List.of("r1", "r2", "r3", "r4")) {
        later.rated("report", report, rating, rating, rating);
      }
      assertThat(rule.release(later.answers(), earlier, new Random(1)).blocks())
          .extracting(ReleaseRule.ReleasedBlock::groups)
          .containsExactly(List.of("report"));
    }
  }

  @Test
  void commentsOfFewAreNotShownAndNotCounted() {
    Rounds round = peers(3, 3, 3);
    round.wrote("peer", "w1", "keep", "one").wrote("peer", "w2", "keep", "two");
    assertThat(round.published(policy(4, 2, 0)).comments()).isEmpty();
    round.wrote("peer", "w3", "stop", "three");
    assertThat(round.published(policy(4, 2, 0)).comments())
        .singleElement()
        .satisfies(comments -> {
          assertThat(comments.item()).isEmpty();
          assertThat(comments.texts()).containsExactlyInAnyOrder("one", "two", "three");
        });
    round.wrote("peer", "w4", "keep", "four");
    assertThat(round.published(policy(4, 2, 0)).comments())
        .singleElement()
        .satisfies(comments -> assertThat(comments.item()).contains("keep"));
  }

  @Test
  void theOrderOfCommentsIsThatOfTheKeyAndOfNothingElse() {
    Rounds one = new Rounds();
    Rounds other = new Rounds();
    List<String> texts = List.of("a", "b", "c", "d", "e", "f");
    texts.forEach(text -> one.wrote("peer", "by " + text, "keep", text));
    texts.reversed().forEach(text -> other.wrote("peer", "by " + text, "keep", text));
    ReleaseRule rule = new ReleaseRule(policy(4, 2, 0));
    assertThat(rule.published(one.answers(), new Random(3)))
        .isEqualTo(rule.published(other.answers(), new Random(3)))
        .isNotEqualTo(rule.published(one.answers(), new Random(4)));
  }

  @Test
  void strengthsComeFirstAndEqualsStayInTheInstrumentsOrder() {
    Published published =
        new Published(
            "Ada",
            Rounds.FIVE,
            List.of(score("a", "3.0"), score("b", "4.0"), score("c", "3.0"), score("d", "4.0")),
            List.of());
    assertThat(published.strengthsFirst())
        .extracting(PublishedScore::competency)
        .containsExactly("b", "d", "a", "c");
  }

  @Test
  void strengthsAreOfTheUpperHalfNeverBelowTheMiddleAndNoBlindSpots() {
    BlockValue own = new BlockValue(List.of("self"), 1, Bound.EXACT, new BigDecimal("4.5"));
    BlockValue low = new BlockValue(List.of("peer"), 4, Bound.EXACT, new BigDecimal("3.2"));
    PublishedScore seenHigher = new PublishedScore("own", Optional.empty(), List.of(own, low));
    assertThat(strengths(Map.of(), score("a", "4.0"), seenHigher, score("b", "3.1")))
        .containsExactly("a");
    assertThat(strengths(Map.of("own", new RoundPrecision(1.4, 0.3)), seenHigher))
        .as("the own figure lies within the likely range")
        .containsExactly("own");
    assertThat(strengths(Map.of(), score("a", "2.9"), score("b", "2.0"))).isEmpty();
    assertThat(strengths(Map.of(), score("a", "3.0"), score("b", "2.9"))).containsExactly("a");
    assertThat(strengths(Map.of(), score("a", "4.0"), score("b", "4.2"))).containsExactly("b");
    PublishedScore atMost =
        new PublishedScore(
            "low",
            Optional.empty(),
            List.of(new BlockValue(List.of("peer"), 4, Bound.AT_MOST, new BigDecimal("1.5"))));
    assertThat(strengths(Map.of(), atMost)).isEmpty();
    assertThat(strengths(Map.of())).isEmpty();
  }

  private static List<String> strengths(
      Map<String, RoundPrecision> precision, PublishedScore... scores) {
    return new Published("Ada", Rounds.FIVE, List.of(scores), List.of())
        .strengths(precision).stream().map(PublishedScore::competency).toList();
  }

  private static PublishedScore score(String competency, String mean) {
    return new PublishedScore(
        competency,
        Optional.empty(),
        List.of(new BlockValue(List.of("peer"), 4, Bound.EXACT, new BigDecimal(mean))));
  }

  @Test
  void theIntervalsWidthDependsOnTheRoundAndOnHowManyRatedAlone() {
    RoundPrecision precision =
        RoundPrecision.of(
                40, 200, java.util.OptionalDouble.of(0.84), java.util.OptionalDouble.of(0.33))
            .orElseThrow();
    assertThat(precision.deviation()).isEqualTo(0.8);
    assertThat(precision.reliability(3))
        .isCloseTo(0.5625, org.assertj.core.data.Offset.offset(1e-4));
    assertThat(precision.halfWidth(4)).isCloseTo(0.784, org.assertj.core.data.Offset.offset(1e-3));
    assertThat(
            RoundPrecision.of(
                29, 200, java.util.OptionalDouble.of(1), java.util.OptionalDouble.of(0.3)))
        .isEmpty();
  }

  @Test
  void aBlockKeepsNoAnswers() {
    assertThat(BlockValue.class.getRecordComponents())
        .extracting(java.lang.reflect.RecordComponent::getName)
        .containsExactly("groups", "n", "bound", "mean");
    assertThatThrownBy(
            () -> new BlockValue(List.of("peer"), 4, Bound.EXACT, new BigDecimal("3.25")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
