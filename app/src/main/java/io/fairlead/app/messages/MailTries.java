package io.fairlead.app.messages;

import static io.fairlead.app.messages.MessagePolicy.ALL;
import static io.fairlead.app.messages.MessagePolicy.MAIL;
import static io.fairlead.app.messages.MessagePolicy.READ;
import static io.fairlead.app.messages.MessagePolicy.SEND;
import static io.fairlead.app.messages.MessagePolicy.TEST;

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

/// Finds out whether mail arrives: a mail to oneself, and another try of one that did not arrive.
@Service
class MailTries {
  /// A mail to whoever asked for it, which is why quiet mode does not keep it back.
  static final String KIND = "test";

  private final MailStore mails;
  private final MailSettings settings;
  private final Permissions permissions;
  private final Idempotency acts;
  private final Ids ids;
  private final Audit audit;
  private final Clock clock;

  MailTries(
      MailStore mails,
      MailSettings settings,
      Permissions permissions,
      Idempotency acts,
      Ids ids,
      Audit audit,
      Clock clock) {
    this.mails = mails;
    this.settings = settings;
    this.permissions = permissions;
    this.acts = acts;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  boolean mayTest(Viewer viewer) {
    return permissions.allows(viewer, MAIL, TEST, ALL);
  }

  /// Sends the viewer a mail that says it is a test.
  ///
  /// @return the mail
  Outcome<UUID> test(Viewer viewer, @Nullable String key) {
    return acts.once(
        viewer.person(),
        "mail.test",
        key,
        "",
        UUID.class,
        () -> {
          if (!mayTest(viewer)) {
            return barred(viewer);
          }
          if (!settings.ready()) {
            return Outcome.refused(
                Reason.of(
                    Reason.Kind.CONFLICT, "mail-not-set", String.join(", ", settings.missing())));
          }
          UUID id = ids.next();
          if (mails
              .insert(List.of(new Mail(id, viewer.person(), KIND, letter(), null, null)))
              .isEmpty()) {
            return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "mail-no-address"));
          }
          return Outcome.done(id);
        });
  }

  static Letter letter() {
    return new Letter(
        "mail.test.subject",
        List.of(),
        List.of(Letter.Line.of("mail.test.line").leading("/studio/messages", "mail.test.back")),
        "mail.test.why");
  }

  /// What became of the viewer's last test; empty for who never sent one.
  Optional<MailStore.Tested> tested(Viewer viewer) {
    return mails.tested(viewer.person());
  }

  /// Tries a mail once more that was refused or given up. One whose link held a secret is gone with
  /// it, and one that leads to something over is of no use.
  Outcome<UUID> again(Viewer viewer, UUID mail, @Nullable String key) {
    return acts.once(
        viewer.person(),
        "mail.again",
        key,
        mail,
        UUID.class,
        () -> {
          if (!permissions.allows(viewer, MAIL, SEND, ALL)) {
            return barred(viewer);
          }
          Optional<MailStore.Missed> missed = mails.undelivered(mail);
          if (missed.isEmpty()) {
            return Outcome.refused(Reason.notFound());
          }
          if (!mails.retry(mail, clock.instant())) {
            return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "mail-not-again"));
          }
          audit.record(viewer.person(), "mail.sent-again", MAIL, mail, missed.get().recipient());
          return Outcome.done(mail);
        });
  }

  private Outcome<UUID> barred(Viewer viewer) {
    return Outcome.refused(
        permissions.allows(viewer, MAIL, READ, ALL)
            ? Reason.of(Reason.Kind.FORBIDDEN, "forbidden")
            : Reason.notFound());
  }
}
