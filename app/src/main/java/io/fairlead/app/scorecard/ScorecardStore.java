package io.fairlead.app.scorecard;

import static io.fairlead.app.scorecard.ScorecardRules.CARD;
import static io.fairlead.app.scorecard.ScorecardRules.CHANGE;
import static io.fairlead.app.scorecard.ScorecardRules.READ;
import static io.fairlead.app.scorecard.ScorecardRules.RECORD;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.scorecard.Scorecard.Initiative;
import io.fairlead.app.scorecard.Scorecard.Objective;
import io.fairlead.app.scorecard.Scorecard.Perspective;
import io.fairlead.app.scorecard.Scorecard.Weighed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What scorecards are, as it stands in the database.
@Component
class ScorecardStore {
  private final JdbcClient database;
  private final JsonMapper json;
  private final String cards;
  private final String mayReadGoal;

  ScorecardStore(JdbcClient database, JsonMapper json, Policy policy) {
    this.database = database;
    this.json = json;
    this.cards =
        """
        select s.id, s.title, s.of_unit, u.name as unit_name, s.owner, i.name as owner_name, s.version,
          %s as may_change
        from scorecard s left join unit u on u.id = s.of_unit left join identity i on i.person = s.owner
        where %s
        """
            .formatted(
                policy.condition(RECORD, CHANGE, CARD, "s"),
                policy.condition(RECORD, READ, CARD, "s"));
    this.mayReadGoal = policy.condition("objective", "read", "goal", "o");
  }

  /// The card with all its parts, if the viewer can see it.
  Optional<Scorecard> find(Viewer viewer, UUID id) {
    return whole(
            database.sql(cards + " and s.id = :id").params(viewer.parameters()).param("id", id))
        .stream()
        .findFirst();
  }

  /// All cards with all their parts: the organisation's first, then by unit and title.
  List<Scorecard> all(Viewer viewer) {
    return whole(
        database
            .sql(
                cards
                    + " order by s.of_unit is not null, lower(u.name), lower(s.title), s.id"
                    + " limit 500")
            .params(viewer.parameters()));
  }

  private List<Scorecard> whole(JdbcClient.StatementSpec statement) {
    List<Scorecard> found = statement.query((row, _) -> card(row)).list();
    if (found.isEmpty()) {
      return found;
    }
    UUID[] ids = found.stream().map(Scorecard::id).toArray(UUID[]::new);
    Map<UUID, List<Objective>> objectives = objectives(ids);
    Map<UUID, List<Perspective>> perspectives = new HashMap<>();
    database
        .sql(
            """
            select id, scorecard, name, weight from scorecard_perspective where scorecard = any(:cards)
            order by scorecard, place, id
            """)
        .param("cards", ids)
        .query((row, _) -> {
          UUID id = row.getObject("id", UUID.class);
          return perspectives
              .computeIfAbsent(row.getObject("scorecard", UUID.class), _ -> new ArrayList<>())
              .add(
                  new Perspective(
                      id,
                      row.getString("name"),
                      row.getBigDecimal("weight"),
                      objectives.getOrDefault(id, List.of())));
        })
        .list();
    return found.stream()
        .map(each ->
            new Scorecard(
                each.id(),
                each.title(),
                each.ofUnit(),
                each.unitName(),
                each.owner(),
                each.ownerName(),
                each.version(),
                each.mayChange(),
                perspectives.getOrDefault(each.id(), List.of())))
        .toList();
  }

  private static Scorecard card(ResultSet row) throws SQLException {
    return new Scorecard(
        row.getObject("id", UUID.class),
        row.getString("title"),
        row.getObject("of_unit", UUID.class),
        row.getString("unit_name"),
        row.getObject("owner", UUID.class),
        row.getString("owner_name"),
        row.getLong("version"),
        row.getBoolean("may_change"),
        List.of());
  }

  private Map<UUID, List<Objective>> objectives(UUID[] cards) {
    Map<UUID, List<Weighed>> measures = new HashMap<>();
    database
        .sql(
            """
            select w.* from scorecard_measure w join strategic_objective o on o.id = w.strategic_objective
            join scorecard_perspective p on p.id = o.perspective where p.scorecard = any(:cards)
            order by w.strategic_objective, w.place, w.id
            """)
        .param("cards", cards)
        .query((row, _) ->
            measures
                .computeIfAbsent(
                    row.getObject("strategic_objective", UUID.class), _ -> new ArrayList<>())
                .add(
                    new Weighed(
                        row.getObject("id", UUID.class),
                        row.getObject("measure", UUID.class),
                        row.getBigDecimal("weight"),
                        row.getBigDecimal("floor"),
                        row.getBigDecimal("target"),
                        row.getBigDecimal("stretch"))))
        .list();
    Map<UUID, List<Initiative>> initiatives = new HashMap<>();
    database
        .sql(
            """
            select n.*, i.name as owner_name from scorecard_initiative n
            join strategic_objective o on o.id = n.strategic_objective
            join scorecard_perspective p on p.id = o.perspective left join identity i on i.person = n.owner
            where p.scorecard = any(:cards) order by n.strategic_objective, n.place, n.id
            """)
        .param("cards", cards)
        .query((row, _) ->
            initiatives
                .computeIfAbsent(
                    row.getObject("strategic_objective", UUID.class), _ -> new ArrayList<>())
                .add(
                    new Initiative(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("owner", UUID.class),
                        row.getString("owner_name"),
                        row.getObject("due", LocalDate.class),
                        InitiativeState.find(row.getString("state")).orElseThrow())))
        .list();
    Map<UUID, List<Objective>> objectives = new HashMap<>();
    database
        .sql(
            """
            select o.*,
              array(select g.goal from strategic_objective_goal g where g.strategic_objective = o.id order by g.goal) as goals,
              array(select t.above from strategic_objective_support t where t.below = o.id order by t.above) as supports
            from strategic_objective o join scorecard_perspective p on p.id = o.perspective
            where p.scorecard = any(:cards) order by o.perspective, o.place, o.id
            """)
        .param("cards", cards)
        .query((row, _) -> {
          UUID id = row.getObject("id", UUID.class);
          return objectives
              .computeIfAbsent(row.getObject("perspective", UUID.class), _ -> new ArrayList<>())
              .add(
                  new Objective(
                      id,
                      row.getString("title"),
                      row.getBigDecimal("weight"),
                      measures.getOrDefault(id, List.of()),
                      initiatives.getOrDefault(id, List.of()),
                      uuids(row, "goals"),
                      uuids(row, "supports")));
        })
        .list();
    return objectives;
  }

  private static List<UUID> uuids(ResultSet row, String column) throws SQLException {
    return Arrays.asList((UUID[]) row.getArray(column).getArray());
  }

  /// Whose card it is, whoever asks.
  Optional<UUID> owner(UUID id) {
    return database
        .sql("select owner from scorecard where id = :id")
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  /// Holds the card until the transaction ends; its version now, if it is there.
  Optional<Long> lock(UUID id) {
    return database
        .sql("select version from scorecard where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional();
  }

  /// Holds what supports what between all cards, so that no two acts close a circle together.
  void lockSupports() {
    database
        .sql("select pg_advisory_xact_lock(hashtextextended('scorecard-supports', 0))")
        .query()
        .listOfRows();
  }

  void insert(UUID id, CardPlan plan, UUID writer, Instant now) {
    database
        .sql(
            """
            insert into scorecard (id, title, of_unit, owner, created_by, created_at)
            values (:id, :title, :unit, :owner, :writer, :now)
            """)
        .param("id", id)
        .param("title", plan.title())
        .param("unit", plan.ofUnit())
        .param("owner", plan.owner())
        .param("writer", writer)
        .param("now", Timestamp.from(now))
        .update();
    parts(id, plan, writer, now);
  }

  void update(UUID id, CardPlan plan, UUID writer, Instant now) {
    database
        .sql(
            """
            update scorecard set title = :title, of_unit = :unit, owner = :owner, version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("title", plan.title())
        .param("unit", plan.ofUnit())
        .param("owner", plan.owner())
        .update();
    parts(id, plan, writer, now);
  }

  void delete(UUID id) {
    database.sql("delete from scorecard where id = :id").param("id", id).update();
  }

  /// A row of a part, with the part that it belongs to.
  private record Row(UUID id, UUID of, int place, Object part) {}

  /// One link of an objective.
  private record Link(UUID of, UUID to) {}

  private void parts(UUID card, CardPlan plan, UUID writer, Instant now) {
    List<Row> perspectives = new ArrayList<>();
    List<Row> objectives = new ArrayList<>();
    List<Row> measures = new ArrayList<>();
    List<Row> initiatives = new ArrayList<>();
    List<Link> goals = new ArrayList<>();
    List<Link> supports = new ArrayList<>();
    for (Perspective perspective : plan.perspectives()) {
      perspectives.add(
          new Row(
              perspective.id(),
              card,
              perspectives.size(),
              Map.of("name", perspective.name(), "weight", perspective.weight())));
      for (Objective objective : perspective.objectives()) {
        objectives.add(
            new Row(
                objective.id(),
                perspective.id(),
                objectives.size(),
                Map.of("title", objective.title(), "weight", objective.weight())));
        objective
            .measures()
            .forEach(
                each -> measures.add(new Row(each.id(), objective.id(), measures.size(), each)));
        objective
            .initiatives()
            .forEach(each ->
                initiatives.add(
                    new Row(each.id(), objective.id(), initiatives.size(), initiative(each))));
        objective.goals().forEach(each -> goals.add(new Link(objective.id(), each)));
        objective.supports().forEach(each -> supports.add(new Link(objective.id(), each)));
      }
    }
    write(
        card,
        perspectives,
        """
        insert into scorecard_perspective (id, scorecard, place, name, weight)
        select id, "of", place, part->>'name', (part->>'weight')::numeric from rows
        on conflict (id) do update set place = excluded.place, name = excluded.name, weight = excluded.weight
        """);
    write(
        card,
        objectives,
        """
        insert into strategic_objective (id, perspective, place, title, weight)
        select id, "of", place, part->>'title', (part->>'weight')::numeric from rows
        on conflict (id) do update set perspective = excluded.perspective, place = excluded.place,
          title = excluded.title, weight = excluded.weight
        """);
    forget(card, "scorecard_measure", measures);
    write(
        card,
        measures,
        """
        insert into scorecard_measure (id, strategic_objective, measure, place, weight, floor, target, stretch)
        select id, "of", (part->>'measure')::uuid, place, (part->>'weight')::numeric, (part->>'floor')::numeric,
          (part->>'target')::numeric, (part->>'stretch')::numeric from rows
        """);
    forget(card, "scorecard_initiative", initiatives);
    write(
        card,
        initiatives,
        """
        insert into scorecard_initiative (id, strategic_objective, place, name, owner, due, state)
        select id, "of", place, part->>'name', (part->>'owner')::uuid, (part->>'due')::date, part->>'state' from rows
        """);
    database
        .sql(
            """
            delete from strategic_objective o using scorecard_perspective p
            where p.id = o.perspective and p.scorecard = :card and o.id <> all(:kept)
            """)
        .param("card", card)
        .param("kept", ids(objectives))
        .update();
    database
        .sql("delete from scorecard_perspective where scorecard = :card and id <> all(:kept)")
        .param("card", card)
        .param("kept", ids(perspectives))
        .update();
    links("strategic_objective_goal (strategic_objective, goal)", ids(objectives), goals);
    links("strategic_objective_support (below, above)", ids(objectives), supports);
    keepVersion(card, plan, writer, now);
  }

  private static Map<String, Object> initiative(Initiative initiative) {
    Map<String, Object> part = new HashMap<>();
    part.put("name", initiative.name());
    part.put("owner", initiative.owner());
    part.put("due", initiative.due() == null ? null : initiative.due().toString());
    part.put("state", initiative.state().code());
    return part;
  }

  private void write(UUID card, List<Row> rows, String insert) {
    database
        .sql(
            """
            with rows as (select * from jsonb_to_recordset(:rows::jsonb) as r (id uuid, "of" uuid, place int, part jsonb))
            """
                + insert)
        .param("rows", json.writeValueAsString(rows))
        .param("card", card)
        .update();
  }

  /// Measures and initiatives are written anew: nothing refers to them.
  private void forget(UUID card, String table, List<Row> rows) {
    database
        .sql(
            """
            delete from %s r using strategic_objective o join scorecard_perspective p on p.id = o.perspective
            where o.id = r.strategic_objective and p.scorecard = :card
            """
                .formatted(table))
        .param("card", card)
        .update();
    if (!rows.isEmpty()) {
      database
          .sql("delete from %s where id = any(:ids)".formatted(table))
          .param("ids", ids(rows))
          .update();
    }
  }

  private void links(String table, UUID[] objectives, List<Link> links) {
    String name = table.substring(0, table.indexOf(' '));
    String first = table.substring(table.indexOf('(') + 1, table.indexOf(','));
    database
        .sql("delete from %s where %s = any(:objectives)".formatted(name, first))
        .param("objectives", objectives)
        .update();
    database
        .sql("insert into " + table + " select * from unnest(:from::uuid[], :to::uuid[])")
        .param("from", links.stream().map(Link::of).toArray(UUID[]::new))
        .param("to", links.stream().map(Link::to).toArray(UUID[]::new))
        .update();
  }

  private static UUID[] ids(List<Row> rows) {
    return rows.stream().map(Row::id).toArray(UUID[]::new);
  }

  private void keepVersion(UUID card, CardPlan plan, UUID writer, Instant now) {
    database
        .sql(
            """
            insert into scorecard_version (scorecard, version, document, by_person, at)
            select id, version, :document::jsonb, :writer, :now from scorecard where id = :card
            """)
        .param("card", card)
        .param("document", json.writeValueAsString(plan))
        .param("writer", writer)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// Those of the people who do not work here on the day.
  List<UUID> strangers(Collection<UUID> people, LocalDate day) {
    return database
        .sql(
            """
            select p as person from unnest(:people::uuid[]) p
            where not exists (select 1 from employment e where e.person = p and e.during @> :day::date)
            """)
        .param("people", people.toArray(UUID[]::new))
        .param("day", day)
        .query((row, _) -> row.getObject("person", UUID.class))
        .list();
  }

  boolean unitExists(UUID unit) {
    return database
        .sql("select exists (select 1 from unit where id = :unit)")
        .param("unit", unit)
        .query(Boolean.class)
        .single();
  }

  /// Titles of those goals that the viewer can see.
  Map<UUID, String> goals(Viewer viewer, Collection<UUID> goals) {
    Map<UUID, String> titles = new HashMap<>();
    if (!goals.isEmpty()) {
      database
          .sql("select o.id, o.title from objective o where o.id = any(:goals) and " + mayReadGoal)
          .params(viewer.parameters())
          .param("goals", goals.toArray(UUID[]::new))
          .query((row, _) -> titles.put(row.getObject("id", UUID.class), row.getString("title")))
          .list();
    }
    return titles;
  }

  /// By objective the card it stands on.
  Map<UUID, UUID> cardsOf(Collection<UUID> objectives) {
    Map<UUID, UUID> cards = new HashMap<>();
    if (!objectives.isEmpty()) {
      database
          .sql(
              """
              select o.id, p.scorecard from strategic_objective o
              join scorecard_perspective p on p.id = o.perspective where o.id = any(:objectives)
              """)
          .param("objectives", objectives.toArray(UUID[]::new))
          .query((row, _) ->
              cards.put(row.getObject("id", UUID.class), row.getObject("scorecard", UUID.class)))
          .list();
    }
    return cards;
  }

  /// What supports what, on all cards: by objective those above.
  Map<UUID, List<UUID>> supports() {
    Map<UUID, List<UUID>> supports = new HashMap<>();
    database
        .sql("select below, above from strategic_objective_support")
        .query((row, _) ->
            supports
                .computeIfAbsent(row.getObject("below", UUID.class), _ -> new ArrayList<>())
                .add(row.getObject("above", UUID.class)))
        .list();
    return supports;
  }

  /// Titles of objectives, whoever asks; a card is read by everyone.
  Map<UUID, String> titles(Collection<UUID> objectives) {
    Map<UUID, String> titles = new HashMap<>();
    database
        .sql("select id, title from strategic_objective where id = any(:objectives)")
        .param("objectives", objectives.toArray(UUID[]::new))
        .query((row, _) -> titles.put(row.getObject("id", UUID.class), row.getString("title")))
        .list();
    return titles;
  }

  /// The units a card can belong to, by name.
  List<Option> units() {
    return database
        .sql("select id, name from unit order by lower(name), id")
        .query((row, _) ->
            new Option(row.getObject("id", UUID.class).toString(), row.getString("name")))
        .list();
  }
}
