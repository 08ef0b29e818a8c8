package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.goals.ImportPlan.Planned;
import io.fairlead.app.goals.ImportPlan.PlannedPart;
import io.fairlead.app.goals.ImportPlanning.Existing;
import io.fairlead.app.platform.Ids;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Files that were brought, what they became, and what an import looks up.
@Repository
class GoalImportStore {
  private final JdbcClient database;
  private final ObjectiveStore objectives;
  private final Ids ids;
  private final JsonMapper json;

  GoalImportStore(JdbcClient database, ObjectiveStore objectives, Ids ids, JsonMapper json) {
    this.database = database;
    this.objectives = objectives;
    this.ids = ids;
    this.json = json;
  }

  void add(
      UUID id, String fileName, String content, ImportSettings settings, UUID by, Instant now) {
    database
        .sql(
            """
            insert into goal_import (id, file_name, mapping, content, state, by_person, at)
            values (:id, :name, :mapping::jsonb, :content, 'previewed', :by, :now)
            """)
        .param("id", id)
        .param("name", fileName)
        .param("mapping", json.writeValueAsString(settings))
        .param("content", content)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  private static final String RUN =
      "select id, file_name, mapping, state, counts, created, by_person, at, applied_at from goal_import ";

  Optional<GoalImportRun> find(UUID id) {
    return database.sql(RUN + "where id = ?").param(id).query(this::run).optional();
  }

  /// The run, held until the transaction ends, so that a second send waits and sees what the first
  /// did.
  Optional<GoalImportRun> hold(UUID id) {
    return database.sql(RUN + "where id = ? for update").param(id).query(this::run).optional();
  }

  List<GoalImportRun> latest() {
    return database.sql(RUN + "order by at desc, id limit 20").query(this::run).list();
  }

  String content(UUID id) {
    return database
        .sql("select content from goal_import where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  void understand(UUID id, ImportSettings settings) {
    database
        .sql(
            "update goal_import set mapping = :mapping::jsonb where id = :id and state = 'previewed'")
        .param("id", id)
        .param("mapping", json.writeValueAsString(settings))
        .update();
  }

  private GoalImportRun run(ResultSet row, int number) throws SQLException {
    Timestamp applied = row.getTimestamp("applied_at");
    String counts = row.getString("counts");
    return new GoalImportRun(
        row.getObject("id", UUID.class),
        row.getString("file_name"),
        json.readValue(row.getString("mapping"), ImportSettings.class),
        row.getString("state"),
        counts.equals("{}")
            ? GoalImportRun.Counts.NONE
            : json.readValue(counts, GoalImportRun.Counts.class),
        List.of(json.readValue(row.getString("created"), UUID[].class)),
        row.getObject("by_person", UUID.class),
        row.getTimestamp("at").toInstant(),
        applied == null ? null : applied.toInstant());
  }

  void applied(UUID id, GoalImportRun.Counts counts, List<UUID> created, Instant now) {
    database
        .sql(
            """
            update goal_import set state = 'applied', counts = :counts::jsonb, created = :created::jsonb,
              applied_at = :now where id = :id
            """)
        .param("id", id)
        .param("counts", json.writeValueAsString(counts))
        .param("created", json.writeValueAsString(created))
        .param("now", Timestamp.from(now))
        .update();
  }

  void undone(UUID id) {
    database.sql("update goal_import set state = 'undone' where id = ?").param(id).update();
  }

  /// What is here, as far as a file may name it.
  ///
  /// @param named the ids of objectives that the file names
  ImportPlanning.Here here(List<Cycle> cycles, Collection<String> named, LocalDate today) {
    Map<String, UUID> people = new HashMap<>();
    Map<String, UUID> teams = new HashMap<>();
    Map<UUID, UUID> leads = new HashMap<>();
    Map<String, UUID> units = new HashMap<>();
    Map<UUID, String> names = new HashMap<>();
    List<String> shared = new ArrayList<>();
    database
        .sql(
            """
            select p.person, p.name, p.email from identity p
            where exists (select 1 from employment e where e.person = p.person and e.during @> :today)
            """)
        .param("today", today)
        .query(row -> {
          UUID id = row.getObject("person", UUID.class);
          names.put(id, row.getString("name"));
          if (people.putIfAbsent(row.getString("name").toLowerCase(Locale.ROOT), id) != null) {
            shared.add(row.getString("name").toLowerCase(Locale.ROOT));
          }
          people.put(row.getString("email").toLowerCase(Locale.ROOT), id);
        });
    shared.forEach(people::remove);
    database
        .sql("select id, name, lead from team where during @> :today")
        .param("today", today)
        .query(row -> {
          UUID id = row.getObject("id", UUID.class);
          UUID lead = row.getObject("lead", UUID.class);
          names.put(id, row.getString("name"));
          teams.put(row.getString("name").toLowerCase(Locale.ROOT), id);
          if (lead != null) {
            leads.put(id, lead);
          }
        });
    database
        .sql("select id, name from unit")
        .query(row -> {
          UUID id = row.getObject("id", UUID.class);
          names.put(id, row.getString("name"));
          units.putIfAbsent(row.getString("name").toLowerCase(Locale.ROOT), id);
        });
    return new ImportPlanning.Here(people, teams, leads, units, names, cycles, existing(named));
  }

  private Map<String, List<Existing>> existing(Collection<String> named) {
    Map<String, List<Existing>> existing = new HashMap<>();
    database
        .sql(
            """
            select coalesce(external_id, id::text) as code, id, cycle from objective
            where external_id = any(:named) or id::text = any(:named)
            """)
        .param("named", named.toArray(String[]::new))
        .query(row -> {
          existing
              .computeIfAbsent(row.getString("code"), _ -> new ArrayList<>())
              .add(
                  new Existing(
                      row.getObject("id", UUID.class), row.getObject("cycle", UUID.class)));
        });
    return existing;
  }

  private record Imported(UUID id, String external, String state, Map<String, String> attributes) {}

  private record ImportedPart(UUID id, @Nullable String external, Map<String, String> attributes) {}

  private record Link(UUID child, UUID parent, BigDecimal share, boolean is_primary) {}

  private record Said(
      UUID id,
      UUID key_result,
      @Nullable BigDecimal value,
      @Nullable List<UUID> done,
      @Nullable Integer confidence,
      LocalDate day) {}

  /// Writes the objectives with all they bring.
  void write(List<Planned> planned, UUID by, Instant now, Map<UUID, LocalDate> lastDay) {
    for (Planned each : planned) {
      objectives.insert(each.id(), each.plan(), null, by, now);
    }
    database
        .sql(
            """
            with brought as (select * from jsonb_to_recordset(:rows::jsonb)
                as b(id uuid, external text, state text, attributes jsonb)),
              stated as (insert into objective_state (id, objective, state, by_person, at)
                select gen_random_uuid(), id, state, :by, :now from brought where state <> 'draft')
            update objective o set external_id = b.external, state = b.state, attributes = b.attributes
            from brought b where o.id = b.id
            """)
        .param("by", by)
        .param("now", Timestamp.from(now.plusMillis(1)))
        .param(
            "rows",
            json.writeValueAsString(
                planned.stream()
                    .map(each ->
                        new Imported(
                            each.id(), each.external(), each.state().code(), each.attributes()))
                    .toList()))
        .update();
    database
        .sql(
            """
            update key_result k set external_id = b.external, attributes = b.attributes
            from jsonb_to_recordset(:rows::jsonb) as b(id uuid, external text, attributes jsonb) where k.id = b.id
            """)
        .param(
            "rows",
            json.writeValueAsString(
                planned.stream()
                    .flatMap(each -> each.parts().stream())
                    .map(part ->
                        new ImportedPart(
                            part.id(),
                            part.external().isEmpty() ? null : part.external(),
                            part.attributes()))
                    .toList()))
        .update();
    database
        .sql(
            """
            insert into alignment (child, parent, share, is_primary, state)
            select child, parent, share, is_primary, 'agreed' from jsonb_populate_recordset(null::alignment, :rows::jsonb)
            """)
        .param("rows", json.writeValueAsString(links(planned)))
        .update();
    database
        .sql(
            """
            insert into check_in (id, key_result, value, done, confidence, by_person, at, day)
            select id, key_result, value, done, confidence, :by, :now, day
            from jsonb_populate_recordset(null::check_in, :rows::jsonb)
            """)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .param("rows", json.writeValueAsString(said(planned, lastDay)))
        .update();
  }

  private static List<Link> links(List<Planned> planned) {
    return planned.stream()
        .flatMap(each ->
            each.contributions().entrySet().stream()
                .map(share ->
                    new Link(
                        each.id(),
                        UUID.fromString(share.getKey()),
                        BigDecimal.valueOf(share.getValue()),
                        share.getKey().equals(each.parent()))))
        .toList();
  }

  private List<Said> said(List<Planned> planned, Map<UUID, LocalDate> lastDay) {
    List<Said> said = new ArrayList<>();
    for (Planned each : planned) {
      for (int i = 0; i < each.parts().size(); i++) {
        PlannedPart part = each.parts().get(i);
        if (part.saysSomething()) {
          KeyResultPlan plan = each.plan().keyResults().get(i);
          List<String> names = part.done();
          said.add(
              new Said(
                  ids.next(),
                  part.id(),
                  part.value(),
                  names == null ? null : done(plan, names),
                  part.confidence(),
                  lastDay.getOrDefault(each.plan().cycle(), LocalDate.EPOCH)));
        }
      }
    }
    return said;
  }

  private static List<UUID> done(KeyResultPlan plan, List<String> names) {
    return plan.milestones().stream()
        .filter(step -> names.contains(step.name()))
        .flatMap(step -> Optional.ofNullable(step.id()).stream())
        .toList();
  }

  /// The titles of those objectives that somebody has built on since: changed, checked in on,
  /// aligned to, graded.
  List<String> builtOn(List<UUID> created, Instant applied) {
    return database
        .sql(
            """
            select o.title from objective o where o.id = any(:ids) and (
              o.version > 1
              or exists (select 1 from check_in c join key_result k on k.id = c.key_result
                where k.objective = o.id and c.at > :applied)
              or exists (select 1 from alignment a where a.parent = o.id and a.child <> all(:ids))
              or exists (select 1 from alignment_move m where m.child = o.id or m.parent = o.id)
              or exists (select 1 from grade g where g.objective = o.id)
              or exists (select 1 from retrospective r where r.objective = o.id)
              or exists (select 1 from objective c where c.carried_from = o.id)
              or exists (select 1 from status_override s left join key_result k on k.id = s.key_result
                where s.objective = o.id or k.objective = o.id))
            order by o.title limit 5
            """)
        .param("ids", created.toArray(UUID[]::new))
        .param("applied", Timestamp.from(applied))
        .query((row, number) -> row.getString("title"))
        .list();
  }

  /// Takes the objectives away again, with the cycles that were made for them and hold nothing
  /// else.
  void remove(List<UUID> created) {
    database
        .sql("delete from objective where id = any(?)")
        .param(created.toArray(UUID[]::new))
        .update();
  }
}
