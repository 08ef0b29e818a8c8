package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.instruments.Item;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// After a published round about Mara the same people are asked again: all of them, nobody else,
/// with other questions, under the same promise.
@AppTest
class FollowUpTest {
  private static final String ROUNDS = "/api/v1/feedback/rounds/";
  private static final String REPORTS = "/api/v1/feedback/reports/";
  private static final Map<String, String> DAYS =
      Map.of("opens", "2026-06-01", "closes", "2026-06-20");

  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired ReportsAtHand atHand;
  @Autowired RoundStore rounds;
  @Autowired Visitors visitors;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  private UUID round = new UUID(0, 0);
  private UUID subject = new UUID(0, 0);

  @BeforeEach
  void aPublishedRoundAboutMara() {
    company.reset();
    round = atHand.round(Audience.REVIEWEE_AND_MANAGER, null);
    subject = atHand.report(round, Person.MARA, ReportsAtHand.usual());
    atHand.open(subject);
    atHand.asked(subject, Person.MARA, "self", "asked");
    atHand.asked(subject, Person.HENRIK, "manager", "asked");
    for (Person peer : List.of(Person.PRISCILLA, Person.TOMASZ, Person.ELIF)) {
      atHand.asked(subject, peer, "peer", "asked");
    }
    atHand.asked(subject, Person.RUBEN, "peer", "declined");
    atHand.asked(subject, Person.NOOR, "peer", "taken-off");
    for (Person report : List.of(Person.JONAS, Person.DEV, Person.AIKO)) {
      atHand.asked(subject, report, "report", "asked");
    }
  }

  private HttpResponse<String> post(Person person, String path, Object body, String... headers) {
    return api.as(person, "feedback:read", "feedback:write")
        .json("POST", path, json.writeValueAsString(body), headers);
  }

  private UUID made(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return UUID.fromString(json.readTree(response.body()).get("round").asString());
  }

  private void refused(HttpResponse<String> response, int status, String why) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.body()).contains(why);
  }

  private UUID asked() {
    return made(post(Person.MARA, REPORTS + subject + "/follow-ups", DAYS));
  }

  private List<String> raters(UUID of) {
    return database
        .sql(
            """
            select i.name || ' ' || fr.relationship || ' ' || fr.state as rater from feedback_rater fr
            join feedback_subject fs on fs.id = fr.subject join identity i on i.person = fr.person
            where fs.round = ? order by 1
            """)
        .param(of)
        .query((row, _) -> row.getString("rater"))
        .list();
  }

  private UUID subjectOf(UUID of) {
    return database
        .sql("select id from feedback_subject where round = ?")
        .param(of)
        .query((row, _) -> row.getObject("id", UUID.class))
        .single();
  }

  @Test
  void aDraftOfOneCanNeitherBePutNorEdited() {
    String draft =
        "/api/v1/feedback/rounds/"
            + made(post(Person.ELIF, "/api/v1/feedback/rounds/" + round + "/follow-ups", Map.of()));
    String read = api.as(Person.ELIF, "feedback:read").json("GET", draft, null).body();
    assertThat(json.readTree(read).get("people").toString()).contains(Person.MARA.id().toString());
    refused(
        api.as(Person.ELIF, "feedback:read", "feedback:write")
            .json("PUT", draft, read, "If-Match", "\"1\""),
        409,
        "feedback.follow-up-unchangeable");
    assertThat(visitors.as(Person.ELIF).page(draft.replace("/api/v1", "") + "/edit").statusCode())
        .isEqualTo(409);
    assertThat(api.as(Person.ELIF, "feedback:read").json("GET", draft, null).body())
        .isEqualTo(read);
  }

  @Test
  void everybodyIsAskedAgainAndNobodyElse() {
    UUID again = asked();
    assertThat(raters(again))
        .as("whoever declined too, but for whom was taken off before anybody was asked")
        .containsExactly(
            "Aiko Mori report asked",
            "Dev Patel report asked",
            "Elif Arslan peer asked",
            "Henrik Dahl manager asked",
            "Jonas Beck report asked",
            "Mara Lindqvist self asked",
            "Priscilla Moreno peer asked",
            "Ruben Castel peer asked",
            "Tomasz Wrona peer asked");
    RoundTerms then = rounds.find(round).orElseThrow().terms();
    RoundTerms now = rounds.find(again).orElseThrow().terms();
    assertThat(now.kind()).isEqualTo(RoundKind.FOLLOW_UP);
    assertThat(now.follows()).isEqualTo(round);
    assertThat(now)
        .usingRecursiveComparison()
        .ignoringFields("kind", "name", "instrument", "nominateBy", "opens", "closes", "follows")
        .isEqualTo(then);
    assertThat(rounds.questions(again).orElseThrow().items())
        .extracting(Item::id)
        .doesNotContainAnyElementsOf(
            ReportsAtHand.INSTRUMENT.items().stream().map(Item::id).toList());
    assertThat(rounds.find(again).orElseThrow().hash())
        .isEqualTo(Promise.hash(again, now, rounds.questions(again).orElseThrow()));
  }

  @Test
  void nobodyIsAddedOrTakenOff() {
    UUID again = asked();
    UUID about = subjectOf(again);
    String subjects = "/api/v1/feedback/subjects/" + about;
    for (Person who : List.of(Person.MARA, Person.HENRIK, Person.ELIF)) {
      refused(
          post(who, subjects + "/raters", Map.of("person", Person.SOFIA.id())),
          409,
          "nobody can be added or taken off");
    }
    UUID rater =
        database
            .sql("select id from feedback_rater where subject = ? and person = ?")
            .params(about, Person.RUBEN.id())
            .query((row, _) -> row.getObject("id", UUID.class))
            .single();
    HttpResponse<String> off =
        api.as(Person.HENRIK, "feedback:write").json("DELETE", subjects + "/raters/" + rater, null);
    refused(off, 409, "nobody can be added or taken off");
    assertThat(raters(again)).hasSize(9);
  }

  @Test
  void itOpensForAllOfThemAndTheDatabaseKeepsWhatItFollows() {
    UUID again = asked();
    HttpResponse<String> opened =
        post(Person.ELIF, ROUNDS + again + "/opening", Map.of(), "If-Match", "\"2\"");
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
    assertThat(
            database
                .sql(
                    "select count(*) from feedback_rater where subject = ? and state = 'asked' and slip is not null")
                .param(subjectOf(again))
                .query(Integer.class)
                .single())
        .isEqualTo(9);
    assertThatThrownBy(() ->
            database
                .sql("update feedback_round set follows = null, kind = '360' where id = ?")
                .param(again)
                .update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void thereIsOneAtATime() {
    UUID first = asked();
    refused(post(Person.MARA, REPORTS + subject + "/follow-ups", DAYS), 409, "under way");
    refused(post(Person.ELIF, ROUNDS + round + "/follow-ups", Map.of()), 409, "under way");
    refused(post(Person.ELIF, ROUNDS + first + "/follow-ups", Map.of()), 409, "");
    database.sql("update feedback_round set state = 'stopped' where id = ?").param(first).update();
    assertThat(asked()).isNotEqualTo(first);
  }

  @Test
  void whoLeftIsNotAskedAndANewManagerNeitherRatesNorReads() {
    database
        .sql(
            "update employment set during = daterange('2023-03-01', '2026-05-01') where person = ?")
        .param(Person.TOMASZ.id())
        .update();
    database
        .sql("update reporting_line set manager = ? where person = ?")
        .params(Person.INES.id(), Person.MARA.id())
        .update();
    UUID again = asked();
    assertThat(raters(again))
        .hasSize(7)
        .noneMatch(rater -> rater.startsWith("Tomasz") || rater.contains("manager"));
    assertThat(
            database
                .sql(
                    "select count(*) from feedback_subject where round = ? and manager is not null")
                .param(again)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void thoseWhoRunTheRoundFollowUpOnAllOfIt() {
    UUID again =
        made(post(Person.ELIF, ROUNDS + round + "/follow-ups", Map.of("name", "Half a year on")));
    Round draft = rounds.find(again).orElseThrow();
    assertThat(draft.state()).isEqualTo(RoundState.DRAFT);
    HttpResponse<String> changed =
        api.as(Person.ELIF, "feedback:write")
            .json(
                "PUT",
                ROUNDS + again,
                json.writeValueAsString(Map.of("name", "Looser", "numeric", 3)),
                "If-Match",
                "\"1\"");
    refused(changed, 409, "keeps the terms of its round");
    HttpResponse<String> launched =
        post(Person.ELIF, ROUNDS + again + "/launch", Map.of(), "If-Match", "\"1\"");
    assertThat(launched.statusCode()).as(launched.body()).isEqualTo(200);
    assertThat(launched.body()).contains("\"follows\":\"" + round + "\"");
    assertThat(raters(again)).hasSize(9);
  }

  @Test
  void theSameQuestionsOtherScalesAndPastDaysAreRefused() {
    String path = ROUNDS + round + "/follow-ups";
    refused(
        post(Person.ELIF, path, Map.of("instrument", ReportsAtHand.INSTRUMENT.id())),
        422,
        "none of whose questions");
    refused(
        post(Person.ELIF, path, Map.of("opens", "2026-05-01", "closes", "2026-04-01")),
        422,
        "closes");
    refused(post(Person.ELIF, path, Map.of("people", List.of(Person.DEV.id()))), 409, "under way");
    refused(
        post(Person.ELIF, "/api/v1/feedback/rounds", Map.of("name", "X", "kind", "follow-up")),
        422,
        "page of the round");
    assertThat(database.sql("select count(*) from feedback_round").query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  void onlyTheRevieweeOfAnOpenReportAsksAgain() {
    refused(post(Person.HENRIK, REPORTS + subject + "/follow-ups", DAYS), 404, "");
    refused(post(Person.JONAS, ROUNDS + round + "/follow-ups", DAYS), 403, "");
    database
        .sql(
            "update feedback_subject set debrief_at = null, debrief_booked_at = null, debrief_with = null where id = ?")
        .param(subject)
        .update();
    refused(post(Person.MARA, REPORTS + subject + "/follow-ups", DAYS), 409, "");
  }
}
