package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.AnswerScreens.done;

import io.fairlead.app.feedback.GuestHandover.Guests;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The guests of a round, and their links to hand over.
@Controller
@RequestMapping("/feedback/rounds/{id}/guests")
public class GuestHandoverPages {
  private final GuestHandover handover;
  private final Policy policy;
  private final Pages pages;
  private final String url;

  GuestHandoverPages(
      GuestHandover handover, Policy policy, Pages pages, @Value("${fairlead.url:}") String url) {
    this.handover = handover;
    this.policy = policy;
    this.pages = pages;
    this.url = url;
  }

  /// @param about whom they are asked about
  public record Row(UUID id, String name, String email, String about, boolean linked) {}

  /// @param made the link that was just made, shown this once
  /// @param madeFor the guest's id
  public record GuestsPage(
      UUID round,
      String roundName,
      List<Row> guests,
      @Nullable String made,
      @Nullable UUID madeFor,
      String key) {}

  @GetMapping
  @Guarded(record = RoundRules.ROUND, act = RoundRules.RUN, fields = RoundRules.TERMS)
  ModelAndView all(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return show(done(handover.of(viewer, id)), null, null);
  }

  @PostMapping("/{guest}/link")
  @Guarded(record = RoundRules.ROUND, act = RoundRules.RUN, fields = RoundRules.TERMS)
  ModelAndView make(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID guest,
      @RequestParam(defaultValue = "") String key,
      HttpServletRequest request) {
    String path = done(handover.make(viewer, id, guest, key));
    return show(done(handover.of(viewer, id)), here(request) + path, guest);
  }

  private ModelAndView show(Guests guests, @Nullable String made, @Nullable UUID madeFor) {
    Words words = pages.words();
    return pages.show(
        "feedback/guests",
        words.text("answering.guests.title"),
        Place.FEEDBACK,
        policy.seenBy(words, RoundRules.ROUND, RoundRules.COUNTS),
        new GuestsPage(
            guests.round().id(),
            guests.round().name(),
            guests.guests().stream().map(guest -> row(words, guest)).toList(),
            made,
            madeFor,
            Idempotency.freshKey()));
  }

  private static Row row(Words words, GuestLinkStore.Guest guest) {
    return new Row(
        guest.id(),
        guest.name(),
        guest.email(),
        guest.about().stream()
            .map(name -> Objects.requireNonNullElse(name, words.text("answering.somebody")))
            .collect(Collectors.joining(", ")),
        guest.linked());
  }

  private String here(HttpServletRequest request) {
    if (!url.isBlank()) {
      return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
    String whole = request.getRequestURL().toString();
    return whole.substring(0, whole.length() - request.getRequestURI().length());
  }
}
