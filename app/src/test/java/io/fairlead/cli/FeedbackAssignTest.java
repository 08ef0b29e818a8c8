package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedbackAssignTest {
  private static final String NOMINATIONS =
      """
      reviewee,rater,group,cost,fixed,forbidden,cap
      Ada,Mo,peer,1,,,
      Ada,Nia,peer,2,,,
      Ada,Ola,report,1,,,1
      Bo,Mo,peer,1,yes,,
      Bo,Nia,peer,9,,,
      Bo,Ola,peer,1,,yes,
      """;

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("n.csv"), text);
  }

  private static JsonNode json(int code, Shell shell) {
    assertThat(shell.err()).isEmpty();
    assertThat(shell.code()).isEqualTo(code);
    return JsonMapper.shared().readTree(shell.out());
  }

  @Test
  void whoRatesWhomIsOneJsonDocument() throws IOException {
    JsonNode json =
        json(
            ExitCode.FINE,
            Shell.run(
                "feedback",
                "assign",
                file(NOMINATIONS),
                "--need",
                "peer=1,report=1?",
                "--cap",
                "1",
                "--json"));
    assertThat(json.propertyNames())
        .containsExactly("status", "cost", "pairs", "raters", "shortfalls", "bottlenecks");
    assertThat(json.path("status").stringValue()).isEqualTo("complete");
    assertThat(json.path("cost").doubleValue()).isEqualTo(4);
    assertThat(json.path("pairs").values())
        .extracting(pair -> pair.path("rater").stringValue() + pair.path("fixed").booleanValue())
        .containsExactly("Niafalse", "Olafalse", "Motrue");
    assertThat(json.path("raters").path(2).toString())
        .isEqualTo("{\"id\":\"Ola\",\"load\":1,\"cap\":1,\"nominated\":1}");
    assertThat(json.path("shortfalls")).isEmpty();
  }

  @Test
  void theSameForPeople() throws IOException {
    Shell shell = Shell.run("feedback", "assign", file(NOMINATIONS), "--total", 1, "--cap", 1);
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .containsPattern("Bo +peer +Mo +fixed")
        .containsPattern(" 1 +2 +2\n")
        .contains("2 pairs, cost 2. Every place is filled.");
  }

  @Test
  void placesThatStayEmptyAreExplainedAndMakeItFail() throws IOException {
    Path file = file(NOMINATIONS);
    Shell shell = Shell.run("feedback", "assign", file, "--total", 2, "--cap", 1);
    assertThat(shell.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(shell.out())
        .contains("One place stays empty:")
        .containsPattern("Bo +any +2 +1 +2\n")
        .contains("Of 3 places for Ada, Bo at most 2 can be filled: at their cap are");
    JsonNode json =
        json(
            ExitCode.FINDINGS,
            Shell.run("feedback", "assign", file, "--total", 2, "--cap", 1, "--json"));
    assertThat(json.path("status").stringValue()).isEqualTo("short");
    assertThat(json.path("shortfalls").path(0).toString())
        .isEqualTo(
            "{\"reviewee\":\"Bo\",\"group\":null,\"needed\":2,\"filled\":1,\"nominated\":2}");
    JsonNode cut = json.path("bottlenecks").path(0);
    assertThat(cut.path("needed").intValue()).isEqualTo(3);
    assertThat(cut.path("possible").intValue()).isEqualTo(2);
    assertThat(cut.path("raters").values())
        .extracting(rater -> rater.path("id").stringValue())
        .containsExactlyInAnyOrder("Nia", "Mo");
    assertThat(cut.path("others").intValue()).isEqualTo(1);
  }

  @Test
  void aFileAloneIsEnough() throws IOException {
    StringBuilder rows = new StringBuilder("reviewee;rater;cost\n");
    for (int rater = 0; rater < 5; rater++) {
      rows.append("Jörg;r%d;%d,5%n".formatted(rater, rater));
    }
    Path western = folder.resolve("w.csv");
    Files.write(western, rows.toString().getBytes(Charset.forName("windows-1252")));
    JsonNode json = json(ExitCode.FINE, Shell.run("feedback", "assign", western, "--json"));
    assertThat(json.path("pairs")).hasSize(4);
    assertThat(json.path("pairs").path(0).path("reviewee").stringValue()).isEqualTo("Jörg");
    assertThat(json.path("cost").doubleValue()).isEqualTo(8);
  }

  @Test
  void aRehearsalSaysMinutesAndWhoCanBeShown() throws IOException {
    StringBuilder rows = new StringBuilder("reviewee,rater\n");
    for (int reviewee = 0; reviewee < 2; reviewee++) {
      for (int rater = 0; rater < 6; rater++) {
        rows.append("v%d,r%d%n".formatted(reviewee, rater));
      }
    }
    Path file = file(rows.toString());
    JsonNode json =
        json(
            ExitCode.FINE,
            Shell.run(
                "feedback",
                "assign",
                file,
                "--total",
                6,
                "--response",
                0.7,
                "--budget",
                10,
                "--json"));
    JsonNode minutes = json.path("rehearsal").path("minutes");
    assertThat(minutes.path("most").doubleValue()).isEqualTo(11.5);
    assertThat(minutes.path("over_budget").intValue()).isEqualTo(6);
    JsonNode peers = json.path("rehearsal").path("coverage").path(0);
    assertThat(peers.path("reviewees").intValue()).isEqualTo(2);
    assertThat(peers.path("expected").doubleValue()).isCloseTo(0.74431, within(1e-6));
    assertThat(peers.path("with_one_more").doubleValue()).isCloseTo(0.873964, within(1e-6));
    assertThat(Shell.run("feedback", "assign", file, "--total", 6, "--response", 0.7).out())
        .contains("11.5 at most; 0 of 6 over the budget")
        .containsPattern("peer +2 +74 % +0 to 100 % +87 %");
  }

  @Test
  void badInputIsSaidWithItsRow() throws IOException {
    Shell shell = Shell.run("feedback", "assign", file(NOMINATIONS + "Bo,Cy,peer,dear,,,\n"));
    assertThat(shell.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.err()).contains("n.csv, row 8, cost: “dear” is no number");
    assertThat(shell.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--need | peer | --need is GROUP=N",
        "--need | peer=1,peer=2 | names peer twice",
        "--need | peer=0 | 1 to 1000 places",
        "--total | 0 | at least 1",
        "--total | 5000 | at most 1000",
        "--cap | -1 | --cap is 0 to 1000",
        "--cap | 0 | Mo has a cap of 0 and is fixed for 1",
        "--fairness | -1 | fairness is 0 to 1000",
        "--response | 1.5 | a response is 0 to 1",
        "--response | NaN | a response is 0 to 1",
        "--fairness | NaN | fairness is 0 to 1000",
      })
  void anOptionThatCannotBeIsRefused(String option, String value, String why) throws IOException {
    Shell shell = Shell.run("feedback", "assign", file(NOMINATIONS), option + "=" + value);
    assertThat(shell.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.err()).contains(why);
    assertThat(shell.out()).isEmpty();
  }
}
