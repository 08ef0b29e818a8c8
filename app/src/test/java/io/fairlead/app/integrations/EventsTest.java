package io.fairlead.app.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Contract;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class EventsTest {
  @Autowired ApiClient programs;
  @Autowired Goals goals;
  @Autowired Company company;
  @Autowired Events events;
  @Autowired DataSource connections;
  @Autowired JdbcClient database;
  @Autowired TestClock clock;
  @Autowired JsonMapper json;

  private UUID objective;
  private ApiClient.Program mara;

  @BeforeEach
  void asNew() {
    company.reset();
    objective = goals.objective(Person.MARA, "Sites report");
    mara = programs.as(Person.MARA, "events:read", "goals:read", "goals:write");
  }

  private JsonNode read(ApiClient.Program program, String query, int status) {
    HttpResponse<String> answer = program.json("GET", "/api/v1/events" + query, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    new Contract(json, program.json("GET", "/api/v1/openapi.json", null).body())
        .fits("GET", "/api/v1/events", answer);
    return json.readTree(answer.body());
  }

  private static List<String> types(JsonNode page) {
    List<String> types = new ArrayList<>();
    page.at("/events").forEach(event -> types.add(event.at("/type").asString()));
    return types;
  }

  private void happens(String type, String recordType, UUID record) {
    database
        .sql(
            """
            insert into audit_entry (id, at, act, record_type, record)
            values (gen_random_uuid(), now(), :type, :recordType, :record)
            """)
        .param("type", type)
        .param("recordType", recordType)
        .param("record", record)
        .update();
  }

  @Test
  void whatHappensIsReadOnceInOrderByItsCursorWithoutContent() {
    UUID keyResult = goals.keyResult(objective, "First", 40, 60);
    HttpResponse<String> said =
        mara.json(
            "POST",
            "/api/v1/check-ins",
            "{\"checkIns\": [{\"keyResult\": \"%s\", \"value\": 52, \"note\": \"Two towns\", \"noChange\": false}]}"
                .formatted(keyResult));
    assertThat(said.statusCode()).as(said.body()).isEqualTo(201);
    // What happens within one millisecond has no order among itself.
    clock.advance(Duration.ofSeconds(1));
    HttpResponse<String> dropped =
        mara.json(
            "POST",
            "/api/v1/objectives/" + objective + "/drop",
            "{\"reason\": \"Sold\"}",
            "If-Match",
            "\"1\"");
    assertThat(dropped.statusCode()).as(dropped.body()).isEqualTo(200);
    JsonNode all = read(mara, "", 200);
    assertThat(types(all)).startsWith("key-result.checked-in").hasSizeGreaterThan(1);
    assertThat(all.at("/events/0/record/id").asString()).isEqualTo(keyResult.toString());
    assertThat(all.toString()).doesNotContain("Two towns", "Sold", "Sites");
    JsonNode first = read(mara, "?limit=1", 200);
    assertThat(first.at("/more").asBoolean()).isTrue();
    JsonNode rest = read(mara, "?cursor=" + first.at("/next").asString(), 200);
    List<String> both = new ArrayList<>(types(first));
    both.addAll(types(rest));
    assertThat(both).isEqualTo(types(all));
    JsonNode end = read(mara, "?cursor=" + rest.at("/next").asString(), 200);
    assertThat(types(end)).isEmpty();
    assertThat(end.at("/next")).isEqualTo(rest.at("/next"));
    read(mara, "?cursor=999999", 422);
    read(mara, "?cursor=nonsense", 422);
  }

  @Test
  void nobodyIsToldOfWhatTheyMayNotReadOrTheirTokenDoesNotReach() {
    UUID draft = goals.objective(Person.INES, "Sell the north", "Q2 2026", "draft", "public");
    happens("objective.drafted", "objective", draft);
    happens("objective.graded", "objective", objective);
    happens("person.changed", "person", Person.JONAS.id());
    happens("person.read", "person", Person.JONAS.id());
    happens("role.granted.auditor", "role", UUID.randomUUID());
    assertThat(types(read(mara, "", 200))).containsExactly("objective.graded");
    assertThat(types(read(programs.as(Person.INES, "events:read", "goals:read"), "", 200)))
        .containsExactlyInAnyOrder("objective.drafted", "objective.graded");
    assertThat(types(read(programs.as(Person.INES, "events:read", "people:read"), "", 200)))
        .containsExactly("person.changed");
    assertThat(types(read(programs.as(Person.INES, "events:read"), "", 200))).isEmpty();
  }

  /// The first writes first and ends last: whoever read on past it meanwhile would miss it.
  @Test
  void whatIsCommittedLateIsNotMissed() throws Exception {
    try (Connection slow = connections.getConnection()) {
      slow.setAutoCommit(false);
      slow.createStatement()
          .execute(
              """
              insert into audit_entry (id, at, act, record_type, record)
              values (gen_random_uuid(), now() - interval '1 hour', 'objective.changed', 'objective', '%s')
              """
                  .formatted(objective));
      happens("objective.graded", "objective", objective);
      JsonNode page = read(mara, "", 200);
      assertThat(types(page)).containsExactly("objective.graded");
      slow.commit();
      assertThat(types(read(mara, "?cursor=" + page.at("/next").asString(), 200)))
          .containsExactly("objective.changed");
    }
  }

  @Test
  void whoeverWasAwayTooLongIsToldSo() {
    happens("objective.graded", "objective", objective);
    happens("objective.changed", "objective", objective);
    JsonNode first = read(mara, "?limit=1", 200);
    database
        .sql("update event set at = :at")
        .param("at", java.sql.Timestamp.from(clock.instant().minus(Duration.ofDays(31))))
        .update();
    assertThat(events.forgetOld()).isEqualTo(2);
    happens("objective.graded", "objective", objective);
    JsonNode gone = read(mara, "?cursor=" + first.at("/next").asString(), 409);
    assertThat(gone.at("/code").asString()).isEqualTo("events-forgotten");
    assertThat(types(read(mara, "", 200))).containsExactly("objective.graded");
  }
}
