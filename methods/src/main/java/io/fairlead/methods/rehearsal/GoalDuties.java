package io.fairlead.methods.rehearsal;

import io.fairlead.methods.framework.Cadence;
import io.fairlead.methods.framework.Cadence.Cycle;
import io.fairlead.methods.framework.Cadence.Window;
import io.fairlead.methods.framework.Framework;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What goals ask: planning in the window of each cycle, a check-in at every beat of the rhythm,
/// grading at the end. Those who lead take part in what their reports do.
///
/// In the ordinary cycles everybody owns objectives, or, where goals are only teams', those who
/// lead. The longer cycles beside them belong to those who lead leaders; where nobody does, to
/// those who lead.
public final class GoalDuties implements DutySource {
  public static final String PLANNING = "planning";
  public static final String CHECK_IN = "check-in";
  public static final String GRADING = "grading";

  private final Optional<GoalAssumptions> given;

  private GoalDuties(Optional<GoalAssumptions> given) {
    this.given = given;
  }

  /// With what the framework's limits make usual.
  public static GoalDuties usual() {
    return new GoalDuties(Optional.empty());
  }

  public static GoalDuties with(GoalAssumptions assumptions) {
    return new GoalDuties(Optional.of(assumptions));
  }

  public GoalAssumptions assumptions(Framework framework) {
    return given.orElseGet(() -> GoalAssumptions.usual(framework.goals().limits()));
  }

  @Override
  public List<Duty> duties(Framework framework, Staff staff, Window span) {
    if (!framework.places().goals()) {
      return List.of();
    }
    GoalAssumptions each = assumptions(framework);
    Cadence cadence = framework.cadence();
    double keyResults = each.objectives() * each.keyResults();
    boolean reportsOwn = framework.goals().individualGoals();
    List<Duty> duties = new ArrayList<>();
    // Windows reach beyond their cycle, so those of the cycles before and after count too.
    List<Cycle> cycles =
        cadence.cycles(span.opens().minusYears(1).minusMonths(1), span.closes().plusYears(1));
    for (Cycle cycle : cycles) {
      boolean ordinary = cycle.length() == cadence.cycles().length();
      boolean ofReports = ordinary && reportsOwn;
      if (cycle.planning().overlaps(span)) {
        duties.add(
            new Duty(
                PLANNING,
                cycle.planning(),
                owners(
                    framework,
                    staff,
                    ordinary,
                    each.objectives() * (each.minutesToWriteObjective() + each.minutesToAgree())
                        + keyResults * each.minutesToWriteKeyResult()),
                ofReports ? each.objectives() * each.minutesToAgree() : 0));
      }
      if (cycle.grading().overlaps(span)) {
        duties.add(
            new Duty(
                GRADING,
                cycle.grading(),
                owners(framework, staff, ordinary, each.objectives() * each.minutesToGrade()),
                ofReports ? each.minutesToTalkOver() : 0));
      }
      if (cycle.during().overlaps(span)) {
        for (LocalDate day : cadence.checkInsDue(cycle.during().opens(), cycle.during().closes())) {
          if (span.contains(day)) {
            duties.add(
                new Duty(
                    CHECK_IN,
                    new Window(day, day),
                    owners(framework, staff, ordinary, keyResults * each.secondsToCheckIn() / 60),
                    ofReports ? each.secondsToRead() / 60 : 0));
          }
        }
      }
    }
    return duties;
  }

  private static Map<Role, Double> owners(
      Framework framework, Staff staff, boolean ordinary, double minutes) {
    Map<Role, Double> own = new EnumMap<>(Role.class);
    boolean ledInLayers = staff.people(Role.LEADER_OF_LEADERS) > 0;
    if (ordinary || ledInLayers) {
      own.put(Role.LEADER_OF_LEADERS, minutes);
    }
    if (ordinary || !ledInLayers) {
      own.put(Role.LEADER, minutes);
    }
    if (ordinary && framework.goals().individualGoals()) {
      own.put(Role.MEMBER, minutes);
    }
    return own;
  }
}
