package io.fairlead.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
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

@AppTest
class SigningInTest {
  private static final String PASSWORD = "kettle umbrella violin";

  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired AccountStore accounts;
  @Autowired Passwords passwords;

  @BeforeEach
  void jonasHasAPassword() {
    company.reset();
    accounts.setPassword(Person.JONAS.id(), passwords.hash(PASSWORD).orThrow(), clock.instant());
  }

  private static HttpResponse<String> signIn(Visitor visitor, String email, String password) {
    visitor.page("/sign-in");
    return visitor.post("/sign-in", "email", email, "password", password);
  }

  @Test
  void theRightPasswordOpensASessionInAnHttpOnlyCookie() {
    Visitor visitor = visitors.stranger();
    HttpResponse<String> response = signIn(visitor, " Jonas@Brightwell.example ", PASSWORD);
    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location")).hasValue("/");
    assertThat(cookie(response))
        .contains("HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Secure");
  }

  @Test
  void behindHttpsTheCookieIsSecureAndTheAnswerSaysSo() {
    Visitor visitor = visitors.stranger();
    HttpResponse<String> page = visitor.page("/sign-in", "X-Forwarded-Proto", "https");
    assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
    assertThat(page.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.contains("Secure"));
    assertThat(visitor.page("/sign-in").headers().firstValue("Strict-Transport-Security"))
        .isEmpty();
  }

  @Test
  void aWrongPasswordAnUnknownAddressAndALockedAccountGetTheSameAnswer() {
    accounts.setState(Person.DEV.id(), false);
    List<String> answers = new ArrayList<>();
    for (String email :
        List.of(Person.JONAS.email(), "nobody@brightwell.example", Person.DEV.email())) {
      HttpResponse<String> response = signIn(visitors.stranger(), email, "wrong password here");
      assertThat(response.statusCode()).isEqualTo(422);
      answers.add(response.body().replaceAll("content=\"[^\"]*\"|value=\"[^\"]*\"", ""));
    }
    assertThat(answers).allMatch(answers.getFirst()::equals);
  }

  @Test
  void anUnknownAddressTakesAsLongAsAWrongPassword() {
    signIn(visitors.stranger(), "warm@brightwell.example", "wrong password here");
    accounts.setPassword(Person.MARA.id(), passwords.hash(PASSWORD).orThrow(), clock.instant());
    Visitor visitor = visitors.stranger();
    visitor.page("/sign-in");
    long known = Long.MAX_VALUE;
    long unknown = Long.MAX_VALUE;
    // In turn, since other tests may run beside this one; without a hash it would take a tenth.
    for (int i = 0; i < 6; i++) {
      known = Math.min(known, taken(visitor, Person.MARA.email()));
      unknown = Math.min(unknown, taken(visitor, "nobody@brightwell.example"));
      clock.advance(Duration.ofMinutes(20));
    }
    assertThat(Math.max(known, unknown)).isLessThan(3 * Math.min(known, unknown));
  }

  private static long taken(Visitor visitor, String email) {
    long before = System.nanoTime();
    assertThat(
            visitor
                .post("/sign-in", "email", email, "password", "wrong password here")
                .statusCode())
        .isEqualTo(422);
    return System.nanoTime() - before;
  }

  @Test
  void everyFurtherWrongTryMakesTheAccountWaitLongerThenTheRightOneFreesIt() {
    Visitor visitor = visitors.stranger();
    for (int i = 0; i < 3; i++) {
      assertThat(signIn(visitor, Person.JONAS.email(), "wrong password " + i).statusCode())
          .isEqualTo(422);
    }
    HttpResponse<String> tooSoon = signIn(visitor, Person.JONAS.email(), PASSWORD);
    assertThat(tooSoon.statusCode()).isEqualTo(429);
    assertThat(tooSoon.body()).contains("Wait 1 seconds");
    clock.advance(Duration.ofSeconds(1));
    assertThat(signIn(visitor, Person.JONAS.email(), "wrong again").statusCode()).isEqualTo(422);
    clock.advance(Duration.ofSeconds(1));
    assertThat(signIn(visitor, Person.JONAS.email(), PASSWORD).statusCode()).isEqualTo(429);
    clock.advance(Duration.ofSeconds(1));
    assertThat(signIn(visitor, Person.JONAS.email(), PASSWORD).statusCode()).isEqualTo(302);
    assertThat(signIn(visitors.stranger(), Person.JONAS.email(), "wrong").statusCode())
        .isEqualTo(422);
  }

  @Test
  void anUnknownAddressIsMadeToWaitAsWell() {
    Visitor visitor = visitors.stranger();
    for (int i = 0; i < 3; i++) {
      signIn(visitor, "nobody@brightwell.example", "wrong password");
    }
    assertThat(signIn(visitor, "nobody@brightwell.example", "wrong password").statusCode())
        .isEqualTo(429);
  }

  @Test
  void manyTriesAtOnceAreNoBetterThanManyInARow() throws Exception {
    List<Future<Integer>> tries = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 12; i++) {
        String guess = "wrong password " + i;
        tries.add(
            threads.submit(
                () -> signIn(visitors.stranger(), Person.JONAS.email(), guess).statusCode()));
      }
    }
    List<Integer> answers = new ArrayList<>();
    for (var tried : tries) {
      answers.add(tried.get());
    }
    assertThat(answers).filteredOn(status -> status == 422).hasSize(3);
    assertThat(answers).filteredOn(status -> status == 429).hasSize(9);
  }

  @Test
  void oneNetworkAddressCannotTryOnePasswordOnEverybody() {
    Visitor visitor = visitors.stranger();
    visitor.page("/sign-in");
    int refused = 0;
    for (int i = 0; i < 42; i++) {
      int status =
          visitor
              .post(
                  "/sign-in", "email", "p" + i + "@brightwell.example", "password", "Summer2026!!")
              .statusCode();
      refused += status == 429 ? 1 : 0;
    }
    assertThat(refused).isEqualTo(2);
  }

  @Test
  void aFormWithoutTheTokenOfOurPageSignsNobodyIn() {
    Visitor visitor = visitors.stranger();
    assertThat(
            visitor
                .post("/sign-in", "email", Person.JONAS.email(), "password", PASSWORD)
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void signingInLeadsBackToThePageButNeverToAnotherSite() {
    Visitor visitor = visitors.stranger();
    visitor.page("/sign-in");
    assertThat(landing(visitor, "/people")).isEqualTo("/people");
    for (String elsewhere :
        List.of("//evil.example", "https://evil.example", "/\\evil.example", "/sign-out", "x")) {
      visitor.page("/sign-in");
      assertThat(Destination.within(elsewhere)).isEqualTo("/");
    }
  }

  private static String landing(Visitor visitor, String to) {
    return visitor
        .post("/sign-in", "email", Person.JONAS.email(), "password", PASSWORD, "to", to)
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  @Test
  void signingOutEndsTheSessionOnTheServer() {
    Visitor visitor = visitors.stranger();
    String cookie = cookie(signIn(visitor, Person.JONAS.email(), PASSWORD)).split("[=;]")[1];
    assertThat(isSignedIn(cookie)).isTrue();
    visitor.page("/account");
    assertThat(visitor.post("/sign-out").headers().firstValue("Location")).hasValue("/sign-in");
    assertThat(isSignedIn(cookie)).isFalse();
  }

  /// The sign-in page sends on whoever is signed in.
  private boolean isSignedIn(String cookie) {
    return visitors.with(cookie).page("/sign-in").statusCode() == 302;
  }

  @Test
  void forgedAndExpiredCookiesAreStrangers() {
    assertThat(isSignedIn("forged")).isFalse();
    assertThat(isSignedIn(Tokens.fresh())).isFalse();
    String cookie = visitors.cookie(Person.JONAS);
    clock.advance(Duration.ofHours(13));
    assertThat(isSignedIn(cookie)).isFalse();
  }

  @Test
  void nobodyIsSomebodyElseOutsideADemo() {
    Visitor visitor = visitors.stranger();
    assertThat(visitor.page("/sign-in").body()).doesNotContain("/sign-in/as");
    HttpResponse<String> response =
        visitor.post("/sign-in/as", "person", Person.INES.id().toString());
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("fairlead="));
  }

  @Test
  void aPasswordOfTheSameCharactersTypedOtherwiseIsTheSame() {
    Outcome<String> hash = passwords.hash("caf\u00e9 umbrella violin");
    assertThat(passwords.matches("cafe\u0301 umbrella violin", hash.orThrow()).orThrow()).isTrue();
  }

  private static String cookie(HttpResponse<String> response) {
    return response.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("fairlead="))
        .findFirst()
        .orElseThrow();
  }
}
