package io.fairlead.app.cycles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which cycles there are. Everybody may see them.
@Component
public class Cycles {
  private static final String COLUMNS =
      """
      select id, name, starts, ends, planning_from, planning_until, grading_from, grading_until, check_in_every_days
      from cycle
      """;
  private final JdbcClient database;

  Cycles(JdbcClient database) {
    this.database = database;
  }

  /// All cycles, latest first, a containing one before those it contains.
  public List<Cycle> all() {
    return database.sql(COLUMNS + " order by ends desc, starts").query(Cycles::cycle).list();
  }

  public Optional<Cycle> find(UUID id) {
    return database.sql(COLUMNS + " where id = ?").param(id).query(Cycles::cycle).optional();
  }

  /// The shortest cycle that runs on the day; else the next to begin; else the last.
  public Optional<Cycle> current(LocalDate day) {
    return database
        .sql(
            COLUMNS
                + """
                order by (starts <= :day and ends >= :day) desc,
                  case when starts <= :day and ends >= :day then ends - starts end,
                  (starts > :day) desc, case when starts > :day then starts end, ends desc
                limit 1
                """)
        .param("day", day)
        .query(Cycles::cycle)
        .optional();
  }

  private static Cycle cycle(ResultSet row, int number) throws SQLException {
    return new Cycle(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getObject("starts", LocalDate.class),
        row.getObject("ends", LocalDate.class),
        row.getObject("planning_from", LocalDate.class),
        row.getObject("planning_until", LocalDate.class),
        row.getObject("grading_from", LocalDate.class),
        row.getObject("grading_until", LocalDate.class),
        row.getInt("check_in_every_days"));
  }
}
