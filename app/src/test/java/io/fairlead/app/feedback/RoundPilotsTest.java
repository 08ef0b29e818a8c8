package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A draft about everybody begins with a few.
@AppTest
class RoundPilotsTest {
  private static final String ROUNDS = "/api/v1/feedback/rounds";

  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired JsonMapper json;
  @Autowired JdbcClient database;

  private String round;

  @BeforeEach
  void aDraftAboutEverybody() {
    company.reset();
    round =
        done(send(
                "POST",
                ROUNDS,
                Map.of(
                    "name",
                    "First",
                    "instrument",
                    "manager",
                    "numeric",
                    3,
                    "comments",
                    3,
                    "peers",
                    5,
                    "nominateBy",
                    "2026-05-20")))
            .get("id")
            .asString();
  }

  private HttpResponse<String> send(String method, String path, Object body, String... headers) {
    return api.as(Person.ELIF, "feedback:read", "feedback:write")
        .json(method, path, json.writeValueAsString(body), headers);
  }

  private JsonNode done(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return json.readTree(response.body());
  }

  private String group() {
    return ROUNDS + "/" + round + "/pilot-group";
  }

  private static List<String> people(JsonNode group) {
    return group.get("people").valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void itTakesPeopleWithOthersAroundThemAndMakesTheDraftAboutThemAlone() {
    JsonNode four = done(send("GET", group() + "?size=4", ""));
    assertThat(people(four)).hasSize(4);
    assertThat(four.get("units").asInt()).isGreaterThan(1);
    double coverage = four.get("coverage").asDouble();
    assertThat(coverage)
        .isGreaterThan(done(send("GET", group() + "?size=200", "")).get("coverage").asDouble());
    assertThat(people(four))
        .as("three report to her and four work beside her")
        .contains(Person.MARA.id().toString());
    HttpResponse<String> taken =
        send("POST", group(), Map.of("size", 4), "If-Match", "\"1\"", "Idempotency-Key", "a");
    assertThat(people(done(taken))).hasSameElementsAs(people(four));
    assertThat(taken.headers().firstValue("ETag")).contains("\"2\"");
    assertThat(
            people(
                done(
                    send(
                        "POST",
                        group(),
                        Map.of("size", 4),
                        "If-Match",
                        "\"1\"",
                        "Idempotency-Key",
                        "a"))))
        .as("sent twice")
        .hasSize(4);
    assertThat(people(done(send("GET", group() + "?size=200", ""))))
        .as("nobody else is in the draft")
        .hasSize(4);
    assertThat(send("POST", group(), Map.of("size", 2), "If-Match", "\"1\"").statusCode())
        .as("of a draft that somebody changed")
        .isEqualTo(412);
  }

  @Test
  void itIsLookedAtOnAPageBeforeItIsTaken() {
    var elif = visitors.as(Person.ELIF);
    String page = "/feedback/rounds/" + round + "/pilot-group";
    assertThat(elif.page("/feedback/rounds/" + round).body()).contains(page, "Begin with a few");
    assertThat(elif.page(page + "?size=4").body())
        .contains("4 people", Person.MARA.fullName(), "can be expected to be shown");
    HttpResponse<String> refused = elif.page(page + "?size=many");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("This is 1 to 200.");
    assertThat(elif.post(page, "version", "1", "size", "4", "key", "k").statusCode())
        .isEqualTo(302);
    assertThat(elif.page("/feedback/rounds/" + round).body()).contains("The draft is about these");
    assertThat(visitors.as(Person.MARA).page(page).statusCode()).isEqualTo(404);
  }

  @Test
  void aRoundThatStandsOrIsAboutTeamsHasNone() {
    done(send("POST", ROUNDS + "/" + round + "/launch", Map.of(), "If-Match", "\"1\""));
    assertThat(send("GET", group(), "").statusCode()).isEqualTo(409);
    assertThat(send("POST", group(), Map.of("size", 2), "If-Match", "\"2\"").statusCode())
        .isEqualTo(409);
    String unit =
        database
            .sql("select unit from employment where person = ? limit 1")
            .param(Person.MARA.id())
            .query((row, _) -> row.getString("unit"))
            .single();
    round =
        done(send(
                "POST",
                ROUNDS,
                Map.of(
                    "kind",
                    "pulse",
                    "name",
                    "Pulse",
                    "instrument",
                    "psychological-safety",
                    "audience",
                    "lead",
                    "units",
                    List.of(unit))))
            .get("id")
            .asString();
    HttpResponse<String> refused = send("GET", group(), "");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("is about all of them");
  }
}
