package io.fairlead.app.calendar;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.Cycles;
import io.fairlead.app.cycles.OpenCycles;
import io.fairlead.app.cycles.PilotMembers;
import io.fairlead.app.goals.CheckInDays;
import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The days that concern somebody: of the cycles, which everybody may see, and of their own
/// check-ins. No goal is named, since calendars are shown to others and kept elsewhere.
@Component
class CalendarEvents {
  private static final int DAYS_BACK = 400;

  private final Cycles cycles;
  private final PilotMembers pilots;
  private final CheckInDays checkIns;

  CalendarEvents(Cycles cycles, PilotMembers pilots, CheckInDays checkIns) {
    this.cycles = cycles;
    this.pilots = pilots;
    this.checkIns = checkIns;
  }

  /// By day; those of cycles that ended more than a year ago are left out.
  List<CalendarEvent> of(UUID person, Words words) {
    LocalDate since = words.today().minusDays(DAYS_BACK);
    List<Cycle> all = cycles.all();
    OpenCycles open = pilots.everOf(person, words.today(), all);
    Stream<CalendarEvent> ofCycles =
        all.stream()
            .filter(open::includes)
            .filter(cycle -> !cycle.gradingUntil().isBefore(since))
            .flatMap(cycle -> ofCycle(cycle, words));
    Stream<CalendarEvent> own =
        checkIns.of(person, words.today()).stream().map(due -> checkIn(due, words));
    return Stream.concat(ofCycles, own)
        .sorted(Comparator.comparing(CalendarEvent::first).thenComparing(CalendarEvent::code))
        .toList();
  }

  private static Stream<CalendarEvent> ofCycle(Cycle cycle, Words words) {
    return Stream.of(
        event(cycle, "planning", cycle.planningFrom(), cycle.planningUntil(), words),
        event(cycle, "begins", cycle.starts(), cycle.starts(), words),
        event(cycle, "grading", cycle.gradingFrom(), cycle.gradingUntil(), words),
        event(cycle, "ends", cycle.ends(), cycle.ends(), words));
  }

  private static CalendarEvent event(
      Cycle cycle, String what, LocalDate first, LocalDate last, Words words) {
    return new CalendarEvent(
        what + "-" + cycle.id(),
        first,
        last,
        words.text("calendar.event." + what, cycle.name()),
        words.text("calendar.event." + what + ".detail", cycle.name()),
        "/goals?cycle=" + cycle.id());
  }

  private static CalendarEvent checkIn(CheckInDays.Due due, Words words) {
    return new CalendarEvent(
        "check-in-" + due.day(),
        due.day(),
        due.day(),
        words.text("calendar.event.check-in"),
        words.text("calendar.event.check-in.detail", due.keyResults()),
        "/goals/update");
  }
}
