package io.fairlead.cli;

import io.fairlead.methods.reference.CheckedCase;
import io.fairlead.methods.reference.CheckedCase.Difference;
import io.fairlead.methods.reference.CheckedCase.Verdict;
import io.fairlead.methods.reference.ReferenceCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/// `fairlead reference [DIR]`
@Command(
    name = "reference",
    description = "Check the methods against cases with known answers.",
    footer = "%nExit code 0 if none failed, 1 if one did, 2 if DIR cannot be read.")
final class Reference implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "A folder of JSON cases; without it, the built-in ones.")
  private @Nullable Path folder;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  Reference(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<CheckedCase> all = folder == null ? ReferenceCases.builtIn() : in(folder);
    if (json) {
      Json.write(terminal.out(), document -> write(document, all));
    } else {
      print(all);
    }
    return all.stream().anyMatch(CheckedCase::failed) ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  private static List<CheckedCase> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> cases = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      if (cases.isEmpty()) {
        throw new BadInput("there is no JSON file in " + folder);
      }
      return cases.stream().flatMap(file -> check(folder, file).stream()).toList();
    } catch (IOException unreadable) {
      throw new BadInput("cannot read the folder " + folder);
    }
  }

  private static List<CheckedCase> check(Path folder, Path file) {
    return ReferenceCases.check(
        file.getFileName().toString(),
        TextFile.read(file),
        name -> TextFile.read(folder.resolve(Path.of(name).getFileName())));
  }

  private void print(List<CheckedCase> all) {
    var columns = new Columns().text("FILE").text("CASE").text("RESULT");
    for (CheckedCase checked : all) {
      columns.row(checked.file(), checked.name(), sentence(checked));
    }
    columns.print(terminal.out());
    terminal.out().println();
    terminal
        .out()
        .printf(
            "%d passed, %d failed, %d of a kind not known yet%n",
            count(all, "passed"),
            all.stream().filter(CheckedCase::failed).count(),
            count(all, "unknown-kind"));
    for (CheckedCase checked : all) {
      for (String line : complaints(checked)) {
        terminal.err().println(checked.file() + ": " + checked.name() + ": " + line);
      }
    }
  }

  private static String sentence(CheckedCase checked) {
    return switch (checked.verdict()) {
      case Verdict.Passed(int figures) ->
          "passed, " + figures + (figures == 1 ? " figure" : " figures");
      case Verdict.Failed(List<Difference> differences) ->
          "FAILED, " + differences.size() + " differ";
      case Verdict.UnknownKind() -> "kind " + checked.kind() + " is not known yet";
      case Verdict.Unreadable _ -> "FAILED, cannot be read";
    };
  }

  private static List<String> complaints(CheckedCase checked) {
    return switch (checked.verdict()) {
      case Verdict.Passed _, Verdict.UnknownKind _ -> List.of();
      case Verdict.Unreadable(String reason) -> List.of(reason);
      case Verdict.Failed(List<Difference> differences) ->
          differences.stream()
              .map(it -> it.figure() + " should be " + it.expected() + ", is " + it.actual())
              .toList();
    };
  }

  private static String code(CheckedCase checked) {
    return switch (checked.verdict()) {
      case Verdict.Passed _ -> "passed";
      case Verdict.Failed _ -> "failed";
      case Verdict.UnknownKind _ -> "unknown-kind";
      case Verdict.Unreadable _ -> "unreadable";
    };
  }

  private static long count(List<CheckedCase> all, String code) {
    return all.stream().filter(checked -> code(checked).equals(code)).count();
  }

  private static void write(JsonGenerator document, List<CheckedCase> all) {
    document.writeStartObject();
    document.writeNumberProperty("passed", count(all, "passed"));
    document.writeNumberProperty("failed", all.stream().filter(CheckedCase::failed).count());
    document.writeNumberProperty("unknown", count(all, "unknown-kind"));
    document.writeArrayPropertyStart("cases");
    for (CheckedCase checked : all) {
      document.writeStartObject();
      document.writeStringProperty("file", checked.file());
      document.writeStringProperty("kind", checked.kind());
      document.writeStringProperty("case", checked.name());
      document.writeStringProperty("result", code(checked));
      document.writeArrayPropertyStart("problems");
      complaints(checked).forEach(document::writeString);
      document.writeEndArray();
      document.writeEndObject();
    }
    document.writeEndArray();
    document.writeEndObject();
  }
}
