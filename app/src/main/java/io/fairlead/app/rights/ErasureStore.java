package io.fairlead.app.rights;

import io.fairlead.app.rights.Erasures.Leaver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of who was erased and who may be.
@Repository
class ErasureStore {
  private static final String ERASED =
      """
      select e.person, i.name as by_name, e.at, e.reason, e.writings, e.counts
      from erasure e left join identity i on i.person = e.by_person
      """;

  private final JdbcClient database;
  private final JsonMapper json;

  ErasureStore(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /// Keeps a second erasure of the same person waiting.
  boolean lock(UUID person) {
    return database
        .sql("select person from identity where person = :person for update")
        .param("person", person)
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  boolean isEmployed(UUID person, LocalDate today) {
    return database
        .sql(
            """
            select exists (select 1 from employment where person = :person
              and (upper_inf(during) or upper(during) > :today))
            """)
        .param("person", person)
        .param("today", today)
        .query(Boolean.class)
        .single();
  }

  /// Whether the person holds a role that nobody else who can sign in holds.
  boolean isLastOf(UUID person, String role) {
    return database
        .sql(
            """
            select exists (select 1 from role_grant where person = :person and role = :role)
              and not exists (select 1 from role_grant g join identity i on i.person = g.person
                join account a on a.person = g.person and a.state = 'active'
                where g.role = :role and g.person <> :person)
            """)
        .param("person", person)
        .param("role", role)
        .query(Boolean.class)
        .single();
  }

  /// Whether somebody else has the same name.
  boolean hasNamesake(UUID person, String name) {
    return database
        .sql(
            """
            select exists (select 1 from identity where lower(name) = lower(:name) and person <> :person)
            """)
        .param("person", person)
        .param("name", name)
        .query(Boolean.class)
        .single();
  }

  void insert(UUID person, UUID by, Instant now, String reason, String writings) {
    database
        .sql(
            """
            insert into erasure (person, by_person, at, reason, writings, counts)
            values (:person, :by, :now, :reason, :writings, '{}')
            """)
        .param("person", person)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .param("reason", reason)
        .param("writings", writings)
        .update();
  }

  void count(UUID person, Map<String, Long> counts) {
    database
        .sql("update erasure set counts = :counts::jsonb where person = :person")
        .param("person", person)
        .param("counts", json.writeValueAsString(counts))
        .update();
  }

  Optional<Erased> find(UUID person) {
    return database
        .sql(ERASED + " where e.person = :person")
        .param("person", person)
        .query(this::erased)
        .optional();
  }

  List<Erased> latest(int most) {
    return database
        .sql(ERASED + " order by e.at desc, e.person limit :most")
        .param("most", most)
        .query(this::erased)
        .list();
  }

  List<Leaver> leavers(LocalDate today, int most) {
    return database
        .sql(
            """
            select i.person, i.name, (select max(upper(e.during)) - 1 from employment e where e.person = i.person) as last_day
            from identity i
            where not exists (select 1 from employment e where e.person = i.person
              and (upper_inf(e.during) or upper(e.during) > :today))
            order by last_day desc nulls last, lower(i.name), i.person limit :most
            """)
        .param("today", today)
        .param("most", most)
        .query((row, _) ->
            new Leaver(
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getObject("last_day", LocalDate.class)))
        .list();
  }

  private Erased erased(ResultSet row, int index) throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    json.readTree(row.getString("counts"))
        .properties()
        .forEach(each -> counts.put(each.getKey(), each.getValue().asLong()));
    return new Erased(
        row.getObject("person", UUID.class),
        row.getString("by_name"),
        row.getTimestamp("at").toInstant(),
        row.getString("reason"),
        row.getString("writings"),
        counts);
  }
}
