package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.disclosure.CustodianSecret;
import io.fairlead.app.disclosure.EscrowFile;
import io.fairlead.app.disclosure.EscrowPackage.Opening;
import io.fairlead.app.disclosure.Escrows;
import io.fairlead.app.feedback.EscrowsAtHand.Closed;
import io.fairlead.app.platform.Role;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.TestDatabase;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.instruments.Relationship;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who wrote one comment: said before the launch, asked by one, agreed to by another, opened by
/// two.
@AppTest
class RoundEscrowsTest {
  private static final String ROUNDS = "/api/v1/feedback/rounds";

  @Autowired EscrowsAtHand atHand;
  @Autowired Escrows escrows;
  @Autowired RoundStore rounds;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JsonMapper json;
  @Autowired JdbcClient database;
  @Autowired Environment environment;

  private final CustodianSecret first = CustodianSecret.make();
  private final CustodianSecret second = CustodianSecret.make();

  /// Yuki works in people operations too, and is asked about nobody here.
  @BeforeEach
  void asNew() {
    company.reset();
    company.grant(Person.YUKI, Role.PEOPLE_OPS, null);
  }

  private HttpResponse<String> send(
      Person person, String method, String path, @Nullable Object body, String... headers) {
    return api.as(person, "feedback:read", "feedback:write")
        .json(method, path, body == null ? "" : json.writeValueAsString(body), headers);
  }

  private JsonNode done(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return json.readTree(response.body());
  }

  private Map<String, Object> escrow() {
    Map<String, Object> escrow = new HashMap<>();
    escrow.put("first", Person.SOFIA.id());
    escrow.put("firstKey", first.publicKey().text());
    escrow.put("second", Person.LIAM.id());
    escrow.put("secondKey", second.publicKey().text());
    escrow.put("days", 60);
    return escrow;
  }

  private static Map<String, Object> terms(@Nullable Map<String, Object> escrow) {
    Map<String, Object> terms = new HashMap<>();
    terms.put("name", "Spring round");
    terms.put("instrument", "manager");
    terms.put("nominateBy", "2026-05-20");
    terms.put("people", List.of(Person.MARA.id()));
    if (escrow != null) {
      terms.put("escrow", escrow);
    }
    return terms;
  }

  private Closed closed() {
    return atHand.closed(first.publicKey(), second.publicKey());
  }

  private static String at(Closed closed) {
    return ROUNDS + "/" + closed.round() + "/escrow";
  }

  private HttpResponse<String> ask(Person person, Closed closed, UUID comment, String because) {
    return send(
        person, "POST", at(closed) + "/requests", Map.of("comment", comment, "because", because));
  }

  private String asked(Closed closed, Person writer) {
    return at(closed)
        + "/requests/"
        + done(ask(Person.YUKI, closed, closed.of(writer), "threat")).get("id").asString();
  }

  private int decide(Person person, String request, boolean agree) {
    return send(person, "POST", request + "/decision", Map.of("agree", agree)).statusCode();
  }

  private HttpResponse<String> take(Person person, String request) {
    return send(person, "POST", request + "/package", null);
  }

  @Test
  void aRoundSaysItsEscrowAndItsPromiseHoldsTheKeys() {
    JsonNode round = done(send(Person.ELIF, "POST", ROUNDS, terms(escrow())));
    UUID id = UUID.fromString(round.get("id").asString());
    assertThat(round.at("/escrow/firstFingerprint").asString())
        .isEqualTo(first.publicKey().fingerprint());
    assertThat(round.at("/escrow/days").asInt()).isEqualTo(60);
    assertThat(round.get("promise").toString())
        .contains(
            "for 60 days after the close", "Sofia Reyes and Liam Byrne open it, both of them");
    RoundTerms stored = rounds.find(id).orElseThrow().terms();
    assertThat(Promise.text(id, stored, EscrowsAtHand.INSTRUMENT))
        .contains(
            "escrow first %s key %s\n".formatted(Person.SOFIA.id(), first.publicKey().text()),
            "escrow second %s key %s\n".formatted(Person.LIAM.id(), second.publicKey().text()),
            "escrow days 60\n");
    String form = visitors.as(Person.ELIF).page("/feedback/rounds/" + id + "/edit").body();
    assertThat(form).contains("Sofia Reyes", second.publicKey().text(), "value=\"60\"");
    done(send(Person.ELIF, "POST", ROUNDS + "/" + id + "/launch", null, "If-Match", "\"1\""));
    String page = visitors.as(Person.MARA).page("/feedback/rounds/" + id).body();
    assertThat(page).contains("both of them", first.publicKey().fingerprint());
    assertThat(done(send(Person.ELIF, "GET", ROUNDS + "/" + id + "/papers", null)).toString())
        .contains("The round has an escrow", "(but for who wrote a published comment, see above)");
    for (String changed :
        List.of(
            "escrow_days = 90",
            "escrow_first = '%s'".formatted(Person.YUKI.id()),
            "escrow_second_key = '%s'".formatted(CustodianSecret.make().publicKey().text()),
            "escrow_first = null, escrow_first_key = null, escrow_second = null, escrow_second_key = null,"
                + " escrow_days = null")) {
      assertThatThrownBy(() ->
              database
                  .sql("update feedback_round set " + changed + " where id = ?")
                  .param(id)
                  .update())
          .as(changed)
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void aRoundWithoutOneReadsAsBefore() {
    UUID id =
        UUID.fromString(done(send(Person.ELIF, "POST", ROUNDS, terms(null))).get("id").asString());
    RoundTerms stored = rounds.find(id).orElseThrow().terms();
    assertThat(Promise.text(id, stored, EscrowsAtHand.INSTRUMENT)).doesNotContain("escrow");
    done(send(Person.ELIF, "POST", ROUNDS + "/" + id + "/launch", null, "If-Match", "\"1\""));
    assertThat(
            List.of(
                send(Person.ELIF, "GET", ROUNDS + "/" + id, null).body(),
                send(Person.ELIF, "GET", ROUNDS + "/" + id + "/papers", null).body(),
                visitors.as(Person.ELIF).page("/feedback/rounds/" + id).body()))
        .allSatisfy(said -> assertThat(said).doesNotContainIgnoringCase("escrow", "custodian"));
    assertThat(send(Person.ELIF, "GET", ROUNDS + "/" + id + "/escrow", null).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatIsNoEscrowIsRefusedFieldByField() {
    Map<String, String> wrong =
        Map.of(
            "first", "feedback.escrow-nobody",
            "secondKey", "feedback.escrow-no-key",
            "days", "feedback.between");
    wrong.forEach((field, code) -> {
      Map<String, Object> escrow = escrow();
      if (field.equals("first")) {
        escrow.remove(field);
      } else {
        escrow.put(field, field.equals("days") ? 366 : "no key");
      }
      HttpResponse<String> refused = send(Person.ELIF, "POST", ROUNDS, terms(escrow));
      assertThat(refused.statusCode()).as(field).isEqualTo(422);
      assertThat(refused.body()).contains(code, "\"escrow." + field + "\"");
    });
    Map<String, Object> one = escrow();
    one.put("second", Person.SOFIA.id());
    one.put("secondKey", first.publicKey().text());
    assertThat(send(Person.ELIF, "POST", ROUNDS, terms(one)).body())
        .contains("feedback.escrow-one-person", "feedback.escrow-one-key");
    Visitor elif = visitors.as(Person.ELIF);
    elif.page("/feedback/rounds/new");
    HttpResponse<String> page =
        elif.post(
            "/feedback/rounds",
            "name",
            "Round",
            "instrument",
            "manager",
            "purpose",
            "development",
            "escrow.first",
            "Sofia Reyes",
            "escrow.firstKey",
            "nonsense",
            "escrow.days",
            "60");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("one line of 60 characters", "Name the custodian", "value=\"nonsense\"");
  }

  @Test
  void noCustodianIsAmongThoseWhomItIsAboutOrReadsAReport() {
    Map<String, Object> escrow = escrow();
    escrow.put("first", Person.MARA.id());
    JsonNode about = done(send(Person.ELIF, "POST", ROUNDS, terms(escrow)));
    assertThat(launch(about)).contains("feedback.escrow-reader");
    escrow.put("first", Person.HENRIK.id());
    Map<String, Object> read = terms(escrow);
    JsonNode unread = done(send(Person.ELIF, "POST", ROUNDS, read));
    assertThat(launch(unread)).as("the manager does not read it").doesNotContain("escrow-reader");
    read.put("audience", "reviewee-and-manager");
    assertThat(launch(done(send(Person.ELIF, "POST", ROUNDS, read))))
        .contains("feedback.escrow-reader");
  }

  private String launch(JsonNode round) {
    return send(
            Person.ELIF,
            "POST",
            ROUNDS + "/" + round.get("id").asString() + "/launch",
            null,
            "If-Match",
            "\"1\"")
        .body();
  }

  @Test
  void ratersReadOfItBeforeTheyWrite() {
    UUID round = atHand.opened(EscrowsAtHand.terms(first.publicKey(), second.publicKey()));
    atHand.answered(round);
    UUID invitation =
        database
            .sql("select id from feedback_rater where person = ?")
            .param(Person.JONAS.id())
            .query((row, _) -> row.getObject("id", UUID.class))
            .single();
    assertThat(visitors.as(Person.JONAS).page("/feedback/give/" + invitation).body())
        .contains(
            "Who wrote a published comment can be opened for 30 days after the close",
            "as misconduct, they read it too, and who wrote it can be opened",
            "nobody can find it out, but for who wrote a published comment")
        .doesNotContain("from then on nobody can find out or change what came from you");
  }

  @Test
  void itTakesOneToAskAnotherToAgreeAndTwoToOpen() {
    Closed closed = closed();
    String request = asked(closed, Person.JONAS);
    assertThat(take(Person.YUKI, request).body()).contains("feedback.escrow-not-agreed");
    assertThat(decide(Person.YUKI, request, true)).as("their own").isEqualTo(403);
    JsonNode seen = done(send(Person.ELIF, "GET", at(closed), null)).get("requests").get(0);
    assertThat(seen.get("words").asString()).isEqualTo("Comment of Jonas");
    assertThat(decide(Person.ELIF, request, true)).isEqualTo(204);
    assertThat(take(Person.ELIF, request).statusCode()).as("not the asker").isEqualTo(403);
    HttpResponse<String> taken = take(Person.YUKI, request);
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    assertThat(taken.body()).doesNotContain("Jonas", Person.JONAS.id().toString());
    assertThat(take(Person.YUKI, request).statusCode()).as("once").isEqualTo(409);
    var outer = EscrowFile.read(taken.body()).orElseThrow();
    assertThat(outer.open(second)).isEqualTo(new Opening.OtherKey());
    assertThat(outer.open(first))
        .isInstanceOfSatisfying(
            Opening.HandOn.class,
            handed -> {
              assertThat(handed.inner().open(first)).isEqualTo(new Opening.OtherKey());
              assertThat(handed.inner().open(second))
                  .isInstanceOfSatisfying(
                      Opening.Words.class,
                      words ->
                          assertThat(EscrowWriter.read(words.text()))
                              .contains(
                                  new EscrowWriter(
                                      false, Person.JONAS.id(), "Jonas Beck", "report")));
            });
    assertThat(
            database
                .sql(
                    "select act, subject, record from audit_entry where act like 'feedback.escrow%' order by id")
                .query((row, _) ->
                    row.getString("act")
                        + " "
                        + row.getString("subject")
                        + " "
                        + row.getString("record"))
                .list())
        .as("without the comment")
        .containsExactly(
            "feedback.escrow-asked null " + closed.round(),
            "feedback.escrow-agreed null " + closed.round(),
            "feedback.escrow-handed-over null " + closed.round());
    JsonNode past = done(send(Person.ELIF, "GET", at(closed), null)).get("requests").get(0);
    assertThat(past.get("state").asString()).isEqualTo("handed-over");
    assertThat(past.has("words")).isFalse();
  }

  @Test
  void whatWaitsForSomebodyStandsOnTheirHomeAndOnNobodyElses() {
    company.grant(Person.NOOR, Role.PEOPLE_OPS, null);
    company.grant(Person.SOFIA, Role.PEOPLE_OPS, null);
    Closed closed = closed();
    String decide = "Decide whether who wrote a comment may be opened: Spring 2026";
    String take = "Take the package with who wrote a comment: Spring 2026";
    assertThat(home(Person.ELIF)).doesNotContain(decide);
    String request = asked(closed, Person.JONAS);
    assertThat(home(Person.ELIF))
        .contains(decide, "/feedback/rounds/" + closed.round() + "/escrow");
    for (Person other :
        List.of(Person.YUKI, Person.NOOR, Person.SOFIA, Person.MARA, Person.JONAS, Person.INES)) {
      assertThat(home(other)).as(other.name()).doesNotContain(decide, take);
    }
    decide(Person.ELIF, request, true);
    assertThat(home(Person.ELIF)).doesNotContain(decide, take);
    assertThat(home(Person.YUKI)).contains(take);
    clock.set(TestClock.TODAY.plusDays(EscrowsAtHand.DAYS + 1));
    assertThat(home(Person.YUKI)).as("the escrow is over").doesNotContain(take);
    clock.set(TestClock.TODAY);
    assertThat(take(Person.YUKI, request).statusCode()).isEqualTo(200);
    assertThat(home(Person.YUKI)).doesNotContain(take);
  }

  private String home(Person person) {
    return visitors.as(person).page("/").body();
  }

  @Test
  void everyPublishedCommentHasAPackageThatNamesItsWriterAndNothingElseHas() {
    Closed closed = closed();
    EscrowsAtHand.WRITERS.forEach(writer ->
        assertThat(opened(closed.round(), closed.of(writer)).id())
            .as(writer.name())
            .isEqualTo(writer.id()));
    List<UUID> named =
        database
            .sql("select id from feedback_comment where named")
            .query((row, _) -> row.getObject("id", UUID.class))
            .list();
    assertThat(named).hasSize(2);
    named.forEach(comment -> assertThat(escrows.find(closed.round(), comment)).isEmpty());
  }

  private EscrowWriter opened(UUID round, UUID comment) {
    var outer = escrows.find(round, comment).orElseThrow();
    var inner = ((Opening.HandOn) outer.open(first)).inner();
    return EscrowWriter.read(((Opening.Words) inner.open(second)).text()).orElseThrow();
  }

  @Test
  void whoMayNotAskFindsNothing() {
    Closed closed = closed();
    UUID comment = closed.of(Person.JONAS);
    for (Person person :
        List.of(Person.MARA, Person.HENRIK, Person.JONAS, Person.SOFIA, Person.INES)) {
      assertThat(ask(person, closed, comment, "threat").statusCode())
          .as(person.name())
          .isEqualTo(404);
      assertThat(send(person, "GET", at(closed), null).statusCode())
          .as(person.name())
          .isEqualTo(404);
    }
    for (Person wrong : List.of(Person.SOFIA, Person.LIAM, Person.HENRIK, Person.NOOR)) {
      company.grant(wrong, Role.PEOPLE_OPS, null);
      HttpResponse<String> refused = ask(wrong, closed, comment, "threat");
      boolean custodian = wrong == Person.SOFIA || wrong == Person.LIAM;
      assertThat(refused.statusCode()).as(wrong.name()).isEqualTo(custodian ? 404 : 422);
      if (!custodian) {
        assertThat(refused.body()).contains("feedback.escrow-no-comment");
      }
    }
    String request = asked(closed, Person.JONAS);
    assertThat(decide(Person.NOOR, request, true)).as("was asked about Mara").isEqualTo(404);
    assertThat(decide(Person.SOFIA, request, true)).as("a custodian").isEqualTo(404);
    assertThat(send(Person.ELIF, "DELETE", request, null).statusCode())
        .as("somebody else's")
        .isEqualTo(409);
    assertThat(send(Person.YUKI, "DELETE", request, null).statusCode()).isEqualTo(204);
    assertThat(decide(Person.ELIF, request, true)).as("taken back").isEqualTo(409);
  }

  @Test
  void oneAtATimeForAReasonAndOnlyWhatWasPublished() {
    Closed closed = closed();
    assertThat(ask(Person.YUKI, closed, closed.of(Person.DEV), "curiosity").body())
        .contains("feedback.escrow-because");
    assertThat(ask(Person.YUKI, closed, UUID.randomUUID(), "law").body())
        .contains("feedback.escrow-no-comment");
    String request = asked(closed, Person.JONAS);
    assertThat(ask(Person.YUKI, closed, closed.of(Person.DEV), "threat").body())
        .contains("feedback.escrow-one-at-a-time");
    assertThat(ask(Person.ELIF, closed, closed.of(Person.DEV), "threat").body())
        .contains("feedback.escrow-one-at-a-time");
    assertThat(decide(Person.ELIF, request, false)).isEqualTo(204);
    assertThat(take(Person.YUKI, request).statusCode()).isEqualTo(409);
    assertThat(decide(Person.ELIF, request, true)).as("was refused").isEqualTo(409);
    done(ask(Person.YUKI, closed, closed.of(Person.DEV), "misconduct"));
  }

  @Test
  void onTheLastDayItCanBeTakenAndThenIsGoneForGood() {
    Closed closed = closed();
    String request = asked(closed, Person.JONAS);
    decide(Person.ELIF, request, true);
    clock.set(TestClock.TODAY.plusDays(EscrowsAtHand.DAYS));
    atHand.expire();
    var last = escrows.find(closed.round(), closed.of(Person.JONAS)).orElseThrow();
    assertThat(escrowKey(closed)).exists();
    clock.set(TestClock.TODAY.plusDays(EscrowsAtHand.DAYS + 1));
    assertThat(last.isExpired(clock.instant())).isTrue();
    assertThat(take(Person.YUKI, request).body()).contains("feedback.escrow-over");
    atHand.expire();
    assertThat(escrowKey(closed)).doesNotExist();
    assertThat(take(Person.YUKI, request).body()).contains("feedback.escrow-over");
    assertThat(ask(Person.YUKI, closed, closed.of(Person.DEV), "law").body())
        .contains("feedback.escrow-over");
    assertThat(
            visitors.as(Person.ELIF).page("/feedback/rounds/" + closed.round() + "/escrow").body())
        .contains("Nobody can open anything any more");
    clock.set(TestClock.TODAY);
    assertThat(escrows.find(closed.round(), closed.of(Person.JONAS)))
        .as("no turning back of the clock brings it back")
        .isEmpty();
  }

  private static Path escrowKey(Closed closed) {
    return EscrowsAtHand.keyOf(closed.round());
  }

  @Test
  void whoReadsAReportFindsTheNumbersOfItsComments() {
    Closed closed = closed();
    database
        .sql(
            "update feedback_subject set debrief_at = '2026-05-20T09:00:00Z', debrief_with = ?,"
                + " debrief_booked_at = '2026-05-12T09:00:00Z' where id = ?")
        .params(Person.INES.id(), closed.subject())
        .update();
    String report = "/feedback/reports/" + closed.subject();
    Visitor mara = visitors.as(Person.MARA);
    assertThat(mara.page(report).body()).contains(report + "/comments");
    String numbers = mara.page(report + "/comments").body();
    EscrowsAtHand.WRITERS.forEach(
        writer -> assertThat(numbers).contains(closed.of(writer).toString()));
    assertThat(numbers).doesNotContain("Comment of Henrik", "Jonas Beck");
    JsonNode listed =
        done(send(Person.MARA, "GET", "/api/v1" + report + "/comments", null)).get("comments");
    assertThat(listed).hasSize(7);
    assertThat(visitors.as(Person.ELIF).page(report + "/comments").statusCode()).isEqualTo(404);
  }

  @Test
  void thePageLeadsThroughIt() {
    Closed closed = closed();
    String page = "/feedback/rounds/" + closed.round() + "/escrow";
    Visitor yuki = visitors.as(Person.YUKI);
    assertThat(yuki.page("/feedback/rounds/" + closed.round()).body()).contains(page);
    assertThat(yuki.page(page).body())
        .contains("Sofia Reyes", first.publicKey().fingerprint(), "Ask who wrote a comment");
    HttpResponse<String> wrong =
        yuki.post(page + "/requests", "comment", "nonsense", "because", "threat", "key", "k1");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("not the number of a comment", "value=\"nonsense\"");
    assertThat(
            yuki.post(
                    page + "/requests",
                    "comment",
                    " " + closed.of(Person.JONAS),
                    "because",
                    "threat",
                    "key",
                    "k2")
                .statusCode())
        .isEqualTo(302);
    assertThat(yuki.page(page).body()).contains("Comment of Jonas", "A second person decides");
    Visitor elif = visitors.as(Person.ELIF);
    String seen = elif.page(page).body();
    assertThat(seen).contains("You decide whether", "Comment of Jonas").doesNotContain("Mara");
    String request = seen.replaceAll("(?s).*action=\"([^\"]*)/decision\".*", "$1");
    assertThat(elif.page("/inbox").body()).contains("Somebody asks who wrote a comment of");
    assertThat(elif.post(request + "/decision", "decision", "agree", "key", "k3").statusCode())
        .isEqualTo(302);
    assertThat(yuki.page("/inbox").body()).contains("It was agreed that who wrote a comment of");
    assertThat(yuki.page(page).body()).contains("Take the package");
    HttpResponse<String> taken = yuki.post(request + "/package", "key", "k4");
    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(taken.headers().firstValue("Content-Disposition").orElse(""))
        .contains("escrow-" + closed.of(Person.JONAS) + ".json");
    assertThat(EscrowFile.read(taken.body())).isPresent();
    assertThat(yuki.page(page).body()).contains("The package was taken.");
  }

  @Test
  void anEscrowThatSomebodyWroteIntoTheDatabaseAfterwardsClosesNothing() throws SQLException {
    UUID round = atHand.opened(EscrowsAtHand.terms(first.publicKey(), second.publicKey()));
    atHand.answered(round);
    try (Connection owner =
            DriverManager.getConnection(
                TestDatabase.url(),
                environment.getRequiredProperty("fairlead.db.owner-user"),
                environment.getProperty("fairlead.db.owner-password", ""));
        Statement statement = owner.createStatement()) {
      statement.execute("alter table feedback_round disable trigger user");
      statement.execute(
          "update feedback_round set escrow_first_key = '%s' where id = '%s'"
              .formatted(CustodianSecret.make().publicKey().text(), round));
      statement.execute("alter table feedback_round enable trigger user");
    }
    assertThatThrownBy(() -> atHand.close(round)).hasMessageContaining("another escrow");
    assertThat(escrows.until(round)).isEmpty();
    assertThat(rounds.find(round).orElseThrow().state()).isEqualTo(RoundState.CLOSING);
  }

  @Test
  void equalWordsAreGivenToTheirWritersByLot() {
    UUID round = atHand.opened(EscrowsAtHand.terms(first.publicKey(), second.publicKey()));
    UUID subject = atHand.answered(round);
    atHand.answer(round, subject, Person.YUKI, Relationship.PEER, "The same");
    atHand.answer(round, subject, Person.SOFIA, Relationship.PEER, "The same");
    atHand.close(round);
    List<UUID> same =
        database
            .sql("select id from feedback_comment where words = 'The same'")
            .query((row, _) -> row.getObject("id", UUID.class))
            .list();
    assertThat(same).hasSize(2);
    assertThat(same.stream().map(comment -> opened(round, comment).id()))
        .containsExactlyInAnyOrder(Person.YUKI.id(), Person.SOFIA.id());
  }
}
