package io.fairlead.app.measures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fairlead.app.testing.Person.DEV;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// Mara has design documents scored by Jonas and Dev, from the first click to what the chart says.
@BrowserTest
class RubricJourneyTest {
  @Autowired Company company;
  @Autowired ApiClient api;
  @Autowired Visitors visitors;
  @Autowired JsonMapper json;

  private String measure = "";

  @BeforeEach
  void aMeasureThatIsScored() {
    company.reset();
    HttpResponse<String> made =
        api.as(MARA, "measures:write")
            .json(
                "POST",
                "/api/v1/measures",
                "{\"name\": \"Quality of design documents\", \"source\": \"rubric\", \"unit\": \"of 5\"}");
    measure = "/measures/" + json.readTree(made.body()).get("id").asString();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void fromTheRubricToAValueThatPeopleAgreeOn(Browsing browsing) {
    Page mara = browsing.as(MARA);
    mara.navigate(measure);
    look(mara, "none");
    link(mara, "Write the rubric").click();
    link(mara, "Design document").click();
    look(mara, "form");
    mara.locator("[name='items[0].name']").fill("");
    mara.getByLabel("Who scores").fill("Jonas Beck\nDev Patel\nNobody Known");
    button(mara, "Save the rubric").click();
    assertThat(mara.locator("main")).containsText("Nobody here is called “Nobody Known”");
    mara.getByLabel("Who scores").fill("Jonas Beck\nDev Patel");
    button(mara, "Save the rubric").click();
    assertThat(mara.locator("[id='error-items[0].name']")).isVisible();
    mara.locator("[name='items[0].name']").fill("Problem");
    button(mara, "Save the rubric").click();
    assertThat(mara.locator("main")).containsText("There are no samples");

    link(mara, "Samples").click();
    mara.getByText("Several at once, who scores them, a part of the measure").click();
    mara.getByLabel("Several, one a line")
        .fill(
            "Cache for tariffs; 2026-05-04; Aiko Mori; https://docs.example/tariffs\nQueue; soon");
    button(mara, "Add").click();
    assertThat(mara.locator("main")).containsText("Line 2: Write a day");
    mara.getByLabel("Several, one a line")
        .fill(
            "Cache for tariffs; 2026-05-04; Aiko Mori; https://docs.example/tariffs\nQueue of readings; 2026-05-06");
    button(mara, "Add").click();
    assertThat(mara.locator("main")).containsText("Cache for tariffs");
    assertThat(mara.locator("main")).containsText("0 of 2");
    look(mara, "samples");

    Page jonas = browsing.as(JONAS);
    jonas.navigate("/");
    jonas.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Score")).first().click();
    assertThat(jonas.locator("h1")).hasText("Cache for tariffs");
    look(jonas, "scoring");
    for (String key : List.of("4", "4", "3", "0", "5")) {
      jonas.keyboard().press(key);
    }
    button(jonas, "Save my scores").click();
    assertThat(jonas.locator("#error-mark-5")).isVisible();
    assertThat(jonas.locator("[name=mark-3]:checked")).hasValue("0");
    jonas.locator("[name=mark-0]").first().focus();
    for (String key : List.of("4", "4", "3", "0", "5", "2")) {
      jonas.keyboard().press(key);
    }
    jonas.getByLabel("Note").fill("Nothing on rolling back.");
    button(jonas, "Save my scores").click();
    assertThat(jonas.locator("h1")).hasText("Queue of readings");
    for (String key : List.of("2", "2", "2", "2", "2", "2")) {
      jonas.keyboard().press(key);
    }
    button(jonas, "Save my scores").click();
    assertThat(jonas.locator("main")).containsText("You have scored this");

    Page dev = browsing.as(DEV);
    dev.navigate("/");
    dev.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Score")).first().click();
    for (String title : List.of("Cache for tariffs", "Queue of readings")) {
      assertThat(dev.locator("h1")).hasText(title);
      assertThat(dev.content()).doesNotContain("Nothing on rolling");
      for (int item = 0; item < 6; item++) {
        dev.keyboard().press("4");
      }
      button(dev, "Save my scores").click();
    }
    assertThat(dev.locator("main")).containsText("You have scored this");

    mara.navigate(measure);
    assertThat(mara.locator("main"))
        .containsText("2 are scored by all who were asked, by 2 people");
    assertThat(mara.locator("main")).containsText("Their mean is 3.4");
    look(mara, "few");
    link(mara, "Samples").click();
    link(mara, "Cache for tariffs").click();
    assertThat(mara.getByRole(AriaRole.MAIN)).containsText("Nothing on rolling back.");
    look(mara, "owner");

    Page ruben = browsing.as(RUBEN);
    ruben.navigate(measure);
    assertThat(ruben.locator("main")).containsText("Their mean is 3.4");
    assertThat(ruben.locator("main")).not().containsText("Cache for tariffs");
  }

  private static void look(Page page, String name) {
    String path = page.url().replaceFirst("^https?://[^/]+", "");
    assertThat(Look.findings(page, path, "rubric-" + name)).isEmpty();
  }

  private void sent(Person person, String method, String path, Object body, String... headers) {
    HttpResponse<String> answer =
        api.as(person, "measures:read", "measures:write")
            .json(method, "/api/v1" + path, json.writeValueAsString(body), headers);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }

  /// Twelve documents of three raters each, over three months.
  @Test
  void manyScoresSayHowFarPeopleAgree(Browsing browsing) {
    sent(
        MARA,
        "PUT",
        measure + "/rubric",
        RubricLibraryTest.input(new RubricLibrary().find("design-document").orElseThrow()));
    List<Map<String, Object>> documents = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      documents.add(
          Map.of(
              "title",
              "Document " + i,
              "day",
              "2026-0" + (3 + i / 4) + "-0" + (1 + i % 4),
              "raters",
              List.of(JONAS.id(), DEV.id(), RUBEN.id())));
    }
    HttpResponse<String> added =
        api.as(MARA, "measures:write")
            .json(
                "POST",
                "/api/v1" + measure + "/samples",
                json.writeValueAsString(Map.of("samples", documents)));
    int number = 0;
    for (var id : json.readTree(added.body()).get("samples")) {
      int quality = 1 + (number * 7) % 4;
      for (Person rater : List.of(JONAS, DEV, RUBEN)) {
        int mark = Math.min(5, quality + (rater == DEV && number % 3 == 0 ? 1 : 0));
        sent(
            rater,
            "POST",
            measure + "/samples/" + id.asString() + "/scores",
            Map.of("version", 1, "marks", java.util.Collections.nCopies(6, mark)));
      }
      number++;
    }
    Page mara = browsing.as(MARA);
    mara.navigate(measure);
    Locator main = mara.locator("main");
    assertThat(main).containsText("All 12 samples scored by these items");
    assertThat(main).containsText("The reliability of a single score is");
    assertThat(main).containsText("Whether scores tell samples apart can be said from 5 samples");
    mara.getByText("How they are scored: 6 items").click();
    mara.getByText("Planned: 5 samples a month, each scored by 2 people").click();
    assertThat(main).containsText("A period’s mean lies within");
    look(mara, "many");
    String csv = visitors.as(MARA).page(measure + "/scores.csv").body();
    assertThat(csv.lines().count()).isEqualTo(37);
    assertThat(csv).contains("item 6,note").contains("Document 0,Dev Patel,1,2,2,2,2,2,2,");
    assertThat(visitors.as(JONAS).page(measure + "/scores.csv").body().lines().count())
        .isEqualTo(13);
  }
}
