package io.fairlead.app.measures;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which measures are computed, and how.
@Component
class FormulaStore {
  private final JdbcClient database;

  FormulaStore(JdbcClient database) {
    this.database = database;
  }

  /// @param whole its series of the whole
  record Computed(UUID id, String code, String formula, UUID whole) {}

  List<Computed> all() {
    return database
        .sql(
            """
            select m.id, m.code, m.formula, s.id as whole from measure m
            join measure_series s on s.measure = m.id and s.dimension = ''
            where m.source = 'computed' and m.retired_at is null order by m.code
            """)
        .query((row, _) ->
            new Computed(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("formula"),
                row.getObject("whole", UUID.class)))
        .list();
  }

  String code(UUID measure) {
    return database
        .sql("select code from measure where id = :id")
        .param("id", measure)
        .query(String.class)
        .single();
  }

  /// A measure that a formula names, and its series of the whole.
  record Input(String code, UUID series) {}

  List<Input> inputs(Collection<String> codes) {
    return database
        .sql(
            """
            select m.code, s.id from measure m join measure_series s on s.measure = m.id and s.dimension = ''
            where m.code = any(:codes)
            """)
        .param("codes", codes.toArray(String[]::new))
        .query((row, _) -> new Input(row.getString("code"), row.getObject("id", UUID.class)))
        .list();
  }

  /// One formula is said at a time: two that lean on each other cannot slip past one another.
  void one() {
    database
        .sql("select pg_advisory_xact_lock(hashtextextended('measure-formulas', 0))")
        .query()
        .listOfRows();
  }
}
