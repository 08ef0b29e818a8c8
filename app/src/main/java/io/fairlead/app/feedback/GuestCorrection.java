package io.fairlead.app.feedback;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts a guest's address right: links to the one before end, and a mail goes to the new one as it
/// went to everybody. What was written with an earlier link is neither lost nor shown to whoever
/// has a new one, so that nobody learns by a correction whether there is any; decision 69.
@Component
class GuestCorrection {
  private final GuestHandover handover;
  private final RoundStore rounds;
  private final GuestLinkStore guests;
  private final RaterStore raters;
  private final AnswerLock lock;
  private final GuestMail mail;
  private final Idempotency idempotency;
  private final Audit audit;

  GuestCorrection(
      GuestHandover handover,
      RoundStore rounds,
      GuestLinkStore guests,
      RaterStore raters,
      AnswerLock lock,
      GuestMail mail,
      Idempotency idempotency,
      Audit audit) {
    this.handover = handover;
    this.rounds = rounds;
    this.guests = guests;
    this.raters = raters;
    this.lock = lock;
    this.mail = mail;
    this.idempotency = idempotency;
    this.audit = audit;
  }

  /// @param email where the guest is reached
  /// @param was the address in its place, by which two who correct it at once are told apart
  record GuestAddressInput(@Nullable String email, @Nullable String was) {}

  /// A guest whose address may still be corrected.
  Outcome<GuestLinkStore.Guest> find(Viewer viewer, UUID round, UUID guest) {
    return handover.run(viewer, round).then(each -> open(each.state()).then(_ -> in(round, guest)));
  }

  private Outcome<GuestLinkStore.Guest> in(UUID round, UUID guest) {
    return guests.of(round).stream()
        .filter(each -> each.id().equals(guest))
        .findFirst()
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Reason.notFound()));
  }

  private static Outcome<RoundState> open(RoundState state) {
    return switch (state) {
      case NOMINATING, ANSWERING -> Outcome.done(state);
      case DRAFT, CLOSING, PUBLISHED, STOPPED ->
          Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "feedback.guest-address-late"));
    };
  }

  Outcome<UUID> correct(
      Viewer viewer, UUID id, UUID guest, GuestAddressInput input, @Nullable String key) {
    return handover
        .run(viewer, id)
        .then(round ->
            idempotency.once(
                viewer.person(),
                "feedback-round.guest-address",
                key,
                List.of(id, guest, input),
                UUID.class,
                () ->
                    open(rounds.lock(id).orElseThrow())
                        .then(state ->
                            in(id, guest)
                                .then(found -> allowed(id, found, input))
                                .then(address -> put(viewer, round, state, guest, address)))));
  }

  private Outcome<GuestAddress> allowed(
      UUID round, GuestLinkStore.Guest guest, GuestAddressInput input) {
    if (!guest.email().equals(Objects.requireNonNullElse(input.was(), "").strip())) {
      return Outcome.refused(Reason.of(Reason.Kind.STALE, "stale"));
    }
    GuestAddress address = GuestAddress.of(Objects.requireNonNullElse(input.email(), ""));
    Optional<Reason> problem = address.problem(raters);
    if (problem.isPresent()) {
      return Outcome.refused(problem.get());
    }
    if (address.text().equals(guest.email())) {
      return Outcome.refused(Reason.invalid("email", "feedback.guest-same-address"));
    }
    return guests.isTaken(round, address)
        ? Outcome.refused(Reason.invalid("email", "feedback.guest-there-already"))
        : Outcome.done(address);
  }

  private Outcome<UUID> put(
      Viewer viewer, Round round, RoundState state, UUID guest, GuestAddress address) {
    guests.correct(round.id(), guest, address);
    if (state == RoundState.ANSWERING) {
      guests.invitations(guest).forEach(lock::end);
      guests.renewSlips(guest);
      mail.corrected(round, guest);
    }
    audit.record(
        viewer.person(),
        "feedback-round.guest-address-corrected",
        RoundRules.ROUND,
        round.id(),
        round.terms().owner());
    return Outcome.done(guest);
  }
}
