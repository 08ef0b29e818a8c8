package io.fairlead.app.talk;

import io.fairlead.app.goals.Objectives;
import io.fairlead.app.people.Teams;
import io.fairlead.app.platform.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What happened to a goal, to a team's goals, to all of the organisation's: states, check-ins,
/// grades, alignments, comments and links, the newest first, as far as the viewer may read the
/// goals.
@Component
public class Activity {
  private final ActivityStore store;
  private final CommentStore comments;
  private final Objectives objectives;
  private final Teams teams;

  Activity(ActivityStore store, CommentStore comments, Objectives objectives, Teams teams) {
    this.store = store;
    this.comments = comments;
    this.objectives = objectives;
    this.teams = teams;
  }

  /// @param next where older ones begin; null where there are none
  public record Page(List<Entry> entries, @Nullable String next) {
    static Page of(List<Entry> found, int limit) {
      List<Entry> shown = List.copyOf(found.subList(0, Math.min(limit, found.size())));
      return new Page(shown, found.size() > limit ? shown.getLast().cursor().encoded() : null);
    }
  }

  /// Empty for an objective that the viewer may not read.
  public Optional<Page> ofObjective(Viewer viewer, UUID objective, String cursor, int limit) {
    List<Entry> found = store.ofOne(viewer, objective, from(cursor), limit + 1);
    if (found.isEmpty() && !comments.mayRead(viewer, About.objective(objective))) {
      objectives.find(viewer, objective);
      return Optional.empty();
    }
    return Optional.of(Page.of(found, limit));
  }

  /// Empty for a team that is not there.
  public Optional<Page> ofTeam(Viewer viewer, UUID team, String cursor, int limit) {
    return teams
        .find(viewer, team)
        .map(_ -> Page.of(store.ofTeam(viewer, team, from(cursor), limit + 1), limit));
  }

  public Page ofOrganisation(Viewer viewer, String cursor, int limit) {
    return Page.of(store.ofAll(viewer, from(cursor), limit + 1), limit);
  }

  private static Cursor from(String cursor) {
    return Cursor.decoded(cursor).orElse(Cursor.NEWEST);
  }
}
