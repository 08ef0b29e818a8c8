package io.fairlead.app.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.framework.FrameworkInput;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.FrameworkEdit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class CycleCalendarTest {
  private static final Viewer ELIF =
      new Viewer(
          Person.ELIF.id(),
          "Elif Arslan",
          Set.of(Role.PEOPLE_OPS),
          Set.of(),
          Set.of(),
          TestClock.TODAY);

  @Autowired CycleCalendar calendar;
  @Autowired Cycles cycles;
  @Autowired Frameworks frameworks;
  @Autowired Goals goals;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
    settle();
  }

  @AfterEach
  void leaveAsNew() {
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

  private Cycle current(String day) {
    return OpenCycles.EVERYBODYS.current(cycles.all(), LocalDate.parse(day)).orElseThrow();
  }

  private List<String> names() {
    return cycles.all().stream().map(Cycle::name).toList();
  }

  private Outcome<Integer> apply(String document) {
    return frameworks.apply(
        ELIF,
        new FrameworkInput(document, "We agreed on it.", frameworks.inForce().number(), null));
  }

  private static String with(String path, Object value) {
    return FrameworkEdit.set(DefaultFramework.text(), path, value);
  }

  private static List<String> codes(Outcome<?> outcome) {
    return ((Refused<?>) outcome).reasons().stream().map(Reason::code).toList();
  }

  @Test
  void theNextCyclesAreMadeAndThoseThatRunStay() {
    calendar.keepUp();
    calendar.keepUp();

    assertThat(names()).containsExactly("2026", "Q4 2026", "Q3 2026", "Q2 2026", "Q1 2026");
    assertThat(current("2026-08-01").gradingFrom()).isEqualTo("2026-09-25");
  }

  @Test
  void withoutAnyCycleTheRunningOnesAreMadeToo() {
    database.sql("delete from cycle").update();
    calendar.keepUp();
    assertThat(names()).containsExactly("2026", "Q4 2026", "Q3 2026", "Q2 2026");
  }

  @Test
  void aNewCalendarHoldsForWhatIsToComeAndRunningCyclesKeepTheirs() {
    calendar.keepUp();
    apply(
            FrameworkEdit.set(
                with("cadence.check-ins.rhythm", "every-two-weeks"),
                "cadence.cycles.length",
                "half-year"))
        .orThrow();

    assertThat(names()).containsExactly("2026", "H2 2026", "Q2 2026", "Q1 2026");
    assertThat(current("2026-05-13").checkInEveryDays()).isEqualTo(7);
    assertThat(current("2026-08-01").checkInEveryDays()).isEqualTo(14);
  }

  @Test
  void aCalendarThatWouldDropACycleWithObjectivesIsRefusedAndSaysWhich() {
    calendar.keepUp();
    var id = goals.objective(Person.MARA, "Sites report", "Q2 2026", "active", "public");
    database
        .sql(
            "update objective set cycle = (select id from cycle where name = 'Q3 2026') where id = ?")
        .param(id)
        .update();

    Outcome<Integer> outcome = apply(with("cadence.cycles.length", "half-year"));

    assertThat(codes(outcome)).containsExactly("goals.stranded-cycle");
    assertThat(((Refused<?>) outcome).reasons().getFirst().parameters())
        .containsExactly(1L, "Q3 2026", "“Sites report”");
    assertThat(names()).contains("Q3 2026", "Q4 2026");
    assertThat(frameworks.history()).isEmpty();
  }

  @Test
  void aCalendarThatCutsIntoARunningCycleIsRefused() {
    String document =
        FrameworkEdit.set(
            with("cadence.cycles.length", "custom"),
            "cadence.cycles.custom",
            List.of(Map.of("name", "Summer", "starts", "2026-06-01", "ends", "2026-09-30")));
    assertThat(codes(apply(document))).containsExactly("cycles.cuts-into");
  }

  @Test
  void rulesThatWouldStrandRunningObjectivesAreRefusedAndDraftsDoNotCount() {
    var running = goals.objective(Person.MARA, "Sites report");
    goals.keyResult(running, "Calls", 3, 1);
    goals.objective(Person.JONAS, "Only a draft", "Q2 2026", "draft", "public");

    assertThat(codes(apply(with("goals.objective-kinds", List.of("committed")))))
        .containsExactly("goals.stranded-kind");
    assertThat(codes(apply(with("goals.key-result-kinds", List.of("increase", "yes-no")))))
        .containsExactly("goals.stranded-key-result-kind");
    assertThat(codes(apply(with("goals.individual-goals", false))))
        .containsExactly("goals.stranded-individual");
    assertThat(apply(with("goals.weights", false)).isDone()).isTrue();
  }

  @Test
  void moreKeyResultsWeightsAndContributionsThanAllowedStrandToo() {
    var running = goals.objective(Person.MARA, "Sites report");
    var first = goals.keyResult(running, "Calls", 3, 1);
    goals.keyResult(running, "Readings", 40, 60);
    database.sql("update key_result set weight = 2 where id = ?").param(first).update();
    for (String title : List.of("A", "B")) {
      database
          .sql(
              "insert into alignment (child, parent, share, is_primary, state) values (?, ?, 0.2, false, 'agreed')")
          .params(running, goals.objective(Person.HENRIK, title))
          .update();
    }

    assertThat(codes(apply(with("goals.limits.key-results-at-most", 1))))
        .containsExactly("goals.stranded-key-results");
    assertThat(codes(apply(with("goals.weights", false))))
        .containsExactly("goals.stranded-weights");
    assertThat(codes(apply(with("goals.alignment.contributions-at-most", 1))))
        .containsExactly("goals.stranded-contributions");
    assertThat(apply(with("goals.limits.key-results-at-most", 2)).isDone()).isTrue();
  }
}
