package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ServerProcess;
import io.fairlead.app.testing.SmallDisk;
import io.fairlead.app.testing.Visitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The process that operators run, on the database it brings, when things go wrong around it.
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServeTest {
  private static final String AWAY = "The database cannot be reached";
  private static final Pattern CYCLE =
      Pattern.compile("<select[^>]*name=\"cycle\".*?<option value=\"([^\"]+)\"", Pattern.DOTALL);
  private static final int MEGABYTE = 1 << 20;

  @TempDir static Path temporary;

  private ServerProcess server;
  private Path data;
  private Visitor ada;

  @BeforeAll
  void start() throws Exception {
    data = temporary.resolve("data");
    server = ServerProcess.start(data, Map.of());
    ada = administratorOf(server);
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
  }

  private static Visitor administratorOf(ServerProcess server) throws InterruptedException {
    Visitor visitor = Visitor.at(server.address());
    String link = server.firstLink();
    visitor.page(link);
    HttpResponse<String> begun =
        visitor.post(
            link,
            "name",
            "Ada Quist",
            "email",
            "ada@quist.example",
            "heads",
            "true",
            "password",
            "kettle umbrella violin");
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(302);
    return visitor;
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsSaidAndComesBackByItself() throws Exception {
    assertThat(ada.page("/goals").statusCode()).isEqualTo(200);
    List<Long> processes = processesIn(data.resolve("database"));
    assertThat(processes.size()).isGreaterThan(5);
    signal("STOP", processes);
    try {
      for (int request = 0; request < 3; request++) {
        long begin = System.nanoTime();
        HttpResponse<String> page = ada.page("/goals");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains(AWAY);
        // What was asked in the moment of freezing waits for an answer; what comes later does not.
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
            .isLessThan(Duration.ofSeconds(request == 0 ? 25 : 7));
      }
      HttpResponse<String> answer = ada.json("GET", "/api/v1/people", null);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("\"code\":\"database-away\"");
      assertThat(ada.json("GET", "/actuator/health/readiness", null).statusCode()).isEqualTo(503);
      assertThat(ada.json("GET", "/actuator/health/liveness", null).statusCode()).isEqualTo(200);
    } finally {
      signal("CONT", processes);
    }
    assertThat(comesBack("/goals")).isTrue();
    assertThat(ada.json("GET", "/actuator/health/readiness", null).statusCode()).isEqualTo(200);
  }

  @Test
  void aDatabaseThatIsOnlySlowIsWaitedForAndWhatRunsOnItEnds() throws Exception {
    String[] draft = draft(cycle(ada), "Slow but whole", UUID.randomUUID().toString());
    CompletableFuture<HttpResponse<String>> answer;
    try (Connection other = owner();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table key_result in access exclusive mode");
      answer = CompletableFuture.supplyAsync(() -> ada.post("/goals/saving", draft));
      awaitALockedWriter();
      List<Long> processes = processesIn(data.resolve("database"));
      signal("STOP", processes);
      try {
        TimeUnit.SECONDS.sleep(9);
      } finally {
        signal("CONT", processes);
      }
      other.rollback();
    }
    HttpResponse<String> saved = answer.get(30, TimeUnit.SECONDS);
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    assertThat(count("objective where title = 'Slow but whole'")).isEqualTo(1);
  }

  @Test
  void aDatabaseThatIsKilledInMidRequestLeavesNothingHalfDone() throws Exception {
    String[] draft = draft(cycle(ada), "Half done", UUID.randomUUID().toString());
    long postmaster = postmaster();
    CompletableFuture<HttpResponse<String>> answer;
    try (Connection other = owner();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table key_result in access exclusive mode");
      answer = CompletableFuture.supplyAsync(() -> ada.post("/goals/saving", draft));
      awaitALockedWriter();
      signal("KILL", List.of(postmaster));
      assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
      assertThat(answer.get().body()).contains(AWAY, "Nothing was changed");
    } catch (SQLException connectionDied) {
      assertThat(connectionDied.getSQLState()).startsWith("08");
    }
    assertThat(comesBack("/goals")).isTrue();
    assertThat(postmaster()).isNotEqualTo(postmaster);
    assertThat(count("objective where title = 'Half done'")).isZero();
    for (int send = 0; send < 2; send++) {
      HttpResponse<String> again = ada.post("/goals/saving", draft);
      assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
    }
    assertThat(count("objective where title = 'Half done'")).isEqualTo(1);
  }

  @Test
  void anOversizedFileIsRefusedWithAnAnswerAndNotABrokenConnection() {
    ada.page("/goals");
    HttpResponse<String> answer =
        ada.json("POST", "/api/v1/people/imports", "x".repeat(60 * MEGABYTE));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("50 MB").contains("\"status\":413");
    HttpResponse<String> page =
        ada.send("/goals/import", "multipart/form-data; boundary=BOUND", multipart(60 * MEGABYTE));
    assertThat(page.statusCode()).isEqualTo(413);
    assertThat(page.body()).contains("Too large", "50 MB");
    HttpResponse<String> json =
        ada.json("POST", "/api/v1/check-ins", "{\"checkIns\":[" + " ".repeat(3 * MEGABYTE) + "]}");
    assertThat(json.statusCode()).isEqualTo(413);
    assertThat(json.body()).contains("2 MB");
    String parts =
        "--BOUND\r\nContent-Disposition: form-data; name=\"theme\"\r\n\r\n"
            + "x".repeat(30 * MEGABYTE)
            + "\r\n--BOUND--\r\n";
    HttpResponse<String> form =
        ada.send("/appearance", "multipart/form-data; boundary=BOUND", parts);
    assertThat(form.statusCode()).isEqualTo(413);
    assertThat(form.body()).contains("Too large", "2 MB");
    assertThat(ada.page("/goals").statusCode()).isEqualTo(200);
  }

  private static String multipart(int size) {
    return "--BOUND\r\nContent-Disposition: form-data; name=\"file\"; filename=\"goals.csv\"\r\n"
        + "Content-Type: text/csv\r\n\r\n"
        + "x".repeat(size)
        + "\r\n--BOUND--\r\n";
  }

  @Test
  void healthAndMetricsAreThereForMachinesAndNameNobody() {
    assertThat(ada.json("GET", "/actuator/health", null).body())
        .isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
    HttpResponse<String> metrics = ada.page("/actuator/prometheus");
    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.body())
        .contains("http_server_requests_seconds_count", "hikaricp_connections", "jvm_memory")
        .doesNotContainIgnoringCase("quist");
    assertThat(ada.page("/actuator/env").statusCode()).isNotEqualTo(200);
  }

  @Test
  void whenToldToStopItFinishesWhatItBeganAndEndsWithStatusZero() throws Exception {
    Path own = temporary.resolve("stopped");
    try (ServerProcess stopped = ServerProcess.start(own, Map.of())) {
      Visitor visitor = administratorOf(stopped);
      visitor.page("/goals");
      URI address = URI.create(stopped.address());
      byte[] form = "theme=dark".getBytes(StandardCharsets.US_ASCII);
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
        OutputStream out = socket.getOutputStream();
        out.write(
            ("POST /appearance HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n")
                .formatted(visitor.headers(), form.length)
                .getBytes(StandardCharsets.US_ASCII));
        out.write(form, 0, 5);
        out.flush();
        TimeUnit.MILLISECONDS.sleep(500);
        stopped.terminate();
        TimeUnit.SECONDS.sleep(1);
        out.write(form, 5, form.length - 5);
        out.flush();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        assertThat(in.readLine()).startsWith("HTTP/1.1 302");
      }
      assertThat(stopped.status()).as(stopped.words()).isZero();
      assertThat(stopped.words()).contains("Stopped.").doesNotContain("Exception");
    }
    assertThat(processesIn(own.resolve("database"))).isEmpty();
    assertThat(Files.readString(own.resolve("log/postgresql.log")))
        .contains("database system is shut down");
    assertThat(Files.exists(own.resolve("database/postmaster.pid"))).isFalse();
  }

  @Test
  void aFullDiskIsSaidOnThePageLosesNothingAndIsOverWhenThereIsRoom() throws Exception {
    Path disk = Files.createDirectory(temporary.resolve("disk"));
    SmallDisk.mount(disk, 192);
    try (ServerProcess small =
        ServerProcess.start(disk.resolve("data"), Map.of("FAIRLEAD_LIMITS_WRITES_A_MINUTE", "0"))) {
      Visitor visitor = administratorOf(small);
      String cycle = cycle(visitor);
      Path rest = disk.resolve("rest");
      run("sh", "-c", "cat /dev/zero > " + rest);
      List<String> acknowledged = new ArrayList<>();
      HttpResponse<String> refused = saveUntilRefused(visitor, cycle, acknowledged);
      assertThat(refused.statusCode()).isIn(507, 503);
      assertThat(refused.body()).containsAnyOf("The disk of the server is full", AWAY);
      Files.delete(rest);
      int status = 0;
      for (int tries = 0; tries < 120 && status != 200; tries++) {
        TimeUnit.MILLISECONDS.sleep(500);
        status = visitor.post("/goals/saving", draft(cycle, "Room again", "room")).statusCode();
      }
      assertThat(status).as(small.words()).isEqualTo(200);
      String csv = visitor.page("/goals/export.csv").body();
      assertThat(acknowledged).allSatisfy(title -> assertThat(csv).contains(title));
      small.terminate();
      assertThat(small.status()).isZero();
    } finally {
      SmallDisk.unmount(disk);
    }
  }

  private static HttpResponse<String> saveUntilRefused(
      Visitor visitor, String cycle, List<String> acknowledged) {
    for (int number = 0; number < 3_000; number++) {
      String title = "Goal number " + number + ".";
      HttpResponse<String> saved =
          visitor.post("/goals/saving", draft(cycle, title, "key " + number));
      if (saved.statusCode() != 200) {
        return saved;
      }
      acknowledged.add(title);
    }
    throw new IllegalStateException("the disk never filled");
  }

  private static String cycle(Visitor visitor) {
    Matcher matcher = CYCLE.matcher(visitor.page("/goals/new").body());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static String[] draft(String cycle, String title, String key) {
    return new String[] {
      "title", title,
      "key", key,
      "cycle", cycle,
      "kind", "aspirational",
      "visibility", "public",
      "why", UUID.randomUUID() + " ".repeat(20) + UUID.randomUUID(),
      "kr.0.shape", "reduce",
      "kr.0.title", "yearly churn",
      "kr.0.baseline", "6.4",
      "kr.0.change", "15",
      "kr.0.mode", "percent-of-baseline",
      "kr.0.unit", "%"
    };
  }

  private boolean comesBack(String path) throws InterruptedException {
    for (int tries = 0; tries < 200; tries++) {
      if (ada.page(path).statusCode() == 200) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return false;
  }

  private Connection owner() throws SQLException, IOException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/fairlead"
            .formatted(Files.readString(data.resolve("port")).strip()),
        "fairlead_owner",
        Files.readString(data.resolve("secrets/fairlead_owner")).strip());
  }

  private void awaitALockedWriter() throws Exception {
    for (int tries = 0; tries < 200; tries++) {
      if (count(
              "pg_locks where relation = 'key_result'::regclass and mode <> 'AccessExclusiveLock' and not granted")
          > 0) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new IllegalStateException("nobody waits for the lock");
  }

  private int count(String what) throws SQLException, IOException {
    try (Connection connection = owner();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + what)) {
      row.next();
      return row.getInt(1);
    }
  }

  private long postmaster() throws IOException {
    return Long.parseLong(
        Files.readAllLines(data.resolve("database/postmaster.pid")).getFirst().strip());
  }

  private static List<Long> processesIn(Path database) {
    return ProcessHandle.allProcesses()
        .filter(process -> worksIn(process, database))
        .map(ProcessHandle::pid)
        .toList();
  }

  private static boolean worksIn(ProcessHandle process, Path database) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
          .equals(database.toRealPath());
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }

  private static void signal(String name, List<Long> processes) throws Exception {
    for (long pid : processes) {
      run("sh", "-c", "kill -" + name + " " + pid);
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
