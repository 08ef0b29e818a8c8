package io.fairlead.app.people;

import static io.fairlead.app.people.PeoplePolicy.ALL;
import static io.fairlead.app.people.PeoplePolicy.READ;
import static io.fairlead.app.people.PeoplePolicy.TEAM;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of teams and memberships.
@Repository
class TeamStore {
  private static final String TEAMS =
      """
      select t.id, t.version, t.name, t.purpose, i.person as lead, i.name as lead_name,
        lower(t.during) as began, upper(t.during) as ended,
        (select count(*) from membership m where m.team = t.id and m.during @> :day) as members
      from team t left join identity i on i.person = t.lead
      """;

  private final JdbcClient database;
  private final Policy policy;

  TeamStore(JdbcClient database, Policy policy) {
    this.database = database;
    this.policy = policy;
  }

  private String readable() {
    return policy.condition(TEAM, READ, ALL, "t.id");
  }

  Optional<Team> find(Viewer viewer, UUID team, LocalDate day) {
    return database
        .sql(TEAMS + " where t.id = :team and " + readable())
        .params(viewer.parameters())
        .param("team", team)
        .param("day", day)
        .query(TeamStore::team)
        .optional();
  }

  /// Teams that are there on the day, by name.
  List<Team> list(Viewer viewer, String search, LocalDate day, String after, int limit) {
    return database
        .sql(
            TEAMS
                + " where t.during @> :day and lower(t.name) like :part and lower(t.name) > :after and "
                + readable()
                + " order by lower(t.name) limit :limit")
        .params(viewer.parameters())
        .param("day", day)
        .param(
            "part",
            "%" + search.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%")
        .param("after", after)
        .param("limit", limit)
        .query(TeamStore::team)
        .list();
  }

  private static Team team(ResultSet row, int number) throws SQLException {
    UUID lead = row.getObject("lead", UUID.class);
    return new Team(
        row.getObject("id", UUID.class),
        row.getLong("version"),
        row.getString("name"),
        row.getString("purpose"),
        lead == null ? null : new PersonName(lead, row.getString("lead_name")),
        row.getInt("members"),
        row.getObject("began", LocalDate.class),
        row.getObject("ended", LocalDate.class));
  }

  /// Who is in it on the day, by name.
  List<Member> members(UUID team, LocalDate day) {
    return database
        .sql(
            """
            select m.person, i.name, i.title, lower(m.during) as begins, upper(m.during) as ends
            from membership m join identity i on i.person = m.person
            where m.team = :team and m.during @> :day order by lower(i.name), m.person
            """)
        .param("team", team)
        .param("day", day)
        .query((row, number) ->
            new Member(
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getString("title"),
                row.getObject("begins", LocalDate.class),
                row.getObject("ends", LocalDate.class)))
        .list();
  }

  boolean nameTaken(TeamInput input) {
    return database
        .sql(
            """
            select exists (select 1 from team where lower(name) = lower(:name) and id is distinct from :team::uuid)
            """)
        .param("name", input.name())
        .param("team", input.team())
        .query(Boolean.class)
        .single();
  }

  void insert(UUID team, TeamInput input, LocalDate from) {
    database
        .sql(
            """
            insert into team (id, name, purpose, lead, during)
            values (:id, :name, :purpose, :lead, daterange(:from, null))
            """)
        .param("id", team)
        .param("name", input.name())
        .param("purpose", input.purpose())
        .param("lead", input.lead())
        .param("from", from)
        .update();
  }

  /// The new version; empty when somebody changed it since.
  Optional<Long> update(UUID team, TeamInput input) {
    return database
        .sql(
            """
            update team set name = :name, purpose = :purpose, lead = :lead, version = version + 1
            where id = :team and version = :version returning version
            """)
        .param("name", input.name())
        .param("purpose", input.purpose())
        .param("lead", input.lead())
        .param("team", team)
        .param("version", input.version())
        .query(Long.class)
        .optional();
  }

  /// Makes the person a member from the day on; false when they already are.
  boolean join(UUID team, UUID person, LocalDate from, Instant now) {
    return database
            .sql(
                """
                insert into membership (id, team, person, during)
                select fresh_id(:now), :team, :person, daterange(:from, null)
                where not exists (select 1 from membership m where m.team = :team and m.person = :person
                  and (upper_inf(m.during) or upper(m.during) > :from))
                """)
            .param("now", Timestamp.from(now))
            .param("team", team)
            .param("person", person)
            .param("from", from)
            .update()
        == 1;
  }

  /// Ends the membership on the day; false when there is none.
  boolean leave(UUID team, UUID person, LocalDate from) {
    int never =
        database
            .sql(
                "delete from membership where team = :team and person = :person and lower(during) >= :from")
            .param("team", team)
            .param("person", person)
            .param("from", from)
            .update();
    int ended =
        database
            .sql(
                """
                update membership set during = daterange(lower(during), :from)
                where team = :team and person = :person and during @> :from
                """)
            .param("team", team)
            .param("person", person)
            .param("from", from)
            .update();
    return never + ended > 0;
  }

  Optional<Long> end(UUID team, long version, LocalDate from) {
    Optional<Long> next =
        database
            .sql(
                """
                update team set during = daterange(lower(during), greatest(:from, lower(during) + 1)), version = version + 1
                where id = :team and version = :version and upper_inf(during) returning version
                """)
            .param("team", team)
            .param("version", version)
            .param("from", from)
            .query(Long.class)
            .optional();
    if (next.isPresent()) {
      database
          .sql("delete from membership where team = :team and lower(during) >= :from")
          .param("team", team)
          .param("from", from)
          .update();
      database
          .sql(
              """
              update membership set during = daterange(lower(during), :from) where team = :team and during @> :from
              """)
          .param("team", team)
          .param("from", from)
          .update();
    }
    return next;
  }

  /// Teams have no lead who has left.
  void withoutLead(Collection<UUID> people) {
    database
        .sql("update team set lead = null, version = version + 1 where lead = any(:people)")
        .param("people", people.toArray(UUID[]::new))
        .update();
  }
}
