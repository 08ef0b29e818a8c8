package io.fairlead.app.people;

import static io.fairlead.app.people.PeoplePolicy.ALL;
import static io.fairlead.app.people.PeoplePolicy.CHANGE;
import static io.fairlead.app.people.PeoplePolicy.PEOPLE_FILE;
import static io.fairlead.app.people.PeoplePolicy.PERSON;
import static io.fairlead.app.people.PeoplePolicy.READ;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import io.fairlead.app.audit.Audit;
import io.fairlead.app.people.ImportRun.Absent;
import io.fairlead.app.people.ImportRun.State;
import io.fairlead.app.people.intake.ColumnMapping;
import io.fairlead.app.people.intake.Field;
import io.fairlead.app.people.intake.Heading;
import io.fairlead.app.people.intake.PeopleFile;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings people in from a file: read and checked first, shown, then applied as a whole or without
/// the rows that are wrong, and undone within a day. Reading happens while the file is being sent;
/// checking, applying and undoing are jobs that outlive a node, each in one transaction.
@Service
public class PeopleImport {
  static final Duration UNDOABLE = Duration.ofDays(1);
  private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(30);
  private static final Logger LOG = LoggerFactory.getLogger(PeopleImport.class);

  private final ImportStore store;
  private final SyncStore syncs;
  private final Mappings mappings;
  private final MappingStore mappingStore;
  private final StagedRows rows;
  private final ImportCheck check;
  private final ImportApply apply;
  private final ImportUndo undo;
  private final PeopleStore peopleStore;
  private final People people;
  private final LineStore lines;
  private final OrganisationDate date;
  private final Idempotency idempotency;
  private final Ids ids;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final ObjectProvider<Scheduler> scheduler;
  private final ObjectProvider<OneTimeTask<Step>> task;
  private final DataSource source;
  private final TransactionTemplate transaction;
  private final TransactionTemplate apart;
  private final TransactionTemplate nested;
  private final Clock clock;

  PeopleImport(
      ImportStore store,
      SyncStore syncs,
      Mappings mappings,
      MappingStore mappingStore,
      StagedRows rows,
      ImportCheck check,
      ImportApply apply,
      ImportUndo undo,
      PeopleStore peopleStore,
      People people,
      LineStore lines,
      OrganisationDate date,
      Idempotency idempotency,
      Ids ids,
      Audit audit,
      ApplicationEventPublisher events,
      ObjectProvider<Scheduler> scheduler,
      ObjectProvider<OneTimeTask<Step>> task,
      DataSource source,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.syncs = syncs;
    this.mappings = mappings;
    this.mappingStore = mappingStore;
    this.rows = rows;
    this.check = check;
    this.apply = apply;
    this.undo = undo;
    this.peopleStore = peopleStore;
    this.people = people;
    this.lines = lines;
    this.date = date;
    this.idempotency = idempotency;
    this.ids = ids;
    this.audit = audit;
    this.events = events;
    this.scheduler = scheduler;
    this.task = task;
    this.source = source;
    this.transaction = new TransactionTemplate(transactions);
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.nested = new TransactionTemplate(transactions);
    this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.clock = clock;
  }

  /// What a job has to go on with.
  public record Step(UUID run) {}

  /// A file as it came in.
  ///
  /// @param absent what its not naming somebody means; by default that they leave. A file of parked
  ///   rows never names everybody, so there it always means that they stay
  /// @param effective the day from which its changes hold; today when null
  /// @param mapping the name of the saved mapping that says what its columns mean; null to
  ///   recognise it
  public record Upload(
      Path content,
      String name,
      @Nullable Absent absent,
      @Nullable LocalDate effective,
      @Nullable String mapping) {
    public Upload(
        Path content, String name, @Nullable Absent absent, @Nullable LocalDate effective) {
      this(content, name, absent, effective, null);
    }
  }

  /// What to do with a file whose rows were just read, in the same transaction; a reason against it
  /// leaves nothing behind.
  interface Arrival {
    Optional<Reason> accept(UUID run, int rows, Absent absent);
  }

  public boolean mayImport(Viewer viewer) {
    return peopleStore.may(viewer, PEOPLE_FILE, CHANGE, ALL);
  }

  /// Reads the file into the database and begins to check it.
  ///
  /// @return the run's id
  public Outcome<UUID> read(Viewer viewer, Upload upload) {
    return read(viewer, upload, (run, rows, absent) -> Optional.empty());
  }

  Outcome<UUID> read(Viewer viewer, Upload upload, Arrival arrival) {
    if (!mayImport(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return mappings
        .reading(upload.mapping())
        .then(reading -> read(viewer, upload, reading, arrival));
  }

  private Outcome<UUID> read(
      Viewer viewer, Upload upload, Mappings.Reading reading, Arrival arrival) {
    try {
      return switch (PeopleFile.open(upload.content(), reading::understood)) {
        case PeopleFile.Opened.Bad(String code, List<String> parameters) ->
            Outcome.refused(Reason.invalid("file", code, parameters.toArray()));
        case PeopleFile.Opened.Good(PeopleFile file) ->
            read(viewer, upload, file, reading.used(), arrival);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PeopleFile.Broken e) {
      return Outcome.refused(Reason.invalid("file", e.code(), e.detail()));
    }
  }

  private Outcome<UUID> read(
      Viewer viewer, Upload upload, PeopleFile file, @Nullable String mapping, Arrival arrival) {
    UUID run = ids.next();
    Absent meaning =
        file.heading().parked()
            ? Absent.STAY
            : Objects.requireNonNullElse(upload.absent(), Absent.LEAVE);
    LocalDate effective = Objects.requireNonNullElse(upload.effective(), date.today());
    Optional<Reason> against =
        transaction.execute(status -> {
          store.insert(
              run,
              file,
              mapping,
              shortName(upload.name()),
              meaning,
              effective,
              viewer.person(),
              clock.instant());
          int total = copied(run, file);
          store.total(run, total);
          Optional<Reason> reason = arrival.accept(run, total, meaning);
          if (reason.isPresent()) {
            status.setRollbackOnly();
            return reason;
          }
          audit.record(viewer.person(), "people-file.uploaded", PEOPLE_FILE, run, null);
          goOn(run);
          return reason;
        });
    return Objects.requireNonNull(against)
        .<Outcome<UUID>>map(Outcome::refused)
        .orElseGet(() -> Outcome.done(run));
  }

  private int copied(UUID run, PeopleFile file) {
    try {
      return rows.copy(run, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Lets a run that was just read be applied in one step with its check.
  ///
  /// @param allowLeaving how many may leave although they are more than 5 %
  void applyAtOnce(Viewer viewer, UUID run, boolean onlyTheGood, @Nullable Integer allowLeaving) {
    store.chosen(run, onlyTheGood ? "good" : "all", allowLeaving, viewer.person());
    store.move(run, State.CHECKING, State.APPLYING);
  }

  private static String shortName(String name) {
    String bare = name.replaceAll("\\p{Cntrl}", " ").replaceAll("^.*[/\\\\]", "").strip();
    if (bare.isEmpty()) {
      return "people.csv";
    }
    return bare.length() > 100 ? bare.substring(0, 100) : bare;
  }

  private void goOn(UUID run) {
    scheduler
        .getObject()
        .schedule(
            task.getObject().instance(run + " " + ids.next(), new Step(run)), clock.instant());
  }

  /// Does what the run's state asks for next; called by the job. Another node may have thought that
  /// this one died and do the same: whoever has the lock on lines first does it, and the other one
  /// finds it done.
  public void proceed(UUID run) {
    State state = store.find(run).map(ImportRun::state).orElse(State.DISCARDED);
    switch (state) {
      case CHECKING -> attempt(run, state, State.DISCARDED, () -> checkNow(run));
      case APPLYING -> attempt(run, state, State.READY, () -> applyNow(run));
      case UNDOING -> attempt(run, state, State.APPLIED, () -> undoNow(run));
      case READY, APPLIED, UNDONE, DISCARDED -> {}
    }
  }

  /// A defect must not leave a run busy for ever: it stops, says so, and the log says why.
  private void attempt(UUID run, State state, State otherwise, Supplier<Optional<Reason>> step) {
    Optional<String> stopped;
    try {
      stopped = oneAtATime(run, state, step).map(Reason::code);
    } catch (RuntimeException e) {
      LOG.error("import {} stopped", run, e);
      stopped = Optional.of("import-failed");
    }
    stopped.ifPresent(code ->
        transaction.executeWithoutResult(status -> {
          if (store.move(run, state, otherwise)) {
            store.stopped(run, code);
          }
        }));
  }

  private Optional<Reason> oneAtATime(UUID run, State state, Supplier<Optional<Reason>> step) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          takeTime();
          lines.lockHoweverLong();
          boolean stillDue =
              store.find(run).map(ImportRun::state).filter(state::equals).isPresent();
          return stillDue ? step.get() : Optional.empty();
        }));
  }

  /// A statement over half a million rows may take longer than any page's.
  private void takeTime() {
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      connection.setNetworkTimeout(Runnable::run, (int) LONGEST_STATEMENT.toMillis());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }

  private Optional<Reason> checkNow(UUID run) {
    check(run, ImportCheck.STEPS);
    store.move(run, State.CHECKING, State.READY);
    return Optional.empty();
  }

  private ImportRun check(UUID id, int steps) {
    ImportRun run = store.find(id).orElseThrow();
    check.run(run, columnsOf(run), clock.instant(), step -> tell(run, step, steps));
    return store.find(id).orElseThrow();
  }

  /// Says how far it is, in a transaction of its own, so that others see it at once.
  private void tell(ImportRun run, int step, int steps) {
    apart.executeWithoutResult(
        status -> store.progress(run.id(), (int) ((long) run.totalRows() * step / steps)));
  }

  private Map<Field, String> columnsOf(ImportRun run) {
    Map<Field, String> columns = new EnumMap<>(Field.class);
    Optional<ColumnMapping> said = mappingStore.ofRun(run.id());
    if (said.isPresent()) {
      for (Field field : Field.values()) {
        int place = said.get().codes().indexOf(field.code());
        if (place >= 0) {
          columns.put(field, run.header().get(place));
        }
      }
      return columns;
    }
    if (Heading.of(run.header()) instanceof Heading.Understood.Good(Heading heading)) {
      for (Field field : heading.fields()) {
        columns.put(field, heading.column(field));
      }
    }
    return columns;
  }

  public Optional<ImportRun> find(Viewer viewer, UUID run) {
    return mayRead(viewer) ? store.find(run) : Optional.empty();
  }

  boolean mayRead(Viewer viewer) {
    return peopleStore.may(viewer, PEOPLE_FILE, READ, ALL);
  }

  /// The latest runs, newest first.
  ///
  /// @param before only those older than this one
  public List<ImportRun> latest(Viewer viewer, @Nullable UUID before, int limit) {
    return mayRead(viewer) ? store.latest(before, limit) : List.of();
  }

  public List<ImportCause> causes(ImportRun run) {
    return store.causes(run.id());
  }

  public List<ImportProblem> problems(ImportRun run, int afterRow, int limit) {
    return store.problems(run.id(), null, afterRow, limit);
  }

  public List<PersonName> leaving(ImportRun run, int limit) {
    return store.leaving(run.id(), limit);
  }

  void forEachParked(ImportRun run, Consumer<ImportStore.Parked> reader) {
    store.forEachParked(run.id(), reader);
  }

  /// How to apply a run.
  ///
  /// @param onlyTheGood park the rows that are wrong; without it, one wrong row refuses all
  /// @param confirmedLeaving the number that would leave, needed when they are more than 5 %
  /// @param key idempotency key
  public record Application(
      UUID run, boolean onlyTheGood, @Nullable Integer confirmedLeaving, @Nullable String key) {}

  /// Begins to apply.
  public Outcome<UUID> apply(Viewer viewer, Application input) {
    return idempotency.once(
        viewer.person(),
        "people-file.apply",
        input.key(),
        input,
        UUID.class,
        () -> beginToApply(viewer, input));
  }

  private Outcome<UUID> beginToApply(Viewer viewer, Application input) {
    if (!mayImport(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    Optional<ImportRun> found = store.find(input.run());
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    ImportRun run = found.get();
    if (!store.move(run.id(), State.READY, State.APPLYING)) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "import-not-ready"));
    }
    Optional<Reason> barred = barred(run, input.onlyTheGood(), input.confirmedLeaving());
    if (barred.isPresent()) {
      return Outcome.refused(barred.get());
    }
    store.chosen(
        run.id(), input.onlyTheGood() ? "good" : "all", input.confirmedLeaving(), viewer.person());
    store.progress(run.id(), 0);
    goOn(run.id());
    return Outcome.done(run.id());
  }

  private static Optional<Reason> barred(
      ImportRun run, boolean onlyTheGood, @Nullable Integer confirmedLeaving) {
    if (run.problemRows() > 0 && !onlyTheGood) {
      return Optional.of(Reason.of(Reason.Kind.CONFLICT, "import-has-problems", run.problemRows()));
    }
    boolean confirmed =
        confirmedLeaving != null
            && (run.sync() ? run.leaving() <= confirmedLeaving : run.leaving() == confirmedLeaving);
    if (run.manyLeave() && !confirmed) {
      return Optional.of(
          Reason.of(Reason.Kind.CONFLICT, "many-leave", run.leaving(), run.activeBefore()));
    }
    return Optional.empty();
  }

  /// A file of a later day may have been synced while this one waited for its turn.
  private Optional<Reason> overtaken(UUID run) {
    LocalDate asOf = syncs.asOf(run);
    return asOf == null
        ? Optional.empty()
        : syncs.newest().filter(asOf::isBefore).map(newest -> SyncGuard.older(asOf, newest));
  }

  private Optional<Reason> applyNow(UUID id) {
    ImportStore.Choice choice = store.choice(id);
    Optional<Reason> overtaken = overtaken(id);
    if (overtaken.isPresent()) {
      return overtaken;
    }
    ImportRun run = check(id, ImportCheck.STEPS + ImportApply.STEPS);
    Optional<Reason> reason =
        barred(run, choice.choice().equals("good"), choice.confirmedLeaving());
    if (reason.isPresent()) {
      return reason;
    }
    apply.run(
        run,
        clock.instant(),
        date.today(),
        step -> tell(run, ImportCheck.STEPS + step, ImportCheck.STEPS + ImportApply.STEPS));
    audit.recordEach(choice.by(), "person.imported", PERSON, apply.touched(id));
    audit.record(choice.by(), "people-file.applied", PEOPLE_FILE, id, null);
    people.tellDepartures();
    store.applied(id, clock.instant());
    return Optional.empty();
  }

  /// Throws a run away that was not applied.
  public Outcome<UUID> discard(Viewer viewer, UUID run) {
    if (!mayImport(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    if (store.find(run).isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (!store.move(run, State.READY, State.DISCARDED)) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "import-not-ready"));
    }
    return Outcome.done(run);
  }

  /// Begins to put back what stood before, for a day, or until somebody built on it.
  ///
  /// @param key idempotency key
  public Outcome<UUID> undo(Viewer viewer, UUID run, @Nullable String key) {
    return idempotency.once(
        viewer.person(), "people-file.undo", key, run, UUID.class, () -> beginToUndo(viewer, run));
  }

  private Outcome<UUID> beginToUndo(Viewer viewer, UUID id) {
    if (!mayImport(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    Optional<ImportRun> found = store.find(id);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (!undoable(found.get())) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "undo-too-late"));
    }
    Optional<Reason> builtOn = builtOn(id);
    if (builtOn.isPresent()) {
      return Outcome.refused(builtOn.get());
    }
    if (!store.move(id, State.APPLIED, State.UNDOING)) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "import-not-ready"));
    }
    store.undoneBy(id, viewer.person());
    store.progress(id, 0);
    goOn(id);
    return Outcome.done(id);
  }

  private Optional<Reason> builtOn(UUID id) {
    int changed = undo.changedSince(id);
    return changed == 0
        ? Optional.empty()
        : Optional.of(Reason.of(Reason.Kind.CONFLICT, "undo-built-on", changed));
  }

  private Optional<Reason> undoNow(UUID id) {
    Optional<Reason> builtOn = builtOn(id);
    if (builtOn.isPresent()) {
      return builtOn;
    }
    ImportRun run = store.find(id).orElseThrow();
    List<UUID> back = undo.toldToHaveLeft(id);
    try {
      nested.executeWithoutResult(
          status -> undo.run(id, date.today(), part -> tell(run, part, 100)));
    } catch (DataIntegrityViolationException e) {
      return Optional.of(Reason.of(Reason.Kind.CONFLICT, "undo-referred-to"));
    }
    try {
      nested.executeWithoutResult(status -> undo.takeAwayMade(id));
    } catch (DataIntegrityViolationException e) {
      LOG.info("units or teams made by import {} stay, they are in use", id);
    }
    back.forEach(person -> events.publishEvent(new PersonReturned(person)));
    store.undone(id, clock.instant());
    audit.record(store.undoneBy(id), "people-file.undone", PEOPLE_FILE, id, null);
    return Optional.empty();
  }

  /// Whether the run may still be undone, as far as time goes.
  public boolean undoable(ImportRun run) {
    return run.state() == State.APPLIED
        && run.appliedAt() != null
        && clock.instant().isBefore(run.appliedAt().plus(UNDOABLE))
        && undo.remembers(run.id());
  }

  /// Forgets what is older than undoing reaches; called by a job.
  public int forgetOld() {
    Integer forgotten =
        transaction.execute(status -> store.forgetOld(clock.instant().minus(UNDOABLE)));
    return forgotten == null ? 0 : forgotten;
  }
}
