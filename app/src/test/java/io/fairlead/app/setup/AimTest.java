package io.fairlead.app.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.Finding;
import io.fairlead.methods.framework.Framework;
import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.framework.FrameworkLint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AimTest {
  private static List<Set<Aim>> everyChoice() {
    List<Set<Aim>> choices = new ArrayList<>(List.of(EnumSet.noneOf(Aim.class)));
    for (Aim aim : Aim.values()) {
      for (Set<Aim> without : List.copyOf(choices)) {
        Set<Aim> with = EnumSet.of(aim);
        with.addAll(without);
        choices.add(with);
      }
    }
    return choices;
  }

  @Test
  void everyChoiceIsAFrameworkThatDoesNotContradictItself() {
    assertThat(everyChoice())
        .hasSize(64)
        .allSatisfy(chosen ->
            assertThat(
                    FrameworkLint.lint(
                        FrameworkDocument.parse(Aim.written(DefaultFramework.text(), chosen))
                            .orThrow()))
                .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
                .isEmpty());
  }

  @Test
  void eachSwitchesOnWhatItNeedsAndNothingElse() {
    assertThat(framework(EnumSet.noneOf(Aim.class)).places().goals()).isFalse();
    Framework one = framework(EnumSet.of(Aim.FOCUS));
    assertThat(one.places().goals()).isTrue();
    assertThat(one.places().talk()).isFalse();
    assertThat(one.goals().individualGoals()).isFalse();
    assertThat(one.goals().alignment().contributionsAtMost()).isZero();
    Framework all = framework(EnumSet.allOf(Aim.class));
    assertThat(all.places().talk()).isTrue();
    assertThat(all.goals().individualGoals()).isTrue();
    assertThat(all.goals().alignment().contributionsAtMost()).isEqualTo(3);
  }

  @Test
  void choosingAgainUndoesWhatWasChosenBefore() {
    String all = Aim.written(DefaultFramework.text(), EnumSet.allOf(Aim.class));
    for (Set<Aim> chosen : everyChoice()) {
      assertThat(FrameworkDocument.parse(Aim.written(all, chosen)).orThrow().framework())
          .isEqualTo(framework(chosen));
    }
  }

  @Test
  void whatWasChosenIsReadBackFromTheDocument() {
    String all = Aim.written(DefaultFramework.text(), EnumSet.allOf(Aim.class));
    for (Set<Aim> chosen : everyChoice()) {
      // Focus asks for goals and nothing else, which all others do as well.
      Set<Aim> expected = EnumSet.noneOf(Aim.class);
      expected.addAll(chosen);
      if (!chosen.isEmpty()) {
        expected.add(Aim.FOCUS);
      }
      assertThat(Aim.of(FrameworkDocument.parse(Aim.written(all, chosen)).orThrow()))
          .isEqualTo(expected);
    }
  }

  private static Framework framework(Set<Aim> chosen) {
    return FrameworkDocument.parse(Aim.written(DefaultFramework.text(), chosen))
        .orThrow()
        .framework();
  }
}
