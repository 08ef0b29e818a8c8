package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.fairlead.app.feedback.RoundsAtHand.RoundAtHand;
import io.fairlead.app.messages.Post;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The guests of a round to whom mail goes, as whoever runs it sees them; and how one comes from
/// the mail to the questions.
@BrowserTest
class GuestMailLookTest {
  @Autowired RoundsAtHand atHand;
  @Autowired RoundStore rounds;
  @Autowired RoundNews news;
  @Autowired Post post;
  @Autowired Company company;
  @Autowired JdbcClient database;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
    post.empty();
  }

  @Test
  void guestsAndHowTheirMailStandsAreFitToLookAt(Browsing browsing) {
    post.openToEveryone();
    RoundAtHand round = atHand.aboutMara();
    UUID wrong = atHand.guest(round.id(), round.subject(), "Lou Lost").id();
    atHand.guest(round.id(), round.subject(), "Carla Vance");
    database
        .sql("update feedback_guest set email = 'lou lost at elsewhere' where id = ?")
        .param(wrong)
        .update();
    database.sql("delete from feedback_guest_link").update();
    news.answering(rounds.find(round.id()).orElseThrow());
    String link =
        post.delivered().stream()
            .filter(mail -> mail.to().endsWith("@elsewhere.example"))
            .findFirst()
            .orElseThrow()
            .link("/give/");

    Page guest = browsing.stranger();
    guest.navigate(link);
    guest.getByText("Answer", new Page.GetByTextOptions().setExact(true)).click();
    guest.waitForSelector("text=Feedback for Mara Lindqvist");
    assertThat(guest.url()).contains(link);

    Page elif = browsing.as(Person.ELIF);
    Look.at(elif, "/feedback/rounds/" + round.id() + "/guests");
    Look.at(elif, "/feedback/rounds/" + round.id() + "/guests/" + wrong + "/address");
    Look.at(elif, "/studio/messages/previews");
    Look.at(elif, "/studio/messages/previews/feedback-guest");
  }
}
