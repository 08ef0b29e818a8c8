package io.fairlead.app.messages;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// What people can say "no change" about from their weekly mail. A module with something of that
/// kind has one bean of this.
public interface NoChange {
  /// Something that waits for a person's word this week and has an answer that may still hold.
  ///
  /// @param title what it is, as they wrote it
  /// @param last what they said last and when, in words
  record Item(UUID person, UUID id, String title, String last) {}

  /// A stable name of what it is about, such as `key-result`.
  String about();

  /// The page on which one says more than "no change".
  String href();

  /// What waits for these people until the day, in one statement.
  List<Item> waiting(Collection<UUID> persons, LocalDate until, Words words);

  /// Says for the viewer that nothing changed, under the viewer's own rights.
  ///
  /// @param key idempotency key
  Outcome<Integer> confirm(Viewer viewer, Collection<UUID> items, String key);
}
