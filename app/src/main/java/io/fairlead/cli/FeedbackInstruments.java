package io.fairlead.cli;

import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.instruments.ShippedInstruments;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `fairlead feedback instruments`
@Command(
    name = "instruments",
    description = "List the instruments, or show one as a rater reads it.",
    footer = {
      "",
      "fairlead feedback instruments                      those that come with Fairlead",
      "fairlead feedback instruments manager --as report  one, as those who report read it",
      "fairlead feedback instruments own.yaml --as self   an own one, from its file",
      "fairlead feedback instruments manager --yaml       its text, to begin an own one from",
      "Exit code 0, or 2 if there is no such instrument or its file cannot be used."
    })
final class FeedbackInstruments implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "INSTRUMENT",
      description = "The name of one that comes with Fairlead, or a file.")
  private @Nullable String name;

  @Option(
      names = "--as",
      paramLabel = "RATER",
      description = "Who reads it: self, manager, peer, report, crossfunctional or other.")
  private @Nullable String rater;

  @Option(names = "--yaml", description = "Print the text of one that comes with Fairlead.")
  private boolean yaml;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  FeedbackInstruments(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (name == null) {
      if (yaml || rater != null) {
        throw new BadInput("which instrument? " + known());
      }
      list();
      return ExitCode.FINE;
    }
    if (yaml) {
      terminal.out().print(text(name));
    } else {
      show(instrument(name));
    }
    return ExitCode.FINE;
  }

  private static String text(String named) {
    return ShippedInstruments.text(named).orElseThrow(() -> unknown(named));
  }

  private Instrument instrument(String named) {
    Optional<Instrument> shipped = ShippedInstruments.find(named);
    if (shipped.isPresent()) {
      return shipped.get();
    }
    if (!named.contains(".")) {
      throw unknown(named);
    }
    return FeedbackFiles.instrument(terminal, Path.of(named));
  }

  private void show(Instrument instrument) {
    Relationship reader = reader(instrument);
    if (json) {
      Json.write(terminal.out(), out -> InstrumentJson.write(out, instrument, reader));
    } else {
      InstrumentPreview.print(terminal.out(), instrument, reader);
    }
  }

  private Relationship reader(Instrument instrument) {
    if (rater == null) {
      return instrument.raters().stream()
          .filter(each -> each != Relationship.SELF)
          .findFirst()
          .orElse(Relationship.SELF);
    }
    return Relationship.find(rater)
        .filter(instrument.raters()::contains)
        .orElseThrow(() ->
            new BadInput(
                "%s is answered by %s, not by %s"
                    .formatted(
                        instrument.id(),
                        instrument.raters().stream()
                            .map(Relationship::code)
                            .collect(Collectors.joining(", ")),
                        rater)));
  }

  private void list() {
    if (json) {
      Json.write(terminal.out(), out -> InstrumentJson.list(out, ShippedInstruments.all()));
      return;
    }
    Columns table = new Columns().text("instrument").text("name").figure("items").figure("minutes");
    for (Instrument each : ShippedInstruments.all()) {
      table.row(
          each.id(),
          each.name().in("en"),
          String.valueOf(each.items().size()),
          String.format(Locale.ROOT, "%.1f", each.estimatedMinutes()));
    }
    table.print(terminal.out());
    terminal
        .out()
        .println("\nNone is validated yet: docs/item-bank.md says what is known of each.");
  }

  private static BadInput unknown(String named) {
    return new BadInput("there is no instrument %s: %s".formatted(named, known()));
  }

  private static String known() {
    return ShippedInstruments.all().stream()
        .map(Instrument::id)
        .collect(Collectors.joining(", ", "it is one of ", ", or a file"));
  }
}
