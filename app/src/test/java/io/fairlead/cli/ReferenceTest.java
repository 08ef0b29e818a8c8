package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReferenceTest {
  private static final String WRONG =
      """
      {"kind": "goal-scoring", "kr_cases": [
        {"kind": "binary", "args": {"done": true}, "score": 0.5}
      ]}\
      """;

  @TempDir Path folder;

  @Test
  void theBuiltInCasesPass() {
    Shell shell = Shell.run("reference");
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("299 passed, 0 failed, 0 of a kind not known yet");
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void aFolderWithAWrongAnswerFailsWithTheFigures() throws IOException {
    Files.writeString(folder.resolve("own.json"), WRONG);
    Shell shell = Shell.run("reference", folder);
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.out()).contains("0 passed, 1 failed");
    assertThat(shell.err()).contains("own.json", "score should be 0.5, is 1.0");
  }

  @Test
  void theSameAsOneJsonDocument() throws IOException {
    Files.writeString(folder.resolve("a.json"), WRONG);
    Files.writeString(folder.resolve("b.json"), "{\"kind\": \"telepathy\"}");
    Shell shell = Shell.run("reference", folder, "--json");
    assertThat(shell.code()).isEqualTo(1);
    JsonNode json = JsonMapper.shared().readTree(shell.out());
    assertThat(json.path("failed").intValue()).isEqualTo(1);
    assertThat(json.path("unknown").intValue()).isEqualTo(1);
    assertThat(json.path("cases").path(0).path("result").stringValue()).isEqualTo("failed");
    assertThat(json.path("cases").path(1).path("kind").stringValue()).isEqualTo("telepathy");
  }

  @Test
  void aFolderThatIsNotThereOrHasNoCasesIsBadInput() {
    assertThat(Shell.run("reference", folder.resolve("nowhere")).code()).isEqualTo(2);
    Shell empty = Shell.run("reference", folder);
    assertThat(empty.code()).isEqualTo(2);
    assertThat(empty.err()).contains("no JSON file");
    assertThat(empty.out()).isEmpty();
  }
}
