package io.fairlead.app.measures;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Mara measures the support calls of Activation: what is defined, who sees it, what is entered and
/// corrected, and what it shows.
@AppTest
class MeasuresTest {
  private static final String ALL = "/api/v1/measures";

  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private HttpResponse<String> send(
      Person person, String method, String path, Object body, String... headers) {
    return api.as(person, "measures:read", "measures:write")
        .json(method, path, json.writeValueAsString(body), headers);
  }

  private JsonNode read(HttpResponse<String> response) {
    return json.readTree(response.body());
  }

  private JsonNode look(Person person, String path) {
    HttpResponse<String> response =
        api.as(person, "measures:read", "measures:write").json("GET", path, "");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return read(response);
  }

  private static Map<String, Object> calls() {
    Map<String, Object> calls = new HashMap<>();
    calls.put("name", "Support calls per new site");
    calls.put("unit", "calls");
    calls.put("direction", "lower");
    calls.put("frequency", "weekly");
    return calls;
  }

  private String defined(Map<String, Object> what) {
    HttpResponse<String> response = send(Person.MARA, "POST", ALL, what);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return read(response).get("id").asString();
  }

  /// Weekly values that end with the week of the test's day.
  private static List<Map<String, Object>> weekly(double... values) {
    return weekly(LocalDate.of(2026, 5, 11), values);
  }

  private static List<Map<String, Object>> weekly(LocalDate last, double... values) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      all.add(
          Map.of("day", last.minusWeeks(values.length - 1L - i).toString(), "value", values[i]));
    }
    return all;
  }

  private static double[] usual(double... after) {
    double[] usual = {
      2.1, 2.3, 1.9, 2.2, 2.0, 2.4, 2.2, 1.8, 2.1, 2.3, 2.0, 2.2, 2.1, 2.2, 1.9, 2.3, 2.0, 2.1, 2.4,
      2.0
    };
    double[] all = java.util.Arrays.copyOf(usual, usual.length + after.length);
    System.arraycopy(after, 0, all, usual.length, after.length);
    return all;
  }

  private JsonNode entered(String measure, Object values) {
    HttpResponse<String> response =
        send(Person.MARA, "POST", ALL + "/" + measure + "/values", Map.of("values", values));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return read(response);
  }

  @Test
  void aNameIsEnoughToBeginWith() {
    String id = defined(Map.of("name", "Würde the café's Ünits & more?"));
    JsonNode measure = look(Person.MARA, ALL + "/" + id);
    assertThat(measure.get("code").asString()).isEqualTo("wurde-the-cafe-s-units-more");
    assertThat(measure.get("owner").asString()).isEqualTo(Person.MARA.id().toString());
    assertThat(measure.get("series").get(0).get("status").asString()).isEqualTo("no-values");
    assertThat(defined(Map.of("name", "Würde the café's Ünits & more?"))).isNotEqualTo(id);
  }

  @Test
  void whatIsWrongIsSaidAllAtOnceAndNothingIsMade() {
    Map<String, Object> wrong = calls();
    wrong.put("name", " ");
    wrong.put("direction", "sideways");
    wrong.put("warning", 3);
    wrong.put("visibility", "unit");
    wrong.put("decimals", 12);
    wrong.put("source", "computed");
    HttpResponse<String> response = send(Person.MARA, "POST", ALL, wrong);
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body())
        .contains("\"name\"", "\"direction\"", "\"visibility\"", "\"decimals\"", "\"formula\"");
    assertThat(look(Person.MARA, ALL).get("measures").size()).isZero();
  }

  @Test
  void theSameRequestTakesEffectOnce() {
    HttpResponse<String> one = send(Person.MARA, "POST", ALL, calls(), "Idempotency-Key", "a");
    HttpResponse<String> two = send(Person.MARA, "POST", ALL, calls(), "Idempotency-Key", "a");
    assertThat(read(two).get("id")).isEqualTo(read(one).get("id"));
    assertThat(look(Person.MARA, ALL).get("measures").size()).isEqualTo(1);
  }

  @Test
  void twoAtOnceWithOneNameGetTwoCodes() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<HttpResponse<String>> define = () -> send(Person.MARA, "POST", ALL, calls());
      for (Future<HttpResponse<String>> each :
          threads.invokeAll(List.of(define, define, define, define))) {
        assertThat(each.get().statusCode()).as(each.get().body()).isEqualTo(201);
      }
    }
    assertThat(database.sql("select code from measure order by code").query(String.class).list())
        .containsExactly(
            "support-calls-per-new-site",
            "support-calls-per-new-site-2",
            "support-calls-per-new-site-3",
            "support-calls-per-new-site-4");
  }

  @Test
  void aStaleFormLosesNothingAndChangesNothing() {
    String id = defined(calls());
    Map<String, Object> changed = calls();
    changed.put("unit", "calls a site");
    assertThat(send(Person.MARA, "PUT", ALL + "/" + id, changed, "If-Match", "\"1\"").statusCode())
        .isEqualTo(200);
    changed.put("unit", "calls a week");
    HttpResponse<String> stale =
        send(Person.MARA, "PUT", ALL + "/" + id, changed, "If-Match", "\"1\"");
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(look(Person.MARA, ALL + "/" + id).get("unit").asString()).isEqualTo("calls a site");
  }

  @Test
  void othersSeeAMeasureOfAUnitOnlyWhereTheyWorkOrLead() {
    Map<String, Object> ofUnit = calls();
    ofUnit.put("visibility", "unit");
    ofUnit.put("ofUnit", Company.unit("Activation").toString());
    String id = defined(ofUnit);
    String path = ALL + "/" + id;
    for (Person person : List.of(Person.MARA, Person.JONAS, Person.HENRIK, Person.INES)) {
      assertThat(status(person, path)).as(person.name()).isEqualTo(200);
    }
    for (Person person : List.of(Person.PRISCILLA, Person.ELIF, Person.LIAM)) {
      assertThat(status(person, path)).as(person.name()).isEqualTo(404);
      assertThat(look(person, ALL).get("measures").size()).isZero();
    }
    assertThat(send(Person.JONAS, "PUT", path, calls(), "If-Match", "\"1\"").statusCode())
        .isEqualTo(403);
    assertThat(
            send(Person.JONAS, "POST", path + "/values", Map.of("values", weekly(1.0)))
                .statusCode())
        .isEqualTo(403);
  }

  private int status(Person person, String path) {
    return api.as(person, "measures:read").json("GET", path, "").statusCode();
  }

  @Test
  void figuresOfOnePersonAreSeenByThemTheirLineAndWhoKeepsThem() {
    String id = defined(calls());
    Map<String, Object> one = new HashMap<>(weekly(4.0).getFirst());
    one.put("dimension", "person");
    one.put("person", Person.JONAS.id().toString());
    entered(id, List.of(one));
    entered(id, weekly(2.0));
    String path = ALL + "/" + id;
    assertThat(look(Person.JONAS, path).get("series").size()).isEqualTo(2);
    assertThat(look(Person.HENRIK, path).get("series").size()).isEqualTo(2);
    assertThat(look(Person.DEV, path).get("series").size()).isEqualTo(1);
    assertThat(
            look(Person.DEV, path + "/values?dimension=person&person=" + Person.JONAS.id())
                .get("values")
                .size())
        .isZero();
    assertThat(visitors.as(Person.DEV).page("/measures/" + id).body()).doesNotContain("Jonas");
    assertThat(visitors.as(Person.HENRIK).page("/measures/" + id).body()).contains("Jonas Beck");
  }

  @Test
  void aSecondSendingChangesNothingAndACorrectionKeepsWhatStood() {
    String id = defined(calls());
    assertThat(entered(id, weekly(2.0, 2.5)).get("added").asInt()).isEqualTo(2);
    assertThat(entered(id, weekly(2.0, 2.5)).get("unchanged").asInt()).isEqualTo(2);
    JsonNode corrected = entered(id, weekly(2.0, 2.7));
    assertThat(corrected.get("corrected").asInt()).isEqualTo(1);
    assertThat(
            look(Person.MARA, ALL + "/" + id + "/values")
                .get("values")
                .get(1)
                .get("value")
                .asDouble())
        .isEqualTo(2.7);
    assertThat(
            database
                .sql("select value from measure_value order by day, correction")
                .query(Double.class)
                .list())
        .containsExactly(2.0, 2.5, 2.7);
    assertThat(visitors.as(Person.MARA).page("/measures/" + id).body())
        .contains("<s>2.5 calls</s>");
  }

  @Test
  void whatIsTakenBackIsGoneFromTheChartAndKeptInTheRecord() {
    String id = defined(calls());
    entered(id, weekly(2.0, 2.5));
    Map<String, Object> back = new HashMap<>();
    back.put("day", "2026-05-11");
    back.put("value", null);
    assertThat(entered(id, List.of(back)).get("corrected").asInt()).isEqualTo(1);
    assertThat(look(Person.MARA, ALL + "/" + id + "/values").get("values").size()).isEqualTo(1);
    assertThat(database.sql("select count(*) from measure_value").query(Integer.class).single())
        .isEqualTo(3);
  }

  @Test
  void valuesThatCannotBeAreRefusedWithTheirRows() {
    String id = defined(calls());
    List<String> bodies =
        List.of(
            "{\"values\": [{\"day\": \"2026-05-11\", \"value\": 1e308}]}",
            "{\"values\": [{\"day\": \"2026-13-11\", \"value\": 1}]}",
            "{\"values\": [{\"day\": \"1066-10-14\", \"value\": 1}]}",
            "{\"values\": [{\"day\": \"2031-10-14\", \"value\": 1}]}",
            "{\"values\": [{\"value\": 1}]}",
            "{\"values\": [{\"day\": \"2026-05-11\", \"value\": 1, \"slice\": \"North\"}]}",
            "{\"values\": [{\"day\": \"2026-05-11\", \"value\": 1}, {\"day\": \"2026-05-11\", \"value\": 2}]}",
            "{\"values\": []}",
            "{}");
    for (String body : bodies) {
      HttpResponse<String> response =
          api.as(Person.MARA, "measures:read", "measures:write")
              .json("POST", ALL + "/" + id + "/values", body);
      assertThat(response.statusCode()).as(body + response.body()).isEqualTo(422);
    }
    for (String body :
        List.of(
            "{\"values\": [{\"day\": \"2026-05-11\", \"value\": NaN}]}",
            "{\"values\": [{\"day\": \"2026-05-11\", \"value\": \"many\"}]}")) {
      assertThat(
              api.as(Person.MARA, "measures:read", "measures:write")
                  .json("POST", ALL + "/" + id + "/values", body)
                  .statusCode())
          .as(body)
          .isEqualTo(422);
    }
    assertThat(database.sql("select count(*) from measure_value").query(Integer.class).single())
        .isZero();
  }

  @Test
  void anInstantCountsForTheOrganisationsDay() {
    String id = defined(calls());
    entered(id, List.of(Map.of("day", "2026-05-10T23:30:00-05:00", "value", 2)));
    assertThat(
            look(Person.MARA, ALL + "/" + id + "/values")
                .get("values")
                .get(0)
                .get("day")
                .asString())
        .isEqualTo("2026-05-11");
  }

  @Test
  void withFewerThanTwelveValuesThereIsNoUsualRange() {
    String id = defined(calls());
    entered(id, weekly(2.1, 2.3, 1.9, 2.2, 2.0, 2.4, 2.2, 1.8, 2.1, 2.3, 9.0));
    JsonNode series = look(Person.MARA, ALL + "/" + id).get("series").get(0);
    assertThat(series.get("status").asString()).isEqualTo("too-few");
    assertThat(series.has("centre")).isFalse();
    assertThat(visitors.as(Person.MARA).page("/measures/" + id).body())
        .contains("11 values: a usual range needs 12.");
  }

  @Test
  void aValueOutsideItsRangeAsksTheOwnerUntilSomebodySaysWhatItWas() {
    String id = defined(calls());
    entered(id, weekly(usual(3.4)));
    Visitor mara = visitors.as(Person.MARA);
    assertThat(mara.page("/").body()).contains("Look at Support calls per new site");
    assertThat(visitors.as(Person.JONAS).page("/").body()).doesNotContain("Look at Support");
    JsonNode alert = look(Person.MARA, ALL + "/" + id + "/alerts").get("alerts").get(0);
    assertThat(alert.get("rule").asString()).isEqualTo("beyond-limit");
    assertThat(alert.get("worse").asBoolean()).isTrue();
    String answer = "/measures/" + id + "/alerts/" + alert.get("id").asString() + "/answer";
    assertThat(mara.post(answer, "answer", " ").statusCode()).isEqualTo(422);
    assertThat(visitors.as(Person.JONAS).post(answer, "answer", "Mine").statusCode())
        .isEqualTo(403);
    assertThat(mara.post(answer, "answer", "The pairing screen asked too early").statusCode())
        .isEqualTo(302);
    assertThat(mara.post(answer, "answer", "Once more").statusCode()).isEqualTo(409);
    assertThat(mara.page("/").body()).doesNotContain("Look at Support calls");
    assertThat(mara.page("/measures/" + id).body())
        .contains("The pairing screen asked too early", "rose above its usual range");
  }

  private List<String> told(Person person) {
    return database
        .sql("select key || ' ' || parameters from notice where recipient = ? order by id")
        .param(person.id())
        .query((row, _) -> row.getString(1))
        .list();
  }

  private void answered(String id) {
    Visitor mara = visitors.as(Person.MARA);
    mara.page("/");
    for (JsonNode alert : look(Person.MARA, ALL + "/" + id + "/alerts").get("alerts")) {
      if (!alert.has("answer")) {
        String path = "/measures/" + id + "/alerts/" + alert.get("id").asString() + "/answer";
        assertThat(mara.post(path, "answer", "Known").statusCode()).isEqualTo(302);
      }
    }
  }

  @Test
  void itsOwnerIsToldOnceAnOccasionThatItLeftItsRange() {
    String id = defined(calls());
    LocalDate last = LocalDate.of(2026, 5, 4);
    entered(id, weekly(last, usual(2.2)));
    assertThat(told(Person.MARA)).isEmpty();
    entered(id, weekly(last, 3.4));
    entered(id, weekly(last, 3.5));
    assertThat(told(Person.MARA))
        .containsExactly("measures.told.worse [\"Support calls per new site\"]");
    Visitor mara = visitors.as(Person.MARA);
    assertThat(mara.page("/inbox").body())
        .contains("Support calls per new site left its usual range, for the worse.");
    assertThat(mara.page("/account/messages").body()).contains("channel.measure-alert");
    assertThat(told(Person.JONAS)).isEmpty();
    answered(id);
    entered(id, weekly(last.plusWeeks(1), 3.6));
    assertThat(told(Person.MARA)).as("it is the same occasion").hasSize(1);
    entered(id, weekly(last.plusWeeks(2), 0.3));
    assertThat(told(Person.MARA).getLast()).startsWith("measures.told.better");
    assertThat(told(Person.MARA)).hasSize(2);
  }

  @Test
  void beyondItsAlarmIsToldAsOneMessageAndAskedOnceUntilItWasLeft() {
    Map<String, Object> alarming = calls();
    alarming.put("alarm", 3);
    alarming.put("visibility", "named");
    String id = defined(alarming);
    LocalDate last = LocalDate.of(2026, 4, 27);
    entered(id, weekly(last, usual(3.4)));
    assertThat(told(Person.MARA)).containsExactly("measures.told.threshold.unnamed []");
    answered(id);
    entered(id, weekly(last.plusWeeks(1), 3.5));
    assertThat(look(Person.MARA, ALL + "/" + id + "/alerts").get("alerts"))
        .allMatch(alert -> alert.has("answer"));
    assertThat(told(Person.MARA)).hasSize(1);
    entered(id, weekly(last.plusWeeks(3), 2.1, 3.6));
    assertThat(told(Person.MARA))
        .containsExactly(
            "measures.told.threshold.unnamed []", "measures.told.threshold.unnamed []");
  }

  @Test
  void whoWantsNoMessagesOfMeasuresGetsNoneAndMailLeavesOnlyWhereItMay() {
    database
        .sql("insert into message_preference (person, kind, channel) values (?, ?, 'none')")
        .params(Person.MARA.id(), AlertNews.ALERT)
        .update();
    entered(defined(calls()), weekly(usual(3.4)));
    assertThat(told(Person.MARA)).isEmpty();
    database.sql("delete from message_preference").update();
    entered(defined(calls()), weekly(usual(3.4)));
    assertThat(told(Person.MARA)).hasSize(1);
    assertThat(
            database
                .sql("select count(*) from notice where mail_due is not null or not in_inbox")
                .query(Integer.class)
                .single())
        .as("nobody named an audience")
        .isZero();
  }

  @Test
  void theOwnerIsToldOnceOfWhatHappenedOnADay() {
    String id = defined(calls());
    entered(id, weekly(usual(3.4)));
    String told = "Support calls per new site left its usual range, for the worse.";
    assertThat(visitors.as(Person.MARA).page("/inbox").body()).containsOnlyOnce(told);
    assertThat(visitors.as(Person.JONAS).page("/inbox").body()).doesNotContain(told);
    entered(id, weekly(usual(2.2)));
    entered(id, weekly(usual(3.5)));
    assertThat(visitors.as(Person.MARA).page("/inbox").body()).containsOnlyOnce(told);
    entered(id, weekly(usual(2.1)));
    entered(id, weekly(usual(1.1)));
    assertThat(visitors.as(Person.MARA).page("/inbox").body())
        .contains("Support calls per new site left its usual range, for the better.");
  }

  @Test
  void aCorrectedValueTakesItsQuestionWithIt() {
    String id = defined(calls());
    entered(id, weekly(usual(3.4)));
    entered(id, weekly(usual(2.2)));
    assertThat(look(Person.MARA, ALL + "/" + id + "/alerts").get("alerts").size()).isZero();
    assertThat(listed("?alerting=true")).isEmpty();
  }

  private List<String> listed(String query) {
    List<String> names = new ArrayList<>();
    look(Person.MARA, ALL + query)
        .get("measures")
        .forEach(each -> names.add(each.get("name").asString()));
    return names;
  }

  @Test
  void whatAsksIsListedFirstUntilItIsAnswered() {
    defined(Map.of("name", "Arrivals"));
    String id = defined(calls());
    defined(Map.of("name", "Zones"));
    assertThat(listed("")).containsExactly("Arrivals", "Support calls per new site", "Zones");
    entered(id, weekly(usual(3.4)));
    assertThat(listed("")).containsExactly("Support calls per new site", "Arrivals", "Zones");
    assertThat(listed("?limit=1")).containsExactly("Support calls per new site");
    assertThat(listed("?alerting=true")).containsExactly("Support calls per new site");
    JsonNode alert = look(Person.MARA, ALL + "/" + id + "/alerts").get("alerts").get(0);
    String answer = ALL + "/" + id + "/alerts/" + alert.get("id").asString() + "/answer";
    assertThat(send(Person.MARA, "POST", answer, Map.of("answer", "Known")).statusCode())
        .isEqualTo(200);
    assertThat(listed("")).containsExactly("Arrivals", "Support calls per new site", "Zones");
    assertThat(listed("?alerting=true")).isEmpty();
  }

  @Test
  void oldSignalsOfAnImportAskNobody() {
    String id = defined(calls());
    List<Map<String, Object>> old = weekly(LocalDate.of(2025, 5, 12), usual(3.4));
    entered(id, old);
    assertThat(look(Person.MARA, ALL + "/" + id + "/alerts").get("alerts").size()).isZero();
    assertThat(look(Person.MARA, ALL + "/" + id + "/behaviour").get("signals").size()).isPositive();
  }

  @Test
  void theRangeIsFoundAnewOnlyFromADeclaredChange() {
    String id = defined(calls());
    double[] lower = new double[15];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = 1.0 + (i % 3) / 10.0;
    }
    entered(id, weekly(usual(lower)));
    JsonNode before = look(Person.MARA, ALL + "/" + id + "/behaviour");
    assertThat(before.get("stretches").size()).isEqualTo(1);
    assertThat(before.get("signals").size()).isPositive();
    String day = LocalDate.of(2026, 5, 11).minusWeeks(14).toString();
    Map<String, Object> change = Map.of("day", day, "words", "New pairing screen", "rebases", true);
    assertThat(send(Person.JONAS, "POST", ALL + "/" + id + "/events", change).statusCode())
        .isEqualTo(403);
    HttpResponse<String> said = send(Person.MARA, "POST", ALL + "/" + id + "/events", change);
    assertThat(said.statusCode()).as(said.body()).isEqualTo(201);
    JsonNode after = look(Person.MARA, ALL + "/" + id + "/behaviour");
    assertThat(after.get("stretches").size()).isEqualTo(2);
    assertThat(after.get("signals").size()).isZero();
    String event = read(said).get("events").get(0).get("id").asString();
    assertThat(send(Person.MARA, "DELETE", ALL + "/" + id + "/events/" + event, "").statusCode())
        .isEqualTo(204);
    assertThat(look(Person.MARA, ALL + "/" + id + "/behaviour")).isEqualTo(before);
  }

  @Test
  void anAlarmIsLeftOnlyWithSomeDistance() {
    Map<String, Object> alarming = calls();
    alarming.put("alarm", 3);
    String id = defined(alarming);
    entered(id, weekly(2.0, 3.1, 2.99));
    assertThat(zone(id)).isEqualTo("alarm");
    entered(id, weekly(2.0, 3.1, 2.9));
    assertThat(zone(id)).isEqualTo("good");
  }

  /// What moved for the better is no alarm, asks once, and can be declared with the day it began.
  @Test
  void whatStaysOutsideForTheBetterAsksOnceAndOffersTheDayItBegan() {
    Map<String, Object> better = calls();
    better.put("direction", "higher");
    String id = defined(better);
    double[] values = new double[30];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i < 21 ? 10 : 20) + (i * 7 % 5) / 10.0;
    }
    entered(id, weekly(values));
    Visitor mara = visitors.as(Person.MARA);
    String list = mara.page("/measures").body();
    assertThat(list)
        .contains("<circle class=\"small-signal on\"")
        .doesNotContain("small-signal off");
    String home = mara.page("/").body();
    assertThat(home.split("It left its usual range for the better", -1)).hasSize(2);
    String page = mara.page("/measures/" + id).body();
    assertThat(page).contains("Every value since").contains("Declare the change");
    Matcher link = Pattern.compile("\\?since=(\\d{4}-\\d{2}-\\d{2})").matcher(page);
    assertThat(link.find()).isTrue();
    assertThat(mara.page("/measures/" + id + "?since=" + link.group(1)).body())
        .contains("value=\"" + link.group(1) + "\"");
    assertThat(mara.page("/measures/" + id + "?since=x").statusCode()).isEqualTo(200);
    send(
        Person.MARA,
        "POST",
        ALL + "/" + id + "/events",
        Map.of("day", link.group(1), "words", "A second desk opened", "rebases", true));
    assertThat(mara.page("/measures/" + id).body()).doesNotContain("Every value since");
  }

  private String zone(String id) {
    return look(Person.MARA, ALL + "/" + id).get("series").get(0).get("zone").asString();
  }

  @Test
  void aRetiredMeasureIsReadAndNothingIsEntered() {
    String id = defined(calls());
    entered(id, weekly(2.0));
    assertThat(
            send(
                    Person.MARA,
                    "PUT",
                    ALL + "/" + id + "/retirement",
                    Map.of("retired", true),
                    "If-Match",
                    "1")
                .statusCode())
        .isEqualTo(200);
    assertThat(
            send(Person.MARA, "POST", ALL + "/" + id + "/values", Map.of("values", weekly(3.0)))
                .statusCode())
        .isEqualTo(409);
    assertThat(look(Person.MARA, ALL).get("measures").size()).isZero();
    assertThat(look(Person.MARA, ALL + "?retired=true").get("measures").size()).isEqualTo(1);
  }

  @Test
  void theFormTakesFiguresAsPeopleWriteThem() {
    Visitor mara = visitors.as(Person.MARA);
    mara.page("/measures/new");
    HttpResponse<String> made =
        mara.post(
            "/measures",
            "name",
            "Revenue",
            "unit",
            "€",
            "direction",
            "higher",
            "target",
            "1.200.000,50",
            "owner",
            "Jonas Beck",
            "enters",
            "Dev Patel\nAiko Mori",
            "visibility",
            "public");
    assertThat(made.statusCode()).isEqualTo(302);
    JsonNode measure = look(Person.MARA, ALL + "?q=revenue").get("measures").get(0);
    assertThat(measure.get("target").asDouble()).isEqualTo(1_200_000.5);
    assertThat(measure.get("owner").asString()).isEqualTo(Person.JONAS.id().toString());
    assertThat(measure.get("enters").size()).isEqualTo(2);
    HttpResponse<String> wrong =
        mara.post(
            "/measures",
            "name",
            "Margin",
            "direction",
            "higher",
            "target",
            "a lot",
            "owner",
            "Nobody Here");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("value=\"Margin\"", "a lot", "Nobody here is called");
    String id = measure.get("id").asString();
    Visitor dev = visitors.as(Person.DEV);
    dev.page("/measures/" + id);
    assertThat(
            dev.post("/measures/" + id + "/values", "day", "2026-05-11", "value", "1,5")
                .statusCode())
        .isEqualTo(302);
    assertThat(dev.post("/measures/" + id + "/values", "day", "2026-05-11", "value", "one").body())
        .contains("Write a figure");
  }

  @Test
  void aMeasureThatIsNotThereAndOneThatIsNotMineLookAlike() {
    Map<String, Object> named = calls();
    named.put("visibility", "named");
    String id = defined(named);
    HttpResponse<String> hidden =
        api.as(Person.DEV, "measures:read").json("GET", ALL + "/" + id, "");
    HttpResponse<String> missing =
        api.as(Person.DEV, "measures:read").json("GET", ALL + "/" + UUID.randomUUID(), "");
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(read(hidden).get("title")).isEqualTo(read(missing).get("title"));
  }

  @Test
  void tenThousandValuesAreEnteredInOneRequest() {
    Map<String, Object> daily = calls();
    daily.put("frequency", "daily");
    String id = defined(daily);
    List<Map<String, Object>> values = new ArrayList<>();
    for (int i = 0; i < MeasureValues.MOST; i++) {
      values.add(Map.of("day", LocalDate.of(2026, 5, 11).minusDays(i).toString(), "value", i % 97));
    }
    assertThat(entered(id, values).get("added").asInt()).isEqualTo(MeasureValues.MOST);
    values.add(Map.of("day", "2026-05-12", "value", 1));
    assertThat(
            send(Person.MARA, "POST", ALL + "/" + id + "/values", Map.of("values", values))
                .statusCode())
        .isEqualTo(422);
    JsonNode series = look(Person.MARA, ALL + "/" + id).get("series").get(0);
    assertThat(series.get("count").asInt()).isEqualTo(MeasureValues.MOST);
    assertThat(visitors.as(Person.MARA).page("/measures/" + id).statusCode()).isEqualTo(200);
  }

  private Map<String, Object> computed(String name, String formula) {
    Map<String, Object> what = new HashMap<>(Map.of("name", name, "source", "computed"));
    what.put("formula", formula);
    return what;
  }

  private List<Double> values(String id) {
    List<Double> values = new ArrayList<>();
    look(Person.MARA, ALL + "/" + id + "/values")
        .get("values")
        .forEach(each -> values.add(each.get("value").asDouble()));
    return values;
  }

  @Test
  void aComputedMeasureFollowsWhatItComesFrom() {
    String won = defined(Map.of("name", "Won"));
    String lost = defined(Map.of("name", "Lost deals"));
    entered(won, weekly(3, 4, 0));
    entered(lost, weekly(1, 4, 0));
    String share = defined(computed("Win share", "won / (won + {lost-deals}) * 100"));
    String twice = defined(computed("Twice the share", "{win-share} * 2"));
    assertThat(values(share)).containsExactly(75.0, 50.0);
    assertThat(values(twice)).containsExactly(150.0, 100.0);
    entered(lost, weekly(1, 12, 1));
    assertThat(values(share)).containsExactly(75.0, 25.0, 0.0);
    assertThat(values(twice)).containsExactly(150.0, 50.0, 0.0);
    assertThat(
            send(Person.MARA, "POST", ALL + "/" + share + "/values", Map.of("values", weekly(1)))
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void whatCannotBeComputedIsRefusedWithThePlaceOrThePath() {
    defined(Map.of("name", "Won"));
    String half = defined(computed("Half", "won / 2"));
    defined(computed("Quarter", "half / 2"));
    Map<String, Object> circle = computed("Half", "quarter * 2");
    HttpResponse<String> refused =
        send(Person.MARA, "PUT", ALL + "/" + half, circle, "If-Match", "1");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("half → quarter → half");
    for (String hostile :
        List.of(
            "won +",
            "unknown * 2",
            "won; drop table measure",
            "T(java.lang.Runtime).getRuntime().exec(won)",
            "${won}",
            "(".repeat(900) + "won")) {
      assertThat(send(Person.MARA, "POST", ALL, computed("Hostile", hostile)).statusCode())
          .as(hostile)
          .isEqualTo(422);
    }
  }

  @Test
  void whatOthersMayNotSeeIsNotShownThroughAFormula() {
    Map<String, Object> hidden = calls();
    hidden.put("name", "Hidden");
    hidden.put("visibility", "named");
    hidden.put("readers", List.of(Person.JONAS.id()));
    defined(hidden);
    assertThat(send(Person.DEV, "POST", ALL, computed("Leak", "hidden * 1")).statusCode())
        .isEqualTo(422);
    HttpResponse<String> reader = send(Person.JONAS, "POST", ALL, computed("Leak", "hidden * 1"));
    assertThat(reader.statusCode()).isEqualTo(422);
    assertThat(reader.body()).contains("is not seen by everyone");
    assertThat(send(Person.MARA, "POST", ALL, computed("Mine", "hidden * 1")).statusCode())
        .isEqualTo(201);
  }
}
