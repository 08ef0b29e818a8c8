package io.fairlead.methods.disclosure.attack;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttackSuiteTest {

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void noAttackerFindsAnythingInRoundsAtRandom(@ForAll long seed) {
    assertThat(AttackSuite.run(5, seed, false).violations()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleThatLeavesSomethingOutIsCaught(Mutant mutant) {
    assertThat(mutant.found(true)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theRuleItselfWithstandsTheSameAttack(Mutant mutant) {
    assertThat(mutant.found(false)).isEmpty();
  }

  @Test
  void commentsOfThreeAreFoundWhereOneTellsAndOfFourWhereTwoDo() {
    assertThat(Mutant.COMMENTS_OF_A_GROUP_THAT_TELLS.found(true))
        .extracting(Violation::detail)
        .containsExactly(
            "one of 3 wrote it, of whom 1 may tell; the threshold is 3",
            "one of 3 wrote it, of whom 2 may tell; the threshold is 3",
            "one of 4 wrote it, of whom 2 may tell; the threshold is 3");
  }

  @Test
  void theSameSeedGivesTheSameFigures() {
    assertThat(AttackSuite.run(20, 5, true)).isEqualTo(AttackSuite.run(20, 5, true));
    assertThat(AttackSuite.run(200, 5, false).values()).isGreaterThan(300);
  }

  @Test
  void allReportsTogetherAddLittleToOne() {
    for (long seed = 1; seed <= 20; seed++) {
      CorrelatedAttack.Gain gain = CorrelatedAttack.gain(seed);
      assertThat(gain.blockAlone()).isBetween(0.5, 0.9);
      assertThat(gain.share()).isBetween(-0.02, 0.15);
    }
  }
}
