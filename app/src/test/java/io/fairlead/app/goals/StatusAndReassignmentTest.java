package io.fairlead.app.goals;

import static io.fairlead.app.testing.Person.AIKO;
import static io.fairlead.app.testing.Person.DEV;
import static io.fairlead.app.testing.Person.ELIF;
import static io.fairlead.app.testing.Person.HENRIK;
import static io.fairlead.app.testing.Person.INES;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.PRISCILLA;
import static io.fairlead.app.testing.Person.RUBEN;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What owners say of a status instead of its figures, and who finds new owners for what people who
/// left had under way: by page and by API.
@AppTest
class StatusAndReassignmentTest {
  @Autowired Goals goals;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  private UUID objective;
  private UUID churn;

  @BeforeEach
  void asNew() {
    company.reset();
    objective = goals.objective(MARA, "Customers stay");
    churn = goals.keyResult(objective, "Yearly churn", 6, 4);
    goals.keyResult(objective, "Renewals", 60, 80);
    checkedIn(5.9);
  }

  @Test
  void anOwnerSetsTheStatusOfAKeyResultAsideByPage() {
    Visitor mara = visitors.as(MARA);
    String drawer = mara.page("/goals/" + objective).body();
    assertThat(drawer).contains("/goals/key-results/" + churn + "/status");
    assertThat(mara.page(statusOf(churn)).body())
        .contains("By its figures: behind by")
        .contains("Seen by");
    HttpResponse<String> silent = mara.post(statusOf(churn), "status", "on-track", "reason", "  ");
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(silent.body()).contains("Say why, in a sentence");
    assertThat(mara.post(statusOf(churn), "status", "stale", "reason", "It rests").statusCode())
        .isEqualTo(422);
    assertThat(
            mara.post(statusOf(churn), "status", "on-track", "reason", "Three renewals are signed.")
                .statusCode())
        .isEqualTo(302);
    String seen = visitors.as(RUBEN).page("/goals/" + objective).body();
    assertThat(seen)
        .contains("On track, says Mara Lindqvist")
        .contains("Three renewals are signed.")
        .contains("By its figures: behind by")
        .contains("said: On track")
        .doesNotContain("/status\"");
    assertThat(acts()).containsExactly("objective.status-said");
  }

  @Test
  void whatWasSaidIsTakenBackAndStaysInTheHistory() {
    Visitor mara = visitors.as(MARA);
    mara.page("/goals/" + objective + "/status");
    mara.post(
        "/goals/" + objective + "/status", "status", "off-track", "reason", "Our largest left.");
    assertThat(mara.page("/goals?view=list").body()).contains("Off track, says Mara Lindqvist");
    String page = mara.page("/goals/" + objective + "/status").body();
    assertThat(page).contains("Take it back").contains("Our largest left.");
    mara.post("/goals/" + objective + "/status", "step", "back");
    assertThat(mara.page("/goals/" + objective).body())
        .doesNotContain("Off track, says")
        .contains("said: Off track")
        .contains("by its figures again");
    assertThat(mara.post("/goals/" + objective + "/status", "step", "back").statusCode())
        .as("nothing is left to take back")
        .isEqualTo(409);
    assertThat(acts()).containsExactly("objective.status-said", "objective.status-taken-back");
    assertThat(said()).isEqualTo(2);
  }

  @Test
  void theApiSaysBothStatusesAndWhoSaidWhat() {
    var mara = api.as(MARA);
    String path = "/api/v1/key-results/" + churn + "/status-override";
    String body = "{\"status\": \"done\", \"reason\": \"The contract is signed.\"}";
    for (int i = 0; i < 2; i++) {
      assertThat(mara.json("POST", path, body, "Idempotency-Key", "once").statusCode())
          .isEqualTo(201);
    }
    assertThat(said()).as("sent twice, said once").isEqualTo(1);
    JsonNode seen = read(RUBEN);
    assertThat(seen.at("/keyResults/0/status").asString()).isEqualTo("done");
    assertThat(seen.at("/keyResults/0/derived").asString()).isEqualTo("off-track");
    assertThat(seen.at("/keyResults/0/override/reason").asString())
        .isEqualTo("The contract is signed.");
    assertThat(seen.at("/keyResults/0/override/by").asString()).isEqualTo("Mara Lindqvist");
    assertThat(seen.at("/objective/override").isNull()).isTrue();
    assertThat(mara.json("DELETE", path, null).statusCode()).isEqualTo(200);
    assertThat(mara.json("DELETE", path, null).statusCode()).isEqualTo(409);
    seen = read(RUBEN);
    assertThat(seen.at("/keyResults/0/status").asString()).isEqualTo("off-track");
    assertThat(seen.at("/said").size()).isEqualTo(2);
    assertThat(seen.at("/said/0/status").isNull()).isTrue();
    assertThat(
            mara.json("POST", path, "{\"status\": \"splendid\", \"reason\": \"Yes\"}").statusCode())
        .isEqualTo(422);
  }

  @Test
  void onlyWhoWorksOnItSaysHowItStands() {
    own(churn, JONAS);
    String keyResult = "/api/v1/key-results/" + churn + "/status-override";
    String whole = "/api/v1/objectives/" + objective + "/status-override";
    String body = "{\"status\": \"at-risk\", \"reason\": \"Two accounts waver.\"}";
    assertThat(api.as(JONAS).json("POST", keyResult, body).statusCode()).isEqualTo(201);
    assertThat(api.as(JONAS).json("POST", whole, body).statusCode()).isEqualTo(403);
    assertThat(api.as(DEV).json("POST", keyResult, body).statusCode()).isEqualTo(404);
    assertThat(api.as(HENRIK).json("POST", whole, body).statusCode())
        .as("not even the line")
        .isEqualTo(403);
    delegate(objective, DEV);
    assertThat(api.as(DEV).json("POST", keyResult, body).statusCode()).isEqualTo(201);
    assertThat(api.as(DEV).json("POST", whole, body).statusCode()).isEqualTo(201);
    String drawer = visitors.as(JONAS).page("/goals/" + objective).body();
    assertThat(drawer).contains(statusOf(churn)).doesNotContain("/goals/" + objective + "/status");
  }

  @Test
  void onceItIsGradedItsStatusIsNotSaidAnyMore() {
    set("graded");
    assertThat(
            api.as(MARA)
                .json(
                    "POST",
                    "/api/v1/objectives/" + objective + "/status-override",
                    "{\"status\": \"at-risk\", \"reason\": \"Two accounts waver.\"}")
                .statusCode())
        .isEqualTo(409);
  }

  private JsonNode read(Person person) {
    return json.readTree(
        api.as(person).json("GET", "/api/v1/objectives/" + objective + "/status", null).body());
  }

  private String statusOf(UUID keyResult) {
    return "/goals/key-results/" + keyResult + "/status";
  }

  private void checkedIn(double value) {
    clock.set(LocalDate.parse("2026-05-12"));
    assertThat(
            api.as(MARA)
                .json(
                    "POST",
                    "/api/v1/check-ins",
                    "{\"checkIns\": [{\"keyResult\": \"%s\", \"value\": %s, \"noChange\": false}]}"
                        .formatted(churn, value))
                .statusCode())
        .isEqualTo(201);
    clock.reset();
  }

  private void own(UUID keyResult, Person person) {
    database
        .sql("update key_result set owner = ? where id = ?")
        .params(person.id(), keyResult)
        .update();
  }

  private void delegate(UUID id, Person person) {
    database.sql("update objective set delegate = ? where id = ?").params(person.id(), id).update();
  }

  private void set(String state) {
    database.sql("update objective set state = ? where id = ?").params(state, objective).update();
  }

  private int said() {
    return database.sql("select count(*) from status_override").query(Integer.class).single();
  }

  private List<String> acts() {
    return database
        .sql("select act from audit_entry where act like 'objective.status%' order by at, id")
        .query((row, number) -> row.getString("act"))
        .list();
  }

  @Test
  void theLastManagerFindsNewOwnersForWhatALeaverHad() {
    UUID theirs = goals.objective(JONAS, "Sites report");
    UUID secret = goals.objective(JONAS, "Quiet rebuild", "Q2 2026", "proposed", "named");
    goals.objective(JONAS, "An idea", "Q2 2026", "draft", "public");
    goals.objective(JONAS, "Long done", "Q1 2026", "closed", "public");
    own(churnOf(HENRIK), JONAS);
    leaves(JONAS);
    assertThat(waiting(MARA))
        .containsExactly("Quiet rebuild", "Sites report", "Yearly churn of HENRIK");
    assertThat(waiting(HENRIK)).isEmpty();
    assertThat(waiting(ELIF)).as("people operations only where nobody is").isEmpty();
    String home = visitors.as(MARA).page("/").body();
    assertThat(home)
        .contains("Find a new owner for “Sites report”")
        .contains("Its owner has left")
        .contains("/goals/" + theirs + "/reassignment")
        .contains("Find a new owner for the key result “Yearly churn of HENRIK”");
    assertThat(visitors.as(MARA).page("/goals/" + secret).statusCode())
        .as("whoever finds the owner sees what it is about")
        .isEqualTo(200);
    assertThat(visitors.as(DEV).page("/goals/" + secret).statusCode()).isEqualTo(404);
  }

  @Test
  void anObjectiveIsGivenToSomebodyElseByPage() {
    UUID theirs = goals.objective(JONAS, "Sites report");
    UUID part = goals.keyResult(theirs, "First reading", 40, 60);
    own(part, JONAS);
    leaves(JONAS);
    Visitor mara = visitors.as(MARA);
    String form = mara.page("/goals/" + theirs + "/reassignment").body();
    assertThat(form).contains("Jonas Beck has left").contains("Dev Patel").contains("Seen by");
    HttpResponse<String> nobody =
        mara.post("/goals/" + theirs + "/reassignment", "person", "Nobody");
    assertThat(nobody.statusCode()).isEqualTo(422);
    assertThat(nobody.body()).contains("does not work here").contains("value=\"Nobody\"");
    HttpResponse<String> gone =
        mara.post("/goals/" + theirs + "/reassignment", "person", "Jonas Beck");
    assertThat(gone.statusCode()).isEqualTo(422);
    HttpResponse<String> elsewhere =
        mara.post("/goals/" + theirs + "/reassignment", "person", "Ruben Castel");
    assertThat(elsewhere.body()).contains("someone in your line");
    assertThat(mara.post("/goals/" + theirs + "/reassignment", "person", "Dev Patel").statusCode())
        .isEqualTo(302);
    assertThat(mara.page("/goals/" + theirs).body()).contains("Dev Patel");
    assertThat(waiting(MARA)).isEmpty();
    assertThat(api.as(DEV).json("GET", "/api/v1/check-ins/waiting", null).body())
        .as("the leaver's part of it goes along")
        .contains(part.toString());
    assertThat(
            database
                .sql(
                    "select count(*) from audit_entry where act = 'objective.reassigned' and record = ? and subject = ?")
                .params(theirs, DEV.id())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(
            database
                .sql("select count(*) from objective_version where objective = ?")
                .param(theirs)
                .query(Integer.class)
                .single())
        .as("how it was worded then is kept")
        .isGreaterThanOrEqualTo(1);
  }

  @Test
  void aKeyResultInsideSomebodyElsesObjectiveIsGivenOnByPageAndApi() {
    UUID part = churnOf(PRISCILLA);
    UUID other = goals.keyResult(goals.objective(PRISCILLA, "Pilots"), "Pilots begun", 0, 9);
    own(part, JONAS);
    own(other, JONAS);
    leaves(JONAS);
    Visitor mara = visitors.as(MARA);
    assertThat(mara.page("/goals/key-results/" + part + "/reassignment").body())
        .contains("Left empty, it falls to Priscilla Moreno");
    assertThat(
            mara.post("/goals/key-results/" + part + "/reassignment", "person", "Aiko Mori")
                .statusCode())
        .isEqualTo(302);
    assertThat(ownerOf(part)).isEqualTo(AIKO.id());
    assertThat(
            api.as(MARA)
                .json(
                    "POST", "/api/v1/key-results/" + other + "/reassignment", "{\"person\": null}")
                .statusCode())
        .isEqualTo(201);
    assertThat(ownerOf(other)).isNull();
    assertThat(waiting(MARA)).isEmpty();
    assertThat(
            api.as(MARA)
                .json(
                    "POST",
                    "/api/v1/key-results/" + other + "/reassignment",
                    "{\"person\": \"%s\"}".formatted(DEV.id()))
                .statusCode())
        .as("it is not theirs to give any more")
        .isEqualTo(404);
  }

  @Test
  void whereTheLastManagerLeftTooTheNextOneAboveIsAsked() {
    UUID theirs = goals.objective(JONAS, "Sites report");
    leaves(JONAS);
    leaves(MARA);
    assertThat(waiting(HENRIK)).contains("Sites report");
    assertThat(waiting(MARA)).isEmpty();
    String body = "{\"person\": \"%s\"}".formatted(DEV.id());
    for (Person other : List.of(RUBEN, DEV, AIKO)) {
      assertThat(
              api.as(other)
                  .json("POST", "/api/v1/objectives/" + theirs + "/reassignment", body)
                  .statusCode())
          .isEqualTo(403);
    }
    // Dev reports to nobody here now, so that Henrik takes it himself.
    assertThat(
            api.as(HENRIK)
                .json(
                    "POST",
                    "/api/v1/objectives/" + theirs + "/reassignment",
                    "{\"person\": \"%s\"}".formatted(HENRIK.id()))
                .statusCode())
        .isEqualTo(201);
    assertThat(waiting(HENRIK)).doesNotContain("Sites report");
  }

  @Test
  void whereNobodyAboveIsLeftPeopleOperationsIsAsked() {
    UUID theirs = goals.objective(INES, "Water is saved");
    leaves(INES);
    assertThat(waiting(ELIF)).containsExactly("Water is saved");
    assertThat(visitors.as(ELIF).page("/").body())
        .contains("Find a new owner for “Water is saved”");
    assertThat(waiting(HENRIK)).isEmpty();
    assertThat(
            api.as(ELIF)
                .json(
                    "POST",
                    "/api/v1/objectives/" + theirs + "/reassignment",
                    "{\"person\": \"%s\"}".formatted(HENRIK.id()))
                .statusCode())
        .isEqualTo(201);
    assertThat(waiting(ELIF)).isEmpty();
  }

  @Test
  void whoHasNotLeftYetOrComesBackIsNoLeaver() {
    goals.objective(JONAS, "Sites report");
    database
        .sql(
            "update employment set during = daterange('2023-03-01', '2026-05-14') where person = ?")
        .param(JONAS.id())
        .update();
    assertThat(waiting(MARA)).as("their last day").isEmpty();
    clock.set(LocalDate.parse("2026-05-14"));
    assertThat(waiting(MARA)).containsExactly("Sites report");
    database
        .sql(
            """
            insert into employment (id, person, unit, during, recorded_at)
            values (?, ?, ?, daterange('2026-09-01', null), now())
            """)
        .params(UUID.randomUUID(), JONAS.id(), Company.unit("Activation"))
        .update();
    assertThat(waiting(MARA)).as("back in September").isEmpty();
  }

  @Test
  void sentTwiceItIsGivenOnce() {
    UUID theirs = goals.objective(JONAS, "Sites report");
    leaves(JONAS);
    for (int i = 0; i < 2; i++) {
      assertThat(
              api.as(MARA)
                  .json(
                      "POST",
                      "/api/v1/objectives/" + theirs + "/reassignment",
                      "{\"person\": \"%s\"}".formatted(DEV.id()),
                      "Idempotency-Key",
                      "once")
                  .statusCode())
          .isEqualTo(201);
    }
    assertThat(
            database
                .sql("select count(*) from audit_entry where act = 'objective.reassigned'")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private UUID churnOf(Person owner) {
    return goals.keyResult(
        goals.objective(owner, "Customers renew"), "Yearly churn of " + owner, 6, 4);
  }

  /// From today on they work here no more, and stand in no line.
  private void leaves(Person person) {
    database
        .sql(
            "update employment set during = daterange('2023-03-01', '2026-05-13') where person = ?")
        .param(person.id())
        .update();
    database
        .sql(
            "update reporting_line set during = daterange('2023-03-01', '2026-05-13') where person = ?")
        .param(person.id())
        .update();
    database
        .sql("delete from line_of where above = :person or below = :person")
        .param("person", person.id())
        .update();
  }

  private List<String> waiting(Person person) {
    JsonNode answer =
        json.readTree(api.as(person).json("GET", "/api/v1/reassignments/waiting", null).body());
    List<String> titles = new ArrayList<>();
    answer.path("waiting").forEach(one -> titles.add(one.path("title").asString()));
    return titles;
  }

  private @Nullable UUID ownerOf(UUID keyResult) {
    return database
        .sql("select owner from key_result where id = ?")
        .param(keyResult)
        .query((row, number) -> Optional.ofNullable(row.getObject("owner", UUID.class)))
        .single()
        .orElse(null);
  }
}
