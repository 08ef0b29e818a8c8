package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.fairlead.app.feedback.RoundsAtHand.GuestAtHand;
import io.fairlead.app.feedback.RoundsAtHand.RoundAtHand;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import io.fairlead.methods.instruments.Item;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Answering as people do it: at a desk by keyboard, on a phone by thumb, with a line that breaks,
/// in two windows, without scripts, as a guest.
@BrowserTest
class AnsweringBrowserTest {
  private static final String POINTING =
      "Asks us on 12 May before the Porto outage is over; Priscilla saw it.";

  @Autowired RoundsAtHand rounds;
  @Autowired Answering answering;
  @Autowired RoundStore roundStore;
  @Autowired Company company;

  private RoundAtHand round;
  private List<Item> items;

  @BeforeEach
  void aRoundAboutMara() {
    company.reset();
    round = rounds.aboutMara();
    items = roundStore.questions(round.id()).orElseThrow().items();
  }

  private String path(Person rater) {
    return "/feedback/give/" + round.of(rater);
  }

  private AnswerSheet sheet(Person rater) {
    return answering
        .asked(answering.find(rater.viewer(), round.of(rater)).orThrow())
        .orThrow()
        .sheet();
  }

  private static void waitUntilSaved(Page page) {
    page.waitForSelector("[data-saved]:has-text('Saved ')");
  }

  @Test
  void atADeskAllIsAnsweredByKeyboardAlone(Browsing browsing) {
    Page page = browsing.as(Person.JONAS);
    page.navigate(path(Person.JONAS));
    for (int i = 0; i < 18; i++) {
      page.keyboard().press(i == 4 ? "0" : "4");
      page.keyboard().press("Enter");
    }
    page.keyboard().type(POINTING);
    waitUntilSaved(page);
    assertThat(sheet(Person.JONAS).ratings())
        .hasSize(18)
        .containsEntry(items.get(4).id(), AnswerSheet.CANNOT_JUDGE);

    page.getByText("See a more general version").click();
    assertThat(page.locator(".answer-hints .quote").innerText())
        .isEqualTo("Asks us at the time before a piece of work is over; somebody saw it.");
    page.getByText("Use this").click();
    page.waitForCondition(() ->
        List.copyOf(sheet(Person.JONAS).comments().values())
            .equals(
                List.of("Asks us at the time before a piece of work is over; somebody saw it.")));
    assertThat(page.locator(".crumb").innerText()).contains("18 of 18 answered");

    page.locator("[data-hand-in]").click();
    page.waitForURL("**/feedback");
    assertThat(sheet(Person.JONAS).handedIn()).isTrue();
    Look.at(page, path(Person.JONAS));
  }

  @Test
  void onAPhoneOneQuestionAtATimeAndLaterOnAtTheSameOne(Browsing browsing) {
    Page phone = browsing.as(Person.DEV);
    phone.setViewportSize(390, 844);
    phone.navigate(path(Person.DEV));
    for (int i = 0; i < 7; i++) {
      assertThat(phone.locator(".answer-item:visible").count()).isEqualTo(1);
      assertThat(phone.locator(".answer-item:visible").getAttribute("data-item"))
          .isEqualTo(items.get(i).id());
      phone.locator(".answer-item:visible label").nth(i % 6).click();
      phone.locator("[data-next]").click();
    }
    waitUntilSaved(phone);
    phone.close();

    Page again = browsing.as(Person.DEV);
    again.setViewportSize(390, 844);
    again.navigate(path(Person.DEV));
    Locator item = again.locator(".answer-item:visible");
    assertThat(item.count()).isEqualTo(1);
    assertThat(item.getAttribute("data-item")).isEqualTo(items.get(7).id());
    assertThat(again.locator("details.answer-promise[open]").count()).isZero();
    // The whole question and the button under it stand on one screen.
    var scale = item.locator(".scale").boundingBox();
    assertThat(scale.y + scale.height)
        .isLessThanOrEqualTo(again.locator(".answer-bar").boundingBox().y);
    for (int i = 7; i < 18; i++) {
      again.locator(".answer-item:visible label").nth(3).click();
      again.locator("[data-next]").click();
    }
    for (int i = 0; i < 2; i++) {
      again.locator("textarea:visible").fill("Keep asking what we would do.");
      again.locator("[data-next]").click();
    }
    assertThat(again.locator("[data-next]").isVisible()).isFalse();
    again.screenshot(
        new Page.ScreenshotOptions()
            .setPath(java.nio.file.Path.of("target/screenshots/answer-phone-last.png")));
    again.locator("[data-hand-in]").click();
    again.waitForURL("**/feedback");
    assertThat(sheet(Person.DEV).ratings()).hasSize(18);
    assertThat(sheet(Person.DEV).comments()).hasSize(2);
    assertThat(sheet(Person.DEV).handedIn()).isTrue();
  }

  @Test
  void aBrokenLineIsSaidAndWhatWasWrittenGoesOutByItself(Browsing browsing) {
    Page page = browsing.as(Person.AIKO);
    page.navigate(path(Person.AIKO));
    page.context().setOffline(true);
    page.keyboard().press("3");
    page.waitForSelector("[data-saved]:has-text('Not connected')");
    assertThat(sheet(Person.AIKO)).isEqualTo(AnswerSheet.EMPTY);
    page.context().setOffline(false);
    waitUntilSaved(page);
    assertThat(sheet(Person.AIKO).ratings()).hasSize(1);
    assertThat(
            page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
                .toString())
        .as("nothing of an answer is left in the browser")
        .doesNotContain("ratings.", "fairlead-draft");
  }

  @Test
  void whatTwoWindowsSayDifferentlyIsShownBeforeAnythingIsLost(Browsing browsing) {
    Page first = browsing.as(Person.AIKO);
    Page second = browsing.as(Person.AIKO);
    first.navigate(path(Person.AIKO));
    second.navigate(path(Person.AIKO));
    first.keyboard().press("3");
    waitUntilSaved(first);
    second.keyboard().press("5");
    second.waitForSelector(".conflict");
    assertThat(second.locator(".conflict").innerText()).contains("3", "5");
    Locator theirs = second.locator(".conflict input[value=theirs]");
    theirs.check();
    second.locator("main .button.filled").click();
    second.waitForSelector(".answering");
    assertThat(sheet(Person.AIKO).ratings()).containsEntry(items.getFirst().id(), 3);
  }

  @Test
  void aRefusalIsSaidWhereOneLooksForSaved(Browsing browsing) {
    Page page = browsing.as(Person.AIKO);
    page.navigate(path(Person.AIKO));
    page.locator("[data-step=comments]").click();
    page.locator("textarea").first().fill("word ".repeat(1_000));
    page.waitForSelector(
        "[data-saved]:has-text('This comment has 4,999 characters; 4,000 can be kept.')");
    page.waitForSelector("text=Too long by 1000");
    page.locator("textarea").first().fill("Short.");
    waitUntilSaved(page);
    rounds.move(round.id(), "closing");
    page.locator("textarea").first().fill("Late.");
    page.waitForSelector("[data-saved]:has-text('This round is closed.')");
    assertThat(page.locator("textarea").first().inputValue()).isEqualTo("Late.");
  }

  @Test
  void withoutScriptsAllStandsOnOnePage(Browsing browsing) {
    Page page = browsing.as(Person.AIKO);
    page.navigate(path(Person.AIKO));
    BrowserContext plain =
        page.context()
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setJavaScriptEnabled(false)
                    .setBaseURL(page.url().replaceFirst("(https?://[^/]+).*", "$1"))
                    .setViewportSize(1440, 1000));
    plain.addCookies(
        page.context().cookies().stream()
            .map(cookie ->
                new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value)
                    .setUrl(page.url()))
            .toList());
    Page scriptless = plain.newPage();
    scriptless.navigate(path(Person.AIKO));
    assertThat(scriptless.locator(".answer-item:visible").count()).isEqualTo(21);
    assertThat(scriptless.locator("[data-next]").isVisible()).isFalse();
    scriptless.locator(".answer-item").nth(2).locator("label").nth(1).click();
    scriptless.locator("main .scriptless").click();
    scriptless.waitForSelector("text=1 of 18 answered");
    assertThat(sheet(Person.AIKO).ratings()).containsEntry(items.get(2).id(), 2);
    plain.close();
  }

  @Test
  void pagesAreFitToLookAt(Browsing browsing) {
    GuestAtHand carla = rounds.guest(round.id(), round.subject(), "Carla Vance");
    Look.at(browsing.as(Person.RUBEN), path(Person.RUBEN));
    Page guest = browsing.stranger();
    Look.at(guest, "/give/" + carla.token());
    Look.at(guest, "/give/" + carla.token() + "/" + carla.invitation());
    Page elif = browsing.as(Person.ELIF);
    elif.navigate("/feedback/rounds/" + round.id() + "/guests");
    elif.getByText("Make another").click();
    elif.waitForSelector("pre.code");
    elif.screenshot(
        new Page.ScreenshotOptions()
            .setPath(java.nio.file.Path.of("target/screenshots/answer-guest-link.png")));
    Look.at(elif, "/feedback/rounds/" + round.id() + "/guests");

    Invitation invitation = answering.find(Person.ELIF.viewer(), round.of(Person.ELIF)).orThrow();
    AnswerSheet begun =
        new AnswerSheet(
            java.util.Map.of(items.get(0).id(), 4, items.get(1).id(), 0, items.get(2).id(), 2),
            java.util.Map.of("start", POINTING),
            items.get(1).id(),
            30,
            false);
    answering.keep(invitation, 0, begun).orThrow();
    Look.at(browsing.as(Person.ELIF), path(Person.ELIF));
    Invitation other = answering.find(Person.TOMASZ.viewer(), round.of(Person.TOMASZ)).orThrow();
    answering
        .keep(
            other,
            0,
            new AnswerSheet(
                java.util.Map.of(), java.util.Map.of("start", POINTING), "start", 3, false))
        .orThrow();
    Look.at(browsing.as(Person.TOMASZ), path(Person.TOMASZ));
    rounds.lesson(round.id(), "giving");
    Look.at(browsing.as(Person.PRISCILLA), path(Person.PRISCILLA));
  }

  @Test
  void hintsFindWhatMayPointAtItsAuthorAndNothingElse(Browsing browsing) {
    Page page = browsing.as(Person.JONAS);
    page.navigate(path(Person.JONAS));
    String[][] table = {
      {"Listens until others have finished.", "", "Listens until others have finished."},
      {"Mara explains goals well. I like that.", "", "Mara explains goals well. I like that."},
      {
        "On 12 May it was decided without us.",
        "On 12 May",
        "At the time it was decided without us."
      },
      {"It took until five o’clock.", "until five o’clock", "It took at the time."},
      {"We heard of it last Tuesday.", "last Tuesday", "We heard of it at the time."},
      {
        "During the Porto outage she was calm.",
        "the Porto outage",
        "During a piece of work she was calm."
      },
      {
        "The case from ticket #4711 is open.",
        "ticket #4711",
        "The case from a piece of work is open."
      },
      {"Work with Jonas Beck suffered.", "Jonas Beck", "Work with somebody suffered."},
      {"Used Dev’s plan as her own.", "Dev’s", "Used somebody’s plan as her own."},
      {"The team in Porto waits.", "in Porto", "The team elsewhere waits."},
      {
        "Said “nobody reads these notes” to us.",
        "nobody reads these notes",
        "Said what was said to us."
      },
      {
        "As I told you, the plan came late.",
        "As I told you",
        "From where I work, the plan came late."
      },
      {
        "I see it as the only designer here.",
        "as the only designer here",
        "I see it from where I work."
      },
    };
    for (String[] row : table) {
      Object found =
          page.evaluate(
              """
              async ([text]) => {
                const address = performance.getEntriesByType("resource").find((it) => it.name.includes("feedback-hint")).name;
                const { found, without } = await import(address);
                const all = found(text, "Feedback for Mara Lindqvist");
                const instead = { date: "at the time", work: "a piece of work", place: "elsewhere", name: "somebody",
                  quote: "what was said", role: "from where I work" };
                return all.map((it) => it.text).join("|") + " → " + without(text, all, instead);
              }
              """,
              List.of(row[0]));
      assertThat(found).isEqualTo(row[1] + " → " + row[2]);
    }
  }
}
