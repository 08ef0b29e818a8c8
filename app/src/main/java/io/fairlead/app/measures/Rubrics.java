package io.fairlead.app.measures;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.words.Bundles;
import io.fairlead.app.platform.words.OrganisationSettings;
import io.fairlead.app.platform.words.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Saying how the samples of a measure are scored. What was scored by one wording of the items is
/// not compared with what is scored by another: the change is declared on the measure.
@Component
public class Rubrics {
  private final Measures measures;
  private final MeasureStore measureStore;
  private final MeasureEvents events;
  private final RubricStore store;
  private final RubricValues values;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Bundles bundles;
  private final OrganisationSettings organisation;
  private final Clock clock;

  Rubrics(
      Measures measures,
      MeasureStore measureStore,
      MeasureEvents events,
      RubricStore store,
      RubricValues values,
      Idempotency idempotency,
      Audit audit,
      Bundles bundles,
      OrganisationSettings organisation,
      Clock clock) {
    this.measures = measures;
    this.measureStore = measureStore;
    this.events = events;
    this.store = store;
    this.values = values;
    this.idempotency = idempotency;
    this.audit = audit;
    this.bundles = bundles;
    this.organisation = organisation;
    this.clock = clock;
  }

  /// How samples of the measure are scored; empty where nobody said, or the viewer may not read the
  /// measure.
  public Optional<Rubric> find(Viewer viewer, UUID measure) {
    return measures.find(viewer, measure).flatMap(_ -> store.find(measure));
  }

  /// Says how samples are scored. Other items or another scale take effect from the first period of
  /// which nothing is scored yet; the plan and who scores at once.
  ///
  /// @param revision that the writer had before them; 0 for none
  /// @param key lets it take effect once
  /// @return the measure's id
  public Outcome<UUID> save(
      Viewer writer, UUID measure, long revision, RubricInput input, @Nullable String key) {
    return measures
        .mine(writer, measure)
        .then(found ->
            idempotency.once(
                writer.person(),
                "rubric.save",
                key,
                Arrays.asList(measure, revision, input),
                UUID.class,
                () -> saved(writer, found, revision, input)));
  }

  private Outcome<UUID> saved(Viewer writer, Measure measure, long revision, RubricInput input) {
    if (measure.plan().source() != Source.RUBRIC) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "measures.not-scored"));
    }
    measureStore.lock(measure.id());
    Optional<Rubric> before = store.find(measure.id());
    if (before.map(Rubric::revision).orElse(0L) != revision) {
      return Outcome.refused(Reason.of(Reason.Kind.STALE, "measures.rubric-changed"));
    }
    return RubricReading.read(input)
        .then(read -> strangers(writer, read, before))
        .then(read -> versioned(writer, measure, read, before));
  }

  private Outcome<RubricInput.Read> strangers(
      Viewer writer, RubricInput.Read read, Optional<Rubric> before) {
    List<UUID> strangers = new ArrayList<>(measureStore.strangers(read.people(), writer.today()));
    before.ifPresent(rubric -> strangers.removeAll(rubric.people()));
    return strangers.isEmpty()
        ? Outcome.done(read)
        : Outcome.refused(Reason.invalid("people", "measures.unknown-person"));
  }

  private Outcome<UUID> versioned(
      Viewer writer, Measure measure, RubricInput.Read read, Optional<Rubric> before) {
    store.keep(measure.id(), read);
    RubricVersion newest = before.map(Rubric::newest).orElse(null);
    if (newest == null) {
      add(writer, measure, new RubricVersion(1, RubricVersion.ALWAYS, read.points(), read.items()));
    } else if (!newest.asks(read)) {
      Optional<LocalDate> scored = store.lastScored(measure.id(), newest.version());
      int next = newest.version() + 1;
      if (scored.isEmpty()) {
        RubricVersion instead = new RubricVersion(next, newest.from(), read.points(), read.items());
        store.replace(measure.id(), newest.version(), instead, writer.person(), clock.instant());
      } else {
        LocalDate from = from(measure.plan().frequency(), writer.today(), scored.get());
        if (events.standing(measure.id()).size() >= MeasureEvents.MOST) {
          return Outcome.refused(
              Reason.of(Reason.Kind.CONFLICT, "measures.too-many-events", MeasureEvents.MOST));
        }
        add(writer, measure, new RubricVersion(next, from, read.points(), read.items()));
        events.declare(writer, measure, from, words().text("measures.rubric-event"), true);
      }
    }
    audit.record(
        writer.person(),
        "measure.rubric-saved",
        MeasureRules.RECORD,
        measure.id(),
        measure.plan().owner());
    return Outcome.done(measure.id());
  }

  /// From when another wording would be used; empty where nothing was scored by the newest, which
  /// is then replaced.
  Optional<LocalDate> effect(Measure measure, Rubric rubric) {
    return store
        .lastScored(measure.id(), rubric.newest().version())
        .map(scored -> from(measure.plan().frequency(), words().today(), scored));
  }

  private void add(Viewer writer, Measure measure, RubricVersion version) {
    store.add(measure.id(), version, writer.person(), clock.instant());
  }

  /// The first day of this period, or of the next where something of this one is scored already.
  static LocalDate from(Frequency frequency, LocalDate today, LocalDate scored) {
    LocalDate first = frequency.first(today);
    return scored.isBefore(first) ? first : frequency.last(today).plusDays(1);
  }

  /// Closes all periods up to one: nothing of them is added or scored any more, and samples that
  /// not everybody scored count with those who did. An earlier day, or none, opens them again.
  ///
  /// @param through a day of the last period to close; null opens all
  /// @param key lets it take effect once
  /// @return the measure's id
  public Outcome<UUID> close(
      Viewer writer, UUID measure, @Nullable LocalDate through, @Nullable String key) {
    return measures
        .mine(writer, measure)
        .then(found ->
            idempotency.once(
                writer.person(),
                "rubric.close",
                key,
                Arrays.asList(measure, through),
                UUID.class,
                () -> closed(writer, found, through)));
  }

  private Outcome<UUID> closed(Viewer writer, Measure measure, @Nullable LocalDate through) {
    measureStore.lock(measure.id());
    if (store.find(measure.id()).isEmpty()) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "measures.rubric-missing"));
    }
    Frequency frequency = measure.plan().frequency();
    LocalDate last = through == null ? null : frequency.last(through);
    if (last != null && (!last.isBefore(writer.today()) || last.getYear() < 1900)) {
      return Outcome.refused(Reason.invalid("through", "measures.rubric-not-over"));
    }
    store.close(measure.id(), last);
    values.recompute(measure.id(), frequency);
    audit.record(
        writer.person(),
        "measure.rubric-closed",
        MeasureRules.RECORD,
        measure.id(),
        measure.plan().owner());
    return Outcome.done(measure.id());
  }

  private Words words() {
    return new Words(bundles, organisation.organisation(), clock.instant());
  }
}
