package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedbackAttackTest {
  @TempDir Path folder;

  private Path releases(String name, String blocks, String others) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        {"releases": [{"subject": "Ada", "competency": "Listening", "blocks": [%s],
          "withheld": false, "others": %s}], "comments": []}
        """
            .formatted(blocks, others));
  }

  private static String peers(int raters, String bound, String mean) {
    return "{\"groups\": [\"peer\"], \"n\": %d, \"mean\": \"%s\", \"bound\": \"%s\"}"
        .formatted(raters, mean, bound);
  }

  private static String others(String low, String high) {
    return "{\"low\": \"%s\", \"high\": \"%s\"}".formatted(low, high);
  }

  private static List<String> kinds(Shell shell) {
    JsonNode json = JsonMapper.shared().readTree(shell.out());
    return json.path("violations").values().stream()
        .map(it -> it.path("kind").stringValue())
        .toList();
  }

  @Test
  void whatTheRulePublishesWithstands() throws IOException {
    String answers = "subject,group,rater,competency,item,rating,comment\n";
    StringBuilder rows = new StringBuilder(answers);
    for (int peer = 0; peer < 6; peer++) {
      for (int item = 0; item < 3; item++) {
        rows.append("Ada,peer,p%d,Listening,i%d,%d,%n".formatted(peer, item, 5 - peer % 2));
      }
    }
    Path csv = Files.writeString(folder.resolve("a.csv"), rows);
    Path policy = Files.writeString(folder.resolve("p.yaml"), "scale: {low: 1, high: 5}");
    Shell released = Shell.run("feedback", "release", csv, "--policy", policy, "--json");
    Path json = Files.writeString(folder.resolve("r.json"), released.out());
    Shell attacked = Shell.run("feedback", "attack", json, "--policy", policy, "--json");
    assertThat(attacked.code()).isZero();
    assertThat(JsonMapper.shared().readTree(attacked.out()).path("values").intValue()).isOne();
    assertThat(kinds(attacked)).isEmpty();
    assertThat(Shell.run("feedback", "attack", json).out())
        .contains("1 published values attacked, 0 violations");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4 | = | 5.0 | 5.0 | 5.0 | exact",
        "4 | = | 4.8 | 4.8 | 4.8 | narrow",
        "4 | >= | 4.8 | 4.8 | 5.0 | narrow",
        "2 | = | 3.0 | 3.0 | 3.0 | not-by-the-rule",
        "4 | = | 3.0 | 3.2 | 3.2 | not-by-the-rule"
      })
  void whatItNeverPublishesIsFound(
      int raters, String bound, String mean, String low, String high, String kind)
      throws IOException {
    Shell shell =
        Shell.run(
            "feedback",
            "attack",
            releases("r.json", peers(raters, bound, mean), others(low, high)),
            "--json");
    assertThat(shell.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(kinds(shell)).contains(kind);
  }

  @Test
  void commentsOfAGroupThatIsTooSmallForThoseWhoTellAreFound() throws IOException {
    Path policy =
        Files.writeString(
            folder.resolve("p.yaml"),
            "scale: {low: 1, high: 5}\nthresholds: {numeric: 6, comments: 3}\ncolluders: 2\n");
    String text =
        """
        {"releases": [], "comments": [{"subject": "Ada", "item": "keep", "groups": ["peer"],
          "texts": ["one", "two", "three"]}]%s}
        """;
    Path three = Files.writeString(folder.resolve("3.json"), text.formatted(""));
    Shell shell = Shell.run("feedback", "attack", three, "--policy", policy, "--json");
    assertThat(shell.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(kinds(shell)).containsExactly("few-authors");
    Path five =
        Files.writeString(folder.resolve("5.json"), text.formatted(", \"comments_from\": 5"));
    assertThat(Shell.run("feedback", "attack", five, "--policy", policy).code()).isZero();
  }

  @Test
  void oneRaterMoreInTheNextRoundIsFound() throws IOException {
    Path first = releases("1.json", peers(4, "=", "3.0"), others("3.0", "3.0"));
    Path second = releases("2.json", peers(5, "=", "3.4"), others("3.4", "3.4"));
    assertThat(Shell.run("feedback", "attack", first).code()).isZero();
    Shell both = Shell.run("feedback", "attack", first, second);
    assertThat(both.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(both.out()).contains("singled-out", "5 in 2.json");
    Path ledger =
        Files.writeString(
            folder.resolve("ledger.json"),
            """
            {"sets": [
              {"subject": "Ada", "round": "1", "closed": "2026-01-01", "raters": ["a", "b", "c", "d"]},
              {"subject": "Ada", "round": "2", "closed": "2026-07-01",
               "raters": ["e", "f", "g", "h", "i"]}]}
            """);
    assertThat(Shell.run("feedback", "attack", first, second, "--ledger", ledger).code()).isZero();
  }

  @Test
  void theSuitePrintsItsFigures() {
    Shell shell = Shell.run("feedback", "attack", "--suite", "--rounds", "20", "--json");
    assertThat(shell.code()).isZero();
    JsonNode json = JsonMapper.shared().readTree(shell.out());
    assertThat(json.path("rounds").intValue()).isEqualTo(20);
    assertThat(json.path("violations")).isEmpty();
    assertThat(json.path("mutants").values()).allMatch(it -> it.path("caught").booleanValue());
    assertThat(json.path("correlated").path("gain").doubleValue()).isLessThan(0.15);
    assertThat(Shell.run("feedback", "attack", "--suite", "--rounds", "20").out())
        .contains("14 of 14 mutants caught", "0 violations");
  }

  @Test
  void badInputIsRefused() throws IOException {
    for (String text : List.of("", "[", "{}", "{\"releases\": [{\"blocks\": [{}]}]}")) {
      Path file = Files.writeString(folder.resolve("bad.json"), text);
      assertThat(Shell.run("feedback", "attack", file).code()).isEqualTo(ExitCode.BAD_INPUT);
    }
    assertThat(Shell.run("feedback", "attack").code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Shell.run("feedback", "attack", "--suite", "--rounds", "0").code())
        .isEqualTo(ExitCode.BAD_INPUT);
  }
}
