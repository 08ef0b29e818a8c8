package io.fairlead.methods.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is unwise in a lesson or a workshop, in sentences; nothing where all is well.
public final class LessonLint {
  static final double SHORTEST = 6;
  static final double LONGEST = 8;
  static final int QUESTIONS = 3;
  private static final int CASE_WORDS = 120;

  /// Phrases that say less than they sound.
  private static final List<String> EMPTY =
      List.of(
          "at the end of the day",
          "comfort zone",
          "game changer",
          "game-changer",
          "feedback is a gift",
          "think outside",
          "low-hanging",
          "win-win",
          "journey",
          "deep dive",
          "leverage",
          "synergy",
          "growth mindset",
          "next level",
          "sandwich method",
          "unlock",
          "empower",
          "crucial",
          "!");

  private static final Pattern QUOTED = Pattern.compile("“[^”]*”");

  private LessonLint() {}

  /// Length, a worked case, a check that teaches, and phrases that say nothing.
  public static List<String> lint(Lesson lesson) {
    List<String> found = new ArrayList<>();
    if (lesson.minutes() < SHORTEST || lesson.minutes() > LONGEST) {
      found.add(
          "it takes %.1f minutes (%d words); a lesson takes 6 to 8"
              .formatted(lesson.minutes(), lesson.words()));
    }
    List<Lesson.Part> cases =
        lesson.parts().stream().filter(part -> part.heading().equals(Lesson.CASE)).toList();
    if (cases.isEmpty()) {
      found.add("it has no part '%s'".formatted(Lesson.CASE));
    } else if (cases.stream().allMatch(part -> part.text().split("\\s+", -1).length < CASE_WORDS)) {
      found.add("its case has fewer than %d words".formatted(CASE_WORDS));
    }
    if (lesson.check().size() < QUESTIONS) {
      found.add("its check has fewer than %d questions".formatted(QUESTIONS));
    }
    lesson.check().forEach(question -> lint(question, found));
    if (lesson.check().size() > 1 && alwaysTheSamePlace(lesson)) {
      found.add("the right answer stands at the same place in every question");
    }
    found.addAll(
        phrases(
            Stream.concat(
                lesson.parts().stream().map(Lesson.Part::text),
                lesson.check().stream().flatMap(Lesson::texts))));
    return found;
  }

  private static void lint(Lesson.Question question, List<String> found) {
    String where = "question of line %d: ".formatted(question.line());
    List<Lesson.Answer> answers = question.answers();
    if (answers.size() < 3) {
      found.add(where + "it has fewer than three answers");
    }
    if (answers.stream().filter(Lesson.Answer::right).count() != 1) {
      found.add(where + "exactly one answer is right");
    }
    Set<String> different = answers.stream().map(Lesson.Answer::text).collect(Collectors.toSet());
    if (different.size() < answers.size()) {
      found.add(where + "two answers are the same");
    }
    answers.stream()
        .filter(answer -> answer.why().split("\\s+", -1).length < 6)
        .forEach(answer -> found.add(where + "'%s' does not say why".formatted(answer.text())));
  }

  private static boolean alwaysTheSamePlace(Lesson lesson) {
    return lesson.check().stream()
            .map(question ->
                IntStream.range(0, question.answers().size())
                    .filter(at -> question.answers().get(at).right())
                    .findFirst())
            .distinct()
            .count()
        == 1;
  }

  /// What stands in quotation marks may be an example of how not to say it.
  static List<String> phrases(Stream<String> texts) {
    String all =
        QUOTED
            .matcher(texts.collect(Collectors.joining("\n")))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    return EMPTY.stream()
        .filter(all::contains)
        .map("'%s' says less than it sounds"::formatted)
        .toList();
  }
}
