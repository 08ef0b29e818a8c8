package io.fairlead.app.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.lessons.Lesson;
import io.fairlead.methods.lessons.ShippedLessons;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Jonas reads a lesson and answers its check; nobody else learns of it.
@AppTest
class LessonsTest {
  private static final String LESSONS = "/api/v1/lessons";

  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired Lessons lessons;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private static List<Integer> right(String lesson) {
    List<Integer> right = new ArrayList<>();
    for (Lesson.Question question : ShippedLessons.find(lesson).orElseThrow().check()) {
      for (int answer = 0; answer < question.answers().size(); answer++) {
        if (question.answers().get(answer).right()) {
          right.add(answer);
        }
      }
    }
    return right;
  }

  private HttpResponse<String> answer(
      Person person, String lesson, List<@Nullable Integer> answers, String... headers) {
    return api.as(person, "growth:read", "growth:write")
        .json(
            "POST",
            LESSONS + "/" + lesson + "/answers",
            json.writeValueAsString(Map.of("answers", answers)),
            headers);
  }

  private JsonNode read(Person person, String path) {
    HttpResponse<String> response = api.as(person, "growth:read").json("GET", path, null);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json.readTree(response.body());
  }

  @Test
  void aLessonIsDoneOnceEveryAnswerIsRight() {
    List<@Nullable Integer> answers = new ArrayList<>(right("recency"));
    answers.set(1, (answers.get(1) + 1) % 3);
    JsonNode first = json.readTree(answer(Person.JONAS, "recency", answers).body());
    assertThat(first.get("done").asBoolean()).isFalse();
    assertThat(first.get("questions").get(0).get("right").asBoolean()).isTrue();
    assertThat(first.get("questions").get(1).get("right").asBoolean()).isFalse();
    assertThat(first.get("questions").get(1).get("why").asString()).isNotBlank();
    assertThat(lessons.isDone(Person.JONAS.id(), "recency")).isFalse();

    answers.set(1, right("recency").get(1));
    JsonNode second = json.readTree(answer(Person.JONAS, "recency", answers).body());
    assertThat(second.get("done").asBoolean()).isTrue();
    assertThat(lessons.isDone(Person.JONAS.id(), "recency")).isTrue();
    JsonNode listed = read(Person.JONAS, LESSONS).get("lessons").get(4);
    assertThat(listed.get("id").asString()).isEqualTo("recency");
    assertThat(listed.get("doneEdition").asInt()).isEqualTo(1);
  }

  @Test
  void anUnansweredQuestionIsNotDoneAndAForeignAnswerIsRefused() {
    List<@Nullable Integer> answers = new ArrayList<>(right("recency"));
    answers.set(2, null);
    JsonNode part = json.readTree(answer(Person.JONAS, "recency", answers).body());
    assertThat(part.get("done").asBoolean()).isFalse();
    assertThat(part.get("questions").get(2).has("right")).isFalse();
    HttpResponse<String> foreign = answer(Person.JONAS, "recency", List.of(0, 3, -1));
    assertThat(foreign.statusCode()).isEqualTo(422);
    assertThat(foreign.body()).contains("answers.1", "answers.2", "Choose one of the 3 answers");
    assertThat(answer(Person.JONAS, "recency", List.of(0, 0, 0, 0)).statusCode()).isEqualTo(422);
    assertThat(answer(Person.JONAS, "gossip", List.of(0)).statusCode()).isEqualTo(404);
    assertThat(lessons.isDone(Person.JONAS.id(), "recency")).isFalse();
  }

  @Test
  void whatSomebodyHasDoneNobodyElseLearns() {
    answer(Person.JONAS, "recency", new ArrayList<>(right("recency")));
    for (Person other : List.of(Person.MARA, Person.ELIF, Person.SOFIA, Person.INES)) {
      read(other, LESSONS)
          .get("lessons")
          .forEach(each -> assertThat(each.has("doneAt")).as(other.name()).isFalse());
    }
    assertThat(
            database
                .sql("select count(*) from audit_entry where act like 'lesson%'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aNewEditionIsReadAgainAndAnOldOneStillCounts() {
    answer(Person.JONAS, "recency", new ArrayList<>(right("recency")));
    database.sql("update lesson_done set edition = 1, at = '2025-01-01T00:00Z'").update();
    answer(Person.JONAS, "recency", new ArrayList<>(right("recency")));
    assertThat(
            database
                .sql("select count(*) from lesson_done where at = '2025-01-01T00:00Z'")
                .query(Integer.class)
                .single())
        .as("done again in the same edition it was done then")
        .isEqualTo(1);
    assertThat(lessons.isDone(Person.JONAS.id(), "recency")).isTrue();
  }

  @Test
  void thePageSaysWhyForEachAnswer() {
    Visitor jonas = visitors.as(Person.JONAS);
    assertThat(jonas.page("/growth/lessons/recency").body()).doesNotContain("Not this one.");
    HttpResponse<String> wrong =
        jonas.post("/growth/lessons/recency", "key", "k1", "answer-0", "2", "answer-1", "1");
    assertThat(wrong.statusCode()).isEqualTo(200);
    assertThat(wrong.body())
        .contains(
            "It puts forgotten events in front of you",
            "Not this one.",
            "That answers another question.",
            "Not answered yet.");
    List<Integer> right = right("recency");
    HttpResponse<String> all =
        jonas.post(
            "/growth/lessons/recency",
            "answer-0",
            right.get(0).toString(),
            "answer-1",
            right.get(1).toString(),
            "answer-2",
            right.get(2).toString());
    assertThat(all.statusCode()).isEqualTo(302);
    assertThat(jonas.page("/growth/lessons").body()).contains("Done:");
    assertThat(jonas.post("/growth/lessons/recency", "answer-0", "<script>").statusCode())
        .isEqualTo(422);
  }
}
