package io.fairlead.methods.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FavourableTest {

  @Test
  void theTopTwoPointsOfTheScaleAreFavourable() {
    var found = Favourable.topTwo(new double[] {5, 4, 3, 1, 4}, 5);
    assertThat(found).isEqualTo(new Favourable(3, 5));
    assertThat(found.share()).isEqualTo(0.6);
  }

  @Test
  void countsThatCannotBeAreBugs() {
    assertThatThrownBy(() -> new Favourable(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Favourable(3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Favourable(-1, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void intervalsHoldTheShareAndMirror(
      @ForAll @IntRange(min = 1, max = 400) int ratings, @ForAll @IntRange(max = 400) int some) {
    int favourable = some % (ratings + 1);
    var found = new Favourable(favourable, ratings);
    var mirrored = new Favourable(ratings - favourable, ratings);
    for (Interval interval : new Interval[] {found.interval(), found.exact()}) {
      assertThat(interval.lower()).isBetween(0.0, found.share());
      assertThat(interval.upper()).isBetween(found.share(), 1.0);
    }
    assertThat(mirrored.interval().lower()).isCloseTo(1 - found.interval().upper(), within(1e-9));
    assertThat(mirrored.exact().lower()).isCloseTo(1 - found.exact().upper(), within(1e-7));
    assertThat(found.exact().lower()).isLessThanOrEqualTo(found.jeffreys().lower());
  }
}
