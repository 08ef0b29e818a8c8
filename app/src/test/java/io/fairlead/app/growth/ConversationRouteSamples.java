package io.fairlead.app.growth;

import io.fairlead.app.growth.Preparation.Observation;
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

/// The prepared conversations' part of the access matrix: each person's own, with Dev.
@Component
final class ConversationRouteSamples implements RouteSamples {
  private static final String API = "/api/v1/prepared-conversations";

  private final JdbcClient database;
  private final SealedPreparations seals;

  ConversationRouteSamples(JdbcClient database, SealedPreparations seals) {
    this.database = database;
    this.seals = seals;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of(
            "GET /growth/conversations/new",
            person ->
                Call.to("/growth/conversations/new?situation=quiet&person=" + person.id())
                    .about(person)),
        RouteSample.of(
            "POST /growth/conversations",
            person ->
                Call.to("/growth/conversations")
                    .form("situation=quiet&person=" + person.id())
                    .about(person)),
        RouteSample.of(
            "POST /api/v1/prepared-conversations",
            person ->
                Call.to(API + "?situation=quiet&person=" + person.id()).json("{}").about(person)),
        RouteSample.of("GET /growth/conversations/{id}", person -> page(person, "")),
        RouteSample.of("GET /growth/conversations/{id}/edit", person -> page(person, "/edit")),
        RouteSample.of(
            "POST /growth/conversations/{id}/edit",
            person -> page(person, "/edit").form("version=1&opening=Have you a moment?")),
        RouteSample.of(
            "GET /growth/conversations/{id}/appointment.ics",
            person -> page(person, "/appointment.ics")),
        RouteSample.of(
            "POST /growth/conversations/{id}/outcome",
            person -> page(person, "/outcome").form("agreed=A word on the day")),
        RouteSample.of(
            "POST /growth/conversations/{id}/closing",
            person -> page(person, "/closing").form("a=b")),
        RouteSample.of(
            "POST /growth/conversations/{id}/removal",
            person -> page(person, "/removal").form("a=b")),
        RouteSample.of("GET /api/v1/prepared-conversations/{id}", person -> api(person, "")),
        RouteSample.of(
            "GET /api/v1/prepared-conversations/{id}/appointment",
            person -> api(person, "/appointment")),
        RouteSample.of(
            "PUT /api/v1/prepared-conversations/{id}",
            person -> api(person, "").json("{}").header("If-Match", "1")),
        RouteSample.of(
            "POST /api/v1/prepared-conversations/{id}/outcome",
            person -> api(person, "/outcome").json("{\"agreed\": \"A word on the day\"}")),
        RouteSample.of(
            "POST /api/v1/prepared-conversations/{id}/closing",
            person -> api(person, "/closing").json("{}")),
        RouteSample.of("DELETE /api/v1/prepared-conversations/{id}", person -> api(person, "")));
  }

  private Call page(Person person, String below) {
    UUID id = conversation(person);
    return Call.to("/growth/conversations/" + id + below).about("prepared_conversation", id);
  }

  private Call api(Person person, String below) {
    UUID id = conversation(person);
    return Call.to(API + "/" + id + below).about("prepared_conversation", id);
  }

  private UUID conversation(Person owner) {
    UUID id = UUID.randomUUID();
    Preparation preparation =
        new Preparation(
            List.of(
                new Observation(
                    "In the design meeting on Wednesday",
                    "You said nothing and told me an hour later",
                    "We had written to the supplier already"),
                Observation.EMPTY),
            "What you told me changed the decision.",
            List.of("What happens for you in that moment?", "", ""),
            "Room 4",
            "One point a week that is yours");
    database
        .sql(
            """
            insert into prepared_conversation (id, owner, about, situation, sealed, booked_at, booked_minutes, held_on,
              created_at, changed_at)
            values (:id, :owner, :about, 'quiet', :sealed, :now, 30, '2026-05-12', :now, :now)
            """)
        .param("id", id)
        .param("owner", owner.id())
        .param("about", Person.DEV.id())
        .param("sealed", seals.sealed(owner.id(), id, preparation))
        .param("now", Timestamp.from(TestClock.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant()))
        .update();
    return id;
  }
}
