package io.fairlead.methods.measures;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A history divided by its baselines: for every value, which of them judges it, and whether it
/// belongs to it. A baseline ends where the next one begins, whatever it was declared to be.
final class Division {
  /// Around a mean, which is a rounded number, a constant series swings by so much of its size.
  private static final double HAIR = 1e-24;

  private final int[] starts;
  private final boolean[] inBaseline;

  private Division(int[] starts, boolean[] inBaseline) {
    this.starts = starts;
    this.inBaseline = inBaseline;
  }

  /// @param baselines in the order of time; none for all values
  static Division of(History history, List<Baseline> baselines) {
    boolean[] inBaseline = new boolean[history.size()];
    int[] starts = new int[Math.max(1, baselines.size()) + 1];
    starts[starts.length - 1] = history.size();
    if (baselines.isEmpty()) {
      Arrays.fill(inBaseline, true);
      return new Division(starts, inBaseline);
    }
    for (int part = 1; part < baselines.size(); part++) {
      starts[part] = firstSince(history.days(), baselines.get(part).from());
    }
    for (int part = 0; part < baselines.size(); part++) {
      for (int i = starts[part]; i < starts[part + 1]; i++) {
        inBaseline[i] = baselines.get(part).has(history.days().get(i));
      }
    }
    return new Division(starts, inBaseline);
  }

  private static int firstSince(List<LocalDate> days, LocalDate from) {
    int index = 0;
    while (index < days.size() && days.get(index).isBefore(from)) {
      index++;
    }
    return index;
  }

  int parts() {
    return starts.length - 1;
  }

  int from(int part) {
    return starts[part];
  }

  int to(int part) {
    return starts[part + 1];
  }

  double[] baseline(int part, double[] values) {
    double[] found = new double[to(part) - from(part)];
    int count = 0;
    for (int i = from(part); i < to(part); i++) {
      if (inBaseline[i]) {
        found[count++] = values[i];
      }
    }
    return Arrays.copyOf(found, count);
  }

  /// For each value the mean of the baseline that judges it.
  double[] means(double[] values) {
    double[] means = new double[values.length];
    for (int part = 0; part < parts(); part++) {
      double mean = Arrays.stream(baseline(part, values)).average().orElse(0);
      Arrays.fill(means, from(part), to(part), mean);
    }
    return means;
  }

  /// Of values of the same baseline at neighbouring places, as if there were no gaps where there
  /// are some; null where there are too few or none ever moves.
  @Nullable Double autocorrelation(History history, double[] values) {
    double[] means = means(values);
    double size = 0;
    double squares = 0;
    double products = 0;
    int count = 0;
    int neighbours = 0;
    for (int i = 0; i < values.length; i++) {
      if (!inBaseline[i]) {
        continue;
      }
      double distance = values[i] - means[i];
      size += values[i] * values[i];
      squares += distance * distance;
      count++;
      if (i > 0
          && inBaseline[i - 1]
          && Arrays.binarySearch(starts, i) < 0
          && history.place(i) - history.place(i - 1) == 1) {
        products += distance * (values[i - 1] - means[i - 1]);
        neighbours++;
      }
    }
    int mostNeighbours = count - parts();
    if (neighbours < Limits.FEWEST - parts() || count < Limits.FEWEST || !(squares > HAIR * size)) {
      return null;
    }
    return products / neighbours * mostNeighbours / squares;
  }
}
