package io.fairlead.app.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.feedback.Stewards.Comments;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Comments before anybody reads them, as JSON.
@RestController
@RequestMapping("/api/v1/feedback/rounds/{id}/comments")
class StewardApi {
  private final Stewards stewards;

  StewardApi(Stewards stewards) {
    this.stewards = stewards;
  }

  /// @param because missing unless somebody asked to withhold it
  /// @param state `open`, `asked` or `withheld`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StewardCommentJson(UUID id, String words, String state, @Nullable String because) {
    static StewardCommentJson of(StewardComment comment) {
      StewardReason because = comment.because();
      return new StewardCommentJson(
          comment.id(),
          comment.words(),
          comment.isWithheld() ? "withheld" : comment.isAsked() ? "asked" : "open",
          because == null ? null : because.code());
    }
  }

  /// @param concerns whom to turn to with threats and misconduct; missing where nobody is named
  /// @param next what to send as `after`; missing on the last page
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StewardCommentsJson(
      List<StewardCommentJson> comments, @Nullable String concerns, @Nullable UUID next) {
    static StewardCommentsJson of(Comments found) {
      return new StewardCommentsJson(
          found.comments().stream().map(StewardCommentJson::of).toList(),
          found.round().concerns().isEmpty() ? null : found.round().concerns(),
          found.next());
    }
  }

  record WithholdingInput(@Nullable String because) {}

  record DecisionInput(@Nullable Boolean withhold) {}

  @GetMapping
  @Guarded(record = "feedback-round", act = "read", fields = "comments", scope = "feedback:read")
  StewardCommentsJson comments(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID after) {
    return StewardCommentsJson.of(
        stewards
            .comments(viewer, id, after)
            .orElseThrow(() -> new RefusedException(Reason.notFound())));
  }

  @PostMapping("/{comment}/withholding")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Guarded(
      record = "feedback-round",
      act = "withhold",
      fields = "comments",
      scope = "feedback:write")
  void ask(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID comment,
      @RequestBody WithholdingInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    String because = input.because();
    accept(stewards.ask(viewer, id, comment, because == null ? "" : because, key));
  }

  @DeleteMapping("/{comment}/withholding")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Guarded(
      record = "feedback-round",
      act = "withhold",
      fields = "comments",
      scope = "feedback:write")
  void takeBack(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID comment,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    accept(stewards.takeBack(viewer, id, comment, key));
  }

  @GetMapping("/asked")
  @Guarded(record = "feedback-round", act = "confirm", fields = "comments", scope = "feedback:read")
  StewardCommentsJson asked(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return StewardCommentsJson.of(
        stewards.asked(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound())));
  }

  @PostMapping("/{comment}/withholding/decision")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Guarded(
      record = "feedback-round",
      act = "confirm",
      fields = "comments",
      scope = "feedback:write")
  void decide(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID comment,
      @RequestBody DecisionInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    Boolean withhold = input.withhold();
    if (withhold == null) {
      throw new RefusedException(Reason.invalid("withhold", "steward.decision"));
    }
    accept(stewards.decide(viewer, id, comment, withhold, key));
  }

  private static void accept(Outcome<UUID> outcome) {
    switch (outcome) {
      case Done<UUID> _ -> {}
      case Refused<UUID> refused -> throw new RefusedException(refused);
    }
  }
}
