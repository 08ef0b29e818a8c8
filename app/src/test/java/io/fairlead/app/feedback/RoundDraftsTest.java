package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.disclosure.CustodianSecret;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Whoever reads a draft and puts it back, by program or by form, changes nothing.
@AppTest
class RoundDraftsTest {
  private static final String ROUNDS = "/api/v1/feedback/rounds";

  @Autowired ApiClient api;
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired Goals goals;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  private UUID objective = new UUID(0, 0);

  @BeforeEach
  void anObjective() {
    company.reset();
    objective = goals.objective(Person.HENRIK, "New teams are productive in two weeks");
  }

  private HttpResponse<String> send(
      Person person, String method, String path, Object body, String... headers) {
    return api.as(person, "feedback:read", "feedback:write")
        .json(method, path, json.writeValueAsString(body), headers);
  }

  private JsonNode done(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return json.readTree(response.body());
  }

  private String defined(Map<String, Object> terms) {
    return ROUNDS + "/" + done(send(Person.ELIF, "POST", ROUNDS, terms)).get("id").asString();
  }

  private ObjectNode look(String round) {
    return (ObjectNode) done(send(Person.ELIF, "GET", round, ""));
  }

  private static Map<String, Object> round(Object... more) {
    Map<String, Object> round = new HashMap<>();
    round.put("name", "Spring round");
    round.put("instrument", "manager");
    for (int i = 0; i < more.length; i += 2) {
      round.put((String) more[i], more[i + 1]);
    }
    return round;
  }

  /// One of each kind, with every field of a round away from its usual value in one of them.
  private Map<String, Map<String, Object>> kinds() {
    Map<String, Map<String, Object>> kinds = new LinkedHashMap<>();
    kinds.put("everybody", round());
    kinds.put(
        "people and units, leaders of leaders",
        round(
            "people", List.of(Person.DEV.id(), Person.MARA.id(), Person.AIKO.id()),
            "units", List.of(Company.unit("Activation"), Company.unit("Sales")),
            "reviewees", "leaders-of-leaders"));
    kinds.put("leaders of everybody", round("reviewees", "leaders"));
    kinds.put(
        "an evaluation that says all",
        round(
            "purpose",
            "evaluation",
            "owner",
            Person.HENRIK.id(),
            "validationNote",
            "Held to results of two years.\n\nSee the study.",
            "numeric",
            7,
            "comments",
            8,
            "width",
            1,
            "colluders",
            1,
            "unit",
            "item",
            "audience",
            "reviewee-and-manager",
            "steward",
            Person.INES.id(),
            "lesson",
            "receiving",
            "self",
            false,
            "manager",
            false,
            "peers",
            4,
            "reports",
            3,
            "others",
            2,
            "budget",
            45,
            "nominateBy",
            "2026-06-02",
            "opens",
            "2026-06-04",
            "closes",
            "2026-06-30",
            "people",
            List.of(Person.MARA.id()),
            "reportsAtDebrief",
            false,
            "reportsAfter",
            9,
            "without",
            List.of("spread", "hints")));
    kinds.put(
        "an escrow",
        round(
            "people",
            List.of(Person.MARA.id()),
            "escrow",
            Map.of(
                "first", Person.SOFIA.id(),
                "firstKey", CustodianSecret.make().publicKey().text(),
                "second", Person.LIAM.id(),
                "secondKey", CustodianSecret.make().publicKey().text(),
                "days", 61)));
    kinds.put(
        "teams",
        round(
            "kind",
            "pulse",
            "instrument",
            "psychological-safety",
            "audience",
            "team",
            "colluders",
            1,
            "units",
            List.of(Company.unit("Activation"), Company.unit("Sales"))));
    kinds.put(
        "contributors", round("kind", "project", "instrument", "project", "objective", objective));
    kinds.put(
        "a team of contributors",
        round(
            "kind",
            "project",
            "instrument",
            "psychological-safety",
            "audience",
            "lead",
            "objective",
            objective));
    return kinds;
  }

  /// What a program that changes a round would send: all that it read.
  private JsonNode putBack(String round, JsonNode read) {
    return done(put(Person.ELIF, round, read));
  }

  private HttpResponse<String> put(Person person, String round, JsonNode read) {
    return send(person, "PUT", round, read, "If-Match", "\"" + read.get("version") + "\"");
  }

  private static ObjectNode withoutVersion(JsonNode round) {
    ObjectNode copy = (ObjectNode) round.deepCopy();
    copy.remove("version");
    return copy;
  }

  @Test
  void aDraftThatIsReadAndPutBackStaysAsItWas() {
    kinds()
        .forEach((kind, terms) -> {
          String round = defined(terms);
          ObjectNode read = look(round);
          assertThat(withoutVersion(putBack(round, read))).as(kind).isEqualTo(withoutVersion(read));
          read = look(round);
          terms.keySet().forEach(field -> assertThat(look(round).has(field)).as(field).isTrue());
          read.put("name", "Another name");
          putBack(round, read);
          assertThat(withoutVersion(look(round))).as(kind).isEqualTo(withoutVersion(read));
        });
  }

  @Test
  void aDraftWhoseFormIsOpenedAndSavedStaysAsItWas() {
    kinds()
        .forEach((kind, terms) -> {
          String round = defined(terms);
          ObjectNode read = look(round);
          HttpResponse<String> saved = saveUnchanged(Person.ELIF, round);
          assertThat(saved.statusCode()).as(kind + saved.body()).isEqualTo(302);
          ObjectNode now = look(round);
          assertThat(now.get("version").asLong()).isGreaterThan(read.get("version").asLong());
          assertThat(withoutVersion(now)).as(kind).isEqualTo(withoutVersion(read));
        });
  }

  /// As a browser sends what it was given, ends of lines included.
  private HttpResponse<String> saveUnchanged(Person person, String round) {
    String page = round.replace("/api/v1", "") + "/edit";
    Visitor visitor = visitors.as(person);
    FormElement form =
        (FormElement)
            Objects.requireNonNull(
                Jsoup.parse(visitor.page(page).body()).selectFirst("form[action='" + page + "']"));
    return visitor.post(
        page,
        form.formData().stream()
            .flatMap(each -> Stream.of(each.key(), each.value().replace("\n", "\r\n")))
            .toArray(String[]::new));
  }

  @Test
  void whoeverStandsInAFormStaysThoughSomebodyElseIsCalledThatToo() {
    String round =
        defined(
            round(
                "people", List.of(Person.DEV.id(), Person.JONAS.id()),
                "steward", Person.INES.id()));
    database
        .sql("update identity set name = 'Dev Patel' where person = ?")
        .param(Person.AIKO.id())
        .update();
    database
        .sql("update identity set name = 'Ines Okafor' where person = ?")
        .param(Person.TOMASZ.id())
        .update();
    ObjectNode read = look(round);
    HttpResponse<String> saved = saveUnchanged(Person.ELIF, round);
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
    assertThat(withoutVersion(look(round))).isEqualTo(withoutVersion(read));
  }

  @Test
  void anObjectiveThatSomebodyElseChoseStaysThoughTheWriterCannotSeeIt() {
    Map<String, Object> terms =
        round("kind", "project", "instrument", "project", "objective", objective);
    String other = defined(round("owner", Person.RUBEN.id()));
    terms.put("owner", Person.RUBEN.id());
    String round = defined(terms);
    goals.objective(Person.RUBEN, "New teams are productive in two weeks");
    database
        .sql("update objective set visibility = 'named' where id = ?")
        .param(objective)
        .update();
    ObjectNode read = look(round);
    assertThat(saveUnchanged(Person.RUBEN, round).statusCode()).isEqualTo(302);
    assertThat(withoutVersion(look(round))).isEqualTo(withoutVersion(read));
    assertThat(put(Person.RUBEN, round, look(round)).statusCode()).isEqualTo(200);
    assertThat(withoutVersion(look(round))).isEqualTo(withoutVersion(read));
    assertThat(send(Person.RUBEN, "PUT", other, terms, "If-Match", "\"1\"").body())
        .as("nowhere else do they find it")
        .contains("feedback.no-objective");
  }

  @Test
  void somebodyWhoLeftIsRefusedAtTheirField() {
    String round = defined(round("people", List.of(Person.DEV.id()), "steward", Person.INES.id()));
    database
        .sql(
            "update employment set during = daterange(lower(during), date '2026-05-01') where person in (?, ?)")
        .params(Person.DEV.id(), Person.INES.id())
        .update();
    ObjectNode read = look(round);
    HttpResponse<String> refused = put(Person.ELIF, round, read);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(json.readTree(refused.body()).findValuesAsString("field"))
        .containsExactlyInAnyOrder("people", "steward");
    assertThat(look(round)).isEqualTo(read);
  }

  @Test
  void questionsThatCanBeAskedNoMoreAreNotExchangedForOthers() {
    String round = defined(round());
    database
        .sql("update feedback_round set instrument = 'gone' where id = ?")
        .param(UUID.fromString(round.substring(ROUNDS.length() + 1)))
        .update();
    HttpResponse<String> refused = saveUnchanged(Person.ELIF, round);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(look(round).get("instrument").asString()).isEqualTo("gone");
  }

  @Test
  void whomADraftIsAboutIsForThoseWhoMayRunItAndIsNotThereFromTheLaunchOn() {
    String round = defined(round("people", List.of(Person.MARA.id()), "owner", Person.HENRIK.id()));
    assertThat(done(send(Person.HENRIK, "GET", round, "")).get("people").toString())
        .contains(Person.MARA.id().toString());
    assertThat(send(Person.MARA, "GET", round, "").statusCode()).isEqualTo(404);
    done(send(Person.ELIF, "POST", round + "/launch", Map.of(), "If-Match", "\"1\""));
    for (Person reader : List.of(Person.ELIF, Person.HENRIK, Person.MARA)) {
      JsonNode read = done(send(reader, "GET", round, ""));
      assertThat(read.has("numeric")).isTrue();
      for (String field : List.of("people", "units", "objective", "reviewees")) {
        assertThat(read.has(field)).as(reader + " " + field).isFalse();
      }
    }
  }
}
