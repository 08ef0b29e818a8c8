package io.fairlead.app.measures;

import static io.fairlead.app.measures.RubricRules.FIGURES;
import static io.fairlead.app.measures.RubricRules.MARK;
import static io.fairlead.app.measures.RubricRules.READ;
import static io.fairlead.app.measures.RubricRules.SAMPLE;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Samples and who scores them; what they scored is [ScoreStore]'s.
@Component
class SampleStore {
  private final JdbcClient database;
  private final String whole;

  SampleStore(JdbcClient database, Policy policy) {
    this.database = database;
    this.whole =
        """
        select s.*, m.name as measure_name, i.name as author_name, %s as may_score, %s as may_read,
          array(select r.person from rubric_sample_rater r left join identity n on n.person = r.person
            where r.sample = s.id order by n.name, r.person) as raters,
          array(select n.name from rubric_sample_rater r left join identity n on n.person = r.person
            where r.sample = s.id order by n.name, r.person) as names,
          array(select exists (select from rubric_score c where c.sample = s.id and c.rater = r.person)
            from rubric_sample_rater r left join identity n on n.person = r.person
            where r.sample = s.id order by n.name, r.person) as scored
        from rubric_sample s join measure m on m.id = s.measure left join identity i on i.person = s.author
        where s.withdrawn_at is null and %s
        """
            .formatted(
                policy.condition(SAMPLE, MARK, FIGURES, "s"),
                policy.condition(MeasureRules.RECORD, MeasureRules.ENTER, FIGURES, "m"),
                policy.condition(SAMPLE, READ, FIGURES, "s"));
  }

  /// The sample, if the viewer can see it.
  Optional<Sample> find(Viewer viewer, UUID id) {
    return database
        .sql(whole + "and s.id = :id")
        .params(viewer.parameters())
        .param("id", id)
        .query((row, _) -> sample(row))
        .optional();
  }

  /// Those of the days that the viewer can see, the newest first.
  List<Sample> list(Viewer viewer, UUID measure, LocalDate from, LocalDate to, int most) {
    return database
        .sql(
            whole
                + "and s.measure = :measure and s.day between :from and :to"
                + " order by s.day desc, s.added_at desc, s.id limit :most")
        .params(viewer.parameters())
        .param("measure", measure)
        .param("from", from)
        .param("to", to)
        .param("most", most)
        .query((row, _) -> sample(row))
        .list();
  }

  /// The measure that a sample is of and its owner, whoever asks.
  record Whose(UUID measure, UUID owner) {}

  Optional<Whose> whose(UUID id) {
    return database
        .sql(
            "select s.measure, m.owner from rubric_sample s join measure m on m.id = s.measure where s.id = :id")
        .param("id", id)
        .query((row, _) ->
            new Whose(row.getObject("measure", UUID.class), row.getObject("owner", UUID.class)))
        .optional();
  }

  /// The sample that the viewer was asked to score longest ago and did not score yet.
  Optional<UUID> next(UUID measure, UUID rater, @Nullable LocalDate closed) {
    return database
        .sql(
            """
            select s.id from rubric_sample s join rubric_sample_rater r on r.sample = s.id
            where s.measure = :measure and r.person = :rater and s.withdrawn_at is null
              and (cast(:closed as date) is null or s.day > :closed)
              and not exists (select from rubric_score c where c.sample = s.id and c.rater = :rater)
            order by s.day, s.added_at, s.id limit 1
            """)
        .param("measure", measure)
        .param("rater", rater)
        .param("closed", closed)
        .query(UUID.class)
        .optional();
  }

  int count(UUID measure) {
    return database
        .sql("select count(*) from rubric_sample where measure = :measure")
        .param("measure", measure)
        .query(Integer.class)
        .single();
  }

  /// How many of them are of these days.
  int count(UUID measure, LocalDate from, LocalDate to) {
    return database
        .sql(
            """
            select count(*) from rubric_sample
            where measure = :measure and withdrawn_at is null and day between :from and :to
            """)
        .param("measure", measure)
        .param("from", from)
        .param("to", to)
        .query(Integer.class)
        .single();
  }

  /// The day of the newest sample.
  Optional<LocalDate> lastDay(UUID measure) {
    return database
        .sql(
            """
            select day from rubric_sample where measure = :measure and withdrawn_at is null
            order by day desc limit 1
            """)
        .param("measure", measure)
        .query((row, _) -> row.getObject("day", LocalDate.class))
        .optional();
  }

  /// How many samples of the measure each of them is asked to score.
  Map<UUID, Integer> asked(UUID measure, Collection<UUID> people) {
    Map<UUID, Integer> asked = new HashMap<>();
    database
        .sql(
            """
            select r.person, count(*) as asked from rubric_sample_rater r join rubric_sample s on s.id = r.sample
            where s.measure = :measure and s.withdrawn_at is null and r.person = any(:people) group by r.person
            """)
        .param("measure", measure)
        .param("people", people.toArray(UUID[]::new))
        .query((row, _) -> asked.put(row.getObject("person", UUID.class), row.getInt("asked")))
        .list();
    return asked;
  }

  /// A sample to add.
  record NewSample(
      UUID id,
      String title,
      String reference,
      LocalDate day,
      @Nullable UUID author,
      Slice slice,
      List<UUID> raters) {}

  void insert(UUID measure, NewSample sample, UUID by, Instant at) {
    database
        .sql(
            """
            insert into rubric_sample (id, measure, title, reference, day, author, dimension, slice, added_by, added_at)
            values (:id, :measure, :title, :reference, :day, :author, :dimension, :slice, :by, :at)
            """)
        .param("id", sample.id())
        .param("measure", measure)
        .param("title", sample.title())
        .param("reference", sample.reference())
        .param("day", sample.day())
        .param("author", sample.author())
        .param("dimension", sample.slice().dimension())
        .param("slice", sample.slice().name())
        .param("by", by)
        .param("at", Timestamp.from(at))
        .update();
    ask(sample.id(), sample.raters());
  }

  /// Asks these people to score it, and nobody else who has not.
  void ask(UUID sample, List<UUID> raters) {
    database
        .sql(
            """
            delete from rubric_sample_rater r where r.sample = :sample and r.person <> all(:raters)
              and not exists (select from rubric_score c where c.sample = r.sample and c.rater = r.person)
            """)
        .param("sample", sample)
        .param("raters", raters.toArray(UUID[]::new))
        .update();
    database
        .sql(
            "insert into rubric_sample_rater (sample, person) select :sample, unnest(:raters) on conflict do nothing")
        .param("sample", sample)
        .param("raters", raters.toArray(UUID[]::new))
        .update();
  }

  void withdraw(UUID sample, UUID by, Instant at) {
    database
        .sql(
            "update rubric_sample set withdrawn_by = :by, withdrawn_at = :at where id = :id and withdrawn_at is null")
        .param("id", sample)
        .param("by", by)
        .param("at", Timestamp.from(at))
        .update();
  }

  private static Sample sample(ResultSet row) throws SQLException {
    UUID[] raters = (UUID[]) row.getArray("raters").getArray();
    String[] names = (String[]) row.getArray("names").getArray();
    Boolean[] scored = (Boolean[]) row.getArray("scored").getArray();
    List<Sample.Rater> people = new ArrayList<>();
    for (int i = 0; i < raters.length; i++) {
      people.add(new Sample.Rater(raters[i], names[i], scored[i]));
    }
    return new Sample(
        row.getObject("id", UUID.class),
        row.getObject("measure", UUID.class),
        row.getString("measure_name"),
        row.getString("title"),
        row.getString("reference"),
        row.getObject("day", LocalDate.class),
        row.getObject("author", UUID.class),
        row.getString("author_name"),
        new Slice(row.getString("dimension"), row.getString("slice"), null),
        people,
        row.getBoolean("may_score"),
        row.getBoolean("may_read"));
  }
}
