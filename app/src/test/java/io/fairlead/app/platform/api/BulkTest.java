package io.fairlead.app.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Contract;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Statements;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Many things in one request: each has its own outcome in its own place.
@AppTest
class BulkTest {
  @Autowired Visitors visitors;
  @Autowired Goals goals;
  @Autowired Company company;
  @Autowired JdbcClient database;
  @Autowired Statements statements;
  @Autowired JsonMapper json;

  private Visitor mara;
  private Contract contract;
  private UUID objective;

  @BeforeEach
  void asNew() {
    company.reset();
    objective = goals.objective(Person.MARA, "Sites report");
    mara = signedIn(Person.MARA);
    contract = new Contract(json, mara.json("GET", "/api/v1/openapi.json", null).body());
  }

  private Visitor signedIn(Person person) {
    Visitor visitor = visitors.as(person);
    visitor.page("/account");
    return visitor;
  }

  @Test
  void whatIsRefusedLeavesTheOthersAndKeepsItsPlace() {
    UUID first = goals.keyResult(objective, "First", 40, 60);
    UUID second = goals.keyResult(objective, "Second", 40, 60);
    UUID anothers = goals.keyResult(goals.objective(Person.INES, "Customers stay"), "Her", 1, 2);
    String items =
        checkIns(
            said(first, "52"),
            said(UUID.randomUUID(), "1"),
            said(second, "null"),
            said(anothers, "2"),
            said(first, "53"),
            said(second, "44"));
    JsonNode answer = sent("POST", "/api/v1/check-ins/bulk", items, "a", 200);
    assertThat(answer.at("/done").asInt()).isEqualTo(2);
    assertThat(answer.at("/refused").asInt()).isEqualTo(4);
    assertThat(statuses(answer)).containsExactly(201, 404, 422, 404, 409, 201);
    assertThat(answer.at("/items/0/id").asString()).isEqualTo(first.toString());
    assertThat(answer.at("/items/2/reasons/0/field").asString()).endsWith(".value");
    assertThat(answer.at("/items/1/reasons")).isEqualTo(answer.at("/items/3/reasons"));
    assertThat(count("check_in")).isEqualTo(2);
    assertThat(sent("POST", "/api/v1/check-ins/bulk", items, "a", 200)).isEqualTo(answer);
    assertThat(count("check_in")).isEqualTo(2);
  }

  @Test
  void allOrNoneNamesTheItemsThatWereWrong() {
    UUID first = goals.keyResult(objective, "First", 40, 60);
    String items =
        checkIns(said(first, "52"), said(UUID.randomUUID(), "1"))
            .replaceFirst("\\{", "{\"atomic\": true, ");
    JsonNode answer = sent("POST", "/api/v1/check-ins/bulk", items, "a", 404);
    assertThat(answer.at("/reasons/0/field").asString()).isEqualTo("items.1");
    assertThat(count("check_in")).isZero();
    JsonNode drafts =
        sent(
            "POST",
            "/api/v1/objectives/bulk",
            """
            {"atomic": true, "items": [{"title": "One", "keyResults": []}, {"title": "", "keyResults": []}]}
            """,
            "b",
            422);
    assertThat(drafts.at("/reasons/0/field").asString()).isEqualTo("items.1.title");
    assertThat(count("objective")).isEqualTo(1);
  }

  @Test
  void fiveHundredCheckInsCostAsManyStatementsAsTwo() {
    long few = statementsOf(2);
    long many = statementsOf(500);
    assertThat(many).isEqualTo(few);
  }

  private long statementsOf(int number) {
    company.reset();
    List<String> said = new ArrayList<>();
    while (said.size() < number) {
      UUID owner = goals.objective(Person.MARA, "Sites " + said.size());
      for (int i = 0; i < 20 && said.size() < number; i++) {
        said.add(said(goals.keyResult(owner, "Key result " + i, 40, 60), "52"));
      }
    }
    Visitor visitor = signedIn(Person.MARA);
    String body = checkIns(said.toArray(String[]::new));
    HttpResponse<String> answer = visitor.json("POST", "/api/v1/check-ins/bulk", body);
    assertThat(answer.body()).contains("\"done\":" + number);
    return statements.of("/api/v1/check-ins/bulk").stream()
        .filter(sql -> !sql.contains("framework_version"))
        .count();
  }

  @Test
  void draftsAndPeopleAnswerEachForItself() {
    JsonNode drafts =
        sent(
            "POST",
            "/api/v1/objectives/bulk",
            """
            {"items": [{"title": "One", "keyResults": []}, {"title": "", "keyResults": []},
              {"title": "Three", "keyResults": []}]}
            """,
            "a",
            200);
    assertThat(statuses(drafts)).containsExactly(201, 422, 201);
    assertThat(count("objective")).isEqualTo(3);
    Visitor elif = signedIn(Person.ELIF);
    String changes =
        """
        {"items": [
          {"person": "%s", "version": 1, "change": {"title": "Lead"}},
          {"person": "%s", "version": 7, "change": {"title": "Stale"}},
          {"person": "%s", "version": 1, "change": {"title": "Nobody"}},
          {"person": "%s", "version": 1}]}
        """
            .formatted(Person.JONAS.id(), Person.RUBEN.id(), UUID.randomUUID(), Person.INES.id());
    HttpResponse<String> changed = elif.json("POST", "/api/v1/people/bulk", changes);
    contract.fits("POST", "/api/v1/people/bulk", changed);
    assertThat(statuses(json.readTree(changed.body()))).containsExactly(200, 412, 404, 422);
    assertThat(elif.json("GET", "/api/v1/people/" + Person.JONAS.id(), null).body())
        .contains("\"title\":\"Lead\"");
    HttpResponse<String> mine = mara.json("POST", "/api/v1/people/bulk", changes);
    assertThat(statuses(json.readTree(mine.body()))).containsExactly(403, 403, 404, 422);
  }

  @Test
  void noneAndTooManyAreRefusedWhole() {
    sent("POST", "/api/v1/check-ins/bulk", "{\"items\": []}", "a", 422);
    sent("POST", "/api/v1/check-ins/bulk", "{}", "b", 422);
    String one = "{\"title\": \"One\", \"keyResults\": []}";
    String many =
        IntStream.range(0, 101).mapToObj(_ -> one).collect(Collectors.joining(", ", "", ""));
    JsonNode answer =
        sent("POST", "/api/v1/objectives/bulk", "{\"items\": [" + many + "]}", "c", 413);
    assertThat(answer.at("/code").asString()).isEqualTo("bulk-most");
    assertThat(count("objective")).isEqualTo(1);
  }

  private JsonNode sent(String method, String path, String body, String key, int status) {
    HttpResponse<String> answer = mara.json(method, path, body, "Idempotency-Key", key);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    contract.fits(method, path, answer);
    return json.readTree(answer.body());
  }

  private static List<Integer> statuses(JsonNode answer) {
    List<Integer> statuses = new ArrayList<>();
    answer.at("/items").forEach(item -> statuses.add(item.at("/status").asInt()));
    return statuses;
  }

  private static String said(UUID keyResult, String value) {
    return "{\"keyResult\": \"%s\", \"value\": %s, \"noChange\": false}"
        .formatted(keyResult, value);
  }

  private static String checkIns(String... items) {
    return "{\"items\": [" + String.join(", ", items) + "]}";
  }

  private int count(String table) {
    return database.sql("select count(*) from " + table).query(Integer.class).single();
  }
}
