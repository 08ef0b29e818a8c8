package io.fairlead.app.talk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Limits;
import io.fairlead.app.platform.web.Pages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What is said about objectives and check-ins, who follows, and what is attached, as JSON.
@RestController
@RequestMapping("/api/v1/objectives/{id}")
class TalkApi {
  private final Comments comments;
  private final Following following;
  private final GoalLinks links;
  private final Reactions reactions;
  private final Pages pages;

  TalkApi(
      Comments comments, Following following, GoalLinks links, Reactions reactions, Pages pages) {
    this.comments = comments;
    this.following = following;
    this.links = links;
    this.reactions = reactions;
    this.pages = pages;
  }

  /// A comment as JSON.
  ///
  /// @param text as its author wrote it, with `@Name` where somebody is mentioned; missing where it
  ///   is withdrawn or hidden
  /// @param mentions ids and names of those mentioned
  /// @param wording the version that a change must name
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Said(
      UUID id,
      UUID objective,
      @Nullable UUID checkIn,
      @Nullable UUID answers,
      UUID byId,
      @Nullable String by,
      Instant at,
      @Nullable String text,
      Map<UUID, String> mentions,
      int wording,
      @Nullable Instant editedAt,
      @Nullable Instant withdrawnAt,
      @Nullable Instant hiddenAt,
      @Nullable String hiddenBecause,
      List<Reacted> reactions) {
    static Said of(Comment comment, String somebody) {
      return new Said(
          comment.id(),
          comment.about().objective(),
          comment.about().checkIn(),
          comment.answers(),
          comment.byId(),
          comment.by(),
          comment.at(),
          comment.stands() ? comment.plain(somebody) : null,
          comment.names(),
          comment.wording(),
          comment.editedAt(),
          comment.withdrawnAt(),
          comment.hiddenAt(),
          comment.isHidden() ? comment.hiddenBecause() : null,
          comment.reactions());
    }
  }

  /// @param next cursor of the next page; missing on the last
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SaidList(List<Said> comments, @Nullable String next) {}

  @GetMapping("/comments")
  @Guarded(record = "objective", act = "read", fields = "goal", scope = "goals:read")
  SaidList comments(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID checkIn,
      @RequestParam(defaultValue = "") String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    String somebody = pages.words().text("talk.somebody");
    Comments.Said said =
        comments
            .said(
                viewer,
                new About(id, checkIn),
                cursor(cursor),
                Math.clamp(limit, 1, Limits.API_ROWS))
            .orElseThrow(() -> new RefusedException(Reason.notFound()));
    return new SaidList(
        said.comments().stream().map(each -> Said.of(each, somebody)).toList(), said.next());
  }

  static String cursor(String cursor) {
    if (!cursor.isEmpty() && Cursor.decoded(cursor).isEmpty()) {
      throw new RefusedException(Reason.invalid("cursor", "unknown-cursor"));
    }
    return cursor;
  }

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }

  /// What to say. Whoever is meant by a name that several people have is named as `@{id}`.
  record Saying(@Nullable String text, @Nullable UUID checkIn, @Nullable UUID answers) {}

  @PostMapping("/comments")
  @Guarded(record = "objective", act = "talk", fields = "goal", scope = "goals:write")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Said> say(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody Saying saying,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    UUID made =
        done(
            comments.say(
                viewer,
                new Comments.Input(
                    new About(id, saying.checkIn()),
                    Objects.requireNonNullElse(saying.text(), ""),
                    saying.answers(),
                    Map.of(),
                    key)));
    Comment comment =
        comments.find(viewer, made).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Location", "/api/v1/comments/" + made)
        .eTag("\"" + comment.wording() + "\"")
        .body(Said.of(comment, pages.words().text("talk.somebody")));
  }

  /// @param follows whether the caller follows
  /// @param followers how many do
  record Follows(boolean follows, int followers) {}

  @GetMapping("/following")
  @Guarded(record = "objective", act = "read", fields = "goal", scope = "goals:read")
  Follows following(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return following
        .of(viewer, id)
        .map(follow -> new Follows(follow.mine(), follow.count()))
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  @PutMapping("/following")
  @Guarded(record = "objective", act = "talk", fields = "goal", scope = "goals:write")
  Follows follow(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(following.follow(viewer, id, true, key));
    return following(viewer, id);
  }

  @DeleteMapping("/following")
  @Guarded(record = "objective", act = "talk", fields = "goal", scope = "goals:write")
  Follows unfollow(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(following.follow(viewer, id, false, key));
    return following(viewer, id);
  }

  /// What is attached.
  record LinkList(List<GoalLink> links) {}

  @GetMapping("/links")
  @Guarded(record = "objective", act = "read", fields = "goal", scope = "goals:read")
  LinkList links(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID checkIn) {
    return new LinkList(
        links
            .of(viewer, new About(id, checkIn))
            .orElseThrow(() -> new RefusedException(Reason.notFound())));
  }

  /// A page of the web to attach.
  record Attaching(@Nullable String title, @Nullable String address, @Nullable UUID checkIn) {}

  @PostMapping("/links")
  @Guarded(record = "objective", act = "talk", fields = "goal", scope = "goals:write")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<LinkList> attach(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody Attaching attaching,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(
        links.attach(
            viewer,
            new GoalLinks.Input(
                new About(id, attaching.checkIn()),
                Objects.requireNonNullElse(attaching.title(), ""),
                Objects.requireNonNullElse(attaching.address(), ""),
                key)));
    return ResponseEntity.status(HttpStatus.CREATED).body(links(viewer, id, attaching.checkIn()));
  }

  @DeleteMapping("/links/{link}")
  @Guarded(record = "goal-link", act = "change", fields = "link", scope = "goals:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  ResponseEntity<Void> remove(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID link,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(links.remove(viewer, id, link, key));
    return ResponseEntity.noContent().build();
  }

  @PutMapping("/check-ins/{checkIn}/reactions/{kind}")
  @Guarded(record = "objective", act = "talk", fields = "goal", scope = "goals:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  ResponseEntity<Void> react(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID checkIn,
      @PathVariable String kind,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(reactions.toCheckIn(viewer, new About(id, checkIn), kind, true, key));
    return ResponseEntity.noContent().build();
  }

  @DeleteMapping("/check-ins/{checkIn}/reactions/{kind}")
  @Guarded(record = "objective", act = "talk", fields = "goal", scope = "goals:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  ResponseEntity<Void> takeBack(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID checkIn,
      @PathVariable String kind,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(reactions.toCheckIn(viewer, new About(id, checkIn), kind, false, key));
    return ResponseEntity.noContent().build();
  }
}
