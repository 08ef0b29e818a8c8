package io.fairlead.app.access;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Services and their tokens in the database.
@Component
class ServiceStore {
  /// How exactly it is known when a token was used last.
  private static final Duration USED_STEP = Duration.ofMinutes(5);

  private final JdbcClient database;

  ServiceStore(JdbcClient database) {
    this.database = database;
  }

  /// Who acts, and with which token.
  record Bearer(Viewer viewer, UUID token) {}

  /// The service behind a token that has not run out.
  Optional<Bearer> bearer(byte[] hash, Instant now, LocalDate today) {
    return database
        .sql(
            """
            with used as (
              update service_token set used_at = :now
              where token_hash = :hash and expires_at > :now and (used_at is null or used_at < :stale))
            select t.id, s.id as service, s.name, s.roles, s.scopes from service_token t
            join service s on s.id = t.service and s.ended_at is null
            where t.token_hash = :hash and t.expires_at > :now
            """)
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .param("stale", Timestamp.from(now.minus(USED_STEP)))
        .query((row, _) ->
            new Bearer(
                new Viewer(
                    row.getObject("service", UUID.class),
                    row.getString("name"),
                    texts(row, "roles").stream().map(Role::of).collect(Collectors.toSet()),
                    Set.of(),
                    Set.copyOf(texts(row, "scopes")),
                    today),
                row.getObject("id", UUID.class)))
        .optional();
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }

  /// Those that have not been ended, by name, with their tokens.
  List<Service> living(Instant now) {
    Map<UUID, List<Service.Token>> tokens = tokens(now);
    return database
        .sql(
            """
            select s.id, s.name, s.roles, s.scopes, i.name as by, s.made_at from service s
            left join identity i on i.person = s.made_by
            where s.ended_at is null order by lower(s.name), s.id
            """)
        .query((row, _) ->
            new Service(
                row.getObject("id", UUID.class),
                row.getString("name"),
                texts(row, "roles"),
                texts(row, "scopes"),
                row.getString("by"),
                row.getTimestamp("made_at").toInstant(),
                List.of()))
        .list()
        .stream()
        .map(service -> service.with(tokens.getOrDefault(service.id(), List.of())))
        .toList();
  }

  private Map<UUID, List<Service.Token>> tokens(Instant now) {
    Map<UUID, List<Service.Token>> tokens = new HashMap<>();
    database
        .sql(
            """
            select t.service, t.id, t.made_at, t.used_at, t.expires_at from service_token t
            join service s on s.id = t.service and s.ended_at is null order by t.made_at desc, t.id desc
            """)
        .query(row -> {
          Timestamp used = row.getTimestamp("used_at");
          Instant expires = row.getTimestamp("expires_at").toInstant();
          tokens
              .computeIfAbsent(
                  row.getObject("service", UUID.class), _ -> new java.util.ArrayList<>())
              .add(
                  new Service.Token(
                      row.getObject("id", UUID.class),
                      row.getTimestamp("made_at").toInstant(),
                      used == null ? null : used.toInstant(),
                      expires,
                      !expires.isAfter(now)));
        });
    return tokens;
  }

  /// @return false when another living service has the name
  boolean add(UUID id, Services.NewService input, UUID by, Instant now) {
    return database
            .sql(
                """
                insert into service (id, name, roles, scopes, made_by, made_at)
                values (:id, :name, :roles, :scopes, :by, :now) on conflict do nothing
                """)
            .param("id", id)
            .param("name", input.name())
            .param("roles", input.roles().stream().sorted().toArray(String[]::new))
            .param("scopes", input.scopes().stream().sorted().toArray(String[]::new))
            .param("by", by)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  void addToken(UUID id, UUID service, byte[] hash, UUID by, Instant now, Instant expires) {
    database
        .sql(
            """
            insert into service_token (id, service, token_hash, made_by, made_at, expires_at)
            values (:id, :service, :hash, :by, :now, :expires)
            """)
        .param("id", id)
        .param("service", service)
        .param("hash", hash)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(expires))
        .update();
  }

  boolean removeToken(UUID service, UUID token) {
    return database
            .sql("delete from service_token where id = :token and service = :service")
            .param("token", token)
            .param("service", service)
            .update()
        == 1;
  }

  /// Ends a service with all its tokens; false when there is none that lives.
  boolean end(UUID service, Instant now) {
    database
        .sql("delete from service_token where service = :service")
        .param("service", service)
        .update();
    return database
            .sql("update service set ended_at = :now where id = :service and ended_at is null")
            .param("now", Timestamp.from(now))
            .param("service", service)
            .update()
        == 1;
  }

  /// What services are called, ended ones included.
  Map<UUID, String> names(Collection<UUID> ids) {
    Map<UUID, String> names = new HashMap<>();
    database
        .sql("select id, name from service where id = any(:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          names.put(row.getObject("id", UUID.class), row.getString("name"));
        });
    return names;
  }
}
