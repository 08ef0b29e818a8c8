package io.fairlead.app.people;

import io.fairlead.app.people.ImportRun.Absent;
import io.fairlead.app.people.ImportRun.State;
import io.fairlead.app.people.intake.Heading;
import io.fairlead.app.people.intake.PeopleFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of import runs, their problems and parked rows.
@Repository
class ImportStore {
  private static final int EXAMPLES = 5;

  private static final String RUNS =
      """
      select i.*, coalesce(p.done_rows, 0) as progress from import_run i left join import_progress p on p.run = i.id
      """;

  private final JdbcClient database;

  ImportStore(JdbcClient database) {
    this.database = database;
  }

  void insert(
      UUID run,
      PeopleFile file,
      @Nullable String mapping,
      String fileName,
      Absent absent,
      LocalDate effective,
      UUID by,
      Instant now) {
    Heading heading = file.heading();
    database
        .sql(
            """
            insert into import_run (id, format, file_name, charset, separator, header, fields, attribute_names, targets,
              date_order, mapping, absent, effective, state, total_rows, made_by, made_at)
            values (:id, :format, :name, :charset, :separator, :header, :fields, :attributes, :targets,
              :dates, :mapping, :absent, :effective, 'checking', 0, :by, :now)
            """)
        .param("id", run)
        .param("format", heading.format().code())
        .param("name", fileName)
        .param("charset", file.shape().charset().name())
        .param("separator", Character.toString(file.shape().separator()))
        .param("header", heading.names().toArray(String[]::new))
        .param(
            "fields", heading.fields().stream().map(field -> field.code()).toArray(String[]::new))
        .param("attributes", heading.attributeNames().toArray(String[]::new))
        .param("targets", heading.codes().toArray(String[]::new))
        .param("dates", heading.dates().code())
        .param("mapping", mapping)
        .param("absent", absent.code())
        .param("effective", effective)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  void total(UUID run, int rows) {
    database
        .sql("update import_run set total_rows = :rows where id = :run")
        .param("rows", rows)
        .param("run", run)
        .update();
  }

  /// Steps the run from one state to another; false when it was not there.
  boolean move(UUID run, State from, State to) {
    return database
            .sql("update import_run set state = :to where id = :run and state = :from")
            .param("run", run)
            .param("from", from.code())
            .param("to", to.code())
            .update()
        == 1;
  }

  void stopped(UUID run, @Nullable String code) {
    database
        .sql("update import_run set stopped_by = :code where id = :run")
        .param("code", code)
        .param("run", run)
        .update();
  }

  void progress(UUID run, int done) {
    database
        .sql(
            """
            insert into import_progress (run, done_rows) values (:run, :done)
            on conflict (run) do update set done_rows = excluded.done_rows
            """)
        .param("done", done)
        .param("run", run)
        .update();
  }

  void chosen(UUID run, String choice, @Nullable Integer confirmedLeaving, UUID by) {
    database
        .sql(
            """
            update import_run set choice = :choice, confirmed_leaving = :leaving, applied_by = :by, stopped_by = null
            where id = :run
            """)
        .param("choice", choice)
        .param("leaving", confirmedLeaving)
        .param("by", by)
        .param("run", run)
        .update();
  }

  /// How the run is to be applied, as somebody chose.
  record Choice(String choice, @Nullable Integer confirmedLeaving, UUID by) {}

  Choice choice(UUID run) {
    return database
        .sql("select choice, confirmed_leaving, applied_by from import_run where id = :run")
        .param("run", run)
        .query((row, number) ->
            new Choice(
                row.getString("choice"),
                row.getObject("confirmed_leaving", Integer.class),
                row.getObject("applied_by", UUID.class)))
        .single();
  }

  void applied(UUID run, Instant now) {
    database
        .sql(
            """
            update import_run set state = 'applied', applied_at = :now where id = :run
            """)
        .param("now", Timestamp.from(now))
        .param("run", run)
        .update();
    database.sql("delete from import_staged where run = :run").param("run", run).update();
    database.sql("delete from import_same where run = :run").param("run", run).update();
  }

  void undoneBy(UUID run, UUID by) {
    database
        .sql("update import_run set undone_by = :by, stopped_by = null where id = :run")
        .param("by", by)
        .param("run", run)
        .update();
  }

  /// Who asked for undoing.
  UUID undoneBy(UUID run) {
    return database
        .sql("select undone_by from import_run where id = :run")
        .param("run", run)
        .query(UUID.class)
        .single();
  }

  void undone(UUID run, Instant now) {
    database
        .sql("update import_run set state = 'undone', undone_at = :now where id = :run")
        .param("now", Timestamp.from(now))
        .param("run", run)
        .update();
  }

  Optional<ImportRun> find(UUID run) {
    return database
        .sql(RUNS + " where i.id = :run")
        .param("run", run)
        .query(ImportStore::run)
        .optional();
  }

  /// The latest runs, newest first.
  ///
  /// @param before only those older than this one
  List<ImportRun> latest(@Nullable UUID before, int limit) {
    return database
        .sql(
            RUNS
                + """
                where :before::uuid is null
                  or (i.made_at, i.id) < (select b.made_at, b.id from import_run b where b.id = :before)
                order by i.made_at desc, i.id desc limit :limit
                """)
        .param("before", before)
        .param("limit", limit)
        .query(ImportStore::run)
        .list();
  }

  private static ImportRun run(ResultSet row, int number) throws SQLException {
    return new ImportRun(
        row.getObject("id", UUID.class),
        row.getString("format"),
        row.getString("file_name"),
        row.getString("charset"),
        row.getString("separator"),
        Arrays.asList((String[]) row.getArray("header").getArray()),
        Absent.valueOf(row.getString("absent").toUpperCase(Locale.ROOT)),
        row.getObject("effective", LocalDate.class),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("total_rows"),
        row.getInt("progress"),
        row.getInt("active_before"),
        row.getInt("new_people"),
        row.getInt("changed_people"),
        row.getInt("unchanged_people"),
        row.getInt("leaving_people"),
        row.getInt("problem_rows"),
        row.getInt("waiting_lines"),
        row.getString("stopped_by"),
        row.getTimestamp("made_at").toInstant(),
        row.getObject("made_by", UUID.class),
        instant(row, "applied_at"),
        instant(row, "undone_at"),
        row.getBoolean("sync"),
        row.getObject("as_of", LocalDate.class),
        row.getString("mapping"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  /// The problems grouped by cause, the most frequent first, each with a few examples.
  List<ImportCause> causes(UUID run) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    database
        .sql(
            """
            select code, count(distinct number) as rows from import_problem where run = :run
            group by code order by count(distinct number) desc, code
            """)
        .param("run", run)
        .query(row -> {
          rows.put(row.getString("code"), row.getInt("rows"));
        });
    return rows.entrySet().stream()
        .map(each ->
            new ImportCause(
                each.getKey(), each.getValue(), problems(run, each.getKey(), 0, EXAMPLES)))
        .toList();
  }

  /// Problems in the file's order.
  ///
  /// @param code only of this cause; all when null
  /// @param afterRow beginning behind this row
  List<ImportProblem> problems(UUID run, @Nullable String code, int afterRow, int limit) {
    return database
        .sql(
            """
            select p.number, r.line, p.field, p.code, p.parameters
            from import_problem p join import_row r on r.run = p.run and r.number = p.number
            where p.run = :run and p.number > :after and p.code = coalesce(:code, p.code)
            order by p.number, p.field, p.code limit :limit
            """)
        .param("run", run)
        .param("after", afterRow)
        .param("code", code)
        .param("limit", limit)
        .query(ImportStore::problem)
        .list();
  }

  private List<ImportProblem> problemsBetween(UUID run, int first, int last) {
    return database
        .sql(
            """
            select p.number, r.line, p.field, p.code, p.parameters
            from import_problem p join import_row r on r.run = p.run and r.number = p.number
            where p.run = :run and p.number between :first and :last order by p.number, p.field, p.code
            """)
        .param("run", run)
        .param("first", first)
        .param("last", last)
        .query(ImportStore::problem)
        .list();
  }

  private static ImportProblem problem(ResultSet row, int number) throws SQLException {
    return new ImportProblem(
        row.getInt("number"),
        row.getLong("line"),
        row.getString("field"),
        row.getString("code"),
        Arrays.asList((String[]) row.getArray("parameters").getArray()));
  }

  /// A parked row: its cells as they stood in the file, and why it waits.
  record Parked(int number, List<String> cells, List<ImportProblem> problems, boolean lineWaits) {}

  /// Hands over the parked rows in the file's order, a block at a time.
  void forEachParked(UUID run, Consumer<Parked> reader) {
    int after = 0;
    List<Parked> block = parked(run, after);
    while (!block.isEmpty()) {
      block.forEach(reader);
      after = block.getLast().number();
      block = parked(run, after);
    }
  }

  private List<Parked> parked(UUID run, int after) {
    List<Parked> block =
        database
            .sql(
                """
                select number, cells, line_waits from import_row
                where run = :run and number > :after and (verdict = 'problem' or line_waits) order by number limit 500
                """)
            .param("run", run)
            .param("after", after)
            .query((row, place) ->
                new Parked(
                    row.getInt("number"),
                    Arrays.asList((String[]) row.getArray("cells").getArray()),
                    List.of(),
                    row.getBoolean("line_waits")))
            .list();
    if (block.isEmpty()) {
      return block;
    }
    Map<Integer, List<ImportProblem>> problems =
        problemsBetween(run, block.getFirst().number(), block.getLast().number()).stream()
            .collect(Collectors.groupingBy(ImportProblem::row));
    return block.stream()
        .map(row ->
            new Parked(
                row.number(),
                row.cells(),
                problems.getOrDefault(row.number(), List.of()),
                row.lineWaits()))
        .toList();
  }

  /// Who would leave, by name; the first of them.
  List<PersonName> leaving(UUID run, int limit) {
    return database
        .sql(
            """
            select i.person, i.name from import_row r join identity i on i.person = r.person
            where r.run = :run and r.verdict = 'leaving' order by lower(i.name) limit :limit
            """)
        .param("run", run)
        .param("limit", limit)
        .query((row, number) ->
            new PersonName(row.getObject("person", UUID.class), row.getString("name")))
        .list();
  }

  /// Forgets what undoing would need and the rows that nobody waits for, of runs before the time.
  int forgetOld(Instant before) {
    database
        .sql(
            """
            delete from import_row r using import_run i where i.id = r.run and i.made_at < :before
              and (i.state in ('undone', 'discarded') or (i.state = 'applied' and r.verdict <> 'problem' and not r.line_waits))
            """)
        .param("before", Timestamp.from(before))
        .update();
    for (String rows : List.of("import_staged", "import_same")) {
      database
          .sql(
              """
              delete from TABLE r using import_run i where i.id = r.run and i.made_at < :before
                and i.state in ('undone', 'discarded')
              """
                  .replace("TABLE", rows))
          .param("before", Timestamp.from(before))
          .update();
    }
    database
        .sql(
            "update import_run set state = 'discarded' where state = 'ready' and made_at < :before")
        .param("before", Timestamp.from(before))
        .update();
    return database
        .sql(
            "delete from import_before b using import_run i where i.id = b.run and i.state <> 'undoing' and i.applied_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }
}
