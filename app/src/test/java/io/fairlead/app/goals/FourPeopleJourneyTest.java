package io.fairlead.app.goals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fairlead.app.testing.Person.HENRIK;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.PRISCILLA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.TestClock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Four people, each in a window of their own, take an objective from a draft through its cycle
/// into the next one, by what the pages say alone.
@BrowserTest
class FourPeopleJourneyTest {
  private static final String TITLE = "Customers who try Leak Watch stay";

  @Autowired Goals goals;
  @Autowired Company company;
  @Autowired TestClock clock;

  @BeforeEach
  void asNew() {
    company.reset();
    company.addCycle("Q3 2026", "2026-07-01", "2026-09-30");
    clock.set(LocalDate.parse("2026-04-01"));
    UUID product = goals.objective(HENRIK, "Trials turn into use");
    goals.keyResult(product, "First weeks", 20, 60);
    UUID sales = goals.objective(PRISCILLA, "Pilots become contracts");
    goals.keyResult(sales, "Contracts", 0, 12);
  }

  @Test
  void anObjectiveGoesFromADraftIntoTheNextCycle(Browsing browsing) {
    planned(browsing.as(MARA));
    agreed(browsing.as(HENRIK), "Trials turn into use");
    declined(browsing.as(PRISCILLA), "Pilots become contracts");
    offeredAgain(browsing.as(MARA));
    agreed(browsing.as(PRISCILLA), "Pilots become contracts");
    published(browsing.as(MARA));
    String[] days = {"2026-04-20", "2026-05-04", "2026-05-18", "2026-06-01", "2026-06-15"};
    String[] churn = {"5.8", "5.6", "5.5", "5.3", "5"};
    for (int i = 0; i < days.length; i++) {
      clock.set(LocalDate.parse(days[i]));
      updated(browsing.as(MARA), "Yearly churn", churn[i]);
      updated(browsing.as(JONAS), "Accounts that acted on two alerts", "" + 24 * (i + 1));
    }
    clock.set(LocalDate.parse("2026-06-25"));
    gradedAndCarriedOver(browsing.as(MARA));
  }

  /// Planned and put to two others on one screen.
  private static void planned(Page page) {
    page.navigate("/goals");
    link(page, "New objective");
    page.getByLabel("What should be true?").fill(TITLE);
    page.getByLabel("Why this, why now").fill("Half of those who leave never acted on an alert.");
    page.getByLabel("what, Key result 1").fill("Yearly churn");
    figures(page, 0, "6", "4", "%");
    button(page, "Add a key result");
    page.getByLabel("what, Key result 2").fill("Accounts that acted on two alerts");
    figures(page, 1, "0", "120", "accounts");
    page.getByText("owner, weight, due, baseline, guardrail").nth(1).click();
    page.getByLabel("Owner, by name or address").nth(1).fill("Jonas Beck");
    exactly(page, "What it moves")
        .selectOption(new SelectOption().setLabel("Trials turn into use (Henrik Dahl)"));
    page.getByText("It also contributes to others").click();
    exactly(page, "Contribution 1")
        .selectOption(new SelectOption().setLabel("Pilots become contracts (Priscilla Moreno)"));
    page.getByLabel("Share of contribution 1").fill("50 %");
    button(page, "Ask 2 people to agree");
    page.waitForURL(Pattern.compile("/goals/[0-9a-f-]{36}$"));
    assertThat(page.getByText("Asked. Your own work goes on.").first()).isVisible();
  }

  /// From the task on Home to the answer.
  private static void agreed(Page page, String theirs) {
    asked(page, theirs);
    button(page, "Agree");
    assertThat(page.getByText("Agreed. It counts from now on.").first()).isVisible();
  }

  private static void asked(Page page, String theirs) {
    page.navigate("/");
    assertThat(page.getByText("“" + TITLE + "” asks to count towards it")).isVisible();
    begin(page, "Answer");
    page.getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText(theirs))
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Talk about it"))
        .first()
        .click();
  }

  private static void declined(Page page, String theirs) {
    asked(page, theirs);
    button(page, "Decline");
    assertThat(page.getByText("Say why, in a sentence.")).isVisible();
    page.getByLabel("What you want to say").fill("Two of ten accounts is not half.");
    button(page, "Decline");
    assertThat(page.getByText("Declined.").first()).isVisible();
  }

  private static void offeredAgain(Page page) {
    opened(page);
    link(page, "Put it to another objective");
    page.getByLabel("Which one it moves")
        .selectOption(new SelectOption().setLabel("Pilots become contracts (Priscilla Moreno)"));
    page.getByLabel("As a contribution, with a share of its own").check();
    page.getByLabel("Share, for a contribution").fill("20 %");
    page.getByLabel("What you want to say").fill("Then a fifth.");
    button(page, "Propose it");
    assertThat(page.getByText("Two of ten accounts is not half.")).isVisible();
  }

  private static void published(Page page) {
    opened(page);
    button(page, "Publish");
    assertThat(page.getByText("Published.").first()).isVisible();
  }

  private static void updated(Page page, String keyResult, String value) {
    page.navigate("/");
    begin(page, "Update");
    page.getByLabel("Value of " + keyResult).fill(value);
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("6").setExact(true))
        .first()
        .check(new Locator.CheckOptions().setForce(true));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save all")).click();
    page.waitForURL("**/goals/updated");
    assertThat(page.getByText(keyResult)).isVisible();
  }

  private static void gradedAndCarriedOver(Page page) {
    page.navigate("/");
    assertThat(page.getByText("Grade “" + TITLE + "”")).isVisible();
    begin(page, "Grade");
    assertThat(page.getByText("Its figures say 0.50")).isVisible();
    assertThat(page.getByText("Its figures say 1.00")).isVisible();
    page.getByLabel("What we know now").fill("An alert needs a telephone number.");
    page.getByLabel("Carry over what is left").check();
    page.getByLabel("In which cycle").selectOption(new SelectOption().setLabel("Q3 2026"));
    button(page, "Grade");
    page.waitForURL(Pattern.compile("/goals/[0-9a-f-]{36}/edit$"));
    assertThat(page.getByText("Q3 2026, aspirational")).isVisible();
    assertThat(page.getByLabel("What should be true?")).hasValue(TITLE);
    assertThat(page.getByLabel("what, Key result 1")).hasValue("Yearly churn");
    assertThat(exactly(page, "Today’s value").first()).hasValue("5");
    assertThat(page.getByLabel("what, Key result 2")).hasCount(0);
  }

  private static void opened(Page page) {
    page.navigate("/goals?scope=mine");
    link(page, TITLE);
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(TITLE)).first())
        .isVisible();
  }

  private static Locator exactly(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private static void figures(Page page, int row, String from, String to, String unit) {
    exactly(page, "Today’s value").nth(row).fill(from);
    exactly(page, "Target").nth(row).fill(to);
    exactly(page, "Unit").nth(row).fill(unit);
  }

  /// The button of a task on Home.
  private static void begin(Page page, String verb) {
    page.getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^" + verb + "\\b")))
        .first()
        .click();
  }

  private static void link(Page page, String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  private static void button(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }
}
