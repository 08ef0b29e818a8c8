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
/// what is shown. Those with something to look at come first, then by name.
@Component
public class MeasureList {
  private final JdbcClient database;
  private final String page;

  MeasureList(JdbcClient database, Policy policy) {
    this.database = database;
    String whole =
        MeasureStore.WHOLE.formatted(
            policy.condition(RECORD, CHANGE, FIGURES, "m"),
            policy.condition(RECORD, ENTER, FIGURES, "m"));
    this.page =
        """
        select w.*, s.id as series, s.dimension, s.slice, s.person, null as person_name, st.*, p.open
        from (
          select m.id, coalesce(a.open, 0) as open, lower(m.name) as place from measure m
          left join (select a.measure, count(*) as open from measure_alert a
            join measure_series sa on sa.id = a.series and sa.person is null
            where a.answered_at is null group by a.measure) a on a.measure = m.id
          where (m.retired_at is not null) = :retired
            and (:matching = '' or m.name ilike :pattern or m.code ilike :pattern)
            and (:unit::uuid is null or exists (select from unit_line u where u.above = :unit and u.below = m.of_unit))
            and (:tense::text is null or m.tense = :tense)
            and (:owner::uuid is null or m.owner = :owner)
            and (not :alerting or a.open > 0)
            and %s
          order by (a.open is null), lower(m.name), m.id limit :most offset :after) p
        join (%s) w on w.id = p.id
        join measure_series s on s.measure = p.id and s.dimension = ''
        left join measure_standing st on st.series = s.id
        order by p.open = 0, p.place, p.id
        """
            .formatted(policy.condition(RECORD, READ, FIGURES, "m"), whole);
  }

  /// What the viewer can see of it.
  public List<MeasureCard> list(Viewer viewer, MeasureQuery query) {
    return database
        .sql(page)
        .params(viewer.parameters())
        .param("matching", query.matching())
        .param("pattern", "%" + query.matching().replaceAll("([%_\\\\])", "\\\\$1") + "%")
        .param("unit", query.unit())
        .param("tense", query.tense() == null ? null : query.tense().code())
        .param("owner", query.owner())
        .param("alerting", query.alerting())
        .param("retired", query.retired())
        .param("most", query.most())
        .param("after", query.after())
        .query((row, _) ->
            new MeasureCard(
                MeasureStore.measure(row), StandingStore.standing(row), row.getInt("open")))
        .list();
  }
}
