package io.fairlead.app.scorecard;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.measures.Measure;
import io.fairlead.app.measures.MeasureHistories;
import io.fairlead.app.measures.Measures;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Permissions;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.scorecard.Scorecard.Objective;
import io.fairlead.methods.scorecard.Cascade;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Saying what is to be achieved, from several sides: define a scorecard, change it as a whole,
/// remove it.
@Component
public class Scorecards {
  private final ScorecardStore store;
  private final Measures measures;
  private final MeasureHistories histories;
  private final Permissions permissions;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  Scorecards(
      ScorecardStore store,
      Measures measures,
      MeasureHistories histories,
      Permissions permissions,
      Idempotency idempotency,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.measures = measures;
    this.histories = histories;
    this.permissions = permissions;
    this.idempotency = idempotency;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// The card as it stands, if the viewer can see it.
  public Optional<Scorecard> find(Viewer viewer, UUID id) {
    return store.find(viewer, id);
  }

  /// All cards: the organisation's first, then by unit and title.
  public List<Scorecard> all(Viewer viewer) {
    return store.all(viewer);
  }

  /// Whether the viewer may make one.
  public boolean mayDefine(Viewer viewer) {
    return permissions.allows(
        viewer, ScorecardRules.RECORD, ScorecardRules.DEFINE, ScorecardRules.CARD);
  }

  /// Titles of the goals that a card links, of those the viewer can see.
  Map<UUID, String> goals(Viewer viewer, Scorecard card) {
    return store.goals(
        viewer, card.objectives().flatMap(each -> each.goals().stream()).distinct().toList());
  }

  /// The units a card can belong to, by name.
  List<Option> units() {
    return store.units();
  }

  /// Makes a card.
  ///
  /// @param key lets it take effect once, however often it is sent
  /// @return its id
  public Outcome<UUID> define(Viewer writer, CardInput input, @Nullable String key) {
    return idempotency.once(
        writer.person(), "scorecard.define", key, input, UUID.class, () -> defined(writer, input));
  }

  private Outcome<UUID> defined(Viewer writer, CardInput input) {
    if (!mayDefine(writer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return read(writer, null, input)
        .then(plan -> {
          UUID id = ids.next();
          store.insert(id, plan, writer.person(), clock.instant());
          audit.record(
              writer.person(), "scorecard.defined", ScorecardRules.RECORD, id, plan.owner());
          return Outcome.done(id);
        });
  }

  /// Says anew what a card is, as a whole, from the version that its writer had before them.
  ///
  /// @param key lets it take effect once, however often it is sent
  /// @return its id
  public Outcome<UUID> change(
      Viewer writer, UUID id, long version, CardInput input, @Nullable String key) {
    return idempotency.once(
        writer.person(),
        "scorecard.change",
        key,
        List.of(id, version, input),
        UUID.class,
        () ->
            mine(writer, id, version)
                .then(before -> read(writer, before, input))
                .then(plan -> {
                  store.update(id, plan, writer.person(), clock.instant());
                  audit.record(
                      writer.person(),
                      "scorecard.changed",
                      ScorecardRules.RECORD,
                      id,
                      plan.owner());
                  return Outcome.done(id);
                }));
  }

  /// Takes a card away, with its map and its part in the cascade; measures and goals stay.
  public Outcome<UUID> remove(Viewer writer, UUID id, long version, @Nullable String key) {
    return idempotency.once(
        writer.person(),
        "scorecard.remove",
        key,
        List.of(id, version),
        UUID.class,
        () ->
            mine(writer, id, version)
                .then(before -> {
                  store.delete(id);
                  audit.record(
                      writer.person(),
                      "scorecard.removed",
                      ScorecardRules.RECORD,
                      id,
                      before.owner());
                  return Outcome.done(id);
                }));
  }

  /// The card, held until the transaction ends, if the writer may change this version of it.
  Outcome<Scorecard> mine(Viewer writer, UUID id, @Nullable Long version) {
    Optional<Long> now = store.lock(id);
    Optional<Scorecard> found = find(writer, id);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (!found.get().mayChange()) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    if (version != null && !now.equals(Optional.of(version))) {
      return Outcome.refused(Reason.of(Reason.Kind.STALE, "scorecards.stale"));
    }
    return Outcome.done(found.get());
  }

  private Outcome<CardPlan> read(Viewer writer, @Nullable Scorecard before, CardInput input) {
    List<Measure> readable = new ArrayList<>(measures.byCodes(writer, CardReading.codes(input)));
    if (before != null) {
      readable.addAll(histories.measures(writer, before.measures()).values());
    }
    return new CardReading(before, readable, ids)
        .read(writer, input)
        .then(plan -> named(writer, before, plan))
        .then(plan -> linked(writer, before, plan));
  }

  /// Who is named has to work here, and the unit has to be there; whoever was there may stay.
  private Outcome<CardPlan> named(Viewer writer, @Nullable Scorecard before, CardPlan plan) {
    List<Reason> wrong = new ArrayList<>();
    Set<UUID> people =
        Stream.concat(
                Stream.of(plan.owner()),
                objectives(plan)
                    .flatMap(each -> each.initiatives().stream())
                    .map(Scorecard.Initiative::owner)
                    .filter(Objects::nonNull))
            .collect(Collectors.toCollection(HashSet::new));
    if (before != null) {
      people.remove(before.owner());
      before
          .objectives()
          .flatMap(each -> each.initiatives().stream())
          .forEach(each -> people.remove(each.owner()));
    }
    List<UUID> strangers = store.strangers(people, writer.today());
    if (strangers.contains(plan.owner())) {
      wrong.add(Reason.invalid("owner", "scorecards.unknown-person"));
    } else if (!strangers.isEmpty()) {
      wrong.add(Reason.of(Reason.Kind.INVALID, "scorecards.unknown-person"));
    }
    UUID unit = plan.ofUnit();
    if (unit != null && !store.unitExists(unit)) {
      wrong.add(Reason.invalid("ofUnit", "scorecards.unknown-unit"));
    }
    return wrong.isEmpty() ? Outcome.done(plan) : Outcome.refused(wrong);
  }

  /// Goals are the writer's to see or were linked before; what is supported stands on other cards,
  /// and nothing supports itself in a circle.
  private Outcome<CardPlan> linked(Viewer writer, @Nullable Scorecard before, CardPlan plan) {
    Set<UUID> goals =
        objectives(plan).flatMap(each -> each.goals().stream()).collect(Collectors.toSet());
    Set<UUID> known = new HashSet<>(store.goals(writer, goals).keySet());
    Set<UUID> own = objectives(plan).map(Objective::id).collect(Collectors.toSet());
    if (before != null) {
      before
          .objectives()
          .forEach(each -> {
            known.addAll(each.goals());
            own.add(each.id());
          });
    }
    if (!known.containsAll(goals)) {
      return Outcome.refused(Reason.of(Reason.Kind.INVALID, "scorecards.unknown-goal"));
    }
    Set<UUID> above =
        objectives(plan).flatMap(each -> each.supports().stream()).collect(Collectors.toSet());
    if (above.isEmpty()) {
      return Outcome.done(plan);
    }
    store.lockSupports();
    if (!store.cardsOf(above).keySet().containsAll(above)
        || above.stream().anyMatch(own::contains)) {
      return Outcome.refused(Reason.of(Reason.Kind.INVALID, "scorecards.unknown-objective"));
    }
    Map<UUID, List<UUID>> supports = new HashMap<>(store.supports());
    own.forEach(supports::remove);
    objectives(plan).forEach(each -> supports.put(each.id(), each.supports()));
    return switch (Cascade.check(supports)) {
      case Cascade.Checked.Sound<UUID> _ -> Outcome.done(plan);
      case Cascade.Checked.Circular<UUID>(List<UUID> path) ->
          Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "scorecards.circle", named(plan, path)));
    };
  }

  /// A circle in words: `Grow → Delight → Grow`.
  private String named(CardPlan plan, List<UUID> path) {
    Map<UUID, String> titles = new HashMap<>(store.titles(path));
    objectives(plan).forEach(each -> titles.put(each.id(), each.title()));
    return path.stream()
        .map(each -> titles.getOrDefault(each, "?"))
        .collect(Collectors.joining(" → "));
  }

  private static Stream<Objective> objectives(CardPlan plan) {
    return plan.perspectives().stream().flatMap(each -> each.objectives().stream());
  }
}
