package io.fairlead.methods.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.wording.LintedKeyResult.Facts;
import io.fairlead.methods.wording.LintedKeyResult.Indicator;
import io.fairlead.methods.wording.LintedKeyResult.Kind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GoalLintTest {
  private static final String AIM = "Patients are seen before it hurts";
  private static final LintedKeyResult SOUND = LintedKeyResult.of("Waiting time from 9 to 4 days");
  private final GoalLint lint = new GoalLint(Language.ENGLISH, LintSettings.STANDARD);

  @Test
  void aSoundObjectiveHasNoFindings() {
    assertThat(on(AIM, SOUND, LintedKeyResult.of("Raise attendance from 81% to 92%"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Win 500 clinics                             | O1 | number  | 500
          Customer happiness                          | O2 | no-verb |
          Maintain good relations with the port       | O3 | usual   | Maintain
          Be the best company                         | O5 | anybody |
          Make sure that every single one of the nurses on the night shift can go home on time and well rested | O2 | long |
          """)
  void anObjectiveIsJudgedByItsWords(String title, String rule, String part, String words) {
    assertThat(on(title, SOUND, SOUND))
        .anySatisfy(finding -> {
          assertThat(finding.rule().id()).isEqualTo(rule);
          assertThat(finding.part()).isEqualTo(part);
          assertThat(finding.span() == null ? null : finding.span().text()).isEqualTo(words);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Launch the patient portal                        | K3  | task            | WARNING  | Launch
          Launch the patient portal                        | K1  | measure         | ERROR    | Launch
          Hold 12 evening clinics                          | K3  | counted         | REMINDER | Hold
          Raise attendance to 92%                          | K1  | baseline        | ERROR    |
          Win 12 clinics                                   | K1  | baseline        | REMINDER |
          Raise attendance by 5 % (baseline to be measured)| K1  | baseline-coming | REMINDER |
          Raise attendance                                 | K1  | target          | ERROR    |
          Raise attendance from 92% to 81%                 | K2  | wrong-way       | ERROR    |
          Cut waiting from 4 to 9 days                     | K2  | wrong-way       | ERROR    |
          Improve attendance significantly                 | K7  | vague           | WARNING  | Improve
          Build the portal and train all nurses            | K9  | joint           | WARNING  | and
          Begin to weigh parcels and reach >50% on time    | K9  | joint           | WARNING  | and
          We have opened a shop and trained its manager    | K9  | joint           | WARNING  | and
          Maintain 99.9% uptime                            | K11 | kept            | WARNING  | Maintain
          """)
  void aKeyResultIsJudgedByItsWords(
      String text, String rule, String part, Severity severity, String words) {
    assertThat(on(AIM, SOUND, LintedKeyResult.of(text)))
        .anySatisfy(finding -> {
          assertThat(finding.rule().id()).isEqualTo(rule);
          assertThat(finding.part()).isEqualTo(part);
          assertThat(finding.severity()).isEqualTo(severity);
          assertThat(finding.keyResult()).isEqualTo(1);
          assertThat(finding.span() == null ? null : finding.span().text()).isEqualTo(words);
        });
  }

  @Test
  void theNumberOfKeyResultsCounts() {
    assertThat(on(AIM)).extracting(GoalFinding::part).containsExactly("none");
    assertThat(on(AIM, SOUND)).extracting(GoalFinding::part).containsExactly("one");
    assertThat(on(AIM, SOUND, SOUND, SOUND, SOUND, SOUND, SOUND))
        .extracting(GoalFinding::part)
        .containsExactly("many");
  }

  @Test
  void figuresBesideTheWordsCount() {
    assertThat(on(AIM, SOUND, given("Attendance", "81", "92", "%"))).isEmpty();
    assertThat(parts(given("Attendance", "81", "81", "%"))).containsExactly("equal");
    assertThat(parts(given("Attendance", "", "92", ""))).contains("baseline", "unit");
  }

  @Test
  void whatIsKnownBesideTheWordsCounts() {
    Facts late = Facts.said(0.0, LocalDate.of(2027, 4, 2), true, true);
    assertThat(parts(known(late))).contains("baseline-coming", "weight", "after");
    assertThat(parts(known(Facts.NONE.missing(true, true)))).contains("due", "owner");
    assertThat(parts(known(Facts.NONE.measuredBy(Indicator.NOT_LEADING, true, true, false))))
        .contains("does-not-lead", "elsewhere", "paid");
    assertThat(parts(known(Facts.NONE.measuredBy(Indicator.LEADING, false, true, true))))
        .doesNotContain("does-not-lead", "elsewhere", "paid");
  }

  @Test
  void aTargetBelowTheTrendOrTheBestIsNoAmbition() {
    assertThat(parts(against("81", "92", Kind.INCREASE, 93, 90))).containsExactly("trend");
    assertThat(parts(against("81", "92", Kind.INCREASE, 85, 95))).containsExactly("best");
    assertThat(parts(against("81", "92", Kind.INCREASE, 85, 90))).isEmpty();
    assertThat(parts(against("9", "4", Kind.DECREASE, 3, 5))).containsExactly("trend");
    assertThat(parts(against("9", "4", Kind.DECREASE, 6, 5))).isEmpty();
  }

  @Test
  void kindsThatAreNotMeasuredAskForNoMeasure() {
    var milestones = new LintedKeyResult("Portal", GivenFigures.NONE, Kind.MILESTONES, Facts.NONE);
    assertThat(parts(milestones)).doesNotContain("measure", "baseline");
    assertThat(on(AIM, milestones, milestones))
        .extracting(GoalFinding::rule)
        .contains(GoalRule.NOTHING_MEASURED);
  }

  @Test
  void anOverloadedOwnerIsSaidOnce() {
    var many = new LintedObjective(AIM, List.of(SOUND, SOUND), null, null, 6);
    assertThat(lint.findings(many))
        .extracting(GoalFinding::rule)
        .containsExactly(GoalRule.OVERLOADED_OWNER);
  }

  @Test
  void rulesAreSwitchedAndTuned() {
    var settings =
        new LintSettings(
            Set.of(GoalRule.TASK), Map.of(GoalRule.INCOMPLETE, Severity.REMINDER), 3, 1, 5);
    var objective =
        LintedObjective.of(AIM, List.of("Launch the portal", "Raise attendance to 92%"));
    assertThat(new GoalLint(Language.ENGLISH, settings).findings(objective))
        .allSatisfy(it -> assertThat(it.severity()).isNotEqualTo(Severity.ERROR))
        .extracting(GoalFinding::part)
        .contains("long", "many", "measure", "baseline")
        .doesNotContain("task");
  }

  @Test
  void aReminderIsNotMadeLouderByASeverityOfItsRule() {
    var settings = new LintSettings(Set.of(), Map.of(GoalRule.TASK, Severity.ERROR), 15, 5, 5);
    assertThat(settings.of(GoalRule.TASK, Severity.REMINDER)).isEqualTo(Severity.REMINDER);
    assertThat(settings.of(GoalRule.TASK, Severity.WARNING)).isEqualTo(Severity.ERROR);
  }

  @ParameterizedTest
  @EnumSource(GoalRule.class)
  void everyRuleSaysWhyAndWhatIsBetter(GoalRule rule) {
    var sentences = new GoalSentences(Language.ENGLISH, LintSettings.STANDARD);
    assertThat(sentences.why(rule)).isNotBlank();
    assertThat(sentences.better(rule)).isNotBlank();
    assertThat(GoalRule.find(rule.id())).contains(rule);
  }

  @Property(tries = 300)
  void anyTextIsRead(@ForAll @StringLength(max = 300) String text) {
    var sentences = new GoalSentences(Language.ENGLISH, LintSettings.STANDARD);
    for (GoalFinding finding : lint.findings(LintedObjective.of(text, List.of(text)))) {
      assertThat(sentences.message(finding)).doesNotContain("{most");
      Span span = finding.span();
      if (span != null) {
        assertThat(text.substring(span.from(), span.to())).isEqualTo(span.text());
      }
    }
  }

  @Test
  void aLongTextTakesNoLongerThanItsLength() {
    String text = "from 1 to 2 and launch, reduce by 5 % ".repeat(2_500);
    assertThat(lint.findings(LintedObjective.of(AIM, List.of(text)))).isNotEmpty();
  }

  private List<GoalFinding> on(String title, LintedKeyResult... keyResults) {
    return lint.findings(
        new LintedObjective(
            title,
            Arrays.asList(keyResults),
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2027, 3, 31),
            1));
  }

  private List<String> parts(LintedKeyResult keyResult) {
    return on(AIM, SOUND, keyResult).stream().map(GoalFinding::part).toList();
  }

  private static LintedKeyResult given(String title, String baseline, String target, String unit) {
    return new LintedKeyResult(
        title, new GivenFigures(baseline, target, unit), Kind.UNSAID, Facts.NONE);
  }

  private static LintedKeyResult known(Facts facts) {
    return new LintedKeyResult("Raise attendance to 92%", GivenFigures.NONE, Kind.UNSAID, facts);
  }

  private static LintedKeyResult against(
      String baseline, String target, Kind kind, double trend, double best) {
    return new LintedKeyResult(
        "Attendance",
        new GivenFigures(baseline, target, "%"),
        kind,
        Facts.NONE.against(OptionalDouble.of(trend), OptionalDouble.of(best)));
  }
}
