package io.fairlead.methods.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The bank against its own rules: docs/item-bank.md.
class ItemBankTest {
  private static final ItemBank BANK = ItemBank.shipped();

  @Test
  void everyCompetencyHasItems() {
    assertThat(BANK.competencies()).hasSize(14);
    assertThat(BANK.items()).hasSizeGreaterThanOrEqualTo(80);
    for (Competency competency : BANK.competencies()) {
      assertThat(BANK.items(competency.id())).as(competency.id()).hasSizeBetween(6, 12);
      assertThat(competency.means().in("en")).endsWith(".");
    }
    assertThat(BANK.items()).extracting(Item::about).contains(About.WHAT, About.HOW);
  }

  @Test
  void theLintHasNothingToSay() {
    for (Item item : BANK.items()) {
      assertThat(InstrumentLint.lint(item, BANK.languages(item.competency()), 5))
          .as(item.id())
          .isEmpty();
    }
  }

  /// Whoever keeps an id, in an instrument or with results, finds the same item in every later
  /// release.
  @Test
  void everyIdThatWasEverGivenOutIsThereOnce() {
    assertThat(Content.read("item-ids.txt").lines())
        .as("item-ids.txt of the tests: add what is new, never take out")
        .containsExactlyInAnyOrderElementsOf(BANK.items().stream().map(Item::id).toList());
  }

  @Test
  void nothingIsSaidTwice() {
    assertThat(BANK.items().stream().map(item -> item.others().in("en"))).doesNotHaveDuplicates();
    assertThat(BANK.items().stream().map(item -> item.text(Relationship.SELF).in("en")))
        .doesNotHaveDuplicates();
    assertThat(BANK.items().stream().flatMap(item -> item.anchors().stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void everySentenceIsOne() {
    assertThat(BANK.items())
        .allSatisfy(item -> {
          assertThat(item.text(Relationship.SELF).in("en")).startsWith("I ");
          assertThat(texts(item)).allMatch(text -> text.matches("\\p{Lu}.*[.]"));
        });
  }

  private static List<String> texts(Item item) {
    return Stream.concat(
            Stream.of(item.others()),
            Stream.concat(
                Stream.of(Relationship.values()).map(item::text), item.anchors().stream()))
        .map(text -> text.in("en"))
        .toList();
  }

  @Test
  void everyItemIsAskedByAnInstrumentOrStandsReadyForAnOwnOne() {
    List<String> asked =
        ShippedInstruments.all().stream()
            .filter(instrument -> !instrument.raters().contains(Relationship.MEMBER))
            .flatMap(instrument -> instrument.items().stream())
            .map(Item::id)
            .distinct()
            .toList();
    assertThat(BANK.items()).extracting(Item::id).containsAll(asked);
    assertThat(asked).hasSizeGreaterThan(60);
  }

  @Test
  void aMistakeInAFileSaysWhereItIs() {
    String sound = Content.read("bank/listening.yaml");
    assertThat(ItemBank.of("listening", sound).items()).hasSize(6);
    for (String[] change :
        new String[][] {
          {"status: not-yet-validated", "status: tried", "'status'"},
          {"  - id: says-back", "  - id: lets-finish", "lets-finish"},
          {"about: how\n    wording", "about: why\n    wording", "'about'"},
          {"competency: listening", "competency: hearing", "the bank's listening"}
        }) {
      assertThat(sound).contains(change[0]);
      assertThatThrownBy(() -> ItemBank.of("listening", sound.replace(change[0], change[1])))
          .as(change[1])
          .hasMessageContaining(change[2]);
    }
  }
}
