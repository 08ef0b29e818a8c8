package io.fairlead.app.goals;

import static io.fairlead.app.testing.Person.HENRIK;
import static io.fairlead.app.testing.Person.MARA;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Look;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class EditorJourneyTest {
  @Autowired Goals goals;

  /// Journey 3: the churn launch is drafted on at most three pages, and no finding blocks.
  @Test
  void theChurnLaunchIsDrafted(Browsing browsing) {
    goals.objective(HENRIK, "Utilities renew on water saved");
    Page page = browsing.as(MARA);
    Set<String> pages = new HashSet<>();
    page.onFrameNavigated(frame -> pages.add(frame.url().replaceAll("/[0-9a-f-]{36}/", "/ID/")));
    page.navigate("/goals");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New objective")).click();
    page.getByLabel("What should be true?")
        .fill("Customers who try Leak Watch stay, 15 % fewer leave");
    page.getByLabel("Sentence").first().selectOption("Reduce");
    page.getByLabel("what, Key result 1").fill("yearly churn, accounts on Leak Watch");
    page.getByLabel("By how much").first().fill("15");
    page.getByLabel("Today’s value").first().fill("6.4");
    page.getByLabel("Unit").first().fill("%");
    page.getByText("from 6.4 % to 5.44 %").first().waitFor();
    page.getByText("points: not possible, it would fall below 0").waitFor();
    page.getByText("0.7, a good result").first().waitFor();
    page.getByText("Findings never stop a draft.").waitFor();
    page.getByText(Pattern.compile("thing(s)? to look at")).waitFor();
    page.getByText(Pattern.compile("^Saved \\d\\d:\\d\\d$")).waitFor();
    assertThat(page.url()).endsWith("/edit");
    page.getByLabel("What it moves")
        .selectOption(
            new com.microsoft.playwright.options.SelectOption()
                .setLabel("Utilities renew on water saved (Henrik Dahl)"));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask Henrik Dahl to agree"))
        .click();
    page.waitForURL(Pattern.compile("/goals/[0-9a-f-]{36}$"));
    page.getByText("Customers who try Leak Watch stay").first().waitFor();
    assertThat(pages).as("pages opened").hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void theEditorIsFitToLookAt(Browsing browsing) {
    goals.objective(HENRIK, "Utilities renew on water saved");
    Look.at(browsing.as(MARA), "/goals/new?tab=example");
    Look.at(browsing.as(MARA), "/goals/new");
  }
}
