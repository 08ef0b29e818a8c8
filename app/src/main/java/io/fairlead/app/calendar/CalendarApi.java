package io.fairlead.app.calendar;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One's own calendar address, as JSON.
@RestController
@RequestMapping("/api/v1/account/calendar")
class CalendarApi {
  private static final String OWN = "one's own calendar address";

  private final CalendarFeeds feeds;
  private final CalendarAddress address;

  CalendarApi(CalendarFeeds feeds, CalendarAddress address) {
    this.feeds = feeds;
    this.address = address;
  }

  /// @param on whether there is an address
  /// @param madeAt when it was made
  /// @param readAt when a program last read it
  record CalendarDocument(boolean on, @Nullable Instant madeAt, @Nullable Instant readAt) {}

  /// @param address shown this once
  record CalendarAddressDocument(String address) {}

  @GetMapping
  @Open(because = OWN, scope = "account:read")
  CalendarDocument read(@AuthenticationPrincipal Viewer viewer) {
    Optional<CalendarFeed> feed = feeds.of(viewer);
    return new CalendarDocument(
        feed.isPresent(),
        feed.map(CalendarFeed::madeAt).orElse(null),
        feed.map(CalendarFeed::readAt).orElse(null));
  }

  /// Makes the address, or another in place of the one before.
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Open(because = OWN, scope = "account:write")
  CalendarAddressDocument renew(
      @AuthenticationPrincipal Viewer viewer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request) {
    return new CalendarAddressDocument(address.here(request) + value(feeds.renew(viewer, key)));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Open(because = OWN, scope = "account:write")
  void switchOff(
      @AuthenticationPrincipal Viewer viewer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    value(feeds.switchOff(viewer, key));
  }

  private static <T> T value(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }
}
