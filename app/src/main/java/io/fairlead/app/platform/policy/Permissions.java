package io.fairlead.app.platform.policy;

import io.fairlead.app.platform.Viewer;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Asks the policy about one act on one subject, where a capability has no statement of its own to
/// put the condition into.
@Component
public class Permissions {
  private final JdbcClient database;
  private final Policy policy;

  Permissions(JdbcClient database, Policy policy) {
    this.database = database;
    this.policy = policy;
  }

  /// @param subject whom the record is about, or the record, as the rows' relations expect it
  public boolean allows(Viewer viewer, String recordType, String act, String fields, UUID subject) {
    return database
        .sql(
            "select "
                + policy.condition(recordType, act, fields, "x.subject")
                + " from (select cast(:subject as uuid) as subject) x")
        .params(viewer.parameters())
        .param("subject", subject)
        .query(Boolean.class)
        .single();
  }

  /// The same of an act that is about nobody in particular.
  public boolean allows(Viewer viewer, String recordType, String act, String fields) {
    return database
        .sql("select " + policy.condition(recordType, act, fields))
        .params(viewer.parameters())
        .query(Boolean.class)
        .single();
  }
}
