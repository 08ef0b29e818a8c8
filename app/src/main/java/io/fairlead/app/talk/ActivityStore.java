package io.fairlead.app.talk;

import io.fairlead.app.goals.GoalRules;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What happened, newest first, in one statement: each table gives as many rows as are shown, in
/// the order of an index, and of all these the newest are taken. The viewer sees what happened to
/// objectives that they may read.
@Repository
class ActivityStore {
  private static final String BEFORE = "(%1$s.at, %1$s.id) < (:at, :cursor)";
  private static final String NEWEST = " order by %1$s.at desc, %1$s.id desc limit :limit";

  /// One table of what happens.
  ///
  /// @param from of the table, as `x`, where the rows of an objective are looked up
  /// @param objective the column of the objective
  /// @param columns code, part, value, no_change, body, other
  /// @param only which rows count
  private record Source(
      Entry.Kind kind, String table, String objective, String columns, String only) {}

  private static final Source STATE =
      new Source(
          Entry.Kind.STATE,
          "objective_state",
          "objective",
          "x.state as code, null::uuid as key_result, null::text as part, null::numeric as value, false as no_change,"
              + " x.reason as body, null::uuid as other",
          "x.state not in ('draft', 'graded')");
  private static final Source STATUS =
      new Source(
          Entry.Kind.STATUS,
          "status_override",
          "objective",
          "x.status, null::uuid, null::text, null::numeric, false, x.reason, null::uuid",
          "x.objective is not null");
  private static final Source CHECK_IN =
      new Source(
          Entry.Kind.CHECK_IN,
          "check_in",
          "key_result",
          "null::text, x.key_result, null::text, x.value, x.no_change, x.note, null::uuid",
          "x.takes_back is null and not exists (select from check_in b where b.takes_back = x.id)");
  private static final Source GRADE =
      new Source(
          Entry.Kind.GRADE,
          "grade",
          "objective",
          "null::text, null::uuid, null::text, x.score::numeric, x.provisional, '', null::uuid",
          "x.key_result is null and not exists (select from grade_taken_back b where b.objective = x.objective and"
              + " b.graded_at = x.at)");
  private static final Source COMMENT =
      new Source(
          Entry.Kind.COMMENT,
          "comment",
          "objective",
          "null::text, null::uuid, null::text, null::numeric, false, '', null::uuid",
          "x.withdrawn_at is null and x.hidden_at is null");
  private static final Source ALIGNMENT =
      new Source(
          Entry.Kind.ALIGNMENT,
          "alignment_move",
          "child",
          "x.move, null::uuid, null::text, x.share, false, '', x.parent",
          "x.move in ('agreed', 'ended')");
  private static final Source BELOW =
      new Source(
          Entry.Kind.BELOW,
          "alignment_move",
          "parent",
          "x.move, null::uuid, null::text, x.share, false, '', x.child",
          "x.move in ('agreed', 'ended') and exists (select 1 from objective o where o.id = x.child and {reads})");
  private static final Source LINK =
      new Source(
          Entry.Kind.LINK,
          "goal_link",
          "objective",
          "null::text, null::uuid, x.title, null::numeric, false, x.address, null::uuid",
          "x.removed_at is null");

  private static final List<Source> OF_ALL =
      List.of(STATE, STATUS, CHECK_IN, GRADE, COMMENT, ALIGNMENT, LINK);

  private final JdbcClient database;
  private final JsonMapper json;
  private final String reads;
  private final String readsOther;

  ActivityStore(JdbcClient database, JsonMapper json, Policy policy) {
    this.database = database;
    this.json = json;
    this.reads = policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "o");
    this.readsOther = policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "p");
  }

  List<Entry> ofOne(Viewer viewer, UUID objective, Cursor before, int limit) {
    return ofSome("o.id = :scope", viewer, objective, before, limit);
  }

  /// What the team owns, and what those own who are in it today.
  List<Entry> ofTeam(Viewer viewer, UUID team, Cursor before, int limit) {
    return ofSome(
        """
        o.id in (select t.id from objective t where t.owner_team = :scope
          union select t.id from membership m join objective t on t.owner_person = m.person
          where m.team = :scope and m.during @> :today)\
        """,
        viewer,
        team,
        before,
        limit);
  }

  private List<Entry> ofSome(String scope, Viewer viewer, UUID of, Cursor before, int limit) {
    String found =
        Stream.concat(OF_ALL.stream(), Stream.of(BELOW))
            .map(source -> "(" + ofOurs(source) + ")")
            .collect(Collectors.joining("\nunion all\n"));
    return read(
        "with ours as materialized (select o.id from objective o where "
            + scope
            + " and "
            + reads
            + "), found as (select f.* from ("
            + found
            + ") f"
            + NEWEST.formatted("f")
            + ")",
        viewer,
        of,
        before,
        limit);
  }

  List<Entry> ofAll(Viewer viewer, Cursor before, int limit) {
    String found =
        OF_ALL.stream()
            .map(source -> "(" + ofEverybody(source) + ")")
            .collect(Collectors.joining("\nunion all\n"));
    return read(
        "with found as (select f.* from (" + found + ") f" + NEWEST.formatted("f") + ")",
        viewer,
        new UUID(0, 0),
        before,
        limit);
  }

  private String ofOurs(Source source) {
    boolean ofPart = source.objective().equals("key_result");
    return "select y.* from ours u "
        + (ofPart ? "join key_result k on k.objective = u.id " : "")
        + "cross join lateral (select "
        + columns(source, "u.id")
        + " from "
        + source.table()
        + " x where x."
        + source.objective()
        + (ofPart ? " = k.id and " : " = u.id and ")
        + only(source)
        + " and "
        + BEFORE.formatted("x")
        + NEWEST.formatted("x")
        + ") y"
        + (ofPart ? NEWEST.formatted("y") : "");
  }

  private String ofEverybody(Source source) {
    boolean ofPart = source.objective().equals("key_result");
    return "select "
        + columns(source, "o.id")
        + " from "
        + source.table()
        + " x "
        + (ofPart
            ? "join key_result k on k.id = x.key_result join objective o on o.id = k.objective"
            : "join objective o on o.id = x." + source.objective())
        + " where "
        + only(source)
        + " and "
        + BEFORE.formatted("x")
        + " and "
        + reads
        + NEWEST.formatted("x");
  }

  private String only(Source source) {
    return source.only().replace("{reads}", reads);
  }

  private static String columns(Source source, String objective) {
    return "'"
        + source.kind().name()
        + "' as kind, x.id, x.at, x.by_person, "
        + objective
        + " as objective, "
        + source.columns();
  }

  private List<Entry> read(String with, Viewer viewer, UUID scope, Cursor before, int limit) {
    return database
        .sql(
            with
                + """
                 select f.kind, f.id, f.at, f.by_person, i.name as by_name, f.objective, o.title, f.code,
                  coalesce(f.part, k.title) as part, k.kind as part_kind, f.value, coalesce(k.unit, '') as unit, f.no_change,
                  case when f.kind = 'COMMENT' then w.body else f.body end as body, p.id as other, p.title as other_title,
                  case when f.kind = 'COMMENT' then (select json_object_agg(m.person, mi.name) from comment_mention m
                    join identity mi on mi.person = m.person where m.comment = f.id) end as names,
                  case when f.kind = 'CHECK_IN' then (select count(*) from comment n where n.check_in = f.id
                    and n.withdrawn_at is null and n.hidden_at is null) else 0 end as comments
                from found f
                join objective o on o.id = f.objective
                left join key_result k on k.id = f.key_result
                left join comment c on f.kind = 'COMMENT' and c.id = f.id
                left join comment_wording w on w.comment = c.id and w.number = c.wording
                left join identity i on i.person = f.by_person
                left join objective p on p.id = f.other and %s
                order by f.at desc, f.id desc
                """
                    .formatted(readsOther))
        .params(viewer.parameters())
        .param("scope", scope)
        .param("at", Timestamp.from(before.at()))
        .param("cursor", before.id())
        .param("limit", limit)
        .query(this::entry)
        .list();
  }

  private Entry entry(ResultSet row, int number) throws SQLException {
    String body = row.getString("body");
    return new Entry(
        Entry.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getObject("id", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getObject("by_person", UUID.class),
        row.getString("by_name"),
        row.getObject("objective", UUID.class),
        row.getString("title"),
        row.getString("code"),
        row.getString("part"),
        row.getString("part_kind"),
        row.getBigDecimal("value"),
        row.getString("unit"),
        row.getBoolean("no_change"),
        body == null ? "" : body,
        names(row.getString("names")),
        row.getObject("other", UUID.class),
        row.getString("other_title"),
        row.getInt("comments"));
  }

  private Map<UUID, String> names(@Nullable String text) {
    return CommentStore.names(json, text);
  }
}
