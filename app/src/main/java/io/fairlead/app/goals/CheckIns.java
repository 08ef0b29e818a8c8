package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.goals.CheckInStore.Open;
import io.fairlead.app.goals.KeyResultDefinition.Kind;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  static final int MOST_AT_ONCE = 200;

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
  public record ToUpdate(
      KeyResultDefinition keyResult,
      String objectiveTitle,
      boolean awaitsBaseline,
      @Nullable Track track,
      Set<UUID> done) {}

  /// A key result after its check-in, with what may be shown only then.
  public record Updated(
      KeyResultDefinition keyResult, Track track, Standing standing, Cycle cycle) {}

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
                open.done()))
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
                .toList()));
  }

  /// Says something about several key results at once: all or none.
  ///
  /// @param said at most one a key result
  /// @param key makes a second send of the same words have no effect; null without one
  public Outcome<List<Updated>> save(Viewer viewer, List<CheckIn> said, @Nullable String key) {
    return idempotency
        .once(viewer.person(), "goals.check-in", key, said, Saved.class, () -> append(viewer, said))
        .then(saved -> Outcome.done(after(saved)));
  }

  /// The key results that were checked in on, in the order they were said.
  record Saved(List<UUID> keyResults) {}

  private Outcome<Saved> append(Viewer viewer, List<CheckIn> said) {
    if (said.isEmpty()) {
      return Outcome.refused(Reason.of(Reason.Kind.INVALID, "check-in.nothing-said"));
    }
    Set<UUID> keyResults = said.stream().map(CheckIn::keyResult).collect(Collectors.toSet());
    if (keyResults.size() < said.size() || said.size() > MOST_AT_ONCE) {
      return Outcome.refused(Reason.of(Reason.Kind.INVALID, "check-in.once-each", MOST_AT_ONCE));
    }
    Map<UUID, Open> open =
        store.lock(viewer, keyResults).stream()
            .collect(Collectors.toMap(row -> row.keyResult().id(), Function.identity()));
    if (open.size() < keyResults.size()) {
      return Outcome.refused(Reason.notFound());
    }
    List<Reason> reasons = new ArrayList<>();
    said.forEach(checkIn -> check(checkIn, open.get(checkIn.keyResult()), reasons));
    if (!reasons.isEmpty()) {
      return Outcome.refused(reasons);
    }
    store.append(
        said,
        said.stream().map(each -> ids.next()).toList(),
        byMilestones(open),
        viewer.person(),
        clock.instant(),
        today());
    tracks.rebuild(keyResults);
    return Outcome.done(new Saved(said.stream().map(CheckIn::keyResult).toList()));
  }

  /// How the key results stand now, in the order they were said.
  private List<Updated> after(Saved saved) {
    LocalDate today = today();
    Map<UUID, Updated> updated =
        store.tracked(saved.keyResults()).stream()
            .collect(
                Collectors.toMap(
                    row -> row.keyResult().id(),
                    row ->
                        new Updated(
                            row.keyResult(),
                            row.track(),
                            Standing.of(row.keyResult(), row.track(), row.cycle(), today),
                            row.cycle())));
    return saved.keyResults().stream().map(updated::get).filter(Objects::nonNull).toList();
  }

  private static Set<UUID> byMilestones(Map<UUID, Open> open) {
    return open.values().stream()
        .map(Open::keyResult)
        .filter(keyResult -> keyResult.kind() == Kind.MILESTONES)
        .map(KeyResultDefinition::id)
        .collect(Collectors.toSet());
  }

  private static void check(CheckIn said, @Nullable Open open, List<Reason> reasons) {
    if (open == null) {
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
    BigDecimal value = said.value();
    if (said.noChange()) {
      if (value != null || !said.done().isEmpty()) {
        reasons.add(Reason.invalid(field, "check-in.change-or-none"));
      }
      return;
    }
    switch (open.keyResult().kind()) {
      case INCREASE, DECREASE, BAND -> checkFigure(field, value, reasons);
      case YES_NO -> {
        if (value == null
            || (value.compareTo(BigDecimal.ZERO) != 0 && value.compareTo(BigDecimal.ONE) != 0)) {
          reasons.add(Reason.invalid(field + ".value", "check-in.yes-or-no"));
        }
      }
      case MILESTONES -> checkMilestones(field, said.done(), open, reasons);
    }
    if (open.keyResult().kind() != Kind.MILESTONES && !said.done().isEmpty()) {
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
      String field, Set<UUID> done, Open open, List<Reason> reasons) {
    Set<UUID> known = new HashSet<>();
    open.keyResult().milestones().forEach(step -> known.add(step.id()));
    if (!known.containsAll(done)) {
      reasons.add(Reason.invalid(field + ".done", "check-in.unknown-milestone"));
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.organisation().zone());
  }
}
