package io.fairlead.methods.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.wording.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentLintTest {
  private static final String SOUND = Content.read("sound.yaml");

  private static List<InstrumentFinding> lint(String text) {
    Instrument instrument =
        switch (InstrumentFile.read(text, ItemBank.shipped())) {
          case InstrumentFile.Read.Sound(Instrument read) -> read;
          case InstrumentFile.Read.Refused refused -> throw new AssertionError(refused.problems());
        };
    return InstrumentLint.lint(instrument, ItemBank.shipped());
  }

  private static List<InstrumentFinding> changed(String from, String to) {
    assertThat(SOUND).contains(from);
    return lint(SOUND.replace(from, to));
  }

  @Test
  void aSoundInstrumentHasNothingSaidAboutIt() {
    assertThat(lint(SOUND)).isEmpty();
  }

  /// One change to a sound instrument, and what is said about it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          others: Sends out what the guest ordered.|others: Cooks and serves.|double-barrelled|cooking.as-ordered
          self: I send out|self: I always send out|absolute|cooking.as-ordered, self
          - A plate a day comes back.|- Good plates come back.|leading|cooking.as-ordered, anchor 3
          - A plate a day comes back.|- A plate a week comes back.|unbalanced-anchors|cooking.as-ordered
          - Dishes come on time at noon.|- In time.|unbalanced-anchors|cooking.on-time
          "          - A plate a day comes back.\n"|""|anchors|cooking.as-ordered
          "          self: I send out what the guest ordered.\n"|""|self-wording|cooking.as-ordered
          others: Sends out what the guest ordered.|others: Leaves the station ready for the next shift.|twice|cooking.tidies
          - listening.says-back|- listening.lets-finish|twice|listening.lets-finish
          "      - listening.says-back\n"|""|few-items|listening
          id: more|id: start|twice|start
          What would you like to add?|Why is this cook great?|leading|more
          minutes: 4|minutes: 3|minutes|""
          "languages: [en]"|"languages: [en, de]"|language|cooking.on-time
          """)
  void oneThingIsWrong(String from, String to, String rule, String where) {
    List<InstrumentFinding> findings = changed(from.replace("\\n", "\n"), to.replace("\\n", "\n"));
    assertThat(findings)
        .anySatisfy(finding -> {
          assertThat(finding.rule().id()).isEqualTo(rule);
          assertThat(finding.where()).isEqualTo(where);
          assertThat(finding.what()).isNotBlank();
        });
    assertThat(findings)
        .filteredOn(finding -> !finding.rule().id().equals(rule))
        .allMatch(finding -> finding.rule() == InstrumentRule.NOT_LINTED);
  }

  @Test
  void aFindingSaysItsLine() {
    int line = (int) SOUND.substring(0, SOUND.indexOf("id: as-ordered")).lines().count();
    assertThat(changed("Sends out what the guest ordered.", "Cooks and serves."))
        .extracting(InstrumentFinding::line)
        .containsExactly(line);
  }

  @Test
  void whatIsWrongWithAnItemOfTheBankHasNoLineInTheFile() {
    assertThat(changed("languages: [en]", "languages: [en, de]"))
        .filteredOn(finding -> finding.where().equals("listening.lets-finish"))
        .extracting(InstrumentFinding::line)
        .containsOnly(0);
  }

  @Test
  void whatIsAcceptedWithAReasonNoLongerFails() {
    List<InstrumentFinding> findings =
        lint(
            SOUND
                .replace("others: Sends out what the guest ordered.", "others: Cooks and serves.")
                .replace("self: I send out what the guest ordered.", "self: I cook and serve.")
                .replace(
                    "- id: as-ordered\n",
                    """
                    - id: as-ordered
                            accepted: {double-barrelled: One act in this trade.}
                    """));
    assertThat(findings).hasSize(2).noneMatch(InstrumentFinding::fails);
    assertThat(findings.getFirst().accepted()).contains("One act in this trade.");
  }

  @Test
  void remindersDoNotFail() {
    List<InstrumentFinding> findings =
        lint(
            SOUND.substring(0, SOUND.indexOf("comments:"))
                + SOUND.substring(SOUND.indexOf("validity:")));
    assertThat(findings).extracting(finding -> finding.rule().id()).containsExactly("comments");
    assertThat(findings).noneMatch(InstrumentFinding::fails);
  }

  @Test
  void aLongInstrumentIsForFewPeople() {
    StringBuilder items = new StringBuilder();
    ItemBank.shipped().items().stream()
        .filter(item -> !item.competency().equals("listening"))
        .limit(40)
        .forEach(item -> items.append("      - ").append(item.id()).append('\n'));
    List<InstrumentFinding> findings =
        lint(
            SOUND
                .replace(
                    "      - listening.lets-finish\n", "      - listening.lets-finish\n" + items)
                .replace("minutes: 4", "minutes: 9"));
    assertThat(findings)
        .extracting(finding -> finding.rule().id())
        .contains("sitting")
        .doesNotContain("minutes");
  }

  @Test
  void oneCompetencyShouldNotOutweighTheRest() {
    List<InstrumentFinding> findings =
        changed(
                "      - listening.open-questions\n",
                """
                      - listening.open-questions
                      - feedback.within-days
                      - feedback.says-effect
                      - feedback.describes-seen
                      - listening.undivided
                      - listening.invites-quiet
                      - listening.says-what-changed
                """)
            .stream()
            .filter(finding -> finding.rule() != InstrumentRule.MINUTES)
            .toList();
    assertThat(findings)
        .containsExactly(
            new InstrumentFinding(
                InstrumentRule.UNBALANCED_CONTENT,
                "listening",
                0,
                "6 of 12 items",
                Optional.empty()));
  }

  @Test
  void whatWithoutHowIsHalf() {
    String whatOnly =
        SOUND
            .replace("about: how", "about: what")
            .replace("  - name: With others\n    items:\n", "")
            .replace("      - listening.lets-finish\n", "")
            .replace("      - listening.says-back\n", "")
            .replace("      - listening.open-questions\n", "");
    assertThat(lint(whatOnly))
        .extracting(InstrumentFinding::what)
        .containsExactly("all items ask what was reached, none how");
  }

  @Test
  void languagesThatAreThereAreLintedEach() {
    List<InstrumentFinding> findings =
        changed(
            "others: Sends out what the guest ordered.",
            "others: {en: Sends out what the guest ordered., de: Schickt hinaus, en-GB: Cooks and serves.}");
    assertThat(findings).isEmpty();
    findings =
        lint(
            SOUND
                .replace("languages: [en]", "languages: [en, en-GB, xx]")
                .replace(
                    "others: Sends out what the guest ordered.",
                    "others: {en: Sends out what the guest ordered., en-GB: Cooks and serves.}"));
    assertThat(findings)
        .anySatisfy(finding -> {
          assertThat(finding.rule()).isEqualTo(InstrumentRule.DOUBLE_BARRELLED);
          assertThat(finding.where()).isEqualTo("cooking.as-ordered, en-GB");
        })
        .anySatisfy(finding -> {
          assertThat(finding.rule()).isEqualTo(InstrumentRule.LANGUAGE);
          assertThat(finding.where()).isEqualTo("cooking.as-ordered");
          assertThat(finding.what()).isEqualTo("no text in xx");
        })
        .anySatisfy(finding -> assertThat(finding.rule()).isEqualTo(InstrumentRule.NOT_LINTED));
  }

  @Test
  void everyRuleSaysWhyAndWhatToDoInstead() {
    for (InstrumentRule rule : InstrumentRule.values()) {
      assertThat(InstrumentRule.find(rule.id())).contains(rule);
      assertThat(rule.why()).as(rule.id()).hasSizeGreaterThan(30).doesNotEndWith(".");
      assertThat(rule.better()).as(rule.id()).hasSizeGreaterThan(10);
    }
    assertThat(InstrumentRule.FEW_ITEMS.severity()).isEqualTo(Severity.ERROR);
  }
}
