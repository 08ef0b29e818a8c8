package io.fairlead.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of who holds composed roles.
@Component
class CustomRoleGrantStore {
  private static final String GRANTS =
      """
      select g.*, i.name, u.name as unit_name, b.name as by_name
      from custom_role_grant g
      join identity i on i.person = g.person
      left join unit u on u.id = g.unit
      left join identity b on b.person = g.granted_by
      """;

  private static final String IN_ORDER = " order by lower(i.name), u.name nulls first, g.id";

  private final JdbcClient database;

  CustomRoleGrantStore(JdbcClient database) {
    this.database = database;
  }

  /// @return whether the person did not hold the role there
  boolean insert(CustomRoleGrant grant) {
    return database
            .sql(
                """
                insert into custom_role_grant (id, role, person, unit, last_day, may_give_on, given_under, granted_by, granted_at)
                values (:id, :role, :person, :unit::uuid, :last_day::date, :may_give_on, :under::uuid, :by, :at)
                on conflict do nothing
                """)
            .param("id", grant.id())
            .param("role", grant.role())
            .param("person", grant.person())
            .param("unit", grant.unit())
            .param("last_day", grant.lastDay())
            .param("may_give_on", grant.mayGiveOn())
            .param("under", grant.under())
            .param("by", grant.by())
            .param("at", java.sql.Timestamp.from(grant.at()))
            .update()
        == 1;
  }

  List<CustomRoleGrant> of(UUID role) {
    return database
        .sql(GRANTS + "where g.role = :role" + IN_ORDER)
        .param("role", role)
        .query(CustomRoleGrantStore::grant)
        .list();
  }

  Optional<CustomRoleGrant> find(UUID grant) {
    return database
        .sql(GRANTS + "where g.id = :id")
        .param("id", grant)
        .query(CustomRoleGrantStore::grant)
        .optional();
  }

  /// The person's own grants under which they may give the role on today.
  List<CustomRoleGrant> givers(UUID person, UUID role, LocalDate today) {
    return database
        .sql(
            GRANTS
                + "where g.role = :role and g.person = :person and g.may_give_on and "
                + CustomRoleSql.IN_FORCE
                + IN_ORDER)
        .param("role", role)
        .param("person", person)
        .param("today", today)
        .query(CustomRoleGrantStore::grant)
        .list();
  }

  /// Those that were given under others.
  List<CustomRoleGrant> under(Collection<UUID> grants) {
    return database
        .sql(GRANTS + "where g.given_under = any(:grants)" + IN_ORDER)
        .param("grants", grants.toArray(UUID[]::new))
        .query(CustomRoleGrantStore::grant)
        .list();
  }

  /// Those of the person whose last day is past.
  List<CustomRoleGrant> ended(UUID role, UUID person, LocalDate today) {
    return database
        .sql(
            GRANTS
                + "where g.role = :role and g.person = :person and g.last_day < :today"
                + IN_ORDER)
        .param("role", role)
        .param("person", person)
        .param("today", today)
        .query(CustomRoleGrantStore::grant)
        .list();
  }

  /// Those that work no longer: their last day is past, or their holder works here no more.
  List<CustomRoleGrant> ended(LocalDate today) {
    return database
        .sql(
            GRANTS
                + """
                where g.last_day < :today or not exists (
                  select from employment e where e.person = g.person and (upper_inf(e.during) or upper(e.during) > :today))
                """
                + IN_ORDER)
        .param("today", today)
        .query(CustomRoleGrantStore::grant)
        .list();
  }

  /// Those given under them go with them.
  void delete(Collection<UUID> grants) {
    database
        .sql("delete from custom_role_grant where id = any(:grants)")
        .param("grants", grants.toArray(UUID[]::new))
        .update();
  }

  /// Whether the unit is the other one or below it.
  boolean isWithin(UUID unit, UUID above) {
    return database
        .sql("select exists (select from unit_line where above = :above and below = :unit)")
        .param("above", above)
        .param("unit", unit)
        .query(Boolean.class)
        .single();
  }

  /// Whether the person works here today; within the unit where one is given.
  boolean works(UUID person, @Nullable UUID unit, LocalDate today) {
    return database
        .sql(
            """
            select exists (select from employment e where e.person = :person and e.during @> :today
              and (:unit::uuid is null
                or exists (select from unit_line u where u.below = e.unit and u.above = :unit::uuid)))
            """)
        .param("person", person)
        .param("today", today)
        .param("unit", unit)
        .query(Boolean.class)
        .single();
  }

  /// The units and those below them, by name.
  List<Roles.UnitName> within(Collection<UUID> units) {
    return database
        .sql(
            """
            select u.id, u.name from unit u
            where exists (select from unit_line l where l.below = u.id and l.above = any(:units))
            order by lower(u.name), u.id
            """)
        .param("units", units.toArray(UUID[]::new))
        .query(
            (row, _) -> new Roles.UnitName(row.getObject("id", UUID.class), row.getString("name")))
        .list();
  }

  /// Who works in the units or below them today, by name.
  List<CustomRoleGrants.Someone> people(Collection<UUID> units, LocalDate today, int most) {
    return database
        .sql(
            """
            select i.person, i.name, i.email from identity i
            where exists (select from employment e join unit_line l on l.below = e.unit
              where e.person = i.person and e.during @> :today and l.above = any(:units))
            order by lower(i.name), i.person limit :most
            """)
        .param("units", units.toArray(UUID[]::new))
        .param("today", today)
        .param("most", most)
        .query((row, _) ->
            new CustomRoleGrants.Someone(
                row.getObject("person", UUID.class), row.getString("name"), row.getString("email")))
        .list();
  }

  private static CustomRoleGrant grant(ResultSet row, int number) throws SQLException {
    return new CustomRoleGrant(
        row.getObject("id", UUID.class),
        row.getObject("role", UUID.class),
        row.getObject("person", UUID.class),
        row.getString("name"),
        row.getObject("unit", UUID.class),
        row.getString("unit_name"),
        row.getObject("last_day", LocalDate.class),
        row.getBoolean("may_give_on"),
        row.getObject("given_under", UUID.class),
        row.getObject("granted_by", UUID.class),
        row.getString("by_name"),
        row.getTimestamp("granted_at").toInstant());
  }
}
