package io.fairlead.app.people;

import static io.fairlead.app.people.LinesTest.PEOPLE_OPS;
import static io.fairlead.app.people.LinesTest.TODAY;
import static io.fairlead.app.people.LinesTest.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.people.ImportRun.State;
import io.fairlead.app.people.Mappings.Draft;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class PeopleSyncTest {
  private static final String HEADER = "employee_number,name,email,title,unit,manager_email\n";

  @Autowired PeopleSync syncs;
  @Autowired PeopleImport imports;
  @Autowired Mappings mappings;
  @Autowired Visitors visitors;
  @Autowired People people;
  @Autowired Company company;
  @Autowired JdbcClient database;
  @TempDir Path folder;

  @BeforeEach
  void asNew() {
    company.reset();
    database.sql("delete from import_mapping").update();
    database.sql("delete from import_run").update();
  }

  /// Two hundred people under Ines, by number; she herself brings nobody down.
  private static String company(int people) {
    return HEADER
        + "0,Ines Okafor,ines@brightwell.example,Chief,Brightwell,\n"
        + "1,Elif Kaya,elif@brightwell.example,People,Brightwell,ines@brightwell.example\n"
        + IntStream.rangeClosed(2, people)
            .mapToObj(n -> row(n, "Engineer"))
            .collect(Collectors.joining());
  }

  private static String row(int number, String title) {
    return "%d,Person %d,p%d@brightwell.example,%s,Brightwell > Group %d,ines@brightwell.example\n"
        .formatted(number, number, number, title, number % 5);
  }

  @Test
  void aFileIsCheckedAndAppliedInOneStepAndTwiceChangesNothing() throws IOException {
    ImportRun first = synced("people-2026-05-11.csv", company(200), 13);
    assertThat(first.state()).as("%s", first.stoppedBy()).isEqualTo(State.APPLIED);
    assertThat(first.sync()).isTrue();
    assertThat(first.asOf()).isEqualTo("2026-05-11");
    assertThat(counts(first)).isEqualTo("new 199, changed 2, unchanged 0, leaving 12");
    ImportRun again = synced("people-2026-05-11.csv", company(200), null);
    assertThat(again.state()).isEqualTo(State.APPLIED);
    assertThat(counts(again)).isEqualTo("new 0, changed 0, unchanged 201, leaving 0");
    assertThat(imports.latest(PEOPLE_OPS, null, 10)).extracting(ImportRun::id).contains(first.id());
  }

  @Test
  void onlyWhatChangedIsPlannedAndUndoneLikeAnyImport() throws IOException {
    synced("people.csv", company(200), 13);
    String next =
        company(200).replace(row(7, "Engineer"), row(7, "Chief of Tea"))
            + row(201, "Engineer").replace("ines@", "p7@");
    ImportRun run = synced("people.csv", next, null);
    assertThat(counts(run)).isEqualTo("new 1, changed 1, unchanged 200, leaving 0");
    assertThat(title("Person 7")).contains("Chief of Tea");
    assertThat(
            database
                .sql("select count(*) from import_row where run = :run")
                .param("run", run.id())
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    imports.undo(PEOPLE_OPS, run.id(), null).orThrow();
    imports.proceed(run.id());
    assertThat(title("Person 7")).contains("Engineer");
    assertThat(title("Person 201")).isEmpty();
  }

  @Test
  void whatSomebodyChangedByHandIsSetRightAgain() throws IOException {
    synced("people.csv", company(200), 13);
    database.sql("update identity set title = 'Pirate' where name = 'Person 9'").update();
    assertThat(counts(synced("people.csv", company(200), null)))
        .isEqualTo("new 0, changed 1, unchanged 200, leaving 0");
    assertThat(title("Person 9")).contains("Engineer");
  }

  @Test
  void moreThanFivePercentLeavingStopsTheRunUnlessSoManyAreAllowed() throws IOException {
    synced("people.csv", company(200), 13);
    // Eleven of two hundred and one leave, and eleven others come, so that the file is no shorter.
    String next =
        company(189)
            + IntStream.rangeClosed(301, 311)
                .mapToObj(n -> row(n, "Engineer"))
                .collect(Collectors.joining());
    ImportRun stopped = synced("people.csv", next, null);
    assertThat(stopped.state()).isEqualTo(State.READY);
    assertThat(stopped.stoppedBy()).isEqualTo("many-leave");
    assertThat(stopped.leaving()).isEqualTo(11);
    assertThat(title("Person 200")).isPresent();
    assertThat(synced("people.csv", next, 10).stoppedBy()).isEqualTo("many-leave");
    ImportRun allowed = synced("people.csv", next, 11);
    assertThat(allowed.state()).isEqualTo(State.APPLIED);
    assertThat(title("Person 200")).isEmpty();
  }

  @Test
  void aFileThatIsCutOffEmptyShortOrOldChangesNothing() throws IOException {
    synced("people-2026-05-12.csv", company(200), 13);
    int runs = runs();
    String whole = company(200);
    assertThat(refused("people-2026-05-13.csv", whole.substring(0, whole.length() - 30)))
        .isEqualTo("sync-cut-off");
    assertThat(refused("people-2026-05-13.csv", "")).isEqualTo("sync-empty");
    assertThat(refused("people-2026-05-13.csv", HEADER)).isEqualTo("sync-empty");
    assertThat(refused("people-2026-05-13.csv", company(150))).isEqualTo("sync-shorter");
    assertThat(refused("people-2026-05-11.csv", whole)).isEqualTo("sync-older");
    assertThat(refused("people-2026-05-30.csv", whole)).isEqualTo("sync-from-the-future");
    assertThat(runs()).isEqualTo(runs);
    assertThat(title("Person 200")).isPresent();
  }

  @Test
  void anOldFileWithoutADayIsKnownByItsBytes() throws IOException {
    synced("people.csv", company(200), 13);
    synced("people.csv", company(201), null);
    assertThat(refused("people.csv", company(200))).isEqualTo("sync-seen-before");
    SyncFile said = new SyncFile(file(company(200)), "people.csv", null, null, TODAY, false, null);
    assertThat(syncs.begin(PEOPLE_OPS, said).isDone()).isTrue();
  }

  @Test
  void aFileThatAnotherOvertookStopsInItsTurn() throws IOException {
    synced("people-2026-05-10.csv", company(200), 13);
    UUID slow =
        syncs.begin(PEOPLE_OPS, sync("people-2026-05-11.csv", company(201), null)).orThrow();
    synced("people-2026-05-12.csv", company(202), null);
    imports.proceed(slow);
    ImportRun run = imports.find(PEOPLE_OPS, slow).orElseThrow();
    assertThat(run.stoppedBy()).isEqualTo("sync-older");
    assertThat(title("Person 202")).isPresent();
  }

  @Test
  void oneWrongRowRefusesAllUnlessTheGoodAreChosen() throws IOException {
    synced("people.csv", company(200), 13);
    String next =
        company(200).replace(row(7, "Engineer"), row(7, "Chief of Tea"))
            + row(201, "Engineer").replace("ines@", "nobody@");
    ImportRun refused = synced("people.csv", next, null);
    assertThat(refused.state()).isEqualTo(State.READY);
    assertThat(refused.stoppedBy()).isEqualTo("import-has-problems");
    assertThat(title("Person 7")).contains("Engineer");
    SyncFile parking = new SyncFile(file(next), "people.csv", null, null, null, true, null);
    UUID run = syncs.begin(PEOPLE_OPS, parking).orThrow();
    imports.proceed(run);
    assertThat(title("Person 7")).contains("Chief of Tea");
    assertThat(imports.problems(imports.find(PEOPLE_OPS, run).orElseThrow(), 0, 10))
        .extracting(ImportProblem::code)
        .containsExactly("unknown-manager");
  }

  @Test
  void aCircleThroughPeopleWhoDoNotChangeIsFound() throws IOException {
    synced(
        "people.csv",
        company(200).replace(row(3, "Engineer"), row(3, "Engineer").replace("ines@", "p2@")),
        13);
    String circle =
        company(200)
            .replace(row(3, "Engineer"), row(3, "Engineer").replace("ines@", "p2@"))
            .replace(row(2, "Engineer"), row(2, "Engineer").replace("ines@", "p3@"));
    ImportRun run = synced("people.csv", circle, null);
    assertThat(imports.problems(run, 0, 10))
        .extracting(problem -> problem.code() + " " + problem.parameters())
        .containsExactly("manager-circle [Person 2 › Person 3]");
  }

  @Test
  void whoSharesANumberOrAddressWithAnUnchangedRowIsFound() throws IOException {
    synced("people.csv", company(200), 13);
    String next =
        company(200)
            + "7,Double,double@brightwell.example,,Brightwell,ines@brightwell.example\n"
            + "900,Twin,p8@brightwell.example,,Brightwell,ines@brightwell.example\n"
            + ",Ghost,P9@brightwell.example,,Brightwell,ines@brightwell.example\n";
    assertThat(imports.problems(synced("people.csv", next, null), 0, 20))
        .extracting(problem -> problem.row() + " " + problem.code())
        .containsExactlyInAnyOrder(
            "9 duplicate-number",
            "203 duplicate-number",
            "10 duplicate-address",
            "204 duplicate-address",
            "204 address-of-another",
            "11 duplicate-address",
            "205 duplicate-address");
  }

  @Test
  void reportsOfSomebodyWhoLeavesByTheFileAreNotOverlooked() throws IOException {
    String before =
        company(200).replace(row(3, "Engineer"), row(3, "Engineer").replace("ines@", "p2@"));
    synced("people.csv", before, 13);
    ImportRun run = synced("people.csv", before.replace(row(2, "Engineer"), ""), null);
    assertThat(imports.problems(run, 0, 10))
        .extracting(problem -> problem.row() + " " + problem.code())
        .containsExactly("4 manager-leaves");
  }

  @ParameterizedTest
  @CsvSource({
    "people-2026-05-11.csv, 2026-05-11",
    "20260511_people.csv, 2026-05-11",
    "people.2026.05.11.csv, 2026-05-11",
    "people-2026-13-40.csv,",
    "people-120260511.csv,",
    "people.csv,"
  })
  void theDayIsReadFromTheName(String name, @Nullable String day) {
    assertThat(SyncGuard.dayIn(name)).isEqualTo(Optional.ofNullable(day).map(LocalDate::parse));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, true", "UTF-16LE, true", "UTF-16BE, true"})
  void aFileThatEndsWithALineIsWholeInEveryCharacterSet(String charset, boolean whole)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("x.csv"), "a,b\n", java.nio.charset.Charset.forName(charset));
    assertThat(SyncGuard.endsWithALine(file)).isEqualTo(whole);
    Files.writeString(file, "a,b\nc", java.nio.charset.Charset.forName(charset));
    assertThat(SyncGuard.endsWithALine(file)).isFalse();
  }

  @Test
  void aSavedMappingReadsAFileOfAnotherSystem() throws IOException {
    String header = "Personalnummer;Vorname;Nachname;E-Post;Abteilung;Vorgesetzt;Eintritt;Gehalt\n";
    String file =
        header
            + "77;Ada;Quist;ada@brightwell.example;Brightwell;ines@brightwell.example;31.3.2024;50000\n";
    assertThat(refused("hr.csv", file)).isEqualTo("unknown-header");
    mappings
        .save(
            PEOPLE_OPS,
            new Draft(
                "HR system",
                List.of(header.strip().split(";")),
                List.of(
                    "employee_number",
                    "first_name",
                    "last_name",
                    "email",
                    "unit",
                    "manager_email",
                    "start_date",
                    ""),
                "day-first"))
        .orThrow();
    SyncFile named =
        new SyncFile(file(file), "hr.csv", "hr SYSTEM", ImportRun.Absent.STAY, null, false, null);
    UUID id = syncs.begin(PEOPLE_OPS, named).orThrow();
    imports.proceed(id);
    ImportRun run = imports.find(PEOPLE_OPS, id).orElseThrow();
    assertThat(run.state()).as("%s", run.stoppedBy()).isEqualTo(State.APPLIED);
    assertThat(run.mapping()).isEqualTo("HR system");
    PersonEntry ada = found("Ada Quist").orElseThrow();
    assertThat(ada.since()).isEqualTo("2024-03-31");
    assertThat(ada.attributes()).isEmpty();
    SyncFile recognised =
        new SyncFile(
            file(file.replace("Ada;", "Ava;")),
            "hr.csv",
            null,
            ImportRun.Absent.STAY,
            null,
            false,
            null);
    UUID next = syncs.begin(PEOPLE_OPS, recognised).orThrow();
    imports.proceed(next);
    assertThat(found("Ava Quist")).isPresent();
    assertThat(mappings.ofRun(PEOPLE_OPS, next).orElseThrow().codes())
        .startsWith("employee_number", "first_name");
    SyncFile without =
        new SyncFile(
            file(file.replace("E-Post", "Mail")),
            "hr.csv",
            "HR system",
            ImportRun.Absent.STAY,
            null,
            false,
            null);
    assertThat(refusal(syncs.begin(PEOPLE_OPS, without)))
        .isEqualTo("mapping-columns-missing [E-Post]");
  }

  @Test
  void aMappingNeedsANameAnAddressAndEachMeaningOnce() {
    Outcome<UUID> outcome =
        mappings.save(
            PEOPLE_OPS,
            new Draft(" ", List.of("a", "b", "c"), List.of("title", "title", "moon"), "never"));
    assertThat(((Outcome.Refused<UUID>) outcome).reasons())
        .extracting(reason -> reason.code())
        .containsExactly(
            "mapping-name",
            "mapping-dates",
            "mapping-twice",
            "mapping-unknown",
            "mapping-needs-address",
            "mapping-needs-name");
  }

  private ImportRun synced(String name, String content, @Nullable Integer allowLeaving)
      throws IOException {
    UUID id = syncs.begin(PEOPLE_OPS, sync(name, content, allowLeaving)).orThrow();
    imports.proceed(id);
    return imports.find(PEOPLE_OPS, id).orElseThrow();
  }

  private String refused(String name, String content) throws IOException {
    return refusal(syncs.begin(PEOPLE_OPS, sync(name, content, null))).split(" ", 2)[0];
  }

  private SyncFile sync(String name, String content, @Nullable Integer allowLeaving)
      throws IOException {
    return new SyncFile(file(content), name, null, null, null, false, allowLeaving);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(
        folder.resolve(UUID.randomUUID() + ".csv"), content, StandardCharsets.UTF_8);
  }

  private Optional<String> title(String name) {
    return found(name).map(PersonEntry::title);
  }

  private Optional<PersonEntry> found(String name) {
    return people
        .list(PEOPLE_OPS, PeopleQuery.everybody().matching(name))
        .orThrow()
        .people()
        .stream()
        .filter(person -> person.name().equals(name))
        .findFirst();
  }

  private int runs() {
    return database.sql("select count(*) from import_run").query(Integer.class).single();
  }

  private static String counts(ImportRun run) {
    return "new %d, changed %d, unchanged %d, leaving %d"
        .formatted(run.newPeople(), run.changed(), run.unchanged(), run.leaving());
  }

  @Test
  void whoMayNotReadPeopleFilesIsToldNothingOfSavedMappings() {
    assertThat(visitors.as(Person.MARA).page("/api/v1/people/mappings").statusCode())
        .isEqualTo(404);
    assertThat(visitors.as(Person.ELIF).page("/api/v1/people/mappings").statusCode())
        .isEqualTo(200);
  }
}
