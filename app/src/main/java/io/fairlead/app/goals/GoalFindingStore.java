package io.fairlead.app.goals;

import io.fairlead.app.measures.MeasureRules;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was waived, and what the measures behind an objective's key results say of it.
@Component
class GoalFindingStore {
  private final JdbcClient database;
  private final String facts;
  private final String load;

  GoalFindingStore(JdbcClient database, Policy policy) {
    this.database = database;
    String mayReadOther = policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "other_goal");
    this.facts =
        """
        select u.key_result, u.series, m.id as measure, m.tense, m.pays, s.dimension = '' as whole,
          exists (select 1 from measure_use g
            where g.key_result = u.key_result and g.role = 'guards' and g.ended_at is null) as guarded,
          exists (select 1 from measure_use w join measure_series t on t.id = w.series
            join objective other_goal on other_goal.id = w.objective join cycle ec on ec.id = other_goal.cycle
            where w.measure = u.measure and w.role = 'feeds' and w.ended_at is null and w.key_result <> u.key_result
              and (t.id = s.id or t.dimension = '' or s.dimension = '' or lower(t.dimension) <> lower(s.dimension))
              and other_goal.state in ('draft', 'proposed', 'active') and ec.starts <= c.ends and ec.ends >= c.starts
              and %s) as elsewhere
        from measure_use u join objective o on o.id = u.objective join cycle c on c.id = o.cycle
        join measure m on m.id = u.measure join measure_series s on s.id = u.series
        where u.objective = :objective and u.role = 'feeds' and u.ended_at is null and %s and %s
        order by u.key_result
        """
            .formatted(
                mayReadOther,
                policy.condition(MeasureRules.RECORD, MeasureRules.READ, MeasureRules.FIGURES, "m"),
                policy.condition(MeasureRules.SLICE, MeasureRules.READ, MeasureRules.FIGURES, "s"));
    this.load =
        """
        select count(*) as objectives from objective o join objective other_goal on other_goal.cycle = o.cycle
          and other_goal.state in ('draft', 'proposed', 'active')
          and other_goal.owner_person is not distinct from o.owner_person and other_goal.owner_team is not distinct from o.owner_team
          and other_goal.owner_unit is not distinct from o.owner_unit
        where o.id = :objective and %s
        """
            .formatted(mayReadOther);
  }

  /// What the measure that feeds a key result says of it, as far as the viewer may see it.
  ///
  /// @param tense as stored: `leading`, `lagging` or nothing
  /// @param elsewhere whether it, or a part that overlaps with this one, feeds another key result
  record Measured(
      UUID keyResult,
      UUID series,
      UUID measure,
      boolean whole,
      String tense,
      boolean pays,
      boolean guarded,
      boolean elsewhere) {}

  List<Measured> measured(Viewer viewer, UUID objective) {
    return database
        .sql(facts)
        .params(viewer.parameters())
        .param("objective", objective)
        .query((row, _) ->
            new Measured(
                row.getObject("key_result", UUID.class),
                row.getObject("series", UUID.class),
                row.getObject("measure", UUID.class),
                row.getBoolean("whole"),
                row.getString("tense"),
                row.getBoolean("pays"),
                row.getBoolean("guarded"),
                row.getBoolean("elsewhere")))
        .list();
  }

  /// How many open objectives its owner has in its cycle, of those the viewer may see.
  int objectivesOfOwner(Viewer viewer, UUID objective) {
    return database
        .sql(load)
        .params(viewer.parameters())
        .param("objective", objective)
        .query((row, _) -> row.getInt("objectives"))
        .single();
  }

  /// What stands waived, whether its words still hold or not.
  List<FindingWaiver> waivers(UUID objective) {
    return database
        .sql(
            """
            select w.id, w.key_result, w.rule, w.part, w.words, w.reason, i.name, w.at
            from finding_waiver w left join identity i on i.person = w.by_person
            where w.objective = :objective and w.ended_at is null order by w.at, w.id
            """)
        .param("objective", objective)
        .query((row, _) ->
            new FindingWaiver(
                row.getObject("id", UUID.class),
                row.getObject("key_result", UUID.class),
                row.getString("rule"),
                row.getString("part"),
                row.getString("words"),
                row.getString("reason"),
                row.getString("name"),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  /// In place of one that its words have outlived.
  ///
  /// @return false where it is waived already
  boolean waive(UUID objective, FindingWaiver waiver, UUID by) {
    database
        .sql(
            """
            update finding_waiver set ended_at = :at, ended_by = :by
            where objective = :objective and key_result is not distinct from :key_result::uuid
              and rule = :rule and part = :part and words <> :words and ended_at is null
            """)
        .param("objective", objective)
        .param("key_result", waiver.keyResult())
        .param("rule", waiver.rule())
        .param("part", waiver.part())
        .param("words", waiver.words())
        .param("by", by)
        .param("at", Timestamp.from(waiver.at()))
        .update();
    return database
            .sql(
                """
                insert into finding_waiver (id, objective, key_result, rule, part, words, reason, by_person, at)
                values (:id, :objective, :key_result, :rule, :part, :words, :reason, :by, :at) on conflict do nothing
                """)
            .param("id", waiver.id())
            .param("objective", objective)
            .param("key_result", waiver.keyResult())
            .param("rule", waiver.rule())
            .param("part", waiver.part())
            .param("words", waiver.words())
            .param("reason", waiver.reason())
            .param("by", by)
            .param("at", Timestamp.from(waiver.at()))
            .update()
        == 1;
  }

  /// @return whether it stood
  boolean end(UUID objective, UUID waiver, UUID by, Instant at) {
    return database
            .sql(
                """
                update finding_waiver set ended_at = :at, ended_by = :by
                where id = :id and objective = :objective and ended_at is null
                """)
            .param("id", waiver)
            .param("objective", objective)
            .param("by", by)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }
}
