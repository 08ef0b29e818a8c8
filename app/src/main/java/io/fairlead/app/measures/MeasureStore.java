package io.fairlead.app.measures;

import static io.fairlead.app.measures.MeasureRules.CHANGE;
import static io.fairlead.app.measures.MeasureRules.ENTER;
import static io.fairlead.app.measures.MeasureRules.FIGURES;
import static io.fairlead.app.measures.MeasureRules.READ;
import static io.fairlead.app.measures.MeasureRules.RECORD;

import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Option;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What measures are, as it stands in the database; their values are [ValueStore]'s.
@Component
class MeasureStore {
  static final String WHOLE =
      """
      select m.*, i.name as owner_name, u.name as unit_name, t.target,
        array(select mp.person from measure_person mp where mp.measure = m.id and mp.enters order by mp.person) as enterers,
        array(select mp.person from measure_person mp where mp.measure = m.id and not mp.enters order by mp.person) as readers,
        %s as may_change, %s as may_enter
      from measure m
      left join identity i on i.person = m.owner
      left join unit u on u.id = m.of_unit
      left join lateral (select mt.target from measure_target mt where mt.measure = m.id and mt.from_day <= :today
        order by mt.from_day desc, mt.at desc, mt.id desc limit 1) t on true
      """;

  private final JdbcClient database;
  private final JsonMapper json;
  private final Ids ids;
  private final String whole;
  private final String mayRead;

  MeasureStore(JdbcClient database, JsonMapper json, Ids ids, Policy policy) {
    this.database = database;
    this.json = json;
    this.ids = ids;
    this.mayRead = policy.condition(RECORD, READ, FIGURES, "m");
    this.whole =
        WHOLE.formatted(
            policy.condition(RECORD, CHANGE, FIGURES, "m"),
            policy.condition(RECORD, ENTER, FIGURES, "m"));
  }

  /// The measure, if the viewer can see it.
  Optional<Measure> find(Viewer viewer, UUID id) {
    return database
        .sql(whole + "where m.id = :id and " + mayRead)
        .params(viewer.parameters())
        .param("id", id)
        .query((row, _) -> measure(row))
        .optional();
  }

  /// Measures by their codes, those of them that the viewer can see.
  List<Measure> byCodes(Viewer viewer, Collection<String> codes) {
    return database
        .sql(whole + "where m.code = any(:codes) and " + mayRead + " order by m.code")
        .params(viewer.parameters())
        .param("codes", codes.toArray(String[]::new))
        .query((row, _) -> measure(row))
        .list();
  }

  /// All that the viewer can see and that are not retired, by name.
  List<Option> names(Viewer viewer, int most) {
    return database
        .sql(
            "select m.id, m.name from measure m where m.retired_at is null and "
                + mayRead
                + " order by lower(m.name), m.id limit :most")
        .params(viewer.parameters())
        .param("most", most)
        .query((row, _) ->
            new Option(row.getObject("id", UUID.class).toString(), row.getString("name")))
        .list();
  }

  /// Those that are called one of these, by name or code in lower case, and that the viewer can
  /// see; of one name, those that are retired only where no other has it.
  List<Measure> called(Viewer viewer, Collection<String> lower) {
    return database
        .sql(
            whole
                + """
                where (m.code = any(:lower) or (lower(m.name) = any(:lower) and (m.retired_at is null
                    or not exists (select from measure o where lower(o.name) = lower(m.name) and o.retired_at is null))))
                  and %s order by m.code
                """
                    .formatted(mayRead))
        .params(viewer.parameters())
        .param("lower", lower.toArray(String[]::new))
        .query((row, _) -> measure(row))
        .list();
  }

  /// The measure, whoever asks; it says that nobody may change it.
  Measure known(UUID id, LocalDate today) {
    return database
        .sql(WHOLE.formatted("false", "false") + "where m.id = :id")
        .param("today", today)
        .param("id", id)
        .query((row, _) -> measure(row))
        .single();
  }

  /// Who owns the measure, whoever asks.
  Optional<UUID> owner(UUID id) {
    return database
        .sql("select owner from measure where id = :id")
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  /// Holds the measure until the transaction ends; its version now, if it is there.
  Optional<Long> lock(UUID id) {
    return database
        .sql("select version from measure where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional();
  }

  /// Those codes that are taken and begin like this one, which stays free until the transaction
  /// ends if it is free now.
  List<String> taken(String code) {
    database
        .sql("select pg_advisory_xact_lock(hashtextextended('measure-code:' || :code, 0))")
        .param("code", code)
        .query()
        .listOfRows();
    return database
        .sql("select code from measure where code = :code or code like :code || '-%'")
        .param("code", code)
        .query((row, _) -> row.getString("code"))
        .list();
  }

  /// Which of them do not work here on the day.
  List<UUID> strangers(Collection<UUID> people, LocalDate day) {
    return database
        .sql(
            """
            select p.id from unnest(:people) p (id) where not exists (
              select from employment e where e.person = p.id and e.during @> :day)
            """)
        .param("people", people.stream().distinct().toArray(UUID[]::new))
        .param("day", day)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  boolean unitExists(UUID unit) {
    return database
        .sql("select exists (select from unit where id = :unit)")
        .param("unit", unit)
        .query(Boolean.class)
        .single();
  }

  void insert(UUID id, String code, MeasurePlan plan, UUID writer, Instant now) {
    withPlan(
            """
            insert into measure (id, code, name, definition, owner, of_unit, unit, decimals, direction, frequency, tense,
              low, high, warning, alarm, baseline, source, formula, decision, pays, visibility, created_by, created_at)
            values (:id, :code, :name, :definition, :owner, :of_unit, :unit, :decimals, :direction, :frequency, :tense,
              :low, :high, :warning, :alarm, :baseline, :source, :formula, :decision, :pays, :visibility, :writer, :now)
            """,
            plan)
        .param("id", id)
        .param("code", code)
        .param("writer", writer)
        .param("now", Timestamp.from(now))
        .update();
    series(id, "", "", null);
    kept(id, 1, plan, writer, now);
  }

  long update(UUID id, MeasurePlan plan, UUID writer, Instant now) {
    long version =
        withPlan(
                """
                update measure set name = :name, definition = :definition, owner = :owner, of_unit = :of_unit,
                  unit = :unit, decimals = :decimals, direction = :direction, frequency = :frequency, tense = :tense,
                  low = :low, high = :high, warning = :warning, alarm = :alarm, baseline = :baseline, source = :source,
                  formula = :formula, decision = :decision, pays = :pays, visibility = :visibility,
                  version = version + 1
                where id = :id returning version
                """,
                plan)
            .param("id", id)
            .query(Long.class)
            .single();
    kept(id, version, plan, writer, now);
    return version;
  }

  private void kept(UUID id, long version, MeasurePlan plan, UUID writer, Instant now) {
    database.sql("delete from measure_person where measure = :id").param("id", id).update();
    database
        .sql(
            """
            insert into measure_person (measure, person, enters)
            select :id, p.person, bool_or(p.enters)
            from unnest(:people, :enters) p (person, enters) group by p.person
            """)
        .param("id", id)
        .param(
            "people",
            Stream.concat(plan.enters().stream(), plan.readers().stream()).toArray(UUID[]::new))
        .param(
            "enters",
            Stream.concat(
                    plan.enters().stream().map(_ -> true), plan.readers().stream().map(_ -> false))
                .toArray(Boolean[]::new))
        .update();
    database
        .sql(
            """
            insert into measure_version (measure, version, document, by_person, at)
            values (:id, :version, :document::jsonb, :writer, :now)
            """)
        .param("id", id)
        .param("version", version)
        .param("document", json.writeValueAsString(plan))
        .param("writer", writer)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// The wording of measures that came without one, from when they were made.
  void keepMissingWordings(LocalDate today) {
    database
        .sql(
            WHOLE.formatted("false", "false")
                + "where not exists (select from measure_version v where v.measure = m.id)")
        .param("today", today)
        .query((row, _) ->
            new Wording(
                measure(row),
                row.getObject("created_by", UUID.class),
                row.getTimestamp("created_at").toInstant()))
        .list()
        .forEach(each ->
            kept(
                each.measure().id(),
                each.measure().version(),
                each.measure().plan(),
                each.writer(),
                each.at()));
  }

  private record Wording(Measure measure, UUID writer, Instant at) {}

  /// All there are, whoever sees them.
  List<UUID> all() {
    return List.copyOf(database.sql("select id from measure order by id").query(UUID.class).list());
  }

  void target(UUID measure, LocalDate from, @Nullable BigDecimal target, UUID writer, Instant now) {
    database
        .sql(
            """
            insert into measure_target (id, measure, from_day, target, by_person, at)
            values (:id, :measure, :from, :target, :writer, :now)
            """)
        .param("id", ids.next())
        .param("measure", measure)
        .param("from", from)
        .param("target", target)
        .param("writer", writer)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// What it should be from which day on, the newest word for each day, by day.
  List<Target> targets(UUID measure) {
    return database
        .sql(
            """
            select distinct on (from_day) from_day, target from measure_target
            where measure = :measure order by from_day, at desc, id desc
            """)
        .param("measure", measure)
        .query((row, _) ->
            new Target(row.getObject("from_day", LocalDate.class), row.getBigDecimal("target")))
        .list();
  }

  void retire(UUID id, boolean retired, Instant now) {
    database
        .sql("update measure set retired_at = :at, version = version + 1 where id = :id")
        .param("id", id)
        .param("at", retired ? Timestamp.from(now) : null)
        .update();
  }

  /// The series of a slice, made if it is not there; the whole has neither dimension nor slice.
  UUID series(UUID measure, String dimension, String slice, @Nullable UUID person) {
    Optional<UUID> found =
        database
            .sql(
                """
                select id from measure_series where measure = :measure and lower(dimension) = lower(:dimension)
                  and lower(slice) = lower(:slice) and person is not distinct from :person::uuid
                """)
            .param("measure", measure)
            .param("dimension", dimension)
            .param("slice", slice)
            .param("person", person)
            .query(UUID.class)
            .optional();
    if (found.isPresent()) {
      return found.get();
    }
    UUID id = ids.next();
    database
        .sql(
            """
            insert into measure_series (id, measure, dimension, slice, person)
            values (:id, :measure, :dimension, :slice, :person)
            """)
        .param("id", id)
        .param("measure", measure)
        .param("dimension", dimension)
        .param("slice", slice)
        .param("person", person)
        .update();
    return id;
  }

  private JdbcClient.StatementSpec withPlan(String sql, MeasurePlan plan) {
    return database
        .sql(sql)
        .param("name", plan.name())
        .param("definition", plan.definition())
        .param("owner", plan.owner())
        .param("of_unit", plan.ofUnit())
        .param("unit", plan.unit())
        .param("decimals", plan.decimals())
        .param("direction", plan.way().code())
        .param("frequency", plan.frequency().code())
        .param("tense", plan.tense().code())
        .param("low", plan.low())
        .param("high", plan.high())
        .param("warning", plan.warning())
        .param("alarm", plan.alarm())
        .param("baseline", plan.baseline())
        .param("source", plan.source().code())
        .param("formula", plan.formula())
        .param("decision", plan.decision())
        .param("pays", plan.pays())
        .param("visibility", plan.audience().code());
  }

  static Measure measure(ResultSet row) throws SQLException {
    return new Measure(
        row.getObject("id", UUID.class),
        row.getString("code"),
        new MeasurePlan(
            row.getString("name"),
            row.getString("definition"),
            row.getObject("owner", UUID.class),
            row.getObject("of_unit", UUID.class),
            row.getString("unit"),
            row.getInt("decimals"),
            Way.find(row.getString("direction")).orElseThrow(),
            Frequency.find(row.getString("frequency")).orElseThrow(),
            Tense.find(row.getString("tense")).orElseThrow(),
            row.getBigDecimal("target"),
            row.getBigDecimal("low"),
            row.getBigDecimal("high"),
            row.getBigDecimal("warning"),
            row.getBigDecimal("alarm"),
            row.getInt("baseline"),
            Source.find(row.getString("source")).orElseThrow(),
            row.getString("formula"),
            row.getString("decision"),
            row.getBoolean("pays"),
            Audience.find(row.getString("visibility")).orElseThrow(),
            uuids(row.getArray("enterers")),
            uuids(row.getArray("readers"))),
        row.getString("owner_name"),
        row.getString("unit_name"),
        row.getTimestamp("retired_at") != null,
        row.getLong("version"),
        row.getBoolean("may_change"),
        row.getBoolean("may_enter"));
  }

  private static List<UUID> uuids(Array array) throws SQLException {
    return Arrays.asList((UUID[]) array.getArray());
  }
}
