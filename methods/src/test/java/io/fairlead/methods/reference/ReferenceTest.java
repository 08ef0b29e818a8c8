package io.fairlead.methods.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.reference.CheckedCase.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceTest {

  static Stream<CheckedCase> builtIn() {
    return ReferenceCases.builtIn().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("builtIn")
  void everyBuiltInCaseHasItsKnownAnswer(CheckedCase checked) {
    assertThat(checked.verdict()).isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void theBuiltInCasesAreAllThere() {
    assertThat(builtIn().filter(checked -> checked.kind().equals("goal-scoring"))).hasSize(21);
    assertThat(builtIn().filter(checked -> checked.kind().equals("forecast"))).hasSize(2);
    assertThat(builtIn().filter(checked -> checked.kind().equals("xmr"))).hasSize(2);
    assertThat(builtIn().filter(checked -> checked.kind().equals("season"))).hasSize(1);
    assertThat(builtIn().filter(checked -> checked.kind().equals("lead-lag"))).hasSize(1);
    assertThat(builtIn().filter(checked -> checked.kind().equals("icc"))).hasSize(1);
    assertThat(builtIn().filter(checked -> checked.kind().equals("agreement"))).hasSize(5);
    assertThat(builtIn().filter(checked -> checked.kind().equals("alpha"))).hasSize(1);
    assertThat(builtIn().filter(checked -> checked.kind().equals("krippendorff"))).hasSize(1);
    assertThat(builtIn().filter(checked -> checked.kind().equals("shrinkage"))).hasSize(2);
    assertThat(builtIn().filter(checked -> checked.kind().equals("top-box"))).hasSize(5);
    assertThat(builtIn().filter(checked -> checked.kind().equals("crossed-mixed"))).hasSize(4);
    assertThat(builtIn().filter(checked -> checked.kind().equals("many-facet-rasch"))).hasSize(10);
    assertThat(builtIn().filter(checked -> checked.kind().equals("rater-effects"))).hasSize(26);
    assertThat(builtIn().filter(checked -> checked.kind().equals("release"))).hasSize(36);
    assertThat(builtIn().filter(checked -> checked.kind().equals("attack"))).hasSize(10);
    assertThat(builtIn().filter(checked -> checked.kind().equals("mechanism"))).hasSize(128);
    assertThat(builtIn().filter(checked -> checked.kind().equals("coalition"))).hasSize(40);
    assertThat(builtIn().filter(checked -> checked.kind().equals("assignment"))).hasSize(3);
  }

  @Test
  void aWrongAnswerIsReportedWithBothFigures() {
    var checked =
        only(
            """
            {"kind": "goal-scoring", "tolerance": 1e-12, "kr_cases": [
              {"kind": "increase", "args": {"baseline": 20, "target": 50, "current": 41}, "score": 0.71}
            ]}\
            """);
    assertThat(checked.failed()).isTrue();
    assertThat(checked.verdict())
        .isInstanceOfSatisfying(
            Verdict.Failed.class,
            failed -> {
              assertThat(failed.differences()).hasSize(1);
              assertThat(failed.differences().getFirst().expected()).isEqualTo("0.71");
              assertThat(failed.differences().getFirst().actual()).isEqualTo("0.7");
            });
  }

  @Test
  void aMissingFigureIsAFailureNotAPass() {
    assertThat(
            only("""
            {"kind": "goal-scoring", "kr_cases": [
              {"kind": "binary", "args": {"done": true}}
            ]}\
            """)
                .failed())
        .isTrue();
  }

  @Test
  void aKindOfTomorrowIsNamedAndDoesNotFail() {
    var checked = only("{\"kind\": \"telepathy\"}");
    assertThat(checked.verdict()).isEqualTo(new Verdict.UnknownKind());
    assertThat(checked.kind()).isEqualTo("telepathy");
    assertThat(checked.failed()).isFalse();
  }

  @Test
  void whatIsNoCaseAtAllFails() {
    assertThat(only("{\"kind\"").failed()).isTrue();
    assertThat(only("[1, 2]").failed()).isTrue();
    assertThat(only("{\"kind\": \"goal-scoring\", \"kr_cases\": [{\"kind\": \"hope\"}]}").failed())
        .isTrue();
    assertThat(only("{\"kind\": \"forecast\", \"cases\": [{}]}").failed()).isTrue();
  }

  private static CheckedCase only(String json) {
    List<CheckedCase> all = ReferenceCases.check("own.json", json, _ -> "");
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}
