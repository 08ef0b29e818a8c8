package io.fairlead.app.integrations;

import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Limits;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Events as JSON.
@RestController
class EventApi {
  private final Events events;

  EventApi(Events events) {
    this.events = events;
  }

  record RecordDocument(String type, UUID id) {}

  record EventDocument(UUID id, String type, Instant at, RecordDocument record) {
    static EventDocument of(Event event) {
      return new EventDocument(
          event.id(),
          event.type(),
          event.at(),
          new RecordDocument(event.recordType(), event.record()));
    }
  }

  /// @param next the cursor to ask with next, now if there are more, else some time later
  record EventList(List<EventDocument> events, String next, boolean more) {}

  /// @param cursor the `next` of the answer before; without one, from the oldest that is kept
  @GetMapping("/api/v1/events")
  @Open(because = "only events of records that the viewer may read", scope = "events:read")
  EventList after(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "0") long cursor,
      @RequestParam(defaultValue = "50") int limit) {
    return switch (events.after(viewer, cursor, Math.clamp(limit, 1, Limits.API_ROWS))) {
      case Done<Events.Page>(Events.Page page) ->
          new EventList(
              page.events().stream().map(EventDocument::of).toList(),
              Long.toString(page.next()),
              page.more());
      case Refused<Events.Page> refused -> throw new RefusedException(refused);
    };
  }
}
