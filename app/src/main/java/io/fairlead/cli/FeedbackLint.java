package io.fairlead.cli;

import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.InstrumentFinding;
import io.fairlead.methods.instruments.InstrumentLint;
import io.fairlead.methods.instruments.InstrumentRule;
import io.fairlead.methods.instruments.ItemBank;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/// `fairlead feedback lint`
@Command(
    name = "lint",
    description = "Explain what is unwise in the questions of an instrument.",
    footer = {
      "",
      "How an instrument is written: docs/item-bank.md. One to begin from:",
      "fairlead feedback instruments manager --yaml",
      "Exit code 0 if nothing but reminders was found, 1 for an error or warning that is not",
      "accepted with a reason, 2 if the file cannot be used."
    })
final class FeedbackLint implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "INSTRUMENT.yaml", description = "The instrument.")
  private @Nullable Path file;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  FeedbackLint(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path path = Objects.requireNonNull(file);
    Instrument instrument = FeedbackFiles.instrument(terminal, path);
    List<InstrumentFinding> findings = InstrumentLint.lint(instrument, ItemBank.shipped());
    if (json) {
      Json.write(terminal.out(), out -> write(out, instrument, findings));
    } else {
      print(terminal.out(), path, instrument, findings);
    }
    return findings.stream().anyMatch(InstrumentFinding::fails) ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  private static void print(
      PrintWriter out, Path file, Instrument instrument, List<InstrumentFinding> findings) {
    for (InstrumentFinding finding : findings) {
      out.println(Columns.plain(line(file, finding)));
      finding.accepted().ifPresent(why -> out.println("  Accepted: " + Columns.plain(why)));
    }
    findings.stream()
        .filter(finding -> finding.accepted().isEmpty())
        .map(InstrumentFinding::rule)
        .distinct()
        .sorted()
        .forEach(rule -> reason(out, rule));
    out.println((findings.isEmpty() ? "" : "\n") + summary(instrument, findings));
  }

  private static String line(Path file, InstrumentFinding finding) {
    return "%s%s: %s: %s%s [%s]"
        .formatted(
            file.getFileName(),
            finding.line() == 0 ? "" : ":" + finding.line(),
            word(finding),
            finding.where().isEmpty() ? "" : finding.where() + ": ",
            finding.what(),
            finding.rule().id());
  }

  private static void reason(PrintWriter out, InstrumentRule rule) {
    out.printf("%n%s: %s.%n  Better: %s%n", rule.id(), rule.why(), rule.better());
  }

  private static String summary(Instrument instrument, List<InstrumentFinding> findings) {
    String size =
        String.format(
            Locale.ROOT,
            "Items: %d, comments: %d, about %.1f minutes for each person.",
            instrument.items().size(),
            instrument.comments().size(),
            instrument.estimatedMinutes());
    if (findings.isEmpty()) {
      return "Nothing to say: this instrument is fine. " + size;
    }
    long failing = findings.stream().filter(InstrumentFinding::fails).count();
    long accepted = findings.stream().filter(finding -> finding.accepted().isPresent()).count();
    return "%d that fail, %d reminders, %d accepted. %s"
        .formatted(failing, findings.size() - failing - accepted, accepted, size);
  }

  private static String word(InstrumentFinding finding) {
    return finding.accepted().isPresent() ? "accepted" : finding.rule().severity().code();
  }

  private static void write(
      JsonGenerator json, Instrument instrument, List<InstrumentFinding> findings) {
    json.writeStartObject();
    json.writeStringProperty("instrument", instrument.id());
    json.writeNumberProperty("items", instrument.items().size());
    json.writeNumberProperty("comments", instrument.comments().size());
    json.writeNumberProperty("minutes", instrument.estimatedMinutes());
    json.writeArrayPropertyStart("findings");
    for (InstrumentFinding finding : findings) {
      json.writeStartObject();
      json.writeStringProperty("rule", finding.rule().id());
      json.writeStringProperty("severity", finding.rule().severity().code());
      json.writeStringProperty("where", finding.where());
      json.writeNumberProperty("line", finding.line());
      json.writeStringProperty("what", finding.what());
      json.writeStringProperty("why", finding.rule().why());
      json.writeStringProperty("better", finding.rule().better());
      if (finding.accepted().isPresent()) {
        json.writeStringProperty("accepted", finding.accepted().get());
      } else {
        json.writeNullProperty("accepted");
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
