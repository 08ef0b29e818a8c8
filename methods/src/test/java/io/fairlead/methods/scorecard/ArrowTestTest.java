package io.fairlead.methods.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.scorecard.ArrowTest.Finding;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ArrowTestTest {

  private static SortedMap<Long, Double> walk(long seed, int length) {
    Random random = new Random(seed);
    SortedMap<Long, Double> walk = new TreeMap<>();
    double at = 100;
    for (long period = 0; period < length; period++) {
      at += random.nextGaussian();
      walk.put(period, at);
    }
    return walk;
  }

  /// Follows another series three periods later, so many times as much.
  private static SortedMap<Long, Double> following(SortedMap<Long, Double> lead, double times) {
    Random random = new Random(7);
    SortedMap<Long, Double> following = new TreeMap<>();
    lead.forEach(
        (period, value) -> following.put(period + 3, times * value + 0.3 * random.nextGaussian()));
    return following;
  }

  @Test
  void anArrowIsSupportedWhereItsEndFollowsItsBeginning() {
    var lead = walk(1, 80);
    ArrowTest found = ArrowTest.of(Sign.HELPS, 2, lead, following(lead, 2));
    assertThat(found.finding()).isEqualTo(Finding.SUPPORTED);
    assertThat(found.lag()).isEqualTo(3);
    assertThat(found.periods()).isEqualTo(77);
    assertThat(found.inTime(2)).isTrue();
    assertThat(found.inTime(9)).isFalse();
  }

  @Test
  void whatWasToHelpAndCostsIsNotSupportedAndTheReverse() {
    var lead = walk(1, 80);
    assertThat(ArrowTest.of(Sign.HELPS, 3, lead, following(lead, -2)).finding())
        .isEqualTo(Finding.OTHER_SIGN);
    assertThat(ArrowTest.of(Sign.COSTS, 3, lead, following(lead, -2)).finding())
        .isEqualTo(Finding.SUPPORTED);
  }

  @Test
  void thingsThatMerelyWanderSupportNothing() {
    int supported = 0;
    for (int seed = 0; seed < 200; seed++) {
      ArrowTest found = ArrowTest.of(Sign.HELPS, 1, walk(seed, 60), walk(1000 + seed, 60));
      supported += found.finding() == Finding.SUPPORTED ? 1 : 0;
    }
    assertThat(supported).as("of 200 by chance").isLessThanOrEqualTo(12);
  }

  @Test
  void onlyPeriodsInARowAreComparedSinceAGapWouldShiftTheRest() {
    var lead = walk(1, 80);
    var lagging = following(lead, 2);
    lagging.remove(30L);
    ArrowTest found = ArrowTest.of(Sign.HELPS, 3, lead, lagging);
    assertThat(found.periods()).isEqualTo(49);
    assertThat(found.lag()).isEqualTo(3);
    lagging.remove(50L);
    assertThat(ArrowTest.of(Sign.HELPS, 3, lead, lagging).finding())
        .isEqualTo(Finding.TOO_LITTLE_DATA);
    assertThat(ArrowTest.of(Sign.HELPS, 3, new TreeMap<>(), lagging).finding())
        .isEqualTo(Finding.TOO_LITTLE_DATA);
  }
}
