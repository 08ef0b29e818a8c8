package io.fairlead.app.instruments;

import static io.fairlead.app.instruments.InstrumentRules.DRAFT;
import static io.fairlead.app.instruments.InstrumentRules.QUESTIONS;
import static io.fairlead.app.instruments.InstrumentRules.READ;
import static io.fairlead.app.instruments.InstrumentRules.RECORD;

import io.fairlead.app.instruments.OwnInstrument.Draft;
import io.fairlead.app.instruments.OwnInstrument.Edition;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `own_instrument`, its drafts and its editions.
@Component
class InstrumentStore {
  static final String CODE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  private static final String EDITIONS =
      """
      select e.instrument, i.code, e.number, e.document, e.questions, e.published_at
      from instrument_edition e join own_instrument i on i.id = e.instrument
      """;

  private final JdbcClient database;
  private final String visible;

  InstrumentStore(JdbcClient database, Policy policy) {
    this.database = database;
    this.visible =
        """
        select i.id, i.code, i.version, n.editions, d.document, d.saved_at, p.name as saved_by
        from own_instrument i
        cross join lateral (select count(*)::int as editions from instrument_edition e where e.instrument = i.id) n
        left join instrument_draft d on d.instrument = i.id and %s
        left join identity p on p.person = d.saved_by
        where (d.instrument is not null or (n.editions > 0 and %s))
        """
            .formatted(
                policy.condition(RECORD, READ, DRAFT), policy.condition(RECORD, READ, QUESTIONS));
  }

  /// Those that the viewer can see, by code.
  List<OwnInstrument> all(Viewer viewer) {
    return database
        .sql(visible + " order by i.code")
        .params(viewer.parameters())
        .query((row, _) -> own(row))
        .list();
  }

  Optional<OwnInstrument> find(Viewer viewer, String code) {
    if (!code.matches(CODE)) {
      return Optional.empty();
    }
    return database
        .sql(visible + " and i.code = :code")
        .params(viewer.parameters())
        .param("code", code)
        .query((row, _) -> own(row))
        .optional();
  }

  /// The newest edition of each, by code.
  List<Edition> newest() {
    return database
        .sql(
            EDITIONS
                + " where e.number = (select max(m.number) from instrument_edition m"
                + " where m.instrument = e.instrument) order by i.code")
        .query((row, _) -> edition(row))
        .list();
  }

  Optional<Edition> edition(UUID instrument, int number) {
    return database
        .sql(EDITIONS + " where e.instrument = :instrument and e.number = :number")
        .param("instrument", instrument)
        .param("number", number)
        .query((row, _) -> edition(row))
        .optional();
  }

  /// All that were published of it, the newest first.
  List<Edition> editions(UUID instrument) {
    return database
        .sql(EDITIONS + " where e.instrument = :instrument order by e.number desc")
        .param("instrument", instrument)
        .query((row, _) -> edition(row))
        .list();
  }

  /// @return false if the code is taken
  boolean begin(UUID id, String code, UUID person, Instant now) {
    return database
            .sql(
                """
                insert into own_instrument (id, code, created_by, created_at) values (:id, :code, :person, :now)
                on conflict (code) do nothing
                """)
            .param("id", id)
            .param("code", code)
            .param("person", person)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /// Holds it until the transaction ends, and counts its version up.
  ///
  /// @return false if it is not at this version any more
  boolean take(String code, long version) {
    return database
            .sql(
                "update own_instrument set version = version + 1 where code = :code and version = :version")
            .param("code", code)
            .param("version", version)
            .update()
        == 1;
  }

  void save(UUID id, String document, UUID person, Instant now) {
    database
        .sql(
            """
            insert into instrument_draft (instrument, document, saved_by, saved_at)
            values (:id, :document, :person, :now)
            on conflict (instrument) do update
              set document = excluded.document, saved_by = excluded.saved_by, saved_at = excluded.saved_at
            """)
        .param("id", id)
        .param("document", document)
        .param("person", person)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// The draft becomes this edition.
  void publish(UUID id, int number, String document, String questions, UUID person, Instant now) {
    database
        .sql(
            """
            insert into instrument_edition (instrument, number, document, questions, published_by, published_at)
            values (:id, :number, :document, :questions, :person, :now)
            """)
        .param("id", id)
        .param("number", number)
        .param("document", document)
        .param("questions", questions)
        .param("person", person)
        .param("now", Timestamp.from(now))
        .update();
    removeDraft(id);
  }

  void removeDraft(UUID id) {
    database.sql("delete from instrument_draft where instrument = :id").param("id", id).update();
  }

  /// Removes one of which nothing was published.
  void remove(UUID id) {
    database.sql("delete from own_instrument where id = :id").param("id", id).update();
  }

  private static OwnInstrument own(ResultSet row) throws SQLException {
    String document = row.getString("document");
    return new OwnInstrument(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getLong("version"),
        row.getInt("editions"),
        document == null
            ? null
            : new Draft(
                document, row.getString("saved_by"), row.getTimestamp("saved_at").toInstant()));
  }

  private static Edition edition(ResultSet row) throws SQLException {
    return new Edition(
        row.getObject("instrument", UUID.class),
        row.getString("code"),
        row.getInt("number"),
        row.getString("document"),
        row.getString("questions"),
        row.getTimestamp("published_at").toInstant());
  }
}
