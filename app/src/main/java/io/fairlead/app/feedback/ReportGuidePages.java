package io.fairlead.app.feedback;

import io.fairlead.app.growth.PreparedConversations;
import io.fairlead.app.growth.Prose;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.coaching.GeneralGuide;
import io.fairlead.methods.lessons.Lesson;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// How to talk a report through: in general, for anybody, and for one report, for its readers.
@Controller
public class ReportGuidePages {
  private final Reports reports;
  private final PreparedConversations conversations;
  private final Pages pages;

  ReportGuidePages(Reports reports, PreparedConversations conversations, Pages pages) {
    this.reports = reports;
    this.conversations = conversations;
    this.pages = pages;
  }

  public record Part(String heading, Prose prose) {}

  /// @param minutes that reading takes
  public record GeneralGuidePage(String summary, int minutes, List<Part> parts) {}

  /// @param prepare where a talk with the reviewee is prepared; null unless the viewer leads them
  public record GuidePage(ReportGuide guide, @Nullable String prepare) {}

  @GetMapping("/feedback/guide")
  @Open(because = "it comes with the product and holds nothing of anybody")
  ModelAndView general() {
    Lesson guide = GeneralGuide.shipped();
    return pages.show(
        "feedback/reportGuideGeneral",
        guide.title(),
        Place.FEEDBACK,
        null,
        new GeneralGuidePage(
            guide.summary(),
            Math.toIntExact(Math.round(guide.minutes())),
            guide.parts().stream()
                .map(part -> new Part(part.heading(), Prose.of(part.text())))
                .toList()));
  }

  @GetMapping("/feedback/reports/{subject}/guide")
  @Guarded(record = "feedback-report", act = "read", fields = "published")
  ModelAndView one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID subject) {
    Words words = pages.words();
    return switch (reports.guide(viewer, subject, words)) {
      case Done<ReportGuide>(ReportGuide guide) ->
          pages.show(
              "feedback/reportGuide",
              guide.title(),
              Place.GROWTH,
              ReportPages.seenBy(words, guide.head()),
              new GuidePage(guide, prepare(viewer, guide.head())));
      case Refused<ReportGuide> refused -> throw new RefusedException(refused);
    };
  }

  private @Nullable String prepare(Viewer viewer, ReportHead head) {
    UUID person = head.person();
    return person == null || head.isOwn() || conversations.person(viewer, person).isEmpty()
        ? null
        : "/growth/conversations/new?person=" + person;
  }
}
