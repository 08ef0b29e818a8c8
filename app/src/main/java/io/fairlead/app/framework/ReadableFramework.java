package io.fairlead.app.framework;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.ReadableRecords;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which versions of the framework somebody may read.
@Component
class ReadableFramework implements ReadableRecords {
  private final JdbcClient database;
  private final Policy policy;

  ReadableFramework(JdbcClient database, Policy policy) {
    this.database = database;
    this.policy = policy;
  }

  @Override
  public String recordType() {
    return "framework";
  }

  @Override
  public String scope() {
    return "framework:read";
  }

  @Override
  public Set<UUID> among(Viewer viewer, Collection<UUID> records) {
    return Set.copyOf(
        database
            .sql(
                "select v.id from framework_version v where v.id = any(:records) and "
                    + policy.condition(
                        FrameworkPolicy.RECORD,
                        FrameworkPolicy.READ,
                        FrameworkPolicy.DOCUMENT,
                        "v.id"))
            .params(viewer.parameters())
            .param("records", records.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }
}
