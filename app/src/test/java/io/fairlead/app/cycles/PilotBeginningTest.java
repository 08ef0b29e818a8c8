package io.fairlead.app.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.framework.Forgetting;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.FrameworkEdit;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What a node that dies in the middle leaves behind: nothing, or all of it.
@AppTest
class PilotBeginningTest {
  private static final Viewer ELIF =
      new Viewer(
          Person.ELIF.id(),
          "Elif Arslan",
          Set.of(Role.PEOPLE_OPS),
          Set.of(),
          Set.of(),
          TestClock.TODAY);

  @Autowired PilotBeginning beginning;
  @Autowired PilotEnding ending;
  @Autowired Pilots pilots;
  @Autowired Cycles cycles;
  @Autowired Frameworks frameworks;
  @Autowired Company company;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
    Forgetting.of(frameworks);
  }

  private static PilotInput input(@Nullable String key) {
    return new PilotInput(
        FrameworkEdit.set(DefaultFramework.text(), "goals.weights", false),
        0,
        "pilot",
        new PilotGroup(Set.of(Company.unit("Activation")), Set.of(), Set.of()),
        TestClock.TODAY,
        LocalDate.parse("2026-09-30"),
        "See.",
        key);
  }

  private List<@Nullable String> state() {
    return database
        .sql(
            """
            select 'cycle ' || name from cycle where pilot is not null union all
            select 'pilot ' || state || ' ' || last_day from pilot union all
            select 'group ' || count(*) from pilot_group having count(*) > 0 union all
            select 'audit ' || act from audit_entry where act like 'pilot.%' union all
            select 'version ' || number from framework_version union all
            select 'key ' || act from idempotency where act like 'pilot.%'
            order by 1
            """)
        .query(String.class)
        .list();
  }

  /// The act was done, and its transaction never ended.
  private void dying(Runnable act) {
    transaction.executeWithoutResult(status -> {
      act.run();
      status.setRollbackOnly();
    });
    Forgetting.of(frameworks);
  }

  @Test
  void aBeginningIsAllOrNothingAndCanBeSentAgain() {
    dying(() -> beginning.begin(ELIF, input("key")).orThrow());
    assertThat(state()).isEmpty();
    beginning.begin(ELIF, input("key")).orThrow();
    assertThat(state())
        .containsExactly(
            "audit pilot.begun",
            "cycle Q2 2026 · pilot",
            "cycle Q3 2026 · pilot",
            "group 1",
            "key pilot.begin",
            "pilot running 2026-09-30");
  }

  @Test
  void anEndIsAllOrNothingAndCanBeSentAgain() {
    UUID pilot = beginning.begin(ELIF, input(null)).orThrow();
    List<@Nullable String> before = state();
    PilotEnding.End end = new PilotEnding.End(pilot, Pilot.State.APPLIED, "Good.", 0, "key");
    dying(() -> ending.end(ELIF, end).orThrow());
    assertThat(state()).isEqualTo(before);
    assertThat(frameworks.inForce().number()).isZero();
    ending.end(ELIF, end).orThrow();
    assertThat(state())
        .contains("audit pilot.applied", "version 1", "pilot applied 2026-06-30")
        .doesNotContain("cycle Q3 2026 · pilot");
  }

  @Test
  void oneThatNeverBeganHoldsNobody() {
    PilotInput later =
        new PilotInput(
            input(null).document(),
            0,
            "pilot",
            input(null).group(),
            LocalDate.parse("2026-07-01"),
            LocalDate.parse("2026-09-30"),
            "See.",
            null);
    UUID pilot = beginning.begin(ELIF, later).orThrow();
    assertThat(pilots.of(Person.JONAS.viewer())).isPresent();
    ending
        .end(ELIF, new PilotEnding.End(pilot, Pilot.State.STOPPED, "Not now.", 0, null))
        .orThrow();
    assertThat(pilots.of(Person.JONAS.viewer())).isEmpty();
    assertThat(cycles.all()).allMatch(Cycle::isEverybodys);
    assertThat(beginning.begin(ELIF, later).isDone()).as("its name is free again").isTrue();
  }
}
