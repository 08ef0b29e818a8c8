package io.fairlead.app.messages;

import io.fairlead.app.messages.NoticeStore.Told;
import io.fairlead.app.messages.NoticeStore.Waiting;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes mail of what people were told: one mail a person, when their rhythm and their clock say.
@Component
class Gathering {
  static final String KIND = "told";
  private static final int PEOPLE = 500;

  private final NoticeStore notices;
  private final Mailroom mailroom;
  private final OrganisationSettings organisation;
  private final Ids ids;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Gathering(
      NoticeStore notices,
      Mailroom mailroom,
      OrganisationSettings organisation,
      Ids ids,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.notices = notices;
    this.mailroom = mailroom;
    this.organisation = organisation;
    this.ids = ids;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Queues what is due, in steps of some hundred people, each whole or not at all.
  void gather() {
    while (Boolean.TRUE.equals(transaction.execute(_ -> step()))) {}
  }

  /// @return whether there may be more
  private boolean step() {
    List<Waiting> waiting = notices.waiting(organisation.organisation().zone(), PEOPLE);
    if (waiting.isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    Map<UUID, Instant> later = new HashMap<>();
    List<UUID> ready = new ArrayList<>();
    for (Waiting each : waiting) {
      Instant due = each.clock().open(each.clock().due(each.rhythm(), each.oldest()));
      // What was due in the night before, when nothing ran, still waits for the quiet hours' end.
      Instant open = each.clock().open(due.isAfter(now) ? due : now);
      if (open.isAfter(now)) {
        later.put(each.person(), open);
      } else {
        ready.add(each.person());
      }
    }
    if (!later.isEmpty()) {
      notices.postpone(later);
    }
    if (!ready.isEmpty()) {
      List<Mail> mails = new ArrayList<>();
      notices.gathered(ready).forEach((person, told) -> mails.add(mail(person, told)));
      mailroom.queue(mails);
    }
    return true;
  }

  private Mail mail(UUID person, List<Told> told) {
    return new Mail(ids.next(), person, KIND, letter(told), null, null);
  }

  static Letter letter(List<Told> told) {
    return new Letter(
        told.size() == 1 ? "mail.told.subject.one" : "mail.told.subject.many",
        List.of(Integer.toString(told.size())),
        told.stream()
            .map(each ->
                new Letter.Line(each.key(), each.parameters(), each.actor(), each.link(), null))
            .toList(),
        "mail.told.why");
  }
}
