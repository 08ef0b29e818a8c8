package io.fairlead.app.goals;

import io.fairlead.app.goals.ReassignmentStore.Held;
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
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Finding a new owner for an objective or a key result.
@Controller
class ReassignmentPages {
  private final Reassignments reassignments;
  private final Editor editor;
  private final Pages pages;
  private final Policy policy;

  ReassignmentPages(Reassignments reassignments, Editor editor, Pages pages, Policy policy) {
    this.reassignments = reassignments;
    this.editor = editor;
    this.pages = pages;
    this.policy = policy;
  }

  @GetMapping("/goals/{id}/reassignment")
  @Guarded(record = "objective", act = "reassign", fields = "goal")
  ModelAndView objective(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return page(
        viewer,
        GoalApi.value(reassignments.objective(viewer, id)),
        FormState.EMPTY,
        Idempotency.freshKey());
  }

  @PostMapping("/goals/{id}/reassignment")
  @Guarded(record = "objective", act = "reassign", fields = "goal")
  Object giveObjective(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    Held held = GoalApi.value(reassignments.objective(viewer, id));
    UUID to = named(viewer, sent);
    Outcome<UUID> outcome =
        to == null
            ? unknown()
            : reassignments.giveObjective(viewer, id, to, sent.getOrDefault("key", ""));
    return answer(viewer, held, outcome, sent, response);
  }

  @GetMapping("/goals/key-results/{id}/reassignment")
  @Guarded(record = "key-result", act = "reassign", fields = "value")
  ModelAndView keyResult(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return page(
        viewer,
        GoalApi.value(reassignments.keyResult(viewer, id)),
        FormState.EMPTY,
        Idempotency.freshKey());
  }

  @PostMapping("/goals/key-results/{id}/reassignment")
  @Guarded(record = "key-result", act = "reassign", fields = "value")
  Object giveKeyResult(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    Held held = GoalApi.value(reassignments.keyResult(viewer, id));
    boolean along = sent.getOrDefault("person", "").isBlank();
    UUID to = along ? null : named(viewer, sent);
    Outcome<UUID> outcome =
        to == null && !along
            ? unknown()
            : reassignments.giveKeyResult(viewer, id, to, sent.getOrDefault("key", ""));
    return answer(viewer, held, outcome, sent, response);
  }

  private @Nullable UUID named(Viewer viewer, Map<String, String> sent) {
    return editor.person(viewer, sent.getOrDefault("person", "").strip()).orElse(null);
  }

  private static Outcome<UUID> unknown() {
    return Outcome.refused(Reason.invalid("person", "goals.unknown-person"));
  }

  private Object answer(
      Viewer viewer,
      Held held,
      Outcome<UUID> outcome,
      Map<String, String> sent,
      HttpServletResponse response) {
    return switch (outcome) {
      case Done<UUID>(UUID objective) -> {
        Toasts.leave(response, pages.words().text("goals.reassigned"), null);
        yield reassignments.sees(viewer, objective) ? "redirect:/goals/" + objective : "redirect:/";
      }
      case Refused<UUID> refused -> {
        Reason.Kind kind = refused.reasons().getFirst().kind();
        if (kind == Reason.Kind.NOT_FOUND || kind == Reason.Kind.FORBIDDEN) {
          throw new RefusedException(refused);
        }
        ModelAndView again =
            page(viewer, held, FormState.refused(sent, refused), sent.getOrDefault("key", ""));
        again.setStatus(Errors.status(refused.reasons()));
        yield again;
      }
    };
  }

  private ModelAndView page(Viewer viewer, Held held, FormState form, String key) {
    Words words = pages.words();
    SeenBy seenBy = policy.seenBy(words, GoalRules.RECORD, GoalRules.GOAL);
    String path =
        held.keyResult() == null
            ? "/goals/" + held.objective()
            : "/goals/key-results/" + held.keyResult();
    return pages.show(
        "goals/reassignment",
        words.text("goals.reassign.title"),
        Place.GOALS,
        seenBy,
        new ReassignmentPage(
            held.objective(),
            held.title(),
            path + "/reassignment",
            Called.person(words, held.holderName()),
            held.left(),
            held.keyResult() == null ? null : Called.person(words, held.answers()),
            editor.near(viewer),
            form,
            key,
            seenBy));
  }
}
