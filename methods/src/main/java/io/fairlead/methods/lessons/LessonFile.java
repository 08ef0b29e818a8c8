package io.fairlead.methods.lessons;

import io.fairlead.methods.instruments.FileProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A lesson as Markdown: `docs/lessons.md` says what stands in it.
public final class LessonFile {
  private static final String CHECK = "Check";
  private static final Set<String> KEYS =
      Set.of("lesson", "edition", "title", "summary", "competencies");

  private LessonFile() {}

  /// What a text says.
  public sealed interface Read {
    record Sound(Lesson lesson) implements Read {}

    /// Why it is no lesson; in the order of the lines.
    record Refused(List<FileProblem> problems) implements Read {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  public static Read read(String text) {
    MarkdownFile file = MarkdownFile.read(text, KEYS);
    List<FileProblem> problems = new ArrayList<>(file.problems());
    List<Lesson.Part> parts = new ArrayList<>();
    List<Lesson.Question> check = new ArrayList<>();
    for (MarkdownFile.Section section : file.sections()) {
      if (section.heading().equals(CHECK)) {
        check.addAll(new CheckReader(problems).questions(section));
      } else {
        parts.add(new Lesson.Part(section.heading(), section.text()));
      }
    }
    int edition = edition(file.value("edition"));
    if (edition == 0) {
      problems.add(new FileProblem(1, "'edition' is a whole number from 1"));
    }
    if (!problems.isEmpty()) {
      return new Read.Refused(
          problems.stream().sorted((a, b) -> Integer.compare(a.line(), b.line())).toList());
    }
    return new Read.Sound(
        new Lesson(
            file.value("lesson"),
            edition,
            file.value("title"),
            file.value("summary"),
            Stream.of(file.value("competencies").split(",", -1)).map(String::strip).toList(),
            parts,
            check));
  }

  private static int edition(String text) {
    return text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : 0;
  }
}
