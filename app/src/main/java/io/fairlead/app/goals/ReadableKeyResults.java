package io.fairlead.app.goals;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.ReadableRecords;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which key results somebody may read.
@Component
class ReadableKeyResults implements ReadableRecords {
  private final JdbcClient database;
  private final Policy policy;

  ReadableKeyResults(JdbcClient database, Policy policy) {
    this.database = database;
    this.policy = policy;
  }

  @Override
  public String recordType() {
    return "key-result";
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
                "select k.id from key_result k join objective o on o.id = k.objective where k.id = any(:records) and "
                    + policy.condition("objective", "read", "goal", "o"))
            .params(viewer.parameters())
            .param("records", records.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }
}
