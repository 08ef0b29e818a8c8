package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.RoundRules.NOMINATE;
import static io.fairlead.app.feedback.RoundRules.RATERS;
import static io.fairlead.app.feedback.RoundRules.READ;
import static io.fairlead.app.feedback.RoundRules.REMIND;
import static io.fairlead.app.feedback.RoundRules.SETTLE;
import static io.fairlead.app.feedback.RoundRules.SUBJECT;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.methods.framework.FeedbackRound.Reviewees;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `feedback_subject` and `feedback_population`.
@Component
class SubjectStore {
  private final JdbcClient database;
  private final String subjects;
  private final String every;

  SubjectStore(JdbcClient database, Policy policy) {
    this.database = database;
    String columns =
        """
        select fs.*, i.name, m.name as manager_name, %s as may_nominate, %s as may_remind, %s as may_settle
        from feedback_subject fs join feedback_round r on r.id = fs.round
        left join identity i on i.person = fs.person left join identity m on m.person = fs.manager
        """;
    this.subjects =
        columns.formatted(
                policy.condition(SUBJECT, NOMINATE, RATERS, "fs"),
                policy.condition(SUBJECT, REMIND, RATERS, "fs"),
                policy.condition(SUBJECT, SETTLE, RATERS, "fs"))
            + " where fs.person is not null and "
            + policy.condition(SUBJECT, READ, RATERS, "fs");
    this.every = columns.formatted("false", "false", "false");
  }

  Optional<Subject> find(Viewer viewer, UUID id) {
    return database
        .sql(subjects + " and fs.id = :id")
        .params(viewer.parameters())
        .param("id", id)
        .query((row, _) -> subject(row))
        .optional();
  }

  /// Of rounds whose raters are being chosen, those that wait for the viewer: their own first.
  List<Subject> waitingFor(Viewer viewer) {
    return database
        .sql(
            subjects
                + """
                 and r.state = 'nominating' and ((fs.person = :viewer and fs.nominations = 'open')
                   or (fs.manager = :viewer and fs.nominations = 'handed-in'))
                order by fs.person <> :viewer, i.name, fs.id limit 200
                """)
        .params(viewer.parameters())
        .query((row, _) -> subject(row))
        .list();
  }

  /// Those of a round that the viewer may see the raters of, by name.
  List<Subject> of(Viewer viewer, UUID round, int limit, String after) {
    return database
        .sql(
            subjects
                + " and fs.round = :round and (coalesce(i.name, '') || fs.id::text) > :after"
                + " order by coalesce(i.name, '') || fs.id::text limit :limit")
        .params(viewer.parameters())
        .param("round", round)
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> subject(row))
        .list();
  }

  /// By subject, whom the ledger knows it as: the person, the unit, or the objective.
  Map<UUID, UUID> known(UUID round) {
    Map<UUID, UUID> known = new HashMap<>();
    database
        .sql(
            "select id, coalesce(person, unit, objective) as known from feedback_subject where round = :round")
        .param("round", round)
        .query((row, _) ->
            known.put(row.getObject("id", UUID.class), row.getObject("known", UUID.class)))
        .list();
    return known;
  }

  /// All people of a round.
  List<Subject> of(UUID round) {
    return database
        .sql(every + " where fs.person is not null and fs.round = :round order by i.name, fs.id")
        .param("round", round)
        .query((row, _) -> subject(row))
        .list();
  }

  /// Whom a round is about so far, by how far the choice of raters is.
  Map<Subject.Nominations, Integer> counts(UUID round) {
    Map<Subject.Nominations, Integer> counts = new HashMap<>();
    database
        .sql(
            "select nominations, count(*) as people from feedback_subject where round = :round group by nominations")
        .param("round", round)
        .query((row, _) ->
            counts.put(
                Subject.Nominations.find(row.getString("nominations")).orElseThrow(),
                row.getInt("people")))
        .list();
    return counts;
  }

  /// Until the transaction ends nobody else changes it or its raters.
  ///
  /// @return its version
  Optional<Long> lock(UUID id) {
    return database
        .sql("select version from feedback_subject where id = :id for update")
        .param("id", id)
        .query((row, _) -> row.getLong("version"))
        .optional();
  }

  void move(UUID id, Subject.Nominations nominations) {
    database
        .sql(
            "update feedback_subject set nominations = :nominations, version = version + 1 where id = :id")
        .param("id", id)
        .param("nominations", nominations.code())
        .update();
  }

  /// The day on which everybody asked about them was last told of it: by the round, or because the
  /// reviewee asked.
  Optional<LocalDate> told(UUID id) {
    return database
        .sql(
            """
            select greatest(r.told_on, fs.told_on) as told_on from feedback_subject fs
            join feedback_round r on r.id = fs.round
            where fs.id = :id and (r.told_on is not null or fs.told_on is not null)
            """)
        .param("id", id)
        .query((row, _) -> row.getObject("told_on", LocalDate.class))
        .optional();
  }

  void tell(UUID id, LocalDate day) {
    database
        .sql("update feedback_subject set told_on = :day where id = :id")
        .param("id", id)
        .param("day", day)
        .update();
  }

  /// That its raters changed.
  void touch(UUID id) {
    database
        .sql("update feedback_subject set version = version + 1 where id = :id")
        .param("id", id)
        .update();
  }

  void setPopulation(UUID round, Population population) {
    database
        .sql("update feedback_round set reviewees = :reviewees where id = :round")
        .param("round", round)
        .param("reviewees", Population.code(population.reviewees()))
        .update();
    database
        .sql("delete from feedback_population where round = :round")
        .param("round", round)
        .update();
    database
        .sql("insert into feedback_population (round, unit) select :round, unnest(:units)")
        .param("round", round)
        .param("units", population.units().toArray(UUID[]::new))
        .update();
    database
        .sql("insert into feedback_population (round, person) select :round, unnest(:people)")
        .param("round", round)
        .param("people", population.people().toArray(UUID[]::new))
        .update();
    if (population.objective() != null) {
      database
          .sql("insert into feedback_population (round, objective) values (:round, :objective)")
          .param("round", round)
          .param("objective", population.objective())
          .update();
    }
  }

  Population population(UUID round) {
    List<UUID> units =
        database
            .sql("select unit from feedback_population where round = :round and unit is not null")
            .param("round", round)
            .query((row, _) -> row.getObject("unit", UUID.class))
            .list();
    List<UUID> people =
        database
            .sql(
                "select person from feedback_population where round = :round and person is not null")
            .param("round", round)
            .query((row, _) -> row.getObject("person", UUID.class))
            .list();
    Optional<UUID> objective =
        database
            .sql(
                "select objective from feedback_population where round = :round and objective is not null")
            .param("round", round)
            .query((row, _) -> row.getObject("objective", UUID.class))
            .optional();
    Reviewees reviewees =
        database
            .sql("select reviewees from feedback_round where id = :round")
            .param("round", round)
            .query((row, _) -> Population.reviewees(row.getString("reviewees")).orElseThrow())
            .optional()
            .orElse(Reviewees.EVERYONE);
    return new Population(Set.copyOf(units), Set.copyOf(people), objective.orElse(null), reviewees);
  }

  /// Who works here on the day and is meant.
  List<UUID> members(Population population, LocalDate day) {
    return database
        .sql(
            """
            select e.person from employment e where e.during @> :day and (e.person = any(:people)
              or ((:everybody or e.unit in (select l.below from unit_line l where l.above = any(:units)))
                and (:depth = 0 or exists (select 1 from line_of l where l.above = e.person and l.depth = :depth))))
            """)
        .param("day", day)
        .param("depth", population.depth())
        .param("everybody", population.isEverybody())
        .param("people", population.people().toArray(UUID[]::new))
        .param("units", population.units().toArray(UUID[]::new))
        .query((row, _) -> row.getObject("person", UUID.class))
        .list();
  }

  /// To whom they report on that day.
  List<UUID> managers(List<UUID> people, LocalDate day) {
    return database
        .sql(
            """
            select distinct l.manager from reporting_line l
            where l.person = any(:people) and l.manager is not null and l.during @> :day
            """)
        .param("people", people.toArray(UUID[]::new))
        .param("day", day)
        .query((row, _) -> row.getObject("manager", UUID.class))
        .list();
  }

  /// Each with the manager of that day.
  void insert(UUID round, List<UUID> people, LocalDate day) {
    database
        .sql(
            """
            insert into feedback_subject (id, round, person, manager)
            select gen_random_uuid(), :round, p.person,
              (select l.manager from reporting_line l where l.person = p.person and l.during @> :day)
            from unnest(:people) p (person)
            """)
        .param("round", round)
        .param("day", day)
        .param("people", people.toArray(UUID[]::new))
        .update();
  }

  private static Subject subject(ResultSet row) throws SQLException {
    return new Subject(
        row.getObject("id", UUID.class),
        row.getObject("round", UUID.class),
        row.getObject("person", UUID.class),
        row.getString("name"),
        row.getObject("manager", UUID.class),
        row.getString("manager_name"),
        Subject.Nominations.find(row.getString("nominations")).orElseThrow(),
        row.getLong("version"),
        row.getBoolean("may_nominate"),
        row.getBoolean("may_remind"),
        row.getBoolean("may_settle"));
  }
}
