package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A whole round by ten people in their browsers: set up, raters proposed and settled, answered by
/// nine, sealed, read, talked about, one thing to work on, and months later what has changed.
@BrowserTest
class WholeRoundBrowserTest {
  private static final int ITEMS = 18;
  private static final int FOLLOW_UP_ITEMS = 4;

  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired RoundOpening opening;
  @Autowired RoundClosing closing;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void fill(Page page, String label, String value) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(value);
  }

  @Test
  void fromFourQuestionsToOneThingToWorkOn(Browsing browsing) {
    Page elif = browsing.as(Person.ELIF);
    elif.navigate("/feedback");
    Look.at(elif, "/feedback");
    link(elif, "New round").click();
    for (int question = 0; question < 4; question++) {
      elif.getByLabel("No", new Page.GetByLabelOptions().setExact(true)).nth(question).check();
    }
    button(elif, "Show what follows").click();
    assertThat(elif.getByRole(AriaRole.STATUS).first().innerText())
        .contains("This is a round for development.");
    fill(elif, "Name", "Spring feedback");
    elif.getByLabel("Instrument", new Page.GetByLabelOptions().setExact(true))
        .selectOption("manager");
    fill(elif, "Single people", "Mara Lindqvist");
    fill(elif, "Peers", "4");
    fill(elif, "Direct reports", "3");
    fill(elif, "Ratings from groups of", "3");
    fill(elif, "Comments from groups of", "3");
    button(elif, "Save").click();
    elif.waitForURL("**/feedback/rounds/*-*");
    String round = path(elif);
    Look.at(elif, round);
    button(elif, "Launch").click();
    assertThat(elif.locator("main").innerText()).contains("Raters are being chosen");

    Page mara = browsing.as(Person.MARA);
    mara.navigate("/feedback");
    Look.at(mara, "/feedback");
    link(mara, "Choose").click();
    add(mara, Person.NOOR);
    add(mara, Person.RUBEN);
    Look.at(mara, path(mara));
    button(mara, "Hand in").click();

    Page henrik = browsing.as(Person.HENRIK);
    henrik.navigate("/feedback");
    link(henrik, "Look").click();
    add(henrik, Person.PRISCILLA);
    add(henrik, Person.TOMASZ);
    Look.at(henrik, path(henrik));
    button(henrik, "Settle").click();

    elif.navigate(round);
    Look.at(elif, round);
    button(elif, "Open for answers").click();
    assertThat(elif.locator("main").innerText()).contains("Open for answers");

    int rating = 2;
    for (Person rater :
        List.of(
            Person.MARA,
            Person.HENRIK,
            Person.NOOR,
            Person.RUBEN,
            Person.PRISCILLA,
            Person.TOMASZ,
            Person.JONAS,
            Person.DEV,
            Person.AIKO)) {
      answer(browsing.as(rater), 2 + rating++ % 4, ITEMS, "What " + rater.fullName() + " saw.");
    }

    clock.set(
        database
            .sql("select closes from feedback_round")
            .query((row, _) -> row.getObject("closes", LocalDate.class))
            .single()
            .plusDays(1));
    closing.closeDue();

    Page reader = browsing.as(Person.MARA);
    reader.navigate("/feedback");
    Look.at(reader, "/feedback");
    UUID subject =
        database
            .sql("select id from feedback_subject")
            .query((row, _) -> row.getObject("id", UUID.class))
            .single();
    reader.locator("a[href='/feedback/reports/" + subject + "']").first().click();
    fill(
        reader,
        "Day",
        clock.instant().atZone(clock.getZone()).toLocalDate().plusDays(3).toString());
    fill(reader, "Time", "15:00");
    fill(reader, "With", "Henrik Dahl");
    button(reader, "Book the talk").click();
    reader.waitForSelector("#strengths");
    Look.at(reader, path(reader));
    assertThat(reader.locator("main").innerText()).contains("What Noor Haddad saw.");
    reader.locator("a.button[href^='/growth/plan/new']").first().click();
    reader.locator("ul.offered a.button").first().click();
    fill(reader, "Look at it", LocalDate.parse("2026-08-03").toString());
    reader.locator("button.filled").click();
    reader.navigate("/growth");
    assertThat(reader.locator("main").innerText()).contains("To look at: 3 August");

    followUp(browsing, subject);

    Page outsider = browsing.as(Person.JONAS);
    outsider.navigate("/feedback");
    assertThat(outsider.content()).doesNotContain(subject.toString());
  }

  /// The reviewee has the same nine asked again, who answer four questions, and reads what they
  /// say.
  private void followUp(Browsing browsing, UUID subject) {
    clock.set(LocalDate.parse("2026-08-03"));
    Page reader = browsing.as(Person.MARA);
    reader.navigate("/feedback/reports/" + subject);
    link(reader, "Ask the same people again").click();
    fill(reader, "Answering from", "2026-08-10");
    fill(reader, "Answering until", "2026-08-20");
    Look.at(reader, path(reader));
    fill(reader, "Answering from", "2026-08-10");
    fill(reader, "Answering until", "2026-08-20");
    button(reader, "Ask them").click();
    reader.waitForURL("**/feedback/rounds/*-*");
    Look.at(reader, path(reader));
    assertThat(reader.locator("main").innerText()).contains("9 people are asked again");
    clock.set(LocalDate.parse("2026-08-10"));
    opening.openDue();
    int rating = 0;
    for (Person rater :
        List.of(
            Person.MARA,
            Person.HENRIK,
            Person.NOOR,
            Person.RUBEN,
            Person.PRISCILLA,
            Person.TOMASZ,
            Person.JONAS,
            Person.DEV,
            Person.AIKO)) {
      answer(browsing.as(rater), 3 + rating++ % 2, FOLLOW_UP_ITEMS, rater.fullName() + " again.");
    }
    clock.set(LocalDate.parse("2026-08-21"));
    closing.closeDue();
    clock.set(LocalDate.parse("2026-09-01"));
    UUID again =
        database
            .sql(
                "select fs.id from feedback_subject fs join feedback_round r on r.id = fs.round where r.follows is not null")
            .query((row, _) -> row.getObject("id", UUID.class))
            .single();
    reader = browsing.as(Person.MARA);
    reader.navigate("/feedback/reports/" + again);
    Look.at(reader, path(reader));
    assertThat(reader.locator("main").innerText())
        .contains("Learning from feedback")
        .contains("Noor Haddad again.");
  }

  private static String path(Page page) {
    return page.url().replaceFirst("^https?://[^/]+", "");
  }

  private static void add(Page page, Person whom) {
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
        .first()
        .fill(whom.fullName());
    button(page, "Add").first().click();
    assertThat(page.locator("main").innerText()).contains(whom.fullName());
  }

  private static void answer(Page page, int rating, int items, String comment) {
    page.navigate("/feedback");
    page.locator("a.button.filled[href^='/feedback/give/']").click();
    page.waitForURL("**/feedback/give/*");
    for (int item = 0; item < items; item++) {
      page.keyboard().press(Integer.toString(rating));
      page.keyboard().press("Enter");
    }
    page.keyboard().type(comment);
    page.waitForSelector("[data-saved]:has-text('Saved ')");
    page.locator("[data-hand-in]").click();
    page.waitForURL("**/feedback");
    page.context().close();
  }
}
