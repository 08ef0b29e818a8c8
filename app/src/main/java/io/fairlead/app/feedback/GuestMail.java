package io.fairlead.app.feedback;

import io.fairlead.app.messages.Letter;
import io.fairlead.app.messages.LetterSamples;
import io.fairlead.app.messages.Mail;
import io.fairlead.app.messages.Mailroom;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What guests are told, by mail and in the transaction in which people inside are told the same:
/// all guests of a round at once, whatever each has done, so that the number of mails says nothing
/// about anybody.
@Component
class GuestMail implements LetterSamples {
  private static final String KIND = "feedback-guest";

  private final Mailroom mailroom;
  private final GuestLinkStore guests;
  private final Pages pages;

  GuestMail(Mailroom mailroom, GuestLinkStore guests, Pages pages) {
    this.mailroom = mailroom;
    this.guests = guests;
    this.pages = pages;
  }

  /// That they are asked.
  void answering(Round round) {
    RoundTerms terms = round.terms();
    write(round, asking(terms.owner(), round.name(), day(terms)));
  }

  /// The same to one whose address was corrected.
  void corrected(Round round, UUID guest) {
    RoundTerms terms = round.terms();
    Letter letter = asking(terms.owner(), round.name(), day(terms));
    mailroom.queue(List.of(Mail.outside(mailroom.freshId(), guest, KIND, letter)));
  }

  /// That the round still runs.
  void reminded(Round round) {
    RoundTerms terms = round.terms();
    write(
        round,
        linking(
            "guest-mail.reminded.subject",
            "guest-mail.reminded",
            terms.owner(),
            round.name(),
            day(terms)));
  }

  /// That somebody whom they are asked about would like to hear from all who are.
  void reminded(Round round, Subject about) {
    RoundTerms terms = round.terms();
    write(
        guests.askedAbout(about.id()),
        linking(
            "guest-mail.reminded.subject",
            "guest-mail.reminded-about",
            terms.owner(),
            round.name(),
            day(terms)));
  }

  private String day(RoundTerms terms) {
    return pages.words().plainDate(terms.closes());
  }

  /// That nothing comes of it.
  void stopped(Round round) {
    write(round, stopping(round.name()));
  }

  private void write(Round round, Letter letter) {
    write(guests.asked(round.id()), letter);
  }

  private void write(List<UUID> to, Letter letter) {
    mailroom.queue(
        to.stream().map(guest -> Mail.outside(mailroom.freshId(), guest, KIND, letter)).toList());
  }

  private static Letter asking(UUID owner, String round, String closes) {
    return linking("guest-mail.answering.subject", "guest-mail.answering", owner, round, closes);
  }

  private static Letter linking(
      String subject, String key, UUID owner, String round, String closes) {
    return new Letter(
        subject,
        List.of(round),
        List.of(
            new Letter.Line(key, List.of(round, closes), owner, null, null)
                .leading("/give/{token}", "guest-mail.open"),
            Letter.Line.of("guest-mail.own")),
        "guest-mail.why");
  }

  private static Letter stopping(String round) {
    return new Letter(
        "guest-mail.stopped.subject",
        List.of(round),
        List.of(Letter.Line.of("guest-mail.stopped", round)),
        "guest-mail.why");
  }

  @Override
  public List<Sample> letterSamples(Viewer viewer, Words words) {
    return List.of(
        new Sample(
            KIND,
            asking(
                viewer.person(),
                words.text("guest-mail.sample"),
                words.plainDate(words.today().plusDays(21))),
            true));
  }
}
