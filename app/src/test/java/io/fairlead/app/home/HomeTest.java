package io.fairlead.app.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.fairlead.app.goals.CheckIn;
import io.fairlead.app.goals.CheckIns;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class HomeTest {
  @Autowired Goals goals;
  @Autowired CheckIns checkIns;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired Visitors visitors;

  @BeforeEach
  void maraLedsATeamWithGoals() {
    company.reset();
    UUID objective = goals.objective(Person.MARA, "New sites report within a day");
    List<CheckIn> said = new ArrayList<>();
    for (String name :
        List.of("First reading within 24 hours", "Calls per new site", "Installer guide")) {
      UUID keyResult = goals.keyResult(objective, name, 40, 60);
      said.add(new CheckIn(keyResult, new BigDecimal("48"), Set.of(), 6, "", false));
    }
    clock.set(LocalDate.parse("2026-05-06"));
    checkIns.save(Person.MARA.viewer(), said, null).orThrow();
    goals.keyResult(
        goals.objective(Person.DEV, "Crashes are rare"), "Sessions without a crash", 98, 99.5);
    clock.set(LocalDate.parse("2026-05-13"));
  }

  @Test
  void whatIsDueComesFirstWithItsMinutes() {
    assertThat(visitors.as(Person.MARA).page("/").body())
        .contains("1 thing, about 1 minute")
        .contains("Update your 3 key results")
        .contains("Last updated 6 May");
  }

  @Test
  void aManagerFindsWhoIsBehindAndSinceWhenInOneClick(Browsing browsing) {
    Page page = browsing.as(Person.MARA);
    page.navigate("/");
    page.getByText("Your team").click();
    assertThat(page.getByText("Dev Patel has 1 key result without an update").isVisible()).isTrue();
    assertThat(page.getByText("since 8 April").isVisible()).isTrue();
  }

  @Test
  void whoHasNothingToDoIsToldWhatComesNext() {
    assertThat(visitors.as(Person.RUBEN).page("/").body())
        .contains("Nothing needs you")
        .contains("Nothing is planned next.");
    clock.set(LocalDate.parse("2026-05-07"));
    assertThat(visitors.as(Person.MARA).page("/").body())
        .contains("Next: check-in on Wednesday, 13 May");
  }

  @Test
  void itLooksRight(Browsing browsing) {
    Look.at(browsing.as(Person.MARA), "/");
    Look.at(browsing.as(Person.RUBEN), "/?nothing");
  }
}
