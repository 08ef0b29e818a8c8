package io.fairlead.app.feedback;

import io.fairlead.app.testing.Person;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.ReleaseRule;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.disclosure.RoundPrecision;
import io.fairlead.methods.disclosure.SubjectAnswers;
import io.fairlead.methods.disclosure.SubjectAnswers.Comment;
import io.fairlead.methods.disclosure.SubjectAnswers.Responder;
import io.fairlead.methods.framework.FeedbackDefaults.Opening;
import io.fairlead.methods.framework.FeedbackIndicator;
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
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Published rounds with reports, as sealing leaves them: what raters gave goes through the release
/// rule and nowhere else.
@Component
final class ReportsAtHand {
  static final LocalDate PUBLISHED_ON = LocalDate.of(2026, 5, 11);
  static final Instrument INSTRUMENT =
      ShippedInstruments.find("individual-contributor").orElseThrow();

  private final JdbcClient database;
  private final RoundStore rounds;
  private final PublishedStore published;

  ReportsAtHand(JdbcClient database, RoundStore rounds, PublishedStore published) {
    this.database = database;
    this.rounds = rounds;
    this.published = published;
  }

  static RoundTerms terms(Audience audience, @Nullable Person steward) {
    return terms(audience, steward, Opening.USUAL, Set.of());
  }

  static RoundTerms terms(
      Audience audience,
      @Nullable Person steward,
      Opening opening,
      Set<FeedbackIndicator> without) {
    return terms(audience, steward, "", opening, without);
  }

  static RoundTerms terms(
      Audience audience,
      @Nullable Person steward,
      String concerns,
      Opening opening,
      Set<FeedbackIndicator> without) {
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
        audience,
        steward == null ? null : steward.id(),
        concerns,
        null,
        true,
        true,
        5,
        5,
        0,
        90,
        LocalDate.of(2026, 4, 10),
        LocalDate.of(2026, 4, 13),
        LocalDate.of(2026, 5, 8),
        null,
        opening,
        without,
        Set.of(),
        null);
  }

  UUID round(Audience audience, @Nullable Person steward) {
    return round(terms(audience, steward));
  }

  UUID round(RoundTerms terms) {
    UUID round = UUID.randomUUID();
    rounds.insert(round, terms, Person.ELIF.id());
    rounds.launch(round, INSTRUMENT, "0123456789abcdef", Instant.parse("2026-04-01T09:00:00Z"));
    rounds.move(round, RoundState.PUBLISHED);
    return round;
  }

  UUID report(UUID round, Person person, Published report) {
    UUID subject = UUID.randomUUID();
    database
        .sql(
            "insert into feedback_subject (id, round, person, manager) values (:id, :round, :person, :manager)")
        .param("id", subject)
        .param("round", round)
        .param("person", person.id())
        .param("manager", person.manager().map(Person::id).orElse(null))
        .update();
    publish(subject, report);
    return subject;
  }

  void publish(UUID subject, Published report) {
    published.publish(subject, report, PUBLISHED_ON);
  }

  /// As if it had been published with another object instead.
  void replace(UUID subject, Published report) {
    database
        .sql("delete from feedback_report where subject = :subject")
        .param("subject", subject)
        .update();
    publish(subject, report);
  }

  /// Comments get random ids, whose order is part of what is published; here it is made the same
  /// for the same words.
  void orderByWords() {
    database.sql("update feedback_comment set id = cast(md5(words) as uuid)").update();
  }

  /// Has its debrief booked, so that it is open.
  void open(UUID subject) {
    database
        .sql(
            """
            update feedback_subject set debrief_with = :with, debrief_at = '2026-05-20T09:00:00Z',
              debrief_booked_at = '2026-05-12T09:00:00Z'
            where id = :subject
            """)
        .param("with", Person.INES.id())
        .param("subject", subject)
        .update();
  }

  /// One of the comments that a steward sees, in the order in which they see them.
  UUID comment(UUID subject) {
    return database
        .sql(
            "select id from feedback_comment where subject = :subject and not named order by id limit 1")
        .param("subject", subject)
        .query((row, _) -> row.getObject("id", UUID.class))
        .single();
  }

  /// As a steward asks for it.
  void askToWithhold(UUID comment, Person steward) {
    database
        .sql(
            "update feedback_comment set withheld_because = 'insult', withheld_by = :by where id = :id")
        .param("by", steward.id())
        .param("id", comment)
        .update();
  }

  List<String> commentIds() {
    return database
        .sql("select id from feedback_comment")
        .query((row, _) -> row.getString("id"))
        .list();
  }

  void precision(UUID round) {
    Map<String, RoundPrecision> found = new LinkedHashMap<>();
    INSTRUMENT.competencies().keySet().forEach(id -> found.put(id, new RoundPrecision(0.8, 0.3)));
    published.precision(round, found);
  }

  void asked(UUID subject, Person rater, String relationship, String state) {
    database
        .sql(
            """
            insert into feedback_rater (id, subject, person, relationship, chosen_by, state)
            values (gen_random_uuid(), :subject, :person, :relationship, 'reviewee', :state)
            """)
        .param("subject", subject)
        .param("person", rater.id())
        .param("relationship", relationship)
        .param("state", state)
        .update();
  }

  static Published published(SubjectAnswers answers) {
    return new ReleaseRule(terms(Audience.REVIEWEE, null).policy(INSTRUMENT.points()))
        .published(answers, new Random(7));
  }

  /// A report of usual size: one competency high, one low, one where the reviewee thinks more of
  /// themselves than others do, and comments.
  static Published usual() {
    return published(usualAnswers());
  }

  static SubjectAnswers usualAnswers() {
    Map<String, Integer> level =
        Map.of("delivery", 9, "craft", 8, "communication", 5, "collaboration", 7, "learning", 6);
    return answers(
        Map.of("peer", 5, "crossfunctional", 4),
        (rater, item) ->
            switch (rater) {
              case "self" -> item.competency().equals("communication") ? 5 : 4;
              case "manager" -> 4;
              default -> {
                int halves = level.getOrDefault(item.competency(), 7);
                int number = Integer.parseInt(rater.substring(rater.indexOf(' ') + 1));
                yield Math.clamp((halves + number % 2) / 2, 1, 5);
              }
            },
        (rater, question) -> COMMENTS.getOrDefault(rater + "/" + question, ""));
  }

  private static final Map<String, String> COMMENTS =
      Map.of(
          "peer 0/continue",
              "When a site goes dark you write down what we know and what we do not.",
          "peer 1/continue", "You ask the question that the rest of us were too proud to ask.",
          "peer 2/continue", "I got honest notes on my draft within a day, and they were kind.",
          "peer 3/start", "Say the date by which you will choose, then choose with what you have.",
          "peer 0/start", "Ask us sooner. Half of the missing facts are in our heads.",
          "peer 4/start", "Open the meeting with the one thing that has to be decided in it.",
          "peer 1/stop", "Long messages late in the evening: the point is in the last line.",
          "manager 0/start", "Bring bad news on the day you learn of it, however small it is.",
          "self 0/stop", "Polishing what nobody asked for.");

  /// @param groups how many raters each has; self and manager are always there
  /// @param rating 0 for what they cannot judge
  /// @param comment empty for none
  static SubjectAnswers answers(
      Map<String, Integer> groups,
      BiFunction<String, Item, Integer> rating,
      BiFunction<String, String, String> comment) {
    Map<String, Set<String>> items = new LinkedHashMap<>();
    INSTRUMENT
        .items()
        .forEach(item ->
            items.computeIfAbsent(item.competency(), _ -> new LinkedHashSet<>()).add(item.id()));
    List<Responder> responders = new ArrayList<>();
    responders.add(responder("self", "self 0", "self", rating, comment));
    responders.add(responder("manager", "manager 0", "manager", rating, comment));
    groups.forEach((group, many) -> {
      for (int number = 0; number < many; number++) {
        String rater = group + " " + number;
        responders.add(responder(group, rater, rater, rating, comment));
      }
    });
    return new SubjectAnswers("subject", items, responders);
  }

  private static Responder responder(
      String group,
      String rater,
      String rates,
      BiFunction<String, Item, Integer> rating,
      BiFunction<String, String, String> comment) {
    Map<String, Map<String, Integer>> ratings = new LinkedHashMap<>();
    for (Item item : INSTRUMENT.items()) {
      int given = rating.apply(rates, item);
      if (given > 0) {
        ratings
            .computeIfAbsent(item.competency(), _ -> new LinkedHashMap<>())
            .put(item.id(), given);
      }
    }
    List<Comment> comments =
        INSTRUMENT.comments().stream()
            .map(question -> new Comment(question.id(), comment.apply(rater, question.id())))
            .filter(each -> !each.text().isEmpty())
            .toList();
    return new Responder(rater, group, ratings, comments);
  }
}
