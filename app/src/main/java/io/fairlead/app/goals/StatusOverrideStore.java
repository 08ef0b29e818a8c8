package io.fairlead.app.goals;

import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.methods.goals.Status;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of what is said of statuses instead of the figures.
@Component
class StatusOverrideStore {
  private final JdbcClient database;
  private final Ids ids;
  private final String readsObjective;
  private final String mayObjective;
  private final String mayKeyResult;

  StatusOverrideStore(JdbcClient database, Ids ids, Policy policy) {
    this.database = database;
    this.ids = ids;
    this.readsObjective = policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "o");
    this.mayObjective = policy.condition(GoalRules.RECORD, "override", GoalRules.GOAL, "o");
    this.mayKeyResult = policy.condition(CheckInRules.RECORD, "override", "value", "k");
  }

  /// An objective or a key result of it that something may be said of.
  ///
  /// @param title of the key result, else of the objective
  /// @param now what is said of it now, if anything
  record Found(
      UUID objective,
      @Nullable UUID keyResult,
      String title,
      ObjectiveState state,
      UUID accountable,
      boolean may,
      @Nullable SaidStatus now) {}

  /// The objective, if the viewer can see it; held until the transaction ends.
  Optional<Found> objective(Viewer viewer, UUID id) {
    return database
        .sql(
            """
            select o.id, o.title, o.state, o.accountable, %s as may, %s as said
            from objective o where o.id = :id and %s for no key update of o
            """
                .formatted(mayObjective, SaidStatus.sql("objective", "o"), readsObjective))
        .params(viewer.parameters())
        .param("id", id)
        .query((row, number) ->
            new Found(
                row.getObject("id", UUID.class),
                null,
                row.getString("title"),
                ObjectiveState.of(row.getString("state")),
                row.getObject("accountable", UUID.class),
                row.getBoolean("may"),
                SaidStatus.read(row, "said")))
        .optional();
  }

  /// The key result, if something may be said of it by the viewer; held until the transaction ends.
  Optional<Found> keyResult(Viewer viewer, UUID id) {
    return database
        .sql(
            """
            select o.id as objective, k.id, k.title, o.state, o.accountable, %s as said
            from key_result k join objective o on o.id = k.objective
            where k.id = :id and %s for no key update of k
            """
                .formatted(SaidStatus.sql("key_result", "k"), mayKeyResult))
        .params(viewer.parameters())
        .param("id", id)
        .query((row, number) ->
            new Found(
                row.getObject("objective", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("title"),
                ObjectiveState.of(row.getString("state")),
                row.getObject("accountable", UUID.class),
                true,
                SaidStatus.read(row, "said")))
        .optional();
  }

  /// Adds what is said now.
  ///
  /// @param status null: the figures count again
  void add(Found of, @Nullable Status status, String reason, UUID by, Instant at) {
    database
        .sql(
            """
            insert into status_override (id, objective, key_result, status, reason, by_person, at)
            values (:id, :objective, :key_result, :status, :reason, :by, :at)
            """)
        .param("id", ids.next())
        .param("objective", of.keyResult() == null ? of.objective() : null)
        .param("key_result", of.keyResult())
        .param("status", status == null ? null : status.code())
        .param("reason", reason)
        .param("by", by)
        .param("at", Timestamp.from(at))
        .update();
  }

  /// All that was said of an objective and its key results, newest first, to whoever sees it.
  List<StatusOverrides.Entry> history(UUID objective) {
    return database
        .sql(
            """
            select s.key_result, s.status, s.reason, s.by_person, coalesce(i.name, '') as name, s.at
            from status_override s left join identity i on i.person = s.by_person
            where s.objective = :objective
              or s.key_result in (select k.id from key_result k where k.objective = :objective)
            order by s.at desc, s.id desc
            """)
        .param("objective", objective)
        .query((row, number) -> {
          String status = row.getString("status");
          return new StatusOverrides.Entry(
              row.getObject("key_result", UUID.class),
              status == null ? null : SaidStatus.status(status),
              row.getString("reason"),
              row.getObject("by_person", UUID.class),
              row.getString("name"),
              row.getTimestamp("at").toInstant());
        })
        .list();
  }
}
