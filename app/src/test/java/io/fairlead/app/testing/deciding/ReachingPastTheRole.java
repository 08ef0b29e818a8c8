package io.fairlead.app.testing.deciding;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// What a module that decides about people must not do, for the rule to find.
public class ReachingPastTheRole {
  private final JdbcClient database;

  public ReachingPastTheRole(JdbcClient database) {
    this.database = database;
  }

  @Transactional
  public int inATransactionOfItsOwn() {
    return database.sql("select 1").query(Integer.class).single();
  }

  public JdbcClient byAnotherConnection(DataSource source) {
    return JdbcClient.create(source);
  }
}
