package io.fairlead.app.goals;

import gg.jte.Content;
import io.fairlead.app.platform.web.Frame;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The page of goals.
///
/// @param direction the organisation's direction; null where it has said none
/// @param mayImport whether the viewer may bring goals from a file
/// @param opened the objective in the drawer; null without one
/// @param panels what other modules show of it
public record GoalsPage(
    GoalViews.Overview overview,
    @Nullable String direction,
    GoalViews.@Nullable Opened opened,
    boolean mayImport,
    List<Function<Frame, Content>> panels) {
  public GoalsPage {
    panels = List.copyOf(panels);
  }

  /// Who sees goals, for pages of many; a single one says who sees it.
  static SeenBy seenBy(Words words) {
    return SeenBy.of(
        words,
        words.text("goals.seen.many", words.organisation()),
        GoalRules.RECORD,
        GoalRules.GOAL);
  }

  /// The objective in the drawer, if one is.
  public @Nullable UUID chosen() {
    return opened == null ? null : opened.detail().objective().id();
  }
}
