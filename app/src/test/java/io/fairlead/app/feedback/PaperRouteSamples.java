package io.fairlead.app.feedback;

import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The access matrix's part of the papers of a round.
@Component
final class PaperRouteSamples implements RouteSamples {
  private final RoundsAtHand atHand;
  private final TeamReportsAtHand teams;

  PaperRouteSamples(RoundsAtHand atHand, TeamReportsAtHand teams) {
    this.atHand = atHand;
    this.teams = teams;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of("GET /feedback/rounds/{id}/papers", _ -> papers("", "")),
        RouteSample.of("GET /feedback/rounds/{id}/papers", this::ofTeams),
        RouteSample.of("GET /feedback/rounds/{id}/papers.pdf", _ -> papers("", ".pdf")),
        RouteSample.of("GET /api/v1/feedback/rounds/{id}/papers", _ -> papers("/api/v1", "")));
  }

  private Call ofTeams(Person owner) {
    UUID round = teams.round(RoundKind.PULSE, owner);
    return Call.to("/feedback/rounds/" + round + "/papers").about("feedback_round", round);
  }

  private Call papers(String before, String end) {
    UUID round = atHand.round("manager", "reviewee");
    return Call.to(before + "/feedback/rounds/" + round + "/papers" + end)
        .about("feedback_round", round);
  }
}
