package io.fairlead.app.talk;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The part of talk in the access matrix: about objectives that only their team, those above and
/// people operations may read, so that others would be found out.
@Component
final class TalkRouteSamples implements RouteSamples {
  private final Goals goals;
  private final Comments comments;
  private final JdbcClient database;

  TalkRouteSamples(Goals goals, Comments comments, JdbcClient database) {
    this.goals = goals;
    this.comments = comments;
    this.database = database;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of("GET /goals/{id}/talk", person -> goal(person, "/talk")),
        RouteSample.of(
            "POST /goals/{id}/talk", person -> goal(person, "/talk").form("text=A question")),
        RouteSample.of("GET /goals/{id}/check-ins/{checkIn}", person -> checkIn(person, "")),
        RouteSample.of(
            "POST /goals/{id}/check-ins/{checkIn}",
            person -> checkIn(person, "").form("text=A question")),
        RouteSample.of(
            "POST /goals/{id}/check-ins/{checkIn}/reactions",
            person -> checkIn(person, "/reactions").form("give=thanks")),
        RouteSample.of("GET /goals/{id}/mentions", person -> goal(person, "/mentions")),
        RouteSample.of(
            "POST /goals/{id}/follow", person -> goal(person, "/follow").form("follows=true")),
        RouteSample.of(
            "POST /goals/{id}/links",
            person -> goal(person, "/links").form("title=Plan&address=https://brightwell.example")),
        RouteSample.of("POST /goals/{id}/links/{link}/removal", person -> unlinking(person)),
        RouteSample.of("GET /goals/{id}/activity", person -> goal(person, "/activity")),
        RouteSample.of("GET /goals/activity", person -> list(person, "/goals/activity")),
        RouteSample.of("GET /teams/{id}/activity", person -> team(person, "/teams/")),
        RouteSample.of("GET /comments/{id}", person -> comment(person, "")),
        RouteSample.of("GET /comments/{id}/wordings", person -> comment(person, "/wordings")),
        RouteSample.of("GET /comments/{id}/edit", person -> comment(person, "/edit")),
        RouteSample.of(
            "POST /comments/{id}/edit",
            person -> comment(person, "/edit").form("version=1&text=Better")),
        RouteSample.of(
            "POST /comments/{id}/withdrawal", person -> comment(person, "/withdrawal").form("a=b")),
        RouteSample.of("GET /comments/{id}/hiding", person -> comment(person, "/hiding")),
        RouteSample.of(
            "POST /comments/{id}/hiding",
            person -> comment(person, "/hiding").form("reason=Unfair")),
        RouteSample.of(
            "POST /comments/{id}/reactions",
            person -> comment(person, "/reactions").form("give=thanks")),
        RouteSample.of("GET /api/v1/objectives/{id}/comments", person -> api(person, "/comments")),
        RouteSample.of(
            "POST /api/v1/objectives/{id}/comments",
            person -> api(person, "/comments").json("{\"text\": \"A question\"}")),
        RouteSample.of(
            "GET /api/v1/objectives/{id}/following", person -> api(person, "/following")),
        RouteSample.of(
            "PUT /api/v1/objectives/{id}/following", person -> api(person, "/following")),
        RouteSample.of(
            "DELETE /api/v1/objectives/{id}/following", person -> api(person, "/following")),
        RouteSample.of("GET /api/v1/objectives/{id}/links", person -> api(person, "/links")),
        RouteSample.of(
            "POST /api/v1/objectives/{id}/links",
            person ->
                api(person, "/links")
                    .json("{\"title\": \"Plan\", \"address\": \"https://brightwell.example\"}")),
        RouteSample.of(
            "DELETE /api/v1/objectives/{id}/links/{link}", person -> apiUnlinking(person)),
        RouteSample.of(
            "PUT /api/v1/objectives/{id}/check-ins/{checkIn}/reactions/{kind}",
            person -> apiCheckIn(person)),
        RouteSample.of(
            "DELETE /api/v1/objectives/{id}/check-ins/{checkIn}/reactions/{kind}",
            person -> apiCheckIn(person)),
        RouteSample.of("GET /api/v1/activity", person -> list(person, "/api/v1/activity")),
        RouteSample.of("GET /api/v1/objectives/{id}/activity", person -> api(person, "/activity")),
        RouteSample.of("GET /api/v1/teams/{id}/activity", person -> team(person, "/api/v1/teams/")),
        RouteSample.of("GET /api/v1/comments/{id}", person -> apiComment(person, "")),
        RouteSample.of(
            "PATCH /api/v1/comments/{id}",
            person ->
                apiComment(person, "").header("If-Match", "\"1\"").json("{\"text\": \"Better\"}")),
        RouteSample.of("DELETE /api/v1/comments/{id}", person -> apiComment(person, "")),
        RouteSample.of(
            "GET /api/v1/comments/{id}/wordings", person -> apiComment(person, "/wordings")),
        RouteSample.of(
            "PUT /api/v1/comments/{id}/hiding",
            person -> apiComment(person, "/hiding").json("{\"reason\": \"Unfair\"}")),
        RouteSample.of("DELETE /api/v1/comments/{id}/hiding", person -> hidden(person)),
        RouteSample.of(
            "PUT /api/v1/comments/{id}/reactions/{kind}",
            person -> apiComment(person, "/reactions/thanks")),
        RouteSample.of(
            "DELETE /api/v1/comments/{id}/reactions/{kind}",
            person -> apiComment(person, "/reactions/thanks")));
  }

  private UUID objective(Person person) {
    return goals.objective(person, "Shorter queues", "Q2 2026", "active", "team");
  }

  private Call goal(Person person, String rest) {
    UUID id = objective(person);
    return Call.to("/goals/" + id + rest).about("objective", id);
  }

  private Call api(Person person, String rest) {
    UUID id = objective(person);
    return Call.to("/api/v1/objectives/" + id + rest).about("objective", id);
  }

  private Call checkIn(Person person, String rest) {
    UUID id = objective(person);
    return Call.to("/goals/" + id + "/check-ins/" + said(id, person) + rest).about("objective", id);
  }

  private Call apiCheckIn(Person person) {
    UUID id = objective(person);
    return Call.to(
            "/api/v1/objectives/" + id + "/check-ins/" + said(id, person) + "/reactions/thanks")
        .about("objective", id);
  }

  /// A check-in of the objective.
  private UUID said(UUID objective, Person person) {
    UUID keyResult = goals.keyResult(objective, "Minutes", 9, 4);
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into check_in (id, key_result, value, note, by_person, at, day)
            values (:id, :key_result, 8, 'Two counters are open.', :by, now(), current_date)
            """)
        .param("id", id)
        .param("key_result", keyResult)
        .param("by", person.id())
        .update();
    return id;
  }

  private Call unlinking(Person person) {
    UUID id = objective(person);
    UUID link = linked(id, person);
    return Call.to("/goals/" + id + "/links/" + link + "/removal")
        .about("goal_link", link)
        .form("a=b");
  }

  private Call apiUnlinking(Person person) {
    UUID id = objective(person);
    UUID link = linked(id, person);
    return Call.to("/api/v1/objectives/" + id + "/links/" + link).about("goal_link", link);
  }

  private UUID linked(UUID objective, Person person) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into goal_link (id, objective, title, address, by_person, at)
            values (:id, :objective, 'Plan', 'https://brightwell.example', :by, now())
            """)
        .param("id", id)
        .param("objective", objective)
        .param("by", person.id())
        .update();
    return id;
  }

  private Call comment(Person person, String rest) {
    UUID id = comment(person);
    return Call.to("/comments/" + id + rest).about("comment", id);
  }

  private Call apiComment(Person person, String rest) {
    UUID id = comment(person);
    return Call.to("/api/v1/comments/" + id + rest).about("comment", id);
  }

  private UUID comment(Person person) {
    Outcome<UUID> said =
        comments.say(
            person.viewer(),
            new Comments.Input(
                About.objective(objective(person)), "Who takes it?", null, Map.of(), null));
    return said.orThrow();
  }

  private Call hidden(Person person) {
    UUID id = comment(person);
    database
        .sql(
            "update comment set hidden_at = now(), hidden_by = ?, hidden_because = 'Unfair' where id = ?")
        .params(Person.ELIF.id(), id)
        .update();
    return Call.to("/api/v1/comments/" + id + "/hiding").about("comment", id);
  }

  /// A page that shows everybody what they may see: never another's draft.
  private Call list(Person person, String path) {
    String title = "Queue " + UUID.randomUUID();
    UUID id = goals.objective(person, title, "Q2 2026", "draft", "public");
    comments
        .say(
            person.viewer(),
            new Comments.Input(About.objective(id), "Who takes it?", null, Map.of(), null))
        .orThrow();
    return Call.to(path).about("objective", id).list(title);
  }

  private Call team(Person person, String path) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            "insert into team (id, name, lead, during) values (?, ?, ?, daterange('2026-01-01', null))")
        .params(id, "Pairing " + id, person.id())
        .update();
    return Call.to(path + id + "/activity").about(person);
  }
}
