package io.fairlead.methods.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OthersTest {
  private static final Scale FIVE = new Scale(1, 5);

  private static Others span(String low, String high) {
    return new Others(new BigDecimal(low), new BigDecimal(high));
  }

  @Test
  void likelyRangesAreRoundedOutwardsAndStayOnTheScale() {
    assertThat(span("4.0", "4.0").widened(0.52, FIVE)).isEqualTo(span("3.4", "4.6"));
    assertThat(span("4.0", "4.0").widened(1.2, FIVE)).isEqualTo(span("2.8", "5.0"));
    assertThat(span("1.0", "1.4").widened(0.7, new Scale(1, 7))).isEqualTo(span("1.0", "2.1"));
  }

  /// 1.96 · 0.8 / √5 = 0.70: likely 3.2 to 4.8.
  @Test
  void whatLiesInTheLikelyRangeIsNoGap() {
    RoundPrecision precision = new RoundPrecision(0.8, 0.3);
    assertThat(reading("4.5", Optional.empty())).isEqualTo(Gap.Reading.BLIND_SPOT);
    assertThat(reading("4.5", Optional.of(precision))).isEqualTo(Gap.Reading.NONE);
    assertThat(reading("4.9", Optional.of(precision))).isEqualTo(Gap.Reading.BLIND_SPOT);
    assertThat(reading("3.1", Optional.of(precision))).isEqualTo(Gap.Reading.HIDDEN_STRENGTH);
  }

  private static Gap.Reading reading(String self, Optional<RoundPrecision> precision) {
    return new PublishedScore(
            "craft",
            Optional.empty(),
            List.of(
                new BlockValue(List.of("self"), 1, Bound.EXACT, new BigDecimal(self)),
                new BlockValue(List.of("peer"), 5, Bound.EXACT, new BigDecimal("4.0"))))
        .reading(FIVE, precision);
  }
}
