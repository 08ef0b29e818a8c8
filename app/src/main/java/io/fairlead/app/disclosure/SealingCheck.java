package io.fairlead.app.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether this server can keep what it promises to those who answer. No round begins before it
/// can.
@Component
public class SealingCheck {
  /// The application's own rights, asked as the application: to a table of the schema, to the role
  /// that owns it, to everything.
  private static final String RIGHTS =
      """
      select
        bool_or(has_table_privilege(c.oid, 'select, insert, update, delete, truncate, references, trigger')) as reads,
        bool_or(pg_has_role(c.relowner, 'member')) as owns,
        (select rolsuper or rolcreaterole or rolreplication or pg_has_role('pg_read_server_files', 'member')
          or pg_has_role('pg_read_all_data', 'member') from pg_roles where rolname = current_user) as rules
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'sealed' and c.relkind in ('r', 'p')
      """;

  private final JdbcClient database;
  private final SealedReader reader;

  SealingCheck(JdbcClient database, SealedReader reader) {
    this.database = database;
    this.reader = reader;
  }

  /// What stands in the way.
  public enum Obstacle {
    /// The role that pages work as can read the sealed tables.
    APPLICATION_READS,
    /// It owns them, or may act as their owner.
    APPLICATION_OWNS,
    /// It is a superuser, may make roles, or may read the server's files or all data.
    APPLICATION_RULES,
    /// No login was named that may read for a release.
    NO_READER,
    /// That login cannot sign in, or may not read.
    READER_CANNOT_READ;

    /// For message keys: `application-reads`.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// Nothing where answers can be sealed.
  public List<Obstacle> obstacles() {
    List<Obstacle> found = new ArrayList<>();
    database
        .sql(RIGHTS)
        .query((row, _) -> {
          if (row.getBoolean("reads")) {
            found.add(Obstacle.APPLICATION_READS);
          }
          if (row.getBoolean("owns")) {
            found.add(Obstacle.APPLICATION_OWNS);
          }
          if (row.getBoolean("rules")) {
            found.add(Obstacle.APPLICATION_RULES);
          }
          return row;
        })
        .list();
    if (!reader.isNamed()) {
      found.add(Obstacle.NO_READER);
    } else if (!reads()) {
      found.add(Obstacle.READER_CANNOT_READ);
    }
    return List.copyOf(found);
  }

  private boolean reads() {
    try {
      return reader.reading(open ->
          open.database()
              .sql(
                  """
                  select (select count(*) from sealed.sheet where false) + (select count(*) from sealed.score where false)
                    + (select count(*) from sealed.comment where false)
                    + (select count(*) from sealed.member where false) = 0 as can
                  """)
              .query((row, _) -> row.getBoolean("can"))
              .single());
    } catch (DataAccessException refused) {
      return false;
    }
  }
}
