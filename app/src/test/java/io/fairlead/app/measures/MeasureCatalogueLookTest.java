package io.fairlead.app.measures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fairlead.app.testing.Person.MARA;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Mara looks for a measure that others have thought about, and begins with it.
@BrowserTest
class MeasureCatalogueLookTest {
  @Autowired Company company;
  @Autowired ApiClient api;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void aMeasureIsFoundAndBegunWith(Browsing browsing) {
    Page page = browsing.as(MARA);
    page.navigate("/measures");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Catalogue")).click();
    Look.at(page, "/measures/catalogue?domain=sales");
    page.getByLabel("About").selectOption(new SelectOption().setLabel("Selling"));
    page.getByLabel("With the words").fill("offers won");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show").setExact(true))
        .click();
    Locator found = page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LISTITEM);
    assertThat(found.filter(new Locator.FilterOptions().setHasText("Win rate"))).hasCount(1);
    page.getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName("Use “Win rate”").setExact(true))
        .click();
    assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
        .hasValue("Win rate");
    assertThat(page.locator("[name=unit]")).hasValue("%");
    assertThat(page.locator("[name=direction]:checked")).hasValue("higher");
    assertThat(page.locator("[name=tense]")).hasValue("lagging");
    page.navigate("/measures/catalogue?search=nothing+has+these+words");
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("No measure fits all of that");
  }

  @Test
  void theSameByApi() {
    HttpResponse<String> response =
        api.as(MARA, "measures:read")
            .json("GET", "/api/v1/measures/catalogue?domain=people&tense=leading", "");
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode measures = JsonMapper.shared().readTree(response.body()).get("measures");
    assertThat(measures.size()).isGreaterThan(3);
    JsonNode first = measures.get(0);
    assertThat(first.get("id").asString()).isEqualTo("people-offer-acceptance");
    assertThat(first.get("lag").get("unit").asString()).isEqualTo("months");
    assertThat(first.get("counter").asString()).isEqualTo("people-time-to-fill");
    assertThat(
            api.as(MARA, "measures:read")
                .json("GET", "/api/v1/measures/catalogue?domain=moon", "")
                .statusCode())
        .isEqualTo(422);
  }
}
