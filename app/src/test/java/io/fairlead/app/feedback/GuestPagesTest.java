package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.access.Tokens;
import io.fairlead.app.feedback.RoundsAtHand.GuestAtHand;
import io.fairlead.app.feedback.RoundsAtHand.RoundAtHand;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
@ExtendWith(OutputCaptureExtension.class)
class GuestPagesTest {
  @Autowired RoundsAtHand rounds;
  @Autowired ApiClient api;
  @Autowired JdbcClient database;
  @Autowired Visitors visitors;
  @Autowired Company company;

  private RoundAtHand round;
  private GuestAtHand carla;
  private Visitor outside;

  @BeforeEach
  void carlaIsAskedAboutMara() {
    company.reset();
    round = rounds.aboutMara();
    carla = rounds.guest(round.id(), round.subject(), "Carla Vance");
    outside = visitors.stranger();
  }

  private String path() {
    return "/give/" + carla.token();
  }

  private String page() {
    return path() + "/" + carla.invitation();
  }

  @Test
  void theLinkOpensAsOftenAsOneLikesAndShowsHowFarOneIs() {
    assertThat(outside.page(path()).body())
        .contains("Hello Carla Vance.", "Feedback for Mara Lindqvist", "Not begun", "pass it on");
    outside.page(page());
    HttpResponse<String> saved =
        outside.post(
            page(), "version", "0", "comments.start", "Send the plan first.", "act", "later");
    assertThat(saved.headers().firstValue("Location")).contains(path());
    Visitor elsewhere = visitors.stranger();
    assertThat(elsewhere.page(page()).body()).contains("Send the plan first.");
    outside.post(page(), "version", "1", "comments.start", "Send the plan.", "act", "hand-in");
    assertThat(elsewhere.page(path()).body()).contains("Handed in; you may still change it.");
  }

  @Test
  void aLinkWithSomethingBehindItIsNotInTheLog(CapturedOutput output) {
    assertThat(outside.page(path() + "/").statusCode()).isEqualTo(404);
    assertThat(outside.page(page() + "/more").statusCode()).isEqualTo(404);
    assertThat(output.getAll()).doesNotContain(carla.token());
  }

  @Test
  void aGuestSeesNothingButTheirOwn() {
    GuestAtHand other = rounds.guest(round.id(), round.subject(), "Omar Idris");
    assertThat(outside.page(path() + "/" + other.invitation()).statusCode()).isEqualTo(404);
    assertThat(outside.page(path() + "/" + round.of(Person.JONAS)).statusCode()).isEqualTo(404);
    assertThat(outside.page(path() + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(outside.page("/feedback/give/" + carla.invitation()).statusCode()).isEqualTo(302);
    assertThat(outside.page(page()).body()).doesNotContain("Omar", "Jonas");
  }

  @Test
  void aGuessedLinkLeadsNowhere() {
    HttpResponse<String> guessed = outside.page("/give/" + Tokens.fresh());
    assertThat(guessed.statusCode()).isEqualTo(404);
    assertThat(guessed.body()).contains("This link leads nowhere");
    for (String odd : new String[] {"x", "%00", "ä".repeat(90), "..%2F..", "a".repeat(4_000)}) {
      assertThat(visitors.stranger().page("/give/" + encoded(odd)).statusCode())
          .as(odd)
          .isBetween(400, 404);
    }
  }

  private static String encoded(String odd) {
    return odd.startsWith("%") || odd.startsWith(".")
        ? odd
        : java.net.URLEncoder.encode(odd, java.nio.charset.StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "nominating, This round takes no answers yet",
    "closing, This round is over",
    "published, This round is over",
    "stopped, This round is over"
  })
  void outsideItsWindowALinkSaysSo(String state, String said) {
    outside.page(page());
    rounds.move(round.id(), state);
    for (String path : new String[] {path(), page()}) {
      HttpResponse<String> answer = outside.page(path);
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains(said);
    }
    assertThat(outside.post(page(), "version", "0", "comments.start", "Late.").statusCode())
        .isEqualTo(409);
  }

  @Test
  void whoRunsTheRoundHandsOverALinkWhichEndsTheOneBefore() {
    Visitor elif = visitors.as(Person.ELIF);
    String guests = "/feedback/rounds/" + round.id() + "/guests";
    assertThat(elif.page("/feedback/rounds/" + round.id()).body()).contains(guests);
    assertThat(elif.page(guests).body())
        .contains("Carla Vance", "Asked about Mara Lindqvist. A link was made by hand.");
    String make = guests + "/" + carla.id() + "/link";
    String made = elif.post(make, "key", "k1").body();
    String path =
        java.util.regex.Pattern.compile("/give/[A-Za-z0-9_-]{43}")
            .matcher(made)
            .results()
            .map(java.util.regex.MatchResult::group)
            .findFirst()
            .orElseThrow();
    assertThat(outside.page(path()).statusCode()).isEqualTo(404);
    assertThat(outside.page(path).statusCode()).isEqualTo(200);
    assertThat(elif.post(make, "key", "k1").statusCode()).as("shown once").isEqualTo(409);
    assertThat(outside.page(path).statusCode()).isEqualTo(200);
    assertThat(
            database
                .sql(
                    "select count(*) from audit_entry where act = 'feedback-round.guest-link-made'")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(elif.post(guests + "/" + UUID.randomUUID() + "/link").statusCode()).isEqualTo(404);
    for (Person other : new Person[] {Person.MARA, Person.JONAS}) {
      Visitor visitor = visitors.as(other);
      visitor.page("/account");
      assertThat(visitor.page(guests).statusCode()).isIn(403, 404);
      assertThat(visitor.post(make).statusCode()).isIn(403, 404);
    }
    rounds.move(round.id(), "closing");
    assertThat(elif.post(make, "key", "k2").statusCode()).isEqualTo(409);
  }

  @Test
  void whoMakesAnotherLinkReadsNothingThatWasAnsweredWithTheOneBefore() {
    outside.page(page());
    outside.post(page(), "version", "0", "comments.start", "Between us only.", "act", "hand-in");
    String guests = "/api/v1/feedback/rounds/" + round.id() + "/guests";
    String path =
        api.as(Person.ELIF, "feedback:read", "feedback:write")
            .json("POST", guests + "/" + carla.id() + "/link", null)
            .body()
            .replaceFirst(".*\"path\":\"([^\"]+)\".*", "$1");
    Visitor maker = visitors.stranger();
    assertThat(maker.page(path).body())
        .contains("Not begun", "This is a new link for you")
        .doesNotContain("Handed in");
    assertThat(maker.page(path + "/" + carla.invitation()).body())
        .doesNotContain("Between us only.");
    assertThat(outside.page(page()).statusCode()).isEqualTo(404);
  }

  @Test
  void aProgramHandsOverALink() {
    var program = api.as(Person.ELIF, "feedback:read", "feedback:write");
    String guests = "/api/v1/feedback/rounds/" + round.id() + "/guests";
    assertThat(program.json("GET", guests, null).body())
        .contains("\"name\":\"Carla Vance\"", "\"linked\":true");
    HttpResponse<String> made = program.json("POST", guests + "/" + carla.id() + "/link", null);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    String path = made.body().replaceFirst(".*\"path\":\"([^\"]+)\".*", "$1");
    assertThat(outside.page(path).statusCode()).isEqualTo(200);
  }

  @Test
  void aGuestMayDecline() {
    outside.page(page());
    outside.post(page(), "version", "0", "comments.start", "Hm.");
    assertThat(outside.post(page() + "/decline", "because", "no-time").statusCode()).isEqualTo(302);
    assertThat(outside.page(path()).body()).contains("nothing left for you to answer");
  }

  @Test
  void whoIsSignedInAnswersWithALinkAsTheGuestAndWithoutTheRail() {
    String body = visitors.as(Person.JONAS).page(page()).body();
    assertThat(body).contains("Feedback for Mara Lindqvist").doesNotContain("class=\"rail\"");
  }
}
