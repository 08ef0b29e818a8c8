package io.fairlead.methods.framework;

import io.fairlead.methods.framework.FeedbackRound.Every;
import io.fairlead.methods.framework.FeedbackRound.Purpose;
import io.fairlead.methods.framework.FeedbackRound.Reviewees;
import io.fairlead.methods.framework.Finding.Severity;
import io.fairlead.methods.framework.LintRule.Hit;
import io.fairlead.methods.instruments.AnsweringTime;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.instruments.ShippedInstruments;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Whether rounds ask the right people the right things, and no more than they will answer.
final class FeedbackRoundRules {
  private static final int MANY_SITTINGS = 3;
  private static final int SHORT_ANSWERING = 10;
  private static final int LONG_ANSWERING = 25;
  private static final int SHORT_NOMINATING = 3;
  private static final int SHORT_INSTRUMENT = 12;

  static final List<LintRule> RULES =
      List.of(
          new LintRule(
              "instrument-misspelt",
              Severity.WARNING,
              "A round cannot be launched with an instrument that is not there.",
              "instrument: individual-contributor",
              FeedbackRoundRules::misspelt),
          new LintRule(
              "instrument-of-your-own",
              Severity.ADVICE,
              "Fairlead brings none of that id. If it is yours, its minutes are counted as those of fifteen items; it has to be published before the round.",
              "instrument: individual-contributor",
              FeedbackRoundRules::ofTheirOwn),
          new LintRule(
              "instrument-not-for-raters",
              Severity.WARNING,
              "People are asked about what they cannot have seen, and answer all the same.",
              "reports: 5 and peers: 0 with instrument: short-upward",
              FeedbackRoundRules::notForRaters),
          new LintRule(
              "led-not-asked",
              Severity.ADVICE,
              "How somebody leads is seen best by those who are led.",
              "reports: 6",
              FeedbackRoundRules::ledNotAsked),
          new LintRule(
              "round-over-budget",
              Severity.WARNING,
              "Who is asked for more than they have answers everybody alike, or not at all.",
              "Fewer peers, or a shorter instrument",
              FeedbackRoundRules::overBudget),
          new LintRule(
              "round-many-sittings",
              Severity.WARNING,
              "After twenty minutes people leave or stop reading; what takes four sittings is put off until the last evening.",
              "peers: 6 with an instrument of 15 items",
              FeedbackRoundRules::manySittings),
          new LintRule(
              "quarter-over-budget",
              Severity.WARNING,
              "Each round is small by itself; those who answer have all of them on their table at once.",
              "Let one of them begin in another quarter.",
              FeedbackRoundRules::quarterOverBudget),
          new LintRule(
              "round-too-often",
              Severity.ADVICE,
              "What one does with others changes more slowly than a quarter passes; the second report says what the first did.",
              "every: year, with instrument: follow-up-pulse in between",
              FeedbackRoundRules::tooOften),
          new LintRule(
              "answering-too-short",
              Severity.WARNING,
              "Whoever is away for a week is not heard, and the groups that stay are smaller.",
              "answering: 15",
              FeedbackRoundRules::answeringTooShort),
          new LintRule(
              "answering-too-long",
              Severity.ADVICE,
              "Most answers come in the first days and the last two; the weeks between only delay the report.",
              "answering: 15",
              FeedbackRoundRules::answeringTooLong),
          new LintRule(
              "nominating-too-short",
              Severity.ADVICE,
              "Choosing raters, and a manager looking at the choice, takes a talk.",
              "nominating: 5",
              FeedbackRoundRules::nominatingTooShort),
          new LintRule(
              "no-self-rating",
              Severity.ADVICE,
              "Without one there is nothing that others' view can surprise.",
              "self: true",
              FeedbackRoundRules::withoutSelf),
          new LintRule(
              "owner-of-no-evaluation",
              Severity.ADVICE,
              "Nobody can answer for a use that is ruled out; it reads as if there were one.",
              "Remove owner and validation.",
              FeedbackRoundRules::ownerUnused));

  private FeedbackRoundRules() {}

  /// A hit under each round of which something is said.
  ///
  /// @param field of the round; empty for the round as a whole
  static List<Hit> hits(
      FrameworkDocument document, String field, Function<FeedbackRound, String> said) {
    List<Hit> hits = new ArrayList<>();
    List<FeedbackRound> rounds = document.framework().feedback().rounds();
    for (int i = 0; i < rounds.size(); i++) {
      String what = said.apply(rounds.get(i));
      if (!what.isEmpty()) {
        hits.add(
            new Hit("feedback.rounds[" + i + "]" + (field.isEmpty() ? "" : "." + field), what));
      }
    }
    return hits;
  }

  private static Optional<Instrument> instrument(FeedbackRound round) {
    return ShippedInstruments.find(round.instrument());
  }

  private static Optional<String> nearest(FeedbackRound round) {
    return Nearest.to(
        round.instrument(), ShippedInstruments.all().stream().map(Instrument::id).toList());
  }

  private static List<Hit> misspelt(FrameworkDocument document) {
    return hits(
        document,
        "instrument",
        round ->
            instrument(round).isPresent()
                ? ""
                : nearest(round)
                    .map(near ->
                        "There is no '%s'. Did you mean '%s'?".formatted(round.instrument(), near))
                    .orElse(""));
  }

  private static List<Hit> ofTheirOwn(FrameworkDocument document) {
    return hits(
        document,
        "instrument",
        round ->
            instrument(round).isPresent() || nearest(round).isPresent()
                ? ""
                : "'" + round.instrument() + "' does not come with Fairlead.");
  }

  private static List<Hit> notForRaters(FrameworkDocument document) {
    return hits(
        document,
        "instrument",
        round -> {
          List<String> others =
              FeedbackRound.UNNAMED.stream()
                  .filter(group -> round.raters(group) > 0)
                  .filter(group ->
                      instrument(round).filter(it -> !it.raters().contains(group)).isPresent())
                  .map(group -> String.valueOf(FeedbackProtectionRules.FIELDS.get(group)))
                  .toList();
          return others.isEmpty()
              ? ""
              : "'%s' is not written for %s.".formatted(round.instrument(), Wording.list(others));
        });
  }

  private static List<Hit> ledNotAsked(FrameworkDocument document) {
    return hits(
        document,
        "reports",
        round ->
            round.reviewees() != Reviewees.EVERYONE
                    && round.raters(Relationship.REPORT) == 0
                    && instrument(round)
                        .filter(it -> it.raters().contains(Relationship.REPORT))
                        .isPresent()
                ? "'" + round.name() + "' is about leaders, and asks nobody whom they lead."
                : "");
  }

  /// What a round takes of somebody who is rated and leads nobody: themself, as many peers and
  /// colleagues as they were given, and whoever leads them.
  static double minutes(FeedbackRound round) {
    int people =
        round.raters(Relationship.SELF)
            + round.raters(Relationship.PEER)
            + round.raters(Relationship.CROSSFUNCTIONAL)
            + (round.raters(Relationship.REPORT) > 0 ? 1 : 0);
    return people * round.minutesForOne(ShippedInstruments::find);
  }

  private static List<Hit> overBudget(FrameworkDocument document) {
    int budget = document.framework().feedback().budget();
    return hits(
        document,
        "",
        round ->
            minutes(round) > budget
                ? "'%s' takes about %.0f minutes of a rater; the budget is %d."
                    .formatted(round.name(), minutes(round), budget)
                : "");
  }

  private static List<Hit> manySittings(FrameworkDocument document) {
    return hits(
        document,
        "",
        round ->
            minutes(round) > MANY_SITTINGS * AnsweringTime.SITTING
                ? "'%s' takes about %.0f minutes of a rater: %.0f sittings of %d."
                    .formatted(
                        round.name(),
                        minutes(round),
                        Math.ceil(minutes(round) / AnsweringTime.SITTING),
                        AnsweringTime.SITTING)
                : "");
  }

  private static List<Hit> quarterOverBudget(FrameworkDocument document) {
    FeedbackDefaults feedback = document.framework().feedback();
    List<Hit> hits = new ArrayList<>();
    for (Month first : List.of(Month.JANUARY, Month.APRIL, Month.JULY, Month.OCTOBER)) {
      List<FeedbackRound> held =
          feedback.rounds().stream()
              .filter(round ->
                  round.months().stream().anyMatch(it -> it.firstMonthOfQuarter() == first))
              .toList();
      double minutes = held.stream().mapToDouble(FeedbackRoundRules::minutes).sum();
      if (held.size() > 1 && minutes > feedback.budget()) {
        hits.add(
            new Hit(
                "feedback.rounds",
                "%s begin in the same quarter and take about %.0f minutes of a rater; the budget of one is %d."
                    .formatted(
                        Wording.list(held.stream().map(it -> "'" + it.name() + "'").toList()),
                        minutes,
                        feedback.budget())));
      }
    }
    return hits.stream().distinct().toList();
  }

  private static List<Hit> tooOften(FrameworkDocument document) {
    return hits(
        document,
        "every",
        round ->
            round.every() == Every.QUARTER
                    && instrument(round)
                        .filter(it -> it.items().size() > SHORT_INSTRUMENT)
                        .isPresent()
                ? "'" + round.name() + "' asks all of its questions every quarter."
                : "");
  }

  private static List<Hit> answeringTooShort(FrameworkDocument document) {
    return hits(
        document,
        "answering",
        round ->
            round.answering() < SHORT_ANSWERING
                ? "There are " + round.answering() + " working days to answer."
                : "");
  }

  private static List<Hit> answeringTooLong(FrameworkDocument document) {
    return hits(
        document,
        "answering",
        round ->
            round.answering() > LONG_ANSWERING
                ? "There are " + round.answering() + " working days to answer."
                : "");
  }

  private static List<Hit> nominatingTooShort(FrameworkDocument document) {
    return hits(
        document,
        "nominating",
        round ->
            round.unnamed() > 0 && round.nominating() < SHORT_NOMINATING
                ? "Nominating and approving have %s."
                    .formatted(round.nominating() == 1 ? "one working day" : "two working days")
                : "");
  }

  private static List<Hit> withoutSelf(FrameworkDocument document) {
    return hits(
        document,
        "self",
        round ->
            round.raters(Relationship.SELF) == 0
                ? "'" + round.name() + "' does not ask the reviewees."
                : "");
  }

  private static List<Hit> ownerUnused(FrameworkDocument document) {
    return hits(
        document,
        "",
        round ->
            round.purpose() == Purpose.DEVELOPMENT
                    && (round.owner().isPresent() || round.validation().isPresent())
                ? "'" + round.name() + "' names what only an evaluation has."
                : "");
  }
}
