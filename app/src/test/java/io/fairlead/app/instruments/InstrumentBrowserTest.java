package io.fairlead.app.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Instruments as people read them, and as people operations write them.
@BrowserTest
class InstrumentBrowserTest {
  @Autowired Company company;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void whatIsAskedCanBeReadByEverybody(Browsing browsing) {
    Page page = browsing.as(Person.AIKO);
    Look.at(page, "/feedback/instruments");
    Look.at(page, "/feedback/instruments/manager");
    Look.at(page, "/feedback/instruments/bank?competency=listening");
    Look.at(page, "/feedback/behaviours?competency=listening&level=3");
  }

  @Test
  void aPreviewReadsAsTheRaterWouldAndKeepsNothing(Browsing browsing) {
    Page page = browsing.as(Person.AIKO);
    Look.at(page, "/feedback/instruments/manager?as=report");
    page.setViewportSize(1440, 1000);
    page.navigate("/feedback/instruments/manager?as=report");
    Locator first = page.locator(".rated").first();
    assertThat(first.locator("legend").innerText())
        .isEqualTo("Explains to me what my goals are for.");
    assertThat(first.locator(".behaviours p:visible").count()).isPositive();
    first.locator(".scale label").nth(3).click();
    page.mouse().move(0, 0);
    assertThat(first.locator(".scale input:checked").getAttribute("value")).isEqualTo("4");
    assertThat(
            page.evaluate(
                "() => [...document.querySelectorAll('.rated')][0].querySelectorAll('.behaviours > p').values()"
                    + ".filter(p => getComputedStyle(p).visibility === 'visible').map(p => p.textContent).toArray().join('|')"))
        .asString()
        .startsWith("4 ");
    assertThat(page.locator("main form").count()).isZero();
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/instrument-chosen.png")));
  }

  @Test
  void peopleOperationsWriteOneByFormAndPublishIt(Browsing browsing) {
    Page page = browsing.as(Person.ELIF);
    page.setViewportSize(1440, 1000);
    page.navigate("/feedback/instruments");
    page.click("text=Write one");
    page.fill("#field-name", "Working in the kitchen");
    page.click("button:has-text('Begin')");
    assertThat(page.url()).endsWith("/feedback/instruments/working-in-the-kitchen/edit");
    Look.at(page, "/feedback/instruments/working-in-the-kitchen/edit");
    page.setViewportSize(1440, 1000);

    // Too early: each place says what is missing, and what was written is still there.
    fill(page, "audience.en", "Anybody who cooks here.");
    page.click("button:has-text('Publish edition 1')");
    assertThat(page.locator(".notice").innerText()).contains("not published yet");
    assertThat(page.locator("[id='error-validity.purpose.en']").innerText())
        .isEqualTo("This is needed.");
    assertThat(page.locator("[id='field-audience.en']").inputValue())
        .isEqualTo("Anybody who cooks here.");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots/instrument-refused.png")));

    fill(page, "sections.0.name.en", "With others");
    page.click("button:has-text('Take items from the bank')");
    page.waitForURL("**/items?section=0");
    for (String item : new String[] {"lets-finish", "says-back", "open-questions"}) {
      page.check("input[value='listening." + item + "']");
    }
    page.click("button:has-text('Take the chosen ones')");
    page.waitForURL("**/edit#sections.0");
    assertThat(page.locator(".items > li").count()).isEqualTo(3);

    fill(page, "comments.0.text.en", "What should this cook start doing?");
    fill(page, "validity.purpose.en", "To show cooks what the next shift sees.");
    fill(page, "validity.content.en", "What cooks see of each other in a week.");
    fill(page, "validity.reliability.en", "Not known.");
    fill(page, "validity.not-for.0.en", "Pay.");
    page.click("button:has-text('Write an item')");
    String item = "sections.0.items.3.";
    page.waitForSelector("[id='field-" + item + "wording.others.en']");
    for (int point = 0; point < 5; point++) {
      fill(
          page,
          item + "anchors." + point + ".en",
          "Dishes come " + (30 - 5 * point) + " minutes late.");
    }
    fill(page, item + "wording.others.en", "Always cooks excellent dishes.");
    page.selectOption("[id='field-" + item + "competency']", "craft");
    save(page);
    assertThat(page.locator("[id='field-" + item + "id']").inputValue())
        .isEqualTo("always-cooks-excellent-dishes");
    assertThat(page.locator("[id='field-audience.en']").inputValue())
        .isEqualTo("Anybody who cooks here.");
    assertThat(page.locator(".items").innerText()).contains("leaves no exception", "judges");
    Look.at(page, "/feedback/instruments/working-in-the-kitchen/edit");
    page.setViewportSize(1440, 1000);
    page.locator("summary:has-text('Always cooks')").click();
    page.click("[aria-label='Remove: Always cooks excellent dishes.']");
    page.waitForCondition(() -> page.locator(".items > li").count() == 3);

    save(page);
    assertThat(page.locator("aside").innerText()).contains("Nothing stands in the way.");
    Look.at(page, "/feedback/instruments/working-in-the-kitchen/document");
    Look.at(page, "/feedback/instruments/working-in-the-kitchen/items?competency=listening");
    page.setViewportSize(1440, 1000);
    page.navigate("/feedback/instruments/working-in-the-kitchen/edit");
    page.click("button:has-text('Publish edition 1')");
    page.waitForURL("**/feedback/instruments/working-in-the-kitchen");
    assertThat(page.locator("main").innerText())
        .contains("With others", "Lets people finish their sentences.");
    Look.at(page, "/feedback/instruments");
  }

  @Test
  void whatIsTypedIsKeptWithoutSavingAndALateFormSaysSo(Browsing browsing) {
    Page page = browsing.as(Person.ELIF);
    page.navigate("/feedback/instruments/new?from=short-upward");
    page.fill("#field-name", "Kitchen");
    page.click("button:has-text('Begin')");
    Page other = page.context().newPage();
    other.navigate("/feedback/instruments/kitchen/edit");

    fill(page, "audience.en", "Anybody who cooks.");
    page.waitForSelector(".saved:has-text('Saved')");
    page.reload();
    assertThat(page.locator("[id='field-audience.en']").inputValue())
        .isEqualTo("Anybody who cooks.");

    other.evaluate(
        "document.querySelectorAll('form[data-autosave]').forEach(f => f.dataset.autosave = '/nowhere')");
    fill(other, "audience.en", "Nobody.");
    other.click(".sticky button:has-text('Save the draft')");
    assertThat(other.locator(".notice").innerText())
        .contains("Somebody changed this instrument since you opened it.");
    assertThat(other.locator("[id='field-audience.en']").inputValue()).isEqualTo("Nobody.");
  }

  private static void save(Page page) {
    page.click(".sticky button:has-text('Save the draft')");
    page.waitForSelector("text=The draft is saved.");
  }

  private static void fill(Page page, String field, String words) {
    page.fill("[id='field-" + field + "']", words);
  }
}
