package io.fairlead.app.access;

import static io.fairlead.app.access.AccessPolicy.CUSTOM;
import static io.fairlead.app.access.AccessPolicy.GRANT;
import static io.fairlead.app.access.AccessPolicy.ROLE;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Permissions;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who holds a composed role. People operations give it to anybody; who holds it with the right to
/// give it on gives the same role to people of their unit: never for more than they reach, never
/// for longer, and without that right. What was given on ends with the grant it was given under.
@Service
class CustomRoleGrants {
  private static final int MOST_PEOPLE = 1_000;
  private static final String ENDED = "role.ended";

  private final CustomRoleGrantStore grants;
  private final CustomRoleStore store;
  private final CustomRoles roles;
  private final RoleStore units;
  private final AccountStore accounts;
  private final Permissions permissions;
  private final OrganisationSettings settings;
  private final Idempotency acts;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  CustomRoleGrants(
      CustomRoleGrantStore grants,
      CustomRoleStore store,
      CustomRoles roles,
      RoleStore units,
      AccountStore accounts,
      Permissions permissions,
      OrganisationSettings settings,
      Idempotency acts,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.grants = grants;
    this.store = store;
    this.roles = roles;
    this.units = units;
    this.accounts = accounts;
    this.permissions = permissions;
    this.settings = settings;
    this.acts = acts;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// @param email the work address of who is given the role
  /// @param unit null: for the whole organisation
  /// @param lastDay null: until it is taken away
  /// @param key idempotency key
  record Giving(
      UUID role,
      String email,
      @Nullable UUID unit,
      @Nullable LocalDate lastDay,
      boolean mayGiveOn,
      @Nullable String key) {}

  /// Whom one could give a role to.
  record Someone(UUID person, String name, String email) {}

  /// What the viewer may give.
  ///
  /// @param anywhere whether also for the whole organisation
  /// @param units for which units
  /// @param people to whom, where it is not everybody
  /// @param mayLetGiveOn whether with the right to give it on
  record Offer(
      boolean anywhere, List<Roles.UnitName> units, List<Someone> people, boolean mayLetGiveOn) {}

  /// Who holds the role: everybody, or those to whom the viewer gave it and they themself.
  List<CustomRoleGrant> of(Viewer viewer, CustomRole role) {
    if (roles.readsAll(viewer)) {
      return grants.of(role.id());
    }
    List<CustomRoleGrant> shown = new ArrayList<>(givers(viewer, role.id()));
    shown.addAll(grants.under(ids(shown)));
    return shown;
  }

  /// Those of a role's grants that the viewer may take away.
  Set<UUID> takeable(Viewer viewer, UUID role, List<CustomRoleGrant> shown) {
    if (roles.mayCompose(viewer)) {
      return Set.copyOf(ids(shown));
    }
    List<UUID> own = ids(givers(viewer, role));
    return shown.stream()
        .filter(each -> each.under() != null && own.contains(each.under()))
        .map(CustomRoleGrant::id)
        .collect(Collectors.toSet());
  }

  /// Empty for who may not give the role.
  Optional<Offer> offer(Viewer viewer, CustomRole role) {
    boolean forUnits = roles.ofOrganisation(role.permissions()).isEmpty();
    if (roles.mayCompose(viewer)) {
      return Optional.of(new Offer(true, forUnits ? units.units() : List.of(), List.of(), true));
    }
    List<CustomRoleGrant> own = givers(viewer, role.id());
    if (own.isEmpty()) {
      return Optional.empty();
    }
    if (own.stream().anyMatch(each -> each.unit() == null)) {
      return Optional.of(new Offer(true, forUnits ? units.units() : List.of(), List.of(), false));
    }
    Set<UUID> within =
        own.stream()
            .map(CustomRoleGrant::unit)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return Optional.of(
        new Offer(
            false,
            grants.within(within),
            grants.people(within, viewer.today(), MOST_PEOPLE),
            false));
  }

  private List<CustomRoleGrant> givers(Viewer viewer, UUID role) {
    return viewer.givesRoles() ? grants.givers(viewer.person(), role, viewer.today()) : List.of();
  }

  /// @return the grant's id
  Outcome<UUID> give(Viewer viewer, Giving input) {
    return acts.once(
        viewer.person(),
        "custom-role.give",
        input.key(),
        input,
        UUID.class,
        () -> giveNow(viewer, input));
  }

  private Outcome<UUID> giveNow(Viewer viewer, Giving input) {
    if (roles.find(viewer, input.role()).isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (!permissions.allows(viewer, ROLE, GRANT, CUSTOM, input.role())) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    // Whoever takes the giver's own grant away waits for this, or this for them.
    store.lock(input.role());
    Optional<CustomRole> role = store.find(input.role(), viewer.today());
    if (role.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    Optional<UUID> person = accounts.personWith(SigningIn.normal(input.email()));
    List<Reason> wrong = wrong(viewer, role.get(), input);
    CustomRoleGrant under = null;
    if (!roles.mayCompose(viewer)) {
      List<CustomRoleGrant> own = givers(viewer, input.role());
      if (own.isEmpty()) {
        return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
      }
      Optional<CustomRoleGrant> covers =
          own.stream()
              .filter(each -> covers(each, input.unit()))
              .min(Comparator.comparingInt(each -> beyond(each, input).size()));
      if (covers.isEmpty()) {
        wrong.add(Reason.invalid("unit", "beyond-your-unit"));
        return Outcome.refused(wrong);
      }
      under = covers.get();
      wrong.addAll(beyond(under, input));
    }
    UUID within = under == null ? null : under.unit();
    if (person.isEmpty() || !grants.works(person.get(), within, viewer.today())) {
      wrong.add(
          Reason.invalid("email", within == null ? "nobody-with-address" : "nobody-in-your-unit"));
    }
    if (!wrong.isEmpty() || person.isEmpty()) {
      return Outcome.refused(wrong);
    }
    return add(viewer, input, person.get(), under == null ? null : under.id());
  }

  private Outcome<UUID> add(Viewer viewer, Giving input, UUID person, @Nullable UUID under) {
    // What is over, and nobody has cleared away yet, stands in the way of nothing.
    end(null, ENDED, grants.ended(input.role(), person, viewer.today()));
    UUID id = ids.next();
    CustomRoleGrant grant =
        new CustomRoleGrant(
            id,
            input.role(),
            person,
            "",
            input.unit(),
            null,
            input.lastDay(),
            input.mayGiveOn(),
            under,
            viewer.person(),
            null,
            clock.instant());
    if (!grants.insert(grant)) {
      return Outcome.refused(Reason.invalid("email", "role-already-granted"));
    }
    audit.record(viewer.person(), "role.given", ROLE, id, person);
    return Outcome.done(id);
  }

  private List<Reason> wrong(Viewer viewer, CustomRole role, Giving input) {
    List<Reason> wrong = new ArrayList<>();
    UUID unit = input.unit();
    if (unit != null && units.unit(unit).isEmpty()) {
      wrong.add(Reason.invalid("unit", "unknown-unit"));
    } else if (unit != null && !roles.ofOrganisation(role.permissions()).isEmpty()) {
      wrong.add(Reason.invalid("unit", "role-not-for-units"));
    }
    LocalDate lastDay = input.lastDay();
    if (lastDay != null && lastDay.isBefore(viewer.today())) {
      wrong.add(Reason.invalid("lastDay", "day-is-past"));
    }
    return wrong;
  }

  private boolean covers(CustomRoleGrant own, @Nullable UUID unit) {
    UUID above = own.unit();
    return above == null || (unit != null && grants.isWithin(unit, above));
  }

  private static List<Reason> beyond(CustomRoleGrant own, Giving input) {
    List<Reason> wrong = new ArrayList<>();
    LocalDate lastDay = input.lastDay();
    LocalDate mine = own.lastDay();
    if (mine != null && (lastDay == null || lastDay.isAfter(mine))) {
      wrong.add(Reason.invalid("lastDay", "beyond-your-day", mine.toString()));
    }
    if (input.mayGiveOn()) {
      wrong.add(Reason.invalid("mayGiveOn", "not-to-give-on"));
    }
    return wrong;
  }

  /// Takes a role away, and what was given on under it.
  ///
  /// @return whose it was
  Outcome<UUID> take(Viewer viewer, UUID role, UUID grant, @Nullable String key) {
    return acts.once(
        viewer.person(),
        "custom-role.take",
        key,
        grant,
        UUID.class,
        () -> takeNow(viewer, role, grant));
  }

  private Outcome<UUID> takeNow(Viewer viewer, UUID role, UUID id) {
    Optional<CustomRole> found = roles.find(viewer, role);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    store.lock(role);
    Optional<CustomRoleGrant> grant =
        of(viewer, found.get()).stream().filter(each -> each.id().equals(id)).findFirst();
    if (grant.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (takeable(viewer, role, List.of(grant.get())).isEmpty()) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    end(viewer.person(), "role.taken", List.of(grant.get()));
    return Outcome.done(grant.get().person());
  }

  /// Clears away what works no longer.
  @Transactional
  public void clearEnded() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.organisation().zone());
    end(null, ENDED, grants.ended(today));
  }

  private void end(@Nullable UUID by, String act, List<CustomRoleGrant> ending) {
    List<CustomRoleGrant> all = new ArrayList<>(ending);
    Set<UUID> known = Set.copyOf(ids(ending));
    grants.under(known).stream().filter(each -> !known.contains(each.id())).forEach(all::add);
    all.forEach(each -> audit.record(by, act, ROLE, each.id(), each.person()));
    grants.delete(ids(all));
  }

  private static List<UUID> ids(List<CustomRoleGrant> grants) {
    return grants.stream().map(CustomRoleGrant::id).toList();
  }
}
