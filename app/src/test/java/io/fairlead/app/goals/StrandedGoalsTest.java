package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.cycles.CycleCalendar;
import io.fairlead.app.framework.FrameworkInput;
import io.fairlead.app.framework.FrameworkPlan;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.Words;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.FrameworkEdit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Each way in which another framework would leave running objectives without a place or a rule to
/// live by, and those in which it would not.
@AppTest
class StrandedGoalsTest {
  private static final Viewer ELIF =
      new Viewer(
          Person.ELIF.id(),
          "Elif Arslan",
          Set.of(Role.PEOPLE_OPS),
          Set.of(),
          Set.of(),
          TestClock.TODAY);

  @Autowired Frameworks frameworks;
  @Autowired CycleCalendar calendar;
  @Autowired Company company;
  @Autowired Goals goals;
  @Autowired Pages pages;
  @Autowired JdbcClient database;

  /// In the running quarter: Mara's reach with two key results that weigh differently, to which
  /// Jonas's and, through his, Dev's objective lead; Jonas has a second one of one key result.
  @BeforeEach
  void runningGoals() {
    company.reset();
    settle();
    calendar.keepUp();
    UUID reach = goals.objective(Person.MARA, "Sites report within a day");
    heavy(goals.keyResult(reach, "Calls", 3, 1));
    goals.keyResult(reach, "Readings", 40, 60);
    UUID installers = goals.objective(Person.JONAS, "Installers finish without calling");
    goals.keyResult(installers, "Guides", "yes-no", null, null);
    UUID guides = goals.objective(Person.DEV, "Guides are found");
    goals.keyResult(guides, "Found at once", 20, 80);
    UUID other =
        goals.objective(Person.JONAS, "Batteries last a year", "Q2 2026", "proposed", "named");
    goals.keyResult(other, "Months", 4, 12);
    goals.align(installers, reach, 0.8, true);
    goals.align(installers, other, 0.1, false);
    goals.align(guides, installers, 1, true);
  }

  @AfterEach
  void asNew() {
    company.reset();
    settle();
  }

  /// The node reads the document again once a second; the emptied table must have been seen.
  private void settle() {
    long end = System.nanoTime() + 3_000_000_000L;
    while (frameworks.inForce().number() != 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private void heavy(UUID keyResult) {
    database.sql("update key_result set weight = 3 where id = ?").param(keyResult).update();
  }

  private static String with(String path, Object value) {
    return FrameworkEdit.set(DefaultFramework.text(), path, value);
  }

  private Outcome<Integer> apply(String document) {
    return frameworks.apply(
        ELIF,
        new FrameworkInput(
            document, "We agreed on it in the spring.", frameworks.inForce().number(), null));
  }

  private List<String> said(Outcome<?> outcome) {
    Words words = pages.words();
    return switch (outcome) {
      case Refused<?>(List<Reason> reasons) -> reasons.stream().map(words::refusal).toList();
      case Outcome.Done<?> _ -> List.of();
    };
  }

  static Stream<Arguments> strandingChanges() {
    return Stream.of(
        Arguments.of(
            "goals.objective-kinds",
            List.of("committed", "learning"),
            "4 running objectives are aspirational: “Batteries last a year”, “Guides are found”, “Installers finish without calling” …. Let them end or change them first."),
        Arguments.of(
            "goals.key-result-kinds",
            List.of("increase", "decrease", "band", "milestones"),
            "One running objective has key results measured as yes-no: “Installers finish without calling”. Let them end or change them first."),
        Arguments.of(
            "goals.individual-goals",
            false,
            "4 running objectives belong to a person: “Batteries last a year”, “Guides are found”, “Installers finish without calling” …. Let them end or give them to a team first."),
        Arguments.of(
            "goals.weights",
            false,
            "One running objective weighs its key results differently: “Sites report within a day”. Let them end or change them first."),
        Arguments.of(
            "goals.limits.key-results-at-most",
            1,
            "One running objective has more than 1 key results: “Sites report within a day”. Let them end or change them first."),
        Arguments.of(
            "goals.limits.key-results-at-least",
            2,
            "3 running objectives have fewer than 2 key results: “Batteries last a year”, “Guides are found”, “Installers finish without calling”. Let them end or change them first."),
        Arguments.of(
            "goals.limits.objectives-per-owner",
            1,
            "2 running objectives belong to an owner with more than 1 in their cycle: “Batteries last a year”, “Installers finish without calling”. Let some end or give them to somebody else first."),
        Arguments.of(
            "goals.alignment.levels-at-most",
            2,
            "One running objective stands below 2 levels of others: “Guides are found”. Let them end or align them higher first."),
        Arguments.of(
            "goals.alignment.sideways",
            false,
            "2 running objectives contribute to one of another owner at the same level: “Guides are found”, “Installers finish without calling”. Let them end or align them differently first."),
        Arguments.of(
            "goals.alignment.contributions-at-most",
            0,
            "One running objective contributes to more than 0 others: “Installers finish without calling”. Let them end or change them first."));
  }

  @ParameterizedTest
  @MethodSource("strandingChanges")
  void aChangeThatWouldStrandRunningObjectivesIsRefusedAndSaysWhich(
      String path, Object value, String sentence) {
    String document = with(path, value);
    FrameworkPlan plan = frameworks.plan(ELIF, document).orThrow();
    assertThat(plan.refusals().stream().map(pages.words()::refusal)).containsExactly(sentence);
    assertThat(said(apply(document))).containsExactly(sentence);
    assertThat(frameworks.inForce().number()).isZero();
  }

  @ParameterizedTest
  @MethodSource("strandingChanges")
  void theSameChangeGoesThroughOnceNothingRunsThatItWouldStrand(String path, Object value) {
    database.sql("update objective set state = 'closed'").update();
    assertThat(said(apply(with(path, value)))).isEmpty();
  }

  static Stream<Arguments> changesThatRunningGoalsFollow() {
    return Stream.of(
        Arguments.of("goals.visibility", "team"),
        Arguments.of("goals.scoring.aspirational.reached-from", 0.6),
        Arguments.of("goals.scoring.committed.partly-from", 0.8),
        Arguments.of("goals.limits.key-results-at-most", 2),
        Arguments.of("goals.limits.objectives-per-owner", 2),
        Arguments.of("goals.alignment.levels-at-most", 3),
        Arguments.of("goals.alignment.contributions-at-most", 1),
        Arguments.of("goals.alignment.upwards-agreement", false),
        Arguments.of("goals.staleness.days", 21),
        Arguments.of("goals.key-result-kinds", List.of("increase", "decrease", "yes-no")),
        Arguments.of("cadence.check-ins.rhythm", "every-two-weeks"),
        Arguments.of("cadence.cycles.names", "fiscal"));
  }

  @ParameterizedTest
  @MethodSource("changesThatRunningGoalsFollow")
  void aChangeThatRunningObjectivesCanFollowGoesThrough(String path, Object value) {
    assertThat(said(apply(with(path, value)))).isEmpty();
    assertThat(frameworks.inForce().number()).isOne();
  }

  @Test
  void aCycleThatVanishesFromTheCalendarStrandsWhatIsPlannedInItDraftsToo() {
    into("Q3 2026", goals.objective(Person.MARA, "Ports report", "Q2 2026", "proposed", "public"));
    into("Q3 2026", goals.objective(Person.DEV, "Not said yet", "Q2 2026", "draft", "public"));
    assertThat(said(apply(with("cadence.cycles.length", "half-year"))))
        .containsExactly(
            "2 objectives are planned in Q3 2026, which the new calendar does not have: “Ports report” …. Move them first.");
  }

  @Test
  void aCycleThatMovesStrandsWhatIsPlannedInItAndMayNotCutIntoTheRunningOne() {
    into("Q3 2026", goals.objective(Person.MARA, "Ports report", "Q2 2026", "proposed", "public"));
    String moved =
        FrameworkEdit.set(
            with("cadence.cycles.length", "custom"),
            "cadence.cycles.custom",
            List.of(Map.of("name", "Summer", "starts", "2026-06-15", "ends", "2026-09-30")));
    assertThat(said(apply(moved)))
        .hasSize(2)
        .anyMatch(sentence -> sentence.contains("Q3 2026") && sentence.contains("“Ports report”"))
        .anyMatch(sentence -> sentence.contains("Summer") && sentence.contains("Q2 2026"));
    assertThat(frameworks.inForce().number()).isZero();
  }

  private void into(String cycle, UUID objective) {
    database
        .sql("update objective set cycle = (select id from cycle where name = ?) where id = ?")
        .params(cycle, objective)
        .update();
  }

  @Test
  void allThatAChangeWouldStrandIsSaidAtOnce() {
    String document =
        FrameworkEdit.set(with("goals.weights", false), "goals.alignment.sideways", false);
    assertThat(said(apply(document))).hasSize(2);
  }
}
