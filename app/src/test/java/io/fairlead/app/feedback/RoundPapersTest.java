package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.framework.FeedbackIndicator;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class RoundPapersTest {
  @Autowired RoundsAtHand atHand;
  @Autowired TeamReportsAtHand teams;
  @Autowired JdbcClient database;
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired JsonMapper json;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
  }

  @Test
  void thePapersSayTheTermsOfTheRoundAndNameNobody() {
    UUID round = atHand.aboutMara().id();
    JsonNode papers =
        json.readTree(
            api.as(Person.ELIF, "feedback:read")
                .json("GET", "/api/v1/feedback/rounds/" + round + "/papers", null)
                .body());
    assertThat(papers.path("papers").findValuesAsString("code"))
        .containsExactly("impact", "council", "runbook", "rater", "reviewee");
    String all = papers.toString();
    assertThat(all)
        .contains(
            "one reviewee",
            "closer than 3 neighbouring points",
            "from 4 answers of a group, comments from 5",
            "“Leading a team”",
            "For development only",
            "read by the person it is about and by nobody else",
            "nobody reads comments before the reviewee does",
            "In this round. How far apart severe and lenient raters are",
            "in any case after 5 working days")
        .doesNotContain(Person.MARA.fullName(), Person.HENRIK.fullName(), Person.ELIF.fullName())
        .doesNotContainPattern("[{][0-9]");
  }

  @Test
  void ofARoundAboutTeamsTheySpeakOfTeams() {
    UUID round = teams.round(RoundKind.PULSE, Person.ELIF);
    teams.report(round, Person.MARA);
    assertThat(visitors.as(Person.ELIF).page("/feedback/rounds/" + round).body())
        .contains("the notices to the teams and who leads them");
    String all =
        api.as(Person.ELIF, "feedback:read")
            .json("GET", "/api/v1/feedback/rounds/" + round + "/papers", null)
            .body();
    assertThat(all.replace("\"code\":\"reviewee\"", ""))
        .contains(
            "The people of one team answer",
            "read by that team and by who leads it",
            "as long as nobody of your team tells",
            "Where the middle half of all teams lies",
            "Notice to the team and who leads it",
            "In this round. Hints while writing a comment")
        .doesNotContainIgnoringCase("reviewee")
        .doesNotContain("Who rates whom", "blind spot", "severe and lenient", "Patterns of")
        .doesNotContainPattern("[{][0-9]");
  }

  @Test
  void afterAProjectTheySayWhoIsAskedAboutWhom() {
    UUID round = atHand.round("project", "reviewee");
    database.sql("update feedback_round set kind = 'project' where id = ?").param(round).update();
    assertThat(visitors.as(Person.ELIF).page("/feedback/rounds/" + round + "/papers").body())
        .contains(
            "about people who worked on the same objective as you",
            "Who rates whom: those who worked on the same objective");
  }

  @Test
  void theSheetForTheWorksCouncilSaysWhatIsLeftOut() {
    UUID round = atHand.round("manager", "reviewee", Set.of(FeedbackIndicator.SPREAD));
    assertThat(visitors.as(Person.ELIF).page("/feedback/rounds/" + round + "/papers").body())
        .contains(
            "Left out of this round. How far apart severe and lenient raters are",
            "In this round. Strengths and themes");
  }

  @Test
  void thePageAndThePdfAreForWhoeverRunsTheRound() {
    UUID round = atHand.round("manager", "reviewee-and-manager");
    String at = "/feedback/rounds/" + round + "/papers";
    assertThat(visitors.as(Person.ELIF).page(at).body())
        .contains("Data-protection impact assessment", "Sheet for the works council", "As PDF")
        .contains("by the person it is about and by their manager");
    assertThat(visitors.as(Person.ELIF).page("/feedback/rounds/" + round).body()).contains(at);
    var pdf = visitors.as(Person.ELIF).page(at + ".pdf");
    assertThat(pdf.statusCode()).isEqualTo(200);
    assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(visitors.as(Person.JONAS).page(at).statusCode()).isEqualTo(404);
    assertThat(visitors.as(Person.JONAS).page(at + ".pdf").statusCode()).isEqualTo(404);
  }
}
