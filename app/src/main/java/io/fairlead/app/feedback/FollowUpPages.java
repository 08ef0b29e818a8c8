package io.fairlead.app.feedback;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Asking the same people again: of a whole round by those who run it, of one's own report by the
/// reviewee.
@Controller
class FollowUpPages {
  private final FollowUps followUps;
  private final Rounds rounds;
  private final Reports reports;
  private final Policy policy;
  private final Pages pages;

  FollowUpPages(FollowUps followUps, Rounds rounds, Reports reports, Policy policy, Pages pages) {
    this.followUps = followUps;
    this.rounds = rounds;
    this.reports = reports;
    this.policy = policy;
    this.pages = pages;
  }

  @GetMapping("/feedback/rounds/{id}/follow-up")
  @Guarded(record = "feedback-round", act = "run", fields = "terms")
  ModelAndView ofRound(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return round(viewer, id, FormState.EMPTY);
  }

  @PostMapping("/feedback/rounds/{id}/follow-up")
  @Guarded(record = "feedback-round", act = "run", fields = "terms")
  Object define(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    String usual = rounds.find(viewer, id).map(this::usualName).orElse("");
    return answered(
        followUps.define(viewer, id, input(form), usual, form.get("key")),
        "feedback.follow-up.defined",
        form,
        response,
        refused -> round(viewer, id, refused));
  }

  @GetMapping("/feedback/reports/{subject}/follow-up")
  @Guarded(record = "feedback-report", act = "follow", fields = "published")
  ModelAndView ofReport(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID subject) {
    return report(viewer, subject, FormState.EMPTY);
  }

  @PostMapping("/feedback/reports/{subject}/follow-up")
  @Guarded(record = "feedback-report", act = "follow", fields = "published")
  Object ask(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID subject,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    String usual = reports.find(viewer, subject).map(found -> ownName(viewer, found)).orElse("");
    return answered(
        followUps.ask(viewer, subject, input(form), usual, form.get("key")),
        "feedback.follow-up.asked",
        form,
        response,
        refused -> report(viewer, subject, refused));
  }

  /// @param again the form with what was wrong with it
  private Object answered(
      Outcome<UUID> outcome,
      String toast,
      Map<String, String> form,
      HttpServletResponse response,
      Function<FormState, ModelAndView> again) {
    return switch (outcome) {
      case Done<UUID>(UUID made) -> {
        Toasts.leave(response, pages.words().text(toast), null);
        yield "redirect:/feedback/rounds/" + made;
      }
      case Refused<UUID> refused -> RefusedForm.again(refused, form, again);
    };
  }

  private static FollowUpInput input(Map<String, String> form) {
    return new FollowUpInput(
        form.get("name"),
        form.get("instrument"),
        RoundPages.day(form.get("opens")),
        RoundPages.day(form.get("closes")),
        null);
  }

  private String usualName(Round followed) {
    return pages.words().text("feedback.follow-up.name", followed.name());
  }

  private String ownName(Viewer viewer, Reports.Found found) {
    return pages
        .words()
        .text("feedback.follow-up.own-name", viewer.name(), found.head().roundName());
  }

  private ModelAndView round(Viewer viewer, UUID id, FormState form) {
    Round round =
        rounds.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    if (!round.mayRun()) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    Words words = pages.words();
    List<Option> instruments =
        round.state() == RoundState.PUBLISHED
            ? followUps.instruments(round).stream()
                .map(each -> new Option(each.id(), each.name().in(words.locale().toLanguageTag())))
                .toList()
            : List.of();
    return shown(
        new RoundPage.FollowUpForm(
            round,
            false,
            followUps.reviewees(round, viewer.today()),
            "/feedback/rounds/" + id + "/follow-up",
            "/feedback/rounds/" + id,
            round.name(),
            RoundWords.promise(words, round.terms()),
            instruments,
            form.wasRefused() ? form : begun(usualName(round), viewer.today()),
            Idempotency.freshKey()));
  }

  private ModelAndView report(Viewer viewer, UUID subject, FormState form) {
    Reports.Found found =
        reports.find(viewer, subject).orElseThrow(() -> new RefusedException(Reason.notFound()));
    if (!found.head().isOwn()) {
      throw new RefusedException(Reason.notFound());
    }
    Round round =
        rounds
            .find(viewer, found.head().round())
            .orElseThrow(() -> new RefusedException(Reason.notFound()));
    Words words = pages.words();
    return shown(
        new RoundPage.FollowUpForm(
            round,
            true,
            1,
            "/feedback/reports/" + subject + "/follow-up",
            "/feedback/reports/" + subject,
            words.text("feedback.follow-up.back-to-report"),
            RoundWords.promise(words, round.terms()),
            List.of(),
            form.wasRefused() ? form : begun("", viewer.today()),
            Idempotency.freshKey()));
  }

  private static FormState begun(String name, LocalDate today) {
    LocalDate opens = FollowUps.usualOpening(today);
    return new FormState(
        Map.of(
            "name",
            name,
            "instrument",
            FollowUps.PULSE,
            "opens",
            opens.toString(),
            "closes",
            FollowUps.usualClose(opens).toString()),
        List.of());
  }

  private ModelAndView shown(RoundPage.FollowUpForm page) {
    Words words = pages.words();
    return pages.show(
        "feedback/followUp",
        words.text("feedback.follow-up"),
        page.own() ? Place.GROWTH : Place.FEEDBACK,
        policy.seenBy(words, RoundRules.ROUND, RoundRules.TERMS),
        page);
  }
}
