package io.fairlead.app.people;

import static io.fairlead.app.testing.Person.AIKO;
import static io.fairlead.app.testing.Person.DEV;
import static io.fairlead.app.testing.Person.ELIF;
import static io.fairlead.app.testing.Person.HENRIK;
import static io.fairlead.app.testing.Person.INES;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.PRISCILLA;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class LinesTest {
  static final Viewer PEOPLE_OPS =
      new Viewer(
          ELIF.id(), ELIF.fullName(), Set.of(Role.PEOPLE_OPS), Set.of(), Set.of(), TestClock.TODAY);
  static final LocalDate TODAY = LocalDate.of(2026, 5, 13);

  @Autowired Lines lines;
  @Autowired People people;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void whoWasTheManagerOnTheFirstOfMarchIsAnsweredFromHistory() {
    assign(JONAS, HENRIK, LocalDate.of(2026, 3, 2));
    assertThat(managerOn(JONAS, LocalDate.of(2026, 3, 1))).isEqualTo("Mara Lindqvist");
    assertThat(managerOn(JONAS, LocalDate.of(2026, 3, 2))).isEqualTo("Henrik Dahl");
    assertThat(lines.chainOn(JONAS.id(), LocalDate.of(2026, 3, 1)))
        .extracting(PersonName::name)
        .containsExactly("Mara Lindqvist", "Henrik Dahl", "Ines Okafor");
  }

  @Test
  void nobodyHadAManagerBeforeTheyCame() {
    assertThat(managerOn(JONAS, LocalDate.of(2023, 2, 28))).isEmpty();
  }

  @Test
  void aMoveTakesTheWholeTeamAlong() {
    assign(MARA, PRISCILLA, TODAY);
    assertThat(closure().isAbove(PRISCILLA, JONAS)).isTrue();
    assertThat(closure().isAbove(HENRIK, JONAS)).isFalse();
    closure().equalsRecomputation();
  }

  @Test
  void aMoveDatedAheadTurnsTheClosureAtMidnight() {
    assign(MARA, PRISCILLA, LocalDate.of(2026, 6, 1));
    assertThat(closure().isAbove(HENRIK, JONAS)).isTrue();
    lines.bringToToday();
    clock.set(LocalDate.of(2026, 6, 3));
    assertThat(lines.bringToToday()).isEqualTo(1);
    assertThat(closure().isAbove(HENRIK, JONAS)).isFalse();
    assertThat(closure().isAbove(PRISCILLA, JONAS)).isTrue();
    assertThat(lines.bringToToday()).isZero();
  }

  @Test
  void aCircleIsRefusedWithItsPath() {
    assertThat(refusal(assigned(HENRIK, JONAS, TODAY)))
        .isEqualTo("manager-circle [Jonas Beck › Mara Lindqvist › Henrik Dahl]");
  }

  @Test
  void aCircleThatWouldCloseOnlyLaterIsRefusedToo() {
    assign(PRISCILLA, MARA, LocalDate.of(2026, 9, 1));
    assertThat(refusal(assigned(HENRIK, PRISCILLA, TODAY)))
        .isEqualTo("manager-circle [Priscilla Moreno › Mara Lindqvist › Henrik Dahl]");
  }

  @Test
  void nobodyManagesThemself() {
    assertThat(refusal(assigned(JONAS, JONAS, TODAY))).startsWith("own-manager");
  }

  @Test
  void whoIsHeadHasNoManager() {
    assertThat(assigned(HENRIK, null, TODAY).isDone()).isTrue();
    assertThat(managerOn(HENRIK, TODAY)).isEmpty();
    closure().equalsRecomputation();
  }

  @Test
  void onlyPeopleOperationsChangeLines() {
    Viewer mara = new Viewer(MARA.id(), "Mara", Set.of(), Set.of(), Set.of(), TestClock.TODAY);
    assertThat(refusal(lines.assign(mara, new LineChange(JONAS.id(), 1, HENRIK.id(), TODAY, null))))
        .startsWith("forbidden");
    assertThat(
            refusal(
                lines.assign(
                    PEOPLE_OPS, new LineChange(UUID.randomUUID(), 1, HENRIK.id(), TODAY, null))))
        .startsWith("not-found");
  }

  @Test
  void aStaleFormChangesNothing() {
    assign(JONAS, HENRIK, TODAY);
    assertThat(
            refusal(
                lines.assign(
                    PEOPLE_OPS, new LineChange(JONAS.id(), 1, PRISCILLA.id(), TODAY, null))))
        .startsWith("stale");
    assertThat(managerOn(JONAS, TODAY)).isEqualTo("Henrik Dahl");
  }

  @Test
  void theSameFormSentTwiceTakesEffectOnce() {
    LineChange change = new LineChange(JONAS.id(), 1, HENRIK.id(), TODAY, "a-key");
    assertThat(lines.assign(PEOPLE_OPS, change).orThrow()).isEqualTo(2);
    assertThat(lines.assign(PEOPLE_OPS, change).orThrow()).isEqualTo(2);
    assertThat(lines.history(JONAS.id())).hasSize(2);
  }

  @Test
  void reportsOfOneWhoLeavesGoToTheNextAbove() {
    people
        .depart(PEOPLE_OPS, new Departure(MARA.id(), 1, LocalDate.of(2026, 5, 12), null))
        .orThrow();
    for (Person report : List.of(JONAS, DEV, AIKO)) {
      assertThat(managerOn(report, TODAY)).isEqualTo("Henrik Dahl");
      assertThat(managerOn(report, LocalDate.of(2026, 5, 12))).isEqualTo("Mara Lindqvist");
    }
    assertThat(managerOn(MARA, TODAY)).isEmpty();
    assertThat(managerOn(MARA, LocalDate.of(2026, 5, 1))).isEqualTo("Henrik Dahl");
    assertThat(closure().isAbove(MARA, JONAS)).isFalse();
    closure().equalsRecomputation();
  }

  @Test
  void plannedReportsOfOneWhoLeavesGoToTheNextAboveToo() {
    assign(DEV, INES, TODAY);
    assign(DEV, MARA, LocalDate.of(2026, 8, 1));
    people
        .depart(PEOPLE_OPS, new Departure(MARA.id(), 1, LocalDate.of(2026, 6, 30), null))
        .orThrow();
    assertThat(managerOn(DEV, LocalDate.of(2026, 7, 31))).isEqualTo("Ines Okafor");
    assertThat(managerOn(DEV, LocalDate.of(2026, 8, 1))).isEqualTo("Henrik Dahl");
  }

  private void assign(Person person, Person manager, LocalDate from) {
    assigned(person, manager, from).orThrow();
  }

  private Outcome<Long> assigned(Person person, @Nullable Person manager, LocalDate from) {
    long version = people.find(PEOPLE_OPS, person.id()).orElseThrow().version();
    return lines.assign(
        PEOPLE_OPS,
        new LineChange(person.id(), version, manager == null ? null : manager.id(), from, null));
  }

  private String managerOn(Person person, LocalDate day) {
    return lines.managerOn(person.id(), day).map(PersonName::name).orElse("");
  }

  static String refusal(Outcome<?> outcome) {
    return outcome instanceof Refused<?>(var reasons)
        ? reasons.getFirst().code() + " " + reasons.getFirst().parameters()
        : "done";
  }

  private ClosureCheck closure() {
    return new ClosureCheck(database, people);
  }
}
