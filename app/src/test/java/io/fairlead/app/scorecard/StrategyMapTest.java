package io.fairlead.app.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Training leads mistakes, mistakes lead renewals: Mara draws it, and the data say what they can.
@AppTest
class StrategyMapTest {
  private static final String ALL = "/api/v1/scorecards";
  private static final String[] SCOPES = {
    "scorecards:read", "scorecards:write", "measures:read", "measures:write"
  };
  private static final int MONTHS = 72;
  private static final int LAG = 2;

  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired JsonMapper json;

  private String card;
  private List<String> objectives;

  @BeforeEach
  void aCardOfThree() {
    company.reset();
    Random random = new Random(5);
    double[] training = new double[MONTHS];
    double[] mistakes = new double[MONTHS];
    double[] renewals = new double[MONTHS];
    double walk = 50;
    for (int i = 0; i < MONTHS; i++) {
      walk += random.nextGaussian();
      training[i] = walk;
      // More training, fewer mistakes two months later: both get better.
      mistakes[i] = 200 - 2 * training[Math.max(0, i - LAG)] + 0.2 * random.nextGaussian();
      renewals[i] = (i == 0 ? 80 : renewals[i - 1]) + random.nextGaussian();
    }
    measure("training", "higher", "named", training);
    measure("mistakes", "lower", "public", mistakes);
    measure("renewals", "higher", "public", renewals);
    JsonNode made =
        read(
            send(
                "POST",
                ALL,
                Map.of(
                    "title",
                    "Activation",
                    "perspectives",
                    List.of(
                        perspective("Customers", "They stay", "renewals"),
                        perspective("Processes", "Fewer mistakes", "mistakes"),
                        perspective("Learning", "People who know", "training")))));
    card = made.get("id").asString();
    objectives = new ArrayList<>();
    made.get("perspectives")
        .forEach(each -> objectives.add(each.get("objectives").get(0).get("id").asString()));
  }

  private static Map<String, Object> perspective(String name, String objective, String measure) {
    return Map.of(
        "name",
        name,
        "weight",
        0.33,
        "objectives",
        List.of(Map.of("title", objective, "measures", List.of(Map.of("measure", measure)))));
  }

  private void measure(String code, String direction, String visibility, double[] monthly) {
    JsonNode made =
        read(
            send(
                "POST",
                "/api/v1/measures",
                Map.of(
                    "code",
                    code,
                    "name",
                    "The " + code,
                    "direction",
                    direction,
                    "visibility",
                    visibility,
                    "frequency",
                    "monthly")));
    List<Map<String, Object>> values = new ArrayList<>();
    for (int i = 0; i < monthly.length; i++) {
      values.add(
          Map.of(
              "day",
              LocalDate.of(2026, 4, 15).minusMonths(monthly.length - 1L - i).toString(),
              "value",
              monthly[i]));
    }
    HttpResponse<String> entered =
        send(
            "POST",
            "/api/v1/measures/" + made.get("id").asString() + "/values",
            Map.of("values", values));
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
  }

  private HttpResponse<String> send(String method, String path, Object body, String... headers) {
    return api.as(Person.MARA, SCOPES).json(method, path, json.writeValueAsString(body), headers);
  }

  private JsonNode read(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return json.readTree(response.body());
  }

  private HttpResponse<String> draw(int from, int to, String sign, int lag) {
    return send(
        "POST",
        ALL + "/" + card + "/arrows",
        Map.of(
            "from", objectives.get(from), "to", objectives.get(to), "sign", sign, "lagMonths", lag),
        "Idempotency-Key",
        from + "-" + to);
  }

  private JsonNode arrows(Person person) {
    return read(api.as(person, SCOPES).json("GET", ALL + "/" + card + "/map", "")).get("arrows");
  }

  @Test
  void anArrowThatTheDataShowIsSupportedWithItsLag() {
    read(draw(2, 1, "helps", LAG));
    JsonNode arrow = arrows(Person.MARA).get(0);
    assertThat(arrow.get("state").asString()).isEqualTo("supported");
    assertThat(arrow.get("lag").asInt()).isEqualTo(LAG);
    assertThat(arrow.get("periods").asInt()).isEqualTo(MONTHS);
    assertThat(arrow.get("correlation").asDouble()).isCloseTo(0.95, within(0.1));
    String page = visitors.as(Person.MARA).page("/scorecards/" + card + "/map").body();
    assertThat(page)
        .contains(
            "“People who know” helps “Fewer mistakes” after 2 months",
            "The training moves before The mistakes by 2 months, about as expected (72 months",
            "class=\"arrow supported\"");
    assertThat(page).doesNotContain("because", "leads to");
  }

  @Test
  void anArrowOfTheOtherSignOrOfNothingIsNotSupported() {
    read(draw(2, 1, "costs", LAG));
    read(draw(1, 0, "helps", 3));
    JsonNode arrows = arrows(Person.MARA);
    assertThat(arrows.get(0).get("finding").asString()).isEqualTo("other-sign");
    assertThat(arrows.get(1).get("finding").asString()).isEqualTo("no-lead");
    assertThat(arrows.get(1).get("state").asString()).isEqualTo("not-supported");
  }

  @Test
  void whoMayNotSeeTheMeasureIsToldNothingOfIt() {
    read(draw(2, 1, "helps", LAG));
    JsonNode arrow = arrows(Person.RUBEN).get(0);
    assertThat(arrow.get("state").asString()).isEqualTo("too-little-data");
    assertThat(arrow.has("correlation")).isFalse();
    assertThat(arrow.has("periods")).isFalse();
    assertThat(visitors.as(Person.RUBEN).page("/scorecards/" + card + "/map").body())
        .contains("no measure at both ends that you may see")
        .doesNotContain("The training", "Draw an arrow");
  }

  @Test
  void aLagOfYearsIsLookedAtInLongerPeriodsAndFindsTooLittle() {
    read(draw(2, 0, "helps", 36));
    JsonNode arrow = arrows(Person.MARA).get(0);
    assertThat(arrow.get("period").asString()).isEqualTo("quarterly");
    assertThat(arrow.get("state").asString()).isEqualTo("too-little-data");
  }

  @Test
  void arrowsInACircleAreRefusedWithThePath() {
    read(draw(2, 1, "helps", 1));
    read(draw(1, 0, "helps", 1));
    HttpResponse<String> circle = draw(0, 2, "helps", 1);
    assertThat(circle.statusCode()).isEqualTo(409);
    assertThat(circle.body())
        .containsAnyOf(
            "They stay → People who know → Fewer mistakes → They stay",
            "People who know → Fewer mistakes → They stay → People who know",
            "Fewer mistakes → They stay → People who know → Fewer mistakes");
    assertThat(draw(1, 1, "helps", 1).statusCode()).isEqualTo(409);
    assertThat(arrows(Person.MARA).size()).isEqualTo(2);
  }

  @Test
  void theFormOfTheMapNamesTheCircleAndKeepsWhatWasWritten() {
    read(draw(2, 1, "helps", 1));
    Visitor mara = visitors.as(Person.MARA);
    mara.page("/scorecards/" + card + "/map");
    HttpResponse<String> circle =
        mara.post(
            "/scorecards/" + card + "/arrows",
            "from",
            objectives.get(1),
            "to",
            objectives.get(2),
            "sign",
            "helps",
            "lagMonths",
            "4",
            "note",
            "Fewer mistakes leave time to learn");
    assertThat(circle.statusCode()).isEqualTo(409);
    assertThat(circle.body())
        .contains("Arrows would go in a circle", "value=\"Fewer mistakes leave time to learn\"")
        .containsAnyOf(
            "People who know → Fewer mistakes → People who know",
            "Fewer mistakes → People who know → Fewer mistakes");
    assertThat(arrows(Person.MARA).size()).isEqualTo(1);
  }

  @Test
  void anArrowIsDrawnOnceAndTakenAwayByTheForm() {
    assertThat(read(draw(2, 1, "helps", 1)).get("id"))
        .isEqualTo(read(draw(2, 1, "helps", 1)).get("id"));
    assertThat(arrows(Person.MARA).size()).isEqualTo(1);
    Visitor mara = visitors.as(Person.MARA);
    mara.page("/scorecards/" + card + "/map");
    HttpResponse<String> wrong =
        mara.post(
            "/scorecards/" + card + "/arrows",
            "from",
            objectives.get(1),
            "to",
            objectives.get(0),
            "sign",
            "helps",
            "lagMonths",
            "soon",
            "note",
            "They stay where it works");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("A lag lies between 0 and 60 months", "value=\"They stay where it works\"");
    String arrow = arrows(Person.MARA).get(0).get("id").asString();
    assertThat(
            mara.post("/scorecards/" + card + "/arrows/" + arrow + "/removal", "a", "b")
                .statusCode())
        .isEqualTo(302);
    assertThat(arrows(Person.MARA).size()).isZero();
  }
}
