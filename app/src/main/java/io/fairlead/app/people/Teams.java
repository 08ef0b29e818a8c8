package io.fairlead.app.people;

import static io.fairlead.app.people.PeoplePolicy.ALL;
import static io.fairlead.app.people.PeoplePolicy.CHANGE;
import static io.fairlead.app.people.PeoplePolicy.CREATE;
import static io.fairlead.app.people.PeoplePolicy.TEAM;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Cross-functional teams: who works together beside the reporting lines, from when to when.
/// Somebody may be in several at once.
@Service
public class Teams {
  private final TeamStore teams;
  private final PeopleStore people;
  private final OrganisationDate date;
  private final Idempotency idempotency;
  private final Ids ids;
  private final Audit audit;
  private final Clock clock;

  Teams(
      TeamStore teams,
      PeopleStore people,
      OrganisationDate date,
      Idempotency idempotency,
      Ids ids,
      Audit audit,
      Clock clock) {
    this.teams = teams;
    this.people = people;
    this.date = date;
    this.idempotency = idempotency;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  public Optional<Team> find(Viewer viewer, UUID team) {
    return teams.find(viewer, team, date.today());
  }

  /// Teams that are there on the day, by name.
  ///
  /// @param after the name behind which the page begins; empty for the first
  public List<Team> list(Viewer viewer, String search, LocalDate day, String after, int limit) {
    return teams.list(viewer, search, day, after, limit);
  }

  public List<Member> members(UUID team, LocalDate day) {
    return teams.members(team, day);
  }

  public boolean mayCreate(Viewer viewer) {
    return people.may(viewer, TEAM, CREATE, ALL);
  }

  public boolean mayChange(Viewer viewer, UUID team) {
    return people.may(viewer, TEAM, CHANGE, ALL, team);
  }

  /// @return the new team's id
  public Outcome<UUID> create(Viewer viewer, TeamInput input) {
    return idempotency.once(
        viewer.person(),
        "team.create",
        input.key(),
        input,
        UUID.class,
        () -> {
          if (!mayCreate(viewer)) {
            return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
          }
          List<Reason> wrong = wrong(input);
          if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
          }
          UUID team = ids.next();
          teams.insert(team, input, date.today());
          if (input.lead() != null) {
            teams.join(team, input.lead(), date.today(), clock.instant());
          }
          audit.record(viewer.person(), "team.created", TEAM, team, null);
          return Outcome.done(team);
        });
  }

  private List<Reason> wrong(TeamInput input) {
    List<Reason> wrong = new ArrayList<>();
    if (input.name().isEmpty()) {
      wrong.add(Reason.invalid("name", "required"));
    } else if (input.name().length() > 200) {
      wrong.add(Reason.invalid("name", "too-long", 200));
    } else if (teams.nameTaken(input)) {
      wrong.add(Reason.invalid("name", "team-name-taken"));
    }
    if (input.purpose().length() > 10_000) {
      wrong.add(Reason.invalid("purpose", "too-long", 10_000));
    }
    if (input.lead() != null && !people.isEmployed(input.lead(), date.today())) {
      wrong.add(Reason.invalid("lead", "not-employed-then"));
    }
    return wrong;
  }

  /// @return the team's new version
  public Outcome<Long> change(Viewer viewer, TeamInput input) {
    UUID team = Objects.requireNonNull(input.team());
    return idempotency.once(
        viewer.person(),
        "team.change",
        input.key(),
        input,
        Long.class,
        () -> {
          Optional<Reason> barred = barred(viewer, team);
          if (barred.isPresent()) {
            return Outcome.refused(barred.get());
          }
          List<Reason> wrong = wrong(input);
          if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
          }
          Optional<Long> version = teams.update(team, input);
          if (version.isEmpty()) {
            return Outcome.refused(Reason.of(Reason.Kind.STALE, "stale"));
          }
          if (input.lead() != null) {
            teams.join(team, input.lead(), date.today(), clock.instant());
          }
          audit.record(viewer.person(), "team.changed", TEAM, team, null);
          return Outcome.done(version.get());
        });
  }

  private Optional<Reason> barred(Viewer viewer, UUID team) {
    Optional<Team> found = find(viewer, team);
    if (found.isEmpty()) {
      return Optional.of(Reason.notFound());
    }
    if (!mayChange(viewer, team)) {
      return Optional.of(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return found.get().ended() == null
        ? Optional.empty()
        : Optional.of(Reason.of(Reason.Kind.CONFLICT, "team-ended"));
  }

  /// Somebody joins or leaves a team on a day.
  ///
  /// @param from today when null
  /// @param key idempotency key
  public record Membership(
      UUID team, UUID person, @Nullable LocalDate from, @Nullable String key) {}

  /// @return the person who joined
  public Outcome<UUID> join(Viewer viewer, Membership input) {
    return idempotency.once(
        viewer.person(),
        "team.join",
        input.key(),
        input,
        UUID.class,
        () -> {
          Optional<Reason> barred = barred(viewer, input.team());
          if (barred.isPresent()) {
            return Outcome.refused(barred.get());
          }
          LocalDate from = Objects.requireNonNullElse(input.from(), date.today());
          if (!people.isEmployed(input.person(), from)) {
            return Outcome.refused(Reason.invalid("person", "not-employed-then"));
          }
          if (!teams.join(input.team(), input.person(), from, clock.instant())) {
            return Outcome.refused(Reason.invalid("person", "already-in-team"));
          }
          audit.record(viewer.person(), "team.joined", TEAM, input.team(), input.person());
          return Outcome.done(input.person());
        });
  }

  /// @return the person who left the team
  public Outcome<UUID> leave(Viewer viewer, Membership input) {
    return idempotency.once(
        viewer.person(),
        "team.leave",
        input.key(),
        input,
        UUID.class,
        () -> {
          Optional<Reason> barred = barred(viewer, input.team());
          if (barred.isPresent()) {
            return Outcome.refused(barred.get());
          }
          LocalDate from = Objects.requireNonNullElse(input.from(), date.today());
          if (!teams.leave(input.team(), input.person(), from)) {
            return Outcome.refused(Reason.notFound());
          }
          audit.record(viewer.person(), "team.left", TEAM, input.team(), input.person());
          return Outcome.done(input.person());
        });
  }

  /// The team ends today; who was in it stays known.
  ///
  /// @return the team's new version
  public Outcome<Long> end(Viewer viewer, UUID team, long version, @Nullable String key) {
    return idempotency.once(
        viewer.person(),
        "team.end",
        key,
        List.of(team, version),
        Long.class,
        () -> {
          Optional<Reason> barred = barred(viewer, team);
          if (barred.isPresent()) {
            return Outcome.refused(barred.get());
          }
          Optional<Long> next = teams.end(team, version, date.today());
          if (next.isEmpty()) {
            return Outcome.refused(Reason.of(Reason.Kind.STALE, "stale"));
          }
          audit.record(viewer.person(), "team.ended", TEAM, team, null);
          return Outcome.done(next.get());
        });
  }
}
