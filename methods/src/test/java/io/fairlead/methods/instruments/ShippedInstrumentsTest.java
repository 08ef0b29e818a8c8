package io.fairlead.methods.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShippedInstrumentsTest {
  private static final List<Instrument> ALL = ShippedInstruments.all();

  private static Instrument find(String id) {
    return ShippedInstruments.find(id).orElseThrow();
  }

  @Test
  void thereAreNineAboutPeopleAndTwoAboutTeams() {
    assertThat(ALL)
        .extracting(Instrument::id)
        .containsExactly(
            "individual-contributor",
            "manager",
            "leader",
            "sales",
            "engineering",
            "working-across-teams",
            "short-upward",
            "project",
            "follow-up-pulse",
            "psychological-safety",
            "framework-readiness");
  }

  @Test
  void theLintHasNothingToSay() {
    for (Instrument instrument : ALL) {
      assertThat(InstrumentLint.lint(instrument, ItemBank.shipped())).as(instrument.id()).isEmpty();
    }
  }

  @Test
  void everyCompetencyCanBePublished() {
    for (Instrument instrument : ALL) {
      for (String competency : instrument.competencies().keySet()) {
        assertThat(instrument.items())
            .as(instrument.id() + " " + competency)
            .filteredOn(item -> item.competency().equals(competency))
            .hasSizeGreaterThanOrEqualTo(3);
      }
    }
  }

  @Test
  void noneTakesARaterMoreThanSixMinutesOrClaimsToBeValidated() {
    assertThat(ALL)
        .allSatisfy(instrument -> {
          assertThat(instrument.estimatedMinutes()).isLessThanOrEqualTo(6);
          assertThat(instrument.minutes() - instrument.estimatedMinutes()).isBetween(0.0, 1.5);
          assertThat(instrument.validity().status()).isEqualTo(Validation.NOT_YET_VALIDATED);
          assertThat(instrument.validity().reliability().in("en")).startsWith("Not known");
          assertThat(instrument.validity().notFor()).hasSizeGreaterThanOrEqualTo(2);
          assertThat(instrument.raters())
              .as("a person is asked too; a team is asked about itself and beside nobody")
              .matches(raters ->
                  raters.contains(Relationship.SELF)
                      || List.copyOf(raters).equals(List.of(Relationship.MEMBER)));
        });
  }

  @Test
  void noTwoSheetsSayTheSame() {
    assertThat(ALL.stream().map(each -> each.validity().purpose())).doesNotHaveDuplicates();
    assertThat(ALL.stream().map(each -> each.validity().content())).doesNotHaveDuplicates();
    assertThat(ALL.stream().map(each -> each.validity().reliability())).doesNotHaveDuplicates();
  }

  /// A pulse that repeats an item could be subtracted from the round before it.
  @Test
  void thePulseAsksWhatNoOtherInstrumentAsks() {
    Set<Item> elsewhere = new HashSet<>();
    ALL.stream()
        .filter(each -> !each.id().equals("follow-up-pulse"))
        .forEach(each -> elsewhere.addAll(each.items()));
    assertThat(find("follow-up-pulse").items()).isNotEmpty().noneMatch(elsewhere::contains);
  }

  @Test
  void whoIsNotAskedHasNoWordingOfTheirOwnForNothing() {
    assertThat(find("short-upward").raters())
        .containsExactly(Relationship.SELF, Relationship.REPORT);
    assertThat(find("manager").items())
        .filteredOn(item -> item.ownText(Relationship.REPORT).isPresent())
        .hasSizeGreaterThan(8);
  }

  @Test
  void theTextOfEachIsTheTextOfItsFile() {
    assertThat(ShippedInstruments.text("manager").orElseThrow()).contains("instrument: manager");
    assertThat(ShippedInstruments.text("../sound")).isEmpty();
  }
}
