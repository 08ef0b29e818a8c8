package io.fairlead.app.measures;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.measures.MeasureImportPlan.Change;
import io.fairlead.app.measures.MeasureImportPlan.Missing;
import io.fairlead.app.measures.MeasureImportRun.Counts;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.methods.measures.MeasureFile;
import io.fairlead.methods.table.TableProblem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Bringing values of many measures in a file: look first, then apply all of it, or what is good.
/// Nothing is written before that, and all that is written is written at once.
@Component
public class MeasureImport {
  /// Characters that a file has at most.
  public static final int LONGEST_FILE = 50_000_000;

  /// Values that a file has at most.
  static final int MOST_VALUES = 500_000;

  private static final Duration KEPT = Duration.ofDays(30);
  private static final int LONGEST_NAME = 200;

  private final MeasureImportStore store;
  private final MeasureImportPlanning planning;
  private final Measures measures;
  private final MeasureValues values;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  MeasureImport(
      MeasureImportStore store,
      MeasureImportPlanning planning,
      Measures measures,
      MeasureValues values,
      Idempotency idempotency,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.planning = planning;
    this.measures = measures;
    this.values = values;
    this.idempotency = idempotency;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// All of a file or nothing, or only what is good of it.
  public enum Extent {
    ALL,
    GOOD
  }

  /// A file with what it would do now.
  public record Previewed(MeasureImportRun run, MeasureImportPlan plan) {}

  /// The files that the viewer brought last, the newest first.
  public List<MeasureImportRun> latest(Viewer viewer) {
    return store.latest(viewer.person());
  }

  /// Takes a file in; it is kept for thirty days.
  public Outcome<UUID> bring(Viewer viewer, String fileName, String content, @Nullable String key) {
    return idempotency.once(
        viewer.person(),
        "measure-import.bring",
        key,
        List.of(fileName, content.length(), content.hashCode()),
        UUID.class,
        () -> bring(viewer, fileName, content));
  }

  private Outcome<UUID> bring(Viewer viewer, String fileName, String content) {
    if (content.isBlank()) {
      return Outcome.refused(Reason.invalid("file", "measures.import-nothing"));
    }
    if (content.length() > LONGEST_FILE) {
      return Outcome.refused(
          Reason.of(Reason.Kind.TOO_LARGE, "measures.import-long", LONGEST_FILE / 1_000_000));
    }
    MeasureFile file = MeasureFile.parse(content);
    Optional<TableProblem> fatal =
        file.problems().stream()
            .filter(each -> each.severity() == TableProblem.Severity.FATAL)
            .findFirst();
    if (fatal.isPresent()) {
      return Outcome.refused(
          Reason.invalid("file", "measures.import-unreadable", fatal.get().message()));
    }
    if (file.values().size() > MOST_VALUES) {
      return Outcome.refused(Reason.of(Reason.Kind.TOO_LARGE, "measures.import-many", MOST_VALUES));
    }
    if (file.values().isEmpty() && !file.hasErrors()) {
      return Outcome.refused(Reason.invalid("file", "measures.import-undated"));
    }
    UUID id = ids.next();
    String name = fileName.strip();
    store.forget(clock.instant().minus(KEPT));
    store.add(
        id,
        name.substring(0, Math.min(name.length(), LONGEST_NAME)),
        content,
        viewer.person(),
        clock.instant());
    return Outcome.done(id);
  }

  /// What a file of the viewer's would do now.
  public Optional<Previewed> preview(Viewer viewer, UUID id) {
    return store.find(viewer.person(), id).map(run -> previewed(viewer, run));
  }

  private Previewed previewed(Viewer viewer, MeasureImportRun run) {
    return new Previewed(run, planning.plan(viewer, MeasureFile.parse(store.content(run.id()))));
  }

  /// Writes what a file says, once: a second send finds it done.
  ///
  /// @param define which of the measures that are not there are defined, by the names in the file
  public Outcome<Counts> apply(
      Viewer viewer, UUID id, Extent extent, Collection<String> define, @Nullable String key) {
    return idempotency.once(
        viewer.person(),
        "measure-import.apply",
        key,
        List.of(id, extent, define),
        Counts.class,
        () -> apply(viewer, id, extent, new HashSet<>(define)));
  }

  private Outcome<Counts> apply(Viewer viewer, UUID id, Extent extent, Set<String> define) {
    Optional<MeasureImportRun> held = store.hold(viewer.person(), id);
    if (held.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (held.get().isApplied()) {
      return Outcome.done(held.get().counts());
    }
    MeasureImportPlan plan = previewed(viewer, held.get()).plan();
    List<Missing> defined =
        plan.missing().stream().filter(each -> define.contains(each.name())).toList();
    List<Missing> left =
        plan.missing().stream().filter(each -> !define.contains(each.name())).toList();
    if (extent == Extent.ALL && !(plan.faults().isEmpty() && left.isEmpty())) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "measures.import-faulty"));
    }
    if (plan.changes().isEmpty() && defined.isEmpty()) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "measures.import-no-good"));
    }
    int leftOut = plan.faults().size() + left.stream().mapToInt(each -> each.values().size()).sum();
    return written(viewer, plan.changes(), defined)
        .then(all -> {
          Counts counts =
              new Counts(defined.size(), all.added(), all.corrected(), all.unchanged(), leftOut);
          store.applied(id, counts, clock.instant());
          audit.record(
              viewer.person(), "measure.values-imported", "measure-import", id, viewer.person());
          return Outcome.done(counts);
        });
  }

  private Outcome<Entered> written(Viewer viewer, List<Change> changes, List<Missing> missing) {
    Outcome<Entered> all = Outcome.done(Entered.NOTHING);
    // In one order, so that two files at once wait for each other instead of for ever.
    for (Change change :
        changes.stream().sorted(java.util.Comparator.comparing(Change::id)).toList()) {
      all =
          all.then(sum -> entered(viewer, change.id(), change.values(), sum))
              .then(sum ->
                  change.targets().isEmpty()
                      ? Outcome.done(sum)
                      : measures
                          .target(viewer, change.id(), change.targets())
                          .then(_ -> Outcome.done(sum)));
    }
    for (Missing each : missing) {
      all =
          all.then(sum ->
              measures
                  .define(viewer, definition(each), null)
                  .then(id -> entered(viewer, id, each.values(), sum)));
    }
    return all;
  }

  private Outcome<Entered> entered(
      Viewer viewer, UUID measure, List<NewValue> all, Entered before) {
    Outcome<Entered> sum = Outcome.done(before);
    for (int from = 0; from < all.size(); from += MeasureValues.MOST) {
      List<NewValue> some = all.subList(from, Math.min(all.size(), from + MeasureValues.MOST));
      sum =
          sum.then(until ->
              values
                  .enter(viewer, measure, some, Source.FILE, null)
                  .then(one -> Outcome.done(until.and(one))));
      if (sum instanceof Refused<Entered>) {
        return sum;
      }
    }
    return sum;
  }

  /// What is not said in the file can be said on the measure's page.
  private static MeasureInput definition(Missing missing) {
    Double target = missing.target();
    return new MeasureInput(
        null,
        missing.name(),
        null,
        null,
        null,
        null,
        missing.decimals(),
        Way.HIGHER.code(),
        missing.frequency().code(),
        null,
        target == null ? null : BigDecimal.valueOf(target),
        null,
        null,
        null,
        null,
        null,
        Source.FILE.code(),
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
