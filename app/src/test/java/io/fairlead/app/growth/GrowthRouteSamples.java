package io.fairlead.app.growth;

import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import io.fairlead.app.testing.TestClock;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The plans' part of the access matrix: every other one is shared with the manager.
@Component
final class GrowthRouteSamples implements RouteSamples {
  private static final String API = "/api/v1/development-plan/";

  private final JdbcClient database;

  GrowthRouteSamples(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of("GET /growth/plan/{id}", person -> page(person, "")),
        RouteSample.of("GET /growth/plan/{id}/edit", person -> page(person, "/edit")),
        RouteSample.of(
            "POST /growth/plan/{id}/edit",
            person -> page(person, "/edit").form("version=1&doing=Ask first&review=2026-07-01")),
        RouteSample.of(
            "POST /growth/plan/{id}/notes",
            person -> page(person, "/notes").form("text=Twice on Monday")),
        RouteSample.of(
            "POST /growth/plan/{id}/actions/{place}",
            person -> page(person, "/actions/0").form("done=true")),
        RouteSample.of(
            "POST /growth/plan/{id}/sharing",
            person -> page(person, "/sharing").form("shared=true")),
        RouteSample.of(
            "POST /growth/plan/{id}/ending",
            person -> page(person, "/ending").form("state=done&learned=It takes a breath")),
        RouteSample.of("GET /api/v1/development-plan/{id}", person -> api(person, "")),
        RouteSample.of(
            "PUT /api/v1/development-plan/{id}",
            person ->
                api(person, "")
                    .json("{\"doing\": \"Ask first\", \"review\": \"2026-07-01\"}")
                    .header("If-Match", "1")),
        RouteSample.of(
            "POST /api/v1/development-plan/{id}/notes",
            person -> api(person, "/notes").json("{\"text\": \"Twice on Monday\"}")),
        RouteSample.of(
            "PUT /api/v1/development-plan/{id}/actions/{place}",
            person -> api(person, "/actions/0").json("{\"done\": true}")),
        RouteSample.of(
            "PUT /api/v1/development-plan/{id}/sharing",
            person -> api(person, "/sharing").json("{\"shared\": true}")),
        RouteSample.of(
            "POST /api/v1/development-plan/{id}/ending",
            person ->
                api(person, "/ending").json("{\"state\": \"done\", \"learned\": \"A breath\"}")));
  }

  private Call page(Person person, String below) {
    UUID id = focus(person);
    return Call.to("/growth/plan/" + id + below).about("development_focus", id);
  }

  private Call api(Person person, String below) {
    UUID id = focus(person);
    return Call.to(API + id + below).about("development_focus", id);
  }

  private UUID focus(Person person) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            with had as (select count(*) as number from development_focus where person = :person),
            ended as (update development_focus set state = 'done', ended_at = :now
              where person = :person and state = 'active'),
            made as (
              insert into development_focus (id, person, slot, doing, starts, review, shared, created_at)
              select :id, :person, 1 + (number % 2)::int, 'Sums up before answering', '2026-05-01', '2026-05-12',
                number % 2 = 1, :now from had)
            insert into focus_action (focus, place, text) values (:id, 0, 'Tell the team')
            """)
        .param("id", id)
        .param("person", person.id())
        .param("now", Timestamp.from(TestClock.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant()))
        .update();
    return id;
  }
}
