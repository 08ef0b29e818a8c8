package io.fairlead.app.messages;

import static io.fairlead.app.messages.MessagePolicy.ALL;
import static io.fairlead.app.messages.MessagePolicy.MAIL;
import static io.fairlead.app.messages.MessagePolicy.READ;
import static io.fairlead.app.messages.MessagePolicy.SEND;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.messages.AudienceStore.Audience;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Permissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Quiet mode: mail leaves only to audiences that somebody entitled named. Taking one away ends
/// what still waits for those whom no other audience names.
@Service
public class Audiences {
  private final AudienceStore audiences;
  private final MailStore mails;
  private final NoticeStore notices;
  private final MailSettings settings;
  private final Permissions permissions;
  private final Idempotency acts;
  private final Ids ids;
  private final Audit audit;

  Audiences(
      AudienceStore audiences,
      MailStore mails,
      NoticeStore notices,
      MailSettings settings,
      Permissions permissions,
      Idempotency acts,
      Ids ids,
      Audit audit) {
    this.audiences = audiences;
    this.mails = mails;
    this.notices = notices;
    this.settings = settings;
    this.permissions = permissions;
    this.acts = acts;
    this.ids = ids;
    this.audit = audit;
  }

  /// Whom an audience names: everyone when neither is given.
  public record Named(@Nullable UUID unit, @Nullable UUID person) {
    public static final Named EVERYONE = new Named(null, null);
  }

  /// A unit with the path that tells it from others of its name.
  public record Unit(UUID id, String name) {}

  /// How mail stands.
  ///
  /// @param missing settings without which none leaves, by name
  /// @param reached how many people here the audiences name
  /// @param people how many there are
  record Standing(
      List<String> missing,
      MailStore.@Nullable Trouble trouble,
      List<Audience> audiences,
      int reached,
      int people,
      List<MailStore.Count> counts,
      List<MailStore.Undelivered> undelivered) {}

  private static final int UNDELIVERED = 50;

  Optional<Standing> standing(Viewer viewer) {
    if (!mayRead(viewer)) {
      return Optional.empty();
    }
    AudienceStore.Reach reach = audiences.reach(viewer.today());
    return Optional.of(
        new Standing(
            settings.missing(),
            mails.trouble().orElse(null),
            audiences.all(),
            reach.reached(),
            reach.people(),
            mails.counts(),
            mails.undelivered(UNDELIVERED)));
  }

  boolean mayRead(Viewer viewer) {
    return permissions.allows(viewer, MAIL, READ, ALL);
  }

  public boolean maySend(Viewer viewer) {
    return permissions.allows(viewer, MAIL, SEND, ALL);
  }

  /// The units one can name, by name.
  public List<Unit> units() {
    return audiences.units();
  }

  /// Everybody whom it names today and who has an address.
  public List<UUID> people(Viewer viewer, Named named) {
    return audiences.people(named, viewer.today());
  }

  /// From now on mail may reach whom it names; nothing that was kept back before is sent.
  ///
  /// @return the audience, which may have been named before
  public Outcome<UUID> open(Viewer viewer, Named named, @Nullable String key) {
    return acts.once(
        viewer.person(),
        "mail-audience.open",
        key,
        named,
        UUID.class,
        () -> {
          Optional<Refused<UUID>> barred = barred(viewer);
          if (barred.isPresent()) {
            return barred.get();
          }
          if (!audiences.exists(named)) {
            return Outcome.refused(
                Reason.invalid(named.unit() == null ? "person" : "unit", "unknown-audience"));
          }
          UUID audience = audiences.insert(ids.next(), named, viewer.person());
          audit.record(viewer.person(), "mail-audience.opened", MAIL, audience, named.person());
          return Outcome.done(audience);
        });
  }

  /// Mail no longer reaches whom only this audience names; what still waits for them is withdrawn
  /// and stands in their inbox.
  Outcome<UUID> close(Viewer viewer, UUID audience, @Nullable String key) {
    return acts.once(
        viewer.person(),
        "mail-audience.close",
        key,
        audience,
        UUID.class,
        () -> {
          Optional<Refused<UUID>> barred = barred(viewer);
          if (barred.isPresent()) {
            return barred.get();
          }
          if (!audiences.delete(audience)) {
            return Outcome.refused(Reason.notFound());
          }
          mails.withdraw();
          notices.keepBack();
          audit.record(viewer.person(), "mail-audience.closed", MAIL, audience, null);
          return Outcome.done(audience);
        });
  }

  private Optional<Refused<UUID>> barred(Viewer viewer) {
    if (maySend(viewer)) {
      return Optional.empty();
    }
    Reason reason =
        mayRead(viewer) ? Reason.of(Reason.Kind.FORBIDDEN, "forbidden") : Reason.notFound();
    return Optional.of(new Refused<>(List.of(reason)));
  }
}
