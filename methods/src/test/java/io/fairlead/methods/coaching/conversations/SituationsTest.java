package io.fairlead.methods.coaching.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.coaching.conversations.Situation.Avoid;
import io.fairlead.methods.instruments.FileProblem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The situations that come with Fairlead say what they promise to, and a broken file says why.
class SituationsTest {
  /// Words that judge somebody instead of saying what was seen.
  private static final List<String> JUDGING =
      List.of(
          "you are ",
          "you always",
          "you never",
          "attitude",
          "lazy",
          "difficult person",
          "why did",
          "why do you",
          "personality",
          "toxic",
          "motivat");

  private static final String WHOLE =
      """
      ---
      situation: late
      edition: 1
      name: Late
      when: Somebody comes late.
      follow-up: 14
      ---

      ## Before you talk
      - Look.

      ## Example
      - Situation: On Monday at nine.
      - Behaviour: You came at ten.
      - Effect: We waited.

      ## Opening
      “We waited on Monday.”

      ## Questions
      - How was it for you?

      ## Better not said
      - “Always late.”
        Always is wrong.

      ## What you could agree
      - A word before nine.
      """;

  static List<Situation> shipped() {
    return ShippedSituations.situations();
  }

  @Test
  void thereAreAtLeastTwelveAndEachIsThereOnce() {
    assertThat(shipped()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(shipped().stream().map(Situation::id)).doesNotHaveDuplicates();
    assertThat(shipped().stream().map(Situation::name)).doesNotHaveDuplicates();
    assertThat(shipped().stream().map(Situation::id))
        .containsExactlyElementsOf(ShippedSituations.IDS);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void itFitsOnAPageAndLeavesNothingOut(Situation situation) {
    assertThat(situation.name()).hasSizeLessThanOrEqualTo(48);
    assertThat(situation.when()).hasSizeBetween(40, 260).endsWith(".");
    assertThat(situation.look()).hasSize(3);
    assertThat(situation.questions()).hasSize(3).allMatch(each -> each.endsWith("?"));
    assertThat(situation.avoid()).hasSize(3);
    assertThat(situation.agreements()).hasSize(3);
    assertThat(situation.opening()).hasSizeBetween(60, 340).startsWith("“").endsWith("”");
    assertThat(situation.followUpDays()).isBetween(7, 30);
    assertThat(
            Stream.of(
                situation.example().situation(),
                situation.example().behaviour(),
                situation.example().effect()))
        .allMatch(each -> each.length() >= 20 && each.length() <= 200);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void itSaysWhatWasSeenAndJudgesNobody(Situation situation) {
    Stream<String> own =
        Stream.of(
                Stream.of(
                    situation.opening(),
                    situation.example().situation(),
                    situation.example().behaviour(),
                    situation.example().effect()),
                situation.questions().stream(),
                situation.agreements().stream())
            .flatMap(each -> each);
    own.map(each -> each.toLowerCase(Locale.ROOT))
        .forEach(each -> assertThat(each).doesNotContain(JUDGING));
  }

  /// Who may not read a report must not learn from a sheet that there is one.
  @ParameterizedTest
  @MethodSource("shipped")
  void nothingInItSpeaksOfAReportARatingOrARound(Situation situation) {
    String all = situation.toString().toLowerCase(Locale.ROOT);
    assertThat(all).doesNotContain("360", "rater", "rating", "feedback report", "survey", "score");
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void whatIsBetterNotSaidIsQuotedAndTheReasonIsNot(Situation situation) {
    for (Avoid avoid : situation.avoid()) {
      assertThat(avoid.said()).startsWith("“").endsWith("”");
      assertThat(avoid.why()).doesNotStartWith("“").endsWith(".").hasSizeLessThan(200);
    }
  }

  @Test
  void aWholeFileIsRead() {
    assertThat(SituationFile.read(WHOLE))
        .isInstanceOfSatisfying(
            SituationFile.Read.Sound.class,
            read -> {
              assertThat(read.situation().avoid())
                  .containsExactly(new Avoid("“Always late.”", "Always is wrong."));
              assertThat(read.situation().example().behaviour()).isEqualTo("You came at ten.");
            });
  }

  static Stream<List<String>> broken() {
    return Stream.of(
        List.of("follow-up: 14", "follow-up: soon", "line 1: 'follow-up' is a whole number"),
        List.of("edition: 1\n", "", "line 1: the front matter needs 'edition'"),
        List.of("## Questions", "## Demands", "a situation has no section 'Demands'"),
        List.of("## Questions", "## Demands", "it needs a section 'Questions'"),
        List.of(
            "- Behaviour: You",
            "- Character: You",
            "an example has '- Behaviour: …' as its point 2"),
        List.of("  Always is wrong.\n", "", "'- “…”' and below it, indented, why not"),
        List.of("- How was", "How was", "every line of 'Questions' begins with '- '"),
        List.of(
            "## What you could agree",
            "## Opening\n“Again.”\n\n## What you could agree",
            "'Opening' stands here a second time"));
  }

  private static String said(FileProblem problem) {
    return "line %d: %s".formatted(problem.line(), problem.message());
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aBrokenFileSaysWhatIsWrongAndWhere(List<String> change) {
    String text = WHOLE.replace(change.get(0), change.get(1));
    assertThat(text).isNotEqualTo(WHOLE);
    assertThat(SituationFile.read(text))
        .isInstanceOfSatisfying(
            SituationFile.Read.Refused.class,
            read ->
                assertThat(read.problems().stream().map(SituationsTest::said))
                    .anyMatch(each -> each.contains(change.get(2))));
  }
}
