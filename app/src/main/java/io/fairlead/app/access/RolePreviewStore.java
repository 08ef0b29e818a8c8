package io.fairlead.app.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of looking as a role.
@Component
class RolePreviewStore {
  private final JdbcClient database;

  RolePreviewStore(JdbcClient database) {
    this.database = database;
  }

  void insert(
      UUID nobody,
      UUID by,
      @Nullable String role,
      @Nullable UUID customRole,
      @Nullable UUID unit,
      Instant at) {
    database
        .sql(
            """
            insert into preview (person, by_person, role, custom_role, unit, begun_at)
            values (:nobody, :by, :role, :custom_role::uuid, :unit::uuid, :at)
            """)
        .param("nobody", nobody)
        .param("by", by)
        .param("role", role)
        .param("custom_role", customRole)
        .param("unit", unit)
        .param("at", Timestamp.from(at))
        .update();
  }

  /// @return whether there is such a session
  boolean look(String session, UUID person, UUID nobody) {
    return database
            .sql(
                "update session set preview = :nobody where token_hash = :hash and person = :person")
            .param("nobody", nobody)
            .param("hash", Tokens.hash(session))
            .param("person", person)
            .update()
        == 1;
  }

  /// @return whose session it is, if it was looking
  Optional<UUID> end(String session) {
    return database
        .sql(
            """
            update session set preview = null where token_hash = :hash and preview is not null returning person
            """)
        .param("hash", Tokens.hash(session))
        .query((row, _) -> row.getObject(1, UUID.class))
        .optional();
  }

  /// @param role null for somebody without any, or with a composed one
  /// @param customRole what a composed one is called
  record Looking(String name, @Nullable String role, @Nullable String customRole) {}

  Map<UUID, Looking> who(Collection<UUID> people) {
    Map<UUID, Looking> found = new HashMap<>();
    database
        .sql(
            """
            select p.person, i.name, p.role, c.name as custom_role
            from preview p join identity i on i.person = p.by_person left join custom_role c on c.id = p.custom_role
            where p.person = any(:people)
            """)
        .param("people", people.toArray(UUID[]::new))
        .query(row -> {
          found.put(
              row.getObject("person", UUID.class),
              new Looking(
                  row.getString("name"), row.getString("role"), row.getString("custom_role")));
        });
    return found;
  }
}
