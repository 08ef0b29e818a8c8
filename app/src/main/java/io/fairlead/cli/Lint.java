package io.fairlead.cli;

import io.fairlead.methods.framework.Finding;
import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.framework.FrameworkLint;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/// `fairlead lint FRAMEWORK.yaml`
@Command(
    name = "lint",
    description = "Explain what is wrong or unwise in a framework document.",
    footer =
        "%nExit code 0 if nothing but advice was found, 1 for an error or warning that is not waived,"
            + " 2 if the document cannot be read.")
final class Lint implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FRAMEWORK.yaml", description = "The framework document.")
  private @Nullable Path file;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  Lint(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (file == null) {
      throw new BadInput("which document?");
    }
    Optional<FrameworkDocument> document = FrameworkFile.read(terminal, file, json);
    if (document.isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    List<Finding> findings = FrameworkLint.lint(document.get());
    if (json) {
      Json.write(terminal.out(), out -> write(out, findings));
    } else {
      findings.forEach(finding -> print(file, finding));
      terminal.out().println(summary(findings));
    }
    return findings.stream().anyMatch(Finding::fails) ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  private void print(Path file, Finding finding) {
    String severity = finding.waivedBecause().isPresent() ? "waived" : word(finding);
    terminal
        .out()
        .printf(
            "%s:%d:%d: %s: %s [%s]%n",
            file, finding.line(), finding.column(), severity, finding.what(), finding.rule());
    if (finding.waivedBecause().isPresent()) {
      terminal.out().println("  Accepted: " + finding.waivedBecause().get());
      return;
    }
    terminal.out().println("  " + finding.why());
    terminal.out().println("  Better: " + finding.better());
  }

  private static String summary(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "Nothing to say: this framework is fine.";
    }
    return "%d that fail, %d advice, %d waived"
        .formatted(
            findings.stream().filter(Finding::fails).count(),
            findings.stream()
                .filter(finding -> !finding.fails() && finding.waivedBecause().isEmpty())
                .count(),
            findings.stream().filter(finding -> finding.waivedBecause().isPresent()).count());
  }

  private static String word(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }

  private static void write(JsonGenerator document, List<Finding> findings) {
    document.writeStartObject();
    document.writeArrayPropertyStart("findings");
    for (Finding finding : findings) {
      document.writeStartObject();
      document.writeStringProperty("rule", finding.rule());
      document.writeStringProperty("severity", word(finding));
      document.writeNumberProperty("line", finding.line());
      document.writeNumberProperty("column", finding.column());
      document.writeStringProperty("path", finding.path());
      document.writeStringProperty("what", finding.what());
      document.writeStringProperty("why", finding.why());
      document.writeStringProperty("better", finding.better());
      FrameworkFile.optional(document, "waived", finding.waivedBecause());
      document.writeEndObject();
    }
    document.writeEndArray();
    document.writeEndObject();
  }
}
