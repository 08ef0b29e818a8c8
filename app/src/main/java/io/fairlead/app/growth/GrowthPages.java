package io.fairlead.app.growth;

import io.fairlead.app.growth.Lessons.OwnLesson;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The place where somebody finds what they work on and learn.
@Controller
public class GrowthPages {
  private static final int LESSONS = 3;

  private final Lessons lessons;
  private final DevelopmentPlans plans;
  private final Pages pages;

  GrowthPages(Lessons lessons, DevelopmentPlans plans, Pages pages) {
    this.lessons = lessons;
    this.plans = plans;
    this.pages = pages;
  }

  /// @param focuses what the viewer works on
  /// @param lessons the next to read
  public record GrowthPage(List<Focus> focuses, List<OwnLesson> lessons) {}

  @GetMapping("/growth")
  @Open(because = "one's own growth")
  ModelAndView growth(@AuthenticationPrincipal Viewer viewer) {
    return pages.show(
        "growth/growth",
        pages.words().text("growth.title"),
        Place.GROWTH,
        FocusRules.seenByEach(pages.words()),
        new GrowthPage(
            plans.of(viewer, viewer.person()).stream().filter(Focus::isActive).toList(),
            lessons.all(viewer).stream()
                .filter(each -> each.done() == null)
                .limit(LESSONS)
                .toList()));
  }
}
