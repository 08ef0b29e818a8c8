package io.fairlead.app.feedback;

import io.fairlead.methods.disclosure.RoundPrecision;
import io.fairlead.methods.raters.RaterSpread;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// How a round goes, in counts of who was asked and in bands of who answered; never a person.
@Component
class RoundReports {
  private static final int FEWEST_DECLINES = 5;

  private final RoundStore rounds;
  private final RaterStore raters;
  private final SubjectStore subjects;
  private final PublishedStore published;
  private final RoundOpening opening;
  private final Participation participation;

  RoundReports(
      RoundStore rounds,
      RaterStore raters,
      SubjectStore subjects,
      PublishedStore published,
      RoundOpening opening,
      Participation participation) {
    this.rounds = rounds;
    this.raters = raters;
    this.subjects = subjects;
    this.published = published;
    this.opening = opening;
    this.participation = participation;
  }

  Map<Subject.Nominations, Integer> counts(UUID round) {
    return subjects.counts(round);
  }

  RoundOpening.Plan plan(Round round, LocalDate today) {
    return opening.plan(round, today);
  }

  Optional<Participation.Band> band(UUID round) {
    return participation.of(round);
  }

  /// How often each reason was given by those who would rather not answer; empty while the round
  /// runs, below five of them, and where it is about so few that they would be about those.
  Map<DeclineReason, Integer> declined(UUID round) {
    Map<DeclineReason, Integer> counts = raters.declined(round);
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    int about = subjects.counts(round).values().stream().mapToInt(Integer::intValue).sum();
    return all < FEWEST_DECLINES || about < Participation.FEWEST_SUBJECTS ? Map.of() : counts;
  }

  /// How far apart raters are beside reviewees; empty below thirty of both.
  Optional<RaterSpread> spread(UUID round) {
    return published.spread(round);
  }

  /// How raters used the scale on the whole.
  RoundEffects effects(UUID round) {
    return published.effects(round);
  }

  /// What half of the sheets took at most; empty below thirty.
  Optional<Double> minutesTaken(UUID round) {
    return rounds.minutesTaken(round);
  }

  Map<String, RoundPrecision> precision(UUID round) {
    return published.precision(round);
  }
}
