package io.fairlead.app.measures;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The rubrics that come with the product against the rules of good items.
class RubricLibraryTest {
  /// Words that make one question two: nobody can mark "clear and complete".
  private static final Pattern DOUBLE =
      Pattern.compile("\\b(and|or|as well as|both|while)\\b", Pattern.CASE_INSENSITIVE);

  /// What cannot be observed.
  private static final Pattern VAGUE =
      Pattern.compile(
          "\\b(good|bad|excellent|poor|outstanding|adequate|sometimes|often|usually)\\b",
          Pattern.CASE_INSENSITIVE);

  private final List<RubricExample> rubrics = new RubricLibrary().all();

  @Test
  void thereAreRubricsForSeveralKindsOfWork() {
    assertThat(rubrics)
        .extracting(RubricExample::id)
        .contains("discovery-call", "design-document", "incident-review", "job-interview")
        .doesNotHaveDuplicates();
  }

  @Test
  void eachCanBeUsedAsItIs() {
    assertThat(rubrics)
        .allSatisfy(
            each -> assertThat(RubricReading.read(input(each))).isInstanceOf(Outcome.Done.class));
  }

  static RubricInput input(RubricExample example) {
    return new RubricInput(
        example.items().stream()
            .map(item ->
                new RubricInput.ItemInput(
                    item.name(), item.question(), List.copyOf(item.anchors())))
            .toList(),
        null,
        null,
        null,
        null);
  }

  @Test
  void everyItemAsksOneThing() {
    assertThat(rubrics.stream().flatMap(each -> each.items().stream()))
        .allSatisfy(item -> {
          assertThat(item.question()).endsWith("?").doesNotContainPattern(DOUBLE);
          assertThat(item.name()).hasSizeLessThanOrEqualTo(30);
        });
  }

  @Test
  void everyAnchorSaysWhatIsObservedAndNoTwoTheSame() {
    Set<String> all = new HashSet<>();
    for (RubricExample rubric : rubrics) {
      for (RubricItem item : rubric.items()) {
        assertThat(item.anchors()).as(item.name()).hasSize(5);
        for (String anchor : item.anchors()) {
          if (!anchor.isEmpty()) {
            assertThat(anchor)
                .as(rubric.id() + ", " + item.name())
                .endsWith(".")
                .hasSizeBetween(10, 140)
                .doesNotContainPattern(VAGUE);
            assertThat(all.add(item.name() + anchor.toLowerCase(Locale.ROOT))).isTrue();
          }
        }
      }
    }
  }
}
