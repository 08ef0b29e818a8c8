package io.fairlead.app.goals;

import static io.fairlead.app.testing.Person.HENRIK;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.PRISCILLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Contract;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Four people take an objective from a draft through its cycle into the next one, each with a
/// token of their own, by API alone: planned, aligned across teams, negotiated, checked in on,
/// graded, carried over. Every answer is held against the API's own description.
@AppTest
class FourPeopleApiTest {
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JsonMapper json;

  private final Map<Person, ApiClient.Program> programs = new EnumMap<>(Person.class);
  private Contract contract;

  @BeforeEach
  void fourTokens() {
    company.reset();
    company.addCycle("Q3 2026", "2026-07-01", "2026-09-30");
    for (Person person : List.of(MARA, JONAS, HENRIK, PRISCILLA)) {
      programs.put(person, api.as(person));
    }
    contract = new Contract(json, api.as(MARA).json("GET", "/api/v1/openapi.json", null).body());
  }

  @Test
  void anObjectiveGoesFromADraftIntoTheNextCycle() {
    clock.set(LocalDate.parse("2026-04-01"));
    String product = published(HENRIK, "Trials turn into use");
    String sales = published(PRISCILLA, "Pilots become contracts");

    // Planned: one of the key results is Jonas's.
    JsonNode draft =
        call(
            MARA,
            "POST",
            "/objectives",
            """
            {"title": "Customers who try Leak Watch stay", "why": "Half of those who leave never acted on an alert.",
              "keyResults": [
                {"title": "Yearly churn", "kind": "decrease", "baseline": "6", "target": "4", "unit": "%%"},
                {"title": "Accounts that acted on two alerts", "kind": "increase", "baseline": "0", "target": "120",
                  "unit": "accounts", "owner": "%s"}]}
            """
                .formatted(JONAS.id()),
            201);
    String id = draft.path("id").asString();
    String churn = draft.at("/keyResults/0/id").asString();
    String accounts = draft.at("/keyResults/1/id").asString();
    call(PRISCILLA, "GET", "/objectives/" + id, null, 404);

    // Aligned: upwards agreed at once, across teams only after a decline with its reason.
    move(MARA, id, product, "{\"move\": \"proposed\", \"primary\": \"true\"}", 201);
    assertThat(call(HENRIK, "GET", "/alignments/waiting", null, 200)).hasSize(1);
    move(HENRIK, id, product, "{\"move\": \"agreed\"}", 201);
    move(
        MARA,
        id,
        sales,
        "{\"move\": \"proposed\", \"share\": \"0.5\", \"note\": \"Half of it is yours.\"}",
        201);
    move(PRISCILLA, id, sales, "{\"move\": \"discussed\", \"note\": \"How many accounts?\"}", 201);
    move(MARA, id, sales, "{\"move\": \"discussed\", \"note\": \"Two of ten.\"}", 201);
    move(PRISCILLA, id, sales, "{\"move\": \"declined\"}", 422);
    JsonNode declined =
        move(
            PRISCILLA,
            id,
            sales,
            "{\"move\": \"declined\", \"note\": \"Two of ten is not half.\"}",
            201);
    assertThat(declined.at("/offered").isNull()).isTrue();
    move(MARA, id, sales, "{\"move\": \"proposed\", \"share\": \"0.2\"}", 201);
    JsonNode agreed = move(PRISCILLA, id, sales, "{\"move\": \"agreed\"}", 201);
    assertThat(agreed.at("/agreed/share").asDouble()).isEqualTo(0.2);
    assertThat(agreed.at("/moves").valueStream().map(one -> one.path("move").asString()))
        .containsExactly("proposed", "discussed", "discussed", "declined", "proposed", "agreed");
    assertThat(shareOf(id, product)).as("what the contribution leaves").isEqualTo(0.8);

    assertThat(step(MARA, id, "proposal")).isEqualTo("proposed");
    assertThat(step(MARA, id, "activation")).isEqualTo("active");
    call(JONAS, "POST", "/objectives/" + id + "/activation", "{}", 403);

    // Checked in on, each on their own.
    String[] days = {"2026-04-20", "2026-05-04", "2026-05-18", "2026-06-01", "2026-06-15"};
    String[] left = {"5.8", "5.6", "5.5", "5.3", "5"};
    for (int i = 0; i < days.length; i++) {
      clock.set(LocalDate.parse(days[i]));
      checkIn(MARA, churn, left[i]);
      checkIn(JONAS, accounts, String.valueOf(24 * (i + 1)));
    }
    call(
        PRISCILLA,
        "POST",
        "/check-ins",
        "{\"checkIns\": [{\"keyResult\": \"%s\", \"value\": 1, \"noChange\": false}]}"
            .formatted(churn),
        404);
    JsonNode stands = call(HENRIK, "GET", "/objectives/" + id + "/key-results", null, 200);
    assertThat(stands.at("/keyResults/0/score").asDouble()).isEqualTo(0.5, within(1e-9));
    assertThat(stands.at("/keyResults/1/status").asString()).isEqualTo("done");

    // Graded, with what was learned.
    clock.set(LocalDate.parse("2026-06-25"));
    JsonNode sheet = call(MARA, "GET", "/objectives/" + id + "/grade", null, 200);
    assertThat(sheet.path("suggested").asDouble()).isEqualTo(0.75, within(1e-9));
    JsonNode graded =
        call(
            MARA,
            "POST",
            "/objectives/" + id + "/grade",
            """
            {"version": %d, "learned": "An alert needs a telephone number.", "wentWell": "Jonas rang them up.",
              "nextStep": "carry-over"}
            """
                .formatted(sheet.path("version").asLong()),
            201);
    assertThat(graded.path("score").asDouble()).isEqualTo(0.75, within(1e-9));

    // Carried over: what is done stays behind, and the rest begins where it stands.
    JsonNode successor =
        call(
            MARA,
            "POST",
            "/objectives/" + id + "/successor",
            "{\"cycle\": \"%s\", \"way\": \"carried-over\"}".formatted(Company.cycle("Q3 2026")),
            201);
    String next = successor.path("objective").asString();
    assertThat(step(MARA, id, "closure")).isEqualTo("closed");
    JsonNode carried = call(MARA, "GET", "/objectives/" + next, null, 200);
    assertThat(carried.path("state").asString()).isEqualTo("draft");
    assertThat(carried.path("carriedFrom").asString()).isEqualTo(id);
    assertThat(carried.path("cycle").asString()).isEqualTo(Company.cycle("Q3 2026").toString());
    assertThat(carried.path("keyResults")).hasSize(1);
    assertThat(carried.at("/keyResults/0/title").asString()).isEqualTo("Yearly churn");
    assertThat(carried.at("/keyResults/0/baseline").asDouble()).isEqualTo(5);
  }

  private String published(Person person, String title) {
    String id =
        call(
                person,
                "POST",
                "/objectives",
                """
                {"title": "%s", "keyResults": [
                  {"title": "First weeks", "kind": "increase", "baseline": "20", "target": "60", "unit": "%%"},
                  {"title": "Complaints", "kind": "decrease", "baseline": "9", "target": "3", "unit": "a week"}]}
                """
                    .formatted(title),
                201)
            .path("id")
            .asString();
    assertThat(step(person, id, "activation")).isEqualTo("active");
    return id;
  }

  private String step(Person person, String id, String noun) {
    return call(person, "POST", "/objectives/" + id + "/" + noun, "{}", 200)
        .path("state")
        .asString();
  }

  private JsonNode move(Person person, String child, String parent, String body, int status) {
    return call(
        person, "POST", "/objectives/" + child + "/alignments/" + parent + "/moves", body, status);
  }

  private void checkIn(Person person, String keyResult, String value) {
    call(
        person,
        "POST",
        "/check-ins",
        "{\"checkIns\": [{\"keyResult\": \"%s\", \"value\": %s, \"confidence\": 6, \"noChange\": false}]}"
            .formatted(keyResult, value),
        201);
  }

  private double shareOf(String child, String parent) {
    return call(MARA, "GET", "/objectives/" + child + "/alignments", null, 200)
        .valueStream()
        .filter(one -> one.path("parent").asString().equals(parent))
        .findFirst()
        .orElseThrow()
        .path("share")
        .asDouble();
  }

  /// Asks, and holds the answer against the description.
  private JsonNode call(
      Person person, String method, String path, @Nullable String body, int status) {
    ApiClient.Program program = java.util.Objects.requireNonNull(programs.get(person));
    HttpResponse<String> answer =
        program.json(
            method, "/api/v1" + path, body, "Idempotency-Key", UUID.randomUUID().toString());
    assertThat(answer.statusCode())
        .as(method + " " + path + ": " + answer.body())
        .isEqualTo(status);
    contract.fits(method, "/api/v1" + path, answer);
    return json.readTree(answer.body());
  }
}
