package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.fairlead.app.feedback.RoundsAtHand.RoundAtHand;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class AnsweringBrowserTest {
  @Autowired RoundsAtHand rounds;
  @Autowired Answering answering;
  @Autowired Company company;

  private RoundAtHand round;

  @BeforeEach
  void aRoundAboutMara() {
    company.reset();
    round = rounds.aboutMara();
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

  @Test
  void thePageIsFitToLookAt(Browsing browsing) {
    Page page = browsing.as(Person.JONAS);
    Look.at(page, path(Person.JONAS));
    assertThat(page.title()).contains("Feedback for Mara Lindqvist");
  }

  @Test
  void atADeskAllIsAnsweredByKeyboardAlone(Browsing browsing) {
    Page page = browsing.as(Person.JONAS);
    page.navigate(path(Person.JONAS));
    for (int i = 0; i < 18; i++) {
      page.keyboard().press(i == 4 ? "0" : "4");
      page.keyboard().press("Enter");
    }
    page.keyboard().type("Asks us on 12 May before the Porto outage is over; Priscilla saw it.");
    page.waitForSelector("[data-saved]:has-text('Saved ')");
    page.waitForSelector("text=may point at you");
    assertThat(sheet(Person.JONAS).ratings()).hasSize(18).containsValue(0);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(java.nio.file.Path.of("target/screenshots/answer-hint.png")));
  }
}
