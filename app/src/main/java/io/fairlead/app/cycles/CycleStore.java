package io.fairlead.app.cycles;

import io.fairlead.app.platform.Ids;
import io.fairlead.methods.framework.Cadence;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes the rows of `cycle`; [Cycles] reads them.
@Component
class CycleStore {
  private final JdbcClient database;
  private final Ids ids;

  CycleStore(JdbcClient database, Ids ids) {
    this.database = database;
    this.ids = ids;
  }

  void add(Cadence.Cycle cycle, int checkInEveryDays, @Nullable UUID version) {
    add(cycle, checkInEveryDays, version, null);
  }

  void addFor(UUID pilot, Cadence.Cycle cycle, int checkInEveryDays) {
    add(cycle, checkInEveryDays, null, pilot);
  }

  private void add(
      Cadence.Cycle cycle, int checkInEveryDays, @Nullable UUID version, @Nullable UUID pilot) {
    database
        .sql(
            """
            insert into cycle (id, name, starts, ends, planning_from, planning_until, grading_from, grading_until,
              check_in_every_days, framework_version, pilot)
            values (:id, :name, :starts, :ends, :planning_from, :planning_until, :grading_from, :grading_until,
              :every_days, :version, :pilot)
            on conflict do nothing
            """)
        .param("id", ids.next())
        .param("pilot", pilot)
        .params(columns(cycle, checkInEveryDays, version))
        .update();
  }

  void change(UUID id, Cadence.Cycle cycle, int checkInEveryDays, @Nullable UUID version) {
    database
        .sql(
            """
            update cycle set name = :name, starts = :starts, ends = :ends, planning_from = :planning_from,
              planning_until = case when planning_by_hand then planning_until else :planning_until end,
              grading_from = :grading_from,
              grading_until = case when grading_by_hand then grading_until else :grading_until end,
              check_in_every_days = :every_days, framework_version = :version
            where id = :id
            """)
        .param("id", id)
        .params(columns(cycle, checkInEveryDays, version))
        .update();
  }

  /// Until the transaction ends nobody else moves its windows.
  ///
  /// @return whether there is such a cycle
  boolean lock(UUID id) {
    return database
        .sql("select id from cycle where id = ? for update")
        .param(id)
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  void keepOpen(UUID id, CycleWindow window, LocalDate until) {
    database
        .sql(
            window == CycleWindow.PLANNING
                ? "update cycle set planning_until = ?, planning_by_hand = true where id = ?"
                : "update cycle set grading_until = ?, grading_by_hand = true where id = ?")
        .params(until, id)
        .update();
  }

  void remove(UUID id) {
    database.sql("delete from cycle where id = ?").param(id).update();
  }

  private static Map<String, @Nullable Object> columns(
      Cadence.Cycle cycle, int checkInEveryDays, @Nullable UUID version) {
    LocalDate starts = cycle.during().opens();
    LocalDate grading = cycle.grading().opens();
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("name", cycle.name());
    columns.put("starts", starts);
    columns.put("ends", cycle.during().closes());
    columns.put("planning_from", cycle.planning().opens());
    columns.put("planning_until", cycle.planning().closes());
    columns.put("grading_from", grading.isBefore(starts) ? starts : grading);
    columns.put("grading_until", cycle.grading().closes());
    columns.put("every_days", checkInEveryDays);
    columns.put("version", version);
    return columns;
  }
}
