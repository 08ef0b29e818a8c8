package io.fairlead.app.measures;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Entering values. What was once entered stays; another value for the same day is a correction
/// beside it. The same value again changes nothing, so that a file or a program may send twice.
@Component
public class MeasureValues {
  /// Values that one request enters at most.
  public static final int MOST = 10_000;

  private static final int LONGEST_DIMENSION = 60;
  private static final int LONGEST_SLICE = 120;
  private static final int MOST_SERIES = 500;
  private static final int MOST_REASONS = 50;
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

  private final Measures measures;
  private final MeasureStore store;
  private final ValueStore values;
  private final Standings standings;
  private final Computing computing;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Clock clock;

  MeasureValues(
      Measures measures,
      MeasureStore store,
      ValueStore values,
      Standings standings,
      Computing computing,
      Idempotency idempotency,
      Audit audit,
      Clock clock) {
    this.measures = measures;
    this.store = store;
    this.values = values;
    this.standings = standings;
    this.computing = computing;
    this.idempotency = idempotency;
    this.audit = audit;
    this.clock = clock;
  }

  /// Enters values of one measure, all or none of them.
  ///
  /// @param came how: by hand, in a file, from a program
  /// @param key lets it take effect once; sending again is harmless without it, too
  public Outcome<Entered> enter(
      Viewer viewer, UUID measure, List<NewValue> entered, Source came, @Nullable String key) {
    Optional<Measure> found = measures.find(viewer, measure);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (!found.get().mayEnter()) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    List<Reason> wrong = wrong(viewer, found.get(), entered);
    if (!wrong.isEmpty()) {
      return Outcome.refused(wrong);
    }
    return idempotency.once(
        viewer.person(),
        "measure.enter",
        key,
        List.of(measure, entered),
        Entered.class,
        () -> Outcome.done(written(viewer, found.get(), entered, came)));
  }

  private Entered written(Viewer viewer, Measure measure, List<NewValue> entered, Source came) {
    Map<Slice, List<NewValue>> bySlice = new LinkedHashMap<>();
    entered.forEach(
        value -> bySlice.computeIfAbsent(value.slice(), _ -> new ArrayList<>()).add(value));
    // One at a time for a measure: a slice that two requests name first is made once.
    store.lock(measure.id());
    Entered all = Entered.NOTHING;
    List<UUID> changed = new ArrayList<>();
    for (Map.Entry<Slice, List<NewValue>> each : bySlice.entrySet()) {
      Slice slice = each.getKey();
      UUID series = store.series(measure.id(), slice.dimension(), slice.name(), slice.person());
      Entered one =
          values.write(
              series,
              each.getValue().stream().distinct().toList(),
              viewer.person(),
              clock.instant(),
              came.code());
      if (one.added() + one.corrected() > 0) {
        changed.add(series);
      }
      all = all.and(one);
    }
    if (!changed.isEmpty()) {
      standings.refresh(measure.id(), changed);
      computing.follow(measure.id());
      audit.record(
          viewer.person(),
          "measure.values-entered",
          MeasureRules.RECORD,
          measure.id(),
          measure.plan().owner());
    }
    return all;
  }

  private static List<Reason> wrong(Viewer viewer, Measure measure, List<NewValue> entered) {
    List<Reason> wrong = new ArrayList<>();
    if (measure.retired()) {
      wrong.add(Reason.of(Reason.Kind.CONFLICT, "measures.retired"));
    } else if (measure.plan().source() == Source.COMPUTED) {
      wrong.add(Reason.of(Reason.Kind.CONFLICT, "measures.computed"));
    } else if (measure.plan().source() == Source.RUBRIC) {
      wrong.add(Reason.of(Reason.Kind.CONFLICT, "measures.scored"));
    } else if (entered.isEmpty()) {
      wrong.add(Reason.invalid("values", "required"));
    } else if (entered.size() > MOST) {
      wrong.add(Reason.invalid("values", "measures.too-many-values", MOST));
    }
    if (!wrong.isEmpty()) {
      return wrong;
    }
    Map<Slice, Map<LocalDate, Integer>> seen = new HashMap<>();
    LocalDate last = viewer.today().plusDays(measure.plan().frequency().days());
    for (int i = 0; i < entered.size() && wrong.size() < MOST_REASONS; i++) {
      NewValue value = entered.get(i);
      Integer before =
          seen.computeIfAbsent(value.slice(), _ -> new HashMap<>()).putIfAbsent(value.day(), i);
      if (before != null && !Objects.equals(entered.get(before).value(), value.value())) {
        wrong.add(at(i, "measures.day-twice", before + 1, i + 1));
      }
      String reason = wrong(value, last);
      if (reason != null) {
        wrong.add(at(i, reason));
      }
    }
    if (seen.size() > MOST_SERIES) {
      wrong.add(Reason.invalid("values", "measures.too-many-slices", MOST_SERIES));
    }
    return wrong;
  }

  /// Why a value cannot be entered; null if it can.
  ///
  /// @param last the last day that has a value
  static @Nullable String wrong(NewValue value, LocalDate last) {
    Double figure = value.value();
    if (figure != null && !(Math.abs(figure) < MeasureReading.LARGEST)) {
      return "measures.not-a-figure";
    }
    if (value.day().isBefore(FIRST_DAY) || value.day().isAfter(last)) {
      return "measures.day-far";
    }
    Slice slice = value.slice();
    if (slice.dimension().isEmpty() != (slice.name().isEmpty() && slice.person() == null)) {
      return "measures.slice-half";
    }
    return slice.dimension().length() > LONGEST_DIMENSION || slice.name().length() > LONGEST_SLICE
        ? "measures.slice-long"
        : null;
  }

  private static Reason at(int index, String code, Object... parameters) {
    return Reason.invalid("values[" + index + "]", code, parameters);
  }

  /// The slice of a series that the viewer may read.
  Optional<Slice> slice(Viewer viewer, UUID measure, String series) {
    return standings.readable(viewer, measure).stream()
        .filter(each -> each.series().toString().equals(series))
        .findFirst()
        .map(Standing::slice);
  }

  /// What stands for each day of one series, by day; empty where the viewer may not read it.
  public List<DayValue> series(Viewer viewer, UUID measure, Slice slice) {
    return standings.readable(viewer, measure).stream()
        .filter(each -> each.slice().equals(slice))
        .findFirst()
        .map(each -> values.values(each.series()))
        .orElse(List.of());
  }
}
