package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.fairlead.app.disclosure.Kept;
import io.fairlead.app.disclosure.Sealing.Ending;
import io.fairlead.app.disclosure.Sheets;
import io.fairlead.app.feedback.RoundsAtHand.RoundAtHand;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.TestDatabase;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rounds about Mara that cannot open or close: whoever runs them is told once and reads why, and
/// they go on by themselves or can be stopped.
@AppTest
class RoundHindrancesTest {
  @Autowired RoundsAtHand atHand;
  @Autowired Rounds rounds;
  @Autowired RoundStore store;
  @Autowired RoundOpening opening;
  @Autowired RoundClosing closing;
  @Autowired RoundHindrances hindrances;
  @Autowired Sheets sheets;
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired Environment environment;
  @Autowired JdbcClient database;

  private RoundAtHand round;

  @BeforeEach
  void aRoundAboutMara() {
    company.reset();
    round = atHand.aboutMara();
  }

  private RoundState state() {
    return store.find(round.id()).orElseThrow().state();
  }

  private String page(Person person) {
    return visitors.as(person).page("/feedback/rounds/" + round.id()).body();
  }

  private String json(Person person) {
    return visitors.as(person).json("GET", "/api/v1/feedback/rounds/" + round.id(), null).body();
  }

  private List<UUID> told(String text) {
    return database
        .sql("select recipient from notice where key = ?")
        .param(text)
        .query((row, _) -> row.getObject("recipient", UUID.class))
        .list();
  }

  private Outcome<UUID> stop() {
    return rounds.stop(
        Person.ELIF.viewer(), round.id(), store.find(round.id()).orElseThrow().version(), null);
  }

  private UUID slip(Person rater) {
    return database
        .sql("select slip from feedback_rater where id = ?")
        .param(round.of(rater))
        .query((row, _) -> row.getObject("slip", UUID.class))
        .single();
  }

  private Connection owner() throws SQLException {
    return DriverManager.getConnection(
        TestDatabase.url(),
        environment.getRequiredProperty("fairlead.db.owner-user"),
        environment.getProperty("fairlead.db.owner-password", ""));
  }

  private void asOperator(String sql) throws SQLException {
    try (Connection owner = owner();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private void afterTheLastDay() {
    clock.set(RoundsAtHand.CLOSES.plusDays(1));
    closing.closeDue();
  }

  private interface Attempt {
    void run() throws IOException;
  }

  /// A file stands where the folder of the keys of rounds has to be: not even root writes there.
  private void whileNoKeyCanBeWritten(Attempt attempt) throws IOException {
    Path folder = TestDatabase.keys().resolve("round");
    Path aside = folder.resolveSibling("round-aside");
    Files.move(folder, aside);
    Files.createFile(folder);
    try {
      attempt.run();
    } finally {
      Files.delete(folder);
      Files.move(aside, folder);
    }
  }

  @Test
  void aRoundWhoseKeyCannotBeWrittenWaitsAndOpensByItselfOnceItCan() throws IOException {
    String reason = "its key cannot be written on the server";
    atHand.move(round.id(), "nominating");
    Files.delete(TestDatabase.keyOf(round.id()));
    Logger logger = (Logger) LoggerFactory.getLogger(RoundHindrances.class);
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    logger.addAppender(said);
    try {
      whileNoKeyCanBeWritten(() -> {
        opening.openDue();
        opening.openDue();
        assertThat(state()).isEqualTo(RoundState.NOMINATING);
        assertThat(told("feedback.told.hindered.key-folder")).containsExactly(Person.ELIF.id());
        assertThat(told("feedback.told.answering")).isEmpty();
        assertThat(page(Person.ELIF)).contains(reason, "nobody was asked yet");
        assertThat(page(Person.MARA)).doesNotContain(reason);
        assertThat(json(Person.ELIF)).contains("\"hindrance\":\"key-folder\"");
        assertThat(json(Person.MARA)).doesNotContain("hindrance");
        assertThat(said.list).hasSize(1);
        assertThat(said.list.getFirst().getFormattedMessage())
            .contains(round.id().toString(), "key-folder");
        clock.advance(Duration.ofMinutes(61));
        opening.openDue();
        assertThat(said.list).hasSize(2);
        assertThat(told("feedback.told.hindered.key-folder")).hasSize(1);
      });
    } finally {
      logger.detachAppender(said);
    }
    opening.openDue();
    assertThat(state()).isEqualTo(RoundState.ANSWERING);
    assertThat(told("feedback.told.answering")).isNotEmpty();
    assertThat(page(Person.ELIF)).doesNotContain(reason);
    assertThat(json(Person.ELIF)).doesNotContain("hindrance");
  }

  @Test
  void openingByHandWithoutAKeyIsRefusedAndChangesNothing() throws IOException {
    atHand.move(round.id(), "nominating");
    Files.delete(TestDatabase.keyOf(round.id()));
    long version = store.find(round.id()).orElseThrow().version();
    whileNoKeyCanBeWritten(() -> {
      assertThat(refusals(rounds.open(Person.ELIF.viewer(), round.id(), version, null)))
          .containsExactly("feedback.key-folder");
      assertThat(store.find(round.id()).orElseThrow().version()).isEqualTo(version);
    });
    assertThat(rounds.open(Person.ELIF.viewer(), round.id(), version, null))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aRoundWhoseAnswersWereChangedIsNeverSealedAndCanBeStopped() throws SQLException {
    assertThat(sheets.keep(round.id(), slip(Person.JONAS), 0, words("{}")))
        .isEqualTo(new Kept.Saved(1));
    asOperator(
        "update sealed.sheet set body = set_byte(body, 20, get_byte(body, 20) # 1) where round = '%s'"
            .formatted(round.id()));
    decline(Person.TOMASZ);
    afterTheLastDay();
    closing.closeDue();
    assertThat(state()).isEqualTo(RoundState.CLOSING);
    assertThat(told("feedback.told.hindered.answers-changed")).containsExactly(Person.ELIF.id());
    assertThat(page(Person.ELIF))
        .contains(
            "sealed answers were changed in the database",
            "/feedback/rounds/" + round.id() + "/stop")
        .doesNotContain("Answers are being sealed");
    assertThat(stop()).isInstanceOf(Outcome.Done.class);
    assertThat(state()).isEqualTo(RoundState.STOPPED);
    assertThat(TestDatabase.keyOf(round.id())).doesNotExist();
    assertThat(told("feedback.told.stopped"))
        .as("all who were asked, whether or not they declined, each once")
        .containsExactlyInAnyOrderElementsOf(
            round.invitations().keySet().stream().map(Person::id).toList());
  }

  @Test
  void aFaultIsToldFromItsSecondTimeOnAndEndsWhereItIsMended() throws SQLException {
    asOperator(
        "insert into sealed.sheet (round, slip, revision, body) values ('%s', '%s', 1, '\\x00')"
            .formatted(round.id(), UUID.randomUUID()));
    afterTheLastDay();
    assertThat(told("feedback.told.hindered.fault")).isEmpty();
    assertThat(stop()).as("it may only be a moment").isInstanceOf(Refused.class);
    closing.closeDue();
    closing.closeDue();
    assertThat(told("feedback.told.hindered.fault")).containsExactly(Person.ELIF.id());
    assertThat(page(Person.ELIF)).contains("something is wrong on the server");
    asOperator("delete from sealed.sheet where round = '%s'".formatted(round.id()));
    closing.closeDue();
    assertThat(state()).isEqualTo(RoundState.PUBLISHED);
    assertThat(page(Person.ELIF)).doesNotContain("something is wrong on the server");
  }

  @Test
  void aFaultThatStaysLetsTheRoundBeStopped() throws SQLException {
    asOperator(
        "insert into sealed.sheet (round, slip, revision, body) values ('%s', '%s', 1, '\\x00')"
            .formatted(round.id(), UUID.randomUUID()));
    afterTheLastDay();
    closing.closeDue();
    assertThat(stop()).isInstanceOf(Outcome.Done.class);
    assertThat(state()).isEqualTo(RoundState.STOPPED);
  }

  @Test
  void whoStopsARoundThatIsBeingSealedWaitsAndIsRefused() throws Exception {
    atHand.guest(round.id(), round.subject(), "Carla");
    atHand.move(round.id(), "closing");
    hindrances.met(store.find(round.id()).orElseThrow(), Hindrance.FAULT);
    CompletableFuture<Outcome<UUID>> stopping;
    CompletableFuture<Ending> sealing;
    try (Connection other = owner();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("select from feedback_guest_link for update");
      sealing = CompletableFuture.supplyAsync(() -> closing.close(round.id()));
      awaitWaiting(1);
      stopping = CompletableFuture.supplyAsync(this::stop);
      awaitWaiting(2);
      other.rollback();
    }
    assertThat(sealing.get(30, TimeUnit.SECONDS)).isEqualTo(new Ending.Sealed(0));
    assertThat(stopping.get(30, TimeUnit.SECONDS)).isInstanceOf(Refused.class);
    assertThat(state()).isEqualTo(RoundState.PUBLISHED);
  }

  private void awaitWaiting(int number) throws Exception {
    for (int tries = 0; tries < 600; tries++) {
      try (Connection owner = owner();
          Statement statement = owner.createStatement();
          ResultSet row =
              statement.executeQuery(
                  """
                  select count(*) from pg_stat_activity
                  where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0
                  """)) {
        if (row.next() && row.getInt(1) == number) {
          return;
        }
      }
      TimeUnit.MILLISECONDS.sleep(25);
    }
    throw new IllegalStateException("never " + number + " that wait");
  }

  private void decline(Person rater) {
    Visitor visitor = visitors.as(rater);
    visitor.page("/feedback/give/" + round.of(rater));
    assertThat(
            visitor
                .post("/feedback/give/" + round.of(rater) + "/decline", "because", "no-time")
                .statusCode())
        .isEqualTo(302);
  }

  private static List<String> refusals(Outcome<?> outcome) {
    return outcome instanceof Refused<?>(List<Reason> reasons)
        ? reasons.stream().map(Reason::code).toList()
        : List.of();
  }

  private static byte[] words(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
