package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.Cycles;
import io.fairlead.app.cycles.Pilots;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.platform.words.OrganisationSettings;
import io.fairlead.methods.framework.GoalRules;
import io.fairlead.methods.goals.ScoringBands;
import io.fairlead.methods.wording.LintSettings;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the framework says of goals.
@Component
public class GoalSettings {
  private final Frameworks frameworks;
  private final Cycles cycles;
  private final Pilots pilots;
  private final OrganisationSettings organisation;

  GoalSettings(
      Frameworks frameworks, Cycles cycles, Pilots pilots, OrganisationSettings organisation) {
    this.frameworks = frameworks;
    this.cycles = cycles;
    this.pilots = pilots;
    this.organisation = organisation;
  }

  /// What is in force; asked each time, so that a change holds at once.
  public GoalRules inForce() {
    return frameworks.rules().goals();
  }

  /// How the goal linter speaks; it goes for everybody at once.
  LintSettings lint() {
    return frameworks.rules().lint();
  }

  /// What holds in a cycle: what is in force, or in a pilot's cycle the pilot's framework, also
  /// after the pilot has ended.
  public GoalRules in(Cycle cycle) {
    return of(cycle.pilot());
  }

  /// The same by the id of the cycle.
  GoalRules in(UUID cycle) {
    return in(cycles.find(cycle).orElseThrow());
  }

  GoalRules of(@Nullable UUID pilot) {
    return pilot == null ? inForce() : pilots.framework(pilot).goals();
  }

  /// Where the words for a cycle's scores begin: as the framework said when the cycle began, so
  /// that no later change says anew what was reached.
  ScoringBands bands(Cycle cycle) {
    return bands(cycle.isEverybodys() ? begunWith(cycle) : in(cycle));
  }

  private GoalRules begunWith(Cycle cycle) {
    Instant begun =
        cycle.starts().plusDays(1).atStartOfDay(organisation.organisation().zone()).toInstant();
    return frameworks.begunWith(begun).document().framework().goals();
  }

  private static ScoringBands bands(GoalRules rules) {
    return new ScoringBands(
        rules.aspirational().reachedFrom(),
        rules.aspirational().partlyFrom(),
        rules.committed().reachedFrom());
  }
}
