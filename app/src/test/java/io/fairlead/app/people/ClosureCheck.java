package io.fairlead.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.Person;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Compares today's closure with one computed afresh from the lines.
record ClosureCheck(JdbcClient database, People people) {
  boolean isAbove(Person above, Person below) {
    return database
        .sql("select exists (select 1 from line_of where above = :above and below = :below)")
        .param("above", above.id())
        .param("below", below.id())
        .query(Boolean.class)
        .single();
  }

  void equalsRecomputation() {
    assertThat(stored()).isEqualTo(recomputed());
  }

  private List<String> stored() {
    return database
        .sql("select above, below, depth from line_of order by below, depth, above")
        .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getInt(3))
        .list();
  }

  private List<String> recomputed() {
    return database
        .sql(
            """
            with recursive up as (
              select id as above, id as below, 0 as depth from person
              union all
              select r.manager, up.below, up.depth + 1 from up join reporting_line r on r.person = up.above
              where r.manager is not null and r.during @> :today and up.depth < 100)
            select above, below, depth from up order by below, depth, above
            """)
        .param("today", people.today())
        .query((row, number) ->
            row.getObject(1, UUID.class) + " " + row.getString(2) + " " + row.getInt(3))
        .list();
  }
}
