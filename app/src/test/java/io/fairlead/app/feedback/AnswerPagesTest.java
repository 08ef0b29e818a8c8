package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.feedback.Answering.Asked;
import io.fairlead.app.feedback.RoundsAtHand.RoundAtHand;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.ApiClient.Program;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class AnswerPagesTest {
  @Autowired RoundsAtHand rounds;
  @Autowired Answering answering;
  @Autowired RoundStore roundStore;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired JsonMapper json;

  private RoundAtHand round;
  private Visitor jonas;
  private String path;
  private String item;
  private String second;

  @BeforeEach
  void jonasIsAskedAboutMara() {
    company.reset();
    round = rounds.aboutMara();
    jonas = visitors.as(Person.JONAS);
    path = "/feedback/give/" + round.of(Person.JONAS);
    jonas.page(path);
    var items = roundStore.questions(round.id()).orElseThrow().items();
    item = items.get(0).id();
    second = items.get(1).id();
  }

  private Asked asked(Person rater) {
    return answering.asked(answering.find(rater.viewer(), round.of(rater)).orThrow()).orThrow();
  }

  private String rating(String of) {
    return "ratings." + of;
  }

  private static Document html(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  private static Element first(Document page, String selector) {
    return Objects.requireNonNull(page.selectFirst(selector), selector);
  }

  @Test
  void whatIsMeasuredSaysNothingOfAnswering() {
    jonas.post(path + "/autosave", "version", "0", rating(item), "3");
    HttpResponse<String> declined =
        api.as(Person.DEV, "feedback:write")
            .json(
                "POST",
                "/api/v1/feedback/invitations/" + round.of(Person.DEV) + "/decline",
                "{\"because\": \"no-time\"}");
    assertThat(declined.statusCode()).isEqualTo(204);
    visitors.stranger().page("/give/" + UUID.randomUUID());
    assertThat(visitors.stranger().page("/actuator/prometheus").body())
        .contains("http_server_requests_seconds_count")
        .doesNotContain("/give", "/feedback/invitations");
  }

  @Test
  void thePromiseStandsBeforeTheFirstQuestionWithTheRoundsOwnFigures() {
    Document page = html(jonas.page(path));
    assertThat(first(page, ".answer-promise").text())
        .contains(
            "for development and cannot be used in a review or for pay",
            "when it started on 4 May, and nobody can change it",
            "closer than three neighbouring points, as long as nobody in your group tells them theirs",
            "comments only from groups of at least 5",
            "Print of the promise: 5f2d1a90c3e8.");
    assertThat(first(page, ".page-head .seen").text())
        .isEqualTo(
            "Seen by Mara, only in a group of at least 4. Not by a manager, not by people operations.");
    assertThat(page.select("textarea")).hasSize(3);
    assertThat(first(page, ".field .seen").text())
        .isEqualTo(
            "Read by Mara, only from a group of at least 5: shuffled, word for word, without names.");
    assertThat(first(page, "legend").text()).startsWith("Mara explains to me");
  }

  @Test
  void whoIsShownByNameReadsThat() {
    Document manager =
        html(visitors.as(Person.HENRIK).page("/feedback/give/" + round.of(Person.HENRIK)));
    assertThat(first(manager, ".page-head .seen").text())
        .isEqualTo("Seen by Mara, as yours. Not by people operations.");
    Document self = html(visitors.as(Person.MARA).page("/feedback/give/" + round.of(Person.MARA)));
    assertThat(first(self, "h1").text()).isEqualTo("Feedback on yourself");
    assertThat(first(self, "legend").text()).startsWith("I ");
    assertThat(self.text()).doesNotContain("I would rather not answer");
  }

  @Test
  void aFormWithoutScriptSavesHandsInAndMayStillChange() {
    HttpResponse<String> saved =
        jonas.post(
            path,
            "version",
            "0",
            rating(item),
            "4",
            "comments.start",
            "  Ask us\r\nfirst. ",
            "comments.stop",
            " ",
            "act",
            "save");
    assertThat(saved.statusCode()).isEqualTo(302);
    assertThat(saved.headers().firstValue("Location")).contains(path);
    Document page = html(jonas.page(path));
    assertThat(page.select("input[name=" + rating(item) + "][checked]").attr("value"))
        .isEqualTo("4");
    assertThat(first(page, "textarea").wholeText()).isEqualTo("Ask us\nfirst.");
    assertThat(page.text()).contains("1 of 18 answered");

    HttpResponse<String> handedIn =
        jonas.post(path, "version", "1", rating(item), "5", "act", "hand-in");
    assertThat(handedIn.headers().firstValue("Location")).contains("/feedback");
    assertThat(asked(Person.JONAS).sheet().handedIn()).isTrue();
    jonas.post(path, "version", "2", "handedIn", "true", rating(item), "3", "act", "later");
    assertThat(asked(Person.JONAS).sheet().ratings()).isEqualTo(Map.of(item, 3));
    assertThat(asked(Person.JONAS).sheet().handedIn()).isTrue();
  }

  @Test
  void whatCannotBeKeptIsShownAgainAsItWasTyped() {
    String long_ = "word ".repeat(1_000);
    HttpResponse<String> refused =
        jonas.post(path, "version", "0", rating(item), "4", "comments.stop", long_);
    assertThat(refused.statusCode()).isEqualTo(422);
    Document page = html(refused);
    assertThat(first(page, ".field.wrong .error").text())
        .contains("This comment has 4,999 characters; 4,000 can be kept.");
    assertThat(page.select("textarea").get(1).wholeText().strip()).isEqualTo(long_.strip());
    assertThat(page.select("input[name=" + rating(item) + "][checked]")).hasSize(1);
    assertThat(first(page, ".answer-step.now h2").text()).isEqualTo("Three comments");
    assertThat(asked(Person.JONAS).revision()).isZero();

    HttpResponse<String> outside = jonas.post(path, "version", "0", rating(item), "8");
    assertThat(outside.statusCode()).isEqualTo(422);
    assertThat(outside.body()).contains("Choose a point from 1 to 5, or that you cannot judge.");
    assertThat(jonas.post(path, "version", "0", rating(item), "four").statusCode()).isEqualTo(422);
  }

  @Test
  void whatIsTypedIsSavedAndItIsSaidWhen() {
    HttpResponse<String> saved =
        jonas.post(path + "/autosave", "version", "0", rating(item), "2", "at", item);
    assertThat(json.readTree(saved.body()).toString())
        .isEqualTo("{\"version\":1,\"savedAt\":\"09:00\"}");
    assertThat(jonas.post(path + "/autosave", "version", "0", rating(item), "3").statusCode())
        .isEqualTo(412);
    assertThat(asked(Person.JONAS).sheet().ratings()).isEqualTo(Map.of(item, 2));
    assertThat(first(html(jonas.page(path)), ".answer-item.now").attr("data-item")).isEqualTo(item);
  }

  @Test
  void twoWindowsThatAnsweredOtherQuestionsAreMerged() {
    jonas.post(path, "version", "0", rating(item), "2", "comments.start", "From the first window.");
    HttpResponse<String> merged =
        jonas.post(path, "version", "0", rating(second), "5", "comments.start", "");
    assertThat(merged.statusCode()).isEqualTo(302);
    assertThat(asked(Person.JONAS).sheet().ratings()).isEqualTo(Map.of(item, 2, second, 5));
    assertThat(asked(Person.JONAS).sheet().comments())
        .containsEntry("start", "From the first window.");
  }

  @Test
  void twoWindowsThatAnsweredTheSameAreShownSideBySide() {
    jonas.post(path, "version", "0", rating(item), "2", "comments.start", "First window.");
    HttpResponse<String> clash =
        jonas.post(
            path,
            "version",
            "0",
            rating(item),
            "0",
            rating(second),
            "5",
            "comments.start",
            "Second window.",
            "act",
            "hand-in");
    assertThat(clash.statusCode()).isEqualTo(409);
    Document page = html(clash);
    assertThat(page.select(".conflict")).hasSize(2);
    assertThat(page.text()).contains("Cannot judge", "First window.", "Second window.");
    assertThat(asked(Person.JONAS).sheet().ratings()).isEqualTo(Map.of(item, 2));

    var fields = new java.util.ArrayList<String>();
    page.select("form[action=" + path + "] input[type=hidden]")
        .forEach(
            field -> fields.addAll(java.util.List.of(field.attr("name"), field.attr("value"))));
    fields.addAll(
        java.util.List.of("choose-" + rating(item), "theirs", "choose-comments.start", "mine"));
    HttpResponse<String> chosen = jonas.post(path, fields.toArray(String[]::new));
    assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(302);
    AnswerSheet sheet = asked(Person.JONAS).sheet();
    assertThat(sheet.ratings()).isEqualTo(Map.of(item, 2, second, 5));
    assertThat(sheet.comments()).isEqualTo(Map.of("start", "Second window."));
    assertThat(sheet.handedIn()).isTrue();
  }

  @Test
  void aWindowThatOutlivesAWithdrawalSavesNothingBySilence() {
    jonas.post(path, "version", "0", rating(item), "2");
    jonas.post(path + "/withdrawal");
    HttpResponse<String> late = jonas.post(path, "version", "1", rating(item), "3");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("You took your answers back in another window.");
    assertThat(asked(Person.JONAS).revision()).isZero();
    Document page = html(late);
    assertThat(page.select("input[name=" + rating(item) + "][checked]").attr("value"))
        .isEqualTo("3");
    assertThat(page.select("#answer input[name=version]").attr("value")).isEqualTo("0");
  }

  @Test
  void nobodyElseFindsThePageAndDecliningEndsIt() {
    for (Person other : new Person[] {Person.MARA, Person.DEV, Person.ELIF}) {
      assertThat(visitors.as(other).page(path).statusCode()).as(other.name()).isEqualTo(404);
    }
    assertThat(jonas.post(path + "/decline").statusCode()).isEqualTo(422);
    assertThat(jonas.post(path + "/decline", "because", "conflict").statusCode()).isEqualTo(302);
    assertThat(jonas.post(path + "/decline", "because", "conflict").statusCode()).isEqualTo(302);
    assertThat(jonas.page(path).statusCode()).isEqualTo(409);
    assertThat(jonas.page(path).body()).contains("You declined this.");
  }

  @Test
  void whatARoundAsksStandsOnHomeUntilItIsHandedIn() {
    assertThat(jonas.page("/").body()).contains("Give feedback to Mara Lindqvist", path);
    jonas.post(path, "version", "0", rating(item), "2");
    assertThat(jonas.page("/").body()).contains("Spring feedback, 1 of 18 answered");
    jonas.post(path, "version", "1", rating(item), "2", "act", "hand-in");
    assertThat(jonas.page("/").body()).doesNotContain("Give feedback to");
    UUID other = rounds.round("manager", "reviewee");
    for (Person subject : new Person[] {Person.HENRIK, Person.TOMASZ, Person.PRISCILLA}) {
      rounds.ask(
          rounds.subject(other, subject),
          Person.JONAS,
          io.fairlead.methods.instruments.Relationship.PEER);
    }
    assertThat(jonas.page("/").body()).contains("Give feedback to 3 people");
    assertThat(visitors.as(Person.MARA).page("/").body()).doesNotContain("Jonas");
  }

  @Test
  void aLessonThatTheRoundAsksForComesBeforeTheFirstAnswer() {
    rounds.lesson(round.id(), "giving");
    assertThat(jonas.page(path).body())
        .contains("/growth/lessons/giving", "told to them alone")
        .doesNotContain("legend");
    HttpResponse<String> early = jonas.post(path, "version", "0", rating(item), "4");
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.body()).contains("Read the lesson that this round asks for");
    Program program = api.as(Person.JONAS, "feedback:read", "feedback:write");
    String one = "/api/v1/feedback/invitations/" + round.of(Person.JONAS);
    assertThat(json.readTree(program.json("GET", one, null).body()).get("lessonFirst").asString())
        .isEqualTo("giving");
    assertThat(program.json("PUT", one, "{}", "If-Match", "\"0\"").statusCode()).isEqualTo(409);
    rounds.doLesson(Person.JONAS, "giving");
    assertThat(jonas.post(path, "version", "0", rating(item), "4").statusCode()).isEqualTo(302);
    assertThat(jonas.page(path).body()).contains("legend");
  }

  @Test
  void aProgramAnswersLikeAPage() {
    Program program = api.as(Person.JONAS, "feedback:read", "feedback:write");
    String one = "/api/v1/feedback/invitations/" + round.of(Person.JONAS);
    JsonNode mine = json.readTree(program.json("GET", "/api/v1/feedback/invitations", null).body());
    assertThat(mine.get("invitations").size()).isEqualTo(1);
    assertThat(mine.get("invitations").get(0).get("relationship").asString()).isEqualTo("report");

    HttpResponse<String> first = program.json("GET", one, null);
    assertThat(first.headers().firstValue("ETag")).contains("\"0\"");
    JsonNode asked = json.readTree(first.body());
    assertThat(asked.get("items").size()).isEqualTo(18);
    assertThat(asked.get("promise").get("neighbouringPoints").asInt()).isEqualTo(3);

    String body =
        "{\"ratings\": {\"%s\": 4, \"%s\": null}, \"comments\": {\"start\": \" Ask us. \"}}"
            .formatted(item, second);
    assertThat(program.json("PUT", one, body).statusCode()).isEqualTo(422);
    HttpResponse<String> kept = program.json("PUT", one, body, "If-Match", "\"0\"");
    assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
    assertThat(kept.headers().firstValue("ETag")).contains("\"1\"");
    assertThat(json.readTree(kept.body()).get("sheet").get("comments").get("start").asString())
        .isEqualTo("Ask us.");
    assertThat(program.json("PUT", one, body, "If-Match", "\"0\"").statusCode()).isEqualTo(200);
    assertThat(program.json("PUT", one, "{}", "If-Match", "\"0\"").statusCode()).isEqualTo(412);
    for (String wrong : new String[] {"3.5", "9", "-1", "1e99", "\"x\""}) {
      String bad = "{\"ratings\": {\"%s\": %s}}".formatted(item, wrong);
      assertThat(program.json("PUT", one, bad, "If-Match", "\"1\"").statusCode())
          .as(wrong)
          .isEqualTo(422);
    }
    assertThat(program.json("DELETE", one, null).statusCode()).isEqualTo(204);
    assertThat(program.json("DELETE", one, null).statusCode()).isEqualTo(204);
    assertThat(asked(Person.JONAS).sheet()).isEqualTo(AnswerSheet.EMPTY);
    assertThat(program.json("POST", one + "/decline", "{}").statusCode()).isEqualTo(422);
    String no = "{\"because\": \"no-time\"}";
    assertThat(program.json("POST", one + "/decline", no).statusCode()).isEqualTo(204);
    assertThat(program.json("POST", one + "/decline", no).statusCode()).isEqualTo(204);
    assertThat(program.json("GET", one, null).statusCode()).isEqualTo(409);
    Program reading = api.as(Person.DEV, "feedback:read");
    String dev = "/api/v1/feedback/invitations/" + round.of(Person.DEV);
    assertThat(reading.json("PUT", dev, body, "If-Match", "\"0\"").statusCode()).isEqualTo(403);
  }
}
