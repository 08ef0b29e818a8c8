package io.fairlead.app.access;

import static io.fairlead.app.access.AccessPolicy.ALL;
import static io.fairlead.app.access.AccessPolicy.CHANGE;
import static io.fairlead.app.access.AccessPolicy.READ;
import static io.fairlead.app.access.AccessPolicy.SERVICE;

import io.fairlead.app.access.ServiceStore.Bearer;
import io.fairlead.app.audit.Audit;
import io.fairlead.app.people.Newcomers;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Permissions;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Programs that act as themselves: nightly syncs, exports, dashboards. A service has roles, scopes
/// and tokens that end within a year; nobody gives it a role that they may not give to people, and
/// nobody makes a token for a service that may more than they may give.
///
/// A token is looked at once, when a request begins. One that is taken away meanwhile lets that
/// request end; the next one is refused, on every node.
@org.springframework.stereotype.Service
class Services {
  static final String TOKEN = "fls_";
  private static final int MOST = 200;
  private static final int MOST_TOKENS = 10;

  /// An HR partner's role reaches a unit, which a service has not.
  static final List<Role> ROLES =
      Arrays.stream(Role.values()).filter(role -> role != Role.HR_PARTNER).toList();

  private final ServiceStore services;
  private final Newcomers newcomers;
  private final Roles roles;
  private final Scopes scopes;
  private final Permissions permissions;
  private final OrganisationSettings settings;
  private final Idempotency acts;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  Services(
      ServiceStore services,
      Newcomers newcomers,
      Roles roles,
      Scopes scopes,
      Permissions permissions,
      OrganisationSettings settings,
      Idempotency acts,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.services = services;
    this.newcomers = newcomers;
    this.roles = roles;
    this.scopes = scopes;
    this.permissions = permissions;
    this.settings = settings;
    this.acts = acts;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// @param roles codes
  /// @param days until its first token ends
  /// @param key idempotency key
  record NewService(
      String name, Set<String> roles, Set<String> scopes, int days, @Nullable String key) {
    NewService {
      name = name.strip().replaceAll("\\s+", " ");
      roles = Set.copyOf(roles);
      scopes = Set.copyOf(scopes);
    }
  }

  /// The service behind a bearer token.
  Optional<Bearer> bearer(String token) {
    if (!token.startsWith(TOKEN)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, settings.organisation().zone());
    return services.bearer(Tokens.hash(token), now, today);
  }

  /// All services; empty for those who may not see them.
  Optional<List<Service>> all(Viewer viewer) {
    return permissions.allows(viewer, SERVICE, READ, ALL)
        ? Optional.of(services.living(clock.instant()))
        : Optional.empty();
  }

  boolean mayChange(Viewer viewer) {
    return permissions.allows(viewer, SERVICE, CHANGE, ALL);
  }

  List<Role> grantable(Viewer viewer) {
    return ROLES.stream().filter(role -> roles.mayGrant(viewer, role)).toList();
  }

  Set<String> scopes() {
    return scopes.all();
  }

  /// @return its first token, which is stored nowhere
  Outcome<String> create(Viewer viewer, NewService input) {
    Made made = new Made();
    return acts.once(
            viewer.person(),
            "service.create",
            input.key(),
            input,
            UUID.class,
            () -> createNow(viewer, input, made))
        .then(_ -> made.shownOnce());
  }

  private Outcome<UUID> createNow(Viewer viewer, NewService input, Made made) {
    Optional<Reason> barred = barred(viewer);
    if (barred.isPresent()) {
      return Outcome.refused(barred.get());
    }
    List<Reason> wrong = wrong(viewer, input);
    if (!wrong.isEmpty()) {
      return Outcome.refused(wrong);
    }
    UUID service = newcomers.nobody();
    Instant now = clock.instant();
    if (!services.add(service, input, viewer.person(), now)) {
      return Outcome.refused(Reason.invalid("name", "service-name-taken"));
    }
    audit.record(viewer.person(), "service.made", SERVICE, service, null);
    made.token = token(viewer, service, input.days(), now);
    return Outcome.done(service);
  }

  private List<Reason> wrong(Viewer viewer, NewService input) {
    List<Reason> wrong = new ArrayList<>();
    if (input.name().isEmpty()) {
      wrong.add(Reason.invalid("name", "required"));
    } else if (input.name().length() > 100) {
      wrong.add(Reason.invalid("name", "too-long", 100));
    }
    if (input.scopes().isEmpty() || !scopes.all().containsAll(input.scopes())) {
      wrong.add(Reason.invalid("scopes", "token-scopes"));
    }
    Set<String> known = ROLES.stream().map(Role::code).collect(java.util.stream.Collectors.toSet());
    if (!known.containsAll(input.roles())) {
      wrong.add(Reason.invalid("roles", "service-roles"));
    } else if (!mayGive(viewer, input.roles())) {
      wrong.add(Reason.of(Reason.Kind.FORBIDDEN, "service-beyond-own"));
    }
    wrong.addAll(wrongDays(input.days()));
    if (services.living(clock.instant()).size() >= MOST) {
      wrong.add(Reason.of(Reason.Kind.CONFLICT, "service-most", MOST));
    }
    return wrong;
  }

  private static List<Reason> wrongDays(int days) {
    return days < 1 || days > ApiTokens.LONGEST_DAYS
        ? List.of(Reason.invalid("days", "token-days", ApiTokens.LONGEST_DAYS))
        : List.of();
  }

  /// Another token for a service, so that the old one can be exchanged without a gap.
  ///
  /// @return the token, which is stored nowhere
  Outcome<String> renew(Viewer viewer, UUID service, int days, @Nullable String key) {
    Made made = new Made();
    return acts.once(
            viewer.person(),
            "service.renew",
            key,
            List.of(service, days),
            UUID.class,
            () -> renewNow(viewer, service, days, made))
        .then(_ -> made.shownOnce());
  }

  private Outcome<UUID> renewNow(Viewer viewer, UUID id, int days, Made made) {
    Optional<Reason> barred = barred(viewer);
    if (barred.isPresent()) {
      return Outcome.refused(barred.get());
    }
    Instant now = clock.instant();
    Optional<Service> found = find(id, now);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    List<Reason> wrong = new ArrayList<>(wrongDays(days));
    if (!mayGive(viewer, Set.copyOf(found.get().roles()))) {
      wrong.add(Reason.of(Reason.Kind.FORBIDDEN, "service-beyond-own"));
    }
    if (found.get().tokens().size() >= MOST_TOKENS) {
      wrong.add(Reason.of(Reason.Kind.CONFLICT, "token-most", MOST_TOKENS));
    }
    if (!wrong.isEmpty()) {
      return Outcome.refused(wrong);
    }
    made.token = token(viewer, id, days, now);
    return Outcome.done(id);
  }

  private String token(Viewer viewer, UUID service, int days, Instant now) {
    String token = TOKEN + Tokens.fresh();
    UUID id = ids.next();
    services.addToken(
        id, service, Tokens.hash(token), viewer.person(), now, now.plus(Duration.ofDays(days)));
    audit.record(viewer.person(), "service.token-made", SERVICE, service, null);
    return token;
  }

  /// Takes a token away; whoever may see services and change them may do so, for it only takes.
  Outcome<UUID> revoke(Viewer viewer, UUID service, UUID token, @Nullable String key) {
    return taking(
        viewer,
        "service.revoke",
        key,
        List.of(service, token),
        () -> {
          if (!services.removeToken(service, token)) {
            return Outcome.refused(Reason.notFound());
          }
          audit.record(viewer.person(), "service.token-revoked", SERVICE, service, null);
          return Outcome.done(token);
        });
  }

  /// Ends a service with all its tokens; what it did stays on the record under its name.
  Outcome<UUID> end(Viewer viewer, UUID service, @Nullable String key) {
    return taking(
        viewer,
        "service.end",
        key,
        service,
        () -> {
          if (!services.end(service, clock.instant())) {
            return Outcome.refused(Reason.notFound());
          }
          audit.record(viewer.person(), "service.ended", SERVICE, service, null);
          return Outcome.done(service);
        });
  }

  private Outcome<UUID> taking(
      Viewer viewer,
      String act,
      @Nullable String key,
      Object input,
      Supplier<Outcome<UUID>> doing) {
    return acts.once(
        viewer.person(),
        act,
        key,
        input,
        UUID.class,
        () -> barred(viewer).map(Outcome::<UUID>refused).orElseGet(doing));
  }

  /// Who may not see services is told nothing of them.
  private Optional<Reason> barred(Viewer viewer) {
    if (mayChange(viewer)) {
      return Optional.empty();
    }
    boolean sees = permissions.allows(viewer, SERVICE, READ, ALL);
    return Optional.of(sees ? Reason.of(Reason.Kind.FORBIDDEN, "forbidden") : Reason.notFound());
  }

  private boolean mayGive(Viewer viewer, Set<String> codes) {
    return codes.stream().map(Role::of).allMatch(role -> roles.mayGrant(viewer, role));
  }

  private Optional<Service> find(UUID id, Instant now) {
    return services.living(now).stream().filter(service -> service.id().equals(id)).findFirst();
  }

  /// A secret on its way out of a transaction, for the one who made it.
  private static final class Made {
    private @Nullable String token;

    Outcome<String> shownOnce() {
      return token == null
          ? Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "shown-once"))
          : Outcome.done(token);
    }
  }
}
