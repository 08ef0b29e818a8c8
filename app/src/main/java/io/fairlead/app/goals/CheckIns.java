package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.goals.CheckInStore.Asked;
import io.fairlead.app.goals.CheckInStore.Said;
import io.fairlead.app.goals.CheckInStore.Written;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Bulk;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.undo.Undo;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Checking in: what somebody says about their key results, all on one screen, appended and never
/// changed. Confidence is asked before pace and forecast are shown.
@Component
public class CheckIns {
  /// More than anyone updates at once; a longer list is a mistake.
  static final int MOST_AT_ONCE = 500;

  private static final int LONGEST_NOTE = 4_000;
  private static final BigDecimal LARGEST = new BigDecimal("1e15");

  private final CheckInStore store;
  private final Tracks tracks;
  private final OrganisationSettings settings;
  private final Idempotency idempotency;
  private final Ids ids;
  private final Clock clock;

  CheckIns(
      CheckInStore store,
      Tracks tracks,
      OrganisationSettings settings,
      Idempotency idempotency,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.tracks = tracks;
    this.settings = settings;
    this.idempotency = idempotency;
    this.ids = ids;
    this.clock = clock;
  }

  /// A key result that waits for the viewer's word.
  ///
  /// @param done the milestones done so far
  /// @param fed whether its value follows a measure
  public record ToUpdate(
      KeyResultDefinition keyResult,
      String objectiveTitle,
      boolean awaitsBaseline,
      @Nullable Track track,
      Set<UUID> done,
      boolean fed) {}

  /// A key result after its check-in, with what may be shown only then.
  ///
  /// @param mine its newest check-in, while the viewer may take it back; else null
  public record Updated(
      KeyResultDefinition keyResult,
      Track track,
      Standing standing,
      Cycle cycle,
      @Nullable UUID mine) {}

  /// The key results that are the viewer's to update, in running cycles, by objective.
  @Transactional(readOnly = true)
  public List<ToUpdate> mine(Viewer viewer) {
    return store.mine(viewer, today()).stream()
        .map(open ->
            new ToUpdate(
                open.keyResult(),
                open.objectiveTitle(),
                open.awaitsBaseline(),
                open.track(),
                open.done(),
                open.fed()))
        .toList();
  }

  /// The viewer's key results that the viewer checked in on today, as they stand.
  @Transactional(readOnly = true)
  public List<Updated> updatedToday(Viewer viewer) {
    LocalDate today = today();
    return after(
        new Saved(
            store.mine(viewer, today).stream()
                .filter(open ->
                    open.track() != null
                        && open.track().lastDay().equals(today)
                        && open.track().lastBy().equals(viewer.person()))
                .map(open -> open.keyResult().id())
                .toList()),
        viewer);
  }

  /// Says something about several key results at once: all or none.
  ///
  /// @param said at most one a key result
  /// @param key makes a second send of the same words have no effect; null without one
  public Outcome<List<Updated>> save(Viewer viewer, List<CheckIn> said, @Nullable String key) {
    List<Updated> updated = new ArrayList<>();
    Saved all = new Saved(said.stream().map(CheckIn::keyResult).toList());
    return idempotency
        .once(
            viewer.person(),
            "goals.check-in",
            key,
            said,
            all,
            Saved.class,
            () ->
                append(viewer, said)
                    .then(now -> {
                      updated.addAll(now);
                      return Outcome.done(all);
                    }))
        .then(saved -> Outcome.done(updated.isEmpty() ? after(saved, viewer) : updated));
  }

  /// Says something about many key results, each for itself: what is refused leaves the others, and
  /// all of them cost as many statements as one.
  ///
  /// @param atomic all or none
  public Outcome<Bulk.Result> saveEach(
      Viewer viewer, List<CheckIn> said, boolean atomic, @Nullable String key) {
    return idempotency.once(
        viewer.person(),
        "goals.check-in-each",
        key,
        List.of(atomic, said),
        Bulk.Result.class,
        () -> appendEach(viewer, said, atomic));
  }

  private Outcome<Bulk.Result> appendEach(Viewer viewer, List<CheckIn> said, boolean atomic) {
    List<Reason> wrong = Bulk.wrongNumber(said, MOST_AT_ONCE);
    if (!wrong.isEmpty()) {
      return Outcome.refused(wrong);
    }
    Set<UUID> keyResults = said.stream().map(CheckIn::keyResult).collect(Collectors.toSet());
    store.lock(keyResults);
    Map<UUID, Asked> asked =
        store.asked(viewer, keyResults).stream()
            .collect(Collectors.toMap(row -> row.keyResult().id(), Function.identity()));
    List<Bulk.Item> items = new ArrayList<>();
    List<CheckIn> good = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (CheckIn each : said) {
      List<Reason> reasons = new ArrayList<>();
      if (!asked.containsKey(each.keyResult())) {
        reasons.add(Reason.notFound());
      } else if (seen.contains(each.keyResult())) {
        reasons.add(Reason.of(Reason.Kind.CONFLICT, "check-in.once-each", MOST_AT_ONCE));
      } else {
        check(each, asked.get(each.keyResult()), reasons);
      }
      if (reasons.isEmpty()) {
        seen.add(each.keyResult());
        good.add(each);
        items.add(new Bulk.Item(each.keyResult(), List.of()));
      } else {
        items.add(new Bulk.Item(null, reasons));
      }
    }
    return Bulk.whole(items, atomic)
        .then(result -> {
          if (!good.isEmpty()) {
            write(viewer.person(), good, asked);
          }
          return Outcome.done(result);
        });
  }

  /// The key results that were checked in on, in the order they were said.
  record Saved(List<UUID> keyResults) {}

  private Outcome<List<Updated>> append(Viewer viewer, List<CheckIn> said) {
    if (said.isEmpty()) {
      return Outcome.refused(Reason.of(Reason.Kind.INVALID, "check-in.nothing-said"));
    }
    Set<UUID> keyResults = said.stream().map(CheckIn::keyResult).collect(Collectors.toSet());
    if (keyResults.size() < said.size() || said.size() > MOST_AT_ONCE) {
      return Outcome.refused(Reason.of(Reason.Kind.INVALID, "check-in.once-each", MOST_AT_ONCE));
    }
    store.lock(keyResults);
    Map<UUID, Asked> asked =
        store.asked(viewer, keyResults).stream()
            .collect(Collectors.toMap(row -> row.keyResult().id(), Function.identity()));
    if (asked.size() < keyResults.size()) {
      return Outcome.refused(Reason.notFound());
    }
    List<Reason> reasons = new ArrayList<>();
    said.forEach(each -> check(each, asked.get(each.keyResult()), reasons));
    if (!reasons.isEmpty()) {
      return Outcome.refused(reasons);
    }
    return Outcome.done(write(viewer.person(), said, asked));
  }

  private List<Updated> write(UUID by, List<CheckIn> said, Map<UUID, Asked> asked) {
    LocalDate today = today();
    List<Written> written = new ArrayList<>();
    List<Updated> updated = new ArrayList<>();
    for (CheckIn each : said) {
      Asked of = Objects.requireNonNull(asked.get(each.keyResult()));
      List<Said> history = new ArrayList<>(of.history());
      history.add(
          new Said(
              today,
              each.value(),
              each.doneOf(of.keyResult()),
              each.confidence(),
              by,
              false,
              today));
      Track track = Tracks.track(of.keyResult(), history);
      UUID id = ids.next();
      written.add(new Written(id, each, of.keyResult(), track));
      updated.add(updated(of.keyResult(), track, of.cycle(), today, id));
    }
    store.write(written, by, clock.instant(), today);
    return updated;
  }

  /// How the key results stand now, in the order they were said.
  private List<Updated> after(Saved saved, Viewer viewer) {
    LocalDate today = today();
    Instant now = clock.instant();
    Map<UUID, Updated> updated =
        store.tracked(saved.keyResults()).stream()
            .collect(
                Collectors.toMap(
                    row -> row.keyResult().id(),
                    row ->
                        updated(
                            row.keyResult(),
                            row.track(),
                            row.cycle(),
                            today,
                            row.newest()
                                .filter(newest -> newest.isStillOf(viewer.person(), now))
                                .map(CheckInStore.Newest::id)
                                .orElse(null))));
    return saved.keyResults().stream().map(updated::get).filter(Objects::nonNull).toList();
  }

  private static Updated updated(
      KeyResultDefinition keyResult,
      Track track,
      Cycle cycle,
      LocalDate today,
      @Nullable UUID mine) {
    return new Updated(keyResult, track, Standing.of(keyResult, track, cycle, today), cycle, mine);
  }

  /// Takes the viewer's newest check-in of a key result back, for a day, or until somebody checked
  /// in after it. It stays in the history of what was said, and counts no more.
  ///
  /// @param checkIn the one that was looked at; a newer one is not taken back in its stead
  /// @return the key result
  public Outcome<UUID> takeBack(Viewer viewer, UUID keyResult, UUID checkIn, @Nullable String key) {
    return idempotency.once(
        viewer.person(),
        "goals.check-in-back",
        key,
        List.of(keyResult, checkIn),
        UUID.class,
        () -> takenBack(viewer, keyResult, checkIn));
  }

  private Outcome<UUID> takenBack(Viewer viewer, UUID keyResult, UUID checkIn) {
    store.lock(List.of(keyResult));
    if (store.asked(viewer, List.of(keyResult)).isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    Instant now = clock.instant();
    Optional<CheckInStore.Newest> newest = store.newest(keyResult);
    if (newest.isEmpty() || !newest.get().isStillOf(viewer.person(), now)) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "undo-is-over"));
    }
    if (!newest.get().id().equals(checkIn)) {
      return Outcome.refused(Undo.BUILT_ON);
    }
    store.takeBack(ids.next(), keyResult, checkIn, viewer.person(), now, today());
    tracks.rebuild(List.of(keyResult));
    return Outcome.done(keyResult);
  }

  private static void check(CheckIn said, @Nullable Asked asked, List<Reason> reasons) {
    if (asked == null) {
      throw new IllegalStateException("checked before it was found");
    }
    String field = said.keyResult().toString();
    Integer confidence = said.confidence();
    if (confidence != null && (confidence < 0 || confidence > 10)) {
      reasons.add(Reason.invalid(field + ".confidence", "check-in.confidence"));
    }
    if (said.note().length() > LONGEST_NOTE) {
      reasons.add(Reason.invalid(field + ".note", "too-long", LONGEST_NOTE));
    }
    if (said.note().indexOf('\0') >= 0) {
      reasons.add(Reason.invalid(field + ".note", "goals.unreadable"));
    }
    BigDecimal value = said.value();
    if (asked.fed() && value != null) {
      reasons.add(Reason.invalid(field + ".value", "check-in.fed"));
      return;
    }
    if (said.noChange()) {
      if (value != null || !said.done().isEmpty()) {
        reasons.add(Reason.invalid(field, "check-in.change-or-none"));
      }
      return;
    }
    switch (asked.keyResult().kind()) {
      case INCREASE, DECREASE, BAND -> checkFigure(field, value, reasons);
      case YES_NO -> {
        if (value == null
            || (value.compareTo(BigDecimal.ZERO) != 0 && value.compareTo(BigDecimal.ONE) != 0)) {
          reasons.add(Reason.invalid(field + ".value", "check-in.yes-or-no"));
        }
      }
      case MILESTONES -> checkMilestones(field, said.done(), asked, reasons);
    }
    if (asked.keyResult().kind() != KeyResultKind.MILESTONES && !said.done().isEmpty()) {
      reasons.add(Reason.invalid(field, "check-in.no-milestones"));
    }
  }

  private static void checkFigure(String field, @Nullable BigDecimal value, List<Reason> reasons) {
    if (value == null) {
      reasons.add(Reason.invalid(field + ".value", "check-in.value-needed"));
      return;
    }
    if (value.abs().compareTo(LARGEST) > 0 || value.scale() > 12) {
      reasons.add(Reason.invalid(field + ".value", "check-in.absurd"));
    }
  }

  private static void checkMilestones(
      String field, Set<UUID> done, Asked asked, List<Reason> reasons) {
    Set<UUID> known = new HashSet<>();
    asked.keyResult().milestones().forEach(step -> known.add(step.id()));
    if (!known.containsAll(done)) {
      reasons.add(Reason.invalid(field + ".done", "check-in.unknown-milestone"));
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.organisation().zone());
  }
}
