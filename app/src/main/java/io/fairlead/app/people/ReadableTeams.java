package io.fairlead.app.people;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.ReadableRecords;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which teams somebody may read.
@Component
class ReadableTeams implements ReadableRecords {
  private final JdbcClient database;
  private final Policy policy;

  ReadableTeams(JdbcClient database, Policy policy) {
    this.database = database;
    this.policy = policy;
  }

  @Override
  public String recordType() {
    return "team";
  }

  @Override
  public String scope() {
    return "people:read";
  }

  @Override
  public Set<UUID> among(Viewer viewer, Collection<UUID> records) {
    return Set.copyOf(
        database
            .sql(
                "select t.id from team t where t.id = any(:records) and "
                    + policy.condition(
                        PeoplePolicy.TEAM, PeoplePolicy.READ, PeoplePolicy.ALL, "t.id"))
            .params(viewer.parameters())
            .param("records", records.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }
}
