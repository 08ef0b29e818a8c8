package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.RoundApi.done;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/// The numbers of a report's comments, for a reader who wants to tell people operations of one: as
/// page and as JSON.
@Controller
public class ReportNumbers {
  private final Reports reports;
  private final Policy policy;
  private final Pages pages;

  ReportNumbers(Reports reports, Policy policy, Pages pages) {
    this.reports = reports;
    this.policy = policy;
    this.pages = pages;
  }

  record NumberedCommentJson(UUID id, String words) {}

  record NumberedCommentsJson(List<NumberedCommentJson> comments) {}

  @GetMapping("/feedback/reports/{subject}/comments")
  @Guarded(record = "feedback-report", act = "read", fields = "published")
  ModelAndView page(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID subject) {
    Reports.Numbers found = done(reports.numbers(viewer, subject));
    return pages.show(
        "feedback/reportNumbers",
        pages.words().text("escrow.numbers"),
        Place.GROWTH,
        policy.seenBy(pages.words(), RoundRules.REPORT, RoundRules.PUBLISHED),
        found);
  }

  @GetMapping("/api/v1/feedback/reports/{subject}/comments")
  @Guarded(record = "feedback-report", act = "read", fields = "published", scope = "feedback:read")
  @ResponseBody
  NumberedCommentsJson json(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID subject) {
    return new NumberedCommentsJson(
        done(reports.numbers(viewer, subject)).comments().stream()
            .map(each -> new NumberedCommentJson(each.id(), each.words()))
            .toList());
  }
}
