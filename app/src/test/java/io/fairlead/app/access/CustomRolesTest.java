package io.fairlead.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.access.CustomRoleGrants.Giving;
import io.fairlead.app.access.CustomRoles.Composition;
import io.fairlead.app.access.CustomRoles.Removal;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Statements;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Roles that people operations compose: what they open, and every way in which somebody could try
/// to have more of one than they were given.
@AppTest
class CustomRolesTest {
  private static final String[] READING = {
    "person.read.contact", "person.read.employment", "person.read.attributes"
  };
  private static final LocalDate TODAY = TestClock.TODAY;

  @Autowired CustomRoles roles;
  @Autowired CustomRoleGrants grants;
  @Autowired Sessions sessions;
  @Autowired Policy policy;
  @Autowired Visitors visitors;
  @Autowired ApiClient programs;
  @Autowired Company company;
  @Autowired Goals goals;
  @Autowired TestClock clock;
  @Autowired Statements statements;
  @Autowired JdbcClient database;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
  }

  private Viewer viewer(Person person) {
    return sessions.viewer(visitors.cookie(person)).orElseThrow();
  }

  private UUID role(String name, String... permissions) {
    return roles
        .compose(
            viewer(Person.ELIF),
            new Composition(null, 0, name, "For tests", Set.of(permissions), null))
        .orThrow();
  }

  private Outcome<UUID> giving(
      Person by,
      UUID role,
      Person to,
      @Nullable String unit,
      @Nullable LocalDate lastDay,
      boolean on) {
    return grants.give(
        viewer(by),
        new Giving(role, to.email(), unit == null ? null : Company.unit(unit), lastDay, on, null));
  }

  private UUID give(UUID role, Person to, @Nullable String unit) {
    return giving(Person.ELIF, role, to, unit, null, false).orThrow();
  }

  private static String code(Outcome<?> outcome) {
    return outcome instanceof Refused<?> refused
        ? refused.reasons().stream().map(Reason::code).collect(Collectors.joining(" "))
        : "done";
  }

  private Visitor signedIn(Person person) {
    Visitor visitor = visitors.as(person);
    visitor.page("/account");
    return visitor;
  }

  private static String person(Visitor visitor, Person person) {
    return visitor.json("GET", "/api/v1/people/" + person.id(), null).body();
  }

  private static boolean seesSince(Visitor visitor, Person person) {
    return person(visitor, person).contains("\"since\"");
  }

  private int count(String table) {
    return database.sql("select count(*) from " + table).query(Integer.class).single();
  }

  private List<String> acts() {
    return database
        .sql("select act from audit_entry where act like 'role.%' order by number")
        .query((row, _) -> row.getString(1))
        .list();
  }

  @Test
  void aRoleOpensWhatItIsMadeOfAndNothingElse() {
    Visitor jonas = signedIn(Person.JONAS);
    assertThat(seesSince(jonas, Person.RUBEN)).isFalse();
    give(role("Payroll", "person.read.employment"), Person.JONAS, null);
    assertThat(seesSince(jonas, Person.RUBEN)).isTrue();
    assertThat(seesSince(jonas, Person.ELIF)).isTrue();
    assertThat(person(jonas, Person.RUBEN)).doesNotContain(Person.RUBEN.email());
    assertThat(seesSince(signedIn(Person.AIKO), Person.RUBEN)).isFalse();
  }

  @Test
  void forAUnitItOpensThatUnitAndThoseBelow() {
    give(role("Payroll", "person.read.employment"), Person.RUBEN, "Product and Engineering");
    Visitor ruben = signedIn(Person.RUBEN);
    assertThat(seesSince(ruben, Person.HENRIK)).isTrue();
    assertThat(seesSince(ruben, Person.JONAS)).as("in a unit below").isTrue();
    assertThat(seesSince(ruben, Person.TOMASZ)).as("elsewhere").isFalse();
    assertThat(seesSince(ruben, Person.PRISCILLA)).as("in their own unit").isFalse();
    String all = ruben.json("GET", "/api/v1/people?limit=100", null).body();
    assertThat(all.split("\"since\"", -1).length - 1)
        .as("those of the unit, and themself")
        .isEqualTo(
            (int)
                    List.of(Person.values()).stream()
                        .filter(each ->
                            Set.of("Product and Engineering", "Activation").contains(each.unit()))
                        .count()
                + 1);
  }

  @Test
  void objectivesBelongToThePeopleWhoAnswerForThem() {
    UUID theirs = goals.objective(Person.JONAS, "Put forward", "Q2 2026", "proposed", "public");
    UUID draft = goals.objective(Person.JONAS, "Half a thought", "Q2 2026", "draft", "public");
    UUID other = goals.objective(Person.TOMASZ, "Elsewhere", "Q2 2026", "proposed", "public");
    Visitor ruben = signedIn(Person.RUBEN);
    String address = "/api/v1/objectives/";
    assertThat(ruben.json("GET", address + theirs, null).statusCode()).isEqualTo(404);
    give(role("Goal coach", "objective.read.goal"), Person.RUBEN, "Activation");
    assertThat(ruben.json("GET", address + theirs, null).statusCode()).isEqualTo(200);
    assertThat(ruben.json("GET", address + other, null).statusCode()).isEqualTo(404);
    assertThat(ruben.json("GET", address + draft, null).statusCode())
        .as("what no role reads")
        .isEqualTo(404);
  }

  @Test
  void whoOnlyReadsAnObjectiveSaysNothingAboutIt() {
    UUID theirs = goals.objective(Person.JONAS, "Put forward", "Q2 2026", "proposed", "public");
    give(role("Goal reader", "objective.read.goal"), Person.RUBEN, "Activation");
    String address = "/api/v1/objectives/" + theirs;
    Visitor jonas = signedIn(Person.JONAS);
    UUID said = said(jonas.json("POST", address + "/comments", "{\"text\": \"Mine\"}"));
    Visitor ruben = signedIn(Person.RUBEN);
    assertThat(ruben.json("GET", address + "/comments", null).body()).contains("Mine");
    assertThat(ruben.json("GET", address + "/links", null).statusCode()).isEqualTo(200);
    assertThat(ruben.page("/goals/" + theirs + "/talk").body())
        .contains("Mine")
        .doesNotContain("name=\"text\"");
    for (String[] act :
        new String[][] {
          {"POST", address + "/comments", "{\"text\": \"No\"}"},
          {"PUT", address + "/following", null},
          {"PUT", "/api/v1/comments/" + said + "/reactions/thanks", null},
          {"POST", address + "/links", "{\"title\": \"x\", \"address\": \"https://x.example\"}"},
          {"PUT", "/api/v1/comments/" + said + "/hiding", "{\"reason\": \"x\"}"},
        }) {
      assertThat(ruben.json(act[0], act[1], act[2]).statusCode()).as(act[1]).isEqualTo(403);
    }
  }

  @Test
  void whoTalksByARoleSparesThoseWhoHoldOneAndRewordsTheirOwn() {
    UUID theirs = goals.objective(Person.JONAS, "Put forward", "Q2 2026", "proposed", "public");
    UUID holders = goals.objective(Person.DEV, "A holder's", "Q2 2026", "proposed", "public");
    give(role("Payroll", "person.read.employment"), Person.DEV, "Sales");
    give(
        role("Goal coach", "objective.read.goal", "objective.talk.goal", "comment.hide.text"),
        Person.RUBEN,
        "Activation");
    Visitor ruben = signedIn(Person.RUBEN);
    String comments = "/api/v1/objectives/%s/comments";
    UUID said = said(ruben.json("POST", comments.formatted(theirs), "{\"text\": \"Try it\"}"));
    assertThat(
            ruben
                .json(
                    "PATCH",
                    "/api/v1/comments/" + said,
                    "{\"text\": \"Try it so\"}",
                    "If-Match",
                    "\"1\"")
                .statusCode())
        .isEqualTo(200);
    assertThat(ruben.json("POST", comments.formatted(holders), "{\"text\": \"No\"}").statusCode())
        .isEqualTo(403);
    Visitor aiko = signedIn(Person.AIKO);
    Visitor dev = signedIn(Person.DEV);
    UUID aikos = said(aiko.json("POST", comments.formatted(theirs), "{\"text\": \"Rude\"}"));
    UUID devs = said(dev.json("POST", comments.formatted(theirs), "{\"text\": \"Hm\"}"));
    assertThat(hide(ruben, devs)).as("of somebody who holds a role").isEqualTo(403);
    assertThat(hide(ruben, aikos)).isEqualTo(200);
  }

  private static int hide(Visitor visitor, UUID comment) {
    return visitor
        .json("PUT", "/api/v1/comments/" + comment + "/hiding", "{\"reason\": \"Not so\"}")
        .statusCode();
  }

  private static UUID said(HttpResponse<String> answer) {
    Matcher id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(answer.body());
    assertThat(id.find()).as(answer.body()).isTrue();
    return UUID.fromString(id.group(1));
  }

  @Test
  void noForgedPermissionIsTakenByPageOrApi() {
    Set<String> forged = new TreeSet<>(Set.of("made.up.one", ""));
    policy.rows().forEach(row -> forged.add(row.permission()));
    policy.composable().forEach(row -> forged.remove(row.permission()));
    assertThat(forged).contains("role.grant.content", "notice.read.all", "objective.grade.goal");
    Visitor elif = signedIn(Person.ELIF);
    for (String permission : forged) {
      assertThat(
              elif.post(
                      "/studio/access/roles",
                      "name",
                      "Forged",
                      "purpose",
                      "x",
                      "permission",
                      "running.read.counts",
                      "permission",
                      permission.isEmpty() ? "\u0000" : permission)
                  .statusCode())
          .as(permission)
          .isBetween(400, 422);
      assertThat(
              elif.json(
                      "POST",
                      "/api/v1/roles/custom",
                      "{\"name\": \"Forged\", \"purpose\": \"x\", \"permissions\": [\"%s\"]}"
                          .formatted(permission))
                  .statusCode())
          .as(permission)
          .isEqualTo(422);
    }
    assertThat(count("custom_role")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "LIAM, 403",
    "SOFIA, 403",
    "NOOR, 404",
    "INES, 404",
    "MARA, 404",
    "JONAS, 404",
  })
  void onlyPeopleOperationsCompose(Person person, int status) {
    UUID role = role("Payroll", "person.read.employment");
    Visitor visitor = signedIn(person);
    String input =
        "{\"name\": \"X\", \"purpose\": \"x\", \"permissions\": [\"running.read.counts\"]}";
    assertThat(visitor.json("POST", "/api/v1/roles/custom", input).statusCode()).isIn(403, 404);
    assertThat(
            visitor
                .json("PUT", "/api/v1/roles/custom/" + role, input, "If-Match", "\"1\"")
                .statusCode())
        .isEqualTo(status);
    assertThat(
            visitor
                .json("DELETE", "/api/v1/roles/custom/" + role, null, "If-Match", "\"1\"")
                .statusCode())
        .isEqualTo(status);
    assertThat(
            visitor
                .json(
                    "POST",
                    "/api/v1/roles/custom/" + role + "/grants",
                    "{\"email\": \"%s\"}".formatted(person.email()))
                .statusCode())
        .isEqualTo(status);
    assertThat(count("custom_role")).isEqualTo(1);
    assertThat(count("custom_role_grant")).isZero();
  }

  @Test
  void whatOpensTheWholeOrganisationCannotBeGivenForAUnit() {
    UUID role = role("Board", "running.read.counts", "person.read.employment");
    Visitor elif = signedIn(Person.ELIF);
    assertThat(code(giving(Person.ELIF, role, Person.JONAS, "Activation", null, false)))
        .isEqualTo("role-not-for-units");
    assertThat(
            elif.post(
                    "/studio/access/roles/" + role + "/grants",
                    "email",
                    Person.JONAS.email(),
                    "unit",
                    Company.unit("Activation").toString())
                .statusCode())
        .isEqualTo(422);
    UUID narrow = role("Payroll", "person.read.employment");
    give(narrow, Person.JONAS, "Activation");
    assertThat(
            code(
                roles.change(
                    viewer(Person.ELIF),
                    new Composition(
                        narrow,
                        1,
                        "Payroll",
                        "x",
                        Set.of("person.read.employment", "running.read.counts"),
                        null))))
        .isEqualTo("role-held-for-unit");
  }

  @Test
  void evenWhereTheDatabaseSaysSoItOpensNothing() {
    UUID role = role("Payroll", "person.read.employment");
    give(role, Person.JONAS, "Activation");
    for (PolicyRow row : policy.rows()) {
      database
          .sql("insert into custom_role_permission values (?, ?) on conflict do nothing")
          .params(role, row.permission())
          .update();
    }
    Visitor jonas = signedIn(Person.JONAS);
    for (String closed :
        List.of(
            "/studio/running",
            "/studio/services",
            "/studio/audit",
            "/studio/webhooks",
            "/studio/checks",
            "/studio/data-rights",
            "/studio/access/invitations")) {
      assertThat(jonas.page(closed).statusCode()).as(closed).isEqualTo(404);
    }
    database.sql("update custom_role_grant set unit = null").update();
    for (String kept : List.of("/studio/services", "/studio/audit")) {
      assertThat(jonas.page(kept).statusCode()).as(kept).isEqualTo(404);
    }
    assertThat(jonas.page("/studio/running").statusCode()).isEqualTo(200);
    assertThat(
            jonas
                .post("/studio/access/grants", "email", Person.JONAS.email(), "role", "people-ops")
                .statusCode())
        .isIn(403, 404);
    assertThat(jonas.json("GET", "/people/" + Person.RUBEN.id() + "/data.zip", null).statusCode())
        .isEqualTo(404);
    assertThat(count("role_grant where person = '" + Person.JONAS.id() + "'")).isZero();
  }

  @Test
  void aPermissionThatIsGoneGivesNothingAndIsShownSo() {
    UUID role = role("Payroll", "person.read.employment");
    database
        .sql("insert into custom_role_permission values (?, 'person.read.salary')")
        .param(role)
        .update();
    Visitor elif = signedIn(Person.ELIF);
    assertThat(elif.page("/studio/access/roles/" + role).body())
        .contains("person.read.salary")
        .contains("no longer exists");
    assertThat(elif.json("GET", "/api/v1/roles/custom/" + role, null).body())
        .contains("\"without\":[\"person.read.salary\"]");
  }

  @Test
  void changingDetailsNeverReachesWhoHoldsARole() {
    List<String> permissions = new ArrayList<>(List.of(READING));
    permissions.add("person.change.all");
    give(role("HR desk", permissions.toArray(String[]::new)), Person.JONAS, null);
    give(role("Payroll", "person.read.employment"), Person.DEV, "Sales");
    Visitor jonas = signedIn(Person.JONAS);
    assertThat(title(jonas, Person.RUBEN)).isEqualTo(200);
    for (Person holder :
        List.of(Person.ELIF, Person.NOOR, Person.INES, Person.LIAM, Person.DEV, Person.JONAS)) {
      assertThat(title(jonas, holder)).as(holder.name()).isEqualTo(403);
    }
    assertThat(
            jonas
                .post(
                    "/people/" + Person.ELIF.id() + "/edit",
                    "version",
                    "0",
                    "name",
                    "Elif",
                    "email",
                    "mine@example.org")
                .statusCode())
        .isEqualTo(403);
  }

  private int title(Visitor visitor, Person person) {
    long version =
        database
            .sql("select version from person where id = ?")
            .param(person.id())
            .query(Long.class)
            .single();
    return visitor
        .json(
            "PATCH",
            "/api/v1/people/" + person.id(),
            "{\"title\": \"Changed\"}",
            "If-Match",
            "\"" + version + "\"")
        .statusCode();
  }

  @Test
  void nobodyIsMovedByAComposedRole() {
    List<String> permissions = new ArrayList<>(List.of(READING));
    permissions.add("person.change.all");
    give(role("HR desk", permissions.toArray(String[]::new)), Person.JONAS, null);
    Visitor jonas = signedIn(Person.JONAS);
    String ruben = "/api/v1/people/" + Person.RUBEN.id();
    String version = jonas.json("GET", ruben, null).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> unit =
        jonas.json(
            "PATCH",
            ruben,
            "{\"unit\": \"%s\"}".formatted(Company.unit("Activation")),
            "If-Match",
            version);
    assertThat(unit.statusCode()).isEqualTo(403);
    assertThat(unit.body()).contains("may-not-move");
    assertThat(
            jonas
                .json(
                    "POST",
                    ruben + "/lines",
                    "{\"manager\": \"%s\"}".formatted(Person.JONAS.id()),
                    "If-Match",
                    version)
                .statusCode())
        .isEqualTo(403);
    assertThat(jonas.json("POST", ruben + "/departure", "{}", "If-Match", version).statusCode())
        .isEqualTo(403);
  }

  @Test
  void whoCannotReadDetailsCannotOverwriteThem() {
    assertThat(
            code(
                roles.compose(
                    viewer(Person.ELIF),
                    new Composition(null, 0, "Desk", "x", Set.of("person.change.all"), null))))
        .isEqualTo("needs.person.change.all");
    UUID role = role("Payroll", "person.read.employment");
    database
        .sql("insert into custom_role_permission values (?, 'person.change.all')")
        .param(role)
        .update();
    give(role, Person.JONAS, null);
    assertThat(title(signedIn(Person.JONAS), Person.RUBEN)).isEqualTo(403);
  }

  @Test
  void nobodyBecomesSomebodyWhoHoldsARole() {
    give(role("Help desk", "account.read.sign-in", "account.change.sign-in"), Person.JONAS, null);
    give(role("Payroll", "person.read.employment"), Person.DEV, "Sales");
    Visitor jonas = signedIn(Person.JONAS);
    assertThat(link(jonas, Person.RUBEN)).isEqualTo(201);
    for (Person holder : List.of(Person.ELIF, Person.LIAM, Person.NOOR, Person.DEV, Person.JONAS)) {
      assertThat(link(jonas, holder)).as(holder.name()).isEqualTo(403);
    }
    assertThat(link(signedIn(Person.LIAM), Person.DEV))
        .as("an IT administrator, of who holds a composed role")
        .isEqualTo(403);
    assertThat(link(signedIn(Person.LIAM), Person.AIKO)).isEqualTo(201);
    assertThat(link(signedIn(Person.ELIF), Person.DEV)).isEqualTo(201);
  }

  private static int link(Visitor visitor, Person person) {
    return visitor.json("POST", "/api/v1/accounts/" + person.id() + "/link", null).statusCode();
  }

  @ParameterizedTest
  @CsvSource({
    // to, unit, days after today, giving on, outcome
    "JONAS, Activation, 5, false, done",
    "JONAS, Activation, 10, false, done",
    "JONAS, Activation, 11, false, beyond-your-day",
    "JONAS, Activation, , false, beyond-your-day",
    "JONAS, Activation, 5, true, not-to-give-on",
    "JONAS, Product and Engineering, 5, false, beyond-your-unit",
    "JONAS, Sales, 5, false, beyond-your-unit",
    "JONAS, , 5, false, beyond-your-unit",
    "RUBEN, Activation, 5, false, nobody-in-your-unit",
    "HENRIK, Activation, 5, false, nobody-in-your-unit",
    "JONAS, Activation, -1, false, day-is-past",
    "JONAS, Sales, 20, true, beyond-your-unit",
  })
  void givingOnNeverGivesMoreThanOneHas(
      Person to, @Nullable String unit, @Nullable Integer days, boolean on, String outcome) {
    UUID role = role("Payroll", "person.read.employment");
    giving(Person.ELIF, role, Person.MARA, "Activation", TODAY.plusDays(10), true).orThrow();
    assertThat(
            code(
                giving(
                    Person.MARA, role, to, unit, days == null ? null : TODAY.plusDays(days), on)))
        .isEqualTo(outcome);
  }

  @Test
  void ofTwoGrantsTheOneCountsThatReachesFarEnough() {
    UUID role = role("Payroll", "person.read.employment");
    giving(Person.ELIF, role, Person.MARA, "Activation", TODAY.plusDays(5), true).orThrow();
    UUID wide =
        giving(Person.ELIF, role, Person.MARA, "Product and Engineering", TODAY.plusDays(30), true)
            .orThrow();
    UUID given =
        giving(Person.MARA, role, Person.JONAS, "Activation", TODAY.plusDays(20), false).orThrow();
    assertThat(
            database
                .sql("select given_under from custom_role_grant where id = ?")
                .param(given)
                .query(UUID.class)
                .single())
        .isEqualTo(wide);
  }

  @Test
  void whatWasGivenOnIsNotGivenOnAndWhoMayNotGiveDoesNot() {
    UUID role = role("Payroll", "person.read.employment");
    UUID other = role("Board", "running.read.counts");
    giving(Person.ELIF, role, Person.MARA, "Activation", null, true).orThrow();
    giving(Person.MARA, role, Person.JONAS, "Activation", null, false).orThrow();
    give(role, Person.RUBEN, "Sales");
    for (Person person : List.of(Person.JONAS, Person.RUBEN, Person.AIKO)) {
      assertThat(code(giving(person, role, Person.AIKO, "Activation", null, false)))
          .as(person.name())
          .isEqualTo("not-found");
    }
    assertThat(code(giving(Person.MARA, other, Person.JONAS, null, null, false)))
        .as("another role")
        .isEqualTo("not-found");
    assertThat(code(giving(Person.LIAM, role, Person.LIAM, null, null, false)))
        .isEqualTo("forbidden");
  }

  @Test
  void oneTakesBackWhatOneGaveAndNothingElse() {
    UUID role = role("Payroll", "person.read.employment");
    UUID other = role("Contacts", "person.read.contact");
    UUID maras = giving(Person.ELIF, role, Person.MARA, "Activation", null, true).orThrow();
    UUID jonass = giving(Person.MARA, role, Person.JONAS, "Activation", null, false).orThrow();
    UUID devs = give(role, Person.DEV, "Activation");
    UUID aikos = give(other, Person.AIKO, "Activation");
    Visitor mara = signedIn(Person.MARA);
    String address = "/api/v1/roles/custom/";
    assertThat(delete(mara, address + role + "/grants/" + devs)).isEqualTo(404);
    assertThat(delete(mara, address + other + "/grants/" + aikos)).isEqualTo(404);
    assertThat(delete(mara, address + role + "/grants/" + aikos))
        .as("another role's grant under the address of one's own")
        .isEqualTo(404);
    assertThat(delete(mara, address + role + "/grants/" + maras)).as("their own").isEqualTo(403);
    assertThat(mara.post("/studio/access/roles/" + role + "/grants/" + devs + "/end").statusCode())
        .isEqualTo(404);
    assertThat(delete(signedIn(Person.JONAS), address + role + "/grants/" + jonass)).isEqualTo(404);
    assertThat(delete(signedIn(Person.LIAM), address + role + "/grants/" + jonass)).isEqualTo(403);
    assertThat(delete(mara, address + role + "/grants/" + jonass)).isEqualTo(204);
    assertThat(count("custom_role_grant")).isEqualTo(3);
  }

  private static int delete(Visitor visitor, String path) {
    return visitor.json("DELETE", path, null).statusCode();
  }

  @Test
  void aDelegateSeesTheirRoleTheirGrantsAndThePeopleOfTheirUnit() {
    UUID role = role("Payroll", "person.read.employment");
    UUID other = role("Contacts", "person.read.contact");
    giving(Person.ELIF, role, Person.MARA, "Activation", null, true).orThrow();
    give(role, Person.RUBEN, "Sales");
    Visitor mara = signedIn(Person.MARA);
    assertThat(mara.page("/studio/access").headers().firstValue("Location").orElse(""))
        .endsWith("/studio/access/roles");
    assertThat(mara.page("/studio/access/roles").body())
        .contains("Payroll")
        .doesNotContain("Contacts")
        .doesNotContain("Compose a role");
    String page = mara.page("/studio/access/roles/" + role).body();
    assertThat(page)
        .contains(Person.JONAS.email())
        .contains("Mara Lindqvist")
        .doesNotContain(Person.RUBEN.fullName())
        .doesNotContain(Person.RUBEN.email())
        .doesNotContain("mayGiveOn");
    assertThat(mara.page("/studio/access/roles/" + other).statusCode()).isEqualTo(404);
    assertThat(mara.page("/studio/access/roles/" + role + "/edit").statusCode()).isEqualTo(403);
    assertThat(mara.json("GET", "/api/v1/roles/custom/" + role + "/grants", null).body())
        .doesNotContain(Person.RUBEN.id().toString());
    assertThat(mara.page("/").body()).contains("href=\"/studio\"");
  }

  @Test
  void aRoleEndsAtOnceAlsoForThoseToWhomItWasGivenOn() {
    UUID role = role("Payroll", "person.read.employment");
    UUID maras = giving(Person.ELIF, role, Person.MARA, "Brightwell", null, true).orThrow();
    giving(Person.MARA, role, Person.JONAS, "Sales", null, false).orThrow();
    Visitor jonas = signedIn(Person.JONAS);
    assertThat(seesSince(jonas, Person.RUBEN)).isTrue();
    grants.take(viewer(Person.ELIF), role, maras, null).orThrow();
    assertThat(seesSince(jonas, Person.RUBEN)).isFalse();
    assertThat(count("custom_role_grant")).isZero();
    assertThat(acts())
        .containsExactly("role.composed", "role.given", "role.given", "role.taken", "role.taken");
  }

  @Test
  void aPermissionTakenOutEndsForSessionsAndTokensAtOnce() {
    UUID role = role("Payroll", "person.read.employment", "person.read.contact");
    give(role, Person.JONAS, null);
    Visitor jonas = signedIn(Person.JONAS);
    ApiClient.Program program = programs.as(Person.JONAS, "people:read");
    String ruben = "/api/v1/people/" + Person.RUBEN.id();
    assertThat(seesSince(jonas, Person.RUBEN)).isTrue();
    assertThat(program.json("GET", ruben, null).body()).contains("\"since\"");
    roles
        .change(
            viewer(Person.ELIF),
            new Composition(role, 1, "Contacts", "x", Set.of("person.read.contact"), null))
        .orThrow();
    assertThat(person(jonas, Person.RUBEN))
        .doesNotContain("\"since\"")
        .contains(Person.RUBEN.email());
    assertThat(program.json("GET", ruben, null).body())
        .doesNotContain("\"since\"")
        .contains(Person.RUBEN.email());
  }

  @Test
  void aTokenDoesNoMoreThanItsScopes() {
    give(role("Board", "running.read.counts"), Person.JONAS, null);
    assertThat(
            programs
                .as(Person.JONAS, "goals:read")
                .json("GET", "/api/v1/running", null)
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void itWorksUntilTheEndOfItsLastDayAndIsClearedAwayAfterIt() {
    UUID role = role("Payroll", "person.read.employment");
    giving(Person.ELIF, role, Person.JONAS, null, TODAY.plusDays(1), false).orThrow();
    Visitor jonas = signedIn(Person.JONAS);
    clock.set(TODAY.plusDays(1));
    jonas.session(visitors.cookie(Person.JONAS));
    assertThat(seesSince(jonas, Person.RUBEN)).isTrue();
    grants.clearEnded();
    assertThat(count("custom_role_grant")).isEqualTo(1);
    clock.set(TODAY.plusDays(2));
    jonas.session(visitors.cookie(Person.JONAS));
    assertThat(seesSince(jonas, Person.RUBEN)).isFalse();
    grants.clearEnded();
    assertThat(count("custom_role_grant")).isZero();
    assertThat(acts()).endsWith("role.ended");
  }

  @Test
  void whatIsOverCanBeGivenAnew() {
    UUID role = role("Payroll", "person.read.employment");
    giving(Person.ELIF, role, Person.JONAS, null, TODAY, false).orThrow();
    assertThat(code(giving(Person.ELIF, role, Person.JONAS, null, null, false)))
        .isEqualTo("role-already-granted");
    clock.advance(Duration.ofDays(1));
    assertThat(code(giving(Person.ELIF, role, Person.JONAS, null, null, false))).isEqualTo("done");
  }

  @Test
  void whoLeftUsesNothing() {
    UUID role = role("Payroll", "person.read.employment");
    give(role, Person.JONAS, null);
    Visitor jonas = signedIn(Person.JONAS);
    assertThat(seesSince(jonas, Person.RUBEN)).isTrue();
    database
        .sql("update employment set during = daterange('2023-03-01', ?) where person = ?")
        .params(TODAY, Person.JONAS.id())
        .update();
    assertThat(viewer(Person.JONAS).permissions()).isEmpty();
    assertThat(seesSince(jonas, Person.RUBEN)).isFalse();
    assertThat(code(giving(Person.ELIF, role, Person.JONAS, "Sales", null, false)))
        .isEqualTo("nobody-with-address");
    grants.clearEnded();
    assertThat(count("custom_role_grant")).isZero();
  }

  @Test
  void givingOnWhileOnesOwnIsTakenLeavesNothingBehind() throws Exception {
    UUID role = role("Payroll", "person.read.employment");
    for (int round = 0; round < 5; round++) {
      UUID maras = giving(Person.ELIF, role, Person.MARA, "Activation", null, true).orThrow();
      Viewer mara = viewer(Person.MARA);
      Viewer elif = viewer(Person.ELIF);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var gives =
            threads.submit(() ->
                code(
                    grants.give(
                        mara,
                        new Giving(
                            role,
                            Person.JONAS.email(),
                            Company.unit("Activation"),
                            null,
                            false,
                            null))));
        var takes = threads.submit(() -> code(grants.take(elif, role, maras, null)));
        assertThat(takes.get()).isEqualTo("done");
        assertThat(gives.get()).isIn("done", "forbidden");
      }
      assertThat(count("custom_role_grant")).isZero();
    }
  }

  @Test
  void twoWhoGiveTheSameAtOnceGiveItOnce() throws Exception {
    UUID role = role("Payroll", "person.read.employment");
    Viewer elif = viewer(Person.ELIF);
    Giving input = new Giving(role, Person.JONAS.email(), null, null, false, null);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = threads.submit(() -> code(grants.give(elif, input)));
      var two = threads.submit(() -> code(grants.give(elif, input)));
      assertThat(List.of(one.get(), two.get()))
          .containsExactlyInAnyOrder("done", "role-already-granted");
    }
    assertThat(count("custom_role_grant")).isEqualTo(1);
  }

  @Test
  void aStaleFormIsRefusedByPageAndApi() {
    UUID role = role("Payroll", "person.read.employment");
    Visitor elif = signedIn(Person.ELIF);
    String[] form = {
      "version", "1", "name", "Other", "purpose", "x", "permission", "person.read.contact"
    };
    assertThat(elif.post("/studio/access/roles/" + role, form).statusCode()).isEqualTo(302);
    assertThat(elif.post("/studio/access/roles/" + role, form).statusCode()).isEqualTo(412);
    String json =
        "{\"name\": \"X\", \"purpose\": \"x\", \"permissions\": [\"running.read.counts\"]}";
    assertThat(
            elif.json("PUT", "/api/v1/roles/custom/" + role, json, "If-Match", "\"1\"")
                .statusCode())
        .isEqualTo(412);
    assertThat(elif.json("PUT", "/api/v1/roles/custom/" + role, json).statusCode()).isEqualTo(422);
    HttpResponse<String> changed =
        elif.json("PUT", "/api/v1/roles/custom/" + role, json, "If-Match", "\"2\"");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.headers().firstValue("ETag")).contains("\"3\"");
  }

  @Test
  void aRoleIsRemovedByWhoKnowsWhomItEndsFor() {
    UUID role = role("Payroll", "person.read.employment");
    give(role, Person.JONAS, null);
    Visitor elif = signedIn(Person.ELIF);
    String before = elif.page("/studio/access/roles/" + role + "/removal").body();
    assertThat(before).contains(Person.JONAS.fullName()).contains("One person holds this role");
    give(role, Person.DEV, "Sales");
    assertThat(
            elif.post("/studio/access/roles/" + role + "/removal", "version", "1", "holders", "1")
                .statusCode())
        .isEqualTo(409);
    assertThat(code(roles.remove(viewer(Person.ELIF), new Removal(role, 2, 2, null))))
        .isEqualTo("stale");
    Visitor jonas = signedIn(Person.JONAS);
    assertThat(seesSince(jonas, Person.RUBEN)).isTrue();
    assertThat(
            elif.post("/studio/access/roles/" + role + "/removal", "version", "1", "holders", "2")
                .statusCode())
        .isEqualTo(302);
    assertThat(seesSince(jonas, Person.RUBEN)).isFalse();
    assertThat(acts()).endsWith("role.taken", "role.taken", "role.removed");
    assertThat(visitors.as(Person.SOFIA).page("/studio/audit").body())
        .contains("Removed a custom role", "Gave a custom role", "Composed a custom role");
  }

  @Test
  void aNameIsTakenOnce() {
    role("Payroll", "person.read.employment");
    assertThat(
            code(
                roles.compose(
                    viewer(Person.ELIF),
                    new Composition(null, 0, "PAYROLL", "x", Set.of("running.read.counts"), null))))
        .isEqualTo("role-name-taken");
    assertThat(
            code(
                roles.compose(
                    viewer(Person.ELIF), new Composition(null, 0, " ", "", Set.of(), null))))
        .isEqualTo("required required role-without-permission");
  }

  @Test
  void aRoleIsComposedGivenGivenOnTakenBackAndRemovedOnPages() {
    Visitor elif = signedIn(Person.ELIF);
    String form = elif.page("/studio/access/roles/new").body();
    assertThat(form)
        .contains("value=\"person.read.employment\"")
        .doesNotContain("value=\"role.grant.content\"")
        .doesNotContain("value=\"objective.grade.goal\"");
    HttpResponse<String> composed =
        elif.post(
            "/studio/access/roles",
            "name",
            "Payroll",
            "purpose",
            "Prepares pay.",
            "permission",
            "person.read.employment");
    assertThat(composed.statusCode()).isEqualTo(302);
    String address = composed.headers().firstValue("Location").orElseThrow();
    address = address.substring(address.indexOf("/studio"));
    String unit = Company.unit("Activation").toString();
    assertThat(
            elif.post(
                    address + "/grants",
                    "email",
                    Person.MARA.email(),
                    "unit",
                    unit,
                    "lastDay",
                    TODAY.plusDays(30).toString(),
                    "mayGiveOn",
                    "true")
                .statusCode())
        .isEqualTo(302);
    assertThat(elif.page(address).body())
        .contains("Prepares pay.", "Mara Lindqvist", "may give it on", "given by Elif Arslan");
    assertThat(elif.page("/studio/access/roles").body()).contains("Payroll", "1 person");
    Visitor mara = signedIn(Person.MARA);
    String[] toJonas = {
      "email", Person.JONAS.email(), "unit", unit, "lastDay", TODAY.plusDays(31).toString()
    };
    HttpResponse<String> tooLong = mara.post(address + "/grants", toJonas);
    assertThat(tooLong.statusCode()).isEqualTo(422);
    assertThat(tooLong.body()).contains("and cannot give it for longer");
    toJonas[5] = "soon";
    assertThat(mara.post(address + "/grants", toJonas).body()).contains("This is not a date.");
    toJonas[5] = TODAY.plusDays(29).toString();
    assertThat(mara.post(address + "/grants", toJonas).statusCode()).isEqualTo(302);
    Visitor jonas = signedIn(Person.JONAS);
    assertThat(seesSince(jonas, Person.DEV)).isTrue();
    Matcher take =
        Pattern.compile("action=\"(" + address + "/grants/[^\"]+/end)\"")
            .matcher(mara.page(address).body());
    assertThat(take.find()).isTrue();
    String taking = take.group(1);
    assertThat(take.find()).as("only what she gave").isFalse();
    assertThat(mara.post(taking).statusCode()).isEqualTo(302);
    assertThat(seesSince(jonas, Person.DEV)).isFalse();
    assertThat(elif.post(address + "/removal", "version", "1", "holders", "1").statusCode())
        .isEqualTo(302);
    assertThat(mara.page(address).statusCode()).isEqualTo(404);
  }

  @Test
  void aDoubleClickComposesOnce() {
    Visitor elif = signedIn(Person.ELIF);
    Matcher key =
        Pattern.compile("name=\"key\" value=\"([^\"]+)\"")
            .matcher(elif.page("/studio/access/roles/new").body());
    assertThat(key.find()).isTrue();
    for (int i = 0; i < 2; i++) {
      assertThat(
              elif.post(
                      "/studio/access/roles",
                      "name",
                      "Payroll",
                      "purpose",
                      "x",
                      "permission",
                      "person.read.employment",
                      "key",
                      key.group(1))
                  .statusCode())
          .isEqualTo(302);
    }
    assertThat(count("custom_role")).isEqualTo(1);
  }

  @Test
  void peopleAreToldWhichRolesReadTheirRecords() {
    Visitor jonas = signedIn(Person.JONAS);
    UUID objective = goals.objective(Person.JONAS, "Ours", "Q2 2026", "active", "team");
    UUID role = role("Payroll & more", "person.read.contact", "objective.read.goal");
    String policyPage = jonas.page("/policy").body();
    assertThat(policyPage.split("Payroll &amp; more", -1))
        .as("contact, goal, comments and links")
        .hasSize(5);
    assertThat(jonas.page("/goals/" + objective).body())
        .contains(
            "Also by whoever holds this role, where it was given to them: Payroll &amp; more");
    assertThat(jonas.json("GET", "/api/v1/policy", null).body())
        .contains("\"relation\":\"custom-role\",\"role\":\"Payroll & more\"");
    assertThat(signedIn(Person.ELIF).page("/studio/data-rights/paper").body())
        .contains("Payroll &amp; more");
    roles
        .change(
            viewer(Person.ELIF),
            new Composition(role, 1, "Payroll", "x", Set.of("person.read.contact"), null))
        .orThrow();
    assertThat(jonas.page("/goals/" + objective).body()).doesNotContain("Payroll");
  }

  @Test
  void theMenuLeadsToWhatTheRoleOpens() {
    List<String> all = policy.composable().stream().map(PolicyRow::permission).toList();
    give(role("All of it", all.toArray(String[]::new)), Person.JONAS, null);
    Visitor jonas = signedIn(Person.JONAS);
    String studio = jonas.page("/studio/framework").body();
    List<String> parts =
        List.of(
            "framework",
            "running",
            "access",
            "services",
            "messages",
            "webhooks",
            "checks",
            "audit",
            "data-rights");
    assertThat(parts.stream().filter(part -> studio.contains("<a href=\"/studio/" + part + "\"")))
        .isEqualTo(
            parts.stream()
                .filter(part -> jonas.page("/studio/" + part).statusCode() == 200)
                .toList())
        .contains("running", "access", "messages", "webhooks", "checks", "data-rights")
        .doesNotContain("services", "audit");
    assertThat(signedIn(Person.AIKO).page("/").body()).doesNotContain("href=\"/studio\"");
  }

  @Test
  void oneLooksAsACustomRole() {
    UUID role = role("Payroll", "person.read.employment");
    UUID board = role("Board", "running.read.counts");
    Visitor elif = signedIn(Person.ELIF);
    String sales = Company.unit("Sales").toString();
    assertThat(
            elif.post(
                    "/studio/access/preview", "previewRole", board.toString(), "previewUnit", sales)
                .statusCode())
        .isEqualTo(422);
    assertThat(
            elif.post(
                    "/studio/access/preview", "previewRole", role.toString(), "previewUnit", sales)
                .statusCode())
        .isEqualTo(302);
    assertThat(elif.page("/").body()).contains("You are looking as: Payroll.");
    assertThat(seesSince(elif, Person.RUBEN)).isTrue();
    assertThat(seesSince(elif, Person.JONAS)).isFalse();
    assertThat(elif.page("/studio/access").statusCode()).isEqualTo(404);
    elif.page("/people/" + Person.RUBEN.id());
    elif.post("/studio/access/preview/end");
    assertThat(visitors.as(Person.RUBEN).page("/account/reads").body())
        .contains(Person.ELIF.fullName() + ", looking as Payroll");
    assertThat(
            signedIn(Person.LIAM)
                .post("/studio/access/preview", "previewRole", role.toString())
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void itCostsNoStatementMore() {
    Visitor jonas = signedIn(Person.JONAS);
    jonas.page("/people");
    int before = statements.of("/people").size();
    give(role("Payroll", "person.read.employment"), Person.JONAS, "Activation");
    jonas.page("/people");
    // The first page after a role is composed reads once, for all, what it is made of.
    jonas.page("/people");
    assertThat(statements.of("/people")).hasSize(before);
  }

  @Test
  void anExportSaysWhichRolesOneHolds() {
    give(role("Payroll", "person.read.employment"), Person.JONAS, "Sales");
    assertThat(signedIn(Person.JONAS).json("GET", "/api/v1/account/data", null).body())
        .contains("{\"code\":\"custom-roles\",\"many\":1,\"goes\":true}");
  }
}
