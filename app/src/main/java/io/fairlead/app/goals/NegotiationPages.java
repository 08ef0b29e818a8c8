package io.fairlead.app.goals;

import io.fairlead.app.goals.Alignments.Conversation;
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
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What an objective moves: putting it to another, and the negotiation of a pair, a step at a time.
@Controller
class NegotiationPages {
  private final Alignments alignments;
  private final Editor editor;
  private final Pages pages;
  private final Policy policy;

  NegotiationPages(Alignments alignments, Editor editor, Pages pages, Policy policy) {
    this.alignments = alignments;
    this.editor = editor;
    this.pages = pages;
    this.policy = policy;
  }

  @GetMapping("/goals/{id}/alignments")
  @Guarded(record = "objective", act = "change", fields = "goal")
  ModelAndView proposal(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return proposal(viewer, id, FormState.EMPTY, Idempotency.freshKey());
  }

  @PostMapping("/goals/{id}/alignments")
  @Guarded(record = "objective", act = "change", fields = "goal")
  Object propose(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    changeable(viewer, id);
    Outcome<Conversation> outcome =
        EditorPages.identifier(sent.getOrDefault("parent", ""))
            .map(parent -> alignments.move(viewer, id, parent, input("proposed", sent)))
            .orElseGet(() -> Outcome.refused(Reason.invalid("parent", "goals.unknown-choice")));
    return switch (outcome) {
      case Done<Conversation>(Conversation now) -> done(response, now, "proposed");
      case Refused<Conversation> refused -> {
        ModelAndView again =
            proposal(
                viewer,
                id,
                FormState.refused(sent, refused),
                sent.getOrDefault("key", Idempotency.freshKey()));
        again.setStatus(Errors.status(refused.reasons()));
        yield again;
      }
    };
  }

  private ModelAndView proposal(Viewer viewer, UUID id, FormState form, String key) {
    Objective objective = changeable(viewer, id);
    List<Alignment> moved =
        alignments.of(viewer, id).stream().filter(one -> one.child().equals(id)).toList();
    SeenBy seenBy = seenBy();
    return pages.show(
        "goals/proposal",
        pages.words().text("negotiation.proposal.title"),
        Place.GOALS,
        seenBy,
        new ProposalPage(
            id,
            objective.plan().title(),
            objective.state().isOpen(),
            objective.plan().standsAloneBecause(),
            moved,
            editor.parents(viewer, objective, moved),
            form,
            key,
            seenBy));
  }

  private Objective changeable(Viewer viewer, UUID id) {
    Objective objective =
        editor.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    if (!objective.mayChange()) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return objective;
  }

  @GetMapping("/goals/{child}/alignments/{parent}")
  @Guarded(record = "objective", act = "read", fields = "negotiation")
  ModelAndView conversation(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID child, @PathVariable UUID parent) {
    return shown(
        GoalApi.value(alignments.conversation(viewer, child, parent)),
        FormState.EMPTY,
        Idempotency.freshKey());
  }

  @PostMapping("/goals/{child}/alignments/{parent}")
  @Guarded(record = "objective", act = "answer", fields = "negotiation")
  Object move(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID child,
      @PathVariable UUID parent,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    String move = sent.getOrDefault("move", "");
    return switch (alignments.move(viewer, child, parent, input(move, sent))) {
      case Done<Conversation>(Conversation now) -> done(response, now, move);
      case Refused<Conversation> refused -> {
        Reason.Kind kind = refused.reasons().getFirst().kind();
        if (kind == Reason.Kind.NOT_FOUND || kind == Reason.Kind.FORBIDDEN) {
          throw new RefusedException(refused);
        }
        ModelAndView again =
            shown(
                GoalApi.value(alignments.conversation(viewer, child, parent)),
                FormState.refused(sent, refused),
                sent.getOrDefault("key", Idempotency.freshKey()));
        again.setStatus(Errors.status(refused.reasons()));
        yield again;
      }
    };
  }

  private static AlignmentInput input(String move, Map<String, String> sent) {
    return new AlignmentInput(
        sent.getOrDefault("parent", ""),
        move,
        sent.getOrDefault("primary", ""),
        sent.getOrDefault("share", ""),
        sent.getOrDefault("note", ""),
        sent.getOrDefault("key", ""));
  }

  /// Back to the conversation, or to all goals for who sees it no longer.
  private String done(HttpServletResponse response, Conversation now, String move) {
    Toasts.leave(response, pages.words().text("negotiation.done." + move), null);
    return "redirect:"
        + (now.moves().isEmpty()
            ? "/goals"
            : "/goals/" + now.child() + "/alignments/" + now.parent());
  }

  private ModelAndView shown(Conversation conversation, FormState form, String key) {
    SeenBy seenBy = seenBy();
    return pages.show(
        "goals/negotiation",
        pages.words().text("negotiation.title"),
        Place.GOALS,
        seenBy,
        new NegotiationPage(conversation, form, key, seenBy));
  }

  private SeenBy seenBy() {
    Words words = pages.words();
    return policy.seenBy(words, GoalRules.RECORD, GoalRules.NEGOTIATION);
  }
}
