package io.fairlead.app.platform.decisions;

import io.fairlead.app.platform.database.DecisionRights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether the database keeps decisions about people apart from what was said for their
/// development. No review, calibration or pay round is to begin before it does.
@Component
public class DecisionCheck {
  private final JdbcClient database;

  DecisionCheck(JdbcClient database) {
    this.database = database;
  }

  /// What stands in the way.
  public enum Obstacle {
    /// There is no role of that name.
    NO_ROLE,
    /// The role that pages work as may not act as it.
    NOT_A_MEMBER,
    /// It can sign in, rules over others, or has the rights of another role too.
    ROLE_RULES,
    /// It reaches a table that is closed to it.
    REACHES_MORE,
    /// It does not reach a table that is open to it; the next start of the server mends that.
    REACHES_LESS;

    /// For message keys: `no-role`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Nothing where the role is as it should be.
  public List<Obstacle> obstacles() {
    if (!isThere()) {
      return List.of(Obstacle.NO_ROLE);
    }
    List<Obstacle> found = new ArrayList<>(role());
    Set<String> reached = reached();
    Map<String, Set<String>> open = DecisionRights.all();
    if (reached.stream().anyMatch(table -> !open.containsKey(table))) {
      found.add(Obstacle.REACHES_MORE);
    }
    if (!reached.containsAll(open.keySet())) {
      found.add(Obstacle.REACHES_LESS);
    }
    return List.copyOf(found);
  }

  private boolean isThere() {
    return database
        .sql("select to_regrole(:role) is not null as there")
        .param("role", DecisionRights.ROLE)
        .query((row, _) -> row.getBoolean("there"))
        .single();
  }

  private List<Obstacle> role() {
    return database
        .sql(
            """
            select pg_has_role(r.oid, 'member') as mine,
              r.rolcanlogin or r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls
                or exists (select 1 from pg_auth_members m where m.member = r.oid) as rules
            from pg_roles r where r.rolname = :role
            """)
        .param("role", DecisionRights.ROLE)
        .query((row, _) -> {
          List<Obstacle> found = new ArrayList<>();
          if (!row.getBoolean("mine")) {
            found.add(Obstacle.NOT_A_MEMBER);
          }
          if (row.getBoolean("rules")) {
            found.add(Obstacle.ROLE_RULES);
          }
          return found;
        })
        .single();
  }

  /// Tables and views that it may do anything with, or with a column of them, in whatever way it
  /// came by the right, without those of extensions; of other schemas with the schema's name.
  private Set<String> reached() {
    return new TreeSet<>(
        database
            .sql(
                """
                select case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end as name
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'v', 'm', 'f')
                  and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
                  and not exists (select 1 from pg_depend e
                    where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
                  and (has_table_privilege(:role, c.oid, 'select, insert, update, delete, truncate, references, trigger')
                    or has_any_column_privilege(:role, c.oid, 'select, insert, update, references'))
                """)
            .param("role", DecisionRights.ROLE)
            .query((row, _) -> row.getString("name"))
            .list());
  }
}
