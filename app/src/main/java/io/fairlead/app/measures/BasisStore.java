package io.fairlead.app.measures;

import java.sql.Array;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// By what the series of a measure are judged.
@Component
class BasisStore {
  private final JdbcClient database;

  BasisStore(JdbcClient database) {
    this.database = database;
  }

  Basis of(UUID measure) {
    return database
        .sql(
            """
            select m.*, array(select distinct e.day from measure_event e
              where e.measure = m.id and e.rebases and e.withdrawn_at is null order by e.day) as changes
            from measure m where m.id = :measure
            """)
        .param("measure", measure)
        .query((row, _) ->
            new Basis(
                Way.find(row.getString("direction")).orElseThrow(),
                Frequency.find(row.getString("frequency")).orElseThrow(),
                row.getInt("baseline"),
                row.getBigDecimal("low"),
                row.getBigDecimal("high"),
                row.getBigDecimal("warning"),
                row.getBigDecimal("alarm"),
                row.getTimestamp("retired_at") != null,
                days(row.getArray("changes"))))
        .single();
  }

  static List<LocalDate> days(Array array) throws java.sql.SQLException {
    return Arrays.stream((java.sql.Date[]) array.getArray())
        .map(java.sql.Date::toLocalDate)
        .toList();
  }
}
