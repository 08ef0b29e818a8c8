package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.methods.goals.ObjectiveKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What lists and the tree read. Every statement carries the condition under which the viewer may
/// see an objective, and reads as many rows as are shown: the indexes are in the order of the
/// lists.
@Repository
class GoalViewStore {
  private static final String ORDER = " order by o.level, lower(o.title), o.id limit :limit ";

  /// How many objectives are looked at for a page of the tree.
  private static final int MOST_THAT_MAY_HEAD = 1000;

  /// As many as are put in order when words are sought on a page. Who is shown fifty of more than
  /// these wants another word, not the first fifty of all.
  static final int MOST_IN_ORDER = 5000;

  private static final String HAS_WORDS =
      "to_tsvector('simple', o.title) @@ to_tsquery('simple', :words)";

  private static final String SCOPED = "scoped s join objective o on o.id = s.id where ";

  private static final String KEYS = " o.id, o.level, lower(o.title) as sort ";

  private final JdbcClient database;
  private final Policy policy;
  private final JsonMapper json;
  private final Map<String, String> conditions = new ConcurrentHashMap<>();

  GoalViewStore(JdbcClient database, Policy policy, JsonMapper json) {
    this.json = json;
    this.database = database;
    this.policy = policy;
  }

  /// The condition under which the viewer sees the objective of this alias.
  String visible(String alias) {
    return conditions.computeIfAbsent(
        alias, each -> policy.condition("objective", "read", "goal", each));
  }

  /// A page, and what stands below the open objectives of a tree, at most a page each.
  ///
  /// @param readTo where reading stopped before the page was full; null if it read all it had to
  /// @param some whether more have the words than were looked at
  record Read(
      List<ObjectiveRow> page,
      Map<UUID, List<ObjectiveRow>> below,
      GoalQuery.@Nullable Cursor readTo,
      boolean some) {}

  /// One page: what heads the tree, or what matches; with what stands below `open`.
  ///
  /// @param most of how many that have the words the page is taken
  Read page(
      Viewer viewer,
      LocalDate today,
      GoalQuery query,
      Collection<UUID> open,
      Map<UUID, Cycle> cycles,
      int limit,
      int most) {
    String sought = sought(query, most);
    String source = query.isTree() ? heads(query) : matching(query);
    StatementSpec statement =
        database
            .sql(
                limited(
                    limit,
                    scoped(query)
                        + sought
                        + " found as ("
                        + source
                        + "), page as (select found.*, 'page' as part from found "
                        + (open.isEmpty() ? "" : alsoBelow())
                        + (query.isTree() && query.scope() == GoalQuery.Scope.ALL
                            ? readTo(query)
                            : "")
                        + ")"
                        + COLUMNS.formatted(visible("below"))
                        + ", page.part, "
                        + (sought.isEmpty()
                            ? "false"
                            : "(select count(*) >= " + most + " from sought)")
                        + " as some "
                        + FROM
                        + (query.isTree()
                            ? " order by page.level, page.sort, page.id"
                            : ordered(query))))
            .params(viewer.parameters())
            .param("parents", open.toArray(UUID[]::new))
            .param("cycle", query.cycle())
            .param("today", today)
            .param("words", words(query.search()))
            .param("kind", query.kind() == null ? null : query.kind().code())
            .param("state", query.state() == null ? null : query.state().code());
    List<ObjectiveRow> page = new ArrayList<>();
    Map<UUID, List<ObjectiveRow>> below = new LinkedHashMap<>();
    List<GoalQuery.Cursor> readTo = new ArrayList<>();
    AtomicBoolean some = new AtomicBoolean();
    from(statement, query.after())
        .query(row -> {
          ObjectiveRow found = objective(row, cycles);
          some.set(row.getBoolean("some"));
          switch (row.getString("part")) {
            case "page" -> page.add(found);
            case "below" ->
                below.computeIfAbsent(found.parentOrSelf(), _ -> new ArrayList<>()).add(found);
            default -> readTo.add(found.cursor());
          }
        });
    return new Read(page, below, readTo.isEmpty() ? null : readTo.getFirst(), some.get());
  }

  private String alsoBelow() {
    return """
    union all
    select below.*, 'below' from unnest(:parents) as node(id) cross join lateral (
      select %s from objective o
      where o.tree_parent = node.id and o.state <> 'dropped' and %s %s) below
    """
        .formatted(KEYS, visible("o"), ORDER);
  }

  /// The limit stands in the statement itself, so that a plan made for any parameters knows that
  /// few rows are wanted.
  private static String limited(int limit, String sql) {
    return sql.replace(":limit", Integer.toString(limit));
  }

  private static StatementSpec from(StatementSpec statement, GoalQuery.@Nullable Cursor after) {
    return after == null
        ? statement
        : statement
            .param("after_level", after.level())
            .param("after_title", after.title())
            .param("after_id", after.id());
  }

  private static String after(GoalQuery.@Nullable Cursor after) {
    return after == null
        ? ""
        : " and (o.level, lower(o.title), o.id) > (:after_level, :after_title, :after_id) ";
  }

  /// The objectives that no visible one stands above, in the cycle or in the scope.
  private String heads(GoalQuery query) {
    if (query.scope() != GoalQuery.Scope.ALL) {
      return "select"
          + KEYS
          + " from scoped s join objective o on o.id = s.id where o.state <> 'dropped' and "
          + visible("o")
          + " and not exists (select 1 from scoped t join objective p on p.id = t.id"
          + " where p.id = o.tree_parent and p.state <> 'dropped' and "
          + visible("p")
          + ")"
          + after(query.after())
          + ORDER;
    }
    return """
    select may.id, may.level, may.sort from (%1$s limit %2$d) may
    where may.tree_top or not exists (
      select 1 from objective p where p.id = may.tree_parent and p.state <> 'dropped' and %3$s)
    order by may.level, may.sort, may.id limit :limit
    """
        .formatted(mayHead(query), MOST_THAT_MAY_HEAD, visible("p"));
  }

  /// The visible objectives, in their order, that head the tree or hang below one that not
  /// everybody sees.
  private String mayHead(GoalQuery query) {
    return "select"
        + KEYS
        + ", o.tree_top, o.tree_parent from objective o where o.cycle = :cycle"
        + " and (o.tree_top or o.tree_loose) and o.state <> 'dropped' and "
        + visible("o")
        + after(query.after())
        + " order by o.level, lower(o.title), o.id";
  }

  /// For somebody who sees nearly everything, few of those that may head the tree do. Such a page
  /// ends before it is full, so that it costs no more than others; this is where.
  private String readTo(GoalQuery query) {
    return """
    union all (
      select may.id, may.level, may.sort, 'read to' from (%s offset %d limit 1) may
      where (select count(*) from found) < :limit)
    """
        .formatted(mayHead(query), MOST_THAT_MAY_HEAD - 1);
  }

  private String matching(GoalQuery query) {
    boolean all = query.scope() == GoalQuery.Scope.ALL;
    if (words(query.search()).isEmpty()) {
      return matching(query, all ? "objective o where o.cycle = :cycle" : SCOPED + "true");
    }
    if (!all) {
      return matching(query, SCOPED + HAS_WORDS);
    }
    return matching(query, "sought join objective o on o.id = sought.id where true");
  }

  /// The ids in the cycle that have the words, where they are sought in all of it.
  ///
  /// @param most how many are looked at
  private static String sought(GoalQuery query, int most) {
    if (query.scope() != GoalQuery.Scope.ALL || words(query.search()).isEmpty()) {
      return "";
    }
    return "sought as materialized (select o.id from objective o where %s and o.cycle = :cycle limit %d), "
        .formatted(HAS_WORDS, most);
  }

  private String matching(GoalQuery query, String from) {
    return "select"
        + KEYS
        + " from "
        + from
        + (query.state() == null ? " and o.state <> 'dropped'" : " and o.state = :state")
        + (query.kind() == null ? "" : " and o.kind = :kind")
        + " and "
        + visible("o")
        + listedAfter(query)
        + " order by "
        + listed(query)
        + " limit :limit ";
  }

  /// The order of a list over `objective o`, and over a page of it.
  private static String listed(GoalQuery query) {
    return switch (query.order()) {
      case LEVEL -> "o.level, lower(o.title), o.id";
      case TITLE -> "lower(o.title), o.id";
      case TITLE_DOWN -> "lower(o.title) desc, o.id desc";
    };
  }

  private static String ordered(GoalQuery query) {
    return switch (query.order()) {
      case LEVEL -> " order by page.level, page.sort, page.id";
      case TITLE -> " order by page.sort, page.id";
      case TITLE_DOWN -> " order by page.sort desc, page.id desc";
    };
  }

  private static String listedAfter(GoalQuery query) {
    if (query.after() == null) {
      return "";
    }
    return switch (query.order()) {
      case LEVEL -> after(query.after());
      case TITLE -> " and (lower(o.title), o.id) > (:after_title, :after_id) ";
      case TITLE_DOWN -> " and (lower(o.title), o.id) < (:after_title, :after_id) ";
    };
  }

  /// The scope as a set of ids, gathered from what belongs to the viewer, never from all.
  private static String scoped(GoalQuery query) {
    return switch (query.scope()) {
      case ALL -> "with ";
      case MINE ->
          """
          with mine as (
            select id from objective where owner_person = :viewer and cycle = :cycle
            union select id from objective where accountable = :viewer and cycle = :cycle
            union select id from objective where delegate = :viewer and cycle = :cycle
            union select objective from key_result where owner = :viewer),
          scoped as (select m.id from mine m join objective o on o.id = m.id where o.cycle = :cycle),
          """;
      case TEAM ->
          """
          with folk as (
            select below as person from line_of where above = :viewer and depth <= 1
            union select near.below from line_of mine join line_of near on near.above = mine.above and near.depth <= 1
            where mine.below = :viewer and mine.depth = 1
              and not exists (select 1 from line_of where above = :viewer and depth = 1)),
          scoped as (
            select o.id from objective o join folk f on o.owner_person = f.person where o.cycle = :cycle
            union select o.id from objective o where o.cycle = :cycle and o.owner_team in (
              select team from membership where person = :viewer and during @> :today
              union select id from team where lead = :viewer)
            union select o.id from objective o where o.cycle = :cycle and o.owner_unit in (
              select unit from employment where person = :viewer and during @> :today)),
          """;
    };
  }

  /// Each word as a beginning: `util sav` finds "Utilities renew on water saved".
  static String words(String search) {
    return Stream.of(search.strip().split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isBlank())
        .limit(10)
        .map(word -> word + ":*")
        .collect(Collectors.joining(" & "));
  }

  /// What stands directly below these, at most `limit` each, in the order of the tree.
  ///
  /// @param after where the page before ended, when one parent is read on
  Map<UUID, List<ObjectiveRow>> below(
      Viewer viewer,
      Collection<UUID> parents,
      GoalQuery.@Nullable Cursor after,
      Map<UUID, Cycle> cycles,
      int limit) {
    if (parents.isEmpty()) {
      return Map.of();
    }
    var byParent = new LinkedHashMap<UUID, List<ObjectiveRow>>();
    StatementSpec statement =
        database
            .sql(
                limited(
                    limit,
                    """
                    with page as (
                      select below.* from unnest(:parents) as node(id) cross join lateral (
                        select %s from objective o
                        where o.tree_parent = node.id and o.state <> 'dropped' and %s %s %s) below)
                    """
                            .formatted(KEYS, visible("o"), after(after), ORDER)
                        + ROWS.formatted(visible("below"))))
            .params(viewer.parameters())
            .param("parents", parents.toArray(UUID[]::new));
    from(statement, after)
        .query((row, number) -> objective(row, cycles))
        .list()
        .forEach(
            row -> byParent.computeIfAbsent(row.parentOrSelf(), _ -> new ArrayList<>()).add(row));
    return byParent;
  }

  /// These objectives, those of them the viewer may see.
  List<ObjectiveRow> objectives(Viewer viewer, Collection<UUID> ids, Map<UUID, Cycle> cycles) {
    return database
        .sql(
            "with page as (select"
                + KEYS
                + "from objective o where o.id = any(:ids) and "
                + visible("o")
                + ")"
                + ROWS.formatted(visible("below")))
        .params(viewer.parameters())
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, number) -> objective(row, cycles))
        .list();
  }

  private static final String COLUMNS =
      """
      select o.id, o.title, page.sort, page.level as step, o.kind, o.state, o.visibility, o.level, o.owner_person, o.cycle, o.tree_parent,
        coalesce(i.name, t.name, u.name, case when o.owner_person is not null then '' end) as owner, r.own_score,
        (select count(*) from alignment a where a.child = o.id and a.state = 'agreed' and not a.is_primary) as further,
        exists (select 1 from objective below where below.tree_parent = o.id and below.state <> 'dropped' and %s)
          as has_children,
      """
          + SaidStatus.sql("objective", "o")
          + " as said\n";
  private static final String FROM =
      """
      from page join objective o on o.id = page.id
      left join identity i on i.person = o.owner_person
      left join team t on t.id = o.owner_team
      left join unit u on u.id = o.owner_unit
      left join rollup r on r.objective = o.id
      """;
  private static final String ROWS = COLUMNS + FROM + " order by page.level, page.sort, page.id";

  /// What stands within two steps of the focus, nearest first.
  ///
  /// @param focus the objectives to begin from; empty for the viewer's own, or what heads the tree
  ///
  /// @param begun filled with where it began
  List<ObjectiveRow> around(
      Viewer viewer,
      LocalDate today,
      GoalQuery query,
      Collection<UUID> focus,
      Map<UUID, Cycle> cycles,
      int limit,
      Set<UUID> begun) {
    String begin =
        focus.isEmpty() ? matching(query.first()) : GoalMapSql.NAMED.formatted(KEYS, visible("o"));
    return database
        .sql(
            limited(
                focus.isEmpty() ? GoalMapSql.MOST_FOCUSED : GoalMap.MOST,
                (focus.isEmpty()
                        ? scoped(query).replaceFirst("^with ", "with recursive ")
                        : "with recursive ")
                    + GoalMapSql.AROUND.formatted(begin, visible("o"))
                    + ROWS.formatted(visible("below"))))
        .params(viewer.parameters())
        .param("cycle", query.cycle())
        .param("today", today)
        .param("most", limit)
        .param("focus", focus.toArray(UUID[]::new))
        .param("words", "")
        .param("kind", null)
        .param("state", null)
        .query((row, number) -> {
          if (row.getInt("step") == 0) {
            begun.add(row.getObject("id", UUID.class));
          }
          return objective(row, cycles);
        })
        .list();
  }

  /// The objectives of a scope in several cycles.
  List<ObjectiveRow> over(
      Viewer viewer,
      LocalDate today,
      GoalQuery query,
      Collection<UUID> over,
      Map<UUID, Cycle> cycles,
      int limit) {
    String several = scoped(query).replace("cycle = :cycle", "cycle = any(:over)");
    String found = matching(query.first()).replace("cycle = :cycle", "cycle = any(:over)");
    return database
        .sql(
            limited(limit, several + " page as (" + found + ")" + ROWS.formatted(visible("below"))))
        .params(viewer.parameters())
        .param("over", over.toArray(UUID[]::new))
        .param("today", today)
        .query((row, number) -> objective(row, cycles))
        .list();
  }

  /// The agreed contributions of these, and how many they have to what is visible but not among
  /// them.
  List<GoalMapSql.Link> links(Viewer viewer, Collection<UUID> shown) {
    return database
        .sql(GoalMapSql.LINKS.formatted(visible("o"), GoalMapSql.MOST_COUNTED))
        .params(viewer.parameters())
        .param("shown", shown.toArray(UUID[]::new))
        .query(GoalMapSql::link)
        .list();
  }

  /// The lines of the goals file for what a query finds, in the order of lists.
  ///
  /// @param everyCycle whether the cycle of the query does not matter
  List<GoalLine> lines(
      Viewer viewer, LocalDate today, GoalQuery query, boolean everyCycle, int limit) {
    String found =
        everyCycle
            ? "with page as (select" + KEYS + "from objective o where " + visible("o") + ORDER + ")"
            : scoped(query)
                + sought(query, Integer.MAX_VALUE)
                + " page as ("
                + matching(query.first())
                + ")";
    return database
        .sql(
            limited(
                limit,
                found + GoalFileSql.LINES.formatted(visible("p"), condition("read", "confidence"))))
        .params(viewer.parameters())
        .param("cycle", query.cycle())
        .param("today", today)
        .param("words", words(query.search()))
        .param("kind", query.kind() == null ? null : query.kind().code())
        .param("state", query.state() == null ? null : query.state().code())
        .query((row, number) -> GoalFileSql.line(row, json))
        .list();
  }

  /// One objective with what its drawer shows, and that the viewer has opened it.
  Optional<ObjectiveDetail> detail(Viewer viewer, UUID id, Instant now, Map<UUID, Cycle> cycles) {
    return database
        .sql(
            "with page as (select"
                + KEYS
                + "from objective o where o.id = :id and "
                + visible("o")
                + "), opened as (insert into objective_opened (objective, person, at)"
                + " select id, :viewer, :now from page on conflict do nothing) "
                + COLUMNS.formatted(visible("below"))
                + ObjectiveDetail.SQL.formatted(
                    visible("p"),
                    condition("read", "negotiation"),
                    visible("c"),
                    condition("change", "goal"),
                    "exists (select 1 from key_result k where k.objective = o.id and "
                        + policy.condition("key-result", "check-in", "value", "k")
                        + ")",
                    condition("grade", "goal"),
                    condition("reassign", "goal"))
                + FROM)
        .params(viewer.parameters())
        .param("id", id)
        .param("now", Timestamp.from(now))
        .query((row, number) -> detail(row, cycles))
        .optional();
  }

  private ObjectiveDetail detail(ResultSet row, Map<UUID, Cycle> cycles) throws SQLException {
    return new ObjectiveDetail(
        objective(row, cycles),
        json.readValue(row.getString("document"), ObjectiveDetail.Document.class));
  }

  private static ObjectiveRow objective(ResultSet row, Map<UUID, Cycle> cycles)
      throws SQLException {
    Cycle cycle = cycles.get(row.getObject("cycle", UUID.class));
    if (cycle == null) {
      throw new IllegalStateException("a cycle appeared while the page was read");
    }
    return new ObjectiveRow(
        row.getObject("id", UUID.class),
        row.getString("title"),
        row.getString("sort"),
        ObjectiveKind.find(row.getString("kind")).orElseThrow(),
        ObjectiveState.of(row.getString("state")),
        row.getString("visibility"),
        ObjectiveRow.Level.of(row.getInt("level")),
        row.getString("owner"),
        row.getObject("owner_person", UUID.class),
        cycle,
        row.getObject("tree_parent", UUID.class),
        row.getInt("further"),
        row.getBoolean("has_children"),
        row.getObject("own_score", Double.class),
        SaidStatus.read(row, "said"));
  }

  /// The key results of these objectives with their tracks, in the order of their owner. Confidence
  /// only where the viewer may read it.
  Map<UUID, List<KeyResultRow>> keyResults(Viewer viewer, Collection<UUID> objectives) {
    var byObjective = new LinkedHashMap<UUID, List<KeyResultRow>>();
    if (objectives.isEmpty()) {
      return byObjective;
    }
    database
        .sql(
            """
            select k.id, k.objective, k.title, k.kind, k.baseline, k.baseline_due, k.target, k.low, k.high, k.tolerance,
              k.unit, k.weight, k.due, k.settled_later, k.guardrail, k.owner,
                case when k.owner is not null then coalesce(i.name, '') end as owner_name,
              t.days::text as days, t.progress, t.value, t.score, t.last_day, t.last_by,
              case when o.told then t.confidence end as confidence,
              case when o.told then t.previous_confidence end as previous_confidence,
              %2$s as said
            from (
              -- Once for each objective, not for each of its key results.
              select o.id, %1$s as told from objective o where o.id = any(:objectives) offset 0) o
            join key_result k on k.objective = o.id
            left join key_result_track t on t.key_result = k.id
            left join identity i on i.person = k.owner
            order by k.objective, k.position
            """
                .formatted(condition("read", "confidence"), SaidStatus.sql("key_result", "k")))
        .params(viewer.parameters())
        .param("objectives", objectives.toArray(UUID[]::new))
        .query(GoalViewStore::keyResult)
        .list()
        .forEach(row ->
            byObjective.computeIfAbsent(row.asked().objective(), _ -> new ArrayList<>()).add(row));
    return byObjective;
  }

  /// The condition under which the viewer may do something to the objective `o`.
  private String condition(String act, String fields) {
    return conditions.computeIfAbsent(
        act + " " + fields, _ -> policy.condition("objective", act, fields, "o"));
  }

  private static KeyResultRow keyResult(ResultSet row, int number) throws SQLException {
    return new KeyResultRow(
        asked(row),
        row.getObject("baseline_due", LocalDate.class),
        row.getBoolean("settled_later"),
        row.getString("guardrail"),
        row.getObject("owner", UUID.class),
        row.getString("owner_name"),
        SaidStatus.read(row, "said"),
        track(row));
  }

  /// What a key result asks for, without its milestones: their score stands on the track.
  static KeyResultDefinition asked(ResultSet row) throws SQLException {
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
        List.of());
  }

  /// The points of a track; none before the first check-in.
  static List<Track.Point> points(ResultSet row) throws SQLException {
    String days = row.getString("days");
    if (days == null) {
      return List.of();
    }
    Double[] progress = (Double[]) row.getArray("progress").getArray();
    String[] each =
        days.length() <= 2 ? new String[0] : days.substring(1, days.length() - 1).split(",");
    var points = new ArrayList<Track.Point>(each.length);
    for (int i = 0; i < Math.min(each.length, progress.length); i++) {
      points.add(new Track.Point(LocalDate.parse(each[i]), progress[i]));
    }
    return points;
  }

  private static @Nullable Track track(ResultSet row) throws SQLException {
    LocalDate lastDay = row.getObject("last_day", LocalDate.class);
    if (lastDay == null) {
      return null;
    }
    return new Track(
        points(row),
        row.getBigDecimal("value"),
        row.getObject("score", Double.class),
        row.getObject("confidence", Integer.class),
        row.getObject("previous_confidence", Integer.class),
        lastDay,
        row.getObject("last_by", UUID.class));
  }
}
