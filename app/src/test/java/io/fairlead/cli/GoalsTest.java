package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.framework.DefaultFramework;
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

  private static final String WORDED =
      """
      objective_id,objective,kr_id,key_result
      quay,Ships berth before the crew gets angry,k1,Waiting from 9 to 4 hours
      quay,,k2,Launch the berth portal
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

  @Test
  void lintSaysWhatItFoundWhyAndWhatIsBetter() throws IOException {
    Shell shell = Shell.run("goals", "lint", file(WORDED));
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.err()).isEmpty();
    assertThat(shell.out())
        .contains(
            "goals.csv:3: warning: “Launch” says what will be done, not what changes by it. [K3]")
        .contains("goals.csv:3: error: Nothing in it can be counted or metered. [K1]")
        .contains("K3, 1×: Work can be finished and change nothing.")
        .contains("1 errors, 1 warnings, 0 reminders on 2 key results");
  }

  @Test
  void lintAsOneJsonDocumentNamesRowRuleAndWords() throws IOException {
    Shell shell = Shell.run("goals", "lint", file(WORDED), "--json");
    assertThat(shell.code()).isEqualTo(1);
    JsonNode findings = JsonMapper.shared().readTree(shell.out()).path("findings");
    JsonNode task = findings.path(1);
    assertThat(task.path("row").intValue()).isEqualTo(3);
    assertThat(task.path("objective_id").stringValue()).isEqualTo("quay");
    assertThat(task.path("kr_id").stringValue()).isEqualTo("k2");
    assertThat(task.path("rule").stringValue()).isEqualTo("K3");
    assertThat(task.path("severity").stringValue()).isEqualTo("warning");
    assertThat(task.path("span").path("text").stringValue()).isEqualTo("Launch");
    assertThat(task.path("span").path("from").intValue()).isZero();
    assertThat(task.path("span").path("to").intValue()).isEqualTo(6);
    assertThat(task.path("message").stringValue()).contains("what will be done");
  }

  @Test
  void lintTellsWhatItReads() throws IOException {
    Shell shell = Shell.run("goals", "lint", file(WORDED), "--reading");
    assertThat(shell.code()).isZero();
    JsonNode readings = JsonMapper.shared().readTree(shell.out()).path("readings");
    assertThat(readings.path(0).path("baseline").booleanValue()).isTrue();
    assertThat(readings.path(0).path("task").booleanValue()).isFalse();
    assertThat(readings.path(1).path("task").booleanValue()).isTrue();
    assertThat(readings.path(1).path("measure").booleanValue()).isFalse();
  }

  @Test
  void goalsWithoutErrorsPassTheLint() throws IOException {
    String sound = WORDED.replace("Launch the berth portal", "Berths a day from 20 to 50");
    Shell shell = Shell.run("goals", "lint", file(sound));
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).isEqualToIgnoringNewLines("Nothing to say: these goals are fine.");
  }

  @Test
  void lintSpeaksAsAFrameworkSays() throws IOException {
    Path framework =
        Files.writeString(
            folder.resolve("framework.yaml"),
            DefaultFramework.text()
                + "lint:\n  off: [K3]\n  severities:\n    - rule: K1\n      severity: reminder\n");
    Shell shell = Shell.run("goals", "lint", file(WORDED), "--framework", framework);
    assertThat(shell.out()).contains("reminder: Nothing in it can be counted").doesNotContain("K3");
    assertThat(shell.code()).isZero();
    Path broken = Files.writeString(folder.resolve("broken.yaml"), "lint:\n  off: [K99]\n");
    Shell refused = Shell.run("goals", "lint", file(WORDED), "--framework", broken);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("broken.yaml");
    assertThat(
            Shell.run("goals", "lint", file(WORDED), "--framework", folder.resolve("none.yaml"))
                .code())
        .isEqualTo(2);
  }

  @Test
  void lintOfWhatIsNoSheetOfGoalsNamesItsColumns() throws IOException {
    Shell shell = Shell.run("goals", "lint", file("name,wage\nA,1\n"));
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("neither a column objective nor a column key_result");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("goals.csv"), text);
  }
}
