package io.fairlead.methods.lessons;

import io.fairlead.methods.instruments.FileProblem;
import java.util.ArrayList;
import java.util.List;

/// Questions under `###`, their answers as `- [ ]` or, the right one, `- [x]`, and under each
/// answer two spaces in what is said of it.
final class CheckReader {
  private static final String RIGHT = "- [x] ";
  private static final String WRONG = "- [ ] ";

  private final List<FileProblem> problems;
  private final List<Lesson.Question> questions = new ArrayList<>();
  private final List<Lesson.Answer> answers = new ArrayList<>();
  private String question = "";
  private int asked;

  CheckReader(List<FileProblem> problems) {
    this.problems = problems;
  }

  List<Lesson.Question> questions(MarkdownFile.Section section) {
    int at = section.line();
    for (String line : section.lines()) {
      at++;
      if (line.startsWith("### ")) {
        close();
        question = line.substring(4).strip();
        asked = at;
      } else if (line.startsWith(RIGHT) || line.startsWith(WRONG)) {
        if (question.isEmpty()) {
          problems.add(new FileProblem(at, "answers stand under a question (### …)"));
        }
        answers.add(
            new Lesson.Answer(line.substring(RIGHT.length()).strip(), line.startsWith(RIGHT), ""));
      } else if (line.startsWith("  ") && !answers.isEmpty()) {
        Lesson.Answer last = answers.removeLast();
        answers.add(
            new Lesson.Answer(
                last.text(), last.right(), (last.why() + " " + line.strip()).strip()));
      } else if (!line.isBlank()) {
        problems.add(
            new FileProblem(
                at,
                "a check has questions (### …) with answers (- [ ] … or - [x] …), no '%s'"
                    .formatted(line)));
      }
    }
    close();
    return questions;
  }

  private void close() {
    if (!question.isEmpty()) {
      questions.add(new Lesson.Question(question, answers, asked));
    }
    answers.clear();
    question = "";
  }
}
