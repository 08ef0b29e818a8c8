package io.fairlead.app.access;

import static io.fairlead.app.access.AccessPolicy.ACCOUNT;
import static io.fairlead.app.access.AccessPolicy.CHANGE;
import static io.fairlead.app.access.AccessPolicy.READ;
import static io.fairlead.app.access.AccessPolicy.SIGN_IN;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.messages.Digests;
import io.fairlead.app.messages.Messages;
import io.fairlead.app.messages.Notice;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Permissions;
import io.fairlead.app.platform.web.Limits;
import io.fairlead.app.platform.web.TableView;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/// Letting people in and keeping them out: an invitation or a new password is a link that whoever
/// asked for it hands over; nothing is sent from here.
@Service
public class Invitations {
  private final AccountStore accounts;
  private final OneTimeLinks links;
  private final Sessions sessions;
  private final Digests digests;
  private final Messages messages;
  private final RoleStore roles;
  private final Permissions permissions;
  private final Idempotency acts;
  private final Audit audit;
  private final Clock clock;

  Invitations(
      AccountStore accounts,
      OneTimeLinks links,
      Sessions sessions,
      Digests digests,
      Messages messages,
      RoleStore roles,
      Permissions permissions,
      Idempotency acts,
      Audit audit,
      Clock clock) {
    this.accounts = accounts;
    this.links = links;
    this.sessions = sessions;
    this.digests = digests;
    this.messages = messages;
    this.roles = roles;
    this.permissions = permissions;
    this.acts = acts;
    this.audit = audit;
    this.clock = clock;
  }

  /// A page of the people whose name or address contains the filter `q`.
  ///
  /// @param total how many there are on all pages
  record Found(List<Standing> people, long total) {}

  /// The keys that people can be sorted by, the standard one first.
  static final List<String> SORTS = List.of("name", "address", "state");

  /// How people stand with the sign-in page; empty for those who may not see it.
  Optional<Found> find(Viewer viewer, TableView view) {
    return permissions.allows(viewer, ACCOUNT, READ, SIGN_IN)
        ? Optional.of(new Found(accounts.standing(view, TableView.ROWS), accounts.standings(view)))
        : Optional.empty();
  }

  /// The same on all pages, for a file.
  Optional<List<Standing>> all(Viewer viewer, TableView view) {
    return permissions.allows(viewer, ACCOUNT, READ, SIGN_IN)
        ? Optional.of(accounts.standing(view.from(1), Limits.EXPORT_ROWS))
        : Optional.empty();
  }

  String nameOf(UUID person) {
    return accounts.nameOf(person).orElse("");
  }

  /// A link with which the person sets a password; lets them in if they were not, and tells them if
  /// they were, since whoever has the link can sign in as them.
  ///
  /// @return its path, which is shown once and stored nowhere
  public Outcome<String> link(Viewer viewer, UUID person) {
    return entitled(
        viewer,
        person,
        "account.link",
        () -> {
          boolean isNew = accounts.open(person, clock.instant());
          audit.record(
              viewer.person(),
              isNew ? "account.invited" : "account.link-made",
              ACCOUNT,
              person,
              person);
          if (!isNew) {
            messages.tell(
                List.of(
                    Notice.of(
                        AccountKinds.LINK,
                        person,
                        viewer.person(),
                        "/account",
                        "account.told.link")));
          }
          return Outcome.done(links.forPassword(person, viewer.person()));
        });
  }

  /// Locks the account: no sign-in, every session ended, no token or link works.
  Outcome<String> lock(Viewer viewer, UUID person) {
    return entitled(
        viewer,
        person,
        "account.lock",
        () -> {
          if (person.equals(viewer.person())) {
            return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "cannot-lock-oneself"));
          }
          if (roles.all().stream()
                  .anyMatch(
                      grant -> grant.role() == Role.PEOPLE_OPS && grant.person().equals(person))
              && roles.othersWith(Role.PEOPLE_OPS, person) == 0) {
            return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "last-people-ops"));
          }
          if (accounts.setState(person, false)) {
            sessions.closeOthers(person, "");
            links.withdraw(person);
            digests.withdraw(person);
            audit.record(viewer.person(), "account.locked", ACCOUNT, person, person);
          }
          return Outcome.done("locked");
        });
  }

  Outcome<String> unlock(Viewer viewer, UUID person) {
    return entitled(
        viewer,
        person,
        "account.unlock",
        () -> {
          if (accounts.setState(person, true)) {
            audit.record(viewer.person(), "account.unlocked", ACCOUNT, person, person);
          }
          return Outcome.done("active");
        });
  }

  private Outcome<String> entitled(
      Viewer viewer, UUID person, String act, Supplier<Outcome<String>> doing) {
    boolean sees = permissions.allows(viewer, ACCOUNT, READ, SIGN_IN);
    if (!sees || accounts.nameOf(person).isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (!permissions.allows(viewer, ACCOUNT, CHANGE, SIGN_IN, person)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "link-for-role-holder"));
    }
    return acts.once(viewer.person(), act, null, person, String.class, doing);
  }
}
