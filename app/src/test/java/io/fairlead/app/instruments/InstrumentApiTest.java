package io.fairlead.app.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Instruments as programs read and write them.
@AppTest
class InstrumentApiTest {
  private static final String ALL = "/api/v1/instruments";

  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired JsonMapper json;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private HttpResponse<String> send(
      Person person, String method, String path, String body, String... headers) {
    return api.as(person, "instruments:read", "instruments:write")
        .json(method, path, body, headers);
  }

  private JsonNode answered(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return json.readTree(response.body());
  }

  private JsonNode look(Person person, String path) {
    return answered(send(person, "GET", path, ""), 200);
  }

  private static List<String> each(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(one -> one.get(field).asString())
        .toList();
  }

  private String document(String text) {
    return json.writeValueAsString(Map.of("document", text));
  }

  @Test
  void everybodyReadsWhatIsAskedAndWhatIsKnownAboutIt() {
    JsonNode listed = look(Person.AIKO, ALL).get("instruments");
    assertThat(each(listed, "id")).hasSize(11).startsWith("individual-contributor", "manager");
    assertThat(each(listed, "status")).containsOnly("not-yet-validated");

    JsonNode manager = look(Person.AIKO, ALL + "/manager");
    JsonNode item = manager.get("sections").get(1).get("items").get(0);
    assertThat(item.get("id").asString()).isEqualTo("listening.lets-finish");
    assertThat(item.get("wording").get("report").get("en").asString())
        .isEqualTo("Lets me finish my sentences.");
    assertThat(item.get("anchors")).hasSize(5);
    assertThat(manager.get("validity").get("notFor")).hasSize(3);
    assertThat(manager.get("findings")).isEmpty();
    assertThat(send(Person.AIKO, "GET", ALL + "/nothing", "").statusCode()).isEqualTo(404);
    assertThat(send(Person.AIKO, "GET", ALL + "/manager?edition=7", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void theBankAndTheLibraryAreLookedThrough() {
    JsonNode bank = look(Person.AIKO, ALL + "/bank?competency=listening");
    assertThat(bank.get("competencies")).hasSize(14);
    assertThat(each(bank.get("items"), "competency")).hasSize(6).containsOnly("listening");
    assertThat(look(Person.AIKO, ALL + "/bank").get("items")).hasSize(96);
    assertThat(
            each(look(Person.AIKO, ALL + "/bank?search=OBJECTIONS%20deciding").get("items"), "id"))
        .contains("decisions.seeks-objections");
    assertThat(look(Person.AIKO, ALL + "/bank?search=zeppelin").get("items")).isEmpty();

    JsonNode library = look(Person.AIKO, "/api/v1/behaviours?competency=listening&level=3");
    assertThat(library.get("levels")).hasSize(5);
    assertThat(each(library.get("behaviours"), "competency")).hasSize(6).containsOnly("listening");
    assertThat(look(Person.AIKO, "/api/v1/behaviours").get("behaviours")).hasSize(420);
  }

  @Test
  void peopleOperationsBeginOneFromNothing() {
    HttpResponse<String> begun =
        send(
            Person.ELIF,
            "POST",
            ALL,
            "{\"name\": \"Working in the kitchen\", \"id\": \"kitchen\"}");
    JsonNode draft = answered(begun, 201);
    assertThat(begun.headers().firstValue("Location")).contains(ALL + "/kitchen/draft");
    assertThat(each(draft.get("left"), "field")).contains("audience.en", "sections.0.items");
    assertThat(draft.has("instrument")).isFalse();

    JsonNode saved =
        answered(
            send(
                Person.ELIF,
                "PUT",
                ALL + "/kitchen/draft",
                document(InstrumentTextTest.kitchen()),
                "If-Match",
                "\"1\""),
            200);
    assertThat(saved.get("left")).isEmpty();
    assertThat(each(saved.get("findings"), "rule")).doesNotContain("few-items", "anchors");
    assertThat(saved.get("instrument").get("competencies").get(1).get("id").asString())
        .isEqualTo("cooking");
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() {
    answered(send(Person.ELIF, "POST", ALL, "{\"name\": \"Kitchen\"}"), 201);
    JsonNode saved =
        answered(
            send(
                Person.ELIF,
                "PUT",
                ALL + "/kitchen/draft",
                document(
                    InstrumentTextTest.kitchen()
                        .replace("listening.says-back", "listening.sings")
                        .replace("points: 5", "points: 6")),
                "If-Match",
                "\"1\""),
            200);
    assertThat(each(saved.get("left"), "field"))
        .containsExactly("points", "sections.0.items.1.bank");
    assertThat(each(saved.get("left"), "message"))
        .contains("Line 18: the item bank has no item 'listening.sings'.");
    HttpResponse<String> published =
        send(Person.ELIF, "POST", ALL + "/kitchen/editions", "", "If-Match", "\"2\"");
    assertThat(published.statusCode()).isEqualTo(422);
    assertThat(published.body()).contains("sections.0.items.1.bank");
    assertThat(send(Person.ELIF, "GET", ALL + "/kitchen?edition=draft", "").statusCode())
        .isEqualTo(409);
    assertThat(
            send(
                    Person.ELIF,
                    "PUT",
                    ALL + "/kitchen/draft",
                    document("name: b"),
                    "If-Match",
                    "\"1\"")
                .statusCode())
        .isEqualTo(412);
    assertThat(send(Person.ELIF, "PUT", ALL + "/kitchen/draft", document("name: b")).statusCode())
        .isEqualTo(422);
  }

  @Test
  void theyPublishItReadItAndBeginTheNext() {
    answered(send(Person.ELIF, "POST", ALL, "{\"name\": \"Kitchen\", \"from\": \"manager\"}"), 201);
    assertThat(send(Person.MARA, "GET", ALL + "/kitchen", "").statusCode()).isEqualTo(404);
    JsonNode published =
        answered(
            send(Person.ELIF, "POST", ALL + "/kitchen/editions", "", "If-Match", "\"1\""), 201);
    assertThat(published.get("edition").asInt()).isEqualTo(1);
    assertThat(look(Person.MARA, ALL + "/kitchen").get("name").get("en").asString())
        .isEqualTo("Kitchen");
    JsonNode own = look(Person.MARA, ALL).get("instruments").get(11);
    assertThat(own.get("own").asBoolean()).isTrue();
    assertThat(own.get("version").asLong()).isEqualTo(2);

    JsonNode next =
        answered(send(Person.ELIF, "POST", ALL + "/kitchen/draft", "", "If-Match", "\"2\""), 201);
    assertThat(next.get("edition").asInt()).isEqualTo(2);
    assertThat(look(Person.MARA, ALL).get("instruments").get(11).get("draft").asBoolean())
        .isFalse();
    assertThat(send(Person.MARA, "GET", ALL + "/kitchen/draft", "").statusCode()).isEqualTo(404);
    assertThat(
            send(Person.ELIF, "DELETE", ALL + "/kitchen/draft", "", "If-Match", "\"3\"")
                .statusCode())
        .isEqualTo(204);
    assertThat(look(Person.ELIF, ALL + "/kitchen?edition=1").get("edition").asInt()).isEqualTo(1);
  }
}
