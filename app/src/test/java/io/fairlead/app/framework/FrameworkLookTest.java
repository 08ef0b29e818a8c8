package io.fairlead.app.framework;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class FrameworkLookTest {
  @Autowired Company company;
  @Autowired Frameworks frameworks;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
    frameworks.forget();
  }

  @Test
  void readingAndChangingAreFitToLookAt(Browsing browsing) {
    Look.at(browsing.as(Person.ELIF), "/studio/framework");
    Look.at(browsing.as(Person.ELIF), "/studio/framework/edit");
  }

  @Test
  void aPersonChangesTheRhythmByFieldSeesWhatItChangesAndPutsItInForce(Browsing browsing) {
    Page page = browsing.as(Person.ELIF);
    page.navigate("/studio/framework");
    page.getByRole(AriaRole.LINK, named("Change")).click();
    page.getByText("Rhythm", new Page.GetByTextOptions().setExact(true)).click();
    page.getByLabel("Check-ins are due").selectOption("every two weeks");
    page.getByRole(AriaRole.BUTTON, button("See what changes")).click();
    assertThat(page.getByText("check in every two weeks instead of every week.")).isVisible();
    page.getByLabel("Why").fill("Fridays were too full.");
    page.getByRole(AriaRole.BUTTON, button("Put in force")).click();
    assertThat(page.getByText("Version 1, in force since today, by Elif Arslan.")).isVisible();
    Look.at(page, "/studio/framework/versions");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions button(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
