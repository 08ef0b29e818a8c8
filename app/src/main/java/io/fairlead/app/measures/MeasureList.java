package io.fairlead.app.measures;

import static io.fairlead.app.measures.MeasureRules.CHANGE;
import static io.fairlead.app.measures.MeasureRules.ENTER;
import static io.fairlead.app.measures.MeasureRules.FIGURES;
import static io.fairlead.app.measures.MeasureRules.READ;
import static io.fairlead.app.measures.MeasureRules.RECORD;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Many measures with where they stand, in one statement that reads no values: its cost follows
/// what is shown, however many measures and values there are. Those with something to look at come
/// first, then by name.
@Component
public class MeasureList {
  private final JdbcClient database;
  private final String mayRead;
  private final String whole;

  MeasureList(JdbcClient database, Policy policy) {
    this.database = database;
    this.mayRead = policy.condition(RECORD, READ, FIGURES, "m");
    this.whole =
        MeasureStore.WHOLE.formatted(
            policy.condition(RECORD, CHANGE, FIGURES, "m"),
            policy.condition(RECORD, ENTER, FIGURES, "m"));
  }

  /// What the viewer can see of it.
  public List<MeasureCard> list(Viewer viewer, MeasureQuery query) {
    return database
        .sql(page(query))
        .params(viewer.parameters())
        .param("pattern", "%" + query.matching().replaceAll("([%_\\\\])", "\\\\$1") + "%")
        .param("unit", query.unit())
        .param("tense", query.tense() == null ? null : query.tense().code())
        .param("owner", query.owner())
        .query((row, _) ->
            new MeasureCard(
                MeasureStore.measure(row), StandingStore.standing(row), row.getInt("open")))
        .list();
  }

  /// How many is said in the statement: of a parameter PostgreSQL would not know that it is few,
  /// and plan the whole of it anew each time.
  private String page(MeasureQuery query) {
    return """
    select w.*, s.id as series, s.dimension, s.slice, s.person, null as person_name, st.*, a.open
    from (
      select m.id, m.asks, lower(m.name) as place from measure m where %s
      order by m.asks desc, lower(m.name), m.id limit %d offset %d) p
    join (%s) w on w.id = p.id
    join measure_series s on s.measure = p.id and s.dimension = '' and lower(s.dimension) = ''
    left join measure_standing st on st.series = s.id
    cross join lateral (select count(*) as open from measure_alert ma
      join measure_series ms on ms.id = ma.series and ms.person is null
      where ma.measure = p.id and ma.answered_at is null) a
    order by p.asks desc, p.place, p.id
    """
        .formatted(listed(query), query.most(), query.after(), whole);
  }

  /// Only what is asked for: a condition that may be empty hides from the planner how many it
  /// finds.
  private String listed(MeasureQuery query) {
    StringBuilder listed = new StringBuilder();
    listed.append("m.retired_at is ").append(query.retired() ? "not null" : "null");
    if (!query.matching().isEmpty()) {
      listed.append(" and (m.name ilike :pattern or m.code ilike :pattern)");
    }
    if (query.unit() != null) {
      listed.append(
          " and exists (select from unit_line u where u.above = :unit and u.below = m.of_unit)");
    }
    if (query.tense() != null) {
      listed.append(" and m.tense = :tense");
    }
    if (query.alerting()) {
      listed.append(" and m.asks");
    }
    if (query.owner() != null) {
      listed.append(" and m.owner = :owner");
    }
    return listed.append(" and ").append(mayRead).toString();
  }
}
