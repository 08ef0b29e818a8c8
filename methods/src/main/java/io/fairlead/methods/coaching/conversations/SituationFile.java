package io.fairlead.methods.coaching.conversations;

import io.fairlead.methods.coaching.conversations.Situation.Avoid;
import io.fairlead.methods.coaching.conversations.Situation.Example;
import io.fairlead.methods.instruments.FileProblem;
import io.fairlead.methods.lessons.MarkdownFile;
import io.fairlead.methods.lessons.MarkdownFile.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A situation as a Markdown file: front matter, then its sections in this order.
final class SituationFile {
  private static final Set<String> KEYS =
      Set.of("situation", "edition", "name", "when", "follow-up");
  private static final List<String> SECTIONS =
      List.of(
          "Before you talk",
          "Example",
          "Opening",
          "Questions",
          "Better not said",
          "What you could agree");
  private static final List<String> EXAMPLE = List.of("Situation", "Behaviour", "Effect");
  private static final String ITEM = "- ";
  private static final int LONGEST_WAIT = 90;

  private final List<FileProblem> problems = new ArrayList<>();
  private final Map<String, Section> sections = new LinkedHashMap<>();

  private SituationFile() {}

  /// What became of reading one.
  sealed interface Read {
    record Sound(Situation situation) implements Read {}

    record Refused(List<FileProblem> problems) implements Read {}
  }

  static Read read(String text) {
    return new SituationFile().readWhole(text);
  }

  private Read readWhole(String text) {
    MarkdownFile file = MarkdownFile.read(text, KEYS);
    problems.addAll(file.problems());
    for (Section section : file.sections()) {
      if (!SECTIONS.contains(section.heading())) {
        problem(section.line(), "a situation has no section '%s'".formatted(section.heading()));
      } else if (sections.putIfAbsent(section.heading(), section) != null) {
        problem(section.line(), "'%s' stands here a second time".formatted(section.heading()));
      }
    }
    SECTIONS.stream()
        .filter(each -> !sections.containsKey(each))
        .forEach(each -> problem(1, "it needs a section '%s'".formatted(each)));
    int edition = whole(file, "edition", Integer.MAX_VALUE);
    int days = whole(file, "follow-up", LONGEST_WAIT);
    List<String> look = items("Before you talk");
    Example example = example();
    List<String> questions = items("Questions");
    List<Avoid> avoid = avoid();
    List<String> agreements = items("What you could agree");
    if (!problems.isEmpty()) {
      return new Read.Refused(List.copyOf(problems));
    }
    return new Read.Sound(
        new Situation(
            file.value("situation"),
            edition,
            file.value("name"),
            file.value("when"),
            look,
            example,
            section("Opening").text(),
            questions,
            avoid,
            agreements,
            days));
  }

  private void problem(int line, String sentence) {
    problems.add(new FileProblem(line, sentence));
  }

  private Section section(String heading) {
    return sections.getOrDefault(heading, new Section(heading, List.of(), 1));
  }

  private int whole(MarkdownFile file, String key, int highest) {
    String value = file.value(key);
    if (!value.matches("[1-9]\\d{0,8}") || Integer.parseInt(value) > highest) {
      if (!value.isEmpty()) {
        problem(1, "'%s' is a whole number from 1 to %d".formatted(key, highest));
      }
      return 1;
    }
    return Integer.parseInt(value);
  }

  /// The points of a section; a line that begins none is a problem.
  private List<String> items(String heading) {
    List<String> items = new ArrayList<>();
    Section section = section(heading);
    for (int i = 0; i < section.lines().size(); i++) {
      String line = section.lines().get(i);
      if (line.startsWith(ITEM)) {
        items.add(line.substring(ITEM.length()).strip());
      } else if (!line.isBlank()) {
        problem(section.line() + i + 1, "every line of '%s' begins with '- '".formatted(heading));
      }
    }
    return items;
  }

  private Example example() {
    List<String> parts = new ArrayList<>();
    List<String> items = items("Example");
    for (int i = 0; i < EXAMPLE.size(); i++) {
      String begins = EXAMPLE.get(i) + ": ";
      if (i < items.size() && items.get(i).startsWith(begins)) {
        parts.add(items.get(i).substring(begins.length()).strip());
      } else {
        parts.add("");
        problem(
            section("Example").line(),
            "an example has '- %s: …' as its point %d".formatted(EXAMPLE.get(i), i + 1));
      }
    }
    return new Example(parts.get(0), parts.get(1), parts.get(2));
  }

  /// Each point what is said, the line below it why not.
  private List<Avoid> avoid() {
    List<Avoid> avoid = new ArrayList<>();
    Section section = section("Better not said");
    List<String> lines = section.lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean said = line.startsWith(ITEM);
      String before = i == 0 ? "" : lines.get(i - 1);
      String after = i + 1 < lines.size() ? lines.get(i + 1) : "";
      if (said && isReason(after)) {
        avoid.add(new Avoid(line.substring(ITEM.length()).strip(), after.strip()));
      } else if (said || (!line.isBlank() && !(isReason(line) && before.startsWith(ITEM)))) {
        problem(section.line() + i + 1, "'- “…”' and below it, indented, why not");
      }
    }
    return avoid;
  }

  private static boolean isReason(String line) {
    return line.startsWith("  ") && !line.isBlank();
  }
}
