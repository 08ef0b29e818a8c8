package io.fairlead.methods.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.methods.wording.GoalRule;
import io.fairlead.methods.wording.LintSettings;
import io.fairlead.methods.wording.Severity;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameworkDocumentTest {
  private static final String LEAST = "organisation: {name: Northwind}\n";

  @Test
  void theDefaultDocumentIsReadAndSaysWhatItsCommentsPromise() {
    Framework framework = DefaultFramework.document().framework();

    assertThat(framework.organisation().name()).isEqualTo("Our organisation");
    assertThat(framework.direction().values()).hasSize(3);
    assertThat(framework.cadence().cycles().longer()).containsExactly(CycleLength.YEAR);
    assertThat(framework.goals().limits().objectivesPerOwner()).isEqualTo(3);
    assertThat(framework.goals().objectiveKinds()).hasSize(3);
  }

  @Test
  void aNameIsEnoughAndEverySilenceIsFilled() {
    Framework framework = FrameworkDocument.parse(LEAST).orThrow().framework();

    assertThat(framework.organisation())
        .isEqualTo(new Organisation("Northwind", ZoneId.of("UTC"), Locale.ENGLISH));
    assertThat(framework.direction().mission()).isEmpty();
    assertThat(framework.vocabulary().forms(Noun.KEY_RESULT).plural()).isEqualTo("key results");
    assertThat(framework.cadence().cycles().length()).isEqualTo(CycleLength.QUARTER);
    assertThat(framework.cadence().checkIns().day()).isEqualTo(DayOfWeek.FRIDAY);
    assertThat(framework.goals().aspirational()).isEqualTo(new GoalRules.Bands(0.7, 0.4));
    assertThat(framework.goals().staleness()).isEqualTo(new GoalRules.Staleness(14, 2));
    assertThat(framework.waivers()).isEmpty();
  }

  @Test
  void everySectionIsRead() {
    Framework framework =
        FrameworkDocument.parse(
                """
                fairlead: 1
                organisation:
                  name: "Küstenwerk eG"
                  zone: Europe/Berlin
                  locale: de-DE
                direction:
                  mission: |
                    Harbours that run
                    without noise.
                  ambitions:
                    - {name: Quiet cranes, by: 2028-12-31}
                vocabulary:
                  key-result: {singular: measure, plural: measures}
                cadence:
                  fiscal-year: {starts: april, named-by: start}
                  cycles:
                    length: custom
                    custom:
                      - {name: Spring, starts: 2026-02-01, ends: 2026-05-31}
                  check-ins: {rhythm: every-two-weeks, day: monday, counted-from: 2026-01-07}
                goals:
                  objective-kinds: [committed]
                  visibility: team
                  scoring:
                    committed: {reached-from: 0.9, partly-from: 0.5}
                waivers:
                  - rule: no-values
                    reason: We are three.
                """)
            .orThrow()
            .framework();

    assertThat(framework.organisation().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(framework.direction().mission()).hasValue("Harbours that run\nwithout noise.\n");
    assertThat(framework.direction().ambitions().getFirst().by())
        .isEqualTo(LocalDate.of(2028, 12, 31));
    assertThat(framework.vocabulary().forms(Noun.KEY_RESULT))
        .isEqualTo(new Noun.Forms("measure", "measures"));
    assertThat(framework.cadence().fiscalYear())
        .isEqualTo(new Cadence.FiscalYear(Month.APRIL, YearName.START));
    assertThat(framework.cadence().checkIns().rhythm()).isEqualTo(Rhythm.EVERY_TWO_WEEKS);
    assertThat(framework.goals().committed()).isEqualTo(new GoalRules.Bands(0.9, 0.5));
    assertThat(framework.waivers()).containsExactly(new Waiver("no-values", null, "We are three."));
  }

  @Test
  void everyMistakeIsReportedAtOnceWithItsPlaceAndWhatWasMeant() {
    List<Problem> problems =
        FrameworkDocument.parse(
                """
                organisation:
                  nmae: Northwind
                  zone: Europe/Berln
                candence:
                  check-ins: {rhythm: weekly}
                goals:
                  visibility: publik
                  individual-goals: yes
                  limits:
                    objectives-per-owner: lots
                    key-results-at-most: 99
                """)
            .problems();

    assertThat(problems)
        .extracting(Problem::code, Problem::line, Problem::column, Problem::path, Problem::remedy)
        .containsExactlyInAnyOrder(
            tuple("unknown-section", 4, 1, "candence", "did you mean 'cadence'?"),
            tuple("unknown-key", 2, 3, "organisation.nmae", "did you mean 'name'?"),
            tuple("missing-key", 2, 3, "organisation.name", "add 'name:'"),
            tuple("unknown-zone", 3, 9, "organisation.zone", "did you mean 'Europe/Berlin'?"),
            tuple("unknown-word", 7, 15, "goals.visibility", "did you mean 'public'?"),
            tuple("wrong-type", 8, 21, "goals.individual-goals", "write true"),
            tuple("wrong-type", 10, 27, "goals.limits.objectives-per-owner", null),
            tuple("out-of-range", 11, 26, "goals.limits.key-results-at-most", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what is appended to a good document         | code                 | line | path
          fiscal-year: {starts: april}                   | unknown-section      | 2 | fiscal-year
          growth: {plans: 5}                             | unknown-section      | 2 | growth
          feedback: {minimum: 5}                         | unknown-key          | 2 | feedback.minimum
          feedback: {rounds: [{name: a}]}                | missing-key          | 2 | feedback.rounds[0].instrument
          feedback: {rounds: [{name: a, instrument: manager}, {name: a, instrument: manager}]} | name-twice | 2 | feedback.rounds[1].name
          feedback: {rounds: [{name: a, instrument: manager, month: mai}]} | unknown-word | 2 | feedback.rounds[0].month
          feedback: {rounds: [{name: a, instrument: manager, lesson: receive}]} | unknown-word | 2 | feedback.rounds[0].lesson
          feedback: {rounds: [{name: a, instrument: manager, peers: 0, reports: 0, manager: false}]} | nobody-asked | 2 | feedback.rounds[0]
          feedback: {rounds: [{name: a, instrument: manager, purpose: evaluation, validation: A study}]} | evaluation-without-owner | 2 | feedback.rounds[0].purpose
          feedback: {rounds: [{name: a, instrument: manager, purpose: evaluation, owner: Ines}]} | evaluation-without-validation | 2 | feedback.rounds[0].purpose
          feedback: {thresholds: {numeric: 2}}           | out-of-range         | 2 | feedback.thresholds.numeric
          feedback: {thresholds: {numeric: 3}, colluders: 1} | promise-not-kept | 2 | feedback.thresholds.numeric
          feedback: {colluders: 2}                       | promise-not-kept     | 2 | feedback.thresholds.numeric
          feedback: {thresholds: {numeric: 6, comments: 4}, colluders: 2} | promise-not-kept | 2 | feedback.thresholds.comments
          feedback: {width: 4}                           | out-of-range         | 2 | feedback.width
          organisation: {name: Again}                    | duplicate-key        | 2 | organisation
          goals: {weights: true, weights: false}         | duplicate-key        | 2 | goals.weights
          goals: [weights]                               | wrong-type           | 2 | goals
          goals: {limits: 5}                             | wrong-type           | 2 | goals.limits
          goals: {weights: {}}                           | wrong-type           | 2 | goals.weights
          goals: {objective-kinds: committed}            | wrong-type           | 2 | goals.objective-kinds
          goals: {objective-kinds: []}                   | list-length          | 2 | goals.objective-kinds
          goals: {objective-kinds: [learning, learning]} | duplicate-item       | 2 | goals.objective-kinds[1]
          goals: {limits: {objectives-per-owner: 2.5}}   | wrong-type           | 2 | goals.limits.objectives-per-owner
          goals: {limits: {objectives-per-owner: '3'}}   | wrong-type           | 2 | goals.limits.objectives-per-owner
          goals: {limits: {objectives-per-owner: }}      | wrong-type           | 2 | goals.limits.objectives-per-owner
          goals: {limits: {key-results-at-least: 6}}     | limits-crossed       | 2 | goals.limits.key-results-at-least
          goals: {scoring: {aspirational: {partly-from: 0.8}}} | bands-overlap  | 2 | goals.scoring.aspirational.partly-from
          goals: {scoring: {aspirational: {reached-from: 70}}} | out-of-range   | 2 | goals.scoring.aspirational.reached-from
          direction: {mission: ''}                       | empty                | 2 | direction.mission
          direction: {mission: 42}                       | wrong-type           | 2 | direction.mission
          direction: {mission: !secret x}                | tag                  | 2 | direction.mission
          direction: {ambitions: [{name: a, by: 31.12.2026}]} | not-a-date      | 2 | direction.ambitions[0].by
          direction: {ambitions: [{name: a, by: 2026-02-30}]} | not-a-date      | 2 | direction.ambitions[0].by
          direction: {ambitions: [{why: because}]}       | missing-key          | 2 | direction.ambitions[0].name
          direction: {values: [{name: a}, {name: a}]}    | name-twice           | 2 | direction.values[1].name
          vocabulary: {objective: {singular: goal}}      | missing-key          | 2 | vocabulary.objective.plural
          vocabulary: {? [a] : b}                        | key-not-text         | 2 | vocabulary
          cadence: {cycles: {length: custom}}            | no-custom-cycles     | 2 | cadence.cycles.length
          cadence: {cycles: {custom: [{name: a, starts: 2026-01-01, ends: 2026-02-01}]}} | custom-cycles-unused | 2 | cadence.cycles.custom
          cadence: {cycles: {length: custom, custom: [{name: a, starts: 2026-02-01, ends: 2026-01-01}]}} | ends-before-start | 2 | cadence.cycles.custom[0].ends
          cadence: {cycles: {length: year, longer: [half-year]}} | not-longer   | 2 | cadence.cycles.longer[0]
          scorecard: {perspectives: [{name: a, weight: 60}, {name: b, weight: 50}]} | weights-do-not-sum | 2 | scorecard.perspectives
          scorecard: {perspectives: [{name: a, weight: 50}, {name: a, weight: 50}]} | name-twice | 2 | scorecard.perspectives[1].name
          measures: {baseline: 11}                       | out-of-range         | 2 | measures.baseline
          lint: {off: [K99]}                             | unknown-word         | 2 | lint.off[0]
          lint: {severities: [{rule: K3, severity: error}, {rule: K3, severity: warning}]} | rule-twice | 2 | lint.severities[1].rule
          lint: {off: [K3], severities: [{rule: K3, severity: error}]} | rule-off | 2 | lint.severities[0].rule
          waivers: [{rule: no-values}]                   | missing-key          | 2 | waivers[0].reason
          direction: &d {mission: x}                     | anchor               | 2 | ''
          direction: *d                                  | alias                | 2 | ''
          direction: {mission: [x}                       | syntax               | 2 | ''
          direction: "x                                  | syntax               | 3 | ''
          direction: a: b                                | syntax               | 2 | ''
          --- {}                                         | several-documents    | 2 | ''
          """)
  void eachKindOfMistakeHasItsCodeLineAndPath(String appended, String code, int line, String path) {
    assertThat(FrameworkDocument.parse(LEAST + appended + "\n").problems())
        .extracting(Problem::code, Problem::line, Problem::path)
        .containsExactly(tuple(code, line, path));
  }

  @Test
  void overlappingCustomCyclesAreRefusedWithTheDayThatWouldDo() {
    assertThat(
            FrameworkDocument.parse(
                    LEAST
                        + """
                        cadence:
                          cycles:
                            length: custom
                            custom:
                              - {name: Spring, starts: 2026-01-01, ends: 2026-04-30}
                              - {name: Summer, starts: 2026-04-30, ends: 2026-08-31}
                        """)
                .problems())
        .extracting(Problem::code, Problem::line, Problem::remedy)
        .containsExactly(tuple("cycles-overlap", 7, "start it on 2026-05-01 or later"));
  }

  @Test
  void tabsInTheIndentationAreNamedLineByLine() {
    assertThat(FrameworkDocument.parse("organisation:\n\tname: a\n\tzone: UTC\n").problems())
        .extracting(Problem::code, Problem::line, Problem::column)
        .containsExactly(tuple("tab", 2, 1), tuple("tab", 3, 1));
  }

  @Test
  void anEmptyTextSaysHowToBegin() {
    for (String text : List.of("", "\n\n", "# only a comment\n", "~")) {
      assertThat(FrameworkDocument.parse(text).problems())
          .extracting(Problem::code)
          .containsExactly("missing-key");
    }
  }

  @Test
  void aTextThatWouldExpandIsRefusedBeforeItDoes() {
    StringBuilder laughs = new StringBuilder("organisation: {name: a}\nl0: &l0 [lol, lol]\n");
    for (int i = 1; i < 60; i++) {
      laughs.append("l%d: &l%d [*l%d, *l%d, *l%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }

    assertThat(FrameworkDocument.parse(laughs.toString()).problems())
        .extracting(Problem::code)
        .containsOnly("anchor", "alias");
  }

  @Test
  void depthAndSizeAreLimited() {
    assertThat(FrameworkDocument.parse("a: " + "[".repeat(100_000)).problems())
        .extracting(Problem::code)
        .containsExactly("too-deep");
    assertThat(FrameworkDocument.parse("#".repeat(FrameworkDocument.LONGEST + 1)).problems())
        .extracting(Problem::code)
        .containsExactly("too-large");
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreFine() {
    assertThat(FrameworkDocument.parse("\uFEFForganisation:\r\n  name: a\r\n").problems())
        .isEmpty();
  }

  @Test
  void placesAreKnownForWhatIsWrittenAndNearestForWhatIsNot() {
    FrameworkDocument document =
        FrameworkDocument.parse(LEAST + "goals:\n  limits:\n    key-results-at-most: 4\n")
            .orThrow();

    assertThat(document.place("goals.limits.key-results-at-most"))
        .hasValue(new FrameworkDocument.Place(4, 5));
    assertThat(document.place("goals.limits.objectives-per-owner")).isEmpty();
    assertThat(document.nearestPlace("goals.limits.objectives-per-owner"))
        .isEqualTo(new FrameworkDocument.Place(3, 3));
    assertThat(document.nearestPlace("cadence.cycles"))
        .isEqualTo(new FrameworkDocument.Place(1, 1));
  }

  @Test
  void mistakesAreSaidInTheOrderOfTheDocument() {
    String mistaken =
        """
        fairlead: 2
        organisation: {name: A}
        gaols: {}
        cadence:
          check-ins: {rhythm: biweekly}
          planning: {opens-days-before: -3}
          cycles: {length: quartr}
        """;
    assertThat(((Parsed.Rejected) FrameworkDocument.parse(mistaken)).problems())
        .extracting(Problem::line)
        .containsExactly(1, 3, 5, 6, 7);
  }

  @Test
  void aDocumentThatIsSilentOnMeasuresScorecardAndLintMeansWhatIsUsual() {
    Framework framework =
        FrameworkDocument.parse("organisation: {name: Northwind}\n").orThrow().framework();
    assertThat(framework.measures())
        .isEqualTo(
            new MeasureDefaults(
                0,
                MeasureDefaults.Frequency.MONTHLY,
                MeasureDefaults.Visibility.PUBLIC,
                20,
                true,
                MeasureDefaults.Definers.EVERYONE));
    assertThat(framework.scorecard().perspectives())
        .extracting(ScorecardDefaults.Perspective::weight)
        .containsExactly(25, 25, 25, 25);
    assertThat(framework.scorecard().review()).isEqualTo(ScorecardDefaults.Review.NEVER);
    assertThat(framework.lint()).isEqualTo(LintSettings.STANDARD);
  }

  @Test
  void whatItSaysOfMeasuresScorecardAndLintIsRead() {
    Framework framework =
        FrameworkDocument.parse(
                """
                organisation: {name: Northwind}
                measures: {per-leader: 4, frequency: weekly, visibility: unit, baseline: 24, signals: false, define: people-operations}
                scorecard: {perspectives: [{name: Service, weight: 70}, {name: Money, weight: 30}], review: monthly}
                lint: {off: [O1], severities: [{rule: K3, severity: reminder}], limits: {words: 20, key-results: 4, objectives: 3}}
                """)
            .orThrow()
            .framework();
    assertThat(framework.measures())
        .isEqualTo(
            new MeasureDefaults(
                4,
                MeasureDefaults.Frequency.WEEKLY,
                MeasureDefaults.Visibility.UNIT,
                24,
                false,
                MeasureDefaults.Definers.PEOPLE_OPERATIONS));
    assertThat(framework.scorecard())
        .isEqualTo(
            new ScorecardDefaults(
                List.of(
                    new ScorecardDefaults.Perspective("Service", 70),
                    new ScorecardDefaults.Perspective("Money", 30)),
                ScorecardDefaults.Review.MONTHLY));
    assertThat(framework.lint())
        .isEqualTo(
            new LintSettings(
                Set.of(GoalRule.NUMBER_IN_OBJECTIVE),
                Map.of(GoalRule.TASK, Severity.REMINDER),
                20,
                4,
                3));
  }
}
