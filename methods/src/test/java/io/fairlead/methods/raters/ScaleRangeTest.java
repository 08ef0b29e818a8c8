package io.fairlead.methods.raters;

import static io.fairlead.methods.raters.MadeUpRound.HIGH;
import static io.fairlead.methods.raters.MadeUpRound.LOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleRangeTest {

  private static Optional<ScaleRange> of(List<RaterSheet> sheets) {
    return ScaleRange.of(sheets, LOW, HIGH);
  }

  /// Fifteen items, given in turn by everybody to everybody.
  private static List<RaterSheet> all(int raters, int each, List<Integer> given) {
    List<RaterSheet> sheets = new ArrayList<>();
    for (int rater = 0; rater < raters; rater++) {
      for (int away = 1; away <= each; away++) {
        sheets.add(
            MadeUpRound.sheet(
                rater, (rater + away) % raters, item -> given.get(item % given.size())));
      }
    }
    return sheets;
  }

  /// s² of 2 × 15 ratings over 2: a third each of 3, 4, 5 has s² = .690, so .345.
  @ParameterizedTest
  @CsvSource({
    "'1 2 3 4 5', WIDE",
    "'1 5', WIDE",
    "'3 4 5', MODERATE",
    "'2 3 4', MODERATE",
    "'4 4 4 4 5', NARROW_HIGH",
    "'4', NARROW_HIGH",
    "'5', NARROW_HIGH",
    "'3', NARROW_MIDDLE",
    "'3 3 3 4 3', NARROW_MIDDLE",
    "'2 2 2 3 2', NARROW_LOW",
    "'1', NARROW_LOW",
  })
  void itSaysHowMuchOfTheScaleIsUsedAndWhere(String given, ScaleRange expected) {
    List<Integer> ratings = List.of(given.split(" ")).stream().map(Integer::valueOf).toList();
    assertThat(of(all(30, 2, ratings))).contains(expected);
  }

  @Test
  void plantedCentralTendencyIsFoundAndItsAbsenceToo() {
    for (long seed = 0; seed < 20; seed++) {
      MadeUpRound round = MadeUpRound.usual(40);
      assertThat(of(round.sheets(seed))).contains(ScaleRange.MODERATE);
      assertThat(of(round.drawnTo(3, 0.3).sheets(seed))).contains(ScaleRange.NARROW_MIDDLE);
      assertThat(of(round.drawnTo(4.6, 0.3).sheets(seed))).contains(ScaleRange.NARROW_HIGH);
      assertThat(of(round.drawnTo(1.4, 0.3).sheets(seed))).contains(ScaleRange.NARROW_LOW);
      assertThat(of(round.drawnTo(3, 2.5).sheets(seed))).contains(ScaleRange.WIDE);
    }
  }

  @Test
  void oneFlatRaterOfFortyChangesNothing() {
    List<RaterSheet> sheets =
        MadeUpRound.usual(40).sheets(2).stream()
            .map(each -> each.rater() == 7 ? MadeUpRound.sheet(7, each.ratee(), _ -> 3) : each)
            .toList();
    assertThat(of(sheets)).contains(ScaleRange.MODERATE);
  }

  @Test
  void itTakesThirtyRatersOfSeveralAndThirtyWhomTheyRate() {
    List<Integer> given = List.of(1, 2, 3, 4, 5);
    assertThat(of(all(29, 4, given))).isEmpty();
    assertThat(of(all(30, 1, given))).isEmpty();
    assertThat(of(List.of())).isEmpty();
    List<RaterSheet> fewRatees =
        all(40, 2, given).stream()
            .map(each -> MadeUpRound.sheet(each.rater(), each.ratee() % 29, item -> 1 + item % 5))
            .toList();
    assertThat(of(fewRatees)).isEmpty();
  }
}
