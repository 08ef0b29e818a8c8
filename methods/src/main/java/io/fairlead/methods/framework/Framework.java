package io.fairlead.methods.framework;

import io.fairlead.methods.wording.LintSettings;
import java.util.List;

/// What a framework document says, with every silence filled by its default.
public record Framework(
    Organisation organisation,
    Direction direction,
    Vocabulary vocabulary,
    Places places,
    Cadence cadence,
    GoalRules goals,
    MeasureDefaults measures,
    ScorecardDefaults scorecard,
    FeedbackDefaults feedback,
    LintSettings lint,
    Effort effort,
    List<Waiver> waivers) {
  public Framework {
    waivers = List.copyOf(waivers);
  }
}
