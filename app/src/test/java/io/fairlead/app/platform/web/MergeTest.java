package io.fairlead.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTest {
  @ParameterizedTest(name = "base {0}, mine {1}, theirs {2}: {3}, conflict {4}")
  @CsvSource({
    "a, a, a, a, false",
    "a, b, a, b, false",
    "a, a, b, b, false",
    "a, b, b, b, false",
    "a, b, c, b, true",
    "a, '', c, '', true",
    "a, '', a, '', false"
  })
  void eachFieldIsMergedByItself(
      String base, String mine, String theirs, String merged, boolean conflict) {
    Merge merge = Merge.of(Map.of("f", base), Map.of("f", mine), Map.of("f", theirs));
    assertThat(merge.merged()).containsEntry("f", merged);
    assertThat(merge.isClean()).isEqualTo(!conflict);
  }

  @Test
  void aBrowsersLineBreaksAreNoChange() {
    assertThat(Merge.of(Map.of("f", "a\nb"), Map.of("f", "a\r\nb"), Map.of("f", "c")).merged())
        .containsEntry("f", "c");
  }

  @Test
  void whatWasChosenIsTaken() {
    Merge merge =
        Merge.of(
            Map.of("title", "a", "why", "x"),
            Map.of("title", "b", "why", "y"),
            Map.of("title", "c", "why", "z"));
    assertThat(merge.chosen(Map.of("choose-title", "theirs", "choose-why", "mine")))
        .containsEntry("title", "c")
        .containsEntry("why", "y");
  }
}
