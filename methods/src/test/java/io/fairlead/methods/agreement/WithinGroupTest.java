package io.fairlead.methods.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WithinGroupTest {

  @Test
  void twoCampsAgreeLessThanAtRandomWhichIsKeptAndShownAsZero() {
    WithinGroup camps = WithinGroup.of(new double[] {1, 5, 1, 5}, 5);
    assertThat(camps.raw()).isCloseTo(-5 / 3.0, within(1e-12));
    assertThat(camps.shown()).isZero();
    assertThat(camps.fromMean()).isGreaterThan(camps.cutOff());
  }

  @Test
  void twoRatingsAreTooFewAndTenAreReliable() {
    assertThat(WithinGroup.of(new double[] {4, 4}, 5).status()).isEqualTo(AgreementStatus.TOO_FEW);
    assertThat(WithinGroup.of(new double[] {4, 4, 4}, 5).reliable()).isFalse();
    assertThat(WithinGroup.of(new double[] {4, 4, 4, 4, 4, 4, 4, 4, 4, 4}, 5).reliable()).isTrue();
  }

  @Test
  void overSeveralItemsAgreementAddsUp() {
    WithinGroup one = WithinGroup.of(new double[] {2, 3, 4, 5}, 5);
    assertThat(WithinGroup.overItems(List.of(one)).orElseThrow())
        .isCloseTo(one.raw(), within(1e-12));
    double q = 1 / 6.0;
    assertThat(WithinGroup.overItems(List.of(one, one, one)).orElseThrow())
        .isCloseTo(3 * q / (3 * q + 1 - q), within(1e-12));
    WithinGroup camps = WithinGroup.of(new double[] {1, 5, 1, 5}, 5);
    assertThat(WithinGroup.overItems(List.of(camps))).hasValue(0);
    assertThat(WithinGroup.overItems(List.of())).isEmpty();
    assertThat(WithinGroup.overItems(List.of(one, WithinGroup.of(new double[] {1}, 5)))).isEmpty();
  }

  @Test
  void ratingsOffTheScaleAreBugs() {
    assertThatThrownBy(() -> WithinGroup.of(new double[] {1, 6, 3}, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WithinGroup.of(new double[] {1, 1, 1}, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
