package io.fairlead.app.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A program that acts as itself, with roles of its own and no person behind it.
///
/// @param roles codes of the roles it acts in; without any it sees what everybody sees
/// @param scopes what its tokens reach
/// @param by name of who made it; null where that person was erased
/// @param tokens those that may still be used, or have run out and were not taken away
public record Service(
    UUID id,
    String name,
    List<String> roles,
    List<String> scopes,
    @Nullable String by,
    Instant at,
    List<Token> tokens) {
  public Service {
    roles = List.copyOf(roles);
    scopes = List.copyOf(scopes);
    tokens = List.copyOf(tokens);
  }

  Service with(List<Token> found) {
    return new Service(id, name, roles, scopes, by, at, found);
  }

  /// One of its tokens, without its value.
  public record Token(
      UUID id, Instant madeAt, @Nullable Instant usedAt, Instant expiresAt, boolean expired) {}
}
