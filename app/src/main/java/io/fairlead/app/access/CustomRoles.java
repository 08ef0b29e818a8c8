package io.fairlead.app.access;

import static io.fairlead.app.access.AccessPolicy.CHANGE;
import static io.fairlead.app.access.AccessPolicy.CUSTOM;
import static io.fairlead.app.access.AccessPolicy.READ;
import static io.fairlead.app.access.AccessPolicy.ROLE;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Permissions;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.Reach;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Roles that people operations compose of permissions in the policy table. Nothing can be composed
/// that no built-in role has by itself; a permission that leaves the table gives nothing from then
/// on, since no statement asks for it.
@Service
class CustomRoles {
  static final int LONGEST_NAME = 100;
  static final int LONGEST_PURPOSE = 500;

  private final CustomRoleStore store;
  private final CustomRoleGrantStore grants;
  private final Policy policy;
  private final Permissions permissions;
  private final Idempotency acts;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  CustomRoles(
      CustomRoleStore store,
      CustomRoleGrantStore grants,
      Policy policy,
      Permissions permissions,
      Idempotency acts,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.grants = grants;
    this.policy = policy;
    this.permissions = permissions;
    this.acts = acts;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// @param role null for a new one
  /// @param version as the editor saw it
  /// @param permissions each as `record.act.fields`
  /// @param key idempotency key
  record Composition(
      @Nullable UUID role,
      long version,
      String name,
      String purpose,
      Set<String> permissions,
      @Nullable String key) {
    Composition {
      name = name.strip();
      purpose = purpose.strip();
      permissions = java.util.Collections.unmodifiableSet(new TreeSet<>(permissions));
    }
  }

  /// @param holders how many the one who removes it was told hold it, whose grants end with it
  record Removal(UUID role, long version, int holders, @Nullable String key) {}

  /// The roles that the viewer may see: all of them, or those that they may give on. Empty for who
  /// has no business with them.
  Optional<List<CustomRole>> all(Viewer viewer) {
    return viewer.givesRoles() || readsAll(viewer)
        ? Optional.of(store.all(viewer))
        : Optional.empty();
  }

  Optional<CustomRole> find(Viewer viewer, UUID role) {
    return store.find(viewer, role);
  }

  /// Whether the viewer sees every role and all who hold one.
  boolean readsAll(Viewer viewer) {
    return permissions.allows(viewer, ROLE, READ, CUSTOM);
  }

  boolean mayCompose(Viewer viewer) {
    return permissions.allows(viewer, ROLE, CHANGE, CUSTOM);
  }

  /// What a role may be made of.
  List<PolicyRow> composable() {
    return policy.composable();
  }

  /// Those of the permissions that open the whole organisation and so can be given for no unit.
  List<PolicyRow> ofOrganisation(Set<String> chosen) {
    return composable().stream()
        .filter(row -> row.reach() == Reach.ORGANISATION && chosen.contains(row.permission()))
        .toList();
  }

  /// Those of the role's permissions that give nothing any more.
  Set<String> without(CustomRole role) {
    Set<String> gone = new TreeSet<>(role.permissions());
    composable().forEach(row -> gone.remove(row.permission()));
    return gone;
  }

  /// @return the new role's id
  Outcome<UUID> compose(Viewer viewer, Composition input) {
    return acts.once(
        viewer.person(),
        "custom-role.compose",
        input.key(),
        input,
        UUID.class,
        () -> composeNow(viewer, input));
  }

  private Outcome<UUID> composeNow(Viewer viewer, Composition input) {
    if (!mayCompose(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    UUID id = ids.next();
    List<Reason> wrong = wrong(input, id, false);
    if (!wrong.isEmpty()) {
      return Outcome.refused(wrong);
    }
    if (!store.insert(id, input.name(), input.purpose(), viewer.person(), clock.instant())) {
      return Outcome.refused(Reason.invalid("name", "role-name-taken"));
    }
    store.setPermissions(id, input.permissions());
    record(viewer, "role.composed", id, changes(Set.of(), input.permissions()));
    return Outcome.done(id);
  }

  /// @return the role's new version
  Outcome<Long> change(Viewer viewer, Composition input) {
    return acts.once(
        viewer.person(),
        "custom-role.change",
        input.key(),
        input,
        Long.class,
        () -> changeNow(viewer, input));
  }

  private Outcome<Long> changeNow(Viewer viewer, Composition input) {
    return changing(
        viewer,
        input.role(),
        input.version(),
        role -> {
          List<Reason> wrong = wrong(input, role.id(), role.ofUnits());
          if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
          }
          store.update(role.id(), input.name(), input.purpose());
          store.setPermissions(role.id(), input.permissions());
          record(
              viewer,
              "role.recomposed",
              role.id(),
              changes(role.permissions(), input.permissions()));
          return Outcome.done(role.version() + 1);
        });
  }

  /// Removes the role and ends it for everybody who holds it.
  Outcome<UUID> remove(Viewer viewer, Removal input) {
    return acts.once(
        viewer.person(),
        "custom-role.remove",
        input.key(),
        input,
        UUID.class,
        () ->
            changing(
                viewer,
                input.role(),
                input.version(),
                role -> {
                  if (role.holders() != input.holders()) {
                    return Outcome.refused(
                        Reason.of(Reason.Kind.CONFLICT, "role-holders-changed", role.holders()));
                  }
                  grants
                      .of(role.id())
                      .forEach(grant ->
                          audit.record(
                              viewer.person(), "role.taken", ROLE, grant.id(), grant.person()));
                  store.delete(role.id());
                  record(viewer, "role.removed", role.id(), changes(role.permissions(), Set.of()));
                  return Outcome.done(role.id());
                }));
  }

  private <T> Outcome<T> changing(
      Viewer viewer, @Nullable UUID id, long version, Function<CustomRole, Outcome<T>> change) {
    if (id == null || find(viewer, id).isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (!mayCompose(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    store.lock(id);
    Optional<CustomRole> role = store.find(id, viewer.today());
    if (role.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    return role.get().version() == version
        ? change.apply(role.get())
        : Outcome.refused(Reason.of(Reason.Kind.STALE, "stale"));
  }

  private List<Reason> wrong(Composition input, UUID role, boolean ofUnits) {
    List<Reason> wrong = new ArrayList<>();
    if (input.name().isEmpty()) {
      wrong.add(Reason.invalid("name", "required"));
    } else if (input.name().length() > LONGEST_NAME) {
      wrong.add(Reason.invalid("name", "too-long", LONGEST_NAME));
    } else if (store.nameTaken(input.name(), role)) {
      wrong.add(Reason.invalid("name", "role-name-taken"));
    }
    if (input.purpose().isEmpty()) {
      wrong.add(Reason.invalid("purpose", "required"));
    } else if (input.purpose().length() > LONGEST_PURPOSE) {
      wrong.add(Reason.invalid("purpose", "too-long", LONGEST_PURPOSE));
    }
    Set<String> known =
        composable().stream().map(PolicyRow::permission).collect(Collectors.toSet());
    if (input.permissions().isEmpty()) {
      wrong.add(Reason.invalid("permissions", "role-without-permission"));
    } else if (!known.containsAll(input.permissions())) {
      wrong.add(Reason.invalid("permissions", "not-composable"));
    } else if (ofUnits && !ofOrganisation(input.permissions()).isEmpty()) {
      wrong.add(Reason.invalid("permissions", "role-held-for-unit"));
    } else {
      policy
          .needs()
          .forEach((permission, needed) -> {
            if (input.permissions().contains(permission)
                && !input.permissions().containsAll(needed)) {
              wrong.add(Reason.invalid("permissions", "needs." + permission));
            }
          });
    }
    return wrong;
  }

  /// What was put in (1) and what was taken out (-1).
  private static Map<String, Long> changes(Set<String> before, Set<String> after) {
    Map<String, Long> changes = new TreeMap<>();
    before.stream().filter(each -> !after.contains(each)).forEach(each -> changes.put(each, -1L));
    after.stream().filter(each -> !before.contains(each)).forEach(each -> changes.put(each, 1L));
    return changes;
  }

  private void record(Viewer viewer, String act, UUID role, Map<String, Long> changes) {
    audit.recordCounts(viewer.person(), act, ROLE, role, null, changes);
  }
}
