package io.fairlead.app.measures;

import static io.fairlead.app.testing.Person.AIKO;
import static io.fairlead.app.testing.Person.DEV;
import static io.fairlead.app.testing.Person.HENRIK;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Mara has the design documents of Activation scored, each by two of Jonas, Dev and Aiko; today is
/// the thirteenth of May 2026.
@AppTest
class RubricsTest {
  private static final String ALL = "/api/v1/measures";

  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;
  @Autowired RubricTasks tasks;
  @Autowired io.fairlead.app.platform.web.Pages pages;

  private String measure = "";

  @BeforeEach
  void asNew() {
    company.reset();
    measure =
        ok(send(
                MARA,
                "POST",
                ALL,
                Map.of("name", "Quality of design documents", "source", "rubric")))
            .get("id")
            .asString();
    ok(send(MARA, "PUT", at("/rubric"), rubric("Problem")));
  }

  private HttpResponse<String> send(
      Person person, String method, String path, Object body, String... headers) {
    return api.as(person, "measures:read", "measures:write")
        .json(method, path, json.writeValueAsString(body), headers);
  }

  private HttpResponse<String> get(Person person, String path) {
    return api.as(person, "measures:read").json("GET", path, "");
  }

  private JsonNode ok(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return json.readTree(response.body());
  }

  private static void refused(HttpResponse<String> response, int status, String... codes) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    for (String code : codes) {
      assertThat(response.body()).contains(code);
    }
  }

  private String at(String below) {
    return ALL + "/" + measure + below;
  }

  private static Map<String, Object> rubric(String first) {
    return rubric(first, List.of("Not at all", "", "By an example", "", "By figures"));
  }

  private static Map<String, Object> rubric(String first, List<String> anchors) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (String name : List.of(first, "Alternatives", "Trade-offs", "Failure", "Readability")) {
      items.add(Map.of("name", name, "question", "How well is it said?", "anchors", anchors));
    }
    return new HashMap<>(
        Map.of(
            "items",
            items,
            "samples",
            3,
            "raters",
            2,
            "people",
            List.of(JONAS.id(), DEV.id(), AIKO.id())));
  }

  private String sample(String title, String day, Person... raters) {
    Map<String, Object> sample = new HashMap<>(Map.of("title", title, "day", day));
    if (raters.length > 0) {
      sample.put("raters", Arrays.stream(raters).map(Person::id).toList());
    }
    return ok(send(MARA, "POST", at("/samples"), Map.of("samples", List.of(sample))))
        .get("samples")
        .get(0)
        .asString();
  }

  private HttpResponse<String> score(
      Person rater, String sample, int version, @Nullable Integer... marks) {
    Map<String, Object> score = new HashMap<>();
    score.put("version", version);
    score.put("marks", Arrays.asList(marks));
    return send(rater, "POST", at("/samples/" + sample + "/scores"), score);
  }

  private void scored(Person rater, String sample, int all) {
    ok(score(rater, sample, 1, all, all, all, all, all));
  }

  private List<String> values() {
    List<String> values = new ArrayList<>();
    ok(get(MARA, at("/values")))
        .get("values")
        .forEach(
            each -> values.add(each.get("day").asString() + " " + each.get("value").asDouble()));
    return values;
  }

  @Test
  void aPeriodsValueIsTheMeanOverSamplesOfTheMeanOverRaters() {
    String one = sample("Cache", "2026-05-04", JONAS, DEV);
    String two = sample("Queue", "2026-05-12", JONAS, DEV);
    String before = sample("Search", "2026-04-30", AIKO);
    scored(JONAS, one, 4);
    assertThat(values()).as("not before all have scored who were asked").isEmpty();
    scored(DEV, one, 2);
    assertThat(values()).containsExactly("2026-05-01 3.0");
    scored(JONAS, two, 5);
    scored(DEV, two, 5);
    scored(AIKO, before, 2);
    assertThat(values()).containsExactly("2026-04-01 2.0", "2026-05-01 4.0");
    JsonNode agreement = ok(get(MARA, at("/agreement")));
    assertThat(agreement.get("from").asString()).isEqualTo("2026-05-01");
    assertThat(agreement.get("added").asInt()).isEqualTo(2);
    assertThat(agreement.get("complete").asInt()).isEqualTo(2);
    assertThat(agreement.get("raters").asInt()).isEqualTo(2);
    assertThat(agreement.get("period").get("value").asDouble()).isEqualTo(4);
    assertThat(agreement.get("period").get("icc").get("status").asString()).isEqualTo("too-few");
    assertThat(agreement.get("period").get("within").get("status").asString()).isEqualTo("too-few");
    assertThat(agreement.get("all").get("samples").asInt()).isEqualTo(3);
  }

  @Test
  void aCorrectionIsKeptBesideWhatStoodBefore() {
    String one = sample("Cache", "2026-05-04", JONAS);
    scored(JONAS, one, 4);
    scored(JONAS, one, 4);
    scored(JONAS, one, 3);
    assertThat(values()).containsExactly("2026-05-01 3.0");
    assertThat(
            database
                .sql("select correction || ': ' || marks[1] from rubric_score order by correction")
                .query((row, _) -> row.getString(1))
                .list())
        .containsExactly("0: 4", "1: 3");
    assertThat(
            database
                .sql("select correction || ': ' || value from measure_value order by correction")
                .query((row, _) -> row.getString(1))
                .list())
        .containsExactly("0: 4", "1: 3");
  }

  @Test
  void whatCannotBeJudgedIsLeftOutAndLessThanHalfDoesNotCount() {
    String one = sample("Cache", "2026-05-04", JONAS, DEV);
    ok(score(JONAS, one, 1, 4, null, 2, null, 3));
    JsonNode half = ok(score(DEV, one, 1, 1, 1, null, null, null));
    assertThat(half.get("counts").asBoolean()).isFalse();
    assertThat(values()).containsExactly("2026-05-01 3.0");
    JsonNode period = ok(get(MARA, at("/agreement"))).get("period");
    assertThat(period.get("scores").asInt()).isEqualTo(1);
    assertThat(period.get("left").asInt()).isEqualTo(1);
    refused(score(DEV, one, 1, 1, 2, 3), 422, "measures.marks-number");
    refused(score(DEV, one, 1, 0, 2, 3, 4, 6), 422, "marks[0]", "marks[4]");
  }

  @Test
  void withoutAScoreThatCountsThereIsNoValueInPlaceOfZero() {
    String one = sample("Cache", "2026-05-04", JONAS);
    ok(score(JONAS, one, 1, null, null, null, null, null));
    assertThat(values()).isEmpty();
    assertThat(ok(get(MARA, at("/agreement"))).get("period").has("value")).isFalse();
  }

  @Test
  void nobodyReadsWhatOthersMarkedBeforeTheyScoredThemselves() {
    String one = sample("Cache", "2026-05-04", JONAS, MARA);
    scored(JONAS, one, 4);
    String scores = at("/samples/" + one + "/scores");
    assertThat(ok(get(MARA, scores)).get("scores").size()).isZero();
    scored(MARA, one, 2);
    assertThat(ok(get(MARA, scores)).get("scores").size()).isEqualTo(2);
    JsonNode own = ok(get(JONAS, scores)).get("scores");
    assertThat(own.size()).isEqualTo(1);
    assertThat(own.get(0).get("rater").asString()).isEqualTo(JONAS.id().toString());
  }

  @Test
  void samplesAreThereForRatersAndOwnerOnly() {
    String one = sample("Cache", "2026-05-04", JONAS, DEV);
    for (Person stranger : List.of(RUBEN, HENRIK, AIKO)) {
      refused(get(stranger, at("/samples/" + one)), 404);
      refused(get(stranger, at("/samples/" + one + "/scores")), 404);
      refused(score(stranger, one, 1, 1, 1, 1, 1, 1), 404);
      assertThat(ok(get(stranger, at("/samples"))).get("samples").size()).isZero();
      assertThat(ok(get(stranger, at("/agreement"))).get("added").asInt()).isEqualTo(1);
    }
    assertThat(ok(get(JONAS, at("/samples"))).get("samples").size()).isEqualTo(1);
    refused(score(MARA, one, 1, 1, 1, 1, 1, 1), 403);
    for (Person other : List.of(JONAS, RUBEN)) {
      refused(
          send(other, "POST", at("/samples"), Map.of("samples", List.of(Map.of("title", "x")))),
          403);
      refused(send(other, "DELETE", at("/samples/" + one), ""), 403);
      refused(send(other, "PUT", at("/rubric"), rubric("Problem"), "If-Match", "1"), 403);
    }
    assertThat(
            database
                .sql("select count(*) from audit_entry where act = 'measure-sample.read-denied'")
                .query(Integer.class)
                .single())
        .isPositive();
  }

  @Test
  void ratersTakeTurnsAndNobodyScoresTheirOwnWork() {
    Map<String, Object> mine = Map.of("title", "Cache", "author", JONAS.id());
    List<Map<String, Object>> more = new ArrayList<>(List.of(mine));
    for (int i = 0; i < 5; i++) {
      more.add(Map.of("title", "Document " + i));
    }
    ok(send(MARA, "POST", at("/samples"), Map.of("samples", more)));
    Map<String, Integer> asked = new HashMap<>();
    ok(get(MARA, at("/samples")))
        .get("samples")
        .forEach(sample -> {
          assertThat(sample.get("raters").size()).isEqualTo(2);
          sample
              .get("raters")
              .forEach(rater -> {
                if (sample.has("author")) {
                  assertThat(rater.get("person").asString()).isNotEqualTo(JONAS.id().toString());
                }
                asked.merge(rater.get("person").asString(), 1, Integer::sum);
              });
        });
    assertThat(asked.values()).containsExactlyInAnyOrder(4, 4, 4);
    refused(
        send(
            MARA,
            "POST",
            at("/samples"),
            Map.of(
                "samples",
                List.of(Map.of("title", "x", "author", DEV.id(), "raters", List.of(DEV.id()))))),
        422,
        "measures.author-scores",
        "samples[0].raters");
  }

  @Test
  void aRubricIsRefusedWithEverythingThatIsWrong() {
    Map<String, Object> wrong = rubric("Alternatives");
    wrong.put("points", 4);
    wrong.put("samples", 0);
    wrong.put("people", List.of(new java.util.UUID(0, 9)));
    refused(
        send(MARA, "PUT", at("/rubric"), wrong, "If-Match", "1"),
        422,
        "measures.rubric-points",
        "measures.rubric-twice",
        "\"samples\"");
    Map<String, Object> few = rubric("Problem");
    few.put("items", List.of(Map.of("name", "One", "anchors", List.of("Low", "", "", "", "High"))));
    refused(
        send(MARA, "PUT", at("/rubric"), few, "If-Match", "1"),
        422,
        "measures.rubric-items",
        "items[0].question",
        "items[0].anchors[2]");
    refused(send(MARA, "PUT", at("/rubric"), rubric("Problem")), 409, "measures.rubric-changed");
    String entered = ok(send(MARA, "POST", ALL, Map.of("name", "Calls"))).get("id").asString();
    refused(
        send(MARA, "PUT", ALL + "/" + entered + "/rubric", rubric("Problem")),
        409,
        "measures.not-scored");
  }

  @Test
  void anotherWordingTakesEffectWhereNothingIsScoredYetAndIsDeclared() {
    String april = sample("Search", "2026-04-30", JONAS);
    String may = sample("Cache", "2026-05-04", JONAS);
    scored(JONAS, april, 2);
    ok(send(MARA, "PUT", at("/rubric"), rubric("The problem"), "If-Match", "1"));
    JsonNode versions = ok(get(MARA, at("/rubric"))).get("versions");
    assertThat(versions.size()).isEqualTo(2);
    assertThat(versions.get(1).get("from").asString()).isEqualTo("2026-05-01");
    refused(score(JONAS, may, 1, 3, 3, 3, 3, 3), 409, "measures.rubric-other");
    ok(score(JONAS, may, 2, 3, 3, 3, 3, 3));
    ok(score(JONAS, april, 1, 1, 1, 1, 1, 1));
    assertThat(values()).containsExactly("2026-04-01 1.0", "2026-05-01 3.0");
    JsonNode events = ok(get(MARA, at("/events"))).get("events");
    assertThat(events.size()).isEqualTo(1);
    assertThat(events.get(0).get("day").asString()).isEqualTo("2026-05-01");
    assertThat(events.get(0).get("rebases").asBoolean()).isTrue();
    assertThat(ok(get(MARA, at("/agreement"))).get("all").get("samples").asInt()).isEqualTo(1);
    ok(send(MARA, "PUT", at("/rubric"), rubric("Why"), "If-Match", "2"));
    assertThat(ok(get(MARA, at("/rubric"))).get("versions").get(2).get("from").asString())
        .as("May is scored, so June")
        .isEqualTo("2026-06-01");
    ok(send(MARA, "PUT", at("/rubric"), rubric("What for"), "If-Match", "3"));
    versions = ok(get(MARA, at("/rubric"))).get("versions");
    assertThat(versions.size()).as("nothing was scored by the third").isEqualTo(3);
    assertThat(versions.get(2).get("version").asInt()).isEqualTo(4);
    assertThat(ok(get(MARA, at("/events"))).get("events").size()).isEqualTo(2);
  }

  @Test
  void aPlanCanChangeWithoutChangingWhatIsMeasured() {
    scored(JONAS, sample("Cache", "2026-05-04", JONAS), 4);
    Map<String, Object> plan = rubric("Problem");
    plan.put("samples", 8);
    ok(send(MARA, "PUT", at("/rubric"), plan, "If-Match", "1"));
    JsonNode rubric = ok(get(MARA, at("/rubric")));
    assertThat(rubric.get("samples").asInt()).isEqualTo(8);
    assertThat(rubric.get("versions").size()).isEqualTo(1);
    assertThat(ok(get(MARA, at("/events"))).get("events").size()).isZero();
  }

  @Test
  void aClosedPeriodStaysAsItIsAndCountsThoseWhoScored() {
    String april = sample("Search", "2026-04-30", JONAS, DEV);
    scored(JONAS, april, 2);
    assertThat(values()).isEmpty();
    refused(
        send(MARA, "PUT", at("/rubric/closure"), Map.of("through", "2026-05-02")),
        422,
        "measures.rubric-not-over");
    JsonNode closed = ok(send(MARA, "PUT", at("/rubric/closure"), Map.of("through", "2026-04-02")));
    assertThat(closed.get("closedThrough").asString()).isEqualTo("2026-04-30");
    assertThat(values()).containsExactly("2026-04-01 2.0");
    refused(score(DEV, april, 1, 1, 1, 1, 1, 1), 409, "measures.rubric-closed");
    refused(send(MARA, "DELETE", at("/samples/" + april), ""), 409, "measures.rubric-closed");
    refused(
        send(
            MARA,
            "POST",
            at("/samples"),
            Map.of("samples", List.of(Map.of("title", "x", "day", "2026-04-03")))),
        422,
        "measures.rubric-closed");
    refused(send(JONAS, "PUT", at("/rubric/closure"), Map.of("through", "2026-04-02")), 403);
    Map<String, Object> open = new HashMap<>();
    open.put("through", null);
    ok(send(MARA, "PUT", at("/rubric/closure"), open));
    assertThat(values()).isEmpty();
    ok(score(DEV, april, 1, 4, 4, 4, 4, 4));
    assertThat(values()).containsExactly("2026-04-01 3.0");
  }

  @Test
  void whoWasAskedCanChangeUntilTheyScored() {
    String one = sample("Cache", "2026-05-04", JONAS, DEV);
    scored(JONAS, one, 4);
    String raters = at("/samples/" + one + "/raters");
    refused(
        send(MARA, "PUT", raters, Map.of("raters", List.of(AIKO.id()))),
        422,
        "measures.rater-scored");
    ok(send(MARA, "PUT", raters, Map.of("raters", List.of(JONAS.id()))));
    assertThat(values()).as("Dev is asked no more").containsExactly("2026-05-01 4.0");
    refused(score(DEV, one, 1, 1, 1, 1, 1, 1), 404);
    refused(send(MARA, "PUT", raters, Map.of("raters", List.of())), 422, "measures.no-raters");
  }

  @Test
  void aSampleTakenOutTakesItsValueWithItAndStaysInTheRecord() {
    String one = sample("Cache", "2026-05-04", JONAS);
    scored(JONAS, one, 4);
    HttpResponse<String> first =
        send(MARA, "DELETE", at("/samples/" + one), "", "Idempotency-Key", "k");
    assertThat(first.statusCode()).isEqualTo(204);
    assertThat(send(MARA, "DELETE", at("/samples/" + one), "", "Idempotency-Key", "k").statusCode())
        .isEqualTo(204);
    assertThat(values()).isEmpty();
    refused(get(JONAS, at("/samples/" + one)), 404);
    refused(score(JONAS, one, 1, 1, 1, 1, 1, 1), 404);
    assertThat(database.sql("select count(*) from rubric_score").query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  void twoWhoScoreAtOnceBothCount() throws Exception {
    String one = sample("Cache", "2026-05-04", JONAS, DEV, AIKO);
    try (var both = Executors.newFixedThreadPool(3)) {
      List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
      int mark = 1;
      for (Person rater : List.of(JONAS, DEV, AIKO)) {
        int all = mark++;
        calls.add(() -> score(rater, one, 1, all, all, all, all, all));
      }
      for (Future<HttpResponse<String>> each : both.invokeAll(calls)) {
        ok(each.get());
      }
    }
    assertThat(values()).containsExactly("2026-05-01 2.0");
    JsonNode within = ok(get(MARA, at("/agreement"))).get("period").get("within");
    assertThat(within.get("status").asString()).isEqualTo("ok");
    assertThat(within.get("mean").asDouble()).isBetween(0.5, 1.0);
  }

  @Test
  void aScoreSentTwiceIsOne() throws Exception {
    String one = sample("Cache", "2026-05-04", JONAS);
    Map<String, Object> score = Map.of("version", 1, "marks", List.of(4, 4, 4, 4, 4));
    try (var twice = Executors.newFixedThreadPool(2)) {
      Callable<HttpResponse<String>> call =
          () ->
              send(
                  JONAS,
                  "POST",
                  at("/samples/" + one + "/scores"),
                  score,
                  "Idempotency-Key",
                  "same");
      List<String> answers = new ArrayList<>();
      for (Future<HttpResponse<String>> each : twice.invokeAll(List.of(call, call))) {
        ok(each.get());
        answers.add(each.get().body());
      }
      assertThat(answers.getFirst()).isEqualTo(answers.getLast());
    }
    assertThat(database.sql("select count(*) from rubric_score").query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  void fiveSamplesOfTwoTellWhetherPeopleAgree() {
    for (int i = 0; i < 5; i++) {
      String one = sample("Document " + i, "2026-05-0" + (i + 1), JONAS, DEV);
      scored(JONAS, one, i + 1);
      scored(DEV, one, Math.min(5, i + 2));
    }
    JsonNode icc = ok(get(RUBEN, at("/agreement"))).get("period").get("icc");
    assertThat(icc.get("status").asString()).isEqualTo("ok");
    assertThat(icc.get("samples").asInt()).isEqualTo(5);
    double one = icc.get("one").get("value").asDouble();
    assertThat(one)
        .isBetween(icc.get("one").get("lower").asDouble(), icc.get("one").get("upper").asDouble())
        .isBetween(0.6, 1.0);
    assertThat(icc.get("mean").get("value").asDouble()).isGreaterThan(one);
  }

  @Test
  void aPartHasItsOwnValue() {
    ok(
        send(
            MARA,
            "POST",
            at("/samples"),
            Map.of(
                "samples",
                List.of(
                    Map.of(
                        "title",
                        "Cache",
                        "raters",
                        List.of(JONAS.id()),
                        "dimension",
                        "team",
                        "slice",
                        "Core"),
                    Map.of("title", "Queue", "raters", List.of(JONAS.id()))))));
    ok(get(MARA, at("/samples")))
        .get("samples")
        .forEach(each -> scored(JONAS, each.get("id").asString(), each.has("slice") ? 5 : 3));
    assertThat(values()).containsExactly("2026-05-01 4.0");
    JsonNode part = ok(get(MARA, at("/values?dimension=team&slice=Core"))).get("values");
    assertThat(part.get(0).get("value").asDouble()).isEqualTo(5);
  }

  @Test
  void anotherFrequencyMovesTheValuesToItsPeriods() {
    scored(JONAS, sample("Search", "2026-04-30", JONAS), 2);
    scored(JONAS, sample("Cache", "2026-05-04", JONAS), 4);
    assertThat(values()).hasSize(2);
    ok(
        send(
            MARA,
            "PUT",
            at(""),
            Map.of(
                "name",
                "Quality of design documents",
                "source",
                "rubric",
                "frequency",
                "quarterly"),
            "If-Match",
            "1"));
    assertThat(values()).containsExactly("2026-04-01 3.0");
  }

  @Test
  void wordingsAreNotMixedThoughPeriodsBecomeLonger() {
    scored(JONAS, sample("Search", "2026-04-30", JONAS), 5);
    Map<String, Object> shorter =
        rubric("Problem", List.of("Not at all", "By an example", "By figures"));
    shorter.put("points", 3);
    ok(send(MARA, "PUT", at("/rubric"), shorter, "If-Match", "1"));
    ok(score(JONAS, sample("Cache", "2026-05-04", JONAS), 2, 3, 3, 3, 3, 3));
    ok(
        send(
            MARA,
            "PUT",
            at(""),
            Map.of(
                "name", "Quality of design documents", "source", "rubric", "frequency", "yearly"),
            "If-Match",
            "1"));
    assertThat(values()).containsExactly("2026-01-01 3.0");
    assertThat(ok(get(MARA, at("/agreement"))).get("version").asInt()).isEqualTo(2);
  }

  @Test
  void ratersAreAskedOnHomeOnceForAllOfAMeasure() {
    sample("Cache", "2026-05-04", JONAS, DEV);
    String two = sample("Queue", "2026-05-05", JONAS);
    var waiting = tasks.own(JONAS.viewer(), pages.words());
    assertThat(waiting).hasSize(1);
    assertThat(waiting.getFirst().title())
        .isEqualTo("Score 2 samples of Quality of design documents");
    assertThat(waiting.getFirst().seconds()).isEqualTo(2 * 30 + 10 * 25);
    scored(JONAS, two, 4);
    assertThat(tasks.own(JONAS.viewer(), pages.words()).getFirst().title())
        .isEqualTo("Score a sample of Quality of design documents");
    assertThat(tasks.own(AIKO.viewer(), pages.words())).isEmpty();
  }

  @Test
  void periodsOfEveryFrequencyMeetWithoutAGap() {
    for (Frequency each : Frequency.values()) {
      LocalDate day = LocalDate.of(2023, 12, 28);
      for (int i = 0; i < 800; i++) {
        LocalDate today = day.plusDays(i);
        assertThat(today).isBetween(each.first(today), each.last(today));
        assertThat(each.first(each.last(today))).isEqualTo(each.first(today));
        assertThat(each.first(each.last(today).plusDays(1)))
            .isEqualTo(each.last(today).plusDays(1));
      }
    }
    assertThat(Frequency.WEEKLY.first(LocalDate.of(2026, 5, 15)))
        .isEqualTo(LocalDate.of(2026, 5, 11));
    assertThat(Frequency.QUARTERLY.last(LocalDate.of(2026, 5, 15)))
        .isEqualTo(LocalDate.of(2026, 6, 30));
  }
}
