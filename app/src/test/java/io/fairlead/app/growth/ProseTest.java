package io.fairlead.app.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.growth.Prose.Block;
import io.fairlead.app.growth.Prose.Kind;
import io.fairlead.app.growth.Prose.Span;
import io.fairlead.app.growth.Prose.Stress;
import io.fairlead.methods.lessons.Lesson;
import io.fairlead.methods.lessons.ShippedLessons;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProseTest {
  @Test
  void paragraphsListsAndQuotationsAreTold() {
    Prose prose =
        Prose.of(
            """
            One line,
            and on.

            - first
              goes on
            - **second**

            1. one
            2. two

            > said
            > so
            """);
    assertThat(prose.blocks())
        .extracting(Block::kind)
        .containsExactly(Kind.PARAGRAPH, Kind.LIST, Kind.NUMBERED, Kind.QUOTE);
    assertThat(text(prose.blocks().get(0).items().getFirst())).isEqualTo("One line, and on.");
    assertThat(text(prose.blocks().get(1).items().getFirst())).isEqualTo("first goes on");
    assertThat(prose.blocks().get(1).items().get(1))
        .containsExactly(new Span("second", Stress.STRONG));
    assertThat(text(prose.blocks().get(3).items().getFirst())).isEqualTo("said so");
  }

  @Test
  void stressIsToldFromAsterisksThatMeanNone() {
    assertThat(Prose.spans("a **b** and *c* but 2 * 3 * 4"))
        .containsExactly(
            new Span("a ", Stress.NONE),
            new Span("b", Stress.STRONG),
            new Span(" and ", Stress.NONE),
            new Span("c", Stress.SLIGHT),
            new Span(" but 2 * 3 * 4", Stress.NONE));
  }

  @Test
  void noMarkOfMarkdownIsLeftInAnyLesson() {
    for (Lesson lesson : ShippedLessons.lessons()) {
      for (Lesson.Part part : lesson.parts()) {
        Prose.of(part.text()).blocks().stream()
            .flatMap(block -> block.items().stream())
            .forEach(item ->
                assertThat(text(item))
                    .as(lesson.id())
                    .doesNotContain("*", "](", "`")
                    .doesNotStartWith("#")
                    .doesNotStartWith("- ")
                    .doesNotStartWith(">"));
      }
    }
  }

  private static String text(List<Span> spans) {
    return String.join("", spans.stream().map(Span::text).toList());
  }
}
