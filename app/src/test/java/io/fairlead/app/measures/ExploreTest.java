package io.fairlead.app.measures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fairlead.app.testing.Person.MARA;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.TestClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Mara moves about in the chart of a measure, by pointer and by keys, or is told that she cannot.
@BrowserTest
class ExploreTest {
  private static final int WEEKS = 150;

  @Autowired Company company;
  @Autowired Measures measures;
  @Autowired MeasureValues values;
  @Autowired MeasureEvents events;

  private String path = "";

  @BeforeEach
  void aMeasureOfThreeYears() {
    company.reset();
    UUID id =
        measures
            .define(MARA.viewer(), MeasureInput.named("Support calls", "calls", "lower"), null)
            .orThrow();
    List<NewValue> all = new ArrayList<>();
    for (int i = 0; i < WEEKS; i++) {
      double value = i == WEEKS - 9 ? 70 : 40 + (i * 7) % 11;
      all.add(new NewValue(Slice.WHOLE, TestClock.TODAY.minusWeeks(WEEKS - 1L - i), value));
    }
    values.enter(MARA.viewer(), id, all, Source.MANUAL, null).orThrow();
    events
        .say(
            MARA.viewer(),
            id,
            new MeasureEvents.Input(TestClock.TODAY.minusWeeks(40), "Pairing screen 4.1", false),
            null)
        .orThrow();
    path = "/measures/" + id;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void theLibraryComesWhenSomebodyAsksAndTheChartIsWalkedByKeys(Browsing browsing) {
    Page page = browsing.as(MARA);
    List<String> wrong = new ArrayList<>();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        wrong.add(message.text());
      }
    });
    page.onPageError(wrong::add);
    List<String> fetched = new ArrayList<>();
    page.onRequest(request -> fetched.add(request.url()));
    page.setViewportSize(1440, 1000);
    page.navigate(path);
    assertThat(fetched).noneMatch(each -> each.contains("echarts"));

    button(page, "Explore").click();
    Locator chart = page.getByRole(AriaRole.SLIDER);
    assertThat(chart.locator("canvas")).isVisible();
    assertThat(page.locator("svg.behaviour.big-only")).isHidden();
    assertThat(fetched).anyMatch(each -> each.contains("/assets/echarts."));
    assertThat(page.locator("#explored [role=status]")).containsText("to 13 May");
    picture(page, "explore-1440-light");

    chart.focus();
    assertThat(chart).hasAttribute("aria-valuenow", "150");
    for (int i = 0; i < 8; i++) {
      page.keyboard().press("ArrowLeft");
    }
    assertThat(chart)
        .hasAttribute(
            "aria-valuetext",
            java.util.regex.Pattern.compile(".*70 calls, rose above its usual range. Usual: .*"));
    picture(page, "explore-tip-1440-light");
    page.keyboard().press("Home");
    assertThat(chart).hasAttribute("aria-valuenow", "1");

    String whole = page.locator("#explored [role=status]").textContent();
    button(page, "Closer").click();
    button(page, "Later").click();
    assertThat(page.locator("#explored [role=status]")).not().hasText(whole);
    picture(page, "explore-closer-1440-light");
    button(page, "All days").click();
    assertThat(page.locator("#explored [role=status]")).hasText(whole);
    assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
        .noneMatch(rule -> List.of("serious", "critical").contains(rule.getImpact()));

    page.setViewportSize(390, 844);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    picture(page, "explore-390-dark");
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isTrue();

    button(page, "Back to the picture").click();
    assertThat(chart).isHidden();
    assertThat(page.locator("svg.behaviour.phone-only")).isVisible();
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatDoesNotArriveIsSaidAndThePictureStays(Browsing browsing) {
    Page page = browsing.as(MARA);
    page.setViewportSize(1440, 1000);
    page.route("**/series*", route -> route.abort());
    page.navigate(path);
    button(page, "Explore").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("did not arrive");
    assertThat(page.locator("svg.behaviour.big-only")).isVisible();
    page.unroute("**/series*");
    button(page, "Explore").click();
    assertThat(page.getByRole(AriaRole.SLIDER).locator("canvas")).isVisible();
    assertThat(page.getByRole(AriaRole.ALERT)).isHidden();
  }

  private static void picture(Page page, String name) {
    page.locator("[data-explore]").scrollIntoViewIfNeeded();
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
  }
}
