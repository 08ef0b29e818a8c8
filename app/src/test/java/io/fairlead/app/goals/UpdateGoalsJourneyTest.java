package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Journey 2 of the experience: five key results updated by keyboard alone, and nothing lost when
/// the tab dies.
@BrowserTest
class UpdateGoalsJourneyTest {
  private static final List<String> NAMES =
      List.of("App sessions", "Calls per site", "First reading", "Installers", "Time to reading");

  @Autowired Goals goals;
  @Autowired CheckIns checkIns;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;

  private final List<UUID> keyResults = new ArrayList<>();
  private int strokes;

  @BeforeEach
  void fiveKeyResultsWithAMonthOfCheckIns() {
    company.reset();
    UUID objective = goals.objective(Person.MARA, "New sites report within a day");
    for (String name : NAMES) {
      keyResults.add(goals.keyResult(objective, name, 40, 60));
    }
    for (int week = 0; week < 5; week++) {
      clock.set(LocalDate.parse("2026-04-08").plusWeeks(week));
      List<CheckIn> said = new ArrayList<>();
      for (int i = 0; i < keyResults.size(); i++) {
        BigDecimal value = BigDecimal.valueOf(40 + week * (i + 1) * 0.5);
        said.add(new CheckIn(keyResults.get(i), value, Set.of(), 6 + i % 3, "", false));
      }
      checkIns.save(Person.MARA.viewer(), said, null).orThrow();
    }
    clock.set(LocalDate.parse("2026-05-13"));
  }

  @Test
  void fiveKeyResultsAreUpdatedInAtMost45KeystrokesAndPaceShowsOnlyAfterwards(Browsing browsing) {
    Page page = browsing.as(Person.MARA);
    page.navigate("/goals/update");
    assertThat(page.locator("svg.pace").count()).isZero();
    for (int row = 0; row < NAMES.size(); row++) {
      updateRow(page, row);
    }
    press(page, "Control+Enter");
    page.waitForURL("**/goals/updated");
    assertThat(strokes).isLessThanOrEqualTo(45);
    assertThat(page.locator("svg.pace").count()).isEqualTo(5);
    assertThat(values()).containsExactly("51", "52", "53", "54", "55");
    assertThat(
            database
                .sql("select count(*) from check_in where day = '2026-05-13' and confidence = 7")
                .query(Integer.class)
                .single())
        .isEqualTo(5);
  }

  @Test
  void killingTheTabAfterTheThirdRowLosesNothing(Browsing browsing) {
    Page page = browsing.as(Person.MARA);
    page.navigate("/goals/update");
    for (int row = 0; row < 3; row++) {
      updateRow(page, row);
    }
    Page again = page.context().newPage();
    page.close();
    again.navigate("/goals/update");
    assertThat(
            again
                .getByLabel("Value of " + NAMES.get(2), new Page.GetByLabelOptions().setExact(true))
                .inputValue())
        .isEqualTo("53");
    again.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save all")).click();
    again.waitForURL("**/goals/updated");
    assertThat(values()).startsWith("51", "52", "53");
    again.navigate("/goals/update");
    assertThat(again.locator("[data-draft-state]").textContent()).isEmpty();
  }

  @Test
  void aWrongValueKeepsWhatWasTypedAndSaysWhy(Browsing browsing) {
    Page page = browsing.as(Person.MARA);
    page.navigate("/goals/update");
    page.getByLabel("Value of " + NAMES.get(0)).fill("about fifty");
    page.getByLabel("Note on " + NAMES.get(0)).fill("The counter broke");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save all")).click();
    assertThat(page.getByText("Enter the value as a number.").isVisible()).isTrue();
    assertThat(page.getByLabel("Note on " + NAMES.get(0)).inputValue())
        .isEqualTo("The counter broke");
  }

  @Test
  void thePagesLookRight(Browsing browsing) {
    Page page = browsing.as(Person.MARA);
    Look.at(page, "/goals/update");
    checkIns
        .save(
            Person.MARA.viewer(),
            List.of(new CheckIn(keyResults.get(0), new BigDecimal("43"), Set.of(), 9, "", false)),
            null)
        .orThrow();
    Look.at(page, "/goals/updated");
    Look.at(browsing.as(Person.RUBEN), "/goals/update?nothing");
  }

  private void updateRow(Page page, int row) {
    press(page, "5");
    press(page, String.valueOf(row + 1));
    press(page, "Tab");
    press(page, "Tab");
    press(page, "7");
    press(page, "Tab");
    press(page, "Tab");
  }

  private void press(Page page, String key) {
    page.keyboard().press(key);
    strokes++;
  }

  private List<String> values() {
    return database
        .sql(
            "select value from key_result_track t join key_result k on k.id = t.key_result order by k.position")
        .query((row, number) -> row.getBigDecimal("value").stripTrailingZeros().toPlainString())
        .list();
  }
}
