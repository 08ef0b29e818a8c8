package io.fairlead.app.feedback;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.people.People;
import io.fairlead.app.people.PersonEntry;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Booking the talk about one's report, or of a team with its lead. Whom one talks with sees
/// nothing of it by that.
@Component
class Debriefs {
  private static final Duration FURTHEST = Duration.ofDays(90);

  private final ReportStore reports;
  private final People people;
  private final OrganisationSettings settings;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Clock clock;

  Debriefs(
      ReportStore reports,
      People people,
      OrganisationSettings settings,
      Idempotency idempotency,
      Audit audit,
      Clock clock) {
    this.reports = reports;
    this.people = people;
    this.settings = settings;
    this.idempotency = idempotency;
    this.audit = audit;
    this.clock = clock;
  }

  /// Books it, or moves it.
  ///
  /// @return the subject
  Outcome<UUID> book(Viewer viewer, UUID subject, DebriefInput input, @Nullable String key) {
    Optional<ReportHead> found = reports.findBookable(viewer, subject);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    boolean isOfTeam = found.get().isOfTeam();
    record Booking(UUID subject, DebriefInput input) {}
    return idempotency.once(
        viewer.person(),
        "feedback.debrief",
        key,
        new Booking(subject, input),
        UUID.class,
        () -> bookNow(viewer, subject, input, isOfTeam));
  }

  private Outcome<UUID> bookNow(Viewer viewer, UUID subject, DebriefInput input, boolean isOfTeam) {
    List<Reason> wrong = new ArrayList<>();
    Instant at =
        input.at() == null ? null : input.at().atZone(settings.organisation().zone()).toInstant();
    Instant now = clock.instant();
    if (at == null || at.isBefore(now) || at.isAfter(now.plus(FURTHEST))) {
      wrong.add(
          Reason.invalid("at", "feedback-report.debrief-at", Math.toIntExact(FURTHEST.toDays())));
    }
    UUID with = isOfTeam ? viewer.person() : input.with();
    if (!isOfTeam && !mayBeWith(viewer, subject, with)) {
      wrong.add(Reason.invalid("with", "feedback-report.debrief-with"));
    }
    if (!wrong.isEmpty()) {
      return Outcome.refused(wrong);
    }
    reports.book(subject, Objects.requireNonNull(at), Objects.requireNonNull(with));
    audit.record(
        viewer.person(), "feedback.debrief-booked", RoundRules.REPORT, subject, viewer.person());
    return Outcome.done(subject);
  }

  /// Somebody who works here, and whom nobody named as a rater without name: whether they answered
  /// must not be told from this. The reviewee sees the list of raters.
  private boolean mayBeWith(Viewer viewer, UUID subject, @Nullable UUID with) {
    return with != null
        && !with.equals(viewer.person())
        && people.find(viewer, with).filter(PersonEntry::here).isPresent()
        && !reports.wasNamedAsRater(subject, with);
  }
}
