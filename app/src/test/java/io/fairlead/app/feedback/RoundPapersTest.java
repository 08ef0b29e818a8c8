package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.rights.Retention;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.ReadAloud;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.framework.FeedbackIndicator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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
  private static final Viewer PEOPLE_OPS =
      new Viewer(
          Person.ELIF.id(),
          Person.ELIF.fullName(),
          Set.of(Role.PEOPLE_OPS),
          Set.of(),
          Set.of(),
          TestClock.TODAY);

  @Autowired RoundsAtHand atHand;
  @Autowired TeamReportsAtHand teams;
  @Autowired JdbcClient database;
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Retention retention;
  @Autowired RoundPaperPages papers;
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
            "comments: nobody reads comments before the reviewee does",
            "each with the seconds for which it was open",
            "Controller is ",
            "To complain (77)",
            "§ 87 (1) no. 6",
            "In this round. How far apart severe and lenient raters are",
            "in any case after 5 working days")
        .doesNotContain(Person.MARA.fullName(), Person.HENRIK.fullName(), Person.ELIF.fullName())
        .doesNotContainPattern("[{][0-9]")
        .as("a sentence begins with a capital")
        .doesNotContainPattern("[a-z][.] +[a-z]");
  }

  @Test
  void whatOnlyTheOrganisationKnowsIsALineToFillIn() {
    UUID round = atHand.aboutMara().id();
    assertThat(visitors.as(Person.ELIF).page("/feedback/rounds/" + round + "/papers").body())
        .contains("To be filled in by this organisation")
        .contains(
            "class=\"blank\">Legal basis (article 6,", "class=\"blank\">Data protection officer");
  }

  @Test
  void theySayHowLongIsSetAndWhereNothingIsSet() {
    UUID round = atHand.aboutMara().id();
    retention.keep(PEOPLE_OPS, "feedback-asked", 24, 0L, null).orThrow();
    assertThat(visitors.as(Person.ELIF).page("/feedback/rounds/" + round + "/papers").body())
        .contains("people from outside: for 24 months (counted from the last day")
        .contains("figures rest on: without an end, as no time is set yet (counted likewise)")
        .contains("That you were asked is kept for 24 months");
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
  void thePageAndThePdfAreForWhoeverRunsTheRound() throws IOException {
    UUID round = atHand.round("manager", "reviewee-and-manager");
    String at = "/feedback/rounds/" + round + "/papers";
    assertThat(visitors.as(Person.ELIF).page(at).body())
        .contains("Data-protection impact assessment", "Sheet for the works council", "As PDF")
        .contains("by the person it is about and by their manager");
    assertThat(visitors.as(Person.ELIF).page("/feedback/rounds/" + round).body()).contains(at);
    var pdf = visitors.as(Person.ELIF).page(at + ".pdf");
    assertThat(pdf.statusCode()).isEqualTo(200);
    byte[] printed = Objects.requireNonNull(papers.printed(PEOPLE_OPS, round).getBody());
    Files.createDirectories(Path.of("target", "screenshots"));
    Files.write(Path.of("target", "screenshots", "feedback-papers.pdf"), printed);
    assertThat(ReadAloud.findings(printed)).isEmpty();
    assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(visitors.as(Person.JONAS).page(at).statusCode()).isEqualTo(404);
    assertThat(visitors.as(Person.JONAS).page(at + ".pdf").statusCode()).isEqualTo(404);
  }
}
