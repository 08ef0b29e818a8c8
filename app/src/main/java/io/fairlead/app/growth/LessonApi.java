package io.fairlead.app.growth;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.growth.Lessons.Checked;
import io.fairlead.app.growth.Lessons.OwnLesson;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.methods.lessons.Lesson;
import io.fairlead.methods.lessons.ShippedLessons;
import io.fairlead.methods.lessons.Workshop;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Lessons, as JSON.
@RestController
@RequestMapping("/api/v1/lessons")
class LessonApi {
  private final Lessons lessons;

  LessonApi(Lessons lessons) {
    this.lessons = lessons;
  }

  /// @param minutes to read it and answer its check
  /// @param doneEdition missing where the reader has not done it
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LessonJson(
      String id,
      int edition,
      String title,
      String summary,
      List<String> competencies,
      int minutes,
      int questions,
      @Nullable Integer doneEdition,
      @Nullable Instant doneAt) {
    static LessonJson of(OwnLesson own) {
      LessonDone done = own.done();
      Lesson lesson = own.lesson();
      return new LessonJson(
          lesson.id(),
          lesson.edition(),
          lesson.title(),
          lesson.summary(),
          lesson.competencies(),
          own.minutes(),
          lesson.check().size(),
          done == null ? null : (Integer) done.edition(),
          done == null ? null : done.at());
    }
  }

  record LessonListJson(List<LessonJson> lessons) {}

  /// @param text in Markdown
  record LessonPartJson(String heading, String text) {}

  record LessonQuestionJson(String question, List<String> answers) {}

  record WholeLessonJson(
      LessonJson lesson, List<LessonPartJson> parts, List<LessonQuestionJson> check) {
    static WholeLessonJson of(OwnLesson own) {
      return new WholeLessonJson(
          LessonJson.of(own),
          own.lesson().parts().stream()
              .map(part -> new LessonPartJson(part.heading(), part.text()))
              .toList(),
          own.lesson().check().stream()
              .map(question ->
                  new LessonQuestionJson(
                      question.text(),
                      question.answers().stream().map(Lesson.Answer::text).toList()))
              .toList());
    }
  }

  /// @param from minutes from the start
  /// @param to minutes from the start
  /// @param notes in Markdown
  record WorkshopStepJson(int from, int to, String name, String notes) {}

  /// @param text in Markdown
  record WorkshopHandoutJson(String name, String text) {}

  record WorkshopJson(
      String title,
      String summary,
      List<WorkshopStepJson> steps,
      List<WorkshopHandoutJson> handouts) {}

  /// @param answers for each question the place of the answer, from 0; null for none yet
  record AnswersInput(@Nullable List<@Nullable Integer> answers) {}

  /// @param answer missing where the question was not answered
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LessonAnswerJson(@Nullable Integer answer, @Nullable Boolean right, @Nullable String why) {
    static LessonAnswerJson of(@Nullable Checked checked) {
      return checked == null
          ? new LessonAnswerJson(null, null, null)
          : new LessonAnswerJson(checked.answer(), checked.right(), checked.why());
    }
  }

  /// @param done whether all are right, so that the lesson is done
  record LessonAnswersJson(boolean done, List<LessonAnswerJson> questions) {}

  @GetMapping
  @Open(because = LessonPages.ANYBODY, scope = "growth:read")
  LessonListJson list(@AuthenticationPrincipal Viewer viewer) {
    return new LessonListJson(lessons.all(viewer).stream().map(LessonJson::of).toList());
  }

  @GetMapping("/workshop")
  @Open(because = LessonPages.ANYBODY, scope = "growth:read")
  WorkshopJson workshop() {
    Workshop workshop = ShippedLessons.workshop();
    return new WorkshopJson(
        workshop.title(),
        workshop.summary(),
        workshop.steps().stream()
            .map(step -> new WorkshopStepJson(step.from(), step.to(), step.name(), step.notes()))
            .toList(),
        workshop.handouts().stream()
            .map(handout -> new WorkshopHandoutJson(handout.name(), handout.text()))
            .toList());
  }

  @GetMapping("/{id}")
  @Open(because = LessonPages.ANYBODY, scope = "growth:read")
  WholeLessonJson one(@AuthenticationPrincipal Viewer viewer, @PathVariable String id) {
    return WholeLessonJson.of(found(viewer, id));
  }

  @PostMapping("/{id}/answers")
  @Open(because = LessonPages.ANYBODY, scope = "growth:write")
  LessonAnswersJson answer(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String id,
      @RequestBody AnswersInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    OwnLesson own = found(viewer, id);
    List<@Nullable Integer> answers = input.answers() == null ? List.of() : input.answers();
    return switch (lessons.answer(viewer, id, answers, key)) {
      case Done<Boolean>(Boolean all) ->
          new LessonAnswersJson(
              all,
              Lessons.checked(own.lesson(), answers).stream().map(LessonAnswerJson::of).toList());
      case Refused<Boolean> refused -> throw new RefusedException(refused);
    };
  }

  private OwnLesson found(Viewer viewer, String id) {
    return lessons.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }
}
