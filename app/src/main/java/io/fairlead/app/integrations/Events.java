package io.fairlead.app.integrations;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.ReadableRecords;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What happened, in the order in which it can be read, for those who may read what it happened to.
/// It says which record and never what stands in it: whoever wants to know reads the record.
@Service
class Events {
  /// How long events are kept; whoever was away longer reads the records anew.
  static final Duration KEPT = Duration.ofDays(30);

  private final EventStore store;
  private final Map<String, ReadableRecords> readable;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Events(
      EventStore store,
      List<ReadableRecords> readable,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.readable =
        readable.stream()
            .collect(Collectors.toMap(ReadableRecords::recordType, Function.identity()));
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// @param next the cursor after the last one looked at, visible or not
  /// @param more whether there are others after it already
  record Page(List<Event> events, long next, boolean more) {}

  /// The events after a cursor that the viewer may read, within the scopes of their token.
  Outcome<Page> after(Viewer viewer, long cursor, int limit) {
    number();
    if (cursor > store.last() || cursor < 0) {
      return Outcome.refused(Reason.invalid("cursor", "unknown-cursor"));
    }
    if (cursor > 0 && cursor < store.forgotten()) {
      return Outcome.refused(
          new Reason(Reason.Kind.CONFLICT, "events-forgotten", List.of(KEPT.toDays()), "cursor"));
    }
    List<Event> found = store.after(cursor, limit + 1);
    List<Event> page = found.stream().limit(limit).toList();
    return Outcome.done(
        new Page(
            visible(viewer, page),
            page.isEmpty() ? cursor : page.getLast().number(),
            found.size() > limit));
  }

  /// Gives their numbers to events that have none yet.
  void number() {
    int numbered;
    do {
      Integer done =
          store.hasUnnumbered() ? transaction.execute(_ -> store.number()) : Integer.valueOf(0);
      numbered = done == null ? 0 : done;
    } while (numbered == EventStore.BATCH);
  }

  /// Those whose record the viewer may read now.
  List<Event> visible(Viewer viewer, List<Event> events) {
    Map<String, List<Event>> byType =
        events.stream().collect(Collectors.groupingBy(Event::recordType));
    Set<UUID> seen = new HashSet<>();
    byType.forEach((type, some) -> {
      ReadableRecords module = readable.get(type);
      if (module != null
          && (viewer.scopes().isEmpty() || viewer.scopes().contains(module.scope()))) {
        seen.addAll(module.among(viewer, some.stream().map(Event::record).distinct().toList()));
      }
    });
    return events.stream().filter(event -> seen.contains(event.record())).toList();
  }

  long last() {
    number();
    return store.last();
  }

  List<Event> next(long after, int most) {
    return store.after(after, most);
  }

  int forgetOld() {
    return store.forget(clock.instant().minus(KEPT));
  }
}
