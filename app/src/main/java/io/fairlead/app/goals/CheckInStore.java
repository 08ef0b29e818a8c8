package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.Cycles;
import io.fairlead.app.goals.KeyResultDefinition.Milestone;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Limits;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of check-ins and of the tracks derived from them.
@Component
class CheckInStore {
  /// A key result that may be checked in on, with what its row on the page needs.
  ///
  /// @param fed whether its value follows a measure
  /// @param lastByName who checked in last, when it was not the viewer
  record Open(
      KeyResultDefinition keyResult,
      Cycle cycle,
      String objectiveTitle,
      boolean awaitsBaseline,
      @Nullable Track track,
      Set<UUID> done,
      @Nullable SaidStatus said,
      @Nullable String lastByName,
      boolean fed) {}

  /// One check-in of a key result's history, or what it had from the measure that feeds it.
  ///
  /// @param followed whether a measure said it, and nobody
  /// @param heard the day on which it came to be known here
  record Said(
      LocalDate day,
      @Nullable BigDecimal value,
      @Nullable Set<UUID> done,
      @Nullable Integer confidence,
      UUID by,
      boolean followed,
      LocalDate heard) {}

  /// All that counts of key results, as rows with the columns of `Said`. A day that a measure
  /// corrected counts as it was said last; of a measure it is the one who answers for the goal.
  private static String said(String condition) {
    return """
    select i.key_result, i.day, i.value, i.done, i.confidence, i.by_person, false as followed, i.day as heard, i.at, i.id
      from counting_check_in i where i.%1$s
    union all
    select * from (
      select distinct on (f.key_result, f.day) f.key_result, f.day, f.value, null::uuid[], null::int,
        coalesce(fk.owner, fo.accountable), true, (f.at at time zone 'UTC')::date, f.at, f.id
      from followed_value f join key_result fk on fk.id = f.key_result join objective fo on fo.id = fk.objective
      where f.%1$s order by f.key_result, f.day, f.at desc, f.id desc) latest where latest.value is not null\
    """
        .formatted(condition);
  }

  /// The columns that `definition` reads, of a key result `k`.
  static final String DEFINITION =
      """
      k.id, k.objective, k.title, k.kind, k.baseline, k.target, k.low, k.high, k.tolerance, k.unit, k.weight, k.due,
      array(select m.id from milestone m where m.key_result = k.id order by m.position) as milestone_ids,
      array(select m.name from milestone m where m.key_result = k.id order by m.position) as milestone_names,
      array(select m.weight from milestone m where m.key_result = k.id order by m.position) as milestone_weights
      """;

  /// The objectives that a person answers for, stands in at, or has a key result of: where to look
  /// for what is theirs to do, without looking through everybody's.
  static String near(String person) {
    return """
    select id from objective where accountable = %1$s
    union select id from objective where delegate = %1$s
    union select objective from key_result where owner = %1$s
    """
        .formatted(person);
  }

  private final JdbcClient database;
  private final JdbcTemplate batches;
  private final Policy policy;
  private final JsonMapper json;

  CheckInStore(JdbcClient database, JdbcTemplate batches, Policy policy, JsonMapper json) {
    this.json = json;
    this.database = database;
    this.batches = batches;
    this.policy = policy;
  }

  /// The key results whose check-in is the viewer's own task in running cycles: those they own,
  /// else those of objectives they answer for.
  List<Open> mine(Viewer viewer, LocalDate today) {
    return open(
        viewer, today, near(":viewer"), "coalesce(k.owner, o.delegate, o.accountable) = :viewer");
  }

  /// The key results of running objectives of a unit and those below it, and of the people who work
  /// there, as far as the viewer may read them.
  List<Open> ofUnit(Viewer viewer, UUID unit, LocalDate today) {
    String near =
        """
        select g.id from unit_line u join objective g on g.owner_unit = u.below where u.above = '%1$s'
        union select g.id from unit_line u join employment e on e.unit = u.below and e.during @> :today
          join objective g on g.owner_person = e.person where u.above = '%1$s'
        """
            .formatted(unit);
    return open(
        viewer, today, near, policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "o"));
  }

  private List<Open> open(Viewer viewer, LocalDate today, String near, String condition) {
    return database
        .sql(
            """
            with near as (%s)
            select %s, c.id as cycle_id, c.name, c.starts, c.ends, c.planning_from, c.planning_until, c.grading_from,
              c.grading_until, c.check_in_every_days, c.pilot, %s as said,
              case when t.last_by <> :viewer then coalesce(n.name, '') end as last_by_name,
              exists (select from measure_use f where f.key_result = k.id and f.role = 'feeds'
                and f.ended_at is null) as fed,
              o.title as objective_title, k.baseline_due is not null and k.baseline is null as awaits,
              t.days, t.progress, t.value, t.score, t.confidence, t.previous_confidence, t.last_day, t.last_by, d.done
            from near
            join objective o on o.id = near.id
            join key_result k on k.objective = o.id
            join cycle c on c.id = o.cycle
            left join key_result_track t on t.key_result = k.id
            left join identity n on n.person = t.last_by and n.person <> :viewer
            left join lateral (select i.done from counting_check_in i where i.key_result = k.id and i.done is not null
              order by i.at desc, i.id desc limit 1) d on k.kind = 'milestones'
            where o.state = 'active' and c.starts <= :today and %s
            order by o.title, o.id, k.position
            """
                .formatted(near, DEFINITION, SaidStatus.sql("key_result", "k"), condition))
        .params(viewer.parameters())
        .param("today", today)
        .query(CheckInStore::open)
        .list();
  }

  /// Has check-ins on these key results follow each other: another transaction that asks for one of
  /// them waits until this one ends. What is read afterwards is what the one before left.
  void lock(Collection<UUID> keyResults) {
    database
        .sql(
            "select count(*) from (select from key_result where id = any(:ids) order by id for no key update) locked")
        .param("ids", keyResults.toArray(UUID[]::new))
        .query(Integer.class)
        .single();
  }

  /// A key result that may be checked in on now, and all that was said of it, oldest first.
  ///
  /// @param fed whether its value follows a measure
  record Asked(KeyResultDefinition keyResult, Cycle cycle, List<Said> history, boolean fed) {}

  /// Of these key results the ones the viewer may check in on now.
  List<Asked> asked(Viewer viewer, Collection<UUID> keyResults) {
    return database
        .sql(
            """
            select %s, c.id as cycle_id, c.name, c.starts, c.ends, c.planning_from, c.planning_until, c.grading_from,
              c.grading_until, c.check_in_every_days, c.pilot,
              (select json_agg(json_build_object('day', i.day, 'value', i.value, 'done', i.done,
                  'confidence', i.confidence, 'by', i.by_person, 'followed', i.followed,
                  'heard', i.heard)
                  order by i.day, i.at, i.id)
                from (%s) i) as history,
              exists (select from measure_use f where f.key_result = k.id and f.role = 'feeds'
                and f.ended_at is null) as fed
            from key_result k
            join objective o on o.id = k.objective
            join cycle c on c.id = o.cycle
            where k.id = any(:ids) and o.state = 'active' and %s
            """
                .formatted(
                    DEFINITION,
                    said("key_result = k.id"),
                    policy.condition(CheckInRules.RECORD, CheckInRules.CHECK_IN, "value", "k")))
        .params(viewer.parameters())
        .param("ids", keyResults.toArray(UUID[]::new))
        .query((row, number) ->
            new Asked(
                definition(row, number),
                Cycles.cycle(row, "cycle_id"),
                history(row.getString("history")),
                row.getBoolean("fed")))
        .list();
  }

  private List<Said> history(@Nullable String document) {
    return document == null ? List.of() : List.of(json.readValue(document, Said[].class));
  }

  /// A key result with its track, its cycle and its newest check-in.
  record Tracked(
      KeyResultDefinition keyResult, Track track, Cycle cycle, Optional<Newest> newest) {}

  /// The newest check-in that counts.
  record Newest(UUID id, UUID by, Instant at) {
    /// Whether the person may still take it back.
    boolean isStillOf(UUID person, Instant now) {
      return by.equals(person) && at.plus(Limits.UNDO).isAfter(now);
    }
  }

  /// How key results stand that the caller has just been allowed to change.
  List<Tracked> tracked(Collection<UUID> keyResults) {
    return database
        .sql(
            """
            select %s, t.days, t.progress, t.value, t.score, t.confidence, t.previous_confidence, t.last_day, t.last_by,
              c.id as cycle_id, c.name, c.starts, c.ends, c.planning_from, c.planning_until, c.grading_from,
              c.grading_until, c.check_in_every_days, c.pilot, n.id as newest_id, n.by_person as newest_by, n.at as newest_at
            from key_result k
            join objective o on o.id = k.objective
            join cycle c on c.id = o.cycle
            join key_result_track t on t.key_result = k.id
            left join lateral (select i.id, i.by_person, i.at from counting_check_in i where i.key_result = k.id
              order by i.at desc, i.id desc limit 1) n on true
            where k.id = any(:ids)
            """
                .formatted(DEFINITION))
        .param("ids", keyResults.toArray(UUID[]::new))
        .query((row, number) ->
            new Tracked(
                definition(row, number),
                Objects.requireNonNull(track(row)),
                Cycles.cycle(row, "cycle_id"),
                row.getObject("newest_id") == null ? Optional.empty() : Optional.of(newest(row))))
        .list();
  }

  private static Newest newest(ResultSet row) throws SQLException {
    return new Newest(
        row.getObject("newest_id", UUID.class),
        row.getObject("newest_by", UUID.class),
        row.getTimestamp("newest_at").toInstant());
  }

  /// The newest check-in of a key result that counts.
  Optional<Newest> newest(UUID keyResult) {
    return database
        .sql(
            """
            select i.id as newest_id, i.by_person as newest_by, i.at as newest_at from counting_check_in i
            where i.key_result = :id order by i.at desc, i.id desc limit 1
            """)
        .param("id", keyResult)
        .query((row, number) -> newest(row))
        .optional();
  }

  /// Adds that a check-in was taken back.
  void takeBack(UUID id, UUID keyResult, UUID checkIn, UUID by, Instant at, LocalDate day) {
    database
        .sql(
            """
            insert into check_in (id, key_result, takes_back, by_person, at, day)
            values (:id, :key_result, :check_in, :by, :at, :day)
            """)
        .param("id", id)
        .param("key_result", keyResult)
        .param("check_in", checkIn)
        .param("by", by)
        .param("at", Timestamp.from(at))
        .param("day", day)
        .update();
  }

  /// Nothing that counts was said of these.
  void forgetTracks(Collection<UUID> keyResults) {
    database
        .sql("delete from key_result_track where key_result = any(:ids)")
        .param("ids", keyResults.toArray(UUID[]::new))
        .update();
  }

  /// A check-in, and the track that its key result has with it.
  record Written(UUID id, CheckIn checkIn, KeyResultDefinition keyResult, Track track) {}

  /// Appends check-ins, keeps the tracks that come of them, and has the roll-ups above computed
  /// again: all in one statement.
  void write(List<Written> written, UUID by, Instant at, LocalDate day) {
    database
        .sql(
            """
            with said as (
              select * from json_to_recordset(cast(:said as json)) as s (
                id uuid, key_result uuid, objective uuid, said numeric, done uuid[], said_confidence int, note text,
                no_change boolean, days date[], progress float8[], value numeric, score float8, confidence int,
                previous_confidence int)),
            appended as (
              insert into check_in (id, key_result, value, done, confidence, note, no_change, by_person, at, day)
              select id, key_result, said, done, said_confidence, note, no_change, :by, :at, :day from said),
            due as (
              insert into rollup_due (objective) select distinct objective from said)
            insert into key_result_track (key_result, objective, days, progress, value, score, confidence,
              previous_confidence, last_day, last_by, as_of)
            select key_result, objective, days, progress, value, score, confidence, previous_confidence, :day, :by, :at
            from said
            on conflict (key_result) do update set days = excluded.days, progress = excluded.progress,
              value = excluded.value, score = excluded.score, confidence = excluded.confidence,
              previous_confidence = excluded.previous_confidence, last_day = excluded.last_day,
              last_by = excluded.last_by, as_of = excluded.as_of
            """)
        .param(
            "said", json.writeValueAsString(written.stream().map(CheckInStore::columns).toList()))
        .param("by", by)
        .param("at", Timestamp.from(at))
        .param("day", Date.valueOf(day))
        .update();
  }

  private static Map<String, @Nullable Object> columns(Written written) {
    CheckIn said = written.checkIn();
    Track track = written.track();
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("id", written.id());
    columns.put("key_result", said.keyResult());
    columns.put("objective", written.keyResult().objective());
    columns.put("said", said.value());
    columns.put("done", said.doneOf(written.keyResult()));
    columns.put("said_confidence", said.confidence());
    columns.put("note", said.note());
    columns.put("no_change", said.noChange());
    columns.put("days", track.points().stream().map(Track.Point::day).toList());
    columns.put("progress", track.points().stream().map(Track.Point::progress).toList());
    columns.put("value", track.value());
    columns.put("score", track.score());
    columns.put("confidence", track.confidence());
    columns.put("previous_confidence", track.previousConfidence());
    return columns;
  }

  /// The definitions of key results, for recomputing their tracks.
  List<KeyResultDefinition> definitions(Collection<UUID> keyResults) {
    return database
        .sql(
            "select %s from key_result k where k.id = any(:ids) order by k.id"
                .formatted(DEFINITION))
        .param("ids", keyResults.toArray(UUID[]::new))
        .query(CheckInStore::definition)
        .list();
  }

  /// Where key results had come to.
  record Reached(
      UUID keyResult, @Nullable BigDecimal value, @Nullable Double score, Set<UUID> done) {}

  List<Reached> reached(Collection<UUID> keyResults) {
    return database
        .sql(
            """
            select t.key_result, t.value, t.score,
              (select i.done from counting_check_in i where i.key_result = t.key_result and i.done is not null
                order by i.at desc, i.id desc limit 1) as done
            from key_result_track t where t.key_result = any(:ids)
            """)
        .param("ids", keyResults.toArray(UUID[]::new))
        .query((row, number) ->
            new Reached(
                row.getObject("key_result", UUID.class),
                row.getBigDecimal("value"),
                row.getObject("score", Double.class),
                uuids(row.getArray("done"))))
        .list();
  }

  /// All check-ins of the key results, oldest first.
  Map<UUID, List<Said>> history(Collection<UUID> keyResults) {
    Map<UUID, List<Said>> history = new LinkedHashMap<>();
    database
        .sql(
            """
            select * from (%s) s order by s.key_result, s.day, s.at, s.id
            """
                .formatted(said("key_result = any(:ids)")))
        .param("ids", keyResults.toArray(UUID[]::new))
        .query(row -> {
          history
              .computeIfAbsent(row.getObject("key_result", UUID.class), id -> new ArrayList<>())
              .add(
                  new Said(
                      row.getObject("day", LocalDate.class),
                      row.getBigDecimal("value"),
                      row.getArray("done") == null ? null : uuids(row.getArray("done")),
                      row.getObject("confidence", Integer.class),
                      row.getObject("by_person", UUID.class),
                      row.getBoolean("followed"),
                      row.getObject("heard", LocalDate.class)));
        });
    return history;
  }

  void keepTracks(Map<KeyResultDefinition, Track> tracks, Instant asOf) {
    List<Object[]> rows = new ArrayList<>();
    tracks.forEach((keyResult, track) ->
        rows.add(
            new Object[] {
              keyResult.id(),
              keyResult.objective(),
              track.points().stream().map(point -> Date.valueOf(point.day())).toArray(Date[]::new),
              track.points().stream().map(Track.Point::progress).toArray(Double[]::new),
              track.value(),
              track.score(),
              track.confidence(),
              track.previousConfidence(),
              Date.valueOf(track.lastDay()),
              track.lastBy(),
              Timestamp.from(asOf)
            }));
    batches.batchUpdate(
        """
        insert into key_result_track (key_result, objective, days, progress, value, score, confidence,
          previous_confidence, last_day, last_by, as_of)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (key_result) do update set days = excluded.days, progress = excluded.progress,
          value = excluded.value, score = excluded.score, confidence = excluded.confidence,
          previous_confidence = excluded.previous_confidence, last_day = excluded.last_day,
          last_by = excluded.last_by, as_of = excluded.as_of
        """,
        rows);
  }

  static KeyResultDefinition definition(ResultSet row, int number) throws SQLException {
    UUID[] ids = (UUID[]) row.getArray("milestone_ids").getArray();
    String[] names = (String[]) row.getArray("milestone_names").getArray();
    BigDecimal[] weights = (BigDecimal[]) row.getArray("milestone_weights").getArray();
    List<Milestone> milestones = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      milestones.add(new Milestone(ids[i], names[i], weights[i]));
    }
    return new KeyResultDefinition(
        row.getObject("id", UUID.class),
        row.getObject("objective", UUID.class),
        row.getString("title"),
        KeyResultKind.of(row.getString("kind")),
        row.getBigDecimal("baseline"),
        row.getBigDecimal("target"),
        row.getBigDecimal("low"),
        row.getBigDecimal("high"),
        row.getBigDecimal("tolerance"),
        row.getString("unit"),
        row.getBigDecimal("weight"),
        row.getObject("due", LocalDate.class),
        milestones);
  }

  private static Open open(ResultSet row, int number) throws SQLException {
    return new Open(
        definition(row, number),
        Cycles.cycle(row, "cycle_id"),
        row.getString("objective_title"),
        row.getBoolean("awaits"),
        track(row),
        uuids(row.getArray("done")),
        SaidStatus.read(row, "said"),
        row.getString("last_by_name"),
        row.getBoolean("fed"));
  }

  /// The track in a row that has the columns of `key_result_track`; null where there is none.
  static @Nullable Track track(ResultSet row) throws SQLException {
    UUID lastBy = row.getObject("last_by", UUID.class);
    if (lastBy == null) {
      return null;
    }
    Date[] days = (Date[]) row.getArray("days").getArray();
    Double[] progress = (Double[]) row.getArray("progress").getArray();
    List<Track.Point> points = new ArrayList<>();
    for (int i = 0; i < days.length; i++) {
      points.add(new Track.Point(days[i].toLocalDate(), progress[i]));
    }
    return new Track(
        points,
        row.getBigDecimal("value"),
        row.getObject("score", Double.class),
        row.getObject("confidence", Integer.class),
        row.getObject("previous_confidence", Integer.class),
        row.getObject("last_day", LocalDate.class),
        lastBy);
  }

  private static Set<UUID> uuids(@Nullable Array array) throws SQLException {
    return array == null ? Set.of() : Set.copyOf(Arrays.asList((UUID[]) array.getArray()));
  }
}
