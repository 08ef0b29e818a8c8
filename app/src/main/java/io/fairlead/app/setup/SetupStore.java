package io.fairlead.app.setup;

import io.fairlead.app.setup.SetupStep.Way;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of the first run.
@Component
class SetupStore {
  private final JdbcClient database;

  SetupStore(JdbcClient database) {
    this.database = database;
  }

  Optional<SetupState> read() {
    Map<SetupStep, Boolean> done = new EnumMap<>(SetupStep.class);
    Optional<SetupState> state =
        database
            .sql(
                """
                select s.way, s.ended_at is not null as ended, t.step, t.skipped
                from setup s left join setup_step t on true
                """)
            .query((row, _) -> {
              String step = row.getString("step");
              boolean skipped = row.getBoolean("skipped");
              Optional.ofNullable(step)
                  .flatMap(SetupStep::find)
                  .ifPresent(known -> done.put(known, skipped));
              return new SetupState(
                  Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
                  row.getBoolean("ended"),
                  Map.of());
            })
            .list()
            .stream()
            .findFirst();
    return state.map(each -> new SetupState(each.way(), each.ended(), done));
  }

  /// Begins it, or goes on another way; what was done stays done.
  void begin(Way way, UUID by, Instant at) {
    database
        .sql(
            """
            insert into setup (way, begun_at, begun_by) values (:way, :at, :by)
            on conflict (one) do update set way = excluded.way
            """)
        .param("way", way.code())
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
  }

  /// A step that was taken and is then passed over stays taken.
  void done(SetupStep step, boolean skipped, Instant at) {
    database
        .sql(
            """
            insert into setup_step (step, skipped, done_at) values (:step, :skipped, :at)
            on conflict (step) do update set skipped = setup_step.skipped and excluded.skipped
            """)
        .param("step", step.code())
        .param("skipped", skipped)
        .param("at", Timestamp.from(at))
        .update();
  }

  void end(Instant at) {
    database
        .sql("update setup set ended_at = ? where ended_at is null")
        .param(Timestamp.from(at))
        .update();
  }
}
