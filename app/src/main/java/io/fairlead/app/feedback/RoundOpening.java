package io.fairlead.app.feedback;

import io.fairlead.app.disclosure.Sheets;
import io.fairlead.app.people.People;
import io.fairlead.methods.assignment.Assignment;
import io.fairlead.methods.assignment.AssignmentProblem;
import io.fairlead.methods.assignment.Nomination;
import io.fairlead.methods.assignment.RaterCaps;
import io.fairlead.methods.assignment.RaterNeeds;
import io.fairlead.methods.assignment.RatingEffort;
import io.fairlead.methods.assignment.RoundRehearsal;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Relationship;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// From proposed raters to asked ones: who is asked about whom, under everybody's budget of
/// minutes, and as evenly as it can be; then answers come in.
@Component
class RoundOpening {
  private static final Logger LOG = LoggerFactory.getLogger(RoundOpening.class);

  /// Somebody whom nobody proposed is asked only where places would stay empty.
  private static final double UNPROPOSED = 10;

  private static final int SUGGESTED = 8;

  private final RoundStore rounds;
  private final RaterStore raters;
  private final BudgetStore budgets;
  private final RoundPace pace;
  private final AskedTeams teams;
  private final SubjectStore subjects;
  private final Sheets sheets;
  private final RoundNews news;
  private final RoundHindrances hindrances;
  private final People people;
  private final TransactionTemplate transaction;

  RoundOpening(
      RoundStore rounds,
      RaterStore raters,
      BudgetStore budgets,
      RoundPace pace,
      AskedTeams teams,
      SubjectStore subjects,
      Sheets sheets,
      RoundNews news,
      RoundHindrances hindrances,
      People people,
      PlatformTransactionManager transactions) {
    this.rounds = rounds;
    this.raters = raters;
    this.budgets = budgets;
    this.pace = pace;
    this.teams = teams;
    this.subjects = subjects;
    this.sheets = sheets;
    this.news = news;
    this.hindrances = hindrances;
    this.people = people;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// What would be asked of whom, and what it comes to.
  ///
  /// @param pace times the estimate that sheets take here
  record Plan(Assignment assignment, RoundRehearsal rehearsal, double pace) {}

  /// All whose first day of answering has come.
  void openDue() {
    LocalDate today = people.today();
    for (Round round : rounds.in(RoundState.NOMINATING)) {
      if (!round.terms().opens().isAfter(today)) {
        try {
          openOnItsDay(round, today);
        } catch (RuntimeException failed) {
          LOG.error("A round of feedback could not be opened", failed);
        }
      }
    }
  }

  private void openOnItsDay(Round round, LocalDate today) {
    boolean open =
        Boolean.TRUE.equals(
            transaction.execute(_ ->
                rounds.lock(round.id()).orElseThrow() != RoundState.NOMINATING
                    || open(round, today)));
    if (!open) {
      hindrances.met(round, Hindrance.KEY_FOLDER);
    }
  }

  /// In the caller's transaction. Where it is rolled back, a key is left that closes nothing.
  ///
  /// @return whether it is open; nothing was changed where its key cannot be made
  boolean open(Round round, LocalDate today) {
    if (!sheets.makeReady(round.id())) {
      return false;
    }
    if (round.terms().isOfTeams()) {
      teams.ask(round.id(), today);
    } else if (!round.terms().isFollowUp()) {
      raters.takeOffUnsettled(round.id());
      assign(round, today);
    }
    raters.ask(round.id());
    sheets.open(round.id());
    rounds.move(round.id(), RoundState.ANSWERING);
    rounds.tell(round.id(), today);
    news.answering(round);
    return true;
  }

  /// Of those who were proposed, and of others where places would stay empty, who will be asked. A
  /// round that leaves this out asks all who were proposed and nobody else.
  private void assign(Round round, LocalDate today) {
    if (!round.terms().has(FeedbackIndicator.ASSIGNMENT)) {
      return;
    }
    Assignment assignment = plan(round, today).assignment();
    Set<String> proposed = new HashSet<>();
    raters.ofRound(round.id()).forEach(rater -> proposed.add(rater.subject() + " " + name(rater)));
    Set<String> pairs = new HashSet<>();
    for (Nomination pair : assignment.pairs()) {
      pairs.add(pair.reviewee() + " " + pair.rater());
      if (!proposed.contains(pair.reviewee() + " " + pair.rater())) {
        raters.propose(
            UUID.fromString(pair.reviewee()),
            UUID.fromString(pair.rater()),
            Relationship.find(pair.group()).orElseThrow(),
            Rater.ChosenBy.RULE);
      }
    }
    List<UUID> assigned =
        raters.ofRound(round.id()).stream()
            .filter(rater -> rater.isNamed() || pairs.contains(rater.subject() + " " + name(rater)))
            .map(Rater::id)
            .toList();
    raters.keep(round.id(), assigned);
  }

  private static String name(Rater rater) {
    UUID id = rater.person() == null ? rater.guest() : rater.person();
    return String.valueOf(id);
  }

  /// Who would be asked if the round opened now. Guests are asked in any case: their time is not
  /// ours to share out.
  Plan plan(Round round, LocalDate today) {
    Instrument questions = rounds.questions(round.id()).orElseThrow();
    double factor = pace.factor(round.terms());
    RatingEffort effort =
        new RatingEffort(questions.items().size(), questions.comments().size(), factor);
    RoundTerms terms = round.terms();
    List<Nomination> nominations = new ArrayList<>();
    for (Rater rater : raters.ofRound(round.id())) {
      if (!rater.isNamed()) {
        nominations.add(
            new Nomination(
                rater.subject().toString(),
                name(rater),
                Choosing.shares(rater.relationship()).code(),
                0,
                terms.has(FeedbackIndicator.ASSIGNMENT)
                        && rater.guest() == null
                        && rater.chosenBy() != Rater.ChosenBy.PEOPLE_OPERATIONS
                    ? Nomination.Choice.FREE
                    : Nomination.Choice.FIXED));
      }
    }
    if (terms.has(FeedbackIndicator.ASSIGNMENT)
        && subjects.population(round.id()).objective() == null) {
      raters
          .suggestions(null, round.id(), today, SUGGESTED)
          .forEach(each ->
              nominations.add(
                  new Nomination(
                      each.subject().toString(),
                      each.person().toString(),
                      Relationship.PEER.code(),
                      UNPROPOSED / each.ties(),
                      Nomination.Choice.FREE)));
    }
    Assignment assignment =
        Assignment.of(
            new AssignmentProblem(nominations, needs(terms), caps(round, nominations, effort), 1));
    return new Plan(
        assignment,
        RoundRehearsal.of(
            assignment,
            new RoundRehearsal.Assumptions(effort, terms.budget(), 0.7, terms.numeric()),
            round.id().getLeastSignificantBits()),
        factor);
  }

  private static RaterNeeds needs(RoundTerms terms) {
    Map<String, Integer> places = new LinkedHashMap<>();
    put(places, Relationship.PEER, terms.peers());
    put(places, Relationship.REPORT, terms.reports());
    put(places, Relationship.OTHER, terms.others());
    return new RaterNeeds(
        places,
        Set.of(Relationship.REPORT.code(), Relationship.OTHER.code()).stream()
            .filter(places::containsKey)
            .collect(java.util.stream.Collectors.toSet()),
        0);
  }

  private static void put(Map<String, Integer> places, Relationship group, int number) {
    if (number > 0) {
      places.put(group.code(), number);
    }
  }

  /// How many sheets fit in what is left of everybody's minutes, at least what is fixed already.
  private RaterCaps caps(Round round, List<Nomination> nominations, RatingEffort effort) {
    int usual = effort.within(round.terms().budget());
    Map<String, Integer> own = new HashMap<>();
    budgets
        .minutes(round.id())
        .forEach((person, taken) ->
            own.put(
                person.toString(),
                Math.clamp(
                    effort.within(round.terms().budget() - taken * effort.pace()), 0, usual)));
    Map<String, Integer> fixed = new HashMap<>();
    nominations.stream()
        .filter(Nomination::isFixed)
        .forEach(each -> fixed.merge(each.rater(), 1, Integer::sum));
    fixed.forEach((rater, number) -> {
      if (own.getOrDefault(rater, usual) < number) {
        own.put(rater, number);
      }
    });
    return new RaterCaps(usual, own);
  }
}
