package io.fairlead.app.disclosure;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the application's role may do with sealed answers: these functions, and no table.
@Component
class SheetStore {
  static final long STALE = -1;
  static final long CLOSED = -2;

  private final JdbcClient database;

  SheetStore(JdbcClient database) {
    this.database = database;
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Closed(long revision, byte[] body) {}

  void open(UUID round, Instant at) {
    database
        .sql("select sealed.open_round(:round, :at)")
        .param("round", round)
        .param("at", Timestamp.from(at))
        .query((_, _) -> round)
        .single();
  }

  /// Null for a round that was never opened.
  @Nullable String state(UUID round) {
    return database
        .sql("select sealed.state_of(:round) as state")
        .param("round", round)
        .query((row, _) -> Optional.ofNullable(row.getString("state")))
        .single()
        .orElse(null);
  }

  Optional<Closed> find(UUID round, UUID slip) {
    return database
        .sql("select revision, body from sealed.sheet_of(:round, :slip)")
        .param("round", round)
        .param("slip", slip)
        .query((row, _) -> new Closed(row.getLong("revision"), row.getBytes("body")))
        .optional();
  }

  /// Those that were written, of several rounds.
  ///
  /// @param rounds by slip
  Map<UUID, Closed> find(Map<UUID, UUID> rounds) {
    List<Map.Entry<UUID, UUID>> places = List.copyOf(rounds.entrySet());
    Map<UUID, Closed> found = new HashMap<>();
    database
        .sql("select slip, revision, body from sealed.sheets_of(:rounds, :slips)")
        .param("rounds", places.stream().map(Map.Entry::getValue).toArray(UUID[]::new))
        .param("slips", places.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
        .query((row, _) ->
            found.put(
                row.getObject("slip", UUID.class),
                new Closed(row.getLong("revision"), row.getBytes("body"))))
        .list();
    return found;
  }

  /// The new revision, `STALE` or `CLOSED`.
  long keep(UUID round, UUID slip, long onRevision, byte[] body) {
    return database
        .sql("select sealed.keep_sheet(:round, :slip, :revision, :body) as kept")
        .param("round", round)
        .param("slip", slip)
        .param("revision", onRevision)
        .param("body", body)
        .query((row, _) -> row.getLong("kept"))
        .single();
  }

  boolean withdraw(UUID round, UUID slip) {
    return database
        .sql("select sealed.withdraw_sheet(:round, :slip) as done")
        .param("round", round)
        .param("slip", slip)
        .query((row, _) -> row.getBoolean("done"))
        .single();
  }

  /// The state afterwards; null for a round that was never opened.
  @Nullable String close(UUID round, Instant at) {
    return database
        .sql("select sealed.close_round(:round, :at) as state")
        .param("round", round)
        .param("at", Timestamp.from(at))
        .query((row, _) -> Optional.ofNullable(row.getString("state")))
        .single()
        .orElse(null);
  }

  void layDown(UUID round, UUID subject, Remains remains) {
    database
        .sql(
            """
            select sealed.lay_down(:round, :subject,
              :scoreBlocks, :competencies, :scores,
              :commentBlocks, :questions, :comments,
              :memberBlocks, :members)
            """)
        .param("round", round)
        .param("subject", subject)
        .param("scoreBlocks", texts(remains.scores(), Remains.Score::block))
        .param("competencies", texts(remains.scores(), Remains.Score::competency))
        .param(
            "scores", remains.scores().stream().map(Remains.Score::score).toArray(Integer[]::new))
        .param("commentBlocks", texts(remains.comments(), Remains.Comment::block))
        .param("questions", texts(remains.comments(), Remains.Comment::question))
        .param("comments", texts(remains.comments(), Remains.Comment::words))
        .param("memberBlocks", texts(remains.members(), Remains.Member::block))
        .param(
            "members", remains.members().stream().map(Remains.Member::person).toArray(UUID[]::new))
        .query((_, _) -> round)
        .single();
  }

  void seal(UUID round, Instant at) {
    database
        .sql("select sealed.seal_round(:round, :at)")
        .param("round", round)
        .param("at", Timestamp.from(at))
        .query((_, _) -> round)
        .single();
  }

  int written(UUID round, List<UUID> slips) {
    return database
        .sql("select sealed.written_on(:round, :slips) as written")
        .param("round", round)
        .param("slips", slips.toArray(UUID[]::new))
        .query((row, _) -> row.getInt("written"))
        .single();
  }

  void discard(UUID round, Instant at) {
    database
        .sql("select sealed.discard_round(:round, :at)")
        .param("round", round)
        .param("at", Timestamp.from(at))
        .query((_, _) -> round)
        .single();
  }

  private static <T> String[] texts(List<T> rows, java.util.function.Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
