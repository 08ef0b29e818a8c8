package io.fairlead.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.TestDatabase;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class LinksTest {
  private static final String PASSWORD = "kettle umbrella violin";

  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired OneTimeLinks links;
  @Autowired Starting starting;
  @Autowired Passwords passwords;
  @Autowired AccountStore accounts;
  @Autowired Environment environment;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private static HttpResponse<String> begin(Visitor visitor, String link, String email) {
    visitor.page(link);
    return visitor.post(
        link, "name", "Ada Quist", "email", email, "heads", "true", "password", PASSWORD);
  }

  private List<String> rolesOf(String email) {
    return database
        .sql(
            """
            select r.role from role_grant r join identity i on i.person = r.person
            where i.email = ? order by 1
            """)
        .param(email)
        .query((row, _) -> row.getString(1))
        .list();
  }

  @Test
  void whileNobodyCanSignInTheStartPrintsALinkThatMakesTheFirstAdministrator() {
    String link = starting.firstLink().orElseThrow();
    Visitor visitor = visitors.stranger();
    HttpResponse<String> begun = begin(visitor, link, "ada@brightwell.example");
    assertThat(begun.statusCode()).isEqualTo(302);
    assertThat(visitor.page("/account").statusCode()).isEqualTo(200);
    assertThat(rolesOf("ada@brightwell.example")).containsExactly("it-administrator", "people-ops");
    assertThat(starting.firstLink()).isEmpty();
  }

  @Test
  void aLinkWorksOnce() {
    String link = starting.firstLink().orElseThrow();
    begin(visitors.stranger(), link, "ada@brightwell.example");
    assertThat(visitors.stranger().page(link).statusCode()).isEqualTo(404);
    Visitor second = visitors.stranger();
    second.page("/sign-in");
    assertThat(
            second
                .post(link, "name", "Eve", "email", "eve@evil.example", "password", PASSWORD)
                .statusCode())
        .isEqualTo(404);
    assertThat(rolesOf("eve@evil.example")).isEmpty();
  }

  @Test
  void ofManyWhoUseALinkAtOnceOneBecomesAdministrator() throws Exception {
    String link = starting.firstLink().orElseThrow();
    List<Future<Integer>> tries = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 5; i++) {
        String email = "p" + i + "@brightwell.example";
        tries.add(threads.submit(() -> begin(visitors.stranger(), link, email).statusCode()));
      }
    }
    List<Integer> answers = new ArrayList<>();
    for (var tried : tries) {
      answers.add(tried.get());
    }
    assertThat(answers).containsOnlyOnce(302);
    assertThat(answers).filteredOn(status -> status == 404).hasSize(4);
  }

  @Test
  void theFirstAdministratorsLinkIsWorthNothingOnceSomebodyCanSignIn() {
    String link = starting.firstLink().orElseThrow();
    accounts.setPassword(Person.MARA.id(), passwords.hash(PASSWORD).orThrow(), clock.instant());
    assertThat(visitors.stranger().page(link).statusCode()).isEqualTo(404);
  }

  @Test
  void aLinkEndsAfterADay() {
    String link = starting.firstLink().orElseThrow();
    clock.advance(Duration.ofHours(25));
    assertThat(visitors.stranger().page(link).statusCode()).isEqualTo(404);
  }

  @Test
  void theHostsCommandMakesALinkForAnAdministratorWhoIsThereAlready() throws Exception {
    accounts.setPassword(Person.LIAM.id(), passwords.hash(PASSWORD).orThrow(), clock.instant());
    String link;
    try (var connection =
        java.sql.DriverManager.getConnection(
            TestDatabase.url(),
            environment.getRequiredProperty("fairlead.db.user"),
            environment.getRequiredProperty("fairlead.db.password"))) {
      link = OneTimeLinks.administratorReset(connection, clock.instant());
    }
    Visitor visitor = visitors.stranger();
    assertThat(begin(visitor, link, "LIAM@brightwell.example").statusCode()).isEqualTo(302);
    assertThat(visitor.page("/account").body()).contains("Liam Byrne");
    assertThat(rolesOf(Person.LIAM.email())).containsExactly("it-administrator", "people-ops");
  }

  @Test
  void aWeakPasswordIsRefusedBesideItsFieldAndTheLinkStillWorks() {
    String link = starting.firstLink().orElseThrow();
    Visitor visitor = visitors.stranger();
    visitor.page(link);
    HttpResponse<String> refused =
        visitor.post(
            link, "name", "Ada", "email", "ada@brightwell.example", "password", "Password123!");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Guessers try this one early", "ada@brightwell.example");
    assertThat(begin(visitor, link, "ada@brightwell.example").statusCode()).isEqualTo(302);
  }

  @Test
  void aPasswordLinkSetsThePasswordOnceAndEndsEverySession() {
    Visitor before = visitors.as(Person.JONAS);
    String link = links.forPassword(Person.JONAS.id(), Person.ELIF.id());
    Visitor visitor = visitors.stranger();
    assertThat(visitor.page(link).body()).contains(Person.JONAS.email());
    assertThat(visitor.post(link, "password", PASSWORD).statusCode()).isEqualTo(302);
    assertThat(visitor.page("/account").statusCode()).isEqualTo(200);
    assertThat(before.page("/account").statusCode()).isEqualTo(302);
    assertThat(visitors.stranger().page(link).statusCode()).isEqualTo(404);
    Visitor again = visitors.stranger();
    again.page("/sign-in");
    assertThat(
            again
                .post("/sign-in", "email", Person.JONAS.email(), "password", PASSWORD)
                .statusCode())
        .isEqualTo(302);
  }

  @Test
  void aNewPasswordLinkEndsTheOneBefore() {
    String first = links.forPassword(Person.JONAS.id(), Person.ELIF.id());
    links.forPassword(Person.JONAS.id(), Person.ELIF.id());
    assertThat(visitors.stranger().page(first).statusCode()).isEqualTo(404);
  }

  @Test
  void aLockedPersonsLinkDoesNotWork() {
    String link = links.forPassword(Person.JONAS.id(), Person.ELIF.id());
    accounts.setState(Person.JONAS.id(), false);
    assertThat(visitors.stranger().page(link).statusCode()).isEqualTo(404);
  }

  @Test
  void aForgedLinkIsNotThere() {
    assertThat(visitors.stranger().page("/link/" + Tokens.fresh()).statusCode()).isEqualTo(404);
    assertThat(visitors.stranger().page("/start/" + Tokens.fresh()).statusCode()).isEqualTo(404);
    assertThat(visitors.stranger().page("/start/%00").statusCode()).isBetween(400, 404);
  }
}
