package io.fairlead.app.cycles;

import static io.fairlead.app.cycles.CyclePolicy.CHANGE;
import static io.fairlead.app.cycles.CyclePolicy.CYCLE;
import static io.fairlead.app.cycles.CyclePolicy.WINDOWS;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Permissions;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Lets a window stay open longer, or opens it again. From then on it closes when somebody said and
/// not when the calendar does.
@Service
public class CycleWindows {
  private static final int LONGEST = 366;

  private final Cycles cycles;
  private final CycleStore store;
  private final Permissions permissions;
  private final Idempotency acts;
  private final Audit audit;

  CycleWindows(
      Cycles cycles, CycleStore store, Permissions permissions, Idempotency acts, Audit audit) {
    this.cycles = cycles;
    this.store = store;
    this.permissions = permissions;
    this.acts = acts;
    this.audit = audit;
  }

  /// @param was when the window closed on the page that the writer had before them
  /// @param until the last day, today or later
  /// @param key idempotency key
  public record Longer(
      UUID cycle, CycleWindow window, LocalDate was, LocalDate until, @Nullable String key) {}

  public boolean mayChange(Viewer viewer) {
    return permissions.allows(viewer, CYCLE, CHANGE, WINDOWS);
  }

  public Outcome<Cycle> keepOpen(Viewer viewer, Longer input) {
    if (!mayChange(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return acts.once(
            viewer.person(),
            "cycle.keep-open",
            input.key(),
            input,
            UUID.class,
            () -> keptOpen(viewer, input))
        .then(id -> Outcome.done(cycles.find(id).orElseThrow()));
  }

  private Outcome<UUID> keptOpen(Viewer viewer, Longer input) {
    Optional<Cycle> found =
        store.lock(input.cycle()) ? cycles.find(input.cycle()) : Optional.empty();
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    Cycle cycle = found.get();
    LocalDate now = input.window().until(cycle);
    if (!now.equals(input.was())) {
      return Outcome.refused(
          Reason.of(Reason.Kind.CONFLICT, "cycles.window-moved", now.toString()));
    }
    if (input.until().isBefore(viewer.today()) || input.until().isBefore(now)) {
      return Outcome.refused(Reason.invalid("until", "cycles.window-earlier"));
    }
    if (input.until().isAfter(cycle.ends().plusDays(LONGEST))) {
      return Outcome.refused(Reason.invalid("until", "cycles.window-long", LONGEST));
    }
    store.keepOpen(cycle.id(), input.window(), input.until());
    audit.record(
        viewer.person(),
        now.isBefore(viewer.today()) ? "cycle.window-reopened" : "cycle.window-extended",
        CYCLE,
        cycle.id(),
        null);
    return Outcome.done(cycle.id());
  }
}
