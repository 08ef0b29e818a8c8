package io.fairlead.app.access;

import io.fairlead.app.access.AccountStore.Account;
import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Setting one's own password: by a link that somebody entitled handed over, or knowing the old
/// one. Either way every other session of the person ends.
@Service
class OwnPassword {
  private final AccountStore accounts;
  private final OneTimeLinks links;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Throttle throttle;
  private final Idempotency acts;
  private final Audit audit;
  private final OrganisationSettings organisation;
  private final Clock clock;

  OwnPassword(
      AccountStore accounts,
      OneTimeLinks links,
      Passwords passwords,
      Sessions sessions,
      Throttle throttle,
      Idempotency acts,
      Audit audit,
      OrganisationSettings organisation,
      Clock clock) {
    this.accounts = accounts;
    this.links = links;
    this.passwords = passwords;
    this.sessions = sessions;
    this.throttle = throttle;
    this.acts = acts;
    this.audit = audit;
    this.organisation = organisation;
    this.clock = clock;
  }

  /// Whose password the link sets, if it still works and the account is not locked.
  Optional<Account> behind(String token) {
    return links
        .find(token)
        .filter(link -> link.purpose() == OneTimeLinks.Purpose.SET_PASSWORD)
        .flatMap(link -> Optional.ofNullable(link.person()))
        .flatMap(accounts::of)
        .filter(Account::active);
  }

  /// Sets the password by a link, which is then used up.
  Outcome<UUID> set(String token, String password) {
    Optional<Account> found = behind(token);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    Account account = found.get();
    return checked("password", account, password)
        .then(passwords::hash)
        .then(hash ->
            acts.once(
                account.person(),
                "password.set",
                null,
                account.person(),
                UUID.class,
                () ->
                    links.use(token)
                        ? store(account, hash, "", "password.set-by-link")
                        : Outcome.refused(Reason.notFound())));
  }

  /// Changes the password of somebody signed in.
  ///
  /// @param cookie the session that stays
  Outcome<UUID> change(Viewer viewer, String cookie, String address, String old, String fresh) {
    Account account = accounts.of(viewer.person()).orElseThrow();
    return throttle
        .tryNow(SigningIn.normal(account.email()), address)
        .then(_ -> passwords.matches(old, account.passwordHash()))
        .then(matches ->
            matches
                ? checked("fresh", account, fresh)
                : Outcome.refused(Reason.invalid("old", "old-password")))
        .then(passwords::hash)
        .then(hash ->
            acts.once(
                viewer.person(),
                "password.change",
                null,
                viewer.person(),
                UUID.class,
                () -> store(account, hash, cookie, "password.changed")));
  }

  private Outcome<UUID> store(Account account, String hash, String stays, String act) {
    accounts.setPassword(account.person(), hash, clock.instant());
    sessions.closeOthers(account.person(), stays);
    links.withdraw(account.person());
    throttle.forget(SigningIn.normal(account.email()));
    audit.record(account.person(), act, "account", account.person(), account.person());
    return Outcome.done(account.person());
  }

  private Outcome<String> checked(String field, Account account, String password) {
    return PasswordRules.refusal(
            field,
            password,
            List.of(account.name(), account.email(), organisation.organisation().name()))
        .map(Outcome::<String>refused)
        .orElseGet(() -> Outcome.done(password));
  }
}
