package io.fairlead.app.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.instruments.Behaviour;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Jonas works on a behaviour: what he may say, who reads it, and when Home asks him.
@AppTest
class DevelopmentPlansTest {
  private static final String PLAN = "/api/v1/development-plan";

  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private HttpResponse<String> send(
      Person person, String method, String path, Object body, String... headers) {
    return api.as(person, "growth:read", "growth:write", "goals:read")
        .json(method, path, json.writeValueAsString(body), headers);
  }

  private JsonNode read(Person person, String path) {
    HttpResponse<String> response = api.as(person, "growth:read").json("GET", path, null);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json.readTree(response.body());
  }

  private static Map<String, Object> input(String doing) {
    Map<String, Object> input = new HashMap<>();
    input.put("doing", doing);
    input.put("review", "2026-06-24");
    input.put("actions", List.of(Map.of("text", "Tell the team on Monday", "due", "2026-05-18")));
    return input;
  }

  private String begun(Person person, String doing) {
    HttpResponse<String> begun = send(person, "POST", PLAN, input(doing));
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
    return json.readTree(begun.body()).get("id").asString();
  }

  @Test
  void aBehaviourOfTheLibraryBringsItsSentenceAndItsMeasure() {
    Behaviour first = Behaviours.matching("listening", 0, "summary", "en").getFirst();
    HttpResponse<String> begun =
        send(Person.JONAS, "POST", PLAN, Map.of("behaviour", first.id(), "review", "2026-06-24"));
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
    JsonNode focus = json.readTree(begun.body());
    assertThat(focus.get("doing").asString()).isEqualTo(first.does().in("en"));
    assertThat(focus.get("success").asString()).isEqualTo(first.shows().in("en"));
    assertThat(focus.get("starts").asString()).isEqualTo("2026-05-13");
    assertThat(focus.get("shared").asBoolean()).isFalse();
  }

  @Test
  void moreThanTwoAtATimeAreNone() {
    String first = begun(Person.JONAS, "Asks before answering");
    begun(Person.JONAS, "Says what was left out");
    HttpResponse<String> third = send(Person.JONAS, "POST", PLAN, input("Is on time"));
    assertThat(third.statusCode()).isEqualTo(409);
    assertThat(third.body()).contains("You work on 2 behaviours already");
    send(
        Person.JONAS,
        "POST",
        PLAN + "/" + first + "/ending",
        Map.of("state", "dropped", "learned", "It was not mine to change"));
    begun(Person.JONAS, "Is on time");
    assertThat(read(Person.JONAS, PLAN).get("focuses")).hasSize(3);
    begun(Person.DEV, "Is on time");
  }

  @Test
  void allThatIsWrongIsSaidAtOnceAndNothingIsKept() {
    HttpResponse<String> wrong =
        send(
            Person.JONAS,
            "POST",
            PLAN,
            Map.of(
                "behaviour", "listening.reads-minds",
                "doing", "x".repeat(501),
                "starts", "2026-06-01",
                "review", "2026-05-01",
                "actions",
                    List.of(
                        Map.of("due", "2026-05-20"),
                        Map.of("text", "later", "due", "2036-01-01"))));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains(
            "\"field\":\"behaviour\"",
            "\"field\":\"doing\"",
            "\"field\":\"review\"",
            "\"field\":\"actions.0.text\"",
            "\"field\":\"actions.1.due\"");
    assertThat(send(Person.JONAS, "POST", PLAN, Map.of()).body())
        .contains("\"field\":\"doing\"", "\"field\":\"review\"");
    assertThat(read(Person.JONAS, PLAN).get("focuses")).isEmpty();
  }

  @Test
  void itIsMineAloneUntilIShareItWithMyManagerAndAgainOnceITakeItBack() {
    String id = begun(Person.JONAS, "Asks before answering");
    send(Person.JONAS, "POST", PLAN + "/" + id + "/notes", Map.of("text", "Twice on Monday"));
    for (Person other : Person.values()) {
      if (other != Person.JONAS) {
        assertThat(send(other, "GET", PLAN + "/" + id, "").statusCode())
            .as(other.name())
            .isEqualTo(404);
      }
    }
    send(Person.JONAS, "PUT", PLAN + "/" + id + "/sharing", Map.of("shared", true));
    for (Person other : Person.values()) {
      int expected = other == Person.JONAS || other == Person.MARA ? 200 : 404;
      assertThat(send(other, "GET", PLAN + "/" + id, "").statusCode())
          .as(other.name())
          .isEqualTo(expected);
    }
    assertThat(read(Person.MARA, PLAN + "?person=" + Person.JONAS.id()).get("focuses")).hasSize(1);
    assertThat(read(Person.ELIF, PLAN + "?person=" + Person.JONAS.id()).get("focuses")).isEmpty();
    assertThat(visitors.as(Person.MARA).page("/people/" + Person.JONAS.id()).body())
        .contains("Asks before answering");
    assertThat(
            send(Person.MARA, "POST", PLAN + "/" + id + "/notes", Map.of("text", "Good"))
                .statusCode())
        .as("a manager reads and does not write")
        .isEqualTo(403);
    assertThat(visitors.as(Person.MARA).page("/growth/plan/" + id).body())
        .contains("Twice on Monday")
        .doesNotContain("Add a note", "Take it back");
    assertThat(
            database
                .sql(
                    """
                    select count(*) from audit_entry where act = 'development-plan.read' and actor = :mara
                    """)
                .param("mara", Person.MARA.id())
                .query(Integer.class)
                .single())
        .as("Jonas can see that she looked")
        .isPositive();
    send(Person.JONAS, "PUT", PLAN + "/" + id + "/sharing", Map.of("shared", false));
    assertThat(send(Person.MARA, "GET", PLAN + "/" + id, "").statusCode()).isEqualTo(404);
    assertThat(visitors.as(Person.MARA).page("/people/" + Person.JONAS.id()).body())
        .doesNotContain("Asks before answering");
  }

  @Test
  void anOldPageDoesNotOverwriteANewerPlan() {
    String id = begun(Person.JONAS, "Asks before answering");
    String path = PLAN + "/" + id;
    HttpResponse<String> changed =
        send(Person.JONAS, "PUT", path, input("Asks twice"), "If-Match", "\"1\"");
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(changed.headers().firstValue("ETag")).contains("\"2\"");
    HttpResponse<String> stale =
        send(Person.JONAS, "PUT", path, input("Asks never"), "If-Match", "\"1\"");
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(read(Person.JONAS, path).get("doing").asString()).isEqualTo("Asks twice");
    Visitor jonas = visitors.as(Person.JONAS);
    jonas.page("/growth/plan/" + id + "/edit");
    HttpResponse<String> page =
        jonas.post(
            "/growth/plan/" + id + "/edit",
            "version",
            "1",
            "doing",
            "Asks never",
            "review",
            "2026-06-24");
    assertThat(page.statusCode()).isEqualTo(412);
    assertThat(page.body()).contains("Asks never", "What you wrote is still here");
  }

  @Test
  void whatIsDoneStaysDoneWhenThePlanIsChanged() {
    String id = begun(Person.JONAS, "Asks before answering");
    send(Person.JONAS, "PUT", PLAN + "/" + id + "/actions/0", Map.of("done", true));
    JsonNode focus = read(Person.JONAS, PLAN + "/" + id);
    assertThat(focus.get("actions").get(0).get("doneOn").asString()).isEqualTo("2026-05-13");
    assertThat(
            send(Person.JONAS, "PUT", PLAN + "/" + id + "/actions/4", Map.of("done", true))
                .statusCode())
        .isEqualTo(404);
    Visitor jonas = visitors.as(Person.JONAS);
    String edit = jonas.page("/growth/plan/" + id + "/edit").body();
    assertThat(edit).contains("name=\"actions.0.doneOn\" value=\"2026-05-13\"");
  }

  @Test
  void whatEndsSaysWhatWasLearnedAndIsNotChangedAnyMore() {
    String path = PLAN + "/" + begun(Person.JONAS, "Asks before answering");
    HttpResponse<String> silent =
        send(Person.JONAS, "POST", path + "/ending", Map.of("state", "finished"));
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(silent.body()).contains("\"field\":\"state\"", "\"field\":\"learned\"");
    send(
        Person.JONAS,
        "POST",
        path + "/ending",
        Map.of("state", "done", "learned", "It takes time"));
    JsonNode ended = read(Person.JONAS, path);
    assertThat(ended.get("state").asString()).isEqualTo("done");
    assertThat(ended.get("learned").asString()).isEqualTo("It takes time");
    assertThat(send(Person.JONAS, "PUT", path, input("Anew"), "If-Match", "2").statusCode())
        .isEqualTo(409);
    assertThat(send(Person.JONAS, "POST", path + "/notes", Map.of("text", "Still so")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void homeAsksWhenTheDayHasComeAndNoLongerOnceItHasMoved() {
    String id = begun(Person.JONAS, "Asks before answering");
    assertThat(visitors.as(Person.JONAS).page("/").body()).doesNotContain("Asks before answering");
    clock.set(LocalDate.parse("2026-06-24"));
    Visitor jonas = visitors.as(Person.JONAS);
    assertThat(jonas.page("/").body()).contains("Look at how it goes: Asks before answering");
    assertThat(visitors.as(Person.MARA).page("/").body()).doesNotContain("Asks before answering");
    send(
        Person.JONAS,
        "POST",
        PLAN + "/" + id + "/notes",
        Map.of("text", "Better than in May", "review", "2026-08-01"));
    assertThat(jonas.page("/").body()).doesNotContain("Asks before answering");
  }
}
