package io.fairlead.app.growth;

import io.fairlead.app.growth.ConversationPages.Listed;
import io.fairlead.app.growth.Lessons.OwnLesson;
import io.fairlead.app.growth.OwnReports.OwnReport;
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
  private static final int REPORTS = 3;
  private static final int LESSONS = 3;
  private static final int CONVERSATIONS = 3;

  private final OwnReports reports;
  private final Lessons lessons;
  private final DevelopmentPlans plans;
  private final PreparedConversations conversations;
  private final Pages pages;

  GrowthPages(
      OwnReports reports,
      Lessons lessons,
      DevelopmentPlans plans,
      PreparedConversations conversations,
      Pages pages) {
    this.reports = reports;
    this.lessons = lessons;
    this.plans = plans;
    this.conversations = conversations;
    this.pages = pages;
  }

  /// @param reports the latest about the viewer
  /// @param focuses what the viewer works on
  /// @param conversations the next of those that the viewer prepares
  /// @param leads whether the viewer leads anybody
  /// @param lessons the next to read
  public record GrowthPage(
      List<OwnReport> reports,
      List<Focus> focuses,
      List<Listed> conversations,
      boolean leads,
      List<OwnLesson> lessons) {}

  @GetMapping("/growth")
  @Open(because = "one's own growth")
  ModelAndView growth(@AuthenticationPrincipal Viewer viewer) {
    return pages.show(
        "growth/growth",
        pages.words().text("growth.title"),
        Place.GROWTH,
        FocusRules.seenByEach(pages.words()),
        new GrowthPage(
            reports.of(viewer, pages.words()).stream().limit(REPORTS).toList(),
            plans.of(viewer, viewer.person()).stream().filter(Focus::isActive).toList(),
            conversations.all(viewer).stream()
                .filter(each -> !each.isClosed())
                .limit(CONVERSATIONS)
                .map(each -> new Listed(each, ConversationPages.situationName(each)))
                .toList(),
            !conversations.line(viewer, "").isEmpty(),
            lessons.all(viewer).stream()
                .filter(each -> each.done() == null)
                .limit(LESSONS)
                .toList()));
  }
}
