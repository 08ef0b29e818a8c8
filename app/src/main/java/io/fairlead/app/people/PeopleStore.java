package io.fairlead.app.people;

import static io.fairlead.app.people.PeoplePolicy.ALL;
import static io.fairlead.app.people.PeoplePolicy.ATTRIBUTES;
import static io.fairlead.app.people.PeoplePolicy.CHANGE;
import static io.fairlead.app.people.PeoplePolicy.CONTACT;
import static io.fairlead.app.people.PeoplePolicy.DIRECTORY;
import static io.fairlead.app.people.PeoplePolicy.EMPLOYMENT;
import static io.fairlead.app.people.PeoplePolicy.PERSON;
import static io.fairlead.app.people.PeoplePolicy.PLACE;
import static io.fairlead.app.people.PeoplePolicy.READ;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of persons, identities, employments and units. Whatever it returns about a person is
/// limited, inside the statement, to the field classes that the viewer may read.
@Repository
class PeopleStore {
  private static final TypeReference<LinkedHashMap<String, String>> ATTRIBUTE_MAP =
      new TypeReference<>() {};

  private final JdbcClient database;
  private final Policy policy;
  private final JsonMapper json;

  PeopleStore(JdbcClient database, Policy policy, JsonMapper json) {
    this.database = database;
    this.policy = policy;
    this.json = json;
  }

  /// Whether the viewer may do the act to the record; on a subject that is not there, only those
  /// may whose relation needs none.
  boolean may(Viewer viewer, String recordType, String act, String fields, UUID subject) {
    return database
        .sql("select " + policy.condition(recordType, act, fields, ":subject::uuid"))
        .params(viewer.parameters())
        .param("subject", subject)
        .query(Boolean.class)
        .single();
  }

  /// The same of an act that is about nobody in particular.
  boolean may(Viewer viewer, String recordType, String act, String fields) {
    return database
        .sql("select " + policy.condition(recordType, act, fields))
        .params(viewer.parameters())
        .query(Boolean.class)
        .single();
  }

  /// Whether the viewer may give the person another manager or unit, or let them leave.
  boolean mayMove(Viewer viewer, UUID person) {
    return exists(person) && may(viewer, PERSON, CHANGE, PLACE, person);
  }

  /// Whether the viewer may change the person's details, which takes reading them: what one cannot
  /// read, one would overwrite.
  boolean mayChange(Viewer viewer, UUID person) {
    return exists(person)
        && may(viewer, PERSON, CHANGE, ALL, person)
        && database
            .sql(
                "select %s and %s and %s"
                    .formatted(
                        policy.condition(PERSON, READ, CONTACT, ":subject::uuid"),
                        policy.condition(PERSON, READ, EMPLOYMENT, ":subject::uuid"),
                        policy.condition(PERSON, READ, ATTRIBUTES, ":subject::uuid")))
            .params(viewer.parameters())
            .param("subject", person)
            .query(Boolean.class)
            .single();
  }

  boolean exists(UUID person) {
    return database
        .sql("select exists (select 1 from identity where person = :person)")
        .param("person", person)
        .query(Boolean.class)
        .single();
  }

  boolean isEmployed(UUID person, LocalDate day) {
    return database
        .sql("select exists (select 1 from employment where person = :person and during @> :day)")
        .param("person", person)
        .param("day", day)
        .query(Boolean.class)
        .single();
  }

  /// Steps the person's version from the one the editor saw; empty when it has moved on.
  Optional<Long> nextVersion(UUID person, long seen) {
    return database
        .sql(
            """
            update person set version = version + 1 where id = :person and version = :seen returning version
            """)
        .param("person", person)
        .param("seen", seen)
        .query(Long.class)
        .optional();
  }

  Optional<PersonEntry> find(Viewer viewer, UUID person, LocalDate on) {
    return database
        .sql(
            entries(
                "select i.person, '' as sort_key from identity i where i.person = :person and "
                    + policy.condition(PERSON, READ, DIRECTORY, "i.person"),
                "asc"))
        .params(viewer.parameters())
        .param("on", on)
        .param("person", person)
        .query(this::entry)
        .optional();
  }

  /// A listed person and the key they are sorted by.
  record Listed(PersonEntry entry, String key) {}

  List<Listed> list(Viewer viewer, PeopleQuery query, LocalDate on, @Nullable Cursor after) {
    Map<String, Object> parameters = new HashMap<>(viewer.parameters());
    parameters.put("on", on);
    List<String> where = new ArrayList<>();
    where.add(policy.condition(PERSON, READ, DIRECTORY, "i.person"));
    if (query.search() != null && !query.search().isBlank()) {
      String text = query.search().strip().toLowerCase(Locale.ROOT);
      parameters.put("part", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
      parameters.put("whole", text);
      where.add(search());
    }
    if (query.unit() != null) {
      parameters.put("unit", query.unit());
      where.add("e.unit in (select ul.below from unit_line ul where ul.above = :unit)");
    }
    if (query.team() != null) {
      parameters.put("team", query.team());
      where.add(
          "exists (select 1 from membership tm where tm.person = i.person and tm.team = :team and tm.during @> :on)");
    }
    if (query.manager() != null) {
      parameters.put("manager", query.manager());
      where.add("r.manager = :manager");
    }
    String key = sortKey(query.sort());
    String direction = query.descending() ? "desc" : "asc";
    if (after != null) {
      parameters.put("after_key", after.key());
      parameters.put("after_id", after.id());
      where.add(
          "("
              + key
              + ", i.person) "
              + (query.descending() ? "<" : ">")
              + " (:after_key, :after_id)");
    }
    return database
        .sql(entries(page(query, key, String.join(" and ", where), direction), direction))
        .params(parameters)
        .query((row, number) -> new Listed(entry(row, number), row.getString("sort_key")))
        .list();
  }

  /// Who stands on the page, found before anything else is asked about them. The limit stands in
  /// the statement itself, so that a plan made for any parameters knows that few rows are wanted;
  /// only what the order or a filter needs is joined. Where an index has the order, employment is
  /// looked up for one person after the other until the page is full; where everybody must be
  /// sorted, `coalesce` tells a planner, which takes a day to be met by one row in two hundred,
  /// that most rows meet it.
  private static String page(PeopleQuery query, String key, String where, String direction) {
    boolean byUnit = query.sort() == PeopleQuery.Sort.UNIT;
    boolean byManager = query.sort() == PeopleQuery.Sort.MANAGER;
    boolean inOrder =
        query.sort() == PeopleQuery.Sort.NAME || query.sort() == PeopleQuery.Sort.TITLE;
    boolean few = query.unit() != null || query.manager() != null;
    String employment =
        inOrder && query.unit() == null
            ? "cross join lateral (select f.unit from employment f where f.person = i.person and f.during @> :on limit 1) e"
            : "join employment e on e.person = i.person and " + holds("e", few || inOrder);
    String unit = byUnit ? "left join unit u on u.id = e.unit" : "";
    String line =
        byManager || query.manager() != null
            ? "left join reporting_line r on r.person = i.person and " + holds("r", few)
            : "";
    String manager = byManager ? "left join identity m on m.person = r.manager" : "";
    return """
    select i.person, %s as sort_key from identity i %s
    %s %s %s where %s order by %s %s, i.person %s limit %d
    """
        .formatted(
            key,
            employment,
            unit,
            line,
            manager,
            where,
            key,
            direction,
            direction,
            query.limit() + 1);
  }

  private static String holds(String row, boolean few) {
    return few ? row + ".during @> :on" : "coalesce(" + row + ".during @> :on, false)";
  }

  private String search() {
    return """
    i.person in (
      select s.person from identity s where lower(s.name) like :part or lower(s.title) like :part
      union select s.person from employment s join unit su on su.id = s.unit where lower(su.name) like :part and s.during @> :on
      union select s.person from membership s join team st on st.id = s.team where lower(st.name) like :part and s.during @> :on
      union select s.person from identity s where lower(s.email) = :whole and %s)
    """
        .formatted(policy.condition(PERSON, READ, CONTACT, "s.person"));
  }

  private String sortKey(PeopleQuery.Sort sort) {
    return switch (sort) {
      case NAME -> "lower(i.name)";
      case TITLE -> "lower(i.title)";
      case UNIT -> "lower(coalesce(u.name, ''))";
      case MANAGER -> "lower(coalesce(m.name, ''))";
      case SINCE ->
          "coalesce(to_char(case when "
              + policy.condition(PERSON, READ, EMPLOYMENT, "i.person")
              + " then "
              + SINCE
              + " end, 'YYYY-MM-DD'), '9999')";
    };
  }

  /// First day of the employment that holds on the day, however often the unit changed since.
  private static final String SINCE =
      """
      (select max(lower(f.during)) from employment f where f.person = i.person and lower(f.during) <= :on
        and not exists (select 1 from employment b where b.person = f.person and upper(b.during) = lower(f.during)))\
      """;

  private static final String LAST_DAY =
      """
      (select max(upper(f.during)) - 1 from employment f where f.person = i.person
        and not exists (select 1 from employment o where o.person = f.person and upper_inf(o.during)))\
      """;

  /// @param page a statement that yields `person` and `sort_key`
  private String entries(String page, String direction) {
    String contact = policy.condition(PERSON, READ, CONTACT, "i.person");
    String employment = policy.condition(PERSON, READ, EMPLOYMENT, "i.person");
    String attributes = policy.condition(PERSON, READ, ATTRIBUTES, "i.person");
    return """
    with page as materialized (%s)
    select i.person, p.version, i.name, i.title, e.person is not null as here, u.id as unit, u.name as unit_name,
      m.person as manager, m.name as manager_name,
      (select count(*) from reporting_line d where d.manager = i.person and d.during @> :on) as reports,
      array(select t.id::text || t.name from membership ms join team t on t.id = ms.team
        where ms.person = i.person and ms.during @> :on and t.during @> :on order by lower(t.name)) as teams,
      case when %s then i.email end as email,
      x.readable as employment_readable,
      case when x.readable then i.employee_number end as employee_number,
      case when x.readable then %s end as since,
      case when x.readable then %s end as last_day,
      case when %s then i.attributes end as attributes,
      g.sort_key
    from page g
    join identity i on i.person = g.person
    join person p on p.id = i.person
    cross join lateral (select %s as readable) x
    left join employment e on e.person = i.person and e.during @> :on
    left join unit u on u.id = e.unit
    left join reporting_line r on r.person = i.person and r.during @> :on
    left join identity m on m.person = r.manager
    order by g.sort_key %s, i.person %s
    """
        .formatted(page, contact, SINCE, LAST_DAY, attributes, employment, direction, direction);
  }

  private PersonEntry entry(ResultSet row, int number) throws SQLException {
    String attributes = row.getString("attributes");
    return new PersonEntry(
        row.getObject("person", UUID.class),
        row.getLong("version"),
        row.getString("name"),
        row.getString("title"),
        row.getBoolean("here"),
        named(row, "unit").map(id -> new UnitName(id, text(row, "unit_name"))).orElse(null),
        named(row, "manager").map(id -> new PersonName(id, text(row, "manager_name"))).orElse(null),
        row.getInt("reports"),
        teams((String[]) row.getArray("teams").getArray()),
        row.getString("email"),
        row.getString("employee_number"),
        row.getObject("since", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        attributes == null ? null : json.readValue(attributes, ATTRIBUTE_MAP));
  }

  private static Optional<UUID> named(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class));
  }

  private static String text(ResultSet row, String column) {
    try {
      return row.getString(column);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<TeamName> teams(String[] idsAndNames) {
    List<TeamName> teams = new ArrayList<>();
    for (String team : idsAndNames) {
      teams.add(new TeamName(UUID.fromString(team.substring(0, 36)), team.substring(36)));
    }
    return teams;
  }

  void insertPerson(UUID person, Instant now) {
    database
        .sql("insert into person (id, created_at) values (:id, :now)")
        .param("id", person)
        .param("now", Timestamp.from(now))
        .update();
  }

  void insertIdentity(UUID person, PersonDetails details) {
    database
        .sql(
            """
            insert into identity (person, name, email, employee_number, title, attributes)
            values (:person, :name, :email, :number, :title, :attributes::jsonb)
            """)
        .param("person", person)
        .param("name", details.name())
        .param("email", details.email())
        .param("number", details.employeeNumber())
        .param("title", details.title())
        .param("attributes", json.writeValueAsString(details.attributes()))
        .update();
  }

  void updateIdentity(UUID person, PersonDetails details) {
    database
        .sql(
            """
            update identity set name = :name, email = :email, employee_number = :number, title = :title,
              attributes = :attributes::jsonb
            where person = :person
            """)
        .param("person", person)
        .param("name", details.name())
        .param("email", details.email())
        .param("number", details.employeeNumber())
        .param("title", details.title())
        .param("attributes", json.writeValueAsString(details.attributes()))
        .update();
  }

  void shareContact(UUID person, boolean shared) {
    database
        .sql("update identity set contact_shared = :shared where person = :person")
        .param("person", person)
        .param("shared", shared)
        .update();
  }

  boolean sharesContact(UUID person) {
    return database
        .sql("select contact_shared from identity where person = :person")
        .param("person", person)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /// Whether another person has the address already.
  boolean addressTaken(String email, @Nullable UUID except) {
    return database
        .sql(
            """
            select exists (select 1 from identity where lower(email) = lower(:email) and person is distinct from :person::uuid)
            """)
        .param("email", email)
        .param("person", except)
        .query(Boolean.class)
        .single();
  }

  boolean employeeNumberTaken(String number, @Nullable UUID except) {
    return database
        .sql(
            """
            select exists (select 1 from identity where employee_number = :number and person is distinct from :person::uuid)
            """)
        .param("number", number)
        .param("person", except)
        .query(Boolean.class)
        .single();
  }

  boolean unitExists(UUID unit) {
    return database
        .sql("select exists (select 1 from unit where id = :unit)")
        .param("unit", unit)
        .query(Boolean.class)
        .single();
  }

  /// The unit in which the person works on the day.
  Optional<UUID> unitOn(UUID person, LocalDate day) {
    return database
        .sql(
            "select unit from employment where person = :person and during @> :day and unit is not null")
        .param("person", person)
        .param("day", day)
        .query(UUID.class)
        .optional();
  }

  /// From the day on the person works in the unit, as long as they are known to stay.
  void employ(UUID person, @Nullable UUID unit, LocalDate from, Instant now) {
    LocalDate until =
        database
            .sql(
                """
                select max(upper(during)) as until from employment where person = :person
                having not bool_or(upper_inf(during)) and max(upper(during)) > :from
                """)
            .param("person", person)
            .param("from", from)
            .query(LocalDate.class)
            .optional()
            .orElse(null);
    endEmployment(person, from);
    database
        .sql(
            """
            insert into employment (id, person, unit, during, recorded_at)
            values (fresh_id(:now), :person, :unit, daterange(:from, :until), :now)
            """)
        .param("now", Timestamp.from(now))
        .param("person", person)
        .param("unit", unit)
        .param("from", from)
        .param("until", until)
        .update();
  }

  void endEmployment(UUID person, LocalDate from) {
    database
        .sql("delete from employment where person = :person and lower(during) >= :from")
        .param("person", person)
        .param("from", from)
        .update();
    database
        .sql(
            """
            update employment set during = daterange(lower(during), :from), departure_told = false
            where person = :person and during @> :from
            """)
        .param("person", person)
        .param("from", from)
        .update();
  }

  void endMemberships(UUID person, LocalDate from) {
    database
        .sql("delete from membership where person = :person and lower(during) >= :from")
        .param("person", person)
        .param("from", from)
        .update();
    database
        .sql(
            "update membership set during = daterange(lower(during), :from) where person = :person and during @> :from")
        .param("person", person)
        .param("from", from)
        .update();
  }

  /// Those who have left by the day and whom nobody was told of; they are marked as told.
  List<UUID> untoldDepartures(LocalDate today) {
    return database
        .sql(
            """
            with ended as (
              update employment set departure_told = true
              where not departure_told and not upper_inf(during) and upper(during) <= :today
              returning person, upper(during) as ended)
            select ended.person from ended
            where not exists (select 1 from employment n where n.person = ended.person and n.during @> ended.ended)
            order by ended.person
            """)
        .param("today", today)
        .query((row, number) -> row.getObject("person", UUID.class))
        .list();
  }

  Map<UUID, Integer> below(Collection<UUID> above) {
    Map<UUID, Integer> counts = new HashMap<>();
    database
        .sql(
            "select above, count(*) as led from line_of where above = any(:above) and depth > 0 group by above")
        .param("above", above.toArray(UUID[]::new))
        .query(row -> {
          counts.put(row.getObject("above", UUID.class), row.getInt("led"));
        });
    return counts;
  }

  int headcount(LocalDate on) {
    return database
        .sql("select count(*) from employment where during @> :on")
        .param("on", on)
        .query(Integer.class)
        .single();
  }

  /// How many levels the reporting lines have today.
  int layers() {
    return database
        .sql("select coalesce(max(depth), 0) + 1 from line_of")
        .query(Integer.class)
        .single();
  }
}
