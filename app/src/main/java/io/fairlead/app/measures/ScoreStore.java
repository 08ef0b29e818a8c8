package io.fairlead.app.measures;

import static io.fairlead.app.measures.RubricRules.FIGURES;
import static io.fairlead.app.measures.RubricRules.READ;
import static io.fairlead.app.measures.RubricRules.SCORE;

import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.methods.agreement.RubricMarks;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What people marked, every correction kept.
@Component
class ScoreStore {
  private static final String LATEST =
      """
      select distinct on (c.sample, c.rater) c.*, i.name from rubric_score c join rubric_sample s on s.id = c.sample
      left join identity i on i.person = c.rater
      where s.withdrawn_at is null and %s
      """;

  private final JdbcClient database;
  private final Ids ids;
  private final String mayRead;

  ScoreStore(JdbcClient database, Ids ids, Policy policy) {
    this.database = database;
    this.ids = ids;
    this.mayRead = policy.condition(SCORE, READ, FIGURES, "c");
  }

  /// What stands of those scores of a sample that the viewer may read, by name.
  List<SampleScore> readable(Viewer viewer, UUID sample) {
    return database
        .sql(
            "select * from ("
                + LATEST.formatted(mayRead)
                + " and s.id = :sample order by c.sample, c.rater, c.correction desc) l order by l.name, l.rater")
        .params(viewer.parameters())
        .param("sample", sample)
        .query((row, _) -> score(row))
        .list();
  }

  /// Whether there is any score of a measure that the viewer may read.
  boolean readsAny(Viewer viewer, UUID measure) {
    return database
        .sql(
            """
            select exists (select from rubric_sample s join rubric_score c on c.sample = s.id
              where s.measure = :measure and s.withdrawn_at is null and %s)
            """
                .formatted(mayRead))
        .params(viewer.parameters())
        .param("measure", measure)
        .query(Boolean.class)
        .single();
  }

  /// A score and what it is of.
  record OfSample(String title, LocalDate day, SampleScore score) {}

  /// What stands of all scores of a measure that the viewer may read, by day.
  List<OfSample> readableOfMeasure(Viewer viewer, UUID measure, int most) {
    return database
        .sql(
            "select l.*, t.title, t.day from ("
                + LATEST.formatted(mayRead)
                + " and s.measure = :measure order by c.sample, c.rater, c.correction desc) l"
                + " join rubric_sample t on t.id = l.sample order by t.day, t.added_at, t.id, l.name, l.rater limit :most")
        .params(viewer.parameters())
        .param("measure", measure)
        .param("most", most)
        .query((row, _) ->
            new OfSample(row.getString("title"), row.getObject("day", LocalDate.class), score(row)))
        .list();
  }

  /// What somebody marked last of a sample.
  Optional<SampleScore> last(UUID sample, UUID rater) {
    return database
        .sql(
            """
            select c.*, i.name from rubric_score c left join identity i on i.person = c.rater
            where c.sample = :sample and c.rater = :rater order by c.correction desc limit 1
            """)
        .param("sample", sample)
        .param("rater", rater)
        .query((row, _) -> score(row))
        .optional();
  }

  void write(UUID sample, UUID rater, int correction, int version, Marked marked, Instant at) {
    database
        .sql(
            """
            insert into rubric_score (id, sample, rater, correction, version, marks, note, at)
            values (:id, :sample, :rater, :correction, :version, :marks::smallint[], :note, :at)
            """)
        .param("id", ids.next())
        .param("sample", sample)
        .param("rater", rater)
        .param("correction", correction)
        .param("version", version)
        .param("marks", SampleScore.plain(marked.marks()).toArray(Integer[]::new))
        .param("note", marked.note())
        .param("at", Timestamp.from(at))
        .update();
  }

  /// What somebody marks.
  record Marked(List<OptionalInt> marks, String note) {
    boolean says(SampleScore other) {
      return marks.equals(other.marks()) && note.equals(other.note());
    }
  }

  /// A sample that counts, and what those marked who scored it.
  record Counted(UUID sample, LocalDate day, Slice slice, Map<UUID, RubricMarks> marks) {}

  /// The samples that count, by day: all who were asked have scored, or no more can.
  List<Counted> counted(UUID measure) {
    Map<UUID, Counted> found = new LinkedHashMap<>();
    database
        .sql(
            """
            select distinct on (s.day, s.id, c.rater) s.id, s.day, s.dimension, s.slice, c.rater, c.marks
            from rubric_sample s join rubric r on r.measure = s.measure join rubric_score c on c.sample = s.id
            where s.measure = :measure and s.withdrawn_at is null
              and (s.day <= r.closed_through or not exists (
                select from rubric_sample_rater a where a.sample = s.id and not exists (
                  select from rubric_score o where o.sample = a.sample and o.rater = a.person)))
            order by s.day, s.id, c.rater, c.correction desc
            """)
        .param("measure", measure)
        .query((row, _) -> {
          UUID sample = row.getObject("id", UUID.class);
          LocalDate day = row.getObject("day", LocalDate.class);
          Slice slice = new Slice(row.getString("dimension"), row.getString("slice"), null);
          return found
              .computeIfAbsent(sample, _ -> new Counted(sample, day, slice, new LinkedHashMap<>()))
              .marks()
              .put(
                  row.getObject("rater", UUID.class),
                  new RubricMarks(marks(row.getArray("marks"))));
        })
        .list();
    return List.copyOf(found.values());
  }

  private static SampleScore score(ResultSet row) throws SQLException {
    return new SampleScore(
        row.getObject("sample", UUID.class),
        row.getObject("rater", UUID.class),
        row.getString("name"),
        row.getInt("correction"),
        row.getInt("version"),
        marks(row.getArray("marks")),
        row.getString("note"),
        row.getTimestamp("at").toInstant());
  }

  private static List<OptionalInt> marks(Array array) throws SQLException {
    return Arrays.stream((@Nullable Object[]) array.getArray())
        .map(mark ->
            mark instanceof Number number ? OptionalInt.of(number.intValue()) : OptionalInt.empty())
        .toList();
  }
}
