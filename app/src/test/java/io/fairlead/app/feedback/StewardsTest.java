package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A steward withholds whole comments, for a reason, with a second person, before anybody reads.
@AppTest
class StewardsTest {
  @Autowired ReportsAtHand atHand;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JsonMapper json;
  @Autowired JdbcClient database;

  private UUID round = new UUID(0, 0);
  private UUID report = new UUID(0, 0);

  @BeforeEach
  void aRoundWithASteward() {
    company.reset();
    round = atHand.round(Audience.REVIEWEE, Person.AIKO);
    report = atHand.report(round, Person.MARA, ReportsAtHand.usual());
  }

  private String at(String end) {
    return "/api/v1/feedback/rounds/" + round + "/comments" + end;
  }

  private HttpResponse<String> send(Person person, String method, String end, String body) {
    return api.as(person, "feedback:read", "feedback:write").json(method, at(end), body);
  }

  private JsonNode comments(Person person, String end) {
    HttpResponse<String> found = send(person, "GET", end, "");
    assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
    return json.readTree(found.body()).get("comments");
  }

  private String first() {
    return comments(Person.AIKO, "").get(0).get("id").asString();
  }

  private String said() {
    return api.as(Person.MARA, "feedback:read")
        .json("GET", "/api/v1/feedback/reports/" + report, "")
        .body();
  }

  @Test
  void aStewardSeesWordsAloneInAnOrderThatTellsNothing() {
    UUID other = atHand.report(round, Person.RUBEN, ReportsAtHand.usual());
    UUID own = atHand.report(round, Person.AIKO, ReportsAtHand.usual());
    List<String> ids = new ArrayList<>();
    for (JsonNode comment : comments(Person.AIKO, "")) {
      ids.add(comment.get("id").asString());
      assertThat(comment.propertyNames()).containsExactlyInAnyOrder("id", "words", "state");
    }
    assertThat(ids).hasSize(12).isSorted();
    String page = visitors.as(Person.AIKO).page("/feedback/rounds/" + round + "/comments").body();
    String main = page.substring(page.indexOf("<main"));
    assertThat(main)
        .contains(
            "Half of the missing facts",
            "take it to Elif Arslan",
            "Reports begin to open 18 May at 08:00")
        .doesNotContain(
            "Mara",
            "Ruben",
            report.toString(),
            other.toString(),
            own.toString(),
            "peers",
            "start doing",
            "Polishing what nobody asked for",
            "Bring bad news");
  }

  @Test
  void itTakesTwoAndTheRevieweeIsToldHowMany() {
    String comment = first();
    String words = comments(Person.AIKO, "").get(0).get("words").asString();
    assertThat(
            send(Person.AIKO, "POST", "/" + comment + "/withholding", "{\"because\": \"insult\"}")
                .statusCode())
        .isEqualTo(204);
    assertThat(comments(Person.ELIF, "/asked").get(0).get("because").asString())
        .isEqualTo("insult");
    assertThat(
            send(
                    Person.AIKO,
                    "POST",
                    "/" + comment + "/withholding/decision",
                    "{\"withhold\": true}")
                .statusCode())
        .as("the steward alone")
        .isEqualTo(404);
    assertThat(
            send(
                    Person.ELIF,
                    "POST",
                    "/" + comment + "/withholding/decision",
                    "{\"withhold\": true}")
                .statusCode())
        .isEqualTo(204);
    assertThat(comments(Person.ELIF, "/asked")).isEmpty();
    assertThat(send(Person.AIKO, "DELETE", "/" + comment + "/withholding", "").statusCode())
        .isEqualTo(409);
    atHand.open(report);
    clock.set(Instant.parse("2026-05-13T09:30:00Z"));
    assertThat(said()).contains("\"withheldComments\":1").doesNotContain(words);
    assertThat(visitors.as(Person.MARA).page("/feedback/reports/" + report).body())
        .contains("One comment was withheld by a steward and a second person.")
        .doesNotContain("insults");
    assertThat(
            database
                .sql("select act, record, subject from audit_entry where act like 'feedback.%'")
                .query((row, _) ->
                    row.getString("act")
                        + " "
                        + row.getString("record")
                        + " "
                        + row.getString("subject"))
                .list())
        .as("the record names the round alone")
        .containsExactlyInAnyOrder(
            "feedback.withholding-asked " + round + " null",
            "feedback.comment-withheld " + round + " null");
  }

  @Test
  void homeSaysWhatWaitsAndNothingOnceReportsOpen() {
    assertThat(visitors.as(Person.AIKO).page("/").body())
        .contains("Look through 6 comments of Spring 2026", "Opens 18 May at 08:00.");
    assertThat(visitors.as(Person.ELIF).page("/").body()).doesNotContain("Spring 2026");
    send(Person.AIKO, "POST", "/" + first() + "/withholding", "{\"because\": \"insult\"}");
    assertThat(visitors.as(Person.ELIF).page("/").body())
        .contains("Decide on one comment of Spring 2026", "/feedback/rounds/" + round);
    assertThat(visitors.as(Person.MARA).page("/").body())
        .contains("Book a talk about what colleagues told you");
    clock.set(Instant.parse("2026-05-18T08:00:00Z"));
    for (Person person : List.of(Person.AIKO, Person.ELIF, Person.MARA)) {
      assertThat(visitors.as(person).page("/").body()).doesNotContain("Spring 2026", "Book a talk");
    }
  }

  @Test
  void whatIsLeftTakenBackOrNotDecidedIsReadAsItWasWritten() {
    List<String> ids = new ArrayList<>();
    comments(Person.AIKO, "").forEach(each -> ids.add(each.get("id").asString()));
    for (String id : ids.subList(0, 3)) {
      send(Person.AIKO, "POST", "/" + id + "/withholding", "{\"because\": \"private-life\"}");
    }
    send(Person.ELIF, "POST", "/" + ids.get(0) + "/withholding/decision", "{\"withhold\": false}");
    send(Person.AIKO, "DELETE", "/" + ids.get(1) + "/withholding", "");
    assertThat(comments(Person.ELIF, "/asked")).hasSize(1);
    atHand.open(report);
    clock.set(Instant.parse("2026-05-13T09:30:00Z"));
    assertThat(said())
        .contains("\"withheldComments\":0", "Half of the missing", "Say the date", "honest notes");
  }

  @Test
  void nothingIsWithheldFromAReportThatCouldBeRead() {
    String comment = first();
    send(Person.AIKO, "POST", "/" + comment + "/withholding", "{\"because\": \"insult\"}");
    clock.set(Instant.parse("2026-05-18T07:59:59Z"));
    assertThat(comments(Person.AIKO, "")).hasSize(6);
    clock.set(Instant.parse("2026-05-18T08:00:00Z"));
    assertThat(comments(Person.AIKO, "")).isEmpty();
    assertThat(
            send(
                    Person.ELIF,
                    "POST",
                    "/" + comment + "/withholding/decision",
                    "{\"withhold\": true}")
                .statusCode())
        .isEqualTo(404);
    assertThat(said()).contains("\"withheldComments\":0");
  }

  @Test
  void aReasonIsOfTheListAndNobodyElseGetsIn() {
    String comment = first();
    for (String because : List.of("{\"because\": \"unkind\"}", "{}", "{\"because\": null}")) {
      HttpResponse<String> refused =
          send(Person.AIKO, "POST", "/" + comment + "/withholding", because);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("steward.because", "\"field\":\"because\"");
    }
    assertThat(
            send(Person.ELIF, "POST", "/" + comment + "/withholding/decision", "{}").statusCode())
        .isEqualTo(422);
    assertThat(
            send(
                    Person.ELIF,
                    "POST",
                    "/" + comment + "/withholding/decision",
                    "{\"withhold\": true}")
                .statusCode())
        .as("nobody asked")
        .isEqualTo(409);
    for (Person person : Person.values()) {
      assertThat(send(person, "GET", "", "").statusCode())
          .as(person.name())
          .isEqualTo(person == Person.AIKO ? 200 : 404);
      assertThat(send(person, "GET", "/asked", "").statusCode())
          .as(person.name())
          .isEqualTo(person == Person.ELIF ? 200 : 404);
    }
    UUID elsewhere = atHand.round(Audience.REVIEWEE, Person.RUBEN);
    assertThat(
            api.as(Person.RUBEN, "feedback:write")
                .json(
                    "POST",
                    "/api/v1/feedback/rounds/"
                        + elsewhere
                        + "/comments/"
                        + comment
                        + "/withholding",
                    "{\"because\": \"insult\"}")
                .statusCode())
        .as("the steward of another round")
        .isEqualTo(404);
  }
}
