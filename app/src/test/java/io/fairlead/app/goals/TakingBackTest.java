package io.fairlead.app.goals;

import static io.fairlead.app.testing.Person.DEV;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Check-ins and grades that are taken back: for a day, or until somebody built on them, and
/// nothing is deleted.
@AppTest
class TakingBackTest {
  @Autowired Goals goals;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired Objectives objectives;
  @Autowired Editor editor;
  @Autowired RollUps rollUps;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  private UUID objective;
  private UUID churn;

  @BeforeEach
  void asNew() {
    company.reset();
    objective = goals.objective(MARA, "Customers stay");
    churn = goals.keyResult(objective, "Yearly churn", 6, 4);
    database
        .sql("update objective set delegate = ? where id = ?")
        .params(DEV.id(), objective)
        .update();
    clock.set(LocalDate.parse("2026-05-06"));
    checkIn(MARA, churn, "5.8");
    clock.reset();
  }

  @Test
  void aCheckInIsTakenBackByPage() {
    checkIn(DEV, churn, "8.5");
    Visitor dev = visitors.as(DEV);
    String saved = dev.page("/goals/updated").body();
    assertThat(saved)
        .contains("Take my check-in on Yearly churn back")
        .contains("cannot be taken back");
    String id = between(saved, "name=\"checkIn\" value=\"");
    assertThat(dev.post("/goals/key-results/" + churn + "/taking-back", "checkIn", id).statusCode())
        .isEqualTo(302);
    assertThat(value()).isEqualTo(5.8, within(1e-9));
    assertThat(score()).isEqualTo(0.1, within(1e-9));
    assertThat(checkIns()).as("nothing is deleted").isEqualTo(3);
    dev.page("/goals/update");
    dev.post("/goals/key-results/" + churn + "/taking-back", "checkIn", id);
    assertThat(checkIns()).as("a second click takes nothing more back").isEqualTo(3);
    assertThat(points()).isEqualTo(1);
  }

  @Test
  void theDrawerOffersItToWhoSaidIt() {
    checkIn(MARA, churn, "8.5");
    String offer = "/goals/key-results/" + churn + "/taking-back";
    assertThat(visitors.as(MARA).page("/goals/" + objective).body()).contains(offer);
    assertThat(visitors.as(DEV).page("/goals/" + objective).body()).doesNotContain(offer);
  }

  @Test
  void whatNobodySaidHasNoFigureAgain() {
    UUID calls = goals.keyResult(objective, "Calls", 3, 1);
    String id = checkIn(MARA, calls, "2");
    assertThat(takeBack(MARA, calls, id, null)).isEqualTo(201);
    assertThat(count("select count(*) from key_result_track where key_result = ?", calls)).isZero();
    assertThat(api.as(MARA).json("GET", "/api/v1/objectives/" + objective + "/status", null).body())
        .contains("no-data");
    checkIn(MARA, calls, "1");
    assertThat(
            count(
                "select count(*) from key_result_track where score = 1 and key_result = ?", calls))
        .isEqualTo(1);
  }

  @Test
  void milestonesAreDoneAsTheyWereBefore() {
    UUID launch = goals.keyResult(objective, "Launch", "milestones", null, null);
    UUID first = goals.milestone(launch, "Pilot", 1);
    UUID second = goals.milestone(launch, "Market", 1);
    done(launch, first);
    String id = done(launch, first, second);
    assertThat(takeBack(MARA, launch, id, null)).isEqualTo(201);
    JsonNode waiting =
        json.readTree(api.as(DEV).json("GET", "/api/v1/check-ins/waiting", null).body());
    assertThat(waiting.toString()).contains(first.toString()).doesNotContain(second.toString());
  }

  @Test
  void onlyTheNewestOfOnesOwnForADayAndUntilSomebodySaidMore() {
    String mine = checkIn(MARA, churn, "5.2");
    assertThat(takeBack(RUBEN, churn, mine, null)).as("not theirs to see to").isEqualTo(404);
    assertThat(takeBack(DEV, churn, mine, null)).as("another's").isEqualTo(409);
    String devs = checkIn(DEV, churn, "5.1");
    assertThat(takeBack(MARA, churn, mine, null)).as("somebody said more").isEqualTo(409);
    assertThat(takeBack(DEV, churn, devs, null)).isEqualTo(201);
    clock.set(LocalDate.parse("2026-05-15"));
    assertThat(takeBack(MARA, churn, mine, null)).as("a day later").isEqualTo(409);
    assertThat(value()).isEqualTo(5.2, within(1e-9));
  }

  @Test
  void sentTwiceOneIsTakenBack() {
    checkIn(MARA, churn, "5.5");
    String newest = checkIn(MARA, churn, "5.2");
    assertThat(takeBack(MARA, churn, newest, "once")).isEqualTo(201);
    assertThat(takeBack(MARA, churn, newest, "once")).isEqualTo(201);
    assertThat(value()).isEqualTo(5.5, within(1e-9));
  }

  @Test
  void aGradeIsTakenBackByPageAndItIsActiveAgain() {
    grading();
    assertThat(grade(null)).isEqualTo(201);
    Visitor mara = visitors.as(MARA);
    String drawer = mara.page("/goals/" + objective).body();
    assertThat(drawer).contains("Take my grade back").contains("cannot be taken back");
    assertThat(visitors.as(DEV).page("/goals/" + objective).body())
        .doesNotContain("Take my grade back");
    assertThat(
            mara.post(
                    "/goals/" + objective + "/grade/taking-back",
                    "version",
                    between(
                        drawer,
                        "taking-back\"><input type=\"hidden\" name=\"_csrf\" value=\"[^\"]*\"><input type=\"hidden\" name=\"version\" value=\""))
                .statusCode())
        .isEqualTo(302);
    assertThat(state()).isEqualTo("active");
    assertThat(mara.page("/goals/" + objective + "/grade").body())
        .as("what was said counts no more")
        .doesNotContain("Ask installers first");
    assertThat(count("select count(*) from grade where objective = ?", objective))
        .as("nothing is deleted")
        .isPositive();
    assertThat(sheet().path("graded").isNull()).isTrue();
    rollUps.catchUp();
    assertThat(
            database
                .sql("select own_score from rollup where objective = ?")
                .param(objective)
                .query(Double.class)
                .single())
        .as("its figures count")
        .isEqualTo(0.1, within(1e-9));
    clock.advance(Duration.ofMinutes(1));
    assertThat(grade(0.5)).as("and it can be graded again").isEqualTo(201);
    assertThat(sheet().path("graded").asDouble()).isEqualTo(0.5);
  }

  @Test
  void theGradeBeforeCountsAgain() {
    grading();
    grade(0.3);
    clock.set(clock.instant().plusSeconds(60));
    grade(0.9);
    assertThat(gradeBack(MARA)).isEqualTo(201);
    assertThat(state()).isEqualTo("graded");
    assertThat(sheet().path("graded").asDouble()).isEqualTo(0.3);
    assertThat(gradeBack(MARA)).as("the first one is theirs too").isEqualTo(201);
    assertThat(state()).isEqualTo("active");
    assertThat(gradeBack(MARA)).as("nothing is left").isEqualTo(409);
  }

  @Test
  void whatIsClosedGoneOnFromOrADayOldStays() {
    grading();
    grade(0.3);
    assertThat(gradeBack(RUBEN)).isEqualTo(404);
    assertThat(gradeBack(DEV)).as("another's").isEqualTo(409);
    UUID other = goals.objective(MARA, "Calls are answered");
    goals.keyResult(other, "Minutes", 9, 4);
    UUID kept = objective;
    objective = other;
    grade(0.4);
    assertThat(
            api.as(MARA)
                .json(
                    "POST",
                    "/api/v1/objectives/" + other + "/successor",
                    "{\"cycle\": \"%s\", \"way\": \"carried-over\"}"
                        .formatted(Company.cycle("2026")))
                .statusCode())
        .isEqualTo(201);
    assertThat(gradeBack(MARA)).as("it was carried over").isEqualTo(409);
    objective = kept;
    clock.set(clock.instant().plusSeconds(24 * 3600 + 1));
    assertThat(gradeBack(MARA)).as("a day later").isEqualTo(409);
    assertThat(visitors.as(MARA).page("/goals/" + objective).body())
        .doesNotContain("Take my grade back");
    api.as(MARA).json("POST", "/api/v1/objectives/" + objective + "/closure", "{}");
    assertThat(gradeBack(MARA)).as("closed").isEqualTo(409);
    assertThat(state()).isEqualTo("closed");
  }

  /// A form that was opened after a grade merges with what others wrote since, as any other does.
  @Test
  void everyStepKeepsAWordingSoThatFormsMergeAcrossIt() {
    UUID id =
        UUID.fromString(
            json.readTree(
                    api.as(MARA)
                        .json(
                            "POST",
                            "/api/v1/objectives",
                            """
                            {"title": "Pilots renew", "delegate": "%s", "keyResults": [
                              {"title": "Pilots", "kind": "increase", "baseline": 0, "target": 9, "unit": "pilots"},
                              {"title": "Calls", "kind": "decrease", "baseline": 5, "target": 1, "unit": "calls"}]}
                            """
                                .formatted(DEV.id()))
                        .body())
                .path("id")
                .asString());
    assertThat(
            api.as(MARA)
                .json("POST", "/api/v1/objectives/" + id + "/activation", "{}")
                .statusCode())
        .isEqualTo(200);
    objective = id;
    grading();
    assertThat(grade(0.4)).isEqualTo(201);
    assertThat(gradeBack(MARA)).isEqualTo(201);
    Objective opened = objectives.find(MARA.viewer(), id).orElseThrow();
    EditorForm mine = editor.form(MARA.viewer(), opened).with("title", "Pilots renew and grow");
    Objective devs = objectives.find(DEV.viewer(), id).orElseThrow();
    assertThat(
            editor
                .save(
                    DEV.viewer(),
                    id,
                    editor.form(DEV.viewer(), devs).with("why", "Half of them waver."),
                    devs.version())
                .outcome()
                .isDone())
        .isTrue();
    Editor.Saving saved = editor.save(MARA.viewer(), id, mine, opened.version());
    assertThat(saved.merged()).isTrue();
    assertThat(saved.outcome().isDone()).as(saved.outcome().toString()).isTrue();
    Objective now = objectives.find(MARA.viewer(), id).orElseThrow();
    assertThat(now.plan().title()).isEqualTo("Pilots renew and grow");
    assertThat(now.plan().why()).isEqualTo("Half of them waver.");
    assertThat(
            database
                .sql("select count(*) from objective_version where objective = ?")
                .param(id)
                .query(Long.class)
                .single())
        .as("a wording for every version")
        .isEqualTo(now.version());
  }

  private void grading() {
    clock.set(LocalDate.parse("2026-06-25"));
  }

  private int grade(@Nullable Double score) {
    return api.as(MARA)
        .json(
            "POST",
            "/api/v1/objectives/" + objective + "/grade",
            """
            {"version": %d, "score": %s, "comment": "As we see it", "learned": "Ask installers first",
              "nextStep": "done"}
            """
                .formatted(version(), score))
        .statusCode();
  }

  private int gradeBack(Person person) {
    return api.as(person)
        .json(
            "POST",
            "/api/v1/objectives/" + objective + "/grade/taking-back",
            "{\"version\": %d}".formatted(version()))
        .statusCode();
  }

  private JsonNode sheet() {
    return json.readTree(
        api.as(MARA).json("GET", "/api/v1/objectives/" + objective + "/grade", null).body());
  }

  private long version() {
    return database
        .sql("select version from objective where id = ?")
        .param(objective)
        .query(Long.class)
        .single();
  }

  private String state() {
    return database
        .sql("select state from objective where id = ?")
        .param(objective)
        .query(String.class)
        .single();
  }

  private String checkIn(Person person, UUID keyResult, String value) {
    return said(
        person,
        "{\"keyResult\": \"%s\", \"value\": %s, \"noChange\": false}".formatted(keyResult, value));
  }

  private String done(UUID keyResult, UUID... milestones) {
    return said(
        MARA,
        "{\"keyResult\": \"%s\", \"done\": %s, \"noChange\": false}"
            .formatted(keyResult, json.writeValueAsString(List.of(milestones))));
  }

  private String said(Person person, String checkIn) {
    clock.advance(Duration.ofMinutes(1));
    HttpResponse<String> answer =
        api.as(person).json("POST", "/api/v1/check-ins", "{\"checkIns\": [" + checkIn + "]}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json.readTree(answer.body()).at("/keyResults/0/checkIn").asString();
  }

  private int takeBack(Person person, UUID keyResult, String checkIn, @Nullable String key) {
    String path = "/api/v1/key-results/" + keyResult + "/taking-back";
    String body = "{\"checkIn\": \"%s\"}".formatted(checkIn);
    var program = api.as(person);
    return (key == null
            ? program.json("POST", path, body)
            : program.json("POST", path, body, "Idempotency-Key", key))
        .statusCode();
  }

  private double value() {
    return database
        .sql("select value::float8 from key_result_track where key_result = ?")
        .param(churn)
        .query(Double.class)
        .single();
  }

  private double score() {
    return database
        .sql("select score from key_result_track where key_result = ?")
        .param(churn)
        .query(Double.class)
        .single();
  }

  private int points() {
    return count("select cardinality(days) from key_result_track where key_result = ?", churn);
  }

  private int checkIns() {
    return count("select count(*) from check_in where key_result = ?", churn);
  }

  private int count(String sql, UUID id) {
    return database.sql(sql).param(id).query(Integer.class).single();
  }

  /// What stands in quotes after a text, which is a pattern.
  private static String between(String page, String before) {
    var found = java.util.regex.Pattern.compile(before + "([^\"]*)\"").matcher(page);
    assertThat(found.find()).as(before).isTrue();
    return found.group(1);
  }
}
