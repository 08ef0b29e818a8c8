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
      select id, name, starts, ends, planning_from, planning_until, grading_from, grading_until, check_in_every_days, pilot
      from cycle
      """;
  private final JdbcClient database;

  Cycles(JdbcClient database) {
    this.database = database;
  }

  /// All cycles, latest first, a containing one before those it contains.
  public List<Cycle> all() {
    return database
        .sql(COLUMNS + " order by ends desc, starts")
        .query((row, number) -> cycle(row, "id"))
        .list();
  }

  public Optional<Cycle> find(UUID id) {
    return database
        .sql(COLUMNS + " where id = ?")
        .param(id)
        .query((row, number) -> cycle(row, "id"))
        .optional();
  }

  /// All but those of pilots, in the same order.
  List<Cycle> everybodys() {
    return all().stream().filter(Cycle::isEverybodys).toList();
  }

  /// Adds a cycle that came with imported goals, with the usual windows: planned from three weeks
  /// before until two weeks into it, graded from its last week until two weeks after, weekly
  /// check-ins.
  public void add(UUID id, String name, LocalDate starts, LocalDate ends) {
    database
        .sql(
            """
            insert into cycle (id, name, starts, ends, planning_from, planning_until, grading_from, grading_until,
              check_in_every_days)
            values (:id, :name, :starts, :ends, :starts::date - 21, :starts::date + 14,
              greatest(:starts::date, :ends::date - 7), :ends::date + 14, 7)
            """)
        .param("id", id)
        .param("name", name)
        .param("starts", starts)
        .param("ends", ends)
        .update();
  }

  /// The cycle in a row of a join that selects all columns of `cycle`, its id under another name.
  public static Cycle cycle(ResultSet row, String idColumn) throws SQLException {
    return new Cycle(
        row.getObject(idColumn, UUID.class),
        row.getString("name"),
        row.getObject("starts", LocalDate.class),
        row.getObject("ends", LocalDate.class),
        row.getObject("planning_from", LocalDate.class),
        row.getObject("planning_until", LocalDate.class),
        row.getObject("grading_from", LocalDate.class),
        row.getObject("grading_until", LocalDate.class),
        row.getInt("check_in_every_days"),
        row.getObject("pilot", UUID.class));
  }
}
