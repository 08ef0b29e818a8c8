package io.fairlead.app.testing.deciding;

import io.fairlead.app.platform.decisions.DecisionDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How a module that decides about people reaches the database.
public class AsTheRole {
  private final DecisionDatabase decisions;

  public AsTheRole(DecisionDatabase decisions) {
    this.decisions = decisions;
  }

  public int objectives() {
    return decisions.within(this::objectives);
  }

  private int objectives(JdbcClient database) {
    return database.sql("select count(*) from objective").query(Integer.class).single();
  }
}
