package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.framework.DefaultFramework;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateTest {
  private static final String PEOPLE =
      """
      employee_number,name,email,title,unit,manager_email,start_date
      1,Ines Aal,ines@north.example,Head,North,,2020-01-01
      2,Mara Bo,mara@north.example,Lead,North,ines@north.example,2020-01-01
      3,Jonas Ek,jonas@north.example,Engineer,North,Mara@north.example,2020-01-01
      4,Later Fo,later@north.example,Engineer,North,mara@north.example,2027-01-01
      """;

  @TempDir Path folder;
  private Path framework = Path.of("framework.yaml");

  @BeforeEach
  void writeDocument() throws IOException {
    framework = Files.writeString(folder.resolve("framework.yaml"), DefaultFramework.text());
  }

  private Path people(String text) throws IOException {
    return Files.writeString(folder.resolve("people.csv"), text);
  }

  private JsonNode json(Path people) {
    Shell shell =
        Shell.run("simulate", framework, "--people", people, "--from", "2026-03-04", "--json");
    return JsonMapper.shared().readTree(shell.out());
  }

  @Test
  void aRehearsalSaysWhatIsAskedOfWhom() throws IOException {
    JsonNode found = json(people(PEOPLE));
    assertThat(found.get("people").asInt()).as("who begins later is not here yet").isEqualTo(3);
    assertThat(found.get("from").asString()).isEqualTo("2026-03-02");
    assertThat(found.get("roles").size()).isEqualTo(3);
    JsonNode member = found.get("roles").get(0);
    assertThat(member.get("role").asString()).isEqualTo("member");
    assertThat(member.get("weeks").size()).isEqualTo(52);
    assertThat(member.get("minutes_a_month").asDouble()).isPositive();
    assertThat(found.get("problems").isEmpty()).isTrue();
  }

  @Test
  void theTableNamesTheBusiestWeekAndABudgetIsHeld() throws IOException {
    Path people = people(PEOPLE);
    Shell shell = Shell.run("simulate", framework, "--people", people, "--from", "2026-03-04");
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("member", "leader-of-leaders", "3 people, 52 weeks");
    Shell over =
        Shell.run(
            "simulate", framework, "--people", people, "--from", "2026-03-04", "--budget", "5");
    assertThat(over.code()).isEqualTo(ExitCode.FINDINGS);
    Shell within =
        Shell.run(
            "simulate", framework, "--people", people, "--from", "2026-03-04", "--budget", "600");
    assertThat(within.code()).isZero();
  }

  @Test
  void aRoundOfFeedbackTakesItsMinutesAndSaysWhatRevieweesWouldSee() throws IOException {
    Path people = people(PEOPLE);
    double before = json(people).get("hours").asDouble();
    framework =
        Files.writeString(
            folder.resolve("feedback.yaml"),
            DefaultFramework.text()
                + "feedback: {rounds: [{name: Yearly 360, instrument: manager, peers: 6}]}\n");

    JsonNode found = json(people);
    assertThat(found.get("hours").asDouble()).isGreaterThan(before);
    JsonNode round = found.get("coverage").get(0);
    assertThat(round.get("round").asString()).isEqualTo("Yearly 360");
    assertThat(round.get("reviewees").asInt()).isEqualTo(3);
    JsonNode peers = round.get("groups").get(0);
    assertThat(peers.get("group").asString()).isEqualTo("peer");
    assertThat(peers.get("too_few").asDouble()).as("two others are fewer than four").isEqualTo(1);

    assertThat(Shell.run("simulate", framework, "--people", people).out())
        .contains("Yearly 360", "answers needed", "70 % of those who are asked answer");
  }

  @Test
  void badRowsAreNamedAndTheRestIsRehearsed() throws IOException {
    Path people =
        people(
            PEOPLE
                + "5,Lost Go,lost@north.example,Engineer,North,nobody@north.example,2020-01-01\n"
                + "6,Twice Ho,jonas@north.example,Engineer,North,,2020-01-01\n"
                + "7,No Day,day@north.example,Engineer,North,,31.31.2020\n");
    Shell shell =
        Shell.run("simulate", framework, "--people", people, "--from", "2026-03-04", "--json");
    assertThat(shell.code()).isEqualTo(ExitCode.FINDINGS);
    JsonNode found = JsonMapper.shared().readTree(shell.out());
    assertThat(found.get("people").asInt()).isEqualTo(4);
    assertThat(found.get("problems").findValuesAsString("code"))
        .contains("unknown-manager", "duplicate-address")
        .hasSize(3);
  }

  @Test
  void semicolonsAndWindowsLettersAreRead() throws IOException {
    Path people =
        Files.writeString(
            folder.resolve("windows.csv"),
            PEOPLE.replace(',', ';').replace("Ines Aal", "Inès Äl"),
            Charset.forName("windows-1252"));
    assertThat(json(people).get("people").asInt()).isEqualTo(3);
  }

  @Test
  void whatCannotBeReadIsSaid() throws IOException {
    Path people = people(PEOPLE);
    assertThat(Shell.run("simulate", framework, "--people", folder.resolve("none.csv")).code())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Shell.run("simulate", framework).code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Shell.run("simulate", framework, "--people", people("colour\nred\n")).code())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Shell.run("simulate", framework, "--people", people, "--from", "1999-01-01").err())
        .isNotEmpty();
    people(PEOPLE);
    assertThat(Shell.run("simulate", framework, "--people", people, "--weeks", "0").code())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Shell.run("simulate", framework, "--people", people, "--budget", "-1").code())
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void whoCloseACircleOfManagersIsNamedAndTheRestIsCounted() throws IOException {
    Path people =
        people(
            PEOPLE
                + "5,Round Io,round@north.example,Lead,North,about@north.example,2020-01-01\n"
                + "6,About Ju,about@north.example,Lead,North,round@north.example,2020-01-01\n");
    Shell shell = Shell.run("simulate", framework, "--people", people, "--from", "2026-03-04");
    assertThat(shell.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(shell.err()).contains("row 7, manager_email: this closes a circle of managers");
    assertThat(shell.out()).contains("5 people");
  }

  @Test
  void theBudgetOfTheDocumentIsHeldForEachRole() throws IOException {
    Path people = people(PEOPLE);
    String text = DefaultFramework.text() + "effort: {minutes-a-week: {leader: 20}}\n";
    Files.writeString(framework, text);
    JsonNode found = json(people);
    assertThat(found.get("roles").get(0).has("budget")).isFalse();
    assertThat(found.get("roles").get(1).get("budget").asInt()).isEqualTo(20);
    assertThat(found.get("roles").get(1).get("weeks_over_budget").asInt()).isPositive();
    assertThat(Shell.run("simulate", framework, "--people", people, "--from", "2026-03-04").code())
        .isEqualTo(ExitCode.FINDINGS);
  }
}
