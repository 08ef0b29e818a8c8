package io.fairlead.app.goals;

import io.fairlead.app.measures.Measure;
import io.fairlead.app.measures.MeasureRules;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which measures work for which objectives, and what key results had from them.
@Component
class MeasureUseStore {
  private final JdbcClient database;
  private final JdbcTemplate batches;
  private final Ids ids;
  private final String mayRead;
  private final String mayReadMeasure;
  private final String mayReadSlice;

  MeasureUseStore(JdbcClient database, JdbcTemplate batches, Ids ids, Policy policy) {
    this.database = database;
    this.batches = batches;
    this.ids = ids;
    this.mayReadMeasure =
        policy.condition(MeasureRules.RECORD, MeasureRules.READ, MeasureRules.FIGURES, "m");
    this.mayReadSlice =
        policy.condition(MeasureRules.SLICE, MeasureRules.READ, MeasureRules.FIGURES, "s");
    this.mayRead = policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "o");
  }

  /// What works for an objective that the viewer may read, with as much of each measure as they may
  /// see; in one statement.
  List<MeasureUse> of(Viewer viewer, UUID objective) {
    return database
        .sql(
            """
            select u.id, u.objective, u.key_result, k.title, u.role, v.*
            from objective o join measure_use u on u.objective = o.id
            left join key_result k on k.id = u.key_result
            left join lateral (
              select m.id as measure, m.name, m.unit, m.decimals, coalesce(nullif(s.slice, ''), s.dimension) as slice,
                st.last_day, st.last_value, case when st.signal_day = st.last_day then st.signal_rule end as signal,
                coalesce(st.zone = 'alarm' or st.signal_day = st.last_day and case m.direction
                  when 'higher' then not st.signal_up when 'lower' then st.signal_up else true end, false) as worse,
                st.spark
              from measure m join measure_series s on s.id = u.series
              left join measure_standing st on st.series = s.id
              where m.id = u.measure and %s and %s) v on true
            where o.id = :objective and u.ended_at is null and %s
            order by k.position nulls last, u.role, u.at, u.id
            """
                .formatted(mayReadMeasure, mayReadSlice, mayRead))
        .params(viewer.parameters())
        .param("objective", objective)
        .query((row, _) -> use(row))
        .list();
  }

  private static MeasureUse use(ResultSet row) throws SQLException {
    Array spark = row.getArray("spark");
    return new MeasureUse(
        row.getObject("id", UUID.class),
        row.getObject("objective", UUID.class),
        row.getObject("key_result", UUID.class),
        row.getString("title"),
        MeasureUse.Role.find(row.getString("role")).orElseThrow(),
        row.getObject("measure", UUID.class),
        orEmpty(row.getString("name")),
        orEmpty(row.getString("unit")),
        row.getInt("decimals"),
        orEmpty(row.getString("slice")),
        row.getObject("last_day", LocalDate.class),
        row.getObject("last_value", Double.class),
        row.getString("signal"),
        row.getBoolean("worse"),
        spark == null ? List.of() : Arrays.asList((Double[]) spark.getArray()));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// @return whether it is new
  boolean insert(
      UUID id,
      UUID objective,
      @Nullable UUID keyResult,
      MeasureUse.Role role,
      Measure measure,
      UUID series,
      UUID by,
      Instant at) {
    return database
            .sql(
                """
                insert into measure_use (id, objective, key_result, role, measure, series, by_person, at)
                values (:id, :objective, :key_result, :role, :measure, :series, :by, :at) on conflict do nothing
                """)
            .param("id", id)
            .param("objective", objective)
            .param("key_result", keyResult)
            .param("role", role.code())
            .param("measure", measure.id())
            .param("series", series)
            .param("by", by)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  /// @return whether it stood
  boolean end(UUID objective, UUID use, UUID by, Instant at) {
    return database
            .sql(
                """
                update measure_use set ended_at = :at, ended_by = :by
                where id = :use and objective = :objective and ended_at is null
                """)
            .param("use", use)
            .param("objective", objective)
            .param("at", Timestamp.from(at))
            .param("by", by)
            .update()
        == 1;
  }

  /// A key result that follows a series, and the days that count for it.
  record Following(UUID keyResult, UUID series, LocalDate from, LocalDate until) {}

  /// Who follows a series, of objectives that run.
  List<Following> followers(UUID series) {
    return following("u.series = :id", series);
  }

  /// What of an objective follows a series.
  List<Following> followingOf(UUID objective) {
    return following("u.objective = :id", objective);
  }

  private List<Following> following(String condition, UUID id) {
    return database
        .sql(
            """
            select u.key_result, u.series, c.starts, c.ends from measure_use u
            join objective o on o.id = u.objective join cycle c on c.id = o.cycle
            where u.role = 'feeds' and u.ended_at is null and o.state = 'active' and %s
            order by u.key_result
            """
                .formatted(condition))
        .param("id", id)
        .query((row, _) ->
            new Following(
                row.getObject("key_result", UUID.class),
                row.getObject("series", UUID.class),
                row.getObject("starts", LocalDate.class),
                row.getObject("ends", LocalDate.class)))
        .list();
  }

  /// What the key result has for each day so far; null where it was taken back.
  Map<LocalDate, Optional<BigDecimal>> followed(UUID keyResult) {
    Map<LocalDate, Optional<BigDecimal>> followed = new HashMap<>();
    database
        .sql(
            """
            select distinct on (day) day, value from followed_value where key_result = :id
            order by day, at desc, id desc
            """)
        .param("id", keyResult)
        .query(row -> {
          followed.put(
              row.getObject("day", LocalDate.class),
              Optional.ofNullable(row.getBigDecimal("value")));
        });
    return followed;
  }

  void follow(UUID keyResult, Map<LocalDate, Optional<BigDecimal>> changes, Instant at) {
    batches.batchUpdate(
        "insert into followed_value (id, key_result, day, value, at) values (?, ?, ?, ?, ?)",
        changes.entrySet().stream()
            .map(each ->
                new Object[] {
                  ids.next(),
                  keyResult,
                  java.sql.Date.valueOf(each.getKey()),
                  each.getValue().orElse(null),
                  Timestamp.from(at)
                })
            .toList());
  }

  /// The key result of the objective, if it is one of its own.
  boolean owns(UUID objective, UUID keyResult) {
    return database
        .sql(
            "select exists (select from key_result where id = :id and objective = :objective and kind in ('increase',"
                + " 'decrease', 'band'))")
        .param("id", keyResult)
        .param("objective", objective)
        .query(Boolean.class)
        .single();
  }
}
