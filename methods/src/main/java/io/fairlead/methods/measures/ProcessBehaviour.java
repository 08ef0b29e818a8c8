package io.fairlead.methods.measures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/// A process-behaviour chart of individual values and their moving ranges (XmR): which values say
/// something beside what the process does by itself.
public final class ProcessBehaviour {
  private static final int SAME_SIDE = 8;
  private static final int TREND = 6;

  /// A mean is a rounded number: without this a constant series would lie on one side of its own.
  private static final double HAIR = 1e-12;

  private ProcessBehaviour() {}

  /// The signals of a series, by index and then by rule. The rules are asked of the whole series,
  /// the baseline included.
  ///
  /// @param values finite, in the order of time
  /// @param limits of a baseline, which may be a part of the values
  public static List<Signal> signals(double[] values, Limits limits) {
    List<Signal> signals = new ArrayList<>();
    for (int side : new int[] {1, -1}) {
      mark(
          signals, values.length, SignalRule.BEYOND_LIMIT, i -> beyond(values, limits, i, 3, side));
      mark(
          signals,
          values.length,
          SignalRule.TWO_OF_THREE,
          i -> ofLast(values, limits, i, 2, 3, 2, side));
      mark(
          signals,
          values.length,
          SignalRule.FOUR_OF_FIVE,
          i -> ofLast(values, limits, i, 4, 5, 1, side));
      mark(
          signals,
          values.length,
          SignalRule.EIGHT_ON_ONE_SIDE,
          i -> ofLast(values, limits, i, SAME_SIDE, SAME_SIDE, 0, side));
      mark(signals, values.length, SignalRule.TREND_OF_SIX, i -> trend(values, i, side));
    }
    mark(
        signals,
        values.length,
        SignalRule.LEAP,
        i -> i > 0 && Math.abs(values[i] - values[i - 1]) > limits.upperMovingRange());
    signals.sort(Comparator.comparingInt(Signal::index).thenComparing(Signal::rule));
    return List.copyOf(signals);
  }

  private static void mark(List<Signal> signals, int length, SignalRule rule, IntPredicate holds) {
    for (int i = 0; i < length; i++) {
      if (holds.test(i)) {
        signals.add(new Signal(i, rule));
      }
    }
  }

  private static boolean beyond(double[] values, Limits limits, int i, int sigmas, int side) {
    double hair = HAIR * (Math.abs(limits.centre()) + limits.sigma());
    return side * (values[i] - limits.centre()) > sigmas * limits.sigma() + hair;
  }

  /// Whether the value and at least so many of the last ones lie beyond, on one side.
  private static boolean ofLast(
      double[] values, Limits limits, int i, int atLeast, int last, int sigmas, int side) {
    if (!beyond(values, limits, i, sigmas, side)) {
      return false;
    }
    int count = 0;
    for (int at = Math.max(0, i - last + 1); at <= i; at++) {
      count += beyond(values, limits, at, sigmas, side) ? 1 : 0;
    }
    return count >= atLeast;
  }

  private static boolean trend(double[] values, int i, int side) {
    if (i < TREND - 1) {
      return false;
    }
    for (int at = i - TREND + 2; at <= i; at++) {
      if (!(side * (values[at] - values[at - 1]) > 0)) {
        return false;
      }
    }
    return true;
  }
}
