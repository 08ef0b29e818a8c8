package io.fairlead.app.goals;

import static io.fairlead.app.testing.Person.DEV;
import static io.fairlead.app.testing.Person.HENRIK;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.app.cycles.Cycles;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.goals.AmbitionHint;
import io.fairlead.methods.goals.Fast.Share;
import io.fairlead.methods.goals.ObjectiveKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a cycle tells, on figures that one can count by hand.
@AppTest
class CycleSummaryTest {
  @Autowired Goals goals;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired CycleSummaries summaries;
  @Autowired Cycles cycles;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  /// Q2 2026 begins on a Wednesday: seen on Tuesday, 21 April, it has had four calendar weeks.
  @Test
  void frequentIsTheShareOfActiveWeeksWithACheckInOrAComment() {
    UUID objective = published(MARA, "Customers stay", "2026-04-01");
    UUID churn = goals.keyResult(objective, "Churn", 6, 4);
    goals.keyResult(objective, "Calls", 9, 4);
    said(MARA, churn, "5.9", "2026-04-02");
    said(MARA, churn, "5.8", "2026-04-03");
    said(MARA, churn, "5.7", "2026-04-20");
    clock.set(LocalDate.parse("2026-04-21"));
    assertThat(summary().fast().frequent())
        .as("two of four weeks for one, none of four for the other")
        .isEqualTo(new Share(2, 8));
    database
        .sql(
            """
            insert into alignment_move (id, child, parent, move, note, by_person, at)
            values (?, ?, ?, 'discussed', 'Is it worth it?', ?, '2026-04-14 10:00Z')
            """)
        .params(UUID.randomUUID(), objective, published(HENRIK, "Trials", "2026-04-21"), MARA.id())
        .update();
    assertThat(summary().fast().frequent())
        .as("a comment on the objective counts for both its key results")
        .isEqualTo(new Share(4, 8));
  }

  @Test
  void ambitiousIsTheChanceByTheFirstForecastOrTheOwnersOwnHistory() {
    UUID past = goals.objective(MARA, "Before", "Q1 2026", "closed", "public");
    for (int i = 0; i < 4; i++) {
      UUID part = goals.keyResult(past, "Past " + i, 0, 10);
      if (i > 0) {
        database
            .sql("update key_result set owner = ? where id = ?")
            .params(JONAS.id(), part)
            .update();
      }
      tracked(part, past, i == 2 ? 1.0 : 0.4);
    }
    UUID objective = published(MARA, "Now", "2026-04-01");
    UUID hers = goals.keyResult(objective, "Hers", 0, 10);
    UUID his = goals.keyResult(objective, "His", 0, 10);
    database.sql("update key_result set owner = ? where id = ?").params(JONAS.id(), his).update();
    clock.set(LocalDate.parse("2026-05-13"));
    assertThat(summary().fast().ambitious())
        .as("his history: one of three, a stretch; hers: none of one, out of reach")
        .isEqualTo(new Share(1, 2));
    for (String day : List.of("2026-04-10", "2026-04-20", "2026-04-30", "2026-05-10")) {
      said(MARA, hers, day.equals("2026-05-10") ? "9" : "3", day);
    }
    clock.set(LocalDate.parse("2026-05-13"));
    assertThat(
            api.as(MARA)
                .json("GET", "/api/v1/objectives/" + objective + "/key-results", null)
                .statusCode())
        .isEqualTo(200);
    assertThat(summary().fast().ambitious().whole()).as("by forecast now").isEqualTo(2);
  }

  @Test
  void specificNeedsBaselineTargetUnitAndDue() {
    UUID objective = published(MARA, "Customers stay", "2026-04-01");
    UUID complete = goals.keyResult(objective, "Complete", 6, 4);
    UUID unitless = goals.keyResult(objective, "Unitless", 6, 4);
    UUID endless = goals.keyResult(objective, "Endless", 6, 4);
    UUID unknown = goals.keyResult(objective, "Unknown", "increase", null, 4.0);
    UUID answer = goals.keyResult(objective, "Answered", "yes-no", null, null);
    for (UUID part : List.of(complete, unitless, unknown, answer)) {
      database.sql("update key_result set due = '2026-06-30' where id = ?").param(part).update();
    }
    database
        .sql("update key_result set unit = '' where id in (?, ?)")
        .params(unitless, answer)
        .update();
    assertThat(endless).isNotNull();
    assertThat(summary().fast().specific()).isEqualTo(new Share(2, 5));
  }

  @Test
  void transparentIsOpenToAllAndOpenedByAnOutsider() {
    UUID seen = published(MARA, "Seen", "2026-04-01");
    UUID inside = published(MARA, "Seen inside", "2026-04-01");
    UUID unseen = published(MARA, "Unseen", "2026-04-01");
    for (UUID each : List.of(seen, inside, unseen)) {
      goals.keyResult(each, "Churn", 6, 4);
    }
    visitors.as(RUBEN).page("/goals/" + seen);
    visitors.as(DEV).page("/goals/" + inside);
    visitors.as(MARA).page("/goals/" + unseen);
    assertThat(summary().fast().transparent()).isEqualTo(new Share(1, 3));
  }

  @Test
  void twoCyclesRunningTellWhetherTargetsAreTooLowOrTooHigh() {
    graded("Q1 2026", 0.9, 1.0);
    assertThat(summary().ambition()).isEqualTo(AmbitionHint.TOO_FEW);
    graded("Q2 2026", 0.95, 0.85);
    assertThat(summary().ambition()).isEqualTo(AmbitionHint.SANDBAGGING);
    assertThat(summary().means())
        .extracting(CycleSummary.Mean::score)
        .satisfies(means -> {
          assertThat(means.get(0)).isEqualTo(0.95, within(1e-9));
          assertThat(means.get(1)).isEqualTo(0.9, within(1e-9));
        });
    graded("Q2 2026", 0.6);
    assertThat(summary().ambition()).isEqualTo(AmbitionHint.NONE);
    company.reset();
    graded("Q1 2026", 0.3, 0.4);
    graded("Q2 2026", 0.1);
    assertThat(summary().ambition()).isEqualTo(AmbitionHint.OVER_REACH);
  }

  /// Answered 1, partly 0.5, not 0, whatever its key results say.
  @Test
  void aLearningObjectiveIsScoredByItsQuestion() {
    String[] answers = {"answered", "partly", "not-answered"};
    double[] scores = {1, 0.5, 0};
    clock.set(LocalDate.parse("2026-06-25"));
    for (int i = 0; i < answers.length; i++) {
      UUID id = published(MARA, "What makes them stay? " + i, "2026-04-01");
      goals.keyResult(id, "Interviews", 0, 10);
      database
          .sql(
              "update objective set kind = 'learning', question = 'What makes them stay?' where id = ?")
          .param(id)
          .update();
      assertThat(grade(id, "").statusCode()).as("its question is answered first").isEqualTo(422);
      var graded = grade(id, ", \"answer\": \"" + answers[i] + "\", \"comment\": \"Ten talks\"");
      assertThat(graded.statusCode()).as(graded.body()).isEqualTo(201);
      assertThat(json.readTree(graded.body()).path("score").asDouble()).isEqualTo(scores[i]);
    }
    CycleSummary.Hit hit =
        summary().hits().stream()
            .filter(each -> each.kind() == ObjectiveKind.LEARNING)
            .findFirst()
            .orElseThrow();
    assertThat(hit.graded()).isEqualTo(3);
    assertThat(hit.reached()).as("those answered").isEqualTo(1);
    assertThat(hit.mean()).isEqualTo(0.5, within(1e-9));
  }

  @Test
  void theForecastDisagreesWithTheConfidentAndTheGloomy() {
    UUID objective = published(MARA, "Customers stay", "2026-04-01");
    UUID stuck = goals.keyResult(objective, "Stuck", 0, 10);
    UUID running = goals.keyResult(objective, "Running", 0, 10);
    String[] days = {"2026-04-06", "2026-04-16", "2026-04-26", "2026-05-06", "2026-05-13"};
    String[] slow = {"0.1", "0.2", "0.2", "0.3", "0.3"};
    String[] fast = {"1", "3", "5", "7", "8"};
    for (int i = 0; i < days.length - 1; i++) {
      said(MARA, stuck, slow[i], days[i], 9);
      said(MARA, running, fast[i], days[i], 2);
    }
    JsonNode last = said(MARA, stuck, slow[4], days[4], 9);
    JsonNode gloomy = said(MARA, running, fast[4], days[4], 2);
    assertThat(last.path("probability").asDouble()).isLessThan(0.3);
    assertThat(last.path("forecastDisagrees").asBoolean()).isTrue();
    assertThat(gloomy.path("probability").asDouble()).isGreaterThan(0.7);
    assertThat(gloomy.path("forecastDisagrees").asBoolean()).isTrue();
    assertThat(said(MARA, running, "8", "2026-05-13", 8).path("forecastDisagrees").asBoolean())
        .isFalse();
  }

  @Test
  void whereNothingIsKnownThePageSaysSoInsteadOfCountingNothing() {
    UUID objective = published(MARA, "Customers stay", "2026-05-13");
    clock.set(LocalDate.parse("2026-05-13"));
    assertThat(objective).isNotNull();
    String page = visitors.as(MARA).page("/goals/summary").body();
    assertThat(page)
        .contains("No key result has a first forecast yet, and no owner a history")
        .contains("There is no key result yet.")
        .doesNotContain("Of 0 ")
        .doesNotContain("0 of 0");
    assertThat(visitors.as(DEV).page("/goals?scope=mine").body())
        .contains("You have no objective in this cycle yet");
    assertThat(visitors.as(RUBEN).page("/goals?scope=team").body())
        .contains("Nobody near you has an objective in this cycle yet.");
  }

  private CycleSummary summary() {
    var all = cycles.all();
    LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    GoalQuery query = GoalQuery.of(Company.cycle("Q2 2026").toString(), "all");
    return summaries.summary(MARA.viewer(), query, all, today).summary().orElseThrow();
  }

  private UUID published(Person owner, String title, String since) {
    UUID id = goals.objective(owner, title);
    database
        .sql(
            "insert into objective_state (id, objective, state, at) values (?, ?, 'active', ?::timestamptz)")
        .params(UUID.randomUUID(), id, since + " 08:00Z")
        .update();
    return id;
  }

  private void graded(String cycle, double... scores) {
    for (double score : scores) {
      UUID id = goals.objective(MARA, "Graded " + score, cycle, "closed", "public");
      database
          .sql("insert into grade (id, objective, score, by_person, at) values (?, ?, ?, ?, now())")
          .params(UUID.randomUUID(), id, score, MARA.id())
          .update();
    }
  }

  private void tracked(UUID keyResult, UUID objective, double score) {
    database
        .sql(
            """
            insert into key_result_track (key_result, objective, days, progress, value, score, last_day, last_by, as_of)
            values (?, ?, '{2026-03-20}', array[?::float8], 1, ?, '2026-03-20', ?, now())
            """)
        .params(keyResult, objective, score, score, MARA.id())
        .update();
  }

  private java.net.http.HttpResponse<String> grade(UUID id, String more) {
    return api.as(MARA)
        .json(
            "POST",
            "/api/v1/objectives/" + id + "/grade",
            "{\"version\": 1, \"nextStep\": \"done\"" + more + "}");
  }

  private void said(Person person, UUID keyResult, String value, String day) {
    said(person, keyResult, value, day, 5);
  }

  private JsonNode said(Person person, UUID keyResult, String value, String day, int confidence) {
    clock.set(LocalDate.parse(day));
    var answer =
        api.as(person)
            .json(
                "POST",
                "/api/v1/check-ins",
                "{\"checkIns\": [{\"keyResult\": \"%s\", \"value\": %s, \"confidence\": %d, \"noChange\": false}]}"
                    .formatted(keyResult, value, confidence));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json.readTree(answer.body()).at("/keyResults/0");
  }
}
