package io.fairlead.app.access;

import io.fairlead.app.access.OneTimeLinks.Purpose;
import io.fairlead.app.audit.Audit;
import io.fairlead.app.messages.Audiences;
import io.fairlead.app.messages.Audiences.Named;
import io.fairlead.app.messages.Letter;
import io.fairlead.app.messages.Mail;
import io.fairlead.app.messages.Mailroom;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Inviting many by mail: everyone, a unit or a person. Naming them is naming an audience, so from
/// then on mail may reach them. Who has set a password already, or is locked, is left out; inviting
/// again sends a new link and ends the one before.
@Service
public class BulkInvitations {
  private final AccountStore accounts;
  private final OneTimeLinks links;
  private final Audiences audiences;
  private final Mailroom mailroom;
  private final Idempotency acts;
  private final Audit audit;
  private final Clock clock;

  BulkInvitations(
      AccountStore accounts,
      OneTimeLinks links,
      Audiences audiences,
      Mailroom mailroom,
      Idempotency acts,
      Audit audit,
      Clock clock) {
    this.accounts = accounts;
    this.links = links;
    this.audiences = audiences;
    this.mailroom = mailroom;
    this.acts = acts;
    this.audit = audit;
    this.clock = clock;
  }

  public boolean possible() {
    return mailroom.canSend();
  }

  /// Who would be invited now, by name.
  public List<Invitable> wouldInvite(Viewer viewer, Named named) {
    return accounts.invitable(audiences.people(viewer, named));
  }

  /// @param key idempotency key: sent twice, it invites once
  /// @return how many were invited
  public Outcome<Integer> invite(Viewer viewer, Named named, @Nullable String key) {
    if (!audiences.maySend(viewer)) {
      return Outcome.refused(Reason.notFound());
    }
    return acts.once(
        viewer.person(),
        "account.invite-many",
        key,
        named,
        Integer.class,
        () -> {
          if (!possible()) {
            return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "no-mail-server"));
          }
          List<UUID> persons = wouldInvite(viewer, named).stream().map(Invitable::person).toList();
          if (persons.isEmpty()) {
            return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "nobody-to-invite"));
          }
          return switch (audiences.open(viewer, named, null)) {
            case Refused<UUID> refused -> refused.as();
            case Outcome.Done<UUID> _ -> Outcome.done(send(viewer, persons));
          };
        });
  }

  private int send(Viewer viewer, List<UUID> persons) {
    Map<UUID, String> tokens = new HashMap<>();
    List<Mail> mails = new ArrayList<>();
    Letter letter = letter(viewer.person());
    for (UUID person : persons) {
      String token = Tokens.fresh();
      tokens.put(person, token);
      mails.add(
          new Mail(
              mailroom.freshId(),
              person,
              "invitation",
              letter,
              token,
              clock.instant().plus(OneTimeLinks.FOR_PASSWORDS)));
    }
    accounts.open(persons, clock.instant());
    links.withdraw(persons);
    links.forEach(Purpose.SET_PASSWORD, tokens, viewer.person(), OneTimeLinks.FOR_PASSWORDS);
    int queued = mailroom.queue(mails).size();
    audit.recordEach(viewer.person(), "account.invited", AccessPolicy.ACCOUNT, persons);
    return queued;
  }

  /// What the invitation says. Its first sentence names who invites.
  public static Letter letter(UUID by) {
    return new Letter(
        "invitation-mail.subject",
        List.of(),
        List.of(
            new Letter.Line(
                "invitation-mail.line", List.of(), by, "/link/{token}", "invitation-mail.do"),
            Letter.Line.of("invitation-mail.pass-on")),
        "invitation-mail.why");
  }
}
