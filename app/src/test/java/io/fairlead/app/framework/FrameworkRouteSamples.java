package io.fairlead.app.framework;

import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The framework's part of the access matrix. What is sent is no valid document: whoever may change
/// the framework is told so, and nobody else gets that far.
@Component
final class FrameworkRouteSamples implements RouteSamples {
  private static final String REASON = ", \"reason\": \"because\"";

  private final JdbcClient database;

  FrameworkRouteSamples(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return Stream.of(
            read("/api/v1/framework", "/api/v1/framework"),
            read("/api/v1/framework/schema", "/api/v1/framework/schema"),
            read("/api/v1/framework/versions", "/api/v1/framework/versions"),
            version("/api/v1/framework/versions/"),
            read("/api/v1/framework/starters", "/api/v1/framework/starters"),
            read("/api/v1/framework/starters/{id}", "/api/v1/framework/starters/start-up"),
            read("/studio", "/studio"),
            read("/studio/framework", "/studio/framework"),
            read("/studio/framework/versions", "/studio/framework/versions"),
            version("/studio/framework/versions/"),
            read("/studio/framework/edit", "/studio/framework/edit"),
            json("POST", "/api/v1/framework/plan", ""),
            json("PUT", "/api/v1/framework", REASON),
            form("/studio/framework/check"),
            form("/studio/framework/settings"),
            form("/studio/framework/comparison"),
            form("/studio/framework/versions"),
            version("/studio/framework/versions/", "/framework.yaml"),
            draft("GET", ""),
            draft("POST", "/removal"),
            plan("/studio/framework/plans/", "GET", ""),
            plan("/studio/framework/plans/", "POST", "/withdrawal"),
            form("/studio/framework/file"),
            json("POST", "/api/v1/framework/rehearsal", ""),
            read("/api/v1/framework/planned-changes", "/api/v1/framework/planned-changes"),
            json("POST", "/api/v1/framework/planned-changes", REASON),
            plan("/api/v1/framework/planned-changes/", "DELETE", ""))
        .toList();
  }

  private static RouteSample read(String route, String path) {
    return RouteSample.of("GET " + route, Call.to(path)::about);
  }

  private RouteSample version(String path) {
    return version(path, "");
  }

  private RouteSample draft(String method, String act) {
    return RouteSample.of(
        method + " /studio/framework/drafts/{id}" + act,
        person -> {
          UUID id = UUID.randomUUID();
          database
              .sql(
                  """
                  insert into framework_draft (id, author, document, based_on, saved_at, version)
                  values (?, ?, 'organisation: {name: Brightwell}', 0, now(), 1)
                  """)
              .params(id, person.id())
              .update();
          Call call = Call.to("/studio/framework/drafts/" + id + act).about(person);
          return method.equals("GET") ? call : call.form("");
        });
  }

  private RouteSample plan(String path, String method, String act) {
    return RouteSample.of(
        method + " " + path + "{id}" + act,
        person -> {
          UUID id = UUID.randomUUID();
          database.sql("delete from framework_plan").update();
          database
              .sql(
                  """
                  insert into framework_plan (id, document, based_on, reason, from_day, made_at, state)
                  values (?, 'organisation: {name: Brightwell}', 0, 'test', '2099-01-01', now(), 'waiting')
                  """)
              .param(id)
              .update();
          Call call = Call.to(path + id + act).about(person);
          return method.equals("POST") ? call.form("") : call;
        });
  }

  private RouteSample version(String path, String after) {
    return RouteSample.of(
        "GET " + path + "{number}" + after,
        person -> {
          database
              .sql(
                  """
                  insert into framework_version (id, number, document, reason, in_force_from)
                  values (?, 1, 'organisation: {name: Brightwell}', 'test', now())
                  on conflict do nothing
                  """)
              .param(UUID.randomUUID())
              .update();
          return Call.to(path + 1 + after).about(person);
        });
  }

  private static RouteSample json(String method, String path, String more) {
    return RouteSample.of(
        method + " " + path,
        person ->
            Call.to(path)
                .about(person)
                .header("If-Match", "\"1\"")
                .json("{\"document\": \"nonsense\"" + more + "}"));
  }

  private static RouteSample form(String path) {
    return RouteSample.of(
        "POST " + path,
        person ->
            Call.to(path)
                .about(person)
                .form("document=nonsense&version=1&reason=because&key=" + UUID.randomUUID()));
  }
}
