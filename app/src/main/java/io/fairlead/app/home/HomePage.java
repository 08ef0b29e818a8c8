package io.fairlead.app.home;

import io.fairlead.app.goals.MyGoals;
import io.fairlead.app.platform.tasks.Task;
import io.fairlead.app.platform.web.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Home as it is shown.
///
/// @param tabs empty for people without a team
/// @param goals null where the organisation has none
/// @param pilot null for who is in none
/// @param next what will need the viewer next, when nothing does now
public record HomePage(
    List<Task> tasks,
    List<Choice> tabs,
    boolean team,
    @Nullable MyGoals goals,
    String next,
    @Nullable InPilot pilot) {

  /// That the viewer is in a pilot, and where it stands what that means.
  public record InPilot(String sentence, String href) {}
}
