package io.fairlead.app.measures;

import static io.fairlead.app.measures.MeasureRules.FIGURES;
import static io.fairlead.app.measures.MeasureRules.READ;
import static io.fairlead.app.measures.MeasureRules.RECORD;
import static io.fairlead.app.measures.MeasureRules.SLICE;

import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What owners should look at, and what they said to it.
@Component
class AlertStore {
  private static final String ALERT =
      """
      select a.*, s.dimension, s.slice, s.person, i.name as by_name
      from measure_alert a join measure_series s on s.id = a.series
      left join identity i on i.person = a.answered_by
      """;

  private final JdbcClient database;
  private final Ids ids;
  private final String mayRead;

  AlertStore(JdbcClient database, Ids ids, Policy policy) {
    this.database = database;
    this.ids = ids;
    this.mayRead =
        policy.condition(RECORD, READ, FIGURES, "m")
            + " and "
            + policy.condition(SLICE, READ, FIGURES, "s");
  }

  /// Raises it, unless one of its kind stands open for the series already, or was answered since it
  /// began: nobody is asked again about what merely lasts.
  ///
  /// @return its id; empty where it was not raised
  Optional<UUID> raise(UUID measure, UUID series, Alert.Kind kind, Raised what, Instant now) {
    return database
        .sql(
            """
            insert into measure_alert (id, series, measure, kind, rule, day, value, worse, raised_at)
            select :id, :series, :measure, :kind, :rule, :day, :value, :worse, :now
            where not exists (select from measure_alert a
              where a.series = :series and a.kind = :kind and (a.answered_at is null or a.day >= :since))
            on conflict do nothing returning id
            """)
        .param("id", ids.next())
        .param("series", series)
        .param("measure", measure)
        .param("kind", kind.code())
        .param("rule", what.rule())
        .param("day", what.day())
        .param("value", what.value())
        .param("worse", what.worse())
        .param("since", what.since())
        .param("now", Timestamp.from(now))
        .query((row, _) -> row.getObject("id", UUID.class))
        .optional();
  }

  /// @param since the day on which it began; as long as it lasts, the same
  /// @param worse null where neither way is wrong
  record Raised(
      String rule, LocalDate since, LocalDate day, double value, @Nullable Boolean worse) {}

  /// Forgets what nobody has answered and what corrected values say no longer.
  ///
  /// @param said days and rules that stand, as `2026-03-01 beyond-limit`
  void forget(UUID series, Alert.Kind kind, Collection<String> said) {
    database
        .sql(
            """
            delete from measure_alert where series = :series and kind = :kind and answered_at is null
              and (day || ' ' || rule) <> all(:said)
            """)
        .param("series", series)
        .param("kind", kind.code())
        .param("said", said.toArray(String[]::new))
        .update();
  }

  /// Of one measure, those that stand first, then the newest.
  List<Alert> of(Viewer viewer, UUID measure, int most) {
    return database
        .sql(
            ALERT
                + "join measure m on m.id = a.measure where a.measure = :measure and "
                + mayRead
                + " order by a.answered_at is not null, a.day desc, a.id limit :most")
        .params(viewer.parameters())
        .param("measure", measure)
        .param("most", most)
        .query((row, _) -> alert(row))
        .list();
  }

  Optional<Alert> find(Viewer viewer, UUID id) {
    return database
        .sql(ALERT + "join measure m on m.id = a.measure where a.id = :id and " + mayRead)
        .params(viewer.parameters())
        .param("id", id)
        .query((row, _) -> alert(row))
        .optional();
  }

  /// The measure is held first, as whoever enters values holds it: each would wait for the other.
  ///
  /// @return whether it was still open
  boolean answer(UUID id, UUID by, String answer, Instant now) {
    database
        .sql(
            """
            select m.id from measure m join measure_alert a on a.measure = m.id where a.id = :id
            for no key update of m
            """)
        .param("id", id)
        .query()
        .listOfRows();
    return database
            .sql(
                """
                update measure_alert set answered_at = :now, answered_by = :by, answer = :answer
                where id = :id and answered_at is null
                """)
            .param("id", id)
            .param("by", by)
            .param("answer", answer)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  private static Alert alert(ResultSet row) throws SQLException {
    Timestamp answered = row.getTimestamp("answered_at");
    return new Alert(
        row.getObject("id", UUID.class),
        row.getObject("measure", UUID.class),
        new Slice(
            row.getString("dimension"),
            row.getString("slice"),
            row.getObject("person", UUID.class)),
        Alert.Kind.of(row.getString("kind")),
        row.getString("rule"),
        row.getObject("day", LocalDate.class),
        row.getDouble("value"),
        row.getObject("worse", Boolean.class),
        answered == null ? null : answered.toInstant(),
        row.getString("by_name"),
        row.getString("answer"));
  }
}
