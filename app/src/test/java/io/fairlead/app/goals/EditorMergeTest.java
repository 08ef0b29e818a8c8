package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditorMergeTest {
  @ParameterizedTest
  @CsvSource({
    // base, theirs, mine, comes to, clash
    "a, a, a, a, false",
    "a, b, a, b, false",
    "a, a, b, b, false",
    "a, b, b, b, false",
    "a, b, c, c, true",
  })
  void aFieldIsMerged(String base, String theirs, String mine, String merged, boolean clash) {
    EditorMerge merge = EditorMerge.of(titled(base), titled(theirs), titled(mine));
    assertThat(merge.form().value("title")).isEqualTo(merged);
    assertThat(merge.clashes()).hasSize(clash ? 1 : 0);
    EditorMerge inRow =
        EditorMerge.of(rows(row("1", base)), rows(row("1", theirs)), rows(row("1", mine)));
    assertThat(inRow.form().rows().getFirst().value("title")).isEqualTo(merged);
    assertThat(inRow.clashes().stream().map(EditorMerge.Clash::field))
        .isEqualTo(clash ? List.of("kr.0.title") : List.of());
  }

  @Test
  void rowsThatOnlyOneAddedStayBoth() {
    EditorMerge merge =
        EditorMerge.of(
            rows(row("1", "a")),
            rows(row("1", "a"), row("2", "theirs")),
            rows(row("1", "a"), row("", "mine")));
    assertThat(titles(merge)).containsExactly("a", "mine", "theirs");
  }

  @Test
  void aRowIsGoneOnceOneRemovedItAndTheOtherLeftItAlone() {
    assertThat(titles(EditorMerge.of(rows(row("1", "a")), rows(), rows(row("1", "a"))))).isEmpty();
    assertThat(titles(EditorMerge.of(rows(row("1", "a")), rows(row("1", "a")), rows()))).isEmpty();
  }

  @Test
  void aRowThatOneRemovedAndTheOtherChangedStays() {
    assertThat(titles(EditorMerge.of(rows(row("1", "a")), rows(), rows(row("1", "b")))))
        .containsExactly("b");
    assertThat(titles(EditorMerge.of(rows(row("1", "a")), rows(row("1", "b")), rows())))
        .containsExactly("b");
  }

  private static EditorForm titled(String title) {
    return new EditorForm(Map.of("title", title), List.of(), List.of());
  }

  private static EditorRow row(String id, String title) {
    return EditorRow.EMPTY.with("id", id).with("title", title);
  }

  private static EditorForm rows(EditorRow... rows) {
    return new EditorForm(Map.of(), List.of(rows), List.of());
  }

  private static List<String> titles(EditorMerge merge) {
    return merge.form().rows().stream().map(row -> row.value("title")).toList();
  }
}
