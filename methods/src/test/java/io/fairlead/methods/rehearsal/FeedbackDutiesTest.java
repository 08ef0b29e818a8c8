package io.fairlead.methods.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.framework.Cadence.Window;
import io.fairlead.methods.framework.Framework;
import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.instruments.ShippedInstruments;
import io.fairlead.methods.lessons.ShippedLessons;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackDutiesTest {
  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
  private static final double MINUTES =
      ShippedInstruments.find("manager").orElseThrow().estimatedMinutes();

  /// One who leads three leaders of four each.
  private static final Staff SIXTEEN =
      Staff.of(new int[] {Staff.NOBODY, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3});

  private static Framework framework(String round, String around) {
    return FrameworkDocument.parse(
            "organisation: {name: Northwind}\nfeedback: {rounds: [{name: a, instrument: manager"
                + round
                + "}]"
                + around
                + "}\n")
        .orThrow()
        .framework();
  }

  private static Framework framework(String round) {
    return framework(round, "");
  }

  private static Rehearsal year(Framework framework, Staff staff) {
    return Rehearsal.of(framework, staff, NEW_YEAR, 53, List.of(FeedbackDuties.usual()));
  }

  /// Minutes of everybody of a role together, on one kind of duty.
  private static double minutes(Framework framework, Staff staff, Role role, String duty) {
    return year(framework, staff).loads().stream()
        .filter(load -> load.role() == role)
        .mapToDouble(load ->
            load.people()
                * load.weeks().stream()
                    .mapToDouble(week -> week.duties().getOrDefault(duty, 0.0))
                    .sum())
        .sum();
  }

  private static double minutes(Framework framework, Staff staff, String duty) {
    double all = 0;
    for (Role role : Role.values()) {
      all += minutes(framework, staff, role, duty);
    }
    return all;
  }

  @Test
  void withoutRoundsNothingIsAsked() {
    Framework silent =
        FrameworkDocument.parse("organisation: {name: Northwind}\n").orThrow().framework();
    assertThat(
            FeedbackDuties.usual()
                .duties(silent, SIXTEEN, new Window(NEW_YEAR, NEW_YEAR.plusYears(1))))
        .isEmpty();
  }

  /// In May 2027 nominating takes the first week, answering three, and debriefs the two after.
  @Test
  void eachPartOfARoundFallsIntoItsWindow() {
    Rehearsal rehearsal = year(framework(", lesson: receiving"), SIXTEEN);
    Map<String, List<LocalDate>> mondays =
        Map.of(
            FeedbackDuties.NOMINATING, List.of(LocalDate.of(2027, 5, 3)),
            FeedbackDuties.LESSON,
                List.of(
                    LocalDate.of(2027, 5, 10),
                    LocalDate.of(2027, 5, 17),
                    LocalDate.of(2027, 5, 24)),
            FeedbackDuties.ANSWERING,
                List.of(
                    LocalDate.of(2027, 5, 10),
                    LocalDate.of(2027, 5, 17),
                    LocalDate.of(2027, 5, 24)),
            FeedbackDuties.DEBRIEF, List.of(LocalDate.of(2027, 5, 31), LocalDate.of(2027, 6, 7)));
    mondays.forEach((duty, weeks) ->
        assertThat(rehearsal.loads().getFirst().weeks())
            .as(duty)
            .filteredOn(week -> week.duties().containsKey(duty))
            .extracting(Rehearsal.Week::monday)
            .isEqualTo(weeks));
  }

  @Test
  void aRoundThatBeganBeforeTheRehearsalIsCountedAsFarAsItLasts() {
    Rehearsal later =
        Rehearsal.of(
            framework(""), SIXTEEN, LocalDate.of(2027, 5, 24), 4, List.of(FeedbackDuties.usual()));
    assertThat(later.loads().getFirst().weeks())
        .extracting(week -> week.duties().keySet())
        .containsExactly(
            java.util.Set.of(FeedbackDuties.ANSWERING),
            java.util.Set.of(FeedbackDuties.DEBRIEF),
            java.util.Set.of(FeedbackDuties.DEBRIEF),
            java.util.Set.of());
  }

  /// Sixteen rate themselves and seven peers each; fifteen are rated by whom they report to; four
  /// leaders are rated by all of their reports, since none has more than five.
  @Test
  void everyAnswerThatIsAskedForTakesItsMinutes() {
    assertThat(minutes(framework(", reports: 5"), SIXTEEN, FeedbackDuties.ANSWERING) / MINUTES)
        .isCloseTo(16 * (1 + 7) + 15 + 15, within(1e-9));
    assertThat(
            minutes(
                    framework(", peers: 0, manager: false, self: false, reports: 3"),
                    SIXTEEN,
                    FeedbackDuties.ANSWERING)
                / MINUTES)
        .isCloseTo(3 * 4, within(1e-9));
  }

  @Test
  void aRoundOfLeadersAsksMembersOnlyAboutTheirLeader() {
    Framework framework = framework(", reviewees: leaders, peers: 2, reports: 4");
    assertThat(minutes(framework, SIXTEEN, Role.MEMBER, FeedbackDuties.ANSWERING) / MINUTES)
        .isCloseTo(12, within(1e-9));
    assertThat(minutes(framework, SIXTEEN, Role.MEMBER, FeedbackDuties.NOMINATING)).isZero();
    assertThat(minutes(framework, SIXTEEN, FeedbackDuties.NOMINATING)).isCloseTo(20, within(1e-9));
    assertThat(minutes(framework, SIXTEEN, Role.LEADER_OF_LEADERS, FeedbackDuties.APPROVING))
        .isCloseTo(6, within(1e-9));
    assertThat(minutes(framework, SIXTEEN, FeedbackDuties.ANSWERING) / MINUTES)
        .isCloseTo(4 * (1 + 2) + 3 + 15, within(1e-9));
  }

  @Test
  void colleaguesOfOtherFunctionsAreSharedOutOverEverybody() {
    Framework framework =
        framework(
            ", reviewees: leaders-of-leaders, peers: 0, reports: 0, self: false, manager: false, cross-functional: 8");
    assertThat(minutes(framework, SIXTEEN, FeedbackDuties.ANSWERING) / MINUTES)
        .isCloseTo(8, within(1e-9));
    assertThat(minutes(framework, SIXTEEN, Role.MEMBER, FeedbackDuties.ANSWERING) / MINUTES)
        .isCloseTo(6, within(1e-9));
  }

  @Test
  void peopleFromOutsideTakeNobodysMinutes() {
    Framework framework =
        framework(", peers: 0, reports: 0, self: false, manager: false, external: 9");
    assertThat(minutes(framework, SIXTEEN, FeedbackDuties.ANSWERING)).isZero();
    assertThat(minutes(framework, SIXTEEN, FeedbackDuties.NOMINATING))
        .isCloseTo(16 * 5, within(1e-9));
  }

  @Test
  void managersHoldTheDebriefWhereTheyMayReadTheReport() {
    assertThat(minutes(framework(""), SIXTEEN, FeedbackDuties.DEBRIEF))
        .isCloseTo(16 * 65, within(1e-9));
    assertThat(
            minutes(
                framework("", ", audience: reviewee-and-manager"), SIXTEEN, FeedbackDuties.DEBRIEF))
        .isCloseTo(16 * 65 + 15 * 55, within(1e-9));
  }

  @Test
  void aLessonIsDoneOnceHoweverOftenTheRoundIsHeld() {
    double lesson = ShippedLessons.find("receiving").orElseThrow().minutes();
    assertThat(
            minutes(
                framework(", every: quarter, lesson: receiving"), SIXTEEN, FeedbackDuties.LESSON))
        .isCloseTo(16 * lesson, within(1e-9));
  }

  @Test
  void anInstrumentOfTheirOwnCountsWithItsOwnMinutes() {
    Framework framework = framework(", peers: 0, reports: 0, manager: true, self: true");
    Rehearsal with =
        Rehearsal.of(
            framework,
            SIXTEEN,
            NEW_YEAR,
            53,
            List.of(
                FeedbackDuties.with(
                    FeedbackAssumptions.USUAL, _ -> ShippedInstruments.find("follow-up-pulse"))));
    Rehearsal without =
        Rehearsal.of(
            framework,
            SIXTEEN,
            NEW_YEAR,
            53,
            List.of(FeedbackDuties.with(FeedbackAssumptions.USUAL, _ -> Optional.empty())));
    assertThat(with.loads().getFirst().minutes()).isLessThan(without.loads().getFirst().minutes());
  }

  /// Of any company with one at its top, as many answers are counted as are asked for.
  @ParameterizedTest
  @CsvSource({"everyone, 1", "leaders, 2", "leaders-of-leaders, 3", "everyone, 4", "leaders, 5"})
  void noAnswerIsCountedTwiceOrForgotten(String reviewees, int seed) {
    Random random = new Random(seed);
    int[] managers = new int[40];
    managers[0] = Staff.NOBODY;
    for (int person = 1; person < managers.length; person++) {
      managers[person] = random.nextInt(Math.min(person, 12));
    }
    Staff staff = Staff.of(managers);
    Framework framework =
        framework(", peers: 0, self: false, manager: false, reports: 3, reviewees: " + reviewees);
    assertThat(minutes(framework, staff, FeedbackDuties.ANSWERING) / MINUTES)
        .isCloseTo(asked(managers, reviewees), within(1e-9));
  }

  private static double asked(int[] managers, String reviewees) {
    int[] led = new int[managers.length];
    boolean[] leadsLeaders = new boolean[managers.length];
    for (int manager : managers) {
      if (manager >= 0) {
        led[manager]++;
      }
    }
    for (int person = 1; person < managers.length; person++) {
      leadsLeaders[managers[person]] |= led[person] > 0;
    }
    double asked = 0;
    for (int person = 0; person < managers.length; person++) {
      if (!reviewees.equals("leaders-of-leaders") || leadsLeaders[person]) {
        asked += Math.min(3, led[person]);
      }
    }
    return asked;
  }
}
