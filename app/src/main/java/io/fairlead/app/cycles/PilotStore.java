package io.fairlead.app.cycles;

import io.fairlead.app.cycles.Pilot.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `pilot` and `pilot_group`.
@Component
class PilotStore {
  private static final String COLUMNS =
      """
      select p.id, p.name, p.document, p.reason, p.first_day, p.last_day, p.begun_by, b.name as begun_by_name,
        p.begun_at, p.state, p.ended_at, e.name as ended_by_name, p.ended_because,
        array(select g.unit from pilot_group g where g.pilot = p.id and g.unit is not null) as units,
        array(select g.team from pilot_group g where g.pilot = p.id and g.team is not null) as teams,
        array(select g.person from pilot_group g where g.pilot = p.id and g.person is not null) as people
      from pilot p left join identity b on b.person = p.begun_by left join identity e on e.person = p.ended_by
      """;

  private final JdbcClient database;

  PilotStore(JdbcClient database) {
    this.database = database;
  }

  Optional<Pilot> find(UUID id) {
    return database.sql(COLUMNS + " where p.id = ?").param(id).query(PilotStore::pilot).optional();
  }

  /// The latest first.
  List<Pilot> latest(int most) {
    return database
        .sql(COLUMNS + " order by p.begun_at desc, p.id limit ?")
        .param(most)
        .query(PilotStore::pilot)
        .list();
  }

  /// Those that share a day with the span.
  List<Pilot> within(LocalDate first, LocalDate last) {
    return database
        .sql(
            COLUMNS
                + " where p.first_day <= :last and p.last_day >= :first and p.first_day <= p.last_day"
                + " order by p.first_day, p.id")
        .param("first", first)
        .param("last", last)
        .query(PilotStore::pilot)
        .list();
  }

  /// Until the transaction ends nobody else ends it.
  ///
  /// @return whether there is such a pilot
  boolean lock(UUID id) {
    return database
        .sql("select id from pilot where id = ? for update")
        .param(id)
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  void add(UUID id, PilotInput input, LocalDate first, LocalDate last, UUID by, Instant now) {
    database
        .sql(
            """
            insert into pilot (id, name, document, reason, first_day, last_day, begun_by, begun_at, state)
            values (:id, :name, :document, :reason, :first, :last, :by, :now, 'running')
            """)
        .param("id", id)
        .param("name", input.name().strip())
        .param("document", input.document())
        .param("reason", input.reason().strip())
        .param("first", first)
        .param("last", last)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
    PilotGroup group = input.group();
    parts(id, "unit", group.units());
    parts(id, "team", group.teams());
    parts(id, "person", group.people());
  }

  private void parts(UUID pilot, String column, Set<UUID> parts) {
    database
        .sql("insert into pilot_group (pilot, %s) select :pilot, unnest(:parts)".formatted(column))
        .param("pilot", pilot)
        .param("parts", array(parts))
        .update();
  }

  void end(UUID id, State state, LocalDate last, UUID by, String because, Instant now) {
    database
        .sql(
            """
            update pilot set state = :state, last_day = :last, ended_by = :by, ended_at = :now, ended_because = :because
            where id = :id
            """)
        .param("id", id)
        .param("state", state.code())
        .param("last", last)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .param("because", because)
        .update();
  }

  /// Who belongs to a group on a day, of those who work here then.
  List<UUID> members(PilotGroup group, LocalDate day) {
    return database
        .sql(
            """
            select e.person as id from employment e
            where e.during @> :day and (e.person = any(:people)
              or e.unit in (select l.below from unit_line l where l.above = any(:units))
              or exists (select from membership m where m.person = e.person and m.team = any(:teams) and m.during @> :day))
            """)
        .param("day", day)
        .param("people", array(group.people()))
        .param("units", array(group.units()))
        .param("teams", array(group.teams()))
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  int employed(LocalDate day) {
    return database
        .sql("select count(*) from employment where during @> ?")
        .param(day)
        .query(Integer.class)
        .single();
  }

  /// Every unit with its whole path.
  List<PilotGroup.Part> units() {
    return database
        .sql(
            """
            select l.below as id, string_agg(u.name, ' › ' order by l.depth desc) as name
            from unit_line l join unit u on u.id = l.above group by l.below order by 2
            """)
        .query(PilotStore::named)
        .list();
  }

  List<PilotGroup.Part> teams(LocalDate day) {
    return database
        .sql("select id, name from team where during @> ? order by lower(name), id")
        .param(day)
        .query(PilotStore::named)
        .list();
  }

  List<PilotGroup.Part> people(Collection<UUID> ids) {
    return database
        .sql(
            "select person as id, name from identity where person = any(:ids) order by name, person")
        .param("ids", array(ids))
        .query(PilotStore::named)
        .list();
  }

  /// The names of the units and teams of a group.
  List<PilotGroup.Part> places(PilotGroup group) {
    return database
        .sql(
            """
            select id, name from unit where id = any(:units)
            union all select id, name from team where id = any(:teams) order by name, id
            """)
        .param("units", array(group.units()))
        .param("teams", array(group.teams()))
        .query(PilotStore::named)
        .list();
  }

  private static PilotGroup.Part named(ResultSet row, int number) throws SQLException {
    return new PilotGroup.Part(row.getObject("id", UUID.class), row.getString("name"));
  }

  private static UUID[] array(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }

  private static Pilot pilot(ResultSet row, int number) throws SQLException {
    return new Pilot(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("document"),
        row.getString("reason"),
        new PilotGroup(set(row, "units"), set(row, "teams"), set(row, "people")),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getObject("begun_by", UUID.class),
        row.getString("begun_by_name"),
        row.getTimestamp("begun_at").toInstant(),
        State.of(row.getString("state")),
        instant(row.getTimestamp("ended_at")),
        row.getString("ended_by_name"),
        row.getString("ended_because"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  private static Set<UUID> set(ResultSet row, String column) throws SQLException {
    return Arrays.stream((UUID[]) row.getArray(column).getArray()).collect(Collectors.toSet());
  }
}
