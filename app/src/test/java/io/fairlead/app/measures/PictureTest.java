package io.fairlead.app.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final int MOST = 120;
  private static final LocalDate FIRST = LocalDate.of(2021, 11, 28);

  private static List<DayValue> random(int seed, int count) {
    Random random = new Random(seed);
    List<DayValue> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(new DayValue(FIRST.plusDays(i), random.nextInt(40)));
    }
    return values;
  }

  @Test
  void fewValuesAreDrawnAsTheyAre() {
    List<DayValue> values = random(1, MOST);
    assertThat(Picture.of(values, MOST)).isEqualTo(values);
  }

  @Test
  void aLongSeriesKeepsTheLowestAndTheHighestOfEachStretchAndTheLatest() {
    Comparator<DayValue> byValue = Comparator.comparingDouble(DayValue::value);
    for (int seed = 0; seed < 200; seed++) {
      List<DayValue> values = random(seed, MOST + 1 + seed * 17);
      List<DayValue> drawn = Picture.of(values, MOST);
      assertThat(drawn).hasSizeLessThanOrEqualTo(MOST + 1).isSubsetOf(values);
      assertThat(drawn)
          .isSortedAccordingTo(Comparator.comparing(DayValue::day))
          .doesNotHaveDuplicates();
      assertThat(drawn.getLast()).isEqualTo(values.getLast());
      for (int stretch = 0; stretch < MOST / 2; stretch++) {
        List<DayValue> part =
            values.subList(stretch * values.size() / 60, (stretch + 1) * values.size() / 60);
        List<Double> kept = drawn.stream().filter(part::contains).map(DayValue::value).toList();
        assertThat(kept)
            .contains(part.stream().min(byValue).orElseThrow().value())
            .contains(part.stream().max(byValue).orElseThrow().value());
      }
    }
  }
}
