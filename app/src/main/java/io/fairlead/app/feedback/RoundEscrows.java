package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.RoundRules.AGREE;
import static io.fairlead.app.feedback.RoundRules.READ;
import static io.fairlead.app.feedback.RoundRules.UNSEAL;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.disclosure.EscrowPackage;
import io.fairlead.app.disclosure.Escrows;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Reason.Kind;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asking who wrote one published comment, in a round that has an escrow. People operations ask
/// with a reason from a list, somebody else agrees, and whoever asked takes the package to the two
/// custodians. One request a round at a time; nothing of what was written goes on record.
@Component
class RoundEscrows {
  private final RoundStore rounds;
  private final EscrowRequestStore store;
  private final Escrows escrows;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Clock clock;

  RoundEscrows(
      RoundStore rounds,
      EscrowRequestStore store,
      Escrows escrows,
      Idempotency idempotency,
      Audit audit,
      Clock clock) {
    this.rounds = rounds;
    this.store = store;
    this.escrows = escrows;
    this.idempotency = idempotency;
    this.audit = audit;
    this.clock = clock;
  }

  /// @param until null where nothing was laid down, since no comment was published
  /// @param mayAsk whether the viewer can ask now
  record Found(
      Round round,
      @Nullable Instant until,
      boolean isOver,
      List<EscrowRequest> requests,
      boolean mayAsk) {
    RoundEscrow escrow() {
      RoundEscrow escrow = round.terms().escrow();
      if (escrow == null) {
        throw new IllegalStateException("a round without an escrow was shown with one");
      }
      return escrow;
    }
  }

  Optional<Found> find(Viewer viewer, UUID id) {
    if (!store.may(viewer, READ, id)) {
      return Optional.empty();
    }
    return rounds
        .find(id)
        .map(round -> {
          Instant until = escrows.until(id).orElse(null);
          List<EscrowRequest> requests = store.all(viewer, id);
          boolean isOver = until == null || isOver(until);
          return new Found(
              round,
              until,
              isOver,
              requests,
              !isOver
                  && requests.stream().noneMatch(EscrowRequest::isOpen)
                  && store.may(viewer, UNSEAL, id));
        });
  }

  boolean mayRead(Viewer viewer, UUID id) {
    return store.may(viewer, READ, id);
  }

  private boolean isOver(Instant until) {
    return !clock.instant().isBefore(until);
  }

  /// @return the request
  Outcome<UUID> ask(
      Viewer viewer, UUID round, @Nullable UUID comment, String because, @Nullable String key) {
    if (!store.may(viewer, UNSEAL, round)) {
      return Outcome.refused(Reason.notFound());
    }
    return idempotency.once(
        viewer.person(),
        "feedback.escrow.ask",
        key,
        List.of(round, String.valueOf(comment), because),
        UUID.class,
        () -> {
          Optional<EscrowReason> reason = EscrowReason.find(because);
          if (reason.isEmpty()) {
            return Outcome.refused(Reason.invalid("because", "feedback.escrow-because"));
          }
          if (escrows.until(round).map(this::isOver).orElse(true)) {
            return Outcome.refused(Reason.of(Kind.CONFLICT, "feedback.escrow-over"));
          }
          if (comment == null || !store.isThere(viewer, round, comment)) {
            return Outcome.refused(Reason.invalid("comment", "feedback.escrow-no-comment"));
          }
          UUID id = UUID.randomUUID();
          if (!store.insert(id, round, comment, reason.get(), viewer.person(), viewer.today())) {
            return Outcome.refused(Reason.of(Kind.CONFLICT, "feedback.escrow-one-at-a-time"));
          }
          record(viewer, round, "feedback.escrow-asked");
          return Outcome.done(id);
        });
  }

  /// Whoever asked takes it back, as long as nothing was handed over.
  Outcome<UUID> takeBack(Viewer viewer, UUID round, UUID request, @Nullable String key) {
    return act(
        viewer,
        UNSEAL,
        round,
        request,
        "",
        key,
        found -> {
          if (!found.own() || !found.isOpen()) {
            return Outcome.refused(Reason.of(Kind.CONFLICT, "feedback.escrow-decided"));
          }
          store.move(request, EscrowRequest.State.TAKEN_BACK);
          return Outcome.done("feedback.escrow-taken-back");
        });
  }

  /// Somebody else than who asked decides.
  Outcome<UUID> decide(
      Viewer viewer, UUID round, UUID request, boolean agreed, @Nullable String key) {
    return act(
        viewer,
        AGREE,
        round,
        request,
        agreed,
        key,
        found -> {
          if (found.own()) {
            return Outcome.refused(Reason.of(Kind.FORBIDDEN, "feedback.escrow-own"));
          }
          if (found.state() != EscrowRequest.State.ASKED) {
            return Outcome.refused(Reason.of(Kind.CONFLICT, "feedback.escrow-decided"));
          }
          store.decide(
              request,
              agreed ? EscrowRequest.State.AGREED : EscrowRequest.State.REFUSED,
              viewer.person());
          return Outcome.done(agreed ? "feedback.escrow-agreed" : "feedback.escrow-refused");
        });
  }

  /// The package, for whoever asked, this once.
  Outcome<EscrowPackage> handOver(Viewer viewer, UUID round, UUID request, @Nullable String key) {
    AtomicReference<EscrowPackage> handed = new AtomicReference<>();
    return act(
            viewer,
            UNSEAL,
            round,
            request,
            "package",
            key,
            found -> {
              if (!found.own()) {
                return Outcome.refused(Reason.of(Kind.FORBIDDEN, "feedback.escrow-askers"));
              }
              if (found.state() != EscrowRequest.State.AGREED) {
                return Outcome.refused(Reason.of(Kind.CONFLICT, "feedback.escrow-not-agreed"));
              }
              Optional<EscrowPackage> there = escrows.find(round, found.comment());
              if (there.isEmpty()) {
                return Outcome.refused(Reason.of(Kind.CONFLICT, "feedback.escrow-over"));
              }
              store.move(request, EscrowRequest.State.HANDED_OVER);
              handed.set(there.get());
              return Outcome.done("feedback.escrow-handed-over");
            })
        .then(_ -> {
          EscrowPackage given = handed.get();
          return given == null
              ? Outcome.refused(Reason.of(Kind.CONFLICT, "shown-once"))
              : Outcome.done(given);
        });
  }

  /// @param doing what comes of it: the act for the record
  private Outcome<UUID> act(
      Viewer viewer,
      String act,
      UUID round,
      UUID request,
      Object input,
      @Nullable String key,
      Function<EscrowRequest, Outcome<String>> doing) {
    if (!store.may(viewer, act, round)) {
      return Outcome.refused(Reason.notFound());
    }
    return idempotency.once(
        viewer.person(),
        "feedback.escrow." + act,
        key,
        List.of(round, request, input),
        UUID.class,
        () ->
            store
                .lock(viewer, round, request)
                .map(doing)
                .orElseGet(() -> Outcome.refused(Reason.notFound()))
                .then(recorded -> {
                  record(viewer, round, recorded);
                  return Outcome.done(round);
                }));
  }

  /// The record names the round alone.
  private void record(Viewer viewer, UUID round, String act) {
    audit.record(viewer.person(), act, RoundRules.ROUND, round, null);
  }
}
