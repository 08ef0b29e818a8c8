package io.fairlead.app.feedback;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Pdf;
import io.fairlead.app.platform.words.Words;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// An opened report as PDF: what its page says, and nothing else. It carries no time of its own, so
/// that the same report is the same file.
@Controller
class ReportPapers {
  private final Reports reports;
  private final Pages pages;
  private final Pdf pdf;

  ReportPapers(Reports reports, Pages pages, Pdf pdf) {
    this.reports = reports;
    this.pages = pages;
    this.pdf = pdf;
  }

  @GetMapping("/feedback/reports/{subject}/report.pdf")
  @Guarded(record = "feedback-report", act = "read", fields = "published")
  ResponseEntity<byte[]> page(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID subject) {
    return paper(viewer, subject);
  }

  @GetMapping("/api/v1/feedback/reports/{subject}/pdf")
  @Guarded(record = "feedback-report", act = "read", fields = "published", scope = "feedback:read")
  ResponseEntity<byte[]> api(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID subject) {
    return paper(viewer, subject);
  }

  private ResponseEntity<byte[]> paper(Viewer viewer, UUID subject) {
    return switch (reports
        .find(viewer, subject)
        .orElseThrow(() -> new RefusedException(Reason.notFound()))) {
      case Reports.Waiting _ ->
          throw new RefusedException(Reason.of(Reason.Kind.CONFLICT, "feedback-report.not-open"));
      case Reports.Open(ReportHead head, Report report) -> {
        Words words = pages.words();
        ReportView view = new ReportView(words, head, report);
        yield pdf.answer(view.title(), "feedback/reportPaper", words, view);
      }
    };
  }
}
