package io.fairlead.app.growth;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Toasts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What one does with a behaviour that one works on.
@Controller
public class FocusActPages {
  private final DevelopmentPlans plans;
  private final FocusPages focuses;
  private final Pages pages;

  FocusActPages(DevelopmentPlans plans, FocusPages focuses, Pages pages) {
    this.plans = plans;
    this.focuses = focuses;
    this.pages = pages;
  }

  @PostMapping("/growth/plan/{id}/notes")
  @Guarded(record = "development-plan", act = "change", fields = "plan")
  Object note(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    List<Reason> wrong = new ArrayList<>();
    LocalDate review = FocusForm.day(wrong, form, "review");
    Outcome<UUID> outcome =
        wrong.isEmpty()
            ? plans.note(viewer, id, form.getOrDefault("text", ""), review, form.get("key"))
            : Outcome.refused(wrong);
    return switch (outcome) {
      case Done<UUID> _ -> done(id, "plan.noted", response);
      case Refused<UUID> refused ->
          again(viewer, id, FormState.refused(form, refused), FormState.EMPTY, refused);
    };
  }

  @PostMapping("/growth/plan/{id}/actions/{place}")
  @Guarded(record = "development-plan", act = "change", fields = "plan")
  String tick(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable int place,
      @RequestParam(defaultValue = "true") boolean done,
      @RequestParam(defaultValue = "") String key) {
    if (plans.tick(viewer, id, place, done, key) instanceof Refused<UUID> refused) {
      throw new RefusedException(refused);
    }
    return "redirect:/growth/plan/" + id;
  }

  @PostMapping("/growth/plan/{id}/sharing")
  @Guarded(record = "development-plan", act = "change", fields = "plan")
  String share(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean shared,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    return switch (plans.share(viewer, id, shared, key)) {
      case Done<UUID> _ -> done(id, shared ? "plan.shared-done" : "plan.unshared-done", response);
      case Refused<UUID> refused -> throw new RefusedException(refused);
    };
  }

  @PostMapping("/growth/plan/{id}/ending")
  @Guarded(record = "development-plan", act = "change", fields = "plan")
  Object end(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    Focus.State state = Focus.State.ending(form.get("state"));
    Outcome<UUID> outcome =
        plans.end(viewer, id, state, form.getOrDefault("learned", ""), form.get("key"));
    return switch (outcome) {
      case Done<UUID> _ -> done(id, "plan.ended-done", response);
      case Refused<UUID> refused ->
          again(viewer, id, FormState.EMPTY, FormState.refused(form, refused), refused);
    };
  }

  private String done(UUID id, String words, HttpServletResponse response) {
    Toasts.leave(response, pages.words().text(words), null);
    return "redirect:/growth/plan/" + id;
  }

  /// The page with what was written; who may not change it reads why.
  private ModelAndView again(
      Viewer viewer, UUID id, FormState note, FormState end, Refused<UUID> refused) {
    Focus focus = focuses.found(viewer, id);
    if (!focus.mine()) {
      throw new RefusedException(refused);
    }
    ModelAndView page = focuses.page(focus, note, end, Idempotency.freshKey());
    page.setStatus(Errors.status(refused.reasons()));
    return page;
  }
}
