package io.fairlead.methods.coaching;

import static io.fairlead.methods.coaching.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.instruments.BehaviourLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every pattern has a report that it is found in, and a neighbour in which it just is not.
class PatternsTest {

  record Pair(String id, String has, String hasNot) {
    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    List<String> lines =
        ShippedPatterns.text("patterns.txt")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    for (int at = 0; at < lines.size(); at += 3) {
      assertThat(lines.get(at + 1)).startsWith("+ ");
      assertThat(lines.get(at + 2)).startsWith("- ");
      pairs.add(
          new Pair(lines.get(at), lines.get(at + 1).substring(2), lines.get(at + 2).substring(2)));
    }
    return pairs.stream();
  }

  @Test
  void everyPatternHasItsPair() {
    assertThat(pairs().map(Pair::id)).containsExactlyInAnyOrderElementsOf(ShippedPatterns.IDS);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void aPatternIsFoundInItsReportAndNotInTheNeighbour(Pair pair) {
    assertThat(ids(report(pair.has()))).contains(pair.id());
    assertThat(ids(report(pair.hasNot()))).doesNotContain(pair.id());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void aNeighbourDiffersInOneFigureByOneTenthOrOneStep(Pair pair) {
    List<String> one = List.of(pair.has().split(";", -1));
    List<String> two = List.of(pair.hasNot().split(";", -1));
    assertThat(two).hasSameSizeAs(one);
    assertThat(Stream.iterate(0, at -> at < one.size(), at -> at + 1))
        .filteredOn(at -> !one.get(at).equals(two.get(at)))
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void whereItIsFoundItSaysOnWhichFiguresItRests(Pair pair) {
    assertThat(Guide.of(report(pair.has())).matches())
        .filteredOn(match -> match.pattern().id().equals(pair.id()))
        .allSatisfy(match -> assertThat(match.facts()).isNotEmpty());
  }

  @Test
  void theLintHasNothingToSay() {
    for (ReportPattern pattern : ShippedPatterns.all()) {
      assertThat(PatternLint.lint(pattern)).as(pattern.id()).isEmpty();
    }
  }

  @Test
  void eachIsFoundByItsIdAndReplacesOnlyThoseThatThereAre() {
    assertThat(ShippedPatterns.all()).extracting(ReportPattern::id).isEqualTo(ShippedPatterns.IDS);
    for (ReportPattern pattern : ShippedPatterns.all()) {
      assertThat(ShippedPatterns.IDS).containsAll(pattern.replaces());
      assertThat(pattern.replaces()).doesNotContain(pattern.id());
      assertThat(pattern.behaviours(BehaviourLibrary.shipped()))
          .hasSameSizeAs(pattern.behaviours());
    }
    assertThat(ShippedPatterns.find("blind-spot")).isPresent();
    assertThat(ShippedPatterns.find("blindspot")).isEmpty();
  }

  @Test
  void noTwoSayTheSame() {
    assertThat(
            ShippedPatterns.all().stream()
                .flatMap(pattern ->
                    Stream.of(
                            List.of(pattern.name()),
                            pattern.mayMean(),
                            pattern.doesNotMean(),
                            pattern.lookFor(),
                            pattern.ask(),
                            pattern.doNotSay())
                        .flatMap(List::stream)))
        .doesNotHaveDuplicates();
  }

  static List<String> ids(Report report) {
    return Guide.of(report).matches().stream().map(match -> match.pattern().id()).toList();
  }
}
