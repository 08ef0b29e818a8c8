package io.fairlead.app.platform;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Who is looking or acting: the signed-in person, the roles they were given, the units an HR
/// partner's role reaches, and what a token limits them to. Every access fragment binds from here.
///
/// @param scopes empty for a browser session, which may do all that its person may; else the scopes
///   of the API token, such as `goals:read`
/// @param today the organisation's day on which they look
/// @param permissions what roles that the organisation composed give them: `may:<permission>` for
///   the whole organisation, `in:<permission>` and `in:<permission>:<unit>` for a unit and those
///   below it, and `gives:<role>` where they may give it on
public record Viewer(
    UUID person,
    String name,
    Set<Role> roles,
    Set<UUID> units,
    Set<String> scopes,
    LocalDate today,
    Set<String> permissions) {
  public Viewer {
    permissions = Set.copyOf(permissions);
    roles = Set.copyOf(roles);
    units = Set.copyOf(units);
    scopes = Set.copyOf(scopes);
  }

  /// Somebody with built-in roles alone.
  public Viewer(
      UUID person,
      String name,
      Set<Role> roles,
      Set<UUID> units,
      Set<String> scopes,
      LocalDate today) {
    this(person, name, roles, units, scopes, today, Set.of());
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  /// Whether a composed role permits it, somewhere: for what leads there. What they may do to whom
  /// is for the policy to say.
  public boolean mayByComposedRole(String permission) {
    return permissions.contains("may:" + permission) || permissions.contains("in:" + permission);
  }

  /// Whether they may give on a role that the organisation composed.
  public boolean givesRoles() {
    return permissions.stream().anyMatch(each -> each.startsWith("gives:"));
  }

  /// What conditions look for in `:viewer_roles`: the built-in roles, and what composed ones
  /// permit.
  public List<String> codes() {
    return Stream.concat(roles.stream().map(Role::code), permissions.stream()).sorted().toList();
  }

  /// The named parameters that relation fragments use: `:viewer`, `:viewer_roles`, `:viewer_units`,
  /// and `:today`.
  public Map<String, Object> parameters() {
    return Map.of(
        "viewer",
        person,
        "viewer_roles",
        codes().toArray(String[]::new),
        "viewer_units",
        units.stream().sorted().toArray(UUID[]::new),
        "today",
        today);
  }
}
