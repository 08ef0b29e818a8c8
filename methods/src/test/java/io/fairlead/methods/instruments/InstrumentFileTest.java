package io.fairlead.methods.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentFileTest {
  private static final String SOUND = Content.read("sound.yaml");

  private static Instrument sound(String text) {
    return switch (InstrumentFile.read(text, ItemBank.shipped())) {
      case InstrumentFile.Read.Sound(Instrument read) -> read;
      case InstrumentFile.Read.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  private static List<FileProblem> problems(String text) {
    return switch (InstrumentFile.read(text, ItemBank.shipped())) {
      case InstrumentFile.Read.Sound _ -> List.of();
      case InstrumentFile.Read.Refused refused -> refused.problems();
    };
  }

  @Test
  void itemsComeFromTheBankOrAreWrittenOut() {
    Instrument kitchen = sound(SOUND);
    assertThat(kitchen.items())
        .extracting(Item::id)
        .containsExactly(
            "listening.lets-finish",
            "listening.says-back",
            "listening.open-questions",
            "cooking.on-time",
            "cooking.as-ordered",
            "cooking.tidies");
    assertThat(kitchen.competencies().keySet()).containsExactly("listening", "cooking");
    assertThat(kitchen.estimatedMinutes()).isEqualTo((30 + 45 + 45 + 75) / 60.0);
  }

  @Test
  void eachKindOfRaterReadsTheirWording() {
    Item item = sound(SOUND).items().getFirst();
    assertThat(item.text(Relationship.SELF).in("en"))
        .isEqualTo("I let people finish their sentences.");
    assertThat(item.text(Relationship.REPORT).in("en")).isEqualTo("Lets me finish my sentences.");
    assertThat(item.text(Relationship.PEER).in("en"))
        .isEqualTo("Lets people finish their sentences.");
  }

  @Test
  void aTextMayBeThereInSeveralLanguages() {
    LocalText name =
        sound(
                SOUND
                    .replace("languages: [en]", "languages: [en, de]")
                    .replace("name: Cooking\n", "name: {en: Cooking, de: Kochen}\n"))
            .competencies()
            .values()
            .stream()
            .map(Competency::name)
            .filter(each -> each.in("en").equals("Cooking"))
            .findFirst()
            .orElseThrow();
    assertThat(name.in("de")).isEqualTo("Kochen");
    assertThat(name.in("fr")).isEqualTo("Cooking");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          instrument: kitchen|instrument: The Kitchen|an id has small letters
          points: 5|points: 6|5 or 7 points
          points: 5|points: five|from 5 to 7
          minutes: 4|minutes: 0|from 1 to 60
          raters: [self, peer, report]|raters: [self, friend]|are different ones of self, manager
          raters: [self, peer, report]|raters: [self, self]|are different ones of self, manager
          - listening.lets-finish|- listening.stares|the item bank has no item 'listening.stares'
          competency: cooking|competency: baking|there is no competency 'baking'
          - id: cooking|- id: craft|there is a competency 'craft' already
          kind: start|kind: begin|'kind' is one of start, stop, continue, free
          required: true|required: perhaps|'required' is true or false
          status: not-yet-validated|status: proven|'status' is one of not-yet-validated, validated
          purpose: To learn.|purposes: To learn.|'validity' knows no 'purposes'
          not-for: [Pay.]|not-for: []|'not-for' is a list
          edition: 1|edition: 1, 2|'edition' is a whole number
          name: Working in the kitchen|name: 7|'name' is a text
          name: Working in the kitchen|name: {english: Working}|'english' is no language
          languages: [en]|languages: [en, en]|'languages' are different ones
          audience: Anybody who cooks here.|minutes: 3|stands here a second time
          """)
  void whatCannotBeUsedIsSaidWithItsLine(String from, String to, String said) {
    assertThat(SOUND).contains(from);
    List<FileProblem> problems = problems(SOUND.replaceFirst(Pattern.quote(from), to));
    assertThat(problems).anySatisfy(problem -> assertThat(problem.message()).contains(said));
    assertThat(problems).allMatch(problem -> problem.line() >= 1 && problem.line() <= 80);
  }

  @Test
  void everythingIsSaidAtOnce() {
    assertThat(problems("instrument: x\n"))
        .hasSizeGreaterThan(8)
        .allMatch(problem -> problem.line() == 1);
  }

  @Test
  void hostileFilesAreRefused() {
    assertThat(problems("")).extracting(FileProblem::message).containsExactly("the file is empty");
    assertThat(problems("a: [b"))
        .first()
        .extracting(FileProblem::message)
        .asString()
        .contains("not readable");
    assertThat(problems("[".repeat(100_000))).isNotEmpty();
    assertThat(problems("a: &x [1]\nb: *x\n"))
        .extracting(FileProblem::message)
        .containsExactly("aliases are not read here: write the value out");
    assertThat(problems("x".repeat(200_001)))
        .extracting(FileProblem::message)
        .containsExactly("a file has at most 200000 characters");
    assertThat(problems("- a\n- b\n")).isNotEmpty();
    assertThat(problems("\u0000\u0001")).isNotEmpty();
    assertThat(problems("a: b\n---\nc: d\n")).isNotEmpty();
    assertThat(problems(SOUND.replace("To learn.", "x".repeat(1_001))))
        .extracting(FileProblem::message)
        .containsExactly("'purpose' has at most 1000 characters");
  }
}
