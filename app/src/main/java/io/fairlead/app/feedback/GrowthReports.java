package io.fairlead.app.feedback;

import io.fairlead.app.growth.OwnReports;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/// Somebody's own reports, those too that do not open yet.
@Component
class GrowthReports implements OwnReports {
  private final Reports reports;

  GrowthReports(Reports reports) {
    this.reports = reports;
  }

  @Override
  public List<OwnReport> of(Viewer viewer, Words words) {
    return reports.all(viewer).stream()
        .filter(ReportHead::isOwn)
        .map(report ->
            new OwnReport(
                report.roundName(),
                report.isOpen()
                    ? words.text("feedback-report.published", words.date(report.publishedOn()))
                    : words.text(
                        "feedback-report.opens",
                        words.day(report.opens()),
                        words.time(report.opens())),
                "/feedback/reports/" + report.subject()))
        .toList();
  }
}
