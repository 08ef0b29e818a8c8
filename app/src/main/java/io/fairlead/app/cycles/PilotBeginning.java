package io.fairlead.app.cycles;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.framework.FrameworkPlan;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.methods.framework.Cadence;
import io.fairlead.methods.framework.Effect;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Begins a pilot: keeps its framework, its group and its days, and makes its cycles. Nothing that
/// runs already is moved or changed.
@Component
class PilotBeginning {
  static final int MOST_DAYS = 366;
  private static final int LONGEST_NAME = 30;
  private static final int LONGEST_CYCLE_NAME = 80;
  private static final int LONGEST_REASON = 2_000;

  private final Pilots pilots;
  private final PilotStore store;
  private final Cycles cycles;
  private final CycleStore cycleStore;
  private final CycleWork work;
  private final Frameworks frameworks;
  private final Idempotency acts;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  PilotBeginning(
      Pilots pilots,
      PilotStore store,
      Cycles cycles,
      CycleStore cycleStore,
      CycleWork work,
      Frameworks frameworks,
      Idempotency acts,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.pilots = pilots;
    this.store = store;
    this.cycles = cycles;
    this.cycleStore = cycleStore;
    this.work = work;
    this.frameworks = frameworks;
    this.acts = acts;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// What beginning it would do.
  ///
  /// @param people who would be in it
  /// @param staying their open objectives, which stay where they are
  /// @param tried what would be different for them
  /// @param waiting what only changes once the framework is in force for everybody
  /// @param made the cycles it would have
  /// @param endings the days on which it could end
  /// @param refusals why it cannot begin like this
  record Preview(
      int inForce,
      int people,
      long staying,
      List<Effect> tried,
      List<Effect> waiting,
      List<Cadence.Cycle> made,
      List<LocalDate> endings,
      List<Reason> refusals) {}

  /// Refused only where nothing can be said: to who may not begin one, and of a text that is no
  /// framework.
  Outcome<Preview> preview(Viewer viewer, PilotInput input) {
    return pilots.mayChange(viewer)
        ? frameworks
            .planTrial(viewer, input.document())
            .then(plan -> Outcome.done(preview(viewer, input, plan)))
        : Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
  }

  /// @return the pilot's id
  Outcome<UUID> begin(Viewer viewer, PilotInput input) {
    if (!pilots.mayChange(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return acts.once(
        viewer.person(), "pilot.begin", input.key(), input, UUID.class, () -> begun(viewer, input));
  }

  private Outcome<UUID> begun(Viewer viewer, PilotInput input) {
    frameworks.lock();
    return frameworks
        .planTrial(viewer, input.document())
        .then(plan -> {
          Preview preview = preview(viewer, input, plan);
          return preview.refusals().isEmpty()
              ? Outcome.done(made(viewer, input, preview, plan))
              : Outcome.refused(preview.refusals());
        });
  }

  private UUID made(Viewer viewer, PilotInput input, Preview preview, FrameworkPlan plan) {
    UUID id = ids.next();
    LocalDate last = lastDay(preview.made()).orElseThrow();
    LocalDate first = input.first() == null ? viewer.today() : input.first();
    store.add(id, input, first, last, viewer.person(), clock.instant());
    int everyDays = CycleCalendar.everyDays(plan.next().framework().cadence());
    preview.made().forEach(cycle -> cycleStore.addFor(id, cycle, everyDays));
    audit.record(viewer.person(), "pilot.begun", PilotPolicy.PILOT, id, null);
    return id;
  }

  private Preview preview(Viewer viewer, PilotInput input, FrameworkPlan plan) {
    List<Reason> refusals = new ArrayList<>();
    if (plan.inForce().number() != input.basedOn()) {
      refusals.add(Reason.of(Reason.Kind.STALE, "stale"));
    }
    refusals.addAll(plan.refusals());
    List<Effect> tried = plan.effects().stream().filter(Pilots::canBeTried).toList();
    if (tried.isEmpty()) {
      refusals.add(Reason.invalid("document", "pilots.nothing-to-try"));
    }
    words(input, refusals);
    List<UUID> members = group(viewer, input.group(), refusals);
    Cadence cadence = plan.next().framework().cadence();
    List<Cadence.Cycle> made = calendar(viewer, input, cadence, refusals);
    if (refusals.isEmpty()) {
      twice(viewer, members, made, input, refusals);
    }
    LocalDate first = inReach(input.first(), viewer.today()).orElse(viewer.today());
    return new Preview(
        plan.inForce().number(),
        members.size(),
        work.open(members),
        tried,
        plan.effects().stream().filter(effect -> !Pilots.canBeTried(effect)).toList(),
        made,
        PilotCalendar.endings(cadence, first, first.plusDays(MOST_DAYS)),
        refusals);
  }

  private static void words(PilotInput input, List<Reason> refusals) {
    required("name", input.name(), LONGEST_NAME, refusals);
    required("reason", input.reason(), LONGEST_REASON, refusals);
  }

  static void required(String field, String text, int longest, List<Reason> refusals) {
    if (text.isBlank()) {
      refusals.add(Reason.invalid(field, "required"));
    } else if (text.strip().length() > longest) {
      refusals.add(Reason.invalid(field, "too-long", longest));
    }
  }

  private List<UUID> group(Viewer viewer, PilotGroup group, List<Reason> refusals) {
    if (group.parts() > PilotGroup.MOST_PARTS) {
      refusals.add(Reason.invalid("group", "pilots.group-large", PilotGroup.MOST_PARTS));
      return List.of();
    }
    Set<UUID> places =
        store.places(group).stream().map(PilotGroup.Part::id).collect(Collectors.toSet());
    Set<UUID> people =
        store.people(group.people()).stream().map(PilotGroup.Part::id).collect(Collectors.toSet());
    if (!places.containsAll(group.units())
        || !places.containsAll(group.teams())
        || !people.containsAll(group.people())) {
      refusals.add(Reason.invalid("group", "pilots.group-unknown"));
      return List.of();
    }
    List<UUID> members = store.members(group, viewer.today());
    if (members.isEmpty()) {
      refusals.add(Reason.invalid("group", "pilots.group-empty"));
    }
    return members;
  }

  private List<Cadence.Cycle> calendar(
      Viewer viewer, PilotInput input, Cadence cadence, List<Reason> refusals) {
    LocalDate last = input.last();
    LocalDate today = viewer.today();
    LocalDate first = inReach(input.first(), today).orElse(null);
    if (first == null) {
      refusals.add(Reason.invalid("first", "pilots.first-day", MOST_DAYS));
      return List.of();
    }
    if (last == null || !last.isAfter(first) || last.isAfter(first.plusDays(MOST_DAYS))) {
      refusals.add(Reason.invalid("last", "pilots.last-day", MOST_DAYS));
      return List.of();
    }
    List<Cadence.Cycle> made = PilotCalendar.between(cadence, first, last, input.name().strip());
    if (made.isEmpty()) {
      refusals.add(Reason.invalid("last", "pilots.no-cycle"));
    }
    Set<String> taken = taken(today, made);
    made.stream()
        .map(Cadence.Cycle::name)
        .filter(name -> taken.contains(name.toLowerCase(Locale.ROOT)))
        .forEach(name -> refusals.add(Reason.invalid("name", "pilots.cycle-name-taken", name)));
    if (made.stream().anyMatch(cycle -> cycle.name().length() > LONGEST_CYCLE_NAME)) {
      refusals.add(Reason.invalid("name", "pilots.cycle-name-long", LONGEST_CYCLE_NAME));
    }
    return made;
  }

  private static Optional<LocalDate> inReach(@Nullable LocalDate first, LocalDate today) {
    return Optional.ofNullable(first)
        .filter(day -> !day.isBefore(today) && !day.isAfter(today.plusDays(MOST_DAYS)));
  }

  private static Optional<LocalDate> lastDay(List<Cadence.Cycle> made) {
    return made.stream().map(cycle -> cycle.during().closes()).max(Comparator.naturalOrder());
  }

  /// The names of all cycles there are, and of those that the calendar in force will make in these
  /// days.
  private Set<String> taken(LocalDate today, List<Cadence.Cycle> made) {
    LocalDate until = lastDay(made).orElse(today);
    Stream<String> coming =
        frameworks.rules().cadence().cycles(today, until).stream().map(Cadence.Cycle::name);
    return Stream.concat(cycles.all().stream().map(Cycle::name), coming)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /// Nobody tries two frameworks at once.
  private void twice(
      Viewer viewer,
      List<UUID> members,
      List<Cadence.Cycle> made,
      PilotInput input,
      List<Reason> refusals) {
    LocalDate first = input.first() == null ? viewer.today() : input.first();
    LocalDate last = lastDay(made).orElse(first);
    for (Pilot other : store.within(first, last)) {
      Set<UUID> both = new HashSet<>(store.members(other.group(), viewer.today()));
      both.retainAll(members);
      if (!both.isEmpty()) {
        refusals.add(
            new Reason(
                Reason.Kind.CONFLICT,
                "pilots.in-two",
                List.of(both.size(), other.name()),
                "group"));
      }
    }
  }
}
