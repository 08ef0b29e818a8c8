package io.fairlead.app.cycles;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who is in which pilot on a day: by the units and teams they belong to on it, or by name. Whoever
/// moves is in it, or no longer, from that day on.
@Component
public class PilotMembers {
  private static final String OF_PERSON =
      """
      g.person = :owner
        or exists (select from employment e join unit_line l on l.below = e.unit
          where e.person = :owner and e.during @> :day and l.above = g.unit)
        or exists (select from membership m where m.team = g.team and m.person = :owner and m.during @> :day)
      """;
  private static final String OF_TEAM =
      """
      g.team = :owner
        or exists (select from team t join unit_line l on l.below = t.unit where t.id = :owner and l.above = g.unit)
      """;
  private static final String OF_UNIT =
      "exists (select from unit_line l where l.below = :owner and l.above = g.unit)";

  private final JdbcClient database;

  PilotMembers(JdbcClient database) {
    this.database = database;
  }

  /// @param all every cycle; without one of a pilot nothing else is asked
  public OpenCycles openToPerson(UUID person, LocalDate day, List<Cycle> all) {
    return open(OF_PERSON, person, day, all);
  }

  public OpenCycles openToTeam(UUID team, LocalDate day, List<Cycle> all) {
    return open(OF_TEAM, team, day, all);
  }

  public OpenCycles openToUnit(UUID unit, LocalDate day, List<Cycle> all) {
    return open(OF_UNIT, unit, day, all);
  }

  /// All that has the person in it, those that are over too.
  public OpenCycles everOf(UUID person, LocalDate day, List<Cycle> all) {
    return all.stream().allMatch(Cycle::isEverybodys)
        ? OpenCycles.EVERYBODYS
        : OpenCycles.of(terms(OF_PERSON, person, day, LocalDate.EPOCH));
  }

  /// The pilots somebody is in on the day, and those they will be in.
  public OpenCycles of(UUID person, LocalDate day) {
    return OpenCycles.of(terms(OF_PERSON, person, day, day));
  }

  private OpenCycles open(String condition, UUID owner, LocalDate day, List<Cycle> all) {
    boolean asked =
        all.stream().anyMatch(cycle -> !cycle.isEverybodys() && !cycle.ends().isBefore(day));
    return asked ? OpenCycles.of(terms(condition, owner, day, day)) : OpenCycles.EVERYBODYS;
  }

  private List<PilotTerm> terms(String condition, UUID owner, LocalDate day, LocalDate since) {
    return database
        .sql(
            """
            select p.id, p.name, p.first_day, p.last_day from pilot p
            where p.last_day >= :since and p.first_day <= p.last_day
              and exists (select from pilot_group g where g.pilot = p.id and (%s))
            order by p.first_day, p.begun_at, p.id
            """
                .formatted(condition))
        .param("owner", owner)
        .param("day", day)
        .param("since", since)
        .query((row, _) ->
            new PilotTerm(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class)))
        .list();
  }
}
