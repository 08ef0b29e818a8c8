package io.fairlead.app.messages;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.running.Running;
import io.fairlead.app.platform.running.Running.Count;
import io.fairlead.app.platform.running.RunningSource;
import io.fairlead.app.platform.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Mail on the board: how much waits, left, and did not arrive.
@Component
@Order(40)
class MailRunning implements RunningSource {
  private final Audiences audiences;
  private final MailStore mails;

  MailRunning(Audiences audiences, MailStore mails) {
    this.audiences = audiences;
    this.mails = mails;
  }

  @Override
  public List<Running> running(Viewer viewer, Words words) {
    if (!audiences.mayRead(viewer)) {
      return List.of();
    }
    List<MailStore.Count> counts = mails.counts();
    Optional<MailStore.Trouble> trouble = mails.trouble();
    if (counts.isEmpty() && trouble.isEmpty()) {
      return List.of();
    }
    List<Count> shown = new ArrayList<>();
    for (String state : List.of("waiting", "sending", "sent", "refused", "given-up")) {
      long number =
          counts.stream()
              .filter(count -> count.state().equals(state))
              .mapToLong(MailStore.Count::mails)
              .sum();
      if (number > 0) {
        shown.add(new Count(words.text("running.count.mail-" + state, number), number));
      }
    }
    return List.of(
        new Running(
            "messages",
            words.text("running.mail"),
            trouble
                .map(what -> words.text("running.mail.trouble", words.day(what.since())))
                .orElseGet(() -> words.text("running.mail.fine")),
            shown,
            "/studio/messages",
            trouble.isPresent(),
            List.of()));
  }
}
