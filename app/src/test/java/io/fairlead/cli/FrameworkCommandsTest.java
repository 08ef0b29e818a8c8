package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.FrameworkSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FrameworkCommandsTest {
  @TempDir Path folder;
  private Path usual = Path.of("usual.yaml");
  private Path crowded = Path.of("crowded.yaml");
  private Path broken = Path.of("broken.yaml");

  @BeforeEach
  void writeDocuments() throws IOException {
    usual = write("usual.yaml", DefaultFramework.text());
    crowded =
        write(
            "crowded.yaml",
            DefaultFramework.text().replace("key-results-at-most: 5", "key-results-at-most: 9"));
    broken = write("broken.yaml", "organisation:\n  nmae: Northwind\n");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void schemaIsPrintedAsItIsPublished() {
    Shell shell = Shell.run("schema");
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).isEqualTo(FrameworkSchema.json());
  }

  @Test
  void lintOfTheDefaultDocumentHasNothingToSay() {
    Shell shell = Shell.run("lint", usual);
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("this framework is fine");
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void lintExplainsAFindingAndFails() {
    Shell shell = Shell.run("lint", crowded);
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.out())
        .contains("warning: An objective may have 9 key results. [too-many-key-results]")
        .contains("Better: key-results-at-most: 5")
        .contains("1 that fail");
  }

  @Test
  void lintAsJsonCarriesLineAndPath() {
    Shell shell = Shell.run("lint", crowded, "--json");
    assertThat(shell.code()).isEqualTo(1);
    JsonNode finding = JsonMapper.shared().readTree(shell.out()).path("findings").path(0);
    assertThat(finding.path("rule").stringValue()).isEqualTo("too-many-key-results");
    assertThat(finding.path("path").stringValue()).isEqualTo("goals.limits.key-results-at-most");
    assertThat(finding.path("line").intValue()).isPositive();
    assertThat(finding.path("waived").isNull()).isTrue();
  }

  @Test
  void aDocumentThatCannotBeReadIsBadInputWithEveryProblem() {
    Shell shell = Shell.run("lint", broken);
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err())
        .contains("broken.yaml: line 2, column 3: unknown key 'nmae'", "did you mean 'name'?")
        .contains("'name' is missing");

    Shell json = Shell.run("lint", broken, "--json");
    assertThat(json.code()).isEqualTo(2);
    assertThat(JsonMapper.shared().readTree(json.out()).path("problems").size()).isEqualTo(2);
  }

  @Test
  void planSaysWhatWouldChange() {
    Shell shell = Shell.run("plan", crowded, "--against", usual);
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .isEqualToNormalizingNewlines("~ An objective may have 9 key results instead of 5.\n");

    JsonNode effects =
        JsonMapper.shared()
            .readTree(Shell.run("plan", usual, "--against", crowded, "--json").out())
            .path("effects");
    assertThat(effects.size()).isEqualTo(1);
    assertThat(effects.path(0).path("before").stringValue()).isEqualTo("9");
    assertThat(Shell.run("plan", usual, "--against", usual).out()).contains("Nothing changes");
  }

  @Test
  void aMissingFileOrOptionIsBadUsage() {
    assertThat(Shell.run("lint", folder.resolve("nowhere.yaml")).code()).isEqualTo(2);
    assertThat(Shell.run("lint").code()).isEqualTo(2);
    assertThat(Shell.run("plan", usual).code()).isEqualTo(2);
    assertThat(Shell.run("plan", usual, "--against", broken).code()).isEqualTo(2);
  }
}
