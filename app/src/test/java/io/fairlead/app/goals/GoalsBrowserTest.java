package io.fairlead.app.goals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class GoalsBrowserTest {
  @Autowired Goals goals;
  @Autowired Company company;
  @Autowired CheckIns checkIns;
  @Autowired RollUps rollUps;
  @Autowired TestClock clock;

  private UUID sites = new UUID(0, 0);
  private UUID renew = new UUID(0, 0);

  @BeforeEach
  void aQuarterUnderWay() {
    company.reset();
    UUID dry = goals.objective(Person.INES, "No town we serve finds a leak by accident");
    renew = goals.objective(Person.PRISCILLA, "Utilities renew on water saved");
    UUID calls = goals.objective(Person.TOMASZ, "Fewer service calls per site");
    sites = goals.objective(Person.MARA, "New sites report within a day");
    UUID install = goals.objective(Person.JONAS, "Installers finish without calling");
    UUID crash = goals.objective(Person.DEV, "The app no longer crashes while pairing");
    UUID guides = goals.objective(Person.AIKO, "Guides in four languages");
    goals.align(renew, dry, 1, true);
    goals.align(sites, renew, 0.7, true);
    goals.align(sites, calls, 0.3, false);
    goals.align(install, sites, 0.6, true);
    goals.align(crash, sites, 1, true);
    goals.align(guides, install, 0.5, true);
    UUID first = goals.keyResult(sites, "First reading in 24 h", 40, 60);
    UUID second = goals.keyResult(sites, "Calls per new site", 3.1, 1.5);
    UUID third = goals.keyResult(crash, "Crash-free sessions", 98.2, 99.5);
    UUID fourth = goals.keyResult(renew, "Renewals with a savings report", 10, 70);
    UUID fifth = goals.keyResult(install, "Installations without a call", 30, 80);
    double[][] said = {
      {42, 2.9, 98.3, 16, 37},
      {43, 2.6, 98.3, 22, 45},
      {45, 2.4, 98.4, 30, 50},
      {46, 2.2, 98.4, 33, 56},
      {47, 2.0, 98.5, 36, 59}
    };
    for (int week = 0; week < said.length; week++) {
      clock.set(LocalDate.parse("2026-04-14").plusWeeks(week));
      say(
          Person.MARA,
          first,
          said[week][0],
          week == 4
              ? "The new pairing screen is in the field since Monday. I expect half of the gap back by the 25th."
              : "");
      say(Person.MARA, second, said[week][1], "");
      say(Person.DEV, third, said[week][2], "");
      say(Person.PRISCILLA, fourth, said[week][3], "");
      if (week < 2) {
        say(Person.JONAS, fifth, said[week][4], "");
      }
    }
    clock.set(LocalDate.parse("2026-05-13"));
    rollUps.catchUp();
  }

  private void say(Person by, UUID keyResult, double value, String note) {
    checkIns
        .save(
            by.viewer(),
            List.of(new CheckIn(keyResult, BigDecimal.valueOf(value), Set.of(), 6, note, false)),
            null)
        .orThrow();
  }

  @Test
  void theTreeIsWalkedByArrowsAndEnterOpensTheDrawer(Browsing browsing) {
    Page page = browsing.as(Person.MARA);
    page.navigate("/goals");
    Locator head = row(page, "No town we serve finds a leak by accident");
    head.focus();
    page.keyboard().press("ArrowRight");
    assertThat(row(page, "Utilities renew on water saved")).isVisible();
    assertThat(head).hasAttribute("aria-expanded", "true");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    assertThat(row(page, "New sites report within a day")).isVisible();
    assertThat(page).hasURL(Pattern.compile("open=.+,.+"));
    page.keyboard().press("Enter");
    assertThat(page.locator("#drawer")).containsText("How this is counted");
    assertThat(page).hasURL(Pattern.compile("/goals/" + renew));
    page.keyboard().press("Escape");
    assertThat(page.locator("#drawer")).hasCount(0);
    assertThat(row(page, "New sites report within a day")).isVisible();
    page.reload();
    assertThat(row(page, "New sites report within a day")).isVisible();
    row(page, "No town we serve finds a leak by accident").focus();
    page.keyboard().press("ArrowLeft");
    assertThat(row(page, "Utilities renew on water saved")).hasCount(0);
  }

  private static Locator row(Page page, String title) {
    return page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(title));
  }

  @Test
  void thePagesOfGoalsLookRight(Browsing browsing) {
    Page page = browsing.as(Person.MARA);
    Look.at(page, "/goals?scope=all&open=" + renew + "," + sites);
    Look.at(page, "/goals/" + sites + "?open=" + renew + "," + sites);
    Look.at(page, "/goals/map");
    Look.at(page, "/goals/timeline?scope=all");
    Look.at(page, "/goals/summary");
  }

  @Test
  void theImportPagesLookRight(Browsing browsing) {
    Page page = browsing.as(Person.ELIF);
    Look.at(page, "/goals/import");
    page.getByLabel("Or paste rows")
        .fill(
            "period,team,objective_id,objective,kr_id,key_result,target_value,due\nWinter,Nobody,A,Less water lost,A1,Leaks found,12,soon\n");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look at it")).click();
    assertThat(page.getByText("There is no such cycle.")).isVisible();
    Look.at(page, page.url().replaceFirst("^http://[^/]*", ""));
  }
}
