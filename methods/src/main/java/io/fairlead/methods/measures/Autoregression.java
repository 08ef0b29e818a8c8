package io.fairlead.methods.measures;

/// How a series goes on from its last values, by the Yule–Walker equations, which Levinson's
/// recursion solves for one order after the other.
final class Autoregression {
  private final double[] coefficients;

  private Autoregression(double[] coefficients) {
    this.coefficients = coefficients;
  }

  /// Of the last value, the one before it, and so on; none where nothing of a value is known from
  /// those before it.
  double[] coefficients() {
    return coefficients.clone();
  }

  /// Of a given order.
  ///
  /// @param centred values around 0, more of them than the order
  static Autoregression of(double[] centred, int order) {
    return new Levinson(centred).upTo(order, false);
  }

  /// Of the order that Akaike's criterion likes best, at most `10 log10 n`.
  static Autoregression chosen(double[] centred) {
    int most = (int) Math.min(centred.length - 1, Math.floor(10 * Math.log10(centred.length)));
    return new Levinson(centred).upTo(most, true);
  }

  /// What is left of a series when what its past says is taken out; shorter by the order.
  double[] residuals(double[] values) {
    int order = coefficients.length;
    double[] left = new double[values.length - order];
    for (int i = order; i < values.length; i++) {
      double residual = values[i];
      for (int back = 1; back <= order; back++) {
        residual -= coefficients[back - 1] * values[i - back];
      }
      left[i - order] = residual;
    }
    return left;
  }

  private static final class Levinson {
    private final double[] centred;

    Levinson(double[] centred) {
      this.centred = centred;
    }

    Autoregression upTo(int most, boolean choose) {
      double left = Series.covariance(centred, centred, 0);
      double[] now = {};
      double[] best = now;
      double least = criterion(left, 0);
      for (int order = 1; order <= most && left > 0; order++) {
        double ahead = Series.covariance(centred, centred, order);
        for (int back = 1; back < order; back++) {
          ahead -= now[back - 1] * Series.covariance(centred, centred, order - back);
        }
        double reflection = ahead / left;
        double[] next = new double[order];
        for (int back = 1; back < order; back++) {
          next[back - 1] = now[back - 1] - reflection * now[order - back - 1];
        }
        next[order - 1] = reflection;
        now = next;
        left *= 1 - reflection * reflection;
        if (criterion(left, order) < least) {
          least = criterion(left, order);
          best = now;
        }
      }
      return new Autoregression(choose ? best : now);
    }

    private double criterion(double left, int order) {
      return left > 0 ? centred.length * Math.log(left) + 2 * order : Double.NEGATIVE_INFINITY;
    }
  }
}
