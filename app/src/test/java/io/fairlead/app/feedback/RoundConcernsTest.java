package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.framework.FeedbackDefaults.Opening;
import io.fairlead.methods.instruments.Relationship;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where threats and misconduct go is said to everybody who might read or write of one.
@AppTest
class RoundConcernsTest {
  private static final String OMBUD = "The ombudsperson, <ombud@example.org>";
  private static final String ON_PAGES =
      "Whom to turn to: The ombudsperson, &lt;ombud@example.org&gt;";
  private static final String TO_THE_OWNER =
      "take it to Elif Arslan, who answers for this round, or to the body";

  @Autowired RoundsAtHand rounds;
  @Autowired ReportsAtHand reports;
  @Autowired ReportPapers papers;
  @Autowired RoundStore store;
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired JsonMapper json;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
  }

  private static RoundTerms terms(@Nullable Person steward, String concerns) {
    return ReportsAtHand.terms(Audience.REVIEWEE, steward, concerns, Opening.USUAL, Set.of());
  }

  private String page(Person person, String address) {
    HttpResponse<String> page = visitors.as(person).page(address);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    return page.body();
  }

  private JsonNode read(Person person, String address) {
    return json.readTree(api.as(person, "feedback:read").json("GET", address, null).body());
  }

  @Test
  void everyReportSaysItOnThePageOnPaperAndToPrograms() throws IOException {
    for (@Nullable Person steward : new @Nullable Person[] {null, Person.AIKO}) {
      for (String concerns : new String[] {OMBUD, ""}) {
        UUID round = reports.round(terms(steward, concerns));
        UUID subject = reports.report(round, Person.MARA, ReportsAtHand.usual());
        reports.open(subject);
        String said = concerns.isEmpty() ? TO_THE_OWNER : "Whom to turn to: " + OMBUD;
        assertThat(page(Person.MARA, "/feedback/reports/" + subject))
            .contains(concerns.isEmpty() ? TO_THE_OWNER : ON_PAGES);
        assertThat(paper(subject)).contains(said);
        assertThat(
                read(Person.MARA, "/api/v1/feedback/reports/" + subject)
                    .path("head")
                    .path("concerns")
                    .asString(""))
            .isEqualTo(concerns);
      }
    }
  }

  private String paper(UUID subject) throws IOException {
    byte[] bytes = Objects.requireNonNull(papers.api(Person.MARA.viewer(), subject).getBody());
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  @Test
  void theStewardAndTheSecondPersonReadIt() {
    UUID round = reports.round(terms(Person.AIKO, OMBUD));
    reports.report(round, Person.MARA, ReportsAtHand.usual());
    String at = "/feedback/rounds/" + round + "/comments";
    assertThat(page(Person.AIKO, at)).contains(ON_PAGES).doesNotContain("Elif Arslan, who answers");
    assertThat(page(Person.ELIF, at + "/asked")).contains(ON_PAGES);
    assertThat(read(Person.AIKO, "/api/v1" + at).path("concerns").asString()).isEqualTo(OMBUD);
  }

  @Test
  void ratersReadItBeforeTheyWriteAndGuestsToo() {
    UUID round = rounds.round("manager", "reviewee", Set.of(), OMBUD);
    UUID subject = rounds.subject(round, Person.MARA);
    UUID peer = rounds.ask(subject, Person.RUBEN, Relationship.PEER);
    RoundsAtHand.GuestAtHand guest = rounds.guest(round, subject, "Someone Else");
    assertThat(page(Person.RUBEN, "/feedback/give/" + peer)).contains(ON_PAGES);
    assertThat(visitors.stranger().page("/give/" + guest.token() + "/" + guest.invitation()).body())
        .contains(ON_PAGES);
    assertThat(
            read(Person.RUBEN, "/api/v1/feedback/invitations/" + peer)
                .path("promise")
                .path("concerns")
                .asString())
        .isEqualTo(OMBUD);
    assertThat(page(Person.RUBEN, "/feedback/give/" + rounds.aboutMara().of(Person.RUBEN)))
        .contains(TO_THE_OWNER);
  }

  @Test
  void thePapersSayItAndNameNobodyOfThemselves() {
    for (String concerns : new String[] {OMBUD, ""}) {
      UUID round = rounds.round("manager", "reviewee", Set.of(), concerns);
      JsonNode found = read(Person.ELIF, "/api/v1/feedback/rounds/" + round + "/papers");
      for (JsonNode paper : found.path("papers")) {
        String said = concerns.isEmpty() ? "take it to the owner of the round" : OMBUD;
        boolean says =
            Set.of("impact", "rater", "reviewee").contains(paper.path("code").asString());
        assertThat(paper.toString().contains(said)).as(paper.toString()).isEqualTo(says);
      }
    }
  }

  @Test
  void aDraftWithoutOneIsAdvisedAndOneThatIsTooLongIsRefusedWithAllThatWasWritten() {
    UUID draft = define(Map.of("name", "Spring", "instrument", "manager"));
    assertThat(page(Person.ELIF, "/feedback/rounds/" + draft))
        .contains("This round names nobody to turn to", TO_THE_OWNER);
    UUID named =
        define(
            Map.of(
                "name", "Summer", "instrument", "manager", "concerns", " " + OMBUD + "\nhash x"));
    assertThat(page(Person.ELIF, "/feedback/rounds/" + named))
        .as("in one line")
        .contains(ON_PAGES + " hash x")
        .doesNotContain("This round names nobody to turn to");
    assertThat(page(Person.ELIF, "/feedback/rounds/" + named + "/edit"))
        .contains("name=\"concerns\"", "The ombudsperson, &lt;ombud@example.org> hash x");
    HttpResponse<String> refused =
        api.as(Person.ELIF, "feedback:write")
            .json(
                "POST",
                "/api/v1/feedback/rounds",
                json.writeValueAsString(
                    Map.of("name", "Long", "instrument", "manager", "concerns", "x".repeat(301))));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("concerns", "300");
  }

  private UUID define(Map<String, String> round) {
    HttpResponse<String> made =
        api.as(Person.ELIF, "feedback:read", "feedback:write")
            .json("POST", "/api/v1/feedback/rounds", json.writeValueAsString(round));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return UUID.fromString(json.readTree(made.body()).path("id").asString());
  }

  @Test
  void itIsALineOfThePromiseAndOtherPromisesStayAsTheyWere() {
    UUID id = UUID.randomUUID();
    String without = Promise.text(id, terms(null, ""), ReportsAtHand.INSTRUMENT);
    String with = Promise.text(id, terms(null, OMBUD), ReportsAtHand.INSTRUMENT);
    assertThat(without).doesNotContain("\nconcerns ");
    assertThat(with).contains("\nconcerns " + OMBUD + "\n");
    assertThat(with.replace("concerns " + OMBUD + "\n", "")).isEqualTo(without);
    UUID round = reports.round(terms(null, OMBUD));
    assertThat(store.find(round).orElseThrow().terms().concerns()).isEqualTo(OMBUD);
  }
}
