package io.fairlead.methods.lessons;

import io.fairlead.methods.instruments.FileProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A text with front matter: one `key: value` a line between two lines `---`, then sections under
/// `##`.
public record MarkdownFile(
    Map<String, String> values, List<Section> sections, List<FileProblem> problems) {
  /// @param line of the heading, from 1
  public record Section(String heading, List<String> lines, int line) {
    public String text() {
      return String.join("\n", lines).strip();
    }
  }

  private static final String FENCE = "---";

  /// @param keys all of which have to be there
  public static MarkdownFile read(String text, Set<String> keys) {
    List<String> lines = text.lines().toList();
    Map<String, String> values = new LinkedHashMap<>();
    List<FileProblem> problems = new ArrayList<>();
    int end = lines.isEmpty() || !lines.getFirst().equals(FENCE) ? -1 : fence(lines);
    if (end < 0) {
      problems.add(new FileProblem(1, "the file begins with front matter between two lines ---"));
      return new MarkdownFile(values, List.of(), problems);
    }
    for (int i = 1; i < end; i++) {
      String line = lines.get(i);
      int colon = line.indexOf(':');
      String key = colon < 0 ? line : line.substring(0, colon).strip();
      String value = colon < 0 ? "" : line.substring(colon + 1).strip();
      if (!keys.contains(key)) {
        problems.add(new FileProblem(i + 1, "the front matter knows no '%s'".formatted(key)));
      } else if (value.isEmpty()) {
        problems.add(new FileProblem(i + 1, "'%s' is empty".formatted(key)));
      } else if (values.putIfAbsent(key, value) != null) {
        problems.add(new FileProblem(i + 1, "'%s' stands here a second time".formatted(key)));
      }
    }
    keys.stream()
        .sorted()
        .filter(key -> !values.containsKey(key))
        .forEach(
            key -> problems.add(new FileProblem(1, "the front matter needs '%s'".formatted(key))));
    return new MarkdownFile(values, sections(lines, end + 1, problems), problems);
  }

  private static int fence(List<String> lines) {
    int after = lines.subList(1, lines.size()).indexOf(FENCE);
    return after < 0 ? -1 : after + 1;
  }

  private static List<Section> sections(List<String> lines, int from, List<FileProblem> problems) {
    List<Section> sections = new ArrayList<>();
    for (int i = from; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("## ")) {
        sections.add(new Section(line.substring(3).strip(), new ArrayList<>(), i + 1));
      } else if (!sections.isEmpty()) {
        sections.getLast().lines().add(line);
      } else if (!line.isBlank()) {
        problems.add(new FileProblem(i + 1, "text stands under a heading of two ##"));
      }
    }
    return sections;
  }

  public String value(String key) {
    return values.getOrDefault(key, "");
  }
}
