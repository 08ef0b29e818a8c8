package io.fairlead.app.measures;

import io.fairlead.app.measures.MeasureImportPlan.Change;
import io.fairlead.app.measures.MeasureImportPlan.Correction;
import io.fairlead.app.measures.MeasureImportPlan.Fault;
import io.fairlead.app.measures.MeasureImportPlan.Missing;
import io.fairlead.app.platform.Viewer;
import io.fairlead.methods.measures.History;
import io.fairlead.methods.measures.MeasureFile;
import io.fairlead.methods.measures.MeasureFileValue;
import io.fairlead.methods.table.TableProblem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds a file of values against what stands: which measure each column or name means, which
/// values are new, which differ, and which cannot be taken.
@Component
class MeasureImportPlanning {
  private static final int CORRECTIONS_SHOWN = 3;
  private static final int MOST_DECIMALS = 3;

  private final MeasureStore measures;
  private final ValueStore values;

  MeasureImportPlanning(MeasureStore measures, ValueStore values) {
    this.measures = measures;
    this.values = values;
  }

  MeasureImportPlan plan(Viewer viewer, MeasureFile file) {
    List<Fault> faults = new ArrayList<>();
    file.problems().stream()
        .filter(each -> each.severity() != TableProblem.Severity.NOTE)
        .forEach(
            each -> faults.add(new Fault(each.row(), each.column(), each.code(), each.message())));
    Map<String, List<MeasureFileValue>> byName = new LinkedHashMap<>();
    file.values()
        .forEach(each -> byName.computeIfAbsent(each.measure(), _ -> new ArrayList<>()).add(each));
    Map<String, List<Measure>> known = known(viewer, List.copyOf(byName.keySet()));
    Map<UUID, String> named = new HashMap<>();
    List<Change> changes = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    for (Map.Entry<String, List<MeasureFileValue>> said : byName.entrySet()) {
      String name = said.getKey();
      List<Measure> meant = known.getOrDefault(lower(name), List.of());
      String refused = refused(meant, named, name);
      if (refused != null) {
        for (MeasureFileValue each : said.getValue()) {
          faults.add(new Fault(each.row(), "measure", refused, name));
        }
        continue;
      }
      Frequency frequency = meant.isEmpty() ? null : meant.getFirst().plan().frequency();
      LocalDate last = viewer.today().plusDays(frequency == null ? 0 : frequency.days());
      List<MeasureFileValue> good = good(said.getValue(), last, faults);
      if (!good.isEmpty() && meant.isEmpty()) {
        missing.add(missing(name, good));
      } else if (!good.isEmpty()) {
        changes.add(change(meant.getFirst(), good, faults));
      }
    }
    faults.sort(Comparator.comparingInt(Fault::row));
    return new MeasureImportPlan(changes, missing, faults);
  }

  private static List<MeasureFileValue> good(
      List<MeasureFileValue> said, LocalDate last, List<Fault> faults) {
    List<MeasureFileValue> good = new ArrayList<>();
    for (MeasureFileValue each : said) {
      String wrong =
          each.dimension().equalsIgnoreCase("person")
              ? "measures.person-slice"
              : MeasureValues.wrong(value(each), last);
      if (wrong == null) {
        good.add(each);
      } else {
        String code = wrong.replace("measures.", "");
        faults.add(new Fault(each.row(), "", code, each.day().toString()));
      }
    }
    return good;
  }

  /// By their codes and names in lower case; a code comes before a name.
  private Map<String, List<Measure>> known(Viewer viewer, List<String> names) {
    Map<String, List<Measure>> known = new HashMap<>();
    List<Measure> found =
        measures.called(viewer, names.stream().map(MeasureImportPlanning::lower).toList());
    found.forEach(
        each -> known.computeIfAbsent(lower(each.plan().name()), _ -> new ArrayList<>()).add(each));
    found.forEach(each -> known.put(each.code(), List.of(each)));
    return known;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// Why nothing of a measure can be taken from this file; null where it can.
  private static @Nullable String refused(
      List<Measure> meant, Map<UUID, String> named, String name) {
    if (meant.isEmpty()) {
      return null;
    }
    Measure measure = meant.getFirst();
    if (meant.size() > 1) {
      return "several-measures";
    }
    if (named.putIfAbsent(measure.id(), name) != null) {
      return "measure-twice";
    }
    if (!measure.mayEnter()) {
      return "not-mine";
    }
    if (measure.retired()) {
      return "retired";
    }
    return switch (measure.plan().source()) {
      case COMPUTED -> "computed";
      case RUBRIC -> "scored";
      case MANUAL, FILE, PUSH -> null;
    };
  }

  private static NewValue value(MeasureFileValue read) {
    return new NewValue(new Slice(read.dimension(), read.slice(), null), read.day(), read.value());
  }

  private Change change(Measure measure, List<MeasureFileValue> good, List<Fault> faults) {
    Map<String, UUID> series = new HashMap<>();
    values.series(measure.id()).stream()
        .filter(each -> each.slice().person() == null)
        .forEach(each -> series.put(key(each.slice()), each.id()));
    Map<String, Map<LocalDate, Double>> standing = new HashMap<>();
    Entered counts = Entered.NOTHING;
    List<Correction> corrections = new ArrayList<>();
    for (MeasureFileValue each : good) {
      NewValue value = value(each);
      Double before =
          standing
              .computeIfAbsent(key(value.slice()), key -> standing(series.get(key)))
              .get(each.day());
      if (before == null) {
        counts = counts.and(new Entered(1, 0, 0));
      } else if (before == each.value()) {
        counts = counts.and(new Entered(0, 0, 1));
      } else {
        counts = counts.and(new Entered(0, 1, 0));
        if (corrections.size() < CORRECTIONS_SHOWN) {
          corrections.add(new Correction(each.day(), each.slice(), before, each.value()));
        }
      }
    }
    return new Change(
        measure.id(),
        measure.plan().name(),
        counts,
        corrections,
        good.stream().map(MeasureImportPlanning::value).toList(),
        targets(measure, good, faults));
  }

  /// What the rows of the whole say that the measure should be, where another target stands on
  /// their day. Only who may change a measure says so.
  private List<Target> targets(Measure measure, List<MeasureFileValue> good, List<Fault> faults) {
    TreeMap<LocalDate, MeasureFileValue> said = new TreeMap<>();
    good.stream()
        .filter(each -> each.target() != null && value(each).slice().isWhole())
        .forEach(each -> said.put(each.day(), each));
    if (said.isEmpty()) {
      return List.of();
    }
    TreeMap<LocalDate, Target> standing = new TreeMap<>();
    measures.targets(measure.id()).forEach(each -> standing.put(each.from(), each));
    List<Target> targets = new ArrayList<>();
    for (MeasureFileValue each : said.values()) {
      BigDecimal target = BigDecimal.valueOf(Objects.requireNonNull(each.target()));
      Map.Entry<LocalDate, Target> before = standing.floorEntry(each.day());
      BigDecimal stands = before == null ? null : before.getValue().value();
      if (stands == null || stands.compareTo(target) != 0) {
        Target now = new Target(each.day(), target);
        standing.put(each.day(), now);
        targets.add(now);
        if (!measure.mayChange()) {
          faults.add(new Fault(each.row(), "target", "target-not-mine", target.toPlainString()));
        }
      }
    }
    return measure.mayChange() ? targets : List.of();
  }

  private static String key(Slice slice) {
    return lower(slice.dimension()) + "\n" + lower(slice.name());
  }

  private Map<LocalDate, Double> standing(@Nullable UUID series) {
    Map<LocalDate, Double> standing = new HashMap<>();
    if (series != null) {
      values.values(series).forEach(each -> standing.put(each.day(), each.value()));
    }
    return standing;
  }

  /// What a measure that is not there would be, as its values tell.
  private static Missing missing(String name, List<MeasureFileValue> good) {
    TreeMap<LocalDate, MeasureFileValue> byDay = new TreeMap<>();
    good.forEach(each -> byDay.putIfAbsent(each.day(), each));
    History history =
        History.of(
            List.copyOf(byDay.keySet()),
            byDay.values().stream().mapToDouble(MeasureFileValue::value).toArray());
    int decimals =
        good.stream()
            .mapToInt(each -> BigDecimal.valueOf(each.value()).stripTrailingZeros().scale())
            .max()
            .orElse(0);
    Double target = null;
    for (MeasureFileValue each : byDay.values()) {
      target = each.target() == null ? target : each.target();
    }
    return new Missing(
        name,
        frequency(history),
        Math.clamp(decimals, 0, MOST_DECIMALS),
        target,
        good.stream().map(MeasureImportPlanning::value).toList());
  }

  private static Frequency frequency(History history) {
    return switch (history.frequency()) {
      case DAY -> Frequency.DAILY;
      case WEEK -> Frequency.WEEKLY;
      case MONTH, OTHER -> Frequency.MONTHLY;
      case QUARTER -> Frequency.QUARTERLY;
      case YEAR -> Frequency.YEARLY;
    };
  }
}
