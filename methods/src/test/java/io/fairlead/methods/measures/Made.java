package io.fairlead.methods.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Histories made up for tests.
final class Made {
  static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  private Made() {}

  static List<LocalDate> months(int count) {
    return IntStream.range(0, count).mapToObj(FIRST::plusMonths).toList();
  }

  static History monthly(int count, IntToDoubleFunction value) {
    return History.of(months(count), IntStream.range(0, count).mapToDouble(value).toArray());
  }

  static History monthly(double... values) {
    return History.of(months(values.length), values);
  }

  /// Without the values at these places.
  static History without(History history, List<Integer> places) {
    List<LocalDate> days = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      if (!places.contains(i)) {
        days.add(history.days().get(i));
        values.add(history.value(i));
      }
    }
    return History.of(days, values.stream().mapToDouble(each -> each).toArray());
  }

  /// What goes on from its own past.
  static double[] remembering(Random random, int count, double strength) {
    double[] values = new double[count];
    values[0] = random.nextGaussian() / Math.sqrt(1 - strength * strength);
    for (int i = 1; i < count; i++) {
      values[i] = strength * values[i - 1] + random.nextGaussian();
    }
    return values;
  }

  static double wave(int place, int period) {
    return Math.sin(2 * Math.PI * place / period);
  }
}
