package io.fairlead.app.measures;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.tasks.Task;
import io.fairlead.app.platform.tasks.TaskSource;
import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What measures ask of people: a look at what left its usual range, once a measure whatever it
/// did, and values that are due.
@Component
class MeasureTasks implements TaskSource {
  private static final int LOOK_SECONDS = 180;
  private static final int ENTER_SECONDS = 30;
  private static final int MOST = 20;

  private final JdbcClient database;

  MeasureTasks(JdbcClient database) {
    this.database = database;
  }

  /// @param since when it was raised, or when the last value was entered
  private record Waiting(
      UUID measure,
      String name,
      boolean alert,
      @Nullable Boolean worse,
      boolean threshold,
      LocalDate since,
      int late) {}

  @Override
  public List<Task> own(Viewer viewer, Words words) {
    List<Waiting> waiting =
        database
            .sql(
                """
                (select m.id, m.name, true as alert, bool_or(a.worse) as worse,
                  bool_or(a.kind = 'threshold') as threshold, min(a.day) as since, 0 as late
                from measure_alert a join measure m on m.id = a.measure
                where a.answered_at is null and m.owner = :viewer and m.retired_at is null
                group by m.id, m.name order by min(a.day), m.id limit :most)
                union all
                (select m.id, m.name, false, null, false, st.last_day, cast(:today as date) - st.last_day
                from measure m join measure_series s on s.measure = m.id and s.dimension = ''
                join measure_standing st on st.series = s.id
                where m.source in ('manual', 'file') and m.retired_at is null and st.last_day is not null
                  and (m.owner = :viewer or exists (select from measure_person mp
                    where mp.measure = m.id and mp.person = :viewer and mp.enters))
                  and st.last_day + 2 * case m.frequency when 'daily' then 1 when 'weekly' then 7 when 'monthly' then 31
                    when 'quarterly' then 92 else 366 end < cast(:today as date)
                order by st.last_day, m.id limit :most)
                """)
            .param("viewer", viewer.person())
            .param("today", viewer.today())
            .param("most", MOST)
            .query((row, _) ->
                new Waiting(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getBoolean("alert"),
                    row.getObject("worse", Boolean.class),
                    row.getBoolean("threshold"),
                    row.getObject("since", LocalDate.class),
                    row.getInt("late")))
            .list();
    return Stream.concat(
            waiting.stream().filter(Waiting::alert).map(each -> look(each, words)),
            waiting.stream().filter(each -> !each.alert()).map(each -> enter(each, words)))
        .toList();
  }

  private static Task look(Waiting what, Words words) {
    String detail =
        what.threshold()
            ? "measure-task.detail.threshold"
            : what.worse() == null
                ? "measure-task.detail.signal"
                : what.worse() ? "measure-task.detail.worse" : "measure-task.detail.better";
    return new Task(
        words.text("measure-task.title.look", what.name()),
        words.text(detail, words.date(what.since())),
        LOOK_SECONDS,
        null,
        words.text("measure-task.button.look"),
        "/measures/" + what.measure() + "#alerts");
  }

  private static Task enter(Waiting what, Words words) {
    return new Task(
        words.text("measure-task.title.enter", what.name()),
        words.text("measure-task.detail.enter", words.date(what.since())),
        ENTER_SECONDS,
        null,
        words.text("measure-task.button.enter"),
        "/measures/" + what.measure() + "#enter");
  }

  @Override
  public List<Task> team(Viewer viewer, Words words) {
    return List.of();
  }
}
