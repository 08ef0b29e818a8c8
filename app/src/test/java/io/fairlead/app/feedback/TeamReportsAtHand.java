package io.fairlead.app.feedback;

import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.ReleaseRule;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.disclosure.SubjectAnswers;
import io.fairlead.methods.disclosure.SubjectAnswers.Comment;
import io.fairlead.methods.disclosure.SubjectAnswers.Responder;
import io.fairlead.methods.framework.FeedbackDefaults.Opening;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Item;
import io.fairlead.methods.instruments.ShippedInstruments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Published rounds about teams: units, or those who worked on an objective.
@Component
final class TeamReportsAtHand {
  private static final Instrument INSTRUMENT =
      ShippedInstruments.find("psychological-safety").orElseThrow();

  private final JdbcClient database;
  private final RoundStore rounds;
  private final PublishedStore published;

  TeamReportsAtHand(JdbcClient database, RoundStore rounds, PublishedStore published) {
    this.database = database;
    this.rounds = rounds;
    this.published = published;
  }

  private static RoundTerms terms(RoundKind kind, Person owner) {
    return new RoundTerms(
        kind,
        "Speaking up",
        Purpose.DEVELOPMENT,
        owner.id(),
        "",
        INSTRUMENT.id(),
        4,
        4,
        2,
        1,
        ReleaseUnit.COMPETENCY,
        Audience.TEAM,
        null,
        "",
        null,
        false,
        false,
        0,
        0,
        0,
        90,
        LocalDate.of(2026, 4, 10),
        LocalDate.of(2026, 4, 13),
        LocalDate.of(2026, 5, 8),
        null,
        Opening.USUAL,
        Set.of(),
        Set.of(),
        null);
  }

  /// Of the unit Activation, whose report is open.
  ///
  /// @param kind a pulse or a project
  UUID round(RoundKind kind, Person owner) {
    UUID round = UUID.randomUUID();
    rounds.insert(round, terms(kind, owner), owner.id());
    rounds.launch(round, INSTRUMENT, "0123456789abcdef", Instant.parse("2026-04-01T09:00:00Z"));
    rounds.move(round, RoundState.PUBLISHED);
    return round;
  }

  /// What Activation said of itself, with whoever leads it, whose talk is booked.
  UUID report(UUID round, Person lead) {
    UUID subject = UUID.randomUUID();
    database
        .sql(
            """
            insert into feedback_subject (id, round, unit, manager, debrief_with, debrief_at, debrief_booked_at)
            values (:id, :round, :unit, :lead, :lead, '2026-05-20T09:00:00Z', '2026-05-12T09:00:00Z')
            """)
        .param("id", subject)
        .param("round", round)
        .param("unit", Company.unit("Activation"))
        .param("lead", lead.id())
        .update();
    published.publish(subject, said(round), ReportsAtHand.PUBLISHED_ON);
    return subject;
  }

  private static Published said(UUID round) {
    Map<String, Set<String>> items = new LinkedHashMap<>();
    INSTRUMENT
        .items()
        .forEach(item ->
            items.computeIfAbsent(item.competency(), _ -> new LinkedHashSet<>()).add(item.id()));
    List<Responder> members = new ArrayList<>();
    for (int member = 0; member < 5; member++) {
      members.add(member(member));
    }
    return new ReleaseRule(terms(RoundKind.PULSE, Person.ELIF).policy(INSTRUMENT.points()))
        .published(new SubjectAnswers(round.toString(), items, members), new Random(7));
  }

  private static Responder member(int number) {
    Map<String, Map<String, Integer>> ratings = new LinkedHashMap<>();
    for (Item item : INSTRUMENT.items()) {
      ratings
          .computeIfAbsent(item.competency(), _ -> new LinkedHashMap<>())
          .put(item.id(), 3 + number % 2);
    }
    List<Comment> comments =
        INSTRUMENT.comments().stream()
            .map(question ->
                new Comment(
                    question.id(), "Said of us by one: we ask sooner than we did. " + number))
            .toList();
    return new Responder("member " + number, "member", ratings, comments);
  }
}
