package io.fairlead.app.goals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Look;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// An owner and her delegate write one draft in two browsers, which save by themselves.
@BrowserTest
class TwoBrowsersTest {
  private static final Pattern SAVED = Pattern.compile("^Saved \\d\\d:\\d\\d$");

  @Test
  void bothSeeBothWordingsOfOneFieldAndKeepAllElse(Browsing browsing) {
    Page hers = browsing.as(MARA);
    hers.navigate("/goals/new");
    title(hers, "Leaks are found sooner");
    hers.getByText("Cycle, kind, owner and who may read it").click();
    hers.getByLabel("Delegate").fill("Jonas Beck");
    hers.getByText(SAVED).waitFor();
    hers.waitForURL(Pattern.compile("/goals/[0-9a-f-]{36}/edit"));
    Page his = browsing.as(JONAS);
    his.navigate(hers.url());
    hers.navigate(hers.url());

    title(his, "Leaks are found within a day");
    his.getByLabel("Why this, why now").fill("Utilities ask for a number.");
    his.getByText(SAVED).waitFor();
    title(hers, "Leaks are found within the hour");
    hers.getByLabel("what, Key result 1").fill("hours from leak to alarm");
    hers.getByText("Someone else changed it meanwhile. Save to see both.").waitFor();

    save(hers);
    assertThat(hers.getByText("Jonas Beck changed this meanwhile")).isVisible();
    assertThat(hers.getByRole(AriaRole.ALERT)).containsText("Leaks are found within a day");
    assertThat(hers.getByRole(AriaRole.ALERT)).containsText("Leaks are found within the hour");
    hers.getByLabel("Theirs").check();
    save(hers);

    his.navigate(hers.url());
    for (Page each : new Page[] {hers, his}) {
      assertThat(each.getByLabel("What should be true?")).hasValue("Leaks are found within a day");
      assertThat(each.getByLabel("Why this, why now")).hasValue("Utilities ask for a number.");
      assertThat(each.getByLabel("what, Key result 1")).hasValue("hours from leak to alarm");
    }
    Look.at(hers, hers.url().replaceFirst("^http://[^/]*", ""));
  }

  private static void title(Page page, String title) {
    page.getByLabel("What should be true?").fill(title);
  }

  private static void save(Page page) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save the draft")).click();
  }
}
