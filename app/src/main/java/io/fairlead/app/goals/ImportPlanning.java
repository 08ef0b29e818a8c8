package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.OpenCycles;
import io.fairlead.app.goals.ImportPlan.NewCycle;
import io.fairlead.app.goals.ImportPlan.Planned;
import io.fairlead.app.goals.ImportPlan.PlannedPart;
import io.fairlead.app.goals.ImportPlan.Problem;
import io.fairlead.methods.goals.AlignmentGraph;
import io.fairlead.methods.goals.AlignmentProblem;
import io.fairlead.methods.goals.Contributions;
import io.fairlead.methods.goals.GoalCells;
import io.fairlead.methods.goals.GoalColumn;
import io.fairlead.methods.goals.GoalRow;
import io.fairlead.methods.goals.GoalState;
import io.fairlead.methods.goals.KeyResult;
import io.fairlead.methods.goals.ObjectiveKind;
import io.fairlead.methods.goals.Reading;
import io.fairlead.methods.table.Table;
import io.fairlead.methods.table.TableProblem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Works out what a file would become, without touching anything: rows to objectives, names to
/// people and cycles, and a problem for everything that cannot be taken as it is.
///
/// A cell whose meaning had to be changed (a cycle found by its dates, a text that is no date, an
/// owner nobody is called) is also kept as it was written, so that the export gives it back.
final class ImportPlanning {
  static final String AS_WRITTEN = " (as imported)";
  private static final Set<String> ORGANISATION_LEVELS =
      Set.of("company", "organisation", "organization", "corporate");

  /// What is here already.
  ///
  /// @param people by lower-case name or address; those that two share are left out
  /// @param teams by lower-case name, with the id and who answers for it
  /// @param objectives by the id that files know them by
  record Here(
      Map<String, UUID> people,
      Map<String, UUID> teams,
      Map<UUID, UUID> leads,
      Map<String, UUID> units,
      Map<UUID, String> names,
      List<Cycle> cycles,
      Map<String, List<Existing>> objectives) {}

  record Existing(UUID id, UUID cycle) {}

  private final ImportSettings settings;
  private final Map<ImportField, String> columns;
  private final Here here;
  private final UUID importer;
  private final Visibility visibility;
  private final LocalDate today;
  private final Supplier<UUID> ids;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> unknownOwners = new TreeMap<>();
  private final Map<String, Integer> unknownCycles = new TreeMap<>();
  private final Map<String, NewCycle> newCycles = new LinkedHashMap<>();
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> nowhere = new HashSet<>();

  ImportPlanning(
      ImportSettings settings,
      Here here,
      UUID importer,
      Visibility visibility,
      LocalDate today,
      Supplier<UUID> ids) {
    this.settings = settings;
    this.columns = settings.columns();
    this.here = here;
    this.importer = importer;
    this.visibility = visibility;
    this.today = today;
    this.ids = ids;
  }

  /// One row with its cells by field.
  private record Line(int number, Map<ImportField, String> cells, Map<String, String> attributes) {
    String text(ImportField field) {
      return cells.getOrDefault(field, "").strip();
    }

    boolean has(ImportField field) {
      return !text(field).isEmpty();
    }
  }

  private record When(UUID id, String name, LocalDate starts, LocalDate ends) {}

  private static final class Draft {
    final UUID id;
    final String external;
    final When cycle;
    final Line first;
    final Owner owner;
    final List<Line> lines = new ArrayList<>();
    final List<KeyResultPlan> parts = new ArrayList<>();
    final List<PlannedPart> brought = new ArrayList<>();
    final Set<String> partIds = new HashSet<>();
    final Map<String, String> attributes = new LinkedHashMap<>();
    GoalCells cells;
    boolean good = true;

    Draft(UUID id, String external, When cycle, Line first, Owner owner, GoalCells cells) {
      this.id = id;
      this.external = external;
      this.cycle = cycle;
      this.first = first;
      this.owner = owner;
      this.cells = cells;
    }
  }

  ImportPlan plan(Table table) {
    for (TableProblem problem : table.problems()) {
      problems.add(
          new Problem(
              problem.row(),
              problem.column(),
              problem.code(),
              "",
              problem.severity() != TableProblem.Severity.NOTE));
    }
    table.rows().forEach(row -> read(line(table.header(), row)));
    Map<String, List<Draft>> byExternal = new HashMap<>();
    drafts
        .values()
        .forEach(
            draft -> byExternal.computeIfAbsent(draft.external, _ -> new ArrayList<>()).add(draft));
    Map<UUID, Draft> byId = new HashMap<>();
    drafts.values().forEach(draft -> byId.put(draft.id, draft));
    Map<Draft, Map<UUID, Double>> links = new LinkedHashMap<>();
    drafts.values().forEach(draft -> links.put(draft, links(draft, byExternal)));
    refuseCircles(links, byId);
    List<Planned> planned = new ArrayList<>();
    links.forEach((draft, shares) -> planned.add(planned(draft, shares, byId)));
    return new ImportPlan(
        table.rows().size(),
        table.header(),
        planned,
        known.size(),
        nowhere.size(),
        List.copyOf(newCycles.values()),
        unknownOwners,
        unknownCycles,
        problems);
  }

  private Line line(List<String> header, Table.Row row) {
    Map<ImportField, String> cells = new EnumMap<>(ImportField.class);
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String column = header.get(i);
      String cell = row.cells().get(i);
      Optional<ImportField> field =
          columns.entrySet().stream()
              .filter(each -> each.getValue().equals(column))
              .map(Map.Entry::getKey)
              .findFirst();
      if (field.isPresent()) {
        cells.put(field.get(), cell);
      } else if (!cell.isBlank()) {
        attributes.put(column, cell);
      }
    }
    return new Line(row.number(), cells, attributes);
  }

  private void read(Line line) {
    String external =
        line.has(ImportField.OBJECTIVE_ID)
            ? line.text(ImportField.OBJECTIVE_ID)
            : line.text(ImportField.OBJECTIVE);
    if (external.isEmpty()) {
      stop(line, ImportField.OBJECTIVE_ID, "objective-id-missing");
      return;
    }
    When cycle = cycle(line);
    if (cycle == null) {
      nowhere.add(line.text(ImportField.CYCLE) + " " + external);
      return;
    }
    String key = cycle.id() + " " + external;
    if (isHere(external, cycle.id())) {
      known.add(key);
      return;
    }
    if (isOfAPilot(cycle)) {
      stop(line, ImportField.CYCLE, "cycle-of-a-pilot");
      nowhere.add(line.text(ImportField.CYCLE) + " " + external);
      return;
    }
    Draft draft = drafts.get(key);
    if (draft == null) {
      draft = begun(line, external, cycle);
      drafts.put(key, draft);
    }
    draft.lines.add(line);
    part(draft, line);
  }

  /// Only those who are in a pilot write in its cycles; what stands there is known all the same.
  private boolean isOfAPilot(When when) {
    return here.cycles().stream()
        .anyMatch(cycle -> cycle.id().equals(when.id()) && !cycle.isEverybodys());
  }

  private boolean isHere(String external, UUID cycle) {
    return here.objectives().getOrDefault(external, List.of()).stream()
        .anyMatch(existing -> existing.cycle().equals(cycle));
  }

  /// An objective begins with its first row; what later rows say otherwise is pointed at.
  private Draft begun(Line line, String external, When cycle) {
    List<TableProblem> found = new ArrayList<>();
    GoalCells cells = goalRow(line, null).read(found);
    Optional<Owner> owner = owner(line);
    Draft draft =
        new Draft(ids.get(), external, cycle, line, owner.orElse(Owner.ORGANISATION), cells);
    draft.good = owner.isPresent();
    if (!line.has(ImportField.OBJECTIVE)) {
      draft.good &= stop(line, ImportField.OBJECTIVE, "title-missing");
    }
    draft.good &= fits(line, ImportField.OBJECTIVE, ObjectiveReading.LONGEST_TITLE);
    draft.good &= fits(line, ImportField.WHY, ObjectiveReading.LONGEST_TEXT);
    cells.kind();
    cells.state();
    cells.contributions();
    draft.good &= taken(line, found);
    return draft;
  }

  private boolean fits(Line line, ImportField field, int longest) {
    return line.text(field).length() <= longest || unreadable(line, field, "too-long");
  }

  /// Adds the problems that reading found.
  ///
  /// @return whether the row can still be used
  private boolean taken(Line line, List<TableProblem> found) {
    boolean good = true;
    for (TableProblem problem : found) {
      ImportField field = ImportField.find(problem.column()).orElse(ImportField.OBJECTIVE_ID);
      good &= unreadable(line, field, problem.code());
    }
    return good;
  }

  private GoalRow goalRow(Line line, @Nullable KeyResultKind kind) {
    Map<GoalColumn, String> cells = new EnumMap<>(GoalColumn.class);
    line.cells()
        .forEach((field, cell) -> field.column().ifPresent(column -> cells.put(column, cell)));
    if (kind != null) {
      cells.put(GoalColumn.KR_KIND, kind.code());
      if (settings.baselineIsZero()
          && kind.isWay()
          && !line.has(ImportField.BASELINE)
          && line.has(ImportField.TARGET)) {
        cells.put(GoalColumn.BASELINE, "0");
      }
    }
    return new GoalRow(line.number(), cells, Map.of());
  }

  private void part(Draft draft, Line line) {
    if (!goalRow(line, null).hasKeyResult()) {
      keepAsWritten(draft, line, null, draft.attributes);
      return;
    }
    String external = line.text(ImportField.KR_ID);
    if (!external.isEmpty() && !draft.partIds.add(external)) {
      draft.good &= stop(line, ImportField.KR_ID, "duplicate-key-result");
      return;
    }
    if (!line.has(ImportField.KEY_RESULT)) {
      draft.good &= stop(line, ImportField.KEY_RESULT, "key-result-missing");
      return;
    }
    draft.good &= fits(line, ImportField.KEY_RESULT, ObjectiveReading.LONGEST_TITLE);
    KeyResultKind kind = kind(line);
    if (kind == null) {
      draft.good &= unreadable(line, ImportField.KR_KIND, "kr-kind-unknown");
      kind = KeyResultKind.YES_NO;
    }
    List<TableProblem> found = new ArrayList<>();
    GoalRow row = goalRow(line, kind);
    GoalCells cells = row.read(found);
    KeyResult asked = cells.keyResult().orElseGet(KeyResult.YesNo::new);
    Optional<Reading> reading = cells.reading(asked);
    Double weight = positive(cells.weight());
    Double confidence = cells.confidence();
    LocalDate due = cells.due();
    draft.good &= taken(line, found);
    asked.flaws().forEach(flaw -> note(line, ImportField.TARGET, flaw.code()));
    UUID id = ids.get();
    KeyResultPlan plan = plan(id, line, row, kind, asked, weight, due, found);
    draft.parts.add(plan);
    Map<String, String> attributes = new LinkedHashMap<>();
    PlannedPart part =
        new PlannedPart(
            id,
            external,
            value(reading, line),
            done(reading),
            confidence == null ? null : (int) Math.round(confidence),
            attributes);
    draft.brought.add(part);
    keepAsWritten(draft, line, exported(plan, part), attributes);
  }

  private static Double positive(double weight) {
    return weight > 0 && weight <= 1000 ? weight : 1.0;
  }

  /// The kind as written; else as the figures tell: a band has limits, a target makes a way, and
  /// what has neither is done or not.
  private @Nullable KeyResultKind kind(Line line) {
    if (line.has(ImportField.KR_KIND)) {
      return KeyResultKind.find(line.text(ImportField.KR_KIND).toLowerCase(Locale.ROOT))
          .orElse(null);
    }
    if (line.has(ImportField.LOW) || line.has(ImportField.HIGH)) {
      return KeyResultKind.BAND;
    }
    Optional<BigDecimal> target = figure(line.text(ImportField.TARGET));
    if (target.isEmpty() && !line.has(ImportField.TARGET)) {
      return KeyResultKind.YES_NO;
    }
    if (target.isEmpty() && line.text(ImportField.TARGET).contains(";")) {
      return KeyResultKind.MILESTONES;
    }
    return figure(line.text(ImportField.BASELINE))
        .filter(baseline -> target.isPresent() && baseline.compareTo(target.get()) > 0)
        .map(_ -> KeyResultKind.DECREASE)
        .orElse(KeyResultKind.INCREASE);
  }

  private static Optional<BigDecimal> figure(String text) {
    try {
      return text.isEmpty() || text.length() > 40
          ? Optional.empty()
          : Optional.of(new BigDecimal(text));
    } catch (NumberFormatException notAFigure) {
      return Optional.empty();
    }
  }

  private KeyResultPlan plan(
      UUID id,
      Line line,
      GoalRow row,
      KeyResultKind kind,
      KeyResult asked,
      Double weight,
      @Nullable LocalDate due,
      List<TableProblem> found) {
    List<KeyResultPlan.Milestone> steps = new ArrayList<>();
    if (asked instanceof KeyResult.Milestones(Map<String, Double> weights)) {
      weights.forEach((name, each) ->
          steps.add(
              new KeyResultPlan.Milestone(
                  ids.get(),
                  cut(name, 200),
                  each > 0 ? BigDecimal.valueOf(each) : BigDecimal.ONE)));
    }
    return new KeyResultPlan(
        id,
        cut(line.text(ImportField.KEY_RESULT), ObjectiveReading.LONGEST_TITLE),
        kind,
        kind.isWay() ? number(row, GoalColumn.BASELINE, found) : null,
        null,
        TargetMode.ABSOLUTE,
        kind.isWay() ? number(row, GoalColumn.TARGET, found) : null,
        null,
        kind == KeyResultKind.BAND ? number(row, GoalColumn.LOW, found) : null,
        kind == KeyResultKind.BAND ? number(row, GoalColumn.HIGH, found) : null,
        kind == KeyResultKind.BAND ? number(row, GoalColumn.TOLERANCE, found) : null,
        cut(line.text(ImportField.UNIT), 60),
        figure(line.text(ImportField.WEIGHT))
            .filter(each -> each.doubleValue() == weight)
            .orElse(BigDecimal.valueOf(weight)),
        null,
        due,
        false,
        "",
        steps);
  }

  /// The figure as written, unless reading found it wanting.
  private static @Nullable BigDecimal number(
      GoalRow row, GoalColumn column, List<TableProblem> found) {
    boolean wrong = found.stream().anyMatch(problem -> problem.column().equals(column.header()));
    return wrong ? null : figure(row.text(column)).orElse(null);
  }

  private static @Nullable BigDecimal value(Optional<Reading> reading, Line line) {
    return switch (reading.orElseGet(Reading::nothing)) {
      case Reading.Figure _ -> figure(line.text(ImportField.CURRENT)).orElse(null);
      case Reading.Answer(boolean yes) -> yes ? BigDecimal.ONE : BigDecimal.ZERO;
      case Reading.Done _, Reading.Nothing _ -> null;
    };
  }

  private static @Nullable List<String> done(Optional<Reading> reading) {
    return reading.orElseGet(Reading::nothing) instanceof Reading.Done(Set<String> names)
        ? List.copyOf(names)
        : null;
  }

  private static GoalLine.Part exported(KeyResultPlan plan, PlannedPart part) {
    return new GoalLine.Part(
        part.external(),
        plan.title(),
        plan.kind(),
        plan.baseline(),
        plan.target(),
        plan.low(),
        plan.high(),
        plan.tolerance(),
        plan.milestones(),
        plan.unit(),
        plan.weight(),
        current(plan, part),
        part.confidence(),
        plan.due());
  }

  private static String current(KeyResultPlan plan, PlannedPart part) {
    BigDecimal value = part.value();
    if (plan.kind() == KeyResultKind.YES_NO) {
      return value == null ? "" : value.signum() == 0 ? "no" : "yes";
    }
    List<String> done = part.done();
    if (done != null) {
      return String.join(";", done);
    }
    return GoalLine.plain(value);
  }

  /// Keeps every cell that the export would give back otherwise, and the columns it has no room
  /// for.
  private void keepAsWritten(
      Draft draft, Line line, GoalLine.@Nullable Part part, Map<String, String> attributes) {
    attributes.putAll(line.attributes());
    GoalLine exported =
        new GoalLine(
            draft.external,
            line.text(ImportField.PARENT_ID),
            Map.of(),
            draft.cycle.name(),
            draft.owner.kind().code(),
            ownerName(draft.owner),
            cut(draft.first.text(ImportField.OBJECTIVE), ObjectiveReading.LONGEST_TITLE),
            kindOf(draft).code(),
            stateOf(draft).code(),
            part,
            Map.of());
    Map<GoalColumn, String> cells = exported.cells();
    line.cells()
        .forEach((field, cell) -> {
          String column = columns.get(field);
          if (cell.isBlank() || column == null) {
            return;
          }
          boolean given =
              field == ImportField.CONTRIBUTES_TO
                  || field
                      .column()
                      .map(own -> cells.getOrDefault(own, "").equals(cell.strip()))
                      .orElse(field == ImportField.WHY);
          if (!given) {
            boolean free = field.column().isEmpty() || GoalColumn.find(column).isEmpty();
            attributes.put(free ? column : column + AS_WRITTEN, cell);
          }
        });
  }

  private String ownerName(Owner owner) {
    UUID id = owner.id();
    return id == null ? "" : here.names().getOrDefault(id, "");
  }

  private static ObjectiveKind kindOf(Draft draft) {
    return draft.cells.kind().orElse(ObjectiveKind.ASPIRATIONAL);
  }

  private ObjectiveState stateOf(Draft draft) {
    return draft
        .cells
        .state()
        .map(GoalState::code)
        .map(ObjectiveState::of)
        .orElse(settings.stateOrActive());
  }

  // Who

  private Optional<Owner> owner(Line line) {
    String name = line.text(ImportField.OWNER);
    String key = name.toLowerCase(Locale.ROOT);
    if (!name.isEmpty()) {
      UUID person = here.people().get(key);
      if (person != null) {
        return Optional.of(Owner.person(person));
      }
      UUID team = here.teams().get(key);
      if (team != null) {
        return Optional.of(Owner.team(team));
      }
      UUID unit = here.units().get(key);
      if (unit != null) {
        return Optional.of(Owner.unit(unit));
      }
    }
    if (ORGANISATION_LEVELS.contains(line.text(ImportField.LEVEL).toLowerCase(Locale.ROOT))) {
      return Optional.of(Owner.ORGANISATION);
    }
    unknownOwners.merge(name, 1, Integer::sum);
    Optional<Owner> chosen = chosenOwner();
    if (chosen.isEmpty()) {
      stop(line, ImportField.OWNER, name.isEmpty() ? "owner-missing" : "owner-unknown");
    } else {
      note(line, ImportField.OWNER, "owner-replaced");
    }
    return chosen;
  }

  private Optional<Owner> chosenOwner() {
    String choice = settings.owner();
    if (choice.equals("me")) {
      return Optional.of(Owner.person(importer));
    }
    if (choice.equals("organisation")) {
      return Optional.of(Owner.ORGANISATION);
    }
    int colon = choice.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    return here.names().keySet().stream()
        .filter(id -> id.toString().equals(choice.substring(colon + 1)))
        .findFirst()
        .map(id -> choice.startsWith("team:") ? Owner.team(id) : Owner.unit(id));
  }

  private UUID accountable(Owner owner) {
    UUID id = owner.id();
    if (id == null) {
      return importer;
    }
    return owner.kind() == Owner.Kind.PERSON ? id : here.leads().getOrDefault(id, importer);
  }

  // When

  private @Nullable When cycle(Line line) {
    String name = line.text(ImportField.CYCLE);
    LocalDate starts = date(line, ImportField.CYCLE_STARTS);
    LocalDate ends = date(line, ImportField.CYCLE_ENDS);
    Optional<Cycle> found =
        here.cycles().stream()
            .filter(cycle -> cycle.name().equalsIgnoreCase(name))
            .findFirst()
            .or(() -> cycleOf(starts, ends));
    if (found.isEmpty() && name.isEmpty() && starts == null) {
      found = OpenCycles.EVERYBODYS.current(here.cycles(), today);
    }
    if (found.isPresent()) {
      return when(found.get());
    }
    unknownCycles.merge(name, 1, Integer::sum);
    Optional<Cycle> chosen =
        settings
            .cycleId(name)
            .flatMap(
                id -> here.cycles().stream().filter(cycle -> cycle.id().equals(id)).findFirst());
    if (chosen.isPresent()) {
      return when(chosen.get());
    }
    if (!settings.makes(name)) {
      stop(line, ImportField.CYCLE, "cycle-unknown");
      return null;
    }
    LocalDate first = settings.makesAlone(name) ? settings.starts(name) : starts;
    LocalDate last = settings.makesAlone(name) ? settings.ends(name) : ends;
    if (first == null || last == null) {
      stop(line, ImportField.CYCLE, "cycle-without-dates");
      return null;
    }
    if (!first.isBefore(last)) {
      stop(line, ImportField.CYCLE, "cycle-ends-first");
      return null;
    }
    return cycleOf(first, last).map(ImportPlanning::when).orElseGet(() -> made(name, first, last));
  }

  private Optional<Cycle> cycleOf(@Nullable LocalDate starts, @Nullable LocalDate ends) {
    return here.cycles().stream()
        .filter(Cycle::isEverybodys)
        .filter(cycle -> cycle.starts().equals(starts) && cycle.ends().equals(ends))
        .findFirst();
  }

  private When made(String name, LocalDate starts, LocalDate ends) {
    NewCycle made =
        newCycles.computeIfAbsent(
            starts + " " + ends,
            _ -> new NewCycle(ids.get(), freeName(cut(name, 60), starts), starts, ends));
    return new When(made.id(), made.name(), made.starts(), made.ends());
  }

  private String freeName(String name, LocalDate starts) {
    String plain = name.isEmpty() ? starts.toString() : name;
    boolean taken =
        newCycles.values().stream().anyMatch(cycle -> cycle.name().equalsIgnoreCase(plain));
    return taken ? plain + " (" + starts + ")" : plain;
  }

  private static When when(Cycle cycle) {
    return new When(cycle.id(), cycle.name(), cycle.starts(), cycle.ends());
  }

  private @Nullable LocalDate date(Line line, ImportField field) {
    if (!line.has(field)) {
      return null;
    }
    try {
      return LocalDate.parse(line.text(field));
    } catch (DateTimeParseException notADate) {
      note(line, field, "not-a-date");
      return null;
    }
  }

  // What it moves

  /// The share of each parent, ours or to be written, by id.
  private Map<UUID, Double> links(Draft draft, Map<String, List<Draft>> byExternal) {
    Map<UUID, Double> shares = new LinkedHashMap<>();
    double given = 0;
    for (var contribution : draft.cells.contributions()) {
      UUID to = target(draft, contribution.objective(), ImportField.CONTRIBUTES_TO, byExternal);
      if (to != null && shares.putIfAbsent(to, contribution.share()) == null) {
        given += contribution.share();
      }
    }
    if (given > 1 + 1e-9) {
      draft.good &= unreadable(draft.first, ImportField.CONTRIBUTES_TO, "shares-above-one");
      shares.clear();
      given = 0;
    }
    String parent = parentOf(draft);
    UUID above = parent.isEmpty() ? null : target(draft, parent, ImportField.PARENT_ID, byExternal);
    if (above != null) {
      double rest = Math.max(0, 1 - given);
      shares.merge(above, rest, (one, _) -> one);
    }
    return shares;
  }

  private static String parentOf(Draft draft) {
    return draft.lines.stream()
        .map(line -> line.text(ImportField.PARENT_ID))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private @Nullable UUID target(
      Draft draft, String external, ImportField field, Map<String, List<Draft>> byExternal) {
    for (Draft other : byExternal.getOrDefault(external, List.of())) {
      if (contains(other.cycle, draft.cycle)) {
        return other.id;
      }
    }
    for (Existing existing : here.objectives().getOrDefault(external, List.of())) {
      if (here.cycles().stream()
          .filter(cycle -> cycle.id().equals(existing.cycle()))
          .anyMatch(cycle -> contains(when(cycle), draft.cycle))) {
        return existing.id();
      }
    }
    boolean elsewhere = byExternal.containsKey(external) || here.objectives().containsKey(external);
    draft.good &=
        unreadable(draft.first, field, elsewhere ? "parent-in-another-cycle" : "parent-unknown");
    draft.brought.forEach(part -> keepParent(part.attributes(), draft, field));
    if (draft.brought.isEmpty()) {
      keepParent(draft.attributes, draft, field);
    }
    return null;
  }

  private void keepParent(Map<String, String> attributes, Draft draft, ImportField field) {
    String column = columns.get(field);
    if (column != null) {
      boolean free = GoalColumn.find(column).isEmpty();
      attributes.put(free ? column : column + AS_WRITTEN, draft.first.text(field));
    }
  }

  private static boolean contains(When outer, When inner) {
    return !inner.starts().isBefore(outer.starts()) && !inner.ends().isAfter(outer.ends());
  }

  private void refuseCircles(Map<Draft, Map<UUID, Double>> links, Map<UUID, Draft> byId) {
    List<Draft> nodes = List.copyOf(links.keySet());
    Map<UUID, Integer> numbers = new HashMap<>();
    nodes.forEach(node -> numbers.put(node.id, numbers.size()));
    Contributions contributions = new Contributions();
    links.forEach((draft, shares) ->
        shares.forEach((parent, share) -> {
          Integer to = numbers.get(parent);
          if (to != null && byId.containsKey(parent)) {
            contributions.add(numbers.getOrDefault(draft.id, 0), to, Math.max(share, 1e-12));
          }
        }));
    if (AlignmentGraph.check(nodes.size(), contributions)
        instanceof AlignmentGraph.Checked.Broken(List<AlignmentProblem> broken)) {
      for (AlignmentProblem problem : broken) {
        if (problem instanceof AlignmentProblem.Cycle(List<Integer> path)) {
          path.stream()
              .distinct()
              .map(nodes::get)
              .forEach(draft -> {
                stop(draft.first, ImportField.PARENT_ID, "alignment-circle");
                draft.good = false;
              });
        }
      }
    }
  }

  private Planned planned(Draft draft, Map<UUID, Double> shares, Map<UUID, Draft> byId) {
    ObjectivePlan plan =
        new ObjectivePlan(
            draft.cycle.id(),
            cut(
                draft.first.has(ImportField.OBJECTIVE)
                    ? draft.first.text(ImportField.OBJECTIVE)
                    : draft.external,
                ObjectiveReading.LONGEST_TITLE),
            cut(draft.first.text(ImportField.WHY), ObjectiveReading.LONGEST_TEXT),
            kindOf(draft),
            "",
            draft.owner,
            accountable(draft.owner),
            null,
            visibility,
            Set.of(),
            "",
            draft.parts,
            List.of());
    String parent = parentOf(draft);
    Map<String, Double> contributions = new LinkedHashMap<>();
    String primary = "";
    for (Map.Entry<UUID, Double> share : shares.entrySet()) {
      Draft above = byId.get(share.getKey());
      boolean lost = above != null && !above.good;
      if (lost) {
        note(draft.first, ImportField.PARENT_ID, "parent-parked");
        continue;
      }
      boolean isParent =
          above != null
              ? above.external.equals(parent)
              : here.objectives().getOrDefault(parent, List.of()).stream()
                  .anyMatch(existing -> existing.id().equals(share.getKey()));
      if (isParent) {
        primary = share.getKey().toString();
      }
      contributions.put(share.getKey().toString(), share.getValue());
    }
    return new Planned(
        draft.id,
        draft.external,
        plan,
        List.copyOf(draft.brought),
        stateOf(draft),
        primary,
        contributions,
        draft.attributes,
        draft.lines.stream().map(Line::number).toList(),
        draft.good);
  }

  // Problems

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end).strip();
  }

  /// A cell that cannot be taken as it is.
  ///
  /// @return whether the row can still be used: its author chose to leave such cells empty
  private boolean unreadable(Line line, ImportField field, String code) {
    problems.add(problem(line, field, code, !settings.leaveUnreadable()));
    return settings.leaveUnreadable();
  }

  /// @return false, for what then is not good
  private boolean stop(Line line, ImportField field, String code) {
    problems.add(problem(line, field, code, true));
    return false;
  }

  private void note(Line line, ImportField field, String code) {
    problems.add(problem(line, field, code, false));
  }

  private Problem problem(Line line, ImportField field, String code, boolean stops) {
    String shown = line.text(field);
    return new Problem(
        line.number(),
        columns.getOrDefault(field, field.code()),
        code,
        shown.length() > 60 ? shown.substring(0, 59) + "…" : shown,
        stops);
  }
}
