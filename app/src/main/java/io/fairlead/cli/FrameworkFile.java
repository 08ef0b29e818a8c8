package io.fairlead.cli;

import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.framework.Parsed;
import io.fairlead.methods.framework.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/// Framework documents that a command was given.
final class FrameworkFile {
  private FrameworkFile() {}

  /// The document, or nothing after every problem was printed: on `err` for people, as the one JSON
  /// document on `out` for programs.
  static Optional<FrameworkDocument> read(Terminal terminal, Path file, boolean json) {
    return switch (FrameworkDocument.parse(TextFile.read(file))) {
      case Parsed.Read(FrameworkDocument document) -> Optional.of(document);
      case Parsed.Rejected(List<Problem> problems) -> {
        problems.forEach(problem -> terminal.err().println(file + ": " + problem));
        if (json) {
          Json.write(terminal.out(), document -> write(document, problems));
        }
        yield Optional.empty();
      }
    };
  }

  private static void write(JsonGenerator document, List<Problem> problems) {
    document.writeStartObject();
    document.writeArrayPropertyStart("problems");
    for (Problem problem : problems) {
      document.writeStartObject();
      document.writeStringProperty("code", problem.code());
      document.writeNumberProperty("line", problem.line());
      document.writeNumberProperty("column", problem.column());
      document.writeStringProperty("path", problem.path());
      document.writeStringProperty("message", problem.message());
      optional(document, "suggestion", problem.suggestion());
      document.writeEndObject();
    }
    document.writeEndArray();
    document.writeEndObject();
  }

  static void optional(JsonGenerator document, String name, Optional<String> value) {
    if (value.isPresent()) {
      document.writeStringProperty(name, value.get());
    } else {
      document.writeNullProperty(name);
    }
  }
}
