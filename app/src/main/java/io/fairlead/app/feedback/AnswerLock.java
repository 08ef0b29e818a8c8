package io.fairlead.app.feedback;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps apart, until the transaction ends, writing on a slip and taking the slip away: what is
/// written on one that nobody holds any more could never be sealed. It holds no row, since a row
/// that was locked shows for good that it was, and so who answered.
@Component
class AnswerLock {
  private final JdbcClient database;

  AnswerLock(JdbcClient database) {
    this.database = database;
  }

  /// For a saving; any number at a time.
  void write(UUID invitation) {
    take("pg_advisory_xact_lock_shared", invitation);
  }

  /// For what ends an invitation: waits for savings under way and lets none begin.
  void end(UUID invitation) {
    take("pg_advisory_xact_lock", invitation);
  }

  private void take(String function, UUID invitation) {
    database
        .sql("select " + function + "(:key)")
        .param("key", invitation.getMostSignificantBits() ^ invitation.getLeastSignificantBits())
        .query((_, _) -> invitation)
        .single();
  }
}
