package io.fairlead.app.talk;

import io.fairlead.app.people.Team;
import io.fairlead.app.people.Teams;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What happened, as pages.
@Controller
class ActivityPages {
  private static final int SHOWN = 30;

  private final Activity activity;
  private final Comments comments;
  private final Conversations conversations;
  private final Teams teams;
  private final Pages pages;

  ActivityPages(
      Activity activity, Comments comments, Conversations conversations, Teams teams, Pages pages) {
    this.activity = activity;
    this.comments = comments;
    this.conversations = conversations;
    this.teams = teams;
    this.pages = pages;
  }

  @GetMapping("/goals/{id}/activity")
  @Guarded(record = "objective", act = "read", fields = "goal")
  ModelAndView ofObjective(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String before) {
    Words words = pages.words();
    About about = About.objective(id);
    Conversation head =
        conversations
            .of(viewer, about, "", null, 1)
            .orElseThrow(() -> {
              comments.denied(viewer, about);
              return new RefusedException(Reason.notFound());
            });
    Activity.Page page = activity.ofObjective(viewer, id, before, SHOWN).orElseThrow();
    String at = "/goals/" + id;
    return pages.show(
        "talk/activity",
        words.text("activity.title"),
        Place.GOALS,
        head.seenBy(words),
        new ActivityPage(page, at + "/activity", at, head.title(), false, before.isEmpty()));
  }

  @GetMapping("/teams/{id}/activity")
  @Guarded(record = "team", act = "read", fields = "all")
  ModelAndView ofTeam(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String before) {
    Words words = pages.words();
    Team team = teams.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    Activity.Page page = activity.ofTeam(viewer, id, before, SHOWN).orElseThrow();
    String at = "/teams/" + id;
    return pages.show(
        "talk/activity",
        words.text("activity.title-team", team.name()),
        Place.PEOPLE,
        ofMany(words),
        new ActivityPage(page, at + "/activity", at, team.name(), true, before.isEmpty()));
  }

  @GetMapping("/goals/activity")
  @Guarded(record = "objective", act = "read", fields = "goal")
  ModelAndView ofOrganisation(
      @AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String before) {
    Words words = pages.words();
    return pages.show(
        "talk/activity",
        words.text("activity.title-organisation", words.organisation()),
        Place.GOALS,
        ofMany(words),
        new ActivityPage(
            activity.ofOrganisation(viewer, before, SHOWN),
            "/goals/activity",
            "/goals",
            words.text("place.goals"),
            true,
            before.isEmpty()));
  }

  private static SeenBy ofMany(Words words) {
    return new SeenBy(words.text("activity.seen-by"), "/policy#objective-goal");
  }
}
