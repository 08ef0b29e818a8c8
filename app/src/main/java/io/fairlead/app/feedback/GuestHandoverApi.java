package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.AnswerScreens.done;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.feedback.GuestCorrection.GuestAddressInput;
import io.fairlead.app.feedback.GuestHandover.Guests;
import io.fairlead.app.messages.Mailroom;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The guests of a round and their links, as JSON.
@RestController
@RequestMapping("/api/v1/feedback/rounds/{id}/guests")
class GuestHandoverApi {
  private final GuestHandover handover;
  private final GuestCorrection correction;

  GuestHandoverApi(GuestHandover handover, GuestCorrection correction) {
    this.handover = handover;
    this.correction = correction;
  }

  /// @param linked whether a link that was made by hand works, or will on the round's first day
  /// @param mail how their last mail stands: waiting, sending, sent, refused, given-up, withdrawn;
  ///   missing where none was sent lately
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record GuestJson(UUID id, String name, String email, boolean linked, @Nullable String mail) {}

  /// @param byMail whether guests get their links by mail
  record GuestsJson(List<GuestJson> guests, boolean byMail) {}

  /// @param path to be put behind the server's address; shown this once
  record GuestLinkJson(String path) {}

  @GetMapping
  @Guarded(
      record = RoundRules.ROUND,
      act = RoundRules.RUN,
      fields = RoundRules.TERMS,
      scope = "feedback:read")
  GuestsJson all(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Guests all = done(handover.of(viewer, id));
    return new GuestsJson(
        all.guests().stream()
            .map(each ->
                new GuestJson(
                    each.id(),
                    each.name(),
                    each.email(),
                    each.linked(),
                    Optional.ofNullable(all.mail().get(each.id()))
                        .map(Mailroom.Standing::state)
                        .orElse(null)))
            .toList(),
        all.byMail());
  }

  @PostMapping("/{guest}/link")
  @Guarded(
      record = RoundRules.ROUND,
      act = RoundRules.RUN,
      fields = RoundRules.TERMS,
      scope = "feedback:write")
  GuestLinkJson make(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID guest,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new GuestLinkJson(done(handover.make(viewer, id, guest, key)));
  }

  /// Another address for a guest, to which a mail goes where mail leaves; links made before end.
  @PostMapping("/{guest}/address")
  @Guarded(
      record = RoundRules.ROUND,
      act = RoundRules.RUN,
      fields = RoundRules.TERMS,
      scope = "feedback:write")
  GuestsJson correct(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID guest,
      @RequestBody GuestAddressInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(correction.correct(viewer, id, guest, input, key));
    return all(viewer, id);
  }
}
