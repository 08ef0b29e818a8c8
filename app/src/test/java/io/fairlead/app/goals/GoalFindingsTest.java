package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the linter says of Mara's stored objective, what she leaves as it is, and what the measures
/// behind it add.
@AppTest
class GoalFindingsTest {
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

  private JsonNode done(String method, String path, Object body) {
    HttpResponse<String> response = send(Person.MARA, method, path, body);
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
    return json.readTree(response.body());
  }

  private List<JsonNode> findings(UUID objective) {
    return done("GET", "/objectives/" + objective + "/findings", "")
        .get("findings")
        .valueStream()
        .toList();
  }

  /// `K3 task` of those that speak, in order.
  private List<String> speaking(UUID objective) {
    return findings(objective).stream()
        .filter(each -> !each.has("waiver"))
        .map(each -> each.get("rule").asString() + " " + each.get("part").asString())
        .toList();
  }

  private UUID busy() {
    UUID objective = goals.objective(Person.MARA, "Maintain the help desk");
    goals.keyResult(objective, "Minutes until a call is answered", 9, 4);
    return objective;
  }

  @Test
  void aFindingSaysItsRuleItsWordsWhyItMattersAndWhatWouldBeBetter() {
    UUID objective = busy();
    JsonNode usual =
        findings(objective).stream()
            .filter(each -> each.get("rule").asString().equals("O3"))
            .findFirst()
            .orElseThrow();
    assertThat(usual.get("words").asString()).isEqualToIgnoringCase("Maintain");
    assertThat(usual.get("severity").asString()).isEqualTo("warning");
    assertThat(usual.get("why").asString()).isNotBlank();
    assertThat(usual.get("better").asString()).isNotBlank();
    assertThat(usual.has("keyResult")).isFalse();
  }

  @Test
  void whatIsLeftAsItIsSaysByWhomAndWhyAndComesBackWhenItIsWantedOrItsWordsChange() {
    UUID objective = busy();
    assertThat(speaking(objective)).contains("O3 usual");
    JsonNode after =
        done(
            "POST",
            "/objectives/" + objective + "/findings/waivers",
            Map.of("rule", "O3", "reason", "The contract says it so."));
    JsonNode waiver =
        after
            .get("findings")
            .valueStream()
            .filter(each -> each.has("waiver"))
            .findFirst()
            .orElseThrow()
            .get("waiver");
    assertThat(waiver.get("reason").asString()).isEqualTo("The contract says it so.");
    assertThat(waiver.get("by").asString()).isEqualTo(Person.MARA.fullName());
    assertThat(speaking(objective)).doesNotContain("O3 usual");
    assertThat(
            send(
                    Person.MARA,
                    "POST",
                    "/objectives/" + objective + "/findings/waivers",
                    Map.of("rule", "O3", "reason", "Twice"))
                .statusCode())
        .isEqualTo(409);
    assertThat(
            send(
                    Person.MARA,
                    "DELETE",
                    "/objectives/" + objective + "/findings/waivers/" + waiver.get("id").asString(),
                    "")
                .statusCode())
        .isEqualTo(204);
    assertThat(speaking(objective)).contains("O3 usual");
    done(
        "POST",
        "/objectives/" + objective + "/findings/waivers",
        Map.of("rule", "O3", "reason", "The contract says it so."));
    database
        .sql("update objective set title = 'Maintain the help desk at night' where id = :id")
        .param("id", objective)
        .update();
    assertThat(speaking(objective)).contains("O3 usual");
    done(
        "POST",
        "/objectives/" + objective + "/findings/waivers",
        Map.of("rule", "O3", "reason", "At night too."));
    assertThat(speaking(objective)).doesNotContain("O3 usual");
  }

  @Test
  void aWaiverNeedsAReasonAndSomethingThatIsFound() {
    UUID objective = busy();
    String path = "/objectives/" + objective + "/findings/waivers";
    HttpResponse<String> silent = send(Person.MARA, "POST", path, Map.of("rule", "O3"));
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(silent.body()).contains("\"reason\"");
    HttpResponse<String> invented =
        send(Person.MARA, "POST", path, Map.of("rule", "K10", "reason", "Just so"));
    assertThat(invented.statusCode()).isEqualTo(422);
    assertThat(invented.body()).contains("\"rule\"");
    HttpResponse<String> endless =
        send(Person.MARA, "POST", path, Map.of("rule", "O3", "reason", "x".repeat(1001)));
    assertThat(endless.statusCode()).isEqualTo(422);
    assertThat(speaking(objective)).contains("O3 usual");
  }

  @Test
  void onlyWhoeverMayChangeTheObjectiveSeesWhatTheLinterSays() {
    UUID objective = busy();
    assertThat(send(Person.JONAS, "GET", "/objectives/" + objective + "/findings", "").statusCode())
        .isEqualTo(403);
    assertThat(
            send(
                    Person.JONAS,
                    "POST",
                    "/objectives/" + objective + "/findings/waivers",
                    Map.of("rule", "O3", "reason", "Not mine"))
                .statusCode())
        .isEqualTo(403);
  }

  private String measure(String name, Map<String, Object> more) {
    Map<String, Object> input =
        new HashMap<>(
            Map.of("name", name, "unit", "%", "direction", "higher", "frequency", "weekly"));
    input.putAll(more);
    return done("POST", "/measures", input).get("id").asString();
  }

  private void enter(String measure, LocalDate last, int values, IntToDoubleFunction value) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < values; i++) {
      all.add(
          Map.of(
              "day", last.minusWeeks(values - 1L - i).toString(), "value", value.applyAsDouble(i)));
    }
    done("POST", "/measures/" + measure + "/values", Map.of("values", all));
  }

  private void feed(UUID objective, UUID keyResult, String measure) {
    done(
        "POST",
        "/objectives/" + objective + "/measures",
        Map.of("role", "feeds", "keyResult", keyResult, "measure", measure));
  }

  private LocalDate beforeTheCycle(UUID objective) {
    return database
        .sql("select starts from cycle c join objective o on o.cycle = c.id where o.id = :id")
        .param("id", objective)
        .query((row, _) -> row.getObject("starts", LocalDate.class))
        .single()
        .minusDays(3);
  }

  @Test
  void aTargetThatComesByItselfOrWasThereBeforeIsNoticedWithTheFigure() {
    UUID objective = goals.objective(Person.MARA, "Customers come back");
    UUID rising = goals.keyResult(objective, "Renewals", 50, 60);
    UUID known = goals.keyResult(objective, "Recommendations", 30, 40);
    String renewals = measure("Renewals", Map.of());
    enter(renewals, beforeTheCycle(objective), 40, i -> 40 + i * 0.5 + (i % 3) * 0.1);
    String recommendations = measure("Recommendations", Map.of());
    enter(recommendations, beforeTheCycle(objective), 40, i -> i == 9 ? 45 : 30 + i % 4);
    feed(objective, rising, renewals);
    feed(objective, known, recommendations);
    List<JsonNode> ambition =
        findings(objective).stream()
            .filter(each -> each.get("rule").asString().equals("K6"))
            .toList();
    assertThat(ambition.stream().map(each -> each.get("part").asString()))
        .containsExactly("trend", "best");
    assertThat(ambition.get(1).get("message").asString()).contains("45 ");
  }

  @Test
  void whatIsPaidByNeedsAGuardAndWhatOnlyLagsAnEarlySign() {
    UUID objective = goals.objective(Person.MARA, "Customers come back");
    UUID keyResult = goals.keyResult(objective, "Renewals", 50, 90);
    String renewals = measure("Renewals", Map.of("pays", true, "tense", "lagging"));
    feed(objective, keyResult, renewals);
    assertThat(speaking(objective)).contains("K13 paid", "K5 all");
    String guard = measure("Discounts", Map.of("direction", "lower"));
    done(
        "POST",
        "/objectives/" + objective + "/measures",
        Map.of("role", "guards", "keyResult", keyResult, "measure", guard));
    assertThat(speaking(objective)).contains("K5 all").doesNotContain("K13 paid");
  }

  @Test
  void oneMeasureBehindTwoKeyResultsIsCountedTwiceUnlessItsPartsExcludeEachOther() {
    UUID here = goals.objective(Person.MARA, "Customers come back");
    UUID mine = goals.keyResult(here, "Renewals", 50, 90);
    UUID there = goals.objective(Person.MARA, "Customers stay");
    UUID other = goals.keyResult(there, "Renewals too", 50, 90);
    String renewals = measure("Renewals", Map.of());
    feed(here, mine, renewals);
    assertThat(speaking(here)).doesNotContain("K12 elsewhere");
    feed(there, other, renewals);
    assertThat(speaking(here)).contains("K12 elsewhere");
    parts(here, renewals, "region", "north");
    parts(there, renewals, "region", "south");
    assertThat(speaking(here)).doesNotContain("K12 elsewhere");
    parts(there, renewals, "cohort", "2026");
    assertThat(speaking(here)).contains("K12 elsewhere");
  }

  /// Lets what feeds an objective follow a part of the measure.
  private void parts(UUID objective, String measure, String dimension, String slice) {
    database
        .sql(
            """
            with made as (insert into measure_series (id, measure, dimension, slice)
              values (gen_random_uuid(), :measure::uuid, :dimension, :slice) returning id)
            update measure_use u set series = made.id from made where u.objective = :objective
            """)
        .param("measure", measure)
        .param("dimension", dimension)
        .param("slice", slice)
        .param("objective", objective)
        .update();
  }

  @Test
  void aMeasureThatSomebodyMayNotSeeTellsThemNothing() {
    UUID objective = goals.objective(Person.MARA, "Customers come back");
    UUID keyResult = goals.keyResult(objective, "Renewals", 50, 90);
    String renewals = measure("Renewals", Map.of("pays", true));
    feed(objective, keyResult, renewals);
    assertThat(speaking(objective)).contains("K13 paid");
    database
        .sql("update measure set visibility = 'named', owner = :owner where id = :id::uuid")
        .param("id", renewals)
        .param("owner", Person.RUBEN.id())
        .update();
    assertThat(speaking(objective)).doesNotContain("K13 paid");
  }

  @Test
  void thePageSaysTheSameAndTakesAReason() {
    UUID objective = busy();
    var mara = visitors.as(Person.MARA);
    HttpResponse<String> page = mara.page("/goals/" + objective + "/findings");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("O3").contains("Leave it as it is");
    HttpResponse<String> silent =
        mara.post(
            "/goals/" + objective + "/findings",
            "finding",
            "O3-usual-0",
            "rule",
            "O3",
            "part",
            "usual",
            "keyResult",
            "",
            "reason-O3-usual-0",
            "");
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(silent.body()).contains("Say why it stays.");
    HttpResponse<String> left =
        mara.post(
            "/goals/" + objective + "/findings",
            "finding",
            "O3-usual-0",
            "rule",
            "O3",
            "part",
            "usual",
            "keyResult",
            "",
            "reason-O3-usual-0",
            "The contract");
    assertThat(left.statusCode()).isEqualTo(302);
    assertThat(mara.page("/goals/" + objective + "/findings").body())
        .contains("What stays, and why")
        .contains("The contract");
  }
}
