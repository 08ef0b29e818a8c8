package io.fairlead.app.measures;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.measures.ScoreStore.Marked;
import io.fairlead.app.measures.ScoreStore.OfSample;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.web.Limits;
import io.fairlead.methods.agreement.RubricMarks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Scoring samples, each rater by themselves: what others marked is seen by nobody who has yet to
/// score, not even by the measure's owner.
@Component
public class Scores {
  static final int LONGEST_NOTE = 2_000;

  private final Samples samples;
  private final MeasureStore measures;
  private final RubricStore rubrics;
  private final ScoreStore store;
  private final RubricValues values;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Clock clock;

  Scores(
      Samples samples,
      MeasureStore measures,
      RubricStore rubrics,
      ScoreStore store,
      RubricValues values,
      Idempotency idempotency,
      Audit audit,
      Clock clock) {
    this.samples = samples;
    this.measures = measures;
    this.rubrics = rubrics;
    this.store = store;
    this.values = values;
    this.idempotency = idempotency;
    this.audit = audit;
    this.clock = clock;
  }

  /// What was sent of a score.
  ///
  /// @param version of the rubric that its writer had before them
  /// @param marks by item, 1 to the points of the scale; null where they cannot judge it
  public record ScoreInput(
      @Nullable Integer version, @Nullable List<@Nullable Integer> marks, @Nullable String note) {}

  /// What became of it.
  ///
  /// @param counts whether at least half of the items are marked; else it is kept, and no value is
  ///   made of it
  /// @param corrected whether something else stood before
  public record SampleScored(boolean counts, boolean corrected) {}

  /// The latest scores of a sample that the viewer may read, by name.
  public List<SampleScore> of(Viewer viewer, UUID measure, UUID sample) {
    return samples
        .find(viewer, measure, sample)
        .map(_ -> store.readable(viewer, sample))
        .orElse(List.of());
  }

  /// The latest scores of a measure that the viewer may read, by day of the sample.
  List<OfSample> ofMeasure(Viewer viewer, UUID measure) {
    return store.readableOfMeasure(viewer, measure, Limits.EXPORT_ROWS);
  }

  /// Whether there is any that the viewer may read.
  boolean readsAny(Viewer viewer, UUID measure) {
    return store.readsAny(viewer, measure);
  }

  /// By which rubric the sample is scored.
  public Optional<RubricVersion> rubric(Sample sample) {
    return rubrics.find(sample.measure()).map(rubric -> rubric.on(sample.day()));
  }

  /// Whether the sample is neither scored nor corrected any more.
  public boolean isClosed(Sample sample) {
    return rubrics.find(sample.measure()).filter(each -> each.isClosed(sample.day())).isPresent();
  }

  /// Scores a sample, or corrects what the viewer scored before.
  ///
  /// @param key lets it take effect once; the same marks again change nothing without it, too
  public Outcome<SampleScored> score(
      Viewer viewer, UUID measure, UUID sample, ScoreInput input, @Nullable String key) {
    Optional<Sample> found = samples.find(viewer, measure, sample);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (!found.get().mayScore()) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return idempotency.once(
        viewer.person(),
        "sample.score",
        key,
        Arrays.asList(measure, sample, input),
        SampleScored.class,
        () -> samples.open(viewer, measure, sample).then(open -> scored(viewer, open, input)));
  }

  private Outcome<SampleScored> scored(Viewer viewer, Sample sample, ScoreInput input) {
    if (!sample.mayScore()) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    RubricVersion rubric = rubric(sample).orElseThrow();
    if (input.version() == null) {
      return Outcome.refused(Reason.invalid("version", "required"));
    }
    if (input.version() != rubric.version()) {
      return Outcome.refused(Reason.of(Reason.Kind.STALE, "measures.rubric-other"));
    }
    return read(rubric, input).then(marked -> written(viewer, sample, rubric, marked));
  }

  private Outcome<SampleScored> written(
      Viewer viewer, Sample sample, RubricVersion rubric, Marked marked) {
    boolean counts = new RubricMarks(marked.marks()).score().isPresent();
    Optional<SampleScore> before = store.last(sample.id(), viewer.person());
    if (before.filter(marked::says).isPresent()) {
      return Outcome.done(new SampleScored(counts, false));
    }
    int correction = before.map(each -> each.correction() + 1).orElse(0);
    store.write(
        sample.id(), viewer.person(), correction, rubric.version(), marked, clock.instant());
    MeasurePlan plan = measures.known(sample.measure(), viewer.today()).plan();
    values.recompute(sample.measure(), plan.frequency());
    audit.record(
        viewer.person(),
        correction == 0 ? "measure.sample-scored" : "measure.score-corrected",
        RubricRules.SAMPLE,
        sample.id(),
        plan.owner());
    return Outcome.done(new SampleScored(counts, correction > 0));
  }

  private static Outcome<Marked> read(RubricVersion rubric, ScoreInput input) {
    List<Reason> wrong = new ArrayList<>();
    List<@Nullable Integer> sent = Objects.requireNonNullElse(input.marks(), List.of());
    if (sent.size() != rubric.items().size()) {
      wrong.add(Reason.invalid("marks", "measures.marks-number", rubric.items().size()));
    }
    List<OptionalInt> marks = new ArrayList<>();
    for (Integer mark : sent) {
      if (mark != null && (mark < 1 || mark > rubric.points())) {
        wrong.add(
            Reason.invalid(
                "marks[" + marks.size() + "]", "measures.out-of-range", 1, rubric.points()));
      }
      marks.add(mark == null ? OptionalInt.empty() : OptionalInt.of(mark));
    }
    String note = Objects.requireNonNullElse(input.note(), "").strip();
    if (note.length() > LONGEST_NOTE) {
      wrong.add(Reason.invalid("note", "too-long", LONGEST_NOTE));
    }
    if (note.indexOf('\0') >= 0) {
      wrong.add(Reason.invalid("note", "measures.unreadable"));
    }
    return wrong.isEmpty() ? Outcome.done(new Marked(marks, note)) : Outcome.refused(wrong);
  }
}
