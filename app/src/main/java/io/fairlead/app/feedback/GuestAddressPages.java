package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.AnswerScreens.done;

import io.fairlead.app.feedback.GuestCorrection.GuestAddressInput;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Putting a guest's address right.
@Controller
@RequestMapping("/feedback/rounds/{id}/guests/{guest}/address")
public class GuestAddressPages {
  private final GuestCorrection correction;
  private final Policy policy;
  private final Pages pages;

  GuestAddressPages(GuestCorrection correction, Policy policy, Pages pages) {
    this.correction = correction;
    this.policy = policy;
    this.pages = pages;
  }

  /// @param was the address that stands
  public record AddressPage(
      String guests, UUID guest, String name, String was, FormState form, String key) {}

  private static String guests(UUID round) {
    return "/feedback/rounds/" + round + "/guests";
  }

  @GetMapping
  @Guarded(record = RoundRules.ROUND, act = RoundRules.RUN, fields = RoundRules.TERMS)
  ModelAndView page(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, @PathVariable UUID guest) {
    return show(viewer, id, guest, FormState.EMPTY);
  }

  private ModelAndView show(Viewer viewer, UUID round, UUID id, FormState form) {
    GuestLinkStore.Guest guest = done(correction.find(viewer, round, id));
    Words words = pages.words();
    return pages.show(
        "feedback/guestAddress",
        words.text("answering.guests.correct-for", guest.name()),
        Place.FEEDBACK,
        policy.seenBy(words, RoundRules.ROUND, RoundRules.COUNTS),
        new AddressPage(
            guests(round), id, guest.name(), guest.email(), form, Idempotency.freshKey()));
  }

  @PostMapping
  @Guarded(record = RoundRules.ROUND, act = RoundRules.RUN, fields = RoundRules.TERMS)
  Object correct(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID guest,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    return switch (correction.correct(
        viewer,
        id,
        guest,
        new GuestAddressInput(sent.get("email"), sent.get("was")),
        sent.get("key"))) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text("answering.guests.corrected"), null);
        yield "redirect:" + guests(id);
      }
      case Refused<UUID> refused -> {
        ModelAndView page = show(viewer, id, guest, FormState.refused(sent, refused));
        page.setStatus(Errors.status(refused.reasons()));
        yield page;
      }
    };
  }
}
