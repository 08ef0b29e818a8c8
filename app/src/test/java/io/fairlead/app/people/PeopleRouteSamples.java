package io.fairlead.app.people;

import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import java.nio.charset.StandardCharsets;
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
    return Stream.of(people(), peoplePages(), teams(), imports()).flatMap(List::stream).toList();
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

  private List<RouteSample> teams() {
    return List.of(
        RouteSample.of("GET /teams", Call.to("/teams")::about),
        RouteSample.of("GET /teams/new", Call.to("/teams/new")::about),
        RouteSample.of(
            "POST /teams/new", person -> Call.to("/teams/new").about(person).form("name=Porto")),
        RouteSample.of("GET /teams/{id}", person -> team(person, "/teams/", "")),
        RouteSample.of(
            "POST /teams/{id}",
            person -> team(person, "/teams/", "").form("version=1&name=Porto pilot")),
        RouteSample.of(
            "POST /teams/{id}/members",
            person -> team(person, "/teams/", "/members").form("person=Aiko Mori")),
        RouteSample.of(
            "POST /teams/{id}/members/{person}/end",
            person ->
                team(person, "/teams/", "/members/" + Person.YUKI.id() + "/end").form("key=")),
        RouteSample.of(
            "POST /teams/{id}/end", person -> team(person, "/teams/", "/end").form("version=1")),
        RouteSample.of("GET /api/v1/teams", Call.to("/api/v1/teams")::about),
        RouteSample.of(
            "POST /api/v1/teams",
            person -> Call.to("/api/v1/teams").about(person).json("{\"name\": \"Porto\"}")),
        RouteSample.of("GET /api/v1/teams/{id}", person -> team(person, "/api/v1/teams/", "")),
        RouteSample.of(
            "PATCH /api/v1/teams/{id}",
            person ->
                team(person, "/api/v1/teams/", "")
                    .header("If-Match", "\"1\"")
                    .json("{\"purpose\": \"Ports\"}")),
        RouteSample.of(
            "POST /api/v1/teams/{id}/members",
            person ->
                team(person, "/api/v1/teams/", "/members")
                    .json("{\"person\": \"%s\"}".formatted(Person.AIKO.id()))),
        RouteSample.of(
            "DELETE /api/v1/teams/{id}/members/{person}",
            person -> team(person, "/api/v1/teams/", "/members/" + Person.YUKI.id())),
        RouteSample.of(
            "POST /api/v1/teams/{id}/closure",
            person ->
                team(person, "/api/v1/teams/", "/closure").header("If-Match", "\"1\"").json("{}")));
  }

  /// A team that the person leads and that Yuki is in.
  private Call team(Person person, String before, String rest) {
    UUID team = named("team", person);
    database
        .sql(
            """
            insert into team (id, name, lead, during) values (?, ?, ?, daterange('2026-01-01', null))
            on conflict do nothing
            """)
        .params(team, "Team of " + person, person.id())
        .update();
    database
        .sql(
            """
            insert into membership (id, team, person, during)
            select ?, ?, ?, daterange('2026-01-01', null)
            where not exists (select 1 from membership where team = ?)
            """)
        .params(named("membership", person), team, Person.YUKI.id(), team)
        .update();
    return Call.to(before + team + rest).about("team", team);
  }

  private static UUID named(String kind, Person person) {
    return UUID.nameUUIDFromBytes((kind + person).getBytes(StandardCharsets.US_ASCII));
  }

  private List<RouteSample> imports() {
    return List.of(
        RouteSample.of("GET /people/import", Call.to("/people/import")::about),
        RouteSample.of(
            "POST /people/import",
            person -> Call.to("/people/import").about(person).form("pasted=name,email")),
        RouteSample.of("GET /people/import/{id}", person -> run("/people/import/", "")),
        RouteSample.of(
            "GET /people/import/{id}/parked.csv", person -> run("/people/import/", "/parked.csv")),
        RouteSample.of(
            "POST /people/import/{id}/application",
            person -> run("/people/import/", "/application").form("choice=all")),
        RouteSample.of(
            "POST /people/import/{id}/reversal",
            person -> run("/people/import/", "/reversal").form("key=")),
        RouteSample.of(
            "POST /people/import/{id}/discard",
            person -> run("/people/import/", "/discard").form("key=")),
        RouteSample.of(
            "POST /api/v1/people/imports",
            person -> Call.to("/api/v1/people/imports").about(person).json("name,email")),
        RouteSample.of(
            "GET /api/v1/people/imports/{id}", person -> run("/api/v1/people/imports/", "")),
        RouteSample.of(
            "GET /api/v1/people/imports/{id}/problems",
            person -> run("/api/v1/people/imports/", "/problems")),
        RouteSample.of(
            "GET /api/v1/people/imports/{id}/parked",
            person -> run("/api/v1/people/imports/", "/parked")),
        RouteSample.of(
            "POST /api/v1/people/imports/{id}/application",
            person -> run("/api/v1/people/imports/", "/application").json("{}")),
        RouteSample.of(
            "POST /api/v1/people/imports/{id}/reversal",
            person -> run("/api/v1/people/imports/", "/reversal").json("{}")));
  }

  /// A file that was read and waits to be applied.
  private Call run(String before, String rest) {
    UUID run = named("import", Person.ELIF);
    database
        .sql(
            """
            insert into import_run (id, format, file_name, charset, separator, header, fields, attribute_names, absent,
              effective, state, total_rows, made_by, made_at)
            values (?, 'fairlead', 'people.csv', 'UTF-8', ',', '{name,email}', '{name,email}', '{}', 'stay',
              '2026-05-13', 'ready', 0, ?, '2026-05-13')
            on conflict do nothing
            """)
        .params(run, Person.ELIF.id())
        .update();
    return Call.to(before + run + rest).about("import_run", run);
  }

  private static Call page(Person person, String rest) {
    return Call.to("/people/" + person.id() + rest).about(person);
  }

  private List<RouteSample> people() {
    return List.of(
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
            "POST /api/v1/people/{id}/departure",
            person ->
                one(person, "/departure")
                    .header("If-Match", "\"1\"")
                    .json("{\"lastDay\": \"2026-06-30\"}")));
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
