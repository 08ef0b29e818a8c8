package io.fairlead.app.demo;

import io.fairlead.app.demo.DemoCompany.Person;
import io.fairlead.app.demo.DemoCompany.Scored;
import io.fairlead.app.measures.RubricLibrary;
import io.fairlead.app.platform.Viewer;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Copies the company into the tables of the other modules, which are empty.
@Component
class DemoStore {
  private final JdbcClient database;
  private final DataSource source;

  private final RubricLibrary rubrics;
  private final JsonMapper json;

  DemoStore(JdbcClient database, DataSource source, RubricLibrary rubrics, JsonMapper json) {
    this.database = database;
    this.source = source;
    this.rubrics = rubrics;
    this.json = json;
  }

  /// Whether there is nobody yet; only one node may ask until the transaction ends.
  boolean isEmpty() {
    database.sql("select pg_advisory_xact_lock(hashtext('fairlead.demo'))").query().singleRow();
    return database.sql("select not exists (select from person)").query(Boolean.class).single();
  }

  /// People whose check-in is due, in any order, a few.
  List<Viewer> due(LocalDate today) {
    return database
        .sql(
            """
            select i.person, i.name from identity i join employment e on e.person = i.person and e.during @> :today
            where exists (
              select from key_result k
              join objective o on o.id = k.objective and o.state = 'active'
              join cycle c on c.id = o.cycle and c.starts <= :today and c.ends >= :today
              join key_result_track t on t.key_result = k.id and t.last_day + c.check_in_every_days <= :today
              where coalesce(k.owner, o.delegate, o.accountable) = i.person)
            order by random() limit 3
            """)
        .param("today", today)
        .query((row, _) ->
            new Viewer(
                row.getObject("person", UUID.class),
                row.getString("name"),
                Set.of(),
                Set.of(),
                Set.of(),
                today))
        .list();
  }

  void fill(DemoCompany company) {
    people(company);
    rules(company);
    goals(company);
    said(company);
    measures(company);
    scores(company.scored());
  }

  private void people(DemoCompany company) {
    copy(
        "unit (id, name, parent)",
        company.units(),
        each -> row(each.id(), each.name(), each.parent()));
    database
        .sql(
            """
            insert into unit_line (above, below, depth)
            with recursive up as (
              select id as above, id as below, 0 as depth from unit
              union all select u.parent, up.below, up.depth + 1 from up join unit u on u.id = up.above
              where u.parent is not null)
            select above, below, depth from up
            """)
        .update();
    copy(
        "person (id, created_at)",
        company.people(),
        each -> row(each.id(), morning(each.joined())));
    copy(
        "identity (person, name, email, employee_number, title, attributes, contact_shared)",
        company.people(),
        each ->
            row(
                each.id(),
                each.name(),
                each.email(),
                each.number(),
                each.title(),
                "{\"place\": \"" + each.place() + "\"}",
                each.contactShared()));
    copy(
        "employment (id, person, unit, during, recorded_at, departure_told)",
        company.employments(),
        each ->
            row(
                each.id(),
                each.person(),
                each.unit(),
                range(each.from(), each.until()),
                morning(each.from()),
                each.until() != null && each.until().isBefore(company.today().minusDays(30))));
    copy(
        "reporting_line (id, person, manager, during, recorded_at)",
        company.lines(),
        each ->
            row(
                each.id(),
                each.person(),
                each.manager(),
                range(each.from(), each.until()),
                morning(each.from())));
    copy(
        "team (id, name, purpose, unit, lead, during)",
        company.teams(),
        each ->
            row(
                each.id(),
                each.name(),
                each.purpose(),
                each.unit(),
                each.lead(),
                range(each.from(), null)));
    copy(
        "membership (id, team, person, during)",
        company.memberships(),
        each -> row(each.id(), each.team(), each.person(), range(each.from(), null)));
    List<Person> here =
        company.people().stream().filter(person -> person.isHere(company.today())).toList();
    copy("account (person, created_at)", here, each -> row(each.id(), morning(each.joined())));
    copy(
        "role_grant (id, person, role, unit, granted_at)",
        company.grants(),
        each ->
            row(
                each.id(),
                each.person(),
                each.role(),
                each.unit(),
                morning(company.today().minusYears(2))));
  }

  private void rules(DemoCompany company) {
    copy(
        "framework_version (id, number, document, author, reason, in_force_from)",
        company.versions(),
        each ->
            row(
                each.id(),
                each.number(),
                each.document(),
                each.author(),
                each.reason(),
                each.from()));
    copy(
        """
        cycle (id, name, starts, ends, planning_from, planning_until, grading_from, grading_until,
          check_in_every_days, framework_version)
        """,
        company.cycles(),
        each ->
            row(
                each.id(),
                each.name(),
                each.starts(),
                each.ends(),
                each.planningFrom(),
                each.planningUntil(),
                each.gradingFrom(),
                each.gradingUntil(),
                each.checkInEveryDays(),
                each.version()));
  }

  private void goals(DemoCompany company) {
    copy(
        """
        objective (id, cycle, title, why, kind, question, owner_person, owner_team, owner_unit, accountable,
          delegate, visibility, state, stands_alone_because, carried_from, created_by, created_at)
        """,
        company.objectives(),
        each ->
            row(
                each.id(),
                each.cycle(),
                each.title(),
                each.why(),
                each.kind(),
                each.question(),
                each.ownerKind().equals("person") ? each.owner() : null,
                each.ownerKind().equals("team") ? each.owner() : null,
                each.ownerKind().equals("unit") ? each.owner() : null,
                each.accountable(),
                each.delegate(),
                each.visibility(),
                each.state(),
                each.standsAloneBecause(),
                each.carriedFrom(),
                each.accountable(),
                each.createdAt()));
    copy(
        "objective_reader (objective, person)",
        company.objectives().stream()
            .flatMap(each -> each.readers().stream().map(reader -> List.of(each.id(), reader)))
            .toList(),
        each -> row(each.get(0), each.get(1)));
    copy(
        "watched (id, objective, position, name)",
        company.objectives().stream()
            .flatMap(each ->
                each.watched().stream()
                    .map(watched ->
                        List.of(
                            watched.id(),
                            each.id(),
                            each.watched().indexOf(watched),
                            watched.name())))
            .toList(),
        List::toArray);
    copy(
        """
        key_result (id, objective, position, title, kind, baseline, baseline_due, target_mode, target, target_change,
          low, high, tolerance, unit, weight, owner, due, settled_later, guardrail)
        """,
        company.keyResults(),
        each ->
            row(
                each.id(),
                each.objective(),
                each.position(),
                each.title(),
                each.kind(),
                each.baseline(),
                each.baselineDue(),
                each.targetMode(),
                each.target(),
                each.change(),
                each.low(),
                each.high(),
                each.tolerance(),
                each.unit(),
                each.weight(),
                each.owner(),
                each.due(),
                each.settledLater(),
                each.guardrail()));
    copy(
        "milestone (id, key_result, position, name, weight)",
        company.keyResults().stream()
            .flatMap(each ->
                each.milestones().stream()
                    .map(step ->
                        List.of(
                            step.id(),
                            each.id(),
                            each.milestones().indexOf(step),
                            step.name(),
                            step.weight())))
            .toList(),
        List::toArray);
    copy(
        "alignment (child, parent, share, is_primary, state)",
        company.alignments(),
        each ->
            row(
                each.child(),
                each.parent(),
                each.share(),
                each.primary(),
                each.agreed() ? "agreed" : "proposed"));
  }

  private void said(DemoCompany company) {
    copy(
        "alignment_move (id, child, parent, move, share, is_primary, note, by_person, at)",
        company.moves(),
        each ->
            row(
                each.id(),
                each.child(),
                each.parent(),
                each.move(),
                each.share(),
                each.primary(),
                each.note(),
                each.by(),
                each.at()));
    copy(
        "objective_state (id, objective, state, by_person, at, reason)",
        company.states(),
        each ->
            row(each.id(), each.objective(), each.state(), each.by(), each.at(), each.reason()));
    copy(
        "check_in (id, key_result, value, done, confidence, note, no_change, by_person, at, day)",
        company.checkIns(),
        each ->
            row(
                each.id(),
                each.keyResult(),
                each.value(),
                each.done(),
                each.confidence(),
                each.note(),
                each.noChange(),
                each.by(),
                each.at(),
                each.day()));
    copy(
        "grade (id, objective, key_result, suggested, score, provisional, comment, by_person, at)",
        company.grades(),
        each ->
            row(
                each.id(),
                each.objective(),
                each.keyResult(),
                each.suggested(),
                each.score(),
                each.provisional(),
                each.comment(),
                each.by(),
                each.at()));
    copy(
        """
        retrospective (id, objective, self_score, self_assessment, went_well, got_in_the_way, learned, next_step,
          by_person, at)
        """,
        company.retrospectives(),
        each ->
            row(
                each.id(),
                each.objective(),
                each.selfScore(),
                each.selfAssessment(),
                each.wentWell(),
                each.gotInTheWay(),
                each.learned(),
                each.nextStep(),
                each.by(),
                each.at()));
    copy(
        "status_override (id, objective, status, reason, by_person, at)",
        company.overrides(),
        each ->
            row(each.id(), each.objective(), each.status(), each.reason(), each.by(), each.at()));
    copy(
        "objective_opened (objective, person, at)",
        company.openings(),
        each -> row(each.objective(), each.person(), each.at()));
    talk(company);
  }

  private void talk(DemoCompany company) {
    copy(
        "comment (id, objective, check_in, answers, by_person, at)",
        company.comments(),
        each ->
            row(each.id(), each.objective(), each.checkIn(), each.answers(), each.by(), each.at()));
    copy(
        "comment_wording (comment, number, body, at)",
        company.comments(),
        each -> row(each.id(), 1, each.body(), each.at()));
    copy(
        "comment_mention (comment, person)",
        company.comments().stream().filter(each -> each.mentions() != null).toList(),
        each -> row(each.id(), each.mentions()));
    copy(
        "reaction (id, comment, person, kind, at)",
        company.reactions(),
        each -> row(each.id(), each.comment(), each.person(), each.kind(), each.at()));
    copy(
        "follower (objective, person, follows, at)",
        company.followers(),
        each -> row(each.objective(), each.person(), true, each.at()));
  }

  private void measures(DemoCompany company) {
    copy(
        """
        measure (id, code, name, definition, owner, of_unit, unit, decimals, direction, frequency, tense, low, high,
          warning, alarm, source, decision, pays, visibility, created_by, created_at)
        """,
        company.measured(),
        each ->
            row(
                each.id(),
                each.code(),
                each.name(),
                each.definition(),
                each.owner(),
                each.unit(),
                each.figures(),
                each.decimals(),
                each.direction(),
                each.frequency(),
                each.tense(),
                each.low(),
                each.high(),
                each.warning(),
                each.alarm(),
                "manual",
                each.decision(),
                each.pays(),
                "public",
                each.owner(),
                each.createdAt()));
    copy(
        "measure_target (id, measure, from_day, target, by_person, at)",
        company.measured().stream().filter(each -> each.target() != null).toList(),
        each ->
            row(each.id(), each.id(), each.from(), each.target(), each.owner(), each.createdAt()));
    copy(
        "measure_series (id, measure, dimension, slice)",
        company.parts(),
        each -> row(each.id(), each.measure(), each.dimension(), each.slice()));
    copy(
        "measure_value (series, day, correction, value, by_person, at, came)",
        company.figures(),
        each ->
            row(
                each.part(),
                each.day(),
                each.correction(),
                each.value(),
                each.by(),
                each.at(),
                "manual"));
    copy(
        "measure_event (id, measure, day, words, rebases, by_person, at)",
        company.happened(),
        each ->
            row(
                each.id(),
                each.measure(),
                each.day(),
                each.words(),
                each.rebases(),
                each.by(),
                each.at()));
  }

  private void scores(Scored scored) {
    copy(
        """
        measure (id, code, name, definition, owner, of_unit, unit, decimals, direction, frequency, tense, source,
          decision, visibility, created_by, created_at)
        """,
        List.of(scored),
        each ->
            row(
                each.measure(),
                "quality-of-discovery-calls",
                "Quality of discovery calls",
                "Recorded first calls with a buyer, scored by colleagues by the same six questions.",
                each.owner(),
                each.unit(),
                "of 5",
                2,
                "higher",
                "monthly",
                "leading",
                "rubric",
                "What is practised in the next training.",
                "public",
                each.owner(),
                each.createdAt()));
    copy(
        "measure_series (id, measure)",
        List.of(scored.measure()),
        measure -> row(measure, measure));
    copy(
        "rubric (measure, samples, raters)",
        List.of(scored.measure()),
        measure -> row(measure, Scoring.CALLS_A_MONTH, Scoring.RATERS));
    copy(
        "rubric_version (measure, version, from_day, points, items, by_person, at)",
        List.of(scored),
        each ->
            row(
                each.measure(),
                1,
                "1900-01-01",
                5,
                json.writeValueAsString(rubrics.find("discovery-call").orElseThrow().items()),
                each.owner(),
                each.createdAt()));
    copy("rubric_rater (measure, person)", scored.raters(), rater -> row(scored.measure(), rater));
    copy(
        "rubric_sample (id, measure, title, day, author, added_by, added_at)",
        scored.samples(),
        each ->
            row(
                each.id(),
                scored.measure(),
                each.title(),
                each.day(),
                each.author(),
                each.by(),
                each.at()));
    copy(
        "rubric_sample_rater (sample, person)",
        scored.samples().stream()
            .flatMap(each -> each.raters().stream().map(rater -> row(each.id(), rater)))
            .toList(),
        asked -> asked);
    copy(
        "rubric_score (id, sample, rater, version, marks, at)",
        scored.scores(),
        each -> row(each.id(), each.sample(), each.rater(), 1, each.marks(), each.at()));
  }

  /// What left its range was looked at by its owner, but for what nobody can explain yet.
  void answerAlerts(DemoCompany company, Instant at) {
    database
        .sql(
            """
            update measure_alert a set answered_at = :at, answered_by = m.owner, answer = :answer
            from measure m where m.id = a.measure and a.answered_at is null and m.id <> all(:waiting)
            """)
        .param("at", Timestamp.from(at))
        .param(
            "answer",
            "Looked at with the team: what we expected at this time. We look again next week.")
        .param(
            "waiting",
            company.measured().stream()
                .filter(DemoCompany.Measured::waits)
                .map(DemoCompany.Measured::id)
                .toArray(UUID[]::new))
        .update();
    database
        .sql(
            """
            update notice n set read_at = :at where n.kind = 'measure-alert' and n.read_at is null and not exists (
              select from measure_alert a where a.answered_at is null and n.link = '/measures/' || a.measure || '#alerts')
            """)
        .param("at", Timestamp.from(at))
        .update();
  }

  /// The planner knows nothing yet of what was just copied.
  void analyse() {
    database.sql("analyze").update();
  }

  private static Instant morning(LocalDate day) {
    return day.atTime(LocalTime.of(9, 0)).atZone(Rulebook.ZONE).toInstant();
  }

  private static String range(LocalDate from, @Nullable LocalDate until) {
    return "[" + from + "," + (until == null ? "" : until) + ")";
  }

  private static @Nullable Object[] row(@Nullable Object... cells) {
    return cells;
  }

  private <T> void copy(
      String into, List<T> rows, Function<? super T, @Nullable Object[]> columns) {
    String text =
        rows.stream()
            .map(row ->
                Arrays.stream(columns.apply(row))
                    .map(DemoStore::cell)
                    .collect(Collectors.joining("\t", "", "\n")))
            .collect(Collectors.joining());
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + into + " from stdin", new StringReader(text));
    } catch (SQLException failure) {
      throw new IllegalStateException("cannot write " + into, failure);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }

  private static String cell(@Nullable Object cell) {
    return switch (cell) {
      case null -> "\\N";
      case Collection<?> ids ->
          ids.stream().map(id -> ((UUID) id).toString()).collect(Collectors.joining(",", "{", "}"));
      case BigDecimal figure -> figure.toPlainString();
      default ->
          cell.toString()
              .replace("\\", "\\\\")
              .replace("\t", "\\t")
              .replace("\r", "\\r")
              .replace("\n", "\\n");
    };
  }
}
