package io.fairlead.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class AccountTest {
  private static final String PASSWORD = "kettle umbrella violin";
  private static final Pattern TOKEN = Pattern.compile("flt_[A-Za-z0-9_-]{43}");

  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired Passwords passwords;
  @Autowired AccountStore accounts;
  @Autowired JdbcClient database;

  private Visitor jonas;

  @BeforeEach
  void jonasIsAtHisAccount() {
    company.reset();
    accounts.setPassword(Person.JONAS.id(), passwords.hash(PASSWORD).orThrow(), clock.instant());
    jonas = visitors.as(Person.JONAS);
    jonas.page("/account");
  }

  private UUID session(Person person, String browser) {
    String cookie = visitors.cookie(person);
    UUID id =
        database
            .sql("select id from session where token_hash = ?")
            .param(Tokens.hash(cookie))
            .query(UUID.class)
            .single();
    database.sql("update session set browser = ? where id = ?").params(browser, id).update();
    return id;
  }

  @Test
  void oneSeesAndEndsOnesOwnSessions() {
    UUID phone = session(Person.JONAS, "Phone");
    assertThat(jonas.page("/account").body()).contains("Phone", "This browser");
    assertThat(jonas.post("/account/sessions/" + phone + "/end").statusCode()).isEqualTo(302);
    assertThat(jonas.page("/account").body()).doesNotContain("Phone");
  }

  @Test
  void anothersSessionIsNotThere() {
    UUID maras = session(Person.MARA, "Maras laptop");
    assertThat(jonas.page("/account").body()).doesNotContain("Maras laptop");
    assertThat(jonas.post("/account/sessions/" + maras + "/end").statusCode()).isEqualTo(404);
    assertThat(jonas.post("/account/sessions/" + UUID.randomUUID() + "/end").statusCode())
        .isEqualTo(404);
  }

  @Test
  void whoseAccountALinkIsMadeForIsTold() {
    Visitor elif = visitors.as(Person.ELIF);
    elif.page("/account");
    assertThat(
            elif.json("POST", "/api/v1/accounts/" + Person.JONAS.id() + "/link", "{}").statusCode())
        .isEqualTo(201);
    assertThat(jonas.page("/inbox").body())
        .contains(Person.ELIF.fullName() + " made a link with which a new password can be set");
    assertThat(visitors.as(Person.MARA).page("/inbox").body()).doesNotContain("made a link");
  }

  @Test
  void endingAllOthersLeavesThisOne() {
    Visitor other = visitors.as(Person.JONAS);
    jonas.post("/account/sessions/end-others");
    assertThat(other.page("/account").statusCode()).isEqualTo(302);
    assertThat(jonas.page("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void aChangedPasswordNeedsTheOldOneAndEndsTheOtherSessions() {
    Visitor other = visitors.as(Person.JONAS);
    String fresh = "walnut harbour eleven";
    assertThat(
            jonas.post("/account/password", "old", "not my password", "fresh", fresh).statusCode())
        .isEqualTo(422);
    assertThat(other.page("/account").statusCode()).isEqualTo(200);
    assertThat(jonas.post("/account/password", "old", PASSWORD, "fresh", fresh).statusCode())
        .isEqualTo(302);
    assertThat(other.page("/account").statusCode()).isEqualTo(302);
    assertThat(jonas.page("/account").statusCode()).isEqualTo(200);
    assertThat(
            passwords
                .matches(fresh, accounts.of(Person.JONAS.id()).orElseThrow().passwordHash())
                .orThrow())
        .isTrue();
  }

  private String makeToken(String scope, int days) {
    HttpResponse<String> made =
        jonas.post(
            "/account/tokens", "name", "export", "scope", scope, "days", Integer.toString(days));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    Matcher token = TOKEN.matcher(made.body());
    assertThat(token.find()).isTrue();
    return token.group();
  }

  private int withToken(String token, String path) {
    return visitors
        .stranger()
        .json("GET", path, null, "Authorization", "Bearer " + token)
        .statusCode();
  }

  @Test
  void aTokenIsShownOnceAndWorksWithinItsScopesUntilItEnds() {
    String token = makeToken("account:read", 30);
    assertThat(jonas.page("/account").body()).contains("export").doesNotContain(token);
    assertThat(withToken(token, "/api/v1/account")).isEqualTo(200);
    assertThat(withToken(token, "/api/v1/roles")).isEqualTo(403);
    clock.advance(Duration.ofDays(31));
    assertThat(withToken(token, "/api/v1/account")).isEqualTo(401);
  }

  @Test
  void aTokenOpensNoPageAndAForgedOneNothing() {
    String token = makeToken("account:read", 30);
    HttpResponse<String> page =
        visitors.stranger().page("/account", "Authorization", "Bearer " + token);
    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(withToken("flt_" + Tokens.fresh(), "/api/v1/account")).isEqualTo(401);
    assertThat(withToken("", "/api/v1/account")).isEqualTo(401);
  }

  @Test
  void anEndedTokenAndALockedPersonsTokenStopWorking() {
    String token = makeToken("account:read", 30);
    accounts.setState(Person.JONAS.id(), false);
    assertThat(withToken(token, "/api/v1/account")).isEqualTo(401);
    accounts.setState(Person.JONAS.id(), true);
    assertThat(withToken(token, "/api/v1/account")).isEqualTo(200);
    UUID id =
        database
            .sql("select id from api_token where token_hash = ?")
            .param(Tokens.hash(token))
            .query(UUID.class)
            .single();
    Visitor mara = visitors.as(Person.MARA);
    mara.page("/account");
    assertThat(mara.post("/account/tokens/" + id + "/end").statusCode()).isEqualTo(404);
    assertThat(jonas.post("/account/tokens/" + id + "/end").statusCode()).isEqualTo(302);
    assertThat(withToken(token, "/api/v1/account")).isEqualTo(401);
  }

  @Test
  void aTokenNeedsANameAKnownScopeAndAnEnd() {
    HttpResponse<String> refused =
        jonas.post("/account/tokens", "name", "", "scope", "everything", "days", "100000");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("This is needed", "at least one thing", "between 1 and 366");
  }

  @Test
  void aSessionsCookieWithAForgedAuthorizationHeaderIsNoWayRoundTheToken() {
    HttpResponse<String> response =
        jonas.json("GET", "/api/v1/account", null, "Authorization", "Basic " + "x".repeat(12));
    assertThat(response.statusCode()).isEqualTo(401);
  }
}
