package io.fairlead.app.goals;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.goals.StatusOverrideStore.Found;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.methods.goals.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Setting a derived status aside: whoever owns an objective or a key result says how it stands and
/// why, until they take it back. The figures go on being shown beside it, and all that was said
/// stays.
@Component
public class StatusOverrides {
  private static final int LONGEST_REASON = 2_000;

  private final StatusOverrideStore store;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Clock clock;

  StatusOverrides(StatusOverrideStore store, Idempotency idempotency, Audit audit, Clock clock) {
    this.store = store;
    this.idempotency = idempotency;
    this.audit = audit;
    this.clock = clock;
  }

  /// What something can be said of.
  public sealed interface Of {
    UUID id();

    record TheObjective(UUID id) implements Of {}

    record TheKeyResult(UUID id) implements Of {}
  }

  /// One time that somebody said something.
  ///
  /// @param keyResult null for the objective itself
  /// @param status null: the figures count again
  public record Entry(
      @Nullable UUID keyResult,
      @Nullable Status status,
      String reason,
      UUID by,
      String name,
      Instant at) {}

  /// What was said of an objective and its key results, newest first.
  ///
  /// @param objective one that the caller has found for the viewer
  List<Entry> history(UUID objective) {
    return store.history(objective);
  }

  /// The objective that the viewer may say something of, itself or of one of its key results.
  @Transactional
  public Outcome<UUID> objective(Viewer viewer, Of of) {
    return mine(viewer, of).then(found -> Outcome.done(found.objective()));
  }

  /// Says how it stands, instead of its figures.
  ///
  /// @return the objective
  public Outcome<UUID> say(
      Viewer viewer, Of of, String status, String reason, @Nullable String key) {
    return idempotency.once(
        viewer.person(),
        "goals.status",
        key,
        List.of(of, status, reason),
        UUID.class,
        () -> said(viewer, of, status, reason.strip()));
  }

  private Outcome<UUID> said(Viewer viewer, Of of, String status, String reason) {
    Optional<Status> wanted =
        SaidStatus.SAYABLE.stream().filter(each -> each.code().equals(status)).findFirst();
    if (wanted.isEmpty()) {
      return Outcome.refused(Reason.invalid("status", "goals.unknown-choice"));
    }
    if (reason.isEmpty()) {
      return Outcome.refused(Reason.invalid("reason", "goals.status-reason"));
    }
    if (reason.length() > LONGEST_REASON) {
      return Outcome.refused(Reason.invalid("reason", "too-long", LONGEST_REASON));
    }
    return mine(viewer, of)
        .then(StatusOverrides::running)
        .then(found -> added(viewer, found, wanted.get(), reason, "objective.status-said"));
  }

  /// The figures count again.
  ///
  /// @return the objective
  public Outcome<UUID> takeBack(Viewer viewer, Of of, @Nullable String key) {
    return idempotency.once(
        viewer.person(),
        "goals.status-back",
        key,
        of,
        UUID.class,
        () ->
            mine(viewer, of)
                .then(found ->
                    found.now() == null
                        ? Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "goals.status-not-said"))
                        : added(viewer, found, null, "", "objective.status-taken-back")));
  }

  private Outcome<UUID> added(
      Viewer viewer, Found found, @Nullable Status status, String reason, String act) {
    store.add(found, status, reason, viewer.person(), clock.instant());
    audit.record(viewer.person(), act, "objective", found.objective(), found.accountable());
    return Outcome.done(found.objective());
  }

  private Outcome<Found> mine(Viewer viewer, Of of) {
    Optional<Found> found =
        switch (of) {
          case Of.TheObjective(UUID id) -> store.objective(viewer, id);
          case Of.TheKeyResult(UUID id) -> store.keyResult(viewer, id);
        };
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    return found.get().may()
        ? Outcome.done(found.get())
        : Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
  }

  private static Outcome<Found> running(Found found) {
    return found.state() == ObjectiveState.ACTIVE
        ? Outcome.done(found)
        : Outcome.refused(
            Reason.of(Reason.Kind.CONFLICT, "goals.status-not-running", found.state().code()));
  }
}
