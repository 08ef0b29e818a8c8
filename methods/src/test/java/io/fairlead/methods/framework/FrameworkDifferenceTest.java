package io.fairlead.methods.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameworkDifferenceTest {
  private static final String LEAST = "organisation: {name: Northwind}\n";

  private static FrameworkDocument read(String yaml) {
    return FrameworkDocument.parse(LEAST + yaml + "\n").orThrow();
  }

  private static List<Effect> between(String old, String young) {
    return FrameworkDifference.between(read(old), read(young));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cadence: {check-ins: {rhythm: every-two-weeks}}             | cadence.check-ins.rhythm | Check-ins move from weekly to every two weeks.
          cadence: {check-ins: {day: monday}}                         | cadence.check-ins.day | Check-ins are due on Mondays instead of Fridays.
          cadence: {check-ins: {counted-from: 2026-01-05}}            | cadence.check-ins.counted-from | The date from which two weeks are counted is set to 2026-01-05.
          cadence: {fiscal-year: {starts: april}}                     | cadence.fiscal-year.starts | The fiscal year starts in April instead of January.
          cadence: {cycles: {length: half-year}}                      | cadence.cycles.length | Cycles change from quarter to half-year.
          cadence: {cycles: {longer: [year]}}                         | cadence.cycles.longer | Cycles of a year run beside the ordinary ones.
          cadence: {planning: {opens-days-before: 21}}                | cadence.planning.opens-days-before | Planning opens 21 days before a cycle instead of 14.
          goals: {individual-goals: false}                            | goals.individual-goals | People can no longer have objectives of their own.
          goals: {limits: {objectives-per-owner: 2}}                  | goals.limits.objectives-per-owner | An owner may have 2 objectives in a cycle instead of 3.
          goals: {visibility: team}                                   | goals.visibility | New objectives are visible to their team instead of everyone.
          goals: {objective-kinds: [aspirational, committed]}         | goals.objective-kinds | New objectives can no longer be learning.
          goals: {scoring: {aspirational: {reached-from: 0.8}}}       | goals.scoring.aspirational.reached-from | An aspirational objective counts as reached from 0.8 instead of 0.7.
          goals: {scoring: {too-easy: {cycles: 3}}}                   | goals.scoring.too-easy.cycles | The hint at low targets appears after 3 cycles instead of 2.
          measures: {frequency: weekly}                               | measures.frequency | New measures get their values weekly instead of monthly.
          measures: {visibility: unit}                                | measures.visibility | New measures are visible to the people of their unit instead of everyone.
          measures: {signals: false}                                  | measures.signals | Owners are no longer asked when a measure leaves its range.
          measures: {define: leaders}                                 | measures.define | Measures may be defined by those who lead people instead of everyone.
          measures: {per-leader: 3}                                   | measures.per-leader | Each leader keeps 3 measures instead of 0.
          feedback: {thresholds: {numeric: 5}}                        | feedback.thresholds.numeric | Rounds launched from now on publish ratings from 5 answers instead of 4.
          feedback: {thresholds: {comments: 6}}                       | feedback.thresholds.comments | Rounds launched from now on publish comments from 6 answers instead of 5.
          feedback: {colluders: 1}                                    | feedback.colluders | Rounds launched from now on keep their promise while 1 of a group tell what they gave, instead of 0.
          feedback: {width: 1}                                        | feedback.width | Rounds launched from now on promise a width of 1 points instead of 2.
          feedback: {unit: item}                                      | feedback.unit | Rounds launched from now on publish figures of each item instead of each competency.
          feedback: {audience: reviewee-and-manager}                  | feedback.audience | Reports of rounds launched from now on are read by the reviewee and their manager instead of the reviewee.
          feedback: {budget: 60}                                      | feedback.budget | A round may take 60 minutes of a rater instead of 90.
          feedback: {steward: The ombudsperson}                       | feedback.steward | The comment steward is set to The ombudsperson.
          feedback: {concerns: The ombudsperson}                      | feedback.concerns | The place for threats and misconduct is set to The ombudsperson.
          feedback: {opens: {debrief: false}}                         | feedback.opens.debrief | Booking a debrief no longer opens a report.
          feedback: {opens: {after: 3}}                               | feedback.opens.after | Reports open after 3 working days in any case instead of 5.
          feedback: {without: [spread]}                               | feedback.without | Rounds launched from now on work out no spread.
          feedback: {escrow: {rounds: none}}                          | feedback.escrow.rounds | Rounds launched from now on have no escrow; so far they may have an escrow.
          feedback: {escrow: {days: 30}}                              | feedback.escrow.days | An escrow lasts 30 days after the close instead of 90, where a round says nothing else.
          feedback: {rounds: [{name: Yearly, instrument: manager}]}   | feedback.rounds[0] | The round “Yearly” is added.
          scorecard: {review: monthly}                                | scorecard.review | Scorecards are talked over monthly instead of never.
          scorecard: {perspectives: [{name: Service, weight: 100}]}   | scorecard.perspectives[0] | The perspective “Service” is added.
          lint: {off: [K3]}                                           | lint.off | Rule K3 says nothing about goals any more.
          lint: {severities: [{rule: K3, severity: error}]}           | lint.severities[0] | The severity of “K3” is added.
          lint: {limits: {words: 20}}                                 | lint.limits.words | The editor calls an objective long from 20 words on instead of 15.
          vocabulary: {objective: {singular: goal, plural: goals}}    | vocabulary.objective | Objectives are called “goals”.
          direction: {mission: Quiet harbours}                        | direction.mission | The mission is set to Quiet harbours.
          direction: {values: [{name: Care}]}                         | direction.values[0] | The value “Care” is added.
          """)
  void aChangeIsSaidInPlainWordsWithItsPath(String young, String path, String sentence) {
    assertThat(between("", young))
        .extracting(Effect::path, Effect::sentence)
        .containsExactly(tuple(path, sentence));
  }

  @Test
  void whatSaysTheSameMakesNoDifference() {
    assertThat(
            between(
                "",
                """
                # a comment
                goals:
                  scoring: {committed: {reached-from: 1}}
                  objective-kinds: [learning, committed, aspirational]
                cadence: {check-ins: {day: friday}}
                """))
        .isEmpty();
    assertThat(
            between(
                "direction: {values: [{name: a}, {name: b}]}",
                "direction: {values: [{name: b}, {name: a}]}"))
        .isEmpty();
  }

  @Test
  void namedThingsAreFollowedByTheirNames() {
    assertThat(
            between(
                "direction: {ambitions: [{name: A, by: 2027-01-01}, {name: B}]}",
                "direction: {ambitions: [{name: C}, {name: A, by: 2028-01-01, why: Because}]}"))
        .extracting(Effect::kind, Effect::path, Effect::sentence)
        .containsExactly(
            tuple(Effect.Kind.REMOVED, "direction.ambitions[1]", "The ambition “B” is removed."),
            tuple(Effect.Kind.ADDED, "direction.ambitions[0]", "The ambition “C” is added."),
            tuple(
                Effect.Kind.ADDED,
                "direction.ambitions[1].why",
                "The ambition “A”: why the ambition matters is set."),
            tuple(
                Effect.Kind.CHANGED,
                "direction.ambitions[1].by",
                "The ambition “A”: when the ambition is to be reached changes from 2027-01-01 to 2028-01-01."));
  }

  @Test
  void noFieldCanChangeUnsaid() {
    String full =
        """
        organisation: {name: Northwind, zone: UTC, locale: en}
        direction:
          mission: m
          vision: v
          ambitions: [{name: A, why: w, by: 2027-01-01}]
          values: [{name: A, means: m}]
        vocabulary:
          objective: {singular: a, plural: as}
          key-result: {singular: b, plural: bs}
          check-in: {singular: c, plural: cs}
          cycle: {singular: d, plural: ds}
          team: {singular: e, plural: es}
          manager: {singular: f, plural: fs}
        cadence:
          cycles: {length: custom, custom: [{name: A, starts: 2026-01-01, ends: 2026-04-30}]}
          check-ins: {counted-from: 2026-01-05}
        scorecard: {perspectives: [{name: A, weight: 100}]}
        feedback:
          rounds: [{name: A, instrument: manager, owner: o, validation: v}]
          thresholds: {numeric: 6}
          width: 1
          escrow: {rounds: none}
        lint: {severities: [{rule: K3, severity: error}]}
        waivers: [{rule: a, path: b, reason: c}]
        """;
    FrameworkDocument old = FrameworkDocument.parse(full).orThrow();
    List<String> unsaid = new ArrayList<>();
    KnownPaths.walk(
        FrameworkShape.DOCUMENT,
        "",
        (pattern, field) -> {
          String path = pattern.replace("[]", "[0]");
          Object other = other(path, field.shape());
          if (other == null || path.equals("fairlead")) {
            return;
          }
          FrameworkDocument young = with(old, path, other);
          if (FrameworkDifference.between(old, young).isEmpty()) {
            unsaid.add(path);
          }
        });
    assertThat(unsaid).isEmpty();
  }

  @Test
  void aWeightThatMovesFromOnePerspectiveToAnotherIsSaidOfBoth() {
    String two =
        "scorecard: {perspectives: [{name: Service, weight: %d}, {name: Money, weight: %d}]}";
    assertThat(between(two.formatted(50, 50), two.formatted(60, 40)))
        .extracting(Effect::sentence)
        .containsExactly(
            "The perspective “Service”: the perspective's weight changes from 50 to 60.",
            "The perspective “Money”: the perspective's weight changes from 50 to 40.");
  }

  private static FrameworkDocument with(FrameworkDocument old, String path, Object other) {
    String edited = FrameworkEdit.set(old.text(), path, other);
    if (path.equals("cadence.cycles.length")) {
      edited = FrameworkEdit.remove(edited, "cadence.cycles.custom");
    }
    return FrameworkDocument.parse(edited).orThrow();
  }

  /// A value of this shape that no default and not the document above has.
  private static @org.jspecify.annotations.Nullable Object other(String path, Shape shape) {
    return switch (shape) {
      case Shape.Text _ -> "another";
      case Shape.Choice(List<String> words) ->
          path.endsWith("named-by")
              ? "start"
              : path.endsWith("frequency") ? "weekly" : words.get(words.size() / 2);
      case Shape.Flag _ -> false;
      // Weights make 100 together, so that none of them changes alone.
      case Shape.Whole _ when path.endsWith("weight") -> null;
      case Shape.Whole(int least, int _) when least > 2 -> least + 1;
      case Shape.Whole _ ->
          path.endsWith("days") || path.endsWith("cycles") || path.endsWith("check-ins") ? 3 : 2;
      case Shape.Fraction _ -> path.endsWith("partly-from") ? 0.35 : 0.95;
      case Shape.Day _ -> "2026-02-01";
      case Shape.Zone _ -> "Asia/Tokyo";
      case Shape.Language _ -> "de";
      case Shape.Items _, Shape.Section _ -> null;
    };
  }
}
