package io.fairlead.methods.raters;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The restricted likelihood of a crossed mixed model y = Xβ + Z₁u₁ + Z₂u₂ + e at one pair of
/// relative variances γ = τ² / σ², with β and σ² profiled out:
///
/// ln|V| + ln|XᵀV⁻¹X| + (N − p)(1 + ln(2πr² / (N − p))), V = I + γ₁Z₁Z₁ᵀ + γ₂Z₂Z₂ᵀ
///
/// and its slope and average-information curvature (Gilmour, Thompson and Cullis 1995).
final class Reml {
  private static final int FACTORS = 2;

  private final Crossing crossing;
  private final double[][] fixed;
  private final double[] variances;
  private final MixedEquations equations;
  private final double[][] solved;
  private final Cholesky information;
  private final double[] estimates;
  private final double[] residual;
  private final double squared;

  /// @param variances γ of the larger and of the smaller factor
  Reml(
      Crossing crossing,
      double[][] fixed,
      double[] y,
      double[] variances,
      MixedEquations equations) {
    this.crossing = crossing;
    this.fixed = fixed;
    this.variances = variances.clone();
    this.equations = equations;
    int count = fixed.length;
    double[][] all = Arrays.copyOf(fixed, count + 1);
    all[count] = y;
    this.solved = weighed(all);
    double[][] upper = new double[count][count];
    this.estimates = new double[count];
    for (int one = 0; one < count; one++) {
      for (int other = one; other < count; other++) {
        upper[one][other] = dot(fixed[one], solved[other]);
      }
      estimates[one] = dot(fixed[one], solved[count]);
    }
    this.information = Cholesky.of(upper);
    information.solve(estimates);
    this.residual = without(solved[count], estimates);
    double[] around = y.clone();
    for (int one = 0; one < count; one++) {
      subtract(around, estimates[one], fixed[one]);
    }
    this.squared = dot(around, residual);
  }

  /// V⁻¹v of each v: v − ZΛM⁻¹ΛZᵀv.
  private double[][] weighed(double[][] each) {
    double ofLarge = Math.sqrt(variances[0]);
    double ofSmall = Math.sqrt(variances[1]);
    double[][] large = new double[each.length][];
    double[][] small = new double[each.length][];
    for (int which = 0; which < each.length; which++) {
      large[which] = scaled(crossing.sumsOfLarge(each[which]), ofLarge);
      small[which] = scaled(crossing.sumsOfSmall(each[which]), ofSmall);
    }
    equations.solve(large, small);
    double[][] found = new double[each.length][];
    for (int which = 0; which < each.length; which++) {
      double[] of = each[which].clone();
      double[] inLarge = large[which];
      double[] inSmall = small[which];
      for (int at = 0; at < of.length; at++) {
        of[at] -= ofLarge * inLarge[crossing.large[at]] + ofSmall * inSmall[crossing.small[at]];
      }
      found[which] = of;
    }
    return found;
  }

  /// V⁻¹v less what the fixed effects say of it.
  private double[] without(double[] weighed, double[] effects) {
    double[] rest = weighed.clone();
    for (int one = 0; one < fixed.length; one++) {
      subtract(rest, effects[one], solved[one]);
    }
    return rest;
  }

  int degrees() {
    return residual.length - fixed.length;
  }

  /// σ².
  double residualVariance() {
    return squared / degrees();
  }

  /// −2 ln of the restricted likelihood.
  double criterion() {
    double degrees = degrees();
    return equations.logDeterminant()
        + information.logDeterminant()
        + degrees * (1 + Math.log(2 * Math.PI * squared / degrees));
  }

  double[] estimates() {
    return estimates.clone();
  }

  /// Of the estimates, σ²(XᵀV⁻¹X)⁻¹.
  double[] deviations() {
    double[][] inverse = information.inverse();
    return IntStream.range(0, inverse.length)
        .mapToDouble(one -> Math.sqrt(residualVariance() * inverse[one][one]))
        .toArray();
  }

  /// What each level of a factor adds: γ Zᵀ V⁻¹(y − Xβ).
  double[] effects(int factor) {
    return scaled(sums(factor, residual), variances[factor]);
  }

  /// The conditional standard deviation of each effect.
  double[] effectDeviations(int factor) {
    double[] diagonal = factor == 0 ? equations.largeDiagonal() : equations.smallDiagonal();
    return Arrays.stream(diagonal)
        .map(each -> Math.sqrt(Math.max(0, residualVariance() * variances[factor] * each)))
        .toArray();
  }

  /// The derivative of the criterion by each γ: tr(PK) − yᵀPKPy / σ².
  double[] slope() {
    return IntStream.range(0, FACTORS)
        .mapToDouble(factor -> {
          double[] own = sums(factor, residual);
          return trace(factor) - fixedTrace(factor) - dot(own, own) / residualVariance();
        })
        .toArray();
  }

  /// tr(V⁻¹ZZᵀ).
  private double trace(int factor) {
    if (variances[factor] == 0) {
      return traceAtZero(factor);
    }
    double[] diagonal = factor == 0 ? equations.largeDiagonal() : equations.smallDiagonal();
    return (diagonal.length - Arrays.stream(diagonal).sum()) / variances[factor];
  }

  /// Where the factor varies not at all, V has only the other one.
  private double traceAtZero(int factor) {
    double[] counts = factor == 0 ? crossing.ofSmall : crossing.ofLarge;
    double[] squares = new double[counts.length];
    for (int level = 0; level < crossing.ofLarge.length; level++) {
      for (int cell = crossing.start[level]; cell < crossing.start[level + 1]; cell++) {
        squares[factor == 0 ? crossing.column[cell] : level] +=
            crossing.count[cell] * crossing.count[cell];
      }
    }
    double other = variances[1 - factor];
    double trace = residual.length;
    for (int level = 0; level < counts.length; level++) {
      trace -= other * squares[level] / (1 + other * counts[level]);
    }
    return trace;
  }

  private double fixedTrace(int factor) {
    int count = fixed.length;
    double[][] sums =
        IntStream.range(0, count)
            .mapToObj(one -> sums(factor, solved[one]))
            .toArray(double[][]::new);
    double trace = 0;
    for (int one = 0; one < count; one++) {
      double[] products = new double[count];
      for (int other = 0; other < count; other++) {
        products[other] = dot(sums[one], sums[other]);
      }
      information.solve(products);
      trace += products[one];
    }
    return trace;
  }

  /// The average of observed and expected second derivatives, σ² profiled out.
  double[][] curvature() {
    double[][] working = new double[FACTORS][];
    double[] own = new double[FACTORS];
    for (int factor = 0; factor < FACTORS; factor++) {
      double[] sums = sums(factor, residual);
      own[factor] = dot(sums, sums);
      int[] level = factor == 0 ? crossing.large : crossing.small;
      working[factor] = Arrays.stream(level).mapToDouble(at -> sums[at]).toArray();
    }
    double[][] weighed = weighed(working);
    double variance = residualVariance();
    double[][] found = new double[FACTORS][FACTORS];
    for (int factor = 0; factor < FACTORS; factor++) {
      double[] effects = new double[fixed.length];
      for (int one = 0; one < fixed.length; one++) {
        effects[one] = dot(solved[one], working[factor]);
      }
      information.solve(effects);
      double[] projected = without(weighed[factor], effects);
      for (int other = 0; other < FACTORS; other++) {
        found[factor][other] =
            dot(working[other], projected) / variance
                - own[factor] * own[other] / (degrees() * variance * variance);
      }
    }
    return found;
  }

  private double[] sums(int factor, double[] each) {
    return factor == 0 ? crossing.sumsOfLarge(each) : crossing.sumsOfSmall(each);
  }

  private static double[] scaled(double[] values, double by) {
    return Arrays.stream(values).map(each -> each * by).toArray();
  }

  private static void subtract(double[] from, double much, double[] what) {
    for (int at = 0; at < from.length; at++) {
      from[at] -= much * what[at];
    }
  }

  static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int at = 0; at < one.length; at++) {
      sum += one[at] * other[at];
    }
    return sum;
  }
}
