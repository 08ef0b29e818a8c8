package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The running business beside change: a measure of Mara's gives her key result its values, another
/// guards it, and one that left its range becomes an objective.
@AppTest
class MeasureUsesTest {
  private static final LocalDate LAST = LocalDate.of(2026, 5, 11);

  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired Goals goals;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private HttpResponse<String> send(Person person, String method, String path, Object body) {
    return api.as(person, "goals:read", "goals:write", "measures:read", "measures:write")
        .json(method, "/api/v1" + path, body.equals("") ? "" : json.writeValueAsString(body));
  }

  private JsonNode done(Person person, String method, String path, Object body) {
    HttpResponse<String> response = send(person, method, path, body);
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
    return json.readTree(response.body());
  }

  private String measure(String name, String direction) {
    return done(
            Person.MARA,
            "POST",
            "/measures",
            Map.of("name", name, "unit", "calls", "direction", direction, "frequency", "weekly"))
        .get("id")
        .asString();
  }

  private void enter(String measure, double... values) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      all.add(
          Map.of("day", LAST.minusWeeks(values.length - 1L - i).toString(), "value", values[i]));
    }
    done(Person.MARA, "POST", "/measures/" + measure + "/values", Map.of("values", all));
  }

  private static double[] usual(double last) {
    double[] values = new double[25];
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 + (i * 7 % 5) / 10.0;
    }
    values[values.length - 1] = last;
    return values;
  }

  private HttpResponse<String> use(
      Person person, UUID objective, String role, @Nullable UUID keyResult, String measure) {
    Map<String, Object> body = new HashMap<>(Map.of("role", role, "measure", measure));
    if (keyResult != null) {
      body.put("keyResult", keyResult.toString());
    }
    return send(person, "POST", "/objectives/" + objective + "/measures", body);
  }

  private @Nullable Double value(UUID keyResult) {
    return database
        .sql("select value from key_result_track where key_result = :id")
        .param("id", keyResult)
        .query(Double.class)
        .optional()
        .orElse(null);
  }

  @Test
  void aKeyResultTakesItsValuesFromItsMeasureCorrectionsIncluded() {
    UUID objective = goals.objective(Person.MARA, "New sites run by themselves");
    UUID keyResult = goals.keyResult(objective, "Calls per new site", 4, 1);
    String calls = measure("Support calls", "lower");
    enter(calls, 3.0, 2.5);
    assertThat(use(Person.MARA, objective, "feeds", keyResult, calls).statusCode()).isEqualTo(201);
    assertThat(value(keyResult)).isEqualTo(2.5);
    enter(calls, 3.0, 2.0);
    assertThat(value(keyResult)).isEqualTo(2.0);
    Map<String, Object> back = new HashMap<>();
    back.put("day", LAST.toString());
    back.put("value", null);
    done(Person.MARA, "POST", "/measures/" + calls + "/values", Map.of("values", List.of(back)));
    assertThat(value(keyResult)).isEqualTo(3.0);
    assertThat(
            database
                .sql("select days::text from key_result_track where key_result = :id")
                .param("id", keyResult)
                .query(String.class)
                .single())
        .isEqualTo("{2026-05-04}");
  }

  @Test
  void onlyTheDaysOfTheCycleCount() {
    UUID objective = goals.objective(Person.MARA, "New sites run by themselves");
    UUID keyResult = goals.keyResult(objective, "Calls per new site", 4, 1);
    String calls = measure("Support calls", "lower");
    enter(calls, usual(2.2));
    use(Person.MARA, objective, "feeds", keyResult, calls);
    assertThat(database.sql("select min(day) from followed_value").query(LocalDate.class).single())
        .isAfterOrEqualTo(LocalDate.of(2026, 4, 1));
  }

  @Test
  void aCheckInOnAFedKeyResultSaysConfidenceAndNoteAndNoValue() {
    UUID objective = goals.objective(Person.MARA, "New sites run by themselves");
    UUID keyResult = goals.keyResult(objective, "Calls per new site", 4, 1);
    String calls = measure("Support calls", "lower");
    enter(calls, 3.0, 2.5);
    use(Person.MARA, objective, "feeds", keyResult, calls);
    Map<String, Object> said =
        new HashMap<>(Map.of("keyResult", keyResult.toString(), "value", 1.0, "confidence", 7));
    said.put("noChange", false);
    HttpResponse<String> refused =
        send(Person.MARA, "POST", "/check-ins", Map.of("checkIns", List.of(said)));
    assertThat(refused.body()).contains("check-in.fed");
    Visitor mara = visitors.as(Person.MARA);
    assertThat(mara.page("/goals/update").body())
        .contains("2.5 %, from its measure")
        .doesNotContain("name=\"" + keyResult + ".value\"");
    said.remove("value");
    said.put("noChange", true);
    assertThat(
            send(Person.MARA, "POST", "/check-ins", Map.of("checkIns", List.of(said))).statusCode())
        .isLessThan(300);
    assertThat(value(keyResult)).isEqualTo(2.5);
  }

  @Test
  void whatAMeasureSaysIsNoWordOfAnybody() {
    UUID objective = goals.objective(Person.MARA, "New sites run by themselves");
    UUID keyResult = goals.keyResult(objective, "Calls per new site", 4, 1);
    String calls = measure("Support calls", "lower");
    enter(calls, 3.0, 2.9, 2.8, 2.5);
    use(Person.MARA, objective, "feeds", keyResult, calls);
    assertThat(
            database
                .sql("select last_day from key_result_track where key_result = :id")
                .param("id", keyResult)
                .query(LocalDate.class)
                .single())
        .isEqualTo(TestClock.TODAY);
  }

  @Test
  void aMeasureThatLeftItsRangeBecomesAnObjectiveWhoseKeyResultFollowsIt() {
    String calls = measure("Support calls", "lower");
    enter(calls, usual(3.9));
    String alert =
        done(Person.MARA, "GET", "/measures/" + calls + "/alerts", "")
            .get("alerts")
            .get(0)
            .get("id")
            .asString();
    String path = "/measures/" + calls + "/alerts/" + alert + "/objective";
    assertThat(send(Person.JONAS, "POST", path, "").statusCode()).isEqualTo(403);
    String objective = done(Person.MARA, "POST", path, "").get("objective").asString();
    assertThat(send(Person.MARA, "POST", path, "").statusCode()).isEqualTo(409);
    JsonNode draft = done(Person.MARA, "GET", "/objectives/" + objective, "");
    assertThat(draft.get("state").asString()).isEqualTo("draft");
    assertThat(draft.get("title").asString())
        .isEqualTo("Bring Support calls back to where it usually is");
    JsonNode keyResult = draft.get("keyResults").get(0);
    assertThat(keyResult.get("kind").asString()).isEqualTo("decrease");
    assertThat(keyResult.get("baseline").asDouble()).isEqualTo(3.9);
    assertThat(value(UUID.fromString(keyResult.get("id").asString()))).isNull();
    done(Person.MARA, "POST", "/objectives/" + objective + "/activation", "");
    assertThat(value(UUID.fromString(keyResult.get("id").asString()))).isEqualTo(3.9);
    enter(calls, usual(2.4));
    assertThat(value(UUID.fromString(keyResult.get("id").asString()))).isEqualTo(2.4);
    assertThat(visitors.as(Person.MARA).page("/").body()).doesNotContain("Look at Support calls");
  }

  @Test
  void aGuardrailWarnsWhenItGoesTheWrongWay() {
    UUID objective = goals.objective(Person.MARA, "New sites run by themselves");
    UUID keyResult = goals.keyResult(objective, "Calls per new site", 4, 1);
    String quality = measure("Reworked installations", "lower");
    enter(quality, usual(2.2));
    assertThat(use(Person.MARA, objective, "guards", keyResult, quality).statusCode())
        .isEqualTo(201);
    Visitor mara = visitors.as(Person.MARA);
    assertThat(mara.page("/goals/" + objective).body())
        .contains("Reworked installations", "Guards “Calls per new site”.")
        .doesNotContain("moves the wrong way");
    enter(quality, usual(4.4));
    assertThat(mara.page("/goals/" + objective).body()).contains("It moves the wrong way");
    assertThat(mara.page("/inbox").body())
        .containsOnlyOnce("What guards “Calls per new site” moves the wrong way.");
    assertThat(
            done(Person.MARA, "GET", "/objectives/" + objective + "/measures", "")
                .get("measures")
                .get(0)
                .get("worse")
                .asBoolean())
        .isTrue();
  }

  private List<String> warned(Person person) {
    return database
        .sql(
            "select key || ' ' || parameters from notice where recipient = ? and kind = 'guardrail' order by id")
        .param(person.id())
        .query((row, _) -> row.getString(1))
        .list();
  }

  @Test
  void whoseKeyResultIsGuardedIsToldOnceWhenTheGuardrailWarns() {
    UUID objective = goals.objective(Person.MARA, "New sites run by themselves");
    UUID keyResult = goals.keyResult(objective, "Calls per new site", 4, 1);
    UUID ofJonas = goals.keyResult(objective, "Days until live", 30, 12);
    database
        .sql("update key_result set owner = ? where id = ?")
        .params(Person.JONAS.id(), ofJonas)
        .update();
    String quality = measure("Reworked installations", "lower");
    enter(quality, usual(2.2));
    use(Person.MARA, objective, "guards", keyResult, quality);
    use(Person.MARA, objective, "guards", ofJonas, quality);
    enter(quality, usual(0.2));
    assertThat(warned(Person.JONAS)).as("for the better").isEmpty();
    enter(quality, usual(4.4));
    enter(quality, usual(4.5));
    assertThat(warned(Person.JONAS))
        .containsExactly("measure-use.told.warned [\"Days until live\"]");
    assertThat(warned(Person.MARA))
        .containsExactly("measure-use.told.warned [\"Calls per new site\"]");
  }

  @Test
  void whoMayNotReadTheGuardrailIsNotToldOfIt() {
    UUID objective = goals.objective(Person.MARA, "New sites run by themselves");
    UUID keyResult = goals.keyResult(objective, "Calls per new site", 4, 1);
    database
        .sql("update key_result set owner = ? where id = ?")
        .params(Person.DEV.id(), keyResult)
        .update();
    String hidden = measure("Hidden margin", "lower");
    database.sql("update measure set visibility = 'named'").update();
    use(Person.MARA, objective, "guards", keyResult, hidden);
    enter(hidden, usual(4.4));
    assertThat(warned(Person.DEV)).isEmpty();
    database
        .sql("insert into measure_person (measure, person, enters) values (?::uuid, ?, false)")
        .params(hidden, Person.DEV.id())
        .update();
    enter(hidden, usual(4.5));
    assertThat(warned(Person.DEV))
        .containsExactly("measure-use.told.warned [\"Calls per new site\"]");
  }

  @Test
  void aMeasureIsDefinedFromItsGoalByNameUnitAndDirection() {
    UUID objective = goals.objective(Person.MARA, "New sites run by themselves");
    UUID keyResult = goals.keyResult(objective, "Calls per new site", 4, 1);
    Visitor mara = visitors.as(Person.MARA);
    String path = "/goals/" + objective + "/measures";
    assertThat(mara.page(path).statusCode()).isEqualTo(200);
    assertThat(
            mara.post(
                    path,
                    "role",
                    "feeds",
                    "keyResult",
                    keyResult.toString(),
                    "name",
                    "Pairing time",
                    "unit",
                    "minutes",
                    "direction",
                    "lower",
                    "key",
                    "once")
                .statusCode())
        .isEqualTo(302);
    mara.post(
        path,
        "role",
        "feeds",
        "keyResult",
        keyResult.toString(),
        "name",
        "Pairing time",
        "unit",
        "minutes",
        "direction",
        "lower",
        "key",
        "once");
    assertThat(done(Person.MARA, "GET", "/measures?q=pairing", "").get("measures").size())
        .isEqualTo(1);
    assertThat(mara.page(path).body()).contains("Pairing time", "Gives “Calls per new site”");
    HttpResponse<String> wrong = mara.post(path, "role", "feeds", "name", " ");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Choose a key result with a figure");
  }

  @Test
  void whoMayNotSeeTheMeasureSeesThatThereIsOneAndNothingOfIt() {
    UUID objective = goals.objective(Person.MARA, "New sites run by themselves");
    String hidden =
        done(
                Person.MARA,
                "POST",
                "/measures",
                Map.of("name", "Hidden margin", "visibility", "named"))
            .get("id")
            .asString();
    enter(hidden, 1.5);
    assertThat(use(Person.MARA, objective, "watched", null, hidden).statusCode()).isEqualTo(201);
    assertThat(visitors.as(Person.DEV).page("/goals/" + objective).body())
        .contains("A measure that you do not see")
        .doesNotContain("Hidden margin", hidden);
    assertThat(send(Person.DEV, "GET", "/objectives/" + objective + "/measures", "").body())
        .doesNotContain("Hidden margin", hidden);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    UUID objective = goals.objective(Person.MARA, "New sites run by themselves");
    UUID other = goals.objective(Person.MARA, "Another one");
    UUID keyResult = goals.keyResult(objective, "Calls per new site", 4, 1);
    UUID milestones = goals.keyResult(objective, "Three steps", "yes-no", null, null);
    String calls = measure("Support calls", "lower");
    assertThat(use(Person.MARA, other, "feeds", keyResult, calls).statusCode()).isEqualTo(422);
    assertThat(use(Person.MARA, objective, "feeds", milestones, calls).statusCode()).isEqualTo(422);
    assertThat(use(Person.MARA, objective, "feeds", null, calls).statusCode()).isEqualTo(422);
    assertThat(use(Person.MARA, objective, "rules", keyResult, calls).statusCode()).isEqualTo(422);
    assertThat(
            use(Person.MARA, objective, "feeds", keyResult, UUID.randomUUID().toString())
                .statusCode())
        .isEqualTo(422);
    assertThat(use(Person.JONAS, objective, "feeds", keyResult, calls).statusCode()).isEqualTo(403);
    assertThat(use(Person.MARA, objective, "feeds", keyResult, calls).statusCode()).isEqualTo(201);
    assertThat(use(Person.MARA, objective, "feeds", keyResult, calls).statusCode()).isEqualTo(409);
    String begun =
        done(Person.MARA, "GET", "/objectives/" + objective + "/measures", "")
            .get("measures")
            .get(0)
            .get("id")
            .asString();
    assertThat(
            send(Person.JONAS, "DELETE", "/objectives/" + objective + "/measures/" + begun, "")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            send(Person.MARA, "DELETE", "/objectives/" + other + "/measures/" + begun, "")
                .statusCode())
        .isEqualTo(404);
    assertThat(
            send(Person.MARA, "DELETE", "/objectives/" + objective + "/measures/" + begun, "")
                .statusCode())
        .isEqualTo(204);
  }
}
