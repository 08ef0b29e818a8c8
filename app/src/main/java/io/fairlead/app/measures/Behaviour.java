package io.fairlead.app.measures;

import io.fairlead.methods.measures.Limits;
import io.fairlead.methods.measures.ProcessBehaviour;
import io.fairlead.methods.measures.Signal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a series behaves: its values in stretches, each with the usual range that was found from its
/// own first values. A stretch begins at the first value, and at each change that somebody
/// declared.
record Behaviour(List<DayValue> values, List<Stretch> stretches) {
  Behaviour {
    values = List.copyOf(values);
    stretches = List.copyOf(stretches);
  }

  /// @param from index of its first value
  /// @param to index after its last
  /// @param limits null with too few values, or where they never move
  /// @param signals with indices into all values
  record Stretch(int from, int to, String status, @Nullable Limits limits, List<Signal> signals) {
    Stretch {
      signals = List.copyOf(signals);
    }
  }

  static Behaviour of(List<DayValue> values, List<LocalDate> changes, int baseline) {
    List<Stretch> stretches = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= values.size(); i++) {
      if (i == values.size() || changedBetween(values.get(i - 1), values.get(i), changes)) {
        stretches.add(stretch(values, from, i, baseline));
        from = i;
      }
    }
    return new Behaviour(values, stretches);
  }

  private static boolean changedBetween(DayValue one, DayValue next, List<LocalDate> changes) {
    return changes.stream().anyMatch(day -> day.isAfter(one.day()) && !day.isAfter(next.day()));
  }

  private static Stretch stretch(List<DayValue> values, int from, int to, int baseline) {
    double[] own = values.subList(from, to).stream().mapToDouble(DayValue::value).toArray();
    if (own.length < Limits.FEWEST) {
      return new Stretch(from, to, "too-few", null, List.of());
    }
    Limits limits = Limits.of(Arrays.copyOf(own, Math.min(own.length, baseline)));
    if (limits.sigma() == 0) {
      return new Stretch(from, to, "constant", null, List.of());
    }
    List<Signal> signals =
        ProcessBehaviour.signals(own, limits).stream()
            .map(signal -> new Signal(from + signal.index(), signal.rule()))
            .toList();
    return new Stretch(from, to, "ok", limits, signals);
  }

  /// The stretch that runs now.
  Optional<Stretch> current() {
    return stretches.isEmpty() ? Optional.empty() : Optional.of(stretches.getLast());
  }

  /// The signal of the latest value that says something; of several, the plainest.
  Optional<Signal> latest() {
    List<Signal> all = signals();
    return all.isEmpty()
        ? Optional.empty()
        : all.stream().filter(each -> each.index() == all.getLast().index()).findFirst();
  }

  List<Signal> signals() {
    return stretches.stream().flatMap(stretch -> stretch.signals().stream()).toList();
  }
}
