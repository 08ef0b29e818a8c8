package io.fairlead.app.goals;

import io.fairlead.app.goals.Alignments.Conversation;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The negotiation of a pair as a page, its next step as a form, and giving an objective up.
@Controller
class NegotiationPages {
  private final Alignments alignments;
  private final Objectives objectives;
  private final Pages pages;
  private final Policy policy;

  NegotiationPages(Alignments alignments, Objectives objectives, Pages pages, Policy policy) {
    this.alignments = alignments;
    this.objectives = objectives;
    this.pages = pages;
    this.policy = policy;
  }

  @GetMapping("/goals/{child}/alignments/{parent}")
  @Guarded(record = "objective", act = "read", fields = "negotiation")
  ModelAndView conversation(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID child, @PathVariable UUID parent) {
    return shown(viewer, child, parent, "", List.of());
  }

  @PostMapping("/goals/{child}/alignments/{parent}")
  @Guarded(record = "objective", act = "answer", fields = "negotiation")
  Object move(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID child,
      @PathVariable UUID parent,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    AlignmentInput input =
        new AlignmentInput(
            "",
            sent.getOrDefault("move", ""),
            sent.getOrDefault("primary", ""),
            sent.getOrDefault("share", ""),
            sent.getOrDefault("note", ""),
            sent.getOrDefault("key", ""));
    return switch (alignments.move(viewer, child, parent, input)) {
      case Done<Conversation>(Conversation now) -> {
        Toasts.leave(response, pages.words().text("negotiation.done." + input.move()), null);
        yield "redirect:"
            + (now.moves().isEmpty() ? "/goals" : "/goals/" + child + "/alignments/" + parent);
      }
      case Refused<Conversation>(List<Reason> reasons) -> {
        boolean hidden =
            reasons.getFirst().kind() == Reason.Kind.NOT_FOUND
                || reasons.getFirst().kind() == Reason.Kind.FORBIDDEN;
        if (hidden) {
          throw new RefusedException(reasons);
        }
        ModelAndView again = shown(viewer, child, parent, input.note(), reasons);
        again.setStatus(Errors.status(reasons));
        yield again;
      }
    };
  }

  @PostMapping("/goals/{id}/drop")
  @Guarded(record = "objective", act = "change", fields = "goal")
  String drop(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response) {
    GoalApi.value(objectives.drop(viewer, id, reason));
    Toasts.leave(response, pages.words().text("negotiation.dropped"), null);
    return "redirect:/goals/" + id;
  }

  private ModelAndView shown(
      Viewer viewer, UUID child, UUID parent, String note, List<Reason> reasons) {
    Conversation conversation = GoalApi.value(alignments.conversation(viewer, child, parent));
    Words words = pages.words();
    return pages.show(
        "goals/negotiationPage",
        words.text("negotiation.title"),
        Place.GOALS,
        policy.seenBy(words, GoalRules.RECORD, GoalRules.NEGOTIATION),
        new NegotiationPage(
            conversation,
            title(viewer, child),
            title(viewer, parent),
            note,
            reasons.stream().map(words::refusal).toList(),
            Idempotency.freshKey(),
            policy.seenBy(words, GoalRules.RECORD, GoalRules.NEGOTIATION)));
  }

  private String title(Viewer viewer, UUID id) {
    return objectives.find(viewer, id).map(objective -> objective.plan().title()).orElse("");
  }
}
