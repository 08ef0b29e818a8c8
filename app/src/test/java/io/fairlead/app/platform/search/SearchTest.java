package io.fairlead.app.platform.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Statements;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class SearchTest {
  @Autowired Company company;
  @Autowired Goals goals;
  @Autowired Visitors visitors;
  @Autowired Statements statements;

  private UUID sites = new UUID(0, 0);

  @BeforeEach
  void aFewGoals() {
    company.reset();
    sites = goals.objective(Person.MARA, "New sites report within a day");
    goals.keyResult(sites, "First reading in 24 h", 40, 60);
    goals.objective(Person.JONAS, "Secret readings", "Q2 2026", "draft", "public");
  }

  @Test
  void slashFindsAndEnterOpensWithoutAMouse(Browsing browsing) {
    Page page = browsing.as(Person.DEV);
    page.navigate("/");
    page.keyboard().press("/");
    assertThat(page.locator("#search-input")).isFocused();
    page.keyboard().type("read");
    Locator hits = page.locator("#search-found a");
    assertThat(hits).hasCount(1);
    assertThat(hits.first()).containsText("First reading in 24 h");
    assertThat(hits.first()).containsText("New sites report within a day");
    page.keyboard().press("ArrowDown");
    assertThat(hits.first()).isFocused();
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile("/goals/" + sites));
  }

  @Test
  void aDraftIsFoundByItsWriterAlone() {
    assertThat(visitors.as(Person.JONAS).page("/search?q=secret").body())
        .contains("Secret readings");
    assertThat(visitors.as(Person.PRISCILLA).page("/search?q=secret").body())
        .doesNotContain("Secret readings");
  }

  @Test
  void peopleAreFoundByNameTitleAndUnit() {
    Visitor visitor = visitors.as(Person.DEV);
    assertThat(visitor.page("/search?q=lind").body())
        .contains("Mara Lindqvist", "Team lead, Activation", "/people/" + Person.MARA.id());
    assertThat(visitor.page("/search?q=writer").body()).contains("Aiko Mori");
    assertThat(visitor.page("/search?q=100%25_").body()).contains("Nothing that you can see");
    assertThat(visitor.page("/search?q=%27%3A*%26").statusCode()).isEqualTo(200);
  }

  @Test
  void aSearchTakesAStatementASource() {
    Visitor visitor = visitors.as(Person.DEV);
    visitor.page("/search?q=sites");
    assertThat(statements.of("/search?q=sites")).hasSizeLessThanOrEqualTo(5);
  }
}
