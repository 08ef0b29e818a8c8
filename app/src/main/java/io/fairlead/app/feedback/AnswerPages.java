package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.AnswerScreens.done;

import io.fairlead.app.feedback.AnswerScreens.Saved;
import io.fairlead.app.feedback.AnswerScreens.Where;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Answering about a colleague.
@Controller
@RequestMapping("/feedback/give/{invitation}")
class AnswerPages {
  private final Answering answering;
  private final AnswerScreens screens;

  AnswerPages(Answering answering, AnswerScreens screens) {
    this.answering = answering;
    this.screens = screens;
  }

  private static Where where(UUID invitation) {
    return new Where("/feedback/give/" + invitation, "/feedback", "feedback/answer");
  }

  @GetMapping
  @Guarded(record = RoundRules.ANSWER, act = RoundRules.GIVE, fields = RoundRules.WORDS)
  ModelAndView page(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID invitation) {
    return screens.page(done(answering.find(viewer, invitation)), where(invitation));
  }

  @PostMapping
  @Guarded(record = RoundRules.ANSWER, act = RoundRules.GIVE, fields = RoundRules.WORDS)
  ModelAndView save(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID invitation,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    return screens.save(
        done(answering.find(viewer, invitation)), sent, where(invitation), response);
  }

  @PostMapping("/autosave")
  @Guarded(record = RoundRules.ANSWER, act = RoundRules.GIVE, fields = RoundRules.WORDS)
  ResponseEntity<Saved> autosave(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID invitation,
      @RequestParam Map<String, String> sent) {
    return screens.autosave(done(answering.find(viewer, invitation)), sent);
  }

  @PostMapping("/withdrawal")
  @Guarded(record = RoundRules.ANSWER, act = RoundRules.GIVE, fields = RoundRules.WORDS)
  String withdraw(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID invitation,
      HttpServletResponse response) {
    return screens.withdraw(done(answering.find(viewer, invitation)), where(invitation), response);
  }

  @PostMapping("/decline")
  @Guarded(record = RoundRules.ANSWER, act = RoundRules.GIVE, fields = RoundRules.WORDS)
  String decline(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID invitation,
      @RequestParam(defaultValue = "") String because,
      HttpServletResponse response) {
    Where where = where(invitation);
    return answering.hasDeclined(viewer, invitation)
        ? "redirect:" + where.back()
        : screens.decline(done(answering.find(viewer, invitation)), because, where, response);
  }
}
