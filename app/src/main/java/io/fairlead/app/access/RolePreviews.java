package io.fairlead.app.access;

import static io.fairlead.app.access.AccessPolicy.ROLE;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.people.Newcomers;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Looking as a role: the pages as somebody sees them who holds it and nothing else. It is nobody
/// in particular, so it shows no person's own things; it changes nothing; it ends by itself; and
/// the record says who looked. One looks only as roles that one could give.
@Service
class RolePreviews {
  static final Duration LONGEST = Duration.ofHours(1);

  private final RolePreviewStore store;
  private final Roles roles;
  private final CustomRoles customRoles;
  private final RoleStore roleStore;
  private final Newcomers newcomers;
  private final Idempotency acts;
  private final Audit audit;
  private final Clock clock;

  RolePreviews(
      RolePreviewStore store,
      Roles roles,
      CustomRoles customRoles,
      RoleStore roleStore,
      Newcomers newcomers,
      Idempotency acts,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.roles = roles;
    this.customRoles = customRoles;
    this.roleStore = roleStore;
    this.newcomers = newcomers;
    this.acts = acts;
    this.audit = audit;
    this.clock = clock;
  }

  /// The roles that the viewer may look as, and somebody without any as an empty code first.
  List<String> choices(Viewer viewer) {
    List<String> codes =
        Arrays.stream(Role.values())
            .filter(role -> role != Role.PEOPLE_OPS && roles.mayGrant(viewer, role))
            .map(Role::code)
            .toList();
    return codes.isEmpty()
        ? List.of()
        : java.util.stream.Stream.concat(java.util.stream.Stream.of(""), codes.stream()).toList();
  }

  /// The composed roles that the viewer may look as.
  List<CustomRole> customChoices(Viewer viewer) {
    return customRoles.mayCompose(viewer) ? customRoles.all(viewer).orElse(List.of()) : List.of();
  }

  /// Lets the session look as the role.
  ///
  /// @param role its code, or the id of a composed one; empty for somebody without any
  /// @param unit of an HR partner; of a composed role, where it reaches
  Outcome<UUID> begin(Viewer viewer, String session, String role, @Nullable UUID unit) {
    Optional<CustomRole> custom =
        customChoices(viewer).stream().filter(each -> each.id().toString().equals(role)).findAny();
    if (custom.isEmpty() && !choices(viewer).contains(role)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    boolean needsUnit = role.equals(Role.HR_PARTNER.code());
    if (needsUnit && (unit == null || roleStore.unit(unit).isEmpty())) {
      return Outcome.refused(Reason.invalid("previewUnit", "hr-partner-needs-unit"));
    }
    if (custom.isPresent() && unit != null) {
      if (roleStore.unit(unit).isEmpty()) {
        return Outcome.refused(Reason.invalid("previewUnit", "unknown-unit"));
      }
      if (!customRoles.ofOrganisation(custom.get().permissions()).isEmpty()) {
        return Outcome.refused(Reason.invalid("previewUnit", "role-not-for-units"));
      }
    }
    return acts.once(
        viewer.person(),
        "preview.begin",
        null,
        role,
        UUID.class,
        () -> {
          UUID nobody = newcomers.nobody();
          store.insert(
              nobody,
              viewer.person(),
              role.isEmpty() || custom.isPresent() ? null : role,
              custom.map(CustomRole::id).orElse(null),
              needsUnit || custom.isPresent() ? unit : null,
              clock.instant());
          if (!store.look(session, viewer.person(), nobody)) {
            return Outcome.refused(Reason.notFound());
          }
          String as = custom.isPresent() ? "custom" : role.isEmpty() ? "person" : role;
          audit.record(viewer.person(), "preview.begun." + as, ROLE, nobody, null);
          return Outcome.done(nobody);
        });
  }

  /// The session is its person's again; nothing if it was.
  void end(String session) {
    Optional<UUID> by = store.end(session);
    by.ifPresent(person -> audit.record(person, "preview.ended", ROLE, null, null));
  }

  /// Who looked, of ids that are previews.
  Map<UUID, RolePreviewStore.Looking> who(Collection<UUID> people) {
    return store.who(people);
  }
}
