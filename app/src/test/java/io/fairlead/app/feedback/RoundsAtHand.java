package io.fairlead.app.feedback;

import io.fairlead.app.access.Tokens;
import io.fairlead.app.disclosure.Sheets;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.instruments.ShippedInstruments;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Rounds that already take answers, for tests of what comes after the launch.
@Component
public final class RoundsAtHand {
  public static final LocalDate CLOSES = TestClock.TODAY.plusDays(9);

  private final JdbcClient database;
  private final JsonMapper json;
  private final Sheets sheets;

  RoundsAtHand(JdbcClient database, JsonMapper json, Sheets sheets) {
    this.database = database;
    this.json = json;
    this.sheets = sheets;
  }

  /// A round about one person, and who is asked: what stands in the addresses of their pages.
  public record RoundAtHand(UUID id, UUID subject, Map<Person, UUID> invitations) {
    public UUID of(Person rater) {
      UUID invitation = invitations.get(rater);
      if (invitation == null) {
        throw new IllegalArgumentException(rater + " is not asked");
      }
      return invitation;
    }
  }

  /// About Mara, who leads the team Activation: she herself, her manager Henrik, four peers and the
  /// three who report to her.
  public RoundAtHand aboutMara() {
    UUID round = round("manager", "reviewee");
    UUID subject = subject(round, Person.MARA);
    Map<Person, UUID> asked = new EnumMap<>(Person.class);
    asked.put(Person.MARA, ask(subject, Person.MARA, Relationship.SELF));
    asked.put(Person.HENRIK, ask(subject, Person.HENRIK, Relationship.MANAGER));
    for (Person peer : new Person[] {Person.PRISCILLA, Person.TOMASZ, Person.ELIF, Person.RUBEN}) {
      asked.put(peer, ask(subject, peer, Relationship.PEER));
    }
    for (Person report : new Person[] {Person.JONAS, Person.DEV, Person.AIKO}) {
      asked.put(report, ask(subject, report, Relationship.REPORT));
    }
    return new RoundAtHand(round, subject, asked);
  }

  /// @param instrument the id of a shipped one
  /// @param audience `reviewee` or `reviewee-and-manager`
  public UUID round(String instrument, String audience) {
    return round(instrument, audience, Set.of());
  }

  UUID round(String instrument, String audience, Set<FeedbackIndicator> without) {
    return round(instrument, audience, without, "");
  }

  UUID round(String instrument, String audience, Set<FeedbackIndicator> without, String concerns) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into feedback_round (id, kind, name, purpose, state, owner, instrument, questions, numeric_threshold,
              comment_threshold, width, colluders, unit, audience, nominate_by, opens, closes, policy_hash, launched_at,
              created_by, without, concerns)
            values (:id, '360', 'Spring feedback', 'development', 'answering', :owner, :instrument,
              cast(:questions as jsonb), 4, 5, 2, 0, 'competency', :audience, :nominateBy, :opens, :closes,
              '5f2d1a90c3e84b7716aa02d94c1be8f35f2d1a90c3e84b7716aa02d94c1be8f3', :launched, :owner,
              cast(:without as text[]), :concerns)
            """)
        .param("id", id)
        .param("owner", Person.ELIF.id())
        .param("instrument", instrument)
        .param(
            "questions", json.writeValueAsString(ShippedInstruments.find(instrument).orElseThrow()))
        .param("audience", audience)
        .param("without", RoundColumns.written(without))
        .param("concerns", concerns)
        .param("nominateBy", TestClock.TODAY.minusDays(6))
        .param("opens", TestClock.TODAY.minusDays(5))
        .param("closes", CLOSES)
        .param(
            "launched",
            Timestamp.from(TestClock.TODAY.minusDays(9).atTime(9, 0).toInstant(ZoneOffset.UTC)))
        .update();
    sheets.open(id);
    return id;
  }

  /// Somebody whom others are asked about, settled.
  public UUID subject(UUID round, Person person) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into feedback_subject (id, round, person, manager, nominations)
            values (:id, :round, :person, :manager, 'settled')
            """)
        .param("id", id)
        .param("round", round)
        .param("person", person.id())
        .param("manager", person.manager().map(Person::id).orElse(null))
        .update();
    return id;
  }

  /// @return the invitation
  public UUID ask(UUID subject, Person rater, Relationship relationship) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into feedback_rater (id, subject, person, relationship, chosen_by, state, slip)
            values (:id, :subject, :person, :relationship, 'rule', 'asked', :slip)
            """)
        .param("id", id)
        .param("subject", subject)
        .param("person", rater.id())
        .param("relationship", relationship.code())
        .param("slip", UUID.randomUUID())
        .update();
    return id;
  }

  /// Somebody from outside.
  ///
  /// @param invitation what stands in the address of their page, after the token
  public record GuestAtHand(UUID id, String token, UUID invitation) {}

  public GuestAtHand guest(UUID round, UUID subject, String name) {
    UUID guest = UUID.randomUUID();
    UUID invitation = UUID.randomUUID();
    String token = Tokens.fresh();
    database
        .sql("insert into feedback_guest (id, round, name, email) values (?, ?, ?, ?)")
        .params(guest, round, name, guest + "@elsewhere.example")
        .update();
    database
        .sql("insert into feedback_guest_link (hash, guest, by_hand) values (?, ?, true)")
        .params(Tokens.hash(token), guest)
        .update();
    database
        .sql(
            """
            insert into feedback_rater (id, subject, guest, relationship, chosen_by, state, slip)
            values (?, ?, ?, 'other', 'rule', 'asked', ?)
            """)
        .params(invitation, subject, guest, UUID.randomUUID())
        .update();
    return new GuestAtHand(guest, token, invitation);
  }

  /// Whatever was proposed as a guest's address.
  void reach(UUID guest, String address) {
    database
        .sql("update feedback_guest set email = ? where id = ?")
        .params(address, guest)
        .update();
  }

  /// The lesson that its raters have to do first.
  public void lesson(UUID round, String lesson) {
    database
        .sql("update feedback_round set lesson = ? where id = ?")
        .params(lesson, round)
        .update();
  }

  public void doLesson(Person person, String lesson) {
    database
        .sql("insert into lesson_done (person, lesson, edition, at) values (?, ?, 1, ?)")
        .params(
            person.id(),
            lesson,
            Timestamp.from(TestClock.TODAY.atTime(8, 0).toInstant(ZoneOffset.UTC)))
        .update();
  }

  /// As the round's end leaves it, before its answers are sealed.
  public void move(UUID round, String state) {
    database.sql("update feedback_round set state = ? where id = ?").params(state, round).update();
  }
}
