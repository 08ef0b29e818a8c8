package io.fairlead.app.platform.decisions;

import io.fairlead.app.platform.database.DecisionRights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The only way in which reviews, calibration and pay reach the database: transactions that work as
/// the role `fairlead_decisions`, to which PostgreSQL itself refuses every table of feedback,
/// growth and sealed answers, whatever statement asks ([DecisionRights]).
///
/// **What it guards against**: a mistake. A join, a view of one's own, a report or an export that
/// reaches for what colleagues said is refused in every test and at every customer, also where the
/// architecture test does not look, such as in SQL put together at run time. It holds for all that
/// the transaction calls, other modules' capabilities included.
///
/// **What it does not guard against**: code that means to. The session belongs to the application's
/// role, so `reset role` gives that role's rights back, and another connection never had fewer. The
/// first is noticed where it is left standing: such a transaction is rolled back. Whoever can
/// change the program or signs in as the application needs neither.
@Component
public class DecisionDatabase {
  private final JdbcClient database;
  private final TransactionTemplate transaction;

  DecisionDatabase(JdbcClient database, PlatformTransactionManager transactions) {
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// What is done in one transaction.
  @FunctionalInterface
  public interface Work<T> {
    T on(JdbcClient database);
  }

  /// Does the work in a transaction of its own, or within the one of this kind that runs already.
  ///
  /// @return what the work returned; the role is the application's again by then
  /// @throws IllegalStateException within a transaction of another kind, which has read as the
  ///   application and would go on as somebody else; or where the work left the role
  /// @throws org.springframework.dao.DataAccessException where the database has no such role, or
  ///   does not let the application act as it; ask [DecisionCheck] before
  public <T> T within(Work<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      if (!isRole()) {
        throw new IllegalStateException("a decision begins its transaction by itself");
      }
      return work.on(database);
    }
    return transaction.execute(_ -> {
      database.sql("set local role " + DecisionRights.ROLE).update();
      T done = work.on(database);
      if (!isRole()) {
        throw new IllegalStateException("the work left the role of decisions");
      }
      return done;
    });
  }

  private boolean isRole() {
    return database
        .sql("select current_user = :role as is_role")
        .param("role", DecisionRights.ROLE)
        .query((row, _) -> row.getBoolean("is_role"))
        .single();
  }
}
