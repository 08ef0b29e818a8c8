package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.framework.FrameworkInput;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.FrameworkEdit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class CycleSummariesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-05-13");

  private static final Viewer PEOPLE_OPS =
      new Viewer(
          Person.ELIF.id(), "Elif Arslan", Set.of(Role.PEOPLE_OPS), Set.of(), Set.of(), TODAY);

  @Autowired CycleSummaries summaries;
  @Autowired Frameworks frameworks;
  @Autowired Goals goals;
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
    UUID graded = goals.objective(Person.MARA, "Graded and reached", "Q2 2026", "graded", "public");
    goals.keyResult(graded, "First reading", 40, 60);
    database
        .sql(
            "insert into grade (id, objective, score, by_person, at) values (gen_random_uuid(), :id, .8, :by, now())")
        .param("id", graded)
        .param("by", Person.MARA.id())
        .update();
    goals.keyResult(goals.objective(Person.JONAS, "Alone in the air"), "Calls", 3, 1);
    goals.objective(Person.INES, "Given up", "Q2 2026", "dropped", "public");
    goals.objective(Person.INES, "Sell the pump division", "Q2 2026", "active", "named");
  }

  @Test
  void aSmallCycleIsCountedAtOnceOverWhatOneMaySee() {
    CycleSummary summary = summary(Person.INES);
    assertThat(summary.asOf()).isNull();
    assertThat(summary.objectives()).isEqualTo(3);
    assertThat(summary(Person.RUBEN).objectives()).isEqualTo(2);
    assertThat(summary.hits())
        .singleElement()
        .satisfies(hit -> {
          assertThat(hit.reached()).isOne();
          assertThat(hit.mean()).isEqualTo(.8);
        });
    assertThat(summaries.countLarge(() -> false)).isZero();
  }

  @Test
  void aCycleKeepsTheBandsItBeganWith() {
    promise();
    inForce(0, "2026-03-01", 0.8);
    inForce(1, "2026-04-05", 0.9);
    clock.set(TODAY);
    assertThat(reached()).as("by the bands of its first day, not by later ones").isOne();
    inForce(2, "2026-05-14", 1.0);
  }

  @Test
  void aCycleThatBeganBeforeThereWereAnyBandsGoesByTheFirst() {
    promise();
    inForce(0, "2026-04-05", 0.9);
    inForce(1, "2026-04-06", 0.8);
    clock.set(TODAY);
    assertThat(reached()).isZero();
    inForce(2, "2026-05-14", 1.0);
  }

  private void promise() {
    database
        .sql("update objective set kind = 'committed' where title = 'Graded and reached'")
        .update();
  }

  private long reached() {
    return summary(Person.INES).hits().getFirst().reached();
  }

  private void inForce(int basedOn, String day, double keptFrom) {
    clock.set(LocalDate.parse(day));
    String document =
        FrameworkEdit.set(
            DefaultFramework.text(), "goals.scoring.committed.reached-from", keptFrom);
    frameworks.apply(PEOPLE_OPS, new FrameworkInput(document, "Bands", basedOn, null)).orThrow();
  }

  @Test
  void aLargeCycleIsCountedAheadAndTellsTheSameOfWhatEverybodyMaySee() {
    CycleSummary before = summary(Person.RUBEN);
    fill(CycleSummaries.COUNTED_AT_ONCE);
    assertThat(ask(Person.RUBEN).waits()).isTrue();
    assertThat(page(Person.RUBEN)).contains("they are counted ahead");
    assertThat(summaries.countLarge(() -> false)).isOne();
    CycleSummary large = summary(Person.RUBEN);
    assertThat(large.asOf()).isNotNull();
    assertThat(large.objectives()).isEqualTo(before.objectives() + CycleSummaries.COUNTED_AT_ONCE);
    assertThat(large.orphanCount())
        .isEqualTo(before.orphanCount() + CycleSummaries.COUNTED_AT_ONCE);
    assertThat(large.hits()).isEqualTo(before.hits());
    assertThat(large.means()).isEqualTo(before.means());
    assertThat(large.fast()).isEqualTo(before.fast());
    assertThat(summary(Person.INES)).isEqualTo(large);
    assertThat(page(Person.RUBEN)).contains("Over the goals that everybody may see");
  }

  @Test
  void aLargeCycleIsCountedAgainAfterAWhileOnly() {
    fill(CycleSummaries.COUNTED_AT_ONCE);
    assertThat(summaries.countLarge(() -> false)).isOne();
    assertThat(summaries.countLarge(() -> false)).isZero();
    clock.advance(Duration.ofMinutes(6));
    assertThat(summaries.countLarge(() -> false)).isOne();
  }

  @Test
  void anOrphanThatIsNoLongerForEverybodyIsNotNamed() {
    fill(CycleSummaries.COUNTED_AT_ONCE);
    summaries.countLarge(() -> false);
    assertThat(summary(Person.RUBEN).orphans())
        .extracting(CycleSummary.Orphan::title)
        .contains("Alone in the air");
    database
        .sql("update objective set visibility = 'named' where title = 'Alone in the air'")
        .update();
    assertThat(summary(Person.RUBEN).orphans())
        .hasSize(19)
        .extracting(CycleSummary.Orphan::title)
        .doesNotContain("Alone in the air");
    assertThat(summary(Person.JONAS).orphans())
        .extracting(CycleSummary.Orphan::title)
        .contains("Alone in the air");
  }

  private void fill(int objectives) {
    database
        .sql(
            """
            insert into objective (id, cycle, title, kind, owner_person, accountable, visibility, state, created_by,
              created_at)
            select gen_random_uuid(), :cycle, 'Many ' || n, 'aspirational', :owner, :owner, 'public', 'active', :owner, now()
            from generate_series(1, :many) n
            """)
        .param("cycle", Company.cycle("Q2 2026"))
        .param("owner", Person.MARA.id())
        .param("many", objectives)
        .update();
  }

  private CycleSummary summary(Person person) {
    return ask(person).summary().orElseThrow();
  }

  private CycleSummaries.Asked ask(Person person) {
    GoalQuery query = GoalQuery.of(Company.cycle("Q2 2026").toString(), "all");
    return summaries.summary(person.viewer(), query, summaries.all(), TODAY);
  }

  private String page(Person person) {
    return visitors.as(person).page("/goals/summary").body();
  }
}
