package io.fairlead.app.growth;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Working on one or two behaviours at a time: choose them, say what to do and when to look at it,
/// note how it goes, end it with what was learned. It is its writer's alone until they share it
/// with their manager. The record of acts holds who was let in and who looked, not what somebody
/// does with a plan that only they see.
@Component
public class DevelopmentPlans {
  /// How many behaviours somebody works on at a time; more than two are none.
  public static final int MOST_ACTIVE = 2;

  private final FocusStore store;
  private final Idempotency idempotency;
  private final OrganisationSettings organisation;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  DevelopmentPlans(
      FocusStore store,
      Idempotency idempotency,
      OrganisationSettings organisation,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.idempotency = idempotency;
    this.organisation = organisation;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// One, if the viewer may read it; that a manager did is told to whose it is.
  public Optional<Focus> find(Viewer viewer, UUID id) {
    Optional<Focus> found = store.find(viewer, id);
    if (found.isPresent()) {
      audit.read(viewer, FocusRules.RECORD, id, found.get().person());
    } else {
      store.owner(id).ifPresent(owner -> audit.denied(viewer, FocusRules.RECORD, id, owner));
    }
    return found;
  }

  /// What a person works on and worked on, as far as the viewer may read it.
  public List<Focus> of(Viewer viewer, UUID person) {
    List<Focus> found = store.of(viewer, person);
    if (!found.isEmpty()) {
      audit.read(viewer, FocusRules.RECORD, null, person);
    }
    return found;
  }

  /// Begins to work on a behaviour.
  ///
  /// @param key lets it take effect once
  /// @return its id
  public Outcome<UUID> begin(Viewer writer, FocusInput input, @Nullable String key) {
    return FocusReading.of(input, language(), writer.today())
        .then(read ->
            idempotency.once(
                writer.person(),
                "focus.begin",
                key,
                input,
                UUID.class,
                () -> {
                  store.lock(writer.person());
                  UUID id = ids.next();
                  return store.insert(id, writer.person(), read, clock.instant())
                      ? Outcome.done(id)
                      : Outcome.refused(
                          Reason.of(Reason.Kind.CONFLICT, "plan.two-already", MOST_ACTIVE));
                }));
  }

  /// Says anew what it is, from the version that its writer had before them.
  public Outcome<UUID> change(
      Viewer writer, UUID id, long version, FocusInput input, @Nullable String key) {
    return mine(writer, id)
        .then(focus ->
            once(
                writer,
                "focus.change",
                focus,
                Arrays.asList(id, version, input),
                key,
                now ->
                    active(now)
                        .then(_ -> FocusReading.of(input, language(), writer.today()))
                        .then(read ->
                            store.update(id, version, read)
                                ? Outcome.done(id)
                                : Outcome.refused(Reason.of(Reason.Kind.STALE, "plan.stale")))));
  }

  /// Notes how it goes; looked at, it may get another day to look at it.
  ///
  /// @param review null to leave that day as it is
  public Outcome<UUID> note(
      Viewer writer, UUID id, String text, @Nullable LocalDate review, @Nullable String key) {
    String said = text.strip().replace("\r\n", "\n");
    return mine(writer, id)
        .then(focus ->
            once(
                writer,
                "focus.note",
                focus,
                Arrays.asList(id, text, review),
                key,
                now -> {
                  List<Reason> wrong = new ArrayList<>();
                  if (said.isEmpty()) {
                    wrong.add(Reason.invalid("text", "plan.note-missing"));
                  }
                  FocusReading.longest(wrong, "text", said, FocusReading.LONGEST_TEXT);
                  if (review != null) {
                    if (!now.isActive()) {
                      wrong.add(ended());
                    }
                    FocusReading.reviewed(wrong, now.starts(), review, writer.today());
                  }
                  if (!wrong.isEmpty()) {
                    return Outcome.refused(wrong);
                  }
                  store.note(ids.next(), id, said, clock.instant());
                  if (review != null && !review.equals(now.review())) {
                    store.review(id, review);
                  }
                  return Outcome.done(id);
                }));
  }

  /// Ticks something to do as done, or to do again.
  ///
  /// @param place among its actions, from 0
  public Outcome<UUID> tick(Viewer writer, UUID id, int place, boolean done, @Nullable String key) {
    return mine(writer, id)
        .then(focus ->
            once(
                writer,
                "focus.tick",
                focus,
                Arrays.asList(id, place, done),
                key,
                now ->
                    active(now)
                        .then(_ ->
                            store.tick(id, place, done ? writer.today() : null)
                                ? Outcome.done(id)
                                : Outcome.refused(Reason.notFound()))));
  }

  /// Lets the manager read it with all its notes, or takes that back.
  public Outcome<UUID> share(Viewer writer, UUID id, boolean shared, @Nullable String key) {
    return mine(writer, id)
        .then(focus ->
            once(
                writer,
                "focus.share",
                focus,
                Arrays.asList(id, shared),
                key,
                now -> {
                  if (now.shared() != shared) {
                    store.share(id, shared);
                    audit.record(
                        writer.person(),
                        shared ? "development-plan.shared" : "development-plan.unshared",
                        FocusRules.RECORD,
                        id,
                        writer.person());
                  }
                  return Outcome.done(id);
                }));
  }

  /// Ends it: done, or dropped, with what was learned.
  public Outcome<UUID> end(
      Viewer writer, UUID id, Focus.State state, String learned, @Nullable String key) {
    String said = learned.strip().replace("\r\n", "\n");
    return mine(writer, id)
        .then(focus ->
            once(
                writer,
                "focus.end",
                focus,
                Arrays.asList(id, state, learned),
                key,
                now ->
                    active(now)
                        .then(_ -> {
                          List<Reason> wrong = new ArrayList<>();
                          if (state == Focus.State.ACTIVE) {
                            wrong.add(Reason.invalid("state", "plan.no-such-end"));
                          }
                          if (said.isEmpty()) {
                            wrong.add(Reason.invalid("learned", "plan.learned-missing"));
                          }
                          FocusReading.longest(wrong, "learned", said, FocusReading.LONGEST_TEXT);
                          if (!wrong.isEmpty()) {
                            return Outcome.refused(wrong);
                          }
                          store.end(id, state, said, clock.instant());
                          return Outcome.done(id);
                        })));
  }

  /// The focus as it is once nothing else changes this plan any more.
  private Outcome<UUID> once(
      Viewer writer,
      String act,
      Focus focus,
      Object input,
      @Nullable String key,
      Function<Focus, Outcome<UUID>> doing) {
    return idempotency.once(
        writer.person(),
        act,
        key,
        input,
        UUID.class,
        () -> {
          store.lock(writer.person());
          return store
              .find(writer, focus.id())
              .map(doing)
              .orElseGet(() -> Outcome.refused(Reason.notFound()));
        });
  }

  private Outcome<Focus> mine(Viewer writer, UUID id) {
    Optional<Focus> found = find(writer, id);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    return found.get().mine()
        ? Outcome.done(found.get())
        : Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
  }

  private static Outcome<Focus> active(Focus focus) {
    return focus.isActive() ? Outcome.done(focus) : Outcome.refused(ended());
  }

  private static Reason ended() {
    return Reason.of(Reason.Kind.CONFLICT, "plan.ended");
  }

  private String language() {
    return organisation.organisation().locale().getLanguage();
  }
}
