package io.fairlead.app.access;

import io.fairlead.app.platform.Role;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Granted roles in the database.
@Component
class RoleStore {
  private final JdbcClient database;

  RoleStore(JdbcClient database) {
    this.database = database;
  }

  /// @param unit an HR partner's unit
  /// @return whether it is new
  boolean grant(
      UUID id, UUID person, Role role, @Nullable UUID unit, @Nullable UUID by, Instant now) {
    return database
            .sql(
                """
                insert into role_grant (id, person, role, unit, granted_by, granted_at)
                values (:id, :person, :role, :unit, :by, :now)
                on conflict do nothing
                """)
            .param("id", id)
            .param("person", person)
            .param("role", role.code())
            .param("unit", unit)
            .param("by", by)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  void revoke(UUID grant) {
    database.sql("delete from role_grant where id = :id").param("id", grant).update();
  }

  Optional<Roles.Grant> find(UUID grant) {
    return query("where g.id = :id").param("id", grant).query(RoleStore::grantOf).optional();
  }

  List<Roles.Grant> all() {
    return query("order by g.role, i.name, u.name, g.id").query(RoleStore::grantOf).list();
  }

  /// How many others who can sign in hold the role; locks the role's grants until the end of the
  /// transaction, so that the last two holders cannot remove each other.
  int othersWith(Role role, UUID person) {
    database
        .sql("select id from role_grant where role = :role order by id for update")
        .param("role", role.code())
        .query(UUID.class)
        .list();
    return database
        .sql(
            """
            select count(*) from role_grant g join account a on a.person = g.person and a.state = 'active'
            where g.role = :role and g.person <> :person
            """)
        .param("role", role.code())
        .param("person", person)
        .query(Integer.class)
        .single();
  }

  Optional<UUID> unit(UUID unit) {
    return database
        .sql("select id from unit where id = :id")
        .param("id", unit)
        .query(UUID.class)
        .optional();
  }

  List<Roles.UnitName> units() {
    return database
        .sql("select id, name from unit order by lower(name), id limit 1000")
        .query(
            (row, _) -> new Roles.UnitName(row.getObject("id", UUID.class), row.getString("name")))
        .list();
  }

  private JdbcClient.StatementSpec query(String rest) {
    return database.sql(
        """
        select g.id, g.person, i.name, g.role, g.unit, u.name as unit_name, b.name as by_name, g.granted_at
        from role_grant g
        join identity i on i.person = g.person
        left join unit u on u.id = g.unit
        left join identity b on b.person = g.granted_by
        """
            + rest);
  }

  private static Roles.Grant grantOf(java.sql.ResultSet row, int number)
      throws java.sql.SQLException {
    return new Roles.Grant(
        row.getObject("id", UUID.class),
        row.getObject("person", UUID.class),
        row.getString("name"),
        Role.of(row.getString("role")),
        row.getObject("unit", UUID.class),
        row.getString("unit_name"),
        row.getString("by_name"),
        row.getTimestamp("granted_at").toInstant());
  }
}
