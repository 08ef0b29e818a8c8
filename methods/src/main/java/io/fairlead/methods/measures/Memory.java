package io.fairlead.methods.measures;

import java.util.Arrays;

/// What the value before already says of a value: a share of its distance from the mean, the share
/// of its power by so many places as lie between. Each surprise is scaled so that all are as large.
final class Memory {
  private final double strength;
  private final double[] means;
  private final double[] expected;
  private final double[] scale;

  private Memory(double strength, double[] means) {
    this.strength = strength;
    this.means = means;
    this.expected = new double[means.length];
    this.scale = new double[means.length];
  }

  static Memory none(int size) {
    Memory none = new Memory(0, new double[size]);
    Arrays.fill(none.scale, 1);
    return none;
  }

  /// @param values of the history, changed for a chart
  /// @param means what each of them swings around
  /// @param strength above 0 and below 1
  static Memory of(History history, double[] values, double[] means, double strength) {
    Memory memory = new Memory(strength, means);
    for (int i = 0; i < values.length; i++) {
      double share =
          i == 0 ? 0 : Math.pow(strength, history.place(i) - (double) history.place(i - 1));
      memory.expected[i] = i == 0 ? 0 : share * (values[i - 1] - means[i - 1]);
      memory.scale[i] = Math.sqrt((1 - strength * strength) / (1 - share * share));
    }
    return memory;
  }

  boolean isEmpty() {
    return strength == 0;
  }

  double[] without(double[] values) {
    double[] left = new double[values.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = means[i] + (values[i] - means[i] - expected[i]) * scale[i];
    }
    return left;
  }

  /// What a figure of a chart means for the value at this index.
  double with(double figure, int index) {
    return means[index] + expected[index] + (figure - means[index]) / scale[index];
  }
}
