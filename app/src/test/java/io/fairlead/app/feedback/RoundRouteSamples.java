package io.fairlead.app.feedback;

import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import io.fairlead.app.testing.TestClock;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.instruments.ShippedInstruments;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The access matrix's part of rounds and of who is asked: a round that somebody runs, about
/// themselves.
@Component
final class RoundRouteSamples implements RouteSamples {
  private static final String PAGES = "/feedback/rounds/";
  private static final String API = "/api/v1/feedback/rounds/";
  private static final String TERMS =
      "{\"name\": \"Round\", \"instrument\": \"manager\", \"nominateBy\": \"2026-06-01\"}";
  private static final String FORM =
      "name=Round&instrument=manager&nominateBy=2026-06-01&opens=2026-06-02&closes=2026-06-20"
          + "&purpose=development&version=1";

  private final JdbcClient database;
  private final JsonMapper json;
  private final RoundsAtHand rounds;
  private final TeamReportsAtHand teams;

  RoundRouteSamples(
      JdbcClient database, JsonMapper json, RoundsAtHand rounds, TeamReportsAtHand teams) {
    this.database = database;
    this.json = json;
    this.rounds = rounds;
    this.teams = teams;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of("GET /feedback/rounds/{id}", owner -> page(owner, "answering", "")),
        RouteSample.of("GET /feedback/rounds/{id}", owner -> ofTeams(RoundKind.PULSE, owner)),
        RouteSample.of("GET /feedback/rounds/{id}", owner -> ofTeams(RoundKind.PROJECT, owner)),
        RouteSample.of(
            "GET /feedback/rounds/new", owner -> defining(owner, "/feedback/rounds/new")),
        RouteSample.of(
            "POST /feedback/rounds", owner -> defining(owner, "/feedback/rounds").form(FORM)),
        RouteSample.of("GET /feedback/rounds/{id}/edit", owner -> page(owner, "draft", "/edit")),
        RouteSample.of(
            "POST /feedback/rounds/{id}/edit", owner -> page(owner, "draft", "/edit").form(FORM)),
        RouteSample.of(
            "GET /feedback/rounds/{id}/pilot-group", owner -> page(owner, "draft", "/pilot-group")),
        RouteSample.of(
            "POST /feedback/rounds/{id}/pilot-group",
            owner -> page(owner, "draft", "/pilot-group").form("version=1&size=2")),
        RouteSample.of(
            "GET /api/v1/feedback/rounds/{id}/pilot-group",
            owner -> api(owner, "draft", "/pilot-group")),
        RouteSample.of(
            "POST /api/v1/feedback/rounds/{id}/pilot-group",
            owner -> match(api(owner, "draft", "/pilot-group").json("{\"size\": 2}"))),
        RouteSample.of(
            "POST /feedback/rounds/{id}/launch",
            owner -> page(owner, "draft", "/launch").form("version=1")),
        RouteSample.of(
            "POST /feedback/rounds/{id}/opening",
            owner -> page(owner, "nominating", "/opening").form("version=1")),
        RouteSample.of(
            "POST /feedback/rounds/{id}/extension",
            owner -> page(owner, "nominating", "/extension").form("version=1&closes=2026-07-20")),
        RouteSample.of(
            "POST /feedback/rounds/{id}/reminder",
            owner -> page(owner, "answering", "/reminder").form("version=1")),
        RouteSample.of(
            "POST /feedback/rounds/{id}/stop",
            owner -> page(owner, "draft", "/stop").form("version=1")),
        RouteSample.of(
            "GET /feedback/rounds/{id}/follow-up", owner -> page(owner, "published", "/follow-up")),
        RouteSample.of(
            "POST /feedback/rounds/{id}/follow-up",
            owner -> page(owner, "published", "/follow-up").form("name=Again")),
        RouteSample.of(
            "POST /api/v1/feedback/rounds/{id}/follow-ups",
            owner -> api(owner, "published", "/follow-ups").json("{}")),
        RouteSample.of("GET /api/v1/feedback/rounds/{id}", owner -> api(owner, "answering", "")),
        RouteSample.of(
            "POST /api/v1/feedback/rounds",
            owner -> defining(owner, "/api/v1/feedback/rounds").json(TERMS)),
        RouteSample.of(
            "PUT /api/v1/feedback/rounds/{id}",
            owner -> match(api(owner, "draft", "").json(TERMS))),
        RouteSample.of(
            "DELETE /api/v1/feedback/rounds/{id}", owner -> match(api(owner, "draft", ""))),
        RouteSample.of(
            "POST /api/v1/feedback/rounds/{id}/launch",
            owner -> match(api(owner, "draft", "/launch"))),
        RouteSample.of(
            "GET /api/v1/feedback/rounds/{id}/plan", owner -> api(owner, "nominating", "/plan")),
        RouteSample.of(
            "POST /api/v1/feedback/rounds/{id}/opening",
            owner -> match(api(owner, "nominating", "/opening"))),
        RouteSample.of(
            "POST /api/v1/feedback/rounds/{id}/extension",
            owner ->
                match(api(owner, "nominating", "/extension").json("{\"closes\": \"2026-07-20\"}"))),
        RouteSample.of(
            "POST /api/v1/feedback/rounds/{id}/reminder",
            owner -> match(api(owner, "answering", "/reminder"))),
        RouteSample.of(
            "GET /api/v1/feedback/rounds/{id}/subjects",
            owner -> api(owner, "nominating", "/subjects")),
        RouteSample.of("GET /feedback/raters/{subject}", person -> subject(person, "page", "")),
        RouteSample.of(
            "POST /feedback/raters/{subject}",
            person ->
                subject(person, "page", "").form("relationship=peer&suggested=" + other(person))),
        RouteSample.of(
            "POST /feedback/raters/{subject}/{rater}/removal",
            person -> rater(person, "/feedback/raters/", "/", "/removal").form("key=")),
        RouteSample.of(
            "POST /feedback/raters/{subject}/hand-in",
            person -> subject(person, "page", "/hand-in").form("version=1")),
        RouteSample.of(
            "POST /feedback/raters/{subject}/reminder",
            person -> answering(person, "/feedback/raters/").form("key=")),
        RouteSample.of(
            "POST /feedback/raters/{subject}/settlement",
            person -> subject(person, "page", "/settlement").form("version=1")),
        RouteSample.of(
            "GET /api/v1/feedback/subjects/{subject}", person -> subject(person, "api", "")),
        RouteSample.of(
            "POST /api/v1/feedback/subjects/{subject}/raters",
            person ->
                subject(person, "api", "/raters")
                    .json("{\"person\": \"%s\"}".formatted(other(person)))),
        RouteSample.of(
            "DELETE /api/v1/feedback/subjects/{subject}/raters/{rater}",
            person -> rater(person, "/api/v1/feedback/subjects/", "/raters/", "")),
        RouteSample.of(
            "POST /api/v1/feedback/subjects/{subject}/hand-in",
            person -> match(subject(person, "api", "/hand-in"))),
        RouteSample.of(
            "POST /api/v1/feedback/subjects/{subject}/reminder",
            person -> answering(person, "/api/v1/feedback/subjects/")),
        RouteSample.of(
            "POST /api/v1/feedback/subjects/{subject}/settlement",
            person -> match(subject(person, "api", "/settlement"))));
  }

  private static Call match(Call call) {
    return call.header("If-Match", "\"1\"");
  }

  /// Whoever may make a round may whatever rounds there are.
  private Call defining(Person owner, String path) {
    return Call.to(path).about("feedback_round", round(owner, "draft"));
  }

  private Call page(Person owner, String state, String after) {
    UUID round = round(owner, state);
    return Call.to(PAGES + round + after).about("feedback_round", round);
  }

  private Call ofTeams(RoundKind kind, Person owner) {
    UUID round = teams.round(kind, owner);
    teams.report(round, Person.MARA);
    return Call.to(PAGES + round).about("feedback_round", round);
  }

  private Call api(Person owner, String state, String after) {
    UUID round = round(owner, state);
    return Call.to(API + round + after).about("feedback_round", round);
  }

  private Call subject(Person person, String where, String after) {
    UUID subject = rounds.subject(round(Person.ELIF, "nominating"), person);
    open(subject);
    String before = where.equals("page") ? "/feedback/raters/" : "/api/v1/feedback/subjects/";
    return Call.to(before + subject + after).about("feedback_subject", subject);
  }

  private Call answering(Person person, String before) {
    UUID subject = rounds.subject(round(Person.ELIF, "answering"), person);
    return Call.to(before + subject + "/reminder").about("feedback_subject", subject);
  }

  private Call rater(Person person, String before, String between, String after) {
    UUID subject = rounds.subject(round(Person.ELIF, "nominating"), person);
    open(subject);
    UUID rater =
        rounds.ask(subject, person == Person.RUBEN ? Person.YUKI : Person.RUBEN, Relationship.PEER);
    database
        .sql(
            "update feedback_rater set state = 'proposed', slip = null, chosen_by = 'reviewee' where id = ?")
        .param(rater)
        .update();
    return Call.to(before + subject + between + rater + after).about("feedback_subject", subject);
  }

  private void open(UUID subject) {
    database
        .sql("update feedback_subject set nominations = 'open' where id = ?")
        .param(subject)
        .update();
  }

  /// Somebody who is neither the person nor their manager.
  private static UUID other(Person person) {
    return (person == Person.AIKO ? Person.DEV : Person.AIKO).id();
  }

  private UUID round(Person owner, String state) {
    if (state.equals("answering") || state.equals("published")) {
      UUID round = rounds.round("manager", "reviewee");
      if (state.equals("published")) {
        database
            .sql("update feedback_round set state = 'published' where id = ?")
            .param(round)
            .update();
      }
      database
          .sql("update feedback_round set owner = ? where id = ?")
          .params(owner.id(), round)
          .update();
      return round;
    }
    UUID id = UUID.randomUUID();
    boolean launched = state.equals("nominating");
    database
        .sql(
            """
            insert into feedback_round (id, kind, name, purpose, state, owner, instrument, questions, numeric_threshold,
              comment_threshold, width, colluders, unit, audience, nominate_by, opens, closes, policy_hash, launched_at,
              created_by)
            values (:id, '360', 'Spring feedback', 'development', :state, :owner, 'manager',
              cast(:questions as jsonb), 4, 5, 2, 0, 'competency', 'reviewee', :nominateBy, :opens, :closes,
              :hash, :launched, :owner)
            """)
        .param("id", id)
        .param("state", state)
        .param("owner", owner.id())
        .param(
            "questions",
            launched
                ? json.writeValueAsString(ShippedInstruments.find("manager").orElseThrow())
                : null)
        .param("nominateBy", TestClock.TODAY.plusDays(6))
        .param("opens", TestClock.TODAY.plusDays(7))
        .param("closes", TestClock.TODAY.plusDays(20))
        .param("hash", launched ? "5f2d1a90c3e84b77" : null)
        .param(
            "launched",
            launched
                ? Timestamp.from(TestClock.TODAY.atTime(8, 0).toInstant(ZoneOffset.UTC))
                : null)
        .update();
    return id;
  }
}
