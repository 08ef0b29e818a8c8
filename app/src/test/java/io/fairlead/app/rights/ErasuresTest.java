package io.fairlead.app.rights;

import static io.fairlead.app.testing.Person.ELIF;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.SOFIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.audit.AuditVerification;
import io.fairlead.app.people.LegalHolds;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
class ErasuresTest {
  @Autowired Erasures erasures;
  @Autowired Exports exports;
  @Autowired LegalHolds holds;
  @Autowired Life life;
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired JdbcClient database;
  @Autowired DataSource source;
  @Autowired TransactionTemplate transaction;

  private Life.Traces traces =
      new Life.Traces(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

  @BeforeEach
  void somebodyWhoLeft() {
    company.reset();
    traces = life.of(JONAS);
    life.leave(JONAS);
  }

  private static Erasure of(Person person, String writings) {
    return new Erasure(
        person.id(),
        person.fullName(),
        writings,
        "Asked for on 4 May",
        UUID.randomUUID().toString());
  }

  private Outcome<UUID> erase(Person person) {
    return erasures.erase(Life.peopleOps(), of(person, "keep"));
  }

  private static List<String> codes(Outcome<?> outcome) {
    return outcome instanceof Refused<?>(List<Reason> reasons)
        ? reasons.stream().map(Reason::code).toList()
        : List.of();
  }

  private long count(String sql, Object... parameters) {
    return database.sql(sql).params(parameters).query(Long.class).single();
  }

  /// The whole database, every column of every table.
  @Test
  void afterwardsTheNameAndAddressStandNowhere() {
    assertThat(life.tablesWith("Jonas Beck", "jonas@brightwell.example"))
        .hasSizeGreaterThan(10)
        .anyMatch(each -> each.startsWith("identity"))
        .anyMatch(each -> each.startsWith("import_row"))
        .anyMatch(each -> each.startsWith("goal_import"))
        .anyMatch(each -> each.startsWith("outgoing_mail"))
        .anyMatch(each -> each.startsWith("undo_entry"))
        .anyMatch(each -> each.startsWith("scheduled_tasks"))
        .anyMatch(each -> each.startsWith("comment_wording"));
    Erasure input =
        new Erasure(
            JONAS.id(), " jonas beck ", "keep", "Jonas Beck asked", UUID.randomUUID().toString());
    assertThat(erasures.erase(Life.peopleOps(), input)).matches(Outcome::isDone);
    assertThat(life.tablesWith("Jonas Beck", "jonas@brightwell.example")).isEmpty();
    assertThat(
            database
                .sql("select body from comment_wording where comment = ?")
                .param(traces.answer())
                .query(String.class)
                .single())
        .isEqualTo("Thanks to […] ([…]).\n[…] and @{" + JONAS.id() + "} made it.");
    assertThat(database.sql("select content from goal_import").query(String.class).single())
        .isEqualTo("owner,title\n[…],Finish\n\"[…]\",Other\n");
    assertThat(
            database.sql("select cells[1] || cells[3] from import_row").query(String.class).list())
        .containsExactly("Mara Lindqvist[…]");
  }

  @Test
  void othersRecordsStayWholeAndTheRecordStillVerifies() throws SQLException {
    long entries = count("select count(*) from audit_entry");
    erase(JONAS).orThrow();
    assertThat(count("select count(*) from check_in where note = 'I spoke with six crews.'"))
        .isEqualTo(1);
    assertThat(count("select count(*) from alignment")).isEqualTo(1);
    assertThat(count("select count(*) from comment where answers = ?", traces.comment()))
        .isEqualTo(1);
    assertThat(count("select count(*) from objective where owner_person = ?", JONAS.id()))
        .as("the draft that nobody else saw is gone, the other stays")
        .isEqualTo(1);
    for (String gone :
        List.of(
            "identity where person",
            "account where person",
            "session where person",
            "api_token where person",
            "role_grant where person",
            "notice where recipient",
            "outgoing_mail where recipient",
            "framework_draft where author",
            "follower where person",
            "message_rhythm where person",
            "import_row where person",
            "import_before where person")) {
      assertThat(count("select count(*) from " + gone + " = ?", JONAS.id())).as(gone).isZero();
    }
    assertThat(count("select count(*) from notice where recipient = ?", MARA.id())).isEqualTo(1);
    assertThat(count("select count(*) from audit_entry")).isEqualTo(entries + 1);
    assertThat(
            database
                .sql(
                    "select detail ->> 'identity' || ' ' || (detail ->> 'inbox') from audit_entry where act = 'personal-data.erased' and subject = ?")
                .param(JONAS.id())
                .query(String.class)
                .single())
        .isEqualTo("1 1");
    try (var connection = source.getConnection()) {
      assertThat(AuditVerification.verify(connection, null).broken()).isEmpty();
    }
  }

  @Test
  void pagesOfWhatTheyTookPartInStillOpen() {
    erase(JONAS).orThrow();
    Visitor mara = visitors.as(MARA);
    for (String path :
        List.of(
            "/",
            "/goals",
            "/goals?view=tree",
            "/goals/" + traces.objective(),
            "/goals/" + traces.objective() + "/talk",
            "/goals/" + traces.objective() + "/activity",
            "/goals/map",
            "/goals/timeline",
            "/goals/summary",
            "/goals/activity",
            "/goals/export.csv",
            "/inbox",
            "/people",
            "/people?on=2026-04-01",
            "/people/" + MARA.id() + "?on=2026-04-01",
            "/teams")) {
      assertThat(mara.page(path).statusCode()).as(path).isEqualTo(200);
      assertThat(said(mara, path)).as(path).doesNotContain("Jonas Beck").doesNotContain("null");
    }
    assertThat(said(mara, "/goals/" + traces.objective()))
        .contains("somebody who left, today, on Calls per site")
        .doesNotContain("Our organisation answers");
    assertThat(said(mara, "/goals?scope=all&view=list")).contains("somebody who left");
    for (String path :
        List.of(
            "/api/v1/objectives",
            "/api/v1/objectives/" + traces.objective(),
            "/api/v1/objectives/" + traces.objective() + "/key-results",
            "/api/v1/objectives/" + traces.objective() + "/check-ins",
            "/api/v1/objectives/" + traces.objective() + "/comments",
            "/api/v1/objectives/" + traces.objective() + "/activity",
            "/api/v1/goals/map",
            "/api/v1/people")) {
      assertThat(mara.json("GET", path, null).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(mara.page("/goals/" + traces.objective() + "/talk").body())
        .contains("Six crews were content.", "[…]", "somebody who left")
        .doesNotContain("plain strong\" href=\"/people/" + JONAS.id());
    assertThat(mara.page("/people/" + JONAS.id()).statusCode()).isEqualTo(404);
    for (String path : List.of("/studio/audit", "/studio/data-rights", "/studio/access")) {
      assertThat(visitors.as(SOFIA).page(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  /// Their reports' history says that somebody stood above them, not that nobody did.
  @Test
  void whoTheyLedKeepsALineAboveThem() {
    database
        .sql(
            "update reporting_line set manager = ?, during = daterange('2023-03-01', '2026-04-01') where person = ?")
        .params(JONAS.id(), Person.DEV.id())
        .update();
    erase(JONAS).orThrow();
    assertThat(said(visitors.as(ELIF), "/people/" + Person.DEV.id()))
        .contains("somebody who left 1 March 2023 to 31 March");
  }

  /// What a person reads on the page.
  private static String said(Visitor visitor, String path) {
    return Jsoup.parse(visitor.page(path).body()).text();
  }

  @Test
  void whatTheyWroteIsEmptiedWhereThatIsAsked() {
    erasures.erase(Life.peopleOps(), of(JONAS, "empty")).orThrow();
    assertThat(life.tablesWith("I spoke with six crews", "Six crews were content")).isEmpty();
    assertThat(count("select count(*) from check_in where value = 2 and confidence = 7"))
        .isEqualTo(1);
    assertThat(visitors.as(MARA).page("/goals/" + traces.objective() + "/talk").body())
        .contains("Thanks to", "[…]");
  }

  @Test
  void whatTheyWroteToTheGoalsOfSomebodyHeldIsNotEmptied() {
    database
        .sql("update objective set owner_person = ?, accountable = ? where id = ?")
        .params(MARA.id(), MARA.id(), traces.objective())
        .update();
    holds.place(Life.peopleOps(), MARA.id(), "A claim", null).orThrow();
    erasures.erase(Life.peopleOps(), of(JONAS, "empty")).orThrow();
    assertThat(life.tablesWith("I spoke with six crews", "Six crews were content")).hasSize(2);
    assertThat(life.tablesWith("Jonas Beck", "jonas@brightwell.example")).isEmpty();
  }

  @Test
  void nobodyIsErasedWhoWorksHereOrIsHeldOrIsOneself() {
    assertThat(codes(erase(MARA))).containsExactly("erasing-employed");
    UUID hold = holds.place(Life.peopleOps(), JONAS.id(), "A claim", null).orThrow();
    assertThat(codes(erase(JONAS))).containsExactly("erasing-held");
    assertThat(erasures.preview(Life.peopleOps(), JONAS.id()).orElseThrow().barred())
        .extracting(Reason::code)
        .containsExactly("erasing-held");
    assertThat(codes(holds.place(Life.peopleOps(), JONAS.id(), "Another", null)))
        .containsExactly("held-already");
    assertThat(codes(holds.lift(Life.peopleOps(), hold, " ", null))).containsExactly("required");
    holds.lift(Life.peopleOps(), hold, "Settled", null).orThrow();
    assertThat(codes(holds.lift(Life.peopleOps(), hold, "Again", null)))
        .containsExactly("lifted-already");
    assertThat(codes(erase(ELIF))).contains("erasing-oneself");
    erase(JONAS).orThrow();
    assertThat(
            database
                .sql("select act from audit_entry where record_type = 'legal-hold' order by number")
                .query(String.class)
                .list())
        .containsExactly("legal-hold.placed", "legal-hold.lifted");
  }

  @Test
  void nobodyIsErasedWhoAloneCouldLetOthersIn() {
    life.leave(ELIF);
    Viewer program =
        new Viewer(
            UUID.randomUUID(),
            "Archive",
            Set.of(Role.PEOPLE_OPS),
            Set.of(),
            Set.of("data-rights:write"),
            TestClock.TODAY);
    assertThat(codes(erasures.erase(program, of(ELIF, "keep")))).containsExactly("erasing-last");
  }

  @Test
  void whoMayNotLearnsNothing() {
    assertThat(codes(erasures.erase(MARA.viewer(), of(JONAS, "keep"))))
        .containsExactly("not-found");
    assertThat(erasures.preview(MARA.viewer(), JONAS.id())).isEmpty();
    assertThat(codes(holds.place(MARA.viewer(), JONAS.id(), "Why", null)))
        .containsExactly("not-found");
    assertThat(codes(erasures.erase(Life.peopleOps(), of(Person.DEV, "keep"))))
        .containsExactly("erasing-employed");
    assertThat(
            codes(
                erasures.erase(
                    Life.peopleOps(), new Erasure(JONAS.id(), "Jonas", "all", " ", null))))
        .containsExactly("erasing-name", "required", "required");
    assertThat(life.tablesWith("jonas@brightwell.example")).isNotEmpty();
  }

  @Test
  void twiceIsOnceAlsoAtTheSameTime() throws Exception {
    List<Callable<Outcome<UUID>>> both = List.of(() -> erase(JONAS), () -> erase(JONAS));
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (var outcome : threads.invokeAll(both)) {
        assertThat(outcome.get()).matches(Outcome::isDone);
      }
    }
    assertThat(erase(JONAS)).matches(Outcome::isDone);
    assertThat(count("select count(*) from audit_entry where act = 'personal-data.erased'"))
        .isEqualTo(1);
  }

  /// Whatever happens before the end, nothing has happened.
  @Test
  void cutOffInTheMiddleNothingIsGone() {
    String before = contents();
    assertThatThrownBy(() ->
            transaction.executeWithoutResult(_ -> {
              erase(JONAS).orThrow();
              assertThat(life.tablesWith("jonas@brightwell.example")).isEmpty();
              throw new IllegalStateException("cut off");
            }))
        .hasMessage("cut off");
    assertThat(contents()).isEqualTo(before);
    erase(JONAS).orThrow();
    assertThat(life.tablesWith("jonas@brightwell.example")).isEmpty();
  }

  private String contents() {
    StringBuilder all = new StringBuilder();
    database
        .sql(
            "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1")
        .query(String.class)
        .list()
        .forEach(table ->
            all.append(table)
                .append(' ')
                .append(
                    database
                        .sql(
                            "select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from \"%s\" t"
                                .formatted(table))
                        .query(String.class)
                        .single())
                .append('\n'));
    return all.toString();
  }

  @Test
  void aNamesakeKeepsTheNameAndAnotherAddressStays() {
    database
        .sql(
            "update identity set name = 'JONAS BECK', email = 'b.jonas@brightwell.example' where person = ?")
        .param(Person.DEV.id())
        .update();
    assertThat(erasures.preview(Life.peopleOps(), JONAS.id()).orElseThrow().namesStay()).isTrue();
    erase(JONAS).orThrow();
    assertThat(
            database
                .sql("select name || ' ' || email from identity where person = ?")
                .param(Person.DEV.id())
                .query(String.class)
                .single())
        .isEqualTo("JONAS BECK b.jonas@brightwell.example");
    assertThat(
            database
                .sql("select body from comment_wording where comment = ?")
                .param(traces.answer())
                .query(String.class)
                .single())
        .startsWith("Thanks to Jonas Beck ([…]).");
  }

  @Test
  void anAddressThatOnlyEndsOrBeginsLikeItStays() {
    database
        .sql("update comment_wording set body = ? where comment = ?")
        .params(
            "b.jonas@brightwell.example jonas@brightwell.example.org Jonas Beckett jonas@brightwell.example, Jonas\nBeck.",
            traces.answer())
        .update();
    erase(JONAS).orThrow();
    assertThat(
            database
                .sql("select body from comment_wording where comment = ?")
                .param(traces.answer())
                .query(String.class)
                .single())
        .isEqualTo(
            "b.jonas@brightwell.example jonas@brightwell.example.org Jonas Beckett […], […].");
  }

  @Test
  void aNameIsNoPattern() {
    String odd = "Jo (\"Beck\") [a-z]+ O'Neil\\d";
    database.sql("update identity set name = ? where person = ?").params(odd, JONAS.id()).update();
    database
        .sql("update comment_wording set body = ? where comment = ?")
        .params("Thanks, " + odd + "!", traces.answer())
        .update();
    database
        .sql(
            "update outgoing_mail set letter = jsonb_build_object('a', ?::text) where recipient = ?")
        .params(odd, MARA.id())
        .update();
    erasures.erase(Life.peopleOps(), new Erasure(JONAS.id(), odd, "keep", "Asked", null)).orThrow();
    assertThat(
            database
                .sql("select body from comment_wording where comment = ?")
                .param(traces.answer())
                .query(String.class)
                .single())
        .isEqualTo("Thanks, […]!");
    assertThat(
            database
                .sql("select letter ->> 'a' from outgoing_mail where recipient = ?")
                .param(MARA.id())
                .query(String.class)
                .single())
        .isEqualTo("[…]");
  }

  @Test
  void byPageInTwoSteps() {
    Visitor elif = visitors.as(ELIF);
    String path = "/people/" + JONAS.id() + "/erasure";
    String preview = elif.page(path).body();
    assertThat(preview).contains("Name, mail address and details", "Others answered them.");
    assertThat(life.tablesWith("jonas@brightwell.example")).isNotEmpty();
    assertThat(elif.post(path, "name", "Jonas", "writings", "keep", "reason", "Asked").statusCode())
        .isEqualTo(422);
    String key = UUID.randomUUID().toString();
    for (int send = 0; send < 2; send++) {
      assertThat(
              elif.post(
                      path, "name", "Jonas Beck", "writings", "keep", "reason", "Asked", "key", key)
                  .headers()
                  .firstValue("Location"))
          .contains("/people/" + JONAS.id() + "/data");
    }
    assertThat(elif.page("/people/" + JONAS.id() + "/data").body())
        .contains("Somebody who is no longer here", "Asked");
    assertThat(elif.page("/studio/data-rights").body()).contains("/people/" + JONAS.id() + "/data");
    assertThat(elif.page("/people/" + JONAS.id() + "/data.zip").statusCode()).isEqualTo(404);
    assertThat(elif.json("GET", "/api/v1/people/" + JONAS.id() + "/erasure", null).body())
        .contains("\"erased\"", "\"identity\":1");
  }
}
