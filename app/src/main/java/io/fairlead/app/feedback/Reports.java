package io.fairlead.app.feedback;

import io.fairlead.app.feedback.PublishedStore.Stored;
import io.fairlead.app.platform.Viewer;
import io.fairlead.methods.instruments.Instrument;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reading reports. To whoever may not read one it is not there.
@Component
public class Reports {
  private final ReportStore heads;
  private final PublishedStore published;
  private final RoundStore rounds;

  Reports(ReportStore heads, PublishedStore published, RoundStore rounds) {
    this.heads = heads;
    this.published = published;
    this.rounds = rounds;
  }

  /// A report as its reader finds it today.
  public sealed interface Found {
    ReportHead head();
  }

  /// It is made, and opens later.
  public record Waiting(ReportHead head) implements Found {}

  /// It can be read.
  public record Open(ReportHead head, Report report) implements Found {}

  /// Those that the viewer may read, now or later, the latest first.
  List<ReportHead> all(Viewer viewer) {
    return heads.all(viewer);
  }

  @Transactional(readOnly = true)
  public Optional<Found> find(Viewer viewer, UUID subject) {
    return heads
        .find(viewer, subject)
        .map(head -> head.isOpen() ? open(viewer, head) : new Waiting(head));
  }

  private Found open(Viewer viewer, ReportHead head) {
    Stored stored = published.find(viewer, head.subject()).orElseThrow();
    Instrument instrument = rounds.questions(head.round()).orElseThrow();
    return new Open(
        head,
        Report.of(
            stored.published(),
            instrument,
            published.precision(head.round()),
            stored.withheldComments()));
  }
}
