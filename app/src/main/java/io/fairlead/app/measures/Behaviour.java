package io.fairlead.app.measures;

import io.fairlead.methods.measures.Analysis;
import io.fairlead.methods.measures.Baseline;
import io.fairlead.methods.measures.History;
import io.fairlead.methods.measures.NaturalRange;
import io.fairlead.methods.measures.Signal;
import io.fairlead.methods.measures.Stretch;
import io.fairlead.methods.measures.Trend;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How a series behaves: its values in stretches, each with the usual range that was found from its
/// own first values. A stretch begins at the first value, and at each change that somebody
/// declared.
final class Behaviour {
  /// As many as make a run on one side of the mean a signal.
  private static final int FOR_GOOD = 8;

  private final List<DayValue> values;
  private final Analysis analysis;

  private Behaviour(List<DayValue> values, Analysis analysis) {
    this.values = List.copyOf(values);
    this.analysis = analysis;
  }

  /// @param changes the days from which the range is found anew
  /// @param baseline of how many first values of a stretch its range is made
  static Behaviour of(List<DayValue> values, List<LocalDate> changes, int baseline) {
    History history =
        History.of(
            values.stream().map(DayValue::day).toList(),
            values.stream().mapToDouble(DayValue::value).toArray());
    return new Behaviour(values, Analysis.of(history, baselines(values, changes, baseline)));
  }

  private static List<Baseline> baselines(
      List<DayValue> values, List<LocalDate> changes, int baseline) {
    List<Baseline> baselines = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (i == 0 || changedBetween(values.get(i - 1), values.get(i), changes)) {
        int last = Math.min(i + baseline, values.size()) - 1;
        int end = i;
        while (end < last && !changedBetween(values.get(end), values.get(end + 1), changes)) {
          end++;
        }
        baselines.add(new Baseline(values.get(i).day(), values.get(end).day()));
      }
    }
    return baselines;
  }

  private static boolean changedBetween(DayValue one, DayValue next, List<LocalDate> changes) {
    return changes.stream().anyMatch(day -> day.isAfter(one.day()) && !day.isAfter(next.day()));
  }

  List<DayValue> values() {
    return values;
  }

  List<Stretch> stretches() {
    return values.isEmpty() ? List.of() : analysis.stretches();
  }

  /// The stretch that runs now.
  Optional<Stretch> current() {
    return values.isEmpty() ? Optional.empty() : Optional.of(analysis.stretches().getLast());
  }

  /// Where a value would have been nothing new, the time of the year taken into account.
  Optional<NaturalRange> range(int index) {
    return analysis.range(index);
  }

  /// Whether the time of the year is taken into account.
  boolean isSeasonal() {
    return analysis.season().isPresent();
  }

  /// Whether what the value before already says is taken into account.
  boolean isWithoutPast() {
    return analysis.isWithoutPast();
  }

  Optional<Double> autocorrelation() {
    return analysis.autocorrelation().isPresent()
        ? Optional.of(analysis.autocorrelation().getAsDouble())
        : Optional.empty();
  }

  /// Where it goes by itself, since the last declared change; empty where that cannot be told from
  /// standing still.
  Optional<Trend> trend() {
    return values.isEmpty() ? Optional.empty() : analysis.trend().filter(Trend::isThere);
  }

  List<Signal> signals() {
    return analysis.signals();
  }

  /// The signal of the latest value that says something; of several, the plainest.
  Optional<Signal> latest() {
    List<Signal> all = signals();
    return all.isEmpty()
        ? Optional.empty()
        : all.stream().filter(each -> each.index() == all.getLast().index()).findFirst();
  }

  boolean isUpward(Signal signal) {
    return analysis.isUpward(signal);
  }

  /// When what this signal says began: the first of the values up to it that all say something and
  /// point the same way.
  LocalDate since(Signal signal) {
    Set<Integer> alike =
        signals().stream()
            .filter(each -> isUpward(each) == isUpward(signal))
            .map(Signal::index)
            .collect(Collectors.toSet());
    int first = signal.index();
    while (alike.contains(first - 1)) {
      first--;
    }
    return values.get(first).day();
  }

  /// The first of the last values that all lie on one side outside the usual range, where they are
  /// so many that something may have changed for good.
  Optional<LocalDate> outsideSince() {
    int first = values.size();
    int side = 0;
    while (first > 0 && current().orElseThrow().from() < first) {
      DayValue value = values.get(first - 1);
      int here =
          range(first - 1)
              .map(range ->
                  value.value() > range.upper() ? 1 : value.value() < range.lower() ? -1 : 0)
              .orElse(0);
      if (here == 0 || (side != 0 && here != side)) {
        break;
      }
      side = here;
      first--;
    }
    return values.size() - first >= FOR_GOOD
        ? Optional.of(values.get(first).day())
        : Optional.empty();
  }

  /// `ok`, or why there is no usual range now: `no-values`, `too-few`, `constant`.
  String status() {
    return values.isEmpty() ? "no-values" : code(analysis.status());
  }

  static String code(Analysis.Status status) {
    return switch (status) {
      case OK -> "ok";
      case TOO_FEW -> "too-few";
      case ZERO_VARIANCE -> "constant";
    };
  }
}
