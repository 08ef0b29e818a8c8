package io.fairlead.app.cycles;

import io.fairlead.methods.framework.Cadence;
import io.fairlead.methods.framework.Cadence.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// The cycles a pilot makes: those of its calendar that lie within its days. Of an ordinary one
/// that has begun before its first day, the rest, if that is worth planning for; the rest of a
/// longer one would be no longer one.
final class PilotCalendar {
  static final int SHORTEST_REST = 28;

  private PilotCalendar() {}

  /// @param name of the pilot: `Q1 2027 · pilot`
  static List<Cadence.Cycle> between(
      Cadence cadence, LocalDate first, LocalDate last, String name) {
    return cadence.cycles(first, last).stream()
        .filter(cycle -> !cycle.during().closes().isAfter(last))
        .flatMap(cycle -> from(first, cycle, cadence))
        .map(cycle ->
            new Cadence.Cycle(
                cycle.name() + " · " + name,
                cycle.length(),
                cycle.during(),
                cycle.planning(),
                cycle.grading()))
        .toList();
  }

  /// The days on which a pilot that begins on a day could end.
  static List<LocalDate> endings(Cadence cadence, LocalDate first, LocalDate latest) {
    return between(cadence, first, latest, "").stream()
        .map(cycle -> cycle.during().closes())
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<Cadence.Cycle> from(LocalDate first, Cadence.Cycle cycle, Cadence cadence) {
    LocalDate closes = cycle.during().closes();
    if (!cycle.during().opens().isBefore(first)) {
      return Stream.of(cycle);
    }
    if (cycle.length() != cadence.cycles().length()
        || ChronoUnit.DAYS.between(first, closes) + 1 < SHORTEST_REST) {
      return Stream.empty();
    }
    Cadence.Planning planning = cadence.planning();
    return Stream.of(
        new Cadence.Cycle(
            cycle.name(),
            cycle.length(),
            new Window(first, closes),
            new Window(
                first.minusDays(planning.opensDaysBefore()),
                first.plusDays(planning.closesDaysAfter())),
            cycle.grading()));
  }
}
