package io.fairlead.methods.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// How well stated confidence foretold what happened: Brier 1950, `mean (p − o)²` with p =
/// confidence / 10, and the reliability table behind it. 0 is perfect, .25 what a constant 5
/// scores.
///
/// @param bands what happened at each stated confidence that occurred, lowest first
/// @param n closed key results with a stated confidence
public record ConfidenceCalibration(List<Band> bands, int n) {

  /// @param confidence as stated, 0..10
  /// @param reached whether the target was reached
  public record Statement(int confidence, boolean reached) {
    public Statement {
      if (confidence < 0 || confidence > 10) {
        throw new IllegalArgumentException("confidence is 0 to 10: " + confidence);
      }
    }
  }

  /// One row of the reliability table.
  ///
  /// @param reached how many of the `n` were reached
  public record Band(int confidence, int n, int reached) {
    public double stated() {
      return confidence / 10.0;
    }

    public double happened() {
      return (double) reached / n;
    }
  }

  public ConfidenceCalibration {
    bands = List.copyOf(bands);
  }

  public static ConfidenceCalibration of(List<Statement> statements) {
    int[] all = new int[11];
    int[] reached = new int[11];
    for (Statement statement : statements) {
      all[statement.confidence]++;
      reached[statement.confidence] += statement.reached ? 1 : 0;
    }
    return of(all, reached);
  }

  private static ConfidenceCalibration of(int[] all, int[] reached) {
    var bands = new ArrayList<Band>();
    int n = 0;
    for (int confidence = 0; confidence <= 10; confidence++) {
      if (all[confidence] > 0) {
        bands.add(new Band(confidence, all[confidence], reached[confidence]));
        n += all[confidence];
      }
    }
    return new ConfidenceCalibration(bands, n);
  }

  /// What both say together, where no key result is in both.
  public ConfidenceCalibration and(ConfidenceCalibration other) {
    int[] all = new int[11];
    int[] reached = new int[11];
    for (List<Band> each : List.of(bands, other.bands)) {
      for (Band band : each) {
        all[band.confidence] += band.n;
        reached[band.confidence] += band.reached;
      }
    }
    return of(all, reached);
  }

  /// The Brier score, 0..1; empty without a statement.
  public OptionalDouble brier() {
    if (n == 0) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (Band band : bands) {
      double missed = band.n - band.reached;
      sum += band.reached * square(band.stated() - 1) + missed * square(band.stated());
    }
    return OptionalDouble.of(sum / n);
  }

  /// Mean stated chance less the share that was reached: above 0 is overconfident. Empty without a
  /// statement.
  public OptionalDouble overconfidence() {
    if (n == 0) {
      return OptionalDouble.empty();
    }
    double stated = bands.stream().mapToDouble(band -> band.stated() * band.n).sum();
    double happened = bands.stream().mapToInt(Band::reached).sum();
    return OptionalDouble.of((stated - happened) / n);
  }

  private static double square(double value) {
    return value * value;
  }
}
