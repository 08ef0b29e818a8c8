package io.fairlead.app.people;

import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// People's part of the access matrix.
@Component
final class PeopleRouteSamples implements RouteSamples {
  private final JdbcClient database;

  PeopleRouteSamples(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return Stream.of(api(), peoplePages(), teamPages(), importPages())
        .flatMap(List::stream)
        .toList();
  }

  private List<RouteSample> peoplePages() {
    return List.of(
        RouteSample.of("GET /people", Call.to("/people")::about),
        RouteSample.of("GET /people.csv", Call.to("/people.csv")::about),
        RouteSample.of("GET /people.xlsx", Call.to("/people.xlsx")::about),
        RouteSample.of("GET /people/{id}", person -> page(person, "")),
        RouteSample.of("GET /people/new", Call.to("/people/new")::about),
        RouteSample.of(
            "POST /people/new",
            person ->
                Call.to("/people/new").about(person).form("name=Ada&email=ada@brightwell.example")),
        RouteSample.of("GET /people/{id}/edit", person -> page(person, "/edit")),
        RouteSample.of(
            "POST /people/{id}/edit",
            person -> page(person, "/edit").form("version=1&name=Ada&email=ada@x.example")),
        RouteSample.of(
            "POST /people/{id}/line",
            person -> page(person, "/line").form("version=1&manager=Ines Okafor")),
        RouteSample.of(
            "POST /people/{id}/departure",
            person -> page(person, "/departure").form("version=1&lastDay=2026-06-30")),
        RouteSample.of(
            "POST /people/{id}/contact", person -> page(person, "/contact").form("shared=true")));
  }

  private List<RouteSample> teamPages() {
    return List.of(
        RouteSample.of("GET /teams", Call.to("/teams")::about),
        RouteSample.of("GET /teams/new", Call.to("/teams/new")::about),
        RouteSample.of(
            "POST /teams/new", person -> Call.to("/teams/new").about(person).form("name=Porto")),
        RouteSample.of("GET /teams/{id}", person -> team("/teams/", person, "")),
        RouteSample.of(
            "POST /teams/{id}",
            person -> team("/teams/", person, "").form("version=1&name=Porto pilot")),
        RouteSample.of(
            "POST /teams/{id}/members",
            person -> team("/teams/", person, "/members").form("person=Aiko Mori")),
        RouteSample.of(
            "POST /teams/{id}/members/{person}/end",
            person -> team("/teams/", person, "/members/" + Person.DEV.id() + "/end").form("key=")),
        RouteSample.of(
            "POST /teams/{id}/end", person -> team("/teams/", person, "/end").form("version=1")));
  }

  private List<RouteSample> importPages() {
    return List.of(
        RouteSample.of("GET /people/import", Call.to("/people/import")::about),
        RouteSample.of("GET /people/shape", Call.to("/people/shape")::about),
        RouteSample.of(
            "GET /people/import/{id}/shape",
            person -> file("/people/import/", person, "/shape", "ready")),
        RouteSample.of(
            "POST /people/import",
            person -> Call.to("/people/import").about(person).form("pasted=name,email")),
        RouteSample.of(
            "GET /people/import/mapping",
            person -> Call.to("/people/import/mapping?column=name&column=email").about(person)),
        RouteSample.of(
            "POST /people/import/mapping",
            person -> Call.to("/people/import/mapping").about(person).form("name=")),
        RouteSample.of(
            "POST /people/import/mapping/{id}/removal",
            person ->
                Call.to("/people/import/mapping/" + mapping(person) + "/removal")
                    .about(person)
                    .form("key=")),
        RouteSample.of(
            "GET /people/import/{id}", person -> file("/people/import/", person, "", "ready")),
        RouteSample.of(
            "GET /people/import/{id}/parked.csv",
            person -> file("/people/import/", person, "/parked.csv", "applied")),
        RouteSample.of(
            "POST /people/import/{id}/application",
            person -> file("/people/import/", person, "/application", "ready").form("choice=all")),
        RouteSample.of(
            "POST /people/import/{id}/reversal",
            person -> file("/people/import/", person, "/reversal", "ready").form("key=")),
        RouteSample.of(
            "POST /people/import/{id}/discard",
            person -> file("/people/import/", person, "/discard", "ready").form("key=")));
  }

  private List<RouteSample> api() {
    return List.of(
        RouteSample.of("GET /api/v1/teams", Call.to("/api/v1/teams")::about),
        RouteSample.of("GET /api/v1/teams/{id}", person -> team(person, "")),
        RouteSample.of(
            "POST /api/v1/teams",
            person -> Call.to("/api/v1/teams").about(person).json("{\"name\": \"Porto pilot\"}")),
        RouteSample.of(
            "PATCH /api/v1/teams/{id}",
            person -> team(person, "").header("If-Match", "\"1\"").json("{\"name\": \"Lisbon\"}")),
        RouteSample.of(
            "POST /api/v1/teams/{id}/members",
            person ->
                team(person, "/members").json("{\"person\": \"%s\"}".formatted(Person.RUBEN.id()))),
        RouteSample.of(
            "DELETE /api/v1/teams/{id}/members/{person}",
            person -> team(person, "/members/" + Person.DEV.id())),
        RouteSample.of(
            "POST /api/v1/teams/{id}/closure",
            person -> team(person, "/closure").header("If-Match", "\"1\"").json("{}")),
        RouteSample.of("GET /api/v1/people/shape", Call.to("/api/v1/people/shape")::about),
        RouteSample.of(
            "GET /api/v1/people/imports/{id}/shape", person -> file(person, "/shape", "ready")),
        RouteSample.of("GET /api/v1/people/mappings", Call.to("/api/v1/people/mappings")::about),
        RouteSample.of(
            "POST /api/v1/people/mappings",
            person -> Call.to("/api/v1/people/mappings").about(person).json("{}")),
        RouteSample.of(
            "DELETE /api/v1/people/mappings/{id}",
            person -> Call.to("/api/v1/people/mappings/" + mapping(person)).about(person)),
        RouteSample.of(
            "POST /api/v1/people-syncs",
            person -> Call.to("/api/v1/people-syncs").about(person).json("{}")),
        RouteSample.of(
            "GET /api/v1/people-syncs/{id}",
            person -> file("/api/v1/people-syncs/", person, "", "ready")),
        RouteSample.of(
            "GET /api/v1/people-syncs/{id}/problems",
            person -> file("/api/v1/people-syncs/", person, "/problems", "ready")),
        RouteSample.of(
            "GET /api/v1/people-syncs/{id}/parked",
            person -> file("/api/v1/people-syncs/", person, "/parked", "applied")),
        RouteSample.of(
            "POST /api/v1/people/imports",
            person -> Call.to("/api/v1/people/imports").about(person).json("{}")),
        RouteSample.of("GET /api/v1/people/imports", Call.to("/api/v1/people/imports")::about),
        RouteSample.of("GET /api/v1/people/imports/{id}", person -> file(person, "", "ready")),
        RouteSample.of("DELETE /api/v1/people/imports/{id}", person -> file(person, "", "ready")),
        RouteSample.of(
            "GET /api/v1/people/imports/{id}/problems",
            person -> file(person, "/problems", "ready")),
        RouteSample.of(
            "GET /api/v1/people/imports/{id}/parked", person -> file(person, "/parked", "applied")),
        RouteSample.of(
            "POST /api/v1/people/imports/{id}/application",
            person -> file(person, "/application", "ready").json("{\"choice\": \"all\"}")),
        RouteSample.of(
            "POST /api/v1/people/imports/{id}/reversal",
            person -> file(person, "/reversal", "ready").json("{}")),
        RouteSample.of("GET /api/v1/people", Call.to("/api/v1/people")::about),
        RouteSample.of("GET /api/v1/people/{id}", person -> one(person, "")),
        RouteSample.of(
            "POST /api/v1/people",
            person ->
                Call.to("/api/v1/people")
                    .about(person)
                    .json("{\"name\": \"Ada Quist\", \"email\": \"ada@brightwell.example\"}")),
        RouteSample.of(
            "PATCH /api/v1/people/{id}",
            person -> one(person, "").header("If-Match", "\"1\"").json("{\"title\": \"Sage\"}")),
        RouteSample.of("GET /api/v1/people/{id}/lines", person -> one(person, "/lines")),
        RouteSample.of(
            "POST /api/v1/people/{id}/lines",
            person ->
                one(person, "/lines")
                    .header("If-Match", "\"1\"")
                    .json("{\"manager\": \"%s\"}".formatted(Person.INES.id()))),
        RouteSample.of(
            "PUT /api/v1/people/{id}/contact",
            person -> one(person, "/contact").json("{\"shared\": true}")),
        RouteSample.of(
            "POST /api/v1/people/{id}/departure",
            person ->
                one(person, "/departure")
                    .header("If-Match", "\"1\"")
                    .json("{\"lastDay\": \"2026-06-30\"}")));
  }

  /// A team that the person leads and Dev belongs to.
  private Call team(Person lead, String rest) {
    return team("/api/v1/teams/", lead, rest);
  }

  private Call team(String before, Person lead, String rest) {
    UUID team = UUID.randomUUID();
    database
        .sql(
            """
            insert into team (id, name, lead, during)
            values (:id, :name, :lead, daterange('2026-01-01', null))
            """)
        .param("id", team)
        .param("name", "Team " + team)
        .param("lead", lead.id())
        .update();
    database
        .sql(
            """
            insert into membership (id, team, person, during)
            values (:id, :team, :person, daterange('2026-01-01', null))
            """)
        .param("id", UUID.randomUUID())
        .param("team", team)
        .param("person", Person.DEV.id())
        .update();
    // A team's relations expect its id, not a row.
    return new Call(before + team + rest, null, false, List.of(), "", team, "");
  }

  private UUID mapping(Person saver) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into import_mapping (id, name, columns, targets, date_order, saved_by, saved_at)
            values (:id, :name, '{name,email}', '{name,email}', 'year-first', :saver, now())
            """)
        .param("id", id)
        .param("name", "Mapping " + id)
        .param("saver", saver.id())
        .update();
    return id;
  }

  private Call file(Person reader, String rest, String state) {
    return file("/api/v1/people/imports/", reader, rest, state);
  }

  private Call file(String before, Person reader, String rest, String state) {
    UUID run = UUID.randomUUID();
    database
        .sql(
            """
            insert into import_run (id, format, file_name, charset, separator, header, fields, attribute_names,
              absent, effective, state, total_rows, made_by, made_at)
            values (:id, 'fairlead', 'people.csv', 'UTF-8', ',', '{}', '{}', '{}', 'stay', '2026-05-13',
              :state, 0, :reader, now())
            """)
        .param("id", run)
        .param("state", state)
        .param("reader", reader.id())
        .update();
    return Call.to(before + run + rest).about("import_run", run);
  }

  private static Call page(Person person, String rest) {
    return Call.to("/people/" + person.id() + rest).about(person);
  }

  private static Call one(Person person, String rest) {
    return Call.to("/api/v1/people/" + person.id() + rest).about(person);
  }

  @Override
  public List<ListSample> listSamples() {
    return List.of(
        new ListSample(
            "/api/v1/people?limit=200",
            "people",
            "id",
            "/api/v1/people/{id}",
            "select id from person"));
  }
}
