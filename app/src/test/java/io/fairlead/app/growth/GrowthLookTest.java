package io.fairlead.app.growth;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Margin;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Growth on every screen, and what people do there by what they read.
@BrowserTest
class GrowthLookTest {
  private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

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

  @Test
  void fromHomeToABookedConversationTakesSixClicksAndOnePageOfPaper(Browsing browsing) {
    Page page = browsing.as(Person.MARA);
    page.navigate("/");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Growth")).click();
    page.getByText("Prepare a conversation").first().click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Jonas Beck")).click();
    page.getByText("High results, little working together").click();
    page.waitForSelector("text=Better not said");
    String form = page.url().replaceAll("https?://[^/]+", "");
    page.locator("[name='observations.0.situation']")
        .fill("On Tuesday, when Noor's customer was without service.");
    page.locator("[name='observations.0.behaviour']")
        .fill("You answered her second call with “read the notes” and went into the next meeting.");
    page.locator("[name='observations.0.effect']")
        .fill("She rebuilt in four hours what you could have told her in ten minutes.");
    page.locator("[name='observations.1.situation']").fill("On 4 May, in the planning.");
    page.locator("[name='observations.1.behaviour']")
        .fill("You took the three sites that pay and left the two that do not.");
    page.locator("[name='observations.1.effect']")
        .fill("Dev's team had both, and missed its week.");
    page.locator("#field-day").fill("2026-05-18");
    page.locator("#field-time").fill("14:30");
    page.locator("#field-place").fill("Room 4");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
    page.waitForSelector("text=Monday, 18 May, 14:30, 30 minutes. Room 4");
    String sheet = page.url().replaceAll("https?://[^/]+", "");
    assertThat(
            page.waitForDownload(() -> page.getByText("Take it into my calendar").click())
                .suggestedFilename())
        .isEqualTo("conversation.ics");
    byte[] paper =
        page.pdf(
            new Page.PdfOptions()
                .setFormat("A4")
                .setMargin(
                    new Margin().setTop("15mm").setBottom("15mm").setLeft("18mm").setRight("18mm"))
                .setPath(Path.of("target/screenshots/conversation.pdf")));
    assertThat(PAGE.matcher(new String(paper, StandardCharsets.ISO_8859_1)).results().count())
        .isEqualTo(1);
    Look.at(page, sheet);
    Look.at(page, form);
    Look.at(page, "/growth/conversations");
    Look.at(page, "/growth/conversations/person");
    Look.at(page, "/growth/conversations/new?person=" + Person.JONAS.id());
    Look.at(page, "/people/" + Person.JONAS.id());
    Look.at(page, "/growth");
  }
}
