package io.fairlead.app.feedback;

import io.fairlead.methods.instruments.Relationship;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who makes up a team on a day, and the rows of `feedback_subject` that are about teams.
@Component
class AskedTeamStore {
  /// Members by team with whoever leads them, from a statement `member (team, name, person)` and
  /// one `lead (team, person)`.
  private static final String TEAMS =
      """
      select m.team, m.name, d.person as lead, i.name as lead_name,
        coalesce(array_agg(m.person order by m.person) filter (where m.person is distinct from d.person), '{}') as members
      from member m left join lead d on d.team = m.team left join identity i on i.person = d.person
      group by m.team, m.name, d.person, i.name order by m.name, m.team
      """;

  private final JdbcClient database;

  AskedTeamStore(JdbcClient database) {
    this.database = database;
  }

  /// A team on one day.
  ///
  /// @param id of the unit, or of the objective
  /// @param lead null where nobody is above most of them
  /// @param members all others who work in it, below it too
  record Team(
      UUID id, String name, @Nullable UUID lead, @Nullable String leadName, List<UUID> members) {
    Team {
      members = List.copyOf(members);
    }
  }

  /// Units with all who work in or below them. Whoever has most of them in their line, themselves
  /// counted, leads the unit; of several the one with the shortest line.
  List<Team> units(Collection<UUID> units, LocalDate day) {
    return database
        .sql(
            """
            with member as (
              select u.id as team, u.name, e.person from unit u join unit_line l on l.above = u.id
              join employment e on e.unit = l.below and e.during @> :day
              where u.id = any(:units)),
            size as (select team, count(*) as people from member group by team),
            lead as (
              select distinct on (m.team) m.team, l.above as person from member m join line_of l on l.below = m.person
              join employment w on w.person = l.above and w.during @> :day join size s on s.team = m.team
              group by m.team, s.people, l.above having 2 * count(*) > s.people and s.people > 1
              order by m.team, count(*) desc, (select count(*) from line_of o where o.above = l.above), l.above)
            """
                + TEAMS)
        .param("units", units.toArray(UUID[]::new))
        .param("day", day)
        .query((row, _) -> team(row))
        .list();
  }

  /// Those who work on an objective: who is accountable for it, whom it belongs to, owners of its
  /// key results, and who is accountable for what everybody may see that it carries. Who is
  /// accountable leads them.
  Optional<Team> contributors(UUID objective, LocalDate day) {
    return database
        .sql(
            """
            with member as (
              select o.id as team, o.title as name, c.person from objective o
              cross join lateral (
                select o.accountable as person
                union select o.owner_person where o.owner_person is not null
                union select k.owner from key_result k where k.objective = o.id and k.owner is not null
                union select b.accountable from alignment a join objective b on b.id = a.child
                  where a.parent = o.id and a.state = 'agreed' and b.visibility = 'public') c
              join employment e on e.person = c.person and e.during @> :day
              where o.id = :objective),
            lead as (
              select o.id as team, o.accountable as person from objective o
              join employment e on e.person = o.accountable and e.during @> :day where o.id = :objective)
            """
                + TEAMS)
        .param("objective", objective)
        .param("day", day)
        .query((row, _) -> team(row))
        .optional();
  }

  private static Team team(ResultSet row) throws SQLException {
    return new Team(
        row.getObject("team", UUID.class),
        row.getString("name"),
        row.getObject("lead", UUID.class),
        row.getString("lead_name"),
        Arrays.asList((UUID[]) row.getArray("members").getArray()));
  }

  /// Whether one of the units lies within another of them.
  boolean overlap(Collection<UUID> units) {
    return exists(
        """
        select exists (select from unit_line where above = any(:units) and below = any(:units) and depth > 0) as found
        """,
        units,
        LocalDate.EPOCH);
  }

  /// Whether a unit above or below one of them was asked about in a round that ended since the day,
  /// or runs: the difference would be about the rest of it.
  boolean overlapsAnother(Collection<UUID> units, LocalDate since) {
    return exists(
        """
        select exists (
          select from feedback_subject s join feedback_round r on r.id = s.round
          join unit_line l on (l.above = s.unit and l.below = any(:units)) or (l.below = s.unit and l.above = any(:units))
          where l.depth > 0 and r.state <> 'stopped' and r.closes >= :since) as found
        """,
        units,
        since);
  }

  private boolean exists(String sql, Collection<UUID> units, LocalDate since) {
    return database
        .sql(sql)
        .param("units", units.toArray(UUID[]::new))
        .param("since", since)
        .query((row, _) -> row.getBoolean("found"))
        .single();
  }

  /// Takes down what a round is about; who is asked follows when it opens.
  void insert(UUID round, Population population, List<Team> teams) {
    boolean isObjective = population.objective() != null;
    for (Team team : teams) {
      database
          .sql(
              """
              insert into feedback_subject (id, round, unit, objective, manager, nominations)
              values (gen_random_uuid(), :round, :unit, :objective, :lead, 'settled')
              """)
          .param("round", round)
          .param("unit", isObjective ? null : team.id())
          .param("objective", isObjective ? team.id() : null)
          .param("lead", team.lead())
          .update();
    }
  }

  /// Units and objectives that a round is about.
  record About(List<UUID> units, List<UUID> objectives) {}

  About about(UUID round) {
    List<About> found =
        database
            .sql(
                """
                select coalesce(array_agg(unit) filter (where unit is not null), '{}') as units,
                  coalesce(array_agg(objective) filter (where objective is not null), '{}') as objectives
                from feedback_subject where round = :round
                """)
            .param("round", round)
            .query((row, _) ->
                new About(
                    Arrays.asList((UUID[]) row.getArray("units").getArray()),
                    Arrays.asList((UUID[]) row.getArray("objectives").getArray())))
            .list();
    return found.getFirst();
  }

  /// Whoever leads the team now reads its report; the others are asked.
  void ask(UUID round, Team team) {
    database
        .sql(
            """
            update feedback_subject set manager = :lead where round = :round and coalesce(unit, objective) = :team
            """)
        .param("round", round)
        .param("team", team.id())
        .param("lead", team.lead())
        .update();
    database
        .sql(
            """
            insert into feedback_rater (id, subject, person, relationship, chosen_by, state)
            select gen_random_uuid(), s.id, m.person, :relationship, 'rule', 'proposed' from feedback_subject s
            cross join unnest(:members) m (person)
            where s.round = :round and coalesce(s.unit, s.objective) = :team
            on conflict (subject, person) do nothing
            """)
        .param("round", round)
        .param("team", team.id())
        .param("members", team.members().toArray(UUID[]::new))
        .param("relationship", Relationship.MEMBER.code())
        .update();
  }

  List<AskedTeam> asked(UUID round) {
    return database
        .sql(
            """
            select coalesce(u.name, o.title) as name, i.name as lead_name,
              (select count(*) from feedback_rater r where r.subject = s.id and r.state in ('asked', 'declined')) as members
            from feedback_subject s left join unit u on u.id = s.unit left join objective o on o.id = s.objective
            left join identity i on i.person = s.manager
            where s.round = :round and s.person is null order by 1, s.id
            """)
        .param("round", round)
        .query((row, _) ->
            new AskedTeam(row.getString("name"), row.getString("lead_name"), row.getInt("members")))
        .list();
  }
}
