package io.fairlead.app.feedback;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A report as people see it, from booking the talk to its theme, and a steward at work.
@BrowserTest
class ReportBrowserTest {
  private static final LocalDate OPEN = LocalDate.of(2026, 5, 19);

  @Autowired ReportsAtHand atHand;
  @Autowired ReportPapers papers;
  @Autowired Company company;
  @Autowired TestClock clock;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void aRevieweeBooksTheTalkAndNamesStrengthAndTheme(Browsing browsing) {
    atHand.report(
        atHand.round(Audience.REVIEWEE_AND_MANAGER, null), Person.MARA, ReportsAtHand.usual());
    Page page = browsing.as(Person.MARA);
    page.navigate("/feedback/reports");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Your report")).click();
    page.getByLabel("Day").fill("2026-05-14");
    page.getByLabel("Time").fill("15:00");
    assertThat(page.getByLabel("With")).hasValue("Henrik Dahl");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Book the talk")).click();
    assertThat(page.locator("#strengths")).hasText("Two strengths, as others see them");
    assertThat(page.locator(".strengths .strength").first()).isVisible();
    assertThat(page.locator("#themes")).hasText("One theme to look at");
    page.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName("Choose one thing to work on: Communicating"))
        .click();
    assertThat(page).hasURL(Pattern.compile("/growth/plan/new\\?competency=communication$"));
  }

  @Test
  void aReportAndItsPaperAreGoodToLookAt(Browsing browsing) throws IOException {
    UUID plain =
        atHand.report(atHand.round(Audience.REVIEWEE, null), Person.MARA, ReportsAtHand.usual());
    UUID round = atHand.round(Audience.REVIEWEE_AND_MANAGER, null);
    UUID precise = atHand.report(round, Person.MARA, ReportsAtHand.usual());
    atHand.precision(round);
    Page page = browsing.as(Person.MARA);
    Look.at(page, "/feedback/reports");
    look(page, plain, "feedback-report-waiting");
    clock.set(OPEN);
    page = browsing.as(Person.MARA);
    look(page, plain, "feedback-report");
    look(page, precise, "feedback-report-precise");
    look(browsing.as(Person.HENRIK), precise, "feedback-report-manager");
    look(page, "/feedback/reports/" + precise + "/guide", "feedback-report-guide");
    Look.at(page, "/feedback/guide");
    Files.write(
        Path.of("target", "screenshots", "feedback-report.pdf"),
        Objects.requireNonNull(papers.api(Person.MARA.viewer(), precise).getBody()));
  }

  private static void look(Page page, UUID subject, String name) {
    look(page, "/feedback/reports/" + subject, name);
    assertThat(page.locator("h1")).containsText("colleagues told");
  }

  private static void look(Page page, String path, String name) {
    org.assertj.core.api.Assertions.assertThat(Look.findings(page, path, name)).isEmpty();
  }

  @Test
  void aStewardAsksAndASecondPersonDecides(Browsing browsing) {
    UUID round = atHand.round(Audience.REVIEWEE, Person.AIKO);
    atHand.report(round, Person.MARA, ReportsAtHand.usual());
    Page aiko = browsing.as(Person.AIKO);
    String path = "/feedback/rounds/" + round + "/comments";
    look(aiko, path, "steward");
    aiko.locator(".steward", new Page.LocatorOptions().setHasText("Half of the missing"))
        .locator("summary")
        .click();
    aiko.locator("details[open]").getByLabel("Because it").selectOption("insult");
    aiko.locator("details[open]").getByRole(AriaRole.BUTTON).click();
    assertThat(aiko.getByText("Asked to withhold: it insults.")).isVisible();
    Page elif = browsing.as(Person.ELIF);
    look(elif, path + "/asked", "steward-asked");
    elif.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Withhold it")).click();
    assertThat(elif.getByText("Nothing waits for a decision.")).isVisible();
    look(aiko, path, "steward-after");
  }
}
