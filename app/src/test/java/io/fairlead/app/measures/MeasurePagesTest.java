package io.fairlead.app.measures;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Statements;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What pages of measures cost, with five years of daily values behind each of them.
@AppTest
class MeasurePagesTest {
  private static final int FIVE_YEARS = 1_826;
  private static final int HEAVIEST = 200_000;
  private static final LocalDate LAST = LocalDate.of(2026, 5, 11);

  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired Statements statements;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private String send(String method, String path, Object body, int status) {
    HttpResponse<String> answer =
        api.as(Person.MARA, "measures:read", "measures:write")
            .json(method, "/api/v1/measures" + path, json.writeValueAsString(body));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer.body();
  }

  private void defined(int count) {
    for (int i = 0; i < count; i++) {
      send(
          "POST",
          "",
          Map.of("name", "Measure " + i, "frequency", "daily", "unit", "calls", "source", "push"),
          201);
    }
  }

  /// Values of five years that the product has not looked at yet, then that of the last day.
  private void pushed() {
    database
        .sql(
            """
            insert into measure_value (series, day, value, at, came)
            select s.id, :last::date - n, case n when 400 then 999 else 50 + 9 * sin(n / 58.0) + (n * 7919) % 23 end, now(), 'push'
            from measure_series s, generate_series(1, :count) n
            """)
        .param("last", LAST)
        .param("count", FIVE_YEARS - 1)
        .update();
    for (String measure : measures()) {
      Map<String, Object> value = Map.of("day", LAST.toString(), "value", 61.5);
      send("POST", "/" + measure + "/values", Map.of("values", List.of(value)), 200);
    }
  }

  private List<String> measures() {
    return List.copyOf(
        database
            .sql("select id::text from measure order by created_at, id")
            .query(String.class)
            .list());
  }

  private String page(String address) {
    HttpResponse<String> page = visitors.as(Person.JONAS).page(address);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(HEAVIEST);
    return page.body();
  }

  private static long count(String what, String in) {
    return Pattern.compile(what).matcher(in).results().count();
  }

  @Test
  void sixtySmallPicturesOfFiveYearsOfDaysAreOneStatementAndLittleWeight() {
    defined(61);
    pushed();
    String page = page("/measures");
    assertThat(count("<li class=\"tile\">", page)).isEqualTo(60);
    assertThat(count("<polyline[^>]*points=\"([0-9.]+,[0-9.]+ ?){100,121}\"", page)).isEqualTo(60);
    assertThat(statements.of("/measures"))
        .hasSizeLessThanOrEqualTo(5)
        .filteredOn(each -> each.contains("measure_standing"))
        .hasSize(1);
    assertThat(statements.of("/measures")).noneMatch(each -> each.contains("measure_value"));
  }

  @Test
  void onePictureOfFiveYearsOfDaysDrawsWhatCanBeToldApartAndItsTableTheNewestYear() {
    defined(1);
    pushed();
    String address = "/measures/" + measures().getFirst();
    String page = page(address);
    assertThat(count("<tr><td>", page)).isLessThan(420);
    assertThat(page).contains("the newest 366 of 1,826 values").contains(": 999 calls, ");
    assertThat(statements.of(address)).hasSizeLessThanOrEqualTo(14);
    HttpResponse<String> all = visitors.as(Person.JONAS).page(address + "?all=true");
    assertThat(count("<tr><td>", all.body())).isGreaterThanOrEqualTo(FIVE_YEARS);
    assertThat(all.body()).contains("<details id=\"table\" open>").doesNotContain("the newest 366");
  }
}
