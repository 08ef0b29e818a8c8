package io.fairlead.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DemoSimulationTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
  private static final DemoCompany COMPANY = DemoSimulation.of(DemoSimulation.SEED, TODAY);

  @Test
  void theSameSeedAndDayMakeTheSameCompany() {
    assertThat(DemoSimulation.of(DemoSimulation.SEED, TODAY)).isEqualTo(COMPANY);
  }

  @Test
  void itHasAboutTwoHundredAndFiftyPeopleWithGoals() {
    assertThat(COMPANY.people()).hasSizeBetween(230, 330);
    assertThat(COMPANY.objectives()).hasSizeGreaterThan(60);
    assertThat(COMPANY.checkIns()).hasSizeGreaterThan(1_000);
  }
}
