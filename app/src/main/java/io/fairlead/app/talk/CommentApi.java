package io.fairlead.app.talk;

import static io.fairlead.app.talk.TalkApi.done;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.talk.TalkApi.Said;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// One comment as JSON.
@RestController
@RequestMapping("/api/v1/comments/{id}")
class CommentApi {
  private final Comments comments;
  private final Reactions reactions;
  private final Pages pages;

  CommentApi(Comments comments, Reactions reactions, Pages pages) {
    this.comments = comments;
    this.reactions = reactions;
    this.pages = pages;
  }

  @GetMapping
  @Guarded(record = "comment", act = "read", fields = "text", scope = "goals:read")
  ResponseEntity<Said> one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Comment comment = found(viewer, id);
    return ResponseEntity.ok()
        .eTag("\"" + comment.wording() + "\"")
        .body(Said.of(comment, pages.words().text("talk.somebody")));
  }

  private Comment found(Viewer viewer, UUID id) {
    return comments.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  /// Another wording.
  record Rewording(@Nullable String text) {}

  @PatchMapping
  @Guarded(record = "comment", act = "change", fields = "text", scope = "goals:write")
  ResponseEntity<Said> reword(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody Rewording rewording,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    Comment comment = found(viewer, id);
    done(
        comments.reword(
            viewer,
            id,
            version(match),
            new Comments.Input(
                comment.about(),
                Objects.requireNonNullElse(rewording.text(), ""),
                null,
                Map.of(),
                key)));
    return one(viewer, id);
  }

  private static int version(@Nullable String match) {
    try {
      return Integer.parseInt(Objects.requireNonNullElse(match, "").replace("\"", "").strip());
    } catch (NumberFormatException none) {
      throw new RefusedException(Reason.invalid("If-Match", "if-match-required"));
    }
  }

  @DeleteMapping
  @Guarded(record = "comment", act = "change", fields = "text", scope = "goals:write")
  ResponseEntity<Said> withdraw(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(comments.withdraw(viewer, id, key));
    return one(viewer, id);
  }

  /// A wording that the comment had.
  record Wording(int number, Instant at, String text) {}

  /// Each wording, the first one first; none for a comment that is withdrawn or hidden.
  record Wordings(List<Wording> wordings) {}

  @GetMapping("/wordings")
  @Guarded(record = "comment", act = "read", fields = "text", scope = "goals:read")
  Wordings wordings(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    found(viewer, id);
    String somebody = pages.words().text("talk.somebody");
    return new Wordings(
        comments.wordings(viewer, id).orElse(List.of()).stream()
            .map(each -> new Wording(each.number(), each.at(), each.plain(somebody)))
            .toList());
  }

  /// Why it must not stand.
  record Hiding(@Nullable String reason) {}

  @PutMapping("/hiding")
  @Guarded(record = "comment", act = "hide", fields = "text", scope = "goals:write")
  ResponseEntity<Said> hide(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody Hiding hiding,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(comments.hide(viewer, id, Objects.requireNonNullElse(hiding.reason(), ""), true, key));
    return one(viewer, id);
  }

  @DeleteMapping("/hiding")
  @Guarded(record = "comment", act = "hide", fields = "text", scope = "goals:write")
  ResponseEntity<Said> show(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(comments.hide(viewer, id, "", false, key));
    return one(viewer, id);
  }

  @PutMapping("/reactions/{kind}")
  @Guarded(record = "comment", act = "talk", fields = "text", scope = "goals:write")
  ResponseEntity<Said> react(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable String kind,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(reactions.toComment(viewer, id, kind, true, key));
    return one(viewer, id);
  }

  @DeleteMapping("/reactions/{kind}")
  @Guarded(record = "comment", act = "talk", fields = "text", scope = "goals:write")
  ResponseEntity<Said> takeBack(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable String kind,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(reactions.toComment(viewer, id, kind, false, key));
    return one(viewer, id);
  }
}
