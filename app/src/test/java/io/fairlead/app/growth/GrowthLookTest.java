package io.fairlead.app.growth;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Growth on every screen, and what people do there by what they read.
@BrowserTest
class GrowthLookTest {
  @Autowired Company company;

  @BeforeEach
  void asNew() {
    company.reset();
  }

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
    assertThat(page.locator(".question .error").count()).isEqualTo(2);
  }

  @Test
  void aPlanWithBehaviourMeasureAndDateTakesTwoPages(Browsing browsing) {
    Page page = browsing.as(Person.JONAS);
    Look.at(page, "/growth/plan");
    Look.at(page, "/growth/plan/new?competency=listening");
    page.setViewportSize(1440, 1000);
    page.navigate("/growth/plan/new?competency=listening");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Choose: Sums up")).click();
    page.waitForSelector("text=How you will notice it");
    assertThat(page.locator("#field-success").inputValue()).contains("accept the summary");
    String form = page.url();
    page.getByLabel("Thing 1 to do").fill("Ask Aiko to watch me on Tuesdays");
    page.locator("[name='actions.0.due']").fill("2026-05-19");
    page.locator("#field-support").fill("Five minutes with Mara after the weekly meeting");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin")).click();
    page.waitForSelector("text=Begun. Home reminds you");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Done: Ask Aiko")).click();
    page.waitForSelector("text=Done: today");
    page.locator("#field-text").fill("On Monday it stopped a quarrel between two of us.");
    page.getByText("Add a note").click();
    page.waitForSelector("text=stopped a quarrel");
    page.getByText("Share it with my manager").click();
    page.waitForSelector("text=Seen by you and your manager.");
    String focus = page.url().replaceAll("https?://[^/]+", "").replaceAll("[?#].*", "");
    Look.at(page, form.replaceAll("https?://[^/]+", ""));
    Look.at(page, "/growth/plan");
    Look.at(page, focus);
    Page manager = browsing.as(Person.MARA);
    Look.at(manager, focus);
  }
}
