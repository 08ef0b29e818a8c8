package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrowserTest
class GradingTest {
  @Autowired Grading grading;
  @Autowired CheckIns checkIns;
  @Autowired RollUps rollUps;
  @Autowired Successors successors;
  @Autowired Objectives objectives;
  @Autowired Visitors visitors;
  @Autowired Goals goals;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;

  private UUID objective = new UUID(0, 0);
  private UUID first = new UUID(0, 0);
  private UUID second = new UUID(0, 0);

  @BeforeEach
  void anObjectiveWithOneOfTwoKeyResultsCheckedInOn() {
    company.reset();
    objective = goals.objective(Person.MARA, "Sites report");
    first = goals.keyResult(objective, "First reading", 40, 60);
    second = goals.keyResult(objective, "Calls", 3, 1);
    checkIns
        .save(
            Person.MARA.viewer(),
            List.of(new CheckIn(first, new BigDecimal("56"), Set.of(), 6, "", false)),
            null)
        .orThrow();
    clock.set(LocalDate.parse("2026-06-25"));
  }

  @Test
  void theSuggestionCountsWhatNobodyCheckedInOnAsZero() {
    GradeSheet sheet = grading.sheet(Person.MARA.viewer(), objective).orElseThrow();
    assertThat(sheet.suggested()).isCloseTo(0.4, within(1e-12));
    assertThat(sheet.lines()).extracting(GradeSheet.Line::suggested).containsExactly(0.8, 0.0);
  }

  @Test
  void followingTheSuggestionNeedsNoCommentAndGradesTheObjective() {
    assertThat(grading.grade(Person.MARA.viewer(), input(Map.of(), null, ""), null).orThrow())
        .isCloseTo(0.4, within(1e-12));
    GradeSheet sheet = grading.sheet(Person.MARA.viewer(), objective).orElseThrow();
    assertThat(sheet.state()).isEqualTo("graded");
    assertThat(sheet.graded()).isCloseTo(0.4, within(1e-12));
    rollUps.catchUp();
    assertThat(
            database
                .sql("select own_score from rollup where objective = ?")
                .param(objective)
                .query(Double.class)
                .single())
        .isCloseTo(0.4, within(1e-12));
  }

  @Test
  void anotherScoreNeedsAReason() {
    assertThat(codes(input(Map.of(second, 0.7), null, ""))).containsExactly("grading.why");
    assertThat(
            grading
                .grade(Person.MARA.viewer(), input(Map.of(second, 0.7), null, "Counted late"), null)
                .orThrow())
        .isCloseTo(0.75, within(1e-12));
  }

  @Test
  void aScoreOutsideZeroToOneIsRefused() {
    assertThat(codes(input(Map.of(first, 1.2), null, "Why not")))
        .containsExactly("grading.score-range");
    assertThat(codes(input(Map.of(first, Double.NaN), null, "Why not")))
        .containsExactly("grading.score-range");
  }

  @Test
  void gradingDoesNotOpenBeforeItsWindow() {
    clock.set(LocalDate.parse("2026-06-01"));
    assertThat(codes(input(Map.of(), null, ""))).containsExactly("grading.not-open");
  }

  @Test
  void aStaleSheetChangesNothing() {
    GradeInput input = input(Map.of(), null, "");
    grading.grade(Person.MARA.viewer(), input, null).orThrow();
    assertThat(codes(input)).containsExactly("stale");
  }

  @Test
  void someoneElseSeesNoSheet() {
    assertThat(grading.sheet(Person.RUBEN.viewer(), objective)).isEmpty();
    Outcome<Double> outcome = grading.grade(Person.RUBEN.viewer(), input(Map.of(), null, ""), null);
    assertThat(((Outcome.Refused<?>) outcome).reasons())
        .extracting(Reason::kind)
        .containsExactly(Reason.Kind.NOT_FOUND);
  }

  @Test
  void everyGradeEverGivenIsKept() {
    grading.grade(Person.MARA.viewer(), input(Map.of(), null, ""), null).orThrow();
    grading
        .grade(Person.MARA.viewer(), input(Map.of(first, 1.0), null, "The last site came in"), null)
        .orThrow();
    assertThat(
            database
                .sql("select count(*) from grade where objective = ? and key_result is null")
                .param(objective)
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void whatIsLeftIsCarriedOverFromWhereItStands() {
    grading
        .grade(Person.MARA.viewer(), input(Map.of(second, 1.0), null, "Counted"), null)
        .orThrow();
    database
        .sql(
            """
            insert into key_result_track (key_result, objective, days, progress, value, score, last_day, last_by, as_of)
            values (?, ?, '{2026-06-20}', '{1}', 1, 1, '2026-06-20', ?, now())
            """)
        .params(second, objective, Person.MARA.id())
        .update();
    UUID draft =
        successors
            .draft(
                Person.MARA.viewer(),
                objective,
                Company.cycle("2026"),
                Successors.Way.CARRIED_OVER,
                "once")
            .orThrow();
    assertThat(
            successors.draft(
                Person.MARA.viewer(),
                objective,
                Company.cycle("2026"),
                Successors.Way.CARRIED_OVER,
                "once"))
        .isEqualTo(Outcome.done(draft));
    Objective next = objectives.find(Person.MARA.viewer(), draft).orElseThrow();
    assertThat(next.state()).isEqualTo(ObjectiveState.DRAFT);
    assertThat(next.carriedFrom()).isEqualTo(objective);
    assertThat(next.plan().keyResults())
        .singleElement()
        .satisfies(left -> {
          assertThat(left.title()).isEqualTo("First reading");
          assertThat(left.baseline()).isEqualByComparingTo("56");
        });
  }

  @Test
  void gradingByPageAndCarryingOverLeadsToTheDraft() {
    Visitor mara = visitors.as(Person.MARA);
    String form = mara.page("/goals/" + objective + "/grade").body();
    assertThat(form).contains("Its figures say 0.80", "Nobody checked in: that counts 0");
    String version = between(form, "name=\"version\" value=\"", "\"");
    assertThat(
            mara.post(
                    "/goals/" + objective + "/grade",
                    "version",
                    version,
                    first.toString(),
                    "0.8",
                    second.toString(),
                    "0.5",
                    "nextStep",
                    "done")
                .body())
        .contains("Say why: a score differs from its figures");
    var sent =
        mara.post(
            "/goals/" + objective + "/grade",
            "version",
            version,
            first.toString(),
            "0.8",
            second.toString(),
            "0.5",
            "comment",
            "Half of them count",
            "nextStep",
            "carry-over",
            "cycle",
            Company.cycle("2026").toString());
    assertThat(sent.headers().firstValue("Location").orElseThrow()).matches("/goals/.*/edit");
  }

  @Test
  void promisedAgainItBeginsAsItDidAndStoppedNothingFollows() {
    Visitor mara = visitors.as(Person.MARA);
    mara.page("/goals/" + objective + "/grade");
    HttpResponse<String> stopped = graded(mara, "stop");
    assertThat(stopped.headers().firstValue("Location").orElseThrow())
        .isEqualTo("/goals/" + objective);
    assertThat(successors()).isZero();
    HttpResponse<String> cloned = graded(mara, "clone");
    String address = cloned.headers().firstValue("Location").orElseThrow();
    assertThat(address).endsWith("/edit");
    Objective again =
        objectives.find(Person.MARA.viewer(), UUID.fromString(address.split("/")[2])).orElseThrow();
    assertThat(again.carriedFrom()).isEqualTo(objective);
    assertThat(again.plan().keyResults())
        .extracting(part -> part.baseline() + " to " + part.target())
        .containsExactly("40 to 60", "3 to 1");
  }

  @Test
  void whereNothingIsLeftToCarryOverTheGradeStandsAndThePageSaysWhy() {
    for (UUID part : List.of(first, second)) {
      checkIns
          .save(
              Person.MARA.viewer(),
              List.of(
                  new CheckIn(
                      part,
                      new BigDecimal(part.equals(first) ? "60" : "1"),
                      Set.of(),
                      9,
                      "",
                      false)),
              null)
          .orThrow();
    }
    Visitor mara = visitors.as(Person.MARA);
    mara.page("/goals/" + objective + "/grade");
    HttpResponse<String> graded = graded(mara, "carry-over");
    assertThat(graded.statusCode()).isEqualTo(302);
    assertThat(graded.headers().firstValue("Location").orElseThrow())
        .isEqualTo("/goals/" + objective);
    assertThat(mara.page("/goals/" + objective).body()).contains("nothing is left to carry over");
    assertThat(grading.sheet(Person.MARA.viewer(), objective).orElseThrow().state())
        .isEqualTo("graded");
  }

  private HttpResponse<String> graded(Visitor mara, String next) {
    long version =
        database
            .sql("select version from objective where id = ?")
            .param(objective)
            .query(Long.class)
            .single();
    return mara.post(
        "/goals/" + objective + "/grade",
        "version",
        String.valueOf(version),
        "nextStep",
        next,
        "cycle",
        Company.cycle("2026").toString());
  }

  private int successors() {
    return database
        .sql("select count(*) from objective where carried_from = ?")
        .param(objective)
        .query(Integer.class)
        .single();
  }

  @Test
  void theGradingScreenLooksRight(Browsing browsing) {
    Look.at(browsing.as(Person.MARA), "/goals/" + objective + "/grade");
  }

  private static String between(String text, String before, String after) {
    int start = text.indexOf(before) + before.length();
    return text.substring(start, text.indexOf(after, start));
  }

  private List<String> codes(GradeInput input) {
    return ((Outcome.Refused<?>) grading.grade(Person.MARA.viewer(), input, null))
        .reasons().stream().map(Reason::code).toList();
  }

  private GradeInput input(Map<UUID, Double> scores, @Nullable Double score, String comment) {
    long version =
        database
            .sql("select version from objective where id = ?")
            .param(objective)
            .query(Long.class)
            .single();
    return new GradeInput(
        objective,
        version,
        scores,
        Set.of(),
        score,
        null,
        comment,
        new GradeSheet.Retrospective(0.5, "", "", "", "Ask installers first", "done"));
  }
}
