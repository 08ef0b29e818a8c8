package io.fairlead.app.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LineDifferenceTest {

  private static String shown(String older, String newer) {
    return LineDifference.between(older, newer).stream()
        .map(line ->
            switch (line.kind()) {
              case SAME -> " " + line.text();
              case GONE -> "-" + line.text();
              case NEW -> "+" + line.text();
              case LEFT_OUT -> "…";
            })
        .collect(Collectors.joining("|"));
  }

  @Test
  void aChangedLineStandsBetweenItsNeighbours() {
    String many =
        IntStream.range(0, 20).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
    assertThat(shown(many, many.replace("\n9\n", "\nnine\nmore\n")))
        .isEqualTo("…| 6| 7| 8|-9|+nine|+more| 10| 11| 12|…");
  }

  @Test
  void equalTextsShowNothing() {
    assertThat(shown("a\nb", "a\nb")).isEqualTo("…");
    assertThat(shown("", "a")).isEqualTo("+a");
    assertThat(shown("a", "")).isEqualTo("-a");
  }

  @Property(tries = 300)
  void bothTextsCanBeReadFromTheDifference(
      @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'c') String a,
      @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'c') String b) {
    List<LineDifference.Line> lines = LineDifference.between(spread(a), spread(b));
    if (a.equals(b)) {
      return;
    }
    assertThat(lines)
        .noneMatch(line -> line.kind() == LineDifference.Kind.LEFT_OUT && a.length() < 4);
    assertThat(without(lines, LineDifference.Kind.NEW)).isSubsetOf(List.of(a.split("")));
    assertThat(without(lines, LineDifference.Kind.GONE)).isSubsetOf(List.of(b.split("")));
  }

  private static String spread(String letters) {
    return String.join("\n", letters.split(""));
  }

  private static List<String> without(List<LineDifference.Line> lines, LineDifference.Kind kind) {
    return lines.stream()
        .filter(line -> line.kind() != kind && line.kind() != LineDifference.Kind.LEFT_OUT)
        .map(LineDifference.Line::text)
        .toList();
  }
}
