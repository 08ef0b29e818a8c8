package io.fairlead.app.access;

import io.fairlead.app.access.AccountStore.Account;
import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Signing in with a password, and out. An unknown address, a wrong password and a locked account
/// get one answer after the same time.
@Component
class SigningIn {
  private static final int LONGEST_ADDRESS = 320;

  private final AccountStore accounts;
  private final Passwords passwords;
  private final Throttle throttle;
  private final Sessions sessions;
  private final Audit audit;
  private final TransactionTemplate transaction;

  SigningIn(
      AccountStore accounts,
      Passwords passwords,
      Throttle throttle,
      Sessions sessions,
      Audit audit,
      PlatformTransactionManager transactions) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
    this.sessions = sessions;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Who tries from where.
  ///
  /// @param address the browser's network address
  /// @param browser what it calls itself, shown in the list of sessions
  record Attempt(String email, String password, String address, String browser) {}

  /// @return the new session's cookie
  Outcome<String> signIn(Attempt attempt) {
    String email = normal(attempt.email());
    if (email.length() > LONGEST_ADDRESS
        || attempt.password().length() > 4 * PasswordRules.LONGEST) {
      return refused();
    }
    return throttle
        .tryNow(email, attempt.address())
        .then(_ -> {
          Optional<Account> account = accounts.byEmail(email);
          @Nullable String hash = account.map(Account::passwordHash).orElse(null);
          return passwords
              .matches(attempt.password(), hash)
              .then(matches ->
                  account.isPresent() && matches && account.get().active()
                      ? welcome(account.get(), attempt)
                      : turnAway(account));
        });
  }

  private Outcome<String> welcome(Account account, Attempt attempt) {
    throttle.succeeded(normal(attempt.email()), attempt.address());
    strengthen(account, attempt.password());
    return Outcome.done(open(account.person(), attempt.browser(), null, "session.opened"));
  }

  private Outcome<String> turnAway(Optional<Account> account) {
    account.ifPresent(
        known -> audit.record(null, "session.refused", "account", known.person(), known.person()));
    return refused();
  }

  private static Outcome<String> refused() {
    return Outcome.refused(Reason.of(Reason.Kind.INVALID, "sign-in"));
  }

  /// Opens a session for somebody whose right to it was just checked.
  String open(UUID person, String browser, @Nullable UUID by, String act) {
    String cookie =
        transaction.execute(_ -> {
          audit.record(by == null ? person : by, act, "account", person, person);
          return sessions.open(person, browser, by);
        });
    if (cookie == null) {
      throw new IllegalStateException("no session");
    }
    return cookie;
  }

  void signOut(Viewer viewer, String cookie) {
    transaction.executeWithoutResult(_ -> {
      sessions.close(cookie);
      audit.record(viewer.person(), "session.closed", "account", viewer.person(), viewer.person());
    });
  }

  /// Ends one of the viewer's own sessions.
  boolean end(Viewer viewer, UUID session) {
    return Boolean.TRUE.equals(
        transaction.execute(_ -> {
          boolean ended = sessions.close(viewer.person(), session);
          if (ended) {
            audit.record(
                viewer.person(), "session.closed", "account", viewer.person(), viewer.person());
          }
          return ended;
        }));
  }

  /// Ends all the viewer's sessions but this one.
  void endOthers(Viewer viewer, String cookie) {
    transaction.executeWithoutResult(_ -> {
      sessions.closeOthers(viewer.person(), cookie);
      audit.record(
          viewer.person(), "session.others-closed", "account", viewer.person(), viewer.person());
    });
  }

  private void strengthen(Account account, String password) {
    String old = account.passwordHash();
    if (old != null && passwords.isOutdated(old)) {
      switch (passwords.hash(password)) {
        case Done<String>(String better) -> accounts.strengthen(account.person(), old, better);
        case Refused<String> _ -> {}
      }
    }
  }

  static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
