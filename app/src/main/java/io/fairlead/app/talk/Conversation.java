package io.fairlead.app.talk;

import io.fairlead.app.goals.GoalRules;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is talked about, with what was said.
///
/// @param title of the objective
/// @param checkIn the check-in that is talked about; null where it is the objective
/// @param mayTalk whether the viewer may say something, follow it and attach links
/// @param next where older comments begin; null where there are none
public record Conversation(
    About about,
    String title,
    String state,
    String visibility,
    @Nullable CheckedIn checkIn,
    Following.Follow follow,
    List<Comment> comments,
    @Nullable String next,
    List<GoalLink> links,
    boolean mayTalk) {

  /// A check-in as it was made.
  ///
  /// @param takenBack whether it counts no more
  public record CheckedIn(
      UUID id,
      String keyResult,
      String kind,
      @Nullable BigDecimal value,
      String unit,
      boolean noChange,
      String note,
      @Nullable String by,
      Instant at,
      boolean takenBack,
      List<Reacted> reactions) {

    /// The key result and how it stood then, in a sentence.
    public String figure(Words words) {
      if (noChange) {
        return words.text("activity.no-change", keyResult);
      }
      return value == null
          ? keyResult
          : words.text("activity.figure", keyResult, ActivityPage.figure(words, kind, value, unit));
    }
  }

  /// Who reads what is said here.
  public SeenBy seenBy(Words words) {
    return GoalRules.seenBy(words, state, visibility);
  }

  /// In the order in which it was said.
  public List<Comment> inOrder() {
    return comments.reversed();
  }

  Conversation with(List<Comment> found, int limit) {
    Comments.Said said = Comments.page(found, limit);
    return new Conversation(
        about,
        title,
        state,
        visibility,
        checkIn,
        follow,
        said.comments(),
        said.next(),
        links,
        mayTalk);
  }
}
