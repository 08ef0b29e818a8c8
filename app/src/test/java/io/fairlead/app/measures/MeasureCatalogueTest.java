package io.fairlead.app.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// The catalogue against its own rules: docs/measure-catalogue.md.
class MeasureCatalogueTest {
  private final MeasureCatalogue catalogue = new MeasureCatalogue();

  private MeasureExample find(String id) {
    return catalogue.find(id).orElseThrow(() -> new AssertionError("no " + id));
  }

  @Test
  void everyDomainHasMeasuresThatLeadAndThatLag() {
    assertThat(catalogue.all()).hasSizeGreaterThanOrEqualTo(80);
    for (MeasureDomain domain : MeasureDomain.values()) {
      assertThat(catalogue.matching(domain, null, "")).as(domain.code()).hasSizeBetween(8, 20);
      for (Tense tense : List.of(Tense.LEADING, Tense.LAGGING)) {
        assertThat(catalogue.matching(domain, tense, "").size())
            .as(domain + " " + tense)
            .isGreaterThanOrEqualTo(2);
      }
    }
    assertThat(catalogue.all()).extracting(MeasureExample::tense).doesNotContain(Tense.UNSAID);
    assertThat(catalogue.all()).extracting(MeasureExample::way).contains(Way.BAND);
  }

  /// Whoever keeps an id, in a link or a script, finds the same measure in every later release.
  @Test
  void everyIdThatWasEverGivenOutIsThereOnce() throws IOException {
    List<String> ids = catalogue.all().stream().map(MeasureExample::id).toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z0-9]+)+"));
    assertThat(catalogue.all()).allMatch(each -> each.id().startsWith(each.domain().code() + "-"));
    try (InputStream given =
        Objects.requireNonNull(getClass().getResourceAsStream("/library/measure-ids.txt"))) {
      assertThat(new String(given.readAllBytes(), StandardCharsets.UTF_8).lines())
          .as("src/test/resources/library/measure-ids.txt: add what is new, never take out")
          .containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  @Test
  void nothingIsSaidTwice() {
    for (Function<MeasureExample, String> text :
        List.<Function<MeasureExample, String>>of(
            MeasureExample::name,
            MeasureExample::definition,
            MeasureExample::formula,
            MeasureExample::gaming)) {
      assertThat(catalogue.all().stream().map(text)).doesNotHaveDuplicates();
    }
    assertThat(catalogue.all())
        .allSatisfy(each -> {
          assertThat(each.name()).hasSizeLessThanOrEqualTo(60).matches("[^.]*");
          assertThat(each.definition()).endsWith(".");
          assertThat(each.gaming()).endsWith(".");
          assertThat(each.formula()).hasSizeGreaterThan(15).doesNotEndWith(".");
          assertThat(each.unit()).hasSizeLessThanOrEqualTo(30);
        });
  }

  @Test
  void everyMeasureHasAnotherToLookAtBesideIt() {
    assertThat(catalogue.all())
        .allSatisfy(each -> {
          assertThat(find(each.counter())).isNotEqualTo(each);
        });
  }

  @Test
  void whoFollowsALeadComesToAMeasureThatLags() {
    for (MeasureExample each : catalogue.all()) {
      Set<String> seen = new HashSet<>();
      MeasureExample at = each;
      while (at.leads() != null) {
        assertThat(seen.add(at.id())).as(each.id() + " leads in a circle").isTrue();
        assertThat(at.lag()).isNotNull();
        at = find(at.leads());
      }
      assertThat(at.tense()).as(each.id()).isEqualTo(Tense.LAGGING);
    }
  }

  /// A share of what is lost, late or wrong gets better as it falls.
  @Test
  void theBetterSideFitsTheWords() {
    assertThat(catalogue.all())
        .filteredOn(each ->
            each.name().matches("(?i).*(complaint|late|leavers|overdue|fail|returned|days until).*")
                && !each.name().matches("(?i).*near miss.*"))
        .hasSizeGreaterThan(7)
        .allSatisfy(each -> assertThat(each.way()).as(each.id()).isEqualTo(Way.LOWER));
  }

  @Test
  void wordsFindAMeasureWhereverTheyStand() {
    assertThat(catalogue.matching(null, null, "RECEIVABLES written"))
        .extracting(MeasureExample::id)
        .containsExactly("finance-write-offs");
    assertThat(catalogue.matching(MeasureDomain.SALES, Tense.LEADING, "offer"))
        .isNotEmpty()
        .allMatch(each -> each.domain() == MeasureDomain.SALES);
    assertThat(catalogue.matching(null, null, "zzz")).isEmpty();
  }

  @Test
  void aMistakeInAFileSaysWhereItIs() {
    String sound =
        """
        domain: sales
        edition: 1
        measures:
          - id: sales-one
            name: One
            definition: It counts.
            formula: One over one
            unit: '%'
            direction: higher
            frequency: weekly
            tense: leading
            leads: sales-two
            lag: 2-6 weeks
            gaming: It is cheated.
            counter: sales-two
        """;
    assertThat(MeasureCatalogueFile.read("a", sound)).hasSize(1);
    for (String[] change :
        new String[][] {
          {"lag: 2-6 weeks", "lag: 6-2 weeks", "lag"},
          {"direction: higher", "direction: up", "direction"},
          {"tense: leading", "tense: lagging", "leads"},
          {"    gaming: It is cheated.\n", "", "gaming"},
          {"unit: '%'", "units: '%'", "units"},
          {"domain: sales", "domain: moon", "domain"}
        }) {
      assertThatThrownBy(() -> MeasureCatalogueFile.read("a", sound.replace(change[0], change[1])))
          .as(change[1])
          .hasMessageContaining("'" + change[2] + "'");
    }
  }
}
