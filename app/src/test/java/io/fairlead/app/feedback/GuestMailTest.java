package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.feedback.Choosing.Proposal;
import io.fairlead.app.feedback.RoundsAtHand.GuestAtHand;
import io.fairlead.app.feedback.RoundsAtHand.RoundAtHand;
import io.fairlead.app.messages.Post;
import io.fairlead.app.messages.Post.Read;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.StubbornMailServer;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Elif's round about Mara, in which Carla Vance from outside is asked by mail.
@AppTest
@ExtendWith(OutputCaptureExtension.class)
class GuestMailTest {
  private static final String CARLA = "carla@elsewhere.example";

  @Autowired RoundsAtHand atHand;
  @Autowired Rounds rounds;
  @Autowired RoundStore store;
  @Autowired RoundOpening opening;
  @Autowired RoundClosing closing;
  @Autowired Choosing choosing;
  @Autowired Post post;
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;

  private RoundAtHand round;

  @BeforeEach
  void aRoundInWhichRatersAreChosen() {
    company.reset();
    post.empty();
    round = atHand.aboutMara();
    atHand.move(round.id(), "nominating");
  }

  private Outcome<UUID> name(String name, String address) {
    return choosing.propose(
        Person.HENRIK.viewer(), round.subject(), new Proposal(null, name, address, "other"), null);
  }

  private void open() {
    opening.open(store.find(round.id()).orElseThrow(), TestClock.TODAY);
  }

  private void remind() {
    Round now = store.find(round.id()).orElseThrow();
    rounds.remind(Person.ELIF.viewer(), round.id(), now.version(), null).orThrow();
  }

  /// What has come to people outside.
  private List<Read> outside() {
    return post.delivered().stream()
        .filter(mail -> mail.to().endsWith("@elsewhere.example"))
        .toList();
  }

  private int count(String table) {
    return database.sql("select count(*) from " + table).query(Integer.class).single();
  }

  private String guestsPage() {
    return visitors.as(Person.ELIF).page("/feedback/rounds/" + round.id() + "/guests").body();
  }

  @Test
  void aGuestIsAskedByMailAnswersIsRemindedAndSeesTheEnd(CapturedOutput output) {
    post.openToEveryone();
    name("Carla Vance", "Carla@Elsewhere.example").orThrow();
    assertThat(outside()).as("nothing before answers come in").isEmpty();
    open();
    assertThat(guestsPage()).contains("Their mail is on its way.");
    Read asked = outside().getFirst();
    assertThat(asked.to()).isEqualTo(CARLA);
    assertThat(asked.subject()).contains("you are asked", "Spring feedback");
    assertThat(asked.text())
        .contains(Person.ELIF.fullName() + " asks you for feedback", "pass this mail on to nobody")
        .doesNotContain("Mara", "/account/messages", "{");
    String first = asked.link("/give/");
    Visitor guest = visitors.stranger();
    assertThat(guest.page(first).body()).contains("Hello Carla Vance.");
    assertThat(visitors.stranger().page(first).statusCode()).as("once more").isEqualTo(200);

    remind();
    List<Read> both = outside();
    assertThat(both).hasSize(2);
    assertThat(both.getLast().text()).contains("whether or not they have answered");
    String second = both.getLast().link("/give/");
    assertThat(second).isNotEqualTo(first);
    assertThat(guest.page(first).statusCode()).isEqualTo(200);
    assertThat(guest.page(second).statusCode()).isEqualTo(200);
    assertThat(guestsPage()).contains("Their mail was sent.").doesNotContain("made by hand");

    clock.set(RoundsAtHand.CLOSES.plusDays(1));
    closing.closeDue();
    assertThat(count("feedback_guest_link")).isZero();
    assertThat(guest.page(second).statusCode()).isEqualTo(404);
    for (String link : List.of(first, second)) {
      assertThat(output.getAll()).doesNotContain(link.substring("/give/".length()));
    }
  }

  @Test
  void aWaitingMailHoldsNeitherAddressNorLink() {
    post.openToEveryone();
    name("Carla Vance", CARLA).orThrow();
    open();
    assertThat(row()).contains("feedback-guest", "{token}").doesNotContain("Carla", CARLA);
    assertThat(count("feedback_guest_link")).as("there is no link yet").isZero();
    String token = outside().getFirst().link("/give/").substring("/give/".length());
    assertThat(count("feedback_guest_link")).isEqualTo(1);
    assertThat(row()).contains("sent").doesNotContain(token, CARLA);
    assertThat(text("feedback_guest_link")).doesNotContain(token);
    assertThat(text("audit_entry")).doesNotContain(token);
  }

  private String row() {
    return database
        .sql("select m::text from outgoing_mail m where outsider is not null")
        .query(String.class)
        .single();
  }

  private String text(String table) {
    return database
        .sql("select coalesce(string_agg(t::text, '|'), '') from " + table + " t")
        .query(String.class)
        .single();
  }

  @Test
  void whatEachGuestDidChangesNothingOfWhatIsSentOrShown() {
    post.openToEveryone();
    GuestAtHand answers = atHand.guest(round.id(), round.subject(), "Ada Answers");
    GuestAtHand declines = atHand.guest(round.id(), round.subject(), "Dan Declines");
    atHand.guest(round.id(), round.subject(), "Sil Silent");
    atHand.move(round.id(), "answering");
    String before = guestsPage();
    Visitor outside = visitors.stranger();
    String page = "/give/" + answers.token() + "/" + answers.invitation();
    outside.page(page);
    assertThat(
            outside
                .post(page, "version", "0", "comments.start", "Start.", "act", "hand-in")
                .statusCode())
        .isEqualTo(302);
    String other = "/give/" + declines.token() + "/" + declines.invitation();
    outside.page(other);
    assertThat(outside.post(other + "/decline", "because", "no-time").statusCode()).isEqualTo(302);
    assertThat(withoutKeys(guestsPage())).isEqualTo(withoutKeys(before));
    remind();
    assertThat(outside())
        .hasSize(3)
        .extracting(mail -> mail.subject() + mail.text().replaceAll("/give/\\S+", ""))
        .containsOnly(
            outside().getFirst().subject()
                + outside().getFirst().text().replaceAll("/give/\\S+", ""));
    assertThat(
            database
                .sql(
                    "select count(distinct queued_at) from outgoing_mail where outsider is not null")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private static String withoutKeys(String page) {
    return page.substring(page.indexOf("<main"))
        .replaceAll("name=\"(key|_csrf)\" value=\"[^\"]*\"", "");
  }

  @Test
  void whatAMailServerSaysOfAGuestIsKeptWithoutTheirAddress() throws IOException {
    post.openToEveryone();
    GuestAtHand lost = atHand.guest(round.id(), round.subject(), "Lou Lost");
    atHand.move(round.id(), "answering");
    remind();
    try (StubbornMailServer server =
        new StubbornMailServer()
            .answersRecipients(to ->
                to.startsWith(lost.id().toString())
                    ? "550 5.1.1 <" + to + ">: there is no " + to.split("@")[0]
                    : "250 ok " + to)) {
      post.deliver(server.port());
    }
    assertThat(
            database
                .sql("select reply from outgoing_mail where outsider is not null")
                .query((row, _) -> row.getString("reply"))
                .list())
        .contains("no-such-address")
        .noneMatch(reply -> reply.contains("@") || reply.contains(lost.id().toString()));
    assertThat(guestsPage()).contains("There is nobody at that address.");
  }

  @Test
  void whoRunsTheRoundHearsOfAMailThatDidNotArriveAndHandsOverALink() {
    post.openToEveryone();
    GuestAtHand lost = atHand.guest(round.id(), round.subject(), "Lou Lost");
    database
        .sql("update feedback_guest set email = 'no one at all' where id = ?")
        .param(lost.id())
        .update();
    atHand.move(round.id(), "answering");
    remind();
    remind();
    assertThat(outside()).isEmpty();
    String page = guestsPage();
    assertThat(page).contains("Lou Lost", "Their mail did not arrive:");
    assertThat(
            database
                .sql(
                    "select n::text from notice n where recipient = ? and key = 'feedback.told.guest-unreached'")
                .param(Person.ELIF.id())
                .query(String.class)
                .list())
        .as("told once, without a name")
        .singleElement()
        .satisfies(
            notice -> assertThat(notice).contains("/guests").doesNotContain("Lou", "no one"));
    assertThat(visitors.as(Person.ELIF).page("/studio/messages").body())
        .contains("Somebody without an account", "Send again to Somebody without an account")
        .doesNotContain("Lou Lost");
    Visitor elif = visitors.as(Person.ELIF);
    elif.page("/account");
    String made =
        elif.post("/feedback/rounds/" + round.id() + "/guests/" + lost.id() + "/link", "key", "k")
            .body();
    assertThat(made).contains("made by hand");
    assertThat(count("feedback_guest_link")).as("it ends all before").isEqualTo(1);
    assertThat(visitors.stranger().page("/give/" + lost.token()).statusCode()).isEqualTo(404);
  }

  @Test
  void inQuietModeNothingIsQueuedAndThePageSaysSo() {
    name("Carla Vance", CARLA).orThrow();
    database
        .sql(
            "insert into mail_audience (id, person, opened_at) values (gen_random_uuid(), ?, now())")
        .param(Person.ELIF.id())
        .update();
    open();
    assertThat(count("outgoing_mail where outsider is not null")).isZero();
    assertThat(outside()).isEmpty();
    assertThat(guestsPage()).contains("No mail leaves to guests now", "There is no link yet.");
  }

  @Test
  void aRoundThatStopsSaysSoWithoutALinkAndWhatStillWaitedIsWithdrawn() {
    post.openToEveryone();
    name("Carla Vance", CARLA).orThrow();
    open();
    Round now = store.find(round.id()).orElseThrow();
    rounds.stop(Person.ELIF.viewer(), round.id(), now.version(), null).orThrow();
    assertThat(outside())
        .singleElement()
        .satisfies(
            mail -> assertThat(mail.text()).contains("was stopped").doesNotContain("/give/"));
    assertThat(
            database
                .sql("select state from outgoing_mail where outsider is not null order by state")
                .query(String.class)
                .list())
        .containsExactly("sent", "withdrawn");
    assertThat(count("feedback_guest_link")).isZero();
  }

  @Test
  void mailThatStillWaitsAtTheCloseIsWithdrawn() {
    post.openToEveryone();
    name("Carla Vance", CARLA).orThrow();
    open();
    clock.set(RoundsAtHand.CLOSES.plusDays(1));
    closing.closeDue();
    assertThat(outside()).isEmpty();
    assertThat(count("feedback_guest_link")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "carla",
        "carla@elsewhere",
        "carla vance@elsewhere.example",
        "a@b@elsewhere.example",
        "carla@elsewhere.example, dan@elsewhere.example",
        "<carla@elsewhere.example>",
        "carla@elsewhere.example\r\nBcc: all@elsewhere.example",
        "cärla@elsewhere.example",
        "carla@elsewhere..example",
        "jonas@brightwell.example",
        "JONAS@Brightwell.example"
      })
  void addressesThatNoMailReachesOrThatAreOursAreRefused(String address) {
    assertThat(name("Carla Vance", address)).isInstanceOf(Outcome.Refused.class);
    assertThat(count("feedback_guest")).isZero();
  }
}
