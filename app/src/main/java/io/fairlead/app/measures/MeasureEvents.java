package io.fairlead.app.measures;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Saying what happened, beside the values. A usual range is found anew only from a change that
/// somebody declared here.
@Component
public class MeasureEvents {
  static final int LONGEST = 1_000;
  static final int MOST = 200;

  private final Measures measures;
  private final Standings standings;
  private final JdbcClient database;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  MeasureEvents(
      Measures measures,
      Standings standings,
      JdbcClient database,
      Idempotency idempotency,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.measures = measures;
    this.standings = standings;
    this.database = database;
    this.idempotency = idempotency;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// What is sent of an event.
  public record Input(@Nullable LocalDate day, @Nullable String words, @Nullable Boolean rebases) {}

  /// What happened, by day; empty where the viewer may not read the measure.
  public List<MeasureEvent> of(Viewer viewer, UUID measure) {
    return measures.find(viewer, measure).map(_ -> standing(measure)).orElse(List.of());
  }

  List<MeasureEvent> standing(UUID measure) {
    return database
        .sql(
            """
            select e.*, i.name from measure_event e left join identity i on i.person = e.by_person
            where e.measure = :measure and e.withdrawn_at is null order by e.day, e.at
            """)
        .param("measure", measure)
        .query((row, _) ->
            new MeasureEvent(
                row.getObject("id", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getString("words"),
                row.getBoolean("rebases"),
                row.getString("name"),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  /// Who enters values may say what happened; who may say what the measure is may declare that the
  /// process changed.
  ///
  /// @return the event's id
  public Outcome<UUID> say(Viewer viewer, UUID measure, Input input, @Nullable String key) {
    Optional<Measure> found = measures.find(viewer, measure);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    boolean rebases = Objects.requireNonNullElse(input.rebases(), false);
    boolean may = rebases ? found.get().mayChange() : mayWork(found.get());
    if (!may) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return idempotency.once(
        viewer.person(),
        "measure.event",
        key,
        List.of(measure, input),
        UUID.class,
        () -> said(viewer, found.get(), input, rebases));
  }

  private static boolean mayWork(Measure measure) {
    return measure.mayChange() || measure.mayEnter();
  }

  private Outcome<UUID> said(Viewer viewer, Measure measure, Input input, boolean rebases) {
    String words = Objects.requireNonNullElse(input.words(), "").strip();
    List<Reason> wrong = new ArrayList<>();
    if (words.isEmpty()) {
      wrong.add(Reason.invalid("words", "required"));
    } else if (words.length() > LONGEST) {
      wrong.add(Reason.invalid("words", "too-long", LONGEST));
    } else if (words.indexOf('\0') >= 0) {
      wrong.add(Reason.invalid("words", "measures.unreadable"));
    }
    LocalDate day = input.day();
    if (day == null) {
      wrong.add(Reason.invalid("day", "required"));
    } else if (day.isAfter(viewer.today().plusYears(1)) || day.getYear() < 1900) {
      wrong.add(Reason.invalid("day", "measures.day-far"));
    }
    if (wrong.isEmpty() && standing(measure.id()).size() >= MOST) {
      wrong.add(Reason.of(Reason.Kind.CONFLICT, "measures.too-many-events", MOST));
    }
    if (day == null || !wrong.isEmpty()) {
      return Outcome.refused(wrong);
    }
    return Outcome.done(declare(viewer, measure, day, words, rebases));
  }

  /// Keeps what happened, for whoever may say it.
  UUID declare(Viewer viewer, Measure measure, LocalDate day, String words, boolean rebases) {
    UUID id = ids.next();
    database
        .sql(
            """
            insert into measure_event (id, measure, day, words, rebases, by_person, at)
            values (:id, :measure, :day, :words, :rebases, :by, :at)
            """)
        .param("id", id)
        .param("measure", measure.id())
        .param("day", day)
        .param("words", words)
        .param("rebases", rebases)
        .param("by", viewer.person())
        .param("at", Timestamp.from(clock.instant()))
        .update();
    after(viewer, measure, rebases, "measure.event-said");
    return id;
  }

  private void after(Viewer viewer, Measure measure, boolean rebases, String act) {
    if (rebases) {
      standings.refreshAll(measure.id());
    }
    audit.record(viewer.person(), act, MeasureRules.RECORD, measure.id(), measure.plan().owner());
  }

  /// Takes back what was said; it stays in the record. By whoever said it, or whoever may say what
  /// the measure is.
  public Outcome<UUID> withdraw(Viewer viewer, UUID measure, UUID event, @Nullable String key) {
    Optional<Measure> found = measures.find(viewer, measure);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    return idempotency.once(
        viewer.person(),
        "measure.event-withdraw",
        key,
        List.of(measure, event),
        UUID.class,
        () -> withdrawn(viewer, found.get(), event));
  }

  private Outcome<UUID> withdrawn(Viewer viewer, Measure measure, UUID event) {
    record Said(UUID by, boolean rebases) {}
    Optional<Said> said =
        database
            .sql(
                """
                select by_person, rebases from measure_event
                where id = :event and measure = :measure and withdrawn_at is null for update
                """)
            .param("event", event)
            .param("measure", measure.id())
            .query((row, _) ->
                new Said(row.getObject("by_person", UUID.class), row.getBoolean("rebases")))
            .optional();
    if (said.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    boolean mine = said.get().by().equals(viewer.person()) && !said.get().rebases();
    if (!mine && !measure.mayChange()) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    database
        .sql("update measure_event set withdrawn_at = :at, withdrawn_by = :by where id = :event")
        .param("at", Timestamp.from(clock.instant()))
        .param("by", viewer.person())
        .param("event", event)
        .update();
    after(viewer, measure, said.get().rebases(), "measure.event-withdrawn");
    return Outcome.done(event);
  }
}
