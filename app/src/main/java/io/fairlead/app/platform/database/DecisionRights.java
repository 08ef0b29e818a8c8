package io.fairlead.app.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// What `fairlead_decisions` may do: the role as which modules that decide about people (reviews,
/// calibration, pay) work. It may read facts about work and write what every act writes, and
/// nothing that colleagues said for somebody's development. A table that is not named here is
/// closed to it, so a new one is closed until somebody names it.
public final class DecisionRights {
  public static final String ROLE = "fairlead_decisions";

  private static final List<String> READ =
      List.of(
          "person",
          "identity",
          "unit",
          "unit_line",
          "employment",
          "reporting_line",
          "line_of",
          "line_day",
          "team",
          "membership",
          "legal_hold",
          "role_grant",
          "custom_role",
          "custom_role_permission",
          "custom_role_grant",
          "framework_version",
          "cycle",
          "pilot",
          "pilot_group",
          "rubric",
          "rubric_version",
          "measure",
          "measure_version",
          "measure_person",
          "measure_series",
          "measure_value",
          "measure_target",
          "measure_event",
          "measure_standing",
          "objective",
          "objective_reader",
          "objective_state",
          "objective_version",
          "key_result",
          "key_result_track",
          "milestone",
          "check_in",
          "counting_check_in",
          "alignment",
          "rollup",
          "status_override",
          "grade",
          "grade_taken_back",
          "counting_grade",
          "cycle_summary",
          "measure_use",
          "followed_value",
          "scorecard",
          "scorecard_version",
          "scorecard_perspective",
          "scorecard_measure",
          "scorecard_initiative",
          "strategic_objective",
          "strategic_objective_goal",
          "strategic_objective_support",
          "strategy_arrow");

  /// The record, what its triggers write, and the keys of acts.
  private static final Map<String, Set<String>> WRITE =
      Map.of(
          "audit_entry", Set.of("INSERT"),
          "audit_unchained", Set.of("INSERT"),
          "event", Set.of("INSERT"),
          "idempotency", Set.of("SELECT", "INSERT", "UPDATE"));

  private DecisionRights() {}

  /// The rights it has, by table or view.
  public static Map<String, Set<String>> all() {
    Map<String, Set<String>> all = new TreeMap<>(WRITE);
    READ.forEach(table -> all.put(table, Set.of("SELECT")));
    return all;
  }

  /// Gives the role what stands here and takes away whatever else it was given; nothing where there
  /// is no such role. Changes nothing where all is as it should be.
  static void apply(DataSource owner) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      if (isThere(statement)) {
        for (String change : changes(given(statement), tables(statement))) {
          statement.execute(change);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the rights of " + ROLE + " cannot be set", e);
    }
  }

  private static boolean isThere(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select to_regrole('%s') is not null".formatted(ROLE))) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static Set<String> tables(Statement statement) throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (ResultSet row =
        statement.executeQuery(
            """
            select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
            """)) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  /// Rights to whole tables and to single columns, the latter as `COLUMNS`: none is meant to be.
  private static Map<String, Set<String>> given(Statement statement) throws SQLException {
    Map<String, Set<String>> given = new HashMap<>();
    try (ResultSet row =
        statement.executeQuery(
            """
            select c.relname, a.privilege_type from pg_class c cross join lateral aclexplode(c.relacl) a
            where a.grantee = to_regrole('%1$s') and c.relnamespace = 'public'::regnamespace and c.relkind <> 'S'
            union
            select c.relname, 'COLUMNS' from pg_attribute t join pg_class c on c.oid = t.attrelid
            cross join lateral aclexplode(t.attacl) a
            where a.grantee = to_regrole('%1$s') and c.relnamespace = 'public'::regnamespace
            """
                .formatted(ROLE))) {
      while (row.next()) {
        given.computeIfAbsent(row.getString(1), _ -> new TreeSet<>()).add(row.getString(2));
      }
    }
    return given;
  }

  private static List<String> changes(Map<String, Set<String>> given, Collection<String> tables) {
    Map<String, Set<String>> meant = all();
    return tables.stream()
        .filter(table ->
            !given.getOrDefault(table, Set.of()).equals(meant.getOrDefault(table, Set.of())))
        .flatMap(table -> Stream.concat(taken(given, table), granted(meant, table)))
        .toList();
  }

  private static Stream<String> taken(Map<String, Set<String>> given, String table) {
    return given.containsKey(table)
        ? Stream.of("revoke all on \"%s\" from %s".formatted(table, ROLE))
        : Stream.of();
  }

  private static Stream<String> granted(Map<String, Set<String>> meant, String table) {
    return meant.containsKey(table)
        ? Stream.of(
            "grant %s on \"%s\" to %s"
                .formatted(
                    String.join(", ", new TreeSet<>(meant.getOrDefault(table, Set.of()))),
                    table,
                    ROLE))
        : Stream.of();
  }
}
