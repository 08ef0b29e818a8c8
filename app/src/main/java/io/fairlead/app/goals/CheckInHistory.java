package io.fairlead.app.goals;

import static io.fairlead.app.goals.GoalRules.CONFIDENCE;
import static io.fairlead.app.goals.GoalRules.GOAL;
import static io.fairlead.app.goals.GoalRules.RECORD;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Everything that was ever said about an objective's key results, newest first, as its readers may
/// read it.
@Component
class CheckInHistory {
  private final JdbcClient database;
  private final String reads;
  private final String readsConfidence;

  CheckInHistory(JdbcClient database, Policy policy) {
    this.database = database;
    this.reads = policy.condition(RECORD, "read", GOAL, "o");
    this.readsConfidence = policy.condition(RECORD, "read", CONFIDENCE, "o");
  }

  /// A check-in that was made.
  ///
  /// @param value the figure in the key result's unit; 1 or 0 for yes or no; null for milestones or
  ///   no change
  /// @param done the milestones done by then; null where it says nothing of them
  /// @param confidence 0 to 10; null where none was said or the viewer may not read it
  /// @param by who said it; null once they are erased
  record Made(
      UUID id,
      UUID keyResult,
      LocalDate day,
      Instant at,
      @Nullable BigDecimal value,
      @Nullable List<UUID> done,
      @Nullable Integer confidence,
      String note,
      boolean noChange,
      @Nullable String by) {}

  /// @param more whether there are older ones
  record Page(List<Made> checkIns, boolean more) {}

  /// Empty for an objective that the viewer may not read or that is not there.
  ///
  /// @param after the last one of the page before; null for the first page
  @Transactional(readOnly = true)
  public Optional<Page> of(Viewer viewer, UUID objective, @Nullable UUID after, int limit) {
    List<Boolean> told =
        database
            .sql(
                "select coalesce(%s, false) from objective o where o.id = :id and %s"
                    .formatted(readsConfidence, reads))
            .params(viewer.parameters())
            .param("id", objective)
            .query((row, _) -> row.getBoolean(1))
            .list();
    if (told.isEmpty()) {
      return Optional.empty();
    }
    List<Made> made = made(objective, after, limit + 1, told.getFirst());
    return Optional.of(
        new Page(made.subList(0, Math.min(limit, made.size())), made.size() > limit));
  }

  /// Whether that check-in is one of the objective's.
  @Transactional(readOnly = true)
  public boolean has(UUID objective, UUID checkIn) {
    return database
        .sql(
            """
            select exists (select 1 from check_in n join key_result k on k.id = n.key_result
              where n.id = :checkIn and k.objective = :objective)
            """)
        .param("checkIn", checkIn)
        .param("objective", objective)
        .query(Boolean.class)
        .single();
  }

  private List<Made> made(UUID objective, @Nullable UUID after, int limit, boolean told) {
    return database
        .sql(
            """
            select n.id, n.key_result, n.day, n.at, n.value, n.done, n.note, n.no_change, i.name,
              case when :told then n.confidence end as confidence
            from key_result k join counting_check_in n on n.key_result = k.id
            left join identity i on i.person = n.by_person
            where k.objective = :objective
              and (:after::uuid is null or (n.at, n.id) < (select a.at, a.id from check_in a where a.id = :after::uuid))
            order by n.at desc, n.id desc limit :limit
            """)
        .param("objective", objective)
        .param("after", after)
        .param("limit", limit)
        .param("told", told)
        .query(CheckInHistory::made)
        .list();
  }

  private static Made made(ResultSet row, int number) throws SQLException {
    Array done = row.getArray("done");
    return new Made(
        row.getObject("id", UUID.class),
        row.getObject("key_result", UUID.class),
        row.getObject("day", LocalDate.class),
        row.getTimestamp("at").toInstant(),
        row.getBigDecimal("value"),
        done == null ? null : List.of((UUID[]) done.getArray()),
        row.getObject("confidence", Integer.class),
        row.getString("note"),
        row.getBoolean("no_change"),
        row.getString("name"));
  }
}
