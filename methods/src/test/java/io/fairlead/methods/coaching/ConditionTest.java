package io.fairlead.methods.coaching;

import static io.fairlead.methods.coaching.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.disclosure.RoundPrecision;
import io.fairlead.methods.disclosure.Scale;
import io.fairlead.methods.instruments.About;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

  private static Optional<List<String>> facts(String condition, String report) {
    return facts(condition, report(report));
  }

  private static Optional<List<String>> facts(String condition, Report report) {
    return ConditionReader.read(condition)
        .facts(report)
        .map(facts -> facts.stream().map(Fact::text).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          any competency: others >= 4.5|listening: peer 4 >= 4.5
          any competency: others >= 3.0|listening: peer 4 = 3.0
          any competency: others <= 1.5|listening: peer 4 <= 1.5
          any competency: groups apart >= 0.5|listening: peer 4 = 4.0, report 4 >= 4.5
          any competency: groups apart <= 1.0|listening: peer 4 = 4.0, report 4 >= 4.5
          any competency: below the rest >= 1.0|craft: peer 4 = 2.0 ; delivery: peer 4 = 3.0 ; planning: peer 4 >= 4.5
          any competency: self - others >= 0.0|listening: self 5.0, peer 4 >= 4.5
          every competency: others >= 4.0|listening: peer 4 = 4.0 ; craft: - ; delivery: peer 4 >= 4.5
          any competency: peer <= 3.0|listening: peer 4 = 3.0, report 4 >= 4.5
          withheld >= 100 %|
          """)
  void itHoldsWhereAllOfTheRangeAgrees(String condition, String report) {
    assertThat(facts(condition, report == null ? "" : report)).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          any competency: others >= 4.6|listening: peer 4 >= 4.5
          any competency: others <= 4.9|listening: peer 4 >= 4.5
          any competency: others <= 1.4|listening: peer 4 <= 1.5
          any competency: groups apart >= 0.6|listening: peer 4 = 4.0, report 4 >= 4.5
          any competency: groups apart <= 0.9|listening: peer 4 = 4.0, report 4 >= 4.5
          any competency: groups apart >= 0.0|listening: peer 4 = 4.0
          any competency: groups apart >= 0.0|listening: self 5.0, manager 1.0, peer 4 = 4.0
          any competency: below the rest >= 0.0|craft: peer 4 = 2.0 ; delivery: peer 4 = 3.0
          any competency: self - others >= 0.1|listening: self 5.0, peer 4 >= 4.5
          any competency: self - others >= -4.0|listening: peer 4 = 4.5
          any competency: peer <= 4.0|listening: peer+other 4 = 3.0
          any competency: others >= 1.0|listening: self 5.0, manager 5.0
          every competency: others >= 1.0|listening: self 5.0 ; craft: -
          every competency: self >= 1.0|listening: self 5.0, peer 4 = 4.0 ; craft: peer 4 = 4.0
          any what: others >= 1.0|listening: peer 4 = 4.0
          any craft: others >= 1.0|listening: peer 4 = 4.0
          what - how >= -4.0|delivery: peer 4 = 4.0 ; craft: peer 4 = 4.0 ; listening: peer 4 = 4.0
          """)
  void itDoesNotWhereSomeOfItDisagreesOrIsNotThere(String condition, String report) {
    assertThat(facts(condition, report)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "5.5, 4.0, true",
    "5.4, 4.0, false",
    "4.0, 2.5, true",
    "1.0, 1.0, true",
    "7.0, 5.0, true"
  })
  void levelsAreStretchedToTheScale(String figure, String onFive, boolean holds) {
    Report report = report("listening: peer 4 = " + figure, new Scale(1, 7));
    assertThat(facts("any competency: others >= " + onFive, report).isPresent()).isEqualTo(holds);
  }

  @Test
  void distancesAreStretchedToTheScaleAndGapsAreReadAsTheReportReadsThem() {
    Report seven = report("listening: self 5.5, peer 4 = 5.0, report 4 = 3.5", new Scale(1, 7));
    assertThat(facts("any competency: groups apart >= 1.0", seven)).isPresent();
    assertThat(facts("any competency: groups apart >= 1.1", seven)).isEmpty();
    Report gap = report("listening: self 5.5, peer 4 = 5.0", new Scale(1, 7));
    assertThat(facts("any competency: gap is blind spot", gap)).isPresent();
  }

  @Test
  void aGapWithinTheLikelyRangeIsNoneForTheGuideEither() {
    Report bare = report("listening: self 4.5, peer 5 = 4.0", new Scale(1, 5));
    assertThat(facts("any competency: gap is blind spot", bare)).isPresent();
    Report sure =
        new Report(
            bare.published(), bare.about(), Map.of("listening", new RoundPrecision(0.8, 0.3)));
    assertThat(facts("any competency: gap is blind spot", sure)).isEmpty();
  }

  @Test
  void whatTheReportCallsNoStrengthIsNoneForTheGuideEither() {
    String strength = "any competency: above the rest >= 0.6 and may be strength";
    String rest = " ; delivery: peer 4 = 2.0 ; craft: peer 4 = 2.0";
    assertThat(facts(strength, "listening: peer 4 = 3.9" + rest)).isPresent();
    assertThat(facts(strength, "listening: self 4.5, peer 4 = 3.9" + rest)).isEmpty();
    assertThat(facts(strength, "listening: peer 4 = 2.9" + rest)).isEmpty();
  }

  @Test
  void theFactsAreTheFiguresThatMadeItHold() {
    assertThat(
            facts(
                "any competency: groups apart >= 1.0",
                "listening: self 5.0, peer 4 = 3.0, report 5 >= 4.6 ; craft: peer 4 = 3.0"))
        .contains(
            List.of("listening: report 4.6 to 5.0 (5 raters)", "listening: peer 3.0 (4 raters)"));
    assertThat(facts("any competency: gap is blind spot", "listening: self 5.0, peer 4 = 3.0"))
        .contains(List.of("listening: self 5.0", "listening: all others 3.0 (4 raters)"));
    assertThat(
            facts(
                "every competency: others >= 3.0",
                "listening: peer 4 = 3.0 ; craft: peer 4 >= 4.5 ; planning: -"))
        .contains(List.of("others over 2 competencies: 3.0 to 5.0"));
    assertThat(
            facts(
                "what - how >= 0.5",
                "delivery: peer 4 = 4.0 ; craft: peer 4 >= 4.5 ; listening: peer 4 = 3.0 ; inclusion: peer 4 = 3.1"))
        .contains(List.of("what over 2 competencies: 4.2 to 4.5", "how over 2 competencies: 3.1"));
    assertThat(facts("withheld >= 50 %", "listening: - ; craft: peer 4 = 4.0"))
        .contains(List.of("withheld: 1 of 2"));
    assertThat(facts("comments >= 3", "comments peer 3 ; comments manager 9"))
        .contains(List.of("comments: 3"));
  }

  @Test
  void itemsMayBeAboutSomethingElseThanTheirCompetency() {
    Report items =
        new Report(
            Reports.published(
                "collaboration/agrees-handover: peer 6 = 4.0 ; collaboration/shows-unfinished: peer 6 = 2.0",
                Reports.FIVE),
            Map.of(
                "agrees-handover", About.WHAT,
                "collaboration", About.HOW),
            Map.of());
    assertThat(facts("any what: others >= 1.0", items))
        .contains(List.of("collaboration, agrees-handover: all others 4.0 (6 raters)"));
    assertThat(facts("any how: others >= 1.0", items))
        .contains(List.of("collaboration, shows-unfinished: all others 2.0 (6 raters)"));
  }

  @Test
  void severalManagersAreOneRange() {
    String report = "listening: manager 2.0, manager 4.0, peer 4 = 4.0";
    assertThat(facts("any competency: others - manager >= 0.0", report)).isPresent();
    assertThat(facts("any competency: others - manager >= 0.1", report)).isEmpty();
  }
}
