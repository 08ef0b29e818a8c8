package io.fairlead.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The text files that the company's words come from: `#` comments, `= heading`, lines.
final class Resource {
  private Resource() {}

  /// The lines with their indentation, without comments and blank lines.
  static List<String> lines(String name) {
    try (InputStream file =
        Objects.requireNonNull(Resource.class.getResourceAsStream("/demo/" + name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lines below each heading, in the file's order.
  static Map<String, List<String>> sections(String name) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : lines(name)) {
      if (line.startsWith("= ")) {
        current = sections.computeIfAbsent(line.substring(2).strip(), heading -> new ArrayList<>());
      } else {
        current.add(line);
      }
    }
    return sections;
  }

  /// The parts of a line between bars.
  static List<String> cells(String line) {
    return List.of(line.strip().split("\\s*\\|\\s*"));
  }
}
