package io.fairlead.app.measures;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// How the samples of measures are scored, as it stands in the database.
@Component
class RubricStore {
  private final JdbcClient database;
  private final JsonMapper json;

  RubricStore(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  Optional<Rubric> find(UUID measure) {
    List<RubricVersion> versions = versions(measure);
    return database
        .sql(
            """
            select r.*, array(select p.person from rubric_rater p where p.measure = r.measure order by p.person) as people
            from rubric r where r.measure = :measure
            """)
        .param("measure", measure)
        .query((row, _) ->
            new Rubric(
                measure,
                row.getLong("revision"),
                versions,
                row.getInt("samples"),
                row.getInt("raters"),
                Arrays.asList((UUID[]) row.getArray("people").getArray()),
                row.getObject("closed_through", LocalDate.class)))
        .optional();
  }

  /// How often each measure is taken that has a rubric.
  Map<UUID, Frequency> all() {
    Map<UUID, Frequency> all = new LinkedHashMap<>();
    database
        .sql(
            "select m.id, m.frequency from rubric r join measure m on m.id = r.measure order by m.id")
        .query((row, _) ->
            all.put(
                row.getObject("id", UUID.class),
                Frequency.find(row.getString("frequency")).orElseThrow()))
        .list();
    return all;
  }

  private List<RubricVersion> versions(UUID measure) {
    return database
        .sql("select * from rubric_version where measure = :measure order by from_day")
        .param("measure", measure)
        .query((row, _) ->
            new RubricVersion(
                row.getInt("version"),
                row.getObject("from_day", LocalDate.class),
                row.getInt("points"),
                List.of(json.readValue(row.getString("items"), RubricItem[].class))))
        .list();
  }

  /// Keeps the plan and who scores.
  void keep(UUID measure, RubricInput.Read rubric) {
    database
        .sql(
            """
            insert into rubric (measure, samples, raters) values (:measure, :samples, :raters)
            on conflict (measure) do update set samples = :samples, raters = :raters, revision = rubric.revision + 1
            """)
        .param("measure", measure)
        .param("samples", rubric.samples())
        .param("raters", rubric.raters())
        .update();
    database
        .sql("delete from rubric_rater where measure = :measure")
        .param("measure", measure)
        .update();
    database
        .sql("insert into rubric_rater (measure, person) select :measure, unnest(:people)")
        .param("measure", measure)
        .param("people", rubric.people().toArray(UUID[]::new))
        .update();
  }

  /// Adds a version.
  void add(UUID measure, RubricVersion version, UUID by, Instant at) {
    version(
            """
            insert into rubric_version (measure, version, from_day, points, items, by_person, at)
            values (:measure, :version, :from, :points, :items::jsonb, :by, :at)
            """,
            measure,
            version,
            by,
            at)
        .param("from", version.from())
        .update();
  }

  /// Puts a version in the place of one by which nothing was scored.
  void replace(UUID measure, int old, RubricVersion version, UUID by, Instant at) {
    version(
            """
            update rubric_version set version = :version, points = :points, items = :items::jsonb, by_person = :by, at = :at
            where measure = :measure and version = :old
            """,
            measure,
            version,
            by,
            at)
        .param("old", old)
        .update();
  }

  private JdbcClient.StatementSpec version(
      String sql, UUID measure, RubricVersion version, UUID by, Instant at) {
    return database
        .sql(sql)
        .param("measure", measure)
        .param("version", version.version())
        .param("points", version.points())
        .param("items", json.writeValueAsString(version.items()))
        .param("by", by)
        .param("at", Timestamp.from(at));
  }

  /// The last day of which something was scored by that version; empty if nothing was.
  Optional<LocalDate> lastScored(UUID measure, int version) {
    return database
        .sql(
            """
            select s.day from rubric_sample s where s.measure = :measure and exists (
              select from rubric_score c where c.sample = s.id and c.version = :version)
            order by s.day desc limit 1
            """)
        .param("measure", measure)
        .param("version", version)
        .query((row, _) -> row.getObject("day", LocalDate.class))
        .optional();
  }

  void close(UUID measure, @Nullable LocalDate through) {
    database
        .sql(
            "update rubric set closed_through = :through, revision = revision + 1 where measure = :measure")
        .param("through", through)
        .param("measure", measure)
        .update();
  }
}
