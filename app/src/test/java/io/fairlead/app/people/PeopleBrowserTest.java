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
  void columnsNobodyKnowsAreExplainedOnceAndThenUnderstood(Browsing browsing) {
    Page page = browsing.as(Person.ELIF);
    String file =
        "Vorname;Nachname;E-Post;Abteilung;Gehalt\nAda;Quist;ada@brightwell.example;Brightwell;1\n";
    page.navigate("/people/import");
    page.getByLabel("Or paste rows").fill(file);
    page.getByLabel("stay as they are").check();
    button(page, "See what would change").click();
    button(page, "Say what the columns mean").click();
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("HR system");
    page.getByLabel("Vorname").selectOption("first_name");
    page.getByLabel("Nachname").selectOption("last_name");
    page.getByLabel("E-Post").selectOption("email");
    page.getByLabel("Abteilung").selectOption("unit");
    button(page, "Save").click();
    assertThat(page.getByText("Saved “HR system”. Send the file again now.")).isVisible();
    page.getByLabel("Or paste rows").fill(file);
    page.getByLabel("stay as they are").check();
    button(page, "See what would change").click();
    proceed(page);
    button(page, "Apply all").click();
    proceed(page);
    assertThat(page.getByText("Columns as “HR system” says.")).isVisible();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Save what its columns mean"))
        .click();
    Look.at(page, page.url().replaceFirst("^http://[^/]*", ""));
    Look.at(page, "/people/import");
    button(page, "Remove “HR system”").click();
    button(page, "Undo").click();
    page.navigate("/people/import");
    assertThat(button(page, "Remove “HR system”")).isVisible();
  }

  @Test
  void theShapeLooksRight(Browsing browsing) {
    Page page = browsing.as(Person.ELIF);
    Look.at(page, "/people/shape");
    assertThat(page.getByText("At the top")).isVisible();
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
