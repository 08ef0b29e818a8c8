package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.instruments.ShippedInstruments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedbackInstrumentsTest {
  private static final String MANAGER = ShippedInstruments.text("manager").orElseThrow();

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("own.yaml"), text);
  }

  private static JsonNode json(Shell shell) {
    assertThat(shell.err()).isEmpty();
    return JsonMapper.shared().readTree(shell.out());
  }

  @Test
  void theNineAreListed() {
    assertThat(Shell.run("feedback", "instruments").out())
        .contains("individual-contributor", "follow-up-pulse", "None is validated yet");
    JsonNode list = json(Shell.run("feedback", "instruments", "--json")).path("instruments");
    assertThat(list).hasSize(11);
    assertThat(list.path(0).path("status").stringValue()).isEqualTo("not-yet-validated");
  }

  @Test
  void eachKindOfRaterReadsTheirWording() {
    Shell report = Shell.run("feedback", "instruments", "manager", "--as", "report");
    assertThat(report.code()).isZero();
    assertThat(report.out())
        .contains("as somebody who reports to them reads it", "Lets me finish my sentences.")
        .contains("    5  Gives the floor back to somebody who was interrupted.");
    assertThat(Shell.run("feedback", "instruments", "manager", "--as", "self").out())
        .contains("I let people finish their sentences.")
        .doesNotContain("Lets me finish");
    JsonNode json = json(Shell.run("feedback", "instruments", "manager", "--as", "peer", "--json"));
    assertThat(json.path("as").stringValue()).isEqualTo("peer");
    assertThat(json.path("sections").path(0).path("items").path(0).path("anchors")).hasSize(5);
    assertThat(json.path("validity").path("not_for")).isNotEmpty();
  }

  @Test
  void whoIsNotAskedReadsNothing() {
    Shell shell = Shell.run("feedback", "instruments", "short-upward", "--as", "peer");
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("short-upward is answered by self, report, not by peer");
    assertThat(Shell.run("feedback", "instruments", "manager", "--as", "friend").code())
        .isEqualTo(2);
  }

  @Test
  void whatIsUnknownIsSaidWithWhatIsKnown() {
    Shell shell = Shell.run("feedback", "instruments", "managers");
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("there is no instrument managers: it is one of individual");
    assertThat(Shell.run("feedback", "instruments", "--as", "self").err())
        .contains("which instrument?");
    assertThat(Shell.run("feedback", "instruments", "gone.yaml").err())
        .contains("there is no file");
  }

  @Test
  void theTextOfOneIsABeginningThatLints() throws IOException {
    Shell text = Shell.run("feedback", "instruments", "manager", "--yaml");
    assertThat(text.out()).isEqualTo(MANAGER);
    Shell lint = Shell.run("feedback", "lint", file(text.out()));
    assertThat(lint.out())
        .isEqualTo(
            "Nothing to say: this instrument is fine. Items: 18, comments: 3, about 5.0 minutes for each person.\n");
    assertThat(lint.code()).isZero();
    assertThat(
            Shell.run("feedback", "instruments", folder.resolve("own.yaml"), "--as", "self").out())
        .contains("I let people finish");
  }

  @Test
  void whatIsUnwiseIsExplainedAndFails() throws IOException {
    Path own =
        file(
            MANAGER
                .replace("      - listening.says-back\n", "")
                .replace("What should this person stop doing?", "What makes this person great?"));
    Shell shell = Shell.run("feedback", "lint", own);
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.out())
        .containsPattern("own\\.yaml:\\d+: warning: stop: 'great' judges \\[leading]")
        .contains("own.yaml: error: listening: 2 items [few-items]")
        .contains("leading: a word judges already")
        .contains("2 that fail, 0 reminders, 0 accepted. Items: 17, comments: 3");
    JsonNode json = json(Shell.run("feedback", "lint", own, "--json"));
    assertThat(json.path("findings")).hasSize(2);
    assertThat(json.path("findings").path(0).propertyNames())
        .containsExactly("rule", "severity", "where", "line", "what", "why", "better", "accepted");
  }

  @Test
  void whatIsAcceptedStaysVisibleAndPasses() throws IOException {
    Path own =
        file(
            MANAGER.replace(
                "    text: What should this person stop doing?",
                "    accepted: {leading: Our people asked for it.}\n"
                    + "    text: What makes this person great?"));
    Shell shell = Shell.run("feedback", "lint", own);
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .contains(
            "accepted: stop: 'great' judges [leading]", "  Accepted: Our people asked for it.")
        .contains("0 that fail, 0 reminders, 1 accepted");
  }

  @Test
  void aFileThatIsNoInstrumentIsRefusedWithItsLines() throws IOException {
    Path own = file(MANAGER.replace("points: 5", "points: 6").replace("minutes: 6", "minute: 6"));
    Shell shell = Shell.run("feedback", "lint", own);
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err())
        .contains("own.yaml:7: a scale has 5 or 7 points")
        .contains("own.yaml:8: an instrument knows no 'minute'")
        .contains("own.yaml is no instrument that can be used: 3 to correct");
    assertThat(Shell.run("feedback", "lint", file("{{{")).code()).isEqualTo(2);
    assertThat(Shell.run("feedback", "lint", folder).err()).contains("it is a folder");
    assertThat(Shell.run("feedback", "lint").code()).isEqualTo(2);
  }
}
