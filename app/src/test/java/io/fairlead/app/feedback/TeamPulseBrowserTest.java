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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A pulse of a team in browsers: set up, launched, answered by all but the lead, sealed, and read
/// by the lead and by the team once the talk is booked.
@BrowserTest
class TeamPulseBrowserTest {
  private static final int ITEMS = 7;

  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired RoundOpening opening;
  @Autowired RoundClosing closing;
  @Autowired ReportPapers papers;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator labelled(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private static String path(Page page) {
    return page.url().replaceFirst("^https?://[^/]+", "");
  }

  private static void look(Page page, String path, String name) {
    assertThat(Look.findings(page, path, name)).isEmpty();
  }

  @Test
  void fromAPulseToTheTalkOfTheTeam(Browsing browsing) throws Exception {
    Page elif = browsing.as(Person.ELIF);
    elif.navigate("/feedback/rounds/new?decides=no&compares=no&answerable=no&validated=no");
    labelled(elif, "Name").fill("Safety in May");
    labelled(elif, "Kind").selectOption("pulse");
    labelled(elif, "Who reads a report").selectOption("team");
    labelled(elif, "Instrument").selectOption("psychological-safety");
    elif.getByLabel("Brightwell › Finance and People").check();
    labelled(elif, "Comments from groups of").fill("4");
    button(elif, "Save").click();
    assertThat(elif.locator("main").innerText()).contains("knows one answer already: their own");
    elif.locator("[name=colluders]").fill("1");
    button(elif, "Save").click();
    elif.waitForURL("**/feedback/rounds/*-*");
    String round = path(elif);
    look(elif, round, "team-pulse-draft");
    button(elif, "Launch").click();
    elif.navigate(round);
    look(elif, round, "team-pulse-launched");
    clock.set(LocalDate.parse("2026-05-21"));
    opening.openDue();
    int rating = 1;
    for (Person member : List.of(Person.NOOR, Person.SOFIA, Person.LIAM, Person.YUKI)) {
      Page page = browsing.as(member);
      page.navigate("/feedback");
      page.locator("a.button.filled[href^='/feedback/give/']").click();
      page.waitForURL("**/feedback/give/*");
      if (member == Person.NOOR) {
        look(browsing.as(member), path(page), "team-pulse-answer");
      }
      for (int item = 0; item < ITEMS; item++) {
        page.keyboard().press(Integer.toString(1 + rating % 5));
        page.keyboard().press("Enter");
      }
      rating++;
      page.keyboard().type("What one of four said.");
      page.waitForSelector("[data-saved]:has-text('Saved ')");
      page.locator("[data-hand-in]").click();
      page.waitForURL("**/feedback");
      page.context().close();
    }
    LocalDate after = LocalDate.parse("2026-06-15");
    clock.set(after);
    closing.closeDue();
    UUID subject =
        database
            .sql("select id from feedback_subject")
            .query((row, _) -> row.getObject("id", UUID.class))
            .single();
    String report = "/feedback/reports/" + subject;
    Page lead = browsing.as(Person.ELIF);
    look(lead, report, "team-report-waiting");
    labelled(lead, "Day").fill(after.plusDays(2).toString());
    labelled(lead, "Time").fill("10:00");
    button(lead, "Book the talk").click();
    lead.waitForSelector("#strengths");
    look(lead, report, "team-report-lead");
    Page member = browsing.as(Person.YUKI);
    look(member, report, "team-report-member");
    assertThat(member.locator("main").innerText())
        .contains("What one of four said.")
        .contains("Never ask or guess who gave what");
    assertThat(member.locator("[name=day]").count()).isZero();
    look(lead, round, "team-pulse-published");
    Files.write(
        Path.of("target", "screenshots", "team-report.pdf"),
        Objects.requireNonNull(papers.api(Person.YUKI.viewer(), subject).getBody()));
  }
}
