package io.fairlead.methods.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.disclosure.Scale;
import io.fairlead.methods.framework.Cadence.Window;
import io.fairlead.methods.framework.FeedbackDefaults.Audience;
import io.fairlead.methods.framework.FeedbackDefaults.Escrow.Use;
import io.fairlead.methods.framework.FeedbackDefaults.Opening;
import io.fairlead.methods.framework.FeedbackRound.Dates;
import io.fairlead.methods.framework.FeedbackRound.Every;
import io.fairlead.methods.framework.FeedbackRound.Purpose;
import io.fairlead.methods.framework.FeedbackRound.Reviewees;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.instruments.ShippedInstruments;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedbackRoundTest {
  private static FeedbackDefaults feedback(String yaml) {
    return FrameworkDocument.parse("organisation: {name: Northwind}\n" + yaml + "\n")
        .orThrow()
        .framework()
        .feedback();
  }

  private static FeedbackRound round(String fields) {
    return feedback("feedback: {rounds: [{name: a, instrument: manager" + fields + "}]}")
        .rounds()
        .getFirst();
  }

  private static Window year(int year) {
    return new Window(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  @Test
  void aDocumentThatIsSilentHoldsNoRoundsAndKeepsTheUsualPromise() {
    assertThat(feedback(""))
        .isEqualTo(
            new FeedbackDefaults(
                List.of(),
                4,
                5,
                2,
                0,
                ReleaseUnit.COMPETENCY,
                Audience.REVIEWEE,
                90,
                Optional.empty(),
                Optional.empty(),
                Opening.USUAL,
                Set.of(),
                FeedbackDefaults.Escrow.USUAL));
    assertThat(feedback("").policy(new Scale(1, 5)))
        .isEqualTo(ReleasePolicy.usual(new Scale(1, 5)));
  }

  @Test
  void whatItSaysOfFeedbackIsRead() {
    FeedbackDefaults feedback =
        feedback(
            """
            feedback:
              rounds:
                - name: Leaders 360
                  instrument: leader
                  purpose: evaluation
                  reviewees: leaders-of-leaders
                  every: half-year
                  month: october
                  peers: 6
                  reports: 7
                  cross-functional: 2
                  external: 1
                  manager: false
                  self: false
                  nominating: 4
                  answering: 12
                  lesson: receiving
                  owner: Head of people
                  validation: Study of 2025
              thresholds: {numeric: 6, comments: 7}
              colluders: 2
              width: 1
              unit: item
              audience: reviewee-and-manager
              budget: 60
              steward: The ombudsperson
              concerns: The ombudsperson, ombud@example.org
              opens: {debrief: false, after: 3}
              without: [spread, hints]
              escrow: {rounds: required, days: 30}
            """);
    assertThat(feedback)
        .isEqualTo(
            new FeedbackDefaults(
                List.of(
                    new FeedbackRound(
                        "Leaders 360",
                        "leader",
                        Purpose.EVALUATION,
                        Reviewees.LEADERS_OF_LEADERS,
                        Every.HALF_YEAR,
                        Month.OCTOBER,
                        Map.of(
                            Relationship.PEER, 6,
                            Relationship.REPORT, 7,
                            Relationship.CROSSFUNCTIONAL, 2,
                            Relationship.OTHER, 1),
                        4,
                        12,
                        Optional.of("receiving"),
                        Optional.of("Head of people"),
                        Optional.of("Study of 2025"))),
                6,
                7,
                1,
                2,
                ReleaseUnit.ITEM,
                Audience.REVIEWEE_AND_MANAGER,
                60,
                Optional.of("The ombudsperson"),
                Optional.of("The ombudsperson, ombud@example.org"),
                new Opening(false, 3),
                Set.of(FeedbackIndicator.SPREAD, FeedbackIndicator.HINTS),
                new FeedbackDefaults.Escrow(Use.REQUIRED, 30)));
    assertThat(feedback.rounds().getFirst().unnamed()).isEqualTo(16);
    assertThat(feedback.policy(new Scale(1, 7)).problems()).isEmpty();
  }

  /// 1 May 2027 is a Saturday: the round begins on Monday, answering on the Monday after.
  @Test
  void aRoundBeginsOnTheFirstWorkingDayOfItsMonthAndCountsWorkingDays() {
    assertThat(round("").beginning(year(2027)))
        .containsExactly(
            new Dates(
                new Window(LocalDate.of(2027, 5, 3), LocalDate.of(2027, 5, 7)),
                new Window(LocalDate.of(2027, 5, 10), LocalDate.of(2027, 5, 28))));
  }

  @Test
  void whatIsHeldMoreOftenBeginsAgainAfterAHalfYearOrAQuarter() {
    assertThat(round(", every: half-year, month: november").months())
        .containsExactly(Month.MAY, Month.NOVEMBER);
    assertThat(round(", every: quarter, month: february").months())
        .containsExactly(Month.FEBRUARY, Month.MAY, Month.AUGUST, Month.NOVEMBER);
    assertThat(round(", every: quarter").beginning(year(2026))).hasSize(4);
    assertThat(round("").beginning(new Window(LocalDate.of(2027, 5, 4), LocalDate.of(2028, 5, 1))))
        .extracting(dates -> dates.nominating().opens())
        .containsExactly(LocalDate.of(2028, 5, 1));
  }

  @Test
  void anInstrumentThatIsNotKnownTakesTheMinutesOfFifteenItems() {
    assertThat(round("").minutesForOne(ShippedInstruments::find))
        .isEqualTo(ShippedInstruments.find("manager").orElseThrow().estimatedMinutes());
    assertThat(round("").minutesForOne(_ -> Optional.empty())).isCloseTo(3.875, within(1e-9));
  }
}
