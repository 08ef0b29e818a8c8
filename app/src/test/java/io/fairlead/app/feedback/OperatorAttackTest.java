package io.fairlead.app.feedback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.disclosure.CustodianSecret;
import io.fairlead.app.disclosure.Sealing.Ending;
import io.fairlead.app.feedback.RoundsAtHand.RoundAtHand;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Operator;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestDatabase;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever has the server's disk and its database, at any time: tables with their indexes and old
/// versions of rows, the write-ahead log and its archive, backups of before and after the close,
/// and the key store. That each search finds what a careless product would leave shows
/// `disclosure.OperatorMutantsTest`.
@AppTest
class OperatorAttackTest {
  private static final List<Person> RATERS =
      List.of(
          Person.PRISCILLA,
          Person.TOMASZ,
          Person.ELIF,
          Person.RUBEN,
          Person.JONAS,
          Person.DEV,
          Person.AIKO);

  @Autowired RoundsAtHand rounds;
  @Autowired RoundStore store;
  @Autowired RoundClosing closing;
  @Autowired EscrowsAtHand escrows;
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired Environment environment;
  @Autowired JdbcClient database;

  @TempDir Path temporary;

  private RoundAtHand round;
  private Operator operator;

  @BeforeEach
  void aRoundAboutMara() {
    company.reset();
    round = rounds.aboutMara();
    operator = new Operator(environment);
  }

  private void answer(Person rater, int rating, String comment) {
    Visitor visitor = visitors.as(rater);
    String page = "/feedback/give/" + round.of(rater);
    visitor.page(page);
    List<String> form = new ArrayList<>(List.of("version", "0"));
    store
        .questions(round.id())
        .orElseThrow()
        .items()
        .forEach(item -> form.addAll(List.of("ratings." + item.id(), Integer.toString(rating))));
    if (!comment.isEmpty()) {
      form.addAll(List.of("comments.start", comment));
    }
    assertThat(visitor.post(page, form.toArray(String[]::new)).statusCode()).isEqualTo(302);
  }

  private List<String> slips() throws SQLException {
    return operator.asked("select slip::text from feedback_rater where slip is not null");
  }

  private void close() {
    assertThat(closing.close(round.id())).isInstanceOf(Ending.Sealed.class);
  }

  @Test
  void theSearchFindsWhatLiesThere() throws SQLException, IOException {
    String planted = "planted" + UUID.randomUUID();
    database
        .sql("update feedback_round set name = ? where id = ?")
        .params(planted, round.id())
        .update();
    assertThat(operator.onDisk(planted)).isNotEmpty();
    assertThat(operator.inTables(planted)).hasSize(1);
  }

  @Test
  void nothingOfAnOpenRoundCanBeRead() throws SQLException, IOException {
    String candid = "candid" + UUID.randomUUID();
    answer(Person.JONAS, 2, candid);
    assertThat(operator.onDisk(candid, "\"ratings\"")).isEmpty();
    assertThat(operator.inTables(candid, "\"ratings\"")).isEmpty();
    byte[] key = Files.readAllBytes(TestDatabase.keyOf(round.id()));
    assertThat(
            operator.onDisk(
                new String(key, ISO_8859_1),
                new String(key, UTF_8).strip(),
                HexFormat.of().formatHex(key)))
        .as("the key lies beside the database and in no copy of it")
        .isEmpty();
  }

  @Test
  void whatIsNotPublishedIsNowhereAfterTheClose() throws SQLException, IOException {
    String withheld = "withheld" + UUID.randomUUID();
    int rating = 0;
    for (Person rater : RATERS) {
      answer(rater, 1 + rating++ % 5, "");
    }
    // One writer is fewer than a comment needs.
    Visitor jonas = visitors.as(Person.JONAS);
    String page = "/feedback/give/" + round.of(Person.JONAS);
    jonas.page(page);
    assertThat(
            jonas.post(page + "/autosave", "version", "1", "comments.start", withheld).statusCode())
        .isEqualTo(200);
    List<String> slips = slips();
    assertThat(slips).hasSize(9);
    byte[] key = Files.readAllBytes(TestDatabase.keyOf(round.id()));
    close();
    assertThat(TestDatabase.keyOf(round.id())).doesNotExist();
    assertThat(operator.onDisk(withheld, "\"ratings\"", new String(key, ISO_8859_1))).isEmpty();
    assertThat(operator.inTables(withheld)).isEmpty();
    assertThat(operator.inTables(slips.toArray(String[]::new)))
        .as("nothing leads from who was asked to what was written")
        .isEmpty();
  }

  @Test
  void whatIsPublishedStandsBesideNobody() throws SQLException, IOException {
    Map<String, Person> said = new HashMap<>();
    for (Person rater : RATERS) {
      String comment = "said" + UUID.randomUUID();
      said.put(comment, rater);
      answer(rater, 3, comment);
    }
    close();
    for (Map.Entry<String, Person> each : said.entrySet()) {
      assertThat(operator.onDisk(each.getKey())).as("published").isNotEmpty();
      for (String row : operator.inTables(each.getKey())) {
        assertThat(row).doesNotContain(each.getValue().id().toString(), each.getValue().fullName());
      }
    }
    for (String kept :
        List.of(
            "select id::text from feedback_comment where not named",
            "select id::text from sealed.score",
            "select id::text from sealed.member")) {
      assertThat(operator.asked(kept))
          .isNotEmpty()
          .allSatisfy(id -> assertThat(UUID.fromString(id).version()).as(kept).isEqualTo(4));
    }
    assertThat(
            operator.asked(
                """
                select distinct xmin::text from sealed.score union select xmin::text from sealed.member
                union select xmin::text from feedback_comment union select xmin::text from feedback_report
                """))
        .as("all of it in one transaction, which has no order of savings")
        .hasSize(1);
    assertThat(operator.asked("select slip::text from sealed.sheet")).isEmpty();
  }

  @Test
  void copiesOfBothTimesSayNothingOnceTheKeyIsGone() throws SQLException, IOException {
    Path keys = TestDatabase.keys();
    String since = operator.segment();
    String candid = "candid" + UUID.randomUUID();
    for (Person rater : RATERS) {
      answer(rater, 2, rater == Person.JONAS ? candid : "");
    }
    List<String> slips = slips();
    Path open = operator.archivedLog(temporary.resolve("log-while-open"), since);
    Path before = operator.backup(temporary.resolve("before.backup"));
    assertThat(Operator.openedOfBackup(before, keys, round.id()))
        .as("with the key, which only the running server has")
        .contains(candid);
    assertThat(Operator.openedOfLog(open, keys, round.id())).contains("\"ratings\"");
    close();
    Path closed = operator.archivedLog(temporary.resolve("log-after-close"), since);
    Path after = operator.backup(temporary.resolve("after.backup"));
    for (Path log : List.of(open, closed)) {
      assertThat(Operator.in(log, round.id().toString())).as("the search has eyes").isNotEmpty();
      assertThat(Operator.in(log, candid, "\"ratings\"")).isEmpty();
      assertThat(Operator.openedOfLog(log, keys, round.id())).isEmpty();
    }
    for (Path backup : List.of(before, after)) {
      assertThat(Operator.inBackup(backup, round.id().toString())).isNotEmpty();
      assertThat(Operator.inBackup(backup, candid, "\"ratings\"")).isEmpty();
      assertThat(Operator.openedOfBackup(backup, keys, round.id())).isEmpty();
    }
    assertThat(Operator.inBackup(after, slips.toArray(String[]::new)))
        .as("nothing leads from who was asked to what was written")
        .isEmpty();
  }

  @Test
  void anEscrowLaysNothingDownThatLeadsToAWriter() throws SQLException, IOException {
    EscrowsAtHand.Closed closed =
        escrows.closed(CustodianSecret.make().publicKey(), CustodianSecret.make().publicKey());
    for (Person writer : EscrowsAtHand.WRITERS) {
      List<String> rows = operator.inTables(closed.of(writer).toString());
      assertThat(rows).as("the comment and its package").hasSize(2);
      assertThat(rows)
          .noneMatch(
              row -> row.contains(writer.id().toString()) || row.contains(writer.fullName()));
    }
    assertThat(operator.asked("select distinct length(body)::text from sealed.escrow"))
        .as("no package is longer than another")
        .hasSize(1);
    assertThat(operator.asked("select id::text from sealed.escrow"))
        .hasSize(EscrowsAtHand.WRITERS.size())
        .allSatisfy(id -> assertThat(UUID.fromString(id).version()).isEqualTo(4));
    byte[] key = Files.readAllBytes(EscrowsAtHand.keyOf(closed.round()));
    assertThat(operator.onDisk("\"relationship\"", "fairlead-escrow-1", new String(key, ISO_8859_1)))
        .as("neither a package without its outermost layer nor that layer's key")
        .isEmpty();
  }
}
