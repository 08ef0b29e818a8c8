package io.fairlead.app.cycles;

import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The cycles' and the board's part of the access matrix.
@Component
final class CycleRouteSamples implements RouteSamples {
  private final JdbcClient database;

  CycleRouteSamples(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<RouteSample> routeSamples() {
    String cycle = Company.cycle("Q2 2026").toString();
    return List.of(
        document("POST /studio/framework/pilots/preparation"),
        document("POST /studio/framework/pilots"),
        RouteSample.of(
            "GET /studio/framework/pilots/{id}",
            person -> Call.to("/studio/framework/pilots/" + pilot()).about(person)),
        RouteSample.of(
            "POST /studio/framework/pilots/{id}/end",
            person ->
                Call.to("/studio/framework/pilots/" + pilot() + "/end")
                    .about(person)
                    .form("as=stopped&reason=because")),
        RouteSample.of("GET /api/v1/framework/pilots", Call.to("/api/v1/framework/pilots")::about),
        RouteSample.of(
            "GET /api/v1/framework/pilots/{id}",
            person -> Call.to("/api/v1/framework/pilots/" + pilot()).about(person)),
        asked("/api/v1/framework/pilots/preview"),
        asked("/api/v1/framework/pilots"),
        RouteSample.of(
            "POST /api/v1/framework/pilots/{id}/end",
            person ->
                Call.to("/api/v1/framework/pilots/" + pilot() + "/end")
                    .about(person)
                    .json("{\"as\": \"stopped\", \"reason\": \"because\"}")),
        RouteSample.of("GET /studio/running", Call.to("/studio/running")::about),
        RouteSample.of("GET /api/v1/running", Call.to("/api/v1/running")::about),
        RouteSample.of(
            "POST /studio/running/cycles/{cycle}/{window}",
            person ->
                Call.to("/studio/running/cycles/" + cycle + "/grading")
                    .about(person)
                    .form("was=" + until() + "&day=2026-08-01")),
        RouteSample.of(
            "PUT /api/v1/cycles/{id}/windows/{window}",
            person ->
                Call.to("/api/v1/cycles/" + cycle + "/windows/grading")
                    .about(person)
                    .json("{\"was\": \"" + until() + "\", \"until\": \"2026-08-01\"}")),
        RouteSample.of(
            "POST /studio/running/cycles/{cycle}/reminders",
            person ->
                Call.to("/studio/running/cycles/" + cycle + "/reminders")
                    .about(person)
                    .form("what=grading")),
        RouteSample.of(
            "POST /api/v1/cycles/{id}/reminders",
            person ->
                Call.to("/api/v1/cycles/" + cycle + "/reminders")
                    .about(person)
                    .json("{\"what\": \"grading\"}")));
  }

  /// What is sent is no framework: whoever may begin a pilot is told so, and nobody else gets that
  /// far.
  private static RouteSample document(String route) {
    return RouteSample.of(
        route,
        person ->
            Call.to(route.substring("POST ".length()))
                .about(person)
                .form("document=nonsense&version=0&first=2099-01-01&key=" + UUID.randomUUID()));
  }

  private static RouteSample asked(String path) {
    return RouteSample.of(
        "POST " + path,
        person ->
            Call.to(path)
                .about(person)
                .header("If-Match", "\"0\"")
                .json("{\"document\": \"nonsense\", \"reason\": \"because\"}"));
  }

  private UUID pilot() {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into pilot (id, name, document, reason, first_day, last_day, begun_at, state)
            values (?, 'pilot', 'organisation: {name: Brightwell}', 'test', '2099-01-01', '2099-03-31', now(), 'running')
            """)
        .param(id)
        .update();
    return id;
  }

  private String until() {
    return database
        .sql("select grading_until::text from cycle where id = ?")
        .param(Company.cycle("Q2 2026"))
        .query(String.class)
        .single();
  }
}
