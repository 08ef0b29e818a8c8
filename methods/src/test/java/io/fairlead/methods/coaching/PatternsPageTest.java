package io.fairlead.methods.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Keeps the table in docs/methods/coaching.md in step; `FAIRLEAD_WRITE_DOCS=true` writes it.
class PatternsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "methods", "coaching.md");
  private static final String BEGIN = "<!-- generated: patterns -->\n";
  private static final String END = "<!-- end of patterns -->\n";
  private static final String FOLDER =
      "../../methods/src/main/resources/io/fairlead/methods/coaching/patterns/";

  @Test
  void theDocumentationListsEveryPattern() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    String current = page.substring(0, from) + patterns() + page.substring(page.indexOf(END));
    if ("true".equals(System.getenv("FAIRLEAD_WRITE_DOCS"))) {
      Files.writeString(PAGE, current);
      return;
    }
    assertThat(page)
        .as("docs/methods/coaching.md is out of step; run this test with FAIRLEAD_WRITE_DOCS=true")
        .isEqualTo(current);
  }

  private static String patterns() {
    return "| pattern | when | replaces | readings |\n|---|---|---|--:|\n"
        + ShippedPatterns.all().stream()
            .map(each ->
                "| [%s](%s%s.yaml) | %s | %s | %d |\n"
                    .formatted(
                        each.name(),
                        FOLDER,
                        each.id(),
                        code(each.when().stream().map(Rule::text).toList()),
                        code(each.replaces()),
                        each.mayMean().size()))
            .collect(Collectors.joining());
  }

  private static String code(List<String> texts) {
    return texts.stream().map("`%s`"::formatted).collect(Collectors.joining("<br>"));
  }
}
