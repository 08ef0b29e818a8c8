package io.fairlead.methods.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.instruments.ItemBank;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonsTest {
  private static final String SOUND = ShippedLessons.text("giving");

  private static List<String> lint(String text) {
    return switch (LessonFile.read(text)) {
      case LessonFile.Read.Sound(Lesson lesson) -> LessonLint.lint(lesson);
      case LessonFile.Read.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  @Test
  void thereAreTwelveAndTheLintHasNothingToSay() {
    assertThat(ShippedLessons.lessons()).hasSize(12);
    for (Lesson lesson : ShippedLessons.lessons()) {
      assertThat(LessonLint.lint(lesson)).as(lesson.id()).isEmpty();
    }
  }

  @Test
  void eachIsFoundByItsIdAndIsAboutCompetenciesOfTheBank() {
    assertThat(ShippedLessons.lessons())
        .extracting(Lesson::id)
        .containsExactlyElementsOf(ShippedLessons.IDS);
    for (Lesson lesson : ShippedLessons.lessons()) {
      assertThat(lesson.competencies())
          .as(lesson.id())
          .isNotEmpty()
          .doesNotHaveDuplicates()
          .allMatch(id -> ItemBank.shipped().competency(id).isPresent());
    }
    assertThat(ShippedLessons.find("recency")).isPresent();
    assertThat(ShippedLessons.find("bias")).isEmpty();
  }

  @Test
  void noTwoAskTheSameOrAnswerTheSame() {
    assertThat(
            ShippedLessons.lessons().stream()
                .flatMap(lesson -> lesson.check().stream())
                .flatMap(Lesson::texts))
        .doesNotHaveDuplicates();
  }

  @Test
  void minutesAreWordsReadAndTimeToThink() {
    Lesson lesson =
        new Lesson(
            "short",
            1,
            "Short",
            "Two words",
            List.of("feedback"),
            List.of(new Lesson.Part("A case", "It's a — well-meant 3.")),
            List.of(
                new Lesson.Question(
                    "Why?", List.of(new Lesson.Answer("Because.", true, "It is so.")), 9)));
    assertThat(lesson.words()).isEqualTo(2 + 2 + 4 + 1 + 1 + 3);
    assertThat(lesson.minutes()).isEqualTo(13 / 190.0 + 20 / 60.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          it has no part 'A case'|## A case|## An example
          exactly one answer is right|- [x] Put two|- [ ] Put two
          two answers are the same|Ask a few others whether they find the reports hard to read too.|Tell them your impression now, since early is better than late.
          exactly one answer is right|- [ ] Tell them|- [x] Tell them
          'at the end of the day' says less|Choose one thing. Three|At the end of the day, three
          '!' says less than it sounds|Choose one thing. Three|Choose! Three
          """)
  void theLintSaysWhatIsUnwise(String said, String sound, String unwise) {
    assertThat(SOUND).contains(sound);
    assertThat(lint(SOUND.replace(sound, unwise)))
        .anySatisfy(each -> assertThat(each).contains(said));
  }

  @Test
  void tooShortTooLongAndTooFewQuestionsAreFound() {
    String check = SOUND.substring(SOUND.indexOf("## Check"));
    assertThat(lint(SOUND.replace(check, "")))
        .anySatisfy(each -> assertThat(each).contains("a lesson takes 6 to 8"))
        .contains("its check has fewer than 3 questions");
    assertThat(lint(SOUND.replace("## A case", "More words. ".repeat(200) + "\n\n## A case")))
        .singleElement()
        .asString()
        .contains("a lesson takes 6 to 8");
  }

  @Test
  void aCaseIsWorkedThroughAndAQuestionHasThreeAnswers() {
    int start = SOUND.indexOf("Mira leads");
    String worked = SOUND.substring(start, SOUND.indexOf("## Check"));
    assertThat(lint(SOUND.replace(worked, "Mira said it well.\n\n")))
        .contains("its case has fewer than 120 words");
    int last = SOUND.lastIndexOf("- [ ]");
    String answer = SOUND.substring(last, SOUND.indexOf("- [x]", last));
    assertThat(lint(SOUND.replace(answer, "")))
        .anySatisfy(each -> assertThat(each).endsWith("it has fewer than three answers"));
  }

  @Test
  void anAnswerNeedsAReasonAndTheRightOneMoves() {
    String reason =
        "  Yes. Both could agree that it happened, and talk about why and what came of it.\n";
    assertThat(SOUND).contains(reason);
    assertThat(lint(SOUND.replace(reason, "")))
        .singleElement()
        .asString()
        .endsWith("does not say why");
    Lesson.Question first = ShippedLessons.find("giving").orElseThrow().check().getFirst();
    Lesson giving = ShippedLessons.find("giving").orElseThrow();
    assertThat(
            LessonLint.lint(
                new Lesson(
                    giving.id(),
                    1,
                    giving.title(),
                    giving.summary(),
                    giving.competencies(),
                    giving.parts(),
                    List.of(first, first, first))))
        .contains("the right answer stands at the same place in every question");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          1|'edition' is a whole number from 1|edition: 1|edition: one
          3|knows no 'editions'|edition: 1|editions: 1
          4|'title' stands here a second time|lesson: giving|title: giving
          9|text stands under a heading|## Why most|Why most
          58|a check has questions|- [x] Put two|* Put two
          50|answers stand under a question|### Which of these could a camera have recorded?|
          """)
  void aMistakeInAFileSaysWhereItIs(int line, String said, String sound, @Nullable String wrong) {
    assertThat(SOUND).contains(sound);
    assertThat(LessonFile.read(SOUND.replace(sound, Objects.requireNonNullElse(wrong, ""))))
        .isInstanceOfSatisfying(
            LessonFile.Read.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .anySatisfy(problem -> {
                      assertThat(problem.message()).contains(said);
                      assertThat(problem.line()).isEqualTo(line);
                    }));
  }

  @Test
  void aFileWithoutFrontMatterIsNoLesson() {
    for (String text : List.of("", "## A case", "---\nlesson: giving")) {
      assertThat(LessonFile.read(text))
          .isInstanceOfSatisfying(
              LessonFile.Read.Refused.class,
              refused ->
                  assertThat(refused.problems().getFirst().message()).contains("front matter"));
    }
  }
}
