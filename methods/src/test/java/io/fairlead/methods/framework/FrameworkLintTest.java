package io.fairlead.methods.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.methods.framework.Finding.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameworkLintTest {
  private static final String LEAST = "organisation: {name: Northwind}\n";
  private static final String CUSTOM = "cadence: {cycles: {length: custom, custom: [%s]}}";

  /// A rule, a document in which it speaks, a neighbouring one in which it is silent, and where it
  /// points.
  record Example(String rule, String failing, String passing, String path) {}

  private static final List<Example> EXAMPLES =
      List.of(
          new Example(
              "no-direction", "direction: {}", "direction: {vision: Quiet harbours}", "direction"),
          new Example(
              "no-ambitions",
              "direction: {mission: x}",
              "direction: {ambitions: [{name: x}]}",
              "direction.ambitions"),
          new Example(
              "too-many-ambitions",
              "direction: {ambitions: [{name: a}, {name: b}, {name: c}, {name: d}, {name: e}, {name: f}, {name: g}]}",
              "direction: {ambitions: [{name: a}, {name: b}, {name: c}, {name: d}, {name: e}, {name: f}]}",
              "direction.ambitions"),
          new Example(
              "no-values",
              "direction: {mission: x}",
              "direction: {values: [{name: a}]}",
              "direction.values"),
          new Example(
              "value-without-behaviour",
              "direction: {values: [{name: a, means: x}, {name: b}]}",
              "direction: {values: [{name: a, means: x}, {name: b, means: y}]}",
              "direction.values[1]"),
          new Example(
              "words-collide",
              "vocabulary: {key-result: {singular: Objective, plural: Objectives}}",
              "vocabulary: {key-result: {singular: objective, plural: objectives}, objective: {singular: goal, plural: goals}}",
              "vocabulary.key-result"),
          new Example(
              "plural-is-singular",
              "vocabulary: {objective: {singular: OKR, plural: OKR}}",
              "vocabulary: {objective: {singular: OKR, plural: OKRs}}",
              "vocabulary.objective.plural"),
          new Example(
              "word-capitalised",
              "vocabulary: {objective: {singular: Goal, plural: goals}}",
              "vocabulary: {objective: {singular: OKR, plural: OKRs}}",
              "vocabulary.objective.singular"),
          new Example(
              "year-without-shorter-cycles",
              "cadence: {cycles: {length: year}}",
              "cadence: {cycles: {length: half-year, longer: [year]}}",
              "cadence.cycles.length"),
          new Example(
              "too-many-rhythms",
              "cadence: {cycles: {longer: [half-year, year]}}",
              "cadence: {cycles: {longer: [year]}}",
              "cadence.cycles.longer"),
          new Example(
              "year-name-unused",
              "cadence: {fiscal-year: {starts: april, named-by: start}}",
              "cadence: {fiscal-year: {starts: april, named-by: start}, cycles: {names: fiscal}}",
              "cadence.fiscal-year.named-by"),
          new Example(
              "custom-cycles-gap",
              CUSTOM.formatted(
                  "{name: B, starts: 2026-05-03, ends: 2026-08-31}, {name: A, starts: 2026-01-01, ends: 2026-04-30}"),
              CUSTOM.formatted(
                  "{name: B, starts: 2026-05-01, ends: 2026-08-31}, {name: A, starts: 2026-01-01, ends: 2026-04-30}"),
              "cadence.cycles.custom[0].starts"),
          new Example(
              "custom-cycles-uneven",
              CUSTOM.formatted(
                  "{name: A, starts: 2026-01-01, ends: 2026-01-31}, {name: B, starts: 2026-02-01, ends: 2026-04-30}"),
              CUSTOM.formatted(
                  "{name: A, starts: 2026-01-01, ends: 2026-01-31}, {name: B, starts: 2026-02-01, ends: 2026-03-31}"),
              "cadence.cycles.custom"),
          new Example(
              "custom-cycle-length",
              CUSTOM.formatted("{name: A, starts: 2026-01-01, ends: 2026-01-27}"),
              CUSTOM.formatted("{name: A, starts: 2026-01-01, ends: 2026-01-28}"),
              "cadence.cycles.custom[0]"),
          new Example(
              "planning-too-short",
              "cadence: {planning: {opens-days-before: 3, closes-days-after: 2}}",
              "cadence: {planning: {opens-days-before: 3, closes-days-after: 3}}",
              "cadence.planning"),
          new Example(
              "planning-too-long",
              "cadence: {planning: {closes-days-after: 31}}",
              "cadence: {planning: {closes-days-after: 30}}",
              "cadence.planning.closes-days-after"),
          new Example(
              "planning-too-early",
              "cadence: {planning: {opens-days-before: 46}}",
              "cadence: {planning: {opens-days-before: 45}}",
              "cadence.planning.opens-days-before"),
          new Example(
              "grading-too-short",
              "cadence: {grading: {opens-days-before: 1, closes-days-after: 2}}",
              "cadence: {grading: {opens-days-before: 1, closes-days-after: 3}}",
              "cadence.grading"),
          new Example(
              "grading-too-early",
              "cadence: {grading: {opens-days-before: 19}}",
              "cadence: {grading: {opens-days-before: 18}}",
              "cadence.grading.opens-days-before"),
          new Example(
              "grading-outlasts-planning",
              "cadence: {grading: {closes-days-after: 12}, planning: {closes-days-after: 10}}",
              "cadence: {grading: {closes-days-after: 11}, planning: {closes-days-after: 10}}",
              "cadence.grading.closes-days-after"),
          new Example(
              "check-ins-slower-than-stale",
              "cadence: {check-ins: {rhythm: monthly}}\ngoals: {staleness: {days: 34}}",
              "cadence: {check-ins: {rhythm: monthly}}\ngoals: {staleness: {days: 35}}",
              "goals.staleness.days"),
          new Example(
              "too-few-check-ins",
              "cadence: {check-ins: {rhythm: monthly}}",
              "cadence: {check-ins: {rhythm: every-two-weeks}}",
              "cadence.check-ins.rhythm"),
          new Example(
              "check-in-on-weekend",
              "cadence: {check-ins: {day: sunday}}",
              "cadence: {check-ins: {day: monday}}",
              "cadence.check-ins.day"),
          new Example(
              "counted-from-unused",
              "cadence: {check-ins: {counted-from: 2026-01-05}}",
              "cadence: {check-ins: {counted-from: 2026-01-05, rhythm: every-two-weeks}}",
              "cadence.check-ins.counted-from"),
          new Example(
              "stale-too-late",
              "goals: {staleness: {days: 31}}",
              "goals: {staleness: {days: 30}}",
              "goals.staleness.days"),
          new Example(
              "missed-check-ins-too-many",
              "goals: {staleness: {missed-check-ins: 3}}",
              "goals: {staleness: {missed-check-ins: 3, days: 15}}",
              "goals.staleness.missed-check-ins"),
          new Example(
              "no-reach",
              "goals: {objective-kinds: [committed]}",
              "goals: {objective-kinds: [committed, learning]}",
              "goals.objective-kinds"),
          new Example(
              "no-promise",
              "goals: {objective-kinds: [aspirational]}",
              "goals: {objective-kinds: [aspirational, committed]}",
              "goals.objective-kinds"),
          new Example(
              "nothing-measured",
              "goals: {key-result-kinds: [yes-no, milestones]}",
              "goals: {key-result-kinds: [yes-no, band]}",
              "goals.key-result-kinds"),
          new Example(
              "too-many-objectives",
              "goals: {limits: {objectives-per-owner: 6}}",
              "goals: {limits: {objectives-per-owner: 5}}",
              "goals.limits.objectives-per-owner"),
          new Example(
              "individual-overload",
              "goals: {limits: {objectives-per-owner: 4}}",
              "goals: {limits: {objectives-per-owner: 4}, individual-goals: false}",
              "goals.limits.objectives-per-owner"),
          new Example(
              "too-many-key-results",
              "goals: {limits: {key-results-at-most: 6}}",
              "goals: {limits: {key-results-at-most: 5}}",
              "goals.limits.key-results-at-most"),
          new Example(
              "objective-without-key-results",
              "goals: {limits: {key-results-at-least: 0}}",
              "goals: {limits: {key-results-at-least: 1}}",
              "goals.limits.key-results-at-least"),
          new Example(
              "hidden-by-default",
              "goals: {visibility: team}",
              "goals: {visibility: public}",
              "goals.visibility"),
          new Example(
              "rigid-cascade",
              "goals: {alignment: {sideways: false, contributions-at-most: 0}}",
              "goals: {alignment: {sideways: false, contributions-at-most: 1}}",
              "goals.alignment"),
          new Example(
              "long-chain",
              "goals: {alignment: {levels-at-most: 6}}",
              "goals: {alignment: {levels-at-most: 5}}",
              "goals.alignment.levels-at-most"),
          new Example(
              "alignment-unasked",
              "goals: {alignment: {upwards-agreement: false}}",
              "goals: {alignment: {upwards-agreement: true}}",
              "goals.alignment.upwards-agreement"),
          new Example(
              "reach-must-be-full",
              "goals: {scoring: {aspirational: {reached-from: 1.0}}}",
              "goals: {scoring: {aspirational: {reached-from: 0.9}}}",
              "goals.scoring.aspirational.reached-from"),
          new Example(
              "reach-too-soft",
              "goals: {scoring: {aspirational: {reached-from: 0.5}}}",
              "goals: {scoring: {aspirational: {reached-from: 0.6}}}",
              "goals.scoring.aspirational.reached-from"),
          new Example(
              "promise-not-full",
              "goals: {scoring: {committed: {reached-from: 0.9}}}",
              "goals: {scoring: {committed: {reached-from: 1}}}",
              "goals.scoring.committed.reached-from"),
          new Example(
              "promise-softer-than-reach",
              "goals: {scoring: {committed: {reached-from: 0.75}, aspirational: {reached-from: 0.8}}}",
              "goals: {scoring: {committed: {reached-from: 0.8}, aspirational: {reached-from: 0.8}}}",
              "goals.scoring.committed.reached-from"),
          new Example(
              "honest-reach-suspected",
              "goals: {scoring: {too-easy: {mean-from: 0.7}}}",
              "goals: {scoring: {too-easy: {mean-from: 0.71}}}",
              "goals.scoring.too-easy.mean-from"),
          new Example(
              "baseline-short",
              "measures: {baseline: 19}",
              "measures: {baseline: 20}",
              "measures.baseline"),
          new Example(
              "signals-unasked",
              "measures: {signals: false}",
              "measures: {signals: true}",
              "measures.signals"),
          new Example(
              "too-many-measures",
              "measures: {per-leader: 11}",
              "measures: {per-leader: 10}",
              "measures.per-leader"),
          new Example(
              "measures-unreviewed",
              "measures: {per-leader: 1}\nscorecard: {review: never}",
              "measures: {per-leader: 1}\nscorecard: {review: monthly}",
              "scorecard.review"),
          new Example(
              "perspective-without-weight",
              "scorecard: {perspectives: [{name: a, weight: 100}, {name: b, weight: 0}]}",
              "scorecard: {perspectives: [{name: a, weight: 99}, {name: b, weight: 1}]}",
              "scorecard.perspectives[1].weight"),
          new Example(
              "perspective-outweighs",
              "scorecard: {perspectives: [{name: a, weight: 49}, {name: b, weight: 51}]}",
              "scorecard: {perspectives: [{name: a, weight: 50}, {name: b, weight: 50}]}",
              "scorecard.perspectives[1].weight"),
          new Example(
              "too-few-perspectives",
              "scorecard: {perspectives: [{name: a, weight: 50}, {name: b, weight: 50}]}",
              "scorecard: {perspectives: [{name: a, weight: 40}, {name: b, weight: 40}, {name: c, weight: 20}]}",
              "scorecard.perspectives"),
          new Example(
              "goal-linter-silent",
              "lint: {off: [O1, O2, O3, O4, O5, O6, K1, K2, K3, K4]}",
              "lint: {off: [O1, O2, O3, O4, O5, O6, K1, K2, K3]}",
              "lint.off"),
          new Example(
              "goal-limits-disagree",
              "lint: {limits: {key-results: 4}}",
              "lint: {limits: {key-results: 5}}",
              "lint.limits.key-results"));

  static Stream<Example> examples() {
    return Stream.concat(EXAMPLES.stream(), FeedbackLintExamples.ALL.stream());
  }

  private static List<Finding> lint(String yaml) {
    return FrameworkLint.lint(FrameworkDocument.parse(LEAST + yaml + "\n").orThrow());
  }

  private static List<String> pathsOf(String rule, String yaml) {
    return lint(yaml).stream()
        .filter(finding -> finding.rule().equals(rule))
        .map(Finding::path)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aRuleSpeaksOnlyWhereItShould(Example example) {
    assertThat(pathsOf(example.rule(), example.failing())).containsExactly(example.path());
    assertThat(pathsOf(example.rule(), example.passing())).isEmpty();
  }

  @Test
  void everyRuleHasAnExampleAndAnIdOfItsOwn() {
    assertThat(FrameworkLint.rules())
        .extracting(LintRule::id)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(examples().map(Example::rule).toList());
  }

  @Test
  void theDefaultDocumentIsClean() {
    assertThat(FrameworkLint.lint(DefaultFramework.document())).isEmpty();
  }

  @Test
  void aFindingSaysWhereWhatWhyAndWhatWouldBeBetter() {
    Finding finding =
        FrameworkLint.lint(
                FrameworkDocument.parse(
                        DefaultFramework.text()
                            .replace("key-results-at-most: 5", "key-results-at-most: 9"))
                    .orThrow())
            .getFirst();

    assertThat(finding.line()).isEqualTo(lineOf("key-results-at-most"));
    assertThat(finding.what()).isEqualTo("An objective may have 9 key results.");
    assertThat(finding.why()).contains("updated late");
    assertThat(finding.better()).isEqualTo("key-results-at-most: 5");
    assertThat(finding.fails()).isTrue();
  }

  private static int lineOf(String key) {
    return 1 + DefaultFramework.text().lines().toList().indexOf("    " + key + ": 5");
  }

  @Test
  void aWaiverKeepsTheFindingWithItsReasonAndItNoLongerFails() {
    List<Finding> findings =
        lint(
            """
            goals: {limits: {key-results-at-most: 8}}
            direction: {mission: x, ambitions: [{name: a}], values: [{name: a, means: b}]}
            waivers:
              - rule: too-many-key-results
                path: goals.limits
                reason: The regulator prescribes eight measures for each.
            """);

    assertThat(findings)
        .extracting(Finding::rule, Finding::fails, Finding::waiver)
        .containsExactly(
            tuple(
                "too-many-key-results",
                false,
                "The regulator prescribes eight measures for each."));
  }

  @Test
  void aWaiverThatWaivesNothingOrNoRuleOrHasNoReasonIsReported() {
    List<Finding> findings =
        lint(
            """
            direction: {mission: x, ambitions: [{name: a}], values: [{name: a, means: b}]}
            waivers:
              - {rule: long-chain, reason: We have eleven regions and levels.}
              - {rule: long-chian, reason: We have eleven regions and levels.}
              - {rule: hidden-by-default, path: cadence, reason: because}
            """);

    assertThat(findings)
        .extracting(Finding::rule, Finding::severity, Finding::line, Finding::path)
        .containsExactly(
            tuple("waiver-unused", Severity.WARNING, 4, "waivers[0]"),
            tuple("waiver-of-unknown-rule", Severity.ERROR, 5, "waivers[1].rule"),
            tuple("waiver-unused", Severity.WARNING, 6, "waivers[2]"),
            tuple("waiver-reason-thin", Severity.WARNING, 6, "waivers[2].reason"));
    assertThat(findings.get(1).better()).isEqualTo("Did you mean 'long-chain'?");
  }

  @Test
  void germanNounsMayBeginWithACapital() {
    assertThat(
            FrameworkLint.lint(
                FrameworkDocument.parse(
                        """
                        organisation: {name: a, locale: de}
                        vocabulary: {objective: {singular: Ziel, plural: Ziele}}
                        """)
                    .orThrow()))
        .extracting(Finding::rule)
        .doesNotContain("word-capitalised");
  }
}
