package io.fairlead.methods.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Two histories brought to the same times, without gaps and without their seasons. The one with
/// more values a period is averaged over the periods of the other. Few gaps are bridged by the
/// value before, which never lends a measure what came later; with more, only the longest stretch
/// without one is left.
record Alignment(List<Double> first, List<Double> second) {
  /// One place in ten may be bridged.
  private static final int BRIDGED = 10;

  Alignment {
    first = List.copyOf(first);
    second = List.copyOf(second);
  }

  static Alignment of(History first, History second) {
    Frequency common = Frequency.common(first.frequency(), second.frequency());
    Map<Long, Double> one = means(first, common);
    Map<Long, Double> other = means(second, common);
    var days = new TreeMap<Long, LocalDate>();
    for (LocalDate day : first.days()) {
      if (other.containsKey(key(day, common))) {
        days.putIfAbsent(key(day, common), day);
      }
    }
    List<Long> keys = List.copyOf(days.keySet());
    if (keys.isEmpty()) {
      return new Alignment(List.of(), List.of());
    }
    long[] places = places(keys, List.copyOf(days.values()), common);
    int period = common.period(List.copyOf(days.values()));
    double[] left = ready(keys, places, one, period);
    double[] right = ready(keys, places, other, period);
    return longestWithoutGap(left, right);
  }

  private static long key(LocalDate day, Frequency frequency) {
    return switch (frequency) {
      case DAY, OTHER -> day.toEpochDay();
      case WEEK -> Math.floorDiv(day.toEpochDay() + 3, 7L);
      case MONTH -> day.getYear() * 12L + day.getMonthValue();
      case QUARTER -> day.getYear() * 4L + (day.getMonthValue() - 1) / 3;
      case YEAR -> day.getYear();
    };
  }

  private static Map<Long, Double> means(History history, Frequency frequency) {
    var sums = new HashMap<Long, double[]>();
    for (int i = 0; i < history.size(); i++) {
      double[] sum =
          sums.computeIfAbsent(key(history.days().get(i), frequency), _ -> new double[2]);
      sum[0] += history.value(i);
      sum[1]++;
    }
    var means = new HashMap<Long, Double>();
    sums.forEach((key, sum) -> means.put(key, sum[0] / sum[1]));
    return means;
  }

  private static long[] places(List<Long> keys, List<LocalDate> days, Frequency frequency) {
    return switch (frequency) {
      case DAY, OTHER -> frequency.places(days);
      case WEEK, MONTH, QUARTER, YEAR ->
          keys.stream().mapToLong(key -> key - keys.getFirst()).toArray();
    };
  }

  private static double[] ready(
      List<Long> keys, long[] places, Map<Long, Double> means, int period) {
    double[] grid = new double[Math.toIntExact(places[places.length - 1] + 1)];
    Arrays.fill(grid, Double.NaN);
    for (int i = 0; i < places.length; i++) {
      grid[Math.toIntExact(places[i])] = means.getOrDefault(keys.get(i), Double.NaN);
    }
    Optional<Season> season = Seasonality.of(grid, period);
    if (season.isPresent()) {
      for (int i = 0; i < grid.length; i++) {
        grid[i] = season.get().without(grid[i], i);
      }
    }
    long gaps = Arrays.stream(grid).filter(Double::isNaN).count();
    for (int i = 1; i < grid.length && gaps * BRIDGED <= grid.length; i++) {
      grid[i] = Double.isNaN(grid[i]) ? grid[i - 1] : grid[i];
    }
    return grid;
  }

  private static Alignment longestWithoutGap(double[] left, double[] right) {
    int best = 0;
    int length = 0;
    int from = 0;
    for (int i = 0; i < left.length; i++) {
      if (Double.isNaN(left[i]) || Double.isNaN(right[i])) {
        from = i + 1;
      } else if (i + 1 - from > length) {
        length = i + 1 - from;
        best = from;
      }
    }
    return new Alignment(part(left, best, length), part(right, best, length));
  }

  private static List<Double> part(double[] values, int from, int length) {
    List<Double> part = new ArrayList<>();
    for (int i = from; i < from + length; i++) {
      part.add(values[i]);
    }
    return part;
  }
}
