package io.fairlead.app.testing;

import io.fairlead.app.platform.Role;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Brightwell Instruments, small: fourteen people in four layers, everybody let in, each role held
/// by somebody. Every test class begins with it as new; what a test adds, the next class does not
/// see.
public final class Company {
  private static final Map<String, String> UNITS = new LinkedHashMap<>();

  static {
    UNITS.put("Brightwell", "");
    UNITS.put("Product and Engineering", "Brightwell");
    UNITS.put("Activation", "Product and Engineering");
    UNITS.put("Sales", "Brightwell");
    UNITS.put("Customer Success", "Brightwell");
    UNITS.put("Finance and People", "Brightwell");
  }

  private final JdbcClient database;
  private final TestClock clock;
  private final Environment environment;
  private @Nullable Connection owner;

  Company(JdbcClient database, TestClock clock, Environment environment) {
    this.database = database;
    this.clock = clock;
    this.environment = environment;
  }

  /// Makes the company as new before each test class.
  static final class AsNew implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
      SpringExtension.getApplicationContext(context).getBean(Company.class).reset();
    }
  }

  public static UUID unit(String name) {
    return UUID.nameUUIDFromBytes(("unit " + name).getBytes(StandardCharsets.US_ASCII));
  }

  public void reset() {
    clock.reset();
    empty();
    Timestamp began = Timestamp.from(Instant.parse("2023-03-01T09:00:00Z"));
    UNITS.forEach((name, parent) ->
        database
            .sql("insert into unit (id, name, parent) values (?, ?, ?)")
            .param(1, unit(name))
            .param(2, name)
            .param(3, parent.isEmpty() ? null : unit(parent))
            .update());
    database
        .sql(
            """
            insert into unit_line (above, below, depth)
            with recursive up as (
              select id as above, id as below, 0 as depth from unit
              union all select u.parent, up.below, up.depth + 1 from up join unit u on u.id = up.above
              where u.parent is not null)
            select above, below, depth from up
            """)
        .update();
    for (Person person : Person.values()) {
      add(person, began);
    }
    database
        .sql(
            """
            insert into line_of (above, below, depth)
            with recursive up as (
              select id as above, id as below, 0 as depth from person
              union all select r.manager, up.below, up.depth + 1 from up join reporting_line r on r.person = up.above
              where r.manager is not null)
            select above, below, depth from up
            """)
        .update();
    addCycle("2026", "2026-01-01", "2026-12-31");
    addCycle("Q1 2026", "2026-01-01", "2026-03-31");
    addCycle("Q2 2026", "2026-04-01", "2026-06-30");
    grant(Person.ELIF, Role.PEOPLE_OPS, null);
    grant(Person.NOOR, Role.HR_PARTNER, "Product and Engineering");
    grant(Person.INES, Role.EXECUTIVE, null);
    grant(Person.YUKI, Role.FINANCE, null);
    grant(Person.SOFIA, Role.AUDITOR, null);
    grant(Person.LIAM, Role.IT_ADMINISTRATOR, null);
  }

  private void add(Person person, Timestamp began) {
    database
        .sql("insert into person (id, created_at) values (?, ?)")
        .params(person.id(), began)
        .update();
    database
        .sql("insert into identity (person, name, email, title) values (?, ?, ?, ?)")
        .params(person.id(), person.fullName(), person.email(), person.title())
        .update();
    database
        .sql(
            "insert into employment (id, person, unit, during, recorded_at) values (?, ?, ?, daterange('2023-03-01', null), ?)")
        .params(named("employment", person), person.id(), unit(person.unit()), began)
        .update();
    database
        .sql(
            "insert into reporting_line (id, person, manager, during, recorded_at) values (?, ?, ?, daterange('2023-03-01', null), ?)")
        .param(1, named("line", person))
        .param(2, person.id())
        .param(3, person.manager().map(Person::id).orElse(null))
        .param(4, began)
        .update();
    database
        .sql("insert into account (person, created_at) values (?, ?)")
        .params(person.id(), began)
        .update();
  }

  private static UUID named(String kind, Person person) {
    return UUID.nameUUIDFromBytes((kind + person.name()).getBytes(StandardCharsets.US_ASCII));
  }

  public void grant(Person person, Role role, @Nullable String unit) {
    database
        .sql("insert into role_grant (id, person, role, unit, granted_at) values (?, ?, ?, ?, ?)")
        .param(1, UUID.randomUUID())
        .param(2, person.id())
        .param(3, role.code())
        .param(4, unit == null ? null : unit(unit))
        .param(5, Timestamp.from(clock.instant()))
        .update();
  }

  /// A connection that is kept: a fresh one would have to learn of a hundred tables each time.
  private synchronized Connection owner() throws SQLException {
    if (owner == null || owner.isClosed()) {
      owner =
          DriverManager.getConnection(
              TestDatabase.url(),
              environment.getRequiredProperty("fairlead.db.owner-user"),
              environment.getProperty("fairlead.db.owner-password", ""));
    }
    return owner;
  }

  /// Empties every table but the migrations' own, as the owner: the application may not. What is
  /// small is deleted, which takes a tenth of the time that truncating a hundred tables does; it
  /// needs a superuser, who can leave the triggers out.
  public void empty() {
    try (var statement = owner().createStatement()) {
      statement.execute(
          """
          do $$ declare t record; used boolean; begin
            if (select rolsuper from pg_roles where rolname = current_user) then
              perform set_config('session_replication_role', 'replica', true);
              for t in select format('%I.%I', schemaname, tablename) as name from pg_tables
                where schemaname in ('public', 'sealed') and tablename not like 'migration\\_%' loop
                execute 'select exists (select from ' || t.name || ')' into used;
                if used and pg_relation_size(t.name) < 1000000 then
                  execute 'delete from ' || t.name;
                elsif used then
                  execute 'truncate ' || t.name || ' cascade';
                end if;
              end loop;
              for t in select format('%I.%I', schemaname, sequencename) as name from pg_sequences
                where schemaname = 'public' and last_value is not null loop
                execute 'alter sequence ' || t.name || ' restart';
              end loop;
            else
              -- The audit record cannot be emptied, not even by its owner, while its triggers stand.
              alter table audit_entry disable trigger user;
              alter table audit_chain disable trigger user;
              execute (select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ')
                || ' restart identity cascade' from pg_tables
                where schemaname = 'public' and tablename not like 'migration\\_%');
              alter table audit_entry enable trigger user;
              alter table audit_chain enable trigger user;
              set local role fairlead_sealed;
              truncate sealed.round cascade;
              reset role;
            end if;
          end $$
          """);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The id of one of the company's cycles: `2026`, `Q1 2026`, `Q2 2026` (running).
  public static UUID cycle(String name) {
    return UUID.nameUUIDFromBytes(("cycle " + name).getBytes(StandardCharsets.US_ASCII));
  }

  /// Adds a cycle that is planned from three weeks before and graded from a week before its end.
  public void addCycle(String name, String starts, String ends) {
    database
        .sql(
            """
            insert into cycle (id, name, starts, ends, planning_from, planning_until, grading_from, grading_until,
              check_in_every_days)
            values (:id, :name, :starts::date, :ends::date, :starts::date - 21, :starts::date + 14,
              :ends::date - 7, :ends::date + 14, 7)
            """)
        .param("id", cycle(name))
        .param("name", name)
        .param("starts", starts)
        .param("ends", ends)
        .update();
  }
}
