package io.fairlead.app.cycles;

import io.fairlead.app.framework.FrameworkSection;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.words.OrganisationSettings;
import io.fairlead.methods.framework.Cadence;
import io.fairlead.methods.framework.Framework;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes cycles as the framework's calendar says, a good half-year ahead. A cycle that has begun
/// keeps the dates and windows it began with, whatever the calendar says later; those to come
/// follow it.
@Component
public class CycleCalendar implements FrameworkSection<Cadence> {
  private static final int DAYS_AHEAD = 200;

  private final Cycles cycles;
  private final CycleStore store;
  private final Frameworks frameworks;
  private final OrganisationSettings settings;
  private final Clock clock;

  CycleCalendar(
      Cycles cycles,
      CycleStore store,
      Frameworks frameworks,
      OrganisationSettings settings,
      Clock clock) {
    this.cycles = cycles;
    this.store = store;
    this.frameworks = frameworks;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Cadence of(Framework framework) {
    return framework.cadence();
  }

  /// A new calendar may not cut into a cycle that runs, nor give its name to another.
  @Override
  public List<Reason> stranded(Cadence now, Cadence next) {
    List<Cycle> begun = begun(cycles.everybodys());
    List<Reason> reasons = new ArrayList<>();
    for (Cadence.Cycle planned : missing(next, begun)) {
      if (planned.during().opens().isAfter(today())) {
        begun.stream()
            .filter(running -> cutsInto(planned, running))
            .map(running ->
                Reason.of(
                    Reason.Kind.CONFLICT,
                    "cycles.cuts-into",
                    planned.name(),
                    running.name(),
                    running.ends().toString()))
            .forEach(reasons::add);
        begun.stream()
            .filter(running -> running.name().equalsIgnoreCase(planned.name()))
            .map(running -> Reason.of(Reason.Kind.CONFLICT, "cycles.name-taken", planned.name()))
            .forEach(reasons::add);
      }
    }
    return reasons;
  }

  @Override
  public void follow(Cadence next, UUID version) {
    dropped(next).forEach(cycle -> store.remove(cycle.id()));
    add(next, version);
  }

  /// The cycles to come that a calendar would no longer have.
  public List<Cycle> dropped(Cadence next) {
    List<Cycle> all = cycles.everybodys();
    List<Cadence.Cycle> wanted = wanted(next, all);
    return all.stream()
        .filter(cycle -> cycle.starts().isAfter(today()))
        .filter(cycle -> wanted.stream().noneMatch(planned -> isSame(planned, cycle)))
        .toList();
  }

  /// Adds the cycles that the calendar in force has by now; run from time to time.
  @Transactional
  public void keepUp() {
    UUID version = frameworks.inForce().entry().id();
    add(frameworks.rules().cadence(), version);
  }

  private void add(Cadence cadence, @Nullable UUID version) {
    List<Cycle> all = cycles.everybodys();
    int everyDays = everyDays(cadence);
    for (Cadence.Cycle planned : wanted(cadence, all)) {
      Optional<Cycle> present = all.stream().filter(cycle -> isSame(planned, cycle)).findFirst();
      if (present.isEmpty()) {
        if (fits(planned, cadence, all)) {
          store.add(planned, everyDays, version);
        }
      } else if (planned.during().opens().isAfter(today())) {
        store.change(present.get().id(), planned, everyDays, version);
      }
    }
  }

  /// A cycle that would have begun already is only made where none of its length runs.
  private boolean fits(Cadence.Cycle planned, Cadence cadence, List<Cycle> all) {
    if (all.stream().anyMatch(cycle -> cycle.name().equalsIgnoreCase(planned.name()))) {
      return false;
    }
    if (planned.during().opens().isAfter(today())) {
      return true;
    }
    boolean ordinary = planned.length() == cadence.cycles().length();
    List<Cadence.Cycle> longer =
        cadence.cycles(today(), today()).stream()
            .filter(cycle -> cycle.length() != cadence.cycles().length())
            .toList();
    return begun(all).stream()
        .filter(cycle -> cycle.runsOn(today()))
        .noneMatch(running ->
            cutsInto(planned, running)
                || (ordinary && longer.stream().noneMatch(one -> isSame(one, running))));
  }

  private List<Cadence.Cycle> missing(Cadence cadence, List<Cycle> present) {
    return wanted(cadence, present).stream()
        .filter(planned -> present.stream().noneMatch(cycle -> isSame(planned, cycle)))
        .toList();
  }

  private List<Cadence.Cycle> wanted(Cadence cadence, List<Cycle> present) {
    LocalDate end =
        present.stream()
            .map(Cycle::ends)
            .reduce(today().plusDays(DAYS_AHEAD), (a, b) -> a.isAfter(b) ? a : b);
    return cadence.cycles(today(), end);
  }

  private List<Cycle> begun(List<Cycle> all) {
    return all.stream().filter(cycle -> !cycle.starts().isAfter(today())).toList();
  }

  private static boolean isSame(Cadence.Cycle planned, Cycle cycle) {
    return planned.during().opens().equals(cycle.starts())
        && planned.during().closes().equals(cycle.ends());
  }

  /// They share days, and neither lies within the other.
  private static boolean cutsInto(Cadence.Cycle planned, Cycle cycle) {
    LocalDate opens = planned.during().opens();
    LocalDate closes = planned.during().closes();
    boolean share = !opens.isAfter(cycle.ends()) && !cycle.starts().isAfter(closes);
    boolean within = !opens.isBefore(cycle.starts()) && !closes.isAfter(cycle.ends());
    boolean around = !opens.isAfter(cycle.starts()) && !closes.isBefore(cycle.ends());
    return share && !within && !around;
  }

  static int everyDays(Cadence cadence) {
    return switch (cadence.checkIns().rhythm()) {
      case WEEKLY -> 7;
      case EVERY_TWO_WEEKS -> 14;
      case MONTHLY -> 30;
    };
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.organisation().zone());
  }
}
