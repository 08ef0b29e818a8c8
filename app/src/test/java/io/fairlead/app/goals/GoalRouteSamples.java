package io.fairlead.app.goals;

import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The goals' part of the access matrix.
@Component
final class GoalRouteSamples implements RouteSamples {
  private static final String SAID = "{\"status\": \"done\", \"reason\": \"Met\"}";

  private final Goals goals;
  private final JdbcClient database;

  GoalRouteSamples(Goals goals, JdbcClient database) {
    this.goals = goals;
    this.database = database;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of("GET /goals/{id}/grade", person -> page(person, "/grade")),
        RouteSample.of(
            "POST /goals/{id}/grade", person -> page(person, "/grade").form("version=1")),
        RouteSample.of(
            "GET /api/v1/objectives/{id}/grade", person -> api("active", person, "/grade")),
        RouteSample.of(
            "POST /api/v1/objectives/{id}/grade",
            person ->
                api("active", person, "/grade").json("{\"version\": 1, \"nextStep\": \"done\"}")),
        RouteSample.of(
            "POST /api/v1/objectives/{id}/successor",
            person ->
                api("active", person, "/successor")
                    .json(
                        "{\"cycle\": \"%s\", \"way\": \"cloned\"}"
                            .formatted(Company.cycle("2026")))),
        RouteSample.of("POST /api/v1/check-ins", this::checkIn),
        RouteSample.of("GET /goals/{id}/edit", person -> call("draft", "/goals/", "/edit", person)),
        RouteSample.of(
            "POST /goals/{id}/edit",
            person -> call("draft", "/goals/", "/edit", person).form("version=1&title=Queues")),
        RouteSample.of(
            "POST /goals/{id}/saving",
            person -> call("draft", "/goals/", "/saving", person).form("version=1&title=Queues")),
        RouteSample.of("POST /goals/{id}/proposal", person -> moving(person, "draft", "/proposal")),
        RouteSample.of(
            "POST /goals/{id}/withdrawal", person -> moving(person, "proposed", "/withdrawal")),
        RouteSample.of(
            "POST /goals/{id}/activation", person -> moving(person, "draft", "/activation")),
        RouteSample.of("POST /goals/{id}/closure", person -> moving(person, "graded", "/closure")),
        RouteSample.of("GET /goals/{id}/measures", person -> page(person, "/measures")),
        RouteSample.of(
            "POST /goals/{id}/measures", person -> page(person, "/measures").form("role=feeds")),
        RouteSample.of(
            "POST /goals/{id}/measures/{use}/end",
            person -> use(person, "/goals/", "/end").form("key=")),
        RouteSample.of(
            "GET /api/v1/objectives/{id}/measures", person -> api("active", person, "/measures")),
        RouteSample.of(
            "POST /api/v1/objectives/{id}/measures",
            person -> api("active", person, "/measures").json("{\"role\": \"feeds\"}")),
        RouteSample.of(
            "DELETE /api/v1/objectives/{id}/measures/{use}",
            person -> use(person, "/api/v1/objectives/", "")),
        RouteSample.of("GET /goals/{id}/findings", person -> page(person, "/findings")),
        RouteSample.of(
            "POST /goals/{id}/findings", person -> page(person, "/findings").form("rule=K1")),
        RouteSample.of(
            "POST /goals/{id}/findings/{waiver}/end",
            person -> waiver(person, "/goals/", "/findings/", "/end").form("key=")),
        RouteSample.of(
            "GET /api/v1/objectives/{id}/findings", person -> api("active", person, "/findings")),
        RouteSample.of(
            "POST /api/v1/objectives/{id}/findings/waivers",
            person -> api("active", person, "/findings/waivers").json("{\"rule\": \"K1\"}")),
        RouteSample.of(
            "DELETE /api/v1/objectives/{id}/findings/waivers/{waiver}",
            person -> waiver(person, "/api/v1/objectives/", "/findings/waivers/", "")),
        RouteSample.of("GET /goals/{id}/drop", person -> page(person, "/drop")),
        RouteSample.of(
            "POST /goals/{id}/drop", person -> page(person, "/drop").form("reason=Not needed")),
        RouteSample.of("GET /goals/{id}/status", person -> page(person, "/status")),
        RouteSample.of(
            "POST /goals/{id}/status",
            person -> page(person, "/status").form("status=done&reason=Met")),
        RouteSample.of(
            "GET /goals/key-results/{id}/status",
            person -> keyResult(person, "/goals/key-results/", "/status")),
        RouteSample.of(
            "POST /goals/key-results/{id}/status",
            person ->
                keyResult(person, "/goals/key-results/", "/status").form("status=done&reason=Met")),
        RouteSample.of(
            "GET /api/v1/objectives/{id}/status", person -> api("active", person, "/status")),
        RouteSample.of(
            "POST /api/v1/objectives/{id}/status-override",
            person -> api("active", person, "/status-override").json(SAID)),
        RouteSample.of(
            "DELETE /api/v1/objectives/{id}/status-override",
            person -> api("active", person, "/status-override")),
        RouteSample.of(
            "POST /api/v1/key-results/{id}/status-override",
            person -> keyResult(person, "/api/v1/key-results/", "/status-override").json(SAID)),
        RouteSample.of(
            "DELETE /api/v1/key-results/{id}/status-override",
            person -> keyResult(person, "/api/v1/key-results/", "/status-override")),
        RouteSample.of("GET /goals/{id}/reassignment", person -> page(person, "/reassignment")),
        RouteSample.of(
            "POST /goals/{id}/reassignment",
            person -> page(person, "/reassignment").form("person=nobody")),
        RouteSample.of(
            "GET /goals/key-results/{id}/reassignment",
            person -> keyResult(person, "/goals/key-results/", "/reassignment")),
        RouteSample.of(
            "POST /goals/key-results/{id}/reassignment",
            person ->
                keyResult(person, "/goals/key-results/", "/reassignment").form("person=nobody")),
        RouteSample.of(
            "POST /api/v1/objectives/{id}/reassignment",
            person -> api("active", person, "/reassignment").json("{}")),
        RouteSample.of(
            "POST /api/v1/key-results/{id}/reassignment",
            person -> keyResult(person, "/api/v1/key-results/", "/reassignment").json("{}")),
        RouteSample.of(
            "POST /goals/key-results/{id}/taking-back",
            person ->
                keyResult(person, "/goals/key-results/", "/taking-back").form("checkIn=none")),
        RouteSample.of(
            "POST /api/v1/key-results/{id}/taking-back",
            person ->
                keyResult(person, "/api/v1/key-results/", "/taking-back")
                    .json("{\"checkIn\": \"%s\"}".formatted(UUID.randomUUID()))),
        RouteSample.of(
            "POST /goals/{id}/grade/taking-back",
            person -> page(person, "/grade/taking-back").form("version=1")),
        RouteSample.of(
            "POST /api/v1/objectives/{id}/grade/taking-back",
            person -> api("active", person, "/grade/taking-back").json("{\"version\": 1}")),
        RouteSample.of("GET /goals/{id}/alignments", person -> page(person, "/alignments")),
        RouteSample.of(
            "POST /goals/{id}/alignments",
            person ->
                page(person, "/alignments")
                    .form("share=30&parent=" + goals.objective(Person.INES, "Customers stay"))),
        RouteSample.of(
            "GET /goals/{child}/alignments/{parent}", person -> negotiation(person, "/goals/", "")),
        RouteSample.of(
            "POST /goals/{child}/alignments/{parent}",
            person -> negotiation(person, "/goals/", "").form("move=discussed&note=Why?")),
        RouteSample.of("GET /goals/map", person -> list(person, "/goals/map")),
        RouteSample.of("GET /goals/timeline", person -> list(person, "/goals/timeline")),
        RouteSample.of("GET /goals/business", person -> list(person, "/goals/business")),
        RouteSample.of("GET /goals/summary", person -> list(person, "/goals/summary")),
        RouteSample.of("GET /goals/export.csv", person -> list(person, "/goals/export.csv")),
        RouteSample.of("GET /goals/export.xlsx", person -> list(person, "/goals/export.xlsx")),
        RouteSample.of("GET /api/v1/objectives", person -> list(person, "/api/v1/objectives")),
        RouteSample.of(
            "GET /api/v1/goals/file",
            person -> list(person, "/api/v1/goals/file").header("Accept", "text/csv")),
        RouteSample.of(
            "GET /api/v1/objectives/{id}/key-results",
            person -> api("active", person, "/key-results")),
        RouteSample.of(
            "GET /api/v1/objectives/{id}/check-ins", person -> api("active", person, "/check-ins")),
        RouteSample.of("GET /api/v1/goals/map", person -> list(person, "/api/v1/goals/map")),
        RouteSample.of(
            "GET /api/v1/goals/timeline", person -> list(person, "/api/v1/goals/timeline")),
        RouteSample.of(
            "GET /api/v1/cycles/{id}/summary",
            person -> list(person, "/api/v1/cycles/" + Company.cycle("Q2 2026") + "/summary")),
        RouteSample.of(
            "GET /api/v1/objectives/{id}/below", person -> api("active", person, "/below")),
        RouteSample.of("GET /api/v1/goals/imports", Call.to("/api/v1/goals/imports")::about),
        RouteSample.of(
            "POST /api/v1/goals/imports",
            person -> Call.to("/api/v1/goals/imports").about(person).json("\"objective\"")),
        RouteSample.of("GET /api/v1/goals/imports/{id}", person -> apiFile(person, "")),
        RouteSample.of(
            "PUT /api/v1/goals/imports/{id}/understanding",
            person ->
                apiFile(person, "/understanding")
                    .json("{\"leaveUnreadable\": false, \"baselineIsZero\": false}")),
        RouteSample.of(
            "POST /api/v1/goals/imports/{id}/application",
            person -> apiFile(person, "/application").json("{\"choice\": \"good\"}")),
        RouteSample.of(
            "POST /api/v1/goals/imports/{id}/reversal", person -> apiFile(person, "/reversal")),
        RouteSample.of("GET /goals/import", Call.to("/goals/import")::about),
        RouteSample.of(
            "POST /goals/import",
            person -> Call.to("/goals/import").about(person).form("text=objective")),
        RouteSample.of("GET /goals/import/{id}", person -> file(person, "", "previewed")),
        RouteSample.of(
            "POST /goals/import/{id}/understanding",
            person -> file(person, "/understanding", "previewed").form("a=b")),
        RouteSample.of(
            "POST /goals/import/{id}/application",
            person -> file(person, "/application", "previewed").form("choice=all")),
        RouteSample.of(
            "POST /goals/import/{id}/undo",
            person -> file(person, "/undo", "previewed").form("a=b")),
        RouteSample.of("GET /goals", this::list),
        RouteSample.of("GET /goals/{id}", person -> page(person, "")),
        RouteSample.of("GET /goals/{id}/below", person -> page(person, "/below")),
        RouteSample.of(
            "GET /api/v1/objectives/{id}/alignments",
            person -> api("proposed", person, "/alignments")),
        RouteSample.of(
            "GET /api/v1/objectives/{child}/alignments/{parent}/moves", this::negotiation),
        RouteSample.of(
            "POST /api/v1/objectives/{child}/alignments/{parent}/moves",
            person -> negotiation(person).json("{\"move\": \"discuss\", \"note\": \"Why?\"}")),
        RouteSample.of("GET /api/v1/objectives/{id}", person -> api("proposed", person, "")),
        RouteSample.of(
            "PUT /api/v1/objectives/{id}",
            person ->
                api("draft", person, "")
                    .header("If-Match", "\"1\"")
                    .json("{\"title\": \"Shorter queues\", \"keyResults\": []}")),
        RouteSample.of(
            "POST /api/v1/objectives/{id}/withdrawal",
            person -> api("proposed", person, "/withdrawal").json("{}")),
        RouteSample.of("POST /api/v1/objectives/{id}/proposal", person -> step(person, "proposal")),
        RouteSample.of(
            "POST /api/v1/objectives/{id}/activation", person -> step(person, "activation")),
        RouteSample.of("POST /api/v1/objectives/{id}/closure", person -> step(person, "closure")),
        RouteSample.of(
            "POST /api/v1/objectives/{id}/drop",
            person -> step(person, "drop").json("{\"reason\": \"No longer needed\"}")));
  }

  /// A measure that is watched beside an objective.
  private Call use(Person person, String path, String rest) {
    UUID objective = goals.objective(person, "Shorter queues");
    UUID measure = UUID.randomUUID();
    database
        .sql(
            """
            with made as (
              insert into measure (id, code, name, owner, direction, frequency, source, visibility, created_by, created_at)
              values (:measure, :measure::text, 'Queue', :person, 'lower', 'weekly', 'manual', 'public', :person, now())),
            whole as (insert into measure_series (id, measure) values (:measure, :measure))
            insert into measure_use (id, objective, role, measure, series, by_person, at)
            values (:measure, :objective, 'watched', :measure, :measure, :person, now())
            """)
        .param("measure", measure)
        .param("objective", objective)
        .param("person", person.id())
        .update();
    return Call.to(path + objective + "/measures/" + measure + rest).about("objective", objective);
  }

  private Call waiver(Person person, String path, String between, String rest) {
    UUID objective = goals.objective(person, "Shorter queues");
    UUID waiver = UUID.randomUUID();
    database
        .sql(
            """
            insert into finding_waiver (id, objective, rule, part, words, reason, by_person, at)
            values (:waiver, :objective, 'O4', 'none', 'Shorter queues', 'It is new', :person, now())
            """)
        .param("waiver", waiver)
        .param("objective", objective)
        .param("person", person.id())
        .update();
    return Call.to(path + objective + between + waiver + rest).about("objective", objective);
  }

  private Call keyResult(Person person, String path, String rest) {
    UUID id = goals.keyResult(goals.objective(person, "Shorter queues"), "Minutes", 9, 4);
    return Call.to(path + id + rest).about("key_result", id);
  }

  private Call checkIn(Person person) {
    UUID keyResult = goals.keyResult(goals.objective(person, "Shorter queues"), "Minutes", 9, 4);
    return Call.to("/api/v1/check-ins")
        .about("key_result", keyResult)
        .json(
            "{\"checkIns\": [{\"keyResult\": \"%s\", \"value\": 8, \"noChange\": false}]}"
                .formatted(keyResult));
  }

  private Call negotiation(Person person) {
    return negotiation(person, "/api/v1/objectives/", "/moves");
  }

  private Call negotiation(Person person, String path, String rest) {
    UUID child = goals.objective(person, "Shorter queues", "Q2 2026", "proposed", "public");
    UUID parent = goals.objective(Person.INES, "Customers stay");
    goals.align(child, parent, 1, true);
    return Call.to(path + child + "/alignments/" + parent + rest).about("objective", child);
  }

  private Call moving(Person person, String state, String rest) {
    return call(state, "/goals/", rest, person).form("key=");
  }

  private Call step(Person person, String act) {
    return api("draft", person, "/" + act).header("If-Match", "\"1\"").json("{}");
  }

  private Call page(Person person, String rest) {
    return call("active", "/goals/", rest, person);
  }

  private Call api(String state, Person person, String rest) {
    return call(state, "/api/v1/objectives/", rest, person);
  }

  private Call apiFile(Person person, String rest) {
    Call page = file(person, rest, "previewed");
    return Call.to(page.path().replace("/goals/import/", "/api/v1/goals/imports/")).about(person);
  }

  /// A file of goals that somebody brought and that is not yet applied.
  private Call file(Person person, String rest, String state) {
    UUID run = UUID.randomUUID();
    database
        .sql(
            """
            insert into goal_import (id, file_name, mapping, content, state, by_person, at)
            values (:id, 'goals.csv', :mapping::jsonb, 'objective', :state, :person, now())
            """)
        .param("id", run)
        .param(
            "mapping",
            """
            {"fields": {}, "owner": "importer", "cycle": "", "state": "active", "leaveUnreadable": false,
              "baselineIsZero": false}
            """)
        .param("state", state)
        .param("person", Person.ELIF.id())
        .update();
    return Call.to("/goals/import/" + run + rest).about(person);
  }

  /// A page that shows everybody what they may see: never another's draft.
  private Call list(Person person, String path) {
    String title = "Queue " + UUID.randomUUID();
    UUID id = goals.objective(person, title, "Q2 2026", "draft", "public");
    return Call.to(path).about("objective", id).list(title);
  }

  private Call list(Person person) {
    String title = "Queue " + UUID.randomUUID();
    UUID id = goals.objective(person, title, "Q2 2026", "draft", "public");
    return Call.to("/goals?scope=organisation").about("objective", id).list(title);
  }

  private Call call(String state, String path, String rest, Person person) {
    UUID id = goals.objective(person, "Shorter queues", "Q2 2026", state, "public");
    return Call.to(path + id + rest).about("objective", id);
  }
}
