package io.fairlead.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.audit.AuditVerification.Verdict;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
class AuditChainTest {
  @Autowired Company company;
  @Autowired Audit audit;
  @Autowired AuditChain chain;
  @Autowired JdbcClient database;
  @Autowired PlatformTransactionManager transactions;
  @Autowired Environment environment;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private void record(int times) {
    for (int i = 0; i < times; i++) {
      audit.record(
          Person.MARA.id(), "objective.graded", "objective", Person.DEV.id(), Person.JONAS.id());
    }
  }

  private Connection as(String who) throws SQLException {
    return DriverManager.getConnection(
        TestDatabase.url(),
        environment.getRequiredProperty("fairlead.db." + who + "user"),
        environment.getRequiredProperty("fairlead.db." + who + "password"));
  }

  private Verdict verify(@Nullable String head) throws SQLException {
    try (Connection connection = as("")) {
      return AuditVerification.verify(connection, head);
    }
  }

  /// What only somebody with the owner's password could do.
  private void tamper(String sql) throws SQLException {
    try (Connection connection = as("owner-");
        var statement = connection.createStatement()) {
      statement.execute("alter table audit_entry disable trigger user");
      statement.execute("alter table audit_chain disable trigger user");
      statement.execute(sql);
      statement.execute("alter table audit_entry enable trigger user");
      statement.execute("alter table audit_chain enable trigger user");
    }
  }

  @Test
  void anUntouchedRecordHoldsAndSaysWhatIsNotYetLinked() throws SQLException {
    record(5);
    assertThat(chain.linkAll()).isEqualTo(5);
    record(3);
    chain.linkAll();
    record(2);
    Verdict verdict = verify(null);
    assertThat(verdict.broken()).isEmpty();
    assertThat(verdict.links()).isEqualTo(2);
    assertThat(verdict.chained()).isEqualTo(8);
    assertThat(verdict.unchained()).isEqualTo(2);
    assertThat(verdict.oldestUnchained()).isNotNull();
    assertThat(verdict.head()).matches("[0-9a-f]{64}").isNotEqualTo("0".repeat(64));
  }

  @Test
  void anEmptyRecordHolds() throws SQLException {
    assertThat(verify(null).broken()).isEmpty();
    assertThat(chain.linkAll()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set actor = gen_random_uuid() where number = 7",
        "update audit_entry set actor = null where number = 7",
        "update audit_entry set at = at + interval '1 microsecond' where number = 7",
        "update audit_entry set act = 'objective.read' where number = 7",
        "update audit_entry set detail = '{\"a\": 1}' where number = 7",
        "delete from audit_entry where number = 7",
        "update audit_chain set hash = sha256('x') where number = 2",
        "delete from audit_chain where number = 2",
        "update audit_chain set entries = '{[5,7)}' where number = 2"
      })
  void whateverTheOwnerChangesTheFirstBrokenLinkIsNamed(String sql) throws SQLException {
    for (int link = 0; link < 4; link++) {
      record(4);
      chain.linkAll();
    }
    tamper(sql);
    Verdict verdict = verify(null);
    assertThat(verdict.broken()).isPresent();
    assertThat(verdict.broken().orElseThrow().link()).isEqualTo(2);
    assertThat(verdict.links()).isEqualTo(1);
  }

  @Test
  void anEntrySlippedInBesideTheChainIsFound() throws SQLException {
    record(2);
    chain.linkAll();
    tamper(
        """
        insert into audit_entry (id, at, act, record_type) values (gen_random_uuid(), now(), 'x', 'y')
        """);
    assertThat(verify(null).broken().orElseThrow().what()).startsWith("1 entries stand in no link");
  }

  @Test
  void aChainThatWasRewrittenWholeDoesNotHaveTheHashThatWasKept() throws SQLException {
    record(3);
    chain.linkAll();
    String kept = verify(null).head();
    record(3);
    chain.linkAll();
    assertThat(verify(kept).broken()).isEmpty();
    tamper(
        """
        delete from audit_chain;
        update audit_entry set subject = null where number = 2;
        insert into audit_unchained select number from audit_entry
        """);
    chain.linkAll();
    assertThat(verify(null).broken()).isEmpty();
    assertThat(verify(kept).broken()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set act = 'x'",
        "delete from audit_entry",
        "truncate audit_entry cascade",
        "update audit_chain set hash = ''",
        "delete from audit_chain",
        "alter table audit_entry disable trigger user"
      })
  void theApplicationCanOnlyAppend(String sql) {
    record(1);
    chain.linkAll();
    assertThatThrownBy(() -> database.sql(sql).update())
        .cause()
        .message()
        .containsAnyOf("permission denied", "must be owner");
  }

  @ParameterizedTest
  @ValueSource(strings = {"update audit_entry set act = 'x'", "truncate audit_entry"})
  void evenTheOwnerIsStoppedUnlessTheTriggersAreTakenAway(String sql) throws SQLException {
    record(1);
    try (Connection owner = as("owner-");
        var statement = owner.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("append-only");
    }
  }

  @Test
  void anEntryThatCommitsLateIsLinkedLater() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var late =
          threads.submit(() -> {
            new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> {
                  record(1);
                  written.countDown();
                  try {
                    commit.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
            return true;
          });
      written.await();
      record(2);
      assertThat(chain.linkAll()).isEqualTo(2);
      commit.countDown();
      late.get();
    }
    assertThat(chain.linkAll()).isEqualTo(1);
    assertThat(verify(null).broken()).isEmpty();
    assertThat(verify(null).chained()).isEqualTo(3);
  }

  @Test
  void twoNodesThatLinkAtOnceMakeOneChain() throws Exception {
    record(200);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = threads.submit(chain::linkAll);
      var two = threads.submit(chain::linkAll);
      one.get();
      two.get();
    }
    chain.linkAll();
    assertThat(verify(null).broken()).isEmpty();
    assertThat(verify(null).chained()).isEqualTo(200);
  }

  @Test
  void aDeniedReadIsKeptThoughItsActIsRolledBackAndOnesOwnReadIsNot() {
    Viewer mara =
        new Viewer(Person.MARA.id(), "Mara", Set.<Role>of(), Set.of(), Set.of(), TestClock.TODAY);
    new TransactionTemplate(transactions)
        .executeWithoutResult(status -> {
          audit.read(mara, "review", null, Person.MARA.id());
          audit.denied(mara, "review", null, Person.JONAS.id());
          status.setRollbackOnly();
        });
    assertThat(
            database.sql("select act from audit_entry").query((row, _) -> row.getString(1)).list())
        .containsExactly("review.read-denied");
  }
}
