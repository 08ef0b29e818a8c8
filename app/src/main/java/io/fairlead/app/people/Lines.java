package io.fairlead.app.people;

import static io.fairlead.app.people.PeoplePolicy.EMPLOYMENT;
import static io.fairlead.app.people.PeoplePolicy.PERSON;
import static io.fairlead.app.people.PeoplePolicy.READ;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who manages whom: on any day, and from a day on. Every change brings today's closure (`line_of`,
/// on which access stands) along in the same transaction; changes dated ahead reach it at the
/// organisation's midnight.
@Service
public class Lines {
  private final LineStore lines;
  private final PeopleStore people;
  private final OrganisationDate date;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Clock clock;

  Lines(
      LineStore lines,
      PeopleStore people,
      OrganisationDate date,
      Idempotency idempotency,
      Audit audit,
      Clock clock) {
    this.lines = lines;
    this.people = people;
    this.date = date;
    this.idempotency = idempotency;
    this.audit = audit;
    this.clock = clock;
  }

  /// The person's direct manager on that day; empty when the person headed the organisation, had
  /// not come yet or had left.
  public Optional<PersonName> managerOn(UUID person, LocalDate day) {
    return lines.managerOn(person, day);
  }

  /// The managers above the person on that day, the nearest first.
  public List<PersonName> chainOn(UUID person, LocalDate day) {
    return lines.chainOn(person, day);
  }

  /// All that is known of the person's managers, the earliest first, planned changes last.
  public List<Line> history(UUID person) {
    return lines.history(person);
  }

  /// The same for a viewer who may read the person's employment; to others it is not there.
  Outcome<List<Line>> history(Viewer viewer, UUID person) {
    if (!people.exists(person) || !people.may(viewer, PERSON, READ, EMPLOYMENT, person)) {
      return Outcome.refused(Reason.notFound());
    }
    return Outcome.done(lines.history(person));
  }

  /// Gives the person another manager.
  ///
  /// @return the person's new version
  public Outcome<Long> assign(Viewer viewer, LineChange change) {
    return idempotency.once(
        viewer.person(),
        "person.line",
        change.key(),
        change,
        Long.class,
        () -> assignNow(viewer, change));
  }

  private Outcome<Long> assignNow(Viewer viewer, LineChange change) {
    LocalDate today = date.today();
    LocalDate from = Objects.requireNonNullElse(change.from(), today);
    UUID person = change.person();
    UUID manager = change.manager();
    lines.lock();
    if (!people.mayMove(viewer, person)) {
      return Outcome.refused(
          people.exists(person)
              ? Reason.of(Reason.Kind.FORBIDDEN, "forbidden")
              : Reason.notFound());
    }
    if (!people.isEmployed(person, from)) {
      return Outcome.refused(Reason.invalid("from", "not-employed-then"));
    }
    if (manager != null) {
      if (manager.equals(person)) {
        return Outcome.refused(Reason.invalid("manager", "own-manager"));
      }
      if (!people.isEmployed(manager, from)) {
        return Outcome.refused(Reason.invalid("manager", "manager-not-employed-then"));
      }
      List<String> circle = lines.circle(person, manager, from);
      if (!circle.isEmpty()) {
        return Outcome.refused(
            Reason.invalid("manager", "manager-circle", String.join(" › ", circle)));
      }
    }
    Optional<Long> version = people.nextVersion(person, change.version());
    if (version.isEmpty()) {
      return Outcome.refused(Reason.of(Reason.Kind.STALE, "stale"));
    }
    UUID batch = UUID.randomUUID();
    lines.plan(batch, person, manager, from);
    lines.carryOut(batch, clock.instant(), today);
    audit.record(viewer.person(), "person.line-changed", "person", person, person);
    return Outcome.done(version.get());
  }

  /// Moves the closure on to today. Does as much as changed since the day it shows, which may be
  /// several when no node ran at midnight.
  ///
  /// @return how many people's lines turned
  @Transactional
  public int bringToToday() {
    LocalDate today = date.today();
    if (shows(lines.closureDay(), today)) {
      return 0;
    }
    lines.lockHoweverLong();
    Optional<LocalDate> shown = lines.closureDay();
    if (shows(shown, today)) {
      return 0;
    }
    UUID batch = UUID.randomUUID();
    int turned =
        shown
            .map(day -> lines.planTurns(batch, day, today))
            .orElseGet(() -> lines.planEverybody(batch, today));
    lines.rebuildBelow(batch, today);
    lines.forget(batch);
    lines.closureDayIs(today);
    return turned;
  }

  private static boolean shows(Optional<LocalDate> shown, LocalDate today) {
    return shown.isPresent() && !shown.get().isBefore(today);
  }
}
