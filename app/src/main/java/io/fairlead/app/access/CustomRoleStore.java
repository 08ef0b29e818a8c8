package io.fairlead.app.access;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of composed roles.
@Component
class CustomRoleStore {
  private static final String ROLES =
      """
      select c.id, c.name, c.purpose, c.version,
        array(select p.permission from custom_role_permission p where p.role = c.id) as permissions,
        (select count(distinct g.person) from custom_role_grant g where g.role = c.id and %s) as holders,
        exists (select from custom_role_grant g where g.role = c.id and g.unit is not null) as of_units
      from custom_role c
      """
          .formatted(CustomRoleSql.IN_FORCE);

  private final JdbcClient database;
  private final String mayRead;

  CustomRoleStore(JdbcClient database, Policy policy) {
    this.database = database;
    this.mayRead =
        policy.condition(AccessPolicy.ROLE, AccessPolicy.READ, AccessPolicy.CUSTOM, "c.id");
  }

  /// Those that the viewer may see.
  List<CustomRole> all(Viewer viewer) {
    return database
        .sql(ROLES + "where " + mayRead + " order by lower(c.name)")
        .params(viewer.parameters())
        .query(CustomRoleStore::role)
        .list();
  }

  /// The role, if the viewer may see it.
  Optional<CustomRole> find(Viewer viewer, UUID role) {
    return database
        .sql(ROLES + "where c.id = :id and " + mayRead)
        .params(viewer.parameters())
        .param("id", role)
        .query(CustomRoleStore::role)
        .optional();
  }

  Optional<CustomRole> find(UUID role, LocalDate today) {
    return database
        .sql(ROLES + "where c.id = :id")
        .param("id", role)
        .param("today", today)
        .query(CustomRoleStore::role)
        .optional();
  }

  /// Lets nobody else change the role, or who holds it, until the end of the transaction.
  void lock(UUID role) {
    database
        .sql("select from custom_role where id = :id for update")
        .param("id", role)
        .query(row -> {});
  }

  /// @return whether no other role has the name
  boolean insert(UUID id, String name, String purpose, UUID by, Instant now) {
    return database
            .sql(
                """
                insert into custom_role (id, name, purpose, made_by, made_at) values (:id, :name, :purpose, :by, :now)
                on conflict do nothing
                """)
            .param("id", id)
            .param("name", name)
            .param("purpose", purpose)
            .param("by", by)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  boolean nameTaken(String name, UUID except) {
    return database
        .sql(
            "select exists (select from custom_role where lower(name) = lower(:name) and id <> :except)")
        .param("name", name)
        .param("except", except)
        .query(Boolean.class)
        .single();
  }

  void update(UUID role, String name, String purpose) {
    database
        .sql(
            "update custom_role set name = :name, purpose = :purpose, version = version + 1 where id = :id")
        .param("name", name)
        .param("purpose", purpose)
        .param("id", role)
        .update();
  }

  void setPermissions(UUID role, Set<String> permissions) {
    database
        .sql("delete from custom_role_permission where role = :role")
        .param("role", role)
        .update();
    database
        .sql(
            "insert into custom_role_permission (role, permission) select :role, unnest(:permissions::text[])")
        .param("role", role)
        .param("permissions", permissions.toArray(String[]::new))
        .update();
  }

  void delete(UUID role) {
    database.sql("delete from custom_role where id = :id").param("id", role).update();
  }

  /// What changes whenever a composed role does; empty while there is none.
  String state() {
    return database.sql("select " + CustomRoleSql.STATE).query(String.class).single();
  }

  /// The names of the roles that carry each permission.
  Map<String, List<String>> book() {
    Map<String, List<String>> book = new LinkedHashMap<>();
    database
        .sql(
            """
            select p.permission, array_agg(c.name order by lower(c.name)) as names
            from custom_role_permission p join custom_role c on c.id = p.role group by p.permission
            """)
        .query(row -> {
          book.put(
              row.getString("permission"), List.of((String[]) row.getArray("names").getArray()));
        });
    return Map.copyOf(book);
  }

  private static CustomRole role(ResultSet row, int number) throws SQLException {
    return new CustomRole(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("purpose"),
        Set.of((String[]) row.getArray("permissions").getArray()),
        row.getLong("version"),
        row.getInt("holders"),
        row.getBoolean("of_units"));
  }
}
