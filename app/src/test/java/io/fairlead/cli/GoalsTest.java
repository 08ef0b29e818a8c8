package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GoalsTest {
  private static final String SOUND =
      """
      objective_id,parent_id,contributes_to,objective,kind,kr_id,key_result,kr_kind,baseline,target,current,status
      co,,,Be the harbour people choose,,,,,,,,active
      quay,co,,Berth ships faster,aspirational,k1,Berths a day,increase,20,50,41,active
      quay,,,,,k2,Waiting hours,decrease,8,3,,
      """;

  @TempDir Path folder;

  @Test
  void aSoundFileIsScoredAsATable() throws IOException {
    Shell shell = Shell.run("goals", "score", file(SOUND));
    assertThat(shell.code()).isZero();
    assertThat(shell.err()).isEmpty();
    assertThat(shell.out().lines().toList())
        .anySatisfy(line ->
            assertThat(line)
                .matches("co +Be the harbour.* – +no key results +0\\.70 +0\\.70 +1\\.00"))
        .anySatisfy(
            line -> assertThat(line).matches("quay +Berth.* 0\\.70 +green, 1 of 2 scored .*"))
        .anySatisfy(
            line -> assertThat(line).matches("· k2 +Waiting hours +– +no check-in yet +1\\.00"))
        .contains("2 objectives, 2 key results, 1 scored; 0 problems");
  }

  @Test
  void aBandSaysThatItIsScoredByItsCurrentValue() throws IOException {
    Shell shell =
        Shell.run(
            "goals",
            "score",
            file(
                """
                objective_id,objective,kr_id,key_result,kr_kind,low,high,tolerance,current
                quay,Berth ships safely,k1,Draught,band,9,11,2,8
                """));
    assertThat(shell.out()).containsPattern("Draught +0\\.50 +band, by current");
  }

  @Test
  void theSameAsOneJsonDocument() throws IOException {
    Shell shell = Shell.run("goals", "score", file(SOUND), "--json");
    assertThat(shell.code()).isZero();
    JsonNode json = JsonMapper.shared().readTree(shell.out());
    JsonNode company = json.path("objectives").path(0);
    assertThat(company.path("id").stringValue()).isEqualTo("co");
    assertThat(company.path("score").isNull()).isTrue();
    assertThat(company.path("rollup").path("credit").doubleValue()).isEqualTo(0.7);
    assertThat(company.path("rollup").path("union").doubleValue()).isEqualTo(0.7);
    assertThat(company.path("rollup").path("weight").doubleValue()).isEqualTo(1);
    JsonNode waiting = json.path("key_results").path(1);
    assertThat(waiting.path("score").isNull()).isTrue();
    assertThat(waiting.path("status").stringValue()).isEqualTo("no-check-in");
    assertThat(json.path("problems").size()).isZero();
  }

  @Test
  void problemsGoToStandardErrorAndFail() throws IOException {
    Path file = file(SOUND.replace("20,50,41", "50,50,41"));
    Shell shell = Shell.run("goals", "score", file);
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.err())
        .isEqualToIgnoringNewLines("goals.csv, row 3, target: The target equals the baseline.");
    JsonNode json = JsonMapper.shared().readTree(Shell.run("goals", "score", file, "--json").out());
    JsonNode problem = json.path("problems").path(0);
    assertThat(problem.path("row").intValue()).isEqualTo(3);
    assertThat(problem.path("column").stringValue()).isEqualTo("target");
    assertThat(problem.path("code").stringValue()).isEqualTo("target-equals-baseline");
    assertThat(json.path("key_results").path(0).path("score").isNull()).isTrue();
  }

  @Test
  void anUnknownColumnIsReportedAndDoesNotFail() throws IOException {
    Shell shell = Shell.run("goals", "score", file("objective_id,colour\no1,blue\n"));
    assertThat(shell.code()).isZero();
    assertThat(shell.err()).contains("note: The column colour is kept as an attribute.");
  }

  @Test
  void whatIsNoGoalsFileIsBadInput() throws IOException {
    Shell other = Shell.run("goals", "score", file("name,mail\nAnn,ann@example.org\n"), "--json");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.out()).isEmpty();
    assertThat(other.err()).contains("no column objective_id", "name, mail");
    assertThat(Shell.run("goals", "score", folder.resolve("missing.csv")).err())
        .contains("there is no file");
    assertThat(Shell.run("goals", "score", folder).code()).isEqualTo(2);
    assertThat(Shell.run("goals", "score").code()).isEqualTo(2);
    assertThat(Shell.run("goals").code()).isEqualTo(2);
  }

  @Test
  void anOldWindowsFileWithSemicolonsReads() throws IOException {
    Path file = folder.resolve("old.csv");
    Files.writeString(
        file,
        "objective_id;objective;contributes_to\no1;Café für alle;\"o2:0,5\"\n",
        Charset.forName("windows-1252"));
    Shell shell = Shell.run("goals", "score", file);
    assertThat(shell.out()).contains("Café für alle");
    assertThat(shell.code()).isEqualTo(1);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("goals.csv"), text);
  }
}
