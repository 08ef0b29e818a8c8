package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.disclosure.Remains;
import io.fairlead.methods.disclosure.BlockRule;
import io.fairlead.methods.disclosure.BlockRule.Told;
import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.disclosure.Scale;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Means of more than ten answers are kept rounded, and their figures still prove right.
class SealVerificationTest {
  private static final int MEMBERS = 4;

  private static final BlockRule RULE =
      new BlockRule(
          new ReleasePolicy(
              new Scale(1, 5),
              MEMBERS,
              5,
              2,
              0,
              ReleaseUnit.COMPETENCY,
              ReleasePolicy.USUAL_GROUPS));

  @Test
  void everyFigureOfElevenToSixteenQuestionsProvesRight() {
    int edges = 0;
    for (int questions = 11; questions <= 16; questions++) {
      for (int total = MEMBERS * questions; total <= 5 * MEMBERS * questions; total++) {
        // Three of the four gave the same, so that their roundings add up.
        for (int alike = questions; alike <= 5 * questions; alike++) {
          int last = total - 3 * alike;
          if (last >= questions && last <= 5 * questions) {
            Told told = RULE.told(total, questions, MEMBERS).orElseThrow();
            long sum = 3 * kept(alike, questions) + kept(last, questions);
            BlockValue value = new BlockValue(List.of("peer"), MEMBERS, told.bound(), told.mean());
            assertThat(SealVerification.gives(RULE, sum, MEMBERS, value)).isTrue();
            if (!RULE.told(sum, Remains.PARTS, MEMBERS).orElseThrow().equals(told)) {
              edges++;
            }
          }
        }
      }
    }
    assertThat(edges).as("sums that rounding alone would have called broken").isPositive();
  }

  @Test
  void aFigureThatIsATenthOffIsFound() {
    Told told = RULE.told(12, 1, MEMBERS).orElseThrow();
    BlockValue value =
        new BlockValue(
            List.of("peer"), MEMBERS, told.bound(), told.mean().add(new BigDecimal("0.1")));
    assertThat(SealVerification.gives(RULE, 12L * Remains.PARTS, MEMBERS, value)).isFalse();
  }

  @Test
  void aFigureOfNobodyIsFound() {
    Told told = RULE.told(12, 1, MEMBERS).orElseThrow();
    BlockValue value = new BlockValue(List.of("peer"), MEMBERS, told.bound(), told.mean());
    assertThat(SealVerification.gives(RULE, 0, 0, value)).isFalse();
  }

  private static long kept(int sum, int questions) {
    return Math.round((double) sum * Remains.PARTS / questions);
  }
}
