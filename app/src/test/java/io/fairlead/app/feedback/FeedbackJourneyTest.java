package io.fairlead.app.feedback;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.feedback.RoundsAtHand.RoundAtHand;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What people do with feedback from beginning to end, by what they read on the page alone, and how
/// many clicks it takes them.
@BrowserTest
class FeedbackJourneyTest {
  private static final int CLICKS_TO_A_BOOKED_TALK = 6;
  private static final int PAGES_TO_A_PLAN = 2;
  private static final int ITEMS = 18;

  @Autowired ReportsAtHand reports;
  @Autowired RoundsAtHand rounds;
  @Autowired Company company;

  private int clicks;

  @BeforeEach
  void asNew() {
    company.reset();
    clicks = 0;
  }

  private void click(Locator what) {
    what.click();
    clicks++;
  }

  private static Locator link(Page page, String name) {
    return page.locator("main")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
        .first();
  }

  private static Locator button(Page page, String name) {
    return page.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
        .first();
  }

  @Test
  void aRevieweeMakesAPlanFromTheReport(Browsing browsing) {
    UUID subject =
        reports.report(reports.round(Audience.REVIEWEE, null), Person.MARA, ReportsAtHand.usual());
    reports.open(subject);
    Page page = browsing.as(Person.MARA);
    page.navigate("/feedback/reports/" + subject);
    assertThat(page.locator(".strength").first()).isVisible();
    click(link(page, "Choose one thing to work on"));
    click(link(page, "Choose: "));
    assertThat(clicks).isLessThanOrEqualTo(PAGES_TO_A_PLAN);
    assertThat(page.getByLabel("How you will notice it")).hasValue(Pattern.compile(".+"));
    button(page, "Begin").click();
    assertThat(page).hasURL(Pattern.compile("/growth/plan/[0-9a-f-]{36}$"));
  }

  @Test
  void aManagerBooksATalkAboutTheReportOfOneOfTheirs(Browsing browsing) {
    UUID subject =
        reports.report(
            reports.round(Audience.REVIEWEE_AND_MANAGER, null), Person.MARA, ReportsAtHand.usual());
    reports.open(subject);
    Page page = browsing.as(Person.HENRIK);
    page.navigate("/");
    click(page.locator(".rail").getByText("Feedback"));
    click(link(page, "Mara Lindqvist"));
    click(link(page, "Before you talk about it"));
    click(link(page, "Prepare the talk with Mara"));
    click(page.locator("main .list a").first());
    page.getByLabel("Day").fill("2026-05-18");
    page.getByLabel("Time").fill("10:00");
    click(button(page, "Save"));
    assertThat(page).hasURL(Pattern.compile("/growth/conversations/[0-9a-f-]{36}$"));
    assertThat(page.locator("main")).containsText("10:00");
    assertThat(clicks).isLessThanOrEqualTo(CLICKS_TO_A_BOOKED_TALK);
    assertThat(Look.findings(page, "/feedback/reports/" + subject + "/guide", "guide-of-a-manager"))
        .isEmpty();
  }

  @Test
  void aManagerOutsideTheAudienceSeesNoTraceOfTheReport(Browsing browsing) {
    UUID subject =
        reports.report(reports.round(Audience.REVIEWEE, null), Person.MARA, ReportsAtHand.usual());
    reports.open(subject);
    Page page = browsing.as(Person.HENRIK);
    for (String path : new String[] {"/feedback/reports", "/people/" + Person.MARA.id(), "/"}) {
      page.navigate(path);
      assertThat(page.content()).doesNotContain(subject.toString());
    }
    assertThat(page.navigate("/feedback/reports/" + subject).status()).isEqualTo(404);
    assertThat(page.navigate("/feedback/reports/" + subject + "/guide").status()).isEqualTo(404);
  }

  /// Tab, digits and Enter alone, from the list to the end.
  @Test
  void aFormIsAnsweredWithTheKeyboardOnly(Browsing browsing) {
    RoundAtHand round = rounds.aboutMara();
    Page page = browsing.as(Person.JONAS);
    page.navigate("/feedback");
    tabTo(page, "a[href^='/feedback/give/" + round.of(Person.JONAS) + "']");
    page.keyboard().press("Enter");
    page.waitForURL("**/feedback/give/*");
    for (int item = 0; item < ITEMS; item++) {
      page.keyboard().press(item % 5 == 4 ? "0" : "4");
      page.keyboard().press("Enter");
    }
    page.waitForSelector("[data-saved]:has-text('Saved ')");
    tabTo(page, "[data-hand-in]");
    page.keyboard().press("Enter");
    page.waitForURL("**/feedback");
    assertThat(page.locator("main")).containsText("Handed in");
  }

  private static void tabTo(Page page, String target) {
    for (int step = 0; step < 80; step++) {
      if (page.evaluate("document.activeElement.matches(\"" + target + "\")").equals(true)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the keyboard does not reach " + target);
  }
}
