package io.fairlead.app.framework;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.framework.PlannedChange.State;
import io.fairlead.app.messages.Messages;
import io.fairlead.app.messages.Notice;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.words.Bundles;
import io.fairlead.app.platform.words.OrganisationSettings;
import io.fairlead.app.platform.words.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A change of the framework that comes into force when a day of the organisation begins. There is
/// at most one; it is compared and checked again on that day, and not put in force if the framework
/// was changed meanwhile or it would strand work.
@Component
public class PlannedChanges {
  private static final int SHOWN = 20;
  private static final int MOST_DAYS_AHEAD = 366;

  private final Frameworks frameworks;
  private final PlannedChangeStore store;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Messages messages;
  private final Ids ids;
  private final Bundles bundles;
  private final OrganisationSettings settings;
  private final Clock clock;

  PlannedChanges(
      Frameworks frameworks,
      PlannedChangeStore store,
      Idempotency idempotency,
      Audit audit,
      Messages messages,
      Ids ids,
      Bundles bundles,
      OrganisationSettings settings,
      Clock clock) {
    this.frameworks = frameworks;
    this.store = store;
    this.idempotency = idempotency;
    this.audit = audit;
    this.messages = messages;
    this.ids = ids;
    this.bundles = bundles;
    this.settings = settings;
    this.clock = clock;
  }

  public Optional<PlannedChange> waiting() {
    return store.waiting();
  }

  public List<PlannedChange> latest() {
    return store.latest(SHOWN);
  }

  public Optional<PlannedChange> find(UUID id) {
    return store.find(id);
  }

  /// Plans a document for the beginning of a day.
  ///
  /// @return its id
  public Outcome<UUID> plan(Viewer viewer, FrameworkInput input, LocalDate from) {
    if (!frameworks.mayChange(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return idempotency.once(
        viewer.person(),
        "framework.plan",
        input.key(),
        List.of(input, from),
        UUID.class,
        () -> planned(viewer, input, from));
  }

  private Outcome<UUID> planned(Viewer viewer, FrameworkInput input, LocalDate from) {
    frameworks.lock();
    List<Reason> reasons =
        Stream.concat(frameworks.against(input).stream(), dayProblems(from).stream()).toList();
    if (!reasons.isEmpty()) {
      return Outcome.refused(reasons);
    }
    if (store.waiting().isPresent()) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "framework.planned-already"));
    }
    UUID id = ids.next();
    store.add(id, input, input.reason().strip(), viewer.person(), from, clock.instant());
    audit.record(viewer.person(), "framework.planned", FrameworkPolicy.RECORD, id, null);
    return Outcome.done(id);
  }

  private List<Reason> dayProblems(LocalDate from) {
    LocalDate today = today();
    if (!from.isAfter(today)) {
      return List.of(Reason.invalid("from", "framework.day-is-over"));
    }
    return from.isAfter(today.plusDays(MOST_DAYS_AHEAD))
        ? List.of(Reason.invalid("from", "framework.day-too-far", MOST_DAYS_AHEAD))
        : List.of();
  }

  /// Takes a planned change back before its day.
  public Outcome<UUID> withdraw(Viewer viewer, UUID id, @Nullable String key) {
    if (!frameworks.mayChange(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return idempotency.once(
        viewer.person(), "framework.withdraw", key, id, UUID.class, () -> withdrawn(viewer, id));
  }

  private Outcome<UUID> withdrawn(Viewer viewer, UUID id) {
    if (store.find(id).isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (!store.end(id, State.WITHDRAWN, viewer.person(), List.of(), clock.instant())) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "framework.plan-ended"));
    }
    audit.record(viewer.person(), "framework.plan-withdrawn", FrameworkPolicy.RECORD, id, null);
    return Outcome.done(id);
  }

  /// Puts in force what is due. Run from time to time by a job; what a node that died had begun is
  /// wholly undone and done again.
  @Transactional
  public void keepUp() {
    store
        .due(today())
        .ifPresent(change -> {
          FrameworkInput input =
              new FrameworkInput(change.document(), change.reason(), change.basedOn(), null);
          switch (frameworks.putFor(change.author(), input)) {
            case Done<Integer> _ ->
                store.end(change.id(), State.APPLIED, null, List.of(), clock.instant());
            case Refused<Integer>(List<Reason> reasons) -> {
              store.end(
                  change.id(),
                  State.REFUSED,
                  null,
                  reasons.stream().map(words()::refusal).toList(),
                  clock.instant());
              tellRefused(change);
            }
          }
        });
    frameworks.forget();
  }

  private void tellRefused(PlannedChange change) {
    UUID author = change.author();
    if (author != null) {
      messages.tell(
          List.of(
              Notice.of(
                  FrameworkKinds.PLANNED,
                  author,
                  null,
                  "/studio/framework/plans/" + change.id(),
                  "framework.told.plan-refused")));
    }
  }

  private Words words() {
    return new Words(bundles, settings.organisation(), clock.instant());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.organisation().zone());
  }
}
