package io.fairlead.app.goals;

import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.methods.goals.ObjectiveKind;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Objectives, their key results and what is watched beside them, as they stand in the database.
@Component
class ObjectiveStore {
  /// An objective with all that belongs to it, and whether it may be changed.
  private static final String WHOLE =
      """
      select o.*, %s as may_change,
        (select coalesce(json_agg(p order by p.position), '[]') from (
          select k.*, (select coalesce(json_agg(m order by m.position), '[]')
              from milestone m where m.key_result = k.id) as milestones
          from key_result k where k.objective = o.id) p) as key_results,
        (select coalesce(json_agg(w order by w.position), '[]') from watched w where w.objective = o.id) as watched,
        array(select r.person from objective_reader r where r.objective = o.id) as readers
      from objective o
      """;

  private final JdbcClient database;
  private final JdbcTemplate batches;
  private final Ids ids;
  private final JsonMapper json;
  private final String mayRead;
  private final String mayChange;

  ObjectiveStore(
      JdbcClient database, JdbcTemplate batches, Ids ids, JsonMapper json, Policy policy) {
    this.database = database;
    this.batches = batches;
    this.ids = ids;
    this.json = json;
    this.mayRead = policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "o");
    this.mayChange = policy.condition(GoalRules.RECORD, "change", GoalRules.GOAL, "o");
  }

  /// The objective, if the viewer can see it; read in one statement.
  Optional<Objective> find(Viewer viewer, UUID id) {
    return database
        .sql(WHOLE.formatted(mayChange) + "where o.id = :id and " + mayRead)
        .params(viewer.parameters())
        .param("id", id)
        .query(this::objective)
        .optional();
  }

  /// Who answers for the objective, whoever asks.
  Optional<UUID> accountable(UUID id) {
    return database
        .sql("select accountable from objective where id = :id")
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  /// Holds the objective until the transaction ends; its version now, if it is there.
  Optional<Long> lock(UUID id) {
    return database
        .sql("select version from objective where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional();
  }

  void insert(
      UUID id, ObjectivePlan written, @Nullable UUID carriedFrom, UUID writer, Instant now) {
    ObjectivePlan plan = withIds(written);
    withPlan(
            """
            insert into objective (id, cycle, title, why, kind, question, owner_person, owner_team, owner_unit,
              accountable, delegate, visibility, state, stands_alone_because, carried_from, created_by, created_at)
            values (:id, :cycle, :title, :why, :kind, :question, :owner_person, :owner_team, :owner_unit,
              :accountable, :delegate, :visibility, 'draft', :alone, :carried_from, :writer, :now)
            """,
            plan)
        .param("id", id)
        .param("carried_from", carriedFrom)
        .param("writer", writer)
        .param("now", Timestamp.from(now))
        .update();
    parts(id, plan);
    keepVersion(id, 1, plan, writer, now);
    addState(id, ObjectiveState.DRAFT, writer, now, "");
  }

  /// Writes the plan over the locked objective and returns its new version.
  long update(UUID id, ObjectivePlan written, UUID writer, Instant now) {
    ObjectivePlan plan = withIds(written);
    long version =
        withPlan(
                """
                update objective set cycle = :cycle, title = :title, why = :why, kind = :kind, question = :question,
                  owner_person = :owner_person, owner_team = :owner_team, owner_unit = :owner_unit,
                  accountable = :accountable, delegate = :delegate, visibility = :visibility,
                  stands_alone_because = :alone, version = version + 1
                where id = :id
                returning version
                """,
                plan)
            .param("id", id)
            .query(Long.class)
            .single();
    database
        .sql(
            """
            delete from key_result where objective = :id and id <> all(:kept)
            """)
        .param("id", id)
        .param(
            "kept",
            plan.keyResults().stream()
                .flatMap(part -> Optional.ofNullable(part.id()).stream())
                .toArray(UUID[]::new))
        .update();
    parts(id, plan);
    keepVersion(id, version, plan, writer, now);
    return version;
  }

  /// Every wording is kept with the ids of its parts, so that two of them can be compared.
  private ObjectivePlan withIds(ObjectivePlan plan) {
    return plan.withKeyResults(
        plan.keyResults().stream().map(one -> one.withIds(ids::next)).toList());
  }

  private JdbcClient.StatementSpec withPlan(String sql, ObjectivePlan plan) {
    return database
        .sql(sql)
        .param("cycle", plan.cycle())
        .param("title", plan.title())
        .param("why", plan.why())
        .param("kind", plan.kind().code())
        .param("question", plan.question())
        .param("owner_person", plan.owner().idIf(Owner.Kind.PERSON))
        .param("owner_team", plan.owner().idIf(Owner.Kind.TEAM))
        .param("owner_unit", plan.owner().idIf(Owner.Kind.UNIT))
        .param("accountable", plan.accountable())
        .param("delegate", plan.delegate())
        .param("visibility", plan.visibility().code())
        .param("alone", plan.standsAloneBecause());
  }

  /// One row of `key_result` on its way in or out.
  private record Part(
      UUID id,
      int position,
      String title,
      String kind,
      @Nullable BigDecimal baseline,
      @Nullable LocalDate baseline_due,
      @Nullable BigDecimal target,
      String target_mode,
      @Nullable BigDecimal target_change,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      @Nullable BigDecimal tolerance,
      String unit,
      BigDecimal weight,
      @Nullable UUID owner,
      @Nullable LocalDate due,
      boolean settled_later,
      String guardrail,
      List<Step> milestones) {}

  private record Step(UUID id, int position, String name, BigDecimal weight) {}

  private record Beside(UUID id, int position, String name, String note) {}

  private void parts(UUID objective, ObjectivePlan plan) {
    List<Part> rows =
        IntStream.range(0, plan.keyResults().size())
            .mapToObj(i -> part(i, plan.keyResults().get(i)))
            .toList();
    database
        .sql(
            """
            insert into key_result (id, objective, position, title, kind, baseline, baseline_due, target, target_mode,
              target_change, low, high, tolerance, unit, weight, owner, due, settled_later, guardrail)
            select r.id, :objective, r.position, r.title, r.kind, r.baseline, r.baseline_due, r.target, r.target_mode,
              r.target_change, r.low, r.high, r.tolerance, r.unit, r.weight, r.owner, r.due, r.settled_later, r.guardrail
            from jsonb_populate_recordset(null::key_result, :rows::jsonb) r
            on conflict (id) do update set position = excluded.position, title = excluded.title, kind = excluded.kind,
              baseline = excluded.baseline, baseline_due = excluded.baseline_due, target = excluded.target,
              target_mode = excluded.target_mode, target_change = excluded.target_change, low = excluded.low,
              high = excluded.high, tolerance = excluded.tolerance, unit = excluded.unit, weight = excluded.weight,
              owner = excluded.owner, due = excluded.due, settled_later = excluded.settled_later,
              guardrail = excluded.guardrail, version = key_result.version + 1
            where key_result.objective = excluded.objective
            """)
        .param("objective", objective)
        .param("rows", json.writeValueAsString(rows))
        .update();
    database
        .sql(
            """
            with wanted as (
              select p.id as key_result, s.id, s.position, s.name, s.weight
              from jsonb_to_recordset(:rows::jsonb) as p(id uuid, milestones jsonb),
                jsonb_populate_recordset(null::milestone, p.milestones) s),
            gone as (
              delete from milestone m using key_result k
              where k.id = m.key_result and k.objective = :objective and m.id not in (select id from wanted))
            insert into milestone (id, key_result, position, name, weight)
            select id, key_result, position, name, weight from wanted
            on conflict (id) do update set position = excluded.position, name = excluded.name, weight = excluded.weight
            where milestone.key_result = excluded.key_result
            """)
        .param("objective", objective)
        .param("rows", json.writeValueAsString(rows))
        .update();
    database
        .sql(
            """
            with gone as (delete from watched where objective = :objective)
            insert into watched (id, objective, position, name, note)
            select gen_random_uuid(), :objective, w.position, w.name, w.note
            from jsonb_populate_recordset(null::watched, :rows::jsonb) w
            """)
        .param("objective", objective)
        .param(
            "rows",
            json.writeValueAsString(
                IntStream.range(0, plan.watched().size())
                    .mapToObj(i -> {
                      ObjectivePlan.Watched one = plan.watched().get(i);
                      return new Beside(ids.next(), i, one.name(), one.note());
                    })
                    .toList()))
        .update();
    database
        .sql(
            """
            with gone as (delete from objective_reader where objective = :objective and person <> all(:readers))
            insert into objective_reader (objective, person)
            select :objective, p.id from person p where p.id = any(:readers)
            on conflict do nothing
            """)
        .param("objective", objective)
        .param("readers", plan.readers().toArray(UUID[]::new))
        .update();
  }

  private Part part(int position, KeyResultPlan one) {
    return new Part(
        Objects.requireNonNull(one.id()),
        position,
        one.title(),
        one.kind().code(),
        one.baseline(),
        one.baselineDue(),
        one.target(),
        one.targetMode().code(),
        one.change(),
        one.low(),
        one.high(),
        one.tolerance(),
        one.unit(),
        one.weight(),
        one.owner(),
        one.due(),
        one.settledLater(),
        one.guardrail(),
        IntStream.range(0, one.milestones().size())
            .mapToObj(i -> {
              KeyResultPlan.Milestone step = one.milestones().get(i);
              return new Step(Objects.requireNonNull(step.id()), i, step.name(), step.weight());
            })
            .toList());
  }

  private void keepVersion(UUID id, long version, ObjectivePlan plan, UUID writer, Instant now) {
    database
        .sql(
            """
            insert into objective_version (objective, version, document, by_person, at)
            values (:id, :version, :document::jsonb, :writer, :now)
            """)
        .param("id", id)
        .param("version", version)
        .param("document", written(plan))
        .param("writer", writer)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// Keeps the present wording of every objective that has none yet, as its writer's.
  void keepMissingWordings() {
    List<Objective> unkept =
        database
            .sql(
                WHOLE.formatted("false")
                    + """
                    where not exists (
                      select from objective_version v where v.objective = o.id and v.version = o.version)
                    """)
            .query(this::objective)
            .list();
    batches.batchUpdate(
        """
        insert into objective_version (objective, version, document, by_person, at)
        values (?, ?, ?::jsonb, ?, ?)
        """,
        unkept.stream()
            .map(one ->
                new Object[] {
                  one.id(),
                  one.version(),
                  json.writeValueAsString(one.plan()),
                  one.createdBy(),
                  Timestamp.from(one.createdAt())
                })
            .toList());
  }

  /// A plan as it is kept beside others.
  String written(ObjectivePlan plan) {
    return json.writeValueAsString(plan);
  }

  ObjectivePlan written(String document) {
    return json.readValue(document, ObjectivePlan.class);
  }

  /// How it was worded in a version.
  Optional<ObjectivePlan> wording(UUID id, long version) {
    return database
        .sql("select document from objective_version where objective = :id and version = :version")
        .param("id", id)
        .param("version", version)
        .query(String.class)
        .optional()
        .map(this::written);
  }

  void become(UUID id, ObjectiveState state, UUID by, Instant now, String reason) {
    database
        .sql("update objective set state = :state, version = version + 1 where id = :id")
        .param("id", id)
        .param("state", state.code())
        .update();
    database
        .sql(
            """
            insert into objective_version (objective, version, document, by_person, at)
            select o.id, o.version, v.document, :by, :now
            from objective o join objective_version v on v.objective = o.id and v.version < o.version
            where o.id = :id
            order by v.version desc limit 1
            """)
        .param("id", id)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
    addState(id, state, by, now, reason);
  }

  private void addState(UUID id, ObjectiveState state, UUID by, Instant now, String reason) {
    database
        .sql(
            """
            insert into objective_state (id, objective, state, by_person, at, reason)
            values (:id, :objective, :state, :by, :now, :reason)
            """)
        .param("id", ids.next())
        .param("objective", id)
        .param("state", state.code())
        .param("by", by)
        .param("now", Timestamp.from(now))
        .param("reason", reason)
        .update();
  }

  /// Those of these people who work here on the day.
  Set<UUID> employed(Collection<UUID> people, LocalDate today) {
    return Set.copyOf(
        database
            .sql(
                """
                select person from employment where person = any(:people) and during @> :today
                """)
            .param("people", people.toArray(UUID[]::new))
            .param("today", today)
            .query(UUID.class)
            .list());
  }

  /// Whether the viewer may write for such an owner: themself or someone in their line; a team they
  /// are in or lead; a unit they work in, or one below it; the organisation for its head, its
  /// executives and people operations.
  boolean mayWriteFor(Viewer viewer, Owner owner) {
    String condition =
        switch (owner.kind()) {
          case PERSON ->
              "exists (select 1 from line_of l where l.above = :viewer and l.below = :owner)";
          case TEAM ->
              """
              exists (select 1 from membership m where m.team = :owner and m.person = :viewer and m.during @> :today)
              or exists (select 1 from team t where t.id = :owner and t.lead = :viewer)
              """;
          case UNIT ->
              """
              exists (select 1 from employment e join unit_line u on u.above = e.unit
                where e.person = :viewer and e.during @> :today and u.below = :owner)
              or ('executive' = any(:viewer_roles) or 'people-ops' = any(:viewer_roles)) and exists (select 1 from unit where id = :owner)
              """;
          case ORGANISATION ->
              """
              ('executive' = any(:viewer_roles) or 'people-ops' = any(:viewer_roles)) and :owner::uuid is null
              or exists (select 1 from reporting_line r
                where r.person = :viewer and r.manager is null and r.during @> :today)
              """;
        };
    return database
        .sql("select (" + condition + ")")
        .params(viewer.parameters())
        .param("owner", owner.id())
        .query(Boolean.class)
        .single();
  }

  /// Whether the viewer may make that person answer for an owner's objective: themself, someone in
  /// their line, the lead of the owning team; people operations anyone.
  boolean mayMakeAccountable(Viewer viewer, Owner owner, UUID accountable) {
    return database
        .sql(
            """
            select 'people-ops' = any(:viewer_roles)
              or exists (select 1 from line_of l where l.above = :viewer and l.below = :accountable)
              or exists (select 1 from team t where t.id = :team and t.lead = :accountable)
            """)
        .params(viewer.parameters())
        .param("accountable", accountable)
        .param("team", owner.idIf(Owner.Kind.TEAM))
        .query(Boolean.class)
        .single();
  }

  /// How many published objectives of the cycle the owner has, this one aside.
  int activeOf(Owner owner, UUID cycle, UUID besides) {
    return database
        .sql(
            """
            select count(*) from objective
            where cycle = :cycle and state = 'active' and id <> :besides
              and owner_person is not distinct from :person and owner_team is not distinct from :team
              and owner_unit is not distinct from :unit
            """)
        .param("cycle", cycle)
        .param("besides", besides)
        .param("person", owner.idIf(Owner.Kind.PERSON))
        .param("team", owner.idIf(Owner.Kind.TEAM))
        .param("unit", owner.idIf(Owner.Kind.UNIT))
        .query(Integer.class)
        .single();
  }

  /// Which of the objective's key results, and which of its milestones, have been checked in on.
  Set<UUID> withHistory(UUID objective) {
    return Set.copyOf(
        database
            .sql(
                """
                select c.key_result from check_in c join key_result k on k.id = c.key_result where k.objective = :id
                union select d from check_in c join key_result k on k.id = c.key_result, unnest(c.done) d
                where k.objective = :id
                """)
            .param("id", objective)
            .query(UUID.class)
            .list());
  }

  private Objective objective(ResultSet row, int number) throws SQLException {
    List<KeyResultPlan> keyResults =
        Arrays.stream(json.readValue(row.getString("key_results"), Part[].class))
            .map(ObjectiveStore::keyResult)
            .toList();
    List<ObjectivePlan.Watched> watched =
        Arrays.stream(json.readValue(row.getString("watched"), Beside[].class))
            .map(one -> new ObjectivePlan.Watched(one.id(), one.name(), one.note()))
            .toList();
    ObjectivePlan plan =
        new ObjectivePlan(
            row.getObject("cycle", UUID.class),
            row.getString("title"),
            row.getString("why"),
            ObjectiveKind.find(row.getString("kind")).orElseThrow(),
            row.getString("question"),
            owner(row),
            row.getObject("accountable", UUID.class),
            row.getObject("delegate", UUID.class),
            Visibility.find(row.getString("visibility")).orElseThrow(),
            Set.of((UUID[]) row.getArray("readers").getArray()),
            row.getString("stands_alone_because"),
            keyResults,
            watched);
    return new Objective(
        row.getObject("id", UUID.class),
        plan,
        ObjectiveState.of(row.getString("state")),
        row.getObject("carried_from", UUID.class),
        row.getObject("created_by", UUID.class),
        row.getTimestamp("created_at").toInstant(),
        row.getLong("version"),
        row.getBoolean("may_change"));
  }

  private static Owner owner(ResultSet row) throws SQLException {
    UUID person = row.getObject("owner_person", UUID.class);
    if (person != null) {
      return Owner.person(person);
    }
    UUID team = row.getObject("owner_team", UUID.class);
    if (team != null) {
      return Owner.team(team);
    }
    UUID unit = row.getObject("owner_unit", UUID.class);
    return unit == null ? Owner.ORGANISATION : Owner.unit(unit);
  }

  private static KeyResultPlan keyResult(Part part) {
    return new KeyResultPlan(
        part.id(),
        part.title(),
        KeyResultKind.of(part.kind()),
        part.baseline(),
        part.baseline_due(),
        TargetMode.find(part.target_mode()).orElseThrow(),
        part.target(),
        part.target_change(),
        part.low(),
        part.high(),
        part.tolerance(),
        part.unit(),
        part.weight(),
        part.owner(),
        part.due(),
        part.settled_later(),
        part.guardrail(),
        part.milestones().stream()
            .map(step -> new KeyResultPlan.Milestone(step.id(), step.name(), step.weight()))
            .toList());
  }
}
