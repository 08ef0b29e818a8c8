package io.fairlead.app.platform;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Who is looking or acting: the signed-in person, the roles they were given, the units an HR
/// partner's role reaches, and what a token limits them to. Every access fragment binds from here.
///
/// @param scopes empty for a browser session, which may do all that its person may; else the scopes
///   of the API token, such as `goals:read`
/// @param today the organisation's day on which they look
public record Viewer(
    UUID person,
    String name,
    Set<Role> roles,
    Set<UUID> units,
    Set<String> scopes,
    LocalDate today) {
  public Viewer {
    roles = Set.copyOf(roles);
    units = Set.copyOf(units);
    scopes = Set.copyOf(scopes);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  /// The named parameters that relation fragments use: `:viewer`, `:viewer_roles`, `:viewer_units`,
  /// and `:today`.
  public Map<String, Object> parameters() {
    return Map.of(
        "viewer",
        person,
        "viewer_roles",
        roles.stream().map(Role::code).sorted().toArray(String[]::new),
        "viewer_units",
        units.stream().sorted().toArray(UUID[]::new),
        "today",
        today);
  }
}
