package io.fairlead.methods.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a facilitator needs for a workshop: steps that follow each other, each with notes, and
/// handouts to print.
public record Workshop(String title, String summary, List<Step> steps, List<Handout> handouts) {
  /// The length of the workshop.
  public static final int MINUTES = 60;

  private static final Pattern STEP = Pattern.compile("(\\d+)–(\\d+) (.+)");
  private static final String HANDOUT = "Handout: ";

  public Workshop {
    steps = List.copyOf(steps);
    handouts = List.copyOf(handouts);
  }

  /// @param from minutes from the start
  /// @param to minutes from the start
  /// @param notes what the facilitator says and does, in Markdown
  public record Step(int from, int to, String name, String notes) {}

  public record Handout(String name, String text) {}

  /// The text of `workshop.md`: sections `## 0–5 Name` are steps, `## Handout: Name` handouts.
  ///
  /// @throws IllegalArgumentException where it is none, with every reason
  public static Workshop read(String text) {
    MarkdownFile file = MarkdownFile.read(text, Set.of("workshop", "edition", "title", "summary"));
    List<Object> problems = new ArrayList<>(file.problems());
    List<Step> steps = new ArrayList<>();
    List<Handout> handouts = new ArrayList<>();
    for (MarkdownFile.Section section : file.sections()) {
      String heading = section.heading();
      Matcher step = STEP.matcher(heading);
      if (step.matches()) {
        steps.add(
            new Step(
                Integer.parseInt(step.group(1)),
                Integer.parseInt(step.group(2)),
                step.group(3),
                section.text()));
      } else if (heading.startsWith(HANDOUT)) {
        handouts.add(new Handout(heading.substring(HANDOUT.length()), section.text()));
      } else {
        problems.add(
            "line %d: '%s' is neither a step nor a handout".formatted(section.line(), heading));
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.toString());
    }
    return new Workshop(file.value("title"), file.value("summary"), steps, handouts);
  }

  /// What is unwise in it, in sentences; nothing where all is well.
  public List<String> lint() {
    List<String> found = new ArrayList<>();
    int at = 0;
    for (Step step : steps) {
      if (step.from() != at || step.to() <= step.from()) {
        found.add("'%s' does not begin at minute %d".formatted(step.name(), at));
      }
      if (step.notes().length() < 100) {
        found.add("'%s' does not say what to do".formatted(step.name()));
      }
      at = step.to();
    }
    if (at != MINUTES) {
      found.add("it ends at minute %d of %d".formatted(at, MINUTES));
    }
    for (Handout handout : handouts) {
      if (steps.stream().noneMatch(step -> step.notes().contains("“" + handout.name() + "”"))) {
        found.add("no step hands out '%s'".formatted(handout.name()));
      }
    }
    found.addAll(
        LessonLint.phrases(
            Stream.concat(steps.stream().map(Step::notes), handouts.stream().map(Handout::text))));
    return found;
  }
}
