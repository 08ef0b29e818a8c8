package io.fairlead.app.measures;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The values of series, every correction kept.
@Component
class ValueStore {
  private final JdbcClient database;

  ValueStore(JdbcClient database) {
    this.database = database;
  }

  /// One series of a measure.
  record Series(UUID id, Slice slice) {}

  /// Holds the series until the transaction ends, so that two corrections of one day follow one
  /// another.
  void lock(UUID series) {
    database
        .sql("select id from measure_series where id = :series for update")
        .param("series", series)
        .query(UUID.class)
        .single();
  }

  /// Writes what is new and what differs, in one statement however many there are.
  Entered write(UUID series, List<NewValue> values, @Nullable UUID by, Instant at, String came) {
    List<Integer> corrections =
        database
            .sql(
                """
                insert into measure_value (series, day, correction, value, by_person, at, came)
                select :series, n.day, coalesce(c.correction + 1, 0), n.value, :by, :at, :came
                from unnest(:days::date[], :values) n (day, value)
                left join lateral (select v.correction, v.value from measure_value v
                  where v.series = :series and v.day = n.day order by v.correction desc limit 1) c on true
                where case when c.correction is null then n.value is not null else c.value is distinct from n.value end
                returning correction
                """)
            .param("series", series)
            .param(
                "days", values.stream().map(each -> each.day().toString()).toArray(String[]::new))
            .param("values", values.stream().map(NewValue::value).toArray(Double[]::new))
            .param("by", by)
            .param("at", Timestamp.from(at))
            .param("came", came)
            .query((row, _) -> row.getInt("correction"))
            .list();
    int added = (int) corrections.stream().filter(each -> each == 0).count();
    return new Entered(added, corrections.size() - added, values.size() - corrections.size());
  }

  /// What stands for each day, by day.
  List<DayValue> values(UUID series) {
    return database
        .sql(
            """
            select day, value from (
              select distinct on (day) day, value from measure_value where series = :series
              order by day, correction desc) v
            where value is not null order by day
            """)
        .param("series", series)
        .query(
            (row, _) -> new DayValue(row.getObject("day", LocalDate.class), row.getDouble("value")))
        .list();
  }

  /// What stands for each day of each of them, by day; in one statement.
  Map<UUID, List<DayValue>> values(Collection<UUID> series) {
    Map<UUID, List<DayValue>> found = new HashMap<>();
    database
        .sql(
            """
            select series, day, value from (
              select distinct on (series, day) series, day, value from measure_value where series = any(:series)
              order by series, day, correction desc) v
            where value is not null order by series, day
            """)
        .param("series", series.toArray(UUID[]::new))
        .query((row, _) ->
            found
                .computeIfAbsent(row.getObject("series", UUID.class), _ -> new ArrayList<>())
                .add(new DayValue(row.getObject("day", LocalDate.class), row.getDouble("value"))))
        .list();
    return found;
  }

  /// The days whose value came that way and stands.
  List<LocalDate> days(UUID series, String came) {
    return database
        .sql(
            """
            select day from (
              select distinct on (day) day, value, came from measure_value where series = :series
              order by day, correction desc) v
            where value is not null and came = :came order by day
            """)
        .param("series", series)
        .param("came", came)
        .query((row, _) -> row.getObject("day", LocalDate.class))
        .list();
  }

  /// All series of a measure, the whole first.
  List<Series> series(UUID measure) {
    return database
        .sql(
            """
            select id, dimension, slice, person from measure_series where measure = :measure
            order by dimension <> '', lower(dimension), lower(slice), id
            """)
        .param("measure", measure)
        .query((row, _) ->
            new Series(
                row.getObject("id", UUID.class),
                new Slice(
                    row.getString("dimension"),
                    row.getString("slice"),
                    row.getObject("person", UUID.class))))
        .list();
  }

  /// What was said last, corrections included, the newest day first.
  List<EnteredValue> said(UUID series, int most) {
    return database
        .sql(
            """
            select v.day, v.correction, v.value, i.name, v.at from measure_value v
            left join identity i on i.person = v.by_person
            where v.series = :series order by v.day desc, v.correction desc limit :most
            """)
        .param("series", series)
        .param("most", most)
        .query((row, _) ->
            new EnteredValue(
                row.getObject("day", LocalDate.class),
                row.getInt("correction"),
                row.getObject("value", Double.class),
                row.getString("name"),
                row.getTimestamp("at").toInstant()))
        .list();
  }
}
