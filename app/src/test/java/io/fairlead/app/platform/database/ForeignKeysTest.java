package io.fairlead.app.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class ForeignKeysTest {
  @Autowired JdbcClient database;

  /// Deleting a row asks each table that may refer to it. Without an index that reads the whole
  /// table, once for each row: undoing an import of a large company would never end.
  @Test
  void everyForeignKeyIsAnsweredFromAnIndex() {
    assertThat(
            database
                .sql(
                    """
                    select c.conrelid::regclass || ' (' || string_agg(a.attname, ', ' order by k.place) || ')'
                    from pg_constraint c
                    join unnest(c.conkey) with ordinality k (number, place) on true
                    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number
                    where c.contype = 'f' and not exists (
                      select 1 from pg_index i
                      where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1]
                        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) in (
                          select '(' || n.attname || ' IS NOT NULL)' from pg_attribute n
                          where n.attrelid = c.conrelid and n.attnum = c.conkey[1])))
                    group by c.oid, c.conrelid order by 1
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }
}
