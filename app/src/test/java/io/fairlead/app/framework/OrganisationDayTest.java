package io.fairlead.app.framework;

import static io.fairlead.app.testing.Person.ELIF;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.NOOR;
import static io.fairlead.app.testing.Person.PRISCILLA;
import static io.fairlead.app.testing.Person.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.FrameworkEdit;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What one may see changes with the day of the organisation: neither with that of the database's
/// clock nor with that of Greenwich.
@AppTest
class OrganisationDayTest {
  @Autowired Goals goals;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired Frameworks frameworks;
  @Autowired JdbcClient database;

  private UUID objective;

  @BeforeEach
  void rubenWorksWithATeamUntilThe13th() {
    company.reset();
    UUID team = UUID.randomUUID();
    database
        .sql(
            "insert into team (id, name, during) values (?, 'Pilots', daterange('2026-01-01', null))")
        .param(team)
        .update();
    database
        .sql(
            "insert into membership (id, team, person, during) values (?, ?, ?, daterange('2026-01-01', '2026-05-14'))")
        .params(UUID.randomUUID(), team, RUBEN.id())
        .update();
    objective = goals.objective(JONAS, "Pilots start", "Q2 2026", "active", "team");
    database
        .sql("update objective set owner_person = null, owner_team = ? where id = ?")
        .params(team, objective)
        .update();
  }

  @AfterEach
  void asNew() {
    frameworks.forget();
  }

  @Test
  void aMembershipEndsAtMidnight() {
    clock.set(Instant.parse("2026-05-13T23:59:00Z"));
    assertThat(seen(RUBEN)).isTrue();
    assertThat(checkedIn(RUBEN)).isTrue();
    clock.set(Instant.parse("2026-05-14T00:01:00Z"));
    assertThat(seen(RUBEN)).isFalse();
    assertThat(checkedIn(RUBEN)).isFalse();
  }

  @Test
  void andMidnightIsThatOfTheOrganisation() {
    zone("Pacific/Auckland");
    clock.set(Instant.parse("2026-05-13T11:59:00Z"));
    assertThat(seen(RUBEN)).isTrue();
    clock.set(Instant.parse("2026-05-13T12:01:00Z"));
    assertThat(seen(RUBEN)).as("it is the 14th in Auckland").isFalse();
    zone("America/Los_Angeles");
    clock.set(Instant.parse("2026-05-14T06:59:00Z"));
    assertThat(seen(RUBEN)).as("it is still the 13th in Los Angeles").isTrue();
    clock.set(Instant.parse("2026-05-14T07:01:00Z"));
    assertThat(seen(RUBEN)).isFalse();
  }

  @Test
  void anHrPartnerReadsOfWhoeverWorksInTheirUnitOnTheDay() {
    database
        .sql(
            "update employment set during = daterange('2023-03-01', '2026-05-14') where person = ?")
        .param(JONAS.id())
        .update();
    database
        .sql(
            """
            insert into employment (id, person, unit, during, recorded_at)
            values (?, ?, ?, daterange('2026-05-14', null), now())
            """)
        .params(UUID.randomUUID(), JONAS.id(), Company.unit("Sales"))
        .update();
    clock.set(Instant.parse("2026-05-13T23:59:00Z"));
    assertThat(person(NOOR, JONAS)).contains("\"attributes\":{");
    clock.set(Instant.parse("2026-05-14T00:01:00Z"));
    assertThat(person(NOOR, JONAS)).doesNotContain("attributes");
  }

  @Test
  void whoLeavesTodayIsNamedNoMoreFromTheDayAfter() {
    database
        .sql(
            "update employment set during = daterange('2023-03-01', '2026-05-14') where person = ?")
        .param(RUBEN.id())
        .update();
    clock.set(Instant.parse("2026-05-13T23:59:00Z"));
    assertThat(drafted()).isEqualTo(201);
    clock.set(Instant.parse("2026-05-14T00:01:00Z"));
    assertThat(drafted()).isEqualTo(422);
  }

  private int drafted() {
    return api.as(PRISCILLA)
        .json(
            "POST",
            "/api/v1/objectives",
            "{\"title\": \"Pilots renew\", \"delegate\": \"%s\"}".formatted(RUBEN.id()))
        .statusCode();
  }

  private boolean seen(Person person) {
    return api.as(person).json("GET", "/api/v1/objectives/" + objective, null).statusCode() == 200;
  }

  private boolean checkedIn(Person person) {
    UUID keyResult = goals.keyResult(objective, "Pilots " + UUID.randomUUID(), 0, 10);
    return api.as(person)
            .json(
                "POST",
                "/api/v1/check-ins",
                "{\"checkIns\": [{\"keyResult\": \"%s\", \"value\": 3, \"noChange\": false}]}"
                    .formatted(keyResult))
            .statusCode()
        == 201;
  }

  private String person(Person viewer, Person about) {
    return api.as(viewer, "people:read")
        .json("GET", "/api/v1/people/" + about.id(), null)
        .body()
        .replace(" ", "");
  }

  private void zone(String zone) {
    frameworks
        .apply(
            new Viewer(
                ELIF.id(),
                ELIF.fullName(),
                Set.of(Role.PEOPLE_OPS),
                Set.of(),
                Set.of(),
                TestClock.TODAY),
            new FrameworkInput(
                FrameworkEdit.set(DefaultFramework.text(), "organisation.zone", zone),
                "We moved.",
                frameworks.inForce().number(),
                null))
        .orThrow();
  }
}
