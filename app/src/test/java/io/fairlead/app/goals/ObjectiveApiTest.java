package io.fairlead.app.goals;

import static io.fairlead.app.testing.Person.AIKO;
import static io.fairlead.app.testing.Person.DEV;
import static io.fairlead.app.testing.Person.ELIF;
import static io.fairlead.app.testing.Person.HENRIK;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.LIAM;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Person;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class ObjectiveApiTest {
  private static final String CHURN =
      """
      {"title": "Customers who try Leak Watch stay with us", "why": "They never acted on an alert.", "keyResults": [
        {"title": "yearly churn, accounts on Leak Watch", "kind": "decrease", "baseline": 6.4, "unit": "%",
         "targetMode": "percent-of-baseline", "change": 15},
        {"title": "accounts that acted on two alerts", "kind": "increase", "baseline": 0, "target": 120},
        {"title": "alert to phone", "kind": "band", "low": 0, "high": 60, "unit": "seconds"},
        {"title": "playbook", "kind": "milestones", "milestones": [{"name": "drafted"}, {"name": "used", "weight": 3}]},
        {"title": "support agrees", "kind": "yes-no"}],
       "watched": [{"name": "Support contacts per account", "note": "weekly"}]}
      """;

  @Autowired ApiClient api;
  @Autowired JsonMapper json;

  @Test
  void aDraftComesBackAsItWasWritten() {
    JsonNode drafted = drafted(MARA, CHURN);
    JsonNode read = read(MARA, drafted.path("id").asString());
    assertThat(read).isEqualTo(drafted);
    assertThat(read.path("state").asString()).isEqualTo("draft");
    assertThat(read.path("owner").asString()).isEqualTo(MARA.id().toString());
    assertThat(read.at("/keyResults/0/target").decimalValue()).isEqualByComparingTo("5.44");
    assertThat(read.at("/keyResults/3/milestones/1/weight").asInt()).isEqualTo(3);
    assertThat(read.at("/watched/0/name").asString()).isEqualTo("Support contacts per account");
  }

  @Test
  void whatChangesGetsANewVersionAndKeepsItsKeyResults() {
    JsonNode drafted = drafted(MARA, CHURN);
    String id = drafted.path("id").asString();
    String keptId = drafted.at("/keyResults/1/id").asString();
    var changed =
        change(
            MARA,
            id,
            "\"1\"",
            """
            {"title": "They stay", "keyResults": [
              {"title": "a new one", "kind": "yes-no"},
              {"id": "%s", "title": "accounts that acted", "kind": "increase", "baseline": "0", "target": "1,200"}]}
            """
                .formatted(keptId));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(changed.headers().firstValue("ETag")).hasValue("\"2\"");
    JsonNode read = read(MARA, id);
    assertThat(read.path("keyResults")).hasSize(2);
    assertThat(read.at("/keyResults/1/id").asString()).isEqualTo(keptId);
    assertThat(read.at("/keyResults/1/target").asInt()).isEqualTo(1200);
  }

  @Test
  void aStaleVersionIsRefusedAndChangesNothing() {
    String id = drafted(MARA, CHURN).path("id").asString();
    assertThat(change(MARA, id, "\"1\"", titled("Second")).statusCode()).isEqualTo(200);
    var late = change(MARA, id, "\"1\"", titled("Late"));
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(read(MARA, id).path("title").asString()).isEqualTo("Second");
  }

  @ParameterizedTest
  @CsvSource({
    "MARA, MARA, 200", // its owner
    "MARA, HENRIK, 404", // a draft is not for the line
    "MARA, ELIF, 404", // nor for people operations
    "MARA, JONAS, 404",
    "MARA, RUBEN, 404",
    "MARA, LIAM, 404",
  })
  void aDraftIsSeenByThoseWhoWriteItAlone(Person owner, Person reader, int status) {
    String id = drafted(owner, CHURN).path("id").asString();
    assertThat(get(reader, id).statusCode()).isEqualTo(status);
  }

  @Test
  void anObjectiveGoesItsWay() {
    String id = drafted(JONAS, CHURN).path("id").asString();
    assertThat(step(JONAS, id, "proposal").path("state").asString()).isEqualTo("proposed");
    assertThat(get(MARA, id).statusCode()).as("the line sees what is put forward").isEqualTo(200);
    assertThat(get(ELIF, id).statusCode()).as("so do people operations").isEqualTo(200);
    assertThat(get(DEV, id).statusCode()).as("and the team").isEqualTo(200);
    assertThat(get(RUBEN, id).statusCode()).as("but not yet everyone").isEqualTo(404);
    assertThat(step(JONAS, id, "activation").path("state").asString()).isEqualTo("active");
    assertThat(get(RUBEN, id).statusCode()).isEqualTo(200);
    assertThat(post(JONAS, id, "closure", null).statusCode())
        .as("ungraded, it does not close")
        .isEqualTo(409);
    assertThat(post(JONAS, id, "drop", "{\"reason\": \" \"}").statusCode()).isEqualTo(422);
    assertThat(post(JONAS, id, "drop", "{\"reason\": \"The product is sold.\"}").statusCode())
        .isEqualTo(200);
    assertThat(get(RUBEN, id).statusCode()).as("it was public and stays so").isEqualTo(200);
    assertThat(change(JONAS, id, "\"9\"", titled("Again")).statusCode()).isEqualTo(409);
  }

  @Test
  void aDroppedDraftIsNeverPublished() {
    String id = drafted(JONAS, CHURN).path("id").asString();
    assertThat(post(JONAS, id, "drop", "{\"reason\": \"A thought only.\"}").statusCode())
        .isEqualTo(200);
    assertThat(get(RUBEN, id).statusCode()).isEqualTo(404);
    assertThat(get(MARA, id).statusCode()).isEqualTo(404);
  }

  @Test
  void anotherPersonsIsSeenButNotChanged() {
    String id = drafted(AIKO, CHURN).path("id").asString();
    step(AIKO, id, "activation");
    assertThat(change(DEV, id, "\"2\"", titled("Mine now")).statusCode()).isEqualTo(403);
    assertThat(post(DEV, id, "drop", "{\"reason\": \"No.\"}").statusCode()).isEqualTo(403);
  }

  @Test
  void anotherPersonsDraftIsAsAbsentAsNothing() {
    String id = drafted(MARA, CHURN).path("id").asString();
    String nothing = UUID.randomUUID().toString();
    for (String step : new String[] {"proposal", "activation", "closure"}) {
      assertThat(post(RUBEN, id, step, null).body().replace(id, ""))
          .isEqualTo(post(RUBEN, nothing, step, null).body().replace(nothing, ""));
      assertThat(post(RUBEN, id, step, null).statusCode()).isEqualTo(404);
    }
    assertThat(change(RUBEN, id, "\"1\"", titled("Mine")).statusCode()).isEqualTo(404);
  }

  @Test
  void anotherObjectivesKeyResultIsNotTakenOver() {
    JsonNode hers = drafted(MARA, CHURN);
    String keyResult = hers.at("/keyResults/0/id").asString();
    String his = drafted(RUBEN, CHURN).path("id").asString();
    var stolen =
        change(
            RUBEN,
            his,
            "\"1\"",
            """
            {"title": "Taken", "keyResults": [{"id": "%s", "title": "mine now", "kind": "yes-no"}]}
            """
                .formatted(keyResult));
    assertThat(stolen.statusCode()).isEqualTo(422);
    assertThat(read(MARA, hers.path("id").asString())).isEqualTo(hers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JONAS | person       | MARA   | 422", // upwards
        "JONAS | person       | DEV    | 422", // sideways
        "MARA  | person       | JONAS  | 201", // one's own line
        "MARA  | organisation |        | 422",
        "INES  | organisation |        | 201",
        "ELIF  | organisation |        | 201",
        "MARA  | unit         | Activation | 201",
        "RUBEN | unit         | Activation | 422",
      })
  void oneWritesForOneselfOnesLineAndOnesUnits(
      Person writer, String kind, String owner, int status) {
    String id =
        owner == null
            ? ""
            : kind.equals("unit")
                ? io.fairlead.app.testing.Company.unit(owner).toString()
                : Person.valueOf(owner).id().toString();
    var response =
        api.as(writer)
            .json(
                "POST",
                "/api/v1/objectives",
                """
                {"title": "Grow", "ownerKind": "%s", "owner": "%s"}
                """
                    .formatted(kind, id));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
  }

  @Test
  void whoDraftsForSomeoneElseStaysTheirDelegate() {
    JsonNode drafted =
        drafted(
            HENRIK,
            "{\"title\": \"Grow\", \"ownerKind\": \"person\", \"owner\": \"" + MARA.id() + "\"}");
    assertThat(drafted.path("accountable").asString()).isEqualTo(MARA.id().toString());
    assertThat(drafted.path("delegate").asString()).isEqualTo(HENRIK.id().toString());
    assertThat(get(MARA, drafted.path("id").asString()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title | | required
          title | LONG:301 | too-long
          title | LONG:1000000 | too-long
          why | LONG:10001 | too-long
          kind | heroic | goals.unknown-choice
          visibility | secret | goals.unknown-choice
          cycle | 3f0c | goals.unknown-choice
          cycle | 00000000-0000-0000-0000-000000000000 | goals.unknown-choice
          delegate | 00000000-0000-0000-0000-000000000000 | goals.unknown-person
          """)
  void badFieldsAreNamed(String field, String value, String code) {
    String text =
        value == null
            ? ""
            : value.startsWith("LONG:") ? "x".repeat(Integer.parseInt(value.substring(5))) : value;
    String body =
        field.equals("title")
            ? "{\"title\": \"" + text + "\"}"
            : "{\"title\": \"Grow\", \"" + field + "\": \"" + text + "\"}";
    var response = api.as(LIAM).json("POST", "/api/v1/objectives", body);
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(json.readTree(response.body()).path("code").asString()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          target | 1e999999999 | goals.not-a-figure
          target | 99999999999999999999 | goals.not-a-figure
          target | NaN | goals.not-a-figure
          target | -Infinity | goals.not-a-figure
          target | 0.00000000001 | goals.not-a-figure
          weight | 0 | goals.weight
          weight | -1 | goals.weight
          weight | 1001 | goals.weight
          due | 31.12.2026 | goals.not-a-date
          due | 9999-12-31 | goals.not-a-date
          kind | guess | goals.unknown-choice
          owner | 00000000-0000-0000-0000-000000000000 | goals.unknown-person
          """)
  void badFiguresAreNamed(String field, String value, String code) {
    var response =
        api.as(LIAM)
            .json(
                "POST",
                "/api/v1/objectives",
                """
                {"title": "Grow", "keyResults": [{"title": "growth", "%s": "%s"}]}
                """
                    .formatted(field, value));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
    assertThat(json.readTree(response.body()).path("code").asString()).isEqualTo(code);
  }

  private static String titled(String title) {
    return "{\"title\": \"" + title + "\"}";
  }

  private JsonNode drafted(Person writer, String body) {
    var response = api.as(writer).json("POST", "/api/v1/objectives", body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return json.readTree(response.body());
  }

  private HttpResponse<String> get(Person reader, String id) {
    return api.as(reader).json("GET", "/api/v1/objectives/" + id, null);
  }

  private JsonNode read(Person reader, String id) {
    return json.readTree(get(reader, id).body());
  }

  private HttpResponse<String> change(Person writer, String id, String match, String body) {
    return api.as(writer).json("PUT", "/api/v1/objectives/" + id, body, "If-Match", match);
  }

  private HttpResponse<String> post(Person writer, String id, String step, @Nullable String body) {
    return api.as(writer).json("POST", "/api/v1/objectives/" + id + "/" + step, body);
  }

  private JsonNode step(Person writer, String id, String step) {
    var response = post(writer, id, step, null);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json.readTree(response.body());
  }
}
