package io.fairlead.app.feedback;

import io.fairlead.app.access.Tokens;
import io.fairlead.app.audit.Audit;
import io.fairlead.app.messages.Mailroom;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Links for guests, made by whoever runs the round and handed over by hand, where no mail leaves
/// or one did not arrive. Who makes a link could open it, and so could read what is written with it
/// until the close; that one was made is on record, and it ends those before.
@Component
class GuestHandover {
  private final RoundStore rounds;
  private final GuestLinkStore guests;
  private final AnswerLock lock;
  private final Mailroom mailroom;
  private final Idempotency idempotency;
  private final Audit audit;

  GuestHandover(
      RoundStore rounds,
      GuestLinkStore guests,
      AnswerLock lock,
      Mailroom mailroom,
      Idempotency idempotency,
      Audit audit) {
    this.rounds = rounds;
    this.guests = guests;
    this.lock = lock;
    this.mailroom = mailroom;
    this.idempotency = idempotency;
    this.audit = audit;
  }

  /// A round and its guests.
  ///
  /// @param mail how their last mail stands, by guest; without those who were sent none lately
  /// @param byMail whether mail leaves to guests
  record Guests(
      Round round,
      List<GuestLinkStore.Guest> guests,
      Map<UUID, Mailroom.Standing> mail,
      boolean byMail) {}

  Outcome<Guests> of(Viewer viewer, UUID round) {
    return run(viewer, round)
        .then(each -> {
          List<GuestLinkStore.Guest> all = guests.of(round);
          return Outcome.done(
              new Guests(
                  each,
                  all,
                  mailroom.standing(all.stream().map(GuestLinkStore.Guest::id).toList()),
                  mailroom.reachesOutsiders()));
        });
  }

  /// A new link, which ends those before. Whoever makes it has it, so it opens an empty sheet where
  /// somebody may have answered with another; decision 69.
  ///
  /// @return the path, shown this once
  Outcome<String> make(Viewer viewer, UUID round, UUID guest, @Nullable String key) {
    return run(viewer, round).then(each -> make(viewer, each, guest, key));
  }

  private Outcome<String> make(Viewer viewer, Round round, UUID guest, @Nullable String key) {
    AtomicReference<String> made = new AtomicReference<>();
    Outcome<UUID> outcome =
        idempotency.once(
            viewer.person(),
            "feedback-round.guest-link",
            key,
            List.of(round.id(), guest),
            UUID.class,
            () -> {
              String token = Tokens.fresh();
              boolean another = guests.hasLink(guest);
              if (!guests.renew(round.id(), guest, token)) {
                return Outcome.refused(
                    guests.of(round.id()).stream().anyMatch(each -> each.id().equals(guest))
                        ? Reason.of(Reason.Kind.CONFLICT, "feedback.guest-late")
                        : Reason.notFound());
              }
              if (another) {
                guests.invitations(guest).forEach(lock::end);
                guests.renewSlips(guest);
              }
              audit.record(
                  viewer.person(),
                  "feedback-round.guest-link-made",
                  RoundRules.ROUND,
                  round.id(),
                  round.terms().owner());
              made.set("/give/" + token);
              return Outcome.done(guest);
            });
    return outcome.then(_ -> {
      String path = made.get();
      return path == null
          ? Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "shown-once"))
          : Outcome.done(path);
    });
  }

  Outcome<Round> run(Viewer viewer, UUID id) {
    return rounds
        .find(viewer, id)
        .map(round ->
            round.mayRun()
                ? Outcome.done(round)
                : Outcome.<Round>refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden")))
        .orElseGet(() -> Outcome.refused(Reason.notFound()));
  }
}
