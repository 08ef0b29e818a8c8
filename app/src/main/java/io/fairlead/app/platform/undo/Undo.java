package io.fairlead.app.platform.undo;

import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.undo.Undoable.Undone;
import io.fairlead.app.platform.web.Limits;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The entries that an Undo button takes back. An act keeps one in its own transaction and hands
/// its id to the toast; a later act that builds on the first forgets it.
@Component
public class Undo {
  /// Why what was sent out cannot be taken back.
  public static final Reason LEFT = Reason.of(Reason.Kind.CONFLICT, "left-the-server");

  /// Why what others have built on cannot be taken back.
  public static final Reason BUILT_ON = Reason.of(Reason.Kind.CONFLICT, "built-on");

  private record Entry(String kind, UUID record, String payload) {}

  private final JdbcClient database;
  private final Map<String, Undoable> kinds;
  private final Ids ids;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Undo(
      JdbcClient database,
      List<Undoable> kinds,
      Ids ids,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.database = database;
    this.kinds = kinds.stream().collect(Collectors.toMap(Undoable::kind, Function.identity()));
    this.ids = ids;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Keeps what is needed to take an act back, for a day; call it in the act's transaction.
  public UUID keep(String kind, UUID record, Viewer viewer, String payload) {
    UUID id = ids.next();
    Instant now = clock.instant();
    database
        .sql(
            """
            insert into undo_entry (id, kind, record, who, made_at, until, payload)
            values (:id, :kind, :record, :who, :now, :until, :payload)
            """)
        .param("id", id)
        .param("kind", kind)
        .param("record", record)
        .param("who", viewer.person())
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(now.plus(Limits.UNDO)))
        .param("payload", payload)
        .update();
    return id;
  }

  /// Somebody built on the record: its entries of this kind can no longer be taken back.
  public void forget(String kind, UUID record) {
    database
        .sql("delete from undo_entry where kind = :kind and record = :record")
        .param("kind", kind)
        .param("record", record)
        .update();
  }

  /// The newest entry with which the viewer can take back what they did to a record.
  public Optional<UUID> last(Viewer viewer, UUID record) {
    return database
        .sql(
            """
            select id from undo_entry where record = :record and who = :who and until > :now
            order by made_at desc, id desc limit 1
            """)
        .param("record", record)
        .param("who", viewer.person())
        .param("now", Timestamp.from(clock.instant()))
        .query(UUID.class)
        .optional();
  }

  /// Takes back what the viewer did. Another person's entry, an old one and one that was used are
  /// all refused alike; a refused undo leaves the entry and changes nothing.
  public Outcome<Undone> undo(Viewer viewer, UUID id) {
    Outcome<Undone> outcome =
        transaction.execute(status -> {
          Outcome<Undone> result =
              take(viewer, id)
                  .map(entry -> undo(viewer, entry))
                  .orElseGet(
                      () -> Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "undo-is-over")));
          if (result instanceof Refused) {
            status.setRollbackOnly();
          }
          return result;
        });
    return Objects.requireNonNull(outcome);
  }

  private Outcome<Undone> undo(Viewer viewer, Entry entry) {
    Undoable undoable = kinds.get(entry.kind());
    if (undoable == null) {
      throw new IllegalStateException("nobody takes back " + entry.kind());
    }
    return undoable.undo(viewer, entry.record(), entry.payload());
  }

  private Optional<Entry> take(Viewer viewer, UUID id) {
    return database
        .sql(
            """
            delete from undo_entry where id = :id and who = :who and until > :now
            returning kind, record, payload
            """)
        .param("id", id)
        .param("who", viewer.person())
        .param("now", Timestamp.from(clock.instant()))
        .query((row, number) ->
            new Entry(
                row.getString("kind"),
                row.getObject("record", UUID.class),
                row.getString("payload")))
        .optional();
  }

  /// Throws away what is over; an hourly job calls it.
  public int clean() {
    return database
        .sql("delete from undo_entry where until <= :now")
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
