package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.feedback.RoundsAtHand.GuestAtHand;
import io.fairlead.app.feedback.RoundsAtHand.RoundAtHand;
import io.fairlead.app.messages.Post;
import io.fairlead.app.messages.Post.Read;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.instruments.Relationship;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Elif puts the addresses of guests right while her round about Mara takes answers.
@AppTest
class GuestCorrectionTest {
  private static final String WRONG = "carla@wrong.example";
  private static final String RIGHT = "carla@elsewhere.example";

  @Autowired RoundsAtHand atHand;
  @Autowired RoundClosing closing;
  @Autowired Participation participation;
  @Autowired Post post;
  @Autowired ApiClient api;
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;

  private RoundAtHand round;
  private GuestAtHand carla;
  private Visitor elif;

  @BeforeEach
  void carlaIsAskedByAWrongAddress() {
    company.reset();
    post.empty();
    post.openToEveryone();
    round = atHand.aboutMara();
    carla = guest("Carla Vance", WRONG);
    elif = visitors.as(Person.ELIF);
    elif.page("/account");
  }

  private GuestAtHand guest(String name, String address) {
    GuestAtHand guest = atHand.guest(round.id(), round.subject(), name);
    atHand.reach(guest.id(), address);
    return guest;
  }

  private String guests() {
    return "/feedback/rounds/" + round.id() + "/guests";
  }

  private HttpResponse<String> correct(GuestAtHand guest, String was, String address, String key) {
    return elif.post(
        guests() + "/" + guest.id() + "/address", "email", address, "was", was, "key", key);
  }

  private void corrected(GuestAtHand guest, String was, String address) {
    assertThat(correct(guest, was, address, "").statusCode()).isEqualTo(302);
  }

  private void write(String page, String words, String act) {
    Visitor outside = visitors.stranger();
    outside.page(page);
    assertThat(outside.post(page, "version", "0", "comments.start", words, "act", act).statusCode())
        .isEqualTo(302);
  }

  private static String page(GuestAtHand guest) {
    return "/give/" + guest.token() + "/" + guest.invitation();
  }

  /// By the newest mail to an address.
  private String page(GuestAtHand guest, String address) {
    return link(address) + "/" + guest.invitation();
  }

  private String link(String address) {
    return post.delivered().stream()
        .filter(mail -> mail.to().equals(address))
        .toList()
        .getLast()
        .link("/give/");
  }

  private List<Read> to(String address) {
    return post.delivered().stream().filter(mail -> mail.to().equals(address)).toList();
  }

  @Test
  void theOldLinkEndsAndTheNewAddressGetsTheMailThatEverybodyGot() {
    write(page(carla), "Plan the week first.", "hand-in");
    assertThat(elif.page(guests()).body()).contains("Correct the address of Carla Vance");
    assertThat(elif.page(guests() + "/" + carla.id() + "/address").body())
        .contains(WRONG, "Nobody is told whether there is any");
    corrected(carla, WRONG, " Carla@Elsewhere.example ");
    assertThat(elif.page(guests()).body()).contains(RIGHT).doesNotContain(WRONG);
    assertThat(visitors.stranger().page(page(carla)).statusCode()).isEqualTo(404);
    assertThat(to(WRONG)).isEmpty();
    assertThat(to(RIGHT))
        .singleElement()
        .satisfies(mail ->
            assertThat(mail.text()).contains("asks you for feedback in").doesNotContain("correct"));
    Visitor outside = visitors.stranger();
    assertThat(outside.page(link(RIGHT)).body())
        .contains("This is a new link for you", "Not begun")
        .doesNotContain("Handed in; you");
    assertThat(outside.page(page(carla, RIGHT)).body()).doesNotContain("Plan the week");
    assertThat(audited()).isEqualTo(1);
    assertThat(
            database
                .sql("select string_agg(t::text, '|') from audit_entry t")
                .query(String.class)
                .single())
        .doesNotContain("wrong.example", "elsewhere.example");
  }

  private int audited() {
    return database
        .sql(
            "select count(*) from audit_entry where act = 'feedback-round.guest-address-corrected'")
        .query(Integer.class)
        .single();
  }

  @Test
  void nothingTellsWhatAGuestHadDoneBefore() {
    GuestAtHand declines = guest("Dan Declines", "dan@wrong.example");
    GuestAtHand silent = guest("Sil Silent", "sil@wrong.example");
    write(page(carla), "Plan the week first.", "hand-in");
    Visitor dan = visitors.stranger();
    dan.page(page(declines));
    assertThat(dan.post(page(declines) + "/decline", "because", "no-time").statusCode())
        .isEqualTo(302);
    corrected(carla, WRONG, "a@elsewhere.example");
    corrected(declines, "dan@wrong.example", "b@elsewhere.example");
    corrected(silent, "sil@wrong.example", "c@elsewhere.example");
    List<String> seen =
        List.of("a", "b", "c").stream()
            .map(name -> name + "@elsewhere.example")
            .map(address ->
                shown(visitors.stranger().page(link(address)).body())
                    + to(address).getFirst().text().replaceAll("/give/\\S+", ""))
            .toList();
    assertThat(seen.get(0)).contains("This is a new link for you", "Not begun");
    assertThat(seen).allMatch(each -> each.equals(seen.get(0)));
    assertThat(
            database
                .sql(
                    "select state || cardinality(earlier_slips) from feedback_rater where guest is not null")
                .query(String.class)
                .list())
        .containsExactly("asked1", "asked1", "asked1");
  }

  private static String shown(String page) {
    return page.substring(page.indexOf("<main"))
        .replaceAll("/give/[^\"]+", "")
        .replaceAll("Carla Vance|Dan Declines|Sil Silent", "NAME");
  }

  @Test
  void whatWasAnsweredBeforeCountsUnlessSomethingElseIsHandedInOrItIsTakenBack() {
    List<GuestAtHand> others =
        List.of("Ada", "Ben", "Cleo", "Dora", "Emil", "Fay", "Gus", "Hal").stream()
            .map(name -> guest(name, name.toLowerCase(Locale.ROOT) + "@wrong.example"))
            .toList();
    others.forEach(each -> write(page(each), "Old of " + others.indexOf(each), "hand-in"));
    for (String name : List.of("ada", "ben", "cleo", "dora", "emil")) {
      GuestAtHand guest = others.get(name.charAt(0) - 'a');
      corrected(guest, name + "@wrong.example", name + "@elsewhere.example");
    }
    write(page(others.get(1), "ben@elsewhere.example"), "Half of 1", "later");
    write(page(others.get(2), "cleo@elsewhere.example"), "New of 2", "hand-in");
    Visitor outside = visitors.stranger();
    String dora = page(others.get(3), "dora@elsewhere.example");
    outside.page(dora);
    assertThat(outside.post(dora + "/withdrawal", "a", "b").statusCode()).isEqualTo(302);
    String emil = page(others.get(4), "emil@elsewhere.example");
    outside.page(emil);
    assertThat(outside.post(emil + "/decline", "because", "no-time").statusCode()).isEqualTo(302);
    clock.set(RoundsAtHand.CLOSES.plusDays(1));
    closing.closeDue();
    assertThat(database.sql("select words from feedback_comment").query(String.class).list())
        .containsExactlyInAnyOrder(
            "Old of 0", "Old of 1", "New of 2", "Old of 5", "Old of 6", "Old of 7");
    assertThat(
            database
                .sql(
                    "select count(*) from feedback_rater where slip is not null or earlier_slips <> '{}'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void howFarTheRoundIsDoesNotMove() {
    for (Person other : List.of(Person.PRISCILLA, Person.TOMASZ, Person.ELIF, Person.RUBEN)) {
      atHand.ask(atHand.subject(round.id(), other), other, Relationship.SELF);
    }
    write(page(carla), "Plan the week first.", "hand-in");
    List.of(Person.JONAS, Person.DEV, Person.AIKO, Person.HENRIK).forEach(this::answer);
    participation.count();
    assertThat(participation.of(round.id())).contains(Participation.Band.SOME);
    corrected(carla, WRONG, RIGHT);
    participation.count();
    assertThat(participation.of(round.id())).contains(Participation.Band.SOME);
    write(page(carla, RIGHT), "Plan the day first.", "hand-in");
    participation.count();
    assertThat(participation.of(round.id()))
        .as("five of fourteen, on six slips")
        .contains(Participation.Band.SOME);
  }

  private void answer(Person person) {
    Visitor visitor = visitors.as(person);
    String page = "/feedback/give/" + round.of(person);
    visitor.page(page);
    assertThat(
            visitor
                .post(page, "version", "0", "comments.start", "More talks.", "act", "hand-in")
                .statusCode())
        .isEqualTo(302);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "carla",
        "a@b@elsewhere.example",
        "carla@elsewhere.example\r\nBcc: all@elsewhere.example",
        "JONAS@Brightwell.example",
        "omar@elsewhere.example",
        WRONG
      })
  void addressesThatLeadToNobodyElseAreRefusedAndWhatWasTypedStays(String address) {
    guest("Omar Idris", "omar@elsewhere.example");
    HttpResponse<String> refused = correct(carla, WRONG, address, "");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("error-email");
    assertThat(visitors.stranger().page(page(carla)).statusCode()).isEqualTo(200);
    assertThat(audited()).isZero();
  }

  @Test
  void aFormThatIsOldOrSentTwiceChangesNothingMore() {
    assertThat(correct(carla, WRONG, RIGHT, "k").statusCode()).isEqualTo(302);
    assertThat(correct(carla, WRONG, RIGHT, "k").statusCode()).as("twice").isEqualTo(302);
    HttpResponse<String> old = correct(carla, WRONG, "other@elsewhere.example", "k2");
    assertThat(old.statusCode()).isEqualTo(412);
    assertThat(old.body()).contains("other@elsewhere.example", RIGHT);
    assertThat(to(RIGHT)).hasSize(1);
    assertThat(audited()).isEqualTo(1);
  }

  @Test
  void anAddressOfSomebodyWhoWasTakenOffIsFree() {
    GuestAtHand off = guest("Carla Vance", RIGHT);
    database
        .sql("update feedback_rater set state = 'taken-off', slip = null where guest = ?")
        .param(off.id())
        .update();
    corrected(carla, WRONG, RIGHT);
    assertThat(to(RIGHT)).hasSize(1);
  }

  @Test
  void nobodyElseCorrectsAndNoGuestOfAnotherRound() {
    RoundAtHand other = atHand.aboutMara();
    GuestAtHand elsewhere = atHand.guest(other.id(), other.subject(), "Omar Idris");
    assertThat(correct(elsewhere, "", RIGHT, "").statusCode()).isEqualTo(404);
    assertThat(elif.page(guests() + "/" + elsewhere.id() + "/address").statusCode()).isEqualTo(404);
    for (Person person : new Person[] {Person.MARA, Person.HENRIK, Person.JONAS}) {
      Visitor visitor = visitors.as(person);
      visitor.page("/account");
      String path = guests() + "/" + carla.id() + "/address";
      assertThat(visitor.page(path).statusCode()).isIn(403, 404);
      assertThat(visitor.post(path, "email", RIGHT, "was", WRONG).statusCode()).isIn(403, 404);
    }
    assertThat(to(RIGHT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"closing", "published", "stopped"})
  void afterTheLastDayItIsTooLate(String state) {
    atHand.move(round.id(), state);
    assertThat(correct(carla, WRONG, RIGHT, "").statusCode()).isEqualTo(409);
  }

  @Test
  void beforeAnswersComeInNoMailGoes() {
    atHand.move(round.id(), "nominating");
    corrected(carla, WRONG, RIGHT);
    assertThat(to(RIGHT)).isEmpty();
    assertThat(elif.page(guests()).body()).contains(RIGHT);
  }

  @Test
  void aProgramCorrectsItToo() {
    var program = api.as(Person.ELIF, "feedback:read", "feedback:write");
    String path = "/api/v1" + guests() + "/" + carla.id() + "/address";
    String body = "{\"email\": \"%s\", \"was\": \"%s\"}";
    HttpResponse<String> done = program.json("POST", path, body.formatted(RIGHT, WRONG));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(done.body()).contains(RIGHT, "\"linked\":false", "\"mail\":\"waiting\"");
    assertThat(
            program.json("POST", path, body.formatted("x@elsewhere.example", WRONG)).statusCode())
        .isEqualTo(409);
    assertThat(program.json("POST", path, body.formatted(UUID.randomUUID(), RIGHT)).statusCode())
        .isEqualTo(422);
  }
}
