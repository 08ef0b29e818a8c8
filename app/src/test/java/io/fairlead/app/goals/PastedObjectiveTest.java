package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastedObjectiveTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          KR: Reduce yearly churn by 15 %            | reduce, yearly churn, change=15, mode=percent-of-baseline
          KR 1: Raise NPS by 15 points               | raise, NPS, change=15, mode=points
          KR1 - Move trials that activate from 31 % to 45 % | move, trials that activate, baseline=31, target=45, unit=%
          - Increase revenue from €3.5 to €4         | move, revenue, baseline=3.5, target=4
          * Keep alert to phone under 60 seconds     | keep, alert to phone, high=60, unit=seconds
          2. Keep meetings between 2 and 4           | keep, meetings, low=2, high=4
          Key result 3: Support agrees               | answer, Support agrees
          """)
  void aLineBecomesASentence(String line, String expected) {
    EditorRow row = PastedObjective.read("Objective: x\n" + line).rows().getFirst();
    String said =
        Stream.concat(
                Stream.of(row.shape(), row.value("title")),
                Stream.of("baseline", "target", "change", "mode", "low", "high", "unit")
                    .filter(field -> !row.value(field).isEmpty())
                    .map(field -> field + "=" + row.value(field)))
            .collect(Collectors.joining(", "));
    assertThat(said).isEqualTo(expected);
  }

  @Test
  void theObjectiveAndItsReasonAreFound() {
    PastedObjective pasted =
        PastedObjective.read("O1: Customers stay\n\nWhy: They never acted.\nKR: Support agrees");
    assertThat(pasted.title()).isEqualTo("Customers stay");
    assertThat(pasted.why()).isEqualTo("They never acted.");
    assertThat(pasted.rows()).hasSize(1);
  }

  @Test
  void anyTextIsReadInBoundedTime() {
    assertThat(PastedObjective.read("KR: from 1 to ".repeat(20_000)).rows()).hasSizeLessThan(2);
    assertThat(PastedObjective.read("KR: x\n".repeat(10_000)).rows()).hasSizeLessThan(201);
  }
}
