package io.fairlead.app.measures;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Statements;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Mara brings the figures that Activation kept in a spreadsheet.
@AppTest
class MeasureImportTest {
  private static final String ALL = "/api/v1/measures";

  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired MeasureImport imports;
  @Autowired Statements statements;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private String defined(Person owner, String name, Object... more) {
    Map<String, Object> what = new HashMap<>(Map.of("name", name, "frequency", "weekly"));
    for (int i = 0; i < more.length; i += 2) {
      what.put(more[i].toString(), more[i + 1]);
    }
    HttpResponse<String> made = send(owner, "POST", ALL, what);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return json.readTree(made.body()).get("id").asString();
  }

  private HttpResponse<String> send(Person person, String method, String path, Object body) {
    return api.as(person, "measures:read", "measures:write")
        .json(method, path, json.writeValueAsString(body));
  }

  private UUID brought(String content) {
    return imports.bring(Person.MARA.viewer(), "values.csv", content, null).orThrow();
  }

  private JsonNode look(UUID run) {
    HttpResponse<String> answer =
        api.as(Person.MARA, "measures:read").json("GET", ALL + "/imports/" + run, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private HttpResponse<String> apply(UUID run, String choice, String... define) {
    return send(
        Person.MARA,
        "POST",
        ALL + "/imports/" + run + "/application",
        Map.of("choice", choice, "define", List.of(define)));
  }

  private List<String> values(String measure) {
    return List.copyOf(
        database
            .sql(
                """
                select rtrim(v.day || ' ' || v.correction || ' ' || v.value || ' ' || s.slice) from measure_value v
                join measure_series s on s.id = v.series where s.measure = :measure
                order by s.slice, v.day, v.correction
                """)
            .param("measure", UUID.fromString(measure))
            .query(String.class)
            .list());
  }

  private long count(String from) {
    return database.sql("select count(*) from " + from).query(Long.class).single();
  }

  private static String cause(JsonNode preview, String code) {
    for (JsonNode each : preview.get("causes")) {
      if (each.get("code").asString().equals(code)) {
        return each.get("count").asInt() + " " + each.get("rows");
      }
    }
    return "";
  }

  @Test
  void newCorrectedAndUnchangedValuesAreToldBeforeAnythingIsWritten() {
    String calls = defined(Person.MARA, "Support calls");
    send(
        Person.MARA,
        "POST",
        ALL + "/" + calls + "/values",
        Map.of(
            "values",
            List.of(
                Map.of("day", "2026-04-20", "value", 2), Map.of("day", "2026-04-27", "value", 3))));
    UUID run =
        brought(
            """
            Measure,Date,Value,Dimension,Slice
            support-calls,2026-04-20,2,,
            support-calls,2026-04-27,3.5,,
            support-calls,2026-05-04,4,,
            support-calls,2026-05-04,1,region,North
            """);
    JsonNode measure = look(run).get("measures").get(0);
    assertThat(measure.get("added").asInt()).isEqualTo(2);
    assertThat(measure.get("corrected").asInt()).isEqualTo(1);
    assertThat(measure.get("unchanged").asInt()).isEqualTo(1);
    assertThat(measure.get("corrections").get(0).get("before").asDouble()).isEqualTo(3);
    assertThat(measure.get("corrections").get(0).get("now").asDouble()).isEqualTo(3.5);
    assertThat(values(calls)).hasSize(2);
    assertThat(visitors.as(Person.MARA).page("/measures/import/" + run).body())
        .contains("3 → 3.5", "Apply all of it");
    HttpResponse<String> applied = apply(run, "all");
    assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
    assertThat(values(calls))
        .containsExactly(
            "2026-04-20 0 2",
            "2026-04-27 0 3",
            "2026-04-27 1 3.5",
            "2026-05-04 0 4",
            "2026-05-04 0 1 North");
    assertThat(json.readTree(applied.body()).get("counts").get("added").asInt()).isEqualTo(2);
  }

  @Test
  void aWideFileOfASpreadsheetInAnotherLanguageIsUnderstood() {
    String calls = defined(Person.MARA, "Anrufe je Gerät");
    String cost = defined(Person.MARA, "Kosten");
    byte[] windows =
        "Date;Anrufe je Gerät;Kosten\r\n27.04.2026;1.234,5;\r\n04.05.2026;2,5;7\r\n"
            .getBytes(Charset.forName("windows-1252"));
    Visitor mara = visitors.as(Person.MARA);
    for (byte[] content :
        List.of(
            windows,
            "\uFEFFDate;Anrufe je Gerät;Kosten\n27.04.2026;1.234,5;\n04.05.2026;2,5;7\n"
                .getBytes(StandardCharsets.UTF_8))) {
      UUID run = brought(io.fairlead.methods.table.TableText.decoded(content));
      assertThat(look(run).get("causes").size()).isZero();
      assertThat(apply(run, "all").statusCode()).isEqualTo(200);
    }
    assertThat(values(calls)).containsExactly("2026-04-27 0 1234.5", "2026-05-04 0 2.5");
    assertThat(values(cost)).containsExactly("2026-05-04 0 7");
    assertThat(mara.page("/measures/import").body()).contains("values.csv", "applied");
  }

  @Test
  void whatCannotBeTakenIsToldByCauseWithItsRowsAndOnlyLeftOutByChoice() {
    String calls = defined(Person.MARA, "Calls");
    defined(Person.HENRIK, "Theirs");
    send(Person.HENRIK, "POST", ALL, Map.of("name", "Hidden", "visibility", "named"));
    UUID run =
        brought(
            """
            measure,date,value,dimension,slice
            Calls,2026-05-04,1,,
            Calls,2026-05-04,2,,
            Calls,2026-04-27,NaN,,
            Calls,2026-04-20,1e308,,
            Calls,2026-04-13,=cmd|' /C calc'!A0,,
            Calls,04/13/2026,3,,
            Calls,2031-01-01,3,,
            Calls,2026-03-30,3,region,
            Calls,2026-03-30,3,person,Jonas Beck
            Theirs,2026-05-04,3,,
            Hidden,2026-05-04,3,,
            Calls,2026-04-06,∞,,
            Calls,2026-03-23,5,,
            """);
    JsonNode preview = look(run);
    assertThat(cause(preview, "duplicate-value")).isEqualTo("1 [3]");
    assertThat(cause(preview, "not-a-number")).isEqualTo("2 [4,13]");
    assertThat(cause(preview, "number-out-of-range")).isEqualTo("1 [5]");
    assertThat(cause(preview, "formula")).isEqualTo("1 [6]");
    assertThat(cause(preview, "not-a-date")).isEqualTo("1 [7]");
    assertThat(cause(preview, "day-far")).isEqualTo("1 [8]");
    assertThat(cause(preview, "slice-half")).isEqualTo("1 [9]");
    assertThat(cause(preview, "person-slice")).isEqualTo("1 [10]");
    assertThat(cause(preview, "not-mine")).isEqualTo("1 [11]");
    assertThat(preview.get("missing").get(0).get("name").asString()).isEqualTo("Hidden");
    assertThat(preview.get("measures").get(0).get("added").asInt()).isEqualTo(1);
    assertThat(apply(run, "all").statusCode()).isEqualTo(409);
    assertThat(count("measure_value")).isZero();
    Visitor mara = visitors.as(Person.MARA);
    assertThat(mara.page("/measures/import/" + run).body())
        .contains("leave the rest", "neither is taken")
        .doesNotContain("Apply all of it");
    assertThat(mara.page("/measures/import/" + run + "/faults.csv").body())
        .contains("7,date,", "8,,");
    assertThat(apply(run, "good").statusCode()).isEqualTo(200);
    assertThat(values(calls)).containsExactly("2026-03-23 0 5");
    assertThat(count("measure where name = 'Hidden'")).isEqualTo(1);
  }

  @Test
  void measuresThatAreNotThereAreDefinedWhereThatIsChosen() {
    UUID run =
        brought(
            """
            org,kpi,date,value,target
            Acme,Orders,2026-02-01,10.25,12
            Acme,Orders,2026-03-01,11,13
            Acme,Returns,2026-03-01,2,
            """);
    assertThat(look(run).get("missing").size()).isEqualTo(2);
    assertThat(apply(run, "all", "Orders").statusCode()).isEqualTo(409);
    assertThat(apply(run, "good", "Orders").statusCode()).isEqualTo(200);
    JsonNode orders =
        json.readTree(
                api.as(Person.MARA, "measures:read").json("GET", ALL + "?q=orders", "").body())
            .get("measures")
            .get(0);
    assertThat(orders.get("frequency").asString()).isEqualTo("monthly");
    assertThat(orders.get("source").asString()).isEqualTo("file");
    assertThat(orders.get("decimals").asInt()).isEqualTo(2);
    assertThat(orders.get("target").asDouble()).isEqualTo(13);
    assertThat(orders.get("owner").asString()).isEqualTo(Person.MARA.id().toString());
    assertThat(count("measure")).isEqualTo(1);
    assertThat(look(run).get("counts").get("left").asInt()).isEqualTo(1);
  }

  private List<String> targets(String measure) {
    return database
        .sql(
            "select from_day || ' ' || target from measure_target where measure = ? order by from_day")
        .param(UUID.fromString(measure))
        .query((row, _) -> row.getString(1))
        .list();
  }

  private static final String WITH_TARGETS =
      """
      measure,date,value,target
      Support calls,2026-04-06,2.4,2
      Support calls,2026-04-13,2.3,2
      Support calls,2026-04-20,2.2,1.5
      Support calls,2026-04-27,2.2,
      """;

  @Test
  void targetsOfAFileHoldFromTheirDayOnAndAreWrittenWhereTheyAreAnother() {
    String calls = defined(Person.MARA, "Support calls");
    UUID run = brought(WITH_TARGETS);
    assertThat(look(run).get("measures").get(0).get("targets").size()).isEqualTo(2);
    assertThat(visitors.as(Person.MARA).page("/measures/import/" + run).body())
        .contains("4 new, 0 corrected, 0 unchanged, 2 other targets");
    assertThat(apply(run, "all").statusCode()).isEqualTo(200);
    assertThat(targets(calls)).containsExactly("2026-04-06 2.0", "2026-04-20 1.5");
    UUID again = brought(WITH_TARGETS + "\n");
    assertThat(look(again).get("measures").get(0).get("targets").size()).isZero();
  }

  @Test
  void whoOnlyEntersValuesChangesNoTarget() {
    String calls = defined(Person.JONAS, "Support calls");
    database.sql("update measure set owner = ?").param(Person.PRISCILLA.id()).update();
    database
        .sql("insert into measure_person (measure, person, enters) values (?, ?, true)")
        .params(UUID.fromString(calls), Person.MARA.id())
        .update();
    UUID run = brought(WITH_TARGETS);
    assertThat(cause(look(run), "target-not-mine")).isEqualTo("2 [2,4]");
    assertThat(apply(run, "all").statusCode()).isEqualTo(409);
    assertThat(apply(run, "good").statusCode()).isEqualTo(200);
    assertThat(values(calls)).hasSize(4);
    assertThat(targets(calls)).isEmpty();
  }

  @Test
  void twoAtOnceAndASecondSendWriteOnce() throws Exception {
    String calls = defined(Person.MARA, "Calls");
    UUID run = brought("date,Calls,Orders\n2026-04-27,1,5\n2026-05-04,2,6\n");
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<HttpResponse<String>> apply = () -> apply(run, "all", "Orders");
      for (Future<HttpResponse<String>> each :
          threads.invokeAll(List.of(apply, apply, apply, apply))) {
        assertThat(each.get().statusCode()).as(each.get().body()).isEqualTo(200);
      }
    }
    assertThat(apply(run, "all", "Orders").statusCode()).isEqualTo(200);
    assertThat(values(calls)).containsExactly("2026-04-27 0 1", "2026-05-04 0 2");
    assertThat(count("measure where name = 'Orders'")).isEqualTo(1);
  }

  @Test
  void twoFilesForTheSameMeasuresAtOnceFollowOneAnother() throws Exception {
    String ofOne = defined(Person.MARA, "One");
    String ofOther = defined(Person.MARA, "Other");
    UUID first = brought("date,One,Other\n2026-05-04,1,2\n");
    UUID second = brought("date,Other,One\n2026-05-04,3,4\n");
    try (var threads = Executors.newFixedThreadPool(2)) {
      Callable<HttpResponse<String>> one = () -> apply(first, "all");
      Callable<HttpResponse<String>> other = () -> apply(second, "all");
      for (Future<HttpResponse<String>> each : threads.invokeAll(List.of(one, other))) {
        assertThat(each.get().statusCode()).as(each.get().body()).isEqualTo(200);
      }
    }
    assertThat(values(ofOne)).hasSize(2);
    assertThat(values(ofOther)).hasSize(2);
  }

  @Test
  void anotherPersonsFileIsNotThere() {
    defined(Person.MARA, "Calls");
    UUID run = brought("date,Calls\n2026-05-04,1\n");
    HttpResponse<String> theirs =
        api.as(Person.HENRIK, "measures:read").json("GET", ALL + "/imports/" + run, "");
    assertThat(theirs.statusCode()).isEqualTo(404);
    assertThat(visitors.as(Person.HENRIK).page("/measures/import/" + run).statusCode())
        .isEqualTo(404);
    assertThat(
            send(
                    Person.HENRIK,
                    "POST",
                    ALL + "/imports/" + run + "/application",
                    Map.of("choice", "all"))
                .statusCode())
        .isEqualTo(404);
    assertThat(count("measure_value")).isZero();
  }

  @Test
  void whatIsNoTableIsRefusedAtOnce() {
    Visitor mara = visitors.as(Person.MARA);
    mara.page("/measures/import");
    for (String nothing :
        List.of(
            " ",
            "measure,date,value\n",
            "one\n1\n",
            "date,A\n01/02/2026,1\n",
            "date,A\n1,5\n2,6\n")) {
      HttpResponse<String> refused = mara.post("/measures/import", "text", nothing);
      assertThat(refused.statusCode()).as(nothing).isEqualTo(422);
    }
    assertThat(count("measure_import")).isZero();
  }

  @Test
  void aHundredThousandRowsOfTwentyMeasuresTakeStatementsForTwenty() {
    StringBuilder file = new StringBuilder("measure,date,value\n");
    LocalDate last = LocalDate.of(2026, 5, 4);
    for (int measure = 0; measure < 20; measure++) {
      defined(Person.MARA, "Measure " + measure, "frequency", "daily");
      for (int day = 0; day < 5_000; day++) {
        file.append("Measure ").append(measure).append(',').append(last.minusDays(day));
        file.append(',').append(day % 89).append('\n');
      }
    }
    UUID run = brought(file.toString());
    assertThat(look(run).get("measures").size()).isEqualTo(20);
    assertThat(statements.of(ALL + "/imports/" + run)).hasSizeLessThan(20 * 4);
    assertThat(apply(run, "all").statusCode()).isEqualTo(200);
    assertThat(count("measure_value")).isEqualTo(100_000);
    // Nothing that a busy machine changes: they grow with the measures, not with the rows.
    assertThat(statements.of(ALL + "/imports/" + run + "/application")).hasSizeLessThan(20 * 20);
  }
}
