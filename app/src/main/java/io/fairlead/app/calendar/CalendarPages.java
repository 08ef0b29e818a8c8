package io.fairlead.app.calendar;

import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One's calendar address as a page of one's account, and what programs read at it.
@Controller
public class CalendarPages {
  private static final String OWN = "one's own calendar address";
  private static final String BACK = "redirect:/account/calendar";
  private static final Duration FRESH = Duration.ofMinutes(15);
  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final CalendarFeeds feeds;
  private final CalendarAddress address;
  private final Pages pages;

  CalendarPages(CalendarFeeds feeds, CalendarAddress address, Pages pages) {
    this.feeds = feeds;
    this.address = address;
    this.pages = pages;
  }

  /// @param feed null while there is none
  /// @param made the address that was just made, shown this once
  public record CalendarPage(
      @Nullable CalendarFeed feed, @Nullable String made, FormState form, String key) {}

  @GetMapping("/account/calendar")
  @Open(because = OWN)
  ModelAndView page(@AuthenticationPrincipal Viewer viewer) {
    return show(viewer, null, FormState.EMPTY);
  }

  @PostMapping("/account/calendar")
  @Open(because = OWN)
  ModelAndView renew(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String key,
      HttpServletRequest request) {
    return switch (feeds.renew(viewer, key)) {
      case Done<String>(String path) -> show(viewer, address.here(request) + path, FormState.EMPTY);
      case Refused<String> refused -> {
        ModelAndView page = show(viewer, null, FormState.refused(Map.of(), refused));
        page.setStatus(Errors.status(refused.reasons()));
        yield page;
      }
    };
  }

  @PostMapping("/account/calendar/end")
  @Open(because = OWN)
  String switchOff(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    feeds.switchOff(viewer, key).orThrow();
    Toasts.leave(response, pages.words().text("calendar.switched-off"), null);
    return BACK;
  }

  @GetMapping("/calendar/{token}.ics")
  @Open(because = "the address is the right to it", toAnyone = true)
  ResponseEntity<byte[]> read(@PathVariable String token, HttpServletRequest request) {
    Words words = pages.words();
    String text =
        feeds
            .read(token)
            .map(reading ->
                CalendarText.of(
                    reading,
                    words.text("calendar.name", words.organisation()),
                    address.here(request)))
            .orElseThrow(() -> new RefusedException(Reason.notFound()));
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
        .eTag("\"" + Said.print(text) + "\"")
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"fairlead.ics\"")
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  private ModelAndView show(Viewer viewer, @Nullable String made, FormState form) {
    Words words = pages.words();
    return pages.show(
        "calendar/calendar",
        words.text("calendar.title"),
        Place.ACCOUNT,
        new SeenBy(words.text("calendar.seen-by"), "/policy"),
        new CalendarPage(feeds.of(viewer).orElse(null), made, form, Idempotency.freshKey()));
  }
}
