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

class FeedbackGuideTest {
  private static final String BLIND_SPOT =
      """
      {"releases": [
        {"subject": "Ada", "competency": "listening", "withheld": false,
         "blocks": [{"groups": ["self"], "n": 1, "mean": "4.7", "bound": "="},
                    {"groups": ["peer"], "n": 5, "mean": "3.2", "bound": "="}]},
        {"subject": "Bo", "competency": "listening", "withheld": true, "blocks": []}],
       "comments": [{"subject": "Cy", "item": null, "groups": ["peer"], "texts": ["a", "b", "c"]}]}
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static JsonNode json(Shell shell) {
    assertThat(shell.err()).isEmpty();
    assertThat(shell.code()).isZero();
    return JsonMapper.shared().readTree(shell.out());
  }

  @Test
  void eachRevieweeHasTheirGuide() throws IOException {
    Path file = file("releases.json", BLIND_SPOT);
    JsonNode guides = json(Shell.run("feedback", "guide", file, "--json")).path("guides");
    assertThat(guides).hasSize(3);
    assertThat(guides.path(0).path("subject").stringValue()).isEqualTo("Ada");
    JsonNode pattern = guides.path(0).path("patterns").path(0);
    assertThat(pattern.path("pattern").stringValue()).isEqualTo("blind-spot");
    assertThat(pattern.path("ask")).hasSize(3);
    assertThat(pattern.path("competencies").path(0).stringValue()).isEqualTo("listening");
    JsonNode others = pattern.path("facts").path(1);
    assertThat(others.path("low").stringValue()).isEqualTo("3.2");
    assertThat(others.path("text").stringValue()).isEqualTo("listening: all others 3.2 (5 raters)");
    assertThat(guides.findValuesAsString("pattern"))
        .containsExactly("blind-spot", "mostly-withheld", "comments-without-figures");
    assertThat(Shell.run("feedback", "guide", file).out())
        .contains(
            "Ada",
            "Seen lower by others than by oneself",
            "The report says",
            "listening: self 4.7",
            "In the talk, ask",
            "[learning.compares-self]",
            "Few figures can be shown")
        .doesNotContain("PublishedScore", "Optional");
  }

  @Test
  void oneRevieweeCanBeAskedForAlone() throws IOException {
    Path file = file("releases.json", BLIND_SPOT);
    assertThat(Shell.run("feedback", "guide", file, "--subject", "Bo").out())
        .startsWith("Bo")
        .doesNotContain("Ada");
    Shell nobody = Shell.run("feedback", "guide", file, "--subject", "Di");
    assertThat(nobody.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(nobody.err()).contains("releases.json holds no reviewee Di");
  }

  @Test
  void withoutAFileItIsTheGeneralGuide() {
    Shell shell = Shell.run("feedback", "guide");
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("title: Holding a debrief", "## Before the talk");
    assertThat(json(Shell.run("feedback", "guide", "--json")).path("minutes").doubleValue())
        .isBetween(11.5, 12.5);
    assertThat(Shell.run("feedback", "guide", "--subject", "Ada").code())
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void theScaleComesFromThePolicyAndOwnCompetenciesFromTheInstrument() throws IOException {
    String seven = BLIND_SPOT.replace("4.7", "6.7").replace("3.2", "5.2");
    Path file = file("seven.json", seven);
    assertThat(Shell.run("feedback", "guide", file).err())
        .contains("Ada, listening: 6.7 lies outside the scale from 1 to 5");
    Path policy =
        file(
            "policy.yaml",
            "scale: {low: 1, high: 7}\nthresholds: {numeric: 4, comments: 5}\nwidth: 3\ncolluders: 0\nunit: competency\n");
    assertThat(Shell.run("feedback", "guide", file, "--policy", policy).out())
        .contains("Seen lower by others");
    Path instrument =
        file("own.yaml", Shell.run("feedback", "instruments", "manager", "--yaml").out());
    assertThat(
            Shell.run("feedback", "guide", file, "--policy", policy, "--instrument", instrument)
                .code())
        .isZero();
    Shell none = Shell.run("feedback", "guide", file, "--instrument", policy);
    assertThat(none.code()).isEqualTo(ExitCode.BAD_INPUT);
  }

  /// Answers that were published alike are told alike, to the byte.
  @Test
  void aGuideTellsNothingThatTheReportDoesNot() throws IOException {
    assertThat(guide(List.of(5, 5, 5, 5))).isEqualTo(guide(List.of(5, 5, 5, 4)));
    assertThat(guide(List.of(1, 2, 3, 4))).isEqualTo(guide(List.of(4, 3, 2, 1)));
    assertThat(guide(List.of(1, 1, 5, 5))).isEqualTo(guide(List.of(3, 3, 3, 3)));
    assertThat(guide(List.of(1, 1, 5, 5))).isNotEqualTo(guide(List.of(3, 3, 3, 2)));
  }

  private String guide(List<Integer> ratings) throws IOException {
    StringBuilder rows = new StringBuilder("subject,group,rater,competency,item,rating,comment\n");
    for (String item : List.of("a", "b", "c")) {
      rows.append("Ada,self,Ada,listening,%s,5,%n".formatted(item));
      for (int peer = 0; peer < ratings.size(); peer++) {
        rows.append("Ada,peer,p%d,listening,%s,%d,%n".formatted(peer, item, ratings.get(peer)));
      }
    }
    Path policy =
        file(
            "policy.yaml",
            "scale: {low: 1, high: 5}\nthresholds: {numeric: 4, comments: 5}\nwidth: 2\ncolluders: 0\nunit: competency\n");
    Shell released =
        Shell.run(
            "feedback",
            "release",
            file("answers.csv", rows.toString()),
            "--policy",
            policy,
            "--json");
    Path releases = file("releases.json", released.out());
    return Shell.run("feedback", "guide", releases, "--json").out()
        + Shell.run("feedback", "guide", releases).out();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}|no list named releases
          [|is not JSON
          {"releases": []}|holds no reviewee
          {"releases": [{"subject": "Ada", "competency": "", "blocks": []}]}|has no name
          {"releases": [{"subject": "", "competency": "a", "blocks": []}]}|has no name
          {"releases": [{"subject": "A", "competency": "a", "blocks": []}, {"subject": "A", "competency": "a", "blocks": []}]}|A, a stands there twice
          {"releases": [{"subject": "A", "competency": "a", "blocks": [{"groups": ["peer"], "n": 4, "mean": "1e999999999", "bound": "="}]}]}|is no figure with one decimal
          {"releases": [{"subject": "A", "competency": "a", "blocks": [{"groups": ["peer"], "n": 4, "mean": "5.1", "bound": "="}]}]}|outside the scale from 1 to 5
          {"releases": [{"subject": "A", "competency": "a", "blocks": [{"groups": ["peer"], "n": 0, "mean": "4.1", "bound": "="}]}]}|a block has groups, raters
          {"releases": [{"subject": "A", "competency": "a", "blocks": [{"groups": ["peer"], "n": 2000000000, "mean": "4.1", "bound": "="}]}]}|2,000,000,000 raters
          """)
  void whatIsNoPublishedRoundIsRefused(String text, String said) throws IOException {
    Shell shell = Shell.run("feedback", "guide", file("bad.json", text));
    assertThat(shell.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains(said);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Shell shell = Shell.run("feedback", "guide", folder.resolve("none.json"));
    assertThat(shell.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.err()).contains("none.json");
  }
}
