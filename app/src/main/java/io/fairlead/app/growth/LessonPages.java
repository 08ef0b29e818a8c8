package io.fairlead.app.growth;

import io.fairlead.app.growth.Lessons.Checked;
import io.fairlead.app.growth.Lessons.OwnLesson;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.lessons.Lesson;
import io.fairlead.methods.lessons.ShippedLessons;
import io.fairlead.methods.lessons.Workshop;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Lessons to read, one at a time, and the kit of a workshop to print.
@Controller
public class LessonPages {
  static final String ANYBODY = "lessons come with the product, and what is done is one's own";

  private final Lessons lessons;
  private final Policy policy;
  private final Pages pages;

  LessonPages(Lessons lessons, Policy policy, Pages pages) {
    this.lessons = lessons;
    this.policy = policy;
    this.pages = pages;
  }

  public record ListPage(List<OwnLesson> lessons) {
    public long done() {
      return lessons.stream().filter(each -> each.done() != null).count();
    }
  }

  /// @param worked whether it is the part that works a case through
  public record Part(String heading, Prose prose, boolean worked) {}

  /// A question with what was answered.
  ///
  /// @param checked null before it was answered
  /// @param missed whether answers were sent, and none to this one
  public record Asked(
      String text, List<String> answers, @Nullable Checked checked, boolean missed) {
    public boolean chosen(int answer) {
      return checked != null && checked.answer() == answer;
    }
  }

  /// @param next the one to read after it, where there is one
  public record LessonPage(
      OwnLesson own, List<Part> parts, List<Asked> check, String key, Optional<OwnLesson> next) {
    /// Whether answers were sent that are not all right.
    public boolean hasWrong() {
      return check.stream().anyMatch(each -> each.missed() || each.checked() != null);
    }
  }

  public record Step(int from, int to, String name, Prose notes) {}

  public record Handout(String name, Prose text) {}

  public record WorkshopPage(String summary, List<Step> steps, List<Handout> handouts) {}

  @GetMapping("/growth/lessons")
  @Open(because = ANYBODY)
  ModelAndView list(@AuthenticationPrincipal Viewer viewer) {
    return pages.show(
        "growth/lessons",
        pages.words().text("lessons.title"),
        Place.GROWTH,
        seenBy(),
        new ListPage(lessons.all(viewer)));
  }

  @GetMapping("/growth/lessons/{id}")
  @Open(because = ANYBODY)
  ModelAndView one(@AuthenticationPrincipal Viewer viewer, @PathVariable String id) {
    return page(viewer, id, List.of(), Idempotency.freshKey());
  }

  @PostMapping("/growth/lessons/{id}")
  @Open(because = ANYBODY)
  Object answer(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    List<@Nullable Integer> answers = answers(found(viewer, id), form);
    Outcome<Boolean> outcome = lessons.answer(viewer, id, answers, form.get("key"));
    return switch (outcome) {
      case Done<Boolean>(Boolean all) when all -> {
        Toasts.leave(response, pages.words().text("lessons.done-now"), null);
        yield "redirect:/growth/lessons/" + id + "?read";
      }
      case Done<Boolean> _ -> page(viewer, id, answers, Idempotency.freshKey());
      case Refused<Boolean> refused -> throw new RefusedException(refused);
    };
  }

  private static List<@Nullable Integer> answers(OwnLesson own, Map<String, String> form) {
    List<@Nullable Integer> answers = new ArrayList<>();
    for (int question = 0; question < own.lesson().check().size(); question++) {
      String sent = form.getOrDefault("answer-" + question, "");
      if (!sent.isEmpty() && !sent.matches("\\d{1,2}")) {
        throw new RefusedException(
            Reason.invalid(
                "answers." + question,
                "lessons.no-such-answer",
                own.lesson().check().get(question).answers().size()));
      }
      answers.add(sent.isEmpty() ? null : (Integer) Integer.parseInt(sent));
    }
    return answers;
  }

  @GetMapping("/growth/workshop")
  @Open(because = ANYBODY)
  ModelAndView workshop() {
    Workshop workshop = ShippedLessons.workshop();
    return pages.show(
        "growth/workshop",
        workshop.title(),
        Place.GROWTH,
        null,
        new WorkshopPage(
            workshop.summary(),
            workshop.steps().stream()
                .map(step -> new Step(step.from(), step.to(), step.name(), Prose.of(step.notes())))
                .toList(),
            workshop.handouts().stream()
                .map(handout -> new Handout(handout.name(), Prose.of(handout.text())))
                .toList()));
  }

  private OwnLesson found(Viewer viewer, String id) {
    return lessons.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private SeenBy seenBy() {
    Words words = pages.words();
    return policy.seenBy(words, LessonRules.RECORD, LessonRules.DONE);
  }

  private ModelAndView page(Viewer viewer, String id, List<@Nullable Integer> answers, String key) {
    OwnLesson own = found(viewer, id);
    List<@Nullable Checked> checked =
        answers.isEmpty()
            ? Collections.nCopies(own.lesson().check().size(), null)
            : Lessons.checked(own.lesson(), answers);
    List<Asked> check = new ArrayList<>();
    for (int question = 0; question < own.lesson().check().size(); question++) {
      Lesson.Question asked = own.lesson().check().get(question);
      Checked answer = checked.get(question);
      check.add(
          new Asked(
              asked.text(),
              asked.answers().stream().map(Lesson.Answer::text).toList(),
              answer,
              !answers.isEmpty() && answer == null));
    }
    List<OwnLesson> all = lessons.all(viewer);
    Optional<OwnLesson> next =
        all.stream()
            .dropWhile(each -> !each.lesson().id().equals(id))
            .skip(1)
            .filter(each -> each.done() == null)
            .findFirst();
    return pages.show(
        "growth/lesson",
        own.lesson().title(),
        Place.GROWTH,
        seenBy(),
        new LessonPage(
            own,
            own.lesson().parts().stream()
                .map(part ->
                    new Part(
                        part.heading(), Prose.of(part.text()), part.heading().equals(Lesson.CASE)))
                .toList(),
            check,
            key,
            next));
  }
}
