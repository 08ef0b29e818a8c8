package io.fairlead.app.setup;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the database says of itself.
@Component
class ServerStore {
  private final JdbcClient database;

  ServerStore(JdbcClient database) {
    this.database = database;
  }

  /// Such as `18.1`.
  String version() {
    return database.sql("select current_setting('server_version')").query(String.class).single();
  }

  /// The database's own time.
  Instant now() {
    return database.sql("select clock_timestamp()").query(Timestamp.class).single().toInstant();
  }

  Optional<Instant> lastBackup() {
    return database
        .sql("select at from backup_made order by at desc limit 1")
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }
}
