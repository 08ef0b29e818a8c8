package io.fairlead.app.people;

import io.fairlead.app.people.intake.ColumnMapping;
import io.fairlead.app.people.intake.DateOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of saved mappings.
@Repository
class MappingStore {
  private final JdbcClient database;

  MappingStore(JdbcClient database) {
    this.database = database;
  }

  /// The latest saved first.
  List<SavedMapping> all() {
    return database
        .sql("select * from import_mapping order by saved_at desc, id desc")
        .query(MappingStore::mapping)
        .list();
  }

  Optional<SavedMapping> find(UUID id) {
    return database
        .sql("select * from import_mapping where id = :id")
        .param("id", id)
        .query(MappingStore::mapping)
        .optional();
  }

  Optional<SavedMapping> named(String name) {
    return database
        .sql("select * from import_mapping where lower(name) = lower(:name)")
        .param("name", name)
        .query(MappingStore::mapping)
        .optional();
  }

  private static SavedMapping mapping(ResultSet row, int number) throws SQLException {
    return new SavedMapping(
        row.getObject("id", UUID.class),
        ColumnMapping.of(
            row.getString("name"),
            Arrays.asList((String[]) row.getArray("columns").getArray()),
            Arrays.asList((String[]) row.getArray("targets").getArray()),
            DateOrder.of(row.getString("date_order"))));
  }

  /// Saves it; one of the same name is replaced.
  ///
  /// @param id of a mapping that is new
  UUID save(UUID id, ColumnMapping mapping, UUID by, Instant now) {
    return database
        .sql(
            """
            insert into import_mapping (id, name, columns, targets, date_order, saved_by, saved_at)
            values (:id, :name, :columns, :targets, :dates, :by, :now)
            on conflict (lower(name)) do update set name = excluded.name, columns = excluded.columns,
              targets = excluded.targets, date_order = excluded.date_order, saved_by = excluded.saved_by,
              saved_at = excluded.saved_at
            returning id
            """)
        .param("id", id)
        .param("name", mapping.name())
        .param("columns", mapping.columns().toArray(String[]::new))
        .param("targets", mapping.codes().toArray(String[]::new))
        .param("dates", mapping.dates().code())
        .param("by", by)
        .param("now", Timestamp.from(now))
        .query(UUID.class)
        .single();
  }

  void delete(UUID id) {
    database.sql("delete from import_mapping where id = :id").param("id", id).update();
  }

  /// What the columns of a run's file said, as a mapping to save; empty for a run that is not there
  /// or older than mappings are.
  Optional<ColumnMapping> ofRun(UUID run) {
    return database
        .sql(
            """
            select coalesce(mapping, '') as name, header as columns, targets, date_order from import_run
            where id = :run and targets is not null
            """)
        .param("run", run)
        .query((row, number) ->
            ColumnMapping.of(
                row.getString("name"),
                Arrays.asList((String[]) row.getArray("columns").getArray()),
                Arrays.asList((String[]) row.getArray("targets").getArray()),
                DateOrder.of(row.getString("date_order"))))
        .optional();
  }
}
