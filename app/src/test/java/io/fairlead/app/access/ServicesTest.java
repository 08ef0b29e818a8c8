package io.fairlead.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class ServicesTest {
  private static final String SYNC = "Nightly sync";

  @Autowired Services services;
  @Autowired Sessions sessions;
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired JdbcClient database;
  @Autowired DataSource connections;
  @Autowired TestClock clock;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private Viewer viewer(Person person) {
    return sessions.viewer(visitors.cookie(person)).orElseThrow();
  }

  private String made(Person by, Set<String> roles, String... scopes) {
    return services
        .create(
            viewer(by),
            new Services.NewService(SYNC, roles, Set.copyOf(Arrays.asList(scopes)), 30, null))
        .orThrow();
  }

  private HttpResponse<String> asked(
      String token, String method, String path, @Nullable String body) {
    return visitors.stranger().json(method, path, body, "Authorization", "Bearer " + token);
  }

  @Test
  void aServiceActsAsItselfAndTheRecordNamesIt() {
    String token = made(Person.ELIF, Set.of("people-ops"), "people:write", "audit:read");
    assertThat(token).startsWith("fls_");
    HttpResponse<String> team =
        asked(token, "POST", "/api/v1/teams", "{\"name\": \"Pilots\", \"purpose\": \"Try\"}");
    assertThat(team.statusCode()).as(team.body()).isEqualTo(201);
    UUID service = services.all(viewer(Person.ELIF)).orElseThrow().getFirst().id();
    assertThat(
            database
                .sql("select actor from audit_entry where act = 'team.created'")
                .query(UUID.class)
                .single())
        .isEqualTo(service)
        .isNotEqualTo(Person.ELIF.id());
    Visitor sofia = visitors.as(auditor());
    assertThat(sofia.page("/studio/audit?act=team.created").body()).contains(SYNC);
  }

  private static Person auditor() {
    return Person.SOFIA;
  }

  @Test
  void itReachesOnlyItsScopesAndWithoutARoleSeesWhatEverybodySees() {
    String token = made(Person.ELIF, Set.of(), "people:read");
    HttpResponse<String> jonas = asked(token, "GET", "/api/v1/people/" + Person.JONAS.id(), null);
    assertThat(jonas.statusCode()).isEqualTo(200);
    assertThat(jonas.body()).doesNotContain(Person.JONAS.email());
    assertThat(asked(token, "GET", "/api/v1/objectives", null).statusCode()).isEqualTo(403);
    assertThat(asked(token, "POST", "/api/v1/teams", "{}").statusCode()).isEqualTo(403);
    assertThat(asked(token + "x", "GET", "/api/v1/people", null).statusCode()).isEqualTo(401);
    assertThat(visitors.stranger().page("/people", "Authorization", "Bearer " + token).statusCode())
        .as("a token opens no page")
        .isEqualTo(302);
  }

  @Test
  void nobodyGivesAServiceMoreThanTheyMayGive() {
    Outcome<String> outcome =
        services.create(
            viewer(itAdministrator()),
            new Services.NewService(SYNC, Set.of("people-ops"), Set.of("people:write"), 30, null));
    assertThat(code(outcome)).isEqualTo("service-beyond-own");
    made(Person.ELIF, Set.of("people-ops"), "people:write");
    UUID service = services.all(viewer(Person.ELIF)).orElseThrow().getFirst().id();
    assertThat(code(services.renew(viewer(itAdministrator()), service, 30, null)))
        .as("nor makes a token of a service that may more")
        .isEqualTo("service-beyond-own");
    assertThat(services.end(viewer(itAdministrator()), service, null).isDone())
        .as("but may end it")
        .isTrue();
    assertThat(code(services.end(viewer(Person.MARA), service, null))).isEqualTo("not-found");
  }

  private static Person itAdministrator() {
    return Person.LIAM;
  }

  private static String code(Outcome<?> outcome) {
    return ((Refused<?>) outcome).reasons().getFirst().code();
  }

  @Test
  void aTokenEndsOnItsDayAndAnotherTakesOverWithoutAGap() {
    String first = made(Person.ELIF, Set.of(), "people:read");
    UUID service = services.all(viewer(Person.ELIF)).orElseThrow().getFirst().id();
    String second = services.renew(viewer(Person.ELIF), service, 366, null).orThrow();
    assertThat(asked(first, "GET", "/api/v1/people", null).statusCode()).isEqualTo(200);
    assertThat(asked(second, "GET", "/api/v1/people", null).statusCode()).isEqualTo(200);
    clock.advance(Duration.ofDays(30));
    assertThat(asked(first, "GET", "/api/v1/people", null).statusCode()).isEqualTo(401);
    assertThat(asked(second, "GET", "/api/v1/people", null).statusCode()).isEqualTo(200);
    List<Service.Token> tokens =
        services.all(viewer(Person.ELIF)).orElseThrow().getFirst().tokens();
    assertThat(tokens).extracting(Service.Token::expired).containsExactly(false, true);
    assertThat(tokens).allMatch(token -> token.usedAt() != null);
    for (int days : List.of(0, 367)) {
      assertThat(code(services.renew(viewer(Person.ELIF), service, days, null)))
          .isEqualTo("token-days");
    }
  }

  /// The request waits for a lock that the test holds; meanwhile its token is taken away.
  @Test
  void aTokenTakenAwayInMidRequestLetsThatRequestEndAndNoOther() throws Exception {
    String token = made(Person.ELIF, Set.of("people-ops"), "people:write");
    Service service = services.all(viewer(Person.ELIF)).orElseThrow().getFirst();
    CompletableFuture<HttpResponse<String>> underWay;
    try (Connection other = connections.getConnection()) {
      other.setAutoCommit(false);
      other.createStatement().execute("lock table team in exclusive mode");
      underWay =
          CompletableFuture.supplyAsync(
              () -> asked(token, "POST", "/api/v1/teams", "{\"name\": \"Pilots\"}"));
      waitForALock();
      assertThat(
              services
                  .revoke(viewer(Person.ELIF), service.id(), service.tokens().getFirst().id(), null)
                  .isDone())
          .isTrue();
      assertThat(asked(token, "GET", "/api/v1/teams", null).statusCode()).isEqualTo(401);
      assertThat(underWay).isNotDone();
      other.rollback();
    }
    assertThat(underWay.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
    assertThat(asked(token, "GET", "/api/v1/teams", null).statusCode()).isEqualTo(401);
  }

  private void waitForALock() throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      int waiting =
          database
              .sql(
                  "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%team%'")
              .query(Integer.class)
              .single();
      if (waiting > 0) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("nothing waits");
  }

  @Test
  void thePageShowsATokenOnceAndSaysWhatIsWrong() {
    Visitor elif = visitors.as(Person.ELIF);
    elif.page("/studio/services");
    HttpResponse<String> refused =
        elif.post("/studio/services", "name", "", "scope", "people:read", "days", "400");
    assertThat(refused.statusCode()).isEqualTo(422);
    HttpResponse<String> made =
        elif.post(
            "/studio/services",
            "name",
            SYNC,
            "role",
            "auditor",
            "scope",
            "audit:read",
            "days",
            "30");
    assertThat(made.body()).contains("value=\"fls_", SYNC, "audit:read");
    assertThat(elif.page("/studio/services").body()).contains(SYNC).doesNotContain("fls_");
    assertThat(
            elif.post("/studio/services", "name", SYNC, "scope", "audit:read", "days", "30")
                .statusCode())
        .as("one living service a name")
        .isEqualTo(422);
    assertThat(visitors.as(Person.MARA).page("/studio/services").statusCode()).isEqualTo(404);
  }
}
