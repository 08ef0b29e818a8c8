package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycles;
import io.fairlead.app.goals.GradeSheet.Line;
import io.fairlead.app.goals.GradeSheet.Retrospective;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.methods.goals.Attainment;
import io.fairlead.methods.goals.ObjectiveKind;
import io.fairlead.methods.goals.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of grades and retrospectives.
@Component
class GradingStore {
  private final JdbcClient database;
  private final Policy policy;

  GradingStore(JdbcClient database, Policy policy) {
    this.database = database;
    this.policy = policy;
  }

  Optional<GradeSheet> sheet(Viewer viewer, UUID objective) {
    return sheet(viewer, objective, "");
  }

  /// The sheet, with its objective locked until the transaction ends.
  Optional<GradeSheet> lock(Viewer viewer, UUID objective) {
    return sheet(viewer, objective, "for no key update of o");
  }

  private Optional<GradeSheet> sheet(Viewer viewer, UUID objective, String lock) {
    List<Line> lines = lines(objective);
    return database
        .sql(
            """
            select o.id, o.title, o.kind, o.question, o.state, o.version,
              c.id as cycle_id, c.name, c.starts, c.ends, c.planning_from, c.planning_until, c.grading_from,
              c.grading_until, c.check_in_every_days, c.pilot,
              (select g.score from counting_grade g where g.objective = o.id and g.key_result is null
                order by g.at desc, g.id desc limit 1) as graded,
              r.self_score, r.self_assessment, r.went_well, r.got_in_the_way, r.learned, r.next_step
            from objective o
            join cycle c on c.id = o.cycle
            left join lateral (select * from counting_retrospective s where s.objective = o.id
              order by s.at desc, s.id desc limit 1) r on true
            where o.id = :objective and %s
            %s
            """
                .formatted(policy.condition(GoalRules.RECORD, "grade", GoalRules.GOAL, "o"), lock))
        .params(viewer.parameters())
        .param("objective", objective)
        .query((row, number) ->
            new GradeSheet(
                row.getObject("id", UUID.class),
                row.getString("title"),
                ObjectiveKind.find(row.getString("kind")).orElseThrow(),
                row.getString("question"),
                row.getString("state"),
                row.getLong("version"),
                Cycles.cycle(row, "cycle_id"),
                Grading.suggestion(lines),
                row.getObject("graded", Double.class),
                lines,
                retrospective(row)))
        .optional();
  }

  private List<Line> lines(UUID objective) {
    return database
        .sql(
            """
            select %s, k.settled_later, t.days, t.progress, t.value, t.score, t.confidence, t.previous_confidence,
              t.last_day, t.last_by, g.score as graded, coalesce(g.provisional, false) as provisional
            from key_result k
            left join key_result_track t on t.key_result = k.id
            left join lateral (select g.score, g.provisional from counting_grade g where g.key_result = k.id
              order by g.at desc, g.id desc limit 1) g on true
            where k.objective = :objective
            order by k.position
            """
                .formatted(CheckInStore.DEFINITION))
        .param("objective", objective)
        .query(GradingStore::line)
        .list();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    KeyResultDefinition keyResult = CheckInStore.definition(row, number);
    Track track = CheckInStore.track(row);
    return new Line(
        keyResult,
        track,
        atClose(keyResult, track),
        row.getObject("graded", Double.class),
        row.getBoolean("settled_later"),
        row.getBoolean("provisional"));
  }

  /// What nobody ever checked in on counts 0 at the end; what makes no sense has no suggestion.
  private static @Nullable Double atClose(KeyResultDefinition keyResult, @Nullable Track track) {
    if (track != null && track.score() != null) {
      return track.score();
    }
    return keyResult.method().score(Reading.nothing()).atClose() instanceof Attainment.Scored scored
        ? scored.value()
        : null;
  }

  private static @Nullable Retrospective retrospective(ResultSet row) throws SQLException {
    String nextStep = row.getString("next_step");
    if (nextStep == null) {
      return null;
    }
    return new Retrospective(
        row.getObject("self_score", Double.class),
        row.getString("self_assessment"),
        row.getString("went_well"),
        row.getString("got_in_the_way"),
        row.getString("learned"),
        nextStep);
  }

  void addGrade(
      UUID id,
      UUID objective,
      @Nullable UUID keyResult,
      @Nullable Double suggested,
      double score,
      boolean provisional,
      String comment,
      UUID by,
      Instant at) {
    database
        .sql(
            """
            insert into grade (id, objective, key_result, suggested, score, provisional, comment, by_person, at)
            values (:id, :objective, :key_result, :suggested, :score, :provisional, :comment, :by, :at)
            """)
        .param("id", id)
        .param("objective", objective)
        .param("key_result", keyResult)
        .param("suggested", suggested)
        .param("score", score)
        .param("provisional", provisional)
        .param("comment", comment)
        .param("by", by)
        .param("at", Timestamp.from(at))
        .update();
  }

  void addRetrospective(UUID id, UUID objective, Retrospective said, UUID by, Instant at) {
    database
        .sql(
            """
            insert into retrospective (id, objective, self_score, self_assessment, went_well, got_in_the_way, learned,
              next_step, by_person, at)
            values (:id, :objective, :self_score, :self_assessment, :went_well, :got_in_the_way, :learned, :next_step, :by, :at)
            """)
        .param("id", id)
        .param("objective", objective)
        .param("self_score", said.selfScore())
        .param("self_assessment", said.selfAssessment())
        .param("went_well", said.wentWell())
        .param("got_in_the_way", said.gotInTheWay())
        .param("learned", said.learned())
        .param("next_step", said.nextStep())
        .param("by", by)
        .param("at", Timestamp.from(at))
        .update();
  }

  /// When the newest grade that counts was given, and by whom.
  record Newest(Instant at, UUID by) {}

  Optional<Newest> newest(UUID objective) {
    return database
        .sql(
            """
            select g.at, g.by_person from counting_grade g where g.objective = :objective and g.key_result is null
            order by g.at desc, g.id desc limit 1
            """)
        .param("objective", objective)
        .query((row, number) ->
            new Newest(row.getTimestamp("at").toInstant(), row.getObject("by_person", UUID.class)))
        .optional();
  }

  /// Whether something was carried over or cloned from the objective since.
  boolean wentOn(UUID objective, Instant since) {
    return database
        .sql(
            "select exists (select from objective n where n.carried_from = :objective and n.created_at >= :since)")
        .param("objective", objective)
        .param("since", Timestamp.from(since))
        .query(Boolean.class)
        .single();
  }

  /// Adds that what was given and said at that moment counts no more.
  void takeBack(UUID objective, Instant gradedAt, UUID by, Instant now) {
    database
        .sql(
            """
            insert into grade_taken_back (objective, graded_at, by_person, at)
            values (:objective, :graded_at, :by, :now)
            """)
        .param("objective", objective)
        .param("graded_at", Timestamp.from(gradedAt))
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }
}
