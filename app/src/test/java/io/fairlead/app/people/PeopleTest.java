package io.fairlead.app.people;

import static io.fairlead.app.people.LinesTest.PEOPLE_OPS;
import static io.fairlead.app.people.LinesTest.TODAY;
import static io.fairlead.app.people.LinesTest.refusal;
import static io.fairlead.app.testing.Person.AIKO;
import static io.fairlead.app.testing.Person.DEV;
import static io.fairlead.app.testing.Person.ELIF;
import static io.fairlead.app.testing.Person.HENRIK;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.NOOR;
import static io.fairlead.app.testing.Person.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class PeopleTest {
  @Autowired People people;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void everybodySeesTheDirectoryAndNotMore() {
    PersonEntry seen = people.find(viewer(RUBEN), JONAS.id()).orElseThrow();
    assertThat(seen.name()).isEqualTo("Jonas Beck");
    assertThat(seen.manager()).isEqualTo(new PersonName(MARA.id(), "Mara Lindqvist"));
    assertThat(seen.unit()).extracting("name").isEqualTo("Activation");
    assertThat(seen.email()).isNull();
    assertThat(seen.since()).isNull();
    assertThat(seen.attributes()).isNull();
  }

  @Test
  void theLineSeesEmploymentAndAddressButNotAttributes() {
    for (Person above : List.of(MARA, HENRIK)) {
      PersonEntry seen = people.find(viewer(above), JONAS.id()).orElseThrow();
      assertThat(seen.email()).isEqualTo("jonas@brightwell.example");
      assertThat(seen.since()).isEqualTo("2023-03-01");
      assertThat(seen.attributes()).isNull();
    }
  }

  @Test
  void oneselfTheHrPartnerAndPeopleOperationsSeeAll() {
    Viewer partner =
        new Viewer(
            NOOR.id(),
            "Noor",
            Set.of(Role.HR_PARTNER),
            Set.of(Company.unit("Product and Engineering")),
            Set.of(),
            TestClock.TODAY);
    for (Viewer viewer : List.of(viewer(JONAS), partner, PEOPLE_OPS)) {
      assertThat(people.find(viewer, JONAS.id()).orElseThrow().attributes()).isEmpty();
    }
    assertThat(people.find(partner, RUBEN.id()).orElseThrow().attributes()).isNull();
  }

  @Test
  void whoSharesTheirAddressIsReachableByEveryone() {
    people.shareContact(viewer(JONAS), JONAS.id(), true, null).orThrow();
    assertThat(people.find(viewer(RUBEN), JONAS.id()).orElseThrow().email())
        .isEqualTo("jonas@brightwell.example");
    assertThat(refusal(people.shareContact(viewer(RUBEN), JONAS.id(), false, null)))
        .startsWith("forbidden");
  }

  @Test
  void listsShowWhatSinglePeopleShow() {
    for (Person person : List.of(RUBEN, MARA, JONAS, ELIF)) {
      Viewer viewer = person == ELIF ? PEOPLE_OPS : viewer(person);
      for (PersonEntry listed : names(viewer, PeopleQuery.everybody())) {
        assertThat(listed).isEqualTo(people.find(viewer, listed.id()).orElseThrow());
      }
    }
  }

  @Test
  void aSearchFindsNamesTitlesUnitsAndReadableAddresses() {
    assertThat(found("beck")).containsExactly("Jonas Beck");
    assertThat(found("WRITER")).containsExactly("Aiko Mori");
    assertThat(found("activ"))
        .containsExactly("Aiko Mori", "Dev Patel", "Jonas Beck", "Mara Lindqvist");
    assertThat(found("100%")).isEmpty();
    assertThat(found("jonas@brightwell.example")).isEmpty();
    assertThat(names(PEOPLE_OPS, PeopleQuery.everybody().matching("jonas@brightwell.example")))
        .hasSize(1);
  }

  @Test
  void aListIsFilteredByUnitWithThoseBelowAndByManager() {
    assertThat(
            names(
                viewer(RUBEN),
                PeopleQuery.everybody().inUnit(Company.unit("Product and Engineering"))))
        .extracting(PersonEntry::name)
        .containsExactly("Aiko Mori", "Dev Patel", "Henrik Dahl", "Jonas Beck", "Mara Lindqvist");
    assertThat(names(viewer(RUBEN), PeopleQuery.everybody().reportingTo(MARA.id())))
        .extracting(PersonEntry::name)
        .containsExactly("Aiko Mori", "Dev Patel", "Jonas Beck");
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrRepeatInEveryOrder() {
    for (PeopleQuery.Sort sort : PeopleQuery.Sort.values()) {
      for (boolean descending : new boolean[] {false, true}) {
        List<UUID> seen = new ArrayList<>();
        String cursor = null;
        do {
          PeopleList page =
              people
                  .list(
                      viewer(MARA),
                      PeopleQuery.everybody().sortedBy(sort, descending).page(cursor, 3))
                  .orThrow();
          page.people().forEach(person -> seen.add(person.id()));
          cursor = page.next();
        } while (cursor != null);
        assertThat(seen).hasSize(Person.values().length).doesNotHaveDuplicates();
      }
    }
    assertThat(refusal(people.list(viewer(MARA), PeopleQuery.everybody().page("nonsense", 3))))
        .startsWith("unknown-cursor");
  }

  @Test
  void orderingBySinceTellsNothingThatMayNotBeRead() {
    PersonEntry last =
        names(viewer(RUBEN), PeopleQuery.everybody().sortedBy(PeopleQuery.Sort.SINCE, false))
            .getFirst();
    assertThat(last.name()).isEqualTo("Ruben Castel");
  }

  @Test
  void somebodyNewStartsOnTheirFirstDay() {
    UUID id =
        people
            .hire(
                PEOPLE_OPS,
                new NewPerson(
                    details("Ola Eriksen", "ola@brightwell.example"),
                    Company.unit("Sales"),
                    MARA.id(),
                    LocalDate.of(2026, 6, 1),
                    null))
            .orThrow();
    assertThat(people.find(PEOPLE_OPS, id).orElseThrow().here()).isFalse();
    PersonEntry then = people.find(PEOPLE_OPS, id, LocalDate.of(2026, 6, 1)).orElseThrow();
    assertThat(then.here()).isTrue();
    assertThat(then.since()).isEqualTo("2026-06-01");
    closure().equalsRecomputation();
  }

  @Test
  void everythingWrongWithAPersonIsSaidAtOnce() {
    assertThat(
            people.hire(
                PEOPLE_OPS,
                new NewPerson(
                    details(" ", "JONAS@brightwell.example"),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    null,
                    null)))
        .satisfies(outcome ->
            assertThat(outcome.toString())
                .contains("required", "address-taken", "unknown-unit", "manager-not-employed"));
    assertThat(people.headcount(TODAY)).isEqualTo(Person.values().length);
  }

  @Test
  void aChangeOfUnitKeepsTheEmploymentTogether() {
    people
        .change(
            PEOPLE_OPS,
            new PersonChange(
                JONAS.id(),
                1,
                details("Jonas Beck-Mori", JONAS.email()),
                Company.unit("Sales"),
                LocalDate.of(2026, 4, 1),
                null))
        .orThrow();
    PersonEntry now = people.find(PEOPLE_OPS, JONAS.id()).orElseThrow();
    assertThat(now.name()).isEqualTo("Jonas Beck-Mori");
    assertThat(now.unit()).extracting("name").isEqualTo("Sales");
    assertThat(now.since()).isEqualTo("2023-03-01");
    assertThat(people.find(PEOPLE_OPS, JONAS.id(), LocalDate.of(2026, 3, 31)).orElseThrow().unit())
        .extracting("name")
        .isEqualTo("Activation");
    assertThat(people.tellDepartures()).isZero();
  }

  @Test
  void whoLeavesKeepsTheirHistoryAndIsToldOnceAfterTheLastDay() {
    people
        .depart(PEOPLE_OPS, new Departure(DEV.id(), 1, LocalDate.of(2026, 5, 31), null))
        .orThrow();
    assertThat(people.find(viewer(RUBEN), DEV.id()).orElseThrow().here()).isTrue();
    assertThat(people.tellDepartures()).isZero();
    clock.set(LocalDate.of(2026, 6, 1));
    assertThat(people.tellDepartures()).isEqualTo(1);
    assertThat(people.tellDepartures()).isZero();
    PersonEntry gone = people.find(PEOPLE_OPS, DEV.id()).orElseThrow();
    assertThat(gone.here()).isFalse();
    assertThat(gone.lastDay()).isEqualTo("2026-05-31");
    assertThat(names(PEOPLE_OPS, PeopleQuery.everybody()))
        .extracting(PersonEntry::name)
        .doesNotContain("Dev Patel");
    assertThat(people.find(viewer(AIKO), DEV.id()).orElseThrow().lastDay()).isNull();
  }

  @Test
  void aPersonWhoIsNotThereAndOneOfNoneAreTheSame() {
    assertThat(people.find(viewer(RUBEN), UUID.randomUUID())).isEmpty();
  }

  private static PersonDetails details(String name, String email) {
    return new PersonDetails(name, email, "Engineer", null, Map.of("shoe size", "43"));
  }

  private List<String> found(String text) {
    return names(viewer(RUBEN), PeopleQuery.everybody().matching(text)).stream()
        .map(PersonEntry::name)
        .toList();
  }

  private List<PersonEntry> names(Viewer viewer, PeopleQuery query) {
    return people.list(viewer, query).orThrow().people();
  }

  static Viewer viewer(Person person) {
    return new Viewer(
        person.id(), person.fullName(), Set.of(), Set.of(), Set.of(), TestClock.TODAY);
  }

  private ClosureCheck closure() {
    return new ClosureCheck(database, people);
  }
}
