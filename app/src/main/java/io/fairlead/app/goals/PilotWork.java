package io.fairlead.app.goals;

import io.fairlead.app.cycles.CycleWork;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts what pilots are compared by.
@Component
class PilotWork implements CycleWork {
  private final JdbcClient database;
  private final OrganisationSettings organisation;

  PilotWork(JdbcClient database, OrganisationSettings organisation) {
    this.database = database;
    this.organisation = organisation;
  }

  @Override
  public Set<UUID> inUse(Collection<UUID> cycles) {
    return Set.copyOf(
        database
            .sql(
                """
                select c.id from cycle c where c.id = any(:cycles)
                  and (exists (select from objective o where o.cycle = c.id)
                    or exists (select from goal_import g where g.cycle = c.id))
                """)
            .param("cycles", cycles.toArray(UUID[]::new))
            .query((row, _) -> row.getObject("id", UUID.class))
            .list());
  }

  @Override
  public long open(Collection<UUID> people) {
    return database
        .sql(
            """
            select count(*) from objective
            where accountable = any(:people) and state in ('draft', 'proposed', 'active')
            """)
        .param("people", people.toArray(UUID[]::new))
        .query(Long.class)
        .single();
  }

  /// Objectives are found by the cycles that share a day with the span, check-ins by their key
  /// results in these, so that what is older costs nothing.
  @Override
  public Done done(Collection<UUID> people, LocalDate first, LocalDate last) {
    return database
        .sql(
            """
            with lived as (
              select o.id, o.accountable = any(:people) as theirs from objective o
              join cycle c on c.id = o.cycle and c.starts <= :last and c.ends >= :first),
            published as (
              select l.theirs from lived l where exists (select from objective_state s
                where s.objective = l.id and s.state = 'active' and s.at >= :from and s.at < :until)),
            said as (
              select i.by_person = any(:people) as theirs
              from lived l join key_result k on k.objective = l.id join check_in i on i.key_result = k.id
              where i.at >= :from and i.at < :until)
            select (select count(*) from published where theirs) as objectives,
              (select count(*) from published where not theirs) as objectives_of_others,
              (select count(*) from said where theirs) as check_ins,
              (select count(*) from said where not theirs) as check_ins_of_others
            """)
        .param("people", people.toArray(UUID[]::new))
        .param("first", first)
        .param("last", last)
        .param("from", beginning(first))
        .param("until", beginning(last.plusDays(1)))
        .query((row, _) ->
            new Done(
                row.getLong("objectives"),
                row.getLong("check_ins"),
                row.getLong("objectives_of_others"),
                row.getLong("check_ins_of_others")))
        .single();
  }

  private Timestamp beginning(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(organisation.organisation().zone()).toInstant());
  }
}
