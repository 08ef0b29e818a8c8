package io.fairlead.app.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class PeopleBrowserTest {
  @Autowired Company company;
  @Autowired Goals goals;
  @Autowired PeopleImport imports;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  /// The job that a node would do meanwhile; the page looks again by itself.
  private void proceed(Page page) {
    page.waitForURL("**/people/import/*");
    imports.proceed(UUID.fromString(page.url().replaceFirst(".*/", "")));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  @Test
  void thePagesOfPeopleLookRight(Browsing browsing) {
    goals.objective(Person.JONAS, "Installers finish without calling");
    Page page = browsing.as(Person.MARA);
    Look.at(page, "/people");
    Look.at(page, "/people?view=all&sort=-title");
    Look.at(page, "/people/" + Person.JONAS.id());
    Look.at(page, "/teams/new");
    page.navigate("/teams/new");
    page.getByLabel("Name").fill("Porto pilot");
    page.getByLabel("What it is for").fill("Ports report within a day, before the season begins.");
    button(page, "Save").click();
    page.getByLabel("Add somebody").fill("Ruben Castel");
    button(page, "Add somebody").click();
    assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ruben Castel")))
        .isVisible();
    Look.at(page, page.url().replaceFirst("^http://[^/]*", ""));
    Look.at(page, "/teams");
  }

  @Test
  void theFormsAndTheImportLookRight(Browsing browsing) {
    Page page = browsing.as(Person.ELIF);
    Look.at(page, "/people/new");
    Look.at(page, "/people/" + Person.JONAS.id() + "/edit");
    Look.at(page, "/people/import");
    page.getByLabel("Or paste rows")
        .fill(
            "name,email,manager_email\nOla,ola@x.example,jonas@brightwell.example\nBad,bad,\nInes Okafor,ines@brightwell.example,\n");
    button(page, "See what would change").click();
    proceed(page);
    assertThat(page.getByText("Row 3:")).isHidden();
    Look.at(page, page.url().replaceFirst("^http://[^/]*", ""));
  }

  @Test
  void twoBrowsersChangeThePersonAndTheSecondChoosesWhereBothDid(Browsing browsing) {
    String address = "/people/" + Person.JONAS.id() + "/edit";
    List<Page> both = List.of(browsing.as(Person.ELIF), browsing.as(Person.ELIF));
    both.forEach(page -> page.navigate(address));
    both.getFirst().getByLabel("Role").fill("Sage");
    button(both.getFirst(), "Save").click();
    Page second = both.getLast();
    second.getByLabel("Role").fill("Clerk");
    second.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Jonas Beck-Mori");
    button(second, "Save").click();
    assertThat(second.getByText("Sage", new Page.GetByTextOptions().setExact(true))).isVisible();
    assertThat(second.getByText("Clerk", new Page.GetByTextOptions().setExact(true))).isVisible();
    second.getByLabel("From somebody else").check();
    button(second, "Save").click();
    assertThat(
            second.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName("Jonas Beck-Mori")))
        .isVisible();
    assertThat(second.getByText("Sage", new Page.GetByTextOptions().setExact(true))).isVisible();
  }
}
