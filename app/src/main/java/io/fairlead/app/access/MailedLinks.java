package io.fairlead.app.access;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import io.fairlead.app.access.AccountStore.Account;
import io.fairlead.app.access.OneTimeLinks.Purpose;
import io.fairlead.app.audit.Audit;
import io.fairlead.app.messages.Letter;
import io.fairlead.app.messages.Mail;
import io.fairlead.app.messages.Mailroom;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.acts.Idempotency;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Links that people have mailed to themselves from the sign-in page: to set a password, or to sign
/// in once. Asking takes the same time and gets the same answer whatever the address: whether
/// anybody has it is looked up later, by a job.
@Service
class MailedLinks {
  static final String JOB = "access.mail-link";
  private static final int LONGEST_ADDRESS = 320;

  private final AccountStore accounts;
  private final OneTimeLinks links;
  private final Throttle throttle;
  private final Mailroom mailroom;
  private final Idempotency acts;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;
  private final ObjectProvider<Scheduler> scheduler;
  private final ObjectProvider<OneTimeTask<Asked>> job;
  private final boolean signingIn;

  /// @param signingIn whether a link may sign somebody in without their password
  MailedLinks(
      AccountStore accounts,
      OneTimeLinks links,
      Throttle throttle,
      Mailroom mailroom,
      Idempotency acts,
      Audit audit,
      Ids ids,
      Clock clock,
      ObjectProvider<Scheduler> scheduler,
      ObjectProvider<OneTimeTask<Asked>> job,
      @Value("${fairlead.sign-in.links:true}") boolean signingIn) {
    this.accounts = accounts;
    this.links = links;
    this.throttle = throttle;
    this.mailroom = mailroom;
    this.acts = acts;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
    this.scheduler = scheduler;
    this.job = job;
    this.signingIn = signingIn;
  }

  /// What somebody asked for; gone when the job has run.
  ///
  /// @param what `password` or `sign-in`
  record Asked(String email, String what) {}

  /// Whether there is a mail server at all.
  boolean possible() {
    return mailroom.canSend();
  }

  /// Whether one may be mailed a link that signs in.
  boolean signInPossible() {
    return signingIn && possible();
  }

  /// @param address the browser's network address
  Outcome<Boolean> ask(String email, String what, String address) {
    String normal = SigningIn.normal(email);
    Optional<Reason> unusable = Addresses.refusal("email", email);
    if (unusable.isPresent() || normal.length() > LONGEST_ADDRESS) {
      return Outcome.refused(
          unusable.orElseGet(() -> Reason.invalid("email", "too-long", LONGEST_ADDRESS)));
    }
    if (!what.equals("password") && !(what.equals("sign-in") && signingIn)) {
      return Outcome.refused(Reason.invalid("what", "required"));
    }
    return throttle
        .tryNow("link to " + normal, address)
        .then(_ -> {
          scheduler
              .getObject()
              .schedule(
                  job.getObject().instance(ids.next().toString(), new Asked(normal, what)),
                  clock.instant());
          return Outcome.done(true);
        });
  }

  /// Makes the link and queues its mail, if the address is somebody's who may sign in.
  @Transactional
  public void send(Asked asked) {
    accounts
        .byEmail(asked.email())
        .filter(Account::active)
        .filter(_ -> signingIn || !asked.what().equals("sign-in"))
        .ifPresent(account -> send(account, asked.what().equals("sign-in")));
  }

  private void send(Account account, boolean signIn) {
    String token = Tokens.fresh();
    Duration lasting = signIn ? OneTimeLinks.FOR_SIGNING_IN : OneTimeLinks.BY_MAIL;
    Mail mail =
        new Mail(
            mailroom.freshId(),
            account.person(),
            signIn ? "sign-in" : "password",
            signIn ? signInLetter() : passwordLetter(),
            token,
            clock.instant().plus(lasting));
    if (mailroom.queue(List.of(mail)).isEmpty()) {
      return;
    }
    links.forEach(
        signIn ? Purpose.SIGN_IN : Purpose.SET_PASSWORD,
        Map.of(account.person(), token),
        null,
        lasting);
    audit.record(
        null,
        signIn ? "account.sign-in-link-mailed" : "account.password-link-mailed",
        AccessPolicy.ACCOUNT,
        account.person(),
        account.person());
  }

  static Letter signInLetter() {
    return new Letter(
        "link-mail.sign-in.subject",
        List.of(),
        List.of(
            Letter.Line.of("link-mail.sign-in.line")
                .leading("/link/{token}", "link-mail.sign-in.do"),
            Letter.Line.of("link-mail.not-you")),
        "link-mail.why");
  }

  static Letter passwordLetter() {
    return new Letter(
        "link-mail.password.subject",
        List.of(),
        List.of(
            Letter.Line.of("link-mail.password.line")
                .leading("/link/{token}", "link-mail.password.do"),
            Letter.Line.of("link-mail.not-you")),
        "link-mail.why");
  }

  /// Whom a link signs in, if it is of that kind, still works, and the account is not locked.
  Optional<Account> behind(String token) {
    return links
        .find(token)
        .filter(link -> signingIn && link.purpose() == Purpose.SIGN_IN)
        .flatMap(link -> Optional.ofNullable(link.person()))
        .flatMap(accounts::of)
        .filter(Account::active);
  }

  /// Uses the link up.
  ///
  /// @return who may be signed in
  Outcome<UUID> use(String token) {
    return behind(token)
        .map(account ->
            acts.once(
                account.person(),
                "account.sign-in-by-link",
                null,
                account.person(),
                UUID.class,
                () ->
                    links.use(token)
                        ? Outcome.done(account.person())
                        : Outcome.refused(Reason.notFound())))
        .orElseGet(() -> Outcome.refused(Reason.notFound()));
  }
}
