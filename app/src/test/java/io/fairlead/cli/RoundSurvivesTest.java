package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.access.Tokens;
import io.fairlead.app.feedback.SealVerification;
import io.fairlead.app.testing.ServerProcess;
import io.fairlead.app.testing.Visitor;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.ShippedInstruments;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One round on the database that the product brings, whose server is killed three times: while
/// answers are saved, inside the transaction that seals them, and between its commit and the end of
/// the key. Nothing that was acknowledged is lost, nothing is published by halves or twice, and the
/// round ends by itself.
@Tag("database")
class RoundSurvivesTest {
  private static final String EMAIL = "ada@quist.example";
  private static final String PASSWORD = "kettle umbrella violin";
  private static final int GUESTS = 5;
  private static final UUID ROUND = UUID.randomUUID();
  private static final UUID SUBJECT = UUID.randomUUID();
  private static final UUID BO = UUID.randomUUID();
  private static final UUID OF_ADA = UUID.randomUUID();
  private static final Instrument QUESTIONS = ShippedInstruments.find("manager").orElseThrow();
  private static final String OF_MANY = QUESTIONS.comments().getFirst().id();
  private static final String OF_ADA_ALONE = QUESTIONS.comments().getLast().id();
  private static final String WITHHELD = "withheld" + UUID.randomUUID();
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir static Path temporary;

  private final Map<UUID, String> guests = new TreeMap<>();
  private Path data = Path.of("");
  private Visitor ada = Visitor.at("http://127.0.0.1:1");

  @Test
  void aRoundEndsWholeWheneverItsServerIsKilled() throws Exception {
    data = temporary.resolve("data");
    long acknowledged;
    try (ServerProcess first = start()) {
      begin(first);
      acknowledged = killWhileSaving(first);
    }
    try (ServerProcess second = start()) {
      signIn(second);
      assertThatAllThatWasAcknowledgedIsThere(acknowledged);
      answerAsGuests(second);
      lastDayIsOver();
      killInsideTheSealing(second);
    }
    assertThatNothingOfTheSealingHappened();
    try (Connection lock = superuser();
        ServerProcess third = holdingBackTheSealing(lock)) {
      killBeforeTheEndOfTheKey(third, lock);
    }
    assertThat(ask("select state from feedback_round")).isEqualTo("published");
    assertThat(key()).as("its transaction has ended, and the key is left").exists();
    try (ServerProcess fourth = start()) {
      fourth.ready();
      assertThat(key()).doesNotExist();
      assertThatItIsSealedOnce();
    }
  }

  private ServerProcess start() throws IOException {
    return ServerProcess.start(
        data, Map.of("FAIRLEAD_JOBS_HEARTBEAT", "500ms", "FAIRLEAD_LIMITS_WRITES_A_MINUTE", "0"));
  }

  private Path key() {
    return data.resolve("keys/round").resolve(ROUND.toString());
  }

  private Connection superuser() throws SQLException, IOException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/fairlead"
            .formatted(Files.readString(data.resolve("port")).strip()),
        "fairlead_superuser",
        Files.readString(data.resolve("secrets/fairlead_superuser")).strip());
  }

  private String ask(String question) throws SQLException, IOException {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  private void change(String sql, Object... parameters) throws SQLException, IOException {
    try (Connection connection = superuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int at = 0; at < parameters.length; at++) {
        statement.setObject(at + 1, parameters[at]);
      }
      statement.execute();
    }
  }

  /// Ada runs a round about Bo; she is asked herself, and so are five from outside.
  private void begin(ServerProcess server) throws Exception {
    ada = Visitor.at(server.address());
    String link = server.firstLink();
    ada.page(link);
    ada.post(link, "name", "Ada Quist", "email", EMAIL, "heads", "true", "password", PASSWORD);
    ada.page("/account");
    UUID person = UUID.fromString(ask("select person from identity"));
    change("insert into person (id, created_at) values (?, now())", BO);
    change("insert into identity (person, name, email) values (?, 'Bo', 'bo@quist.example')", BO);
    change(
        """
        insert into feedback_round (id, kind, name, purpose, state, owner, instrument, questions, numeric_threshold,
          comment_threshold, width, colluders, unit, audience, nominate_by, opens, closes, policy_hash, launched_at,
          created_by)
        values (?, '360', 'Spring feedback', 'development', 'nominating', ?, 'manager', cast(? as jsonb), 4, 5, 2, 0,
          'competency', 'reviewee', current_date - 1, current_date + 1, current_date + 9, repeat('5f', 32), now(), ?)
        """,
        ROUND,
        person,
        JSON.writeValueAsString(QUESTIONS),
        person);
    change(
        "insert into feedback_subject (id, round, person, nominations) values (?, ?, ?, 'settled')",
        SUBJECT,
        ROUND,
        BO);
    change(
        """
        insert into feedback_rater (id, subject, person, relationship, chosen_by, state)
        values (?, ?, ?, 'peer', 'people-operations', 'proposed')
        """,
        OF_ADA,
        SUBJECT,
        person);
    for (int guest = 0; guest < GUESTS; guest++) {
      UUID id = UUID.randomUUID();
      UUID invitation = UUID.randomUUID();
      String token = Tokens.fresh();
      guests.put(invitation, token);
      change(
          "insert into feedback_guest (id, round, name, email) values (?, ?, 'Guest', ?)",
          id,
          ROUND,
          "guest" + guest + "@elsewhere.example");
      change(
          "insert into feedback_guest_link (hash, guest, by_hand) values (?, ?, true)",
          Tokens.hash(token),
          id);
      change(
          """
          insert into feedback_rater (id, subject, guest, relationship, chosen_by, state)
          values (?, ?, ?, 'other', 'people-operations', 'proposed')
          """,
          invitation,
          SUBJECT,
          id);
    }
    HttpResponse<String> opened =
        ada.json(
            "POST", "/api/v1/feedback/rounds/" + ROUND + "/opening", "{}", "If-Match", "\"1\"");
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
    assertThat(key()).exists();
  }

  private void signIn(ServerProcess server) throws InterruptedException {
    ada = Visitor.at(server.address());
    ada.page("/sign-in");
    ada.post("/sign-in", "email", EMAIL, "password", PASSWORD);
    ada.page("/account");
  }

  /// Every saving says its own number in every answer, so that halves of two would be seen.
  private static String sheet(long saving) {
    Map<String, Long> ratings = new TreeMap<>();
    QUESTIONS.items().forEach(item -> ratings.put(item.id(), 1 + saving % 5));
    return JSON.writeValueAsString(
        Map.of(
            "ratings",
            ratings,
            "comments",
            Map.of(OF_MANY, "saving " + saving, OF_ADA_ALONE, WITHHELD)));
  }

  private static String own() {
    return "/api/v1/feedback/invitations/" + OF_ADA;
  }

  /// @return how many savings were acknowledged
  private long killWhileSaving(ServerProcess server) throws Exception {
    AtomicLong acknowledged = new AtomicLong();
    CompletableFuture<Void> saving =
        CompletableFuture.runAsync(() -> {
          while (acknowledged.get() < 100_000) {
            long next = acknowledged.get() + 1;
            HttpResponse<String> saved =
                ada.json("PUT", own(), sheet(next), "If-Match", "\"" + (next - 1) + "\"");
            if (saved.statusCode() != 200) {
              throw new IllegalStateException(saved.statusCode() + " " + saved.body());
            }
            acknowledged.set(next);
          }
        });
    for (int tries = 0; tries < 3_000 && acknowledged.get() < 40; tries++) {
      assertThat(saving).as("still saving").isNotDone();
      TimeUnit.MILLISECONDS.sleep(10);
    }
    server.kill();
    assertThat(saving.handle((_, failure) -> failure != null).get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(acknowledged.get()).isGreaterThanOrEqualTo(40);
    return acknowledged.get();
  }

  private void assertThatAllThatWasAcknowledgedIsThere(long acknowledged) {
    JsonNode asked = JSON.readTree(ada.json("GET", own(), null).body());
    long revision = asked.get("revision").asLong();
    // The one that was on its way may have been kept: it was only never acknowledged.
    assertThat(revision).isBetween(acknowledged, acknowledged + 1);
    JsonNode sheet = asked.get("sheet");
    assertThat(sheet.get("comments").get(OF_MANY).asString()).isEqualTo("saving " + revision);
    assertThat(sheet.get("ratings").size()).isEqualTo(QUESTIONS.items().size());
    sheet
        .get("ratings")
        .values()
        .forEach(rating -> assertThat(rating.asLong()).isEqualTo(1 + revision % 5));
    HttpResponse<String> next =
        ada.json("PUT", own(), sheet(revision + 1), "If-Match", "\"" + revision + "\"");
    assertThat(next.statusCode()).as("and one goes on").isEqualTo(200);
  }

  private void answerAsGuests(ServerProcess server) throws InterruptedException {
    Visitor guest = Visitor.at(server.address());
    for (Map.Entry<UUID, String> each : guests.entrySet()) {
      String page = "/give/" + each.getValue() + "/" + each.getKey();
      guest.page(page);
      List<String> form = new ArrayList<>(List.of("version", "0"));
      QUESTIONS.items().forEach(item -> form.addAll(List.of("ratings." + item.id(), "4")));
      form.addAll(List.of("comments." + OF_MANY, "said by " + each.getKey()));
      HttpResponse<String> saved = guest.post(page + "/autosave", form.toArray(String[]::new));
      assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    }
  }

  /// The day moves back: that a launched round ends sooner nobody but the database's owner can
  /// bring about.
  private void lastDayIsOver() throws SQLException, IOException {
    change(
        """
        set session_replication_role = replica;
        update feedback_round set nominate_by = current_date - 9, opens = current_date - 8, closes = current_date - 1;
        set session_replication_role = origin;
        update scheduled_tasks set execution_time = now() where task_name = 'feedback.rounds';
        """);
  }

  /// The sealing's last statements forget guests' links: by then reports are written.
  private static void lockGuests(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select from feedback_guest_link for update");
    }
  }

  /// @return the process of the database that seals and waits
  private String awaitTheSealing(Connection lock) throws Exception {
    return awaitAnswer(
        "select pid from pg_stat_activity where %d = any(pg_blocking_pids(pid))"
            .formatted(lock.unwrap(PGConnection.class).getBackendPID()));
  }

  private String awaitAnswer(String question) throws Exception {
    for (int tries = 0; tries < 1_200; tries++) {
      String answer = ask(question);
      if (!answer.isEmpty()) {
        return answer;
      }
      TimeUnit.MILLISECONDS.sleep(25);
    }
    throw new IllegalStateException("never: " + question);
  }

  private void awaitTheEndOf(String process) throws Exception {
    awaitAnswer(
        "select 'gone' where not exists (select from pg_stat_activity where pid = %s)"
            .formatted(process));
  }

  private void killInsideTheSealing(ServerProcess server) throws Exception {
    try (Connection lock = superuser()) {
      lockGuests(lock);
      String process = awaitTheSealing(lock);
      assertThat(ask("select state from feedback_round")).isEqualTo("closing");
      server.kill();
      lock.rollback();
      awaitTheEndOf(process);
    }
  }

  private void assertThatNothingOfTheSealingHappened() throws SQLException, IOException {
    assertThat(ask("select count(*) from feedback_report")).isEqualTo("0");
    assertThat(ask("select count(*) from feedback_comment")).isEqualTo("0");
    assertThat(ask("select count(*) from sealed.score")).isEqualTo("0");
    assertThat(ask("select count(*) from sealed.member")).isEqualTo("0");
    assertThat(ask("select count(*) from sealed.sheet")).isEqualTo("6");
    assertThat(ask("select count(*) from feedback_rater where slip is not null")).isEqualTo("6");
    assertThat(ask("select count(*) from notice where key = 'feedback.told.published'"))
        .isEqualTo("0");
    assertThat(key()).exists();
  }

  private ServerProcess holdingBackTheSealing(Connection lock) throws SQLException, IOException {
    lockGuests(lock);
    return start();
  }

  /// Nobody asks it to: the job of the server that died is taken over. A commit that waits for a
  /// standby which does not exist is made, and not yet acknowledged.
  private void killBeforeTheEndOfTheKey(ServerProcess server, Connection lock) throws Exception {
    String process = awaitTheSealing(lock);
    change("alter system set synchronous_standby_names = 'nobody'");
    change("select pg_reload_conf()");
    awaitAnswer("select pid from pg_stat_activity where wait_event = 'SyncRep'");
    lock.rollback();
    awaitAnswer(
        "select pid from pg_stat_activity where wait_event = 'SyncRep' and pid = " + process);
    server.kill();
    change("alter system reset synchronous_standby_names");
    change("select pg_reload_conf()");
    awaitTheEndOf(process);
  }

  private void assertThatItIsSealedOnce() throws SQLException, IOException {
    assertThat(ask("select count(*) from feedback_report")).isEqualTo("1");
    assertThat(ask("select count(distinct words) || ' of ' || count(*) from feedback_comment"))
        .as("each writer's words once, those of one writer alone not at all")
        .isEqualTo("6 of 6");
    assertThat(ask("select count(*) from notice where key = 'feedback.told.published'"))
        .isEqualTo("1");
    assertThat(ask("select count(*) from sealed.sheet")).isEqualTo("0");
    assertThat(ask("select count(*) from feedback_rater where slip is not null")).isEqualTo("0");
    assertThat(tablesWith(WITHHELD)).isEmpty();
    try (Connection connection = superuser()) {
      SealVerification.Beside beside =
          new SealVerification.Beside(Files.exists(key()), false, Instant.now());
      assertThat(SealVerification.verify(connection, connection, ROUND, beside))
          .hasValueSatisfying(verdict -> assertThat(verdict.holds()).as("%s", verdict).isTrue());
    }
  }

  private List<String> tablesWith(String text) throws SQLException, IOException {
    List<String> found = new ArrayList<>();
    try (Connection connection = superuser();
        Statement tables = connection.createStatement();
        ResultSet table =
            tables.executeQuery(
                """
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema')
                """)) {
      while (table.next()) {
        String name = String.valueOf(table.getString(1));
        if (!ask("select 1 from %s t where t::text like '%%%s%%'".formatted(name, text))
            .isEmpty()) {
          found.add(name);
        }
      }
    }
    return found;
  }
}
