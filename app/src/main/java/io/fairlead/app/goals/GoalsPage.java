package io.fairlead.app.goals;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The page of goals.
///
/// @param direction the organisation's direction; null where it has said none
/// @param mayImport whether the viewer may bring goals from a file
/// @param opened the objective in the drawer; null without one
public record GoalsPage(
    GoalViews.Overview overview,
    @Nullable String direction,
    GoalViews.@Nullable Opened opened,
    boolean mayImport) {

  /// The objective in the drawer, if one is.
  public @Nullable UUID chosen() {
    return opened == null ? null : opened.detail().objective().id();
  }
}
