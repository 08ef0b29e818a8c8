package io.fairlead.app.platform.jobs;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.running.Running;
import io.fairlead.app.platform.running.Running.Count;
import io.fairlead.app.platform.running.RunningSource;
import io.fairlead.app.platform.words.Words;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The server's own jobs on the board: how many there are, and those that fail or are late. Only
/// who runs the installation can do something about them.
@Component
@Order(90)
class JobsRunning implements RunningSource {
  /// A job that should have run so long ago is late.
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final int SHOWN = 20;

  private final JdbcClient database;
  private final Clock clock;

  JobsRunning(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Kind(
      String name, long waiting, long atWork, long failing, long late, Instant next) {}

  @Override
  public List<Running> running(Viewer viewer, Words words) {
    if (!viewer.roles().contains(Role.IT_ADMINISTRATOR)) {
      return List.of();
    }
    List<Kind> kinds = kinds();
    List<Kind> bad =
        kinds.stream().filter(kind -> kind.failing() > 0 || kind.late() > 0).limit(SHOWN).toList();
    if (bad.isEmpty()) {
      long waiting = kinds.stream().mapToLong(Kind::waiting).sum();
      long atWork = kinds.stream().mapToLong(Kind::atWork).sum();
      return List.of(
          new Running(
              "jobs",
              words.text("running.jobs"),
              words.text("running.jobs.fine"),
              List.of(
                  new Count(words.text("running.count.jobs-at-work", atWork), atWork),
                  new Count(words.text("running.count.jobs-waiting", waiting), waiting)),
              "",
              false,
              List.of()));
    }
    return bad.stream()
        .map(kind ->
            new Running(
                "jobs",
                kind.name(),
                words.text(
                    kind.failing() > 0 ? "running.jobs.failing" : "running.jobs.late",
                    words.time(kind.next())),
                List.of(
                    new Count(
                        words.text("running.count.jobs-failing", kind.failing()), kind.failing()),
                    new Count(words.text("running.count.jobs-late", kind.late()), kind.late())),
                "",
                true,
                List.of()))
        .toList();
  }

  private List<Kind> kinds() {
    return database
        .sql(
            """
            select task_name, count(*) filter (where not picked) as waiting, count(*) filter (where picked) as at_work,
              count(*) filter (where consecutive_failures > 0) as failing,
              count(*) filter (where not picked and execution_time < :late) as late, min(execution_time) as next
            from scheduled_tasks group by task_name order by task_name
            """)
        .param("late", Timestamp.from(clock.instant().minus(PATIENCE)))
        .query((row, _) ->
            new Kind(
                row.getString("task_name"),
                row.getLong("waiting"),
                row.getLong("at_work"),
                row.getLong("failing"),
                row.getLong("late"),
                row.getTimestamp("next").toInstant()))
        .list();
  }
}
