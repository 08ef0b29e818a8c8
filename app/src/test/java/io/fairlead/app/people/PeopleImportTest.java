package io.fairlead.app.people;

import static io.fairlead.app.people.LinesTest.PEOPLE_OPS;
import static io.fairlead.app.people.LinesTest.TODAY;
import static io.fairlead.app.people.LinesTest.refusal;
import static io.fairlead.app.testing.Person.DEV;
import static io.fairlead.app.testing.Person.INES;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.RUBEN;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.people.ImportRun.Absent;
import io.fairlead.app.people.ImportRun.State;
import io.fairlead.app.people.PeopleImport.Application;
import io.fairlead.app.people.PeopleImport.Upload;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class PeopleImportTest {
  private static final String HEADER = "name,email,title,unit,manager_email\n";

  @Autowired PeopleImport imports;
  @Autowired People people;
  @Autowired Lines lines;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;
  @TempDir Path folder;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void theSameCompanyAgainChangesNothing() throws IOException {
    ImportRun run = previewed(wholeCompany());
    assertThat(counts(run)).isEqualTo("new 0, changed 0, unchanged 14, leaving 0, wrong 0");
    assertThat(applied(run).state()).isEqualTo(State.APPLIED);
    assertThat(counts(previewed(wholeCompany())))
        .isEqualTo("new 0, changed 0, unchanged 14, leaving 0, wrong 0");
  }

  @Test
  void newAndChangedPeopleAreCountedFirstAndThenThere() throws IOException {
    String file =
        wholeCompany()
                .replace(
                    "Jonas Beck,jonas@brightwell.example,Engineer,Activation,mara@",
                    "Jonas Beck,jonas@brightwell.example,Writer,Sales,henrik@")
            + "Ola Eriksen,ola@brightwell.example,Engineer,Product and Engineering > Sensing,henrik@brightwell.example\n"
            + "Vera Jansen,vera@brightwell.example,Engineer,Product and Engineering > Sensing,ola@brightwell.example\n";
    ImportRun run = previewed(file);
    assertThat(counts(run)).isEqualTo("new 2, changed 1, unchanged 13, leaving 0, wrong 0");
    assertThat(found("Ola")).isEmpty();
    applied(run);
    assertThat(person("Jonas").title()).isEqualTo("Writer");
    assertThat(person("Jonas").manager()).extracting("name").isEqualTo("Henrik Dahl");
    assertThat(person("Jonas").since()).isEqualTo("2023-03-01");
    assertThat(lines.managerOn(JONAS.id(), TODAY.minusDays(1)))
        .get()
        .extracting("name")
        .isEqualTo("Mara Lindqvist");
    assertThat(person("Vera").manager()).extracting("name").isEqualTo("Ola Eriksen");
    assertThat(person("Vera").unit()).extracting("name").isEqualTo("Sensing");
    new ClosureCheck(database, people).equalsRecomputation();
    assertThat(counts(previewed(file)))
        .isEqualTo("new 0, changed 0, unchanged 16, leaving 0, wrong 0");
    undone(run);
    assertThat(found("Ola")).isEmpty();
    assertThat(person("Jonas").title()).isEqualTo("Engineer");
    assertThat(counts(previewed(wholeCompany())))
        .isEqualTo("new 0, changed 0, unchanged 14, leaving 0, wrong 0");
    assertThat(lines.history(JONAS.id())).hasSize(1);
    new ClosureCheck(database, people).equalsRecomputation();
    assertThat(count("unit")).isEqualTo(6);
  }

  @Test
  void eachProblemIsNamedWithRowColumnAndReason() throws IOException {
    String file =
        HEADER
            + "Ines Okafor,ines@brightwell.example,Chief,Brightwell,ines@brightwell.example\n"
            + "Ada,ada@x.example,,,nobody@x.example\n"
            + "Bo,bo@x.example,,,cy@x.example\n"
            + "Cy,cy@x.example,,,bo@x.example\n"
            + "Di,di@x.example,,,\n"
            + "Di Two,DI@x.example,,,\n"
            + ",eve@x.example,,,\n"
            + "Fay,fay at x,,,\n";
    ImportRun run = previewed(file, Absent.STAY);
    assertThat(
            imports.problems(run, 0, 50).stream()
                .map(problem ->
                    problem.row()
                        + " "
                        + problem.column()
                        + " "
                        + problem.code()
                        + " "
                        + problem.parameters()))
        .containsExactly(
            "3 manager_email unknown-manager [nobody@x.example]",
            "4 manager_email manager-circle [Bo › Cy]",
            "5 manager_email manager-circle [Bo › Cy]",
            "6 email duplicate-address [di@x.example, 7]",
            "7 email duplicate-address [DI@x.example, 6]",
            "8 name missing-name []",
            "9 email malformed-address [fay at x]");
    assertThat(imports.causes(run))
        .extracting(cause -> cause.code() + " " + cause.rows())
        .containsExactly(
            "duplicate-address 2",
            "manager-circle 2",
            "malformed-address 1",
            "missing-name 1",
            "unknown-manager 1");
  }

  @Test
  void aWholeFileIsRefusedWhileOneRowIsWrong() throws IOException {
    ImportRun run = previewed(wholeCompany() + "Ada,ada,,,\n");
    assertThat(refusal(imports.apply(PEOPLE_OPS, new Application(run.id(), false, null, null))))
        .isEqualTo("import-has-problems [1]");
    assertThat(imports.find(PEOPLE_OPS, run.id()).orElseThrow().state()).isEqualTo(State.READY);
  }

  @Test
  void theGoodAreAppliedAndTheRestParkedWithReasons() throws IOException {
    String file =
        wholeCompany()
            + "Ada,ada@x.example,Lead,Sales,nobody@x.example\n"
            + "Bo,bo@x.example,Engineer,Sales,ada@x.example\n"
            + "Cy,cy@x.example,Engineer,Sales,priscilla@brightwell.example\n";
    ImportRun run = previewed(file);
    assertThat(counts(run)).isEqualTo("new 2, changed 0, unchanged 14, leaving 0, wrong 1");
    assertThat(run.waitingLines()).isEqualTo(1);
    applied(run, true, null);
    assertThat(found("Ada")).isEmpty();
    assertThat(person("Bo").manager()).isNull();
    assertThat(person("Cy").manager()).extracting("name").isEqualTo("Priscilla Moreno");
    StringWriter parked = new StringWriter();
    new ParkedFile(imports).write(run, parked, problem -> problem.code());
    assertThat(parked.toString())
        .isEqualTo(
            """
            name,email,title,unit,manager_email,fairlead_reason
            Ada,ada@x.example,Lead,Sales,nobody@x.example,unknown-manager
            Bo,bo@x.example,Engineer,Sales,ada@x.example,manager-waits
            """
                .replace("\n", "\r\n"));
    ImportRun again =
        previewed(parked.toString().replace("nobody@x.example", "ruben@brightwell.example"), null);
    assertThat(counts(again)).isEqualTo("new 1, changed 1, unchanged 0, leaving 0, wrong 0");
    applied(again);
    assertThat(person("Bo").manager()).extracting("name").isEqualTo("Ada");
    new ClosureCheck(database, people).equalsRecomputation();
  }

  @Test
  void moreThanFivePercentLeavingStopsUntilTheNumberIsConfirmed() throws IOException {
    String file = without(wholeCompany(), DEV, RUBEN);
    ImportRun run = previewed(file);
    assertThat(run.leaving()).isEqualTo(2);
    assertThat(refusal(imports.apply(PEOPLE_OPS, new Application(run.id(), false, null, null))))
        .isEqualTo("many-leave [2, 14]");
    assertThat(refusal(imports.apply(PEOPLE_OPS, new Application(run.id(), false, 3, null))))
        .isEqualTo("many-leave [2, 14]");
    applied(run, false, 2);
    assertThat(people.find(PEOPLE_OPS, DEV.id()).orElseThrow().here()).isFalse();
    assertThat(people.find(PEOPLE_OPS, DEV.id()).orElseThrow().lastDay()).isEqualTo("2026-05-12");
    assertThat(counts(previewed(file)))
        .isEqualTo("new 0, changed 0, unchanged 12, leaving 0, wrong 0");
    undone(run);
    assertThat(people.find(PEOPLE_OPS, DEV.id()).orElseThrow().here()).isTrue();
    new ClosureCheck(database, people).equalsRecomputation();
  }

  @Test
  void reportsOfManagersWhoLeaveByTheFileAreSaidOrHandedUp() throws IOException {
    ImportRun wrong = previewed(without(wholeCompany(), MARA));
    assertThat(imports.causes(wrong))
        .extracting(ImportCause::code)
        .containsExactly("manager-leaves");
    String file =
        without(wholeCompany(), MARA)
            .replaceAll(
                "(?m)^(Jonas|Dev|Aiko)(.*),mara@brightwell.example$",
                "$1$2,priscilla@brightwell.example");
    ImportRun run = previewed(file);
    applied(run, false, run.leaving());
    assertThat(person("Jonas").manager()).extracting("name").isEqualTo("Priscilla Moreno");
    new ClosureCheck(database, people).equalsRecomputation();
    undone(run);
    assertThat(person("Jonas").manager()).extracting("name").isEqualTo("Mara Lindqvist");
    ImportRun someone =
        previewed(
            "Full Name,Title,Email,Status,Manager Email\nMara Lindqvist,Team lead,mara@brightwell.example,Inactive,henrik@brightwell.example\n",
            Absent.STAY);
    assertThat(counts(someone)).isEqualTo("new 0, changed 0, unchanged 0, leaving 1, wrong 0");
    applied(someone, false, 1);
    assertThat(person("Jonas").manager()).extracting("name").isEqualTo("Henrik Dahl");
    new ClosureCheck(database, people).equalsRecomputation();
    undone(someone);
    assertThat(person("Jonas").manager()).extracting("name").isEqualTo("Mara Lindqvist");
    new ClosureCheck(database, people).equalsRecomputation();
  }

  @Test
  void twoPeopleMayExchangeTheirAddressesByEmployeeNumber() throws IOException {
    ImportRun first =
        previewed(
            "employee_number,name,email\n1,Jonas Beck,jonas@brightwell.example\n2,Dev Patel,dev@brightwell.example\n",
            Absent.STAY);
    assertThat(counts(first)).isEqualTo("new 0, changed 2, unchanged 0, leaving 0, wrong 0");
    applied(first);
    applied(
        previewed(
            "employee_number,name,email\n1,Jonas Beck,dev@brightwell.example\n2,Dev Patel,jonas@brightwell.example\n",
            Absent.STAY));
    assertThat(person("Jonas").email()).isEqualTo("dev@brightwell.example");
    assertThat(person("Dev").employeeNumber()).isEqualTo("2");
    ImportRun third =
        previewed(
            "employee_number,name,email\n3,Someone Else,dev@brightwell.example\n", Absent.STAY);
    assertThat(imports.causes(third))
        .extracting(ImportCause::code)
        .containsExactly("address-of-another");
  }

  @Test
  void aLinesChangeCanHoldFromAChosenDay() throws IOException {
    Path file =
        file(
            HEADER
                + "Jonas Beck,jonas@brightwell.example,Engineer,Activation,henrik@brightwell.example\n");
    UUID id =
        imports
            .read(PEOPLE_OPS, new Upload(file, "people.csv", Absent.STAY, LocalDate.of(2026, 7, 1)))
            .orThrow();
    imports.proceed(id);
    applied(imports.find(PEOPLE_OPS, id).orElseThrow());
    assertThat(person("Jonas").manager()).extracting("name").isEqualTo("Mara Lindqvist");
    assertThat(lines.managerOn(JONAS.id(), LocalDate.of(2026, 7, 1)))
        .get()
        .extracting("name")
        .isEqualTo("Henrik Dahl");
  }

  @Test
  void teamsAttributesAndDatesComeAlongAndStayWhenNotNamed() throws IOException {
    applied(
        previewed(
            """
            name,email,start_date,teams,Shoe size
            Jonas Beck,jonas@brightwell.example,2022-09-01,Porto pilot;Safety,43
            Dev Patel,dev@brightwell.example,,Safety,
            """,
            Absent.STAY));
    assertThat(person("Jonas").teams())
        .extracting(TeamName::name)
        .containsExactly("Porto pilot", "Safety");
    assertThat(person("Jonas").attributes()).containsEntry("Shoe size", "43");
    assertThat(person("Jonas").since()).isEqualTo("2022-09-01");
    ImportRun again =
        previewed("name,email,teams\nJonas Beck,jonas@brightwell.example,Safety\n", Absent.STAY);
    assertThat(counts(again)).isEqualTo("new 0, changed 1, unchanged 0, leaving 0, wrong 0");
    applied(again);
    assertThat(person("Jonas").teams()).extracting(TeamName::name).containsExactly("Safety");
    assertThat(person("Jonas").attributes()).containsEntry("Shoe size", "43");
  }

  @Test
  void undoingEndsWhenSomebodyBuiltOnItOrADayHasPassed() throws IOException {
    ImportRun run =
        applied(previewed(HEADER + "Ola,ola@x.example,,,henrik@brightwell.example\n", Absent.STAY));
    PersonEntry ola = person("Ola");
    lines
        .assign(PEOPLE_OPS, new LineChange(ola.id(), ola.version(), INES.id(), null, null))
        .orThrow();
    assertThat(refusal(imports.undo(PEOPLE_OPS, run.id(), null))).isEqualTo("undo-built-on [1]");
    ImportRun other =
        applied(previewed(HEADER + "Pia,pia@x.example,,,henrik@brightwell.example\n", Absent.STAY));
    lines
        .assign(PEOPLE_OPS, new LineChange(JONAS.id(), 1, person("Pia").id(), null, null))
        .orThrow();
    ImportRun stopped = reversed(other);
    assertThat(stopped.state()).isEqualTo(State.APPLIED);
    assertThat(stopped.stoppedBy()).isEqualTo("undo-referred-to");
    assertThat(person("Pia").name()).isEqualTo("Pia");
    clock.advance(Duration.ofHours(25));
    assertThat(refusal(imports.undo(PEOPLE_OPS, other.id(), null))).startsWith("undo-too-late");
  }

  @Test
  void whoIsChangedWhileUndoingWaitsKeepsTheChangeAndTheImport() throws IOException {
    ImportRun run =
        applied(previewed(HEADER + "Ola,ola@x.example,,,henrik@brightwell.example\n", Absent.STAY));
    imports.undo(PEOPLE_OPS, run.id(), null).orThrow();
    PersonEntry ola = person("Ola");
    lines
        .assign(PEOPLE_OPS, new LineChange(ola.id(), ola.version(), INES.id(), null, null))
        .orThrow();
    imports.proceed(run.id());
    ImportRun after = imports.find(PEOPLE_OPS, run.id()).orElseThrow();
    assertThat(after.state()).isEqualTo(State.APPLIED);
    assertThat(after.stoppedBy()).isEqualTo("undo-built-on");
    assertThat(person("Ola").manager()).extracting("name").isEqualTo("Ines Okafor");
  }

  @Test
  void aStepThatTwoNodesTakeHasOneEffect() throws Exception {
    ImportRun run = previewed(HEADER + "Ola,ola@x.example,,,\n", Absent.STAY);
    imports.apply(PEOPLE_OPS, new Application(run.id(), false, null, null)).orThrow();
    Thread one = Thread.ofVirtual().start(() -> imports.proceed(run.id()));
    Thread other = Thread.ofVirtual().start(() -> imports.proceed(run.id()));
    one.join();
    other.join();
    ImportRun after = imports.find(PEOPLE_OPS, run.id()).orElseThrow();
    assertThat(after.state()).as("%s", after.stoppedBy()).isEqualTo(State.APPLIED);
    undone(run);
    assertThat(found("Ola")).isEmpty();
  }

  /// As long as a cell may be, and of letters that no compression shortens.
  @Test
  void theLongestCellsThatAreAllowedGoThroughWhole() throws IOException {
    Random letters = new Random(7);
    String unit =
        Stream.generate(() -> letters(letters, 200)).limit(3).collect(Collectors.joining(" > "));
    String file =
        "employee_number,name,email,title,unit,teams,Note\n%s,%s,%s,%s,%s,%s,%s\n"
            .formatted(
                letters(letters, 100),
                letters(letters, 200),
                letters(letters, 64) + "@" + letters(letters, 180),
                letters(letters, 200),
                unit,
                letters(letters, 200),
                letters(letters, 10_000));
    ImportRun run = previewed(file, Absent.STAY);
    assertThat(counts(run)).isEqualTo("new 1, changed 0, unchanged 0, leaving 0, wrong 0");
    applied(run);
    undone(run);
  }

  private static String letters(Random random, int length) {
    return random
        .ints(length, 0x4E00, 0x9FA5)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void aHeaderWithCharactersThatCannotBeStoredIsRefused() throws IOException {
    Path file = folder.resolve("wide.csv");
    Files.write(file, "\uFEFFname,email,N\u0000te\nAda,ada@x.example,1\n".getBytes(UTF_16LE));
    assertThat(refusal(imports.read(PEOPLE_OPS, new Upload(file, "a\u0000.csv", null, null))))
        .startsWith("unreadable-header");
    Files.write(file, "\uFEFFname,email,Note\nAda,ada@x.example,1\n".getBytes(UTF_16LE));
    assertThat(
            imports.read(PEOPLE_OPS, new Upload(file, "a\u0000.csv", Absent.STAY, null)).isDone())
        .isTrue();
  }

  @Test
  void applyingTwiceHasOneEffect() throws IOException {
    ImportRun run = previewed(HEADER + "Ola,ola@x.example,,,\n", Absent.STAY);
    Application twice = new Application(run.id(), false, null, "key");
    assertThat(imports.apply(PEOPLE_OPS, twice).orThrow()).isEqualTo(run.id());
    assertThat(imports.apply(PEOPLE_OPS, twice).orThrow()).isEqualTo(run.id());
    imports.proceed(run.id());
    imports.proceed(run.id());
    assertThat(people.headcount(TODAY)).isEqualTo(15);
    assertThat(refusal(imports.apply(PEOPLE_OPS, new Application(run.id(), false, null, "other"))))
        .startsWith("import-not-ready");
  }

  @Test
  void threeThousandRowsWithNineteenWrongFromThreeCauses() throws IOException {
    StringBuilder file =
        new StringBuilder("employee_number,name,email,title,unit,manager_email,start_date\n");
    file.append("0,Ines Okafor,ines@brightwell.example,Chief executive,Brightwell,,2023-03-01\n");
    for (int i = 1; i < 3000; i++) {
      String manager = i <= 10 ? "ines@brightwell.example" : "p" + (i / 10) + "@x.example";
      String start = "2024-01-15";
      if (i >= 2000 && i < 2010) {
        start = "15.01.2024";
      }
      if (i >= 2500 && i < 2505) {
        manager = "gone@x.example";
      }
      String email =
          i >= 2900 && i < 2904 ? "twice" + (i / 2) + "@x.example" : "p" + i + "@x.example";
      file.append(
          "%d,Person %d,%s,Engineer,Brightwell > Unit %d,%s,%s\n"
              .formatted(i, i, email, i % 40, manager, start));
    }
    ImportRun run = previewed(file.toString());
    assertThat(run.problemRows()).isEqualTo(19);
    assertThat(imports.causes(run))
        .extracting(cause -> cause.code() + " " + cause.rows())
        .containsExactly("malformed-date 10", "unknown-manager 5", "duplicate-address 4");
    assertThat(run.newPeople()).isEqualTo(2980);
    assertThat(refusal(imports.apply(PEOPLE_OPS, new Application(run.id(), true, null, null))))
        .startsWith("many-leave");
    applied(run, true, run.leaving());
    assertThat(people.headcount(TODAY)).isEqualTo(2982);
    new ClosureCheck(database, people).equalsRecomputation();
    undone(run);
    assertThat(people.headcount(TODAY)).isEqualTo(14);
    assertThat(count("identity")).isEqualTo(14);
    new ClosureCheck(database, people).equalsRecomputation();
  }

  private String wholeCompany() {
    return HEADER
        + Stream.of(Person.values())
            .map(person ->
                String.join(
                        ",",
                        person.fullName(),
                        person.email(),
                        person.title(),
                        person.unit(),
                        person.manager().map(Person::email).orElse(person.email()))
                    + "\n")
            .collect(Collectors.joining());
  }

  private static String without(String file, Person... people) {
    List<String> names = Stream.of(people).map(Person::fullName).toList();
    return file.lines()
        .filter(line -> names.stream().noneMatch(line::startsWith))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("people.csv"), content);
  }

  private ImportRun previewed(String content) throws IOException {
    return previewed(content, Absent.LEAVE);
  }

  private ImportRun previewed(String content, @Nullable Absent absent) throws IOException {
    UUID id =
        imports.read(PEOPLE_OPS, new Upload(file(content), "people.csv", absent, null)).orThrow();
    imports.proceed(id);
    ImportRun run = imports.find(PEOPLE_OPS, id).orElseThrow();
    assertThat(run.state()).isEqualTo(State.READY);
    return run;
  }

  private ImportRun applied(ImportRun run) {
    return applied(run, false, null);
  }

  private ImportRun applied(ImportRun run, boolean onlyTheGood, @Nullable Integer leaving) {
    imports.apply(PEOPLE_OPS, new Application(run.id(), onlyTheGood, leaving, null)).orThrow();
    imports.proceed(run.id());
    ImportRun after = imports.find(PEOPLE_OPS, run.id()).orElseThrow();
    assertThat(after.state()).as("%s", after.stoppedBy()).isEqualTo(State.APPLIED);
    return after;
  }

  private ImportRun undone(ImportRun run) {
    ImportRun after = reversed(run);
    assertThat(after.state()).as("%s", after.stoppedBy()).isEqualTo(State.UNDONE);
    return after;
  }

  private ImportRun reversed(ImportRun run) {
    imports.undo(PEOPLE_OPS, run.id(), null).orThrow();
    assertThat(imports.find(PEOPLE_OPS, run.id()).orElseThrow().state()).isEqualTo(State.UNDOING);
    imports.proceed(run.id());
    return imports.find(PEOPLE_OPS, run.id()).orElseThrow();
  }

  private PersonEntry person(String name) {
    return found(name).orElseThrow();
  }

  private Optional<PersonEntry> found(String name) {
    return people
        .list(PEOPLE_OPS, PeopleQuery.everybody().matching(name))
        .orThrow()
        .people()
        .stream()
        .findFirst();
  }

  private int count(String table) {
    return database.sql("select count(*) from " + table).query(Integer.class).single();
  }

  private static String counts(ImportRun run) {
    return "new %d, changed %d, unchanged %d, leaving %d, wrong %d"
        .formatted(
            run.newPeople(), run.changed(), run.unchanged(), run.leaving(), run.problemRows());
  }
}
