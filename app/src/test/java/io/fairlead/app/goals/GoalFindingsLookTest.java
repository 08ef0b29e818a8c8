package io.fairlead.app.goals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fairlead.app.testing.Person.MARA;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Look;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Mara looks at what the linter says of her objective and leaves one thing as it is.
@BrowserTest
class GoalFindingsLookTest {
  @Autowired Company company;
  @Autowired Goals goals;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void fromTheDrawerToAReasonAndBack(Browsing browsing) {
    UUID objective = goals.objective(MARA, "Maintain the help desk");
    goals.keyResult(objective, "Launch the new phone system and train everyone", 0, 1);
    Page page = browsing.as(MARA);
    page.navigate("/goals/" + objective);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Wording")).click();
    page.getByText("Leave it as it is (The objective, O3)").click();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Leave it").setExact(true))
        .first()
        .click();
    assertThat(page.getByText("Say why it stays.")).isVisible();
    Look.at(page, "/goals/" + objective + "/findings");
    page.navigate("/goals/" + objective + "/findings");
    page.getByText("Leave it as it is (The objective, O3)").first().click();
    page.getByLabel("Why it stays")
        .first()
        .fill("Our contract with the town says it in these words.");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Leave it").setExact(true))
        .first()
        .click();
    assertThat(
            page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName("What stays, and why")))
        .isVisible();
    Look.at(page, "/goals/" + objective + "/findings?again");
    page.navigate("/goals/" + objective + "/edit");
    assertThat(page.locator("#preview")).not().containsText("keeps up what is there");
    page.locator("#field-title").fill("Maintain the help desk at night");
    assertThat(page.locator("#preview")).containsText("keeps up what is there");
    page.locator("#field-title").fill("Maintain the help desk");
    assertThat(page.locator("#preview")).not().containsText("keeps up what is there");
    page.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName("All remarks, and what stays as it is"))
        .click();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show it again")).click();
    assertThat(page.getByText("What stays, and why")).hasCount(0);
  }
}
