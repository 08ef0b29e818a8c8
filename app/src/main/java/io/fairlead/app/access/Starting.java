package io.fairlead.app.access;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.people.Newcomers;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// The first administrator, by the link that is printed when nobody can sign in, and an
/// administrator who was shut out, by the link that the host's command line makes.
@Service
class Starting {
  private static final int LONGEST_NAME = 200;
  private static final UUID NOBODY = new UUID(0, 0);

  private final OneTimeLinks links;
  private final AccountStore accounts;
  private final RoleStore roles;
  private final Newcomers newcomers;
  private final Passwords passwords;
  private final Throttle throttle;
  private final Idempotency acts;
  private final Audit audit;
  private final OrganisationSettings organisation;
  private final Ids ids;
  private final Clock clock;

  Starting(
      OneTimeLinks links,
      AccountStore accounts,
      RoleStore roles,
      Newcomers newcomers,
      Passwords passwords,
      Throttle throttle,
      Idempotency acts,
      Audit audit,
      OrganisationSettings organisation,
      Ids ids,
      Clock clock) {
    this.links = links;
    this.accounts = accounts;
    this.roles = roles;
    this.newcomers = newcomers;
    this.passwords = passwords;
    this.throttle = throttle;
    this.acts = acts;
    this.audit = audit;
    this.organisation = organisation;
    this.ids = ids;
    this.clock = clock;
  }

  /// @param heads whether the person heads the organisation
  record Beginning(String token, String name, String email, boolean heads, String password) {}

  /// Whether the link still makes an administrator. The printed one does so only while nobody can
  /// sign in.
  boolean works(String token) {
    return links
        .find(token)
        .filter(link ->
            switch (link.purpose()) {
              case FIRST_ADMINISTRATOR -> !accounts.anybodyCanSignIn();
              case ADMINISTRATOR_RESET -> true;
              case SET_PASSWORD, SIGN_IN -> false;
            })
        .isPresent();
  }

  /// Makes the person of this address, new or known, an administrator who can sign in.
  Outcome<UUID> begin(Beginning input) {
    if (!works(input.token())) {
      return Outcome.refused(Reason.notFound());
    }
    List<Reason> wrong = wrong(input);
    if (!wrong.isEmpty()) {
      return Outcome.refused(wrong);
    }
    return passwords
        .hash(input.password())
        .then(hash ->
            acts.once(
                NOBODY, "access.begin", null, input.name(), UUID.class, () -> begin(input, hash)));
  }

  private Outcome<UUID> begin(Beginning input, String hash) {
    if (!works(input.token()) || !links.use(input.token())) {
      return Outcome.refused(Reason.notFound());
    }
    Instant now = clock.instant();
    String email = SigningIn.normal(input.email());
    UUID person =
        accounts
            .personWith(email)
            .orElseGet(() ->
                newcomers.add(
                    input.name().strip(),
                    input.email().strip(),
                    input.heads(),
                    LocalDate.ofInstant(now, organisation.organisation().zone())));
    accounts.open(person, now);
    accounts.setState(person, true);
    accounts.setPassword(person, hash, now);
    throttle.forget(email);
    roles.grant(ids.next(), person, Role.PEOPLE_OPS, null, null, now);
    roles.grant(ids.next(), person, Role.IT_ADMINISTRATOR, null, null, now);
    audit.record(null, "administrator.made", "account", person, person);
    return Outcome.done(person);
  }

  private List<Reason> wrong(Beginning input) {
    List<Reason> wrong = new ArrayList<>();
    if (input.name().isBlank()) {
      wrong.add(Reason.invalid("name", "required"));
    }
    if (input.name().length() > LONGEST_NAME) {
      wrong.add(Reason.invalid("name", "too-long", LONGEST_NAME));
    }
    Addresses.refusal("email", input.email()).ifPresent(wrong::add);
    PasswordRules.refusal(
            "password",
            input.password(),
            List.of(input.name(), input.email(), organisation.organisation().name()))
        .ifPresent(wrong::add);
    return wrong;
  }

  /// The path to print when the server starts, if nobody can sign in.
  Optional<String> firstLink() {
    return accounts.anybodyCanSignIn()
        ? Optional.empty()
        : Optional.of(links.forFirstAdministrator());
  }
}
