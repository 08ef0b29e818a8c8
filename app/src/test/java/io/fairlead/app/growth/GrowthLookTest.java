package io.fairlead.app.growth;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import org.junit.jupiter.api.Test;

/// Lessons on every screen.
@BrowserTest
class GrowthLookTest {
  @Test
  void aLessonIsReadAndItsCheckAnsweredWithReasons(Browsing browsing) {
    Page page = browsing.as(Person.JONAS);
    Look.at(page, "/growth");
    Look.at(page, "/growth/lessons");
    Look.at(page, "/growth/lessons/recency");
    Look.at(page, "/growth/workshop");
    page.navigate("/growth/lessons/recency");
    page.getByText("To wait two weeks until the latest event has cooled.").click();
    page.getByText("Check my answers").click();
    page.waitForSelector("text=Then the latest event is another one.");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(java.nio.file.Path.of("target/screenshots/lesson-answered.png")));
    assertThat(page.locator(".question .error").count()).isEqualTo(2);
  }
}
