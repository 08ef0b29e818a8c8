package io.fairlead.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class MailPagesTest {
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired MailStore mails;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
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
    for (String kind : java.util.List.of("invitation", "password", "sign-in", "digest", "told")) {
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
