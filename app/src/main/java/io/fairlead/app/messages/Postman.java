package io.fairlead.app.messages;

import io.fairlead.app.messages.MailServer.Envelope;
import io.fairlead.app.messages.MailStore.Claimed;
import io.fairlead.app.messages.Outsiders.Addressee;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Takes mail to the mail server, one after another, and writes down how each ended before it takes
/// the next. What a killed process leaves is at most one mail a connection of which nobody knows
/// whether the server had taken it: that one is sent again with the same Message-ID
/// (`docs/operations/mail.md`).
@Component
class Postman {
  private static final int CLAIMED = 20;

  /// After what time a mail that nobody can deliver is given up.
  static final Duration PATIENCE = Duration.ofDays(3);

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4));

  private final MailStore mails;
  private final List<Outsiders> outsiders;
  private final Letters letters;
  private final MailSettings settings;
  private final Pages pages;
  private final Ids ids;
  private final Clock clock;

  Postman(
      MailStore mails,
      List<Outsiders> outsiders,
      Letters letters,
      MailSettings settings,
      Pages pages,
      Ids ids,
      Clock clock) {
    this.mails = mails;
    this.outsiders = List.copyOf(outsiders);
    this.letters = letters;
    this.settings = settings;
    this.pages = pages;
    this.ids = ids;
    this.clock = clock;
  }

  /// Longer than the slowest handing over: every answer of the server may take the whole timeout.
  Duration lease() {
    return settings.timeout().multipliedBy(10).plusSeconds(10);
  }

  /// Takes some mail that is due.
  ///
  /// @return how many it took on; 0 when there is nothing to do now
  int round(MailServer server) {
    UUID lease = ids.next();
    List<Claimed> claimed = mails.claim(lease, CLAIMED, lease());
    if (claimed.isEmpty()) {
      return 0;
    }
    Words words = pages.words();
    Map<UUID, String> names =
        mails.names(
            claimed.stream()
                .flatMap(mail -> mail.letter().lines().stream())
                .map(Letter.Line::actor)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    boolean troubled = mails.trouble().isPresent();
    for (int number = 0; number < claimed.size(); number++) {
      if (!deliver(server, claimed.get(number), lease, words, names, troubled)) {
        mails.release(
            lease, claimed.subList(number, claimed.size()).stream().map(Claimed::id).toList());
        return 0;
      }
    }
    return claimed.size();
  }

  /// @return false when the server cannot be worked with: this mail and the rest are to wait
  private boolean deliver(
      MailServer server,
      Claimed mail,
      UUID lease,
      Words words,
      Map<UUID, String> names,
      boolean troubled) {
    Instant useless = mail.uselessFrom();
    if (mail.outsider() == null && mail.address() == null) {
      mails.end(mail.id(), lease, "withdrawn", "");
      return true;
    }
    if (useless != null && !useless.isAfter(clock.instant())) {
      end(mail, lease, "given-up", "too-late");
      return true;
    }
    Handover.Unusable unusable = server.connect();
    if (unusable != null) {
      mails.trouble(unusable.reply());
      return false;
    }
    Optional<Addressee> found = addressee(mail);
    if (found.isEmpty()) {
      mails.end(mail.id(), lease, "withdrawn", "");
      return true;
    }
    Addressee to = found.get();
    WrittenLetter letter =
        letters.written(words, mail.letter(), to.token(), names, mail.outsider() == null);
    Envelope envelope =
        new Envelope(
            mail.id(),
            PlainText.line(to.name()),
            to.address(),
            letter.subject(),
            letter.text(),
            letters.html(words, letter),
            clock.instant());
    if (!mails.handing(mail.id(), lease, lease())) {
      return true;
    }
    return settle(mail, lease, server.send(envelope), troubled);
  }

  private Optional<Addressee> addressee(Claimed mail) {
    UUID outsider = mail.outsider();
    if (outsider != null) {
      return outsiders.stream()
          .map(each -> each.addressee(outsider, mail.letter().carriesToken()))
          .flatMap(Optional::stream)
          .findFirst();
    }
    String name = mail.name();
    String address = mail.address();
    return name == null || address == null
        ? Optional.empty()
        : Optional.of(new Addressee(name, address, mail.token()));
  }

  /// It did not arrive, and is not tried again by itself.
  private void end(Claimed mail, UUID lease, String state, String reply) {
    UUID outsider = mail.outsider();
    if (outsider != null) {
      outsiders.forEach(each -> each.unreached(outsider));
    }
    mails.end(mail.id(), lease, state, kept(mail, reply));
  }

  private static String kept(Claimed mail, String reply) {
    return mail.outsider() == null ? reply : Replies.withoutWords(reply);
  }

  private boolean settle(Claimed mail, UUID lease, Handover outcome, boolean troubled) {
    switch (outcome) {
      case Handover.Taken(String reply) -> {
        mails.end(mail.id(), lease, "sent", kept(mail, reply));
        if (troubled) {
          mails.noTrouble();
        }
      }
      case Handover.Refused(String reply) -> end(mail, lease, "refused", reply);
      case Handover.Later(String reply) -> later(mail, lease, reply, true);
      case Handover.Broken(String reply) -> {
        later(mail, lease, reply, false);
        mails.trouble("broke-off");
        return false;
      }
      case Handover.Unusable(String reply) -> {
        mails.again(mail.id(), lease, clock.instant(), kept(mail, reply), true);
        mails.trouble(reply);
        return false;
      }
    }
    return true;
  }

  private void later(Claimed mail, UUID lease, String reply, boolean known) {
    Instant now = clock.instant();
    if (mail.queuedAt().plus(PATIENCE).isBefore(now)) {
      end(mail, lease, "given-up", reply);
      return;
    }
    Duration wait = WAITS.get(Math.min(mail.tries(), WAITS.size() - 1));
    mails.again(mail.id(), lease, now.plus(wait), kept(mail, reply), known);
  }
}
