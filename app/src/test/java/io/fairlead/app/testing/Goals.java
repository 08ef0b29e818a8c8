package io.fairlead.app.testing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts goals into the company directly, for tests that are not about writing them.
public final class Goals {
  private final JdbcClient database;
  private final Clock clock;

  Goals(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// An active, public, aspirational objective of the running quarter.
  public UUID objective(Person owner, String title) {
    return objective(owner, title, "Q2 2026", "active", "public");
  }

  public UUID objective(Person owner, String title, String cycle, String state, String visibility) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into objective (id, cycle, title, kind, owner_person, accountable, visibility, state, created_by, created_at)
            values (:id, :cycle, :title, 'aspirational', :owner, :owner, :visibility, :state, :owner, :now)
            """)
        .param("id", id)
        .param("cycle", Company.cycle(cycle))
        .param("title", title)
        .param("owner", owner.id())
        .param("visibility", visibility)
        .param("state", state)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return id;
  }

  /// A key result that increases, of weight 1.
  public UUID keyResult(UUID objective, String title, double baseline, double target) {
    return keyResult(
        objective, title, baseline <= target ? "increase" : "decrease", baseline, target);
  }

  public UUID keyResult(
      UUID objective,
      String title,
      String kind,
      @Nullable Double baseline,
      @Nullable Double target) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into key_result (id, objective, position, title, kind, baseline, target, unit)
            select :id, :objective, count(*), :title, :kind, :baseline, :target, '%' from key_result where objective = :objective
            """)
        .param("id", id)
        .param("objective", objective)
        .param("title", title)
        .param("kind", kind)
        .param("baseline", baseline)
        .param("target", target)
        .update();
    return id;
  }

  public UUID milestone(UUID keyResult, String name, double weight) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into milestone (id, key_result, position, name, weight)
            select :id, :key_result, count(*), :name, :weight from milestone where key_result = :key_result
            """)
        .param("id", id)
        .param("key_result", keyResult)
        .param("name", name)
        .param("weight", weight)
        .update();
    return id;
  }

  /// An agreed alignment.
  public void align(UUID child, UUID parent, double share, boolean primary) {
    database
        .sql(
            "insert into alignment (child, parent, share, is_primary, state) values (:child, :parent, :share, :primary, 'agreed')")
        .param("child", child)
        .param("parent", parent)
        .param("share", share)
        .param("primary", primary)
        .update();
  }
}
