package io.fairlead.app.goals;

import static io.fairlead.app.testing.Person.HENRIK;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class OutlookTest {
  private static final String HERS = "The forecast disagrees with your 9 of 10.";
  private static final String OTHERS = "The forecast disagrees with a confidence of 9.";

  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired Goals goals;
  @Autowired CheckIns checkIns;
  @Autowired TestClock clock;

  private UUID sites = new UUID(0, 0);
  private UUID keyResult = new UUID(0, 0);

  @BeforeEach
  void fiveSlowWeeks() {
    company.reset();
    sites = goals.objective(MARA, "Sites report");
    keyResult = goals.keyResult(sites, "First reading", 40, 60);
    String[] values = {"41", "41.5", "42.5", "43"};
    for (int week = 0; week < values.length; week++) {
      say("2026-04-%02d", 6 + 7 * week, values[week], 5);
    }
    say("2026-05-%02d", 4, "44", 9);
  }

  private void say(String month, int day, String value, int confidence) {
    clock.set(LocalDate.parse(month.formatted(day)));
    CheckIn said = new CheckIn(keyResult, new BigDecimal(value), Set.of(), confidence, "", false);
    checkIns.save(MARA.viewer(), List.of(said), null).orThrow();
  }

  private String drawer(Person who) {
    return visitors.as(who).page("/goals/" + sites).body();
  }

  @Test
  void aDisagreementIsSeenByItsOwnerFirstAndByOthersAWeekLater() {
    assertThat(drawer(MARA)).contains(HERS + " Only you see this until 11 May.");
    assertThat(drawer(HENRIK))
        .contains("Confidence 9 of 10, 5 before.", "Forecast: ")
        .doesNotContain("disagrees");
    clock.set(LocalDate.parse("2026-05-10"));
    assertThat(drawer(HENRIK)).doesNotContain("disagrees");
    clock.set(LocalDate.parse("2026-05-11"));
    assertThat(drawer(HENRIK)).contains(OTHERS);
    assertThat(drawer(MARA)).contains(HERS + " Who may read your confidence sees this too.");
  }

  @Test
  void whoStaysConfidentDoesNotPutItOff() {
    say("2026-05-%02d", 10, "44.2", 9);
    clock.set(LocalDate.parse("2026-05-11"));
    assertThat(drawer(HENRIK)).contains(OTHERS);
  }

  @Test
  void whoMayNotReadConfidenceSeesNeither() {
    clock.set(LocalDate.parse("2026-05-11"));
    assertThat(drawer(RUBEN)).contains("Forecast: ").doesNotContain("Confidence", "disagrees");
  }
}
