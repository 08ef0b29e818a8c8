package io.fairlead.app.feedback;

import io.fairlead.app.disclosure.CustodianKey;
import io.fairlead.app.disclosure.Escrows;
import io.fairlead.app.disclosure.Kept;
import io.fairlead.app.disclosure.Sealing.Ending;
import io.fairlead.app.disclosure.Sheets;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.TestDatabase;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.framework.FeedbackDefaults.Opening;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.instruments.ShippedInstruments;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Closed rounds about Mara that have an escrow, kept by Sofia and Liam.
@Component
public final class EscrowsAtHand {
  public static final int DAYS = 30;

  /// Those who write a comment; the comment says their name, for the test to know.
  public static final List<Person> WRITERS =
      List.of(
          Person.PRISCILLA,
          Person.TOMASZ,
          Person.NOOR,
          Person.RUBEN,
          Person.JONAS,
          Person.DEV,
          Person.AIKO);

  static final Instrument INSTRUMENT = ShippedInstruments.find("manager").orElseThrow();

  private final RoundStore rounds;
  private final RoundsAtHand atHand;
  private final RoundClosing closing;
  private final Escrows escrows;
  private final Sheets sheets;
  private final JdbcClient database;
  private final JsonMapper json;

  EscrowsAtHand(
      RoundStore rounds,
      RoundsAtHand atHand,
      RoundClosing closing,
      Escrows escrows,
      Sheets sheets,
      JdbcClient database,
      JsonMapper json) {
    this.rounds = rounds;
    this.atHand = atHand;
    this.closing = closing;
    this.escrows = escrows;
    this.sheets = sheets;
    this.database = database;
    this.json = json;
  }

  /// @param comments by who wrote them
  public record Closed(UUID round, UUID subject, Map<Person, UUID> comments) {
    public UUID of(Person writer) {
      UUID comment = comments.get(writer);
      if (comment == null) {
        throw new IllegalArgumentException(writer + " wrote nothing");
      }
      return comment;
    }
  }

  static RoundTerms terms(CustodianKey first, CustodianKey second) {
    return new RoundTerms(
        RoundKind.FULL_CIRCLE,
        "Spring 2026",
        Purpose.DEVELOPMENT,
        Person.ELIF.id(),
        "",
        INSTRUMENT.id(),
        4,
        5,
        2,
        0,
        ReleaseUnit.COMPETENCY,
        Audience.REVIEWEE,
        null,
        "",
        null,
        true,
        true,
        5,
        5,
        0,
        90,
        TestClock.TODAY.minusDays(20),
        TestClock.TODAY.minusDays(19),
        TestClock.TODAY.minusDays(1),
        null,
        Opening.USUAL,
        Set.of(),
        Set.of(),
        new RoundEscrow(
            new RoundEscrow.Custodian(Person.SOFIA.id(), first),
            new RoundEscrow.Custodian(Person.LIAM.id(), second),
            DAYS));
  }

  /// Answers come in.
  UUID opened(RoundTerms terms) {
    UUID round = UUID.randomUUID();
    rounds.insert(round, terms, Person.ELIF.id());
    rounds.launch(
        round,
        INSTRUMENT,
        Promise.hash(round, terms, INSTRUMENT),
        TestClock.TODAY.minusDays(25).atStartOfDay(ZoneOffset.UTC).toInstant());
    rounds.move(round, RoundState.ANSWERING);
    sheets.open(round);
    return round;
  }

  /// Everybody of [#WRITERS] answered, Mara and Henrik by name too.
  UUID answered(UUID round) {
    UUID subject = atHand.subject(round, Person.MARA);
    answer(round, subject, Person.MARA, Relationship.SELF);
    answer(round, subject, Person.HENRIK, Relationship.MANAGER);
    WRITERS.forEach(writer ->
        answer(
            round,
            subject,
            writer,
            Set.of(Person.JONAS, Person.DEV, Person.AIKO).contains(writer)
                ? Relationship.REPORT
                : Relationship.PEER));
    return subject;
  }

  private void answer(UUID round, UUID subject, Person rater, Relationship relationship) {
    answer(round, subject, rater, relationship, said(rater));
  }

  void answer(UUID round, UUID subject, Person rater, Relationship relationship, String comment) {
    UUID invitation = atHand.ask(subject, rater, relationship);
    UUID slip =
        database
            .sql("select slip from feedback_rater where id = ?")
            .param(invitation)
            .query((row, _) -> row.getObject("slip", UUID.class))
            .single();
    Map<String, Integer> ratings = new HashMap<>();
    INSTRUMENT.items().forEach(item -> ratings.put(item.id(), 3));
    AnswerSheet sheet =
        new AnswerSheet(
            ratings, Map.of(INSTRUMENT.comments().getFirst().id(), comment), "", 300, true);
    Kept kept =
        sheets.keep(
            round, slip, 0, json.writeValueAsString(sheet).getBytes(StandardCharsets.UTF_8));
    if (!(kept instanceof Kept.Saved)) {
      throw new IllegalStateException("not kept: " + kept);
    }
  }

  public static String said(Person writer) {
    return "Comment of " + writer.fullName().split(" ", 2)[0];
  }

  void close(UUID round) {
    Ending ending = closing.close(round);
    if (!(ending instanceof Ending.Sealed)) {
      throw new IllegalStateException("not sealed: " + ending);
    }
  }

  /// Where the key around a round's packages lies.
  static Path keyOf(UUID round) {
    return TestDatabase.keyOf(round).resolveSibling("../round-escrow/" + round).normalize();
  }

  public void expire() {
    escrows.expire();
  }

  /// Published with nothing in it yet.
  UUID published(CustodianKey first, CustodianKey second) {
    UUID round = UUID.randomUUID();
    rounds.insert(round, terms(first, second), Person.ELIF.id());
    rounds.launch(round, INSTRUMENT, "0123456789abcdef", Instant.parse("2026-04-01T09:00:00Z"));
    rounds.move(round, RoundState.PUBLISHED);
    return round;
  }

  public Closed closed(CustodianKey first, CustodianKey second) {
    UUID round = opened(terms(first, second));
    UUID subject = answered(round);
    close(round);
    Map<String, UUID> ids = new HashMap<>();
    database
        .sql("select id, words from feedback_comment where subject = ? and not named")
        .param(subject)
        .query((row, _) -> ids.put(row.getString("words"), row.getObject("id", UUID.class)))
        .list();
    Map<Person, UUID> comments = new HashMap<>();
    WRITERS.forEach(writer -> comments.put(writer, Objects.requireNonNull(ids.get(said(writer)))));
    return new Closed(round, subject, comments);
  }
}
