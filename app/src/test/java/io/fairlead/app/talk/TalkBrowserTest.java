package io.fairlead.app.talk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fairlead.app.testing.Person.AIKO;
import static io.fairlead.app.testing.Person.DEV;
import static io.fairlead.app.testing.Person.ELIF;
import static io.fairlead.app.testing.Person.INES;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.goals.CheckIn;
import io.fairlead.app.goals.CheckIns;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrowserTest
class TalkBrowserTest {
  @Autowired Comments comments;
  @Autowired Reactions reactions;
  @Autowired GoalLinks links;
  @Autowired CheckIns checkIns;
  @Autowired Goals goals;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;

  private UUID objective;

  @BeforeEach
  void asNew() {
    company.reset();
    objective = goals.objective(MARA, "New sites report within a day");
    UUID first = goals.keyResult(objective, "First reading in 24 h", 40, 60);
    UUID second = goals.keyResult(objective, "Calls per new site", 3.1, 1.5);
    checkIns
        .save(
            MARA.viewer(),
            List.of(
                new CheckIn(
                    first,
                    BigDecimal.valueOf(45),
                    Set.of(),
                    6,
                    "The new pairing screen is in the field since Monday.",
                    false),
                new CheckIn(second, BigDecimal.valueOf(2.4), Set.of(), 6, "", false)),
            null)
        .orThrow();
  }

  private UUID say(Person by, String text) {
    clock.advance(Duration.ofMinutes(7));
    return comments
        .say(
            by.viewer(), new Comments.Input(About.objective(objective), text, null, Map.of(), null))
        .orThrow();
  }

  @Test
  void aColleagueIsFoundAndMentionedByKeyboardAlone(Browsing browsing) {
    Page page = browsing.as(JONAS);
    page.navigate("/goals");
    page.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName("New sites report within a day").setExact(true))
        .first()
        .click();
    Locator box =
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Say something"));
    page.locator("#say").waitFor();
    assertThat(page.locator("#say .seen")).containsText("Seen by everyone at");
    box.focus();
    page.keyboard().type("Could @ai");
    assertThat(page.getByRole(AriaRole.OPTION)).hasCount(1);
    assertThat(page.getByRole(AriaRole.OPTION)).containsText("Aiko Mori");
    page.keyboard().press("Enter");
    page.keyboard().type("write the guide?\nBy Friday.");
    assertThat(box).hasValue("Could @Aiko Mori write the guide?\nBy Friday.");
    assertThat(page.getByRole(AriaRole.LISTBOX)).isHidden();
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#drawer .said .words"))
        .containsText("Could @Aiko Mori write the guide?");
    assertThat(page.locator("#drawer .said .mention")).hasText("@Aiko Mori");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Withdraw")).click();
    assertThat(page.locator(".said")).containsText("Withdrawn by its author.");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo")).first().click();
    assertThat(page.locator(".said .words")).containsText("write the guide?");
  }

  @Test
  void thePagesOfTalkAreFitToLookAt(Browsing browsing) {
    UUID asked =
        say(
            JONAS,
            "Installers call because the pairing light is hidden behind the valve. @Aiko, could the guide show it?");
    comments
        .say(
            AIKO.viewer(),
            new Comments.Input(
                About.objective(objective),
                "Yes, there is a photo from Porto: https://guides.brightwell.example/pairing-light. It goes in on Thursday.",
                asked,
                Map.of(),
                null))
        .orThrow();
    reactions.toComment(MARA.viewer(), asked, "looking", true, null).orThrow();
    reactions.toComment(DEV.viewer(), asked, "agree", true, null).orThrow();
    reactions.toComment(INES.viewer(), asked, "agree", true, null).orThrow();
    UUID edited = say(DEV, "It is 40 % of the calls");
    clock.advance(Duration.ofMinutes(3));
    comments
        .reword(
            DEV.viewer(),
            edited,
            1,
            new Comments.Input(
                About.objective(objective),
                "It is 34 % of the calls since April; I had the old figure.",
                null,
                Map.of(),
                null))
        .orThrow();
    comments.withdraw(JONAS.viewer(), say(JONAS, "Never mind"), null).orThrow();
    links
        .attach(
            MARA.viewer(),
            new GoalLinks.Input(
                About.objective(objective),
                "Plan for the pairing screen",
                "https://plans.brightwell.example/pairing",
                null))
        .orThrow();
    Page page = browsing.as(JONAS);
    Look.at(page, "/goals/" + objective);
    Look.at(page, "/goals/" + objective + "/talk");
    Look.at(page, "/goals/" + objective + "/activity");
    Look.at(page, "/goals/activity");
    Look.at(browsing.as(DEV), "/comments/" + edited + "/edit");
    Look.at(browsing.as(DEV), "/comments/" + edited + "/wordings");
    Look.at(browsing.as(ELIF), "/comments/" + edited + "/hiding");
    UUID checkIn =
        database.sql("select id from check_in where note <> ''").query(UUID.class).single();
    Look.at(page, "/goals/" + objective + "/check-ins/" + checkIn);
  }
}
