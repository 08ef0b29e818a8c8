package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AlternatingProxy;
import io.fairlead.app.testing.ServerProcess;
import io.fairlead.app.testing.TestDatabase;
import io.fairlead.app.testing.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Two servers on one database, and between them and their user a proxy that gives no two requests
/// in a row to the same one. One day in their life, in this order.
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {
  private static final String NAME = "Ada Quist";
  private static final String EMAIL = "ada@quist.example";
  private static final String PASSWORD = "kettle umbrella violin";
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final Pattern VALUE = Pattern.compile("name=\"([0-9a-f-]{36})\\.value\"");
  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

  @TempDir static Path temporary;

  private Map<String, String> environment = Map.of();
  private ServerProcess first;
  private ServerProcess second;
  private AlternatingProxy proxy;
  private Visitor ada;

  @BeforeAll
  void bothStartAtOnceOnAnEmptyDatabase() throws Exception {
    environment = TestDatabase.environment("two_nodes");
    first = ServerProcess.start(temporary.resolve("first"), environment);
    second = ServerProcess.start(temporary.resolve("second"), environment);
    proxy = new AlternatingProxy(List.of(first.address(), second.address()));
    ada = Visitor.at(proxy.address());
  }

  @AfterAll
  void stop() throws Exception {
    proxy.close();
    first.close();
    second.close();
  }

  @Test
  @Order(1)
  void aSessionThatOneOpenedIsTheOthersToo() throws Exception {
    String link = first.firstLink();
    assertThat(ada.page(link).statusCode()).isEqualTo(200);
    HttpResponse<String> begun =
        ada.post(link, "name", NAME, "email", EMAIL, "heads", "true", "password", PASSWORD);
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(302);
    for (int request = 0; request < 4; request++) {
      assertThat(ada.page("/account").body()).contains(NAME);
    }
    proxy.shift();
    ada.page("/account");
    assertThat(ada.post("/sign-out").statusCode()).isEqualTo(302);
    for (int request = 0; request < 2; request++) {
      assertThat(ada.page("/account").statusCode()).isEqualTo(302);
    }
    ada.page("/sign-in");
    assertThat(ada.post("/sign-in", "email", EMAIL, "password", PASSWORD).statusCode())
        .isEqualTo(302);
    for (int request = 0; request < 2; request++) {
      assertThat(ada.page("/").body()).contains(NAME);
    }
  }

  @Test
  @Order(2)
  void aDraftIsAutosavedPublishedAndCheckedInAcrossBoth() throws Exception {
    ada.page("/goals/new");
    String cycle = runningCycle();
    String key = UUID.randomUUID().toString();
    String[] draft = draft(cycle, "They stay", "key", key);
    HttpResponse<String> saved = ada.post("/goals/saving", draft);
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    UUID id = UUID.fromString(found(ID, saved.body()));
    assertThat(found(ID, ada.post("/goals/saving", draft).body()))
        .as("the same draft sent to the other node")
        .isEqualTo(id.toString());
    for (int version = 1; version < 4; version++) {
      HttpResponse<String> again =
          ada.post(
              "/goals/" + id + "/saving",
              draft(cycle, "They stay " + version, "version", "" + version));
      assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
      assertThat(again.body()).contains("\"version\":" + (version + 1));
    }
    proxy.shift();
    ada.page("/goals/" + id + "/edit");
    HttpResponse<String> published =
        ada.post(
            "/goals/" + id + "/edit", draft(cycle, "They stay", "version", "4", "step", "publish"));
    assertThat(published.statusCode()).as(published.body()).isEqualTo(302);
    for (int confidence = 6; confidence < 8; confidence++) {
      String update = ada.page("/goals/update").body();
      String keyResult = found(VALUE, update);
      HttpResponse<String> said =
          ada.post(
              "/goals/update",
              "key",
              found(KEY, update),
              keyResult + ".value",
              "6." + (10 - confidence),
              keyResult + ".confidence",
              "" + confidence);
      assertThat(said.statusCode()).as(said.body()).isEqualTo(302);
      proxy.shift();
    }
    assertThat(count("check_in")).isEqualTo(2);
    assertThat(count("objective")).isEqualTo(1);
  }

  @Test
  @Order(3)
  void anImportGoesThroughJobsOfBothAndIsUndone() throws Exception {
    StringBuilder file = new StringBuilder("name,email,manager_email\n");
    for (int number = 0; number < 300; number++) {
      file.append("Person %d,p%d@quist.example,%s\n".formatted(number, number, EMAIL));
    }
    ada.page("/account");
    HttpResponse<String> sent =
        ada.json("POST", "/api/v1/people/imports?absent=stay", file.toString());
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
    String run = sent.headers().firstValue("Location").orElseThrow();
    assertThat(settled(run)).contains("\"state\":\"");
    HttpResponse<String> applied =
        ada.json("POST", run + "/application", "{\"choice\":\"all\"}", "Idempotency-Key", "once");
    assertThat(applied.statusCode()).as(applied.body()).isEqualTo(202);
    settled(run);
    assertThat(count("identity")).isEqualTo(301);
    assertThat(ada.json("POST", run + "/reversal", null).statusCode()).isEqualTo(202);
    assertThat(settled(run)).contains("\"state\":\"undone\"");
    assertThat(count("identity")).isEqualTo(1);
  }

  @Test
  @Order(4)
  void aNewerNodeExpandsTheSchemaWhileTheOlderOnesServe() throws Exception {
    Path newer = temporary.resolve("newer");
    Path migration = newer.resolve("db/migration/goals/V9000__a_later_release.sql");
    Files.createDirectories(migration.getParent());
    Files.writeString(
        migration,
        """
        select pg_sleep(2);
        alter table objective add column later text;
        create table added_later (objective uuid primary key references objective);
        """);
    AtomicBoolean migrating = new AtomicBoolean(true);
    AtomicInteger served = new AtomicInteger();
    AtomicInteger notServed = new AtomicInteger();
    Visitor meanwhile = Visitor.at(proxy.address());
    meanwhile.page("/sign-in");
    meanwhile.post("/sign-in", "email", EMAIL, "password", PASSWORD);
    Thread user =
        Thread.ofVirtual()
            .start(() -> {
              while (migrating.get()) {
                boolean fine = meanwhile.page("/goals").statusCode() == 200;
                (fine ? served : notServed).incrementAndGet();
              }
            });
    try (ServerProcess third =
        ServerProcess.start(temporary.resolve("third"), environment, List.of(), newer)) {
      third.ready();
      migrating.set(false);
      user.join();
      assertThat(notServed).hasValue(0);
      assertThat(served).hasValueGreaterThan(10);
      String cycle = runningCycle();
      try (AlternatingProxy mixed =
          new AlternatingProxy(List.of(first.address(), third.address()))) {
        Visitor either = Visitor.at(mixed.address());
        either.page("/sign-in");
        either.post("/sign-in", "email", EMAIL, "password", PASSWORD);
        either.page("/goals/new");
        String key = UUID.randomUUID().toString();
        String id = found(ID, either.post("/goals/saving", draft(cycle, "Old", "key", key)).body());
        for (int version = 1; version < 4; version++) {
          assertThat(
                  either
                      .post(
                          "/goals/" + id + "/saving",
                          draft(cycle, "Of both " + version, "version", "" + version))
                      .statusCode())
              .isEqualTo(200);
        }
      }
    } finally {
      migrating.set(false);
    }
  }

  @Test
  @Order(5)
  void anOlderNodeRefusesTheNewerSchemaAndLeavesItAlone() throws Exception {
    try (ServerProcess older = ServerProcess.start(temporary.resolve("older"), environment)) {
      assertThat(older.status()).isEqualTo(ExitCode.FINDINGS);
      assertThat(older.words()).contains("newer schema").doesNotContain("Exception");
    }
    assertThat(ada.page("/goals").statusCode()).isEqualTo(200);
  }

  @Test
  @Order(6)
  void bothStopWithStatusZeroAndTheirLogsNameNobody() throws Exception {
    for (ServerProcess node : List.of(first, second)) {
      node.terminate();
      assertThat(node.status()).as(node.words()).isZero();
      assertThat(node.words()).contains("Stopped.").doesNotContain("Exception");
      assertThat(node.words()).doesNotContainIgnoringCase("quist").doesNotContain("They stay");
    }
    try (Stream<Path> logs = Files.walk(temporary)) {
      for (Path log : logs.filter(file -> file.toString().endsWith(".log")).toList()) {
        assertThat(Files.readString(log))
            .doesNotContainIgnoringCase("quist")
            .doesNotContain("They stay");
      }
    }
  }

  private String settled(String run) throws InterruptedException {
    for (int tries = 0; tries < 600; tries++) {
      String status = ada.json("GET", run, null).body();
      if (status.contains("\"busy\":false")) {
        return status;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IllegalStateException("the import never ended");
  }

  private static String[] draft(String cycle, String title, String... more) {
    return Stream.concat(
            Stream.of(
                "title",
                title,
                "cycle",
                cycle,
                "kind",
                "aspirational",
                "visibility",
                "public",
                "kr.0.shape",
                "reduce",
                "kr.0.title",
                "yearly churn",
                "kr.0.baseline",
                "6.4",
                "kr.0.change",
                "15",
                "kr.0.mode",
                "percent-of-baseline",
                "kr.0.unit",
                "%"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group(1);
  }

  private String runningCycle() throws SQLException {
    return ask(
        "select id from cycle where current_date between starts and ends order by ends limit 1");
  }

  private int count(String table) throws SQLException {
    return Integer.parseInt(ask("select count(*) from " + table));
  }

  private String ask(String question) throws SQLException {
    try (Connection connection = TestDatabase.connect(environment);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }
}
