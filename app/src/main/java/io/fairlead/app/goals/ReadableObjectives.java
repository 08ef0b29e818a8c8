package io.fairlead.app.goals;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.ReadableRecords;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which objectives somebody may read.
@Component
class ReadableObjectives implements ReadableRecords {
  private final JdbcClient database;
  private final Policy policy;

  ReadableObjectives(JdbcClient database, Policy policy) {
    this.database = database;
    this.policy = policy;
  }

  @Override
  public String recordType() {
    return "objective";
  }

  @Override
  public String scope() {
    return "goals:read";
  }

  @Override
  public Set<UUID> among(Viewer viewer, Collection<UUID> records) {
    return Set.copyOf(
        database
            .sql(
                "select o.id from objective o where o.id = any(:records) and "
                    + policy.condition("objective", "read", "goal", "o"))
            .params(viewer.parameters())
            .param("records", records.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }
}
