package io.fairlead.app.access;

import static io.fairlead.app.access.AccessPolicy.ALL;
import static io.fairlead.app.access.AccessPolicy.READ;
import static io.fairlead.app.access.AccessPolicy.ROLE;

import io.fairlead.app.access.HrScopeStore.Held;
import io.fairlead.app.access.HrScopeStore.Part;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Permissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Which HR partner stands behind which unit: what each role reaches, where nobody does, and where
/// two do.
@Service
class HrScopes {
  private final HrScopeStore store;
  private final Permissions permissions;

  HrScopes(HrScopeStore store, Permissions permissions) {
    this.store = store;
    this.permissions = permissions;
  }

  /// An HR partner.
  ///
  /// @param mark a letter for the chart: A, B, …, Z, A2, …
  /// @param units how many units the role reaches, those below included
  /// @param people how many work in them
  record Partner(UUID id, String name, String mark, int units, int people) {}

  /// A unit in the tree.
  ///
  /// @param depth 0 at the top
  /// @param people how many work in it directly
  /// @param partners the numbers of the partners that reach it, in the order of the list
  record Scope(UUID id, String name, int depth, int people, List<Integer> partners) {
    Scope {
      partners = List.copyOf(partners);
    }

    /// Whether people work here whom no HR partner reaches.
    boolean uncovered() {
      return people > 0 && partners.isEmpty();
    }

    boolean doubly() {
      return partners.size() > 1;
    }
  }

  /// The whole of it.
  ///
  /// @param units the tree from the top, each unit before those below it
  /// @param withoutUnit how many people work in no unit, so that no HR partner can reach them
  record Overview(List<Partner> partners, List<Scope> units, int withoutUnit) {
    Overview {
      partners = List.copyOf(partners);
      units = List.copyOf(units);
    }

    List<Scope> uncovered() {
      return units.stream().filter(Scope::uncovered).toList();
    }

    List<Scope> doubly() {
      return units.stream().filter(Scope::doubly).toList();
    }
  }

  /// Empty for who may not see who holds which role.
  Optional<Overview> overview(Viewer viewer) {
    if (!permissions.allows(viewer, ROLE, READ, ALL)) {
      return Optional.empty();
    }
    return Optional.of(
        overview(store.units(viewer.today()), store.partners(), store.withoutUnit(viewer.today())));
  }

  static Overview overview(List<Part> parts, List<Held> held, int withoutUnit) {
    Map<UUID, Integer> numbers = new LinkedHashMap<>();
    Map<UUID, String> names = new HashMap<>();
    Map<UUID, Set<Integer>> given = new HashMap<>();
    for (Held each : held) {
      int number = numbers.computeIfAbsent(each.person(), person -> numbers.size());
      names.put(each.person(), each.name());
      given.computeIfAbsent(each.unit(), unit -> new LinkedHashSet<>()).add(number);
    }
    Map<Optional<UUID>, List<Part>> below = new HashMap<>();
    for (Part part : parts) {
      below
          .computeIfAbsent(Optional.ofNullable(part.above()), above -> new ArrayList<>())
          .add(part);
    }
    List<Scope> scopes = new ArrayList<>();
    add(Optional.empty(), 0, new TreeSet<>(), below, given, scopes);
    List<Partner> partners = new ArrayList<>();
    numbers.forEach((person, number) -> {
      List<Scope> reached =
          scopes.stream().filter(scope -> scope.partners().contains(number)).toList();
      partners.add(
          new Partner(
              person,
              names.getOrDefault(person, ""),
              mark(number),
              reached.size(),
              reached.stream().mapToInt(Scope::people).sum()));
    });
    return new Overview(partners, scopes, withoutUnit);
  }

  private static void add(
      Optional<UUID> above,
      int depth,
      Set<Integer> inherited,
      Map<Optional<UUID>, List<Part>> below,
      Map<UUID, Set<Integer>> given,
      List<Scope> scopes) {
    for (Part part : below.getOrDefault(above, List.of())) {
      Set<Integer> partners = new TreeSet<>(inherited);
      partners.addAll(given.getOrDefault(part.id(), Collections.emptySet()));
      scopes.add(new Scope(part.id(), part.name(), depth, part.people(), List.copyOf(partners)));
      add(Optional.of(part.id()), depth + 1, partners, below, given, scopes);
    }
  }

  private static String mark(int number) {
    String letter = Character.toString((char) ('A' + number % 26));
    return number < 26 ? letter : letter + (number / 26 + 1);
  }
}
