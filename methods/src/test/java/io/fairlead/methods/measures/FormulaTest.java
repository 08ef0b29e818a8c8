package io.fairlead.methods.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.measures.Formula.Read;
import io.fairlead.methods.measures.FormulaFlaw.Kind;
import io.fairlead.methods.measures.FormulaValue.Known;
import io.fairlead.methods.measures.FormulaValue.Missing;
import io.fairlead.methods.measures.FormulaValue.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
  private static final Map<String, List<OptionalDouble>> SERIES =
      Map.of(
          "a", series(6.0, 8.0, null, -3.0),
          "b", series(2.0, 0.0, 5.0, 3.0),
          "Net revenue, EUR", series(100.0, 120.0, 90.0, 110.0),
          "huge", series(1e308, 1e308, 1e308, 1e308));

  private static List<OptionalDouble> series(@Nullable Double... values) {
    return Arrays.stream(values)
        .map(value -> value == null ? OptionalDouble.empty() : OptionalDouble.of(value))
        .toList();
  }

  private static FormulaValue first(String text) {
    return Formula.of(text).values(SERIES, 4).getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1 + 2 * 3              | 7
          (1 + 2) * 3            | 9
          10 - 4 - 3             | 3
          16 / 4 / 2             | 2
          -a + 10                | 4
          2 * -3                 | -6
          --3                    | 3
          a − b × 2 ÷ 4          | 5
          a / b                  | 3
          {a}/{ b }              | 3
          {Net revenue, EUR} * 2 | 200
          .5 + 1. + 1e2 + 2E-1   | 101.7
          sum(a, b, 1)           | 9
          mean(a; b)             | 4
          AVG(a, b)              | 4
          min(a, b, -1)          | -1
          max(a, b)              | 6
          abs(b - a)             | 4
          share(a, b)            | 0.75
          mean(huge, huge)       | 1e308
          """)
  void aFormulaIsComputedAsOneLearnsAtSchool(String text, double expected) {
    assertThat(first(text).number().orElseThrow())
        .isCloseTo(expected, within(1e-12 * Math.abs(expected)));
  }

  @Test
  void aTimeWithoutAnInputHasNoValueAndTheOthersKeepTheirs() {
    assertThat(Formula.of("a + b").values(SERIES, 4))
        .containsExactly(new Known(8), new Known(8), new Missing(Reason.NO_INPUT), new Known(0));
    assertThat(Formula.of("a + nobody").values(SERIES, 1))
        .containsExactly(new Missing(Reason.NO_INPUT));
    assertThat(Formula.of("sum(a, b)").values(SERIES, 4).get(2))
        .isEqualTo(new Missing(Reason.NO_INPUT));
  }

  @Test
  void whatCameBeforeIsMissingAtTheBeginning() {
    assertThat(Formula.of("b - previous(b)").values(SERIES, 4))
        .containsExactly(new Missing(Reason.NO_INPUT), new Known(-2), new Known(5), new Known(-2));
    assertThat(Formula.of("lag(previous(b), 2)").values(SERIES, 4).getLast())
        .isEqualTo(new Known(2));
  }

  @Test
  void whatCannotBeDividedOrIsTooLargeIsMissingWithItsReason() {
    assertThat(Formula.of("a / b").values(SERIES, 4).get(1))
        .isEqualTo(new Missing(Reason.DIVISION_BY_ZERO));
    assertThat(first("0 / 0")).isEqualTo(new Missing(Reason.DIVISION_BY_ZERO));
    assertThat(first("1 / (a - a)")).isEqualTo(new Missing(Reason.DIVISION_BY_ZERO));
    assertThat(Formula.of("share(a, b)").values(SERIES, 4).getLast())
        .isEqualTo(new Missing(Reason.DIVISION_BY_ZERO));
    assertThat(first("huge * 10")).isEqualTo(new Missing(Reason.TOO_LARGE));
    assertThat(first("huge + huge - huge - huge")).isEqualTo(new Missing(Reason.TOO_LARGE));
    Map<String, List<OptionalDouble>> impossible =
        Map.of("a", series(Double.NaN, Double.POSITIVE_INFINITY));
    assertThat(Formula.of("a").values(impossible, 2)).containsOnly(new Missing(Reason.TOO_LARGE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``             | EMPTY                     | 0 | ``
          `   `          | EMPTY                     | 3 | ``
          1 +            | VALUE_EXPECTED            | 3 | ``
          * 2            | VALUE_EXPECTED            | 0 | *
          1 + + 2        | VALUE_EXPECTED            | 4 | +
          a b            | OPERATOR_EXPECTED         | 2 | b
          (1 + 2         | PARENTHESIS_NOT_CLOSED    | 6 | ``
          1 + 2)         | OPERATOR_EXPECTED         | 5 | )
          (1 2)          | OPERATOR_EXPECTED         | 3 | 2
          ()             | VALUE_EXPECTED            | 1 | )
          a ^ 2          | UNKNOWN_CHARACTER         | 2 | ^
          a; drop        | OPERATOR_EXPECTED         | 1 | ;
          $a             | UNKNOWN_CHARACTER         | 0 | $
          1.2.3          | NUMBER_UNREADABLE         | 0 | 1.2.3
          .              | NUMBER_UNREADABLE         | 0 | .
          2x             | NUMBER_UNREADABLE         | 0 | 2
          1e999          | NUMBER_UNREADABLE         | 0 | 1e999
          1 + {open      | NAME_NOT_CLOSED           | 4 | {
          { }            | NAME_EMPTY                | 0 | {
          exec(1)        | UNKNOWN_FUNCTION          | 0 | exec
          1 + abs(1, 2)  | WRONG_NUMBER_OF_ARGUMENTS | 4 | abs
          share(a)       | WRONG_NUMBER_OF_ARGUMENTS | 0 | share
          sum()          | VALUE_EXPECTED            | 4 | )
          lag(a, 0)      | STEPS_NOT_WHOLE           | 0 | lag
          lag(a, 1.5)    | STEPS_NOT_WHOLE           | 0 | lag
          lag(a, b)      | STEPS_NOT_WHOLE           | 0 | lag
          """)
  void aBrokenFormulaSaysWhatIsWrongAndWhere(String text, Kind kind, int position, String found) {
    assertThat(Formula.read(text))
        .isEqualTo(new Read.Broken(new FormulaFlaw(kind, position, found)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "abs(", "((1)", "{", "1+", "a", "−(", "9"})
  void hostileTextOfAnyLengthIsRefusedCalmly(String piece) {
    assertThat(kindOf(piece.repeat(10_000))).isEqualTo(Kind.TOO_LONG);
    String longest = piece.repeat(Formula.LONGEST / piece.length());
    assertThat(Formula.read(longest)).isNotNull();
    assertThat(kindOf("(".repeat(500) + "1" + ")".repeat(500))).isEqualTo(Kind.TOO_DEEP);
  }

  private static Kind kindOf(String text) {
    return ((Read.Broken) Formula.read(text)).flaw().kind();
  }

  @Test
  void aLongSumOfManyMeasuresIsNotTooDeep() {
    assertThat(first("1+".repeat(900) + "1")).isEqualTo(new Known(901));
    assertThat(Formula.read("(".repeat(50) + "a" + ")".repeat(50))).isInstanceOf(Read.Sound.class);
  }

  @Test
  void aFormulaNamesTheMeasuresItNeeds() {
    assertThat(Formula.of("sum + {a b} / lag(z, 3) - sum(b, 1)").measures())
        .containsExactly("a b", "b", "sum", "z");
    assertThat(Formula.of("1 + 1").measures()).isEmpty();
  }

  @Property
  void anyTextIsEitherAFormulaOrHasAFlawWithinIt(@ForAll String text) {
    switch (Formula.read(text)) {
      case Read.Sound(Formula formula) -> assertThat(formula.values(Map.of(), 3)).hasSize(3);
      case Read.Broken(FormulaFlaw flaw) -> assertThat(flaw.position()).isBetween(0, text.length());
    }
  }

  @Property
  void textMadeOfItsOwnPiecesNeverGivesAnythingButAFiniteNumberOrAReason(
      @ForAll("pieces") List<String> pieces) {
    if (Formula.read(String.join("", pieces)) instanceof Read.Sound(Formula formula)) {
      for (FormulaValue value : formula.values(SERIES, 4)) {
        value.number().ifPresent(number -> assertThat(number).isFinite());
      }
    }
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            "a", "b", "{huge}", "1", "0", "2.5", "+", "-", "*", "/", "(", ")", ",", "max(", "lag(",
            "share(", " ")
        .list()
        .ofMaxSize(12);
  }

  /// A formula written with all its parentheses, beside what plain arithmetic makes of it.
  record Written(String text, double value) {}

  @Property
  void aFormulaGivesWhatArithmeticGives(@ForAll("written") Written written) {
    FormulaValue value = first(written.text);
    if (Double.isFinite(written.value)) {
      assertThat(value).isEqualTo(new Known(written.value));
    } else {
      assertThat(value).isInstanceOf(Missing.class);
    }
  }

  @Provide
  Arbitrary<Written> written() {
    Arbitrary<Written> leaf =
        Arbitraries.of(
            new Written("a", 6),
            new Written("{b}", 2),
            new Written("0.5", 0.5),
            new Written("0", 0),
            new Written("-a", -6));
    return Arbitraries.lazyOf(
        () -> leaf,
        () -> leaf,
        () ->
            Combinators.combine(written(), Arbitraries.of('+', '-', '*', '/'), written())
                .as(FormulaTest::joined));
  }

  private static Written joined(Written left, char sign, Written right) {
    double value =
        switch (sign) {
          case '+' -> left.value + right.value;
          case '-' -> left.value - right.value;
          case '*' -> left.value * right.value;
          default -> right.value == 0 ? Double.NaN : left.value / right.value;
        };
    return new Written("(" + left.text + ")" + sign + "(" + right.text + ")", value);
  }
}
