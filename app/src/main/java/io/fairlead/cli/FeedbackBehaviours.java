package io.fairlead.cli;

import io.fairlead.methods.instruments.Behaviour;
import io.fairlead.methods.instruments.BehaviourLevel;
import io.fairlead.methods.instruments.BehaviourLibrary;
import io.fairlead.methods.instruments.Competency;
import io.fairlead.methods.instruments.ItemBank;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/// `fairlead feedback behaviours`
@Command(
    name = "behaviours",
    description = "List behaviours to choose one or two from for a plan, each with a measure.",
    footer = {
      "",
      "Without a competency it lists the competencies and levels.",
      "Exit code 0, or 2 if there is no such competency or level."
    })
final class FeedbackBehaviours implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "0..1", paramLabel = "COMPETENCY", description = "Such as listening.")
  private @Nullable String competency;

  @Option(names = "--level", paramLabel = "LEVEL", description = "From 1 to 5; without it, each.")
  private @Nullable Integer level;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  FeedbackBehaviours(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    BehaviourLibrary library = BehaviourLibrary.shipped();
    List<BehaviourLevel> levels =
        library.levels().stream().filter(each -> level == null || each.number() == level).toList();
    if (levels.isEmpty()) {
      throw new BadInput("there is no level %d: they go from 1 to 5".formatted(level));
    }
    if (competency == null) {
      competencies(levels);
      return ExitCode.FINE;
    }
    Competency of = competency(competency);
    List<Behaviour> behaviours =
        levels.stream()
            .flatMap(each -> library.behaviours(of.id(), each.number()).stream())
            .toList();
    if (json) {
      Json.write(terminal.out(), out -> write(out, of, behaviours));
    } else {
      print(terminal.out(), of, levels, behaviours);
    }
    return ExitCode.FINE;
  }

  private static Competency competency(String id) {
    return ItemBank.shipped()
        .competency(id)
        .orElseThrow(() ->
            new BadInput(
                ItemBank.shipped().competencies().stream()
                    .map(Competency::id)
                    .collect(
                        Collectors.joining(
                            ", ", "there is no competency %s: it is one of ".formatted(id), ""))));
  }

  private void competencies(List<BehaviourLevel> levels) {
    List<Competency> all = ItemBank.shipped().competencies();
    if (json) {
      Json.write(terminal.out(), out -> write(out, all, levels));
      return;
    }
    PrintWriter out = terminal.out();
    all.forEach(each -> out.printf("%-14s %s%n", each.id(), each.means().in("en")));
    out.println();
    levels.forEach(each ->
        out.printf(
            "level %d  %s: %s%n", each.number(), each.name().in("en"), each.means().in("en")));
  }

  private static void print(
      PrintWriter out,
      Competency competency,
      List<BehaviourLevel> levels,
      List<Behaviour> behaviours) {
    out.printf("%s: %s%n", competency.name().in("en"), competency.means().in("en"));
    for (BehaviourLevel level : levels) {
      out.printf("%nLevel %d, %s%n", level.number(), level.name().in("en"));
      behaviours.stream()
          .filter(each -> each.level() == level.number())
          .forEach(each ->
              out.printf(
                  "  %s%n    It shows: %s  [%s]%n",
                  each.does().in("en"), each.shows().in("en"), each.id()));
    }
  }

  private static void write(JsonGenerator json, Competency competency, List<Behaviour> behaviours) {
    json.writeStartObject();
    json.writeStringProperty("competency", competency.id());
    json.writeStringProperty("name", competency.name().in("en"));
    json.writeArrayPropertyStart("behaviours");
    for (Behaviour behaviour : behaviours) {
      json.writeStartObject();
      json.writeStringProperty("id", behaviour.id());
      json.writeNumberProperty("level", behaviour.level());
      json.writeStringProperty("does", behaviour.does().in("en"));
      json.writeStringProperty("shows", behaviour.shows().in("en"));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(
      JsonGenerator json, List<Competency> competencies, List<BehaviourLevel> levels) {
    json.writeStartObject();
    json.writeArrayPropertyStart("competencies");
    for (Competency competency : competencies) {
      json.writeStartObject();
      json.writeStringProperty("id", competency.id());
      json.writeStringProperty("name", competency.name().in("en"));
      json.writeStringProperty("means", competency.means().in("en"));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("levels");
    for (BehaviourLevel level : levels) {
      json.writeStartObject();
      json.writeNumberProperty("level", level.number());
      json.writeStringProperty("name", level.name().in("en"));
      json.writeStringProperty("means", level.means().in("en"));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
