package io.fairlead.app.feedback;

import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.methods.coaching.GeneralGuide;
import io.fairlead.methods.coaching.Guide;
import io.fairlead.methods.coaching.ReportPattern;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// How to talk a report through, as JSON.
@RestController
class ReportGuideApi {
  private final Reports reports;
  private final Pages pages;

  ReportGuideApi(Reports reports, Pages pages) {
    this.reports = reports;
    this.pages = pages;
  }

  record GuideJson(List<PatternJson> patterns) {}

  /// @param figures published ones on which it rests, in words
  /// @param behaviours ids of the library
  record PatternJson(
      String id,
      String name,
      List<String> figures,
      List<String> mayMean,
      List<String> doesNotMean,
      List<String> lookFor,
      List<String> ask,
      List<String> doNotSay,
      List<String> behaviours) {
    static PatternJson of(ReportGuide guide, Guide.Match match) {
      ReportPattern pattern = match.pattern();
      return new PatternJson(
          pattern.id(),
          pattern.name(),
          guide.facts(match),
          pattern.mayMean(),
          pattern.doesNotMean(),
          pattern.lookFor(),
          pattern.ask(),
          pattern.doNotSay(),
          pattern.behaviours());
    }
  }

  /// @param markdown with its front matter
  record GeneralGuideJson(String title, String markdown) {}

  @GetMapping("/api/v1/feedback/guide")
  @Open(because = "it comes with the product and holds nothing of anybody", scope = "feedback:read")
  GeneralGuideJson general() {
    return new GeneralGuideJson(GeneralGuide.shipped().title(), GeneralGuide.markdown());
  }

  @GetMapping("/api/v1/feedback/reports/{subject}/guide")
  @Guarded(record = "feedback-report", act = "read", fields = "published", scope = "feedback:read")
  GuideJson one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID subject) {
    return switch (reports.guide(viewer, subject, pages.words())) {
      case Done<ReportGuide>(ReportGuide guide) ->
          new GuideJson(
              guide.guide().matches().stream().map(match -> PatternJson.of(guide, match)).toList());
      case Refused<ReportGuide> refused -> throw new RefusedException(refused);
    };
  }
}
