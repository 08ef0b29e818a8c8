package io.fairlead.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import io.fairlead.app.audit.Audit;
import io.fairlead.app.messages.Mailroom;
import io.fairlead.app.messages.Post;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Statements;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Links by mail: asked for by whoever cannot sign in, and invitations of many.
@AppTest
class MailedLinksTest {
  private static final String PASSWORD = "kettle umbrella violin";
  private static final String NOBODY = "nobody@brightwell.example";

  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired MailedLinks links;
  @Autowired Post post;
  @Autowired Statements statements;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;
  @Autowired AccountStore accounts;
  @Autowired OneTimeLinks oneTime;
  @Autowired Throttle throttle;
  @Autowired Mailroom mailroom;
  @Autowired Idempotency acts;
  @Autowired Audit audit;
  @Autowired Ids ids;
  @Autowired ObjectProvider<Scheduler> scheduler;
  @Autowired ObjectProvider<OneTimeTask<MailedLinks.Asked>> job;

  @BeforeEach
  void asNew() {
    company.reset();
    post.empty();
  }

  private HttpResponse<String> ask(String email, String what) {
    Visitor stranger = visitors.stranger();
    stranger.page("/sign-in/link");
    return stranger.post("/sign-in/link", "email", email, "what", what);
  }

  /// Does what the scheduler does: runs what was asked for.
  private void runJobs() {
    List<byte[]> asked =
        database
            .sql("delete from scheduled_tasks where task_name = ? returning task_data")
            .param(MailedLinks.JOB)
            .query((row, _) -> row.getBytes(1))
            .list();
    asked.forEach(data -> links.send(json.readValue(data, MailedLinks.Asked.class)));
  }

  private String mailed(Person person, String what) {
    post.empty();
    post.openToEveryone();
    assertThat(ask(person.email(), what).statusCode()).isEqualTo(200);
    runJobs();
    return post.delivered().getFirst().link("/link/");
  }

  @Test
  void theSignInPageLeadsThere() {
    assertThat(visitors.stranger().page("/sign-in").body()).contains("href=\"/sign-in/link\"");
  }

  @Test
  void aMailedLinkSetsANewPasswordOnce() {
    String link = mailed(Person.JONAS, "password");
    Visitor jonas = visitors.stranger();
    assertThat(jonas.page(link).body()).contains("Set your password");
    assertThat(jonas.page(link).statusCode()).as("looking uses nothing up").isEqualTo(200);
    assertThat(jonas.post(link, "password", PASSWORD).statusCode()).isEqualTo(302);
    HttpResponse<String> again = visitors.stranger().page(link);
    assertThat(again.statusCode()).isEqualTo(404);
    assertThat(again.body()).contains("This link was used already");
  }

  @Test
  void aMailedLinkSignsInOnce() {
    String link = mailed(Person.JONAS, "sign-in");
    Visitor browser = visitors.stranger();
    String page = browser.page(link).body();
    assertThat(page).contains("Sign in as Jonas Beck").contains("jonas@brightwell.example");
    browser.page(link);
    assertThat(browser.post(link + "/session").statusCode()).isEqualTo(302);
    assertThat(browser.page("/account").body()).contains("Jonas Beck");
    Visitor second = visitors.stranger();
    assertThat(second.page(link).body()).contains("This link was used already");
    second.page("/sign-in");
    assertThat(second.post(link + "/session").statusCode()).isEqualTo(404);
  }

  @Test
  void signingInByLinkIsSwitchedOffWithLinksThatAreOutAlready() {
    String out = mailed(Person.JONAS, "sign-in");
    MailedLinks off =
        new MailedLinks(
            accounts, oneTime, throttle, mailroom, acts, audit, ids, clock, scheduler, job, false);
    assertThat(off.possible()).isTrue();
    assertThat(off.signInPossible()).isFalse();
    assertThat(off.ask(Person.JONAS.email(), "sign-in", "192.0.2.1"))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(off.ask(Person.JONAS.email(), "password", "192.0.2.1"))
        .isInstanceOf(Outcome.Done.class);
    post.empty();
    off.send(new MailedLinks.Asked(Person.JONAS.email(), "sign-in"));
    assertThat(post.delivered()).isEmpty();
    String token = out.substring("/link/".length());
    assertThat(off.use(token)).isInstanceOf(Outcome.Refused.class);
    assertThat(off.behind(token)).isEmpty();
    assertThat(links.behind(token)).as("switched on again, it works").isPresent();
  }

  @Test
  void aLinkThatWasForwardedSaysWhoseItIs() {
    String link = mailed(Person.JONAS, "sign-in");
    assertThat(visitors.as(Person.DEV).page(link).body())
        .contains("You are signed in as Dev Patel here. If you go on, you will be Jonas Beck.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "sign-in"})
  void aLinkIsOverAfterItsTime(String what) {
    String link = mailed(Person.JONAS, what);
    Duration lasting = what.equals("sign-in") ? OneTimeLinks.FOR_SIGNING_IN : OneTimeLinks.BY_MAIL;
    clock.advance(lasting.minusSeconds(1));
    assertThat(visitors.stranger().page(link).statusCode()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(2));
    HttpResponse<String> late = visitors.stranger().page(link);
    assertThat(late.statusCode()).isEqualTo(404);
    assertThat(late.body()).contains("The time of this link is over.");
    assertThat(visitors.stranger().page("/link/made-up").body())
        .contains("This link does not work any more.");
  }

  @Test
  void aLockedAccountOpensWithNoLink() {
    String link = mailed(Person.JONAS, "sign-in");
    database
        .sql("update account set state = 'locked' where person = ?")
        .param(Person.JONAS.id())
        .update();
    assertThat(visitors.stranger().page(link).statusCode()).isEqualTo(404);
    post.empty();
    ask(Person.JONAS.email(), "password");
    runJobs();
    assertThat(post.delivered()).isEmpty();
  }

  /// The same page, the same status, the same statements: an address that nobody has is answered as
  /// one that somebody has.
  @Test
  void theAnswerTellsNotWhetherAnybodyHasTheAddress() {
    post.openToEveryone();
    HttpResponse<String> known = ask(Person.JONAS.email(), "password");
    List<String> ofKnown = statements.of("/sign-in/link");
    HttpResponse<String> unknown = ask(NOBODY, "password");
    List<String> ofUnknown = statements.of("/sign-in/link");
    assertThat(known.statusCode()).isEqualTo(200).isEqualTo(unknown.statusCode());
    assertThat(plain(known).replace(Person.JONAS.email(), NOBODY)).isEqualTo(plain(unknown));
    assertThat(ofKnown).isEqualTo(ofUnknown);
    runJobs();
    assertThat(post.delivered()).extracting(Post.Read::to).containsExactly(Person.JONAS.email());
  }

  /// A node asks once a second which version is in force, whoever is served just then.
  private static String plain(HttpResponse<String> answer) {
    return answer.body().replaceAll("(content|value|hx-headers)=('[^']*'|\"[^\"]*\")", "");
  }

  @Test
  void askingAgainAndAgainIsSlowedDownAlikeForEveryAddressAndLocksNobodyOut() {
    for (String email : List.of(Person.JONAS.email(), NOBODY)) {
      List<Integer> answers =
          IntStream.range(0, 6).mapToObj(_ -> ask(email, "password").statusCode()).toList();
      assertThat(answers).as(email).startsWith(200, 200, 200).endsWith(429);
    }
    assertThat(database.sql("select count(*) from sign_in_throttle").query(Integer.class).single())
        .isEqualTo(3);
    assertThat(
            database
                .sql("select count(*) from sign_in_throttle where key = ?")
                .param(Tokens.hash("account " + Person.JONAS.email()))
                .query(Integer.class)
                .single())
        .as("whoever asks for links keeps nobody from signing in with a password")
        .isZero();
  }

  @Test
  void whatIsNoAddressIsSaidAtOnce() {
    for (String wrong : List.of("", "jonas", "a@b\r\nBcc: c@d", "x".repeat(400) + "@y.example")) {
      assertThat(ask(wrong, "password").statusCode()).as(wrong).isEqualTo(422);
    }
    assertThat(ask(Person.JONAS.email(), "everything").statusCode()).isEqualTo(422);
  }

  @Test
  void inQuietModeNothingLeavesAndTheAnswerIsTheSame() {
    assertThat(ask(Person.JONAS.email(), "sign-in").body()).contains("a link is on its way to it");
    runJobs();
    assertThat(post.delivered()).isEmpty();
    assertThat(database.sql("select count(*) from one_time_link").query(Integer.class).single())
        .as("and no link is made that nobody has")
        .isZero();
  }

  @Test
  void aUnitIsInvitedOnceHoweverOftenTheButtonIsPressed() {
    Visitor elif = visitors.as(Person.ELIF);
    String path = "/studio/access/invitations";
    String unit = Company.unit("Product and Engineering").toString();
    String preview = elif.page(path + "?unit=" + unit).body();
    assertThat(preview)
        .contains("5 people will get a mail:")
        .contains("Mara Lindqvist")
        .contains("Elif Arslan invites you to set and follow goals together.")
        .contains("Send 5 invitations");
    assertThat(post.delivered()).as("looking sends nothing").isEmpty();
    String key = preview.replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1");
    assertThat(elif.post(path, "unit", unit, "key", key).statusCode()).isEqualTo(302);
    assertThat(elif.post(path, "unit", unit, "key", key).statusCode()).isEqualTo(302);
    List<Post.Read> read = post.delivered();
    assertThat(read)
        .extracting(Post.Read::to)
        .containsExactlyInAnyOrder(
            Person.HENRIK.email(),
            Person.MARA.email(),
            Person.JONAS.email(),
            Person.DEV.email(),
            Person.AIKO.email());
    assertThat(read)
        .extracting(Post.Read::subject)
        .containsOnly("You are invited to Our organisation");
    Visitor jonas = visitors.stranger();
    String link =
        read.stream()
            .filter(mail -> mail.to().equals(Person.JONAS.email()))
            .findFirst()
            .orElseThrow()
            .link("/link/");
    jonas.page(link);
    assertThat(jonas.post(link, "password", PASSWORD).statusCode()).isEqualTo(302);
    assertThat(elif.page(path + "?unit=" + unit).body()).contains("4 people will get a mail:");
  }

  @Test
  void invitingAgainEndsTheLinkBefore() {
    Visitor elif = visitors.as(Person.ELIF);
    elif.page("/studio/access/invitations");
    String body = "{\"person\": \"%s\"}".formatted(Person.JONAS.id());
    assertThat(elif.json("POST", "/api/v1/invitations", body).body()).isEqualTo("{\"count\":1}");
    String first = post.delivered().getFirst().link("/link/");
    assertThat(elif.json("POST", "/api/v1/invitations", body).statusCode()).isEqualTo(201);
    String second = post.delivered().getLast().link("/link/");
    assertThat(visitors.stranger().page(first).statusCode()).isEqualTo(404);
    assertThat(visitors.stranger().page(second).statusCode()).isEqualTo(200);
  }

  @Test
  void onlyWhoMaySendMailInvitesMany() {
    for (Person person : List.of(Person.LIAM, Person.JONAS, Person.NOOR)) {
      Visitor visitor = visitors.as(person);
      assertThat(visitor.page("/studio/access/invitations").statusCode()).isEqualTo(404);
      visitor.page("/account");
      assertThat(visitor.post("/studio/access/invitations", "key", "k").statusCode())
          .isIn(403, 404);
    }
    assertThat(post.delivered()).isEmpty();
  }

  @Test
  void theTextOfAnInvitationCannotBeTurnedByAName() {
    database
        .sql("update identity set name = ? where person = ?")
        .params("Elif\r\nBcc: x@y ${1+1} <script>", Person.ELIF.id())
        .update();
    Visitor elif = visitors.as(Person.ELIF);
    elif.page("/studio/access/invitations");
    elif.json("POST", "/api/v1/invitations", "{\"person\": \"%s\"}".formatted(Person.JONAS.id()));
    assertThat(post.delivered().getFirst().text())
        .contains("Elif Bcc: x@y ${1+1} <script> invites you");
  }
}
