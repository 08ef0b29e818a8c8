package io.fairlead.app.goals;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the editor offers to choose from, and people by the names that are typed there.
@Component
class EditorStore {
  private final JdbcClient database;
  private final String mayRead;

  EditorStore(JdbcClient database, Policy policy) {
    this.database = database;
    this.mayRead = policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "o");
  }

  /// For whom the viewer may write: first themself, then their teams and units, then their line.
  List<EditorOffer> owners(Viewer viewer) {
    return database
        .sql(
            """
            (select 'person:' || :viewer as value, i.name, '' as beside, 0 as rank
              from identity i where i.person = :viewer)
            union all (select 'team:' || t.id, t.name, '', 1 from team t
              where t.during @> :today and (t.lead = :viewer or exists (
                select 1 from membership m where m.team = t.id and m.person = :viewer and m.during @> :today)))
            union all (select 'unit:' || u.id, u.name, '', 2 + l.depth from employment e
              join unit_line l on l.above = e.unit join unit u on u.id = l.below
              where e.person = :viewer and e.during @> :today limit 60)
            union all (select 'organisation:', '', '', 90
              where 'executive' = any(:viewer_roles) or 'people-ops' = any(:viewer_roles) or exists (
                select 1 from reporting_line r
                where r.person = :viewer and r.manager is null and r.during @> :today))
            union all (select 'person:' || l.below, i.name, '', 90 + l.depth from line_of l
              join identity i on i.person = l.below where l.above = :viewer and l.depth > 0
              order by l.depth, i.name limit 100)
            order by rank, name
            """)
        .params(viewer.parameters())
        .query((row, number) ->
            new EditorOffer(row.getString("value"), row.getString("name"), row.getString("beside")))
        .list();
  }

  /// @param wishes what was written, by the field of the form
  void keepWishes(UUID draft, Map<String, String> wishes) {
    List<String> fields = List.copyOf(wishes.keySet());
    database
        .sql("update objective set wishes = jsonb_object(:fields, :written) where id = :id")
        .param("fields", fields.toArray(String[]::new))
        .param("written", fields.stream().map(wishes::get).toArray(String[]::new))
        .param("id", draft)
        .update();
  }

  Map<String, String> wishes(UUID draft) {
    Map<String, String> wishes = new HashMap<>();
    database
        .sql("select w.key, w.value from objective o, jsonb_each_text(o.wishes) w where o.id = ?")
        .param(draft)
        .query(row -> {
          wishes.put(row.getString("key"), row.getString("value"));
        });
    return wishes;
  }

  /// Objectives that one of this cycle could move: of the same or a containing cycle, those of the
  /// viewer's own line first.
  List<EditorOffer> parents(Viewer viewer, UUID cycle, UUID besides) {
    return database
        .sql(
            """
            select o.id::text as value, o.title as name, coalesce(i.name, '') as beside
            from objective o join cycle pc on pc.id = o.cycle join cycle cc on cc.id = :cycle
            left join identity i on i.person = o.accountable
            where %s and o.state in ('draft', 'proposed', 'active')
              and o.id <> :besides and %s
            order by exists (select 1 from line_of l where l.above = o.accountable and l.below = :viewer and l.depth > 0)
              desc, o.accountable = :viewer desc, o.id desc
            limit 60
            """
                .formatted(AlignmentStore.CYCLE_FITS, mayRead))
        .params(viewer.parameters())
        .param("cycle", cycle)
        .param("besides", besides)
        .query((row, number) ->
            new EditorOffer(row.getString("value"), row.getString("name"), row.getString("beside")))
        .list();
  }

  /// People near the viewer: of their unit, above and below them.
  List<String> near(Viewer viewer) {
    return database
        .sql(
            """
            select distinct i.name from identity i
            where i.person in (
              select theirs.person from employment mine join employment theirs on theirs.unit = mine.unit
              where mine.person = :viewer and mine.during @> :today and theirs.during @> :today
              union select l.above from line_of l where l.below = :viewer
              union select l.below from line_of l where l.above = :viewer and l.depth <= 2)
            order by i.name limit 100
            """)
        .params(viewer.parameters())
        .query((row, number) -> row.getString("name"))
        .list();
  }

  /// The one person of that address or name who works here on the day.
  Optional<UUID> person(String typed, LocalDate today) {
    List<UUID> found =
        database
            .sql(
                """
                select i.person from identity i join employment e on e.person = i.person and e.during @> :today
                where lower(i.email) = lower(:typed) or lower(i.name) = lower(:typed)
                order by lower(i.email) = lower(:typed) desc limit 2
                """)
            .param("typed", typed)
            .param("today", today)
            .query((row, number) -> row.getObject("person", UUID.class))
            .list();
    return found.size() == 1 || typed.contains("@") ? found.stream().findFirst() : Optional.empty();
  }

  /// Names by id; an address where two share a name.
  Map<UUID, String> names(Collection<UUID> people) {
    Map<UUID, String> names = new HashMap<>();
    database
        .sql(
            """
            select i.person, case when (select count(*) from identity o where lower(o.name) = lower(i.name)) > 1
              then i.email else i.name end as name
            from identity i where i.person = any(:people)
            """)
        .param("people", people.toArray(UUID[]::new))
        .query(row -> {
          names.put(row.getObject("person", UUID.class), row.getString("name"));
        });
    return names;
  }

  /// Who wrote a version.
  Optional<String> writer(UUID objective, long version) {
    return database
        .sql(
            """
            select i.name from objective_version v join identity i on i.person = v.by_person
            where v.objective = :objective and v.version = :version
            """)
        .param("objective", objective)
        .param("version", version)
        .query(String.class)
        .optional();
  }
}
