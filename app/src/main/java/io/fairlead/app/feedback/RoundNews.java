package io.fairlead.app.feedback;

import io.fairlead.app.messages.Channel;
import io.fairlead.app.messages.MessageKind;
import io.fairlead.app.messages.MessageKinds;
import io.fairlead.app.messages.Messages;
import io.fairlead.app.messages.Notice;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a round tells people. Raters are told all at once and all the same, whether or not they
/// have written something or would rather not: nothing may show who has.
@Component
class RoundNews implements MessageKinds {
  static final String NOMINATE = "feedback-nominate";
  static final String GIVE = "feedback-give";
  static final String REPORT = "feedback-report";

  private final JdbcClient database;
  private final GuestMail guests;
  private final ObjectProvider<Messages> messages;

  RoundNews(JdbcClient database, GuestMail guests, ObjectProvider<Messages> messages) {
    this.database = database;
    this.guests = guests;
    this.messages = messages;
  }

  @Override
  public List<MessageKind> messageKinds() {
    return List.of(
        new MessageKind(NOMINATE, Channel.BOTH, true),
        new MessageKind(GIVE, Channel.BOTH, true),
        new MessageKind(REPORT, Channel.BOTH, true));
  }

  /// That the reviewees may choose raters.
  void launched(Round round) {
    tell(
        NOMINATE,
        people("select person from feedback_subject where round = :round", round.id()),
        "feedback.told.launched",
        round.name());
  }

  /// That those who were asked about them are asked again.
  void following(Round round) {
    tell(
        REPORT,
        people("select person from feedback_subject where round = :round", round.id()),
        "feedback.told.following",
        round.name());
  }

  /// That answers come in.
  void answering(Round round) {
    asked(round, "feedback.told.answering");
    guests.answering(round);
  }

  /// A reminder of it.
  void reminded(Round round) {
    asked(round, "feedback.told.reminded");
    guests.reminded(round);
  }

  /// A reminder to all who are asked about one person, but to that person, who wants it.
  void reminded(Round round, Subject about) {
    tell(
        GIVE,
        database
            .sql(
                """
                select distinct fr.person from feedback_rater fr
                where fr.subject = :subject and fr.state in ('asked', 'declined') and fr.person <> :reviewee
                """)
            .param("subject", about.id())
            .param("reviewee", about.person())
            .query((row, _) -> row.getObject("person", UUID.class))
            .list(),
        "feedback.told.reminded-about",
        round.name());
    guests.reminded(round, about);
  }

  private void asked(Round round, String key) {
    tell(
        GIVE,
        people(
            """
            select distinct fr.person from feedback_rater fr join feedback_subject fs on fs.id = fr.subject
            where fs.round = :round and fr.state in ('asked', 'declined') and fr.person is not null
            """,
            round.id()),
        key,
        round.name());
  }

  /// That reports are made, to those who read them.
  void published(Round round) {
    tell(
        REPORT,
        people(
            """
            select coalesce(fs.person, fs.manager) as person from feedback_subject fs
            where fs.round = :round and coalesce(fs.person, fs.manager) is not null
            union
            select fr.person from feedback_rater fr join feedback_subject fs on fs.id = fr.subject
            join feedback_round r on r.id = fs.round
            where fs.round = :round and r.audience = 'team' and fr.state in ('asked', 'declined')
            """,
            round.id()),
        round.terms().isOfTeams() ? "feedback.told.team-published" : "feedback.told.published",
        round.name());
  }

  /// That no report will be made and nothing that was written is kept: to those it was about, and
  /// to all who were asked, whether or not they declined.
  void stopped(Round round) {
    tell(
        REPORT,
        people(
            "select person from feedback_subject where round = :round and person is not null",
            round.id()),
        "feedback.told.stopped",
        round.name());
    tell(
        GIVE,
        people(
            """
            select distinct fr.person from feedback_rater fr join feedback_subject fs on fs.id = fr.subject
            where fs.round = :round and fr.state in ('asked', 'declined') and fr.person is not null
              and fr.person not in
                (select s.person from feedback_subject s where s.round = :round and s.person is not null)
            """,
            round.id()),
        "feedback.told.stopped",
        round.name());
    if (round.state() != RoundState.NOMINATING) {
      guests.stopped(round);
    }
  }

  /// That mail to a guest did not arrive, to whoever answers for the round, once an address; which
  /// one says the page.
  void unreached(GuestLinkStore.Run round, UUID guest) {
    messages
        .getObject()
        .tell(
            List.of(
                Notice.of(
                        GIVE,
                        round.owner(),
                        null,
                        "/feedback/rounds/" + round.id() + "/guests",
                        "feedback.told.guest-unreached",
                        round.name())
                    .onlyOnce("guest-unreached " + guest + " " + round.corrections())));
  }

  /// That somebody asks who wrote a comment, to whoever runs the round and can decide on it.
  void escrowAsked(Round round, UUID by) {
    UUID owner = round.terms().owner();
    RoundEscrow escrow = round.terms().escrow();
    if (!owner.equals(by) && escrow != null && !escrow.isKeptBy(owner)) {
      escrow(round, owner, "feedback.told.escrow-asked");
    }
  }

  /// What became of it, to whoever asked.
  void escrowDecided(Round round, UUID asker, boolean agreed) {
    escrow(round, asker, "feedback.told.escrow-" + (agreed ? "agreed" : "refused"));
  }

  private void escrow(Round round, UUID person, String key) {
    messages
        .getObject()
        .tell(
            List.of(
                Notice.of(
                    REPORT,
                    person,
                    null,
                    "/feedback/rounds/" + round.id() + "/escrow",
                    key,
                    round.name())));
  }

  /// That the round cannot go on, to whoever answers for it.
  void hindered(Round round, Hindrance hindrance) {
    tell(
        GIVE,
        List.of(round.terms().owner()),
        "feedback.told.hindered." + hindrance.code(),
        round.name());
  }

  private void tell(String kind, List<UUID> people, String key, String... parameters) {
    messages
        .getObject()
        .tell(
            people.stream()
                .map(person -> Notice.of(kind, person, null, "/feedback", key, parameters))
                .toList());
  }

  private List<UUID> people(String sql, UUID round) {
    return database
        .sql(sql)
        .param("round", round)
        .query((row, _) -> row.getObject("person", UUID.class))
        .list();
  }
}
