package io.fairlead.app.feedback;

import io.fairlead.app.feedback.Stewards.Comments;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Looking through a round's comments before anybody reads them.
@Controller
public class StewardPages {
  private final Stewards stewards;
  private final Pages pages;

  StewardPages(Stewards stewards, Pages pages) {
    this.stewards = stewards;
    this.pages = pages;
  }

  /// @param concerns where threats and misconduct go
  /// @param hasEscrow whether who wrote a comment can be asked for, by its number
  /// @param until a sentence on when it is too late; null where nothing can be done
  /// @param next address of the next page; null on the last
  public record StewardPage(
      UUID round,
      String name,
      String concerns,
      boolean hasEscrow,
      @Nullable String until,
      List<StewardComment> comments,
      List<Option> reasons,
      @Nullable String next,
      String key) {}

  @GetMapping("/feedback/rounds/{id}/comments")
  @Guarded(record = "feedback-round", act = "read", fields = "comments")
  ModelAndView comments(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID after) {
    return page(
        "steward",
        stewards
            .comments(viewer, id, after)
            .orElseThrow(() -> new RefusedException(Reason.notFound())));
  }

  @PostMapping("/feedback/rounds/{id}/comments/{comment}/withholding")
  @Guarded(record = "feedback-round", act = "withhold", fields = "comments")
  String ask(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID comment,
      @RequestParam(defaultValue = "") String because,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    return done(stewards.ask(viewer, id, comment, because, key + comment), "asked", "", response);
  }

  @PostMapping("/feedback/rounds/{id}/comments/{comment}/withholding/removal")
  @Guarded(record = "feedback-round", act = "withhold", fields = "comments")
  String takeBack(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID comment,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    return done(stewards.takeBack(viewer, id, comment, key + comment), "taken-back", "", response);
  }

  @GetMapping("/feedback/rounds/{id}/comments/asked")
  @Guarded(record = "feedback-round", act = "confirm", fields = "comments")
  ModelAndView asked(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return page(
        "stewardAsked",
        stewards.asked(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound())));
  }

  @PostMapping("/feedback/rounds/{id}/comments/{comment}/withholding/decision")
  @Guarded(record = "feedback-round", act = "confirm", fields = "comments")
  String decide(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID comment,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    boolean withheld =
        switch (decision) {
          case "withhold" -> true;
          case "leave" -> false;
          default -> throw new RefusedException(Reason.invalid("decision", "steward.decision"));
        };
    return done(
        stewards.decide(viewer, id, comment, withheld, key + comment),
        withheld ? "withheld" : "left",
        "/asked",
        response);
  }

  private String done(
      Outcome<UUID> outcome, String said, String back, HttpServletResponse response) {
    return switch (outcome) {
      case Done<UUID>(UUID round) -> {
        Toasts.leave(response, pages.words().text("steward.done." + said), null);
        yield "redirect:/feedback/rounds/" + round + "/comments" + back;
      }
      case Refused<UUID> refused -> throw new RefusedException(refused);
    };
  }

  private ModelAndView page(String template, Comments found) {
    Words words = pages.words();
    UUID round = found.round().id();
    Instant until = found.until();
    return pages.show(
        "feedback/" + template,
        words.text("steward.title", found.round().name()),
        Place.FEEDBACK,
        new SeenBy(words.text("steward.seen-by"), "/policy#feedback-round-comments"),
        new StewardPage(
            round,
            found.round().name(),
            RoundWords.concerns(words, found.round().concerns(), found.round().ownerName()),
            found.round().hasEscrow(),
            until == null ? null : words.text("steward.until", words.day(until), words.time(until)),
            found.comments(),
            Stream.of(StewardReason.values())
                .map(each -> new Option(each.code(), words.text("steward.because." + each.code())))
                .toList(),
            found.next() == null
                ? null
                : "/feedback/rounds/" + round + "/comments?after=" + found.next(),
            Idempotency.freshKey()));
  }
}
