package io.fairlead.app.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Programs that ask the API with a personal token, as the people of the company let them.
public final class ApiClient {
  private final JdbcClient database;
  private final Visitors visitors;
  private final Clock clock;

  ApiClient(JdbcClient database, Visitors visitors, Clock clock) {
    this.database = database;
    this.visitors = visitors;
    this.clock = clock;
  }

  /// A program of the person, with a token for all that is done with goals.
  public Program as(Person person) {
    return as(person, "goals:read", "goals:write");
  }

  public Program as(Person person, String... scopes) {
    String token = UUID.randomUUID().toString();
    database
        .sql(
            """
            insert into api_token (id, token_hash, person, name, scopes, created_at, expires_at)
            values (?, ?, ?, 'test', ?, ?, ?)
            """)
        .params(
            UUID.randomUUID(),
            hash(token),
            person.id(),
            scopes,
            Timestamp.from(clock.instant()),
            Timestamp.from(clock.instant().plus(Duration.ofDays(365))))
        .update();
    return new Program(visitors.stranger(), token);
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// One program with its token.
  public record Program(Visitor visitor, String token) {
    public java.net.http.HttpResponse<String> json(
        String method, String path, @Nullable String body, String... headers) {
      return visitor.json(
          method,
          path,
          body,
          Stream.concat(Stream.of("Authorization", "Bearer " + token), Stream.of(headers))
              .toArray(String[]::new));
    }
  }
}
