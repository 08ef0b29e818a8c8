package io.fairlead.app.feedback;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Reason.Kind;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A reviewee's own reminder, while answers come in: to all who are asked about them, in the same
/// words and at the same time, whether they have answered, would rather not, or come from outside.
/// Whether it may be sent goes by days alone, so that nothing here tells who has.
@Component
class RaterReminders {
  /// Between the day on which everybody was last told, whoever told them, and a reviewee's
  /// reminder.
  static final int DAYS = 7;

  private final SubjectStore subjects;
  private final RoundStore rounds;
  private final RoundNews news;
  private final Idempotency idempotency;
  private final Audit audit;

  RaterReminders(
      SubjectStore subjects,
      RoundStore rounds,
      RoundNews news,
      Idempotency idempotency,
      Audit audit) {
    this.subjects = subjects;
    this.rounds = rounds;
    this.news = news;
    this.idempotency = idempotency;
    this.audit = audit;
  }

  /// The first day on which the viewer may remind; empty for whoever never may, and unless the
  /// round takes answers.
  Optional<LocalDate> from(Viewer viewer, Subject subject, Round round) {
    return subject.mayRemind() && round.state() == RoundState.ANSWERING
        ? Optional.of(from(viewer, subject.id()))
        : Optional.empty();
  }

  private LocalDate from(Viewer viewer, UUID subject) {
    LocalDate today = viewer.today();
    return subjects
        .told(subject)
        .map(day -> day.plusDays(DAYS))
        .filter(day -> day.isAfter(today))
        .orElse(today);
  }

  /// Reminds all who are asked about the viewer.
  Outcome<UUID> remind(Viewer viewer, UUID id, @Nullable String key) {
    Optional<Subject> seen = subjects.find(viewer, id);
    if (seen.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    Subject about = seen.get();
    if (!about.mayRemind()) {
      return Outcome.refused(Reason.of(Kind.FORBIDDEN, "forbidden"));
    }
    return idempotency.once(
        viewer.person(),
        "feedback-subject.remind",
        key,
        List.of(id),
        UUID.class,
        () -> {
          rounds.lock(about.round());
          Round round = rounds.find(about.round()).orElseThrow();
          if (round.state() != RoundState.ANSWERING) {
            return Outcome.refused(
                Reason.of(Kind.CONFLICT, "feedback.other-state." + round.state().code()));
          }
          if (from(viewer, id).isAfter(viewer.today())) {
            return Outcome.refused(Reason.of(Kind.CONFLICT, "feedback.reminded-lately", DAYS));
          }
          subjects.tell(id, viewer.today());
          news.reminded(round, about);
          audit.record(
              viewer.person(), "feedback-subject.remind", RoundRules.SUBJECT, id, about.person());
          return Outcome.done(id);
        });
  }
}
