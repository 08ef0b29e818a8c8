package io.fairlead.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.access.Roles.NewGrant;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class RolesTest {
  @Autowired Roles roles;
  @Autowired Sessions sessions;
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private Viewer viewer(Person person) {
    return sessions.viewer(visitors.cookie(person)).orElseThrow();
  }

  private Outcome<UUID> grant(Person by, Person to, String role, @Nullable UUID unit) {
    return roles.grant(viewer(by), new NewGrant(to.email(), role, unit, null));
  }

  private static String code(Outcome<?> outcome) {
    return outcome instanceof Refused<?> refused ? refused.reasons().getFirst().code() : "done";
  }

  private UUID grantOf(Person person, Role role) {
    return database
        .sql("select id from role_grant where person = ? and role = ?")
        .params(person.id(), role.code())
        .query(UUID.class)
        .single();
  }

  @ParameterizedTest
  @CsvSource({
    "ELIF, JONAS, executive, done",
    "ELIF, JONAS, it-administrator, done",
    "ELIF, JONAS, people-ops, done",
    "LIAM, JONAS, it-administrator, done",
    "LIAM, LIAM, people-ops, forbidden",
    "LIAM, LIAM, executive, forbidden",
    "LIAM, JONAS, auditor, forbidden",
    "INES, JONAS, executive, forbidden",
    "JONAS, JONAS, people-ops, forbidden",
    "SOFIA, SOFIA, people-ops, forbidden",
    "ELIF, JONAS, emperor, required",
    "ELIF, JONAS, hr-partner, hr-partner-needs-unit",
    "ELIF, INES, executive, role-already-granted",
  })
  void peopleOperationsGiveRolesAndTheItAdministratorOnlyTheirOwn(
      Person by, Person to, String role, String outcome) {
    assertThat(code(grant(by, to, role, null))).isEqualTo(outcome);
  }

  @Test
  void anHrPartnersRoleReachesTheUnitAndThoseBelow() {
    assertThat(code(grant(Person.ELIF, Person.YUKI, "hr-partner", Company.unit("Activation"))))
        .isEqualTo("done");
    assertThat(viewer(Person.YUKI).units()).containsExactly(Company.unit("Activation"));
  }

  @Test
  void aGivenRoleWorksAtOnceAndATakenOneNoLonger() {
    Visitor jonas = visitors.as(Person.JONAS);
    assertThat(jonas.page("/studio/access").statusCode()).isEqualTo(404);
    grant(Person.ELIF, Person.JONAS, "people-ops", null).orThrow();
    assertThat(jonas.page("/studio/access").statusCode()).isEqualTo(200);
    roles.revoke(viewer(Person.ELIF), grantOf(Person.JONAS, Role.PEOPLE_OPS)).orThrow();
    assertThat(jonas.page("/studio/access").statusCode()).isEqualTo(404);
  }

  @Test
  void theLastPeopleOperationsStay() {
    assertThat(code(roles.revoke(viewer(Person.ELIF), grantOf(Person.ELIF, Role.PEOPLE_OPS))))
        .isEqualTo("last-people-ops");
    grant(Person.ELIF, Person.JONAS, "people-ops", null).orThrow();
    assertThat(code(roles.revoke(viewer(Person.ELIF), grantOf(Person.ELIF, Role.PEOPLE_OPS))))
        .isEqualTo("done");
  }

  @Test
  void theLastTwoCannotRemoveEachOtherAtOnce() throws Exception {
    grant(Person.ELIF, Person.JONAS, "people-ops", null).orThrow();
    Viewer elif = viewer(Person.ELIF);
    Viewer jonas = viewer(Person.JONAS);
    UUID elifs = grantOf(Person.ELIF, Role.PEOPLE_OPS);
    UUID jonass = grantOf(Person.JONAS, Role.PEOPLE_OPS);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = threads.submit(() -> code(roles.revoke(elif, jonass)));
      var two = threads.submit(() -> code(roles.revoke(jonas, elifs)));
      assertThat(List.of(one.get(), two.get())).contains("done");
    }
    assertThat(
            database
                .sql("select count(*) from role_grant where role = 'people-ops'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void everyChangeOfRolesIsRecorded() {
    grant(Person.ELIF, Person.JONAS, "executive", null).orThrow();
    roles.revoke(viewer(Person.ELIF), grantOf(Person.JONAS, Role.EXECUTIVE)).orThrow();
    assertThat(
            database
                .sql("select act from audit_entry where actor = ? and subject = ? order by number")
                .params(Person.ELIF.id(), Person.JONAS.id())
                .query((row, _) -> row.getString(1))
                .list())
        .containsExactly("role.granted.executive", "role.revoked.executive");
  }

  @Test
  void anAdministratorHandsOverALinkThatSetsAPassword() {
    Visitor liam = visitors.as(Person.LIAM);
    liam.page("/studio/access");
    String page = liam.post("/studio/access/people/" + Person.JONAS.id() + "/link").body();
    Matcher link = Pattern.compile("http://127\\.0\\.0\\.1:\\d+(/link/[\\w-]{43})").matcher(page);
    assertThat(link.find()).as(page).isTrue();
    assertThat(visitors.stranger().page(link.group(1)).body()).contains(Person.JONAS.email());
  }

  @Test
  void anItAdministratorCannotTakeOverSomebodyWhoHoldsARoleThatOpensContent() {
    Visitor liam = visitors.as(Person.LIAM);
    liam.page("/studio/access");
    assertThat(liam.post("/studio/access/people/" + Person.ELIF.id() + "/link").statusCode())
        .isEqualTo(403);
    assertThat(liam.post("/studio/access/people/" + Person.ELIF.id() + "/lock").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aLockedAccountIsOutAtOnceAndComesBack() {
    Visitor jonas = visitors.as(Person.JONAS);
    Visitor elif = visitors.as(Person.ELIF);
    elif.page("/studio/access");
    elif.post("/studio/access/people/" + Person.JONAS.id() + "/lock");
    assertThat(jonas.page("/account").statusCode()).isEqualTo(302);
    elif.post("/studio/access/people/" + Person.JONAS.id() + "/unlock");
    assertThat(visitors.as(Person.JONAS).page("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void aDoubleClickGivesTheRoleOnce() {
    Visitor elif = visitors.as(Person.ELIF);
    Matcher key =
        Pattern.compile("name=\"key\" value=\"([^\"]+)\"")
            .matcher(elif.page("/studio/access").body());
    assertThat(key.find()).isTrue();
    for (int i = 0; i < 2; i++) {
      assertThat(
              elif.post(
                      "/studio/access/grants",
                      "email",
                      Person.JONAS.email(),
                      "role",
                      "executive",
                      "key",
                      key.group(1))
                  .statusCode())
          .isEqualTo(302);
    }
    assertThat(
            database
                .sql("select count(*) from role_grant where person = ?")
                .param(Person.JONAS.id())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }
}
