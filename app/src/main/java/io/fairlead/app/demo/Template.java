package io.fairlead.app.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An objective as it stands in `goals.txt`, with places to fill in.
record Template(
    String title,
    String kind,
    String why,
    String question,
    List<Measure> measures,
    List<String> watched) {

  /// Every topic's objectives.
  static Map<String, List<Template>> all() {
    Map<String, List<Template>> all = new LinkedHashMap<>();
    Resource.sections("goals.txt")
        .forEach((topic, lines) -> {
          List<Template> templates = new ArrayList<>();
          List<String> one = new ArrayList<>();
          for (String line : lines) {
            boolean title =
                !line.startsWith("- ") && !line.startsWith("  ") && !line.startsWith("~ ");
            boolean question =
                line.startsWith("? ") && !one.isEmpty() && one.getLast().startsWith("  ");
            if (title && !question && !one.isEmpty()) {
              templates.add(parse(one));
              one.clear();
            }
            one.add(line);
          }
          templates.add(parse(one));
          all.put(topic, templates);
        });
    return all;
  }

  private static Template parse(List<String> lines) {
    String first = lines.getFirst();
    String kind =
        switch (first.charAt(0)) {
          case '!' -> "committed";
          case '?' -> "learning";
          default -> "aspirational";
        };
    return new Template(
        kind.equals("aspirational") ? first : first.substring(2),
        kind,
        first(lines, "  "),
        kind.equals("learning") ? first(lines.subList(1, lines.size()), "? ") : "",
        lines.stream().filter(line -> line.startsWith("- ")).map(Measure::parse).toList(),
        lines.stream()
            .filter(line -> line.startsWith("~ "))
            .map(line -> line.substring(2))
            .toList());
  }

  private static String first(List<String> lines, String mark) {
    return lines.stream()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()).strip())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + mark + " in " + lines.getFirst()));
  }
}
