package io.fairlead.app.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.messages.NoticeStore.Told;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Limits;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One's own inbox as JSON.
@RestController
@RequestMapping("/api/v1/inbox")
class InboxApi {
  private static final String OWN = "one's own inbox";

  private final Inbox inbox;
  private final Pages pages;

  InboxApi(Inbox inbox, Pages pages) {
    this.inbox = inbox;
    this.pages = pages;
  }

  /// One page of an inbox, the latest first.
  ///
  /// @param unread how many are not read, counted up to a hundred
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record InboxList(List<Item> notices, int unread, @Nullable UUID next) {}

  /// One thing that was told.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      UUID id,
      String kind,
      String sentence,
      String link,
      @Nullable UUID actor,
      Instant toldAt,
      @Nullable Instant readAt) {}

  @GetMapping
  @Open(because = OWN, scope = "messages:read")
  InboxList list(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(required = false) @Nullable UUID cursor,
      @RequestParam(defaultValue = "50") int limit) {
    int size = Math.clamp(limit, 1, Limits.API_ROWS);
    Words words = pages.words();
    List<Told> found = inbox.list(viewer, unread, cursor, size + 1);
    boolean more = found.size() > size;
    List<Told> page = more ? found.subList(0, size) : found;
    return new InboxList(
        page.stream().map(told -> item(words, told)).toList(),
        inbox.unread(viewer),
        more ? page.getLast().id() : null);
  }

  private static Item item(Words words, Told told) {
    return new Item(
        told.id(),
        told.kind(),
        Sentences.of(words, told),
        told.link(),
        told.actor(),
        told.toldAt(),
        told.readAt());
  }

  @PostMapping("/{notice}/reading")
  @Open(because = OWN, scope = "messages:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID notice,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(inbox.read(viewer, notice, key));
  }

  /// How many were read by it.
  record Count(int read) {}

  @PostMapping("/reading")
  @Open(because = OWN, scope = "messages:write")
  Count readAll(
      @AuthenticationPrincipal Viewer viewer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new Count(done(inbox.readAll(viewer, key)).count());
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }
}
