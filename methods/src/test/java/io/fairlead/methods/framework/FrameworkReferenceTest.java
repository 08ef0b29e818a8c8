package io.fairlead.methods.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Keeps the generated parts of docs/framework.md in step; `-Dfairlead.write-docs=true` writes
/// them.
class FrameworkReferenceTest {
  private static final Path PAGE = Path.of("..", "docs", "framework.md");
  private static final Path SCHEMA = Path.of("..", "docs", "framework.schema.json");

  @Test
  void theDocumentationSaysWhatTheProgramDoes() throws IOException {
    String page = Files.readString(PAGE);
    String current =
        with(
            with(page, "fields", FrameworkReference.fields()), "rules", FrameworkReference.rules());
    if ("true".equals(System.getenv("FAIRLEAD_WRITE_DOCS"))) {
      Files.writeString(PAGE, current);
      return;
    }
    assertThat(page)
        .as("docs/framework.md is out of step; run this test with FAIRLEAD_WRITE_DOCS=true")
        .isEqualTo(current);
  }

  @Test
  void theSchemaStandsBesideTheDocumentation() throws IOException {
    if ("true".equals(System.getenv("FAIRLEAD_WRITE_DOCS"))) {
      Files.writeString(SCHEMA, FrameworkSchema.json());
      return;
    }
    assertThat(SCHEMA)
        .as("out of step; run this test with FAIRLEAD_WRITE_DOCS=true")
        .hasContent(FrameworkSchema.json());
  }

  @Test
  void theExampleInTheDocumentationIsRead() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    assertThat(
            FrameworkDocument.parse(page.substring(start, page.indexOf("```", start))).problems())
        .isEmpty();
  }

  private static String with(String page, String part, String content) {
    String begin = "<!-- generated: " + part + " -->\n";
    String end = "<!-- end of " + part + " -->\n";
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf(end);
    assertThat(to).as("the marks around " + part).isGreaterThanOrEqualTo(from);
    return page.substring(0, from) + content + page.substring(to);
  }
}
