package io.fairlead.app.disclosure;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the application's role may do with packages of escrows: these functions, and no table.
@Component
class EscrowStore {
  private final JdbcClient database;

  EscrowStore(JdbcClient database) {
    this.database = database;
  }

  void put(UUID round, Instant until, UUID[] comments, byte[][] bodies) {
    database
        .sql("select sealed.put_into_escrow(:round, :until, :comments, :bodies)")
        .param("round", round)
        .param("until", Timestamp.from(until))
        .param("comments", comments)
        .param("bodies", bodies)
        .query((_, _) -> round)
        .single();
  }

  Optional<Instant> until(UUID round) {
    return database
        .sql("select sealed.escrow_until(:round) as until")
        .param("round", round)
        .query((row, _) -> Optional.ofNullable(row.getTimestamp("until")).map(Timestamp::toInstant))
        .single();
  }

  Optional<byte[]> find(UUID round, UUID comment) {
    return database
        .sql("select body from sealed.escrow_of(:round, :comment)")
        .param("round", round)
        .param("comment", comment)
        .query((row, _) -> row.getBytes("body"))
        .optional();
  }

  List<UUID> due(Instant now) {
    return database
        .sql("select round from sealed.escrows_due(:now) as due (round)")
        .param("now", Timestamp.from(now))
        .query((row, _) -> row.getObject("round", UUID.class))
        .list();
  }

  void end(UUID round) {
    database
        .sql("select sealed.end_escrow(:round)")
        .param("round", round)
        .query((_, _) -> round)
        .single();
  }
}
