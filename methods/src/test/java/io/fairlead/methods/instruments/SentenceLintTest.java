package io.fairlead.methods.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.instruments.SentenceLint.Flaw;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The rules for sentences against sentences: `sentences.csv` says what each finds, and what it
/// lets pass although a word of its list is near.
class SentenceLintTest {
  private static final LintWords ENGLISH = LintWords.of("en").orElseThrow();

  private record Case(InstrumentRule rule, SentenceKind kind, String found, String sentence) {
    static Case of(String line) {
      String[] cells = line.split(",", 4);
      return new Case(
          InstrumentRule.find(cells[0]).orElseThrow(),
          SentenceKind.valueOf(cells[1].toUpperCase(Locale.ROOT)),
          cells[2],
          cells[3]);
    }

    boolean isBad() {
      return !found.isEmpty();
    }
  }

  private static List<Case> cases() throws IOException {
    try (InputStream table =
        Objects.requireNonNull(SentenceLintTest.class.getResourceAsStream("sentences.csv"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(Case::of)
          .toList();
    }
  }

  @TestFactory
  List<DynamicTest> everySentenceIsFoundForItsOwnReasonOrForNone() throws IOException {
    return cases().stream()
        .map(each ->
            DynamicTest.dynamicTest(each.rule().id() + ": " + each.sentence(), () -> check(each)))
        .toList();
  }

  private static void check(Case each) {
    List<Flaw> flaws = SentenceLint.lint(each.sentence(), each.kind(), ENGLISH);
    if (!each.isBad()) {
      assertThat(flaws).isEmpty();
      return;
    }
    assertThat(flaws).extracting(Flaw::rule).containsExactly(each.rule());
    assertThat(flaws.getFirst().what()).containsIgnoringCase(each.found());
  }

  @Test
  void everyRuleThatLooksForWordsIsTriedOnGoodAndOnBad() throws IOException {
    List<Case> cases = cases();
    for (SentenceKind kind : SentenceKind.values()) {
      for (InstrumentRule rule : kind.rules()) {
        assertThat(cases)
            .as(rule + " of " + kind)
            .anyMatch(each -> each.rule() == rule && each.kind() == kind && each.isBad());
        assertThat(cases)
            .as("good for " + rule)
            .anyMatch(each -> each.rule() == rule && !each.isBad());
      }
    }
  }

  /// What may stand in an anchor or a question may not stand in an item.
  @Test
  void whatIsLetPassElsewhereIsFoundInAnItem() {
    assertThat(SentenceLint.lint("Names the result and its day.", SentenceKind.ITEM, ENGLISH))
        .extracting(Flaw::rule)
        .containsExactly(InstrumentRule.DOUBLE_BARRELLED);
    assertThat(SentenceLint.lint("Does not answer.", SentenceKind.ITEM, ENGLISH))
        .extracting(Flaw::rule)
        .containsExactly(InstrumentRule.NEGATED);
  }

  @Test
  void aLanguageWithoutListsHasNone() {
    assertThat(LintWords.of("xx")).isEmpty();
    assertThat(LintWords.of("en-GB")).isPresent();
  }
}
