package io.fairlead.app.measures;

import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import io.fairlead.app.testing.TestClock;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The measures' part of the access matrix: one that is shown to people named, and to nobody named.
@Component
final class MeasureRouteSamples implements RouteSamples {
  private static final String NAME = "Churn that few may see";

  private final JdbcClient database;

  MeasureRouteSamples(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of("GET /measures", person -> listed(person, "/measures")),
        RouteSample.of("GET /measures/inventory", person -> listed(person, "/measures/inventory")),
        RouteSample.of("GET /measures/import", Call.to("/measures/import")::about),
        RouteSample.of(
            "POST /measures/import",
            person ->
                Call.to("/measures/import").form("text=date,Orders%0A2026-05-04,1").about(person)),
        RouteSample.of(
            "GET /measures/import/{id}", person -> brought(person, "/measures/import/", "")),
        RouteSample.of(
            "GET /measures/import/{id}/faults.csv",
            person -> brought(person, "/measures/import/", "/faults.csv")),
        RouteSample.of(
            "POST /measures/import/{id}/application",
            person ->
                brought(person, "/measures/import/", "/application")
                    .form("extent=good&define=Orders")),
        RouteSample.of(
            "POST /api/v1/measures/imports",
            person ->
                Call.to("/api/v1/measures/imports")
                    .about(person)
                    .json("date,Orders\n2026-05-04,1")),
        RouteSample.of(
            "GET /api/v1/measures/imports/{id}",
            person -> brought(person, "/api/v1/measures/imports/", "")),
        RouteSample.of(
            "POST /api/v1/measures/imports/{id}/application",
            person ->
                brought(person, "/api/v1/measures/imports/", "/application")
                    .json("{\"choice\": \"good\", \"define\": [\"Orders\"]}")),
        RouteSample.of("GET /measures/lead", person -> pair(person, "/measures/lead")),
        RouteSample.of(
            "GET /api/v1/measures/lead", person -> pair(person, "/api/v1/measures/lead")),
        RouteSample.of("GET /measures/new", Call.to("/measures/new")::about),
        RouteSample.of(
            "POST /measures", person -> Call.to("/measures").form("name=Orders").about(person)),
        RouteSample.of("GET /measures/{id}", person -> page(person, "")),
        RouteSample.of("GET /measures/{id}/edit", person -> page(person, "/edit")),
        RouteSample.of(
            "POST /measures/{id}/edit",
            person -> page(person, "/edit").form("version=1&name=Orders&direction=higher")),
        RouteSample.of(
            "POST /measures/{id}/retirement",
            person -> page(person, "/retirement").form("version=1")),
        RouteSample.of("GET /measures/{id}/values.csv", person -> page(person, "/values.csv")),
        RouteSample.of("GET /measures/{id}/values.xlsx", person -> page(person, "/values.xlsx")),
        RouteSample.of("GET /measures/{id}/series.json", person -> page(person, "/series.json")),
        RouteSample.of(
            "POST /measures/{id}/values",
            person -> page(person, "/values").form("day=" + TestClock.TODAY + "&value=1")),
        RouteSample.of("POST /measures/{id}/events", person -> page(person, "/events").form("a=b")),
        RouteSample.of(
            "POST /measures/{id}/events/{event}/withdrawal",
            person ->
                below(person, "/measures/", this::event, "/events/", "/withdrawal").form("a=b")),
        RouteSample.of(
            "POST /measures/{id}/alerts/{alert}/answer",
            person ->
                below(person, "/measures/", this::alert, "/alerts/", "/answer").form("answer=x")),
        RouteSample.of(
            "POST /goals/from-measure/{measure}/{alert}",
            person -> {
              UUID id = measure(person);
              return Call.to("/goals/from-measure/" + id + "/" + alert(id, person))
                  .about("measure", id)
                  .form("key=");
            }),
        RouteSample.of(
            "POST /api/v1/measures/{id}/alerts/{alert}/objective",
            person ->
                below(person, "/api/v1/measures/", this::alert, "/alerts/", "/objective")
                    .json("{}")),
        RouteSample.of("GET /api/v1/measures", person -> listed(person, "/api/v1/measures")),
        RouteSample.of(
            "POST /api/v1/measures",
            person -> Call.to("/api/v1/measures").json("{\"name\": \"Orders\"}").about(person)),
        RouteSample.of("GET /api/v1/measures/{id}", person -> api(person, "")),
        RouteSample.of(
            "PUT /api/v1/measures/{id}",
            person -> api(person, "").json("{\"name\": \"Orders\"}").header("If-Match", "1")),
        RouteSample.of(
            "PUT /api/v1/measures/{id}/retirement",
            person ->
                api(person, "/retirement").json("{\"retired\": true}").header("If-Match", "1")),
        RouteSample.of("GET /api/v1/measures/{id}/values", person -> api(person, "/values")),
        RouteSample.of(
            "POST /api/v1/measures/{id}/values",
            person ->
                api(person, "/values")
                    .json(
                        "{\"values\": [{\"day\": \"%s\", \"value\": 1}]}"
                            .formatted(TestClock.TODAY))),
        RouteSample.of("GET /api/v1/measures/{id}/behaviour", person -> api(person, "/behaviour")),
        RouteSample.of("GET /api/v1/measures/{id}/events", person -> api(person, "/events")),
        RouteSample.of(
            "POST /api/v1/measures/{id}/events", person -> api(person, "/events").json("{}")),
        RouteSample.of(
            "DELETE /api/v1/measures/{id}/events/{event}",
            person -> below(person, "/api/v1/measures/", this::event, "/events/", "")),
        RouteSample.of("GET /api/v1/measures/{id}/alerts", person -> api(person, "/alerts")),
        RouteSample.of(
            "POST /api/v1/measures/{id}/alerts/{alert}/answer",
            person ->
                below(person, "/api/v1/measures/", this::alert, "/alerts/", "/answer")
                    .json("{\"answer\": \"x\"}")));
  }

  private Call page(Person person, String below) {
    UUID id = measure(person);
    return Call.to("/measures/" + id + below).about("measure", id);
  }

  private Call api(Person person, String below) {
    UUID id = measure(person);
    return Call.to("/api/v1/measures/" + id + below).about("measure", id);
  }

  /// A file that somebody brought and that is not yet applied.
  private Call brought(Person person, String before, String after) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into measure_import (id, file_name, content, by_person, at)
            values (:id, 'values.csv', 'date,Orders' || chr(10) || '2026-05-04,1', :person, now())
            """)
        .param("id", id)
        .param("person", person.id())
        .update();
    return Call.to(before + id + after).about(person);
  }

  private Call pair(Person person, String path) {
    UUID id = measure(person);
    return Call.to(path + "?lead=" + id + "&lag=" + measure(person)).about("measure", id);
  }

  private Call below(
      Person person,
      String all,
      BiFunction<UUID, Person, UUID> thing,
      String between,
      String after) {
    UUID id = measure(person);
    return Call.to(all + id + between + thing.apply(id, person) + after).about("measure", id);
  }

  private UUID event(UUID measure, Person by) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into measure_event (id, measure, day, words, rebases, by_person, at)
            values (:id, :measure, :day, 'Price change', false, :by, now())
            """)
        .param("id", id)
        .param("measure", measure)
        .param("day", TestClock.TODAY)
        .param("by", by.id())
        .update();
    return id;
  }

  private UUID alert(UUID measure, Person by) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into measure_alert (id, series, measure, kind, rule, day, value, worse, raised_at)
            values (:id, :measure, :measure, 'signal', 'beyond-limit', :day, 4, true, now())
            """)
        .param("id", id)
        .param("measure", measure)
        .param("day", TestClock.TODAY)
        .update();
    return id;
  }

  private Call listed(Person person, String path) {
    UUID id = measure(person);
    return Call.to(path).about("measure", id).list(id.toString());
  }

  private UUID measure(Person owner) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into measure (id, code, name, owner, direction, frequency, source, visibility, created_by, created_at)
            values (:id, :code, :name, :owner, 'lower', 'weekly', 'manual', 'named', :owner, :now)
            """)
        .param("id", id)
        .param("code", id.toString())
        .param("name", NAME)
        .param("owner", owner.id())
        .param(
            "now",
            Timestamp.from(TestClock.TODAY.atStartOfDay(java.time.ZoneOffset.UTC).toInstant()))
        .update();
    database
        .sql("insert into measure_series (id, measure) values (:id, :id)")
        .param("id", id)
        .update();
    return id;
  }
}
