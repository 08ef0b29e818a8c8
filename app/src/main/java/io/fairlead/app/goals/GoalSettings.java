package io.fairlead.app.goals;

import io.fairlead.app.framework.Frameworks;
import io.fairlead.methods.framework.GoalRules;
import org.springframework.stereotype.Component;

/// What the framework in force says of goals; asked each time, so that a change holds at once.
@Component
public class GoalSettings {
  private final Frameworks frameworks;

  GoalSettings(Frameworks frameworks) {
    this.frameworks = frameworks;
  }

  public GoalRules inForce() {
    return frameworks.rules().goals();
  }
}
