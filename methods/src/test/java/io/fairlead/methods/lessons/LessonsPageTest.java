package io.fairlead.methods.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Keeps the list in docs/lessons.md in step; `FAIRLEAD_WRITE_DOCS=true` writes it.
class LessonsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "lessons.md");
  private static final String BEGIN = "<!-- generated: lessons -->\n";
  private static final String END = "<!-- end of lessons -->\n";
  private static final String FOLDER = "../methods/src/main/resources/io/fairlead/methods/lessons/";

  @Test
  void theDocumentationListsEveryLesson() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    String current = page.substring(0, from) + lessons() + page.substring(page.indexOf(END));
    if ("true".equals(System.getenv("FAIRLEAD_WRITE_DOCS"))) {
      Files.writeString(PAGE, current);
      return;
    }
    assertThat(page)
        .as("docs/lessons.md is out of step; run this test with FAIRLEAD_WRITE_DOCS=true")
        .isEqualTo(current);
  }

  private static String lessons() {
    return "| lesson | what it is about | competencies | questions | minutes |\n"
        + "|---|---|---|--:|--:|\n"
        + ShippedLessons.lessons().stream()
            .map(each ->
                String.format(
                    Locale.ROOT,
                    "| [%s](%s%s.md) | %s | %s | %d | %.1f |\n",
                    each.title(),
                    FOLDER,
                    each.id(),
                    each.summary(),
                    each.competencies().stream()
                        .map("`%s`"::formatted)
                        .collect(Collectors.joining(", ")),
                    each.check().size(),
                    each.minutes()))
            .collect(Collectors.joining());
  }
}
