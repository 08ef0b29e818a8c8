package io.fairlead.methods.framework;

import java.util.List;

/// What a framework document says, with every silence filled by its default.
public record Framework(
    Organisation organisation,
    Direction direction,
    Vocabulary vocabulary,
    Places places,
    Cadence cadence,
    GoalRules goals,
    Effort effort,
    List<Waiver> waivers) {
  public Framework {
    waivers = List.copyOf(waivers);
  }
}
