package io.fairlead.app.goals;

import io.fairlead.app.goals.StatusOverrides.Of;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Setting the status of an objective or a key result aside, with a reason, and taking that back.
@Controller
class StatusPages {
  private final StatusOverrides overrides;
  private final GoalViews views;
  private final Pages pages;
  private final Policy policy;

  StatusPages(StatusOverrides overrides, GoalViews views, Pages pages, Policy policy) {
    this.overrides = overrides;
    this.views = views;
    this.pages = pages;
    this.policy = policy;
  }

  @GetMapping("/goals/{id}/status")
  @Guarded(record = "objective", act = "override", fields = "goal")
  ModelAndView objective(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return page(viewer, new Of.TheObjective(id), FormState.EMPTY, Idempotency.freshKey());
  }

  @PostMapping("/goals/{id}/status")
  @Guarded(record = "objective", act = "override", fields = "goal")
  Object sayOfObjective(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    return said(viewer, new Of.TheObjective(id), sent, response);
  }

  @GetMapping("/goals/key-results/{id}/status")
  @Guarded(record = "key-result", act = "override", fields = "value")
  ModelAndView keyResult(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return page(viewer, new Of.TheKeyResult(id), FormState.EMPTY, Idempotency.freshKey());
  }

  @PostMapping("/goals/key-results/{id}/status")
  @Guarded(record = "key-result", act = "override", fields = "value")
  Object sayOfKeyResult(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    return said(viewer, new Of.TheKeyResult(id), sent, response);
  }

  private Object said(
      Viewer viewer, Of of, Map<String, String> sent, HttpServletResponse response) {
    boolean back = sent.getOrDefault("step", "say").equals("back");
    String key = sent.getOrDefault("key", "");
    Outcome<UUID> outcome =
        back
            ? overrides.takeBack(viewer, of, key)
            : overrides.say(
                viewer, of, sent.getOrDefault("status", ""), sent.getOrDefault("reason", ""), key);
    return switch (outcome) {
      case Done<UUID>(UUID objective) -> {
        Toasts.leave(
            response, pages.words().text(back ? "goals.status.back" : "goals.status.said"), null);
        yield "redirect:/goals/" + objective;
      }
      case Refused<UUID> refused -> {
        Reason.Kind kind = refused.reasons().getFirst().kind();
        if (kind == Reason.Kind.NOT_FOUND || kind == Reason.Kind.FORBIDDEN) {
          throw new RefusedException(refused);
        }
        ModelAndView again = page(viewer, of, FormState.refused(sent, refused), key);
        again.setStatus(Errors.status(refused.reasons()));
        yield again;
      }
    };
  }

  private ModelAndView page(Viewer viewer, Of of, FormState form, String key) {
    Words words = pages.words();
    UUID objective = GoalApi.value(overrides.objective(viewer, of));
    GoalViews.Listed listed =
        views.one(viewer, objective).orElseThrow(() -> new RefusedException(Reason.notFound()));
    UUID keyResult = of instanceof Of.TheKeyResult(UUID id) ? id : null;
    ObjectiveRow row = listed.objectives().getFirst();
    List<KeyResultRow> parts = listed.keyResults().getOrDefault(objective, List.of());
    KeyResultRow part =
        parts.stream().filter(one -> one.asked().id().equals(keyResult)).findFirst().orElse(null);
    SeenBy seenBy = policy.seenBy(words, GoalRules.RECORD, GoalRules.GOAL);
    return pages.show(
        "goals/status",
        words.text("goals.status.title"),
        Place.GOALS,
        seenBy,
        new StatusPage(
            objective,
            part == null ? row.title() : part.asked().title(),
            keyResult == null
                ? "/goals/" + objective + "/status"
                : "/goals/key-results/" + keyResult + "/status",
            part == null
                ? Drift.of(row, parts, words.today())
                : Drift.of(part, row.cycle(), words.today()),
            overrides.history(objective).stream()
                .filter(one -> Objects.equals(one.keyResult(), keyResult))
                .toList(),
            form,
            key,
            seenBy));
  }
}
