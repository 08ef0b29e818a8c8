package io.fairlead.methods.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.framework.Cadence.Window;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.Framework;
import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.framework.FrameworkEdit;
import io.fairlead.methods.rehearsal.Rehearsal.Load;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

  /// One leads two, of whom one leads three.
  private static final Staff SIX = Staff.of(new int[] {Staff.NOBODY, 0, 0, 1, 1, 1});

  private static final Framework PLAIN = framework(DefaultFramework.text());

  private static Framework framework(String document) {
    return FrameworkDocument.parse(document).orThrow().framework();
  }

  private static Rehearsal of(int weeks, Duty... duties) {
    return Rehearsal.of(PLAIN, SIX, MONDAY, weeks, List.of((_, _, _) -> List.of(duties)));
  }

  private static Load load(Rehearsal rehearsal, Role role) {
    return rehearsal.loads().stream().filter(load -> load.role() == role).findFirst().orElseThrow();
  }

  @Test
  void rolesFollowFromWhoLeadsWhom() {
    assertThat(SIX.people()).isEqualTo(6);
    assertThat(SIX.people(Role.MEMBER)).isEqualTo(4);
    assertThat(SIX.people(Role.LEADER)).isOne();
    assertThat(SIX.people(Role.LEADER_OF_LEADERS)).isOne();
    assertThat(SIX.meanReports(Role.LEADER)).isEqualTo(3);
    assertThat(SIX.meanReports(Role.MEMBER)).isZero();
    assertThat(Staff.of(new int[] {0, 0}).people(Role.LEADER))
        .as("the head may manage themself")
        .isOne();
    assertThatIllegalArgumentException().isThrownBy(() -> Staff.of(new int[] {1}));
  }

  @Test
  void nineInTenIsTheNumberThatNineOfTenDoNotExceed() {
    IntStream leaders = IntStream.generate(() -> Staff.NOBODY).limit(10);
    IntStream led =
        IntStream.range(0, 10)
            .flatMap(leader -> IntStream.generate(() -> leader).limit(leader + 1));
    Staff staff = Staff.of(IntStream.concat(leaders, led).toArray());
    assertThat(staff.reports(Role.LEADER, 0.9)).isEqualTo(9);
    assertThat(staff.reports(Role.LEADER, 1)).isEqualTo(10);
  }

  @Test
  void whatADutyTakesIsSpreadOverItsWorkingDays() {
    // Thursday to the Monday after: three working days, two of them in the first week.
    Window days = new Window(MONDAY.plusDays(3), MONDAY.plusDays(7));
    Rehearsal found = of(2, new Duty("plan", days, Map.of(Role.LEADER, 30.0), 5));
    Load leader = load(found, Role.LEADER);
    assertThat(leader.weeks().get(0).mean()).isCloseTo(45 * 2 / 3.0, within(1e-9));
    assertThat(leader.weeks().get(1).mean()).isCloseTo(45 / 3.0, within(1e-9));
    assertThat(load(found, Role.MEMBER).minutes()).isZero();
    assertThat(load(found, Role.LEADER_OF_LEADERS).minutes()).isCloseTo(10, within(1e-9));
    assertThat(leader.weeks().getFirst().duties()).containsOnlyKeys("plan");
  }

  @Test
  void aWeekendAloneCountsAndWhatIsOutsideTheSpanDoesNot() {
    Window sunday = new Window(MONDAY.plusDays(6), MONDAY.plusDays(6));
    Window before = new Window(MONDAY.minusDays(3), MONDAY.minusDays(1));
    Rehearsal found =
        of(
            1,
            new Duty("talk", sunday, Map.of(Role.MEMBER, 7.0), 0),
            new Duty("talk", before, Map.of(Role.MEMBER, 9.0), 0));
    assertThat(load(found, Role.MEMBER).minutes()).isCloseTo(4 * 7, within(1e-9));
  }

  @Test
  void goalsAskForPlanningCheckInsAndGrading() {
    Rehearsal year = Rehearsal.of(PLAIN, SIX, MONDAY, 52, List.of(GoalDuties.usual()));
    Load member = load(year, Role.MEMBER);
    assertThat(member.weeks().stream().flatMap(week -> week.duties().keySet().stream()).distinct())
        .containsExactlyInAnyOrder(GoalDuties.PLANNING, GoalDuties.CHECK_IN, GoalDuties.GRADING);
    assertThat(load(year, Role.LEADER).minutesAMonth()).isGreaterThan(member.minutesAMonth());
    // Two objectives with three key results each, at 12 seconds.
    assertThat(
            member.weeks().stream()
                .mapToDouble(week -> week.duties().getOrDefault(GoalDuties.CHECK_IN, 0.0))
                .max()
                .orElseThrow())
        .isCloseTo(1.2, within(1e-9));
  }

  @Test
  void aRarerRhythmTakesLessAndTeamsGoalsTakeNothingOfMembers() {
    String monthly =
        FrameworkEdit.set(DefaultFramework.text(), "cadence.check-ins.rhythm", "monthly");
    String teams = FrameworkEdit.set(DefaultFramework.text(), "goals.individual-goals", false);
    assertThat(minutes(framework(monthly))).isLessThan(minutes(PLAIN)).isPositive();
    assertThat(minutes(framework(teams))).isZero();
  }

  private static double minutes(Framework framework) {
    return load(Rehearsal.of(framework, SIX, MONDAY, 52, List.of(GoalDuties.usual())), Role.MEMBER)
        .minutes();
  }
}
