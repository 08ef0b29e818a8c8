package io.fairlead.app.framework;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.FrameworkDocument;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class StudioBrowserTest {
  @Autowired Company company;
  @Autowired Frameworks frameworks;
  @Autowired StaffStore staff;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
    frameworks.forget();
    staff.forget();
  }

  private static Locator document(Page page) {
    return page.locator("#document");
  }

  private static void opened(Page page, String group) {
    page.locator("#group-" + group + " > summary").click();
  }

  private static void kept(Page page) {
    assertThat(page.locator("#studio-kept")).containsText("Kept as your draft at");
  }

  /// What is designed by form alone and what is written as text alone is the same document.
  @Test
  void byFormAndByTextComesTheSameFramework(Browsing browsing) {
    Page page = browsing.as(Person.ELIF);
    page.navigate("/studio/framework/edit");
    page.getByLabel("Name of the organisation").fill("Brightwell Instruments");
    opened(page, "cadence");
    page.getByLabel("Check-ins are due", new Page.GetByLabelOptions().setExact(true))
        .selectOption("every-two-weeks");
    assertThat(document(page))
        .hasValue(Pattern.compile(".*rhythm: every-two-weeks.*", Pattern.DOTALL));
    opened(page, "goals");
    page.locator("[name='goals.objective-kinds'][value='learning']").uncheck();
    page.getByLabel("Objectives an owner may have").fill("2");
    opened(page, "direction");
    page.getByText("Add a value").click();
    page.locator("[name='direction.values[3].name']").fill("Patience");
    assertThat(document(page)).hasValue(Pattern.compile(".*name: Patience.*", Pattern.DOTALL));
    opened(page, "effort");
    page.getByLabel("People who lead a team").fill("25");
    assertThat(document(page)).hasValue(Pattern.compile(".*leader: 25.*", Pattern.DOTALL));
    kept(page);
    String byForm = document(page).inputValue();

    Page other = browsing.as(Person.ELIF);
    other.navigate("/studio/framework/edit");
    String byText =
        DefaultFramework.text()
                .replace("name: Our organisation", "name: Brightwell Instruments")
                .replace("rhythm: weekly", "rhythm: every-two-weeks")
                .replace("[aspirational, committed, learning]", "[aspirational, committed]")
                .replace("objectives-per-owner: 3", "objectives-per-owner: 2")
                .replace("\n    - name: Curiosity", "\n    - name: Patience\n    - name: Curiosity")
            + "effort:\n  minutes-a-week:\n    leader: 25\n";
    document(other).fill(byText);
    kept(other);
    assertThat(other.locator("[name='cadence.check-ins.rhythm']")).hasValue("every-two-weeks");
    assertThat(other.locator("[name='effort.minutes-a-week.leader']")).hasValue("25");

    FrameworkDocument form = FrameworkDocument.parse(byForm).orThrow();
    FrameworkDocument text = FrameworkDocument.parse(document(other).inputValue()).orThrow();
    assertThat(form.framework().cadence()).isEqualTo(text.framework().cadence());
    assertThat(form.framework().goals()).isEqualTo(text.framework().goals());
    assertThat(form.framework().effort()).isEqualTo(text.framework().effort());
    assertThat(form.framework().organisation()).isEqualTo(text.framework().organisation());
    assertThat(form.framework().direction().values())
        .containsExactlyInAnyOrderElementsOf(text.framework().direction().values());
  }

  @Test
  void aMistakeInTheTextIsNamedWhileTheFieldsRestAndComeBack(Browsing browsing) {
    Page page = browsing.as(Person.ELIF);
    page.navigate("/studio/framework/edit");
    String text = document(page).inputValue();
    document(page).fill(text.replace("cadence:", "candence:"));
    assertThat(page.locator("#studio-problems")).containsText("candence");
    assertThat(page.locator("#studio-fields")).hasAttribute("inert", "");
    document(page).fill(text.replace("rhythm: weekly", "rhythm: monthly"));
    assertThat(page.locator("#studio-problems")).isEmpty();
    assertThat(page.locator("[name='cadence.check-ins.rhythm']")).hasValue("monthly");
    kept(page);
  }

  @Test
  void aValueThatIsNotAllowedStaysInItsFieldWithTheReason(Browsing browsing) {
    Page page = browsing.as(Person.ELIF);
    page.navigate("/studio/framework/edit");
    String before = document(page).inputValue();
    page.getByLabel("Time zone").fill("Europe/Berlim");
    assertThat(page.locator("#studio-fields .error").first()).containsText("Europe/Berlin");
    assertThat(page.getByLabel("Time zone")).hasValue("Europe/Berlim");
    assertThat(document(page)).hasValue(before);
    assertThat(page.getByLabel("Time zone")).isFocused();
  }

  @Test
  void theStudioIsFitToLookAt(Browsing browsing) {
    Page page = browsing.as(Person.ELIF);
    page.navigate("/studio/framework/edit");
    opened(page, "effort");
    page.getByLabel("People who lead nobody").fill("3");
    assertThat(page.getByText("for more than 3 minutes")).isVisible();
    kept(page);
    page.navigate("/studio/framework");
    String draft =
        page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Draft of")))
            .getAttribute("href");
    Look.at(page, draft);
    Look.at(page, "/studio/framework");
  }
}
