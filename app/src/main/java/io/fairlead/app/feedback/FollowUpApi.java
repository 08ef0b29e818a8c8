package io.fairlead.app.feedback;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Pages;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Asking the same people again, as JSON.
@RestController
@RequestMapping("/api/v1/feedback")
class FollowUpApi {
  private final FollowUps followUps;
  private final Rounds rounds;
  private final Reports reports;
  private final Pages pages;

  FollowUpApi(FollowUps followUps, Rounds rounds, Reports reports, Pages pages) {
    this.followUps = followUps;
    this.rounds = rounds;
    this.reports = reports;
    this.pages = pages;
  }

  /// @param round its id
  record FollowUpJson(UUID round) {}

  /// Sets one up for reviewees of a published round.
  @PostMapping("/rounds/{id}/follow-ups")
  @Guarded(record = "feedback-round", act = "run", fields = "terms", scope = "feedback:write")
  ResponseEntity<FollowUpJson> define(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody FollowUpInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    String usual =
        rounds
            .find(viewer, id)
            .map(round -> pages.words().text("feedback.follow-up.name", round.name()))
            .orElse("");
    return made(RoundApi.done(followUps.define(viewer, id, input, usual, key)));
  }

  /// Has those asked again who were asked about the caller; it is launched at once, and opens on
  /// its day.
  @PostMapping("/reports/{subject}/follow-ups")
  @Guarded(
      record = "feedback-report",
      act = "follow",
      fields = "published",
      scope = "feedback:write")
  ResponseEntity<FollowUpJson> ask(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID subject,
      @RequestBody FollowUpInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    String usual =
        reports
            .find(viewer, subject)
            .map(found ->
                pages
                    .words()
                    .text("feedback.follow-up.own-name", viewer.name(), found.head().roundName()))
            .orElse("");
    return made(RoundApi.done(followUps.ask(viewer, subject, input, usual, key)));
  }

  private static ResponseEntity<FollowUpJson> made(UUID round) {
    return ResponseEntity.created(URI.create("/api/v1/feedback/rounds/" + round))
        .body(new FollowUpJson(round));
  }
}
