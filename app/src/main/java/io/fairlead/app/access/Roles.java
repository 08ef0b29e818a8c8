package io.fairlead.app.access;

import static io.fairlead.app.access.AccessPolicy.ALL;
import static io.fairlead.app.access.AccessPolicy.CONTENT;
import static io.fairlead.app.access.AccessPolicy.GRANT;
import static io.fairlead.app.access.AccessPolicy.READ;
import static io.fairlead.app.access.AccessPolicy.ROLE;
import static io.fairlead.app.access.AccessPolicy.TECHNICAL;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Permissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Roles that people are given and lose. People operations give all of them; an IT administrator
/// only gives their own. Nobody can take away the last people operations.
@Service
class Roles {
  private final RoleStore roles;
  private final AccountStore accounts;
  private final Permissions permissions;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  Roles(
      RoleStore roles,
      AccountStore accounts,
      Permissions permissions,
      Idempotency idempotency,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.roles = roles;
    this.accounts = accounts;
    this.permissions = permissions;
    this.idempotency = idempotency;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// A role that somebody holds.
  ///
  /// @param unit where an HR partner's role reaches, with those below it
  /// @param by who gave it; null for the installation itself
  record Grant(
      UUID id,
      UUID person,
      String name,
      Role role,
      @Nullable UUID unit,
      @Nullable String unitName,
      @Nullable String by,
      Instant at) {}

  /// @param email the work address of who is given the role
  /// @param role its code
  /// @param unit for an HR partner
  /// @param key idempotency key
  record NewGrant(String email, String role, @Nullable UUID unit, @Nullable String key) {}

  /// Everybody's roles; empty for those who may not see them.
  Optional<List<Grant>> all(Viewer viewer) {
    return permissions.allows(viewer, ROLE, READ, ALL)
        ? Optional.of(roles.all())
        : Optional.empty();
  }

  /// A unit that an HR partner's role can reach.
  record UnitName(UUID id, String name) {}

  List<UnitName> units() {
    return roles.units();
  }

  boolean mayGrant(Viewer viewer, Role role) {
    return permissions.allows(viewer, ROLE, GRANT, fields(role));
  }

  /// @return the grant's id
  Outcome<UUID> grant(Viewer viewer, NewGrant input) {
    return idempotency.once(
        viewer.person(),
        "role.grant",
        input.key(),
        input,
        UUID.class,
        () -> grantNow(viewer, input));
  }

  private Outcome<UUID> grantNow(Viewer viewer, NewGrant input) {
    Optional<Role> known =
        java.util.Arrays.stream(Role.values())
            .filter(role -> role.code().equals(input.role()))
            .findFirst();
    if (known.isEmpty()) {
      return Outcome.refused(Reason.invalid("role", "required"));
    }
    Role role = known.get();
    if (!mayGrant(viewer, role)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    Optional<UUID> person = accounts.personWith(SigningIn.normal(input.email()));
    if (person.isEmpty()) {
      return Outcome.refused(Reason.invalid("email", "nobody-with-address"));
    }
    UUID unit = role == Role.HR_PARTNER ? input.unit() : null;
    if (role == Role.HR_PARTNER && (unit == null || roles.unit(unit).isEmpty())) {
      return Outcome.refused(Reason.invalid("unit", "hr-partner-needs-unit"));
    }
    UUID id = ids.next();
    if (!roles.grant(id, person.get(), role, unit, viewer.person(), clock.instant())) {
      return Outcome.refused(Reason.invalid("role", "role-already-granted"));
    }
    audit.record(viewer.person(), "role.granted." + role.code(), ROLE, id, person.get());
    return Outcome.done(id);
  }

  /// @return whose role it was
  Outcome<UUID> revoke(Viewer viewer, UUID grant) {
    return idempotency.once(
        viewer.person(), "role.revoke", null, grant, UUID.class, () -> revokeNow(viewer, grant));
  }

  private Outcome<UUID> revokeNow(Viewer viewer, UUID id) {
    Optional<Grant> found = all(viewer).isEmpty() ? Optional.empty() : roles.find(id);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    Grant grant = found.get();
    if (!mayGrant(viewer, grant.role())) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    if (grant.role() == Role.PEOPLE_OPS && roles.othersWith(Role.PEOPLE_OPS, grant.person()) == 0) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "last-people-ops"));
    }
    roles.revoke(id);
    audit.record(viewer.person(), "role.revoked." + grant.role().code(), ROLE, id, grant.person());
    return Outcome.done(grant.person());
  }

  private static String fields(Role role) {
    return role == Role.IT_ADMINISTRATOR ? TECHNICAL : CONTENT;
  }
}
