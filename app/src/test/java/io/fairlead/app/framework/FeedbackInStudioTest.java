package io.fairlead.app.framework;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class FeedbackInStudioTest {
  @Autowired Company company;
  @Autowired Frameworks frameworks;
  @Autowired StaffStore staff;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
    frameworks.forget();
    staff.forget();
  }

  private static Locator field(Page page, String name) {
    return page.locator("[name='feedback.rounds[0]." + name + "']");
  }

  private static void says(Page page, String pattern) {
    assertThat(page.locator("#document"))
        .hasValue(Pattern.compile(".*" + pattern + ".*", Pattern.DOTALL));
  }

  @Test
  void aRoundIsPlannedByFormRehearsedAndPutInForce(Browsing browsing) {
    Page page = browsing.as(Person.ELIF);
    page.navigate("/studio/framework/edit");
    page.locator("#group-feedback > summary").click();
    page.getByText("Add a round").click();
    field(page, "name").fill("Yearly 360");
    field(page, "instrument").fill("individual-contributor");
    says(page, "instrument: individual-contributor");
    field(page, "lesson").selectOption("receiving");
    says(page, "lesson: receiving");
    field(page, "lesson").selectOption("");
    assertThat(page.locator("#document")).not().hasValue(Pattern.compile("lesson: receiving"));
    field(page, "peers").fill("4");
    assertThat(page.getByText("Of 4 asked, 4 answer for 24 in a hundred reviewees.")).isVisible();
    page.locator("#weeks").selectOption("52");
    assertThat(page.getByText("What reviewees would see")).isVisible();
    page.navigate("/studio/framework");
    String draft =
        page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Draft of")))
            .getAttribute("href");
    Look.at(page, draft);

    page.setViewportSize(1440, 1000);
    page.navigate(draft);
    field(page, "peers").fill("6");
    says(page, "peers: 6");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("See what changes"))
        .click();
    assertThat(page.getByText("The round “Yearly 360” is added.")).isVisible();
    page.getByLabel("Why").fill("People asked what others see of their work.");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put in force")).click();
    assertThat(page.getByText("Rounds of feedback")).isVisible();
    assertThat(page.getByText("closer than 3 neighbouring points")).isVisible();
    Look.at(page, "/studio/framework");
  }
}
