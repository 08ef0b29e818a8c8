package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedbackReleaseTest {
  private static final String POLICY =
      """
      scale: {low: 1, high: 5}
      thresholds: {numeric: 4, comments: 5}
      width: 2
      colluders: 0
      unit: competency
      """;

  @TempDir Path folder;

  private static String answers(int peers) {
    StringBuilder rows = new StringBuilder("subject,group,rater,competency,item,rating,comment\n");
    rows.append("Ada,self,Ada,Listening,a,5,\nAda,self,Ada,Listening,b,5,\n");
    rows.append("Ada,manager,Mo,Listening,a,3,\nAda,manager,Mo,Listening,b,4,\n");
    for (int peer = 0; peer < peers; peer++) {
      for (String item : List.of("a", "b", "c")) {
        rows.append("Ada,peer,p%d,Listening,%s,%d,%n".formatted(peer, item, peer == 0 ? 2 : 4));
      }
      rows.append("Ada,peer,p%d,,keep,,Müller asks first %d%n".formatted(peer, peer));
    }
    return rows.toString();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Shell released(Path answers, Object... more) throws IOException {
    Path policy = file("policy.yaml", POLICY);
    Object[] words = new Object[5 + more.length];
    System.arraycopy(
        new Object[] {"feedback", "release", answers, "--policy", policy}, 0, words, 0, 5);
    System.arraycopy(more, 0, words, 5, more.length);
    return Shell.run(words);
  }

  private static JsonNode json(Shell shell) {
    assertThat(shell.err()).isEmpty();
    assertThat(shell.code()).isZero();
    return JsonMapper.shared().readTree(shell.out());
  }

  @Test
  void whatIsPublishedIsOneJsonDocument() throws IOException {
    JsonNode json = json(released(file("a.csv", answers(5)), "--json"));
    JsonNode release = json.path("releases").path(0);
    assertThat(release.propertyNames())
        .containsExactly("subject", "competency", "blocks", "withheld", "others");
    assertThat(release.path("blocks")).hasSize(3);
    JsonNode peers = release.path("blocks").path(2);
    assertThat(peers.path("groups").path(0).stringValue()).isEqualTo("peer");
    assertThat(peers.path("n").intValue()).isEqualTo(5);
    assertThat(peers.path("mean").stringValue()).isEqualTo("3.6");
    assertThat(peers.path("bound").stringValue()).isEqualTo("=");
    assertThat(release.path("others").path("low").stringValue()).isEqualTo("3.6");
    JsonNode comments = json.path("comments").path(0);
    assertThat(comments.propertyNames()).containsExactly("subject", "item", "groups", "texts");
    assertThat(comments.path("texts")).hasSize(5);
  }

  @Test
  void theSameForPeople() throws IOException {
    Shell shell = released(file("a.csv", answers(5)));
    assertThat(shell.out()).contains("all others", "3.6", "keep, from peer:");
  }

  @Test
  void aSmallGroupIsNeitherShownNorNamed() throws IOException {
    JsonNode release = json(released(file("a.csv", answers(3)), "--json"));
    assertThat(release.path("releases").path(0).path("withheld").booleanValue()).isTrue();
    assertThat(release.path("releases").path(0).path("others").isNull()).isTrue();
    assertThat(release.path("comments")).isEmpty();
    assertThat(released(file("a.csv", answers(3))).out())
        .contains("not shown")
        .doesNotContain("peer");
  }

  @Test
  void aWesternFileWithSemicolonsIsReadLikeAnyOther() throws IOException {
    Path western = folder.resolve("w.csv");
    Files.write(western, answers(5).replace(',', ';').getBytes(Charset.forName("windows-1252")));
    JsonNode json = json(released(western, "--json"));
    assertThat(json.path("comments").path(0).path("texts").path(0).stringValue())
        .contains("Müller");
  }

  @Test
  void theLedgerHoldsBackWhatASecondRoundWouldGiveAway() throws IOException {
    Path ledger = folder.resolve("ledger.json");
    json(
        released(file("a.csv", answers(4)), "--ledger-out", ledger, "--round", "Autumn", "--json"));
    JsonNode again =
        json(
            released(
                file("b.csv", answers(5)),
                "--ledger",
                ledger,
                "--ledger-out",
                ledger,
                "--round",
                "Spring",
                "--json"));
    assertThat(again.path("releases").path(0).path("withheld").booleanValue()).isTrue();
    Shell twice = released(file("b.csv", answers(5)), "--ledger", ledger, "--round", "Autumn");
    assertThat(twice.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(twice.err()).contains("published once");
    assertThat(Files.readString(ledger)).contains("Autumn").doesNotContain("Spring");
  }

  /// One of five peers is another the second time; of those who report all answer again.
  @Test
  void aGroupOfTheSameRatersIsShownInASecondRound() throws IOException {
    Path ledger = folder.resolve("ledger.json");
    StringBuilder reports = new StringBuilder();
    for (int report = 0; report < 4; report++) {
      for (String item : List.of("a", "b", "c")) {
        reports.append("Ada,report,r%d,Listening,%s,3,%n".formatted(report, item));
      }
    }
    String first = answers(5) + reports;
    json(released(file("a.csv", first), "--ledger-out", ledger, "--round", "Autumn", "--json"));
    Path second = file("b.csv", first.replace(",p4,", ",p9,"));
    JsonNode again = json(released(second, "--ledger", ledger, "--round", "Spring", "--json"));
    JsonNode release = again.path("releases").path(0);
    assertThat(release.path("withheld").booleanValue()).isFalse();
    assertThat(release.path("blocks").values())
        .extracting(block -> block.path("groups").path(0).stringValue())
        .containsExactly("self", "manager", "report");
    assertThat(release.path("others").path("high").stringValue()).isEqualTo("3.0");
    Path out = file("spring.json", again.toString());
    assertThat(Shell.run("feedback", "attack", out, "--ledger", ledger).code()).isZero();
  }

  @Test
  void badInputIsSaidWithItsRowAndNothingIsPublished() throws IOException {
    Shell shell = released(file("a.csv", answers(4) + "Ada,peer,p9,Listening,a,7,\n"), "--json");
    assertThat(shell.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.err()).contains("row 22, rating: 7 lies outside the scale from 1 to 5");
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void commentsOfThreeAreNotPublishedWhereTwoMayTellWhichAreTheirs() throws IOException {
    Path loose =
        file(
            "loose.yaml",
            "scale: {low: 1, high: 5}\nthresholds: {numeric: 6, comments: 3}\ncolluders: 2\n");
    for (int peers = 3; peers <= 6; peers++) {
      Path answers = file("a.csv", answers(peers));
      Shell shell = Shell.run("feedback", "release", answers, "--policy", loose, "--json");
      assertThat(shell.code()).isZero();
      assertThat(shell.err()).startsWith("note: thresholds.comments is 3").contains("groups of 5");
      JsonNode json = JsonMapper.shared().readTree(shell.out());
      assertThat(json.path("comments")).hasSize(peers < 5 ? 0 : 1);
      assertThat(json.path("comments_from").intValue()).isEqualTo(5);
      assertThat(json.path("notes")).hasSize(1);
      Path out = file("r.json", shell.out());
      assertThat(Shell.run("feedback", "attack", out, "--policy", loose).code()).isZero();
    }
    Path enough =
        file(
            "enough.yaml",
            "scale: {low: 1, high: 5}\nthresholds: {numeric: 6, comments: 5}\ncolluders: 2\n");
    JsonNode json =
        json(
            Shell.run(
                "feedback", "release", file("a.csv", answers(6)), "--policy", enough, "--json"));
    assertThat(json.propertyNames()).containsExactly("releases", "comments");
  }

  @Test
  void aPolicyThatCannotKeepThePromiseIsRefused() throws IOException {
    Path policy = file("loose.yaml", "scale: {low: 1, high: 5}\ncolluders: 2\n");
    Shell shell = Shell.run("feedback", "release", file("a.csv", answers(4)), "--policy", policy);
    assertThat(shell.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.err()).contains("at least 6");
  }

  @Test
  void aLedgerThatIsNoneOrCannotBeWrittenStopsItBeforeAnythingIsSaid() throws IOException {
    Path answers = file("a.csv", answers(4));
    Shell missing = released(answers, "--ledger", folder.resolve("none.json"));
    assertThat(missing.code()).isEqualTo(ExitCode.BAD_INPUT);
    Shell broken = released(answers, "--ledger", file("broken.json", "{}"));
    assertThat(broken.err()).contains("is no ledger");
    Shell nowhere = released(answers, "--ledger-out", folder.resolve("no/where.json"));
    assertThat(nowhere.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(nowhere.out()).isEmpty();
  }
}
