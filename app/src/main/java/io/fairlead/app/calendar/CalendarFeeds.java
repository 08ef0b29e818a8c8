package io.fairlead.app.calendar;

import io.fairlead.app.access.Tokens;
import io.fairlead.app.audit.Audit;
import io.fairlead.app.calendar.CalendarFeedStore.Found;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.Words;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// One's own calendar feed: made, given another address, switched off; and read by whoever has the
/// address, as long as its person works here and may sign in.
@Service
class CalendarFeeds {
  private final CalendarFeedStore store;
  private final CalendarEvents events;
  private final Idempotency acts;
  private final Audit audit;
  private final Pages pages;
  private final Ids ids;
  private final Clock clock;

  CalendarFeeds(
      CalendarFeedStore store,
      CalendarEvents events,
      Idempotency acts,
      Audit audit,
      Pages pages,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.events = events;
    this.acts = acts;
    this.audit = audit;
    this.pages = pages;
    this.ids = ids;
    this.clock = clock;
  }

  Optional<CalendarFeed> of(Viewer viewer) {
    return store.of(viewer.person());
  }

  /// Makes the viewer's address, or a new one in place of the one before, which no longer works.
  ///
  /// @param key idempotency key
  /// @return its path, which is stored nowhere
  Outcome<String> renew(Viewer viewer, @Nullable String key) {
    AtomicReference<String> made = new AtomicReference<>();
    Outcome<UUID> outcome =
        acts.once(
            viewer.person(),
            "calendar.renew",
            key,
            viewer.person(),
            UUID.class,
            () -> make(viewer, made));
    String path = made.get();
    return outcome.then(_ ->
        path == null
            ? Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "shown-once"))
            : Outcome.done(path));
  }

  private Outcome<UUID> make(Viewer viewer, AtomicReference<String> made) {
    String token = Tokens.fresh();
    Optional<UUID> feed = store.put(viewer.person(), ids.next(), token, clock.instant());
    if (feed.isEmpty()) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "calendar.people-only"));
    }
    audit.record(viewer.person(), "calendar.address-made", "calendar", feed.get(), viewer.person());
    made.set("/calendar/" + token + ".ics");
    return Outcome.done(feed.get());
  }

  /// The viewer's address no longer works; without one nothing happens.
  Outcome<UUID> switchOff(Viewer viewer, @Nullable String key) {
    return acts.once(
        viewer.person(),
        "calendar.switch-off",
        key,
        viewer.person(),
        UUID.class,
        () -> {
          store
              .remove(viewer.person())
              .ifPresent(feed ->
                  audit.record(
                      viewer.person(), "calendar.switched-off", "calendar", feed, viewer.person()));
          return Outcome.done(viewer.person());
        });
  }

  /// What a program that has the secret reads.
  ///
  /// @param id of the feed, which makes the names of its events nobody else's
  record Reading(UUID id, List<CalendarEvent> events, Map<String, Said> said) {}

  Optional<Reading> read(String token) {
    // Asked again once, where another reader noted a change at the same moment.
    return once(token).or(() -> once(token));
  }

  private Optional<Reading> once(String token) {
    Words words = pages.words();
    Optional<Found> found = store.find(token, words.today(), clock.instant());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<CalendarEvent> now = events.of(found.get().person(), words);
    Map<String, Said> said = Said.next(found.get().said(), now, clock.instant());
    return said.equals(found.get().said()) || store.keep(found.get(), said)
        ? Optional.of(new Reading(found.get().id(), now, said))
        : Optional.empty();
  }
}
