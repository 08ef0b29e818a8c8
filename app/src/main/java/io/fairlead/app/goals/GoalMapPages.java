package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Goals as a map, over time, and summed up.
@Controller
class GoalMapPages {
  private final GoalViews views;
  private final CycleSummaries summaries;
  private final Pages pages;

  GoalMapPages(GoalViews views, CycleSummaries summaries, Pages pages) {
    this.summaries = summaries;
    this.views = views;
    this.pages = pages;
  }

  @GetMapping("/goals/map")
  @Guarded(record = "objective", act = "read", fields = "goal")
  ModelAndView map(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String cycle,
      @RequestParam(defaultValue = "mine") String scope,
      @RequestParam(required = false) @Nullable UUID focus) {
    GoalViews.Mapped mapped =
        views
            .map(viewer, GoalQuery.of(cycle, scope), focus, pages.words().today())
            .orElseThrow(() -> new RefusedException(Reason.notFound()));
    return pages.show(
        "goals/map",
        pages.words().text("goals.title"),
        Place.GOALS,
        GoalsPage.seenBy(pages.words()),
        mapped);
  }

  @GetMapping("/goals/timeline")
  @Guarded(record = "objective", act = "read", fields = "goal")
  ModelAndView timeline(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String cycle,
      @RequestParam(defaultValue = "mine") String scope) {
    return pages.show(
        "goals/timeline",
        pages.words().text("goals.title"),
        Place.GOALS,
        GoalsPage.seenBy(pages.words()),
        views.timeline(viewer, GoalQuery.of(cycle, scope), pages.words().today()));
  }

  @GetMapping("/goals/summary")
  @Guarded(record = "objective", act = "read", fields = "goal")
  ModelAndView summary(
      @AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String cycle) {
    List<Cycle> all = summaries.all();
    GoalQuery asked = GoalQuery.of(cycle, "all");
    GoalQuery query =
        all.stream().anyMatch(each -> each.id().equals(asked.cycle()))
            ? asked
            : views
                .current(viewer, all, pages.words().today())
                .map(each -> asked.in(each.id()))
                .orElse(asked);
    CycleSummaries.Asked found = summaries.summary(viewer, query, all, pages.words().today());
    return pages.show(
        "goals/summary",
        pages.words().text("goals.title"),
        Place.GOALS,
        GoalsPage.seenBy(pages.words()),
        new SummaryPage(query, all, found.summary().orElse(null), found.waits()));
  }
}
