package io.fairlead.cli;

import io.fairlead.methods.lessons.Lesson;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// The answers of `feedback lessons --json`.
final class LessonJson {
  private LessonJson() {}

  static void list(JsonGenerator json, List<Lesson> lessons) {
    json.writeStartObject();
    json.writeArrayPropertyStart("lessons");
    for (Lesson lesson : lessons) {
      json.writeStartObject();
      head(json, lesson);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void write(JsonGenerator json, Lesson lesson) {
    json.writeStartObject();
    head(json, lesson);
    json.writeArrayPropertyStart("parts");
    for (Lesson.Part part : lesson.parts()) {
      json.writeStartObject();
      json.writeStringProperty("heading", part.heading());
      json.writeStringProperty("text", part.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("check");
    lesson.check().forEach(question -> question(json, question));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void head(JsonGenerator json, Lesson lesson) {
    json.writeStringProperty("lesson", lesson.id());
    json.writeNumberProperty("edition", lesson.edition());
    json.writeStringProperty("title", lesson.title());
    json.writeStringProperty("summary", lesson.summary());
    json.writeArrayPropertyStart("competencies");
    lesson.competencies().forEach(json::writeString);
    json.writeEndArray();
    json.writeNumberProperty("questions", lesson.check().size());
    json.writeNumberProperty("words", lesson.words());
    json.writeNumberProperty("minutes", Math.rint(lesson.minutes() * 10) / 10);
  }

  private static void question(JsonGenerator json, Lesson.Question question) {
    json.writeStartObject();
    json.writeStringProperty("question", question.text());
    json.writeArrayPropertyStart("answers");
    for (Lesson.Answer answer : question.answers()) {
      json.writeStartObject();
      json.writeStringProperty("text", answer.text());
      json.writeBooleanProperty("right", answer.right());
      json.writeStringProperty("why", answer.why());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
