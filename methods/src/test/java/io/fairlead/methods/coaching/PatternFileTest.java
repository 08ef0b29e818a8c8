package io.fairlead.methods.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.instruments.FileProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternFileTest {
  private static final String SOUND = ShippedPatterns.text("patterns/blind-spot.yaml");

  private static ReportPattern pattern(String text) {
    return switch (PatternFile.read(text)) {
      case PatternFile.Read.Sound(ReportPattern pattern) -> pattern;
      case PatternFile.Read.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  private static List<FileProblem> problems(String text) {
    return switch (PatternFile.read(text)) {
      case PatternFile.Read.Sound sound -> throw new AssertionError(sound.pattern().id());
      case PatternFile.Read.Refused refused -> refused.problems();
    };
  }

  @Test
  void aPatternIsRead() {
    ReportPattern pattern = pattern(SOUND);
    assertThat(pattern.id()).isEqualTo("blind-spot");
    assertThat(pattern.when())
        .extracting(Rule::text)
        .containsExactly("any competency: gap is blind spot");
    assertThat(pattern.ask()).hasSize(3);
    assertThat(pattern.replaces()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          6|gap is blind spot|gap is blond spot|where 'blond' stands, it is blind spot or hidden strength
          6|any competency: gap is blind spot|any competency: others > 4|where '>' stands, it is >= or <=
          2|pattern: blind-spot|patern: blind-spot|a pattern knows no 'patern'
          2|pattern: blind-spot|patern: blind-spot|a pattern needs 'pattern'
          3|edition: 1|edition: one|'edition' is a whole number
          5|when:|when: 7|not readable as YAML
          22|behaviours:|behaviours: []|not readable as YAML
          """)
  void aMistakeIsNamedWithItsLine(int line, String sound, String wrong, String said) {
    assertThat(SOUND).contains(sound);
    assertThat(problems(SOUND.replaceFirst(sound, wrong)))
        .anySatisfy(problem -> {
          assertThat(problem.message()).contains(said);
          if (!said.contains("YAML")) {
            assertThat(problem.line()).isEqualTo(line);
          }
        });
  }

  @Test
  void everyMistakeIsSaidAtOnceInTheOrderOfLines() {
    List<FileProblem> problems =
        problems(SOUND.replace("edition: 1", "edition: 0").replace("blind spot", "blunt spot"));
    assertThat(problems).extracting(FileProblem::line).containsExactly(3, 6);
  }

  @Test
  void whatIsNoPatternIsRefused() {
    for (String text : List.of("", "- a", "a: [", "7", "when: []", "a".repeat(300_000))) {
      assertThat(problems(text)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          is no reading but a verdict|Perhaps the person and the raters understand|The person and the raters understand
          judges the person|Perhaps the person and the raters|Perhaps the narcissistic person and the raters
          judges the person|Perhaps the person|Perhaps you are somebody who
          is no question|when you chose your figure?|when you chose your figure.
          asks for a defence|What did you think of|Why did you think of
          looks for an author|What may others have seen or missed|Whose answer may it be, and who gave it
          does not begin with one of|Describe one moment|Consider one moment
          is not “what is said” – and why not|“Here the report shows how you really are.” – it|Here it
          the library has no behaviour|learning.compares-self|learning.compares-selves
          the item bank has no competency|any competency|any humour
          'look-for' has 2, not 1|the others did next.\\n  - Describe what these raters see of it in a usual week, and what they do not.|the others did next.
          'behaviours' has 2 to 4, not 1|  - learning.chooses-critic\\n  - listening.rates-own-share\\n  - learning.sets-up-signal\\n|
          shouts|Perhaps the person|Perhaps! the person
          words, where 35 are the most|Perhaps the person|Perhaps a b c d e f g h i j k l m n o p q r s t u v w x y z a b the person
          more than 60 characters|Seen lower by others|Seen lower by others who have known them for a long while
          """)
  void theLintSaysWhatIsUnwise(String said, String sound, String unwise) {
    String from = sound.replace("\\n", "\n");
    assertThat(SOUND).contains(from);
    assertThat(PatternLint.lint(pattern(SOUND.replace(from, unwise == null ? "" : unwise))))
        .anySatisfy(each -> assertThat(each).contains(said));
  }

  @Test
  void whatIsQuotedMayBeAnExampleOfHowNotToSayIt() {
    assertThat(
            PatternLint.lint(
                pattern(SOUND.replace("“Here the report", "“You are lazy, the report"))))
        .isEmpty();
  }
}
