package io.fairlead.app.feedback;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.disclosure.CustodianKey;
import io.fairlead.app.disclosure.CustodianSecret;
import io.fairlead.app.feedback.EscrowsAtHand.Closed;
import io.fairlead.app.platform.Role;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An escrow as people see it: set up, told to raters, asked for, agreed to, taken.
@BrowserTest
class EscrowBrowserTest {
  private static final CustodianKey FIRST = CustodianSecret.make().publicKey();
  private static final CustodianKey SECOND = CustodianSecret.make().publicKey();

  @Autowired EscrowsAtHand atHand;
  @Autowired Company company;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
    company.grant(Person.YUKI, Role.PEOPLE_OPS, null);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  @Test
  void aRoundIsSetUpWithOne(Browsing browsing) {
    Page page = browsing.as(Person.ELIF);
    page.navigate("/feedback/rounds/new?decides=no&compares=no&answerable=no&validated=no");
    page.getByLabel("Name").first().fill("Spring");
    page.getByText("Escrow: who wrote a comment").first().click();
    page.getByLabel("First custodian").fill("Sofia Reyes");
    page.getByLabel("Their public key").fill("nonsense");
    page.getByRole(AriaRole.BUTTON, named("Save")).first().click();
    assertThat(page.getByText("one line of 60 characters").first()).isVisible();
    assertThat(page.getByText("Name the custodian: an escrow needs two.")).isVisible();
    page.getByLabel("Their public key").fill(FIRST.text());
    page.getByLabel("Second custodian").fill("Liam Byrne");
    page.getByLabel("Public key of the second").fill(SECOND.text());
    page.getByLabel("Days after the close").fill("30");
    page.getByRole(AriaRole.BUTTON, named("Save")).first().click();
    assertThat(page.getByText("Sofia Reyes and Liam Byrne open it")).isVisible();
    Look.at(page, java.net.URI.create(page.url()).getPath());
    Look.at(page, java.net.URI.create(page.url()).getPath() + "/edit");
  }

  @Test
  void itIsAskedForAgreedToAndTaken(Browsing browsing) {
    Closed closed = atHand.closed(FIRST, SECOND);
    String escrow = "/feedback/rounds/" + closed.round() + "/escrow";
    Page yuki = browsing.as(Person.YUKI);
    Look.at(yuki, escrow);
    yuki.navigate(escrow);
    yuki.getByLabel("Number of the comment").fill(closed.of(Person.JONAS).toString());
    yuki.getByRole(AriaRole.BUTTON, named("Ask").setExact(true)).click();
    assertThat(yuki.getByText("A second person decides")).isVisible();
    Page elif = browsing.as(Person.ELIF);
    Look.at(elif, "/");
    elif.navigate("/");
    elif.getByRole(AriaRole.LINK, named("Decide")).first().click();
    elif.getByRole(AriaRole.BUTTON, named("Agree")).click();
    Look.at(yuki, escrow);
    yuki.navigate(escrow);
    var download =
        yuki.waitForDownload(
            () -> yuki.getByRole(AriaRole.BUTTON, named("Take the package")).click());
    org.assertj.core.api.Assertions.assertThat(download.suggestedFilename())
        .isEqualTo("escrow-" + closed.of(Person.JONAS) + ".json");
    yuki.navigate(escrow);
    assertThat(yuki.getByText("The package was taken.")).isVisible();
  }

  @Test
  void ratersAndReadersAreTold(Browsing browsing) {
    UUID open = atHand.opened(EscrowsAtHand.terms(FIRST, SECOND));
    atHand.answered(open);
    UUID invitation =
        database
            .sql("select id from feedback_rater where person = ?")
            .param(Person.JONAS.id())
            .query((row, _) -> row.getObject("id", UUID.class))
            .single();
    Look.at(browsing.as(Person.JONAS), "/feedback/give/" + invitation);
    company.reset();
    Closed closed = atHand.closed(FIRST, SECOND);
    database
        .sql(
            "update feedback_subject set debrief_at = '2026-05-20T09:00:00Z', debrief_with = ?,"
                + " debrief_booked_at = '2026-05-12T09:00:00Z' where id = ?")
        .params(Person.INES.id(), closed.subject())
        .update();
    Page mara = browsing.as(Person.MARA);
    mara.navigate("/feedback/reports/" + closed.subject());
    mara.getByRole(AriaRole.LINK, named("Numbers of these comments")).click();
    assertThat(mara.getByText(closed.of(Person.DEV).toString())).isVisible();
    Look.at(mara, "/feedback/reports/" + closed.subject() + "/comments");
  }
}
