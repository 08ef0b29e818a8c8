package io.fairlead.app.measures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.04, 0",
    "-0.3, -0.3",
    "12, 12",
    "12.04, 12",
    "12.06, 12.1",
    "9.96, 10",
    "-7.25, -7.2",
    "-10.98, -11",
    "1234567.89, 1234567.9"
  })
  void pixelsHaveOneDecimalAtMost(double pixels, String said) {
    assertThat(Scale.text(pixels)).isEqualTo(said);
  }
}
