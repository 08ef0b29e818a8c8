package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.framework.Forgetting;
import io.fairlead.app.framework.FrameworkInput;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.FrameworkEdit;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// What the goal linter says of a draft, and that the framework decides which rules speak.
@AppTest
class GoalWordingTest {
  private static final String DRAFT =
      """
      {"title": "Reach 500 customers", "keyResults": [{"title": "Launch the new pairing screen", "kind": "yes-no"}]}
      """;

  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired Frameworks frameworks;
  @Autowired JsonMapper json;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
    Forgetting.of(frameworks);
  }

  private List<String> rules() {
    HttpResponse<String> response =
        api.as(Person.MARA, "goals:read", "goals:write")
            .json("POST", "/api/v1/objectives/preview", DRAFT);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    List<String> rules = new ArrayList<>();
    json.readTree(response.body())
        .path("wording")
        .forEach(each -> rules.add(each.path("rule").asString()));
    return rules;
  }

  @Test
  void aFigureInTheObjectiveAndATaskAreSaid() {
    assertThat(rules()).contains("O1", "K3");
  }

  @Test
  void aRuleThatTheFrameworkSwitchesOffIsSilent() {
    String document = FrameworkEdit.set(DefaultFramework.text(), "lint.off", List.of("O1"));
    frameworks
        .apply(
            new Viewer(
                Person.ELIF.id(),
                "Elif Arslan",
                Set.of(Role.PEOPLE_OPS),
                Set.of(),
                Set.of(),
                TestClock.TODAY),
            new FrameworkInput(
                document, "Figures are welcome", frameworks.inForce().number(), null))
        .orThrow();
    assertThat(rules()).contains("K3").doesNotContain("O1");
  }
}
