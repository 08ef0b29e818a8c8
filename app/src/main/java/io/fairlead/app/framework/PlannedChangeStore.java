package io.fairlead.app.framework;

import io.fairlead.app.framework.PlannedChange.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `framework_plan`.
@Component
class PlannedChangeStore {
  private static final String COLUMNS =
      """
      select p.id, p.document, p.based_on, p.author, i.name as author_name, p.reason, p.from_day, p.made_at,
        p.state, p.ended_at, p.refusals
      from framework_plan p left join identity i on i.person = p.author
      """;

  private final JdbcClient database;
  private final JsonMapper json;

  PlannedChangeStore(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  Optional<PlannedChange> waiting() {
    return database.sql(COLUMNS + " where p.state = 'waiting'").query(this::change).optional();
  }

  /// The one that waits, if its day has come; nobody else takes it before the transaction ends.
  Optional<PlannedChange> due(LocalDate today) {
    return database
        .sql(COLUMNS + " where p.state = 'waiting' and p.from_day <= ? for update of p skip locked")
        .param(today)
        .query(this::change)
        .optional();
  }

  Optional<PlannedChange> find(UUID id) {
    return database.sql(COLUMNS + " where p.id = ?").param(id).query(this::change).optional();
  }

  /// The latest first.
  List<PlannedChange> latest(int most) {
    return database
        .sql(COLUMNS + " order by p.made_at desc, p.id limit ?")
        .param(most)
        .query(this::change)
        .list();
  }

  void add(UUID id, FrameworkInput input, String reason, UUID author, LocalDate from, Instant now) {
    database
        .sql(
            """
            insert into framework_plan (id, document, based_on, author, reason, from_day, made_at, state)
            values (:id, :document, :based, :author, :reason, :from, :now, 'waiting')
            """)
        .param("id", id)
        .param("document", input.document())
        .param("based", input.basedOn())
        .param("author", author)
        .param("reason", reason)
        .param("from", from)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// @return false if it does not wait any more
  boolean end(UUID id, State state, @Nullable UUID by, List<String> refusals, Instant now) {
    return database
            .sql(
                """
                update framework_plan
                set state = :state, ended_at = :now, ended_by = :by, refusals = :refusals::jsonb
                where id = :id and state = 'waiting'
                """)
            .param("id", id)
            .param("state", state.code())
            .param("by", by)
            .param("refusals", json.writeValueAsString(refusals))
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  private PlannedChange change(ResultSet row, int number) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new PlannedChange(
        row.getObject("id", UUID.class),
        row.getString("document"),
        row.getInt("based_on"),
        row.getObject("author", UUID.class),
        row.getString("author_name"),
        row.getString("reason"),
        row.getObject("from_day", LocalDate.class),
        row.getTimestamp("made_at").toInstant(),
        State.of(row.getString("state")),
        ended == null ? null : ended.toInstant(),
        List.of(json.readValue(row.getString("refusals"), String[].class)));
  }
}
