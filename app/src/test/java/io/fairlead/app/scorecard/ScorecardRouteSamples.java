package io.fairlead.app.scorecard;

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

/// The scorecards' part of the access matrix.
@Component
final class ScorecardRouteSamples implements RouteSamples {
  private static final String ALL = "/api/v1/scorecards";

  private final JdbcClient database;

  ScorecardRouteSamples(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of("GET /scorecards", Call.to("/scorecards")::about),
        RouteSample.of("GET /scorecards/new", Call.to("/scorecards/new")::about),
        RouteSample.of("GET /scorecards/starters", Call.to("/scorecards/starters")::about),
        RouteSample.of(
            "POST /scorecards/starters/{starter}",
            person ->
                Call.to("/scorecards/starters/services").form("title=Our card").about(person)),
        RouteSample.of("GET /api/v1/scorecards/starters", Call.to(ALL + "/starters")::about),
        RouteSample.of(
            "POST /api/v1/scorecards/starters/{starter}",
            person ->
                Call.to(ALL + "/starters/services")
                    .json("{\"title\": \"Our card\"}")
                    .about(person)),
        RouteSample.of(
            "POST /scorecards",
            person -> Call.to("/scorecards").form("title=Our card").about(person)),
        RouteSample.of("GET /scorecards/{id}", person -> page(person, "")),
        RouteSample.of("GET /scorecards/{id}/edit", person -> page(person, "/edit")),
        RouteSample.of(
            "POST /scorecards/{id}/edit",
            person -> page(person, "/edit").form("version=1&title=Our card")),
        RouteSample.of(
            "POST /scorecards/{id}/removal", person -> page(person, "/removal").form("version=1")),
        RouteSample.of("GET /api/v1/scorecards", Call.to(ALL)::about),
        RouteSample.of(
            "POST /api/v1/scorecards",
            person -> Call.to(ALL).json("{\"title\": \"Our card\"}").about(person)),
        RouteSample.of("GET /api/v1/scorecards/{id}", person -> api(person, "")),
        RouteSample.of(
            "PUT /api/v1/scorecards/{id}",
            person -> api(person, "").json("{\"title\": \"Our card\"}").header("If-Match", "1")),
        RouteSample.of(
            "DELETE /api/v1/scorecards/{id}", person -> api(person, "").header("If-Match", "1")),
        RouteSample.of("GET /scorecards/{id}/paper.pdf", person -> page(person, "/paper.pdf")),
        RouteSample.of("GET /api/v1/scorecards/{id}/pdf", person -> api(person, "/pdf")),
        RouteSample.of("GET /scorecards/{id}/map", person -> page(person, "/map")),
        RouteSample.of("GET /scorecards/{id}/comparison", person -> page(person, "/comparison")),
        RouteSample.of("GET /scorecards/{id}/cascade", person -> page(person, "/cascade")),
        RouteSample.of(
            "POST /scorecards/{id}/arrows", person -> page(person, "/arrows").form("sign=helps")),
        RouteSample.of(
            "POST /scorecards/{id}/arrows/{arrow}/removal",
            person -> {
              UUID card = card(person);
              return Call.to("/scorecards/" + card + "/arrows/" + arrow(card, person) + "/removal")
                  .form("a=b")
                  .about("scorecard", card);
            }),
        RouteSample.of("GET /api/v1/scorecards/{id}/map", person -> api(person, "/map")),
        RouteSample.of(
            "GET /api/v1/scorecards/{id}/comparison",
            person -> api(person, "/comparison?from=2026-01-31&to=2026-04-30")),
        RouteSample.of("GET /api/v1/scorecards/{id}/cascade", person -> api(person, "/cascade")),
        RouteSample.of(
            "POST /api/v1/scorecards/{id}/arrows",
            person -> api(person, "/arrows").json("{\"sign\": \"helps\"}")),
        RouteSample.of(
            "DELETE /api/v1/scorecards/{id}/arrows/{arrow}",
            person -> {
              UUID card = card(person);
              return Call.to(ALL + "/" + card + "/arrows/" + arrow(card, person))
                  .about("scorecard", card);
            }));
  }

  private Call page(Person person, String below) {
    UUID id = card(person);
    return Call.to("/scorecards/" + id + below).about("scorecard", id);
  }

  private Call api(Person person, String below) {
    UUID id = card(person);
    return Call.to(ALL + "/" + id + below).about("scorecard", id);
  }

  private UUID card(Person owner) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into scorecard (id, title, owner, created_by, created_at)
            values (:id, 'Activation this year', :owner, :owner, :now)
            """)
        .param("id", id)
        .param("owner", owner.id())
        .param("now", Timestamp.from(TestClock.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant()))
        .update();
    return id;
  }

  /// An arrow between two objectives of the card.
  private UUID arrow(UUID card, Person drawer) {
    UUID arrow = UUID.randomUUID();
    database
        .sql(
            """
            with p as (insert into scorecard_perspective (id, scorecard, place, name, weight)
              values (gen_random_uuid(), :card, 0, 'Learning', 1) returning id),
            o as (insert into strategic_objective (id, perspective, place, title, weight)
              select gen_random_uuid(), p.id, place, 'People who know', 1 from p, generate_series(0, 1) place
              returning id, place)
            insert into strategy_arrow (id, from_objective, to_objective, sign, lag_months, by_person, at)
            select :arrow, f.id, t.id, 'helps', 1, :drawer, :now from o f, o t where f.place = 0 and t.place = 1
            """)
        .param("card", card)
        .param("arrow", arrow)
        .param("drawer", drawer.id())
        .param("now", Timestamp.from(TestClock.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant()))
        .update();
    return arrow;
  }
}
