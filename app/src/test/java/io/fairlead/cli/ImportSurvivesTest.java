package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ServerProcess;
import io.fairlead.app.testing.TestDatabase;
import io.fairlead.app.testing.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that is killed in the middle of applying or undoing an import: nothing of it has
/// happened, and the next one does it whole.
@Tag("database")
class ImportSurvivesTest {
  private static final int ROWS = 12_000;
  private static final String EMAIL = "ada@quist.example";
  private static final String PASSWORD = "kettle umbrella violin";
  private static final Pattern DONE = Pattern.compile("\"doneRows\":(\\d+)");

  @TempDir static Path temporary;

  private Map<String, String> environment = Map.of();
  private Visitor ada = Visitor.at("http://127.0.0.1:1");

  @Test
  void anImportIsFinishedOrNotBegunWheneverItsServerIsKilled() throws Exception {
    environment = new HashMap<>(TestDatabase.environment("import_survives"));
    environment.put("FAIRLEAD_JOBS_HEARTBEAT", "500ms");
    String run;
    try (ServerProcess first = ServerProcess.start(temporary.resolve("first"), environment)) {
      run = sent(first);
      assertThat(settled(run)).contains("\"state\":\"ready\"", "\"newPeople\":" + ROWS);
      assertThat(ada.json("POST", run + "/application", "{\"choice\":\"all\"}").statusCode())
          .isEqualTo(202);
      comeFurtherThan(ROWS / 2, run);
      first.kill();
    }
    assertThat(people()).isOne();
    try (ServerProcess second = ServerProcess.start(temporary.resolve("second"), environment)) {
      signIn(second);
      assertThat(settled(run)).contains("\"state\":\"applied\"");
      assertThat(people()).isEqualTo(ROWS + 1);
      assertThat(ask("select count(*) from line_of where depth = 1")).isEqualTo(ROWS);
      assertThat(ada.json("POST", run + "/reversal", null).statusCode()).isEqualTo(202);
      comeFurtherThan(ROWS / 3, run);
      second.kill();
    }
    assertThat(people()).isEqualTo(ROWS + 1);
    try (ServerProcess third = ServerProcess.start(temporary.resolve("third"), environment)) {
      signIn(third);
      assertThat(settled(run)).contains("\"state\":\"undone\"");
      assertThat(people()).isOne();
      assertThat(ask("select count(*) from person")).isOne();
    }
  }

  private String sent(ServerProcess server) throws InterruptedException {
    ada = Visitor.at(server.address());
    String link = server.firstLink();
    ada.page(link);
    ada.post(link, "name", "Ada Quist", "email", EMAIL, "heads", "true", "password", PASSWORD);
    ada.page("/account");
    StringBuilder file = new StringBuilder("name,email,manager_email\n");
    for (int number = 0; number < ROWS; number++) {
      String manager = number < 10 ? EMAIL : "p" + number / 10 + "@quist.example";
      file.append("Person %d,p%d@quist.example,%s\n".formatted(number, number, manager));
    }
    HttpResponse<String> sent =
        ada.json("POST", "/api/v1/people/imports?absent=stay", file.toString());
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
    return sent.headers().firstValue("Location").orElseThrow();
  }

  private void signIn(ServerProcess server) throws InterruptedException {
    ada = Visitor.at(server.address());
    ada.page("/sign-in");
    ada.post("/sign-in", "email", EMAIL, "password", PASSWORD);
    ada.page("/account");
  }

  /// Waits until the step at work says that it has done more than that many rows.
  private void comeFurtherThan(int rows, String run) throws InterruptedException {
    for (int tries = 0; tries < 12_000; tries++) {
      String status = ada.json("GET", run, null).body();
      assertThat(status).as("still at work").contains("\"busy\":true");
      Matcher done = DONE.matcher(status);
      if (done.find() && Integer.parseInt(done.group(1)) > rows) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    throw new IllegalStateException("it never came further than " + rows + " rows");
  }

  private String settled(String run) throws InterruptedException {
    for (int tries = 0; tries < 1_200; tries++) {
      String status = ada.json("GET", run, null).body();
      if (status.contains("\"busy\":false")) {
        return status;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IllegalStateException("the import never ended");
  }

  private int people() throws SQLException {
    return ask("select count(*) from identity");
  }

  private int ask(String question) throws SQLException {
    try (Connection connection = TestDatabase.connect(environment);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      assertThat(row.next()).isTrue();
      return row.getInt(1);
    }
  }
}
