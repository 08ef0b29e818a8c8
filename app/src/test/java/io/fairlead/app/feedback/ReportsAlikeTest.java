package io.fairlead.app.feedback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.SubjectAnswers;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Answers that publish alike cannot be told apart by anything that a reader gets.
@AppTest
class ReportsAlikeTest {
  private static final LocalDate OPEN = LocalDate.of(2026, 5, 19);

  /// What differs from one request to the next whoever looks.
  static final String FRESH =
      "(_csrf\" value=\"|csrf-token\" content=\"|X-XSRF-TOKEN\": \"|name=\"key\" value=\")[^\"]*";

  @Autowired ReportsAtHand atHand;
  @Autowired ReportPapers papers;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired TestClock clock;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  /// The same figures and comments from others: who of a group gave what is turned round, two swap
  /// a point where the mean stays, and what is a bound may lie further out.
  private static SubjectAnswers otherwise(int turn) {
    Map<String, Integer> groups = new LinkedHashMap<>();
    groups.put("crossfunctional", 4);
    groups.put("peer", 5);
    return ReportsAtHand.answers(
        groups,
        (rater, item) -> rating(rater, item.competency(), turn),
        (rater, question) ->
            rater.equals("peer " + turn % 5) && question.equals("continue")
                ? "One"
                : comment(rater, question, turn));
  }

  private static int rating(String rater, String competency, int turn) {
    if (rater.equals("self") || rater.equals("manager")) {
      return 4;
    }
    int number = Integer.parseInt(rater.substring(rater.indexOf(' ') + 1));
    boolean peer = rater.startsWith("peer");
    int turned = (number + turn) % (peer ? 5 : 4);
    return switch (competency) {
      // All high, or one a point lower: at least 4.6 and 4.5 either way.
      case "delivery" -> turn % 2 == 1 && number == 1 ? 4 : 5;
      // The same mean from others: 3, 3, 3, 4, 2 or 5, 1, 3, 3, 3.
      case "craft" ->
          turn % 2 == 0
              ? List.of(3, 3, 3, 4, 2).get(peer ? turned : turned % 3)
              : peer ? List.of(5, 1, 3, 3, 3).get(turned) : 3;
      // All low: at most 1.4 and 1.5 either way.
      case "communication" -> turn % 2 == 1 && number == 0 ? 2 : 1;
      case "collaboration" -> List.of(2, 3, 4, 3, 3).get(turned % (peer ? 5 : 4));
      default -> 3;
    };
  }

  private static String comment(String rater, String question, int turn) {
    if (!rater.startsWith("peer") || !question.equals("continue")) {
      return "";
    }
    int turned = (Integer.parseInt(rater.substring(5)) + 5 - turn % 5) % 5;
    return turned == 1 ? "Two" : turned == 2 ? "Three" : "";
  }

  /// @param paper its bytes as letters
  private record Seen(String page, String etag, String paper, String json, String guide) {}

  private Seen seen(Person reader, UUID subject) {
    Visitor visitor = visitors.as(reader);
    HttpResponse<String> page = visitor.page("/feedback/reports/" + subject);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    HttpResponse<String> json =
        api.as(reader, "feedback:read").json("GET", "/api/v1/feedback/reports/" + subject, "");
    return new Seen(
        page.body().replaceAll(FRESH, "$1"),
        page.headers().firstValue("ETag").orElse("") + json.headers().firstValue("ETag").orElse(""),
        new String(
            Objects.requireNonNull(papers.api(reader.viewer(), subject).getBody()), ISO_8859_1),
        json.body(),
        visitor.page("/feedback/reports/" + subject + "/guide").body().replaceAll(FRESH, "$1")
            + api.as(reader, "feedback:read")
                .json("GET", "/api/v1/feedback/reports/" + subject + "/guide", "")
                .body());
  }

  @Test
  void pagePaperJsonAndGuideAreTheSameByteForByte() {
    Published first = ReportsAtHand.published(otherwise(0));
    UUID round = atHand.round(Audience.REVIEWEE_AND_MANAGER, null);
    UUID subject = atHand.report(round, Person.MARA, first);
    atHand.precision(round);
    clock.set(OPEN);
    for (Person reader : List.of(Person.MARA, Person.HENRIK)) {
      atHand.replace(subject, first);
      atHand.orderByWords();
      Seen before = seen(reader, subject);
      assertThat(before.json()).contains("\">=\"", "\"<=\"", "Three");
      assertThat(before.guide()).contains("It may mean", "\"mayMean\"");
      for (int turn = 1; turn < 6; turn++) {
        assertThat(otherwise(turn)).isNotEqualTo(otherwise(0));
        Published other = ReportsAtHand.published(otherwise(turn));
        assertThat(other.scores()).isEqualTo(first.scores());
        atHand.replace(subject, other);
        atHand.orderByWords();
        Seen after = seen(reader, subject);
        assertThat(after.page()).isEqualTo(before.page());
        assertThat(after.json()).isEqualTo(before.json());
        assertThat(after.guide()).isEqualTo(before.guide());
        assertThat(after.etag()).isEqualTo(before.etag());
        assertThat(after.paper()).isEqualTo(before.paper());
      }
    }
  }

  private static String guide(Seen seen) {
    return seen.guide().substring(seen.guide().indexOf("<main"));
  }

  @Test
  void anotherObjectIsSeenToBeAnother() {
    UUID round = atHand.round(Audience.REVIEWEE, null);
    UUID subject = atHand.report(round, Person.MARA, ReportsAtHand.usual());
    clock.set(OPEN);
    Seen before = seen(Person.MARA, subject);
    atHand.replace(subject, ReportsAtHand.published(otherwise(0)));
    Seen after = seen(Person.MARA, subject);
    assertThat(after.page()).isNotEqualTo(before.page());
    assertThat(after.json()).isNotEqualTo(before.json());
    assertThat(after.paper()).isNotEqualTo(before.paper());
    assertThat(after.guide()).isNotEqualTo(before.guide());
  }

  @Test
  void nothingOfRatersLeavesWithTheReport() throws IOException {
    UUID round = atHand.round(Audience.REVIEWEE_AND_MANAGER, Person.AIKO);
    UUID subject = atHand.report(round, Person.MARA, ReportsAtHand.usual());
    for (Person rater : List.of(Person.JONAS, Person.DEV, Person.AIKO, Person.RUBEN)) {
      atHand.asked(subject, rater, "peer", "asked");
    }
    List<String> comments = atHand.commentIds();
    clock.set(OPEN);
    for (Person reader : List.of(Person.MARA, Person.HENRIK)) {
      Seen seen = seen(reader, subject);
      String text;
      try (PDDocument document = Loader.loadPDF(seen.paper().getBytes(ISO_8859_1))) {
        text = new PDFTextStripper().getText(document);
        assertThat(document.getDocumentInformation().getAuthor()).isNull();
        assertThat(document.getDocumentInformation().getCreationDate()).isNull();
        assertThat(document.getDocumentInformation().getModificationDate()).isNull();
        assertThat(document.getDocumentInformation().getKeywords()).isNull();
      }
      String report = seen.page().substring(seen.page().indexOf("<main"));
      for (String said : List.of(report, seen.json(), text, guide(seen), seen.paper())) {
        assertThat(said).doesNotContain(comments);
        for (Person rater : List.of(Person.JONAS, Person.DEV, Person.AIKO, Person.RUBEN)) {
          assertThat(said).doesNotContain(rater.id().toString(), rater.fullName());
        }
        assertThat(said).doesNotContain("\"n\":", "9 raters", "5 peers", "of 9");
      }
    }
  }
}
