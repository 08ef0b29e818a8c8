package io.fairlead.app.cycles;

import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import java.util.List;
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

  private String until() {
    return database
        .sql("select grading_until::text from cycle where id = ?")
        .param(Company.cycle("Q2 2026"))
        .query(String.class)
        .single();
  }
}
