package io.fairlead.app.setup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.access.FirstLinks;
import io.fairlead.app.framework.Forgetting;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.goals.GoalLibrary;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Journey 10, and the first run of a large organisation, in a real browser on an empty server.
@BrowserTest
class SetupJourneyTest {
  @Autowired ApplicationContext context;
  @Autowired Company company;
  @Autowired Frameworks frameworks;
  @Autowired GoalLibrary library;
  @Autowired JdbcClient database;

  @BeforeEach
  void empty() {
    company.empty();
    Forgetting.of(frameworks);
  }

  @AfterEach
  void asNew() {
    company.reset();
    Forgetting.of(frameworks);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON,
        new Page.GetByRoleOptions().setName(Pattern.compile("^" + name + "( Ctrl Enter)?$")));
  }

  private Page begun(Browsing browsing) {
    Page page = browsing.stranger();
    page.navigate(FirstLinks.print(context));
    page.getByLabel("Your name").fill("Ada Lovelace");
    page.getByLabel("Your work address").fill("ada@example.org");
    page.getByLabel("A password").fill("engines weave algebra");
    page.locator("main button.filled").click();
    page.waitForURL(Pattern.compile("/setup/organisation$"));
    return page;
  }

  @ParameterizedTest
  @ValueSource(ints = {1440, 390})
  void aFounderComesFromTheLinkToATreeAndThreeInvitations(int width, Browsing browsing) {
    Set<String> screens = new LinkedHashSet<>();
    Page page = browsing.stranger();
    page.setViewportSize(width, 900);
    page.onFrameNavigated(frame ->
        screens.add(
            frame
                .url()
                .replaceAll("[?#].*|[0-9a-f-]{36}.*", "")
                .replace("/setup/invitations", "/setup/readers")));
    page.navigate(FirstLinks.print(context));
    page.getByLabel("Your name").fill("Ada Lovelace");
    page.getByLabel("Your work address").fill("ada@example.org");
    page.getByLabel("A password").fill("engines weave algebra");
    page.locator("main button.filled").click();

    page.getByLabel("What is it called?").fill("Analytical Engines");
    page.getByLabel("Where do its days begin and end?").fill("Europe/London");
    button(page, "Go on").click();

    page.getByText("Everyone can say what their own work is for").click();
    assertThat(page.locator("#aims-sum")).containsText(Pattern.compile("About \\d+ minutes"));
    button(page, "Go on").click();

    page.getByLabel("Paste people, a line each")
        .fill(
            """
            Grace Hopper, grace@example.org, Head of engineering
            Jean Bartik, jean@example.org, Engineer, Grace Hopper
            Kay McNulty, kay@example.org, Engineer, Grace Hopper
            Mary Keller, mary@example.org, Sales
            """);
    assertThat(page.locator("#sketch")).containsText("with 4 new");
    assertThat(page.locator(".sketch ul ul")).containsText("Jean Bartik");
    button(page, "Add them").click();

    page.locator("button.example").first().click();
    assertThat(page.getByLabel("What should be true?")).not().isEmpty();
    button(page, "Publish").click();
    page.waitForURL(Pattern.compile("/goals/[0-9a-f-]{36}$"));
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go on")).click();

    assertThat(page.locator("main")).containsText("What they will see");
    assertThat(mails()).isZero();
    button(page, "Invite 3 people first").click();
    assertThat(page.locator("main")).containsText("3 invitations are on their way");
    assertThat(mails()).isEqualTo(3);
    assertThat(screens).as("screens").hasSizeLessThanOrEqualTo(8);
    button(page, "Go to Home").click();

    page.waitForURL(Pattern.compile("/$"));
    assertThat(page.locator(".setup-stripe")).hasCount(0);
    page.navigate("/goals");
    assertThat(page.locator("main"))
        .containsText(
            library.all().stream()
                .filter(each -> each.function().code().equals("leadership"))
                .findFirst()
                .orElseThrow()
                .title());
  }

  private long mails() {
    return database.sql("select count(*) from outgoing_mail").query(Long.class).single();
  }

  @Test
  void whatIsNotChosenDoesNotAppear(Browsing browsing) {
    Page page = begun(browsing);
    page.getByLabel("What is it called?").fill("Analytical Engines");
    button(page, "Go on").click();
    for (String aim : List.of("Everyone knows what matters most", "We hear in time")) {
      page.getByText(aim).click();
    }
    assertThat(page.locator("#aims-sum")).containsText("asks nothing of anybody");
    button(page, "Go on").click();
    button(page, "Not yet").click();
    assertThat(page.locator("main")).containsText("You have not switched on objectives");
    button(page, "Go on").click();
    assertThat(page.locator("main")).not().containsText("confidence");
    button(page, "Go to Home").click();
    page.waitForURL(Pattern.compile("/$"));
    assertThat(page.locator(".rail nav")).not().containsText("Goals");
    assertThat(page.locator(".rail nav")).containsText("People");
  }

  @Test
  void whoLeavesFindsTheNextStep(Browsing browsing) {
    Page page = begun(browsing);
    page.getByLabel("What is it called?").fill("Analytical Engines");
    button(page, "Go on").click();
    page.waitForURL(Pattern.compile("/setup/aims$"));
    page.navigate("/");
    assertThat(page.locator(".tasks")).containsText("Go on setting Fairlead up");
    page.locator(".setup-stripe").getByText("Go on").click();
    page.waitForURL(Pattern.compile("/setup/aims$"));
  }

  @Test
  void aLargeOrganisationHasAListToComeBackTo(Browsing browsing) {
    Page page = begun(browsing);
    page.getByLabel("What is it called?").fill("Analytical Engines");
    page.getByText("Thoroughly").click();
    button(page, "Go on").click();
    page.waitForURL(Pattern.compile("/setup$"));
    assertThat(page.locator("main")).containsText("1 of 8 steps are taken");
    page.locator("main button.filled").click();
    page.waitForURL(Pattern.compile("/studio/checks$"));
    assertThat(page.locator("main")).containsText("Is the server ready?");
    page.locator(".setup-stripe").getByText("Go on").click();
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName("Leave out: Bring in the people file"))
        .click();
    assertThat(page.locator("main")).containsText("3 of 8 steps are taken");
    button(page, "End setting up").click();
    page.waitForURL(Pattern.compile("/$"));
    assertThat(page.locator(".setup-stripe")).hasCount(0);
  }

  @Test
  void everyStepIsFitToLookAt(Browsing browsing) {
    Page page = begun(browsing);
    Look.at(page, "/setup/organisation");
    page.getByLabel("What is it called?").fill("Analytical Engines");
    button(page, "Go on").click();
    for (String path :
        List.of(
            "/setup/aims",
            "/setup/people",
            "/setup/people?how=five",
            "/setup/objective",
            "/setup/readers",
            "/studio/checks",
            "/")) {
      Look.at(page, path);
    }
    page.setViewportSize(1440, 1000);
    page.navigate("/setup/organisation");
    page.getByText("Thoroughly").click();
    button(page, "Go on").click();
    Look.at(page, "/setup");
  }
}
