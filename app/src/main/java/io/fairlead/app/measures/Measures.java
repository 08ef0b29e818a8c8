package io.fairlead.app.measures;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Saying what is measured: define a measure, change it, retire it. What one may not see is not
/// there; what one may see but not change is refused as such.
@Component
public class Measures {
  private static final int LONGEST_CODE = 60;
  static final Reason NOT_A_DEFINER = Reason.of(Reason.Kind.FORBIDDEN, "measures.not-a-definer");
  private static final Pattern CODE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?");

  private final MeasureStore store;
  private final MeasureDefiners definers;
  private final Computing computing;
  private final RubricValues rubricValues;
  private final Standings standings;
  private final Frameworks frameworks;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  Measures(
      MeasureStore store,
      MeasureDefiners definers,
      Computing computing,
      RubricValues rubricValues,
      Standings standings,
      Frameworks frameworks,
      Idempotency idempotency,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.definers = definers;
    this.computing = computing;
    this.rubricValues = rubricValues;
    this.standings = standings;
    this.frameworks = frameworks;
    this.idempotency = idempotency;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// The measure as it stands, if the viewer can see it. That somebody asked for one that they may
  /// not see is recorded.
  public Optional<Measure> find(Viewer viewer, UUID id) {
    Optional<Measure> found = store.find(viewer, id);
    if (found.isEmpty()) {
      store.owner(id).ifPresent(owner -> audit.denied(viewer, MeasureRules.RECORD, id, owner));
    }
    return found;
  }

  /// Those of the codes that the viewer can see.
  public List<Measure> byCodes(Viewer viewer, Collection<String> codes) {
    return codes.isEmpty() ? List.of() : store.byCodes(viewer, codes);
  }

  /// What it should be from which day on.
  public List<Target> targets(Viewer viewer, UUID id) {
    return find(viewer, id).map(_ -> store.targets(id)).orElse(List.of());
  }

  /// Whether the framework in force lets the viewer define measures.
  public boolean mayDefine(Viewer viewer) {
    return definers.mayDefine(viewer);
  }

  /// Defines a measure; a name is enough, and nothing is needed that only data can tell.
  ///
  /// @param key lets it take effect once, however often it is sent
  /// @return its id
  public Outcome<UUID> define(Viewer writer, MeasureInput input, @Nullable String key) {
    return idempotency.once(
        writer.person(), "measure.define", key, input, UUID.class, () -> defined(writer, input));
  }

  private Outcome<UUID> defined(Viewer writer, MeasureInput input) {
    if (!mayDefine(writer)) {
      return Outcome.refused(NOT_A_DEFINER);
    }
    return MeasureReading.read(writer, input.or(frameworks.rules().measures()))
        .then(plan -> checked(writer, plan, null))
        .then(plan -> code(input, plan.name()).then(code -> defined(writer, code, plan)));
  }

  private Outcome<UUID> defined(Viewer writer, String code, MeasurePlan read) {
    return computing
        .checked(writer, code, read)
        .then(plan -> {
          UUID id = ids.next();
          Instant now = clock.instant();
          store.insert(id, code, plan, writer.person(), now);
          if (plan.target() != null) {
            store.target(id, writer.today(), plan.target(), writer.person(), now);
          }
          audit.record(writer.person(), "measure.defined", MeasureRules.RECORD, id, plan.owner());
          computing.defined(id, plan);
          return Outcome.done(id);
        });
  }

  /// Says anew what a measure is, from the version that its writer had before them.
  ///
  /// @param key lets it take effect once, however often it is sent
  /// @return its id
  public Outcome<UUID> change(
      Viewer writer, UUID id, long version, MeasureInput input, @Nullable String key) {
    return mine(writer, id)
        .then(before ->
            idempotency.once(
                writer.person(),
                "measure.change",
                key,
                List.of(id, version, input),
                UUID.class,
                () ->
                    held(id, version)
                        .then(_ -> MeasureReading.read(writer, input))
                        .then(plan -> checked(writer, plan, before.plan()))
                        .then(plan -> computing.checked(writer, before.code(), plan))
                        .then(plan -> changed(writer, before, plan))));
  }

  /// The measure, if it is the viewer's to change. Asked before the act's transaction begins: that
  /// somebody was not let in is recorded in one of its own.
  Outcome<Measure> mine(Viewer writer, UUID id) {
    Optional<Measure> found = find(writer, id);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    return found.get().mayChange()
        ? Outcome.done(found.get())
        : Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
  }

  /// Holds the measure, if it is still the version that the writer had before them.
  private Outcome<UUID> held(UUID id, long version) {
    return store.lock(id).orElseThrow() == version
        ? Outcome.done(id)
        : Outcome.refused(Reason.of(Reason.Kind.STALE, "measures.stale"));
  }

  private Outcome<UUID> changed(Viewer writer, Measure before, MeasurePlan plan) {
    Instant at = clock.instant();
    store.update(before.id(), plan, writer.person(), at);
    if (!same(before.plan().target(), plan.target())) {
      store.target(before.id(), writer.today(), plan.target(), writer.person(), at);
    }
    audit.record(
        writer.person(), "measure.changed", MeasureRules.RECORD, before.id(), plan.owner());
    standings.refreshAll(before.id());
    computing.defined(before.id(), plan);
    if (plan.source() == Source.RUBRIC) {
      rubricValues.recompute(before.id(), plan.frequency());
    }
    return Outcome.done(before.id());
  }

  /// Says what a measure should be from which days on, as a file has it; within the transaction of
  /// who asks.
  Outcome<UUID> target(Viewer writer, UUID id, List<Target> targets) {
    return mine(writer, id)
        .then(measure -> {
          Instant at = clock.instant();
          targets.forEach(each -> store.target(id, each.from(), each.value(), writer.person(), at));
          audit.record(
              writer.person(), "measure.changed", MeasureRules.RECORD, id, measure.plan().owner());
          return Outcome.done(id);
        });
  }

  private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null) {
      return other == null;
    }
    return other != null && one.compareTo(other) == 0;
  }

  /// Ends a measure or takes that back: its values stay, nothing is entered any more.
  public Outcome<UUID> retire(
      Viewer writer, UUID id, long version, boolean retired, @Nullable String key) {
    return mine(writer, id)
        .then(before ->
            idempotency.once(
                writer.person(),
                "measure.retire",
                key,
                List.of(id, version, retired),
                UUID.class,
                () ->
                    held(id, version)
                        .then(_ -> {
                          if (before.retired() != retired) {
                            store.retire(id, retired, clock.instant());
                            audit.record(
                                writer.person(),
                                retired ? "measure.retired" : "measure.taken-up",
                                MeasureRules.RECORD,
                                id,
                                before.plan().owner());
                          }
                          return Outcome.done(id);
                        })));
  }

  /// Who is named has to work here, and a unit has to be there; whoever was there before may stay.
  private Outcome<MeasurePlan> checked(
      Viewer writer, MeasurePlan plan, @Nullable MeasurePlan before) {
    List<Reason> wrong = new ArrayList<>();
    List<UUID> people =
        Stream.of(Stream.of(plan.owner()), plan.enters().stream(), plan.readers().stream())
            .flatMap(each -> each)
            .toList();
    List<UUID> strangers = new ArrayList<>(store.strangers(people, writer.today()));
    if (before != null) {
      strangers.removeAll(before.enters());
      strangers.removeAll(before.readers());
      strangers.remove(before.owner());
    }
    if (strangers.contains(plan.owner())) {
      wrong.add(Reason.invalid("owner", "measures.unknown-person"));
    } else if (!strangers.isEmpty()) {
      boolean enters = plan.enters().stream().anyMatch(strangers::contains);
      wrong.add(Reason.invalid(enters ? "enters" : "readers", "measures.unknown-person"));
    }
    UUID unit = plan.ofUnit();
    if (unit != null && !store.unitExists(unit)) {
      wrong.add(Reason.invalid("ofUnit", "measures.unknown-unit"));
    }
    return wrong.isEmpty() ? Outcome.done(plan) : Outcome.refused(wrong);
  }

  private Outcome<String> code(MeasureInput input, String name) {
    String asked = Objects.requireNonNullElse(input.code(), "").strip();
    if (!asked.isEmpty()) {
      if (!CODE.matcher(asked).matches()) {
        return Outcome.refused(Reason.invalid("code", "measures.code"));
      }
      return store.taken(asked).contains(asked)
          ? Outcome.refused(Reason.invalid("code", "measures.code-taken", asked))
          : Outcome.done(asked);
    }
    String plain = plain(name);
    List<String> taken = store.taken(plain);
    String code = plain;
    for (int number = 2; taken.contains(code); number++) {
      code = plain + "-" + number;
    }
    return Outcome.done(code);
  }

  /// A name as a code: letters and digits without accents, joined by hyphens.
  static String plain(String name) {
    String letters =
        Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-");
    String trimmed =
        letters.substring(0, Math.min(letters.length(), LONGEST_CODE - 4)).replaceAll("^-|-$", "");
    return trimmed.isEmpty() ? "measure" : trimmed;
  }
}
