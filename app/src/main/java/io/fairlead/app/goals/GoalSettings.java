package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.platform.words.OrganisationSettings;
import io.fairlead.methods.framework.GoalRules;
import io.fairlead.methods.goals.ScoringBands;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// What the framework says of goals.
@Component
public class GoalSettings {
  private final Frameworks frameworks;
  private final OrganisationSettings organisation;

  GoalSettings(Frameworks frameworks, OrganisationSettings organisation) {
    this.frameworks = frameworks;
    this.organisation = organisation;
  }

  /// What is in force; asked each time, so that a change holds at once.
  public GoalRules inForce() {
    return frameworks.rules().goals();
  }

  /// Where the words for a cycle's scores begin: as the framework said when the cycle began, so
  /// that no later change says anew what was reached.
  ScoringBands bands(Cycle cycle) {
    Instant begun =
        cycle.starts().plusDays(1).atStartOfDay(organisation.organisation().zone()).toInstant();
    GoalRules rules = frameworks.begunWith(begun).document().framework().goals();
    return new ScoringBands(
        rules.aspirational().reachedFrom(),
        rules.aspirational().partlyFrom(),
        rules.committed().reachedFrom());
  }
}
