package io.fairlead.app.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.app.measures.MeasureCatalogue;
import io.fairlead.app.measures.Tense;
import io.fairlead.app.measures.Way;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.measures.Dependencies;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The scorecards that come with the product are sound, and Mara begins with one.
@AppTest
class CardStartersTest {
  @Autowired CardStarters starters;
  @Autowired MeasureCatalogue catalogue;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void eachIsSound() {
    assertThat(starters.all()).hasSize(5);
    for (CardStarter starter : starters.all()) {
      assertThat(
              starter.perspectives().stream()
                  .mapToDouble(each -> each.weight().doubleValue())
                  .sum())
          .as(starter.id())
          .isCloseTo(1, within(1e-9));
      assertThat(starter.measures())
          .as(starter.id())
          .allMatch(id -> catalogue.find(id).isPresent());
      // Only those who are there know where a band begins and ends.
      assertThat(starter.measures())
          .as(starter.id())
          .noneMatch(id -> catalogue.find(id).orElseThrow().way() == Way.BAND);
      List<Tense> tenses =
          starter.measures().stream().map(id -> catalogue.find(id).orElseThrow().tense()).toList();
      assertThat(tenses).as(starter.id()).contains(Tense.LEADING, Tense.LAGGING);
      double leading = tenses.stream().filter(Tense.LEADING::equals).count();
      assertThat(leading / tenses.size()).as(starter.id()).isBetween(0.3, 0.7);
      List<String> keys = starter.objectives().map(CardStarter.Objective::key).toList();
      assertThat(keys).as(starter.id()).doesNotHaveDuplicates().hasSizeBetween(6, 10);
      assertThat(starter.objectives())
          .as(starter.id())
          .allMatch(each -> !each.measures().isEmpty() && each.title().length() < 60);
      Map<String, List<String>> drives = new HashMap<>();
      keys.forEach(key -> drives.put(key, new ArrayList<>()));
      for (CardStarter.StarterArrow arrow : starter.arrows()) {
        assertThat(keys).as(starter.id()).contains(arrow.from(), arrow.to());
        drives.computeIfAbsent(arrow.from(), _ -> new ArrayList<>()).add(arrow.to());
        assertThat(arrow.lagMonths()).as(starter.id()).isBetween(1, 12);
      }
      assertThat(Dependencies.of(drives)).as(starter.id()).isInstanceOf(Dependencies.Ordered.class);
    }
  }

  @Test
  void aMistakeInAFileSaysWhereItIs() {
    assertThatThrownBy(() -> CardStarters.read("x.yaml", "id: x\nedition: 1\n"))
        .hasMessageContaining("x.yaml has not exactly the keys");
    assertThatThrownBy(() ->
            CardStarters.read(
                "x.yaml",
                "{id: x, edition: 1, name: X, about: Y, perspectives: [{name: A, weight: a lot, objectives: [1]}], arrows: [1]}"))
        .hasMessageContaining("x.yaml perspectives[0]: 'weight'");
  }

  private HttpResponse<String> begin(Person person, String starter, String body, String key) {
    return api.as(person, "scorecards:read", "scorecards:write", "measures:read", "measures:write")
        .json("POST", "/api/v1/scorecards/starters/" + starter, body, "Idempotency-Key", key);
  }

  @Test
  void aCardIsBegunWithItsMeasuresAndItsMapAndOnceHoweverOftenItIsSent() {
    HttpResponse<String> begun = begin(Person.MARA, "engineering", "{}", "one");
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
    String card = json.readTree(begun.body()).get("scorecard").asString();
    assertThat(begin(Person.MARA, "engineering", "{}", "one").body()).isEqualTo(begun.body());
    JsonNode read =
        json.readTree(
            api.as(Person.MARA, "scorecards:read", "measures:read")
                .json("GET", "/api/v1/scorecards/" + card, "")
                .body());
    CardStarter starter = starters.find("engineering").orElseThrow();
    assertThat(read.get("title").asString()).isEqualTo("Engineering");
    assertThat(read.get("perspectives").size()).isEqualTo(4);
    assertThat(count("measure")).isEqualTo(starter.measures().size());
    assertThat(count("strategy_arrow")).isEqualTo(starter.arrows().size());
    assertThat(count("scorecard")).isEqualTo(1);
  }

  @Test
  void aMeasureThatIsThereIsTaken() {
    begin(Person.MARA, "engineering", "{}", "one");
    int measures = count("measure");
    HttpResponse<String> again = begin(Person.MARA, "engineering", "{\"title\": \"Twice\"}", "two");
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(count("measure")).isEqualTo(measures);
    assertThat(count("scorecard")).isEqualTo(2);
  }

  @Test
  void whatIsRefusedLeavesNothingBehind() {
    HttpResponse<String> endless =
        begin(Person.MARA, "services", "{\"title\": \"" + "x".repeat(201) + "\"}", "one");
    assertThat(endless.statusCode()).isEqualTo(422);
    assertThat(
            begin(
                    Person.MARA,
                    "services",
                    "{\"ofUnit\": \"0193f7a4-0000-7000-8000-000000000000\"}",
                    "two")
                .statusCode())
        .isEqualTo(422);
    assertThat(begin(Person.MARA, "moon", "{}", "three").statusCode()).isEqualTo(404);
    assertThat(begin(Person.JONAS, "services", "{}", "four").statusCode()).isEqualTo(403);
    assertThat(
            api.as(Person.JONAS, "scorecards:read")
                .json("GET", "/api/v1/scorecards/starters", "")
                .statusCode())
        .isEqualTo(403);
    assertThat(count("measure") + count("scorecard") + count("strategy_arrow")).isZero();
  }

  @Test
  void thePageShowsWhatWouldBeMadeAndMakesIt() {
    Visitor mara = visitors.as(Person.MARA);
    assertThat(mara.page("/scorecards/starters").body())
        .contains("Public body", "Software company", "to be defined");
    HttpResponse<String> begun =
        mara.post(
            "/scorecards/starters/public-body", "title", "Our town", "ofUnit", "", "key", "k");
    assertThat(begun.statusCode()).isEqualTo(302);
    assertThat(mara.page(begun.headers().firstValue("Location").orElseThrow()).body())
        .contains("Our town", "Help reaches those it is meant for");
    HttpResponse<String> nameless =
        mara.post("/scorecards/starters/public-body", "title", "x".repeat(201), "key", "l");
    assertThat(nameless.statusCode()).isEqualTo(422);
  }

  private int count(String table) {
    return database
        .sql("select count(*) as n from " + table)
        .query((row, _) -> row.getInt("n"))
        .single();
  }
}
