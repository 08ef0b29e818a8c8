package io.fairlead.app.measures;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.framework.Frameworks;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What the framework says of measures and scorecards holds at once. MARA leads a team, DEV leads
/// nobody, ELIF is people operations.
@AppTest
class MeasureFrameworkTest {
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired Frameworks frameworks;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
    frameworks.forget();
  }

  private Visitor signedIn(Person person) {
    Visitor visitor = visitors.as(person);
    visitor.page("/account");
    return visitor;
  }

  private void inForce(String section) {
    Map<String, String> body =
        Map.of("document", "organisation: {name: Brightwell}\n" + section, "reason", "A try");
    HttpResponse<String> response =
        signedIn(Person.ELIF)
            .json("PUT", "/api/v1/framework", json.writeValueAsString(body), "If-Match", "\"0\"");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  private HttpResponse<String> define(Person person, Map<String, Object> measure) {
    return signedIn(person).json("POST", "/api/v1/measures", json.writeValueAsString(measure));
  }

  @ParameterizedTest
  @CsvSource({
    "everyone, 201, 201, 201",
    "leaders, 403, 201, 201",
    "people-operations, 403, 403, 201",
  })
  void onlyWhomTheFrameworkNamesDefinesMeasures(String definers, int dev, int mara, int elif) {
    inForce("measures: {define: " + definers + "}\n");
    Map<String, Object> calls = Map.of("name", "Support calls");
    assertThat(define(Person.DEV, calls).statusCode()).isEqualTo(dev);
    assertThat(define(Person.MARA, calls).statusCode()).isEqualTo(mara);
    assertThat(define(Person.ELIF, calls).statusCode()).isEqualTo(elif);
    boolean may = dev == 201;
    assertThat(visitors.as(Person.DEV).page("/measures").body().contains("href=\"/measures/new\""))
        .isEqualTo(may);
    HttpResponse<String> form = visitors.as(Person.DEV).page("/measures/new");
    assertThat(form.statusCode()).isEqualTo(may ? 200 : 403);
    assertThat(form.body().contains("lets fewer people define measures")).isEqualTo(!may);
  }

  @Test
  void aNewMeasureIsAsTheFrameworkSaysUnlessItSaysOtherwise() {
    inForce("measures: {frequency: weekly, visibility: named, baseline: 24}\n");
    define(Person.MARA, Map.of("name", "Support calls"));
    define(Person.MARA, Map.of("name", "Sites", "frequency", "daily", "visibility", "public"));
    assertThat(
            database
                .sql(
                    "select name || ' ' || frequency || ' ' || visibility || ' ' || baseline from measure order by name")
                .query((row, _) -> row.getString(1))
                .list())
        .containsExactly("Sites daily public 24", "Support calls weekly named 24");
    assertThat(visitors.as(Person.MARA).page("/measures/new").body())
        .contains("value=\"weekly\" selected", "value=\"24\"");
  }

  @Test
  void withoutSignalsNobodyIsAskedOrToldAndTheChartStillShowsThem() {
    inForce("measures: {signals: false}\n");
    String id =
        json.readTree(
                define(
                        Person.MARA,
                        Map.of(
                            "name",
                            "Calls",
                            "direction",
                            "lower",
                            "frequency",
                            "weekly",
                            "alarm",
                            9))
                    .body())
            .get("id")
            .asString();
    enter(id, 5.0);
    assertThat(count("measure_alert")).isZero();
    assertThat(count("notice")).isZero();
    Visitor mara = visitors.as(Person.MARA);
    assertThat(mara.page("/").body()).doesNotContain("Look at Calls");
    assertThat(mara.page("/measures/" + id).body()).contains("rose above its usual range");
    enter(id, 10.0);
    assertThat(count("measure_alert")).as("a threshold is no signal").isOne();
  }

  private void enter(String id, double last) {
    List<Map<String, Object>> values = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      String day = LocalDate.of(2026, 5, 11).minusWeeks(24 - i).toString();
      values.add(Map.of("day", day, "value", i == 24 ? last : 2 + (i * 7 % 5) / 10.0));
    }
    HttpResponse<String> response =
        signedIn(Person.MARA)
            .json(
                "POST",
                "/api/v1/measures/" + id + "/values",
                json.writeValueAsString(Map.of("values", values)));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  private int count(String table) {
    return database.sql("select count(*) from " + table).query(Integer.class).single();
  }

  @Test
  void aNewScorecardHasThePerspectivesOfTheFramework() {
    inForce(
        "scorecard: {perspectives: [{name: Service, weight: 70}, {name: Money kept, weight: 30}]}\n");
    assertThat(visitors.as(Person.MARA).page("/scorecards/new").body())
        .contains("Service", "Money kept", "70")
        .doesNotContain("Learning and growth");
  }
}
