package io.fairlead.app.scorecard;

import io.fairlead.methods.scorecard.CardReport;
import io.fairlead.methods.scorecard.CardScore;
import io.fairlead.methods.scorecard.Score;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Where a card stood on a day, as one viewer may see it.
///
/// @param measures by the id of their row on the card
public record ScoredCard(
    Scorecard card,
    LocalDate day,
    Map<UUID, ScoredMeasure> measures,
    CardScore score,
    CardReport report) {

  public Score of(Scorecard.Perspective perspective) {
    return Objects.requireNonNull(score.perspectives().get(perspective.id().toString()));
  }

  public Score of(Scorecard.Objective objective) {
    return Objects.requireNonNull(score.objectives().get(objective.id().toString()));
  }

  public ScoredMeasure of(Scorecard.Weighed measure) {
    return Objects.requireNonNull(measures.get(measure.id()));
  }
}
