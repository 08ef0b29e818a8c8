package io.fairlead.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class MailPagesTest {
  private static final Letter WITH_A_SECRET =
      new Letter(
          "mail.test.subject",
          List.of(),
          List.of(Letter.Line.of("mail.test.line").leading("/link/{token}", "mail.test.back")),
          "mail.test.why");

  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired MailStore mails;
  @Autowired Post post;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
    post.empty();
  }

  @Test
  void theStudioSaysThatItIsQuietUntilAnAudienceIsNamedAndTakesItAwayAgain() {
    Visitor elif = visitors.as(Person.ELIF);
    assertThat(elif.page("/studio/messages").body())
        .contains("Quiet mode: no mail leaves this server")
        .contains("Mail may reach 0 of 14 people.");
    elif.post(
        "/studio/messages/audiences",
        "whom",
        "unit",
        "unit",
        Company.unit("Product and Engineering").toString());
    assertThat(elif.page("/studio/messages").body())
        .contains("Mail may reach 5 of 14 people.")
        .contains("by Elif Arslan, today")
        .doesNotContain("Quiet mode:");
    elif.post("/studio/messages/audiences", "whom", "person", "person", "ruben@brightwell.example");
    elif.post("/studio/messages/audiences", "whom", "person", "person", "Ruben Castel");
    assertThat(elif.page("/studio/messages").body()).contains("Mail may reach 6 of 14 people.");
    assertThat(database.sql("select count(*) from mail_audience").query(Integer.class).single())
        .as("naming somebody twice is naming them once")
        .isEqualTo(2);
    database
        .sql("select id from mail_audience")
        .query((row, _) -> row.getString(1))
        .list()
        .forEach(id -> elif.post("/studio/messages/audiences/" + id + "/end"));
    assertThat(elif.page("/studio/messages").body()).contains("Quiet mode:");
    assertThat(
            database
                .sql("select count(*) from audit_entry where act like 'mail-audience.%'")
                .query(Integer.class)
                .single())
        .isEqualTo(5);
  }

  @Test
  void nobodyIsMeantByNonsense() {
    Visitor elif = visitors.as(Person.ELIF);
    elif.page("/studio/messages");
    HttpResponse<String> refused =
        elif.post("/studio/messages/audiences", "whom", "person", "person", "Nobody Here");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("No one person is meant by this.")
        .contains("value=\"Nobody Here\"");
    assertThat(elif.post("/studio/messages/audiences", "whom", "unit", "unit", "x").statusCode())
        .isEqualTo(422);
    assertThat(elif.post("/studio/messages/audiences", "whom", "all").statusCode()).isEqualTo(422);
    assertThat(
            elif.json(
                    "POST",
                    "/api/v1/mail/audiences",
                    "{\"everyone\": true, \"unit\": \"%s\"}".formatted(Company.unit("Sales")))
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void whoRunsTheServerSeesTroubleInWordsAndMayNotNameAnAudience() {
    mails.trouble("not-there");
    Visitor liam = visitors.as(Person.LIAM);
    assertThat(liam.page("/studio/messages").body())
        .contains("Nobody answers at that address.")
        .doesNotContain("Let mail reach them");
    assertThat(liam.post("/studio/messages/audiences", "whom", "everyone").statusCode())
        .isEqualTo(403);
    assertThat(visitors.as(Person.JONAS).page("/studio/messages").statusCode()).isEqualTo(404);
    assertThat(liam.json("GET", "/api/v1/mail", null).body())
        .contains("\"what\":\"not-there\"")
        .contains("\"reached\":0");
  }

  @Test
  void aTestMailReachesWhoAskedForItThoughItIsQuietAndNobodyElse() {
    Visitor liam = visitors.as(Person.LIAM);
    assertThat(liam.page("/studio/messages").body()).contains("Send me a test mail");
    String key = UUID.randomUUID().toString();
    assertThat(liam.post("/studio/messages/test", "key", key).statusCode()).isEqualTo(302);
    liam.post("/studio/messages/test", "key", key);
    assertThat(liam.page("/studio/messages").body())
        .containsPattern("Your test today at [0-9:]+: waiting");
    queue(Person.JONAS, MailTries.letter(), "told");
    List<Post.Read> delivered = post.delivered();
    assertThat(delivered).hasSize(1);
    assertThat(delivered.getFirst().to()).contains(Person.LIAM.email());
    assertThat(delivered.getFirst().subject()).isEqualTo("A test from Our organisation");
    assertThat(liam.page("/studio/messages").body())
        .containsPattern("Your test today at [0-9:]+: sent");
    assertThat(liam.json("GET", "/api/v1/mail", null).body())
        .contains("\"tested\":{\"state\":\"sent\"");
    Visitor jonas = visitors.as(Person.JONAS);
    jonas.page("/account");
    assertThat(jonas.post("/studio/messages/test").statusCode()).isEqualTo(404);
    assertThat(jonas.json("POST", "/api/v1/mail/tests", "").statusCode()).isEqualTo(404);
  }

  /// A mail that the recipient's server refused.
  private UUID refused(Person person, Letter letter) {
    UUID id = queue(person, letter, "told");
    database
        .sql(
            "update outgoing_mail set state = 'refused', ended_at = now(), reply = '550 no such user' where id = ?")
        .param(id)
        .update();
    return id;
  }

  private UUID queue(Person person, Letter letter, String kind) {
    UUID id = UUID.randomUUID();
    mails.insert(List.of(new Mail(id, person.id(), kind, letter, null, null)));
    return id;
  }

  @Test
  void whatDidNotArriveIsSentAgainUnlessItsLinkIsGone() {
    post.openToEveryone();
    UUID told = refused(Person.JONAS, MailTries.letter());
    UUID secret = refused(Person.MARA, WITH_A_SECRET);
    Visitor elif = visitors.as(Person.ELIF);
    assertThat(elif.page("/studio/messages").body())
        .contains("550 no such user", "Send again to Jonas Beck")
        .doesNotContain("Send again to Mara Lindqvist");
    assertThat(elif.post("/studio/messages/undelivered/" + secret + "/again").statusCode())
        .isEqualTo(409);
    assertThat(elif.post("/studio/messages/undelivered/" + told + "/again").statusCode())
        .isEqualTo(302);
    assertThat(post.delivered()).extracting(Post.Read::to).containsExactly(Person.JONAS.email());
    assertThat(elif.post("/studio/messages/undelivered/" + told + "/again").statusCode())
        .as("it arrived")
        .isEqualTo(404);
    assertThat(
            database
                .sql("select count(*) from audit_entry where act = 'mail.sent-again'")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void nothingIsSentAgainToWhomMailMayNotReachOrBySomebodyElse() {
    post.openToEveryone();
    UUID told = refused(Person.JONAS, MailTries.letter());
    database.sql("delete from mail_audience").update();
    Visitor elif = visitors.as(Person.ELIF);
    assertThat(elif.page("/studio/messages").body()).doesNotContain("Send again to Jonas Beck");
    String again = "/api/v1/mail/undelivered/" + told + "/again";
    HttpResponse<String> quiet = elif.json("POST", again, "");
    assertThat(quiet.statusCode()).isEqualTo(409);
    assertThat(quiet.body()).contains("\"code\":\"mail-not-again\"");
    Visitor liam = visitors.as(Person.LIAM);
    liam.page("/account");
    HttpResponse<String> theirs = liam.json("POST", again, "");
    assertThat(theirs.statusCode()).isEqualTo(403);
    assertThat(theirs.body()).contains("\"code\":\"forbidden\"");
    Visitor jonas = visitors.as(Person.JONAS);
    jonas.page("/account");
    assertThat(jonas.json("POST", again, "").statusCode()).isEqualTo(404);
    assertThat(
            elif.json("POST", "/api/v1/mail/undelivered/" + UUID.randomUUID() + "/again", "")
                .statusCode())
        .isEqualTo(404);
    post.openToEveryone();
    assertThat(elif.json("POST", again, "").statusCode()).isEqualTo(204);
    assertThat(post.delivered()).hasSize(1);
  }

  @Test
  void everyKindOfMailCanBeReadBeforeItIsSent() {
    Visitor elif = visitors.as(Person.ELIF);
    String all = elif.page("/studio/messages/previews").body();
    assertThat(all)
        .contains("You are invited to Our organisation")
        .contains("Elif Arslan invites you")
        .contains("Your link to sign in at Our organisation")
        .contains("Your link to set a new password at Our organisation")
        .contains("Your week at Our organisation")
        .contains("2 messages for you at Our organisation");
    for (String kind : List.of("invitation", "password", "sign-in", "digest", "told", "test")) {
      HttpResponse<String> html = elif.page("/studio/messages/previews/" + kind);
      assertThat(html.statusCode()).as(kind).isEqualTo(200);
      assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'")
          .contains("style-src 'sha256-")
          .doesNotContain("unsafe");
      assertThat(html.body()).contains("<!DOCTYPE html>").doesNotContain("<script", "<img");
    }
    assertThat(elif.page("/studio/messages/previews/nonsense").statusCode()).isEqualTo(404);
    assertThat(visitors.as(Person.JONAS).page("/studio/messages/previews").statusCode())
        .isEqualTo(404);
  }
}
