package io.fairlead.app.goals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fairlead.app.testing.Person.MARA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.measures.MeasureEvents;
import io.fairlead.app.measures.MeasureInput;
import io.fairlead.app.measures.MeasureValues;
import io.fairlead.app.measures.Measures;
import io.fairlead.app.measures.NewValue;
import io.fairlead.app.measures.Slice;
import io.fairlead.app.measures.Source;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.TestClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A measure leaves its range; its owner makes an objective of it; the key result follows the
/// measure; the guardrail warns.
@BrowserTest
class RunningBusinessJourneyTest {
  @Autowired Measures measures;
  @Autowired MeasureValues values;
  @Autowired MeasureEvents events;

  private UUID measure(String name, String unit, double level, double... last) {
    UUID id =
        measures.define(MARA.viewer(), MeasureInput.named(name, unit, "lower"), null).orThrow();
    List<NewValue> all = new ArrayList<>();
    int usual = 30;
    for (int i = 0; i < usual + last.length; i++) {
      LocalDate day = TestClock.TODAY.minusWeeks(usual + last.length - 1L - i).minusDays(2);
      double value = i < usual ? level * (1 + ((i * 7) % 11 - 5) / 50.0) : last[i - usual];
      all.add(new NewValue(Slice.WHOLE, day, value));
    }
    values.enter(MARA.viewer(), id, all, Source.MANUAL, null).orThrow();
    return id;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  @Test
  void aMeasureThatLeavesItsRangeBecomesAnObjectiveThatFollowsIt(Browsing browsing) {
    UUID calls = measure("Support calls per new site", "calls", 2.1, 3.1);
    events
        .say(
            MARA.viewer(),
            calls,
            new MeasureEvents.Input(
                TestClock.TODAY.minusWeeks(4), "Pairing screen 4.1 asks for the site code", false),
            null)
        .orThrow();
    UUID rework = measure("Reworked installations", "%", 4);
    measure("Renewals signed", "", 40, 41, 39);
    measures
        .define(MARA.viewer(), MeasureInput.named("Net revenue retention", "%", "higher"), null)
        .orThrow();
    Page page = browsing.as(MARA);
    Look.at(page, "/measures");
    Look.at(page, "/measures/" + calls);
    page.navigate("/");
    link(page, "Look: Look at Support calls per new site").click();
    button(page, "Make it an objective").click();
    page.waitForURL("**/edit");
    assertThat(page.getByText("Bring Support calls per new site back").first()).isVisible();
    String objective = page.url().replaceAll(".*/goals/([0-9a-f-]{36})/edit.*", "$1");
    page.navigate("/goals/" + objective);
    button(page, "Publish").first().click();
    page.waitForURL("**/goals/" + objective + "**");
    assertThat(page.getByText("Gives “Support calls per new site, back in its usual range”"))
        .isVisible();
    page.navigate("/goals/" + objective + "/measures");
    page.getByLabel("Guards a key result", new Page.GetByLabelOptions().setExact(false)).check();
    page.getByLabel("For which key result")
        .selectOption(
            new com.microsoft.playwright.options.SelectOption()
                .setLabel("Support calls per new site, back in its usual range"));
    page.getByLabel("Which measure")
        .selectOption(
            new com.microsoft.playwright.options.SelectOption().setLabel("Reworked installations"));
    button(page, "Use it").click();
    assertThat(page.getByText("Guards “Support calls").first()).isVisible();
    page.navigate("/measures/" + rework);
    page.getByLabel("Value", new Page.GetByLabelOptions().setExact(true)).fill("6.9");
    button(page, "Enter").click();
    assertThat(page.getByText("Entered.")).isVisible();
    page.navigate("/goals/" + objective);
    assertThat(page.getByText("It moves the wrong way").first()).isVisible();
    page.navigate("/goals/update");
    assertThat(page.getByText("from its measure")).isVisible();
    Look.at(page, "/goals/" + objective + "/measures");
    Look.at(page, "/goals/" + objective);
    Look.at(page, "/goals/update");
    Look.at(page, "/goals/business");
    Look.at(page, "/measures/inventory");
    Look.at(page, "/measures/new");
    Look.at(page, "/measures/" + rework);
  }
}
