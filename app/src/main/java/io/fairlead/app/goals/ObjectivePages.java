package io.fairlead.app.goals;

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
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The steps of an objective as buttons of its drawer, and giving it up as a page of its own, since
/// that needs a reason.
@Controller
class ObjectivePages {
  private final Objectives objectives;
  private final TakeBack takeBack;
  private final Pages pages;
  private final Policy policy;

  ObjectivePages(Objectives objectives, TakeBack takeBack, Pages pages, Policy policy) {
    this.objectives = objectives;
    this.takeBack = takeBack;
    this.pages = pages;
    this.policy = policy;
  }

  @PostMapping("/goals/{id}/proposal")
  @Guarded(record = "objective", act = "change", fields = "goal")
  String propose(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    return become(viewer, id, ObjectiveState.PROPOSED, key, response);
  }

  @PostMapping("/goals/{id}/withdrawal")
  @Guarded(record = "objective", act = "change", fields = "goal")
  String withdraw(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    return become(viewer, id, ObjectiveState.DRAFT, key, response);
  }

  @PostMapping("/goals/{id}/activation")
  @Guarded(record = "objective", act = "change", fields = "goal")
  String activate(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    return become(viewer, id, ObjectiveState.ACTIVE, key, response);
  }

  @PostMapping("/goals/{id}/closure")
  @Guarded(record = "objective", act = "change", fields = "goal")
  String close(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    return become(viewer, id, ObjectiveState.CLOSED, key, response);
  }

  /// Says what came of it on the page of the objective; what is still missing for publishing is
  /// said where it can be written.
  private String become(
      Viewer viewer, UUID id, ObjectiveState next, String key, HttpServletResponse response) {
    Words words = pages.words();
    return switch (objectives.become(viewer, id, next, "", key)) {
      case Done<Objective> _ -> {
        Toasts.leave(response, words.text("goals.became." + next.code()), null);
        yield "redirect:/goals/" + id;
      }
      case Refused<Objective> refused -> {
        refuseIfHidden(refused);
        Toasts.leave(
            response,
            refused.reasons().stream()
                .map(words::refusal)
                .distinct()
                .collect(Collectors.joining(" ")),
            null);
        boolean incomplete = refused.reasons().getFirst().kind() == Reason.Kind.INVALID;
        yield "redirect:/goals/" + id + (incomplete ? "/edit" : "");
      }
    };
  }

  private static void refuseIfHidden(Refused<Objective> refused) {
    Reason.Kind kind = refused.reasons().getFirst().kind();
    if (kind == Reason.Kind.NOT_FOUND || kind == Reason.Kind.FORBIDDEN) {
      throw new RefusedException(refused);
    }
  }

  @GetMapping("/goals/{id}/drop")
  @Guarded(record = "objective", act = "change", fields = "goal")
  ModelAndView reason(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return dropping(viewer, id, FormState.EMPTY, Idempotency.freshKey());
  }

  @PostMapping("/goals/{id}/drop")
  @Guarded(record = "objective", act = "change", fields = "goal")
  Object drop(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    String key = sent.getOrDefault("key", "");
    Outcome<Objective> outcome =
        objectives.become(viewer, id, ObjectiveState.DROPPED, sent.getOrDefault("reason", ""), key);
    return switch (outcome) {
      case Done<Objective> _ -> {
        Toasts.leave(
            response,
            pages.words().text("goals.became.dropped"),
            takeBack.last(viewer, id).orElse(null));
        yield "redirect:/goals/" + id;
      }
      case Refused<Objective> refused -> {
        refuseIfHidden(refused);
        ModelAndView again = dropping(viewer, id, FormState.refused(sent, refused), key);
        again.setStatus(Errors.status(refused.reasons()));
        yield again;
      }
    };
  }

  private ModelAndView dropping(Viewer viewer, UUID id, FormState form, String key) {
    Words words = pages.words();
    Objective objective =
        objectives.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    if (!objective.mayChange()) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    SeenBy seenBy = policy.seenBy(words, GoalRules.RECORD, GoalRules.GOAL);
    return pages.show(
        "goals/drop",
        words.text("goals.drop.title"),
        Place.GOALS,
        seenBy,
        new DropPage(id, objective.plan().title(), objective.state().isOpen(), form, key, seenBy));
  }
}
