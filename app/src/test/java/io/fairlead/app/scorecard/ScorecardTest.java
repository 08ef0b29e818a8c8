package io.fairlead.app.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.app.platform.Role;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Mara makes a scorecard for Activation: what it scores, who sees and changes it, and what is
/// refused.
@AppTest
class ScorecardTest {
  private static final String ALL = "/api/v1/scorecards";
  private static final String[] SCOPES = {
    "scorecards:read", "scorecards:write", "measures:read", "measures:write"
  };

  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired Goals goals;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private HttpResponse<String> send(
      Person person, String method, String path, Object body, String... headers) {
    return api.as(person, SCOPES).json(method, path, json.writeValueAsString(body), headers);
  }

  private JsonNode read(HttpResponse<String> response) {
    return json.readTree(response.body());
  }

  private JsonNode look(Person person, String path) {
    HttpResponse<String> response = api.as(person, SCOPES).json("GET", path, "");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return read(response);
  }

  private void measure(String code, String direction, String visibility, double... monthly) {
    HttpResponse<String> made =
        send(
            Person.MARA,
            "POST",
            "/api/v1/measures",
            Map.of(
                "code",
                code,
                "name",
                "The " + code,
                "direction",
                direction,
                "frequency",
                "monthly",
                "visibility",
                visibility,
                "tense",
                "leading"));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    List<Map<String, Object>> values = new ArrayList<>();
    for (int i = 0; i < monthly.length; i++) {
      values.add(Map.of("day", "2026-0" + (5 - monthly.length + i) + "-28", "value", monthly[i]));
    }
    HttpResponse<String> entered =
        send(
            Person.MARA,
            "POST",
            "/api/v1/measures/" + read(made).get("id").asString() + "/values",
            Map.of("values", values));
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
  }

  private static Map<String, Object> weighed(String code, double floor, double target) {
    return new HashMap<>(Map.of("measure", code, "floor", floor, "target", target));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static Map<String, Object> objective(String title, Map<String, Object>... measures) {
    return new HashMap<>(Map.of("title", title, "measures", List.of(measures)));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static Map<String, Object> perspective(
      String name, double weight, Map<String, Object>... objectives) {
    return Map.of("name", name, "weight", weight, "objectives", List.of(objectives));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static Map<String, Object> card(String title, Map<String, Object>... perspectives) {
    Map<String, Object> card = new HashMap<>();
    card.put("title", title);
    card.put("perspectives", List.of(perspectives));
    return card;
  }

  private JsonNode made(Person person, Map<String, Object> card) {
    HttpResponse<String> response = send(person, "POST", ALL, card);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return read(response);
  }

  private static double score(JsonNode part) {
    return part.get("score").get("score").asDouble();
  }

  /// Orders climb to 41 of 20 to 50, errors fall to 4.5 of 8 to 3.
  private Map<String, Object> twoSided() {
    measure("orders", "higher", "public", 20, 30, 41);
    measure("errors", "lower", "named", 8, 4.5);
    return card(
        "Activation this year",
        perspective("Customers", 0.5, objective("Grow", weighed("orders", 20, 50))),
        perspective("Processes", 0.5, objective("Fewer mistakes", weighed("errors", 8, 3))));
  }

  @Test
  void aCardScoresWhatItsMeasuresHad() {
    JsonNode card = made(Person.MARA, twoSided());
    assertThat(score(card)).isCloseTo(0.7, within(1e-9));
    assertThat(card.get("score").get("coverage").asDouble()).isEqualTo(1);
    JsonNode report = card.get("report");
    assertThat(report.get("measures").asInt()).isEqualTo(2);
    assertThat(report.get("leading").asInt()).isEqualTo(2);
    JsonNode then = look(Person.MARA, ALL + "/" + card.get("id").asString() + "?day=2026-03-31");
    assertThat(score(then)).isCloseTo((1 / 3.0 + 0) / 2, within(1e-9));
    JsonNode early = look(Person.MARA, ALL + "/" + card.get("id").asString() + "?day=2025-01-31");
    assertThat(early.get("score").has("score")).isFalse();
    assertThat(early.get("score").get("coverage").asDouble()).isZero();
  }

  @Test
  void aMeasureThatOneMayNotSeeIsNotCountedAndNotTold() {
    JsonNode card = made(Person.MARA, twoSided());
    String id = card.get("id").asString();
    JsonNode seen = look(Person.RUBEN, ALL + "/" + id);
    assertThat(score(seen)).isCloseTo(0.7, within(1e-9));
    assertThat(seen.get("score").get("coverage").asDouble()).isEqualTo(0.5);
    JsonNode hidden =
        seen.get("perspectives").get(1).get("objectives").get(0).get("measures").get(0);
    assertThat(hidden.get("state").asString()).isEqualTo("not-visible");
    assertThat(hidden.has("measure")).isFalse();
    assertThat(hidden.has("floor")).isFalse();
    assertThat(hidden.has("value")).isFalse();
    String page = visitors.as(Person.RUBEN).page("/scorecards/" + id).body();
    assertThat(page).contains("Not visible to you", "50 % of the weight has data");
    assertThat(page).doesNotContain("The errors", "4.5");
    assertThat(visitors.as(Person.MARA).page("/scorecards/" + id).body()).contains("The errors");
  }

  @Test
  void whatIsHiddenFromWhoeverEditsStaysAsItIs() {
    JsonNode card = made(Person.MARA, twoSided());
    String id = card.get("id").asString();
    database
        .sql("update measure set owner = :ines where code = 'errors'")
        .param("ines", Person.INES.id())
        .update();
    database
        .sql("delete from line_of where above = :mara and below = :ines")
        .param("mara", Person.MARA.id())
        .param("ines", Person.INES.id())
        .update();
    Visitor mara = visitors.as(Person.MARA);
    String form = mara.page("/scorecards/" + id + "/edit").body();
    assertThat(form).contains("Not visible to you").doesNotContain("value=\"errors\"");
    Map<String, Object> again = new HashMap<>(twoSidedFrom(card));
    HttpResponse<String> changed = send(Person.MARA, "PUT", ALL + "/" + id, again, "If-Match", "1");
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(
            database
                .sql(
                    "select floor from scorecard_measure w join measure m on m.id = w.measure where m.code = 'errors'")
                .query(Double.class)
                .single())
        .isEqualTo(8);
  }

  /// The card as its reader got it, with the measures that are hidden by their id alone.
  private static Map<String, Object> twoSidedFrom(JsonNode card) {
    JsonNode first = card.get("perspectives").get(0);
    JsonNode second = card.get("perspectives").get(1);
    String hidden = second.get("objectives").get(0).get("measures").get(0).get("id").asString();
    Map<String, Object> mistakes =
        objective("Far fewer mistakes", new HashMap<>(Map.of("id", hidden)));
    mistakes.put("id", second.get("objectives").get(0).get("id").asString());
    return card(
        "Activation next year",
        Map.of(
            "id",
            first.get("id").asString(),
            "name",
            "Customers",
            "weight",
            0.4,
            "objectives",
            List.of()),
        Map.of(
            "id",
            second.get("id").asString(),
            "name",
            "Processes",
            "weight",
            0.4,
            "objectives",
            List.of(mistakes)));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceByItsPlace() {
    measure("orders", "higher", "public", 41);
    Map<String, Object> stretched = weighed("orders", 20, 50);
    stretched.put("stretch", 40);
    HttpResponse<String> response =
        send(
            Person.MARA,
            "POST",
            ALL,
            card(
                " ",
                perspective(
                    "",
                    2,
                    objective("Grow", weighed("nothing", 1, 2), weighed("orders", 60, 50)),
                    objective("Twice", stretched, weighed("orders", 50, 50)))));
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body())
        .contains(
            "\"title\"",
            "\"perspectives.0.name\"",
            "\"perspectives.0.weight\"",
            "\"perspectives.0.objectives.0.measures.0.measure\"",
            "\"perspectives.0.objectives.0.measures.1.floor\"",
            "\"perspectives.0.objectives.1.measures.0.stretch\"",
            "\"perspectives.0.objectives.1.measures.1.measure\"",
            "\"perspectives.0.objectives.1.measures.1.floor\"");
    assertThat(look(Person.MARA, ALL).get("scorecards").size()).isZero();
  }

  @Test
  void weightsThatDoNotSumAreReportedAndDoNotForbid() {
    measure("orders", "higher", "public", 41);
    JsonNode card =
        made(
            Person.MARA,
            card(
                "Lopsided",
                perspective("Customers", 0.8, objective("Grow", weighed("orders", 20, 50))),
                perspective("Learning", 0.1)));
    String page = visitors.as(Person.MARA).page("/scorecards/" + card.get("id").asString()).body();
    assertThat(page)
        .contains(
            "sum to 90 %",
            "“Learning” has no objective",
            "“Customers” makes more than half of the card",
            "“The orders” alone makes more than a third");
    JsonNode report = card.get("report");
    JsonNode customers = card.get("perspectives").get(0);
    assertThat(report.get("weightSum").asDouble()).isCloseTo(0.9, within(1e-9));
    assertThat(report.get("emptyPerspectives").get(0))
        .isEqualTo(card.get("perspectives").get(1).get("id"));
    assertThat(report.get("heavyPerspectives").get(0)).isEqualTo(customers.get("id"));
    assertThat(report.get("heavyMeasures").size()).isEqualTo(1);
    assertThat(score(card)).isCloseTo(0.7, within(1e-9));
  }

  @Test
  void whoeverLeadsTheUnitAndTheLineAboveTheOwnerChangeItAndOthersDoNot() {
    Map<String, Object> activation = twoSided();
    activation.put("ofUnit", Company.unit("Activation").toString());
    activation.put("owner", Person.JONAS.id().toString());
    String id = made(Person.HENRIK, activation).get("id").asString();
    for (Person may : List.of(Person.MARA, Person.HENRIK, Person.JONAS, Person.INES)) {
      assertThat(look(may, ALL + "/" + id).get("mayChange").asBoolean()).as(may + "").isTrue();
    }
    for (Person not : List.of(Person.DEV, Person.RUBEN, Person.PRISCILLA)) {
      assertThat(look(not, ALL + "/" + id).get("mayChange").asBoolean()).as(not + "").isFalse();
      assertThat(send(not, "PUT", ALL + "/" + id, card("Mine"), "If-Match", "1").statusCode())
          .isEqualTo(403);
    }
    assertThat(send(Person.DEV, "POST", ALL, card("Dev's")).statusCode()).isEqualTo(403);
    company.grant(Person.YUKI, Role.EXECUTIVE, null);
    assertThat(look(Person.YUKI, ALL + "/" + id).get("mayChange").asBoolean()).isTrue();
  }

  @Test
  void theSameRequestTakesEffectOnceAndAStaleFormIsToldSo() {
    Map<String, Object> card = twoSided();
    HttpResponse<String> one = send(Person.MARA, "POST", ALL, card, "Idempotency-Key", "a");
    HttpResponse<String> two = send(Person.MARA, "POST", ALL, card, "Idempotency-Key", "a");
    String id = read(one).get("id").asString();
    assertThat(read(two).get("id").asString()).isEqualTo(id);
    assertThat(look(Person.MARA, ALL).get("scorecards").size()).isEqualTo(1);

    Visitor mara = visitors.as(Person.MARA);
    mara.page("/scorecards/" + id + "/edit");
    String[] form = {"version", "1", "title", "Changed", "owner", "Mara Lindqvist"};
    assertThat(mara.post("/scorecards/" + id + "/edit", form).statusCode()).isEqualTo(302);
    HttpResponse<String> stale = mara.post("/scorecards/" + id + "/edit", form);
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(stale.body()).contains("Somebody changed this scorecard", "value=\"Changed\"");
  }

  @Test
  void theFormKeepsWhatIsLeftWhenARowIsEmptied() {
    String id = made(Person.MARA, twoSided()).get("id").asString();
    UUID goal = goals.objective(Person.MARA, "Sites that start by themselves");
    Visitor mara = visitors.as(Person.MARA);
    mara.page("/scorecards/" + id + "/edit");
    HttpResponse<String> saved =
        mara.post(
            "/scorecards/" + id + "/edit",
            "version",
            "1",
            "title",
            "Activation",
            "owner",
            "Mara Lindqvist",
            "perspectives.0.name",
            "",
            "perspectives.1.name",
            "Processes",
            "perspectives.1.weight",
            "100 %",
            "perspectives.1.objectives.0.title",
            "",
            "perspectives.1.objectives.1.title",
            "Start at once",
            "perspectives.1.objectives.1.goals",
            visitors.address() + "/goals/" + goal,
            "perspectives.1.objectives.1.measures.2.measure",
            "orders",
            "perspectives.1.objectives.1.measures.2.floor",
            "1,5",
            "perspectives.1.objectives.1.measures.2.target",
            "50",
            "perspectives.1.objectives.1.initiatives.0.name",
            "A wizard",
            "perspectives.1.objectives.1.initiatives.0.owner",
            "Dev Patel",
            "perspectives.1.objectives.1.initiatives.0.due",
            "2026-06-30",
            "perspectives.1.objectives.1.initiatives.0.state",
            "running");
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
    JsonNode card = look(Person.MARA, ALL + "/" + id);
    assertThat(card.get("perspectives").size()).isEqualTo(1);
    JsonNode objective = card.get("perspectives").get(0).get("objectives").get(0);
    assertThat(objective.get("measures").get(0).get("floor").asDouble()).isEqualTo(1.5);
    assertThat(objective.get("initiatives").get(0).get("owner").asString())
        .isEqualTo(Person.DEV.id().toString());
    assertThat(mara.page("/scorecards/" + id).body())
        .contains("Sites that start by themselves", "A wizard", "running");
    HttpResponse<String> wrong =
        mara.post(
            "/scorecards/" + id + "/edit",
            "version",
            "2",
            "title",
            "Activation",
            "owner",
            "Nobody Here",
            "perspectives.3.name",
            "Processes",
            "perspectives.3.weight",
            "a lot");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("Nobody here is called Nobody Here", "Write a figure", "value=\"a lot\"");
  }

  @Test
  void aGoalThatOneMayNotSeeCannotBeLinkedAndItsTitleIsNotTold() {
    UUID secret = goals.objective(Person.PRISCILLA, "A secret plan", "Q2 2026", "draft", "public");
    Map<String, Object> objective = objective("Grow");
    objective.put("goals", List.of(secret.toString()));
    HttpResponse<String> response =
        send(Person.MARA, "POST", ALL, card("Ours", perspective("Customers", 1, objective)));
    assertThat(response.statusCode()).isEqualTo(422);
    String id =
        made(Person.PRISCILLA, card("Sales", perspective("Customers", 1, objective)))
            .get("id")
            .asString();
    assertThat(visitors.as(Person.PRISCILLA).page("/scorecards/" + id).body())
        .contains("A secret plan");
    assertThat(visitors.as(Person.MARA).page("/scorecards/" + id).body())
        .doesNotContain("A secret plan");
  }

  @Test
  void cardsThatWouldSupportEachOtherAreRefusedWithThePath() {
    JsonNode above =
        made(Person.INES, card("Brightwell", perspective("Customers", 1, objective("Delight"))));
    String delight = above.get("perspectives").get(0).get("objectives").get(0).get("id").asString();
    Map<String, Object> grow = objective("Grow");
    grow.put("supports", List.of(delight));
    JsonNode below = made(Person.MARA, card("Activation", perspective("Customers", 1, grow)));
    Map<String, Object> back = objective("Delight");
    back.put("id", delight);
    back.put(
        "supports",
        List.of(below.get("perspectives").get(0).get("objectives").get(0).get("id").asString()));
    Map<String, Object> customers =
        Map.of(
            "id",
            above.get("perspectives").get(0).get("id").asString(),
            "name",
            "Customers",
            "weight",
            1,
            "objectives",
            List.of(back));
    HttpResponse<String> response =
        send(
            Person.INES,
            "PUT",
            ALL + "/" + above.get("id").asString(),
            card("Brightwell", customers),
            "If-Match",
            "1");
    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(response.body()).containsAnyOf("Delight → Grow → Delight", "Grow → Delight → Grow");
  }

  @Test
  void aCardThatIsRemovedLeavesItsMeasures() {
    String id = made(Person.MARA, twoSided()).get("id").asString();
    assertThat(send(Person.MARA, "DELETE", ALL + "/" + id, "", "If-Match", "9").statusCode())
        .isEqualTo(412);
    assertThat(send(Person.MARA, "DELETE", ALL + "/" + id, "", "If-Match", "1").statusCode())
        .isEqualTo(204);
    assertThat(api.as(Person.MARA, SCOPES).json("GET", ALL + "/" + id, "").statusCode())
        .isEqualTo(404);
    assertThat(look(Person.MARA, "/api/v1/measures").get("measures").size()).isEqualTo(2);
  }

  @Test
  void twoDaysAreComparedPartByPart() {
    String id = made(Person.MARA, twoSided()).get("id").asString();
    JsonNode both = look(Person.MARA, ALL + "/" + id + "/comparison?from=2026-03-31&to=2026-04-30");
    assertThat(both.get("card").get("by").asDouble()).isCloseTo(0.7 - 1 / 6.0, within(1e-9));
    assertThat(both.get("objectives").get(1).get("by").asDouble()).isCloseTo(0.7, within(1e-9));
    JsonNode early =
        look(Person.MARA, ALL + "/" + id + "/comparison?from=2025-03-31&to=2026-04-30");
    assertThat(early.get("card").has("by")).isFalse();
    assertThat(
            visitors
                .as(Person.MARA)
                .page("/scorecards/" + id + "/comparison?from=2026-03-31&to=2026-04-30")
                .body())
        .contains("53 points more", "70 points more", "37 points more");
  }

  @Test
  void aCardOfAPeriodStandsBesideTheEndOfThePeriodBefore() {
    String id = made(Person.MARA, twoSided()).get("id").asString();
    JsonNode april = look(Person.MARA, ALL + "/" + id + "?period=2026-04");
    assertThat(april.get("day").asString()).isEqualTo("2026-04-30");
    assertThat(april.get("period").get("before").asString()).isEqualTo("2026-03-31");
    assertThat(score(april)).isCloseTo(0.7, within(1e-9));
    assertThat(april.get("scoreBefore").get("score").asDouble()).isCloseTo(1 / 6.0, within(1e-9));
    JsonNode orders =
        april.get("perspectives").get(0).get("objectives").get(0).get("measures").get(0);
    assertThat(orders.get("value").asDouble()).isEqualTo(41);
    assertThat(orders.get("valueBefore").asDouble()).isEqualTo(30);
    assertThat(orders.get("valueDayBefore").asString()).isEqualTo("2026-03-28");
    assertThat(orders.get("scoreBefore").asDouble()).isCloseTo(1 / 3.0, within(1e-9));

    Visitor mara = visitors.as(Person.MARA);
    assertThat(mara.page("/scorecards/" + id + "?period=2026-04").body())
        .contains(
            "Activation this year, April 2026",
            "April 2026, as it was on 30 April. Since 31 March: 53 points more, from 17 %.",
            "70 points more, from 0 %",
            "37 points more, from 33 %",
            "period=2026-03\"",
            "period=2026-05\"",
            "/paper.pdf?period=2026-04\"",
            "/comparison?from=2026-03-31&amp;to=2026-04-30\"");
    assertThat(mara.page("/scorecards/" + id + "?period=2026-Q2").body())
        .contains("Q2 2026 so far, 13 May. Since 31 March: 53 points more, from 17 %.")
        .doesNotContain("period=2026-Q3");
    assertThat(mara.page("/scorecards/" + id + "?period=2026").body())
        .contains("Since 31 December 2025: no score then.");
    assertThat(look(Person.MARA, ALL + "/" + id).has("period")).isFalse();
  }

  @Test
  void aMeasureThatIsNotTheReadersTellsNothingOfThePeriodBeforeEither() {
    measure("orders", "higher", "named", 20, 30, 41);
    String id =
        made(
                Person.MARA,
                card(
                    "Ours",
                    perspective("Customers", 1, objective("Grow", weighed("orders", 20, 50)))))
            .get("id")
            .asString();
    JsonNode seen = look(Person.PRISCILLA, ALL + "/" + id + "?period=2026-04");
    JsonNode measure =
        seen.get("perspectives").get(0).get("objectives").get(0).get("measures").get(0);
    assertThat(measure.get("state").asString()).isEqualTo("not-visible");
    assertThat(measure.has("valueBefore")).isFalse();
    assertThat(measure.has("scoreBefore")).isFalse();
    assertThat(seen.get("scoreBefore").has("score")).isFalse();
    assertThat(visitors.as(Person.PRISCILLA).page("/scorecards/" + id + "?period=2026-04").body())
        .doesNotContain("33 %", "The orders");
  }

  @Test
  void aPeriodThatIsNoneOrHasNotBegunIsRefusedWithItsReason() {
    String id = made(Person.MARA, twoSided()).get("id").asString();
    Visitor mara = visitors.as(Person.MARA);
    for (String below : List.of("", "/paper.pdf")) {
      HttpResponse<String> wrong = mara.page("/scorecards/" + id + below + "?period=2026-Q5");
      assertThat(wrong.statusCode()).isEqualTo(422);
      assertThat(wrong.body()).contains("Write a period such as 2026, 2026-Q2");
    }
    Map<String, String> refused =
        Map.of(
            "period=soon", "scorecards.not-a-period",
            "period=2026-Q3", "scorecards.period-to-come",
            "period=2026-Q1&day=2026-03-31", "scorecards.day-or-period");
    refused.forEach((query, reason) -> {
      for (String below : List.of("", "/pdf")) {
        HttpResponse<String> response =
            api.as(Person.MARA, SCOPES).json("GET", ALL + "/" + id + below + "?" + query, "");
        assertThat(response.statusCode()).as(query).isEqualTo(422);
        assertThat(response.body()).contains("\"" + reason + "\"", "\"period\"");
      }
    });
  }

  @Test
  void whatSupportsByTwoWaysIsCountedOnceInTheCascade() {
    measure("orders", "higher", "public", 41);
    JsonNode above =
        made(Person.INES, card("Brightwell", perspective("Customers", 1, objective("Delight"))));
    Map<String, Object> one = objective("Start at once", weighed("orders", 20, 50));
    one.put("supports", List.of(first(above)));
    Map<String, Object> two = objective("Answer at once", weighed("orders", 20, 50));
    two.put("supports", List.of(first(above)));
    JsonNode unit = made(Person.HENRIK, card("Product", perspective("Customers", 1, one, two)));
    JsonNode objectives = unit.get("perspectives").get(0).get("objectives");
    Map<String, Object> team = objective("Test on the roof", weighed("orders", 20, 50));
    team.put(
        "supports",
        List.of(objectives.get(0).get("id").asString(), objectives.get(1).get("id").asString()));
    made(Person.MARA, card("Activation", perspective("Customers", 1, team)));
    JsonNode row =
        look(Person.DEV, ALL + "/" + above.get("id").asString() + "/cascade")
            .get("objectives")
            .get(0);
    assertThat(row.get("allBelow").asInt()).isEqualTo(3);
    assertThat(row.get("measures").asInt()).isEqualTo(1);
    assertThat(row.get("below").size()).isEqualTo(2);
    assertThat(
            visitors
                .as(Person.DEV)
                .page("/scorecards/" + unit.get("id").asString() + "/cascade")
                .body())
        .contains("Delight (Brightwell", "Test on the roof (Activation, 70 %)");
  }

  private static String first(JsonNode card) {
    return card.get("perspectives").get(0).get("objectives").get(0).get("id").asString();
  }
}
