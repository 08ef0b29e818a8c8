package io.fairlead.app.cycles;

import io.fairlead.app.framework.PilotsShown;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Pilots in sentences: their days, who is in them, and how they ended.
@Component
class PilotWords implements PilotsShown {
  private final Pilots pilots;

  PilotWords(Pilots pilots) {
    this.pilots = pilots;
  }

  @Override
  public List<Line> running(Viewer viewer, Words words) {
    return pilots.running(viewer.today()).stream()
        .map(pilot -> line(words, pilot, viewer.today()))
        .toList();
  }

  @Override
  public List<Line> all(Viewer viewer, Words words) {
    return pilots.latest().stream().map(pilot -> line(words, pilot, viewer.today())).toList();
  }

  private Line line(Words words, Pilot pilot, LocalDate today) {
    return new Line(
        words.text("pilots.of", pilot.name()),
        String.join(" ", of(words, pilot, today)),
        "/studio/framework/pilots/" + pilot.id());
  }

  List<String> of(Words words, Pilot pilot, LocalDate today) {
    List<String> said = new ArrayList<>();
    said.add(days(words, pilot, today));
    said.add(words.text("pilots.who", pilots.people(pilot, today), parts(words, pilot.group())));
    if (!pilot.isRunning()) {
      said.add(
          words.text(
              "pilots.ended." + pilot.state().code(),
              words.day(Objects.requireNonNull(pilot.endedAt())),
              name(words, pilot.endedByName())));
    }
    return said;
  }

  /// "2 units, one team and one person by name".
  static String parts(Words words, PilotGroup group) {
    List<String> parts =
        Stream.of(
                part(words, "units", group.units()),
                part(words, "teams", group.teams()),
                part(words, "by-name", group.people()))
            .filter(part -> !part.isEmpty())
            .toList();
    return parts.size() < 2
        ? String.join("", parts)
        : words.text(
            "list.and", String.join(", ", parts.subList(0, parts.size() - 1)), parts.getLast());
  }

  private static String part(Words words, String what, Set<UUID> ids) {
    return ids.isEmpty() ? "" : words.text("pilots." + what, ids.size());
  }

  String days(Words words, Pilot pilot, LocalDate today) {
    String when =
        pilot.last().isBefore(pilot.first())
            ? "never"
            : today.isBefore(pilot.first())
                ? "to-come"
                : today.isAfter(pilot.last()) ? "over" : "runs";
    return words.text(
        "pilots.days." + when, words.plainDate(pilot.first()), words.plainDate(pilot.last()));
  }

  static String name(Words words, @Nullable String name) {
    return name == null ? words.text("pilots.someone") : name;
  }
}
