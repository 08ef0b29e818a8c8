package io.fairlead.app.goals;

import io.fairlead.app.goals.GradeSheet.Retrospective;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.goals.LearningAnswer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Grading an objective on one screen: scores, what was learned, what comes next.
@Controller
class GradePages {
  private final Grading grading;
  private final Successors successors;
  private final Pages pages;
  private final Policy policy;

  GradePages(Grading grading, Successors successors, Pages pages, Policy policy) {
    this.grading = grading;
    this.successors = successors;
    this.pages = pages;
    this.policy = policy;
  }

  @GetMapping("/goals/{id}/grade")
  @Guarded(record = "objective", act = "grade", fields = "goal")
  ModelAndView form(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    GradeSheet sheet = sheet(viewer, id);
    return page(viewer, sheet, started(sheet), Idempotency.freshKey());
  }

  @PostMapping("/goals/{id}/grade")
  @Guarded(record = "objective", act = "grade", fields = "goal")
  ModelAndView grade(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    GradeSheet sheet = sheet(viewer, id);
    List<Reason> unreadable = new ArrayList<>();
    GradeInput input = input(sheet, sent, unreadable);
    Outcome<Double> outcome =
        unreadable.isEmpty()
            ? grading.grade(viewer, input, sent.get("key"))
            : Outcome.refused(unreadable);
    return switch (outcome) {
      case Outcome.Done<Double>(Double score) ->
          new ModelAndView("redirect:" + next(viewer, id, sent, score, response));
      case Outcome.Refused<Double> refused -> {
        ModelAndView page =
            page(
                viewer,
                sheet,
                FormState.refused(sent, refused),
                sent.getOrDefault("key", Idempotency.freshKey()));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  /// Takes one's own newest grade back.
  @PostMapping("/goals/{id}/grade/taking-back")
  @Guarded(record = "objective", act = "grade", fields = "goal")
  String takeBack(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    Words words = pages.words();
    return switch (grading.takeBack(viewer, id, version(sent), sent.get("key"))) {
      case Outcome.Done<ObjectiveState>(ObjectiveState state) -> {
        Toasts.leave(response, words.text("grading.taken-back." + state.code()), null);
        yield "redirect:/goals/" + id;
      }
      case Outcome.Refused<ObjectiveState> refused -> {
        if (refused.reasons().getFirst().kind() == Reason.Kind.NOT_FOUND) {
          throw new RefusedException(refused);
        }
        Toasts.leave(response, words.refusal(refused.reasons().getFirst()), null);
        yield "redirect:/goals/" + id;
      }
    };
  }

  /// Where to go after a grade: to the draft that follows, or back to the goal. Where nothing can
  /// follow, the grade stands and the reason is said.
  private String next(
      Viewer viewer,
      UUID id,
      Map<String, String> sent,
      double score,
      HttpServletResponse response) {
    Words words = pages.words();
    String graded = words.text("grading.graded", score);
    String cycle = sent.getOrDefault("cycle", "");
    String step = sent.getOrDefault("nextStep", "");
    if (cycle.isEmpty() || !(step.equals("carry-over") || step.equals("clone"))) {
      Toasts.leave(response, graded, null);
      return "/goals/" + id;
    }
    Successors.Way way = step.equals("clone") ? Successors.Way.CLONED : Successors.Way.CARRIED_OVER;
    Outcome<UUID> draft =
        identifier(cycle)
            .map(to -> successors.draft(viewer, id, to, way, sent.get("key")))
            .orElseGet(() -> Outcome.refused(Reason.invalid("cycle", "successor.no-such-cycle")));
    return switch (draft) {
      case Outcome.Done<UUID>(UUID next) -> {
        Toasts.leave(response, graded, null);
        yield "/goals/" + next + "/edit";
      }
      case Outcome.Refused<UUID> refused -> {
        Toasts.leave(response, graded + " " + words.refusal(refused.reasons().getFirst()), null);
        yield "/goals/" + id;
      }
    };
  }

  private GradeSheet sheet(Viewer viewer, UUID id) {
    return grading.sheet(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private ModelAndView page(Viewer viewer, GradeSheet sheet, FormState form, String key) {
    Words words = pages.words();
    return pages.show(
        "goals/grade",
        words.text("grading.title", sheet.title()),
        Place.GOALS,
        policy.seenBy(words, GoalRules.RECORD, GoalRules.GOAL),
        new GradePage(
            sheet,
            form,
            identifier(key).orElseGet(UUID::randomUUID),
            successors.possible(viewer, sheet.objective())));
  }

  /// The form as it opens: what was said before, else nothing.
  private static FormState started(GradeSheet sheet) {
    Retrospective said = sheet.retrospective();
    return said == null
        ? FormState.EMPTY
        : FormState.of(
            "selfAssessment", said.selfAssessment(),
            "wentWell", said.wentWell(),
            "gotInTheWay", said.gotInTheWay(),
            "learned", said.learned(),
            "nextStep", said.nextStep());
  }

  private static GradeInput input(
      GradeSheet sheet, Map<String, String> sent, List<Reason> unreadable) {
    Map<UUID, Double> scores = new HashMap<>();
    Set<UUID> settled = new HashSet<>();
    for (GradeSheet.Line line : sheet.lines()) {
      UUID id = line.keyResult().id();
      Double score = score(id.toString(), sent, unreadable);
      if (score != null && !isShown(line.suggested(), score)) {
        scores.put(id, score);
      }
      if (sent.containsKey("settled." + id)) {
        settled.add(id);
      }
    }
    return new GradeInput(
        sheet.objective(),
        version(sent),
        scores,
        settled,
        score("score", sent, unreadable),
        answer(sent, unreadable),
        text(sent, "comment"),
        new Retrospective(
            score("selfScore", sent, unreadable),
            text(sent, "selfAssessment"),
            text(sent, "wentWell"),
            text(sent, "gotInTheWay"),
            text(sent, "learned"),
            text(sent, "nextStep")));
  }

  /// Whether a score is the suggestion as it stood in the form, with two decimals.
  private static boolean isShown(@Nullable Double suggested, double score) {
    return suggested != null && Math.abs(suggested - score) <= 0.005;
  }

  private static @Nullable Double score(
      String field, Map<String, String> sent, List<Reason> unreadable) {
    String text = text(sent, field);
    if (text.isEmpty()) {
      return null;
    }
    Optional<Double> score = Figures.parse(text).map(figure -> figure.doubleValue());
    if (score.isEmpty()) {
      unreadable.add(Reason.invalid(field, "grading.score-range"));
    }
    return score.orElse(null);
  }

  private static @Nullable LearningAnswer answer(
      Map<String, String> sent, List<Reason> unreadable) {
    String text = text(sent, "answer");
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LearningAnswer.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      unreadable.add(Reason.invalid("answer", "grading.answer-needed"));
      return null;
    }
  }

  private static long version(Map<String, String> sent) {
    String text = text(sent, "version");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
  }

  private static String text(Map<String, String> sent, String field) {
    return sent.getOrDefault(field, "").strip();
  }

  private static Optional<UUID> identifier(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
