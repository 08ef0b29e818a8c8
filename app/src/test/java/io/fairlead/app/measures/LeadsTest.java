package io.fairlead.app.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.measures.LeadLag.Verdict;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sites paired this month are sites renewed three months later; visits and staff only grow.
@AppTest
class LeadsTest {
  private static final String ALL = "/api/v1/measures";
  private static final int MONTHS = 72;

  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired Leads leads;
  @Autowired JsonMapper json;

  private final Random random = new Random(4);

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private String measure(String name, String frequency, Object... more) {
    Map<String, Object> what = new HashMap<>(Map.of("name", name, "frequency", frequency));
    for (int i = 0; i < more.length; i += 2) {
      what.put(more[i].toString(), more[i + 1]);
    }
    HttpResponse<String> made = send("POST", ALL, what);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return json.readTree(made.body()).get("id").asString();
  }

  private HttpResponse<String> send(String method, String path, Object body) {
    return api.as(Person.MARA, "measures:read", "measures:write")
        .json(method, path, json.writeValueAsString(body));
  }

  private void enter(String measure, LocalDate first, int every, double... values) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      LocalDate day = every == 0 ? first.plusMonths(i) : first.plusDays((long) i * every);
      all.add(Map.of("day", day.toString(), "value", values[i]));
    }
    HttpResponse<String> entered =
        send("POST", ALL + "/" + measure + "/values", Map.of("values", all));
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
  }

  private static LocalDate first() {
    return LocalDate.of(2026, 5, 1).minusMonths(MONTHS - 1L);
  }

  private double[] noise(int length) {
    return random.doubles(length).map(each -> 100 + 20 * each).toArray();
  }

  private double[] after(double[] lead, int lag) {
    double[] later = new double[lead.length];
    for (int i = 0; i < later.length; i++) {
      later[i] = 40 + 0.5 * (i < lag ? 110 : lead[i - lag]) + random.nextDouble();
    }
    return later;
  }

  private JsonNode asked(String lead, String lag) {
    HttpResponse<String> answer =
        api.as(Person.MARA, "measures:read")
            .json("GET", ALL + "/lead?lead=" + lead + "&lag=" + lag, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private String page(String lead, String lag) {
    return visitors.as(Person.MARA).page("/measures/lead?lead=" + lead + "&lag=" + lag).body();
  }

  @Test
  void whatMovesThreeMonthsBeforeIsFoundAndSaidWithoutACause() {
    String paired = measure("Sites paired", "monthly");
    String renewed = measure("Sites renewed", "monthly");
    double[] values = noise(MONTHS);
    enter(paired, first(), 0, values);
    enter(renewed, first(), 0, after(values, 3));
    JsonNode found = asked(paired, renewed);
    assertThat(found.get("verdict").asString()).isEqualTo("leads");
    assertThat(found.get("step").asString()).isEqualTo("month");
    assertThat(found.get("bestLag").asInt()).isEqualTo(3);
    assertThat(found.get("r").asDouble()).isGreaterThan(found.get("band").asDouble());
    assertThat(found.get("correlations").size()).isEqualTo(21);
    assertThat(page(paired, renewed))
        .contains(
            "“Sites paired” moves about 3 months before “Sites renewed”, the same way.",
            "Moving before is not causing",
            "class=\"lag best\"")
        .doesNotContain("drives", "because of");
    assertThat(asked(renewed, paired).get("verdict").asString()).isEqualTo("does not lead");
    assertThat(page(renewed, paired)).contains("does not move before “Sites paired”");
    var viewer = Person.MARA.viewer();
    assertThat(leads.of(viewer, UUID.fromString(paired), UUID.fromString(renewed)))
        .get()
        .satisfies(each -> {
          assertThat(each.verdict()).isEqualTo(Verdict.LEADS);
          assertThat(each.correlation()).isCloseTo(found.get("r").asDouble(), within(1e-12));
        });
  }

  @Test
  void twoThatMerelyGrowTogetherDoNotLead() {
    String visits = measure("Visits", "monthly");
    String staff = measure("People here", "monthly");
    double[] one = noise(MONTHS);
    double[] other = noise(MONTHS);
    for (int i = 0; i < MONTHS; i++) {
      one[i] += 40 * i;
      other[i] += 25 * i;
    }
    enter(visits, first(), 0, one);
    enter(staff, first(), 0, other);
    assertThat(asked(visits, staff).get("verdict").asString()).isEqualTo("does not lead");
    assertThat(page(visits, staff)).contains("no more of the other one later than chance would");
  }

  @Test
  void tooLittleIsRefusedInWords() {
    String one = measure("One", "monthly");
    String other = measure("Other", "monthly");
    double[] values = noise(20);
    enter(one, LocalDate.of(2024, 1, 1), 0, values);
    enter(other, LocalDate.of(2024, 1, 1), 0, after(values, 1));
    JsonNode found = asked(one, other);
    assertThat(found.get("verdict").asString()).isEqualTo("too little data");
    assertThat(found.has("r")).isFalse();
    assertThat(found.get("n").asInt()).isEqualTo(19);
    assertThat(page(one, other))
        .contains("19 steps of time that both have values for, and 30 are needed")
        .doesNotContain("class=\"lag");
    String none = measure("None", "monthly");
    assertThat(page(one, none)).contains("no steps of time");
  }

  @Test
  void differentFrequenciesAreComparedByTheLongerOneAndThatIsSaid() {
    String daily = measure("Calls", "weekly");
    String monthly = measure("Renewals", "monthly");
    enter(daily, first(), 7, noise(300));
    enter(monthly, first(), 0, noise(MONTHS));
    assertThat(asked(daily, monthly).get("step").asString()).isEqualTo("month");
    assertThat(page(daily, monthly)).contains("The one with more values is averaged by month.");
  }

  @Test
  void whatNeverMovesSaysNothing() {
    String still = measure("Still", "monthly");
    String moves = measure("Moves", "monthly");
    double[] same = new double[MONTHS];
    java.util.Arrays.fill(same, 7);
    enter(still, first(), 0, same);
    enter(moves, first(), 0, noise(MONTHS));
    assertThat(page(still, moves)).contains("one of the two does not move");
  }

  @Test
  void oneMeasureIsNotComparedWithItselfAndAHiddenOneIsNotThere() {
    String seen = measure("Seen", "monthly");
    String hidden = measure("Hidden", "monthly", "visibility", "named");
    assertThat(page(seen, seen)).contains("Choose two different measures.");
    for (String pair :
        List.of("lead=" + seen + "&lag=" + hidden, "lead=" + hidden + "&lag=" + seen)) {
      assertThat(
              api.as(Person.DEV, "measures:read")
                  .json("GET", ALL + "/lead?" + pair, "")
                  .statusCode())
          .isEqualTo(404);
      assertThat(visitors.as(Person.DEV).page("/measures/lead?" + pair).statusCode())
          .isEqualTo(404);
    }
    assertThat(visitors.as(Person.DEV).page("/measures/lead").body())
        .contains("Seen")
        .doesNotContain("Hidden");
    assertThat(leads.of(Person.DEV.viewer(), UUID.fromString(seen), UUID.fromString(hidden)))
        .isEmpty();
  }
}
