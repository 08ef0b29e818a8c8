package io.fairlead.app.platform.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.disclosure.Sheets;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.database.DecisionRights;
import io.fairlead.app.platform.database.Migrations;
import io.fairlead.app.platform.decisions.DecisionCheck.Obstacle;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What PostgreSQL itself answers to a module that decides about people.
@AppTest
class DecisionDatabaseTest {
  /// Modules whose tables hold what was said for somebody's development.
  private static final List<String> DEVELOPMENTAL = List.of("feedback", "growth", "disclosure");

  private static final Pattern TABLE =
      Pattern.compile(
          "(?im)^create (?:table|view|materialized view) (?:if not exists )?([a-z_.]+)");

  @Autowired DecisionDatabase decisions;
  @Autowired DecisionCheck check;
  @Autowired Sheets sheets;
  @Autowired Idempotency idempotency;
  @Autowired Audit audit;
  @Autowired Company company;
  @Autowired JdbcClient database;
  @Autowired PlatformTransactionManager transactions;
  @Autowired Environment environment;

  private DriverManagerDataSource ownerSource;
  private JdbcClient owner;

  @BeforeEach
  void asNew() {
    company.reset();
    ownerSource =
        new DriverManagerDataSource(
            TestDatabase.url(),
            environment.getRequiredProperty("fairlead.db.owner-user"),
            environment.getProperty("fairlead.db.owner-password", ""));
    owner = JdbcClient.create(ownerSource);
  }

  @AfterEach
  void noTraces() {
    owner.sql("drop table if exists feedback_planted").update();
    owner.sql("grant fairlead_decisions to fairlead_test_app").update();
    Migrations.run(ownerSource, "fairlead_test_app");
    assertThat(check.obstacles()).isEmpty();
  }

  private static List<String> tables(String module) {
    try (Stream<Path> files =
        Files.list(Path.of("src/main/resources/db/migration").resolve(module))) {
      List<String> tables = new ArrayList<>();
      for (Path file : files.toList()) {
        TABLE
            .matcher(Files.readString(file))
            .results()
            .map((MatchResult found) -> found.group(1))
            .forEach(tables::add);
      }
      return tables;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> developmental() {
    return DEVELOPMENTAL.stream().flatMap(module -> tables(module).stream()).toList();
  }

  private void refused(String sql) {
    assertThatThrownBy(() -> decisions.within(each -> each.sql(sql).query().listOfRows()))
        .as(sql)
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .isInstanceOf(SQLException.class)
        .extracting(cause -> ((SQLException) cause).getSQLState())
        .isEqualTo("42501");
  }

  @Test
  void noTableOfFeedbackGrowthOrSealedAnswersCanBeRead() {
    List<String> closed = developmental();
    assertThat(closed)
        .hasSizeGreaterThan(19)
        .contains("feedback_report", "feedback_comment", "development_focus", "sealed.score");
    for (String table : closed) {
      refused("select 1 from " + table + " limit 1");
      refused("select exists (select 1 from person p where exists (select 1 from " + table + "))");
    }
    refused("select sealed.state_of('" + UUID.randomUUID() + "')");
  }

  @Test
  void factsAboutWorkCanBeReadAndNotChanged() {
    for (String table : List.of("person", "objective", "key_result", "check_in", "measure_value")) {
      assertThat(
              decisions.<Long>within(
                  each -> each.sql("select count(*) from " + table).query(Long.class).single()))
          .as(table)
          .isNotNull();
      assertThatThrownBy(() ->
              decisions.within(each -> each.sql("delete from " + table + " where false").update()))
          .isInstanceOf(DataAccessException.class);
    }
    for (String secret : List.of("account", "api_token", "one_time_link", "session", "notice")) {
      refused("select 1 from " + secret);
    }
  }

  @Test
  void whatIsOpenIsThereAndNoneOfItIsDevelopmentalNotThroughAViewEither() {
    Set<String> open = DecisionRights.all().keySet();
    assertThat(open).doesNotContainAnyElementsOf(developmental());
    Set<String> there =
        new TreeSet<>(
            owner
                .sql(
                    "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v')")
                .query(String.class)
                .list());
    assertThat(there).containsAll(open);
    // A view reads as its owner: what stands behind an open one must be open itself.
    assertThat(
            owner
                .sql(
                    """
                    select distinct t.relname from pg_class v join pg_rewrite w on w.ev_class = v.oid
                    join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid
                    join pg_class t on t.oid = d.refobjid and d.refclassid = 'pg_class'::regclass and t.oid <> v.oid
                    where v.relkind = 'v' and v.relname = any(:open)
                    """)
                .param("open", open.toArray(String[]::new))
                .query(String.class)
                .list())
        .isNotEmpty()
        .isSubsetOf(open);
    // So does a function that runs with its owner's rights.
    assertThat(
            owner
                .sql(
                    """
                    select p.proname from pg_proc p where p.prosecdef
                      and has_function_privilege('fairlead_decisions', p.oid, 'execute')
                      and has_schema_privilege('fairlead_decisions', p.pronamespace, 'usage')
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void aNewTableIsClosedAndAStrayRightIsFoundAndTakenAway() {
    owner.sql("create table feedback_planted (id uuid)").update();
    database.sql("select count(*) from feedback_planted").query(Long.class).single();
    refused("select 1 from feedback_planted");
    assertThat(check.obstacles()).isEmpty();
    for (String stray :
        List.of(
            "grant select on feedback_report to fairlead_decisions",
            "grant select (words) on feedback_comment to fairlead_decisions",
            "grant select on all tables in schema public to fairlead_decisions",
            "grant insert on objective to fairlead_decisions")) {
      owner.sql(stray).update();
      Migrations.run(ownerSource, "fairlead_test_app");
      refused("select words from feedback_comment");
      refused("insert into objective default values returning 1");
      assertThat(check.obstacles()).as(stray).isEmpty();
    }
    owner.sql("grant select on feedback_report to fairlead_decisions").update();
    assertThat(check.obstacles()).containsExactly(Obstacle.REACHES_MORE);
    owner.sql("revoke select on feedback_report from fairlead_decisions").update();
    owner.sql("grant select (words) on feedback_comment to fairlead_decisions").update();
    assertThat(check.obstacles()).containsExactly(Obstacle.REACHES_MORE);
    owner.sql("revoke select (words) on feedback_comment from fairlead_decisions").update();
    owner.sql("revoke select on objective from fairlead_decisions").update();
    assertThat(check.obstacles()).containsExactly(Obstacle.REACHES_LESS);
    owner.sql("revoke fairlead_decisions from fairlead_test_app").update();
    assertThat(check.obstacles()).contains(Obstacle.NOT_A_MEMBER);
  }

  @Test
  void aPlanThatWasMadeForTheApplicationIsRefusedToTheRole() {
    String sql = "select count(*) from feedback_report where published_on > current_date";
    new TransactionTemplate(transactions)
        .executeWithoutResult(_ -> {
          for (int i = 0; i < 12; i++) {
            database.sql(sql).query(Long.class).single();
          }
        });
    refused(sql);
  }

  @Test
  void itHoldsForWhatOtherModulesDoWithinIt() {
    UUID round = UUID.randomUUID();
    sheets.open(round);
    assertThat(sheets.find(round, UUID.randomUUID())).isEmpty();
    assertThatThrownBy(() ->
            decisions.within(_ -> {
              sheets.find(round, UUID.randomUUID());
              return 0;
            }))
        .isInstanceOf(DataAccessException.class);
  }

  private String role() {
    return database
        .sql("select current_user::text as role")
        .query((row, _) -> row.getString("role"))
        .single();
  }

  @Test
  void theRoleGoesWithItsTransactionHoweverThatEnds() {
    assertThat(decisions.<String>within(_ -> role())).isEqualTo("fairlead_decisions");
    assertThat(role()).isEqualTo("fairlead_test_app");
    assertThatThrownBy(() ->
            decisions.within(_ -> {
              throw new IllegalArgumentException("a bug");
            }))
        .isInstanceOf(IllegalArgumentException.class);
    refused("select 1 from feedback_report");
    for (int i = 0; i < 10; i++) {
      assertThat(role()).isEqualTo("fairlead_test_app");
    }
  }

  @Test
  void anotherTransactionDoesNotTurnIntoOneAndOneWithinAnotherJoinsIt() {
    assertThatThrownBy(() ->
            new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> decisions.within(_ -> 0)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(decisions.<String>within(_ -> decisions.<String>within(_ -> role())))
        .isEqualTo("fairlead_decisions");
  }

  @Test
  void whoLeavesTheRoleChangesNothing() {
    UUID record = UUID.randomUUID();
    assertThatThrownBy(() ->
            decisions.within(each -> {
              audit.record(Person.ELIF.id(), "planted", "review", record, null);
              return each.sql("reset role").update();
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(acts(record)).isZero();
  }

  private int acts(UUID record) {
    return database
        .sql("select count(*) from audit_entry where record = ?")
        .param(record)
        .query(Integer.class)
        .single();
  }

  @Test
  void anActWithItsKeyAndItsEntryInTheRecordWorksAsTheRole() {
    UUID record = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      Outcome<UUID> outcome =
          decisions.within(_ ->
              idempotency.once(
                  Person.ELIF.id(),
                  "review.planted",
                  "the-key",
                  record,
                  UUID.class,
                  () -> {
                    audit.record(Person.ELIF.id(), "planted", "review", record, null);
                    return Outcome.done(record);
                  }));
      assertThat(outcome.orThrow()).isEqualTo(record);
    }
    assertThat(acts(record)).as("once").isEqualTo(1);
  }
}
