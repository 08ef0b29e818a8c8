package io.fairlead.app.talk;

import static io.fairlead.app.testing.Person.DEV;
import static io.fairlead.app.testing.Person.INES;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.goals.CheckIn;
import io.fairlead.app.goals.CheckIns;
import io.fairlead.app.goals.ObjectiveState;
import io.fairlead.app.goals.Objectives;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Statements;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitors;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class ActivityTest {
  @Autowired Activity activity;
  @Autowired Comments comments;
  @Autowired CheckIns checkIns;
  @Autowired Objectives objectives;
  @Autowired GoalLinks links;
  @Autowired Goals goals;
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired TestClock clock;
  @Autowired Statements statements;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  private UUID open;
  private UUID ofTeam;
  private UUID team;

  /// A public objective and one of Mara's team, each with something that happened every hour.
  @BeforeEach
  void asNew() {
    company.reset();
    UUID above =
        goals.objective(INES, "No town finds a leak by accident", "Q2 2026", "draft", "public");
    open = goals.objective(MARA, "Customers stay", "Q2 2026", "draft", "public");
    ofTeam = goals.objective(JONAS, "Shorter queues", "Q2 2026", "active", "team");
    UUID churn = goals.keyResult(open, "Yearly churn", 6, 4);
    UUID renewals = goals.keyResult(open, "Renewals", 60, 80);
    UUID minutes = goals.keyResult(ofTeam, "Minutes", 9, 4);
    team = UUID.randomUUID();
    database
        .sql(
            "insert into team (id, name, lead, during) values (?, 'Pairing', ?, daterange('2026-01-01', null))")
        .params(team, MARA.id())
        .update();
    database
        .sql(
            "insert into membership (id, team, person, during) values (?, ?, ?, daterange('2026-01-01', null))")
        .params(UUID.randomUUID(), team, JONAS.id())
        .update();
    later();
    say(MARA, open, "A draft, to myself");
    later();
    publish(open);
    later();
    checkIns
        .save(
            MARA.viewer(),
            List.of(said(churn, 5.5, "Three renewed."), said(renewals, 66, "")),
            null)
        .orThrow();
    later();
    checkIns.save(JONAS.viewer(), List.of(said(minutes, 8, "")), null).orThrow();
    later();
    say(JONAS, ofTeam, "Who opens the second counter, @Dev?");
    later();
    moved(open, above);
    later();
    graded(open);
    later();
    links
        .attach(
            MARA.viewer(),
            new GoalLinks.Input(About.objective(open), "Plan", "https://plans.example", null))
        .orThrow();
    later();
    comments.withdraw(MARA.viewer(), say(MARA, open, "Too quick"), null).orThrow();
  }

  private void later() {
    clock.advance(Duration.ofHours(1));
  }

  private static CheckIn said(UUID keyResult, double value, String note) {
    return new CheckIn(keyResult, BigDecimal.valueOf(value), Set.of(), 6, note, false);
  }

  private UUID say(Person by, UUID objective, String text) {
    return comments
        .say(
            by.viewer(), new Comments.Input(About.objective(objective), text, null, Map.of(), null))
        .orThrow();
  }

  private void publish(UUID objective) {
    database.sql("update objective set state = 'active' where id = ?").param(objective).update();
    database
        .sql(
            "insert into objective_state (id, objective, state, by_person, at) values (?, ?, ?, ?, ?)")
        .params(
            UUID.randomUUID(),
            objective,
            ObjectiveState.ACTIVE.code(),
            MARA.id(),
            java.sql.Timestamp.from(clock.instant()))
        .update();
  }

  private void moved(UUID child, UUID parent) {
    database
        .sql(
            "insert into alignment_move (id, child, parent, move, share, is_primary, by_person, at) values (?, ?, ?, 'agreed', 1, true, ?, ?)")
        .params(
            UUID.randomUUID(), child, parent, INES.id(), java.sql.Timestamp.from(clock.instant()))
        .update();
  }

  private void graded(UUID objective) {
    database
        .sql("insert into grade (id, objective, score, by_person, at) values (?, ?, 0.7, ?, ?)")
        .params(UUID.randomUUID(), objective, MARA.id(), java.sql.Timestamp.from(clock.instant()))
        .update();
  }

  private static List<String> told(Activity.Page page) {
    return page.entries().stream().map(entry -> entry.kind().code() + " " + entry.title()).toList();
  }

  private static final List<String> OF_OPEN =
      List.of(
          "link Customers stay",
          "grade Customers stay",
          "alignment Customers stay",
          "check-in Customers stay",
          "check-in Customers stay",
          "state Customers stay",
          "comment Customers stay");

  @Test
  void theActivityOfAGoalIsWhatHappenedToItTheNewestFirst() {
    Activity.Page page = activity.ofObjective(RUBEN.viewer(), open, "", 50).orElseThrow();
    assertThat(told(page)).isEqualTo(OF_OPEN);
    Entry alignment = page.entries().get(2);
    assertThat(alignment.other()).as("a draft of somebody else's").isNull();
    assertThat(
            activity
                .ofObjective(INES.viewer(), open, "", 50)
                .orElseThrow()
                .entries()
                .get(2)
                .otherTitle())
        .isEqualTo("No town finds a leak by accident");
  }

  @Test
  void whoMayNotReadAGoalSeesNothingOfItAnywhere() {
    assertThat(activity.ofObjective(RUBEN.viewer(), ofTeam, "", 50)).isEmpty();
    assertThat(activity.ofObjective(RUBEN.viewer(), UUID.randomUUID(), "", 50)).isEmpty();
    assertThat(told(activity.ofOrganisation(RUBEN.viewer(), "", 50))).isEqualTo(OF_OPEN);
    assertThat(told(activity.ofTeam(RUBEN.viewer(), team, "", 50).orElseThrow())).isEmpty();
    assertThat(visitors.as(RUBEN).page("/teams/" + team + "/activity").body())
        .doesNotContain("Shorter queues", "second counter")
        .contains("Nothing has happened yet");
  }

  @Test
  void aTeamSeesWhatItsPeopleDid() {
    assertThat(told(activity.ofTeam(DEV.viewer(), team, "", 50).orElseThrow()))
        .containsExactly("comment Shorter queues", "check-in Shorter queues");
    assertThat(visitors.as(DEV).page("/teams/" + team + "/activity").body())
        .contains(
            "Activity of Pairing", "Who opens the second counter, ", "@Dev Patel", "Minutes: 8 %");
    assertThat(activity.ofTeam(DEV.viewer(), UUID.randomUUID(), "", 50)).isEmpty();
  }

  @Test
  void whatIsTakenBackWithdrawnOrHiddenIsNotTold() {
    int before = activity.ofOrganisation(DEV.viewer(), "", 50).entries().size();
    UUID newest =
        database
            .sql("select id from check_in where note = 'Three renewed.'")
            .query(UUID.class)
            .single();
    database
        .sql(
            """
            insert into check_in (id, key_result, by_person, at, day, takes_back)
            select ?, key_result, by_person, at, day, id from check_in where id = ?
            """)
        .params(UUID.randomUUID(), newest)
        .update();
    database
        .sql(
            "insert into grade_taken_back (objective, graded_at, by_person, at) select objective, at, by_person, at from grade")
        .update();
    assertThat(activity.ofOrganisation(DEV.viewer(), "", 50).entries()).hasSize(before - 2);
    assertThat(visitors.as(DEV).page("/goals/" + open + "/check-ins/" + newest).body())
        .contains("This check-in was taken back");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrOverlapAsTheApiReadsThem() {
    var dev = api.as(DEV);
    List<String> all = new ArrayList<>();
    String next = "";
    for (int page = 0; page < 10 && next != null; page++) {
      JsonNode answer =
          json.readTree(dev.json("GET", "/api/v1/activity?limit=2&cursor=" + next, null).body());
      answer.path("activity").forEach(each -> all.add(each.path("id").asString()));
      next = answer.path("next").isMissingNode() ? null : answer.path("next").asString();
    }
    assertThat(all)
        .hasSize(9)
        .doesNotHaveDuplicates()
        .isEqualTo(
            activity.ofOrganisation(DEV.viewer(), "", 50).entries().stream()
                .map(entry -> entry.id().toString())
                .toList());
    assertThat(dev.json("GET", "/api/v1/activity?cursor=nonsense", null).statusCode())
        .isEqualTo(422);
    assertThat(api.as(DEV, "people:read").json("GET", "/api/v1/activity", null).statusCode())
        .isEqualTo(403);
  }

  @Test
  void aPageTakesAsManyStatementsHoweverMuchHappened() {
    var dev = visitors.as(DEV);
    dev.page("/goals/activity");
    assertThat(statements.of("/goals/activity")).hasSizeBetween(2, 3);
    for (int i = 0; i < 40; i++) {
      clock.advance(Duration.ofSeconds(30));
      say(JONAS, open, "More " + i);
    }
    assertThat(dev.page("/goals/activity").body()).contains("More 39").doesNotContain("More 5<");
    assertThat(statements.of("/goals/activity")).hasSizeBetween(2, 3);
  }

  @Test
  void thePageTellsACheckInOfSeveralAsOne() {
    String page = visitors.as(RUBEN).page("/goals/" + open + "/activity").body();
    assertThat(page)
        .contains("Yearly churn: 5.5 %", "Renewals: 66 %", "Three renewed.")
        .contains(
            "graded it 0.7",
            "published it",
            "agreed that it counts towards an objective you cannot see")
        .contains("https://plans.example")
        .doesNotContain("Too quick");
    assertThat(page.split("checked in", -1)).hasSize(2);
  }
}
