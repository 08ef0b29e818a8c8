package io.fairlead.app.people;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.ReadableRecords;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which people somebody may read.
@Component
class ReadablePeople implements ReadableRecords {
  private final JdbcClient database;
  private final Policy policy;

  ReadablePeople(JdbcClient database, Policy policy) {
    this.database = database;
    this.policy = policy;
  }

  @Override
  public String recordType() {
    return "person";
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
                "select i.person from identity i where i.person = any(:records) and "
                    + policy.condition(
                        PeoplePolicy.PERSON, PeoplePolicy.READ, PeoplePolicy.DIRECTORY, "i.person"))
            .params(viewer.parameters())
            .param("records", records.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }
}
