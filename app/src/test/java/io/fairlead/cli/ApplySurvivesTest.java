package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ServerProcess;
import io.fairlead.app.testing.TestDatabase;
import io.fairlead.app.testing.Visitor;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.FrameworkEdit;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A server that is killed while it puts a framework in force, with the version written and the
/// cycles not yet: nothing of it has happened, and the same request sent again does it whole.
@Tag("database")
class ApplySurvivesTest {
  private static final String EMAIL = "ada@quist.example";
  private static final String PASSWORD = "kettle umbrella violin";
  private static final String KEY = "0197f3c2-5b8e-7d31-9a4c-2f6d1e8b7a90";

  @TempDir static Path temporary;

  private Map<String, String> environment = Map.of();

  @Test
  void aFrameworkIsInForceWholeOrNotAtAllWheneverItsServerIsKilled() throws Exception {
    environment = TestDatabase.environment("apply_survives");
    String document =
        FrameworkEdit.set(
            FrameworkEdit.set(DefaultFramework.text(), "cadence.check-ins.rhythm", "monthly"),
            "goals.staleness.days",
            42);
    String body =
        JsonMapper.shared()
            .writeValueAsString(Map.of("document", document, "reason", "Monthly is enough."));
    String rhythms =
        "select coalesce(string_agg(check_in_every_days::text, ',' order by id), '') from cycle";
    String before;
    try (ServerProcess first = ServerProcess.start(temporary.resolve("first"), environment)) {
      Visitor ada = Visitor.at(first.address());
      String link = first.firstLink();
      ada.page(link);
      ada.post(link, "name", "Ada Quist", "email", EMAIL, "heads", "true", "password", PASSWORD);
      ada.page("/account");
      before = ask(rhythms);
      assertThat(before).startsWith("7");
      try (Connection other = TestDatabase.connect(environment);
          Statement lock = other.createStatement()) {
        other.setAutoCommit(false);
        lock.execute("lock table cycle in share row exclusive mode");
        CompletableFuture<HttpResponse<String>> applying =
            CompletableFuture.supplyAsync(() -> apply(ada, body));
        awaitAWriterOfCycles(applying);
        first.kill();
        assertThat(applying.handle((answer, failure) -> failure != null).get(30, TimeUnit.SECONDS))
            .as("nobody was told that it was done")
            .isTrue();
      }
    }
    assertThat(ask("select count(*) from framework_version")).isEqualTo("0");
    assertThat(ask(rhythms)).isEqualTo(before);
    try (ServerProcess second = ServerProcess.start(temporary.resolve("second"), environment)) {
      Visitor ada = Visitor.at(second.address());
      ada.page("/sign-in");
      ada.post("/sign-in", "email", EMAIL, "password", PASSWORD);
      ada.page("/account");
      HttpResponse<String> applied = apply(ada, body);
      assertThat(applied.statusCode()).as(applied.body()).isBetween(200, 201);
      assertThat(apply(ada, body).statusCode()).isEqualTo(applied.statusCode());
      assertThat(ask("select count(*) from framework_version")).isEqualTo("1");
      assertThat(ask(rhythms)).isNotEqualTo(before);
      assertThat(ask("select count(*) from audit_entry where act = 'framework.applied'"))
          .isEqualTo("1");
    }
  }

  private static HttpResponse<String> apply(Visitor visitor, String body) {
    return visitor.json(
        "PUT", "/api/v1/framework", body, "Idempotency-Key", KEY, "If-Match", "\"0\"");
  }

  private void awaitAWriterOfCycles(CompletableFuture<HttpResponse<String>> applying)
      throws Exception {
    for (int tries = 0; tries < 400; tries++) {
      assertThat(applying).as("it waits").isNotDone();
      if (!ask("select count(*) from pg_locks where relation = 'cycle'::regclass and not granted")
          .equals("0")) {
        assertThat(ask("select count(*) from framework_version"))
            .as("what it has written so far is nobody else's yet")
            .isEqualTo("0");
        return;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new IllegalStateException("it never came as far as the cycles");
  }

  private String ask(String question) throws SQLException {
    try (Connection connection = TestDatabase.connect(environment);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }
}
