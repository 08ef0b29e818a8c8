package io.fairlead.app.feedback;

import io.fairlead.app.people.PersonName;
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
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.assignment.PilotGroup;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/// The first few of a round: looked at, then taken; as page and as JSON.
@Controller
public class RoundPilotPages {
  private final Rounds rounds;
  private final RoundPilots pilots;
  private final RoundPlaces places;
  private final Policy policy;
  private final Pages pages;

  RoundPilotPages(
      Rounds rounds, RoundPilots pilots, RoundPlaces places, Policy policy, Pages pages) {
    this.rounds = rounds;
    this.pilots = pilots;
    this.places = places;
    this.policy = policy;
    this.pages = pages;
  }

  /// @param names of the chosen; empty where nobody could be
  /// @param said what to expect of them; null before a size stands
  public record PilotPage(
      Round round,
      int size,
      List<String> names,
      @Nullable String said,
      FormState form,
      String key) {
    public PilotPage {
      names = List.copyOf(names);
    }
  }

  /// @param coverage share of the wanted groups that are expected to be shown at a response of
  ///   seven in ten
  /// @param units how many units they come from
  record PilotGroupJson(List<UUID> people, double coverage, int units) {
    static PilotGroupJson of(PilotGroup group) {
      return new PilotGroupJson(
          group.chosen().stream().map(UUID::fromString).toList(), group.coverage(), group.parts());
    }
  }

  record PilotSizeJson(@Nullable Integer size) {}

  @GetMapping("/feedback/rounds/{id}/pilot-group")
  @Guarded(record = "feedback-round", act = "run", fields = "terms")
  ModelAndView look(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> asked) {
    return page(viewer, id, size(asked), FormState.EMPTY);
  }

  private ModelAndView page(Viewer viewer, UUID id, int size, FormState form) {
    Words words = pages.words();
    Outcome<PilotGroup> outcome = pilots.proposed(viewer, id, size);
    Round round =
        rounds.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    FormState shown =
        switch (outcome) {
          case Done<PilotGroup> _ -> form;
          case Refused<PilotGroup> refused -> {
            if (refused.reasons().stream().anyMatch(each -> each.kind() != Reason.Kind.INVALID)) {
              throw new RefusedException(refused);
            }
            yield FormState.refused(Map.of("size", String.valueOf(size)), refused);
          }
        };
    PilotGroup group =
        outcome instanceof Done<PilotGroup>(PilotGroup found)
            ? found
            : new PilotGroup(List.of(), 0, 0);
    ModelAndView page =
        pages.show(
            "feedback/pilot",
            words.text("feedback.pilot"),
            Place.FEEDBACK,
            policy.seenBy(words, RoundRules.ROUND, RoundRules.TERMS),
            new PilotPage(
                round,
                size,
                places.named(group.chosen().stream().map(UUID::fromString).toList()).stream()
                    .map(PersonName::name)
                    .toList(),
                group.chosen().isEmpty()
                    ? null
                    : words.text(
                        "feedback.pilot.said",
                        group.chosen().size(),
                        group.parts(),
                        words.percent(group.coverage())),
                shown,
                Idempotency.freshKey()));
    if (shown.wasRefused()) {
      page.setStatus(Errors.status(shown.reasons()));
    }
    return page;
  }

  @PostMapping("/feedback/rounds/{id}/pilot-group")
  @Guarded(record = "feedback-round", act = "run", fields = "terms")
  Object take(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    int size = size(form);
    return switch (pilots.take(viewer, id, RoundPages.version(form), size, form.get("key"))) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text("feedback.pilot.taken"), null);
        yield "redirect:/feedback/rounds/" + id;
      }
      case Refused<UUID> refused -> {
        if (refused.reasons().getFirst().kind() != Reason.Kind.STALE) {
          throw new RefusedException(refused);
        }
        ModelAndView page = page(viewer, id, size, FormState.refused(form, refused));
        page.setStatus(Errors.status(refused.reasons()));
        yield page;
      }
    };
  }

  /// What is no number is none that there is.
  private static int size(Map<String, String> asked) {
    String text = asked.getOrDefault("size", "").strip();
    if (text.isEmpty()) {
      return RoundPilots.USUAL;
    }
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
  }

  @GetMapping("/api/v1/feedback/rounds/{id}/pilot-group")
  @Guarded(record = "feedback-round", act = "run", fields = "terms", scope = "feedback:read")
  @ResponseBody
  PilotGroupJson json(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "" + RoundPilots.USUAL) int size) {
    return PilotGroupJson.of(RoundApi.done(pilots.proposed(viewer, id, size)));
  }

  @PostMapping("/api/v1/feedback/rounds/{id}/pilot-group")
  @Guarded(record = "feedback-round", act = "run", fields = "terms", scope = "feedback:write")
  @ResponseBody
  ResponseEntity<PilotGroupJson> takeJson(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody PilotSizeJson wanted,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    int size = wanted.size() == null ? RoundPilots.USUAL : wanted.size();
    RoundApi.done(pilots.take(viewer, id, RoundApi.version(version), size, key));
    Round round =
        rounds.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    // The draft is about them alone now, so that they are who is proposed.
    return ResponseEntity.ok()
        .eTag("\"" + round.version() + "\"")
        .body(PilotGroupJson.of(RoundApi.done(pilots.proposed(viewer, id, size))));
  }
}
