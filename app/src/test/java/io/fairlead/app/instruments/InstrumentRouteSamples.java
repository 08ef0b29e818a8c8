package io.fairlead.app.instruments;

import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import io.fairlead.app.testing.TestClock;
import io.fairlead.methods.instruments.ShippedInstruments;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The instruments' part of the access matrix.
@Component
final class InstrumentRouteSamples implements RouteSamples {
  private static final String PAGES = "/feedback/instruments";
  private static final String API = "/api/v1/instruments";

  private final JdbcClient database;
  private final JsonMapper json;

  InstrumentRouteSamples(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of("GET /feedback/instruments", Call.to(PAGES)::about),
        RouteSample.of("GET /feedback/instruments/bank", Call.to(PAGES + "/bank")::about),
        RouteSample.of("GET /feedback/behaviours", Call.to("/feedback/behaviours")::about),
        RouteSample.of("GET /feedback/instruments/{id}", Call.to(PAGES + "/manager")::about),
        RouteSample.of("GET /feedback/instruments/new", Call.to(PAGES + "/new")::about),
        RouteSample.of(
            "POST /feedback/instruments",
            person -> Call.to(PAGES).form("name=Kitchen").about(person)),
        RouteSample.of(
            "POST /feedback/instruments/{id}/draft",
            person -> page(person, published(person), "/draft").form("version=1")),
        RouteSample.of(
            "GET /feedback/instruments/{id}/edit", person -> page(person, draft(person), "/edit")),
        RouteSample.of(
            "POST /feedback/instruments/{id}/edit",
            person -> page(person, draft(person), "/edit").form("version=1&name.en=Kitchen")),
        RouteSample.of(
            "GET /feedback/instruments/{id}/document",
            person -> page(person, draft(person), "/document")),
        RouteSample.of(
            "POST /feedback/instruments/{id}/document",
            person -> page(person, draft(person), "/document").form("version=1&document=name: x")),
        RouteSample.of(
            "POST /feedback/instruments/{id}/autosave",
            person -> page(person, draft(person), "/autosave").form("version=1&name.en=Kitchen")),
        RouteSample.of(
            "GET /feedback/instruments/{id}/items",
            person -> page(person, draft(person), "/items")),
        RouteSample.of(
            "POST /feedback/instruments/{id}/items",
            person ->
                page(person, draft(person), "/items")
                    .form("version=1&section=0&item=listening.lets-finish")),
        RouteSample.of(
            "POST /feedback/instruments/{id}/removal",
            person -> page(person, draft(person), "/removal").form("version=1")),
        RouteSample.of("GET /api/v1/instruments", Call.to(API)::about),
        RouteSample.of("GET /api/v1/instruments/bank", Call.to(API + "/bank")::about),
        RouteSample.of("GET /api/v1/behaviours", Call.to("/api/v1/behaviours")::about),
        RouteSample.of("GET /api/v1/instruments/{id}", Call.to(API + "/manager")::about),
        RouteSample.of(
            "POST /api/v1/instruments",
            person -> Call.to(API).json("{\"name\": \"Kitchen\"}").about(person)),
        RouteSample.of(
            "GET /api/v1/instruments/{id}/draft", person -> api(person, draft(person), "/draft")),
        RouteSample.of(
            "POST /api/v1/instruments/{id}/draft",
            person -> changing(person, published(person), "/draft")),
        RouteSample.of(
            "PUT /api/v1/instruments/{id}/draft",
            person ->
                changing(person, draft(person), "/draft")
                    .json(json.writeValueAsString(Map.of("document", "name: x")))),
        RouteSample.of(
            "DELETE /api/v1/instruments/{id}/draft",
            person -> changing(person, draft(person), "/draft")),
        RouteSample.of(
            "POST /api/v1/instruments/{id}/editions",
            person -> changing(person, draft(person), "/editions")));
  }

  private static Call page(Person person, String id, String below) {
    return Call.to(PAGES + "/" + id + below).about(person);
  }

  private static Call api(Person person, String id, String below) {
    return Call.to(API + "/" + id + below).about(person);
  }

  private static Call changing(Person person, String id, String below) {
    return api(person, id, below).header("If-Match", "1");
  }

  /// One with a draft that can be published.
  private String draft(Person writer) {
    String code = "sample-" + UUID.randomUUID();
    database
        .sql(
            """
            insert into instrument_draft (instrument, document, saved_by, saved_at)
            values (:id, :document, :person, :now)
            """)
        .param("id", instrument(code, writer))
        .param("document", document(code))
        .param("person", writer.id())
        .param("now", now())
        .update();
    return code;
  }

  /// One with an edition and no draft.
  private String published(Person writer) {
    String code = "sample-" + UUID.randomUUID();
    database
        .sql(
            """
            insert into instrument_edition (instrument, number, document, questions, published_by, published_at)
            values (:id, 1, :document, :questions, :person, :now)
            """)
        .param("id", instrument(code, writer))
        .param("document", document(code))
        .param(
            "questions", InstrumentText.of(ShippedInstruments.find("short-upward").orElseThrow()))
        .param("person", writer.id())
        .param("now", now())
        .update();
    return code;
  }

  private UUID instrument(String code, Person writer) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            "insert into own_instrument (id, code, created_by, created_at) values (:id, :code, :person, :now)")
        .param("id", id)
        .param("code", code)
        .param("person", writer.id())
        .param("now", now())
        .update();
    return id;
  }

  private static String document(String code) {
    return ShippedInstruments.text("short-upward")
        .orElseThrow()
        .replace("instrument: short-upward", "instrument: " + code);
  }

  private static Timestamp now() {
    return Timestamp.from(TestClock.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
