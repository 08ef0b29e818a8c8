package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.Cycles;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.PaceLine;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.web.Status;
import io.fairlead.app.platform.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Reading goals: lists and the tree, a page at a time. What a page costs follows what it shows.
///
/// No transaction, but one connection for all that a page reads: each time it is given back and
/// asked for again it may have to wait behind others.
@Component
@Transactional(propagation = Propagation.SUPPORTS)
public class GoalViews {
  static final int PAGE = 50;
  private static final int MOST_OPEN = 100;

  private final GoalViewStore store;
  private final Cycles cycles;
  private final GoalCycles goalCycles;

  GoalViews(GoalViewStore store, Cycles cycles, GoalCycles goalCycles) {
    this.store = store;
    this.cycles = cycles;
    this.goalCycles = goalCycles;
  }

  /// A page of the list or the tree.
  ///
  /// @param cycle null when the organisation has no cycle yet
  /// @param next where the next page begins; null on the last
  /// @param some whether so many have the words that these are only some of them
  public record Overview(
      GoalQuery query,
      @Nullable Cycle cycle,
      List<Cycle> cycles,
      List<GoalTree.Line> lines,
      GoalQuery.@Nullable Cursor next,
      boolean some) {

    public boolean isTree() {
      return query.isTree();
    }

    public int pageSize() {
      return PAGE;
    }

    public int mostInOrder() {
      return GoalViewStore.MOST_IN_ORDER;
    }

    /// The axis that the lines of the cycle share.
    public PaceLine axis(LocalDate today) {
      Cycle axis = java.util.Objects.requireNonNull(cycle);
      return new PaceLine(axis.starts(), axis.ends(), today, List.of(), null, Status.NO_DATA);
    }
  }

  /// One objective beside the list or tree that it was opened from.
  public record Opened(
      Overview beside,
      ObjectiveDetail detail,
      List<KeyResultRow> keyResults,
      Drift drift,
      UUID viewer) {

    public Drift drift(KeyResultRow row, LocalDate today) {
      return Drift.of(row, detail.objective().cycle(), today);
    }

    /// How a key result will end, in sentences: what its people say and what its figures say.
    public List<String> outlook(Words words, KeyResultRow row, Viewer viewer) {
      return Outlook.sentences(words, row, detail.objective().cycle(), words.today(), viewer);
    }

    /// Who sees this one.
    public SeenBy seenBy(Words words) {
      ObjectiveRow objective = detail.objective();
      return GoalRules.seenBy(words, objective.state().code(), objective.visibility());
    }

    /// Whether its people may say how it goes now.
    public boolean mayUpdate() {
      return detail.document().mayCheckIn() && detail.objective().state() == ObjectiveState.ACTIVE;
    }

    /// Whether its owner may change its words and figures now.
    public boolean mayEdit() {
      return detail.document().mayChange() && detail.objective().state().isOpen();
    }

    /// Whether the viewer may say how it stands, whatever its figures say.
    public boolean maySay() {
      return detail.document().mayChange() && detail.objective().state() == ObjectiveState.ACTIVE;
    }

    /// Whether the viewer may give it to somebody else now.
    public boolean mayReassign() {
      return detail.document().mayReassign() && detail.objective().state().isOpen();
    }

    /// Whether the viewer may say it of one of its key results, whose owner may say it too.
    public boolean maySay(KeyResultRow part) {
      return maySay()
          || (viewer.equals(part.owner()) && detail.objective().state() == ObjectiveState.ACTIVE);
    }

    /// Whether its owner may take it to that state now.
    public boolean may(ObjectiveState next) {
      return detail.document().mayChange() && detail.objective().state().mayBecome(next);
    }

    /// Whether it is time to grade it, and the viewer's to do.
    public boolean mayGrade(LocalDate today) {
      ObjectiveState state = detail.objective().state();
      boolean running = state == ObjectiveState.ACTIVE || state == ObjectiveState.GRADED;
      return detail.document().mayGrade()
          && running
          && !today.isBefore(detail.objective().cycle().gradingFrom());
    }

    /// What it contributes, as streams whose width is the share.
    public Flow flow() {
      return Flow.of(detail.document().moves());
    }

    /// The share of the objective's weight that a key result has.
    public double weightOf(KeyResultRow row) {
      double all =
          keyResults.stream().mapToDouble(each -> each.asked().weight().doubleValue()).sum();
      return row.asked().weight().doubleValue() / all;
    }
  }

  /// The objective in its drawer; beside it the asked list, or that of its own cycle.
  Optional<Opened> opened(Viewer viewer, UUID id, GoalQuery asked, Instant now, LocalDate today) {
    List<Cycle> all = cycles.all();
    return store
        .detail(viewer, id, now, byId(all))
        .map(detail -> {
          UUID own = detail.objective().cycle().id();
          GoalQuery query = byId(all).containsKey(asked.cycle()) ? asked : asked.in(own);
          var keyResults = new LinkedHashMap<UUID, List<KeyResultRow>>();
          Overview beside = overview(viewer, query, today, all, List.of(id), keyResults);
          List<KeyResultRow> parts = keyResults.getOrDefault(id, List.of());
          return new Opened(
              beside, detail, parts, Drift.of(detail.objective(), parts, today), viewer.person());
        });
  }

  /// Objectives with their key results, without a page around them.
  ///
  /// @param next where the next ones begin; null after the last
  record Listed(
      List<ObjectiveRow> objectives,
      Map<UUID, List<KeyResultRow>> keyResults,
      GoalQuery.@Nullable Cursor next) {

    Drift drift(ObjectiveRow row, LocalDate today) {
      return Drift.of(row, keyResults.getOrDefault(row.id(), List.of()), today);
    }
  }

  /// The objectives of a cycle, the current one where the query names none.
  Listed list(Viewer viewer, GoalQuery asked, int limit, LocalDate today) {
    GoalQuery query = cycleOrCurrent(viewer, asked, today);
    List<ObjectiveRow> found =
        store
            .page(viewer, today, query, Set.of(), byId(cycles.all()), limit + 1, Integer.MAX_VALUE)
            .page();
    List<ObjectiveRow> shown = found.stream().limit(limit).toList();
    return new Listed(
        shown,
        store.keyResults(viewer, shown.stream().map(ObjectiveRow::id).toList()),
        found.size() > limit ? shown.getLast().cursor() : null);
  }

  /// One objective, if the viewer may see it.
  Optional<Listed> one(Viewer viewer, UUID id) {
    List<ObjectiveRow> found = store.objectives(viewer, List.of(id), byId(cycles.all()));
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Listed(found, store.keyResults(viewer, List.of(id)), null));
  }

  Overview overview(Viewer viewer, GoalQuery asked, LocalDate today) {
    return overview(viewer, asked, today, cycles.all(), List.of(), new LinkedHashMap<>());
  }

  /// @param also objectives whose key results are read along
  /// @param keyResults filled with the key results read
  private Overview overview(
      Viewer viewer,
      GoalQuery asked,
      LocalDate today,
      List<Cycle> all,
      List<UUID> also,
      Map<UUID, List<KeyResultRow>> keyResults) {
    Map<UUID, Cycle> byId = byId(all);
    Cycle cycle =
        Optional.ofNullable(byId.get(asked.cycle()))
            .or(() -> current(viewer, all, today))
            .orElse(null);
    if (cycle == null) {
      return new Overview(asked, null, all, List.of(), null, false);
    }
    GoalQuery query = asked.in(cycle.id());
    Set<UUID> open = query.isTree() ? opened(query) : Set.of();
    GoalViewStore.Read read =
        store.page(viewer, today, query, open, byId, PAGE + 1, GoalViewStore.MOST_IN_ORDER + 1);
    List<ObjectiveRow> found = read.page();
    List<ObjectiveRow> heads = found.stream().limit(PAGE).toList();
    GoalQuery.Cursor next = found.size() > PAGE ? heads.getLast().cursor() : read.readTo();
    Map<UUID, List<ObjectiveRow>> below = read.below();
    List<UUID> shown =
        Stream.concat(
                also.stream(),
                Stream.concat(heads.stream(), below.values().stream().flatMap(List::stream))
                    .map(ObjectiveRow::id))
            .distinct()
            .toList();
    keyResults.putAll(store.keyResults(viewer, shown));
    GoalTree tree = new GoalTree(below, keyResults, open, today, PAGE);
    return new Overview(query, cycle, all, tree.lines(heads), next, read.some());
  }

  private static Set<UUID> opened(GoalQuery query) {
    return query.open().stream()
        .limit(MOST_OPEN)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// What stands below one objective: its key results, on the first page, and the objectives that
  /// hang below it. Empty if the viewer sees no such objective.
  Optional<List<GoalTree.Line>> below(
      Viewer viewer, UUID id, GoalQuery.@Nullable Cursor after, int depth, LocalDate today) {
    Map<UUID, Cycle> byId = byId(cycles.all());
    return store.objectives(viewer, List.of(id), byId).stream()
        .findFirst()
        .map(node -> {
          Map<UUID, List<ObjectiveRow>> below =
              store.below(viewer, List.of(id), after, byId, PAGE + 1);
          List<UUID> shown = new ArrayList<>();
          if (after == null) {
            shown.add(id);
          }
          below.values().forEach(rows -> rows.forEach(row -> shown.add(row.id())));
          return new GoalTree(below, store.keyResults(viewer, shown), Set.of(), today, PAGE)
              .linesBelow(node, depth);
        });
  }

  /// What the map shows: the page's query in its cycle, the map, and whether anything else is
  /// focused than one's own work.
  public record Mapped(
      GoalQuery query, List<Cycle> cycles, GoalMap map, List<ObjectiveRow> focus, boolean whole) {}

  /// Two steps around the focus: the named objective, or the viewer's own work, or what heads the
  /// tree.
  Optional<Mapped> map(Viewer viewer, GoalQuery asked, @Nullable UUID focus, LocalDate today) {
    List<Cycle> all = cycles.all();
    Map<UUID, Cycle> byId = byId(all);
    GoalQuery query =
        byId.containsKey(asked.cycle())
            ? asked
            : current(viewer, all, today).map(cycle -> asked.in(cycle.id())).orElse(asked);
    Set<UUID> focused = new LinkedHashSet<>();
    List<UUID> named = focus == null ? List.of() : List.of(focus);
    List<ObjectiveRow> around =
        store.around(viewer, today, query, named, byId, GoalMap.MOST + 1, focused);
    if (focus != null && around.isEmpty()) {
      return Optional.empty();
    }
    List<ObjectiveRow> shown = around.stream().limit(GoalMap.MOST).toList();
    List<UUID> ids = shown.stream().map(ObjectiveRow::id).toList();
    GoalMap map =
        GoalMap.of(
            GoalMapSql.found(shown, focused, store.links(viewer, ids)),
            store.keyResults(viewer, ids),
            today);
    return Optional.of(
        new Mapped(
            query,
            all,
            map,
            shown.stream().filter(row -> focused.contains(row.id())).toList(),
            around.size() <= GoalMap.MOST));
  }

  /// The objectives of a scope over the two years around the day, newest cycles first.
  GoalTimeline timeline(Viewer viewer, GoalQuery asked, LocalDate today) {
    List<Cycle> all = cycles.all();
    Map<UUID, Cycle> byId = byId(all);
    GoalQuery query =
        byId.containsKey(asked.cycle())
            ? asked
            : current(viewer, all, today).map(cycle -> asked.in(cycle.id())).orElse(asked);
    Cycle around = byId.get(query.cycle());
    if (around == null) {
      return GoalTimeline.of(query, all, List.of(), Map.of(), today);
    }
    List<UUID> near =
        all.stream()
            .filter(cycle ->
                cycle.ends().isAfter(around.starts().minusYears(1))
                    && cycle.starts().isBefore(around.ends().plusYears(1)))
            .map(Cycle::id)
            .toList();
    List<ObjectiveRow> objectives =
        store.over(viewer, today, query, near, byId, GoalTimeline.MOST + 1);
    Map<UUID, List<KeyResultRow>> keyResults =
        store.keyResults(viewer, objectives.stream().map(ObjectiveRow::id).toList());
    return GoalTimeline.of(query, all, objectives, keyResults, today);
  }

  /// The query in the cycle it names, else in the current one.
  GoalQuery cycleOrCurrent(Viewer viewer, GoalQuery query, LocalDate today) {
    List<Cycle> all = cycles.all();
    return byId(all).containsKey(query.cycle())
        ? query
        : current(viewer, all, today).map(cycle -> query.in(cycle.id())).orElse(query);
  }

  /// The cycle that the viewer's pages begin with.
  Optional<Cycle> current(Viewer viewer, List<Cycle> all, LocalDate day) {
    return goalCycles.current(viewer.person(), day, all);
  }

  private static Map<UUID, Cycle> byId(List<Cycle> all) {
    return all.stream()
        .collect(
            Collectors.toMap(Cycle::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
  }
}
