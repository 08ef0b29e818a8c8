package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.disclosure.Kept;
import io.fairlead.app.disclosure.Sealing.Ending;
import io.fairlead.app.disclosure.Sheets;
import io.fairlead.app.feedback.SealVerification.Beside;
import io.fairlead.app.feedback.SealVerification.Verdict;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.TestDatabase;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.instruments.Instrument;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/// Elif sets up a round about Mara: launched, raters chosen, answered, sealed, published.
@AppTest
class WholeRoundTest {
  private static final String ROUNDS = "/api/v1/feedback/rounds";
  private static final String[] SCOPES = {"feedback:read", "feedback:write"};

  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;
  @Autowired Sheets sheets;
  @Autowired RoundStore rounds;
  @Autowired RoundOpening opening;
  @Autowired RoundClosing closing;
  @Autowired PublishedStore published;
  @Autowired Participation participation;
  @Autowired Environment environment;
  @Autowired Visitors visitors;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private HttpResponse<String> send(
      Person person, String method, String path, Object body, String... headers) {
    return api.as(person, SCOPES).json(method, path, json.writeValueAsString(body), headers);
  }

  private JsonNode done(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return json.readTree(response.body());
  }

  private static Map<String, Object> round(Person... people) {
    Map<String, Object> round = new HashMap<>();
    round.put("name", "Spring round");
    round.put("instrument", "manager");
    round.put("nominateBy", "2026-05-20");
    round.put("opens", "2026-05-21");
    round.put("closes", "2026-06-10");
    round.put("people", java.util.Arrays.stream(people).map(Person::id).toList());
    round.put("peers", 4);
    round.put("reports", 3);
    round.put("numeric", 3);
    round.put("comments", 3);
    return round;
  }

  private UUID defined(Map<String, Object> round) {
    return UUID.fromString(done(send(Person.ELIF, "POST", ROUNDS, round)).get("id").asString());
  }

  private JsonNode look(UUID round) {
    return done(send(Person.ELIF, "GET", ROUNDS + "/" + round, ""));
  }

  private HttpResponse<String> act(Person person, UUID round, String act) {
    long version = rounds.find(round).orElseThrow().version();
    return send(
        person, "POST", ROUNDS + "/" + round + act, Map.of(), "If-Match", "\"" + version + "\"");
  }

  private UUID launched(Map<String, Object> terms) {
    UUID round = defined(terms);
    done(act(Person.ELIF, round, "/launch"));
    return round;
  }

  private String subject(UUID round, Person person) {
    for (JsonNode each :
        done(send(Person.ELIF, "GET", ROUNDS + "/" + round + "/subjects", ""))
            .get("subjects")
            .values()) {
      if (each.get("person").asString().equals(person.id().toString())) {
        return "/api/v1/feedback/subjects/" + each.get("id").asString();
      }
    }
    throw new AssertionError(person + " is not in the round");
  }

  private HttpResponse<String> propose(Person by, String subject, Person whom) {
    return send(
        by, "POST", subject + "/raters", Map.of("person", whom.id(), "relationship", "peer"));
  }

  private UUID opened() {
    UUID round = launched(round(Person.MARA));
    String mara = subject(round, Person.MARA);
    done(propose(Person.MARA, mara, Person.NOOR));
    done(propose(Person.MARA, mara, Person.RUBEN));
    done(propose(Person.HENRIK, mara, Person.PRISCILLA));
    done(propose(Person.HENRIK, mara, Person.TOMASZ));
    done(act(Person.ELIF, round, "/opening"));
    return round;
  }

  private Map<Person, UUID> slips(UUID round) {
    Map<Person, UUID> slips = new HashMap<>();
    database
        .sql(
            """
            select fr.person, fr.slip from feedback_rater fr join feedback_subject fs on fs.id = fr.subject
            where fs.round = ? and fr.slip is not null
            """)
        .param(round)
        .query((row, _) -> {
          for (Person person : Person.values()) {
            if (person.id().equals(row.getObject("person", UUID.class))) {
              slips.put(person, row.getObject("slip", UUID.class));
            }
          }
          return row;
        })
        .list();
    return slips;
  }

  private void answer(UUID round, @Nullable UUID slip, int rating, String comment) {
    Instrument questions = rounds.questions(round).orElseThrow();
    Map<String, Integer> ratings = new HashMap<>();
    questions.items().forEach(item -> ratings.put(item.id(), rating));
    Map<String, String> comments = Map.of(questions.comments().getFirst().id(), comment);
    AnswerSheet sheet = new AnswerSheet(ratings, comments, "", 300, true);
    assertThat(
            sheets.keep(
                round,
                Objects.requireNonNull(slip),
                0,
                json.writeValueAsString(sheet).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Kept.Saved(1));
  }

  @Test
  void theDatabaseItselfKeepsThePromiseOfALaunchedRound() {
    UUID round = launched(round(Person.MARA));
    Round stands = rounds.find(round).orElseThrow();
    Instrument asked = rounds.questions(round).orElseThrow();
    assertThat(look(round).get("hash").asString())
        .as("anybody can compute it again from what is stored")
        .isEqualTo(Promise.hash(round, stands.terms(), asked));
    assertThat(Promise.text(round, stands.terms(), asked))
        .contains(asked.items().getFirst().anchors().getLast().in("en"));
    database
        .sql("update feedback_round set unforeseen = '{halo}' where id = ?")
        .param(round)
        .update();
    for (String loosening :
        List.of(
            "numeric_threshold = 3, comment_threshold = 2",
            "purpose = 'evaluation', validation_note = 'x'",
            "audience = 'reviewee-and-manager'",
            "width = 1",
            "without = '{hints}'",
            "unforeseen = '{}'",
            "concerns = 'Nobody'",
            "opens_after = 0",
            "opens_at_debrief = false",
            "questions = '{}'",
            "policy_hash = 'x'",
            "closes = date '2026-06-01'")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() ->
              database
                  .sql("update feedback_round set " + loosening + " where id = ?")
                  .param(round)
                  .update())
          .as(loosening)
          .isInstanceOf(DataAccessException.class);
    }
    HttpResponse<String> refused =
        send(
            Person.ELIF,
            "PUT",
            ROUNDS + "/" + round,
            round(Person.MARA),
            "If-Match",
            "\"" + look(round).get("version").asLong() + "\"");
    assertThat(refused.statusCode()).isEqualTo(409);
  }

  @Test
  void anEvaluationIsLaunchedOnlyWithWhatSupportsIt() {
    Map<String, Object> terms = round(Person.MARA);
    terms.put("purpose", "evaluation");
    UUID round = defined(terms);
    HttpResponse<String> refused = act(Person.ELIF, round, "/launch");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("feedback.evaluation-needs-note", "feedback.evaluation-needs-reader");
    terms.put("validationNote", "x");
    assertThat(act(Person.ELIF, defined(terms), "/launch").body())
        .contains("feedback.evaluation-needs-note");
    terms.put(
        "validationNote",
        "A study of 2025 with 214 of our people, rating against next year's sales.");
    terms.put("audience", "reviewee-and-manager");
    done(act(Person.ELIF, defined(terms), "/launch"));
  }

  @Test
  void aRoundThatCannotKeepItsPromiseIsRefusedWithTheLeastThatCan() {
    Map<String, Object> terms = round(Person.MARA);
    terms.put("colluders", 2);
    HttpResponse<String> refused = send(Person.ELIF, "POST", ROUNDS, terms);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("feedback.threshold", "6");
    terms.put("numeric", 6);
    terms.put("comments", 4);
    HttpResponse<String> told = send(Person.ELIF, "POST", ROUNDS, terms);
    assertThat(told.statusCode()).as("two tell which are theirs, two are left").isEqualTo(422);
    assertThat(told.body())
        .contains("feedback.threshold", "comments", "5")
        .doesNotContain("numeric");
    assertThat(send(Person.MARA, "POST", ROUNDS, round(Person.MARA)).statusCode()).isEqualTo(403);
  }

  @Test
  void aDraftThatAsksFewerThanItsFiguresNeedSaysSo() {
    String said = "no group is asked as many people";
    Map<String, Object> terms = round(Person.MARA);
    String page = "/feedback/rounds/";
    assertThat(visitors.as(Person.ELIF).page(page + defined(terms)).body()).doesNotContain(said);
    terms.putAll(Map.of("numeric", 6, "peers", 5, "reports", 5, "others", 0));
    assertThat(visitors.as(Person.ELIF).page(page + defined(terms)).body()).contains(said);
  }

  @Test
  void aMistypedProtectionIsNoneAndIsRefused() {
    Map<String, Object> terms = round(Person.MARA);
    terms.put("collluders", 2);
    HttpResponse<String> refused = send(Person.ELIF, "POST", ROUNDS, terms);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("unknown-field", "collluders");
  }

  @Test
  void theInboxNamesTheRound() {
    UUID round = launched(round(Person.MARA));
    done(act(Person.ELIF, round, "/opening"));
    String name = look(round).get("name").asString();
    assertThat(visitors.as(Person.MARA).page("/inbox").body())
        .contains("You can propose who is asked about you in “" + name + "”.")
        .contains("You are asked for feedback in “" + name + "”.");
  }

  @Test
  void theReviewersChoicesAreAtMostHalfAndReadersRateByNameAlone() {
    UUID round = launched(round(Person.MARA));
    String mara = subject(round, Person.MARA);
    done(propose(Person.MARA, mara, Person.NOOR));
    done(propose(Person.MARA, mara, Person.RUBEN));
    assertThat(propose(Person.MARA, mara, Person.YUKI).body()).contains("half-is-yours");
    done(propose(Person.HENRIK, mara, Person.YUKI));
    assertThat(propose(Person.HENRIK, mara, Person.HENRIK).body()).contains("rates-by-name");
    assertThat(propose(Person.HENRIK, mara, Person.NOOR).body()).contains("there-already");
    assertThat(send(Person.JONAS, "GET", mara, "").statusCode()).isEqualTo(404);
    assertThat(propose(Person.JONAS, mara, Person.DEV).statusCode()).isEqualTo(404);
  }

  @Test
  void peopleOperationsSettleNothingAboutThemselves() {
    UUID round = launched(round(Person.ELIF));
    String elif = subject(round, Person.ELIF);
    done(propose(Person.ELIF, elif, Person.MARA));
    HttpResponse<String> settled =
        send(Person.ELIF, "POST", elif + "/settlement", Map.of(), "If-Match", "\"2\"");
    assertThat(settled.statusCode()).isEqualTo(403);
  }

  @Test
  void aRoundIsAnsweredSealedAndPublishedOnce() {
    UUID round = opened();
    Map<Person, UUID> slips = slips(round);
    assertThat(slips.keySet())
        .contains(
            Person.MARA,
            Person.HENRIK,
            Person.NOOR,
            Person.RUBEN,
            Person.PRISCILLA,
            Person.TOMASZ,
            Person.JONAS,
            Person.DEV,
            Person.AIKO);
    int rating = 2;
    for (Person peer : List.of(Person.NOOR, Person.RUBEN, Person.PRISCILLA, Person.TOMASZ)) {
      answer(round, slips.get(peer), rating++, "Comment of " + peer);
    }
    for (Person report : List.of(Person.JONAS, Person.DEV)) {
      answer(round, slips.get(report), 3, "Comment of " + report);
    }
    answer(round, slips.get(Person.MARA), 5, "Mine");
    answer(round, slips.get(Person.HENRIK), 4, "By name");
    participation.count();
    closing.closeDue();
    assertThat(look(round).get("state").asString()).isEqualTo("answering");
    clock.set(LocalDate.of(2026, 6, 11));
    closing.closeDue();
    assertThat(look(round).get("state").asString()).isEqualTo("published");
    UUID subject =
        database
            .sql("select id from feedback_subject where round = ?")
            .param(round)
            .query((row, _) -> row.getObject("id", UUID.class))
            .single();
    var report = published.find(Person.MARA.viewer(), subject).orElseThrow();
    // Two reports are too few for a block of their own: they join the peers.
    var first = report.published().scores().getFirst();
    assertThat(first.blocks())
        .extracting(block -> block.groups() + " " + block.bound().sign() + " " + block.mean())
        .containsExactly("[self] = 5.0", "[manager] = 4.0", "[peer, report] = 3.3");
    assertThat(report.published().comments())
        .filteredOn(each -> each.groups().contains("peer"))
        .singleElement()
        .satisfies(each -> assertThat(each.texts()).hasSize(6).contains("Comment of JONAS"));
    assertThat(published.find(Person.HENRIK.viewer(), subject)).isEmpty();
    assertThat(published.find(Person.ELIF.viewer(), subject)).isEmpty();
    assertThat(slips(round)).isEmpty();
    verified(round);
    assertThat(closing.close(round)).isEqualTo(new Ending.Sealed(0));
    assertThat(published.find(Person.MARA.viewer(), subject).orElseThrow()).isEqualTo(report);
  }

  /// All as it was promised; and what somebody changed afterwards is found.
  private void verified(UUID round) {
    try (Connection application = owner();
        Connection reader = owner()) {
      Verdict verdict =
          SealVerification.verify(application, reader, round, beside(false)).orElseThrow();
      assertThat(verdict.wrong()).isEmpty();
      assertThat(verdict.holds()).isTrue();
      assertThat(verdict.reports()).isEqualTo(1);
      assertThat(verdict.figures()).isEqualTo(6);
      assertThat(
              SealVerification.verify(application, reader, round, beside(true))
                  .orElseThrow()
                  .wrong())
          .containsExactly("the round's key still lies in the key store");
      reader.setAutoCommit(false);
      try (var statement = reader.createStatement()) {
        statement.execute("update sealed.score set score = score + 2520");
      }
      assertThat(
              SealVerification.verify(application, reader, round, beside(false))
                  .orElseThrow()
                  .wrong())
          .hasSize(6);
      reader.rollback();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private Beside beside(boolean roundKey) {
    return new Beside(roundKey, false, clock.instant());
  }

  private Connection owner() throws SQLException {
    return DriverManager.getConnection(
        TestDatabase.url(),
        environment.getRequiredProperty("fairlead.db.owner-user"),
        environment.getProperty("fairlead.db.owner-password", ""));
  }

  @Test
  void aRoundWithoutAnAnswerIsPublishedEmpty() {
    UUID round = opened();
    clock.set(LocalDate.of(2026, 6, 11));
    closing.closeDue();
    assertThat(look(round).get("state").asString()).isEqualTo("published");
    UUID subject =
        database
            .sql("select id from feedback_subject where round = ?")
            .param(round)
            .query((row, _) -> row.getObject("id", UUID.class))
            .single();
    var report = published.find(Person.MARA.viewer(), subject).orElseThrow();
    assertThat(report.published().scores()).allMatch(score -> score.blocks().isEmpty());
  }

  @Test
  void aSecondRoundOfTheSameRatersLessOneShowsNothingOfThem() {
    UUID first = opened();
    Map<Person, UUID> slips = slips(first);
    List<Person> peers = List.of(Person.NOOR, Person.RUBEN, Person.PRISCILLA, Person.TOMASZ);
    peers.forEach(peer -> answer(first, slips.get(peer), 3, "x"));
    clock.set(LocalDate.of(2026, 6, 11));
    closing.closeDue();
    Map<String, Object> terms = round(Person.MARA);
    terms.put("nominateBy", "2026-06-20");
    terms.put("opens", "2026-06-21");
    terms.put("closes", "2026-07-10");
    UUID second = launched(terms);
    String mara = subject(second, Person.MARA);
    peers.forEach(peer -> done(propose(Person.HENRIK, mara, peer)));
    done(act(Person.ELIF, second, "/opening"));
    Map<Person, UUID> again = slips(second);
    peers.subList(0, 3).forEach(peer -> answer(second, again.get(peer), 4, "y"));
    clock.set(LocalDate.of(2026, 7, 11));
    closing.closeDue();
    UUID subject =
        database
            .sql("select id from feedback_subject where round = ?")
            .param(second)
            .query((row, _) -> row.getObject("id", UUID.class))
            .single();
    var report = published.find(Person.MARA.viewer(), subject).orElseThrow();
    assertThat(report.published().scores()).allMatch(score -> score.isWithheld());
  }

  @Test
  void aStoppedRoundLeavesNothing() {
    UUID round = opened();
    answer(round, slips(round).get(Person.NOOR), 3, "x");
    long version = rounds.find(round).orElseThrow().version();
    assertThat(
            send(Person.ELIF, "DELETE", ROUNDS + "/" + round, "", "If-Match", "\"" + version + "\"")
                .statusCode())
        .isEqualTo(204);
    assertThat(look(round).get("state").asString()).isEqualTo("stopped");
    assertThat(slips(round)).isEmpty();
  }

  @Test
  void nobodySeesADraftButThoseWhoRunIt() {
    UUID round = defined(round(Person.MARA));
    assertThat(send(Person.MARA, "GET", ROUNDS + "/" + round, "").statusCode()).isEqualTo(404);
    done(act(Person.ELIF, round, "/launch"));
    JsonNode seen = done(send(Person.MARA, "GET", ROUNDS + "/" + round, ""));
    assertThat(seen.has("counts")).isFalse();
    assertThat(seen.get("promise").get(0).asString())
        .contains("closer than three neighbouring points");
    assertThat(send(Person.DEV, "GET", ROUNDS + "/" + round, "").statusCode()).isEqualTo(404);
  }

  @Test
  void aRoundOpensByItselfAndFillsPlacesWithThoseWhoWorkWithTheReviewee() {
    UUID round = launched(round(Person.JONAS));
    opening.openDue();
    assertThat(look(round).get("state").asString()).isEqualTo("nominating");
    clock.set(LocalDate.of(2026, 5, 21));
    opening.openDue();
    assertThat(look(round).get("state").asString()).isEqualTo("answering");
    assertThat(slips(round).keySet())
        .contains(Person.JONAS, Person.MARA, Person.DEV, Person.AIKO)
        .doesNotContain(Person.RUBEN);
  }

  @Test
  void whatARoundLeavesOutIsPartOfItsPromiseAndIsNotDone() {
    Map<String, Object> terms = round(Person.MARA);
    terms.put("without", List.of("hints", "assignment", "nonsense"));
    HttpResponse<String> refused = send(Person.ELIF, "POST", ROUNDS, terms);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("without");
    terms.put("without", List.of("hints", "assignment"));
    terms.put("reportsAfter", 2);
    UUID round = launched(terms);
    assertThat(look(round).get("without").valueStream().map(JsonNode::asString))
        .containsExactly("assignment", "hints");
    assertThat(look(round).get("reportsAfter").asInt()).isEqualTo(2);
    assertThat(
            Promise.text(
                round,
                rounds.find(round).orElseThrow().terms(),
                rounds.questions(round).orElseThrow()))
        .contains("\nwithout assignment hints\n", "\nreports open with a debrief or after 2 ");
    String mara = subject(round, Person.MARA);
    assertThat(done(send(Person.MARA, "GET", mara, "")).get("suggestions")).isEmpty();
    done(propose(Person.MARA, mara, Person.NOOR));
    done(propose(Person.HENRIK, mara, Person.PRISCILLA));
    done(act(Person.ELIF, round, "/opening"));
    assertThat(slips(round).keySet())
        .as("places for four peers, of which two were proposed")
        .containsExactlyInAnyOrder(
            Person.MARA,
            Person.HENRIK,
            Person.NOOR,
            Person.PRISCILLA,
            Person.JONAS,
            Person.DEV,
            Person.AIKO);
    assertThat(
            Objects.requireNonNull(
                    org.jsoup.Jsoup.parse(
                            visitors
                                .as(Person.NOOR)
                                .page("/feedback/give/" + invitation(round, Person.NOOR))
                                .body())
                        .selectFirst("[data-hints]"))
                .attr("data-hints"))
        .isEqualTo("off");
  }

  @Test
  void aRoundMayBeAboutThoseWhoLeadOnTheDayOfItsLaunchAndAskNobodyByName() {
    Map<String, Object> terms = round(Person.DEV);
    terms.put("units", List.of(unitOf(Person.MARA)));
    terms.put("reviewees", "managers");
    assertThat(send(Person.ELIF, "POST", ROUNDS, terms).statusCode()).isEqualTo(422);
    terms.put("reviewees", "leaders");
    terms.put("self", false);
    terms.put("manager", false);
    terms.put("reports", 0);
    terms.put("without", List.of("assignment"));
    UUID round = launched(terms);
    assertThat(
            done(send(Person.ELIF, "GET", ROUNDS + "/" + round + "/subjects", ""))
                .get("subjects")
                .valueStream()
                .map(each -> each.get("person").asString()))
        .as("Dev, who is named, and whoever leads in Mara's unit")
        .contains(Person.DEV.id().toString(), Person.MARA.id().toString())
        .doesNotContain(Person.JONAS.id().toString(), Person.AIKO.id().toString());
    String mara = subject(round, Person.MARA);
    assertThat(done(send(Person.HENRIK, "GET", mara, "")).get("raters"))
        .as("neither she nor her manager, nor reports where none are wanted")
        .isEmpty();
  }

  private UUID unitOf(Person person) {
    return database
        .sql("select unit from employment where person = ? and during @> ?")
        .params(person.id(), TestClock.TODAY)
        .query((row, _) -> row.getObject("unit", UUID.class))
        .single();
  }

  private UUID invitation(UUID round, Person person) {
    return database
        .sql(
            """
            select fr.id from feedback_rater fr join feedback_subject fs on fs.id = fr.subject
            where fs.round = ? and fr.person = ?
            """)
        .params(round, person.id())
        .query((row, _) -> row.getObject("id", UUID.class))
        .single();
  }

  @Test
  void whoWasProposedFromAnotherFunctionOrFromOutsideIsAsked() {
    Map<String, Object> terms = round(Person.MARA);
    terms.put("peers", 2);
    UUID round = launched(terms);
    String mara = subject(round, Person.MARA);
    done(
        send(
            Person.HENRIK,
            "POST",
            mara + "/raters",
            Map.of("person", Person.RUBEN.id(), "relationship", "crossfunctional")));
    done(
        send(
            Person.HENRIK,
            "POST",
            mara + "/raters",
            Map.of("name", "Ann", "email", "ann@customer.example", "relationship", "other")));
    HttpResponse<String> other =
        send(
            Person.HENRIK,
            "POST",
            mara + "/raters",
            Map.of("person", Person.YUKI.id(), "relationship", "other"));
    assertThat(other.body()).contains("feedback.no-places");
    done(act(Person.ELIF, round, "/opening"));
    List<String> asked =
        database
            .sql(
                """
                select fr.relationship from feedback_rater fr join feedback_subject fs on fs.id = fr.subject
                where fs.round = ? and fr.slip is not null and (fr.guest is not null or fr.person = ?)
                """)
            .params(round, Person.RUBEN.id())
            .query((row, _) -> row.getString("relationship"))
            .list();
    assertThat(asked).containsExactlyInAnyOrder("crossfunctional", "other");
  }

  @Test
  void aReviewerCannotTakeThePlacesOfPeersUnderAnotherName() {
    UUID round = launched(round(Person.MARA));
    String mara = subject(round, Person.MARA);
    done(propose(Person.MARA, mara, Person.NOOR));
    done(propose(Person.MARA, mara, Person.RUBEN));
    HttpResponse<String> third =
        send(
            Person.MARA,
            "POST",
            mara + "/raters",
            Map.of("person", Person.YUKI.id(), "relationship", "crossfunctional"));
    assertThat(third.body()).contains("half-is-yours");
  }

  @Test
  void aReviewerBringsFromOutsideNoMoreThanHalfOfTheOthersAndNobodyUnseen() {
    Map<String, Object> terms = round(Person.MARA);
    terms.put("others", 2);
    UUID round = launched(terms);
    String mara = subject(round, Person.MARA);
    HttpResponse<String> peer =
        send(
            Person.MARA,
            "POST",
            mara + "/raters",
            Map.of("name", "Sock", "email", "sock@mara.example", "relationship", "peer"));
    assertThat(peer.statusCode()).isEqualTo(422);
    assertThat(peer.body()).contains("feedback.guest-is-other");
    done(
        send(
            Person.MARA,
            "POST",
            mara + "/raters",
            Map.of("name", "Ann", "email", "ann@customer.example")));
    HttpResponse<String> second =
        send(
            Person.MARA,
            "POST",
            mara + "/raters",
            Map.of("name", "Ben", "email", "ben@customer.example"));
    assertThat(second.body()).contains("half-is-yours");
    done(
        send(
            Person.HENRIK,
            "POST",
            mara + "/raters",
            Map.of("name", "Cat", "email", "cat@customer.example")));
    assertThat(visitors.as(Person.ELIF).page("/feedback/rounds/" + round).body())
        .contains("One list is not settled.");
    done(act(Person.ELIF, round, "/opening"));
    assertThat(
            database
                .sql(
                    """
                    select g.name from feedback_rater fr join feedback_guest g on g.id = fr.guest
                    where g.round = ? and fr.slip is not null
                    """)
                .param(round)
                .query((row, _) -> row.getString("name"))
                .list())
        .as("nobody but the reviewee had agreed to Ann")
        .containsExactly("Cat");
    assertThat(
            visitors
                .as(Person.MARA)
                .page("/feedback/raters/" + mara.replaceFirst(".*/", ""))
                .body())
        .contains("Raters were chosen until the round opened.")
        .doesNotContain("Propose people who");
  }

  @Test
  void aRoundThatAsksNobodyIsRefusedAndOneAboutSomebodyWithoutColleaguesOpens() {
    Map<String, Object> none = round(Person.MARA);
    none.put("peers", 0);
    none.put("reports", 0);
    assertThat(send(Person.ELIF, "POST", ROUNDS, none).body()).contains("feedback.asks-nobody");
    Map<String, Object> peers = round(Person.YUKI);
    peers.put("reports", 0);
    UUID round = launched(peers);
    database.sql("delete from feedback_rater where relationship <> 'self'").update();
    database.sql("delete from membership").update();
    database
        .sql("update feedback_subject set manager = null where round = ?")
        .param(round)
        .update();
    done(act(Person.ELIF, round, "/opening"));
    assertThat(slips(round).keySet()).containsExactly(Person.YUKI);
  }
}
