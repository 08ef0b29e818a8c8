package io.fairlead.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.scorecard.Scorecard;
import io.fairlead.app.scorecard.Scorecards;
import io.fairlead.app.scorecard.StrategyMaps;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.TestClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The company as it stands in the database.
@AppTest
class DemoFillingTest {
  @Autowired DemoFilling filling;
  @Autowired DemoLife life;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;
  @Autowired Scorecards scorecards;
  @Autowired StrategyMaps maps;

  private static boolean filled;

  @BeforeEach
  void filledOnce() {
    clock.set(LocalDate.parse("2026-11-23"));
    if (!filled) {
      company.empty();
      filling.fillIfEmpty(_ -> {});
      filled = true;
    }
  }

  @Test
  void whatIsThereIsLeftAlone() {
    List<String> said = new ArrayList<>();
    filling.fillIfEmpty(said::add);
    assertThat(said).isEmpty();
  }

  @Test
  void everyoneHereReportsToTheHeadInTodaysClosure() {
    assertThat(
            count(
                """
                from employment e where e.during @> date '2026-11-23' and not exists (
                  select from line_of l join reporting_line h on h.person = l.above and h.manager is null
                    and h.during @> date '2026-11-23'
                  where l.below = e.person)
                """))
        .isZero();
    assertThat(count("from line_of where depth >= 4")).isPositive();
  }

  @Test
  void aClosedGoalWasGradedOnWhatTheProductItselfSuggests() {
    assertThat(
            count(
                """
                from grade g join key_result_track t on t.key_result = g.key_result
                where abs(g.suggested - coalesce(t.score, 0)) > 1e-6
                """))
        .isZero();
    assertThat(count("from grade g join key_result_track t on t.key_result = g.key_result"))
        .isGreaterThan(400);
  }

  @Test
  void everyGoalHasAWordingToCompareWithAndARollUpWhereItRan() {
    assertThat(
            count(
                """
                from objective o where not exists (
                  select from objective_version v where v.objective = o.id and v.version = o.version)
                """))
        .isZero();
    assertThat(
            count(
                """
                from objective o where o.state in ('active', 'graded', 'closed')
                  and not exists (select from rollup r where r.objective = o.id)
                """))
        .isZero();
    assertThat(count("from rollup_due")).isZero();
  }

  @Test
  void theTreeIsNotDeeperThanTheFrameworkAllows() {
    assertThat(
            count(
                """
                from (with recursive up(node, depth) as (
                  select id, 1 from objective
                  union all select a.parent, depth + 1 from alignment a join up on a.child = up.node)
                  select from up where depth > 6) too_deep
                """))
        .isZero();
  }

  @Test
  void everyMeasureStandsAndOneWaitsForItsOwner() {
    assertThat(
            count(
                "from measure m where not exists (select from measure_version v where v.measure = m.id)"))
        .isZero();
    assertThat(
            count(
                """
                from measure_series s left join measure_standing st on st.series = s.id
                where st.series is null or st.status <> 'ok' or st.centre is null
                """))
        .isZero();
    assertThat(count("from measure_standing where seasonal")).isGreaterThan(2);
    assertThat(
            database
                .sql(
                    """
                    select distinct m.name from measure_alert a join measure m on m.id = a.measure
                    where a.answered_at is null
                    """)
                .query(String.class)
                .list())
        .containsExactly("Support calls per new site");
    assertThat(count("from measure_alert where kind = 'threshold' and answered_at is null"))
        .isEqualTo(1);
  }

  @Test
  void theMapOfTheOrganisationShowsWhatTheDataSay() {
    UUID head =
        database
            .sql("select person from reporting_line where manager is null and upper_inf(during)")
            .query(UUID.class)
            .single();
    Viewer viewer =
        new Viewer(head, "", Set.of(), Set.of(), Set.of(), LocalDate.parse("2026-11-23"));
    List<Scorecard> cards = scorecards.all(viewer);
    assertThat(cards).extracting(Scorecard::title).contains("Brightwell Instruments");
    Map<String, String> states = new HashMap<>();
    for (StrategyMaps.Tested each : maps.of(viewer, cards.getFirst())) {
      states.put(
          Objects.requireNonNull(each.from()).plan().name()
              + " > "
              + Objects.requireNonNull(each.to()).plan().name(),
          each.state());
    }
    assertThat(states)
        .containsEntry("Demonstrations booked > New contracts", "supported")
        .containsEntry("Readers of the newsletter > New contracts", "not-supported")
        .containsEntry(
            "Applicants per opening > Boxes that leave on the promised day", "too-little-data");
    assertThat(count("from strategic_objective_support")).isEqualTo(4);
  }

  @Test
  void whatRoundsOfFeedbackPromiseStoodBeforeAnybodyWasAsked() {
    assertThat(count("from feedback_round where launched_at is not null")).isGreaterThan(3);
    assertThat(
            count(
                "from feedback_round where launched_at is not null and launched_at::date > least(nominate_by, opens)"))
        .isZero();
  }

  @Test
  void itGoesOnWhileItRuns() {
    clock.set(LocalDate.parse("2026-11-24"));
    long before = count("from check_in");
    life.goOn();
    assertThat(count("from check_in")).isGreaterThan(before);
    assertThat(count("from check_in where day = '2026-11-24'")).isPositive();
  }

  private long count(String from) {
    return database.sql("select count(*) " + from).query(Long.class).single();
  }
}
