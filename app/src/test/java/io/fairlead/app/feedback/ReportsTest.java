package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.ReadAloud;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.framework.FeedbackDefaults.Opening;
import io.fairlead.methods.framework.FeedbackIndicator;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who reads a report, when, and what it says.
@AppTest
class ReportsTest {
  private static final LocalDate OPEN = LocalDate.of(2026, 5, 19);

  @Autowired ReportsAtHand atHand;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JsonMapper json;
  @Autowired ReportPapers papers;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private UUID report(Audience audience) {
    return atHand.report(atHand.round(audience, null), Person.MARA, ReportsAtHand.usual());
  }

  private static String page(UUID subject) {
    return "/feedback/reports/" + subject;
  }

  private static String resource(UUID subject) {
    return "/api/v1/feedback/reports/" + subject;
  }

  private HttpResponse<String> read(Person person, String path) {
    return path.startsWith("/api/")
        ? api.as(person, "feedback:read").json("GET", path, "")
        : visitors.as(person).page(path);
  }

  @Test
  void toWhoeverMayNotReadItAReportIsAsIfItWereNotThere() {
    UUID alone = report(Audience.REVIEWEE);
    UUID shared =
        atHand.report(
            atHand.round(Audience.REVIEWEE_AND_MANAGER, null), Person.MARA, ReportsAtHand.usual());
    atHand.asked(alone, Person.JONAS, "peer", "asked");
    clock.set(OPEN);
    for (Person person : Person.values()) {
      for (UUID subject : List.of(alone, shared)) {
        boolean reads =
            person == Person.MARA || (person == Person.HENRIK && subject.equals(shared));
        for (String path :
            List.of(
                page(subject),
                page(subject) + "/report.pdf",
                page(subject) + "/guide",
                resource(subject) + "/guide",
                resource(subject),
                resource(subject) + "/pdf")) {
          HttpResponse<String> answer = read(person, path);
          assertThat(answer.statusCode()).as(person + " " + path).isEqualTo(reads ? 200 : 404);
          if (!reads && path.startsWith("/api/")) {
            UUID nobodys = UUID.randomUUID();
            assertThat(answer.body().replace(subject.toString(), nobodys.toString()))
                .isEqualTo(
                    read(person, path.replace(subject.toString(), nobodys.toString())).body());
          }
        }
      }
      String listed = read(person, "/feedback/reports").body();
      assertThat(listed.contains(alone.toString())).isEqualTo(person == Person.MARA);
      assertThat(listed.contains(shared.toString()))
          .isEqualTo(person == Person.MARA || person == Person.HENRIK);
    }
  }

  @Test
  void aManagerReadsWhoseReportItIs() {
    UUID shared = report(Audience.REVIEWEE_AND_MANAGER);
    clock.set(OPEN);
    assertThat(read(Person.HENRIK, page(shared)).body())
        .contains(
            "What colleagues told Mara Lindqvist",
            "Seen by Mara and you, as raters were told.",
            "Mara sees more here than others do.")
        .doesNotContain("Book the talk", "You see more");
    assertThat(read(Person.MARA, "/account/reads").body())
        .as("the reviewee sees who read it")
        .contains("Henrik Dahl");
    assertThat(read(Person.MARA, page(shared)).body())
        .contains("What your colleagues told you", "Seen by you and Henrik Dahl.", "Book the talk");
  }

  @Test
  void aRoundSaysWhenReportsOpenAndWhatTheyDoNotSay() {
    UUID subject =
        atHand.report(
            atHand.round(
                ReportsAtHand.terms(
                    Audience.REVIEWEE,
                    null,
                    new Opening(false, 2),
                    Set.of(
                        FeedbackIndicator.STRENGTHS,
                        FeedbackIndicator.GAPS,
                        FeedbackIndicator.PRECISION,
                        FeedbackIndicator.PATTERNS))),
            Person.MARA,
            ReportsAtHand.usual());
    atHand.open(subject);
    clock.set(Instant.parse("2026-05-13T07:59:59Z"));
    assertThat(read(Person.MARA, page(subject)).body())
        .as("a booked talk opens nothing here")
        .contains("Opens today at 08:00.");
    clock.set(Instant.parse("2026-05-13T08:00:00Z"));
    assertThat(read(Person.MARA, page(subject)).body())
        .contains("Communicating", "Others 2.4. You 5.0.")
        .contains("Choose one thing to work on", "is not worked out in this round")
        .doesNotContain("too small to say", "Henrik Dahl (manager) 4. Henrik Dahl")
        .doesNotContain(
            "strengths, as others see them",
            "Strengths first",
            "/guide\"",
            "more of yourself",
            "blind spot");
    JsonNode report = json.readTree(read(Person.MARA, resource(subject)).body()).get("report");
    assertThat(report.get("strengths")).isEmpty();
    assertThat(report.get("themes")).isEmpty();
    assertThat(report.get("rows").valueStream().map(row -> row.get("reading").asString()))
        .containsOnly("none");
    for (String path : List.of(page(subject) + "/guide", resource(subject) + "/guide")) {
      assertThat(read(Person.MARA, path).statusCode()).as(path).isEqualTo(409);
    }
  }

  @Test
  void aReportWaitsUntilTheFifthWorkingDayAndSaysWhenItOpens() {
    UUID subject = report(Audience.REVIEWEE);
    clock.set(Instant.parse("2026-05-18T07:59:59Z"));
    assertThat(read(Person.MARA, page(subject)).body())
        .contains("Opens today at 08:00.")
        .doesNotContain("strengths, as others see them", "When a site goes dark");
    JsonNode waiting = json.readTree(read(Person.MARA, resource(subject)).body());
    assertThat(waiting.get("head").get("open").asBoolean()).isFalse();
    assertThat(waiting.has("report")).isFalse();
    HttpResponse<String> paper = read(Person.MARA, resource(subject) + "/pdf");
    assertThat(paper.statusCode()).isEqualTo(409);
    assertThat(paper.body()).contains("feedback-report.not-open");
    assertThat(read(Person.MARA, page(subject) + "/guide").statusCode()).isEqualTo(409);
    assertThat(read(Person.MARA, "/growth").body()).contains(page(subject), "Opens today at 08:00");
    clock.set(Instant.parse("2026-05-18T08:00:00Z"));
    assertThat(read(Person.MARA, page(subject)).body()).contains("When a site goes dark");
    assertThat(read(Person.MARA, "/growth").body())
        .contains("What others said of you", page(subject))
        .doesNotContain("Opens today");
    for (Person other : List.of(Person.HENRIK, Person.ELIF, Person.JONAS)) {
      assertThat(read(other, "/growth").body()).as(other.name()).doesNotContain(page(subject));
    }
  }

  @Test
  void itSaysStrengthsThemeGapsAndCommentsAsPublished() {
    UUID subject = report(Audience.REVIEWEE);
    clock.set(OPEN);
    JsonNode report = json.readTree(read(Person.MARA, resource(subject)).body()).get("report");
    assertThat(report.get("strengths").toString()).isEqualTo("[\"delivery\",\"craft\"]");
    assertThat(report.get("themes").toString()).isEqualTo("[\"communication\"]");
    JsonNode communication = row(report, "communication");
    assertThat(communication.get("reading").asString()).isEqualTo("blind-spot");
    assertThat(communication.get("self").decimalValue()).isEqualByComparingTo("5.0");
    assertThat(communication.get("manager").decimalValue()).isEqualByComparingTo("4.0");
    assertThat(communication.has("likely")).isFalse();
    assertThat(row(report, "delivery").get("others").toString())
        .isEqualTo("{\"low\":4.4,\"high\":4.7}");
    JsonNode stop = report.get("answers").get(1);
    assertThat(stop.get("question").asString()).isEqualTo("stop");
    assertThat(stop.get("places").toString())
        .contains("Polishing what nobody asked for.")
        .doesNotContain("Long messages");
    assertThat(read(Person.MARA, page(subject)).body())
        .contains("You see more here than others do.")
        .contains("Not shown: too few answered, or somebody could be told from it.")
        .contains("From peers and people of other teams, in an order that tells nothing.")
        .contains("Written by your manager, Henrik Dahl.");
  }

  @Test
  void eachStrengthSaysHowOnesOwnViewStandsAndNoneIsSaidPlainly() {
    UUID usual = report(Audience.REVIEWEE);
    UUID low =
        atHand.report(
            atHand.round(Audience.REVIEWEE, null),
            Person.MARA,
            ReportsAtHand.published(
                ReportsAtHand.answers(
                    Map.of("peer", 5, "crossfunctional", 4),
                    (rater, _) -> rater.equals("self") ? 4 : 2,
                    (_, _) -> "")));
    clock.set(OPEN);
    String page = read(Person.MARA, page(usual)).body();
    assertThat(page.substring(page.indexOf("id=\"strengths\""), page.indexOf("id=\"themes\"")))
        .contains("You and others see nearly the same.")
        .doesNotContain("You see more here than others do.");
    assertThat(read(Person.MARA, page(low)).body())
        .contains("No single strength stands out in the figures", "none is called a strength")
        .doesNotContain("greatest strength", "Strengths first");
    assertThat(
            json.readTree(read(Person.MARA, resource(low)).body()).get("report").get("strengths"))
        .isEmpty();
  }

  private static JsonNode row(JsonNode report, String id) {
    for (JsonNode row : report.get("rows")) {
      if (row.get("id").asString().equals(id)) {
        return row;
      }
    }
    throw new AssertionError("no row " + id);
  }

  @Test
  void aRoundLargeEnoughWidensTheFiguresByItsOwnPrecision() throws IOException {
    UUID round = atHand.round(Audience.REVIEWEE, null);
    UUID subject = atHand.report(round, Person.MARA, ReportsAtHand.usual());
    atHand.precision(round);
    clock.set(OPEN);
    JsonNode report = json.readTree(read(Person.MARA, resource(subject)).body()).get("report");
    // 1.96 · 0.8 / √9 = 0.52; 9 · 0.3 / (1 + 8 · 0.3) = 0.79.
    JsonNode craft = row(report, "craft");
    assertThat(craft.get("others").toString()).isEqualTo("{\"low\":4.0,\"high\":4.0}");
    assertThat(craft.get("likely").toString()).isEqualTo("{\"low\":3.4,\"high\":4.6}");
    assertThat(craft.get("reliability").asDouble()).isBetween(0.79, 0.80);
    assertThat(report.get("themes").toString()).isEqualTo("[\"communication\",\"learning\"]");
    assertThat(read(Person.MARA, page(subject)).body()).contains("Likely 3.4 to 4.6.");
    assertThat(text(subject))
        .contains("where that is likely to lie", "Reliability", "0.79", "Likely 3.4 to 4.6.");
  }

  private String text(UUID subject) throws IOException {
    byte[] paper = Objects.requireNonNull(papers.api(Person.MARA.viewer(), subject).getBody());
    assertThat(ReadAloud.findings(paper)).isEmpty();
    try (PDDocument document = Loader.loadPDF(paper)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void onPaperEveryLetterCanBeCopiedAndTheScaleHasItsEnds() throws IOException {
    UUID subject = report(Audience.REVIEWEE);
    clock.set(OPEN);
    assertThat(text(subject))
        .contains(
            "I got honest notes on my draft within a day",
            "others: one figure, or between two",
            "1 5",
            "Others 4.0.")
        .doesNotContain("Reliability", "likely to lie");
  }

  @Test
  void bookingTheTalkOpensTheReportAndGivesNobodyElseAccess() {
    UUID subject = report(Audience.REVIEWEE);
    Visitor mara = visitors.as(Person.MARA);
    mara.page(page(subject));
    HttpResponse<String> booked =
        mara.post(
            page(subject) + "/debrief",
            "day",
            "2026-05-14",
            "time",
            "15:00",
            "with",
            "Priscilla Moreno",
            "key",
            "k");
    assertThat(booked.statusCode()).as(booked.body()).isEqualTo(302);
    assertThat(mara.page(page(subject)).body())
        .contains("Talk: tomorrow, 15:00", "with Priscilla Moreno", "When a site goes dark");
    HttpResponse<String> calendar = mara.page(page(subject) + "/debrief.ics");
    assertThat(calendar.headers().firstValue("Content-Type").orElse("")).contains("text/calendar");
    assertThat(calendar.body())
        .contains("DTSTART:20260514T150000Z", "DURATION:PT60M", "with Priscilla Moreno")
        .doesNotContain("delivery", "Mara");
    for (String path : List.of(page(subject), page(subject) + "/debrief.ics", resource(subject))) {
      assertThat(read(Person.PRISCILLA, path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void aTalkIsRefusedWithAllReasonsAndNothingTypedIsLost() {
    UUID subject = report(Audience.REVIEWEE);
    atHand.asked(subject, Person.JONAS, "peer", "asked");
    atHand.asked(subject, Person.DEV, "peer", "declined");
    atHand.asked(subject, Person.HENRIK, "manager", "asked");
    Visitor mara = visitors.as(Person.MARA);
    mara.page(page(subject));
    String neutral = null;
    for (String with : List.of("Jonas Beck", "Dev Patel", "Mara Lindqvist", "Nobody Here", "")) {
      HttpResponse<String> refused =
          mara.post(page(subject) + "/debrief", "day", "2026-05-14", "time", "15:00", "with", with);
      assertThat(refused.statusCode()).as(with).isEqualTo(422);
      assertThat(refused.body()).contains("value=\"2026-05-14\"", "value=\"" + with + "\"");
      String masked =
          refused
              .body()
              .replace("value=\"" + with + "\"", "")
              .replaceAll(ReportsAlikeTest.FRESH, "");
      assertThat(masked).contains("was not on the list of those asked about you");
      if (neutral == null && with.equals("Jonas Beck")) {
        neutral = masked;
      } else if (with.equals("Dev Patel")) {
        assertThat(masked).as("declined or not").isEqualTo(neutral);
      }
    }
    for (String[] when :
        new String[][] {
          {"2026-05-12", "15:00"}, {"2026-09-30", "15:00"}, {"soon", "15:00"}, {"2026-05-14", ""}
        }) {
      HttpResponse<String> refused =
          mara.post(
              page(subject) + "/debrief", "day", when[0], "time", when[1], "with", "Jonas Beck");
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body())
          .contains("Choose a day and a time from now on", "was not on the list");
    }
    assertThat(mara.page(page(subject)).body()).doesNotContain("Talk:");
  }

  @Test
  void onlyTheRevieweeBooksAndAgainIsTheSame() {
    UUID subject = report(Audience.REVIEWEE_AND_MANAGER);
    String body =
        "{\"at\": \"2026-05-14T15:00\", \"with\": \"%s\"}".formatted(Person.PRISCILLA.id());
    assertThat(
            api.as(Person.HENRIK, "feedback:write")
                .json("PUT", resource(subject) + "/debrief", body)
                .statusCode())
        .isEqualTo(404);
    var mara = api.as(Person.MARA, "feedback:write", "feedback:read");
    HttpResponse<String> first =
        mara.json("PUT", resource(subject) + "/debrief", body, "Idempotency-Key", "one");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(
            mara.json("PUT", resource(subject) + "/debrief", body, "Idempotency-Key", "one").body())
        .isEqualTo(first.body());
    assertThat(json.readTree(first.body()).get("head").get("open").asBoolean()).isTrue();
    // Whom the reviewee talks with is theirs to say.
    assertThat(read(Person.HENRIK, resource(subject)).body())
        .contains("\"open\":true")
        .doesNotContain("debrief");
    clock.set(Instant.parse("2026-05-16T10:00:00Z"));
    mara.json(
        "PUT",
        resource(subject) + "/debrief",
        body.replace("05-14", "05-20"),
        "Idempotency-Key",
        "two");
    assertThat(read(Person.MARA, resource(subject)).body())
        .as("moved on a Saturday it stays open")
        .contains("\"open\":true", "2026-05-20T15:00:00Z");
  }
}
