package io.fairlead.app.feedback;

import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What colleagues told, as JSON.
@RestController
@RequestMapping("/api/v1/feedback/reports")
class ReportApi {
  private final Reports reports;
  private final Debriefs debriefs;
  private final Pages pages;

  ReportApi(Reports reports, Debriefs debriefs, Pages pages) {
    this.reports = reports;
    this.debriefs = debriefs;
    this.pages = pages;
  }

  record ReportsJson(List<ReportHeadJson> reports) {}

  @GetMapping
  @Guarded(record = "feedback-report", act = "read", fields = "published", scope = "feedback:read")
  ReportsJson all(@AuthenticationPrincipal Viewer viewer) {
    return new ReportsJson(reports.all(viewer).stream().map(ReportHeadJson::of).toList());
  }

  @GetMapping("/{subject}")
  @Guarded(record = "feedback-report", act = "read", fields = "published", scope = "feedback:read")
  FeedbackReportJson report(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID subject) {
    return json(viewer, subject);
  }

  /// Books the talk about one's report, or moves it.
  @PutMapping("/{subject}/debrief")
  @Guarded(record = "feedback-report", act = "book", fields = "debrief", scope = "feedback:write")
  FeedbackReportJson book(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID subject,
      @RequestBody DebriefInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return switch (debriefs.book(viewer, subject, input, key)) {
      case Done<UUID> _ -> json(viewer, subject);
      case Refused<UUID> refused -> throw new RefusedException(refused);
    };
  }

  private FeedbackReportJson json(Viewer viewer, UUID subject) {
    String language = pages.words().locale().toLanguageTag();
    return reports
        .find(viewer, subject)
        .map(found -> FeedbackReportJson.of(found, language))
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }
}
