package io.fairlead.methods.goals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.goals.WordingRules.Worded;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingRulesTest {
  private static final Worded SOUND =
      new Worded("accounts that acted", new KeyResult.Increase(0, 120), "", false, false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Customers who try Leak Watch stay     |      |   |
          Grow revenue by 20 %                  | 20 % | 16 | 20
          Reach €3.5 in margin                  | €3.5 | 6  | 10
          """)
  void anObjectiveSaysWhereToInWords(String title, String words, Integer from, Integer to) {
    var found = WordingRules.findings(title, List.of(SOUND));
    if (words == null) {
      assertThat(found).isEmpty();
      return;
    }
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().part()).isEqualTo(words);
    assertThat(title.substring(found.getFirst().from(), found.getFirst().to()).strip())
        .isEqualTo(words);
    assertThat(List.of(found.getFirst().from(), found.getFirst().to()))
        .isEqualTo(List.of(from, to));
  }

  @Test
  void oneToFiveKeyResults() {
    assertThat(rules(List.of())).containsExactly("O4");
    assertThat(rules(Collections.nCopies(5, SOUND))).isEmpty();
    assertThat(rules(Collections.nCopies(6, SOUND))).containsExactly("O4");
  }

  @Test
  void whatIsMissingIsNamedUnlessItIsComing() {
    var open = new KeyResult.Decrease((Double) null, null);
    assertThat(rules(List.of(worded("churn", open, false, false)))).containsExactly("K1", "K1");
    assertThat(rules(List.of(worded("churn", open, true, true)))).isEmpty();
  }

  @Test
  void aTargetLeadsSomewhereAndTheRightWay() {
    assertThat(rules(List.of(worded("churn", new KeyResult.Decrease(6, 6), false, false))))
        .containsExactly("K2");
    assertThat(rules(List.of(worded("churn", new KeyResult.Decrease(6, 7), false, false))))
        .containsExactly("K2");
  }

  @Test
  void whatIsDoneIsNoResultUnlessItIsMeasured() {
    var milestones = new KeyResult.Milestones(Map.of("first", 1.0));
    assertThat(rules(List.of(worded("Launch the app", new KeyResult.YesNo(), false, false))))
        .containsExactly("K3");
    assertThat(rules(List.of(worded("write the handbook", milestones, false, false))))
        .containsExactly("K3");
    assertThat(rules(List.of(worded("Support agrees", new KeyResult.YesNo(), false, false))))
        .isEmpty();
    assertThat(rules(List.of(worded("Ship per week", new KeyResult.Increase(1, 5), false, false))))
        .isEmpty();
  }

  private static Worded worded(
      String title, KeyResult measured, boolean baselineIsComing, boolean targetIsRelative) {
    return new Worded(title, measured, "%", baselineIsComing, targetIsRelative);
  }

  private static List<String> rules(List<Worded> keyResults) {
    return WordingRules.findings("They stay", keyResults).stream()
        .map(WordingFinding::rule)
        .toList();
  }
}
