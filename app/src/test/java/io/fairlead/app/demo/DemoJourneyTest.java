package io.fairlead.app.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.TestClock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What people do in the demo company, with a real amount of people and goals around them.
@BrowserTest
class DemoJourneyTest {
  private static boolean filled;

  @Autowired DemoFilling filling;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;

  @BeforeEach
  void filledOnce() {
    clock.set(LocalDate.parse("2026-11-23"));
    if (!filled) {
      company.empty();
      filling.fillIfEmpty(_ -> {});
      filled = true;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1440, 390})
  void aManagerFindsWhoIsBehindAndSinceWhenInOneClick(int width, Browsing browsing) {
    Page page = browsing.as(named("Mara Lindqvist"));
    page.setViewportSize(width, 844);
    page.navigate("/");
    page.getByText("Your team").click();
    Locator behind =
        page.locator(".tasks li")
            .filter(
                new Locator.FilterOptions()
                    .setHasText(Pattern.compile("[A-Z].+ is behind on \\d+ key results?")))
            .first();
    assertThat(behind).containsText(Pattern.compile("behind by \\d+ days"));
    assertThat(behind).containsText(Pattern.compile("since \\d+ (October|November)"));
    behind.getByRole(AriaRole.LINK).click();
    assertThat(page).hasURL(Pattern.compile("/goals/[0-9a-f-]{36}"));
  }

  @Test
  void homeOfAManagerLooksRight(Browsing browsing) {
    Look.at(browsing.as(named("Mara Lindqvist")), "/?tab=team");
    Look.at(browsing.as(named("Ines Okafor")), "/goals?scope=all");
  }

  private UUID named(String name) {
    return database
        .sql("select person from identity where name = ?")
        .param(name)
        .query(UUID.class)
        .single();
  }
}
