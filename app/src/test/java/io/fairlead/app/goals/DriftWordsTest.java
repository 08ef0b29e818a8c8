package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.testing.AppTest;
import io.fairlead.methods.goals.Status;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class DriftWordsTest {
  @Autowired Pages pages;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ON_TRACK,  3,    'ahead by 3 days'
          ON_TRACK,  0.2,  'on pace'
          ON_TRACK,  -6,   'On track, behind by 6 days'
          AT_RISK,   -6,   'behind by 6 days'
          AT_RISK,   2,    'At risk, ahead by 2 days'
          OFF_TRACK, -0.3, 'Off track, on pace'
          OFF_TRACK, ,     'Off track'
          """)
  void theVerdictIsSaidWhereTheDaysAloneWouldContradictIt(
      Status status, @Nullable Double ahead, String words) {
    assertThat(drift(status, ahead).words(pages.words())).isEqualTo(words);
  }

  private static Drift drift(Status status, @Nullable Double ahead) {
    LocalDate day = LocalDate.of(2026, 5, 13);
    return new Drift(status, null, ahead, List.of(), null, 90, 42, day, null, null);
  }
}
