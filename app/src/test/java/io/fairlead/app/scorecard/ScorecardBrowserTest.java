package io.fairlead.app.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// A card of usual size on the screen and on paper, and a strategy map drawn with the pointer.
@BrowserTest
class ScorecardBrowserTest {
  private static final String ALL = "/api/v1/scorecards";
  private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");
  private static final String[][] CARD = {
    {"Finance", "Grow with those we have", "Spend less on each installation"},
    {"Customers", "New sites report within a day", "Operators renew because it works"},
    {"Processes", "Installers finish alone", "Releases that nobody notices"},
    {"Learning", "Engineers who know the roof", "Everyone can read the data"}
  };

  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired JsonMapper json;

  private String card;

  @BeforeEach
  void aCardOfUsualSize() {
    company.reset();
    List<Map<String, Object>> perspectives = new ArrayList<>();
    int number = 0;
    for (String[] perspective : CARD) {
      List<Map<String, Object>> objectives = new ArrayList<>();
      for (int i = 1; i < perspective.length; i++) {
        List<Map<String, Object>> measures = new ArrayList<>();
        for (int m = 0; m < 2; m++) {
          measures.add(measure("measure-" + number, number++));
        }
        Map<String, Object> objective = new HashMap<>();
        objective.put("title", perspective[i]);
        objective.put("measures", measures);
        objective.put(
            "initiatives",
            List.of(
                Map.of(
                    "name", "Guides in four languages", "due", "2026-06-30", "state", "running")));
        objectives.add(objective);
      }
      perspectives.add(Map.of("name", perspective[0], "weight", 0.25, "objectives", objectives));
    }
    card = made(ALL, Map.of("title", "Activation in 2026", "perspectives", perspectives));
  }

  private Map<String, Object> measure(String code, int number) {
    boolean lower = number % 5 == 1;
    made(
        "/api/v1/measures",
        Map.of(
            "code",
            code,
            "name",
            "Support calls per new site " + number,
            "unit",
            "calls",
            "direction",
            lower ? "lower" : "higher",
            "frequency",
            "monthly",
            "tense",
            number % 2 == 0 ? "leading" : "lagging"));
    List<Map<String, Object>> values = new ArrayList<>();
    // What shows at new sites follows what installers do two months later.
    Random random = new Random(number == 4 ? 8 : number);
    double at = 40;
    double[] walk = new double[62];
    for (int i = 0; i < walk.length; i++) {
      at += random.nextGaussian();
      walk[i] = at;
    }
    for (int i = 0; i < 60; i++) {
      values.add(
          Map.of(
              "day",
              LocalDate.of(2026, 4, 20).minusMonths(59L - i).toString(),
              "value",
              number == 4 ? walk[i] : walk[i + 2]));
    }
    api.as(Person.MARA, "measures:read", "measures:write")
        .json(
            "POST",
            "/api/v1/measures/" + id(code) + "/values",
            json.writeValueAsString(Map.of("values", values)));
    Map<String, Object> weighed = new HashMap<>();
    weighed.put("measure", code);
    weighed.put("floor", lower ? 60 : 20);
    weighed.put("target", lower ? 30 : 50);
    return weighed;
  }

  private String id(String code) {
    HttpResponse<String> found =
        api.as(Person.MARA, "measures:read").json("GET", "/api/v1/measures?q=" + code, "");
    return json.readTree(found.body()).get("measures").get(0).get("id").asString();
  }

  private String made(String path, Object body) {
    HttpResponse<String> response =
        api.as(
                Person.MARA,
                "scorecards:read",
                "scorecards:write",
                "measures:read",
                "measures:write")
            .json("POST", path, json.writeValueAsString(body));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return json.readTree(response.body()).get("id").asString();
  }

  @Test
  void theCardIsReadOnEveryScreenAndTakesOnePageOfPaper(Browsing browsing) {
    Page page = browsing.as(Person.MARA);
    Look.at(page, "/scorecards/" + card);
    Look.at(page, "/scorecards/" + card + "?period=2026-Q1");
    Look.at(page, "/scorecards/" + card + "/edit");
    Look.at(page, "/scorecards/" + card + "/comparison");
    Look.at(page, "/scorecards/" + card + "/cascade");
    page.setViewportSize(1440, 1000);
    assertThat(pagesOfPaper(page, "/scorecards/" + card, "scorecard")).isEqualTo(1);
    assertThat(pagesOfPaper(page, "/scorecards/" + card + "?period=2026-Q1", "scorecard-of-period"))
        .isEqualTo(1);
  }

  private static long pagesOfPaper(Page page, String path, String name) {
    page.navigate(path);
    byte[] paper =
        page.pdf(
            new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPrintBackground(true)
                .setPath(Path.of("target/screenshots/" + name + ".pdf")));
    return PAGE.matcher(new String(paper, StandardCharsets.ISO_8859_1)).results().count();
  }

  @Test
  void anArrowIsDrawnByClickingTwoCardsAndByKeyboard(Browsing browsing) {
    Page page = browsing.as(Person.MARA);
    page.navigate("/scorecards/" + card + "/map");
    page.locator(".node:has-text('Installers finish')").click();
    page.locator(".node:has-text('New sites report')").click();
    page.keyboard().type("2");
    page.keyboard().press("Enter");
    page.waitForSelector("text=The arrow is drawn.");
    assertThat(page.locator("main").innerText())
        .contains(
            "“Installers finish alone” helps “New sites report within a day” after 2 months",
            "moves before Support calls per new site 4 by 2 months, about as expected");

    page.locator("#field-from").focus();
    page.keyboard().type("Engineers");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().type("Grow");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.waitForSelector("text=“Engineers who know the roof” helps “Grow with those we have”");
    assertThat(page.locator("path.arrow[marker-end]").count()).isEqualTo(2);
    Look.at(page, "/scorecards/" + card + "/map");
  }
}
