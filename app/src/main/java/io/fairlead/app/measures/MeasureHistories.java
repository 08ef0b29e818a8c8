package io.fairlead.app.measures;

import static io.fairlead.app.measures.MeasureRules.CHANGE;
import static io.fairlead.app.measures.MeasureRules.ENTER;
import static io.fairlead.app.measures.MeasureRules.FIGURES;
import static io.fairlead.app.measures.MeasureRules.READ;
import static io.fairlead.app.measures.MeasureRules.RECORD;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Many measures at once with what their wholes had, for those who build upon them; one statement
/// each, however many there are. What the viewer may not read is not there.
@Component
public class MeasureHistories {
  private final JdbcClient database;
  private final String whole;
  private final String mayRead;

  MeasureHistories(JdbcClient database, Policy policy) {
    this.database = database;
    this.mayRead = policy.condition(RECORD, READ, FIGURES, "m");
    this.whole =
        MeasureStore.WHOLE.formatted(
            policy.condition(RECORD, CHANGE, FIGURES, "m"),
            policy.condition(RECORD, ENTER, FIGURES, "m"));
  }

  /// The measures themselves.
  public Map<UUID, Measure> measures(Viewer viewer, Collection<UUID> ids) {
    Map<UUID, Measure> found = new HashMap<>();
    if (!ids.isEmpty()) {
      database
          .sql(whole + "where m.id = any(:ids) and " + mayRead)
          .params(viewer.parameters())
          .param("ids", ids.toArray(UUID[]::new))
          .query((row, _) -> MeasureStore.measure(row))
          .list()
          .forEach(each -> found.put(each.id(), each));
    }
    return found;
  }

  /// All measures that are not retired, by name, for choosing one.
  public List<Measure> choices(Viewer viewer, int most) {
    return database
        .sql(
            whole
                + "where m.retired_at is null and "
                + mayRead
                + " order by lower(m.name), m.id limit :most")
        .params(viewer.parameters())
        .param("most", most)
        .query((row, _) -> MeasureStore.measure(row))
        .list();
  }

  /// By measure the latest value of a day not after this one.
  public Map<UUID, DayValue> latest(Viewer viewer, Collection<UUID> ids, LocalDate until) {
    Map<UUID, DayValue> found = new HashMap<>();
    if (!ids.isEmpty()) {
      database
          .sql(
              """
              select m.id, v.day, v.value from measure m
              join measure_series s on s.measure = m.id and s.dimension = ''
              join lateral (
                select d.day, d.value from (
                  select distinct on (w.day) w.day, w.value from measure_value w
                  where w.series = s.id and w.day <= :until order by w.day desc, w.correction desc) d
                where d.value is not null order by d.day desc limit 1) v on true
              where m.id = any(:ids) and \
              """
                  + mayRead)
          .params(viewer.parameters())
          .param("ids", ids.toArray(UUID[]::new))
          .param("until", until)
          .query((row, _) ->
              found.put(
                  row.getObject("id", UUID.class),
                  new DayValue(row.getObject("day", LocalDate.class), row.getDouble("value"))))
          .list();
    }
    return found;
  }

  /// By measure a few of its values until a day, every extreme among them, for a small picture.
  public Map<UUID, List<Double>> small(Viewer viewer, Collection<UUID> ids, LocalDate until) {
    Map<UUID, List<Double>> found = new HashMap<>();
    if (!ids.isEmpty()) {
      database
          .sql(
              """
              select m.id, p.value from measure m
              join measure_series s on s.measure = m.id and s.dimension = ''
              join measure_standing st on st.series = s.id
              cross join unnest(st.spark_days, st.spark) with ordinality as p (day, value, place)
              where m.id = any(:ids) and p.day <= :until and %s order by m.id, p.place
              """
                  .formatted(mayRead))
          .params(viewer.parameters())
          .param("ids", ids.toArray(UUID[]::new))
          .param("until", until)
          .query((row, _) ->
              found
                  .computeIfAbsent(row.getObject("id", UUID.class), _ -> new ArrayList<>())
                  .add(row.getDouble("value")))
          .list();
    }
    return found;
  }

  /// By measure what stands for each day, by day.
  public Map<UUID, List<DayValue>> values(Viewer viewer, Collection<UUID> ids) {
    Map<UUID, List<DayValue>> found = new HashMap<>();
    if (!ids.isEmpty()) {
      database
          .sql(
              """
              select v.measure, v.day, v.value from (
                select distinct on (s.id, w.day) m.id as measure, w.day, w.value from measure m
                join measure_series s on s.measure = m.id and s.dimension = ''
                join measure_value w on w.series = s.id
                where m.id = any(:ids) and %s
                order by s.id, w.day, w.correction desc) v
              where v.value is not null order by v.measure, v.day
              """
                  .formatted(mayRead))
          .params(viewer.parameters())
          .param("ids", ids.toArray(UUID[]::new))
          .query((row, _) ->
              found
                  .computeIfAbsent(row.getObject("measure", UUID.class), _ -> new ArrayList<>())
                  .add(new DayValue(row.getObject("day", LocalDate.class), row.getDouble("value"))))
          .list();
    }
    return found;
  }
}
