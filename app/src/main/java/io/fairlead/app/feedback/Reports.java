package io.fairlead.app.feedback;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.feedback.PublishedStore.Stored;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.coaching.Guide;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.About;
import io.fairlead.methods.instruments.Instrument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Audit audit;

  Reports(ReportStore heads, PublishedStore published, RoundStore rounds, Audit audit) {
    this.heads = heads;
    this.published = published;
    this.rounds = rounds;
    this.audit = audit;
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

  @Transactional
  public Optional<Found> find(Viewer viewer, UUID subject) {
    return heads
        .find(viewer, subject)
        .map(head -> head.isOpen() ? open(viewer, head) : new Waiting(head));
  }

  /// What its readers may think of before they talk an open report through.
  @Transactional
  public Outcome<ReportGuide> guide(Viewer viewer, UUID subject, Words words) {
    Optional<ReportHead> found = heads.find(viewer, subject);
    if (found.isEmpty() || found.get().isOfTeam()) {
      return Outcome.refused(Reason.notFound());
    }
    if (!found.get().hasGuide()) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "feedback-report.no-guide"));
    }
    if (!found.get().isOpen()) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "feedback-report.not-open"));
    }
    ReportHead head = found.get();
    recordRead(viewer, head);
    Instrument instrument = rounds.questions(head.round()).orElseThrow();
    Guide guide =
        Guide.of(
            new io.fairlead.methods.coaching.Report(
                compared(published.find(viewer, subject).orElseThrow().published(), head),
                about(instrument),
                published.precision(head.round())));
    return Outcome.done(new ReportGuide(words, head, guide, instrument));
  }

  /// Without one's own figures where the round does not compare them.
  private static Published compared(Published published, ReportHead head) {
    return head.without().contains(FeedbackIndicator.GAPS)
        ? published.without(ReleasePolicy.SELF)
        : published;
  }

  private static Map<String, About> about(Instrument instrument) {
    Map<String, About> about = new HashMap<>();
    instrument.competencies().forEach((id, competency) -> about.put(id, competency.about()));
    instrument.items().forEach(item -> about.put(item.id(), item.about()));
    return about;
  }

  /// That somebody else read what is about a person is recorded, and the reviewee can see that it
  /// was.
  private void recordRead(Viewer viewer, ReportHead head) {
    if (!head.isOwn() && !head.isOfTeam()) {
      audit.record(
          viewer.person(),
          "feedback-report.read",
          RoundRules.REPORT,
          head.subject(),
          head.person());
    }
  }

  /// A comment with the number by which people operations can be told of it.
  public record Numbered(UUID id, String words) {}

  /// A report and its comments with their numbers.
  public record Numbers(ReportHead head, List<Numbered> comments) {}

  /// The comments of an open report of those who are not shown by name, where its round has an
  /// escrow.
  @Transactional
  public Outcome<Numbers> numbers(Viewer viewer, UUID subject) {
    Optional<ReportHead> found = heads.find(viewer, subject).filter(ReportHead::hasEscrow);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (!found.get().isOpen()) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "feedback-report.not-open"));
    }
    recordRead(viewer, found.get());
    return Outcome.done(new Numbers(found.get(), published.numbered(subject)));
  }

  private Found open(Viewer viewer, ReportHead head) {
    recordRead(viewer, head);
    Stored stored = published.find(viewer, head.subject()).orElseThrow();
    Instrument instrument = rounds.questions(head.round()).orElseThrow();
    return new Open(
        head,
        Report.of(
            stored.published(),
            instrument,
            published.precision(head.round()),
            stored.withheldComments(),
            head.without()));
  }
}
