package io.fairlead.app.rights;

import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The part of data rights in the access matrix.
@Component
final class RightsRouteSamples implements RouteSamples {
  private static final String RULE = "/studio/data-rights/retention/comments";

  private final JdbcClient database;

  RightsRouteSamples(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        about("GET", "/people/{id}/data"),
        about("GET", "/people/{id}/data.zip"),
        RouteSample.of(
            "POST /people/{id}/data/holds",
            person ->
                Call.to("/people/" + person.id() + "/data/holds")
                    .about(person)
                    .form("reason=A+claim")),
        RouteSample.of(
            "POST /people/{id}/data/holds/{hold}/end",
            person ->
                Call.to("/people/" + person.id() + "/data/holds/" + hold(person) + "/end")
                    .about(person)
                    .form("reason=Settled")),
        about("GET", "/people/{id}/erasure"),
        RouteSample.of(
            "POST /people/{id}/erasure",
            person ->
                Call.to("/people/" + person.id() + "/erasure")
                    .about(person)
                    .form("name=&writings=keep&reason=Asked")),
        RouteSample.of("GET /studio/data-rights", Call.to("/studio/data-rights")::about),
        RouteSample.of(
            "GET /studio/data-rights/retention/{code}", Call.to(RULE + "?months=12")::about),
        RouteSample.of(
            "POST /studio/data-rights/retention/{code}",
            person -> Call.to(RULE).about(person).form("months=12&seen=0")),
        RouteSample.of(
            "POST /studio/data-rights/retention/{code}/end",
            person -> Call.to(RULE + "/end").about(person).form("key=")),
        RouteSample.of(
            "GET /studio/data-rights/paper", Call.to("/studio/data-rights/paper")::about),
        RouteSample.of(
            "GET /studio/data-rights/paper.md", Call.to("/studio/data-rights/paper.md")::about),
        about("GET", "/api/v1/people/{id}/data"),
        about("GET", "/api/v1/people/{id}/data/archive"),
        RouteSample.of("GET /api/v1/legal-holds", Call.to("/api/v1/legal-holds")::about),
        RouteSample.of(
            "POST /api/v1/people/{id}/legal-holds",
            person ->
                Call.to("/api/v1/people/" + person.id() + "/legal-holds")
                    .about(person)
                    .json("{\"reason\": \"A claim\"}")),
        RouteSample.of(
            "POST /api/v1/legal-holds/{hold}/lifting",
            person -> {
              UUID hold = hold(person);
              return Call.to("/api/v1/legal-holds/" + hold + "/lifting")
                  .about(person)
                  .json("{\"reason\": \"Settled\"}");
            }),
        about("GET", "/api/v1/people/{id}/erasure"),
        RouteSample.of(
            "POST /api/v1/people/{id}/erasure",
            person ->
                Call.to("/api/v1/people/" + person.id() + "/erasure")
                    .about(person)
                    .json("{\"name\": \"\", \"writings\": \"keep\", \"reason\": \"Asked\"}")),
        RouteSample.of("GET /api/v1/retention", Call.to("/api/v1/retention")::about),
        RouteSample.of(
            "GET /api/v1/retention/{code}/due",
            Call.to("/api/v1/retention/comments/due?months=12")::about),
        RouteSample.of(
            "PUT /api/v1/retention/{code}",
            person ->
                Call.to("/api/v1/retention/comments")
                    .about(person)
                    .json("{\"months\": 12, \"seen\": 0}")),
        RouteSample.of(
            "DELETE /api/v1/retention/{code}", Call.to("/api/v1/retention/comments")::about),
        RouteSample.of(
            "GET /api/v1/processing-record", Call.to("/api/v1/processing-record")::about));
  }

  private static RouteSample about(String method, String path) {
    return RouteSample.of(
        method + " " + path,
        person -> Call.to(path.replace("{id}", person.id().toString())).about(person));
  }

  private UUID hold(Person person) {
    database
        .sql(
            """
            insert into legal_hold (id, person, reason, placed_by, placed_at) values (?, ?, 'A claim', ?, now())
            on conflict do nothing
            """)
        .params(UUID.randomUUID(), person.id(), Person.ELIF.id())
        .update();
    return database
        .sql("select id from legal_hold where person = ? and lifted_at is null")
        .param(person.id())
        .query(UUID.class)
        .single();
  }
}
