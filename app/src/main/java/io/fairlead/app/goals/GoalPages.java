package io.fairlead.app.goals;

import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.methods.framework.Direction;
import io.fairlead.methods.goals.ObjectiveKind;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Goals as pages: list and tree.
@Controller
class GoalPages {
  private final GoalViews views;
  private final Objectives objectives;
  private final Pages pages;
  private final Clock clock;
  private final Frameworks frameworks;
  private final ObjectProvider<ObjectivePanel> panels;

  GoalPages(
      GoalViews views,
      Objectives objectives,
      Pages pages,
      Clock clock,
      Frameworks frameworks,
      ObjectProvider<ObjectivePanel> panels) {
    this.panels = panels;
    this.objectives = objectives;
    this.frameworks = frameworks;
    this.clock = clock;
    this.views = views;
    this.pages = pages;
  }

  @GetMapping("/goals")
  @Guarded(record = "objective", act = "read", fields = "goal")
  ModelAndView goals(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String cycle,
      @RequestParam(defaultValue = "all") String scope,
      @RequestParam(defaultValue = "tree") String view,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "") String open,
      @RequestParam(defaultValue = "") String after) {
    GoalQuery query = query(cycle, scope, view, q, kind, state, sort, open, after);
    return pages.show(
        "goals/overview",
        pages.words().text("goals.title"),
        Place.GOALS,
        GoalsPage.seenBy(pages.words()),
        new GoalsPage(
            views.overview(viewer, query, pages.words().today()),
            direction(),
            null,
            GoalImport.mayImport(viewer),
            List.of()));
  }

  @GetMapping("/goals/{id}")
  @Guarded(record = "objective", act = "read", fields = "goal")
  ModelAndView goal(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String cycle,
      @RequestParam(defaultValue = "all") String scope,
      @RequestParam(defaultValue = "tree") String view,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "") String open,
      @RequestParam(defaultValue = "") String after) {
    GoalQuery query = query(cycle, scope, view, q, kind, state, sort, open, after);
    GoalViews.Opened opened =
        views
            .opened(viewer, id, query, clock.instant(), pages.words().today())
            .orElseThrow(() -> {
              objectives.denied(viewer, id);
              return new RefusedException(Reason.notFound());
            });
    return pages.show(
        "goals/overview",
        pages.words().text("goals.title"),
        Place.GOALS,
        GoalsPage.seenBy(pages.words()),
        new GoalsPage(
            opened.beside(),
            direction(),
            opened,
            GoalImport.mayImport(viewer),
            panels
                .orderedStream()
                .filter(pages.words()::uses)
                .flatMap(panel -> panel.panel(viewer, id).stream())
                .toList()));
  }

  @GetMapping("/goals/{id}/below")
  @Guarded(record = "objective", act = "read", fields = "goal")
  ModelAndView below(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "2") int depth,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "") String cycle,
      @RequestParam(defaultValue = "all") String scope,
      @RequestParam(defaultValue = "") String open) {
    GoalQuery query = query(cycle, scope, "tree", "", "", "", "", open, "");
    List<GoalTree.Line> lines =
        views
            .below(
                viewer,
                id,
                GoalQuery.Cursor.find(after).orElse(null),
                Math.clamp(depth, 2, 60),
                pages.words().today())
            .orElseThrow(() -> new RefusedException(Reason.notFound()));
    return pages.show(
        "goals/below",
        pages.words().text("goals.title"),
        Place.GOALS,
        null,
        new Below(lines, query));
  }

  /// Where the organisation is going, in its own words: its vision, else its mission, else the
  /// first of its ambitions.
  private @Nullable String direction() {
    if (frameworks.inForce().number() == 0) {
      return null; // the document that Fairlead comes with speaks for nobody
    }
    Direction direction = frameworks.rules().direction();
    return direction
        .vision()
        .or(direction::mission)
        .or(() -> direction.ambitions().stream().map(Direction.Ambition::name).findFirst())
        .orElse(null);
  }

  private static GoalQuery query(
      String cycle,
      String scope,
      String view,
      String search,
      String kind,
      String state,
      String sort,
      String open,
      String after) {
    return new GoalQuery(
        id(cycle).orElse(GoalQuery.NO_CYCLE),
        GoalQuery.Scope.of(scope),
        view.equals("list") ? GoalQuery.View.LIST : GoalQuery.View.TREE,
        search.strip(),
        ObjectiveKind.find(kind).orElse(null),
        ObjectiveState.find(state).orElse(null),
        GoalQuery.Order.of(sort),
        ids(open),
        GoalQuery.Cursor.find(after).orElse(null));
  }

  private static Optional<UUID> id(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private static List<UUID> ids(String text) {
    return Stream.of(text.split(",", -1)).flatMap(each -> id(each).stream()).distinct().toList();
  }
}
