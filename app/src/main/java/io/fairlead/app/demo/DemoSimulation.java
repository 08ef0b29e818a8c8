package io.fairlead.app.demo;

import io.fairlead.app.demo.DemoCompany.Cycle;
import io.fairlead.app.demo.DemoCompany.Objective;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Two years of Brightwell Instruments up to yesterday: the same seed and day make the same
/// company, to the last identifier. Knows nothing of a database or a clock.
public final class DemoSimulation {
  /// The company that `fairlead demo` shows.
  public static final long SEED = 2028;

  private final Dice dice;
  private final LocalDate today;
  private final LocalDate until;
  private final Phrases phrases = new Phrases();
  private final Records records = new Records();
  private final Staff staff;
  private final Rulebook rulebook;
  private final Planning planning;
  private final List<Goal> goals = new ArrayList<>();

  private DemoSimulation(long seed, LocalDate today) {
    this.dice = new Dice(seed);
    this.today = today;
    this.until = today.minusDays(1);
    this.staff = Staffing.of(dice.forThe("people"), today);
    UUID author = staff.named("Elif Arslan").id();
    this.rulebook = new Rulebook(dice.forThe("rules"), today, author);
    this.planning = new Planning(dice.forThe("planning"), staff, phrases, until);
  }

  public static DemoCompany of(long seed, LocalDate today) {
    DemoSimulation simulation = new DemoSimulation(seed, today);
    simulation.live();
    return simulation.company();
  }

  private void live() {
    List<Goal> years = new ArrayList<>();
    List<Goal> before = List.of();
    for (Cycle year : rulebook.cycles.stream().filter(DemoSimulation::isYear).toList()) {
      boolean running = isRunning(year);
      String topic = running ? Seat.YEAR : Seat.YEAR + " before";
      List<Seat> seats = List.of(Seat.organisation(staff, topic));
      List<Goal> planned = planning.plan(year, seats, List.of(), List.of());
      pass(year, planned);
      years.addAll(planned);
    }
    for (Cycle quarter : rulebook.cycles.stream().filter(each -> !isYear(each)).toList()) {
      List<Goal> containing = years.stream().filter(goal -> contains(goal.cycle, quarter)).toList();
      List<Seat> seats =
          Seat.of(staff, dice.forThe("seats " + quarter.starts()), quarter.starts().plusDays(5));
      List<Goal> planned = planning.plan(quarter, seats, before, containing);
      pass(quarter, planned);
      before = planned;
    }
    new Measuring(dice.forThe("measures"), staff, records, today).measure();
  }

  private void pass(Cycle cycle, List<Goal> planned) {
    Dice own = dice.forThe("cycle " + cycle.name());
    new Working(own.forThe("working"), staff, phrases, records, until).pass(planned);
    if (!isRunning(cycle)) {
      boolean latest = ChronoUnit.DAYS.between(cycle.ends(), today) < 70;
      new Closing(own.forThe("closing"), staff, phrases, records).close(planned, latest);
    }
    new Negotiating(
            own.forThe("negotiating"),
            staff,
            phrases,
            records,
            until.atTime(17, 0).atZone(Rulebook.ZONE).toInstant())
        .talk(planned, isRunning(cycle));
    new Keeping(own.forThe("keeping"), staff, phrases, records, until).keep(planned);
    if (isRunning(cycle)) {
      new Talking(
              own.forThe("comments"),
              staff,
              phrases,
              records,
              until.atTime(18, 0).atZone(Rulebook.ZONE).toInstant())
          .talk(planned);
    }
    goals.addAll(planned);
  }

  private static boolean isYear(Cycle cycle) {
    return ChronoUnit.DAYS.between(cycle.starts(), cycle.ends()) > 200;
  }

  private static boolean contains(Cycle year, Cycle quarter) {
    return !quarter.starts().isBefore(year.starts()) && !quarter.ends().isAfter(year.ends());
  }

  private boolean isRunning(Cycle cycle) {
    return !cycle.ends().isBefore(today);
  }

  private DemoCompany company() {
    List<Objective> objectives = goals.stream().map(Goal::written).toList();
    return new DemoCompany(
        today,
        staff.posts.stream().map(Staff.Post::unit).toList(),
        List.copyOf(staff.people.values()),
        staff.employments,
        staff.lines,
        staff.crews.stream().map(Staff.Crew::team).toList(),
        staff.memberships,
        staff.grants,
        rulebook.versions,
        rulebook.cycles,
        objectives,
        goals.stream().flatMap(goal -> goal.keyResults.stream()).toList(),
        records.checkIns,
        records.alignments,
        records.moves,
        records.states,
        records.grades,
        records.retrospectives,
        records.statuses,
        records.openings,
        records.comments,
        records.reactions,
        Talking.once(records.followers),
        records.measured,
        records.parts,
        records.figures,
        records.happened,
        new Scoring(dice.forThe("scores"), staff, today).score());
  }
}
