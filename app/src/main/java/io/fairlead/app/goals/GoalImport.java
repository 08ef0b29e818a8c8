package io.fairlead.app.goals;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.Cycles;
import io.fairlead.app.goals.GoalImportRun.Counts;
import io.fairlead.app.goals.ImportPlan.NewCycle;
import io.fairlead.app.goals.ImportPlan.Planned;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Limits;
import io.fairlead.app.platform.words.OrganisationSettings;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Bringing goals from a file: understood column by column, previewed with all its problems,
/// applied whole or the good of it, and taken back for a day unless somebody built on it. For
/// people operations, since it writes for everybody.
@Component
public class GoalImport {
  /// More rows than any organisation plans in one file; a longer one is a mistake.
  static final int MOST_ROWS = 50_000;

  static final int LONGEST_FILE = 20_000_000;

  private final GoalImportStore store;
  private final Cycles cycles;
  private final GoalSettings settings;
  private final OrganisationSettings organisation;
  private final Tracks tracks;
  private final RollUps rollUps;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  GoalImport(
      GoalImportStore store,
      Cycles cycles,
      GoalSettings settings,
      OrganisationSettings organisation,
      Tracks tracks,
      RollUps rollUps,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.cycles = cycles;
    this.settings = settings;
    this.organisation = organisation;
    this.tracks = tracks;
    this.rollUps = rollUps;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// Only the good of a file, or all of it or nothing.
  public enum Extent {
    ALL,
    GOOD
  }

  /// A file with what it would become.
  public record Previewed(
      GoalImportRun run, ImportPlan plan, List<Cycle> cycles, Map<String, String> owners) {}

  /// What the goal linter says of it; nothing of that is in the way.
  List<ImportRemark> remarks(ImportPlan plan, Words words) {
    return ImportRemark.of(plan, settings.inForce().within(settings.lint()), words);
  }

  public List<GoalImportRun> latest(Viewer viewer) {
    return mayImport(viewer) ? store.latest() : List.of();
  }

  static boolean mayImport(Viewer viewer) {
    return viewer.has(Role.PEOPLE_OPS);
  }

  /// Takes a file in. Its columns are understood as those of the last file with the same header,
  /// else as their names suggest.
  @Transactional
  public Outcome<UUID> bring(Viewer viewer, String fileName, String content) {
    if (!mayImport(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    if (content.isBlank()) {
      return Outcome.refused(Reason.invalid("file", "goals.import.nothing"));
    }
    if (content.length() > LONGEST_FILE) {
      return Outcome.refused(
          Reason.of(Reason.Kind.TOO_LARGE, "goals.import.too-long", LONGEST_FILE / 1_000_000));
    }
    Table table = ImportField.table(content);
    if (table.isUnreadable()) {
      return Outcome.refused(
          Reason.invalid("file", "goals.import.unreadable", table.problems().getFirst().message()));
    }
    if (table.rows().size() > MOST_ROWS) {
      return Outcome.refused(Reason.of(Reason.Kind.TOO_LARGE, "goals.import.too-many", MOST_ROWS));
    }
    UUID id = ids.next();
    store.add(id, fileName, content, remembered(table.header()), viewer.person(), clock.instant());
    return Outcome.done(id);
  }

  private ImportSettings remembered(List<String> header) {
    return store.latest().stream()
        .map(GoalImportRun::settings)
        .filter(past -> new HashSet<>(header).containsAll(past.fields().keySet()))
        .filter(past -> past.fields().size() >= ImportField.guessed(header).size())
        .findFirst()
        .orElseGet(() -> ImportSettings.guessed(ImportField.guessed(header)));
  }

  /// What the file would become, as it is understood now.
  public Optional<Previewed> preview(Viewer viewer, UUID id) {
    if (!mayImport(viewer)) {
      return Optional.empty();
    }
    return store.find(id).map(run -> previewed(viewer, run));
  }

  private Previewed previewed(Viewer viewer, GoalImportRun run) {
    Table table = ImportField.table(store.content(run.id()));
    List<Cycle> all = cycles.all();
    ImportPlanning.Here here = store.here(all, named(table, run.settings()), today());
    Visibility usual = Visibility.valueOf(settings.inForce().visibility().name());
    ImportPlan plan =
        new ImportPlanning(run.settings(), here, viewer.person(), usual, today(), ids::next)
            .plan(table);
    return new Previewed(
        run, plan, all.stream().filter(Cycle::isEverybodys).toList(), owners(here));
  }

  private static Map<String, String> owners(ImportPlanning.Here here) {
    Map<String, String> owners = new LinkedHashMap<>();
    here.teams()
        .values()
        .forEach(id -> owners.put("team:" + id, here.names().getOrDefault(id, "")));
    here.units()
        .values()
        .forEach(id -> owners.put("unit:" + id, here.names().getOrDefault(id, "")));
    return owners;
  }

  /// The ids of objectives that the file speaks of.
  private static Set<String> named(Table table, ImportSettings settings) {
    Set<String> named = new HashSet<>();
    Map<ImportField, String> columns = settings.columns();
    for (ImportField field :
        List.of(
            ImportField.OBJECTIVE_ID,
            ImportField.OBJECTIVE,
            ImportField.PARENT_ID,
            ImportField.CONTRIBUTES_TO)) {
      int column = table.header().indexOf(columns.getOrDefault(field, ""));
      if (column >= 0) {
        table.rows().stream()
            .map(row -> row.cells().get(column))
            .flatMap(cell ->
                field == ImportField.CONTRIBUTES_TO
                    ? Stream.of(cell.split(";", -1)).map(part -> part.replaceAll(":[^:]*$", ""))
                    : Stream.of(cell))
            .map(String::strip)
            .forEach(named::add);
      }
    }
    return named;
  }

  /// Says how the file is to be understood.
  @Transactional
  public Outcome<UUID> understand(Viewer viewer, UUID id, ImportSettings understood) {
    return mine(viewer, id)
        .then(run -> {
          if (!run.state().equals("previewed")) {
            return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "goals.import.already"));
          }
          store.understand(id, understood);
          return Outcome.done(id);
        });
  }

  /// Writes what the file says, once: a second send finds it done.
  @Transactional
  public Outcome<Counts> apply(Viewer viewer, UUID id, Extent extent) {
    return mine(viewer, id)
        .then(run ->
            switch (run.state()) {
              case "applied" -> Outcome.done(run.counts());
              case "undone" ->
                  Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "goals.import.already-undone"));
              default -> apply(viewer, previewed(viewer, run), extent);
            });
  }

  private Outcome<Counts> apply(Viewer viewer, Previewed previewed, Extent extent) {
    ImportPlan plan = previewed.plan();
    if (extent == Extent.ALL && plan.hasStops()) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "goals.import.has-problems"));
    }
    List<Planned> good = plan.good();
    if (good.isEmpty()) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "goals.import.nothing-good"));
    }
    Instant now = clock.instant();
    Map<UUID, LocalDate> lastDay = lastDays(previewed);
    Set<UUID> used = new HashSet<>();
    good.forEach(each -> used.add(each.plan().cycle()));
    List<NewCycle> made =
        plan.newCycles().stream().filter(each -> used.contains(each.id())).toList();
    made.forEach(each -> cycles.add(each.id(), each.name(), each.starts(), each.ends()));
    store.write(good, viewer.person(), now, lastDay);
    List<UUID> created = good.stream().map(Planned::id).toList();
    tracks.rebuild(
        good.stream()
            .flatMap(each -> each.parts().stream())
            .filter(ImportPlan.PlannedPart::saysSomething)
            .map(ImportPlan.PlannedPart::id)
            .toList());
    rollUps.dueFor(created);
    Counts counts =
        new Counts(created.size(), plan.keyResultCount(), plan.parked(), plan.known(), made.size());
    store.applied(previewed.run().id(), counts, created, now);
    audit.record(viewer.person(), "goals.imported", "goal-import", previewed.run().id(), null);
    return Outcome.done(counts);
  }

  /// The day that a cycle's figures count for: today, or its last day once it is over.
  private Map<UUID, LocalDate> lastDays(Previewed previewed) {
    LocalDate today = today();
    Map<UUID, LocalDate> days = new HashMap<>();
    previewed
        .cycles()
        .forEach(cycle -> days.put(cycle.id(), within(today, cycle.starts(), cycle.ends())));
    previewed
        .plan()
        .newCycles()
        .forEach(cycle -> days.put(cycle.id(), within(today, cycle.starts(), cycle.ends())));
    return days;
  }

  private static LocalDate within(LocalDate day, LocalDate starts, LocalDate ends) {
    if (day.isBefore(starts)) {
      return starts;
    }
    return day.isAfter(ends) ? ends : day;
  }

  /// Takes an import back, for a day, unless somebody has built on it.
  @Transactional
  public Outcome<UUID> undo(Viewer viewer, UUID id) {
    return mine(viewer, id)
        .then(run -> {
          Instant applied = run.appliedAt();
          if (run.state().equals("undone")) {
            return Outcome.done(id);
          }
          if (applied == null) {
            return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "goals.import.not-applied"));
          }
          if (clock.instant().isAfter(applied.plus(Limits.UNDO))) {
            return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "goals.import.too-late"));
          }
          List<String> builtOn = store.builtOn(run.created(), applied);
          if (!builtOn.isEmpty()) {
            return Outcome.refused(
                Reason.of(
                    Reason.Kind.CONFLICT, "goals.import.built-on", String.join(", ", builtOn)));
          }
          store.remove(run.created());
          store.undone(id);
          audit.record(viewer.person(), "goals.import-undone", "goal-import", id, null);
          return Outcome.done(id);
        });
  }

  private Outcome<GoalImportRun> mine(Viewer viewer, UUID id) {
    if (!mayImport(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return store.hold(id).map(Outcome::done).orElseGet(() -> Outcome.refused(Reason.notFound()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), organisation.organisation().zone());
  }
}
