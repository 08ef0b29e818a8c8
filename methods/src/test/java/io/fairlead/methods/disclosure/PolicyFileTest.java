package io.fairlead.methods.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

  @Test
  void aPolicyIsRead() {
    assertThat(
            PolicyFile.read(
                """
                scale: {low: 1, high: 7}
                thresholds: {numeric: 5, comments: 6}
                width: 3
                colluders: 1
                unit: item
                groups: [peer, report]
                """))
        .isEqualTo(
            new PolicyFile.Read.Policy(
                new ReleasePolicy(
                    new Scale(1, 7), 5, 6, 3, 1, ReleaseUnit.ITEM, List.of("peer", "report"))));
  }

  @Test
  void onlyTheScaleIsNeeded() {
    assertThat(PolicyFile.read("scale: {low: 1, high: 5}"))
        .isEqualTo(new PolicyFile.Read.Policy(ReleasePolicy.usual(Rounds.FIVE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "scale: {low: 1, high: 5}, colluders: 1, thresholds: {numeric: 3} | at least 4",
        "scale: {low: 1, high: 5}, colluders: 2 | at least 6",
        "scale: {low: 1, high: 5}, colours: 2 | knows no colours",
        "scale: {low: 1, high: 5}, width: wide | whole number",
        "scale: {low: 1, high: 5}, width: 4 | 1 to 3",
        "scale: {low: 5, high: 1} | the lower end first",
        "scale: {low: 1} | scale.high is missing",
        "scale: 5 | scale holds",
        "scale: {low: 1, high: 5}, unit: both | competency or item",
        "scale: {low: 1, high: 5}, groups: [self] | none of them self",
        "scale: {low: 1, high: 5}, thresholds: {comments: 2} | thresholds.comments",
        "width: 2 | scale is missing",
        "scale: [ | not readable"
      })
  void whatCannotKeepThePromiseIsRefused(String members, String reason) {
    assertThat(PolicyFile.read("{" + members + "}"))
        .isInstanceOfSatisfying(
            PolicyFile.Read.Refused.class,
            refused -> assertThat(refused.problems()).anyMatch(it -> it.contains(reason)));
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 3", "1, 3, 4", "2, 3, 5", "2, 4, 5", "2, 5, 5", "1, 7, 7"})
  void commentsNeedThreeBesidesThoseWhoTell(int colluders, int comments, int from) {
    var read =
        PolicyFile.read(
            "{scale: {low: 1, high: 5}, colluders: %d, thresholds: {numeric: 6, comments: %d}}"
                .formatted(colluders, comments));
    assertThat(read)
        .isInstanceOfSatisfying(
            PolicyFile.Read.Policy.class,
            it -> {
              assertThat(it.policy().commentsFrom()).isEqualTo(from);
              assertThat(it.policy().notes()).hasSize(comments < from ? 1 : 0);
            });
  }

  @Test
  void whatIsNoYamlIsRefusedInOneSentence() {
    for (String text : List.of("", "[", "- 1", "a: &x [*x]", "{".repeat(3000))) {
      assertThat(PolicyFile.read(text)).isInstanceOf(PolicyFile.Read.Refused.class);
    }
  }
}
