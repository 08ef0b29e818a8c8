package io.fairlead.app.messages;

import io.fairlead.app.messages.NoticeStore.Told;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.undo.Undo;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// A person's own inbox: what they were told, and what of it they have read.
@Service
public class Inbox {
  /// How long what was told is kept.
  static final Duration KEPT = Duration.ofDays(365);

  private static final int COUNTED = 100;

  private final NoticeStore notices;
  private final Idempotency acts;
  private final Undo undo;
  private final Clock clock;

  Inbox(NoticeStore notices, Idempotency acts, Undo undo, Clock clock) {
    this.notices = notices;
    this.acts = acts;
    this.undo = undo;
    this.clock = clock;
  }

  /// How many a person has not read, at most a hundred, as SQL: the sign-in asks it along with who
  /// is asking, so that the bell costs no statement of its own.
  ///
  /// @param person a column or parameter
  public static String unreadOf(String person) {
    return """
    (select count(*)::int from (select 1 from notice u where u.recipient = %s and u.read_at is null and u.in_inbox
      limit %d) unread)
    """
        .formatted(person, COUNTED)
        .strip();
  }

  List<Told> list(Viewer viewer, boolean unreadOnly, @Nullable UUID before, int limit) {
    return notices.inbox(viewer.person(), unreadOnly, before, limit);
  }

  /// Up to a hundred.
  int unread(Viewer viewer) {
    return notices.unread(viewer.person());
  }

  /// @param key idempotency key
  /// @return where it leads
  Outcome<String> read(Viewer viewer, UUID notice, @Nullable String key) {
    return acts.once(
        viewer.person(),
        "notice.read",
        key,
        notice,
        String.class,
        () -> {
          Optional<Told> found = notices.find(viewer.person(), notice);
          if (found.isEmpty()) {
            return Outcome.refused(Reason.notFound());
          }
          notices.read(viewer.person(), notice);
          return Outcome.done(found.get().link());
        });
  }

  /// What reading all of them did.
  ///
  /// @param undo takes it back; null when there was nothing to read
  record AllRead(int count, @Nullable UUID undo) {}

  /// @param key idempotency key
  Outcome<AllRead> readAll(Viewer viewer, @Nullable String key) {
    return acts.once(
        viewer.person(),
        "notice.read-all",
        key,
        viewer.person(),
        AllRead.class,
        () -> {
          List<UUID> read = notices.readAll(viewer.person());
          UUID taken =
              read.isEmpty()
                  ? null
                  : undo.keep(
                      ReadAllUndo.KIND,
                      viewer.person(),
                      viewer,
                      read.stream().map(UUID::toString).collect(Collectors.joining(" ")));
          return Outcome.done(new AllRead(read.size(), taken));
        });
  }

  /// Throws away what is older than a year.
  int forgetOld() {
    return notices.forget(clock.instant().minus(KEPT));
  }
}
