package io.fairlead.app.home;

import io.fairlead.app.goals.MyGoals;
import io.fairlead.app.platform.tasks.Task;
import io.fairlead.app.platform.web.Choice;
import java.util.List;

/// Home as it is shown.
///
/// @param tabs empty for people without a team
/// @param next what will need the viewer next, when nothing does now
public record HomePage(
    List<Task> tasks, List<Choice> tabs, boolean team, MyGoals goals, String next) {}
