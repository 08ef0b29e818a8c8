package io.fairlead.app.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.Finding.Severity;
import io.fairlead.methods.framework.FrameworkDifference;
import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.framework.FrameworkLint;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class StarterFrameworkTest {
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired Frameworks frameworks;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
    frameworks.forget();
  }

  private Visitor elif() {
    Visitor elif = visitors.as(Person.ELIF);
    elif.page("/studio/framework");
    return elif;
  }

  @Test
  void theLintHasNothingAboveAdviceToSayOfAnyThatIsNotWaivedWithAReason() {
    assertThat(StarterFramework.all()).hasSize(7);
    for (StarterFramework starter : StarterFramework.all()) {
      FrameworkDocument document = FrameworkDocument.parse(starter.text()).orThrow();
      assertThat(FrameworkLint.lint(document))
          .as(starter.id())
          .allMatch(finding ->
              finding.severity() == Severity.ADVICE || finding.waivedBecause().isPresent());
    }
  }

  @Test
  void eachSaysWhyAndWorksDifferently() {
    List<String> effects =
        StarterFramework.all().stream()
            .map(starter ->
                FrameworkDifference.between(
                        DefaultFramework.document(),
                        FrameworkDocument.parse(starter.text()).orThrow())
                    .toString())
            .toList();
    assertThat(effects).doesNotHaveDuplicates();
    assertThat(StarterFramework.all())
        .allSatisfy(starter -> {
          assertThat(starter.text()).startsWith("# For ");
          assertThat(starter.text().lines().filter(line -> line.strip().startsWith("#")).count())
              .isGreaterThanOrEqualTo(12);
        });
  }

  @Test
  void thePageListsThemForWhoeverMayChangeIt() {
    String page = elif().page("/studio/framework").body();
    for (StarterFramework starter : StarterFramework.all()) {
      assertThat(page).contains("/studio/framework/edit?starter=" + starter.id());
    }
    assertThat(page).contains("Start from a start-up of about thirty");
    assertThat(visitors.as(Person.MARA).page("/studio/framework").body())
        .doesNotContain("starter=");
  }

  @Test
  void oneIsTakenIntoTheEditorAndNotPutInForce() {
    Visitor elif = elif();
    for (StarterFramework starter : StarterFramework.all()) {
      assertThat(elif.page("/studio/framework/edit?starter=" + starter.id()).body())
          .contains(starter.text().lines().findFirst().orElseThrow());
    }
    assertThat(frameworks.history()).isEmpty();
    assertThat(elif.page("/studio/framework/edit?starter=unheard-of").statusCode()).isEqualTo(404);
    assertThat(
            visitors.as(Person.MARA).page("/studio/framework/edit?starter=start-up").statusCode())
        .isEqualTo(403);
  }

  @Test
  void whoTheOrganisationIsAndWhereItIsGoingStays() {
    Visitor elif = elif();
    String own =
        """
        organisation: {name: Brightwell, zone: Europe/Berlin}
        direction:
          mission: Towns stop losing water.
          ambitions:
            - name: No leak unseen
              by: 2028-12-31
          values:
            - name: Calm
              means: Speaks last when it is loud.
        """;
    elif.post(
        "/studio/framework/versions",
        "version",
        "0",
        "key",
        UUID.randomUUID().toString(),
        "document",
        own,
        "reason",
        "Ours.");
    for (StarterFramework starter : StarterFramework.all()) {
      FrameworkDocument taken =
          FrameworkDocument.parse(starter.textFor(frameworks.inForce())).orThrow();
      assertThat(taken.framework().organisation())
          .isEqualTo(frameworks.inForce().document().framework().organisation());
      assertThat(taken.framework().direction().mission()).hasValue("Towns stop losing water.");
      assertThat(taken.framework().direction().ambitions()).hasSize(1);
      assertThat(taken.framework().direction().values()).hasSize(1);
      assertThat(taken.framework().cadence())
          .isEqualTo(FrameworkDocument.parse(starter.text()).orThrow().framework().cadence());
      assertThat(taken.text()).contains("# For ");
    }
  }
}
