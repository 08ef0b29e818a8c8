package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.Cycles;
import io.fairlead.app.goals.GoalImport.Extent;
import io.fairlead.app.goals.GoalImportRun.Counts;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.goals.GoalColumn;
import io.fairlead.methods.goals.GoalFile;
import io.fairlead.methods.goals.GoalRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class GoalImportTest {
  private static final String FOREIGN =
      """
      period,period_start,period_end,level,team,objective_id,parent_objective_id,objective,kr_id,key_result,start_value,target_value,current_or_final_value,unit,due,source
      Q2 2026,2026-04-01,2026-06-30,company,Board,W1,,Waste less water,W1-1,Leaks found within a day,40,90,65,%,2026-06-30,strategy.md
      Q2 2026,2026-04-01,2026-06-30,team,Sales,W2,W1,Sell what saves,W2-1,Contracts with a savings clause,,12,,count,by EOQ,sales.md
      Q2 2026,2026-04-01,2026-06-30,team,Sales,W2,W1,Sell what saves,W2-2,Tell every utility why,,,,,,sales.md
      Winter 2025,2025-10-01,2025-12-31,team,Plumbers,W9,,Old pipes are known,,,,,,,,=1+1
      """;

  @Autowired GoalImport imports;
  @Autowired GoalImportStore runs;
  @Autowired Pages pages;
  @Autowired GoalExport export;
  @Autowired GoalViews views;
  @Autowired CheckIns checkIns;
  @Autowired Cycles cycles;
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired TestClock clock;

  private final Viewer elif =
      new Viewer(
          Person.ELIF.id(),
          "Elif Arslan",
          Set.of(Role.PEOPLE_OPS),
          Set.of(),
          Set.of(),
          TestClock.TODAY);

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void columnsAreUnderstoodByWhatOthersCallThem() {
    UUID id = brought(FOREIGN);
    ImportSettings settings = runs.find(id).orElseThrow().settings();
    assertThat(settings.fields())
        .containsEntry("period", "cycle")
        .containsEntry("period_end", "cycle_ends")
        .containsEntry("team", "owner")
        .containsEntry("parent_objective_id", "parent_id")
        .containsEntry("start_value", "baseline")
        .containsEntry("current_or_final_value", "current")
        .doesNotContainKey("source");
  }

  @Test
  void whatTheFileLeavesOpenIsAskedAndNothingIsGuessed() {
    ImportPlan plan = plan(brought(FOREIGN));
    assertThat(stops(plan)).containsExactlyInAnyOrder("not-a-date", "cycle-unknown");
    assertThat(plan.unknownCycles()).containsEntry("Winter 2025", 1);
    assertThat(plan.good()).extracting(ImportPlan.Planned::external).containsExactly("W1");
  }

  @Test
  void theLinterSaysWhatItWouldSayOfEachSentenceAndStopsNothing() {
    UUID id =
        brought(
            """
            objective,key_result,cycle,owner,baseline,target
            Maintain the help desk,Launch the portal,Q2 2026,Mara Lindqvist,,
            Maintain the help desk,Launch the telephone,Q2 2026,Mara Lindqvist,,
            Maintain the help desk,Minutes until an answer,Q2 2026,Mara Lindqvist,9,4
            """);
    List<ImportRemark> remarks = imports.remarks(plan(id), pages.words());
    ImportRemark task =
        remarks.stream().filter(each -> each.said().rule().equals("K3")).findFirst().orElseThrow();
    assertThat(task.count()).isEqualTo(2);
    assertThat(task.rows()).containsExactly(2, 3);
    assertThat(task.said().message()).contains("Launch");
    assertThat(remarks.stream().map(each -> each.said().rule())).contains("O3");
    assertThat(stops(plan(id))).isEmpty();
  }

  @Test
  void allIsRefusedWhileAnythingStopsAndTheGoodCanBeWritten() {
    UUID id = brought(FOREIGN);
    assertThat(imports.apply(elif, id, Extent.ALL).isDone()).isFalse();
    assertThat(imports.apply(elif, id, Extent.GOOD).orThrow()).isEqualTo(new Counts(1, 1, 2, 0, 0));
    assertThat(exported())
        .extracting(row -> row.text(GoalColumn.OBJECTIVE_ID))
        .containsExactly("W1");
  }

  @Test
  void decidedItComesInWholeAndGivesBackEveryCell() {
    UUID id = decided(FOREIGN);
    assertThat(imports.apply(elif, id, Extent.ALL).orThrow()).isEqualTo(new Counts(3, 3, 0, 0, 1));
    List<GoalRow> rows = exported();
    assertThat(rows).hasSize(4);
    GoalRow leaks = row(rows, "W1-1");
    assertThat(leaks.cells())
        .containsEntry(GoalColumn.CYCLE, "Q2 2026")
        .containsEntry(GoalColumn.LEVEL, "organisation")
        .containsEntry(GoalColumn.KR_KIND, "increase")
        .containsEntry(GoalColumn.CURRENT, "65")
        .containsEntry(GoalColumn.DUE, "2026-06-30");
    assertThat(leaks.attributes())
        .containsEntry("level (as imported)", "company")
        .containsEntry("team", "Board")
        .containsEntry("source", "strategy.md")
        .containsEntry("period_start", "2026-04-01");
    GoalRow contracts = row(rows, "W2-1");
    assertThat(contracts.cells())
        .containsEntry(GoalColumn.PARENT_ID, "W1")
        .containsEntry(GoalColumn.OWNER, "Sales")
        .doesNotContainKey(GoalColumn.DUE);
    assertThat(contracts.attributes()).containsEntry("due (as imported)", "by EOQ");
    assertThat(row(rows, "W2-2").text(GoalColumn.KR_KIND)).isEqualTo("yes-no");
  }

  @Test
  void theSameFileAgainWritesNothingTwice() {
    imports.apply(elif, decided(FOREIGN), Extent.ALL).orThrow();
    ImportPlan again = plan(decided(FOREIGN));
    assertThat(again.objectives()).isEmpty();
    assertThat(again.known()).isEqualTo(3);
  }

  @Test
  void cyclesWithoutDaysStayOutUntilEachIsGivenDaysOrPutIntoOneThatIsHere() {
    String undated =
        """
        period,period_start,period_end,level,objective_id,objective,kr_id,key_result
        2019-Set1,,,company,U1,Better builds,U1-1,Builds pass at night
        2019-Set1,,,company,U2,Better docs,,
        Long ago,,,company,U3,Kept,,
        Winter 2018,2018-10-01,2018-12-31,company,U4,Warm,,
        """;
    Visitor visitor = visitors.as(Person.ELIF);
    visitor.page("/goals/import");
    String at = location(visitor.post("/goals/import", "text", undated));
    visitor.post(at + "/understanding", understood("", "", "", "create"));
    assertThat(visitor.page(at).body())
        .contains("one objective with no key result would be written, 3 would stay out")
        .contains("First day of 2019-Set1", "What becomes of Long ago");

    String here = cycles.all().getFirst().id().toString();
    visitor.post(at + "/understanding", understood("2019-07-31", "2019-02-01", here, "create"));
    assertThat(visitor.page(at).body()).contains("its last day is not after its first");
    visitor.post(at + "/understanding", understood("2019-02-01", "2019-07-31", here, "create"));
    assertThat(visitor.page(at).body()).contains("value=\"2019-02-01\"", "0 would stay out");
    assertThat(visitor.post(at + "/application", "extent", "all").statusCode()).isEqualTo(302);

    assertThat(cycles.all())
        .extracting(Cycle::name)
        .contains("2019-Set1", "Winter 2018")
        .doesNotContain("Long ago");
    GoalRow kept =
        exported().stream()
            .filter(row -> row.text(GoalColumn.OBJECTIVE_ID).equals("U3"))
            .findFirst()
            .orElseThrow();
    assertThat(kept.attributes()).containsEntry("period", "Long ago");
  }

  private static String[] understood(String starts, String ends, String longAgo, String others) {
    return new String[] {
      "field.period",
      "cycle",
      "field.period_start",
      "cycle_starts",
      "field.period_end",
      "cycle_ends",
      "field.level",
      "level",
      "field.objective_id",
      "objective_id",
      "field.objective",
      "objective",
      "field.kr_id",
      "kr_id",
      "field.key_result",
      "key_result",
      "cycle",
      others,
      "cycle.2019-Set1",
      starts.isEmpty() ? "" : "make",
      "starts.2019-Set1",
      starts,
      "ends.2019-Set1",
      ends,
      "cycle.Long ago",
      longAgo,
      "cycle.Winter 2018",
      ""
    };
  }

  @Test
  void aSecondSendFindsTheFirstDone() {
    UUID id = decided(FOREIGN);
    Counts first = imports.apply(elif, id, Extent.ALL).orThrow();
    assertThat(imports.apply(elif, id, Extent.ALL).orThrow()).isEqualTo(first);
    assertThat(exported()).hasSize(4);
  }

  @Test
  void anImportIsTakenBackForADayUnlessSomebodyBuiltOnIt() {
    UUID id = decided(FOREIGN);
    imports.apply(elif, id, Extent.ALL).orThrow();
    imports.undo(elif, id).orThrow();
    assertThat(exported()).isEmpty();

    UUID built = decided(FOREIGN);
    imports.apply(elif, built, Extent.ALL).orThrow();
    clock.advance(Duration.ofHours(1));
    UUID keyResult = plannedPart("W1-1");
    checkIns
        .save(
            elif,
            List.of(
                new CheckIn(
                    keyResult, java.math.BigDecimal.valueOf(70), Set.of(), null, "", false)),
            null)
        .orThrow();
    assertThat(imports.undo(elif, built).isDone()).isFalse();

    clock.advance(Duration.ofDays(2));
    UUID late = decided(FOREIGN.replace("W", "V"));
    imports.apply(elif, late, Extent.ALL).orThrow();
    clock.advance(Duration.ofHours(25));
    assertThat(imports.undo(elif, late).isDone()).isFalse();
  }

  @Test
  void ourOwnFileGoesOutAndInAndOutTheSame() {
    imports.apply(elif, decided(FOREIGN), Extent.ALL).orThrow();
    String first = csv();
    company.reset();
    UUID id = brought(first);
    understood(id, "organisation", "create", true);
    imports.apply(elif, id, Extent.GOOD).orThrow();
    List<Map<GoalColumn, String>> before = cells(GoalFile.parse(first).rows());
    List<Map<GoalColumn, String>> after = cells(exported());
    assertThat(after)
        .containsAll(
            before.stream()
                .filter(row ->
                    row.get(GoalColumn.CYCLE) != null
                        && row.get(GoalColumn.CYCLE).equals("Q2 2026"))
                .toList());
  }

  @Test
  void formulasLeaveTheHouseHarmless() throws IOException {
    imports.apply(elif, decided(FOREIGN), Extent.ALL).orThrow();
    assertThat(csv()).contains("'=1+1").doesNotContain(",=1+1");
    ByteArrayOutputStream book = new ByteArrayOutputStream();
    GoalExport.workbook(file(), book);
    try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(book.toByteArray()))) {
      for (var row : read.getSheetAt(0)) {
        row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA));
      }
      assertThat(read.getSheetAt(0).getLastRowNum()).isEqualTo(4);
    }
  }

  @Test
  void circlesUnknownParentsAndSharesOverOneStop() {
    String circles =
        """
        objective_id;parent_id;contributes_to;level;objective;kr_id;key_result;kr_kind;baseline;target
        A;B;;organisation;Ay;A1;One;increase;0;10
        B;A;;organisation;Bee;B1;One;increase;0;10
        C;Z;;organisation;Cee;C1;One;increase;5;5
        D;;"C:0.7;A:0.6";organisation;Dee;D1;One;increase;0;1e99
        """;
    ImportPlan plan = plan(brought(circles));
    assertThat(stops(plan))
        .contains("alignment-circle", "parent-unknown", "shares-above-one", "number-out-of-range");
    assertThat(plan.problems())
        .extracting(ImportPlan.Problem::code)
        .contains("target-equals-baseline");
    assertThat(plan.good()).isEmpty();
  }

  @Test
  void whatIsNoTableIsRefused() {
    assertThat(imports.bring(elif, "a", "").isDone()).isFalse();
    assertThat(imports.bring(elif, "a", "id,objective\n\"never closed").isDone()).isFalse();
    assertThat(imports.bring(Person.MARA.viewer(), "a", FOREIGN).isDone()).isFalse();
  }

  @Test
  void itGoesByPageFromPasteToSight() {
    Visitor visitor = visitors.as(Person.ELIF);
    assertThat(visitor.page("/goals/import").statusCode()).isEqualTo(200);
    String at = location(visitor.post("/goals/import", "text", FOREIGN));
    assertThat(visitor.page(at).body()).contains("There is no such cycle.", "by EOQ");
    visitor.post(
        at + "/understanding",
        "field.period",
        "cycle",
        "field.period_start",
        "cycle_starts",
        "field.period_end",
        "cycle_ends",
        "field.level",
        "level",
        "field.team",
        "owner",
        "field.objective_id",
        "objective_id",
        "field.parent_objective_id",
        "parent_id",
        "field.objective",
        "objective",
        "field.kr_id",
        "kr_id",
        "field.key_result",
        "key_result",
        "owner",
        "organisation",
        "cycle",
        "create",
        "state",
        "active");
    assertThat(visitor.post(at + "/application", "extent", "all").statusCode()).isEqualTo(302);
    assertThat(visitor.page(at).body()).contains("3 objectives with 3 key results written");
    assertThat(visitor.page("/goals").body()).contains("Waste less water");
    assertThat(visitor.post(at + "/undo").statusCode()).isEqualTo(302);
    assertThat(visitor.page("/goals").body()).doesNotContain("Waste less water");
    assertThat(visitors.as(Person.MARA).page("/goals/import").statusCode()).isEqualTo(404);
  }

  private static String location(java.net.http.HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow().replaceAll("^http://[^/]*", "");
  }

  private UUID brought(String content) {
    return imports.bring(elif, "goals.csv", content).orThrow();
  }

  private UUID decided(String content) {
    UUID id = brought(content);
    understood(id, "organisation", "create", true);
    return id;
  }

  private void understood(UUID id, String owner, String cycle, boolean lenient) {
    ImportSettings guessed = runs.find(id).orElseThrow().settings();
    Outcome<UUID> done =
        imports.understand(
            elif,
            id,
            new ImportSettings(guessed.fields(), owner, cycle, Map.of(), "active", lenient, false));
    assertThat(done.isDone()).isTrue();
  }

  private ImportPlan plan(UUID id) {
    return imports.preview(elif, id).orElseThrow().plan();
  }

  private static Set<String> stops(ImportPlan plan) {
    return plan.problems().stream()
        .filter(ImportPlan.Problem::stops)
        .map(ImportPlan.Problem::code)
        .collect(Collectors.toSet());
  }

  private GoalFile file() {
    return export.file(elif, GoalQuery.of("", "all"), true, LocalDate.parse("2026-05-13"));
  }

  private List<GoalRow> exported() {
    return file().rows();
  }

  private String csv() {
    return file().toCsv();
  }

  private static List<Map<GoalColumn, String>> cells(List<GoalRow> rows) {
    return rows.stream().map(GoalRow::cells).toList();
  }

  private static GoalRow row(List<GoalRow> rows, String keyResult) {
    return rows.stream()
        .filter(row -> row.text(GoalColumn.KR_ID).equals(keyResult))
        .findFirst()
        .orElseThrow();
  }

  private UUID plannedPart(String external) {
    return checkIns.mine(elif).stream()
        .map(CheckIns.ToUpdate::keyResult)
        .filter(part -> part.title().startsWith("Leaks") && !external.isEmpty())
        .map(KeyResultDefinition::id)
        .findFirst()
        .orElseThrow();
  }
}
