package io.fairlead.app.people;

import io.fairlead.app.people.ImportRun.Absent;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what syncs know of one another. Of a sync that was undone they know nothing.
@Repository
class SyncStore {
  private final JdbcClient database;

  SyncStore(JdbcClient database) {
    this.database = database;
  }

  /// The last file that was synced and still stands.
  Optional<SyncGuard.Last> last() {
    return database
        .sql(
            """
            select total_rows, absent, as_of from import_run where sync and state = 'applied'
            order by applied_at desc, id desc limit 1
            """)
        .query((row, number) ->
            new SyncGuard.Last(
                row.getInt("total_rows"),
                Absent.valueOf(row.getString("absent").toUpperCase(Locale.ROOT)),
                row.getObject("as_of", LocalDate.class)))
        .optional();
  }

  /// The latest day of which a synced file told.
  Optional<LocalDate> newest() {
    return database
        .sql(
            """
            select max(as_of) as newest from import_run where sync and state = 'applied' and as_of is not null
            having max(as_of) is not null
            """)
        .query((row, number) -> row.getObject("newest", LocalDate.class))
        .optional();
  }

  /// Whether these very bytes were synced before the last sync, so that sending them would take the
  /// organisation back.
  boolean hadEarlier(String digest) {
    return database
        .sql(
            """
            select coalesce((
              select r.digest <> :digest from import_run r where r.sync and r.state = 'applied'
              order by r.applied_at desc, r.id desc limit 1), false)
              and exists (select 1 from import_run r where r.sync and r.state = 'applied' and r.digest = :digest)
            """)
        .param("digest", digest)
        .query(Boolean.class)
        .single();
  }

  /// Makes a run that was just read a sync.
  void mark(UUID run, SyncGuard.Fit fit) {
    database
        .sql("update import_run set sync = true, as_of = :asOf, digest = :digest where id = :run")
        .param("asOf", fit.asOf())
        .param("digest", fit.digest())
        .param("run", run)
        .update();
  }

  @Nullable LocalDate asOf(UUID run) {
    return database
        .sql("select as_of from import_run where id = :run")
        .param("run", run)
        .query((row, number) -> Optional.ofNullable(row.getObject("as_of", LocalDate.class)))
        .single()
        .orElse(null);
  }
}
