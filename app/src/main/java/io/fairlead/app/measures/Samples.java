package io.fairlead.app.measures;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.measures.SampleStore.NewSample;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The samples of a measure that is scored: adding them, asking people to score them, taking them
/// out. By whoever enters the measure's values.
@Component
public class Samples {
  /// Samples that one request adds at most.
  public static final int MOST = 100;

  static final int MOST_OF_MEASURE = 5_000;

  private final Measures measures;
  private final MeasureStore measureStore;
  private final RubricStore rubrics;
  private final SampleStore store;
  private final RubricValues values;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  Samples(
      Measures measures,
      MeasureStore measureStore,
      RubricStore rubrics,
      SampleStore store,
      RubricValues values,
      Idempotency idempotency,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.measures = measures;
    this.measureStore = measureStore;
    this.rubrics = rubrics;
    this.store = store;
    this.values = values;
    this.idempotency = idempotency;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// The sample of that measure, if the viewer scores it, owns the measure or enters its values.
  /// That somebody asked for one that they may not see is recorded.
  public Optional<Sample> find(Viewer viewer, UUID measure, UUID id) {
    Optional<Sample> found = store.find(viewer, id).filter(each -> each.measure().equals(measure));
    if (found.isEmpty()) {
      store
          .whose(id)
          .filter(each -> each.measure().equals(measure))
          .ifPresent(each -> audit.denied(viewer, RubricRules.SAMPLE, id, each.owner()));
    }
    return found;
  }

  /// Those of some days that the viewer sees, the newest first.
  public List<Sample> list(Viewer viewer, UUID measure, LocalDate from, LocalDate to) {
    return store.list(viewer, measure, from, to, MOST_OF_MEASURE);
  }

  /// The sample of the measure that has waited longest for the viewer's score.
  public Optional<UUID> next(Viewer viewer, UUID measure) {
    return rubrics
        .find(measure)
        .flatMap(rubric -> store.next(measure, viewer.person(), rubric.closed()));
  }

  /// What was added, in the order in which it was sent.
  public record AddedSamples(List<UUID> samples) {}

  /// Adds samples, all or none of them.
  ///
  /// @param key lets it take effect once
  public Outcome<AddedSamples> add(
      Viewer viewer, UUID measure, List<SampleInput> samples, @Nullable String key) {
    return entering(viewer, measure)
        .then(found ->
            idempotency.once(
                viewer.person(),
                "sample.add",
                key,
                List.of(measure, samples),
                AddedSamples.class,
                () -> {
                  measureStore.lock(measure);
                  return rubric(found)
                      .then(rubric ->
                          new SampleReading(viewer, rubric, measureStore, store, ids).read(samples))
                      .then(read -> added(viewer, found, read));
                }));
  }

  private Outcome<Measure> entering(Viewer viewer, UUID measure) {
    Optional<Measure> found = measures.find(viewer, measure);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    return found.get().mayEnter()
        ? Outcome.done(found.get())
        : Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
  }

  private Outcome<Rubric> rubric(Measure measure) {
    if (measure.retired()) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "measures.retired"));
    }
    if (measure.plan().source() != Source.RUBRIC) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "measures.not-scored"));
    }
    return rubrics
        .find(measure.id())
        .map(Outcome::done)
        .orElseGet(
            () -> Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "measures.rubric-missing")));
  }

  private Outcome<AddedSamples> added(Viewer viewer, Measure measure, List<NewSample> samples) {
    samples.forEach(each -> store.insert(measure.id(), each, viewer.person(), clock.instant()));
    audit(viewer, measure, "measure.samples-added");
    return Outcome.done(new AddedSamples(samples.stream().map(NewSample::id).toList()));
  }

  private void audit(Viewer viewer, Measure measure, String act) {
    audit.record(viewer.person(), act, MeasureRules.RECORD, measure.id(), measure.plan().owner());
  }

  /// Asks other people to score a sample. Who has scored it stays.
  ///
  /// @param key lets it take effect once
  /// @return the sample's id
  public Outcome<UUID> ask(
      Viewer viewer, UUID measure, UUID sample, @Nullable List<UUID> raters, @Nullable String key) {
    return entering(viewer, measure)
        .then(found ->
            idempotency.once(
                viewer.person(),
                "sample.ask",
                key,
                Arrays.asList(sample, raters),
                UUID.class,
                () ->
                    open(viewer, measure, sample)
                        .then(open -> asked(viewer, found, open, raters))));
  }

  private Outcome<UUID> asked(
      Viewer viewer, Measure measure, Sample sample, @Nullable List<UUID> sent) {
    List<UUID> raters =
        sent == null ? List.of() : sent.stream().filter(Objects::nonNull).distinct().toList();
    Optional<Reason> wrong =
        SampleReading.ofRaters(viewer, raters, sample.author(), "raters", measureStore);
    if (wrong.isPresent()) {
      return Outcome.refused(wrong.get());
    }
    Optional<Sample.Rater> dropped =
        sample.raters().stream()
            .filter(each -> each.scored() && !raters.contains(each.person()))
            .findFirst();
    if (dropped.isPresent()) {
      return Outcome.refused(
          Reason.invalid("raters", "measures.rater-scored", String.valueOf(dropped.get().name())));
    }
    store.ask(sample.id(), raters);
    values.recompute(measure.id(), measure.plan().frequency());
    audit(viewer, measure, "measure.raters-asked");
    return Outcome.done(sample.id());
  }

  /// Takes a sample out, with what was scored of it; it stays in the record.
  ///
  /// @param key lets it take effect once
  /// @return the sample's id
  public Outcome<UUID> withdraw(Viewer viewer, UUID measure, UUID sample, @Nullable String key) {
    return entering(viewer, measure)
        .then(found ->
            idempotency.once(
                viewer.person(),
                "sample.withdraw",
                key,
                List.of(measure, sample),
                UUID.class,
                () -> open(viewer, measure, sample).then(open -> withdrawn(viewer, found, open))));
  }

  private Outcome<UUID> withdrawn(Viewer viewer, Measure measure, Sample sample) {
    store.withdraw(sample.id(), viewer.person(), clock.instant());
    values.recompute(measure.id(), measure.plan().frequency());
    audit(viewer, measure, "measure.sample-withdrawn");
    return Outcome.done(sample.id());
  }

  /// The sample, held, if it can still be changed.
  Outcome<Sample> open(Viewer viewer, UUID measure, UUID sample) {
    measureStore.lock(measure);
    Optional<Sample> found =
        store.find(viewer, sample).filter(each -> each.measure().equals(measure));
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    return rubric(measureStore.known(measure, viewer.today()))
        .then(rubric ->
            rubric.isClosed(found.get().day())
                ? Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "measures.rubric-closed"))
                : Outcome.done(found.get()));
  }
}
