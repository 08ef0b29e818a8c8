package io.fairlead.app.platform.policy;

import io.fairlead.app.platform.Viewer;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Records that are asked for with one statement.
public abstract class ReadableRows implements ReadableRecords {
  private final JdbcClient database;
  private final String recordType;
  private final String scope;
  private final Supplier<String> statement;

  /// @param statement selects the ids that the viewer may read of those in `:records`; made when it
  ///   is asked, since a policy has all its rows only once every module is there
  protected ReadableRows(
      JdbcClient database, String recordType, String scope, Supplier<String> statement) {
    this.database = database;
    this.recordType = recordType;
    this.scope = scope;
    this.statement = statement;
  }

  @Override
  public final String recordType() {
    return recordType;
  }

  @Override
  public final String scope() {
    return scope;
  }

  @Override
  public final Set<UUID> among(Viewer viewer, Collection<UUID> records) {
    return Set.copyOf(
        database
            .sql(statement.get())
            .params(viewer.parameters())
            .param("records", records.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }
}
