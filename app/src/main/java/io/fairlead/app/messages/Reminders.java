package io.fairlead.app.messages;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.tasks.Task;
import io.fairlead.app.platform.tasks.TaskSource;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reminds of what is due, whatever module asks for it: once the day before (or on the day), once
/// after, and never a third time of the same thing. Once a day in the organisation's morning; a run
/// that was cut off goes on where it was.
@Component
class Reminders {
  static final LocalTime FROM = LocalTime.of(6, 0);

  /// What has been due for longer is no longer reminded of.
  private static final int DAYS_AFTER = 7;

  private static final int PEOPLE = 100;

  private final ReminderStore store;
  private final Messages messages;
  private final ObjectProvider<TaskSource> sources;
  private final Pages pages;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Reminders(
      ReminderStore store,
      Messages messages,
      ObjectProvider<TaskSource> sources,
      Pages pages,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.messages = messages;
    this.sources = sources;
    this.pages = pages;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  void remind() {
    Words words = pages.words();
    if (clock.instant().atZone(words.zone()).toLocalTime().isBefore(FROM)) {
      return;
    }
    while (Boolean.TRUE.equals(transaction.execute(_ -> step(words)))) {}
  }

  /// @return whether there may be more
  private boolean step(Words words) {
    Optional<UUID> after = store.begin(words.today());
    if (after.isEmpty()) {
      return false;
    }
    List<ReminderStore.Somebody> people = store.people(after.get(), words.today(), PEOPLE);
    messages.tell(people.stream().flatMap(person -> of(person, words)).toList());
    store.reached(words.today(), people.isEmpty() ? null : people.getLast().person());
    return !people.isEmpty();
  }

  /// Asked without any role: a reminder is about one's own.
  private Stream<Notice> of(ReminderStore.Somebody person, Words words) {
    Viewer viewer =
        new Viewer(person.person(), person.name(), Set.of(), Set.of(), Set.of(), words.today());
    return sources.stream()
        .filter(words::uses)
        .flatMap(source -> source.own(viewer, words).stream())
        .flatMap(task -> reminder(person.person(), task, words).stream());
  }

  private static Optional<Notice> reminder(UUID person, Task task, Words words) {
    LocalDate due = task.due();
    LocalDate today = words.today();
    if (due == null
        || due.isAfter(today.plusDays(1))
        || due.isBefore(today.minusDays(DAYS_AFTER))) {
      return Optional.empty();
    }
    boolean over = due.isBefore(today);
    return Optional.of(
        Notice.of(
                OwnKinds.REMINDER,
                person,
                null,
                task.href(),
                over ? "reminder.after" : "reminder.before",
                task.title(),
                words.longDate(due))
            .onlyOnce((over ? "after " : "before ") + task.href() + " " + due));
  }
}
