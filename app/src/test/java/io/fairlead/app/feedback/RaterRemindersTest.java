package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.messages.Post;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.instruments.Relationship;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// A reviewee has all who are asked about them told, and learns nothing by it.
@AppTest
class RaterRemindersTest {
  private static final String BUTTON = "Remind everybody";

  @Autowired RoundsAtHand atHand;
  @Autowired RoundStore store;
  @Autowired Rounds rounds;
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired TestClock clock;
  @Autowired Post post;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  private RoundsAtHand.RoundAtHand round;

  @BeforeEach
  void aboutMara() {
    company.reset();
    round = atHand.aboutMara();
  }

  @AfterEach
  void asNew() {
    company.reset();
  }

  private String page() {
    return "/feedback/raters/" + round.subject();
  }

  private HttpResponse<String> remind(Person person) {
    return api.as(person, "feedback:read", "feedback:write")
        .json("POST", "/api/v1/feedback/subjects/" + round.subject() + "/reminder", null);
  }

  private String main(Person person) {
    String page = visitors.as(person).page(page()).body();
    return page.substring(page.indexOf("<main")).replaceAll(ReportsAlikeTest.FRESH, "$1");
  }

  private List<UUID> told() {
    return database
        .sql("select recipient from notice where key = 'feedback.told.reminded-about'")
        .query((row, _) -> row.getObject("recipient", UUID.class))
        .list();
  }

  @Test
  void allWhoAreAskedAreToldWhateverTheyDidAndNobodyElse() {
    UUID other = atHand.subject(round.id(), Person.RUBEN);
    atHand.ask(other, Person.YUKI, Relationship.PEER);
    Visitor declining = visitors.as(Person.JONAS);
    String give = "/feedback/give/" + round.of(Person.JONAS);
    declining.page(give);
    assertThat(declining.post(give + "/decline", "because", "no-time").statusCode()).isEqualTo(302);
    post.empty();
    post.openToEveryone();
    atHand.guest(round.id(), round.subject(), "Someone Else");
    Visitor mara = visitors.as(Person.MARA);
    assertThat(mara.page(page()).body()).contains(BUTTON);
    assertThat(mara.post(page() + "/reminder", "key", "k1").statusCode()).isEqualTo(302);
    assertThat(mara.post(page() + "/reminder", "key", "k1").statusCode())
        .as("sent twice")
        .isEqualTo(302);
    assertThat(told())
        .containsExactlyInAnyOrderElementsOf(
            round.invitations().keySet().stream()
                .filter(person -> person != Person.MARA)
                .map(Person::id)
                .toList());
    assertThat(
            post.delivered().stream()
                .filter(mail -> mail.to().endsWith("@elsewhere.example"))
                .map(mail -> mail.text().replaceAll("\\s+", " ")))
        .as("somebody from outside")
        .singleElement()
        .asString()
        .contains("Everybody who was asked about them gets this message")
        .doesNotContain("Mara");
    assertThat(
            database
                .sql("select count(*) from audit_entry where act = 'feedback-subject.remind'")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void whoHasAnsweredOrDeclinedChangesNothingThatTheRevieweeSees() {
    String before = main(Person.MARA);
    Visitor rater = visitors.as(Person.JONAS);
    String give = "/feedback/give/" + round.of(Person.JONAS);
    rater.page(give);
    assertThat(rater.post(give + "/decline", "because", "no-time").statusCode()).isEqualTo(302);
    assertThat(main(Person.MARA)).isEqualTo(before);
    assertThat(remind(Person.MARA).statusCode()).isEqualTo(200);
    String after = main(Person.MARA);
    assertThat(after).contains("remind them all again from").doesNotContain(BUTTON);
  }

  @Test
  void itTakesAWeekAfterEverybodyWasLastToldWhoeverToldThem() {
    assertThat(remind(Person.MARA).statusCode()).isEqualTo(200);
    HttpResponse<String> again = remind(Person.MARA);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("feedback.reminded-lately");
    clock.set(TestClock.TODAY.plusDays(6));
    assertThat(remind(Person.MARA).statusCode()).isEqualTo(409);
    clock.set(TestClock.TODAY.plusDays(7));
    assertThat(remind(Person.MARA).statusCode()).isEqualTo(200);
    assertThat(main(Person.MARA)).contains("the round closes before you could");
  }

  @Test
  void theRoundsOwnReminderCounts() {
    rounds
        .remind(
            Person.ELIF.viewer(), round.id(), store.find(round.id()).orElseThrow().version(), null)
        .orThrow();
    assertThat(remind(Person.MARA).statusCode()).isEqualTo(409);
    String subject =
        api.as(Person.MARA, "feedback:read")
            .json("GET", "/api/v1/feedback/subjects/" + round.subject(), null)
            .body();
    assertThat(json.readTree(subject).path("remindFrom").asString())
        .isEqualTo(TestClock.TODAY.plusDays(7).toString());
    assertThat(told()).isEmpty();
  }

  @Test
  void onlyTheRevieweeAndOnlyWhileAnswersComeIn() {
    assertThat(remind(Person.HENRIK).statusCode()).as("the manager").isEqualTo(403);
    assertThat(main(Person.HENRIK)).doesNotContain(BUTTON);
    assertThat(remind(Person.ELIF).statusCode()).as("people operations").isEqualTo(403);
    assertThat(remind(Person.JONAS).statusCode()).as("a rater").isEqualTo(404);
    atHand.move(round.id(), "closing");
    assertThat(remind(Person.MARA).statusCode()).isEqualTo(409);
    assertThat(main(Person.MARA)).doesNotContain(BUTTON);
    assertThat(told()).isEmpty();
  }
}
