package io.fairlead.app.measures;

import static io.fairlead.app.measures.MeasureRules.FIGURES;
import static io.fairlead.app.measures.MeasureRules.READ;
import static io.fairlead.app.measures.MeasureRules.RECORD;
import static io.fairlead.app.measures.MeasureRules.SLICE;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where series stand, kept whenever their values change.
@Component
class StandingStore {
  private static final int ISO_DAY = "2026-03-01".length();

  private final JdbcClient database;
  private final String mayRead;
  private final String mayReadSlice;

  StandingStore(JdbcClient database, Policy policy) {
    this.database = database;
    this.mayRead = policy.condition(RECORD, READ, FIGURES, "m");
    this.mayReadSlice = policy.condition(SLICE, READ, FIGURES, "s");
  }

  void keep(Standing standing, Instant now) {
    database
        .sql(
            """
            insert into measure_standing (series, status, count, first_day, last_day, last_value, previous_value, centre,
              lower, upper, range_from, signal_day, signal_rule, signal_value, signal_up, seasonal, autocorrelation, zone, spark_days,
              spark, as_of)
            values (:series, :status, :count, :first_day, :last_day, :last_value, :previous_value, :centre,
              :lower, :upper, :range_from, :signal_day, :signal_rule, :signal_value, :signal_up, :seasonal, :autocorrelation, :zone, :spark_days::date[],
              :spark, :now)
            on conflict (series) do update set (status, count, first_day, last_day, last_value, previous_value, centre,
              lower, upper, range_from, signal_day, signal_rule, signal_value, signal_up, seasonal, autocorrelation, zone, spark_days,
              spark, as_of)
            = (excluded.status, excluded.count, excluded.first_day, excluded.last_day, excluded.last_value,
              excluded.previous_value, excluded.centre, excluded.lower, excluded.upper, excluded.range_from, excluded.signal_day,
              excluded.signal_rule, excluded.signal_value, excluded.signal_up, excluded.seasonal, excluded.autocorrelation, excluded.zone,
              excluded.spark_days, excluded.spark, excluded.as_of)
            """)
        .param("series", standing.series())
        .param("status", standing.status())
        .param("count", standing.count())
        .param("first_day", standing.firstDay())
        .param("last_day", standing.lastDay())
        .param("last_value", standing.lastValue())
        .param("previous_value", standing.previousValue())
        .param("centre", standing.centre())
        .param("lower", standing.lower())
        .param("upper", standing.upper())
        .param("range_from", standing.rangeFrom())
        .param("signal_day", standing.signalDay())
        .param("signal_rule", standing.signalRule())
        .param("signal_value", standing.signalValue())
        .param("signal_up", standing.signalUp())
        .param("seasonal", standing.seasonal())
        .param("autocorrelation", standing.autocorrelation())
        .param("zone", standing.zone().code())
        .param(
            "spark_days", standing.days().stream().map(LocalDate::toString).toArray(String[]::new))
        .param("spark", standing.values().toArray(Double[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  /// The series of a measure that the viewer may read, the whole first, with where they stand.
  List<Standing> readable(Viewer viewer, UUID measure) {
    return database
        .sql(
            """
            select s.id as series, s.dimension, s.slice, pi.name as person_name, s.person, st.*
            from measure m join measure_series s on s.measure = m.id
            left join measure_standing st on st.series = s.id
            left join identity pi on pi.person = s.person
            where m.id = :measure and %s and %s
            order by s.dimension <> '', lower(s.dimension), lower(s.slice), pi.name, s.id
            """
                .formatted(mayRead, mayReadSlice))
        .params(viewer.parameters())
        .param("measure", measure)
        .query((row, _) -> standing(row))
        .list();
  }

  static Standing standing(ResultSet row) throws SQLException {
    Slice slice =
        new Slice(
            row.getString("dimension"),
            row.getString("slice"),
            row.getObject("person", UUID.class));
    UUID series = row.getObject("series", UUID.class);
    if (row.getString("status") == null) {
      return none(series, slice, row.getString("person_name"));
    }
    return new Standing(
        series,
        slice,
        row.getString("person_name"),
        row.getString("status"),
        row.getInt("count"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getObject("last_value", Double.class),
        row.getObject("previous_value", Double.class),
        row.getObject("centre", Double.class),
        row.getObject("lower", Double.class),
        row.getObject("upper", Double.class),
        row.getObject("range_from", LocalDate.class),
        row.getObject("signal_day", LocalDate.class),
        row.getString("signal_rule"),
        row.getObject("signal_value", Double.class),
        row.getObject("signal_up", Boolean.class),
        row.getBoolean("seasonal"),
        row.getObject("autocorrelation", Double.class),
        Zone.of(row.getString("zone")),
        days(row.getString("spark_days")),
        Arrays.asList((Double[]) row.getArray("spark").getArray()));
  }

  /// The days of an array as PostgreSQL writes it, `{2026-03-01,2026-03-02}`. The driver would make
  /// each of them by a calendar in the zone of the machine, which took half of a page of sixty.
  private static List<LocalDate> days(String array) {
    List<LocalDate> days = new ArrayList<>();
    for (int at = 1; at + ISO_DAY <= array.length() - 1; at += ISO_DAY + 1) {
      days.add(
          LocalDate.of(
              Integer.parseInt(array, at, at + 4, 10),
              Integer.parseInt(array, at + 5, at + 7, 10),
              Integer.parseInt(array, at + 8, at + 10, 10)));
    }
    return days;
  }

  static Standing none(UUID series, Slice slice, @Nullable String personName) {
    return new Standing(
        series,
        slice,
        personName,
        "no-values",
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        null,
        Zone.UNKNOWN,
        List.of(),
        List.of());
  }
}
