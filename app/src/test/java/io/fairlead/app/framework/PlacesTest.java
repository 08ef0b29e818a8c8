package io.fairlead.app.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// What an organisation has switched off appears nowhere, and is there again when it is switched
/// on.
@AppTest
class PlacesTest {
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired Frameworks frameworks;
  @Autowired JsonMapper json;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
    frameworks.forget();
  }

  private void inForce(int basedOn, String places) {
    Visitor elif = visitors.as(Person.ELIF);
    elif.page("/account");
    String document = "organisation: {name: Brightwell}\nplaces: " + places + "\n";
    assertThat(
            elif.json(
                    "PUT",
                    "/api/v1/framework",
                    json.writeValueAsString(Map.of("document", document, "reason", "less at once")),
                    "If-Match",
                    "\"" + basedOn + "\"")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void withoutGoalsNothingSpeaksOfThem() {
    inForce(0, "{goals: false}");
    Visitor mara = visitors.as(Person.MARA);
    assertThat(mara.page("/").body())
        .doesNotContain("href=\"/goals")
        .doesNotContain("key result")
        .contains("href=\"/people\"");
    assertThat(mara.page("/people/" + Person.JONAS.id()).body()).doesNotContain("/goals");
    assertThat(mara.page("/goals").statusCode()).isEqualTo(404);
    assertThat(mara.page("/goals").body()).contains("switched this off");
    assertThat(mara.json("GET", "/api/v1/objectives", null).statusCode()).isEqualTo(404);
    assertThat(mara.json("GET", "/api/v1/objectives", null).body()).contains("not-used-here");
    assertThat(mara.page("/search?q=Jonas").body()).contains("Jonas");
  }

  @Test
  void theyAreThereAgainWhenSwitchedOn() {
    inForce(0, "{goals: false}");
    inForce(1, "{goals: true}");
    Visitor mara = visitors.as(Person.MARA);
    assertThat(mara.page("/").body()).contains("href=\"/goals\"");
    assertThat(mara.page("/goals").statusCode()).isEqualTo(200);
  }

  @Test
  void withoutTalkGoalsStay() {
    inForce(0, "{talk: false}");
    Visitor mara = visitors.as(Person.MARA);
    assertThat(mara.page("/goals").body()).doesNotContain("/goals/activity");
    assertThat(mara.page("/goals/activity").statusCode()).isEqualTo(404);
  }
}
