package io.fairlead.app.goals;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.goals.MeasureUse.Role;
import io.fairlead.app.measures.Measure;
import io.fairlead.app.measures.MeasureInput;
import io.fairlead.app.measures.MeasureReader;
import io.fairlead.app.measures.Measures;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Measures beside objectives: one gives a key result its values, one guards it, one is watched.
@Component
public class MeasureUses {
  private static final int MOST = 30;

  private final MeasureUseStore store;
  private final FollowedValues followed;
  private final Objectives objectives;
  private final Measures measures;
  private final MeasureReader reader;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  MeasureUses(
      MeasureUseStore store,
      FollowedValues followed,
      Objectives objectives,
      Measures measures,
      MeasureReader reader,
      Idempotency idempotency,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.followed = followed;
    this.objectives = objectives;
    this.measures = measures;
    this.reader = reader;
    this.idempotency = idempotency;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// What is to be used for what.
  ///
  /// @param keyResult missing where it is watched beside the whole objective
  /// @param measure one that is there; missing to define one now
  /// @param series of a part of the measure; missing for the whole
  /// @param name of a measure to define now, with `unit` and `direction`
  public record Input(
      @Nullable String role,
      @Nullable UUID keyResult,
      @Nullable UUID measure,
      @Nullable UUID series,
      @Nullable String name,
      @Nullable String unit,
      @Nullable String direction) {}

  /// What works for the objective, as far as the viewer may see it; empty where it is not theirs to
  /// read.
  public List<MeasureUse> of(Viewer viewer, UUID objective) {
    return store.of(viewer, objective);
  }

  /// Begins a use; a measure that is not there yet is defined with it.
  ///
  /// @return the use's id
  public Outcome<UUID> begin(Viewer viewer, UUID objective, Input input, @Nullable String key) {
    return mine(viewer, objective)
        .then(_ ->
            idempotency.once(
                viewer.person(),
                "objective.measure",
                key,
                List.of(objective, input),
                UUID.class,
                () ->
                    checked(objective, input)
                        .then(role ->
                            measure(viewer, input)
                                .then(id -> begun(viewer, objective, role, input, id)))));
  }

  /// The objective, if it is the viewer's to change. Asked before the act's transaction begins:
  /// that somebody was not let in is recorded in one of its own.
  private Outcome<Objective> mine(Viewer viewer, UUID id) {
    Optional<Objective> objective = objectives.find(viewer, id);
    if (objective.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (!objective.get().mayChange()) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return objective.get().state().isOpen()
        ? Outcome.done(objective.get())
        : Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "measure-use.closed"));
  }

  private Outcome<Role> checked(UUID objective, Input input) {
    List<Reason> wrong = new ArrayList<>();
    Optional<Role> role = Role.find(Objects.requireNonNullElse(input.role(), ""));
    if (role.isEmpty()) {
      wrong.add(Reason.invalid("role", "measures.unknown-choice"));
    }
    UUID keyResult = input.keyResult();
    boolean needs = role.isPresent() && role.get() != Role.WATCHED;
    if (needs && (keyResult == null || !store.owns(objective, keyResult))) {
      wrong.add(Reason.invalid("keyResult", "measure-use.key-result"));
    }
    boolean named = input.name() != null && !input.name().isBlank();
    if ((input.measure() == null) == !named) {
      wrong.add(Reason.invalid("measure", "measure-use.one-measure"));
    }
    return wrong.isEmpty() ? Outcome.done(role.orElseThrow()) : Outcome.refused(wrong);
  }

  private Outcome<UUID> measure(Viewer viewer, Input input) {
    UUID measure = input.measure();
    if (measure != null) {
      return Outcome.done(measure);
    }
    return measures.define(
        viewer,
        MeasureInput.named(
            Objects.requireNonNullElse(input.name(), ""),
            Objects.requireNonNullElse(input.unit(), ""),
            Objects.requireNonNullElse(input.direction(), "")),
        null);
  }

  private Outcome<UUID> begun(
      Viewer viewer, UUID objective, Role role, Input input, UUID measureId) {
    Optional<MeasureReader.Read> read = reader.read(viewer, measureId, input.series());
    if (read.isEmpty()) {
      return Outcome.refused(Reason.invalid("measure", "measure-use.unknown"));
    }
    Measure measure = read.get().measure();
    if (measure.retired()) {
      return Outcome.refused(Reason.invalid("measure", "measures.retired"));
    }
    if (store.of(viewer, objective).size() >= MOST) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "measure-use.too-many", MOST));
    }
    UUID id = ids.next();
    UUID keyResult = role == Role.WATCHED ? null : input.keyResult();
    UUID series = read.get().standing().series();
    if (!store.insert(
        id, objective, keyResult, role, measure, series, viewer.person(), clock.instant())) {
      return Outcome.refused(
          Reason.of(
              Reason.Kind.CONFLICT,
              role == Role.FEEDS ? "measure-use.fed-already" : "measure-use.there-already"));
    }
    followed.take(objective);
    audit.record(
        viewer.person(), "objective.measure-used", "objective", objective, viewer.person());
    return Outcome.done(id);
  }

  /// Ends a use; what the key result had from the measure stays.
  public Outcome<UUID> end(Viewer viewer, UUID objective, UUID use, @Nullable String key) {
    return mine(viewer, objective)
        .then(_ ->
            idempotency.once(
                viewer.person(),
                "objective.measure-end",
                key,
                List.of(objective, use),
                UUID.class,
                () -> ended(viewer, objective, use)));
  }

  private Outcome<UUID> ended(Viewer viewer, UUID objective, UUID use) {
    if (!store.end(objective, use, viewer.person(), clock.instant())) {
      return Outcome.refused(Reason.notFound());
    }
    audit.record(
        viewer.person(), "objective.measure-left", "objective", objective, viewer.person());
    return Outcome.done(use);
  }
}
