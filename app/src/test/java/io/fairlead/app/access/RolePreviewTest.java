package io.fairlead.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looking as a role shows what the role shows and nothing else, changes nothing, and is recorded.
@AppTest
class RolePreviewTest {
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired Goals goals;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
  }

  private Visitor signedIn(Person person) {
    Visitor visitor = visitors.as(person);
    visitor.page("/account");
    return visitor;
  }

  private static void look(Visitor visitor, String role, String... more) {
    String[] form = new String[2 + more.length];
    form[0] = "previewRole";
    form[1] = role;
    System.arraycopy(more, 0, form, 2, more.length);
    assertThat(visitor.post("/studio/access/preview", form).statusCode()).isEqualTo(302);
  }

  @Test
  void itShowsWhatTheRoleShowsAndNothingOfOnesOwn() {
    goals.objective(Person.ELIF, "Mine alone", "Q2 2026", "draft", "public");
    Visitor elif = signedIn(Person.ELIF);
    assertThat(elif.json("GET", "/api/v1/people/" + Person.JONAS.id(), null).body())
        .contains("\"since\"");
    look(elif, "hr-partner", "previewUnit", Company.unit("Sales").toString());
    assertThat(elif.page("/").body())
        .contains("You are looking as: HR partner.")
        .doesNotContain("Mine alone");
    Person inSales =
        java.util.Arrays.stream(Person.values())
            .filter(person -> person.unit().equals("Sales"))
            .findFirst()
            .orElseThrow();
    assertThat(elif.json("GET", "/api/v1/people/" + inSales.id(), null).body())
        .contains("\"since\"");
    assertThat(elif.json("GET", "/api/v1/people/" + Person.JONAS.id(), null).body())
        .doesNotContain("\"since\"");
    assertThat(elif.page("/studio/access").statusCode()).isEqualTo(404);
    assertThat(elif.json("GET", "/api/v1/objectives?scope=all", null).body())
        .doesNotContain("Mine alone");
  }

  @Test
  void nothingCanBeChangedByPageOrApi() {
    Visitor elif = signedIn(Person.ELIF);
    look(elif, "");
    HttpResponse<String> page = elif.post("/people/new", "name", "Grace", "email", "g@example.org");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("You are only looking as a role.");
    HttpResponse<String> api =
        elif.json("POST", "/api/v1/objectives", "{\"title\": \"Not to be\"}");
    assertThat(api.statusCode()).isEqualTo(403);
    assertThat(api.body()).contains("previewing");
    assertThat(elif.post("/studio/access/preview", "previewRole", "executive").statusCode())
        .isEqualTo(403);
    assertThat(database.sql("select count(*) from objective").query(Long.class).single()).isZero();
  }

  @Test
  void oneLooksAsOneselfAgainAtOnceOrAfterAnHour() {
    Visitor elif = signedIn(Person.ELIF);
    look(elif, "executive");
    assertThat(elif.page("/studio/access").statusCode()).isEqualTo(404);
    assertThat(elif.post("/studio/access/preview/end").statusCode()).isEqualTo(302);
    assertThat(elif.page("/studio/access").statusCode()).isEqualTo(200);
    look(elif, "executive");
    clock.advance(Duration.ofMinutes(61));
    assertThat(elif.page("/studio/access").statusCode()).isEqualTo(200);
  }

  @Test
  void theRecordSaysWhoLooked() {
    Visitor elif = signedIn(Person.ELIF);
    look(elif, "hr-partner", "previewUnit", Company.unit("Product and Engineering").toString());
    elif.page("/people/" + Person.JONAS.id());
    elif.post("/studio/access/preview/end");
    String record = visitors.as(Person.SOFIA).page("/studio/audit").body();
    assertThat(record).contains("Looked as an HR partner").contains("Looked as themself again");
    assertThat(visitors.as(Person.JONAS).page("/account/reads").body())
        .contains(Person.ELIF.fullName() + ", looking as HR partner");
  }

  @Test
  void onlyWhoCouldGiveTheRoleMayLookAsIt() {
    assertThat(
            signedIn(Person.MARA)
                .post("/studio/access/preview", "previewRole", "auditor")
                .statusCode())
        .isIn(403, 404);
    assertThat(
            signedIn(Person.LIAM)
                .post("/studio/access/preview", "previewRole", "executive")
                .statusCode())
        .isIn(403, 404);
    Visitor elif = signedIn(Person.ELIF);
    assertThat(elif.post("/studio/access/preview", "previewRole", "people-ops").statusCode())
        .isEqualTo(403);
    assertThat(
            elif.post(
                    "/studio/access/preview",
                    "previewRole",
                    "hr-partner",
                    "previewUnit",
                    UUID.randomUUID().toString())
                .statusCode())
        .isEqualTo(422);
    assertThat(database.sql("select count(*) from preview").query(Long.class).single()).isZero();
  }

  @Test
  void anotherBrowserOfTheSamePersonSeesAsBefore() {
    Visitor one = signedIn(Person.ELIF);
    Visitor other = signedIn(Person.ELIF);
    look(one, "auditor");
    assertThat(other.page("/studio/access").statusCode()).isEqualTo(200);
    assertThat(one.page("/studio/audit").statusCode()).isEqualTo(200);
    assertThat(one.post("/sign-out").statusCode()).isEqualTo(302);
    assertThat(other.page("/studio/access").statusCode()).isEqualTo(200);
  }
}
