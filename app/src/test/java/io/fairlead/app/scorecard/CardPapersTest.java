package io.fairlead.app.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.ReadAloud;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitors;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// A card on paper: one page, with what the page shows and nothing hidden behind it.
@AppTest
class CardPapersTest {
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired JsonMapper json;
  @Autowired CardPapers papers;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private String begun(String title) {
    HttpResponse<String> begun =
        api.as(Person.MARA, "scorecards:write", "measures:write")
            .json(
                "POST",
                "/api/v1/scorecards/starters/software-company",
                json.writeValueAsString(Map.of("title", title)),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
    return json.readTree(begun.body()).get("scorecard").asString();
  }

  private byte[] paper(String card, String period) {
    Viewer mara =
        new Viewer(
            Person.MARA.id(),
            Person.MARA.fullName(),
            Set.of(),
            Set.of(),
            Set.of(),
            TestClock.TODAY);
    return Objects.requireNonNull(papers.api(mara, UUID.fromString(card), "", period).getBody());
  }

  private byte[] paper(String card) {
    return paper(card, "");
  }

  @Test
  void aCardOfUsualSizeIsOnePageWithItsReportAndItsMapTheNext() throws IOException {
    String card = begun("Résumé — zwölf € “and” more");
    byte[] bytes = paper(card);
    Files.createDirectories(Path.of("target", "screenshots"));
    Files.write(Path.of("target", "screenshots", "scorecard.pdf"), bytes);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains("Résumé — zwölf € “and” more")
          .contains("Grow with those who stay")
          .contains("Days to first value")
          .contains("About this scorecard");
      PDFTextStripper next = new PDFTextStripper();
      next.setStartPage(2);
      assertThat(next.getText(document))
          .contains("Strategy map")
          .doesNotContain("Grow with those who stay –");
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(document.getDocumentInformation().getAuthor()).isNull();
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Résumé — zwölf € “and” more");
    }
    assertThat(paper(card)).as("the same again").isEqualTo(bytes);
    assertThat(ReadAloud.findings(bytes)).isEmpty();
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("/tmp", "target/");
  }

  @Test
  void aCardOfAPeriodIsPrintedWithItsChanges() throws IOException {
    String card = begun("Our year");
    byte[] bytes = paper(card, "2026-Q1");
    Files.write(Path.of("target", "screenshots", "scorecard-period.pdf"), bytes);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains(
              "Our year, Q1 2026",
              "as it was on 31 March. Since 31 December 2025: not to be told.");
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Our year, Q1 2026");
      assertThat(document.getNumberOfPages()).isEqualTo(2);
    }
  }

  @Test
  void anotherIsMadeWithinASecond() {
    String card = begun("Quick");
    paper(card);
    long before = System.nanoTime();
    paper(card);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void pageAndApiAnswerItAsPdfAndWhoeverDoesNotSeeTheCardGetsNothing() {
    String card = begun("Ours");
    HttpResponse<String> page =
        visitors.as(Person.JONAS).page("/scorecards/" + card + "/paper.pdf");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(page.headers().firstValue("Content-Disposition").orElse("")).contains("Ours.pdf");
    assertThat(
            visitors
                .as(Person.JONAS)
                .page("/scorecards/0193f7a4-0000-7000-8000-000000000000/paper.pdf")
                .statusCode())
        .isEqualTo(404);
    assertThat(
            api.as(Person.JONAS, "scorecards:read")
                .json("GET", "/api/v1/scorecards/" + card + "/pdf?day=soon", "")
                .statusCode())
        .isEqualTo(422);
  }
}
