package io.fairlead.methods.coaching;

import static io.fairlead.methods.coaching.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.disclosure.RoundPrecision;
import io.fairlead.methods.lessons.Lesson;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuideTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          delivery: peer 4 = 4.2 ; craft: peer 4 = 4.2 ; listening: peer 4 = 3.0 ; inclusion: peer 4 = 3.0|results-without-collaboration
          feedback: report 4 = 2.0, peer 4 = 4.0|new-in-leading
          listening: self 5.0, peer 4 = 3.0 ; craft: self 4.0, peer 4 = 3.1 ; delivery: self 4.0, peer 4 = 3.0|self-above-everywhere, all-middling
          listening: self 1.0, peer 4 = 3.0 ; craft: self 1.0, peer 4 = 3.1 ; delivery: self 1.0, peer 4 = 3.0|self-below-everywhere, all-middling
          craft: manager 1.0, self 5.0, peer 4 = 4.0, report 4 = 3.0|blind-spot, split-by-group, manager-lower
          craft: manager 5.0, self 1.0, peer 4 = 4.0, report 4 = 3.0|hidden-strength, split-by-group, manager-higher
          listening: self 3.0, peer 4 = 3.0|nothing-stands-out
          listening: self 3.0, manager 1.0|mostly-withheld
          comments peer 9|comments-without-figures
          """)
  void theMostTellingComeFirstAndTheSpecialReplaceTheGeneral(String report, String ids) {
    assertThat(String.join(", ", PatternsTest.ids(report(report)))).isEqualTo(ids);
  }

  @Test
  void thereAreThreeAtMost() {
    String report =
        "delivery: self 5.0, manager 1.0, peer 4 = 4.0, report 4 = 2.9 ; craft: peer 4 = 4.6 ;"
            + " listening: self 1.0, peer 4 = 2.0 ; inclusion: manager 5.0, peer 4 = 2.0";
    long holding =
        ShippedPatterns.all().stream()
            .filter(pattern -> !pattern.isLastResort())
            .filter(pattern -> pattern.facts(report(report)).isPresent())
            .count();
    assertThat(holding).isGreaterThan(Guide.MOST);
    assertThat(Guide.of(report(report)).matches()).hasSize(Guide.MOST);
  }

  @Test
  void aMatchNamesTheCompetenciesThatItIsAbout() {
    Guide guide =
        Guide.of(report("listening: self 5.0, peer 4 = 3.0 ; craft: self 5.0, peer 4 = 3.9"));
    assertThat(guide.matches().getFirst().competencies()).containsExactly("listening", "craft");
  }

  @Test
  void whereTheRoundIsKnownFiguresSayHowFarChanceGoes() {
    Report known =
        new Report(
            report("listening: self 5.0, peer 4 = 3.0, report 5 >= 3.9 ; craft: peer 4 = 3.0")
                .published(),
            Reports.BANK,
            Map.of("listening", new RoundPrecision(0.8, 0.3)));
    Guide guide = Guide.of(known);
    assertThat(guide.matches().getFirst().facts())
        .extracting(Fact::text)
        .contains("listening: self 5.0", "listening: all others 3.5 to 4.2 ± 0.6 (9 raters)");
    assertThat(guide.sureness())
        .singleElement()
        .satisfies(sure -> {
          assertThat(sure.competency()).isEqualTo("listening");
          assertThat(sure.raters()).isEqualTo(9);
          assertThat(sure.halfWidth()).isBetween(0.522, 0.523);
          assertThat(sure.reliability()).isBetween(0.794, 0.795);
        });
  }

  @Test
  void theGeneralGuideIsTwelveMinutesOfReading() {
    Lesson general = GeneralGuide.shipped();
    assertThat(general.minutes()).isBetween(11.5, 12.5);
    assertThat(general.parts())
        .extracting(Lesson.Part::heading)
        .contains("Before the talk", "How to read the figures", Lesson.CASE, "On one page");
    assertThat(general.check()).isEmpty();
    assertThat(GeneralGuide.markdown()).doesNotContain("!");
  }

  /// What the package may know of a round: nothing that holds an answer.
  @Test
  void itsTypesCannotHoldAnAnswer() throws IOException, URISyntaxException {
    Set<String> used = new TreeSet<>();
    Pattern type = Pattern.compile("io/fairlead/methods/disclosure/([A-Za-z/]+)");
    Path classes =
        Path.of(Objects.requireNonNull(Guide.class.getResource("Guide.class")).toURI()).getParent();
    try (Stream<Path> files = Files.list(classes)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        type.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
            .results()
            .forEach(found -> used.add(found.group(1)));
      }
    }
    assertThat(used)
        .containsExactly(
            "BlockValue",
            "Gap",
            "Others",
            "Published",
            "PublishedComments",
            "PublishedScore",
            "ReleasePolicy",
            "RoundPrecision",
            "Scale");
  }

  @Test
  void anEmptyReportHasAGuideToo() {
    assertThat(PatternsTest.ids(report(""))).isEqualTo(List.of("mostly-withheld"));
  }
}
