package io.fairlead.app.feedback;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Reason.Kind;
import io.fairlead.app.platform.Viewer;
import io.fairlead.methods.assignment.PilotGroup;
import io.fairlead.methods.assignment.PilotGroup.Candidate;
import io.fairlead.methods.instruments.Relationship;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Out of those whom a draft is about, a few to begin with: from many units, and with enough people
/// around them for figures to be shown.
@Component
class RoundPilots {
  static final int USUAL = 12;
  private static final int MOST = 200;
  private static final double RESPONSE = 0.7;

  private final Rounds rounds;
  private final RaterStore raters;
  private final SubjectStore subjects;

  RoundPilots(Rounds rounds, RaterStore raters, SubjectStore subjects) {
    this.rounds = rounds;
    this.raters = raters;
    this.subjects = subjects;
  }

  /// Whom it would be about; nothing changes.
  Outcome<PilotGroup> proposed(Viewer viewer, UUID id, int size) {
    return rounds
        .find(viewer, id)
        .map(round ->
            round.mayRun()
                ? group(viewer, round, size)
                : Outcome.<PilotGroup>refused(Reason.of(Kind.FORBIDDEN, "forbidden")))
        .orElseGet(() -> Outcome.refused(Reason.notFound()));
  }

  /// Makes the draft about them and nobody else.
  Outcome<UUID> take(Viewer viewer, UUID id, long version, int size, @Nullable String key) {
    return rounds.act(
        viewer,
        id,
        version,
        "feedback-round.pilot",
        key,
        size,
        round ->
            group(viewer, round, size)
                .then(group -> {
                  subjects.setPopulation(
                      id,
                      new Population(
                          Set.of(),
                          group.chosen().stream()
                              .map(UUID::fromString)
                              .collect(Collectors.toSet())));
                  rounds.touch(id);
                  return Outcome.done(id);
                }));
  }

  private Outcome<PilotGroup> group(Viewer viewer, Round round, int size) {
    RoundTerms terms = round.terms();
    if (round.state() != RoundState.DRAFT) {
      return Outcome.refused(
          Reason.of(Kind.CONFLICT, "feedback.other-state." + round.state().code()));
    }
    Population population = rounds.population(round.id());
    if (terms.isOfTeams() || terms.isFollowUp() || population.objective() != null) {
      return Outcome.refused(Reason.of(Kind.CONFLICT, "feedback.no-pilot"));
    }
    if (size < 1 || size > MOST) {
      return Outcome.refused(Reason.invalid("size", "feedback.between", 1, MOST));
    }
    List<Candidate> candidates =
        raters.surroundings(subjects.members(population, viewer.today()), viewer.today()).stream()
            .map(RoundPilots::candidate)
            .toList();
    return Outcome.done(
        PilotGroup.of(
            candidates,
            Map.of(
                Relationship.PEER.code(),
                terms.peers(),
                Relationship.REPORT.code(),
                terms.reports()),
            RESPONSE,
            terms.numeric(),
            size));
  }

  /// Reports are a group of whoever leads somebody.
  private static Candidate candidate(RaterStore.Surroundings who) {
    Map<String, Integer> around = new HashMap<>();
    around.put(Relationship.PEER.code(), who.colleagues());
    if (who.reports() > 0) {
      around.put(Relationship.REPORT.code(), who.reports());
    }
    return new Candidate(who.person().toString(), who.unit().toString(), around);
  }
}
