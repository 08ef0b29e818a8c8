package io.fairlead.app.messages;

import io.fairlead.app.platform.Ids;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Where a module puts a mail that people did not choose a channel for, such as an invitation: in
/// its act's transaction, one statement for any number. What is rolled back is never sent; what is
/// committed is sent also when the process is killed at once.
@Service
public class Mailroom {
  private final MailStore mails;
  private final MailSettings settings;
  private final Ids ids;

  Mailroom(MailStore mails, MailSettings settings, Ids ids) {
    this.mails = mails;
    this.settings = settings;
    this.ids = ids;
  }

  /// Whether a mail server is set; without one links are handed over by hand.
  public boolean canSend() {
    return settings.ready();
  }

  /// The settings without which none leaves, by name.
  public List<String> missing() {
    return settings.missing();
  }

  /// What the mail server said last, since when; empty while mail leaves.
  public Optional<String> trouble() {
    return mails.trouble().map(MailStore.Trouble::what);
  }

  /// An id for a mail, which its token may be bound to.
  public UUID freshId() {
    return ids.next();
  }

  /// Whether mail leaves to people without an account: they are in no unit, so it does where it may
  /// reach everyone.
  public boolean reachesOutsiders() {
    return settings.ready() && mails.isOpenToEveryone();
  }

  /// How a mail stands.
  ///
  /// @param state `waiting`, `sending`, `sent`, `refused`, `given-up` or `withdrawn`
  /// @param reply what the mail server said, or a code of ours (`mail.trouble.<code>`)
  public record Standing(String state, String reply) {}

  /// How the last mail to each of them stands, of those to whom one was queued lately.
  public Map<UUID, Standing> standing(Collection<UUID> outsiders) {
    return mails.standing(outsiders);
  }

  /// Queues those that may leave: none without a mail server, and none to people whom no audience
  /// names.
  ///
  /// @return to whom it is on its way, outsiders by their own id
  public List<UUID> queue(Collection<Mail> letters) {
    return letters.isEmpty() || !settings.ready() ? List.of() : mails.insert(letters);
  }
}
