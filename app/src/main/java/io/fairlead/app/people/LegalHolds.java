package io.fairlead.app.people;

import static io.fairlead.app.people.PeoplePolicy.ALL;
import static io.fairlead.app.people.PeoplePolicy.CHANGE;
import static io.fairlead.app.people.PeoplePolicy.LEGAL_HOLD;
import static io.fairlead.app.people.PeoplePolicy.READ;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Permissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Legal holds: while one stands, nothing about its person is deleted, neither because its time is
/// over nor because they ask to be forgotten.
@Service
public class LegalHolds {
  private static final int LONGEST_REASON = 1000;

  private final LegalHoldStore holds;
  private final Permissions permissions;
  private final Idempotency acts;
  private final Ids ids;
  private final Audit audit;
  private final Clock clock;

  LegalHolds(
      LegalHoldStore holds,
      Permissions permissions,
      Idempotency acts,
      Ids ids,
      Audit audit,
      Clock clock) {
    this.holds = holds;
    this.permissions = permissions;
    this.acts = acts;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  /// Whether the person is under one, for who is about to delete: until the transaction ends no
  /// other is placed.
  public boolean holdsWhileDeleting(UUID person) {
    holds.lockForDeleting();
    return holds.holds(person);
  }

  /// Until the transaction ends no hold is placed: for statements that leave out who is held.
  public void noneIsPlacedMeanwhile() {
    holds.lockForDeleting();
  }

  public boolean holds(UUID person) {
    return holds.holds(person);
  }

  /// All in force, the latest first; empty for those who may not see them.
  public Optional<List<LegalHold>> inForce(Viewer viewer) {
    return permissions.allows(viewer, LEGAL_HOLD, READ, ALL)
        ? Optional.of(holds.inForce())
        : Optional.empty();
  }

  /// Those on one person, lifted ones too; empty for those who may not see them.
  public List<LegalHold> of(Viewer viewer, UUID person) {
    return mayRead(viewer, person) ? holds.of(person) : List.of();
  }

  private boolean mayRead(Viewer viewer, UUID person) {
    return permissions.allows(viewer, LEGAL_HOLD, READ, ALL, person);
  }

  public boolean mayChange(Viewer viewer, UUID person) {
    return permissions.allows(viewer, LEGAL_HOLD, CHANGE, ALL, person);
  }

  /// @return the hold; the one that stands already where there is one is a refusal
  public Outcome<UUID> place(
      Viewer viewer, UUID person, @Nullable String reason, @Nullable String key) {
    String because = reason == null ? "" : reason.strip();
    return acts.once(
        viewer.person(),
        "legal-hold.place",
        key,
        List.of(person, because),
        UUID.class,
        () -> {
          if (!mayChange(viewer, person)) {
            return barred(viewer, person);
          }
          if (!holds.isKnown(person)) {
            return Outcome.refused(Reason.notFound());
          }
          Optional<Reason> wrong = wrong(because);
          if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
          }
          holds.lock();
          if (!holds.isKnown(person)) {
            return Outcome.refused(Reason.notFound());
          }
          if (holds.holds(person)) {
            return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "held-already"));
          }
          UUID id = ids.next();
          holds.insert(id, person, because, viewer.person(), clock.instant());
          audit.record(viewer.person(), "legal-hold.placed", LEGAL_HOLD, id, person);
          return Outcome.done(id);
        });
  }

  /// @return the hold, which no longer stands
  public Outcome<UUID> lift(
      Viewer viewer, UUID hold, @Nullable String reason, @Nullable String key) {
    String because = reason == null ? "" : reason.strip();
    return acts.once(
        viewer.person(),
        "legal-hold.lift",
        key,
        List.of(hold, because),
        UUID.class,
        () -> {
          Optional<LegalHold> found =
              holds.find(hold).filter(each -> mayRead(viewer, each.person()));
          if (found.isEmpty()) {
            return Outcome.refused(Reason.notFound());
          }
          if (!mayChange(viewer, found.get().person())) {
            return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
          }
          Optional<Reason> wrong = wrong(because);
          if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
          }
          if (!holds.lift(hold, because, viewer.person(), clock.instant())) {
            return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "lifted-already"));
          }
          audit.record(
              viewer.person(), "legal-hold.lifted", LEGAL_HOLD, hold, found.get().person());
          return Outcome.done(hold);
        });
  }

  private Outcome<UUID> barred(Viewer viewer, UUID person) {
    return Outcome.refused(
        mayRead(viewer, person)
            ? Reason.of(Reason.Kind.FORBIDDEN, "forbidden")
            : Reason.notFound());
  }

  private static Optional<Reason> wrong(String reason) {
    if (reason.isEmpty()) {
      return Optional.of(Reason.invalid("reason", "required"));
    }
    return reason.length() > LONGEST_REASON
        ? Optional.of(Reason.invalid("reason", "too-long", LONGEST_REASON))
        : Optional.empty();
  }
}
