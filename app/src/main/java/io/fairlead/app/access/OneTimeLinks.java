package io.fairlead.app.access;

import io.fairlead.app.platform.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Links that work once and not for long. A link is shown to whoever asked for it and stored only
/// as a hash; opening it changes nothing, sending its form uses it up.
@Component
public class OneTimeLinks {
  static final Duration FOR_ADMINISTRATORS = Duration.ofDays(1);
  static final Duration FOR_PASSWORDS = Duration.ofDays(3);

  /// A link somebody had mailed to themselves is read at once or not at all.
  static final Duration BY_MAIL = Duration.ofHours(1);

  static final Duration FOR_SIGNING_IN = Duration.ofMinutes(15);

  private final JdbcClient database;
  private final Clock clock;

  OneTimeLinks(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  enum Purpose {
    FIRST_ADMINISTRATOR("first-administrator"),
    ADMINISTRATOR_RESET("administrator-reset"),
    SET_PASSWORD("set-password"),
    SIGN_IN("sign-in");

    private final String code;

    Purpose(String code) {
      this.code = code;
    }

    static Purpose of(String code) {
      for (Purpose purpose : values()) {
        if (purpose.code.equals(code)) {
          return purpose;
        }
      }
      throw new IllegalArgumentException(code);
    }
  }

  /// @param person whose password it sets; null for an administrator's link
  record Link(Purpose purpose, @Nullable UUID person) {}

  /// For the command line (`fairlead admin reset`), without Spring: a link with which whoever is at
  /// the host makes an administrator, or gives an existing one a new password.
  ///
  /// @param connection to the application's database, as any role that may insert; committed by the
  ///   caller unless it commits by itself
  /// @return the path to open in a browser, `/start/…`, good for a day
  public static String administratorReset(Connection connection, Instant now) throws SQLException {
    String token = Tokens.fresh();
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into one_time_link (token_hash, purpose, created_at, expires_at)
            values (?, 'administrator-reset', ?, ?)
            """)) {
      insert.setBytes(1, Tokens.hash(token));
      insert.setTimestamp(2, Timestamp.from(now));
      insert.setTimestamp(3, Timestamp.from(now.plus(FOR_ADMINISTRATORS)));
      insert.executeUpdate();
    }
    return "/start/" + token;
  }

  /// The path for the first administrator of an installation that nobody can sign in to.
  String forFirstAdministrator() {
    return "/start/" + make(Purpose.FIRST_ADMINISTRATOR, null, null, FOR_ADMINISTRATORS);
  }

  /// The path at which a person sets a password. Earlier ones of theirs stop working.
  String forPassword(UUID person, UUID madeBy) {
    withdraw(person);
    return "/link/" + make(Purpose.SET_PASSWORD, person, madeBy, FOR_PASSWORDS);
  }

  /// Links for many people in one statement.
  ///
  /// @param tokens by person
  void forEach(Purpose purpose, Map<UUID, String> tokens, @Nullable UUID madeBy, Duration lasting) {
    Instant now = clock.instant();
    List<UUID> persons = List.copyOf(tokens.keySet());
    database
        .sql(
            """
            insert into one_time_link (token_hash, purpose, person, created_by, created_at, expires_at)
            select t.hash, :purpose, t.person, :by::uuid, :now, :expires
            from unnest(:hashes::bytea[], :persons::uuid[]) as t (hash, person)
            """)
        .param("purpose", purpose.code)
        .param(
            "hashes",
            persons.stream()
                .map(person -> Tokens.hash(Objects.requireNonNull(tokens.get(person))))
                .toArray(byte[][]::new))
        .param("persons", persons.toArray(UUID[]::new))
        .param("by", madeBy)
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(now.plus(lasting)))
        .update();
  }

  /// Why a link does not work: it was used (or a newer one took its place), its time is over, or
  /// there never was one.
  Reason gone(String token) {
    return database
        .sql("select used_at is not null from one_time_link where token_hash = :hash")
        .param("hash", Tokens.hash(token))
        .query(Boolean.class)
        .optional()
        .map(used -> Reason.of(Reason.Kind.NOT_FOUND, used ? "link-used" : "link-expired"))
        .orElseGet(() -> Reason.of(Reason.Kind.NOT_FOUND, "link-gone"));
  }

  /// The link behind the token, if it still works.
  Optional<Link> find(String token) {
    return database
        .sql(
            """
            select purpose, person from one_time_link
            where token_hash = :hash and used_at is null and expires_at > :now
            """)
        .param("hash", Tokens.hash(token))
        .param("now", Timestamp.from(clock.instant()))
        .query((row, _) ->
            new Link(Purpose.of(row.getString("purpose")), row.getObject("person", UUID.class)))
        .optional();
  }

  /// Uses the link up.
  ///
  /// @return false when somebody else just did, or its time is over
  boolean use(String token) {
    return database
            .sql(
                """
                update one_time_link set used_at = :now
                where token_hash = :hash and used_at is null and expires_at > :now
                """)
            .param("hash", Tokens.hash(token))
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  /// Ends links of many people that were not used.
  void withdraw(Collection<UUID> persons) {
    database
        .sql(
            "update one_time_link set used_at = :now where person = any(:persons) and used_at is null")
        .param("now", Timestamp.from(clock.instant()))
        .param("persons", persons.toArray(UUID[]::new))
        .update();
  }

  /// Ends the person's links that were not used.
  void withdraw(UUID person) {
    database
        .sql("update one_time_link set used_at = :now where person = :person and used_at is null")
        .param("now", Timestamp.from(clock.instant()))
        .param("person", person)
        .update();
  }

  private String make(
      Purpose purpose, @Nullable UUID person, @Nullable UUID madeBy, Duration lasting) {
    String token = Tokens.fresh();
    Instant now = clock.instant();
    database
        .sql(
            """
            insert into one_time_link (token_hash, purpose, person, created_by, created_at, expires_at)
            values (:hash, :purpose, :person, :by, :now, :expires)
            """)
        .param("hash", Tokens.hash(token))
        .param("purpose", purpose.code)
        .param("person", person)
        .param("by", madeBy)
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(now.plus(lasting)))
        .update();
    return token;
  }
}
